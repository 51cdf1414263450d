"""A NIK or KK is kept nowhere, whatever way it comes; one that is there is told masked (S25, S26)."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests import builders
from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.document.document import Document
from village_budget.document.edit import Edit
from village_budget.document.edits.activity_edits import AddActivity, SetActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.document.edits.plan_head import SetRegulation, SetStatus, SetVillage
from village_budget.document.edits.records import SetAnswer, SetOverlay, SetWaiver
from village_budget.document.edits.standard_prices import SetPrices
from village_budget.domain.answer import Answer, Waiver
from village_budget.domain.findings import Finding
from village_budget.domain.lines import Factor, Part
from village_budget.domain.plan import Plan, Status
from village_budget.errors import UserError
from village_budget.rules.check import check
from village_budget.rules.packs.loader import load_pack
from village_budget.store import tables

NIK = "3510011203980001"
SPACED = "3510 0112 0398 0001"

EDITS: dict[str, Callable[[str], Edit]] = {
    **{
        f"line.{name}": lambda text, name=name: SetLine(3, {name: text})  # type: ignore[misc]
        for name in (
            "description", "unit", "expression", "note", "link", "price_reason", "volume_expression"
        )
    },
    "line.factors": lambda text: SetLine(3, {"factors": (Factor(Decimal(3), text),)}),
    "new line": lambda text: AddLine(Part.REVENUE, None, "4.1.1.01", text),
    **{
        f"activity.{name}": lambda text, name=name: SetActivity(2, {name: text})  # type: ignore[misc]
        for name in ("name", "officer", "location", "output", "target_unit", "note")
    },
    "new activity": lambda text: AddActivity("2.3.10", text),
    **{
        f"village.{name}": lambda text, name=name: SetVillage({name: text})  # type: ignore[misc]
        for name in ("name", "district", "regency", "province", "head", "secretary", "treasurer")
    },
    "answer": lambda text: SetAnswer("dok.bengkok", "yes", text),
    "answer.value": lambda text: SetAnswer("dok.bengkok", f"ada {text}"),
    **{
        f"waiver.{name}": lambda text, name=name: SetWaiver(  # type: ignore[misc]
            **{"rule": "BEL-30", "fund": "", "reason": "a", "document": "b", "approver": "Camat",
               "date": "2026-01-01", name: text}
        )
        for name in ("reason", "document", "approver")
    },
    "regulation": lambda text: SetRegulation(text, "2025-12-31"),
    "prices": lambda text: SetPrices(text, ""),
    "overlay": lambda text: SetOverlay(f"{text}.toml", ""),
}  # fmt: skip


@pytest.fixture
def document(tmp_path: Path) -> Document:
    made = Document.create(tmp_path / "plan.apbdes", builders.village(), 2026)
    made.apply(AddActivity("1.1.01"))
    made.apply(AddLine(Part.REVENUE, None, "4.2.1.01", "Dana Desa"))
    return made


@pytest.mark.parametrize("text", [NIK, f"untuk {SPACED} bulan Januari"])
@pytest.mark.parametrize("name", EDITS)
def test_no_edit_keeps_a_number_of_a_person(document: Document, name: str, text: str) -> None:
    """S25: refused in one sentence, nothing stored, nothing to undo that was not there before."""
    before = document.fingerprint, len(document.history())
    with pytest.raises(UserError) as refused:
        document.apply(EDITS[name](text))
    assert refused.value.code == "personal-number"
    assert (document.fingerprint, len(document.history())) == before
    document.close()
    assert NIK not in document.path.read_bytes().decode("latin-1")


def test_a_new_village_takes_none_either(tmp_path: Path) -> None:
    path = tmp_path / "plan.apbdes"
    with pytest.raises(UserError, match="personal-number"):
        Document.create(path, builders.village(head=f"Pak Lurah {NIK}"), 2026)
    assert not path.exists()


def test_amounts_of_sixteen_digits_are_answers(document: Document) -> None:
    """S25: sen are digits too."""
    document.apply(SetAnswer("pagu.DDS", NIK))
    answer = document.plan.answer("pagu.DDS")
    assert answer is not None
    assert answer.value == NIK
    document.close()


def _old_plan() -> Plan:
    """A plan as another program, or an older version of this one, may have left it."""
    made = builders.small_plan()
    line = next(iter(made.part_lines(Part.SPENDING)))
    activity = next(row for row in made.activities.values() if row.id != line.activity_id)
    lines = [
        replace(row, description=f"BLT {NIK}") if row.id == line.id else row for row in made.lines.values()
    ]
    activities = [
        replace(row, note=f"Pak Budi {SPACED}") if row.id == activity.id else row
        for row in made.activities.values()
    ]
    records = [
        Answer(901, "dok.bengkok", "yes", f"KK {NIK}"),
        Waiver(902, "BEL-30", "", "alasan", NIK, "Camat", "2026-01-01"),
    ]
    return Plan(made.village, made.info, activities, lines, records)


def _finding(plan: Plan) -> Finding:
    found = check(plan, national_chart(), load_pack(2026))
    return next(finding for finding in found if finding.rule == "PLAN-NIK")


def test_the_check_lists_the_places_of_an_old_file_and_repeats_no_number() -> None:
    """S25: before export the places are named, the numbers masked."""
    plan = _old_plan()
    found = _finding(plan)
    assert not found.holds
    assert found.gap == 4
    assert [NIK in plan.lines[key].description for key in found.lines] == [True]
    assert [SPACED in plan.activities[key].note for key in found.activities] == [True]
    told = str(found)
    for number in (NIK, SPACED):
        assert number not in told
    assert "••••" in told


def test_the_finding_follows_each_edit(document: Document) -> None:
    """It goes when the number goes, and stays away while nothing of the kind is typed."""
    assert next(f for f in document.findings if f.rule == "PLAN-NIK").holds
    document.close()
    assert _finding(builders.small_plan()).holds


TELLING = ("nik", "kk", "nama penerima", "penerima", "recipient", "beneficiary", "ktp", "telepon", "phone")


def _words(text: str) -> set[str]:
    return set(text.casefold().replace("_", " ").replace("-", " ").split())


def test_no_table_has_a_place_for_a_recipient() -> None:
    """S26: the schema has no table of persons, no column for a name or number of one."""
    single = {word for word in TELLING if " " not in word}
    for table in tables.metadata.tables.values():
        assert not _words(table.name) & single, table.name
        for column in table.columns:
            assert not _words(column.name) & single, f"{table.name}.{column.name}"


def test_no_form_has_a_column_for_a_recipient() -> None:
    """S26: the words of the printed forms ask for no NIK; names stand on signature blocks only."""
    for path in sorted(paths.resource("forms").glob("*.toml")):
        for word in _texts(tomllib.loads(path.read_text("utf-8"))):
            assert not _words(word) & {"nik", "kk", "ktp"}, (path.name, word)
            assert "nama penerima" not in word.casefold(), (path.name, word)


def test_no_sample_and_no_template_names_one() -> None:
    """S26: neither the samples nor what the program ships holds such a number or such a column."""
    for path in (*paths.sample("").glob("*.csv"), *paths.resource("rules").glob("*template*"),
                 *paths.resource("templates").glob("*.toml")):  # fmt: skip
        text = path.read_text("utf-8-sig")
        head = text.splitlines()[0].casefold().replace(";", ",").split(",")
        assert not {"nik", "kk", "no_kk", "nama_penerima", "penerima"} & set(head), path.name
        assert not any(_finds(line) for line in text.splitlines()), path.name


def test_questions_count_persons_and_never_name_them() -> None:
    """S26: BLT is families, months and amounts; no question asks for a name or number of a person."""
    from village_budget.rules.packs.questions import load_questions

    for question in load_questions().values():
        words = _words(f"{question.title.id} {question.help.id}")
        assert not words & {"nik", "ktp"}, question.id
        # Free text is asked only for what the poster shows of the office: no list of persons fits there.
        kinds = ("text",) if question.group == "warga" else ("amount", "count", "date", "document")
        assert question.kind in kinds, question.id


def _texts(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for value in node.values() for text in _texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in _texts(value)]
    return [node] if isinstance(node, str) else []


def _finds(text: str) -> bool:
    from village_budget.personal_numbers import has_personal_number

    return has_personal_number(text)


def test_the_status_back_to_draft_takes_no_number_as_its_reason(document: Document) -> None:
    """S25: a reason is text, too."""
    document.apply(SetStatus(Status.AGREED))
    with pytest.raises(UserError, match="personal-number"):
        document.apply(SetStatus(Status.DRAFT, f"Permintaan {NIK}"))
    document.close()
