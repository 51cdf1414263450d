"""Medians of alternating pairs, so that a slow or busy machine slows both sides alike."""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Measure:
    """One promise: its name, what was measured, the limit it must not pass (None: told for scale only)."""

    name: str
    value: float
    limit: float | None = None

    def line(self) -> str:
        """``name value limit ok|short``."""
        if self.limit is None:
            return f"{self.name} {self.value:.4g} - info"
        return f"{self.name} {self.value:.4g} {self.limit:g} {'ok' if self.value <= self.limit else 'short'}"


def pairs(first: Callable[[], float], second: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Medians of two costs, taken A B A B after one unmeasured round."""
    first()
    second()
    costs = [(first(), second()) for _ in range(rounds)]
    return median(cost[0] for cost in costs), median(cost[1] for cost in costs)


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one call, without the garbage collector's share."""
    gc.collect()
    gc.disable()
    try:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started
    finally:
        gc.enable()


@dataclass(frozen=True, slots=True)
class Started:
    """A program that came up: seconds from its start to its mark, peak memory (kB), heavy packages loaded."""

    seconds: float
    peak: int
    loaded: tuple[str, ...]


def start(program: str, *arguments: str, profile: Path) -> Started:
    """Run a program of `programs.py` in a process of its own, up to its mark."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(profile),
        "PYTHONPATH": str(ROOT),
    }
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[name] = str(profile / name)
    # An installed program is compiled; here the unmeasured first round does it, wherever the sources may not.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(profile / "compiled")
    command = [sys.executable, "-m", "tests.benchmarks.programs", program, *arguments]
    started = time.time()
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode != 0:
        raise RuntimeError(f"{program} failed:\n{done.stderr}")
    said = json.loads(done.stdout.splitlines()[-1])
    return Started(said["at"] - started, said["peak"], tuple(said["loaded"]))
