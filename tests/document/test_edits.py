"""Every edit: done, undone, compared, redone, compared; and what each refuses."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

import village_budget.document.edits
from tests.builders import small_plan
from tests.document.files import Clock, fresh_state, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edit import Edit
from village_budget.document.edits.activity_edits import AddActivity, RemoveActivity, SetActivity
from village_budget.document.edits.added_lines import AddLines, NewLine
from village_budget.document.edits.amounts import ZERO, CopiedAmounts, Scale
from village_budget.document.edits.bulk import RemoveRows, SetLines
from village_budget.document.edits.imports import ImportLines
from village_budget.document.edits.line_edits import (
    AddLine,
    MoveLine,
    RemoveLines,
    SetFund,
    SetLine,
)
from village_budget.document.edits.line_moves import MoveLines
from village_budget.document.edits.plan_head import SetRegulation, SetStatus, SetVillage
from village_budget.document.edits.records import (
    RemoveOverlay,
    RemoveWaiver,
    SetAnswer,
    SetOverlay,
    SetWaiver,
)
from village_budget.document.edits.restored_rows import RestoreRow
from village_budget.document.edits.reviews import SetReviewed
from village_budget.document.edits.standard_prices import RemovePrices, SetPrices
from village_budget.document.edits.table import LoadActivityDetails, LoadTable
from village_budget.document.edits.templates import InsertTemplate
from village_budget.document.edits.way_out import FollowWayOut
from village_budget.document.edits.year_copies import CopyActivities, CopyYear, Into
from village_budget.domain.answer import Answer, OverlayText, PriceText, Waiver
from village_budget.domain.lines import Factor, Part
from village_budget.domain.plan import Plan, Status
from village_budget.domain.template import ActivityTemplate, TemplateLine, Words
from village_budget.errors import UserError
from village_budget.figures.figures import Figures
from village_budget.money import AmountError
from village_budget.rules.ways.exact_price import priced
from village_budget.rules.ways.moves import Move, WayOut
from village_budget.store.contents import text_fingerprint
from village_budget.store.fingerprint import PlanDigest


def row(part: Part, activity: str, account: str, **values: object) -> SimpleNamespace:
    """A row of a flat table."""
    plain: dict[str, object] = {
        "row": 2, "part": part, "activity_code": activity, "activity_name": "", "account_code": account,
        "description": "Baris tabel", "volume": Decimal(2), "unit": "paket", "unit_price": 500_000_00,
        "amount": 1_000_000_00, "fund": "DDS", "tags": None, "factors": (),
    }  # fmt: skip
    return SimpleNamespace(**{**plain, **values})


TABLE = (
    row(Part.REVENUE, "", "4.2.1.01", description="Dana Desa", volume=Decimal(1), unit_price=90_000_000_00),
    row(Part.SPENDING, "2.3.10", "5.3.5.01", description="Semen", volume=Decimal(400), unit="zak",
        unit_price=65_000_00),
    row(Part.SPENDING, "2.3.10", "5.3.5.01", description="Batu"),
    row(Part.SPENDING, "2.3.95", "5.2.1.01", activity_name="Jalan wisata"),
    row(Part.SPENDING, "5.3.00", "", description="Bantuan langsung", tags=("blt",)),
    row(Part.FINANCING, "", "6.1.1.01", description="SiLPA", fund=""),
)  # fmt: skip

DETAILS = (
    SimpleNamespace(row=2, activity_code="2.3.10", values={"location": "Dusun Krajan", "priority": 2}),
    SimpleNamespace(row=3, activity_code="4.2.01", values={"target": Decimal("12.5"), "target_unit": "kg"}),
)

SMALL = small_plan()
CUT = (
    Move(SMALL.lines[5], priced(SMALL.lines[5], 64_000_00), "2.3.10"),
    Move(None, replace(SMALL.lines[6], id=0, description="Kerikil", factors=()), "2.3.10"),
    Move(SMALL.lines[7], replace(SMALL.lines[7], account_code="5.3.5.01"), "2.3.10"),
)
GIVEN_UP = tuple(Move(SMALL.lines[key], None, "4.2.01") for key in (8, 9))
ROAD = ActivityTemplate(
    "jalan", Words("Jalan"), Words(), "2.3.10",
    (
        TemplateLine("6.2.2.01", "Penyertaan modal", Decimal(1), "Paket"),
        TemplateLine("5.3.5.01", "Semen", Decimal(0), "Zak"),
        TemplateLine("5.3.5.01", "Upah", Decimal(24), "HOK", 90_000_00, "ADD", tags=("pktd",),
                     factors=(Factor(Decimal(2), "orang"), Factor(Decimal(12), "hari"))),
    ),
    officer="Kasi Kesejahteraan", output="Jalan", target_unit="m", months=(3, 8),
)  # fmt: skip
NEW = NewLine("5.3.5.01", "Batu", Decimal("12.5"), "m3", 150_000_00, "DDS", expression="=3*50.000")

CASES: dict[str, Edit] = {
    "add a spending line": AddLine(Part.SPENDING, 2, "5.3.5.01", "Batu", Decimal("12.5"), "m3", 150_000_00),
    "add a line between": AddLine(Part.SPENDING, 2, "5.3.5.01", "Besi", after_id=5),
    "add revenue": AddLine(Part.REVENUE, None, "4.2.3.01", "Tambahan ADD", unit_price=1_000_000_00),
    "add financing": AddLine(Part.FINANCING, None, "6.2.2.01", "BUM Desa", unit_price=5_000_000_00),
    "set text and price": SetLine(5, {"description": "Semen 50 kg", "unit_price": 66_500_00}),
    "set factors": SetLine(6, {"factors": (Factor(Decimal(3), "truk"), Factor(Decimal("2.5"), "m3"))}),
    "set plain volume": SetLine(3, {"volume": Decimal(11)}),
    "set tags and note": SetLine(8, {"tags": ("ketahanan_pangan",), "note": "dari musyawarah"}),
    "move a line to another account": SetLine(7, {"account_code": "5.3.5.01"}),
    "move a line to another activity": SetLine(7, {"activity_id": 3}),
    "remove one line": RemoveLines((9,)),
    "remove lines of three parts": RemoveLines((1, 5, 10)),
    "move a line down": MoveLine(5, 1),
    "move a line up": MoveLine(6, -1),
    "move lines before one": MoveLines((6,), 2, "5.3.5.01", 5),
    "move lines to another activity": MoveLines((5, 6, 7), 3),
    "move lines to another account": MoveLines((5, 7), 2, "5.2.1.01"),
    "set a fund": SetFund((3, 4, 5), "PAD"),
    "add lines behind a line": AddLines(Part.SPENDING, 2, (NEW, NEW), after_id=5),
    "add lines to other activities": AddLines(
        Part.SPENDING, 2, (NEW, replace(NEW, activity_code="4.2.01"), replace(NEW, activity_code="2.3.12"))
    ),
    "add lines of revenue": AddLines(Part.REVENUE, None, (NewLine("4.1.2.01", "Kios", fund="PAD"),)),
    "import lines of all parts": ImportLines(
        (
            AddLines(Part.REVENUE, None, (NewLine("4.1.2.01", "Kios", fund="PAD"),)),
            AddLines(Part.SPENDING, None, (replace(NEW, activity_code="2.3.91", review="import"),)),
            AddLines(Part.FINANCING, None, (NewLine("6.2.2.01", "Modal BUM Desa", fund="PAD"),)),
        ),
        (("2.3.91", "Gerbang wisata"),),
    ),
    "set lines": SetLines({5: {"unit_price": 1_00}, 6: {"unit": "truk"}, 1: {"description": "DD"}}),
    "remove activities and a line": RemoveRows((2, 3), (3,)),
    "add an activity": AddActivity("2.3.10"),
    "add a regency activity": AddActivity("2.3.95", "Jalan wisata"),
    "set an activity": SetActivity(2, {"location": "Krajan", "target": Decimal("120.5"), "priority": 1}),
    "give an activity another code": SetActivity(3, {"code": "2.3.10"}),
    "remove an activity with its lines": RemoveActivity(2),
    "set the village": SetVillage({"head": "Kepala Desa", "regency": "Jember"}),
    "give the village another code": SetVillage({"code": "35.10.99.2002"}),
    "agree": SetStatus(Status.AGREED),
    "set the regulation": SetRegulation("7 Tahun 2025", "2025-12-31"),
    "load a table": LoadTable(TABLE),  # type: ignore[arg-type]
    "load an empty table": LoadTable(()),
    "choose tags of an activity": SetActivity(2, {"tags": ("padat_karya",)}),
    "answer": SetAnswer("pagu.DDS", "90000000000", "SK Bupati 1/2026"),
    "answer otherwise": SetAnswer("blt.keluarga", "21"),
    "take an answer back": SetAnswer("blt.keluarga", ""),
    "waive": SetWaiver("BEL-30", "", "Musyawarah", "BA 3/2026", "Camat", "2026-02-01"),
    "waive otherwise": SetWaiver("BAL-SRC", "DDS", "Menunggu", "BA 9/2026", "Camat", "2026-03-01"),
    "withdraw a waiver": RemoveWaiver("BAL-SRC", "DDS"),
    "load the regency's file": SetOverlay("kabupaten.toml", '[overlay]\nname = "Kabupaten Lain"\n'),
    "remove the regency's file": RemoveOverlay(),
    "load standard prices": SetPrices("harga.csv", "semen;zak;68000"),
    "remove standard prices": RemovePrices(),
    "mark as reviewed": SetReviewed((4, 4, 10)),
    "touch a line that is not reviewed": SetLine(4, {"unit_price": 70_000_00}),
    "keep what was typed and why": SetLine(
        4, {"volume": Decimal(6), "volume_expression": "2*3", "price_reason": "jauh", "link": "foto.jpg"}
    ),
    "follow a way out": FollowWayOut(WayOut("BEL-30", "", "cut", CUT)),
    "give an activity up": FollowWayOut(WayOut("X", "", "give_up", GIVEN_UP, (SMALL.activities[3],))),
    "copy a year": CopyYear(small_plan(2025)),
    "copy a year in place of what is there": CopyYear(
        small_plan(2025),
        amounts=CopiedAmounts(Scale.PERCENT, Decimal("7.5")),
        into=Into.REPLACE,
        carry_over=True,
    ),
    "copy revenue of a year": CopyYear(small_plan(2025), frozenset({Part.REVENUE}), ZERO),
    "copy activities": CopyActivities(small_plan(2025), (2, 3), CopiedAmounts(Scale.PERCENT, Decimal(-10))),
    "duplicate an activity": CopyActivities(SMALL, (2,)),
    "bring a line back to earlier values": RestoreRow(replace(SMALL.lines[5], description="Semen lama")),
    "bring an activity and its line back": RestoreRow(
        replace(SMALL.activities[3], id=50), (replace(SMALL.lines[8], id=51, activity_id=50),)
    ),
    "insert a template": InsertTemplate(ROAD, "DDS"),
    "insert a template into an activity": InsertTemplate(ROAD, "PAD", 2),
    "insert a template of capital": InsertTemplate(replace(ROAD, activity_code="", lines=ROAD.lines[:1])),
    "load details": LoadActivityDetails(DETAILS),  # type: ignore[arg-type]
}  # fmt: skip


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan with an answer, a waiver and the regency's file, open."""
    plan = small_plan()
    text = '[overlay]\nname = "Kabupaten Uji"\n'
    records = (
        Answer(101, "blt.keluarga", "20"),
        Waiver(102, "BAL-SRC", "DDS", "Menunggu SK", "BA 2/2026", "Camat", "2026-01-15"),
        OverlayText(103, "uji.toml", text, text_fingerprint(text)),
        PriceText(104, "lama.csv", "semen;zak;65000", text_fingerprint("semen;zak;65000")),
    )
    lines = [replace(line, review="import") if line.id == 4 else line for line in plan.lines.values()]
    plan = Plan(plan.village, plan.info, plan.activities.values(), lines, records)
    document = Document.open(save_plan(tmp_path / "desa.apbdes", plan), clock=Clock())
    yield document
    document.close()


def edit_classes() -> set[type]:
    """Every class in the edits' modules that is an edit."""
    found = set()
    for module in pkgutil.iter_modules(village_budget.document.edits.__path__):
        loaded = importlib.import_module(f"village_budget.document.edits.{module.name}")
        for _, kind in inspect.getmembers(loaded, inspect.isclass):
            if kind.__module__ == loaded.__name__ and hasattr(kind, "changes"):
                found.add(kind)
    return found


def test_every_edit_has_a_case() -> None:
    """A new edit without a case in this file fails here."""
    assert edit_classes() == {type(edit) for edit in CASES.values()}


@pytest.mark.parametrize("edit", CASES.values(), ids=CASES.keys())
def test_edit_undo_redo(document: Document, edit: Edit) -> None:
    """U17: on disk and in memory alike; undo gives what was, redo what came, also after a restart."""
    before = state(document)
    applied = document.apply(edit)
    after = state(document)
    assert applied.changes
    assert after != before
    assert after == fresh_state(document.path)
    assert document.undo_label == applied.label

    undone = document.undo()
    assert undone is not None
    assert state(document) == before == fresh_state(document.path)
    assert document.redo_label == applied.label

    document.close()
    again = Document.open(document.path, clock=Clock())
    try:
        assert state(again) == before
        assert again.redo() is not None
        assert state(again) == after == fresh_state(document.path)
        assert [step.kind for step in again.history()] == ["do", "undo", "redo"]
    finally:
        again.close()


@pytest.mark.parametrize("edit", CASES.values(), ids=CASES.keys())
def test_totals_and_fingerprint_equal_a_fresh_count(document: Document, edit: Edit) -> None:
    """What is kept up to date edit by edit is what a count from scratch gives."""
    document.apply(edit)
    plan = document.plan
    fresh = Figures(plan, document.chart)
    assert {k: v for k, v in document.figures._totals.items() if v} == {
        k: v for k, v in fresh._totals.items() if v
    }
    digest = PlanDigest(plan.village, plan.info, plan.activities.values(), plan.lines.values())
    assert document.fingerprint == digest.fingerprint


def test_nothing_to_do_is_no_step(document: Document) -> None:
    """An edit that changes nothing leaves no step to undo."""
    line = document.plan.lines[5]
    for edit in (SetLine(5, {"description": line.description}), MoveLine(5, -1), SetFund((5,), line.fund)):
        assert document.apply(edit).changes == ()
    assert document.undo() is None
    assert document.history() == []


def test_new_step_forgets_what_could_be_redone(document: Document) -> None:
    """After undo and another edit there is nothing to redo."""
    document.apply(SetLine(5, {"note": "a"}))
    document.undo()
    document.apply(SetLine(5, {"note": "b"}))
    assert document.redo() is None
    assert document.redo_label is None


def test_added_line_takes_its_fund_from_account_or_neighbour(document: Document) -> None:
    """An empty fund is filled in: implied by the account, else as the line before."""

    def fund(edit: AddLine) -> str:
        added = document.apply(edit).changes[-1].after
        return getattr(added, "fund")  # noqa: B009 - a row of any kind

    assert fund(AddLine(Part.REVENUE, None, "4.1.1.01")) == "PAD"
    assert fund(AddLine(Part.SPENDING, 1, "5.1.1.01", after_id=3)) == "ADD"
    assert fund(AddLine(Part.SPENDING, 1, "5.2.1.01")) == "ADD"
    assert fund(AddLine(Part.FINANCING, None, "6.2.1.01")) == ""


def test_line_added_between_keeps_order(document: Document) -> None:
    """A line added after another stands right behind it, wherever that is."""
    first = document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", "Besi", after_id=5)).changes[-1].key
    second = document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", "Paku", after_id=5)).changes[-1].key
    assert [line.id for line in document.plan.lines_of(2)] == [5, second, first, 6, 7]


def test_lines_added_between_keep_their_order_and_place(document: Document) -> None:
    """A block behind a line stands there as a whole, in its own order, whatever came before it."""
    two = (replace(NEW, description="Besi"), replace(NEW, description="Paku"))
    document.apply(AddLines(Part.SPENDING, 2, two, after_id=5))
    document.apply(AddLines(Part.SPENDING, 2, two, after_id=5))
    names = [line.description for line in document.plan.lines_of(2)]
    assert names == ["Semen", "Besi", "Paku", "Besi", "Paku", "Pasir", "Upah"]


def test_lines_of_an_activity_that_is_not_there_bring_it(document: Document) -> None:
    """One activity for all its lines; an activity that is there is used."""
    codes = ("2.3.12", "2.3.12", "4.2.01", "2.3.10")
    lines = tuple(replace(NEW, activity_code=code) for code in codes)
    document.apply(AddLines(Part.SPENDING, 2, lines))
    assert len(document.plan.activities) == 4
    counts = {row.code: len(document.plan.lines_of(row.id)) for row in document.plan.activities.values()}
    assert counts == {"1.1.01": 2, "2.3.10": 4, "4.2.01": 3, "2.3.12": 2}


def test_amount_and_volume_follow(document: Document) -> None:
    """Amounts are volume x price rounded half up to the rupiah; factors make the volume."""
    document.apply(SetLine(6, {"factors": (Factor(Decimal(3), "truk"), Factor(Decimal("2.5"), "m3"))}))
    assert document.plan.lines[6].volume == Decimal("7.5")
    assert document.plan.lines[6].amount == 1_500_000_00
    document.apply(SetLine(6, {"volume": Decimal("0.333"), "unit_price": 1_000_50}))
    assert document.plan.lines[6].factors == ()
    assert document.plan.lines[6].amount == 333_00


def test_new_price_forgets_the_old_expression(document: Document) -> None:
    """U05: an expression is kept as a note; a price typed plainly takes its place."""
    document.apply(SetLine(5, {"unit_price": 60_000_00, "expression": "=12*5.000"}))
    document.apply(SetLine(5, {"unit_price": 61_000_00}))
    assert document.plan.lines[5].expression == ""


REFUSED: dict[str, tuple[Edit, str]] = {
    "restored line of a lost activity": (
        RestoreRow(replace(SMALL.lines[5], activity_id=99)),
        "restore-activity-gone",
    ),
    "restored text with a NIK": (
        RestoreRow(replace(SMALL.lines[5], note="3510014107900002")),
        "personal-number",
    ),
    "waiver without a reason": (
        SetWaiver("BEL-30", "", " ", "BA", "Camat", "2026-01-01"),
        "waiver-reason-missing",
    ),
    "waiver on no day": (SetWaiver("BEL-30", "", "x", "BA", "Camat", "2026-02-30"), "date-unreadable"),
    "no activity": (AddLine(Part.SPENDING, None, "5.1.1.01"), "line-without-activity"),
    "revenue under an activity": (AddLine(Part.REVENUE, 1, "4.1.1.01"), "line-without-activity"),
    "unknown activity": (AddLine(Part.SPENDING, 99, "5.1.1.01"), "activity-missing"),
    "account of another part": (AddLine(Part.REVENUE, None, "5.1.1.01"), "account-of-other-part"),
    "no code": (SetLine(5, {"account_code": "lima"}), "account-code-unreadable"),
    "revenue without account": (SetLine(1, {"account_code": ""}), "account-code-unreadable"),
    "unknown line": (SetLine(99, {"unit": "zak"}), "line-missing"),
    "lines without an activity": (AddLines(Part.SPENDING, None, (NEW,)), "line-without-activity"),
    "lines of a lost activity": (AddLines(Part.SPENDING, 99, (NEW,)), "activity-missing"),
    "revenue lines under an activity": (
        AddLines(Part.REVENUE, 1, (NewLine("4.1.1.01"),)),
        "line-without-activity",
    ),
    "lost activity among rows": (RemoveRows((2, 99)), "activity-missing"),
    "lost line": (RemoveLines((5, 99)), "line-missing"),
    "negative volume": (SetLine(5, {"volume": Decimal(-1)}), "volume-negative"),
    "no number": (SetLine(5, {"volume": Decimal("NaN")}), "volume-negative"),
    "long text": (SetLine(5, {"description": "x" * 100_000}), "text-too-long"),
    "short activity code": (AddActivity("2.3"), "activity-code-unreadable"),
    "no activity code": (AddActivity("x"), "activity-code-unreadable"),
    "unknown activity to set": (SetActivity(99, {"name": "x"}), "activity-missing"),
    "thirteenth month": (SetActivity(2, {"end_month": 13}), "month-unusable"),
    "ends before it starts": (SetActivity(2, {"end_month": 2}), "months-reversed"),
    "priority": (SetActivity(2, {"priority": -1}), "priority-negative"),
    "village without name": (SetVillage({"name": " "}), "village-name-missing"),
    "village code": (SetVillage({"code": "35.10"}), "village-code-unreadable"),
    "status skipped": (SetStatus(Status.ENACTED), "status-out-of-order"),
    "no such day": (SetRegulation("1", "2025-02-30"), "date-unreadable"),
    "not a date": (SetRegulation("1", "20250230"), "date-unreadable"),
}  # fmt: skip


@pytest.mark.parametrize(("edit", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_refusals_change_nothing(document: Document, edit: Edit, code: str) -> None:
    """What can't be done is refused with its reason, and nothing has changed."""
    before = state(document)
    with pytest.raises(UserError) as refused:
        document.apply(edit)
    assert refused.value.code == code
    assert state(document) == before == fresh_state(document.path)


def test_totals_beyond_the_limit_are_refused(document: Document) -> None:
    """U07: a total beyond 999.999.999.999.999 is refused like an amount; nothing wraps."""
    limit = 999_999_999_999_999_00
    with pytest.raises(AmountError):
        document.apply(SetLine(5, {"unit_price": limit, "volume": Decimal(2)}))
    with pytest.raises(AmountError):
        document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", unit_price=limit, fund="DDS"))
    document.apply(AddLine(Part.FINANCING, None, "6.2.1.01", unit_price=limit, fund="DDS"))
    with pytest.raises(AmountError):
        document.apply(AddLine(Part.FINANCING, None, "6.2.1.01", unit_price=limit, fund="DDS"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Semen\t50 kg\r\n", "Semen 50 kg"),
        ("a\x00b\x1bc", "abc"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("\ud800x", "x"),
        ("'; DROP TABLE line; --", "'; DROP TABLE line; --"),
        ('"quoted" \\ 😀', '"quoted" \\ 😀'),
    ],
)
def test_text_is_kept_clean(document: Document, typed: str, kept: str) -> None:
    """F28, S15: control characters go, everything else stays to the letter, in memory and on disk."""
    document.apply(SetLine(5, {"description": typed, "note": typed}))
    assert document.plan.lines[5].description == kept
    assert state(document) == fresh_state(document.path)


def test_status_goes_forward_and_back_with_a_reason(document: Document) -> None:
    """Back to draft only with a reason, which stands in the history."""
    document.apply(SetStatus(Status.AGREED))
    with pytest.raises(UserError, match="status-reason-missing"):
        document.apply(SetStatus(Status.DRAFT, "  "))
    document.apply(SetStatus(Status.DRAFT, "BPD minta perbaikan"))
    assert document.plan.info.status is Status.DRAFT
    assert document.history()[-1].why == "BPD minta perbaikan"


def test_loaded_table_keeps_what_is_the_same(document: Document) -> None:
    """Lines with the same place and content keep their key and note; details of kept activities stay."""
    document.apply(SetLine(5, {"note": "penting"}))
    document.apply(LoadTable(TABLE))  # type: ignore[arg-type]
    lines = [(line.id, line.description, line.note) for line in document.plan.lines_of(2)]
    assert lines[0] == (5, "Semen", "penting")
    assert lines[1][:2] == (6, "Batu")
    assert document.plan.activities[2].officer == "Kasi Kesejahteraan"
    assert sorted(a.code for a in document.plan.activities.values()) == ["2.3.10", "2.3.95", "5.3.00"]
    assert [a.name for a in document.plan.activities.values() if a.code == "2.3.95"] == ["Jalan wisata"]
    again = document.apply(LoadTable(TABLE))  # type: ignore[arg-type]
    assert again.changes == ()


def test_a_touched_line_counts_as_reviewed(document: Document) -> None:
    """U25: the mark goes with the first edit of the line, not with one that changes nothing."""
    document.apply(SetLine(4, {"unit": document.plan.lines[4].unit}))
    assert [line.id for line in document.plan.unreviewed()] == [4]
    document.apply(SetLine(4, {"note": "sudah dicek"}))
    assert document.plan.unreviewed() == []


def test_kept_arithmetic_goes_with_the_value(document: Document) -> None:
    """U05: what was typed stays beside the volume it made, and goes when another is typed."""
    document.apply(SetLine(4, {"volume": Decimal(6), "volume_expression": "2*3"}))
    assert document.plan.lines[4].volume_expression == "2*3"
    document.apply(SetLine(4, {"volume": Decimal(7)}))
    assert document.plan.lines[4].volume_expression == ""
