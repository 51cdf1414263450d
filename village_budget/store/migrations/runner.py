"""Brings an open file from its revision to the present one in one transaction, after a copy was set aside."""

from __future__ import annotations

import sqlite3
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.errors import FileError
from village_budget.store import trouble

if TYPE_CHECKING:
    from sqlalchemy import Connection

MODULES: tuple[str, ...] = (
    "village_budget.store.migrations.r0001_first",
    "village_budget.store.migrations.r0002_records",
    "village_budget.store.migrations.r0003_workbench",
)
"""One module a revision, in order; the first is revision 1."""


def upgrade(connection: Connection, revision: int) -> int:
    """Run every step after ``revision``, inside the caller's transaction; gives the revision reached."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    operations = Operations(MigrationContext.configure(connection))
    for number, name in enumerate(MODULES, start=1):
        if number > revision:
            import_module(name).upgrade(operations)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    return len(MODULES)


def migrate(raw: sqlite3.Connection, revision: int, path: Path, aside: Path) -> None:
    """Set a copy of the file aside, then bring it to the present revision, whole or not at all.

    Args:
        raw: the locked file, not in a transaction.
        revision: what the file has.
        path: the file.
        aside: where the copy goes.

    Raises:
        FileError: the copy or the new form could not be written; the file is as it was.
    """
    from village_budget.store import engine, row_writer

    with trouble.told(aside):
        raw.execute("VACUUM INTO ?", (str(aside),))
    if raw.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise FileError("file-damaged", check="integrity", **trouble.facts(path))
    _rehearse(raw, revision, path)
    with trouble.told(path), engine.core(raw) as connection, row_writer.transaction(connection):
        upgrade(connection, revision)


def _rehearse(raw: sqlite3.Connection, revision: int, path: Path) -> None:
    """Take the steps in memory first: what would not prove whole afterwards is not begun.

    Raises:
        FileError: ``file-damaged``.
    """
    from village_budget.store import contents, engine

    memory = engine.connect_memory()
    try:
        raw.backup(memory)
        with engine.core(memory) as rehearsal:
            with rehearsal.begin():
                upgrade(rehearsal, revision)
            contents.read_sound(memory, path)
    finally:
        memory.close()
