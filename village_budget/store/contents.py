"""Everything a plan file says, read and proven whole: nothing is believed that does not add up.

SQLite has no checksums of its own: of the flipped bits that matter, its integrity check misses most. So each
plan version is digested again and held against its recorded fingerprint, the journal against its chain, and
the rest (village, status, regulation) against the seal.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.domain.plan import PlanInfo, Status
from village_budget.domain.village import Village
from village_budget.errors import FileError
from village_budget.store import journal, schema, tables, trouble
from village_budget.store.fingerprint import PlanDigest
from village_budget.store.rows import columns, dump, read_activity, read_line
from village_budget.store.steps import Step

if TYPE_CHECKING:
    from sqlalchemy import Connection

_VILLAGE = select(*(column for column in tables.village.c if column.name != "id"))
_PLANS = select(tables.plan).order_by(tables.plan.c.fiscal_year, tables.plan.c.version)
_ACTIVITIES = select(*(column for column in tables.activity.c if column.name != "plan_id"))
_LINES = select(*(column for column in tables.line.c if column.name != "plan_id"))


class Unsound(Exception):  # noqa: N818 - a verdict, told to the user as file-damaged
    """A file does not say what it said when it was written; ``check`` names what does not add up."""

    def __init__(self, check: str) -> None:
        super().__init__(check)
        self.check = check


@dataclass(slots=True)
class Loaded:
    """The rows of one plan version and their digest."""

    activities: list[Activity]
    lines: list[Line]
    digest: PlanDigest


@dataclass(slots=True)
class Contents:
    """What a plan file holds.

    Attributes:
        uid: the file's own id, kept for life; copies share it.
        created_at: ISO time it was made.
        village: the village.
        plans: plan versions by key, oldest first.
        fingerprints: of each plan version.
        steps: the journal.
        highest_key: highest key of a row ever used.
        loaded: rows by plan version.
    """

    uid: str
    created_at: str
    village: Village
    plans: dict[int, PlanInfo]
    fingerprints: dict[int, str]
    steps: list[Step]
    highest_key: int = 0
    loaded: dict[int, Loaded] = field(default_factory=dict)

    @property
    def head_hash(self) -> str:
        """Hash of the last step."""
        return self.steps[-1].hash if self.steps else journal.genesis(self.uid)


def seal(contents: Contents, steps: int, head_hash: str) -> str:
    """SHA-256 over what the fingerprints leave out: ids, village with signers, heads of the plans, journal.

    Args:
        contents: ids, village and heads.
        steps: how many steps the journal has.
        head_hash: hash of its last step.
    """
    parts: list[Any] = [contents.uid, contents.created_at, list(columns(contents.village).values())]
    parts.append(
        [
            [*columns(info).values(), contents.fingerprints[key]]
            for key, info in sorted(contents.plans.items())
        ]
    )
    parts.append([steps, head_hash])
    return sha256(dump(parts).encode("ascii")).hexdigest()


def read_sound(connection: Connection, raw: sqlite3.Connection, path: Path) -> Contents:
    """Read a file whole and prove it.

    Raises:
        FileError: ``file-damaged`` with ``check``, or another trouble with the file.
    """
    try:
        check_structure(raw)
        with connection.begin():
            return _read(connection)
    except Unsound as verdict:
        raise FileError("file-damaged", check=verdict.check, **trouble.facts(path)) from verdict
    except (sqlite3.Error, DBAPIError) as error:
        known = trouble.from_sqlite(error, path)
        raise known or FileError("file-damaged", check="unreadable", **trouble.facts(path)) from error
    except (ValueError, TypeError, ArithmeticError, KeyError, AttributeError, AssertionError) as error:
        # Bytes that no writer of ours can have put there.
        raise FileError("file-damaged", check="unreadable", **trouble.facts(path)) from error


def check_structure(raw: sqlite3.Connection) -> None:
    """The schema is ours to the letter and SQLite's own checks pass.

    Raises:
        Unsound: it is not, or they do not.
    """
    if schema.strange_objects(raw):
        raise Unsound("schema")
    if raw.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise Unsound("integrity")
    if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise Unsound("foreign-keys")


def _read(connection: Connection) -> Contents:
    heads = connection.execute(select(tables.plan_file)).fetchall()
    villages = connection.execute(_VILLAGE).fetchall()
    if len(heads) != 1 or len(villages) != 1:
        raise Unsound("head")
    _, uid, _, created_at, sealed = heads[0]
    plans: dict[int, PlanInfo] = {}
    fingerprints: dict[int, str] = {}
    for key, year, version, status, number, date, fingerprint in connection.execute(_PLANS):
        plans[key] = PlanInfo(key, year, version, Status(status), number, date)
        fingerprints[key] = fingerprint
    try:
        steps, highest = journal.read_chain(connection, uid)
    except journal.ChainError as error:
        raise Unsound("journal") from error
    contents = Contents(uid, created_at, Village(*villages[0]), plans, fingerprints, steps, highest)
    if seal(contents, len(steps), contents.head_hash) != sealed:
        raise Unsound("seal")
    for key in plans:
        loaded = contents.loaded[key] = load(connection, contents, key)
        if loaded.digest.fingerprint != fingerprints[key]:
            raise Unsound("fingerprint")
        ids = [row.id for rows in (loaded.activities, loaded.lines) for row in rows]
        contents.highest_key = max([contents.highest_key, key, *ids])
    return contents


def load(connection: Connection, contents: Contents, plan_id: int) -> Loaded:
    """Rows of one plan version, inside the caller's transaction."""
    activities = [
        read_activity(tuple(row))
        for row in connection.execute(_ACTIVITIES.where(tables.activity.c.plan_id == plan_id))
    ]
    lines = [
        read_line(tuple(row)) for row in connection.execute(_LINES.where(tables.line.c.plan_id == plan_id))
    ]
    digest = PlanDigest(contents.village, contents.plans[plan_id], activities, lines)
    return Loaded(activities, lines, digest)
