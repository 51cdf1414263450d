"""The years of another plan file, to copy from: looked at in memory, the file and its lock untouched."""

from __future__ import annotations

from pathlib import Path

from village_budget.document.document import Document
from village_budget.domain.plan import Plan


def read_years(path: Path) -> list[Plan]:
    """Every year and version of a plan file, the newest first.

    Nothing is written beside it either, so that a file on a write-protected stick, or one that another
    machine works in, can be copied from.

    Raises:
        FileError: missing, foreign, newer, damaged.
    """
    document = Document.open(path, read_only=True)
    try:
        return [document.version(info.id) for info in reversed(document.plans())]
    finally:
        document.close()
