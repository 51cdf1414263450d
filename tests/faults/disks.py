"""A disk that fails on demand: the n-th statement or commit meets an I/O error, as when a stick is pulled."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest

from village_budget.store import engine


class Disk:
    """Counts what is asked of it and fails at one moment, or from it on.

    Attributes:
        calls: statements and commits since it was armed.
        fail_at: the call that fails; None never.
        gone: after the failing call all others fail too, until `plug_in`.
    """

    def __init__(self) -> None:
        self.calls = 0
        self.fail_at: int | None = None
        self.gone = False
        self.code = sqlite3.SQLITE_IOERR_WRITE

    def arm(self, call: int, *, gone: bool = False) -> None:
        """Fail at a call from now, counted from 1."""
        self.calls, self.fail_at, self.gone = 0, call, gone

    def plug_in(self) -> None:
        """Work again."""
        self.fail_at = None

    def touch(self) -> None:
        """One more call."""
        self.calls += 1
        if self.fail_at is None:
            return
        if self.calls == self.fail_at or (self.gone and self.calls > self.fail_at):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = self.code
            raise error


def use(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the disk under every connection that is opened from now on."""

    class Cursor(sqlite3.Cursor):
        def execute(self, *args: Any) -> Any:
            disk.touch()
            return super().execute(*args)

        def executemany(self, *args: Any) -> Any:
            disk.touch()
            return super().executemany(*args)

    class Connection(sqlite3.Connection):
        def cursor(self, *args: Any) -> Any:
            return super().cursor(Cursor)

        def execute(self, *args: Any) -> Any:
            disk.touch()
            return super().execute(*args)

        def commit(self) -> None:
            disk.touch()
            super().commit()

    real = sqlite3.connect

    def connect(*args: Any, **values: Any) -> sqlite3.Connection:
        if not str(args[0]).startswith("file:"):
            return real(*args, **values)
        return real(*args, factory=Connection, **values)

    monkeypatch.setattr(engine.sqlite3, "connect", connect)
