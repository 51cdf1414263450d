"""The open document: years, history, restart, locks, enacted plans, what failed writes leave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import small_plan, village
from tests.document.files import Clock, fresh_state, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity, RemoveActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.document.edits.plan_head import SetStatus, SetVillage
from village_budget.domain.lines import Part
from village_budget.domain.plan import Status
from village_budget.errors import FileError, UserError
from village_budget.store.fingerprint import PlanDigest
from village_budget.store.lock import this_machine


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the plan is."""
    return tmp_path / "Desa Sumberwangi.apbdes"


@pytest.fixture
def document(path: Path) -> Iterator[Document]:
    """The small plan, open."""
    document = Document.open(save_plan(path, small_plan()), clock=Clock())
    yield document
    document.close()


def test_new_plan(path: Path) -> None:
    """A new plan is empty, of its village and year, and one complete file."""
    document = Document.create(path, village(), 2026, clock=Clock())
    assert document.plan.village == village()
    assert [info.fiscal_year for info in document.plans()] == [2026]
    assert not document.plan.lines
    assert document.undo() is None
    assert not document.recovered
    assert document.saved_at is not None
    document.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_new_plan_never_replaces_a_file(path: Path) -> None:
    """A new plan under a name that is taken is refused and the file left alone."""
    path.write_text("surat")
    with pytest.raises(FileError, match="file-exists"):
        Document.create(path, village(), 2026)
    assert path.read_text() == "surat"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    ("values", "year", "code"),
    [({"name": ""}, 2026, "village-name-missing"), ({"code": "1"}, 2026, "village-code-unreadable"),
     ({}, 26, "year-unusable")],
)  # fmt: skip
def test_new_plan_needs_a_village_and_a_year(
    path: Path, values: dict[str, str], year: int, code: str
) -> None:
    """Nothing is made of a village without a name or a year that can't be."""
    with pytest.raises(UserError, match=code):
        Document.create(path, village(**values), year)
    assert not path.exists()


def test_numbers_taken_back_are_not_given_again(document: Document) -> None:
    """A key that was ever used stays that row's, also after undo and restart."""
    first = document.apply(AddActivity("2.2.02")).changes[0].key
    document.undo()
    document.close()
    document = Document.open(document.path, clock=Clock())
    second = document.apply(AddActivity("2.2.02")).changes[0].key
    document.close()
    assert second > first


def test_years_in_one_file(document: Document) -> None:
    """A file holds several years; each has its own rows, steps and fingerprint."""
    before = state(document)
    document.apply(SetLine(5, {"note": "x"}))
    info = document.add_plan(2027)
    assert document.plan.info.fiscal_year == 2026
    with pytest.raises(UserError, match="plan-exists"):
        document.add_plan(2027)
    document.select(2027)
    assert document.plan.info == info
    assert not document.plan.lines
    assert document.undo_label is None
    assert document.undo() is None
    document.apply(AddActivity("1.1.01"))
    document.select(2026)
    assert document.undo() is not None
    assert state(document) == before
    with pytest.raises(UserError, match="plan-missing"):
        document.select(2030)
    assert document.plan.info.fiscal_year == 2026
    document.close()
    newest = Document.open(document.path)
    assert newest.plan.info.fiscal_year == 2027
    assert newest.undo_label is not None
    newest.close()
    with pytest.raises(UserError, match="plan-missing"):
        Document.open(document.path, fiscal_year=2031)
    Document.open(document.path, fiscal_year=2026).close()


def test_village_code_moves_all_years(document: Document) -> None:
    """The village's code is part of every year's fingerprint; all are written in the same step."""
    document.add_plan(2027)
    document.apply(SetVillage({"code": "35.10.99.2002"}))
    document.close()
    document = Document.open(document.path, clock=Clock())
    info, holder = document.plan.info, document.plan.village
    assert holder.code == "35.10.99.2002"
    assert document.fingerprint == PlanDigest(holder, info, (), ()).fingerprint
    document.select(2026)
    document.undo()
    document.close()
    assert Document.open(document.path, read_only=True).plan.village == village()


def test_signers_and_status_leave_the_fingerprint(document: Document) -> None:
    """A printed budget stays the same budget when it is agreed to or the signer changes."""
    printed = document.fingerprint
    document.apply(SetVillage({"head": "Kepala Desa"}))
    document.apply(SetStatus(Status.AGREED))
    assert document.fingerprint == printed


def test_history_names_who_when_and_why(document: Document) -> None:
    """The history has each step with its name, time, author and changes."""
    document.author = "Kaur Keuangan"
    document.apply(SetLine(5, {"description": "Semen 50 kg", "unit_price": 66_000_00}))
    document.undo()
    done, undone = document.history()
    assert (done.label.code, done.who, done.kind) == ("step-set-line", "Kaur Keuangan", "do")
    assert undone.target == done.id
    assert done.at < undone.at == document.saved_at
    (change,) = document.step_changes(done.id)
    assert change.before == {"description": "Semen", "unit_price": 65_000_00, "amount": 26_000_000_00}
    assert change.after == {"description": "Semen 50 kg", "unit_price": 66_000_00, "amount": 26_400_000_00}


def test_steps_are_in_order_whatever_the_clock_says(path: Path) -> None:
    """F26: with a clock that goes backwards the order of steps and undo stay right."""
    clock = Clock(datetime.fromisoformat("2099-01-01T00:00:00+07:00"))
    document = Document.open(save_plan(path, small_plan()), clock=clock)
    document.apply(SetLine(5, {"note": "pertama"}))
    clock.now = datetime.fromisoformat("1980-01-01T00:00:00+07:00")
    document.apply(SetLine(5, {"note": "kedua"}))
    document.close()
    document = Document.open(path, clock=clock)
    document.undo()
    assert document.plan.lines[5].note == "pertama"
    assert [step.at.year for step in document.history()] == [2099, 1980, 1980]
    document.close()


def enact(document: Document) -> None:
    """Take a plan all the way."""
    for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
        document.apply(SetStatus(status))


def test_enacted_plan_never_changes(document: Document) -> None:
    """An enacted version refuses every edit, undo and redo; another year can still be worked on."""
    document.apply(SetLine(5, {"note": "x"}))
    enact(document)
    before = state(document)
    assert (document.read_only, document.read_only_reason) == (True, "enacted")
    for attempt in (lambda: document.apply(SetLine(5, {"note": "y"})), document.undo):
        with pytest.raises(UserError, match="plan-enacted"):
            attempt()
    assert document.undo_label is None
    assert state(document) == before == fresh_state(document.path)
    document.add_plan(2027)
    document.select(2027)
    assert not document.read_only
    document.apply(AddActivity("1.1.01"))
    with pytest.raises(UserError, match="village-code-fixed"):
        document.apply(SetVillage({"code": "35.10.99.2002"}))
    document.undo()
    assert fresh_state(document.path)


def test_second_opener_looks_only(document: Document) -> None:
    """F12: who opens it second is told who has it and since when, sees it all, and can't write."""
    document.apply(SetLine(5, {"note": "x"}))
    second = Document.open(document.path)
    assert second.read_only_reason == "locked"
    assert second.opened_by is not None
    assert second.opened_by.machine == this_machine()
    assert second.opened_by.since is not None
    assert state(second) == state(document)
    with pytest.raises(FileError, match="file-read-only"):
        second.apply(SetLine(5, {"note": "y"}))
    with pytest.raises(FileError, match="file-read-only"):
        second.undo()
    with pytest.raises(FileError, match="file-read-only"):
        second.add_plan(2027)
    assert second.undo_label is None
    second.close()
    document.apply(SetLine(5, {"note": "z"}))
    assert Document.open(document.path, read_only=True).plan.lines[5].note == "z"


def test_looking_leaves_no_trace(path: Path) -> None:
    """Opening to look only writes nothing and hinders nobody."""
    save_plan(path, small_plan())
    stamp = path.stat().st_mtime_ns
    looked = Document.open(path, read_only=True)
    assert (looked.read_only_reason, looked.opened_by) == ("asked", None)
    worker = Document.open(path, clock=Clock())
    assert not worker.read_only
    worker.close()
    looked.close()
    assert path.stat().st_mtime_ns == stamp
    assert list(path.parent.iterdir()) == [path]


def test_closing_twice_is_harmless(document: Document) -> None:
    """Close may be called again."""
    document.close()
    document.close()


def test_edit_of_a_large_activity_is_one_step(document: Document) -> None:
    """U17: an activity with 100 lines goes and comes back with one step each."""
    activity = document.apply(AddActivity("2.2.02")).changes[0].key
    for n in range(100):
        document.apply(
            AddLine(Part.SPENDING, activity, "5.2.1.01", f"Baris {n}", Decimal(n), "buah", 10_000_00, "DDS")
        )
    before = state(document)
    removed = document.apply(RemoveActivity(activity))
    assert len(removed.changes) == 101
    assert removed.label.details == {"code": "2.2.02", "count": "100"}
    document.undo()
    assert state(document) == before == fresh_state(document.path)


def test_an_earlier_year_added_later_opens_again(tmp_path: Path) -> None:
    """Years stand by their number, rows by their key: the seal must not follow either order."""
    path = tmp_path / "plan.apbdes"
    document = Document.create(path, village(), 2026)
    document.add_plan(2019)
    document.close()
    again = Document.open(path)
    assert [info.fiscal_year for info in again.plans()] == [2019, 2026]
    again.close()
