"""Connections to a plan file: which way it is opened, and the settings without which nothing is read."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.errors import FileError
from village_budget.store import trouble

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Access(StrEnum):
    """How a file is opened: to work in it, to make it, or to look at its bytes without any lock or write."""

    WORK = "mode=rw"
    MAKE = "mode=rwc"
    LOOK = "mode=ro&immutable=1"


PRAGMAS: Mapping[str, int | str] = {
    # A rollback journal: the file alone is always the whole plan, also when it is copied to a stick.
    "journal_mode": "delete",
    "synchronous": 3,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    # Deleted text does not stay in the file (S27), nor in the journal beside it.
    "secure_delete": 1,
    "journal_size_limit": 0,
    "temp_store": 2,
    "busy_timeout": 0,
    # Pages that are read stay here, so that a copy can be made when the stick is gone.
    "cache_size": -32000,
}

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 50_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 1,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 200,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 50,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 5,
}


def address(path: Path, access: Access) -> str:
    """The file as SQLite wants it named: ``#``, ``?`` and ``%`` in a path open just that file (F32)."""
    uri = path.absolute().as_uri()
    if uri.startswith("file://") and not uri.startswith("file:///"):
        uri = f"file:////{uri[len('file://') :]}"  # a share: \\server\folder
    return f"{uri}?{access.value}"


def connect(path: Path, access: Access) -> sqlite3.Connection:
    """Open a file with every setting in force and read back.

    Raises:
        FileError: it can't be opened; or a setting did not take (``file-unreachable``).
    """
    try:
        connection = sqlite3.connect(
            address(path, access), uri=True, isolation_level=None, timeout=0, check_same_thread=False
        )
    except sqlite3.Error as error:
        raise trouble.from_sqlite(error, path) or error from error
    try:
        settle(connection, looking=access is Access.LOOK)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise trouble.from_sqlite(error, path) or error from error
    except RuntimeError as error:
        connection.close()
        raise FileError("file-unreachable", **trouble.facts(path)) from error
    return connection


def connect_memory() -> sqlite3.Connection:
    """An empty database in memory, for a picture of a file that is only looked at."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    settle(connection, looking=True)
    return connection


def settle(connection: sqlite3.Connection, *, looking: bool = False) -> None:
    """Put limits and settings in force and read them back.

    Raises:
        RuntimeError: a setting did not take.
    """
    for category, limit in _LIMITS.items():
        connection.setlimit(category, limit)
    for name, value in PRAGMAS.items():
        if looking and name in ("journal_mode", "synchronous"):
            continue
        connection.execute(f"PRAGMA {name} = {value}")
        (found,) = connection.execute(f"PRAGMA {name}").fetchone() or (value,)
        if found != value:
            message = f"PRAGMA {name} is {found}, not {value}"
            raise RuntimeError(message)
    defensive = getattr(sqlite3, "SQLITE_DBCONFIG_DEFENSIVE", None)
    if defensive is not None and hasattr(connection, "setconfig"):
        connection.setconfig(defensive, True)  # noqa: FBT003 - as the call wants it


def take_exclusively(connection: sqlite3.Connection) -> None:
    """Lock the file until the connection closes; a journal left by a crash is played back here.

    Raises:
        sqlite3.OperationalError: locked by another, or not writable.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("COMMIT")


def take(path: Path) -> sqlite3.Connection:
    """Open a file to work in it, locked for as long as the connection lives.

    Raises:
        FileError: locked, read-only, unreachable.
    """
    connection = connect(path, Access.WORK)
    try:
        take_exclusively(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise trouble.from_sqlite(error, path) or error from error
    return connection


def core(raw: sqlite3.Connection) -> Connection:
    """SQLAlchemy's connection over an open one; a transaction begins with BEGIN IMMEDIATE.

    Raises:
        sqlite3.Error: the file can't be read any more.
    """
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import StaticPool

    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, pool_reset_on_return=None)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    try:
        return engine.connect()
    except DBAPIError as error:
        raise (error.orig or error) from error
