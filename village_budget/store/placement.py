"""Files that appear under their name complete or not at all: written beside it, flushed, put in place."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from village_budget.disk import flush, flush_folder
from village_budget.errors import FileError
from village_budget.store import trouble
from village_budget.store.identity import journal_path

# On Windows a virus scanner or indexer may hold a fresh file for a moment.
_TRIES = 12 if os.name == "nt" else 1
_PAUSE = 0.2


@contextmanager
def new_file(path: Path, *, replace: bool = False) -> Iterator[Path]:
    """A temporary file in the same folder that becomes ``path`` when the block ends well.

    Args:
        path: the final name.
        replace: put it in place of an existing file; otherwise an existing one is an error.

    Raises:
        FileError: ``file-exists``, or the place can't be written to. The former file is intact.
    """
    temporary = path.with_name(f".~{path.name[:60]}.{uuid4().hex[:8]}.tmp")
    try:
        yield temporary
        flush(temporary)
        if replace:
            put_in_place(temporary, path)
        else:
            _put_fresh(temporary, path)
        flush_folder(path.parent)
    except OSError as error:
        raise trouble.from_system(error, path) from error
    finally:
        for leftover in (temporary, journal_path(temporary)):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)


def put_in_place(temporary: Path, path: Path) -> None:
    """Replace a file; a virus scanner may hold it for a moment, so a refusal is tried again for 2.4 s (F34).

    Raises:
        FileError: ``file-in-use``; both files are as they were.
        OSError: another failure.
    """
    # A journal of the former file would be played back into the new one (F19).
    stale = journal_path(path)
    aside = stale.with_name(f"{stale.name}.old")
    if stale.exists():
        stale.replace(aside)
    for attempt in range(_TRIES):
        try:
            temporary.replace(path)
        except PermissionError as error:
            if attempt == _TRIES - 1:
                if aside.exists():
                    aside.replace(stale)
                raise FileError("file-in-use", **trouble.facts(path)) from error
            time.sleep(_PAUSE)
        else:
            aside.unlink(missing_ok=True)
            return


def _put_fresh(temporary: Path, path: Path) -> None:
    """Give a file its name only while nothing else has it."""
    if os.name == "posix":
        try:
            os.link(temporary, path)
        except FileExistsError as error:
            raise FileError("file-exists", **trouble.facts(path)) from error
        except OSError:
            pass  # a file system without links: a stick
        else:
            return
    if path.exists():
        raise FileError("file-exists", **trouble.facts(path))
    temporary.rename(path)
