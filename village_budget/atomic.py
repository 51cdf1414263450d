"""Writing a file so that its name never holds half of it: a temporary one beside it, checked, then replaced.

Whatever goes wrong, a file of that name from before is intact and nothing is left behind.
"""

from __future__ import annotations

import errno
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from village_budget.disk import flush, flush_folder
from village_budget.errors import ExportError

RETRY_SECONDS = 2.5
"""How long a refused replacement is tried again: virus scanners hold a new file for a moment."""
LEFTOVER_SECONDS = 600
_PREFIX, _SUFFIX = ".apbdes-", ".tmp"

sleep = time.sleep
"""Pause between tries; tests put their own in its place."""


@contextmanager
def replacing(target: Path, *, flushed: bool = False) -> Iterator[Path]:
    """Give the path of a temporary file; flushed to the disk, it takes the target's place at the end.

    Args:
        target: the file.
        flushed: the caller has it on the disk already, since it reads it back.

    Raises:
        ExportError: ``export-folder-missing``, ``export-read-only``, ``export-disk-full``,
            ``export-target-open`` or ``export-failed``; what was raised inside the block as it is, but
            `OSError` as one of these.
    """
    folder = target.parent
    if not folder.is_dir():
        raise ExportError("export-folder-missing", path=str(target), folder=str(folder))
    _sweep(folder)
    temporary = folder / f"{_PREFIX}{secrets.token_hex(6)}{_SUFFIX}"
    try:
        yield temporary
        if not flushed:
            flush(temporary)
        _replace(temporary, target)
        flush_folder(folder)
    except OSError as error:
        raise _explained(error, target) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Remove what a killed export left; young ones may belong to an export that is still running."""
    oldest = time.time() - LEFTOVER_SECONDS
    with suppress(OSError):
        for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()


def _replace(temporary: Path, target: Path) -> None:
    """Replace, trying again while another program holds the target (WinError 5, 32, 33)."""
    pause, left = 0.05, RETRY_SECONDS
    while True:
        try:
            temporary.replace(target)
        except PermissionError:
            if left <= 0:
                raise
            sleep(min(pause, left))
            left -= pause
            pause *= 1.5
        else:
            return


def _explained(error: OSError, target: Path) -> ExportError:
    """The user's words for what the system said."""
    facts: dict[str, object] = {"path": str(target), "name": target.name, "folder": str(target.parent)}
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return ExportError("export-disk-full", **facts)
    if isinstance(error, FileNotFoundError):
        return ExportError("export-folder-missing", **facts)
    if error.errno == errno.EROFS:
        return ExportError("export-read-only", **facts)
    if isinstance(error, PermissionError):
        # A folder that takes new files but not this name: the file itself is held, as Excel does.
        held = target.exists() and os.access(target.parent, os.W_OK)
        return ExportError("export-target-open" if held else "export-read-only", **facts)
    return ExportError("export-failed", **facts, reason=error.strerror or type(error).__name__)
