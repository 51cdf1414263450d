"""Starting from last year: what a copy brings, marks and leaves (U17, U25)."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from tests.builders import small_plan
from tests.document.files import Clock, fresh_state, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edits.amounts import KEPT, ZERO, CopiedAmounts, Scale, changed_price
from village_budget.document.edits.line_edits import AddLine, SetFund, SetLine
from village_budget.document.edits.reviews import SetReviewed
from village_budget.document.edits.year_copies import CopyActivities, CopyYear, Into
from village_budget.document.years import read_years
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan, Status
from village_budget.errors import UserError
from village_budget.store.lock import lock_path

NIK = "3510011203980001"


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """A file whose plan of 2026 is the small one, with an empty 2027 selected."""
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    document.add_plan(2027)
    document.select(2027)
    yield document
    document.close()


def last_year(document: Document) -> Plan:
    """The plan of 2026."""
    return document.version(1)


def content(line: Line) -> tuple[object, ...]:
    """What a line says, wherever it stands."""
    return (line.part, line.account_code, line.description, line.volume, line.unit, line.unit_price,
            line.amount, line.fund, line.factors, line.tags, line.volume_expression)  # fmt: skip


def test_a_year_is_copied_marked_and_taken_back_in_one_step(document: Document) -> None:
    """U25: every copied line is unreviewed, counted by the checks; one undo removes the copy."""
    source, before = last_year(document), state(document)
    applied = document.apply(CopyYear(source))
    assert applied.label.details == {"year": "2026", "count": "9"}
    lines = list(document.plan.all_lines())
    assert [content(line) for line in lines] == [
        content(line) for line in source.all_lines() if line.account_code != "6.1.1.01"
    ]
    assert document.plan.unreviewed() == lines
    found = next(one for one in document.findings if one.rule == "PLAN-REVIEW")
    assert not found.holds
    assert set(found.lines) == {line.id for line in lines}
    assert document.undo() is not None
    assert state(document) == before == fresh_state(document.path, 2027)


def test_undo_after_a_restart(document: Document) -> None:
    """U17: the copy is still one step when the program was closed in between; redo gives it back."""
    document.apply(CopyYear(last_year(document), amounts=CopiedAmounts(Scale.PERCENT, Decimal(5))))
    after = state(document)
    document.close()
    again = Document.open(document.path, clock=Clock())
    try:
        assert state(again) == after
        assert again.undo() is not None
        assert not again.plan.lines
        assert not again.plan.activities
        assert again.undo() is None
        assert again.redo() is not None
        assert state(again) == after
    finally:
        again.close()


def test_details_of_activities_come_along_notes_and_links_do_not(document: Document) -> None:
    """Officer, place, months and output are last year's; remarks belong to the year they were written in."""
    source = last_year(document)
    one = replace(source.activities[2], note="catatan", target=Decimal(120), target_unit="m", priority=1)
    line = replace(
        source.lines[5], note="catatan", link="foto.jpg", price_reason="jauh", tags=("padat_karya",),
        expression="=60000+5000", volume_expression="=20*20",
    )  # fmt: skip
    source = Plan(source.village, source.info, [one], [line])
    document.apply(CopyActivities(source, (2,)))
    (made,) = document.plan.activities.values()
    assert made == replace(one, id=made.id, note="")
    (copied,) = document.plan.lines.values()
    assert (copied.note, copied.link, copied.price_reason) == ("", "", "")
    assert (copied.expression, copied.volume_expression) == ("=60000+5000", "=20*20")
    assert copied.tags == ("padat_karya",)
    assert copied.review == "last_year"


def test_the_balance_of_last_year_stays_away_or_comes_without_an_amount(document: Document) -> None:
    """What is left of this year nobody knows yet."""
    source = last_year(document)
    document.apply(CopyYear(source, frozenset({Part.FINANCING})))
    assert not document.plan.lines
    document.apply(CopyYear(source, frozenset({Part.FINANCING}), carry_over=True))
    (line,) = document.plan.lines.values()
    assert (line.account_code, line.amount, line.fund) == ("6.1.1.01", 0, "DDS")


def test_into_a_year_that_has_lines(document: Document) -> None:
    """Behind what is there, only what is missing, or in its place."""
    source = last_year(document)
    document.apply(CopyActivities(source, (2,)))
    document.apply(AddLine(Part.REVENUE, None, "4.2.1.01", "Dana Desa baru", unit_price=1_00))
    there = set(document.plan.lines)
    missing = CopyYear(source, into=Into.MISSING)
    assert [row.code for row in missing.copied(document.plan).activities] == ["1.1.01", "4.2.01"]
    document.apply(missing)
    assert sorted(row.code for row in document.plan.activities.values()) == ["1.1.01", "2.3.10", "4.2.01"]
    assert there < set(document.plan.lines)
    document.undo()
    document.apply(CopyYear(source))
    assert [row.position for row in document.plan.activities_in_order() if row.code == "2.3.10"] == [0, 1]
    names = [line.description for line in document.plan.part_lines(Part.REVENUE)]
    assert names == ["Dana Desa baru", "Dana Desa", "ADD"]
    document.undo()
    replaced = CopyYear(source, into=Into.REPLACE)
    assert len(replaced.replaced(document.plan).lines) == 4
    document.apply(replaced)
    assert not there & set(document.plan.lines)
    assert len(document.plan.lines) == 9
    document.undo()
    assert set(document.plan.lines) == there


def test_an_activity_is_duplicated_behind_itself(document: Document) -> None:
    """Within one year the reason for a price still holds, as long as the price does."""
    document.apply(CopyYear(last_year(document)))
    road = next(row for row in document.plan.activities.values() if row.code == "2.3.10")
    line = document.plan.lines_of(road.id)[0]
    document.apply(SetLine(line.id, {"price_reason": "jauh dari kota"}))
    document.apply(CopyActivities(document.plan, (road.id,)))
    one, two = (row for row in document.plan.activities_in_order() if row.code == "2.3.10")
    assert document.plan.lines_of(two.id)[0].price_reason == "jauh dari kota"
    assert two.position == one.position + 1
    assert [content(row) for row in document.plan.lines_of(one.id)] == [
        content(row) for row in document.plan.lines_of(two.id)
    ]


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-100.01", "1001", "0.1234567"])
def test_a_percentage_that_is_no_use_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="percent-unusable"):
        CopiedAmounts(Scale.PERCENT, Decimal(text))


@given(
    price=st.integers(-99_999_999_999_99, 99_999_999_999_99),
    percent=st.decimals(-100, 1000, places=6, allow_nan=False),
)
def test_percent_is_exact(price: int, percent: Decimal) -> None:
    """The new price is the old one times the percentage, half up to whole rupiah, against plain fractions."""
    exact = Fraction(abs(price)) * (100 + Fraction(percent)) / 10_000
    rupiah = (exact * 2 + 1).__floor__() // 2
    assert changed_price(price, percent) == (rupiah if price >= 0 else -rupiah) * 100


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), percent=st.decimals(-100, 200, places=2, allow_nan=False))
def test_totals_of_random_years(seed: int, percent: Decimal) -> None:
    """G12: kept totals are the source's; undo gives the first fingerprint; percent is exact line by line."""
    rng = random.Random(seed)
    source = small_plan(2025)
    for _ in range(20):
        for change in builders.random_changes(source, rng, builders.ids_after(source)):
            source.apply(change)
    with tempfile.TemporaryDirectory() as folder:
        path = save_plan(Path(folder) / "desa.apbdes", small_plan())
        document = Document.open(path, clock=Clock(), backup_folder=Path(folder) / "backups")
        try:
            before = state(document)
            document.apply(CopyYear(source, into=Into.REPLACE, carry_over=True))
            for part in Part:
                mine = [line.amount for line in document.plan.part_lines(part)]
                theirs = [
                    0 if line.account_code.startswith("6.1.1") else line.amount
                    for line in source.part_lines(part)
                ]
                assert sorted(mine) == sorted(theirs)
            assert document.undo() is not None
            assert state(document) == before == fresh_state(path)
            document.apply(CopyYear(source, amounts=CopiedAmounts(Scale.PERCENT, percent), into=Into.REPLACE))
            wanted = [
                (line.volume, changed_price(line.unit_price, percent) if percent else line.unit_price)
                for line in source.all_lines()
                if not line.account_code.startswith("6.1.1")
            ]
            assert [(line.volume, line.unit_price) for line in document.plan.all_lines()] == wanted
        finally:
            document.close()


def test_zero_keeps_the_volume(document: Document) -> None:
    """U25: the structure stays, the money is entered anew."""
    source = last_year(document)
    document.apply(CopyYear(source, frozenset({Part.SPENDING}), ZERO))
    lines = document.plan.part_lines(Part.SPENDING)
    assert [line.volume for line in lines] == [line.volume for line in source.part_lines(Part.SPENDING)]
    assert {line.amount for line in lines} == {0}


def test_touching_a_line_reviews_it(document: Document) -> None:
    """U25: any edit of its content, or the mark taken off; moving it alone is no look at it."""
    document.apply(CopyYear(last_year(document)))
    one, two, three = list(document.plan.all_lines())[:3]
    document.apply(SetLine(one.id, {"unit_price": one.unit_price + 100}))
    document.apply(SetFund((two.id,), "PAD"))
    document.apply(SetReviewed((three.id,)))
    left = {line.id for line in document.plan.unreviewed()}
    assert not left & {one.id, two.id, three.id}
    assert len(left) == len(document.plan.lines) - 3
    document.undo()
    assert three.id in {line.id for line in document.plan.unreviewed()}


def test_another_file_is_only_looked_at(tmp_path: Path) -> None:
    """Last year's file on a stick: its bytes and the lock of who works in it are as they were."""
    path = save_plan(tmp_path / "lama.apbdes", small_plan(2025))
    other = Document.open(path, clock=Clock())
    lock = lock_path(path).read_bytes()
    before = path.read_bytes()
    (plan,) = read_years(path)
    assert plan.info.fiscal_year == 2025
    assert len(plan.lines) == 10
    assert lock_path(path).read_bytes() == lock
    assert path.read_bytes() == before
    other.close()
    read_years(path)
    assert not lock_path(path).exists()


def test_enacted_years_are_copied_from_never_into(document: Document) -> None:
    """A year that stands can be looked at and copied, nothing else."""
    document.select(2026)
    from village_budget.document.edits.plan_head import SetStatus

    for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
        document.apply(SetStatus(status))
    with pytest.raises(UserError, match="plan-enacted"):
        document.apply(CopyActivities(document.plan, (2,)))
    document.select(2027)
    document.apply(CopyYear(last_year(document)))
    assert document.plan.lines


def test_a_personal_number_of_an_old_file_is_not_copied(document: Document) -> None:
    """S25: a NIK in last year's text does not come into the new year."""
    source = last_year(document)
    line = replace(source.lines[5], description=f"BLT {NIK}")
    place = replace(source.activities[2], location=f"Rumah {NIK}")
    document.apply(CopyActivities(Plan(source.village, source.info, [place], [line]), (2,), KEPT))
    (made,) = document.plan.lines.values()
    (activity,) = document.plan.activities.values()
    assert NIK not in made.description + activity.location
