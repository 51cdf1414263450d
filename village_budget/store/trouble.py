"""What SQLite and the operating system say when the world is wrong, as one family of errors."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from village_budget.errors import FileError

_BY_CODE = {
    sqlite3.SQLITE_BUSY: "file-locked",
    sqlite3.SQLITE_LOCKED: "file-locked",
    sqlite3.SQLITE_FULL: "file-disk-full",
    sqlite3.SQLITE_READONLY: "file-read-only",
    sqlite3.SQLITE_PERM: "file-denied",
    sqlite3.SQLITE_AUTH: "file-denied",
    sqlite3.SQLITE_CANTOPEN: "file-unreachable",
    sqlite3.SQLITE_IOERR: "file-unreachable",
    sqlite3.SQLITE_PROTOCOL: "file-unreachable",
    sqlite3.SQLITE_NOLFS: "file-disk-full",
    sqlite3.SQLITE_CORRUPT: "file-damaged",
    sqlite3.SQLITE_NOTADB: "file-damaged",
    sqlite3.SQLITE_FORMAT: "file-damaged",
}

_BY_ERRNO = {
    errno.ENOSPC: "file-disk-full",
    errno.EDQUOT: "file-disk-full",
    errno.EROFS: "file-read-only",
    errno.EACCES: "file-denied",
    errno.EPERM: "file-denied",
    errno.ENOENT: "file-missing",
    errno.EEXIST: "file-exists",
}


class LostRow(Exception):  # noqa: N818 - found by the file, told as file-replaced
    """A row that should be changed is not in the file: it is not the file that was opened."""


def from_sqlite(error: BaseException, path: Path) -> FileError | None:
    """The user's error behind what sqlite3 raised; None when it is the program's own fault."""
    if isinstance(error, UnicodeDecodeError):  # a broken name in SQLite's own words
        return FileError("file-damaged", check="unreadable", **facts(path))
    if not isinstance(error, sqlite3.Error):
        return None
    number = getattr(error, "sqlite_errorcode", None)
    if number is None:
        return None
    if number == sqlite3.SQLITE_CONSTRAINT_TRIGGER and "plan-enacted" in str(error):
        return FileError("plan-enacted", **facts(path))
    code = _BY_CODE.get(number & 0xFF)
    return FileError(code, **facts(path)) if code else None


def from_system(error: OSError, path: Path) -> FileError:
    """The user's error behind a failure of the operating system."""
    code = _BY_ERRNO.get(error.errno or 0, "file-unreachable")
    return FileError(code, **facts(path))


def facts(path: Path) -> dict[str, object]:
    """What the messages about a file can name: its path, its name and its drive."""
    return {"path": str(path), "name": path.name, "drive": path.drive or str(path.parent)}


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database or system says into the user's error; bugs pass through."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        known = from_sqlite(error, path)
        if known is None:
            raise
        raise known from error
    except LostRow as error:
        raise FileError("file-replaced", **facts(path)) from error
    except OSError as error:
        raise from_system(error, path) from error
