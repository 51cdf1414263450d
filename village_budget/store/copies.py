"""Copies of an open plan file, each opened and proven after writing, and put in place as a whole."""

from __future__ import annotations

from pathlib import Path

from village_budget.errors import FileError
from village_budget.store import opening, placement, trouble
from village_budget.store.contents import Contents
from village_budget.store.plan_file import PlanFile


def save_copy(file: PlanFile, target: Path, *, history: bool = True, rescue: Contents | None = None) -> None:
    """Write a copy of an open file under another name, replacing what was there.

    Args:
        file: an open file, also one that is only looked at.
        target: the copy.
        history: with the journal; without it nothing deleted can be read from the copy (S27).
        rescue: what is in memory, written when the open file itself can't be read any more.

    Raises:
        FileError: the copy was not made; what was under its name is as it was.
    """
    if target.exists() and file.path.exists() and target.samefile(file.path):
        raise FileError("copy-onto-itself", **trouble.facts(target))
    with placement.new_file(target, replace=True) as temporary:
        _write(file, temporary, history=history, rescue=rescue)
        check_copy(temporary)


def _write(file: PlanFile, temporary: Path, *, history: bool, rescue: Contents | None) -> None:
    try:
        if history:
            file.copy_into(temporary)
        else:
            _write_whole(temporary, file.everything())
    except FileError:
        if rescue is None or _is_readable(file):
            raise
        temporary.unlink(missing_ok=True)
        _write_whole(temporary, rescue)


def _write_whole(path: Path, made: Contents) -> None:
    from village_budget.store import creation

    creation.write_whole(path, made)


def _is_readable(file: PlanFile) -> bool:
    try:
        file.everything()
    except FileError:
        return False
    return True


def check_copy(path: Path) -> Contents:
    """Read a fresh copy whole and prove it.

    Raises:
        FileError: ``copy-damaged``: the disk did not keep what was written.
    """
    try:
        raw, made = opening.take_picture(path)
    except FileError as error:
        raise FileError("copy-damaged", **trouble.facts(path)) from error
    raw.close()
    return made
