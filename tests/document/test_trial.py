"""Seeing what an entry would do, without doing it."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from tests import builders
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.document.trial import Trial, most_telling
from village_budget.domain.findings import Direction, Finding, Severity
from village_budget.domain.lines import Part
from village_budget.domain.plan import Change, Entity


def _document(tmp_path: Path) -> Document:
    document = Document.create(tmp_path / "plan.apbdes", builders.village(), 2026)
    document.apply(AddActivity("1.1.01"))
    document.apply(
        AddLine(Part.SPENDING, 2, "5.1.1.01", "Siltap", unit="OB", unit_price=2_000_000_00, fund="ADD")
    )
    return document


def _finding(rule: str, *, holds: bool, gap: int = 0) -> Finding:
    return Finding(
        rule, Severity.ERROR, holds, True, True, Direction.AT_MOST, 0, 0, None, "", gap, 0, "sen", ""
    )


def test_a_trial_judges_as_the_plan_would_and_leaves_it_alone(tmp_path: Path) -> None:
    document = _document(tmp_path)
    trial = Trial(document)
    before, fingerprint = document.findings, document.fingerprint
    line = document.plan.lines[3]
    after = replace(line, unit_price=3_000_000_00, amount=3_000_000_00)
    seen = trial.findings_with(Change(Entity.LINE, 3, line, after))
    assert (document.findings, document.fingerprint) == (before, fingerprint)
    assert trial.findings == before
    document.apply(SetLine(3, {"unit_price": 3_000_000_00}))
    assert document.findings == seen
    document.close()


def test_a_trial_that_follows_the_plan_stays_its_equal(tmp_path: Path) -> None:
    document = _document(tmp_path)
    trial = Trial(document)
    rng = random.Random(7)
    for _ in range(60):
        applied = document.apply(builders.random_edit(document.plan, rng))
        trial.follow(applied.changes)
        assert trial.findings == document.findings
    document.close()


def test_the_rule_that_breaks_is_told_before_the_one_that_is_mended() -> None:
    before = [_finding("A", holds=True), _finding("B", holds=False), _finding("C", holds=False, gap=5)]
    after = [_finding("A", holds=False), _finding("B", holds=True), _finding("C", holds=False, gap=6)]
    told = most_telling(before, after)
    assert told is not None
    assert told.rule == "A"
    mended = most_telling(before[1:], after[1:])
    assert mended is not None
    assert mended.rule == "B"
    assert most_telling(before[2:], after[2:]) is after[2]
    assert most_telling(before, before) is None
    assert most_telling([_finding("BAL-NET", holds=True)], [_finding("BAL-NET", holds=False)]) is None
