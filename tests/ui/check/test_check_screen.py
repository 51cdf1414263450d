"""Pemeriksaan: every rule by weight, state by word and icon, and the way to its rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.check.check_screen import CheckScreen
from ui.check.finding_view import FindingView, view_of
from ui.check.finding_words import note_line, short_basis
from ui.check.findings_model import ENTRY_ROLE, FindingsModel, GroupHead
from ui.check.large_gauge import LargeGauge, StateChip
from ui.support.workspace import Target, Workspace
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.edits.records import SetAnswer
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


def entries(screen: CheckScreen) -> list[object]:
    model = screen.model
    return [model.data(model.index(row), ENTRY_ROLE) for row in range(model.rowCount())]


def current(screen: CheckScreen) -> FindingView:
    entry = screen.list.currentIndex().data(ENTRY_ROLE)
    assert isinstance(entry, FindingView)
    return entry


def words(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def pay_line(workspace: Workspace) -> int:
    assert workspace.document is not None
    lines = workspace.document.plan.lines.values()
    return next(line.id for line in lines if line.account_code == "5.1.1.01")


def test_every_rule_stands_under_its_weight(screen: CheckScreen, workspace: Workspace) -> None:
    """Broken first, what does not apply last and folded; each head counts its rules."""
    assert workspace.document is not None
    heads = [entry for entry in entries(screen) if isinstance(entry, GroupHead)]
    assert [head.group for head in heads] == ["broken", "warning", "ask", "holds", "absent"]
    assert [head.group for head in heads if head.folded] == ["absent"]
    assert len(entries(screen)) == len(heads) + sum(head.count for head in heads if not head.folded)
    assert sum(head.count for head in heads) == len(workspace.document.findings)
    assert current(screen).finding.rule == "SIL-KADES"


def test_heads_and_days_that_are_left_are_no_amounts(workspace: Workspace) -> None:
    workspace.apply(SetAnswer("sotk.kades", "300"))
    workspace.apply(SetAnswer("tanggal.bpd", "2025-01-02"))
    document = workspace.document
    assert document is not None
    found = {finding.rule: finding for finding in document.findings}
    for rule in ("SIL-COUNT-KADES", "PRC-BPD"):
        assert found[rule].holds
        assert found[rule].headroom >= 100
        assert view_of(found[rule], document.pack, "id").gap == ""


def test_the_detail_says_what_is_missing_and_why(screen: CheckScreen) -> None:
    """State by word and icon (U31), sentence, measured, limit, gap, article."""
    told = words(screen.detail)
    for text in ("2.000.000", "2.426.640", "426.640", "a month"):
        assert text in told
    assert any(text.startswith("PP 11/2019 Pasal 81") for text in told)
    chip = screen.detail.findChildren(StateChip)[0]
    assert chip.accessibleName() == "Broken"
    gauge = screen.detail.findChildren(LargeGauge)[0]
    assert "limit 2.426.640" in gauge.accessibleName()


def test_keys_walk_the_list_and_open_the_row(qtbot: QtBot, screen: CheckScreen, workspace: Workspace) -> None:
    """Down and up walk over heads and findings; Enter goes to the first row behind one."""
    first = current(screen).finding.key
    press(Qt.Key.Key_Down)
    assert isinstance(screen.list.currentIndex().data(ENTRY_ROLE), GroupHead)
    press(Qt.Key.Key_Down)
    assert current(screen).finding.key != first
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Up)
    assert current(screen).finding.key == first
    with qtbot.waitSignal(workspace.jump) as jumped:
        press(Qt.Key.Key_Return)
    target = jumped.args[0]
    assert isinstance(target, Target)
    assert (target.part, target.line_id) == (Part.SPENDING, pay_line(workspace))


def test_a_click_on_a_row_behind_it_leads_there(
    qtbot: QtBot, screen: CheckScreen, workspace: Workspace
) -> None:
    cause = screen.detail.causes[0]
    assert "Penghasilan tetap Kepala Desa" in cause.accessibleName()
    with qtbot.waitSignal(workspace.jump) as jumped:
        qtbot.mouseClick(cause, Qt.MouseButton.LeftButton)
    assert jumped.args[0].line_id == pay_line(workspace)


def test_a_mended_rule_moves_while_looked_at(screen: CheckScreen, workspace: Workspace) -> None:
    """Live: the finding stays in sight and its detail says that it holds; undo brings it back."""
    workspace.apply(SetLine(pay_line(workspace), {"unit_price": 2_426_640_00}))
    assert current(screen).finding.rule == "SIL-KADES"
    assert current(screen).finding.holds
    assert screen.detail.findChildren(StateChip)[-1].accessibleName() != "Broken"
    workspace.undo()
    assert screen.detail.findChildren(StateChip)[-1].accessibleName() == "Broken"


def test_filters_show_one_group(screen: CheckScreen) -> None:
    screen.show_group("holds")
    shown = [entry for entry in entries(screen) if isinstance(entry, FindingView)]
    assert shown
    assert all(view.finding.holds for view in shown)
    screen.jump_to(Target(finding=("SIL-KADES", "")))
    assert current(screen).finding.rule == "SIL-KADES"


def test_a_finding_can_be_copied(screen: CheckScreen) -> None:
    """Plain text with state, sentence, article and demand, for a message to the village."""
    view = current(screen)
    screen.detail.copy_finding()
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Broken: ")
    assert view.sentence in text
    assert view.finding.basis in text


def test_with_little_room_the_detail_stands_for_the_list(screen: CheckScreen) -> None:
    """200 %: Enter opens the detail, Esc comes back; neither traps the keyboard (U33)."""
    screen.set_layout("small")
    assert not screen.detail.isVisible()
    press(Qt.Key.Key_Return)
    assert screen.detail.isVisible()
    assert not screen.list.isVisible()
    press(Qt.Key.Key_Escape)
    assert screen.list.isVisible()
    assert screen.list.hasFocus()


def test_model_is_sound(workspace: Workspace, qtmodeltester: ModelTester) -> None:
    """G03: no fault in the model, while findings come and go."""
    model = FindingsModel()
    document = workspace.document
    assert document is not None
    qtmodeltester.check(model)
    model.show_views([view_of(finding, document.pack, "id") for finding in document.findings])
    model.show_views([])


def test_articles_and_notes_in_short(workspace: Workspace) -> None:
    assert short_basis("PP 43/2014 Pasal 100 ayat (1) huruf b, diubah PP 11/2019") == "PP 43/2014 Pasal 100"
    assert short_basis("Permendagri 20/2018 Pasal 9; PP 43/2014 Pasal 98") == "Permendagri 20/2018 Pasal 9"
    document = workspace.document
    assert document is not None
    views = {view.finding.rule: view for view in (view_of(f, document.pack, "en") for f in document.findings)}
    assert note_line(views["SIL-KADES"]) == "Rp\N{NO-BREAK SPACE}2.000.000 a month"
    assert note_line(views["BEL-30"]) == "28,57\N{NO-BREAK SPACE}% of at most 30\N{NO-BREAK SPACE}%"
