"""The screen of supporting data: every question of the year has its place and its answer is an edit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.check.data_rows import data_facts, sections
from ui.check.data_screen import DataScreen
from ui.support.workspace import Workspace
from village_budget import paths
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.edits.plan_head import SetStatus
from village_budget.document.edits.records import SetAnswer
from village_budget.domain.plan import Status
from village_budget.errors import PackError
from village_budget.rules.packs.questions import load_questions

EXAMPLE = paths.sample("overlay_contoh.toml")


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace) -> DataScreen:
    made = DataScreen(workspace)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    return made


def write(screen: DataScreen, question: str, text: str) -> None:
    """Type into a field and press Enter."""
    field = screen.rows[question].input
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def value(workspace: Workspace, question: str) -> str:
    """The answer in the plan."""
    assert workspace.document is not None
    answer = workspace.document.plan.answer(question)
    return answer.value if answer else ""


def test_every_question_of_the_year_has_a_row(screen: DataScreen, workspace: Workspace) -> None:
    """A new question needs no code; each stands in a section that has a title."""
    assert workspace.document is not None
    year = workspace.document.plan.info.fiscal_year
    assert set(screen.rows) == {key for key, question in load_questions().items() if question.holds_in(year)}
    assert {row.facts.section for row in screen.rows.values()} <= set(sections())


@pytest.mark.parametrize(
    ("question", "text", "kept", "shown"),
    [
        ("pagu.DDS", "Rp 846.218.000", "84621800000", "846.218.000"),
        ("sotk.perangkat", "9", "9", "9"),
        ("tanggal.bpd", "31/10/2025", "2025-10-31", "31 October 2025"),
    ],
)
def test_an_answer_is_an_edit_that_can_be_undone(
    screen: DataScreen, workspace: Workspace, question: str, text: str, kept: str, shown: str
) -> None:
    """U01, U17: taken on Enter, stored in the one form, shown again, undone by Ctrl+Z's act."""
    write(screen, question, text)
    assert value(workspace, question) == kept
    assert screen.rows[question].input.text() == shown
    assert screen.rows[question].isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    workspace.undo()
    assert value(workspace, question) == ""
    assert screen.rows[question].input.text() == ""


def test_a_bad_answer_stays_with_its_reason(screen: DataScreen, workspace: Workspace) -> None:
    """U02, U12: refused in place, nothing stored, leaving the screen is refused until it is settled."""
    write(screen, "tanggal.bpd", "31 Februari 2026")
    assert value(workspace, "tanggal.bpd") == ""
    assert screen.rows["tanggal.bpd"].input.text() == "31 Februari 2026"
    assert not screen.commit_pending()
    QTest.keyClick(screen.rows["tanggal.bpd"].input, Qt.Key.Key_Escape)
    assert screen.commit_pending()


def test_documents_are_answered_by_keyboard(screen: DataScreen, workspace: Workspace) -> None:
    """U09: space on a button answers, its number is noted, the same button takes the answer back."""
    QTest.keyClick(screen.rows["dok.surat_pengantar"].choices["yes"], Qt.Key.Key_Space)
    assert value(workspace, "dok.surat_pengantar") == "yes"
    write(screen, "dok.surat_pengantar", "141/12/2025")
    assert workspace.document is not None
    answer = workspace.document.plan.answer("dok.surat_pengantar")
    assert answer is not None
    assert answer.note == "141/12/2025"
    QTest.keyClick(screen.rows["dok.surat_pengantar"].choices["yes"], Qt.Key.Key_Space)
    assert value(workspace, "dok.surat_pengantar") == ""


def test_the_day_of_the_perdes_is_the_plan_s_own(screen: DataScreen, workspace: Workspace) -> None:
    """The regulation's day is kept once: in the head of the plan, where forms and rules find it."""
    write(screen, "tanggal.perdes", "29-12-2025")
    assert workspace.document is not None
    assert workspace.document.plan.info.regulation_date == "2025-12-29"
    assert screen.rows["tanggal.perdes"].input.text() == "29 December 2025"


def test_ceilings_are_compared_with_the_plan_live(screen: DataScreen, workspace: Workspace) -> None:
    """What stands in revenue is beside the ceiling, and follows an edit of the line."""
    document = workspace.document
    assert document is not None
    line = next(row for row in document.plan.lines.values() if row.account_code.startswith("4.2.3"))
    workspace.apply(SetAnswer("pagu.ADD", str(line.amount)))
    assert screen.rows["pagu.ADD"].facts.token == "ok"
    workspace.apply(SetLine(line.id, {"unit_price": line.unit_price + 500_00}))
    row = screen.rows["pagu.ADD"]
    assert row.facts.token == "bad"
    assert "too much" in row.remark.text()


def test_dates_tell_how_late_they_are(workspace: Workspace) -> None:
    """Before the day it counts down, after it says so; a late answer stays late."""
    document = workspace.document
    assert document is not None

    def remark(day: date) -> str:
        facts = data_facts(document, document.findings, day)  # type: ignore[arg-type]
        return next(one.remark for one in facts if one.asked.id == "tanggal.bpd")

    assert "11 days left" in remark(date(2025, 10, 20))
    assert "2 days over" in remark(date(2025, 11, 2))
    workspace.apply(SetAnswer("tanggal.bpd", "2025-11-04"))
    assert "4 days late" in remark(date(2025, 12, 1))
    workspace.apply(SetAnswer("tanggal.bpd", "2025-10-31"))
    assert "in time" in remark(date(2025, 12, 1))


def test_every_date_that_a_rule_judges_tells_its_last_day(workspace: Workspace) -> None:
    document = workspace.document
    assert document is not None
    workspace.apply(SetAnswer("tanggal.bpd", "2025-10-27"))
    facts = {one.asked.id: one for one in data_facts(document, document.findings, date(2025, 10, 28))}
    judged = {
        document.pack.rules[finding.rule].question: finding.facts["limit"]
        for finding in document.findings
        if document.pack.rules[finding.rule].kind.startswith("date_") and finding.facts.get("limit")
    }
    assert "tanggal.rkpdes" in judged
    assert all("at the latest" in facts[question].remark for question in judged)


def test_the_filter_shows_what_the_rules_ask(screen: DataScreen, workspace: Workspace) -> None:
    wanted = {key for key, row in screen.rows.items() if row.facts.wanted}
    assert wanted
    screen.wanted_only.setChecked(True)
    assert {key for key, row in screen.rows.items() if row.isVisible()} == wanted
    screen.everything.setChecked(True)
    for fold in screen.folds.values():
        fold.click()
    assert all(row.isVisibleTo(screen) for row in screen.rows.values())


def test_what_no_rule_asks_is_folded_away(screen: DataScreen, workspace: Workspace) -> None:
    """Those that are asked or answered come first; an answer does not make its row go away."""
    fold, rows = screen.folds["dokumen"], screen.rows
    before = {key for key, row in rows.items() if row.isVisible()}
    hidden = [key for key, row in rows.items() if row.facts.section == "dokumen" and not row.isVisible()]
    assert hidden
    assert not any(rows[key].facts.wanted for key in hidden)
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    assert all(rows[key].isVisible() for key in hidden)
    QTest.keyClick(rows[hidden[0]].choices["yes"], Qt.Key.Key_Space)
    QTest.keyClick(fold, Qt.Key.Key_Space)
    assert {key for key, row in rows.items() if row.isVisible()} == {*before, hidden[0]}


def test_nothing_is_folded_in_an_empty_plan(empty: Workspace, qtbot: QtBot) -> None:
    made = DataScreen(empty)
    qtbot.addWidget(made)
    assert made.rows
    assert not made.folds


def test_the_perdes_has_its_number(screen: DataScreen, workspace: Workspace) -> None:
    """Number and day are kept in the head of the plan, each an edit."""
    number = screen.rows["tanggal.perdes"].number
    assert number is not None
    number.setFocus()
    QTest.keyClicks(number, "7 Tahun 2025")
    QTest.keyClick(number, Qt.Key.Key_Return)
    write(screen, "tanggal.perdes", "29 des 2025")
    assert workspace.document is not None
    info = workspace.document.plan.info
    assert (info.regulation_number, info.regulation_date) == ("7 Tahun 2025", "2025-12-29")
    workspace.undo()
    workspace.undo()
    assert workspace.document.plan.info.regulation_number == ""
    shown = screen.rows["tanggal.perdes"].number
    assert shown is not None
    assert shown.text() == ""


def test_the_difference_follows_each_key(screen: DataScreen) -> None:
    row = screen.rows["pagu.ADD"]
    row.input.setFocus()
    QTest.keyClicks(row.input, "2400000")
    assert "21.600.000 too much" in row.remark.text()
    QTest.keyClicks(row.input, "0")
    assert "the same" in row.remark.text()
    QTest.keyClick(row.input, Qt.Key.Key_Escape)
    assert row.remark.text() == row.facts.remark


def test_tab_goes_down_the_page_after_an_answer_too(screen: DataScreen, qtbot: QtBot) -> None:
    """U33."""
    qtbot.waitUntil(screen.isActiveWindow)
    write(screen, "pagu.ADD", "24000000")
    screen.overlay.load.setFocus()
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in seen:
        seen.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    fields = [row.input for row in screen.rows.values() if row.input in seen]
    tops = [field.mapTo(screen, field.rect().topLeft()).y() for field in seen if field in fields]
    assert len(tops) > 5
    assert tops == sorted(tops)


def test_what_is_being_typed_outlives_a_change_elsewhere(screen: DataScreen, workspace: Workspace) -> None:
    """U12."""
    field = screen.rows["pagu.ADD"].input
    field.setFocus()
    QTest.keyClicks(field, "24.00")
    document = workspace.document
    assert document is not None
    line = next(row for row in document.plan.lines.values() if row.account_code.startswith("4.2.3"))
    workspace.apply(SetLine(line.id, {"unit_price": line.unit_price + 500_00}))
    assert screen.rows["pagu.ADD"].input.text() == "24.00"
    assert not screen.commit_pending()


def test_the_regency_s_file_is_laid_over_and_taken_off(screen: DataScreen, workspace: Workspace) -> None:
    """Its ceilings are locked answers of this village; removed, the fields are the village's again."""
    assert screen.load_overlay(EXAMPLE)
    assert screen.overlay.title.text() == "Kabupaten Contoh (fiktif), tabel 2026"
    assert "overlay_contoh.toml" in screen.overlay.words.text()
    given = [row for row in screen.rows.values() if row.facts.asked.given]
    assert all(row.input.isReadOnly() for row in given)
    screen.overlay.remove.click()
    assert workspace.document is not None
    assert workspace.document.plan.overlay is None
    assert not screen.overlay.remove.isVisible()


def test_a_bad_file_is_told_and_nothing_changes(
    screen: DataScreen, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    """One sentence with file, line and field; the plan is as it was."""
    path = tmp_path / "salah.toml"
    path.write_text('[overlay]\nname = "Uji"\n[limits]\nSIL-KADES = 1\n', encoding="utf-8")
    with qtbot.waitSignal(workspace.refused) as told:
        assert not screen.load_overlay(path)
    error = told.args[0]  # type: ignore[index]
    assert isinstance(error, PackError)
    assert (error.details["file"], error.details["line"]) == ("salah.toml", 4)
    assert workspace.document is not None
    assert workspace.document.plan.overlay is None


def test_an_enacted_plan_still_takes_its_records(screen: DataScreen, workspace: Workspace) -> None:
    """The Perdes is sent after it is set: that date can be recorded although the budget stands."""
    for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
        workspace.apply(SetStatus(status))
    assert screen.rows["tanggal.perdes"].input.isReadOnly()
    write(screen, "tanggal.kirim_perdes", "5 Januari 2026")
    assert value(workspace, "tanggal.kirim_perdes") == "2026-01-05"


NIK = "3510 0112 0398 0001"


def test_a_remark_on_a_document_takes_no_number_of_a_person(screen: DataScreen, workspace: Workspace) -> None:
    """S25: refused beside the field, nothing stored, the text stays to be mended."""
    row = screen.rows["dok.bengkok"]
    row.choices["yes"].click()
    row = screen.rows["dok.bengkok"]
    row.input.setFocus()
    QTest.keyClicks(row.input, f"KK {NIK}")
    QTest.keyClick(row.input, Qt.Key.Key_Return)
    assert row.input.property("wrong") == "true"
    assert "NIK" in row._reason.text()
    assert workspace.document is not None
    answer = workspace.document.plan.answer("dok.bengkok")
    assert answer is not None
    assert answer.note == ""
    row.choices["none"].click()
    answer = workspace.document.plan.answer("dok.bengkok")
    assert answer is not None
    assert (answer.value, answer.note) == ("yes", "")
    assert row.choices["yes"].isChecked()


def test_the_number_of_the_regulation_takes_none(screen: DataScreen, workspace: Workspace) -> None:
    """S25."""
    number = next(row.number for row in screen.rows.values() if row.number is not None)
    number.setFocus()
    QTest.keyClicks(number, NIK)
    QTest.keyClick(number, Qt.Key.Key_Return)
    assert "NIK" in number.accessibleDescription()
    assert workspace.document is not None
    assert workspace.document.plan.info.regulation_number == ""
