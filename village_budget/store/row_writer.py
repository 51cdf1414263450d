"""Changes of a plan into the tables: few statements, prepared once, rows of one kind together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, update
from sqlalchemy.exc import DBAPIError

from village_budget.domain.plan import RECORDS, Change, Entity
from village_budget.store import tables
from village_budget.store.row_values import Values, columns, differences
from village_budget.store.trouble import LostRow

if TYPE_CHECKING:
    from sqlalchemy import Connection, Delete, Insert, Table, Update

_TABLES: dict[Entity, Table] = {
    Entity.VILLAGE: tables.village,
    Entity.PLAN: tables.plan,
    Entity.ACTIVITY: tables.activity,
    Entity.LINE: tables.line,
    Entity.ANSWER: tables.answer,
    Entity.WAIVER: tables.waiver,
    Entity.OVERLAY: tables.overlay,
    Entity.PRICES: tables.prices,
}
_STATEMENTS: dict[str, dict[Entity, Insert | Update | Delete]] = {
    "add": {entity: insert(table) for entity, table in _TABLES.items()},
    "set": {
        entity: update(table).where(table.c.id == bindparam("row_key")) for entity, table in _TABLES.items()
    },
    "remove": {
        entity: delete(table).where(table.c.id == bindparam("row_key")) for entity, table in _TABLES.items()
    },
}
_SEAL = update(tables.plan_file).where(tables.plan_file.c.id == 1)
_OWNED = (Entity.ACTIVITY, Entity.LINE, *RECORDS)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """A transaction; what the database says comes out as it said it, not as SQLAlchemy wraps it."""
    try:
        with connection.begin():
            yield
    except DBAPIError as error:
        raise (error.orig or error) from error


def write_changes(
    connection: Connection, changes: Sequence[Change], plan_id: int, fingerprints: dict[int, str]
) -> None:
    """Write changes in their order inside the caller's transaction.

    Args:
        connection: in a transaction.
        changes: as made by an edit, or turned round.
        plan_id: the plan version that activities and lines belong to.
        fingerprints: of the plan versions, for those that are new.
    """
    rows = [
        (change.entity, _kind(change), _values(change, plan_id, fingerprints))
        for change in changes
        if change.before != change.after
    ]
    for (entity, kind, _), group in groupby(rows, key=lambda row: (row[0], row[1], row[2].keys())):
        values = [row[2] for row in group]
        result = connection.execute(_STATEMENTS[kind][entity], values if len(values) > 1 else values[0])
        if kind != "add" and result.rowcount not in (len(values), -1):
            raise LostRow


def write_fingerprint(connection: Connection, plan_id: int, fingerprint: str) -> None:
    """Keep the fingerprint of a plan version."""
    connection.execute(_STATEMENTS["set"][Entity.PLAN], {"row_key": plan_id, "fingerprint": fingerprint})


def write_seal(connection: Connection, seal: str, program: str) -> None:
    """Keep the seal of the file and the program that wrote last."""
    connection.execute(_SEAL, {"seal": seal, "program": program})


def _kind(change: Change) -> str:
    if change.before is None:
        return "add"
    return "set" if change.after is not None else "remove"


def _values(change: Change, plan_id: int, fingerprints: dict[int, str]) -> Values:
    """Columns of a new row; of a row that is there its key and what changes: keys and indices stay alone."""
    if change.after is None:
        return {"row_key": change.key}
    if change.before is not None:
        return {"row_key": change.key, **differences(change.before, change.after)[1]}
    values = {"id": change.key, **columns(change.after)}
    if change.entity in _OWNED:
        values["plan_id"] = plan_id
    if change.entity is Entity.PLAN:
        values["fingerprint"] = fingerprints[change.key]
    return values
