"""The journal asked: rows since a moment, a row at a step, what was removed; one row brought back (U18)."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import random_edit, small_plan
from tests.document.files import START, Clock, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import RemoveActivity, SetActivity
from village_budget.document.edits.line_edits import AddLine, RemoveLines, SetLine
from village_budget.document.history.row_restore import restoration
from village_budget.document.history.timeline import (
    changed_since,
    plan_at,
    removed_rows,
    row_at,
    standing,
)
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Entity
from village_budget.errors import UserError


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan, open."""
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    yield document
    document.close()


def test_since_a_moment_only_what_still_differs_counts(document: Document) -> None:
    """A step that was taken back again does not count; one of before that was taken back since does."""
    document.apply(SetLine(5, {"note": "lama"}))
    document.apply(SetLine(6, {"note": "lama"}))
    moment = document.history()[-1].at
    assert changed_since(document, moment).lines == frozenset()
    document.undo()
    document.apply(SetLine(7, {"note": "baru"}))
    document.apply(SetLine(8, {"note": "batal"}))
    document.undo()
    document.apply(SetActivity(2, {"location": "Krajan"}))
    changed = changed_since(document, moment)
    assert changed.lines == {6, 7}
    assert changed.activities == {2}
    assert changed_since(document, START).lines == {5, 7}


def test_steps_that_still_count(document: Document) -> None:
    """Taken back: no; done again: yes."""
    document.apply(SetLine(5, {"note": "a"}))
    document.apply(SetLine(5, {"note": "b"}))
    first, second = (step.id for step in document.history())
    document.undo()
    assert standing(document.history()) == {first}
    document.redo()
    assert standing(document.history()) == {first, second}


def test_a_removed_activity_comes_back_with_its_lines(document: Document) -> None:
    """U18: from what was removed, in one step; fingerprint and rows are those of before."""
    before = state(document)
    document.apply(RemoveActivity(2))
    (step_id, rows), *more = removed_rows(document).items()
    assert not more
    assert set(rows) == {(Entity.ACTIVITY, 2), (Entity.LINE, 5), (Entity.LINE, 6), (Entity.LINE, 7)}
    document.apply(restoration(document, Entity.ACTIVITY, 2, step_id - 1))
    assert state(document) == before
    assert removed_rows(document) == {}


def test_a_removed_line_brings_its_activity_back(document: Document) -> None:
    """U18: the line and its activity; the other lines stay among what was removed."""
    document.apply(RemoveActivity(2))
    step_id = document.history()[-1].id
    document.apply(restoration(document, Entity.LINE, 6, step_id - 1))
    assert [line.id for line in document.plan.lines_of(2)] == [6]
    assert set(removed_rows(document)[step_id]) == {(Entity.LINE, 5), (Entity.LINE, 7)}


def test_what_was_only_taken_back_was_not_removed(document: Document) -> None:
    """An adding that was undone is no removal; a removal that was undone neither."""
    document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", "Batu"))
    document.undo()
    document.apply(RemoveLines((5,)))
    document.undo()
    assert removed_rows(document) == {}
    document.redo()
    assert list(removed_rows(document).values()) == [[(Entity.LINE, 5)]]


def test_a_row_that_was_not_there_yet_is_refused(document: Document) -> None:
    """The reason is said; nothing changes."""
    key = document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", "Batu")).changes[-1].key
    with pytest.raises(UserError, match="restore-not-there"):
        restoration(document, Entity.LINE, key, document.history()[-1].id - 1)


def test_the_plan_at_a_moment(document: Document) -> None:
    """Rows as they were then, whatever was done since."""
    start = (dict(document.plan.activities), dict(document.plan.lines))
    moment = START + timedelta(seconds=30)
    document.apply(RemoveActivity(2))
    document.apply(SetLine(8, {"unit_price": 1_00}))
    document.undo()
    then = plan_at(document, moment)
    assert (then.activities, then.lines) == start


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), steps=st.integers(2, 25))
def test_a_restored_row_is_as_it_was_after_any_step(seed: int, steps: int) -> None:
    """Random edits; a row restored to step k is as it was at step k, in its activity; undo works."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = save_plan(Path(folder) / "desa.apbdes", small_plan())
        document = Document.open(path, clock=Clock(), backup_folder=Path(folder) / "backups")
        try:
            states: list[tuple[int, dict[int, Activity], dict[int, Line]]] = []
            for _ in range(steps):
                document.apply(random_edit(document.plan, rng))
                if rng.random() < 0.2:
                    document.undo()
                if (done := document.history()) and (not states or states[-1][0] != done[-1].id):
                    plan = document.plan
                    states.append((done[-1].id, dict(plan.activities), dict(plan.lines)))
            step_id, activities, lines = rng.choice(states)
            entity = rng.choice((Entity.LINE, Entity.ACTIVITY))
            rows: dict[int, Line] | dict[int, Activity] = lines if entity is Entity.LINE else activities
            if not rows:
                return
            key = rng.choice(sorted(rows))
            assert row_at(document, entity, key, step_id) == rows[key]
            before = state(document)
            applied = document.apply(restoration(document, entity, key, step_id))
            now = document.plan.lines if entity is Entity.LINE else document.plan.activities
            assert now[key] == rows[key]
            homes = {line.activity_id for line in document.plan.lines.values()} - {None}
            assert homes <= set(document.plan.activities)
            if applied.changes:
                document.undo()
            assert state(document) == before
        finally:
            document.close()
