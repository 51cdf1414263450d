"""The example that the start page offers: a fresh copy each time; the shipped file is never touched."""

from __future__ import annotations

import shutil
from pathlib import Path

from village_budget import paths
from village_budget.errors import UserError

_NAME = "contoh.apbdes"


def fresh_example() -> Path:
    """A new copy of the example in the user's data folder, in place of the last one.

    Raises:
        UserError: ``file-denied``.
    """
    copy = paths.user_data_dir() / _NAME
    try:
        for old in copy.parent.glob(f"{_NAME}*"):
            old.unlink(missing_ok=True)
        shutil.copyfile(paths.sample("sumberwangi_2026.apbdes"), copy)
    except OSError as error:
        raise UserError("file-denied", path=str(copy), name=copy.name, drive=copy.drive) from error
    return copy


def is_example_file(path: Path) -> bool:
    """Whether a file is such a copy: it is not remembered among the plans."""
    return path.name == _NAME
