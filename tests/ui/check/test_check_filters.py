"""Pemeriksaan: a hundred rules stay findable: groups, chips, themes, search and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.check.check_screen import CheckScreen
from ui.check.finding_filter import FindingFilter, group_of
from ui.check.finding_view import FindingView, gauge_order, view_of
from ui.check.findings_model import ENTRY_ROLE, FindingsModel, GroupHead
from ui.support.workspace import Target, Workspace
from village_budget.document.edits.records import SetWaiver


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


def rules(screen: CheckScreen) -> list[str]:
    return [entry.finding.rule for entry in entries(screen) if isinstance(entry, FindingView)]


def heads(screen: CheckScreen) -> list[GroupHead]:
    return [entry for entry in entries(screen) if isinstance(entry, GroupHead)]


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_a_folded_group_opens_by_keys_and_closes_again(screen: CheckScreen) -> None:
    """Left goes to the head and folds; Right opens; the keyboard stays on the head."""
    shown = rules(screen)
    press(Qt.Key.Key_Left)
    head = screen.list.currentIndex().data(ENTRY_ROLE)
    assert isinstance(head, GroupHead)
    press(Qt.Key.Key_Left)
    assert len(rules(screen)) == len(shown) - head.count
    still = screen.list.currentIndex().data(ENTRY_ROLE)
    assert (still.group, still.folded) == (head.group, True)
    press(Qt.Key.Key_Right)
    assert rules(screen) == shown


def test_a_click_on_a_head_opens_its_group(qtbot: QtBot, screen: CheckScreen) -> None:
    row = next(n for n, entry in enumerate(entries(screen)) if getattr(entry, "group", "") == "absent")
    before = rules(screen)
    index = screen.model.index(row)
    screen.list.scrollTo(index)
    place = screen.list.visualRect(index).center()
    qtbot.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(rules(screen)) > len(before)


def test_search_finds_id_title_article_and_code(screen: CheckScreen) -> None:
    """Also in groups that are folded; Esc brings all back, then goes to the list."""
    everything = rules(screen)
    for text, rule in (("sil-kades", "SIL-KADES"), ("pasal 81", "SIL-KADES"), ("5.1.1", "SIL-KADES")):
        screen.filters.search.setText(text)
        assert rule in rules(screen), text
        assert len(rules(screen)) < len(everything)
    press(Qt.Key.Key_Slash)
    assert screen.filters.search.hasFocus()
    press(Qt.Key.Key_Escape)
    assert rules(screen) == everything
    press(Qt.Key.Key_Escape)
    assert screen.list.hasFocus()


def test_nothing_found_is_said(screen: CheckScreen) -> None:
    screen.filters.search.setText("posyandu 2")
    assert not rules(screen)
    assert not screen.list.isVisible()
    assert '"posyandu 2"' in screen._nothing.text()


def test_by_theme_each_rule_stands_once(screen: CheckScreen, workspace: Workspace) -> None:
    """The switch changes the heads, not the findings; the worst of a theme comes first."""
    assert workspace.document is not None
    QTest.mouseClick(screen.filters.by_theme, Qt.MouseButton.LeftButton)
    assert sum(head.count for head in heads(screen)) == len(workspace.document.findings)
    assert not {head.group for head in heads(screen)} & {"broken", "holds", "absent"}
    pay = next(head for head in heads(screen) if head.worst == "broken")
    assert entries(screen)[entries(screen).index(pay) + 1].state == "broken"  # type: ignore[attr-defined]


def test_themes_and_unverified_narrow_the_list(screen: CheckScreen) -> None:
    """The menu offers them with their counts; the button shows that something is hidden."""
    menu = screen.filters.menu()
    words = [action.text() for action in menu.actions() if action.text()]
    assert any(word.startswith("Not verified") for word in words)
    screen.filters.show_unverified(only=True)
    shown = [entry for entry in entries(screen) if isinstance(entry, FindingView)]
    assert all(not view.finding.verified for view in shown)
    assert screen.filters.more.isChecked()
    screen.filters.show_unverified(only=False)
    theme = next(entry for entry in entries(screen) if isinstance(entry, FindingView)).rule.theme
    screen.filters.show_theme(theme)
    assert {entry.rule.theme for entry in entries(screen) if isinstance(entry, FindingView)} == {theme}


def test_a_jump_shows_what_a_filter_hides(screen: CheckScreen) -> None:
    screen.filters.search.setText("siltap")
    absent = next(key for key, view in screen._views.items() if group_of(view) == "absent")
    screen.jump_to(Target(finding=absent))
    entry = screen.list.currentIndex().data(ENTRY_ROLE)
    assert isinstance(entry, FindingView)
    assert entry.finding.key == absent


def test_exempted_and_asking_rules_are_no_breaches(screen: CheckScreen, workspace: Workspace) -> None:
    """G: they have groups of their own; the counts of what is broken do not see them."""
    workspace.apply(SetWaiver("SIL-KADES", "", "Musdes", "BA 3/2026", "Camat", "2026-02-01"))
    groups = {head.group: head.count for head in heads(screen)}
    assert groups["waived"] == 1
    assert "broken" not in groups
    view = next(entry for entry in entries(screen) if getattr(entry, "state", "") == "waived")
    assert isinstance(view, FindingView)
    assert view.icon == "dikecualikan"
    assert not view.open


def test_gauges_stand_nearest_limit_first(workspace: Workspace) -> None:
    """Broken first, then by what is left of the limit; a waived one is drawn in its own colour."""
    document = workspace.document
    assert document is not None
    ordered = gauge_order([view_of(f, document.pack, "en") for f in document.findings])
    assert ordered[0].state == "broken"
    rest = [view.finding for view in ordered if view.state in ("holds", "unverified")]
    left = [finding.headroom / finding.limit for finding in rest]
    assert left == sorted(left)


def test_the_filter_alone_hides_nothing_by_itself(workspace: Workspace) -> None:
    document = workspace.document
    assert document is not None
    views = [view_of(finding, document.pack, "id") for finding in document.findings]
    assert all(FindingFilter().fits(view) for view in views)
    model = FindingsModel()
    model.show_views(views, FindingFilter(group="absent"))
    assert model.rowCount() == 1 + sum(view.state == "absent" for view in views)
