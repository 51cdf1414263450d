"""What SQLite and the operating system say when the world is wrong, as one family of errors."""

from __future__ import annotations

import errno
import sqlite3
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


def from_sqlite(error: BaseException, path: Path) -> FileError | None:
    """The user's error behind a database error; None when it is the program's own fault.

    Takes what sqlite3 raises and what SQLAlchemy wraps around it.
    """
    if isinstance(error, UnicodeDecodeError):  # a broken name in SQLite's own words
        return FileError("file-damaged", check="unreadable", **facts(path))
    origin = getattr(error, "orig", None) or error
    if not isinstance(origin, sqlite3.Error):
        return None
    number = getattr(origin, "sqlite_errorcode", None)
    if number is None:
        return None
    if number == sqlite3.SQLITE_CONSTRAINT_TRIGGER and "plan-enacted" in str(origin):
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
