"""Making plan files: a new one with an empty plan, or one with given contents."""

from __future__ import annotations

import uuid
from datetime import datetime
from pathlib import Path

from village_budget import __version__
from village_budget.domain.plan import Change, Entity, PlanInfo, Record
from village_budget.domain.village import Village
from village_budget.errors import FileError
from village_budget.store import (
    contents,
    engine,
    journal,
    journal_writer,
    placement,
    row_writer,
    schema,
    trouble,
)
from village_budget.store.contents import Contents, Loaded
from village_budget.store.fingerprint import PlanDigest
from village_budget.store.journal import StepDraft
from village_budget.store.row_values import TYPES, recorded
from village_budget.store.steps import StepKind, StepLabel


def create(path: Path, village: Village, info: PlanInfo, now: datetime) -> None:
    """Make a new plan file with one empty plan; it appears under its name complete or not at all.

    Raises:
        FileError: ``file-exists``, or the place can't be written to.
    """
    if path.exists():
        raise FileError("file-exists", **trouble.facts(path))
    digest = PlanDigest(village, info, (), ())
    made = Contents(uuid.uuid4().hex, now.isoformat(), village, {info.id: info}, {}, [])
    made.fingerprints[info.id] = digest.fingerprint
    made.loaded[info.id] = Loaded([], [], digest)
    label = StepLabel("step-add-plan", {"year": str(info.fiscal_year)})
    first = StepDraft(info.id, StepKind.NOTE, label, now)
    with placement.new_file(path) as temporary:
        write_whole(temporary, made, first)


def write_whole(path: Path, made: Contents, first: StepDraft | None = None) -> None:
    """Write contents into a new file: rows, seal and, when given, a first step; no other journal.

    Raises:
        FileError: the disk is full or the place can't be written to.
    """
    raw = engine.connect(path, engine.Access.MAKE)
    try:
        with trouble.told(path), engine.core(raw) as connection, row_writer.transaction(connection):
            schema.create_tables(raw)
            connection.exec_driver_sql(
                "INSERT INTO plan_file VALUES (1, ?, ?, ?, '')", (made.uid, __version__, made.created_at)
            )
            heads = [Change(Entity.VILLAGE, 1, None, made.village)]
            heads += [Change(Entity.PLAN, info.id, None, info) for info in made.plans.values()]
            row_writer.write_changes(connection, heads, 0, made.fingerprints)
            for plan_id, loaded in made.loaded.items():
                rows = [Change(Entity.ACTIVITY, row.id, None, row) for row in loaded.activities]
                rows += [Change(Entity.LINE, row.id, None, row) for row in loaded.lines]
                rows += [Change(_entity(row), row.id, None, row) for row in made.records_of(plan_id)]
                row_writer.write_changes(connection, rows, plan_id, made.fingerprints)
            head_hash = journal.genesis(made.uid)
            if first:
                changes = [recorded(change) for change in heads]
                head_hash = journal_writer.append(connection, first, changes, 1, head_hash).hash
            row_writer.write_seal(connection, contents.seal(made, 1 if first else 0, head_hash), __version__)
            schema.create_triggers(raw)
    finally:
        raw.close()


def _entity(row: Record) -> Entity:
    return next(entity for entity, kind in TYPES.items() if kind is type(row))
