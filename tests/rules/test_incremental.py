"""Findings kept edit by edit equal findings from scratch, and an edit never walks the plan."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import builders
from village_budget.chart.chart import national_chart
from village_budget.domain.answer import Answer
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Entity, Plan
from village_budget.domain.prices import PriceBook, PriceItem
from village_budget.figures.figures import Figures
from village_budget.rules.check import Checker, check
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.packs.loader import load_pack, pack_years
from village_budget.rules.packs.pack import Rule
from village_budget.rules.packs.questions import load_questions

CHART = national_chart()
WORDS = (
    "Kepala Desa",
    "Sekdes",
    "Kaur, 4 org x 12 bln",
    "Kadus 3 orang",
    "Kurang bayar kaur",
    "BLT 9 KPM x 12 bln",
    "Semen PC, 50 kg",
    "Semen PC 50 kg",
)
BOOK = PriceBook(
    "SSH",
    [
        PriceItem("1", "Semen PC", "50 kg", "OB", 2_500_000_00),
        PriceItem("2", "Kadus 3 orang", "", "bulan", 49),
        PriceItem("3", "Sekdes", "", "orang", 2_022_199_50),
    ],
)
ACCOUNTS = (
    "5.1.1.01",
    "5.1.2.01",
    "5.1.2.01",
    "5.2.3.02",
    "5.2.1.01",
    "5.4.1.01",
    "4.2.1.01",
    "5.2",
    "6.1.1.01",
)
TAGS = (None, (), ("bengkok",), ("blt",), ("operasional_3",), ("ketahanan_pangan",))
CODES = (*builders.ACTIVITY_CODES, "1.1.05", "1.2.02", "4.3.01", "5.1.00", "9.9.99", "2.3")


def trouble_line(plan: Plan, rng: random.Random, key: int) -> Line:
    """A spending line that many rules have an opinion on."""
    return builders.line(
        key,
        activity_id=rng.choice([*sorted(plan.activities), 999]),
        account_code=rng.choice(ACCOUNTS),
        description=rng.choice(WORDS),
        volume=rng.choice([Decimal(0), Decimal(1), Decimal(4), Decimal(12), Decimal(48), Decimal(-2)]),
        unit=rng.choice(["OB", "bulan", "orang", "paket", "tahun", "KPM"]),
        unit_price=rng.choice([0, 50, 2_022_199_00, 2_022_200_00, 3_000_000_00]),
        fund=rng.choice(builders.FUNDS),
        tags=rng.choice(TAGS),
        price_reason=rng.choice(["", "", "Ongkos angkut"]),
    )


def filled(rule: Rule) -> Rule:
    """A rule that waits for the regency's limit, with one."""
    waits = rule.local and rule.limit is None and "limit" in KINDS[rule.kind].needs
    return replace(rule, limit=1 if KINDS[rule.kind].counts else 2_500_000_00) if waits else rule


ANSWERS = {
    "amount": ("0", "100000000", "9000000000"),
    "count": ("0", "1", "9"),
    "date": ("2019-02-01", "2025-10-31", "2026-01-05", "tidak tahu"),
    "document": ("yes", "no", "none"),
    "text": ("Jalan Raya 12",),
}


def answered(plan: Plan, rng: random.Random, keys: Iterator[int]) -> Change:
    """A question answered, answered otherwise, or taken back."""
    question = rng.choice(list(load_questions().values()))
    before = plan.answer(question.id)
    if before is not None and rng.random() < 0.4:
        return Change(Entity.ANSWER, before.id, before, None)
    key = before.id if before else next(keys)
    return Change(Entity.ANSWER, key, before, Answer(key, question.id, rng.choice(ANSWERS[question.kind])))


def changes_of(plan: Plan, rng: random.Random, keys: Iterator[int]) -> list[Change]:
    """One step: of the common builder, or one that is made to break rules."""
    choice = rng.randrange(6)
    if choice == 5:
        return [answered(plan, rng, keys)]
    if choice == 0 and plan.activities:
        before = plan.activities[rng.choice(sorted(plan.activities))]
        after = replace(before, code=rng.choice(CODES), name="Lain")
        return [Change(Entity.ACTIVITY, before.id, before, after)]
    if choice == 1:
        key = next(keys)
        return [Change(Entity.LINE, key, None, trouble_line(plan, rng, key))]
    if choice == 2 and plan.lines:
        row = plan.lines[rng.choice(sorted(plan.lines))]
        return [Change(Entity.LINE, row.id, row, trouble_line(plan, rng, row.id))]
    return builders.random_changes(plan, rng, lambda: next(keys))


@pytest.mark.parametrize("year", pack_years())
@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**9))
def test_findings_kept_edit_by_edit_equal_findings_from_scratch(year: int, seed: int) -> None:
    rng = random.Random(seed)
    plan, pack = builders.small_plan(year), load_pack(year)
    pack = replace(pack, rules={key: filled(rule) for key, rule in pack.rules.items()}, prices=BOOK)
    figures = Figures(plan, CHART)
    checker = Checker(pack, plan, figures, CHART)
    keys = iter(range(1000, 9999))
    done: list[Change] = []
    for step in range(16):
        # The last quarter takes back what was done, as undo does.
        changes = [done.pop().inverse()] if step >= 12 and done else changes_of(plan, rng, keys)
        before = checker.findings
        for change in changes:
            plan.apply(change)
            figures.apply(change)
        changed = checker.apply(changes)
        if step < 12:
            done += changes
        assert checker.findings == check(plan, CHART, pack)
        assert changed == (before != checker.findings)


def test_many_changes_in_one_step() -> None:
    """A whole plan comes and goes as one step, as an import and its undo do."""
    full, plan, pack = builders.small_plan(), builders.plan(), load_pack(2026)
    figures = Figures(plan, CHART)
    checker = Checker(pack, plan, figures, CHART)
    empty = checker.findings
    changes = [Change(Entity.ACTIVITY, row.id, None, row) for row in full.activities.values()]
    changes += [Change(Entity.LINE, row.id, None, row) for row in full.lines.values()]
    for step in (changes, [change.inverse() for change in reversed(changes)]):
        for change in step:
            plan.apply(change)
            figures.apply(change)
        assert checker.apply(step)
        assert checker.findings == check(plan, CHART, pack)
    assert checker.findings == empty


def test_an_edit_looks_at_no_other_line() -> None:
    """One price changes in a plan of 2,000 lines: no other line is read."""
    plan, pack = builders.large_plan(2000), replace(load_pack(2026), prices=BOOK)
    figures = Figures(plan, CHART)
    checker = Checker(pack, plan, figures, CHART)
    before = plan.lines[40]
    change = Change(
        Entity.LINE, 40, before, replace(before, unit_price=7_00, amount=7_00 * int(before.volume))
    )
    plan.apply(change)
    figures.apply(change)
    seen: list[int] = []

    class Noting(dict[int, Line]):
        def __getitem__(self, key: int) -> Line:
            seen.append(key)
            return super().__getitem__(key)

        def get(self, key: int, default: object = None) -> Line | None:  # type: ignore[override]
            seen.append(key)
            return super().get(key)

        def values(self):  # type: ignore[no-untyped-def]
            raise AssertionError("the whole plan is walked")

    plan.lines = Noting(plan.lines)
    assert checker.apply([change])
    assert len(seen) < 100


def test_lines_behind_a_rule_that_holds() -> None:
    plan, pack = builders.small_plan(2025), load_pack(2025)
    checker = Checker(pack, plan, Figures(plan, CHART), CHART)
    found = {finding.key: finding for finding in checker.findings}
    assert checker.lines_of(found["BEL-30", ""]) == (3, 4)
    assert checker.lines_of(found["BEL-70", ""]) == (3, 4)
    assert checker.lines_of(found["DD-25-02", ""]) == (9, 8)
    assert set(checker.lines_of(found["BAL-SRC", "ADD"])) == {3, 4}
    assert {plan.lines[key].part for key in checker.lines_of(found["BAL-SRC", "DDS"])} == {Part.SPENDING}
