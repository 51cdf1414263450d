"""Everything a plan file says, read and proven whole: nothing is believed that does not add up.

SQLite has no checksums of its own: of the flipped bits that matter, its integrity check misses most. So each
plan version is digested again and held against its recorded fingerprint, the journal against its chain, and
the rest (village, status, regulation) against the seal.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from village_budget.domain.activity import Activity
from village_budget.domain.answer import Answer, OverlayText, PriceText, Waiver
from village_budget.domain.lines import Line
from village_budget.domain.plan import PlanInfo, Record, Row, Status
from village_budget.domain.village import Village
from village_budget.errors import FileError
from village_budget.store import journal, schema, trouble
from village_budget.store.fingerprint import PlanDigest
from village_budget.store.row_values import (
    columns,
    dump,
    read_activity,
    read_line,
)
from village_budget.store.steps import Step

# Plain statements on the open connection: a plan is on the screen before SQLAlchemy, which writes, is loaded.
# Columns stand in the order of the rows' fields.
HEAD = "SELECT uid, created_at, seal FROM plan_file"
ROWS: Mapping[type[Row], str] = {
    Village: "SELECT name, code, district, regency, province, head, secretary, treasurer FROM village",
    PlanInfo: "SELECT id, fiscal_year, version, status, regulation_number, regulation_date, fingerprint"
    " FROM plan ORDER BY fiscal_year, version",
    Activity: "SELECT id, code, name, officer, location, start_month, end_month, output, target, target_unit,"
    " priority, note, position, tags FROM activity WHERE plan_id = ?",
    Line: "SELECT id, part, activity_id, account_code, description, volume, unit, unit_price, amount, fund,"
    " factors, tags, note, expression, position, link, price_reason, volume_expression, review"
    " FROM line WHERE plan_id = ?",
    Answer: "SELECT id, question, value, note, plan_id FROM answer ORDER BY id",
    Waiver: "SELECT id, rule, fund, reason, document, approver, date, plan_id FROM waiver ORDER BY id",
    OverlayText: "SELECT id, name, text, fingerprint, plan_id FROM overlay ORDER BY id",
    PriceText: "SELECT id, name, text, fingerprint, plan_id FROM prices ORDER BY id",
}
_RECORDS: tuple[type[Record], ...] = (Answer, Waiver, OverlayText, PriceText)


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
        records: answers, waivers and the regency's rule file, by plan version and key.
        loaded: rows by plan version.
    """

    uid: str
    created_at: str
    village: Village
    plans: dict[int, PlanInfo]
    fingerprints: dict[int, str]
    steps: list[Step]
    highest_key: int = 0
    records: dict[int, dict[int, Record]] = field(default_factory=dict)
    loaded: dict[int, Loaded] = field(default_factory=dict)

    @property
    def head_hash(self) -> str:
        """Hash of the last step."""
        return self.steps[-1].hash if self.steps else journal.genesis(self.uid)

    def records_of(self, plan_id: int) -> Iterable[Record]:
        """What is recorded beside the budget of a plan version."""
        return self.records.get(plan_id, {}).values()


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
    records = [
        [plan_id, type(row).__name__, _sealed(row)]
        for plan_id, rows in sorted(contents.records.items())
        for _, row in sorted(rows.items())
    ]
    # Nothing recorded: the seal is the one that older versions wrote.
    parts += [records] if records else []
    return sha256(dump(parts).encode("ascii")).hexdigest()


def _sealed(row: Record) -> list[Any]:
    values = columns(row)
    if isinstance(row, OverlayText | PriceText):
        del values["text"]  # its fingerprint stands for it
    return list(values.values())


def read_sound(raw: sqlite3.Connection, path: Path) -> Contents:
    """Read a file whole and prove it.

    Raises:
        FileError: ``file-damaged`` with ``check``, or another trouble with the file.
    """
    try:
        check_structure(raw)
        raw.execute("BEGIN")
        try:
            return _read(raw)
        finally:
            raw.rollback()
    except Unsound as verdict:
        raise FileError("file-damaged", check=verdict.check, **trouble.facts(path)) from verdict
    except sqlite3.Error as error:
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


def _read(raw: sqlite3.Connection) -> Contents:
    heads = raw.execute(HEAD).fetchall()
    villages = raw.execute(ROWS[Village]).fetchall()
    if len(heads) != 1 or len(villages) != 1:
        raise Unsound("head")
    uid, created_at, sealed = heads[0]
    plans: dict[int, PlanInfo] = {}
    fingerprints: dict[int, str] = {}
    for key, year, version, status, number, date, fingerprint in raw.execute(ROWS[PlanInfo]):
        plans[key] = PlanInfo(key, year, version, Status(status), number, date)
        fingerprints[key] = fingerprint
    try:
        steps, highest = journal.read_chain(raw, uid)
    except journal.ChainError as error:
        raise Unsound("journal") from error
    contents = Contents(uid, created_at, Village(*villages[0]), plans, fingerprints, steps, highest)
    contents.records = _read_records(raw)
    if seal(contents, len(steps), contents.head_hash) != sealed:
        raise Unsound("seal")
    for key in plans:
        loaded = contents.loaded[key] = load(raw, contents, key)
        if loaded.digest.fingerprint != fingerprints[key]:
            raise Unsound("fingerprint")
        ids = [row.id for rows in (loaded.activities, loaded.lines) for row in rows]
        contents.highest_key = max([contents.highest_key, key, *ids, *contents.records.get(key, ())])
    return contents


def _read_records(raw: sqlite3.Connection) -> dict[int, dict[int, Record]]:
    found: dict[int, dict[int, Record]] = {}
    for kind in _RECORDS:
        for *values, plan_id in raw.execute(ROWS[kind]):
            row = kind(*values)
            if isinstance(row, OverlayText | PriceText) and text_fingerprint(row.text) != row.fingerprint:
                raise Unsound("overlay" if isinstance(row, OverlayText) else "prices")
            found.setdefault(plan_id, {})[row.id] = row
    return found


def text_fingerprint(text: str) -> str:
    """SHA-256 of a text, 64 hex digits."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def load(raw: sqlite3.Connection, contents: Contents, plan_id: int) -> Loaded:
    """Rows of one plan version, inside the caller's transaction."""
    with closing(raw.execute(ROWS[Activity], (plan_id,))) as rows:
        activities = [read_activity(row) for row in rows]
    with closing(raw.execute(ROWS[Line], (plan_id,))) as rows:
        lines = [read_line(row) for row in rows]
    digest = PlanDigest(contents.village, contents.plans[plan_id], activities, lines)
    return Loaded(activities, lines, digest)
