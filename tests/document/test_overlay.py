"""The regency's rule file in a plan: it shapes rules and chart at once, and is undone like any edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.document.files import Clock, save_plan, state
from village_budget import paths
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.plan_head import SetRegulation, SetVillage
from village_budget.document.edits.records import RemoveOverlay, SetOverlay
from village_budget.domain.answer import OverlayText
from village_budget.domain.plan import Plan
from village_budget.errors import PackError
from village_budget.rules.check import check
from village_budget.store.contents import text_fingerprint

EXAMPLE = paths.sample("overlay_contoh.toml")
LIMITS = '[overlay]\nname = "Kabupaten Uji"\n[limits]\nSIL-MAX-KADES = 3000000\n'


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan, open."""
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    yield document
    document.close()


def found(document: Document, rule: str) -> bool:
    """Whether a rule is judged and holds."""
    return next(finding for finding in document.findings if finding.rule == rule).holds


def test_a_limit_of_the_regency_is_judged_at_once(document: Document) -> None:
    """Silent before, broken with the file, silent again after undo; findings are those of a fresh check."""
    rules = {finding.rule for finding in document.findings}
    assert "SIL-MAX-KADES" not in rules
    assert document.apply(SetOverlay("uji.toml", LIMITS)).findings_changed
    assert not found(document, "SIL-MAX-KADES")
    assert document.pack.overlay == "Kabupaten Uji"
    assert document.findings == check(document.plan, document.chart, document.pack)
    document.undo()
    assert {finding.rule for finding in document.findings} == rules
    document.redo()
    document.apply(RemoveOverlay())
    assert {finding.rule for finding in document.findings} == rules


def test_codes_of_the_regency_are_part_of_the_chart(document: Document) -> None:
    """With the file the regency's code has its name, also after a restart."""
    edit = document.read_overlay(EXAMPLE)
    document.apply(edit)
    document.apply(AddActivity("2.3.95"))
    assert document.chart.activity_name("2.3.95") == "Pemeliharaan jalan wisata desa (fiktif)"
    document.close()
    again = Document.open(document.path, clock=Clock())
    assert again.chart.activity_name("2.3.95") == "Pemeliharaan jalan wisata desa (fiktif)"
    assert state(again) == state(document)
    again.close()


def test_a_bad_file_is_refused_before_anything_changes(document: Document, tmp_path: Path) -> None:
    """File, line and field are named; a file that would loosen the law is refused like one that is broken."""
    before = state(document)
    path = tmp_path / "longgar.toml"
    path.write_text(LIMITS.replace("SIL-MAX-KADES = 3000000", "SIL-KADES = 1000000"), encoding="utf-8")
    with pytest.raises(PackError) as told:
        document.read_overlay(path)
    assert told.value.code == "overlay-national-rule"
    assert told.value.details["file"] == "longgar.toml"
    assert told.value.details["line"] == 4
    assert state(document) == before


def test_a_stored_file_that_can_not_be_read_any_more_is_left_aside(tmp_path: Path) -> None:
    """A plan opens whatever an older or newer program stored; the national rules judge it, and it is told."""
    text = "[overlay]\nwarna = 1\n"
    plan = small_plan()
    stored = OverlayText(900, "lama.toml", text, text_fingerprint(text))
    plan = Plan(plan.village, plan.info, plan.activities.values(), plan.lines.values(), [stored])
    document = Document.open(save_plan(tmp_path / "desa.apbdes", plan), clock=Clock())
    assert document.overlay_problem is not None
    assert document.overlay_problem.details["file"] == "lama.toml"
    assert document.findings == check(document.plan, document.chart, document.pack)
    document.apply(RemoveOverlay())
    assert document.overlay_problem is None
    document.close()


def test_a_village_of_the_file_has_its_ceilings(document: Document) -> None:
    """Ceilings are given to the village whose code stands in the file, and to no other."""
    document.apply(document.read_overlay(EXAMPLE))
    assert document.plan.village.code == "35.10.99.2001"
    assert document.pack.given["pagu.DDS"] == "37345600000"
    document.apply(SetVillage({"code": "35.10.99.2002"}))
    assert document.pack.given["pagu.DDS"] == "40122300000"
    document.apply(SetVillage({"code": "35.10.99.2009"}))
    assert document.pack.given == {}


def test_the_day_of_the_regulation_decides_which_rules_hold(document: Document) -> None:
    """A change of PP 43/2014's successor: from 27 March 2026 the 70/30 rule is shown as not verified."""
    assert next(f for f in document.findings if f.rule == "BEL-30").verified
    document.apply(SetRegulation("5 Tahun 2026", "2026-04-01"))
    assert not next(f for f in document.findings if f.rule == "BEL-30").verified
    document.undo()
    assert next(f for f in document.findings if f.rule == "BEL-30").verified
