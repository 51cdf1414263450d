"""``python -m tests.exchange.judge [TABLES] [SEED] [--window]``: many tables, all ways in.

Ends with status 1 when a wrong figure came in silently; its tables are kept in ``build/judge``.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.exchange.judge.files import clipboard_text, write
from tests.exchange.judge.grids import written
from tests.exchange.judge.truth import random_table
from tests.exchange.judge.verdicts import Outcome, Taken, by_command, by_import, by_paste, judge

KEPT = Path("build") / "judge"


def empty_plan(folder: Path) -> Path:
    """A plan to aim at."""
    from tests import builders
    from village_budget.document.document import Document

    path = folder / "plan.apbdes"
    Document.create(path, builders.village(), 2026).close()
    return path


def ways(path: Path, plan: Path, text: str, container: str, *, window: bool = False) -> dict[str, Taken]:
    """What each way in makes of the same table; ``window`` leaves the command line out."""
    if container == "clipboard":
        return {"paste": by_paste(text)}
    if window:
        return {"import": by_import(path)}
    return {"command": by_command(path, plan), "import": by_import(path)}


def run(tables: int, seed: int, *, window: bool = False) -> int:
    """Judge so many tables; how many were silently wrong."""
    outcomes: Counter[tuple[str, str, str]] = Counter()
    shutil.rmtree(KEPT, ignore_errors=True)
    KEPT.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plan = empty_plan(folder)
        for number in range(seed, seed + tables):
            random = Random(number)
            table = random_table(random)
            made = written(table)
            path = write(made, table.style, folder, random)
            for way, taken in ways(
                path, plan, clipboard_text(made), table.style.container, window=window
            ).items():
                outcome = judge(table, taken)
                outcomes[way, table.style.layout, outcome] += 1
                if outcome is Outcome.WRONG:
                    shutil.copy(path, KEPT / f"{number}_{way}{path.suffix}")
                    note = f"{table.style}\n{table.lines}\n{taken}\n"
                    (KEPT / f"{number}_{way}.truth.txt").write_text(note, "utf-8")
    for (way, layout, outcome), count in sorted(outcomes.items()):
        print(f"{way:8} {layout:14} {outcome:15} {count}")
    return sum(count for (_, _, outcome), count in outcomes.items() if outcome == Outcome.WRONG)


if __name__ == "__main__":
    numbers = [text for text in sys.argv[1:] if text.isdecimal()]
    size, start = (int(text) for text in (*numbers, *("3000", "1")[len(numbers) :]))
    sys.exit(run(size, start, window="--window" in sys.argv) > 0)
