"""F01, U20: killed at random moments of a run of edits, nothing acknowledged is lost and the file opens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.builders import small_plan
from tests.document.files import save_plan, state
from village_budget.document.document import Document
from village_budget.store.identity import has_hot_journal

ROOT = Path(__file__).parent.parent.parent
KILLS = 100
SEED = 5

WORKER = """
import os, random, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from tests.builders import random_edit
from village_budget.document.document import Document
import village_budget.store.copies

def say(*words):
    # One write: a line is there whole or not at all, whenever the process is killed.
    os.write(1, (" ".join(map(str, words)) + "\\n").encode())

path, backups = Path(sys.argv[1]), Path(sys.argv[2])
for line in sys.stdin:
    child = os.fork()
    if child:
        say("child", child)
        os.wait()
        say("dead")
        continue
    rng = random.Random(int(line))
    document = Document.open(path, backup_folder=backups)
    say("open", len(document.history()))
    while True:
        roll = rng.random()
        if roll < 0.1:
            done = document.undo()
        elif roll < 0.15:
            done = document.redo()
        else:
            done = document.apply(random_edit(document.plan, rng))
        if done is not None and done.changes:
            say("ok", len(document.history()), document.fingerprint)
"""


class Worker:
    """A process that edits the plan until it is killed, over and over; its imports are done only once."""

    def __init__(self, path: Path, backups: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-c", WORKER, str(path), str(backups), str(ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def run_and_kill(self, seed: int, edits: int, seconds: float) -> list[list[str]]:
        """Kill a new child some edits and a moment after it has opened the plan; all that it had said."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{seed}\n")
        self._process.stdin.flush()
        said: dict[str, list[str]] = {}
        while len(said) < 2:
            name, *words = self._process.stdout.readline().split()
            said[name] = words
        lines = [["open", *said["open"]]]
        lines.extend(self._process.stdout.readline().split() for _ in range(edits))
        # Not to wait for anything: the moment within an edit at which it is killed.
        time.sleep(seconds)
        os.kill(int(said["child"][0]), signal.SIGKILL)
        for line in self._process.stdout:
            if line == "dead\n":
                return lines
            lines.append(line.split())
        message = "the worker itself ended"
        raise AssertionError(message)

    def stop(self) -> None:
        """End it."""
        self._process.communicate()


def test_killed_a_hundred_times(tmp_path: Path) -> None:
    """A process works on one file and is killed; the next goes on where it ended, a hundred times over."""
    path = save_plan(tmp_path / "desa.apbdes", small_plan())
    rng = random.Random(SEED)
    worker = Worker(path, tmp_path / "backups")
    acknowledged = steps = cut_off = 0
    try:
        for number in range(KILLS):
            edits = rng.randrange(12)
            said = worker.run_and_kill(number, edits, rng.uniform(0, 0.008))
            assert len(said) > edits
            assert said[0] == ["open", str(steps)]
            cut_off += has_hot_journal(path)
            document = Document.open(path, read_only=True)
            steps = len(document.history())
            last = said[-1]
            acknowledged += len(said) - 1
            # One more may be on disk whose acknowledgement went down with the process; none less.
            assert steps in (int(last[1]), int(last[1]) + 1)
            if last[0] == "ok" and steps == int(last[1]):
                assert document.fingerprint == last[2]
            document.close()
    finally:
        worker.stop()
    assert acknowledged >= 4 * KILLS
    assert cut_off > 0
    final = Document.open(path, backup_folder=tmp_path / "backups")
    assert final.recovered
    assert len(final.history()) == steps
    kept = state(final)
    for _ in range(100):
        assert final.undo()
    for _ in range(100):
        assert final.redo()
    assert state(final) == kept
    final.close()
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["desa.apbdes"]
