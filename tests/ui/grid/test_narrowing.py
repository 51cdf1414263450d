"""Finding one's way in a grid: conditions one by one, what is shown, levels, the way to a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.model import row_conditions as conditions
from ui.grid.model.nodes import (
    NodeKind,
    activity_key,
    group_key,
    line_key,
)
from ui.grid.spending_screen import SpendingScreen
from ui.grid.view.budget_grid import BudgetGrid
from ui.support.settings import Settings
from village_budget.document.edits.activity_edits import AddActivity, SetActivity
from village_budget.document.edits.line_edits import SetLine

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def spending(keys: Keys) -> SpendingScreen:
    assert isinstance(keys.screen, SpendingScreen)
    return keys.screen


def visible_lines(view: BudgetGrid, kind: NodeKind = NodeKind.LINE) -> set[int]:
    model = view.budget_model()
    return {
        node.row_id or 0
        for node in model.tree.walk()
        if node.kind is kind and not view.isIndexHidden(model.index_of(node))
        and not any(view.isIndexHidden(model.index_of(above)) for above in node.ancestors()[:-1])
    }  # fmt: skip


def wanted(keys: Keys, fits: conditions.Fits) -> set[int]:
    document = keys.workspace.document
    assert document is not None
    plan = document.plan
    return {line.id for line in keys.lines if fits(line, plan.activities.get(line.activity_id or -1))}


def test_each_condition_shows_just_its_lines(keys: Keys) -> None:
    """By fund, tag, officer, kind, not broken down, not reviewed, changed since: lines and what sums them."""
    screen, document = spending(keys), keys.workspace.document
    assert document is not None
    keys.workspace.apply(SetActivity(3, {"officer": "Kasi Kesejahteraan"}))
    keys.workspace.apply(SetLine(5, {"review": "last_year"}))
    for _, choices in screen.ways.choices(document):
        for words, make in choices:
            condition = make()
            assert condition is not None, words
            screen.ways.clear()
            screen.ways.add(condition)
            assert visible_lines(keys.view) == wanted(keys, condition.fits), words
    screen.ways.clear()
    assert visible_lines(keys.view) == {line.id for line in keys.lines}


def test_conditions_narrow_together_and_come_off_one_by_one(keys: Keys) -> None:
    """A chip each; one of the same kind takes the place of the former; totals stay the whole plan's."""
    screen = spending(keys)
    total = keys.view.budget_model().index_of_key(group_key("1"), 6).data()
    screen.show_fund("ADD")
    screen.ways.add(conditions.by_account("5.1", "Belanja Pegawai"))
    both = visible_lines(keys.view)
    pay = {line.id for line in keys.lines if line.account_code.startswith("5.1")}
    assert both == pay & {line.id for line in keys.lines if line.fund == "ADD"}
    chips = screen.ways.bar.chips()
    assert [chip.text() for chip in chips] == ["ADD  ×", "Belanja Pegawai  ×"]
    assert f"{len(both)} of {len(keys.lines)} lines" in screen.ways.bar.text
    assert "whole plan" in screen.ways.bar.text
    assert keys.view.budget_model().index_of_key(group_key("1"), 6).data() == total
    chips[0].click()
    assert visible_lines(keys.view) == pay
    screen.show_fund("DDS")
    assert visible_lines(keys.view) == {line.id for line in keys.lines if line.fund == "DDS"}
    screen.ways.bar.clear.click()
    assert screen.ways.bar.isHidden()


def test_what_changed_since_a_moment(keys: Keys) -> None:
    """By the journal; an edit that was taken back is none."""
    from village_budget.document.history.timeline import changed_since

    document = keys.workspace.document
    assert document is not None
    before = datetime.now(UTC)
    keys.workspace.apply(SetLine(4, {"note": "ditawar"}))
    keys.workspace.apply(SetLine(7, {"note": "salah"}))
    keys.workspace.undo()
    spending(keys).ways.add(conditions.changed_in(changed_since(document, before), "now"))
    assert visible_lines(keys.view) == {4}


def visible_activities(view: BudgetGrid) -> set[int]:
    return visible_lines(view, NodeKind.ACTIVITY)


def test_an_activity_without_lines_is_not_broken_down(keys: Keys) -> None:
    """It has no line that could stand for it, and is what is looked for all the same."""
    applied = keys.workspace.apply(AddActivity("2.1.01", ""))
    assert applied is not None
    (empty,) = (change.key for change in applied.changes)
    spending(keys).ways.add_missing("detail")
    assert empty in visible_activities(keys.view)
    keys.workspace.apply(SetActivity(empty, {"officer": "Kasi Kesejahteraan"}))
    spending(keys).ways.clear()
    spending(keys).ways.add(conditions.by_officer("Kasi Kesejahteraan", "Kasi"))
    assert visible_activities(keys.view) == {empty}
    spending(keys).ways.add(conditions.by_fund("DDS", "DDS"))
    assert not visible_activities(keys.view), "it has no line of that fund"


def test_activities_that_nobody_described(keys: Keys) -> None:
    """With all their lines, until officer, location and output are there."""
    keys.workspace.apply(SetActivity(2, {"officer": "Kasi", "location": "Dusun 1", "output": "Jalan"}))
    keys.workspace.apply(SetActivity(3, {"officer": "Kasi"}))
    spending(keys).ways.add_missing("described")
    assert visible_activities(keys.view) == {3}
    assert visible_lines(keys.view) == {line.id for line in keys.lines if line.activity_id == 3}


def test_a_filter_that_nothing_fits_says_so(keys: Keys) -> None:
    """An empty table alone would look like a lost plan."""
    spending(keys).ways.add(conditions.by_officer("Nobody", "Nobody"))
    assert not visible_lines(keys.view)
    assert spending(keys).ways.bar.text == f"No row fits. All {len(keys.lines)} lines are still there."


def test_the_filter_is_in_reach_at_every_size(keys: Keys) -> None:
    """Where room is short the chip for all rows goes: the bar of the filter leads back, too."""
    screen = spending(keys)
    for mode in ("wide", "compact", "small"):
        screen.set_layout(mode)
        assert not screen._narrow_chip.isHidden(), mode
    assert screen._all_chip.isHidden()
    screen._found_chip.click()
    screen.ways.bar.clear.click()
    assert visible_lines(keys.view) == {line.id for line in keys.lines}


def test_what_changed_since_the_last_export(keys: Keys, tmp_path: Path) -> None:
    """The menu offers the moment of the last export of this plan; another plan has none."""
    settings = Settings(tmp_path / "settings.ini")
    screen, document = SpendingScreen(keys.workspace, settings=settings), keys.workspace.document
    assert document is not None

    def offered() -> list[tuple[str, Callable[[], conditions.Condition | None]]]:
        assert document is not None
        (times,) = (choices for title, choices in screen.ways.choices(document) if "since" in title)
        return times

    assert not any("export" in words for words, _ in offered())
    keys.workspace.apply(SetLine(4, {"note": "sebelum"}))
    settings.note_export(document.path, document.plan.info, datetime.now(UTC))
    keys.workspace.apply(SetLine(7, {"note": "sesudah"}))
    words, make = offered()[0]
    assert "export" in words
    condition = make()
    assert condition is not None
    assert {line.id for line in keys.lines if condition.fits(line, None)} == {7}
    assert settings.exported(tmp_path / "lain.apbdes", document.plan.info) is None
    screen.deleteLater()


def test_a_filter_changes_neither_order_nor_undo(keys: Keys) -> None:
    """It is a view only: fingerprint and journal stay."""
    document = keys.workspace.document
    assert document is not None
    before = (document.fingerprint, len(document.history()))
    spending(keys).show_fund("ADD")
    spending(keys).ways.clear()
    assert (document.fingerprint, len(document.history())) == before


def test_the_menu_opens_by_key(keys: Keys) -> None:
    keys.press(Key.Key_F, held=CONTROL_SHIFT)
    menu = keys.screen.findChild(QMenu, "narrow")
    assert menu is not None
    keys.qtbot.waitUntil(menu.isVisible)
    assert menu.actions()[0].text() == "Fund source"
    menu.close()


def test_levels_by_key(keys: Keys) -> None:
    """Alt+Shift+1 to 5, outermost to the lines."""
    model = keys.view.budget_model()
    for number, kind in enumerate(
        (NodeKind.SECTOR, NodeKind.SUBSECTOR, NodeKind.ACTIVITY, NodeKind.ACCOUNT, NodeKind.LINE), 1
    ):
        keys.press(Key(Key.Key_0 + number), held=ALT | Qt.KeyboardModifier.ShiftModifier)
        open_kinds = {
            node.kind for node in model.tree.walk()
            if node.children and keys.view.isExpanded(model.index_of(node))
        }  # fmt: skip
        assert kind not in open_kinds
        assert (
            len(open_kinds & {NodeKind.SECTOR, NodeKind.SUBSECTOR, NodeKind.ACTIVITY, NodeKind.ACCOUNT})
            == number - 1
        )


def test_the_way_to_the_row_leads_back_up(keys: Keys) -> None:
    """Sector, subsector, activity, account; a click goes there, a menu names the siblings."""
    screen = spending(keys)
    keys.at(line_key(4))
    words = [step.accessibleName() for step in screen.ways.crumbs.steps]
    assert len(words) == 4
    assert words[0].startswith("2 ")
    screen.ways.crumbs.steps[2].click()
    assert keys.cursor[0] == activity_key(3)
    assert len(screen.ways.crumbs.steps) == 3
    QTest.keyClick(screen.ways.crumbs.steps[2], Key.Key_Down)
    (menu,) = screen.ways.crumbs.findChildren(QMenu)
    assert any(action.isChecked() for action in menu.actions())
    menu.close()
