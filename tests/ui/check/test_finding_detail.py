"""Pemeriksaan: a finding is answered, exempted and mended where it is read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.held_runner import HeldRunner
from ui.check.answer_text import (
    AnswerRefusedError,
    answer_text,
    read_answer,
    read_day,
)
from ui.check.check_screen import CheckScreen
from ui.check.finding_view import FindingView
from ui.check.large_gauge import StateChip
from ui.check.waiver_dialog import WaiverDialog
from ui.check.waiver_note import WaiverNote
from ui.support.workspace import Target, Workspace
from village_budget.document.edits.line_edits import AddLine
from village_budget.document.edits.records import SetWaiver
from village_budget.domain.findings import Finding
from village_budget.domain.lines import Part


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace) -> CheckScreen:
    made = CheckScreen(workspace)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


@pytest.fixture
def mendable(workspace: Workspace) -> Workspace:
    """The plan with a line from which the missing pay can be taken."""
    assert workspace.document is not None
    road = next(one.id for one in workspace.document.plan.activities.values() if one.code == "2.3.10")
    price = 30_000_000_00
    workspace.apply(AddLine(Part.REVENUE, None, "4.2.3.01", "ADD tambahan", unit_price=price, fund="ADD"))
    workspace.apply(AddLine(Part.SPENDING, road, "5.2.1.01", "Alat tulis", Decimal(1), "paket", price, "ADD"))
    return workspace


def look_at(screen: CheckScreen, kind: str, *, asks: bool = True) -> Finding:
    """Open the first finding whose rule is of a kind and whose question is open."""
    for view in screen._views.values():
        if view.rule.kind == kind and (view.state == "ask") is asks:
            screen.jump_to(Target(finding=view.finding.key))
            return view.finding
    raise AssertionError(kind)


def now(screen: CheckScreen, key: tuple[str, str]) -> FindingView:
    return screen._views[key]


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def named(screen: CheckScreen, text: str) -> QPushButton:
    buttons = screen.detail.findChildren(QPushButton)
    return next(one for one in buttons if one.accessibleName() == text and not one.isHidden())


def answer_of(workspace: Workspace, question: str) -> str:
    assert workspace.document is not None
    answer = workspace.document.plan.answer(question)
    return answer.value if answer else ""


def test_a_document_is_answered_in_place(qtbot: QtBot, screen: CheckScreen, workspace: Workspace) -> None:
    """There is: the rule holds. Not yet: it is broken. Once more: the answer is taken back. Each one step."""
    finding = look_at(screen, "document")
    question = finding.questions[0]
    for choice, value, states in (
        ("yes", "yes", {"holds", "unverified"}), ("no", "no", {"broken", "warning", "advice"}),
        ("no", "", {"ask"}),
    ):  # fmt: skip
        qtbot.mouseClick(screen.detail.answers[0].choices[choice], Qt.MouseButton.LeftButton)
        assert answer_of(workspace, question) == value
        assert now(screen, finding.key).state in states
        shown = screen.detail.findChildren(StateChip)[-1]
        assert shown.accessibleName() == now(screen, finding.key).state_word
    workspace.undo()
    assert answer_of(workspace, question) == "no"


def test_a_day_is_typed_as_people_write_it(screen: CheckScreen, workspace: Workspace) -> None:
    """Enter takes it; what can't be read stays typed, with its reason, and nothing is stored."""
    finding = look_at(screen, "date_by")
    field = screen.detail.answers[0]
    field.take_focus()
    assert field.input.hasFocus()
    QTest.keyClicks(field.input, "31 februari 2025")
    QTest.keyClick(field.input, Qt.Key.Key_Return)
    assert answer_of(workspace, finding.questions[0]) == ""
    assert field.input.text() == "31 februari 2025"
    assert "This is not a date. Write 31-12-2026." in words(field)
    assert not screen.commit_pending()
    QTest.keyClick(field.input, Qt.Key.Key_Escape)
    assert field.input.text() == ""
    assert screen.commit_pending()
    QTest.keyClicks(field.input, "31-12-2024")
    QTest.keyClick(field.input, Qt.Key.Key_Return)
    assert answer_of(workspace, finding.questions[0]) == "2024-12-31"
    assert now(screen, finding.key).finding.holds
    focus = QApplication.focusWidget()
    assert focus is screen.detail.answers[0].input


def test_a_ceiling_is_kept_in_sen(screen: CheckScreen, workspace: Workspace) -> None:
    """An answered ceiling is held against the lines, with the figures of both."""
    finding = look_at(screen, "equals_answer")
    field = screen.detail.answers[0]
    field.input.setText("23.000.000")
    assert field.commit()
    assert answer_of(workspace, finding.questions[0]) == "2300000000"
    assert not now(screen, finding.key).finding.holds
    assert "23.000.000" in words(screen.detail)


def test_leaving_the_field_takes_what_was_typed(
    qtbot: QtBot, screen: CheckScreen, workspace: Workspace
) -> None:
    """U12: an answer is never lost by a click elsewhere."""
    finding = look_at(screen, "date_by")
    field = screen.detail.answers[0]
    field.input.setFocus()
    QTest.keyClicks(field.input, "1/9/2025")
    screen.list.setFocus()
    assert answer_of(workspace, finding.questions[0]) == "2025-09-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-12-2026", date(2026, 12, 31)), ("1/2/2026", date(2026, 2, 1)), ("2026-02-01", date(2026, 2, 1)),
        ("1 Februari 2026", date(2026, 2, 1)), ("17 agu 2026", date(2026, 8, 17)),
        ("17 August 2026", date(2026, 8, 17)), ("31-2-2026", None), ("12.2026", None), ("besok", None),
    ],
)  # fmt: skip
def test_days_are_read(text: str, day: date | None) -> None:
    assert read_day(text) == day


def test_answers_are_read_as_they_are_shown(look: None) -> None:
    """What is shown can be typed again and means the same."""
    for kind, value in (("amount", "84621800050"), ("count", "1250"), ("date", "2026-10-05")):
        assert read_answer(kind, answer_text(kind, value, "id")) == value
        assert read_answer(kind, answer_text(kind, value, "en")) == value
    for kind, text in (
        ("amount", "1.5"),
        ("amount", "-3"),
        ("count", "2,5"),
        ("count", "dua"),
        ("date", "x"),
    ):
        with pytest.raises(AnswerRefusedError):
            read_answer(kind, text)


def test_a_way_out_is_one_step(
    qtbot: QtBot, held: HeldRunner, mendable: Workspace, screen: CheckScreen
) -> None:
    """Worked out behind the window; one click mends the rule, the detail says so, one undo brings it back."""
    screen.jump_to(Target(finding=("SIL-KADES", "")))
    assert screen.detail.ways is not None
    assert screen.detail.ways.buttons == []
    held.let_go()
    qtbot.waitUntil(lambda: bool(screen.detail.ways and screen.detail.ways.buttons))
    act = screen.detail.ways.buttons[0]
    assert act.isEnabled()
    qtbot.mouseClick(act, Qt.MouseButton.LeftButton)
    assert now(screen, ("SIL-KADES", "")).finding.holds
    assert any(text.startswith("Applied as one step: ") for text in words(screen.detail))
    qtbot.mouseClick(named(screen, "Undo"), Qt.MouseButton.LeftButton)
    assert now(screen, ("SIL-KADES", "")).state == "broken"
    assert not any(text.startswith("Applied") for text in words(screen.detail))


def test_proposals_for_an_older_plan_can_not_be_followed(
    qtbot: QtBot, held: HeldRunner, mendable: Workspace, screen: CheckScreen
) -> None:
    """After an edit the buttons wait until the ways out are worked out again."""
    screen.jump_to(Target(finding=("SIL-KADES", "")))
    held.let_go()
    qtbot.waitUntil(lambda: bool(screen.detail.ways and screen.detail.ways.buttons))
    mendable.apply(SetWaiver("BEL-30", "", "Musdes", "BA 3/2026", "Camat", "2026-02-01"))
    assert screen.detail.ways is not None
    assert not any(one.isEnabled() for one in screen.detail.ways.buttons)
    held.let_go()
    qtbot.waitUntil(lambda: all(one.isEnabled() for one in screen.detail.ways.buttons))  # type: ignore[union-attr]


def test_an_exemption_is_recorded_and_taken_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: CheckScreen, workspace: Workspace
) -> None:
    """It stays visible with its reason and no longer counts as broken."""
    screen.jump_to(Target(finding=("SIL-KADES", "")))
    edit = SetWaiver("SIL-KADES", "", "Perbup belum terbit", "BA 3/2026", "Camat", "2026-02-01")
    monkeypatch.setattr(WaiverDialog, "ask", classmethod(lambda *_args: edit))
    qtbot.mouseClick(named(screen, "Exempt …"), Qt.MouseButton.LeftButton)
    assert now(screen, ("SIL-KADES", "")).state == "waived"
    note = screen.detail.findChildren(WaiverNote)[-1]
    assert "Exempted: Perbup belum terbit" in words(note)
    assert "BA 3/2026 · approved by Camat · 1 February 2026" in words(note)
    assert not any(one.accessibleName() == "Exempt …" for one in screen.detail.findChildren(QPushButton)
                   if screen.detail.widget().isAncestorOf(one))  # fmt: skip
    qtbot.mouseClick(note.remove, Qt.MouseButton.LeftButton)
    assert now(screen, ("SIL-KADES", "")).state == "broken"


def test_each_field_of_an_exemption_is_needed(
    qtbot: QtBot, screen: CheckScreen, workspace: Workspace
) -> None:
    """One sentence says what is missing, and the keyboard stands there."""
    assert workspace.document is not None
    dialog = WaiverDialog(now(screen, ("SIL-KADES", "")), workspace.document.plan, screen)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.fields["date"].clear()
    for name, text in (
        ("reason", "Perbup belum terbit"), ("document", "BA 3/2026"), ("approver", "Camat"),
        ("date", "kemarin"),
    ):  # fmt: skip
        named_in(dialog, "Record").click()
        assert dialog.edit is None
        assert name in dialog.reason.text() or "approved" in dialog.reason.text()
        assert dialog.fields[name].hasFocus()
        dialog.fields[name].setText(text)
    named_in(dialog, "Record").click()
    assert dialog.edit is None
    dialog.fields["date"].setText("1 Februari 2026")
    named_in(dialog, "Record").click()
    assert dialog.edit == SetWaiver(
        "SIL-KADES", "", "Perbup belum terbit", "BA 3/2026", "Camat", "2026-02-01"
    )


def named_in(dialog: WaiverDialog, text: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_a_plan_only_looked_at_offers_nothing_to_change(
    qtbot: QtBot, held: HeldRunner, mendable: Workspace, workspace: Workspace
) -> None:
    """Read only: no exemption, no answer, no way out can be given; all is still explained."""
    document = workspace.document
    assert document is not None
    path = document.path
    workspace.close()
    workspace.open(path, read_only=True)
    screen = CheckScreen(workspace)
    qtbot.addWidget(screen)
    screen.resize(1190, 640)
    screen.show()
    screen.jump_to(Target(finding=("SIL-KADES", "")))
    held.let_go()
    qtbot.waitUntil(lambda: bool(screen.detail.ways and screen.detail.ways.buttons))
    assert screen.detail.ways is not None
    assert not any(one.isEnabled() for one in screen.detail.ways.buttons)
    assert not any(one.text() == "Exempt …" for one in screen.detail.findChildren(QPushButton))
    look_at(screen, "document")
    assert not any(chip.isEnabled() for chip in screen.detail.answers[0].choices.values())


def test_an_empty_plan_is_asked_but_breaks_nothing(qtbot: QtBot, empty: Workspace) -> None:
    screen = CheckScreen(empty)
    qtbot.addWidget(screen)
    screen.resize(1190, 640)
    screen.show()
    assert {view.state for view in screen._views.values()} <= {"ask", "holds", "unverified", "absent"}
    assert screen.detail.findChildren(StateChip)


def test_what_does_not_apply_asks_nothing(screen: CheckScreen) -> None:
    """A rule that speaks of nothing in the plan puts no question; nought of nought is no figure."""
    views = [view for view in screen.views if view.state == "absent" and view.finding.questions]
    assert views
    for view in views[:5]:
        screen.jump_to(Target(finding=view.finding.key))
        assert screen.detail.answers == []
    assert not any(
        view.has_figures for view in screen.views if not (view.finding.measured or view.finding.limit)
    )
