"""How soon the window is there, and how much memory the open sample takes."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Measure, Started, start
from tests.benchmarks.programs import HEAVY
from tests.builders import large_plan
from tests.document.files import save_plan
from village_budget import paths

ROUNDS = 7
LARGE, LARGE_ROUNDS = 5_000, 3


def measures(folder: Path) -> list[Measure]:
    """First paint, sample usable and peak memory, each against a bare window.

    Usable is the painted sample that takes keys. The rules are judged and SQLAlchemy, which only writes, is
    loaded after that while the window is idle; the peak of memory is taken when all of it is done.

    Raises:
        RuntimeError: a heavy package was loaded by then, or the database before a file was asked for.
    """
    profile = folder / "profile"
    profile.mkdir()
    sample = folder / "contoh.apbdes"
    shutil.copy(paths.sample("sumberwangi_2026.apbdes"), sample)
    with_plan = ("bare-sqlalchemy", "usable", "settled")
    programs = [("bare",), ("first-paint",), *((name, str(sample)) for name in with_plan)]
    runs: dict[str, list[Started]] = {program[0]: [] for program in programs}
    for _ in range(ROUNDS + 1):
        for program in programs:
            runs[program[0]].append(start(*program, profile=profile))
    times = {name: median(run.seconds for run in found[1:]) for name, found in runs.items()}
    peaks = {name: median(run.peak for run in found[1:]) for name, found in runs.items()}
    for name in ("first-paint", "usable", "settled"):
        too_early = [*HEAVY] if name == "settled" else [*HEAVY, "sqlalchemy"]
        loaded = sorted({package for run in runs[name] for package in run.loaded} & set(too_early))
        if loaded:
            raise RuntimeError(f"{name}: loaded too early: {', '.join(loaded)}")
    return [
        Measure("first_paint/bare_window", times["first-paint"] / times["bare"], 2.5),
        Measure("sample_usable/bare_sqlalchemy_window", times["usable"] / times["bare-sqlalchemy"], 1.6),
        Measure("peak_memory/bare_sqlalchemy_window", peaks["settled"] / peaks["bare-sqlalchemy"], 1.6),
        Measure("sample_usable_seconds", times["usable"]),
        Measure("rules_judged_and_ready_to_write_seconds", times["settled"]),
        Measure("peak_memory_mib", peaks["settled"] / 1024),
        *_large(folder, times["bare-sqlalchemy"], peaks["bare-sqlalchemy"]),
    ]


def _large(folder: Path, bare_seconds: float, bare_peak: float) -> list[Measure]:
    """A plan of 5,000 lines: usable, and peak memory with its rules judged (U39: 5 s and 300 MB)."""
    plan = save_plan(folder / "besar.apbdes", large_plan(LARGE))
    found = {}
    for name in ("usable", "settled"):
        runs = [start(name, str(plan), profile=folder / "profile") for _ in range(LARGE_ROUNDS + 1)][1:]
        found[name] = median(run.seconds for run in runs), median(run.peak for run in runs)
    seconds, peak = found["usable"][0], found["settled"][1]
    return [
        Measure("plan_of_5000_lines_usable/bare_sqlalchemy_window", seconds / bare_seconds, 3.5),
        Measure("plan_of_5000_lines_peak_memory/bare_sqlalchemy_window", peak / bare_peak, 1.9),
        Measure("plan_of_5000_lines_usable_seconds", seconds, 5.0),
        Measure("plan_of_5000_lines_judged_and_ready_to_write_seconds", found["settled"][0]),
        Measure("plan_of_5000_lines_peak_memory_mib", peak / 1024, 300.0),
    ]
