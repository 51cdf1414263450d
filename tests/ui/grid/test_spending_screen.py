"""The spending screen: commands, questions, undo, pickers, filters, finding, reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests import builders
from tests.ui.fixtures.grid_keys import Keys, Mouse
from ui.grid.financing_screen import FinancingScreen
from ui.grid.model.nodes import (
    GridColumn,
    NodeKind,
    account_key,
    activity_key,
    add_account_key,
    group_key,
    line_key,
)
from ui.grid.revenue_screen import RevenueScreen
from ui.grid.spending_screen import SpendingScreen
from ui.kit.question import QuestionDialog
from ui.pickers.code_picker import CodePicker
from ui.support.workspace import Target, Workspace
from village_budget.document.edits.activity_edits import SetActivity
from village_budget.document.edits.line_edits import SetLine

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

Key = Qt.Key
SEMEN, PASIR, SILTAP = line_key(4), line_key(5), line_key(7)
ROAD = activity_key(3)
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question is answered with its verb; the words are kept."""
    words: list[str] = []

    def ask(title: str, text: str, verb: str, *, safe: str = "", parent: QWidget | None = None) -> bool:
        words.append(text)
        return True

    monkeypatch.setattr(QuestionDialog, "ask", ask)
    return words


def _pick(keys: Keys, text: str, *, closes: bool = True) -> None:
    """Type into the open picker and take what it offers."""
    picker = keys.screen.findChild(CodePicker)
    assert picker is not None
    keys.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    keys.type(text)
    keys.press(Key.Key_Return)
    if closes:
        keys.qtbot.waitUntil(keys.screen.isActiveWindow)


def test_deleting_an_activity_asks_with_its_lines_and_total_and_can_be_undone(
    keys: Keys, asked: list[str]
) -> None:
    """U18, U17."""
    keys.at(ROAD)
    keys.press(Key.Key_Delete)
    assert "3" in asked[0]
    assert "445.000" in asked[0]
    assert "2.3.10" in asked[0]
    assert keys.view.budget_model().tree.nodes.get(group_key("2")) is None
    keys.workspace.undo()
    assert [line.description for line in keys.lines] == ["Siltap", "Semen", "Pasir", "Batu"]
    assert keys.text(ROAD, GridColumn.AMOUNT) == "445.000"


def test_the_safe_answer_deletes_nothing(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    """U18."""
    monkeypatch.setattr(QuestionDialog, "ask", lambda *_args, **_named: False)
    keys.at(ROAD)
    keys.press(Key.Key_Delete)
    assert len(keys.lines) == 4


def test_a_few_selected_lines_are_deleted_together_without_a_question(keys: Keys, asked: list[str]) -> None:
    """U17: one step brings them back."""
    keys.press(Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    keys.press(Key.Key_Delete)
    assert asked == []
    assert [line.description for line in keys.lines] == ["Siltap", "Batu"]
    keys.workspace.undo()
    assert len(keys.lines) == 4


def test_undo_and_redo_refresh_and_go_to_what_changed(keys: Keys) -> None:
    """U17."""
    keys.workspace.apply(SetLine(7, {"unit_price": 1_00}))
    keys.workspace.undo()
    assert keys.text(SILTAP, GridColumn.PRICE) == "2.426.640"
    assert keys.cursor[0] == SILTAP
    keys.workspace.redo()
    assert keys.text(group_key("1"), GridColumn.AMOUNT) == "1"


def test_rows_stay_open_and_the_cursor_stays_through_edits(keys: Keys) -> None:
    model = keys.view.budget_model()
    keys.view.setExpanded(model.index_of_key(activity_key(2)), False)
    keys.at(PASIR, GridColumn.PRICE)
    for price in (1_00, 2_00):
        keys.workspace.apply(SetLine(4, {"unit_price": price, "description": "X"}))
    assert keys.cursor == (PASIR, GridColumn.PRICE)
    assert not keys.view.isExpanded(model.index_of_key(activity_key(2)))
    assert keys.view.isExpanded(model.index_of_key(ROAD))


def test_an_activity_is_found_by_words_and_added_by_keyboard(keys: Keys) -> None:
    keys.press(Key.Key_K, held=CONTROL_SHIFT)
    _pick(keys, "posyandu")
    document = keys.workspace.document
    assert document is not None
    made = max(document.plan.activities.values(), key=lambda activity: activity.id)
    assert "Posyandu" in document.chart.activity_name(made.code)
    assert keys.cursor == (add_account_key(made.id), GridColumn.NAME)


def test_a_regency_activity_takes_its_own_name(keys: Keys) -> None:
    keys.press(Key.Key_K, held=CONTROL_SHIFT)
    _pick(keys, "2.3.95", closes=False)
    keys.type("Rabat beton lorong")
    keys.press(Key.Key_Return)
    keys.qtbot.waitUntil(keys.screen.isActiveWindow)
    document = keys.workspace.document
    assert document is not None
    made = max(document.plan.activities.values(), key=lambda activity: activity.id)
    assert (made.code, made.name) == ("2.3.95", "Rabat beton lorong")


def test_an_account_is_added_with_its_first_line_open(keys: Keys) -> None:
    keys.press(Key.Key_R, held=CONTROL_SHIFT)
    _pick(keys, "5.2.1.01")
    keys.qtbot.waitUntil(lambda: keys.view.editing.is_open)
    keys.type("Kertas")
    keys.press(Key.Key_Return)
    made = max(keys.lines, key=lambda line: line.id)
    assert (made.account_code, made.description, made.activity_id) == ("5.2.1.01", "Kertas", 3)


def test_an_account_that_is_there_is_gone_to_instead(keys: Keys) -> None:
    keys.press(Key.Key_R, held=CONTROL_SHIFT)
    _pick(keys, "5.3.5.01")
    keys.qtbot.waitUntil(lambda: keys.view.editing.is_open)
    keys.type("Kerikil")
    keys.press(Key.Key_Return)
    assert len(keys.view.budget_model().tree.nodes[account_key(3, "5.3.5.01")].children) == 5


def test_esc_leaves_a_picker_without_a_change(keys: Keys) -> None:
    keys.press(Key.Key_K, held=CONTROL_SHIFT)
    keys.qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    keys.press(Key.Key_Escape)
    document = keys.workspace.document
    assert document is not None
    assert len(document.plan.activities) == 2


@pytest.mark.parametrize("text", ["pasir", "200.000", "Rp 200.000", "5.3.5"])
def test_search_finds_words_amounts_and_codes(keys: Keys, text: str) -> None:
    """U19."""
    hits = keys.screen.search(text)
    assert "Pasir" in [hit.text for hit in hits]


def test_a_hit_is_jumped_to_through_closed_rows(keys: Keys) -> None:
    """U19."""
    keys.view.open_to("sector")
    keys.screen.jump_to(keys.screen.search("Pasir")[0].target)
    assert keys.cursor == (PASIR, GridColumn.NAME)
    assert keys.focus is keys.view
    keys.screen.jump_to(Target(activity_id=2))
    assert keys.cursor[0] == activity_key(2)


def test_filters_show_only_some_rows(keys: Keys) -> None:
    screen = keys.screen
    assert isinstance(screen, SpendingScreen)
    model = keys.view.budget_model()
    screen.show_fund("ADD")
    assert keys.view.isIndexHidden(model.index_of_key(group_key("2")))
    assert not keys.view.isIndexHidden(model.index_of_key(SILTAP))
    screen.jump_to(Target(line_id=4))
    assert keys.cursor[0] == SEMEN


def test_rows_are_opened_down_to_a_level(keys: Keys) -> None:
    model = keys.view.budget_model()
    for level, shown in (("sector", group_key("1")), ("activity", ROAD), ("line", SEMEN)):
        keys.view.open_to(level)
        index = model.index_of_key(shown)
        assert keys.view.visualRect(index).isValid()
        assert level == "line" or not keys.view.isExpanded(index)


def test_a_plan_to_look_at_opens_no_editor(qtbot: QtBot, tmp_path: Path, look: None) -> None:
    """Read-only: the same grid, nothing to type into."""
    space = Workspace()
    space.create(tmp_path / "plan.apbdes", builders.village(), 2026)
    writer = Keys(qtbot, space, SpendingScreen(space))
    assert writer.screen.add_activity.isEnabled()  # type: ignore[attr-defined]
    from village_budget.document.edits.activity_edits import AddActivity
    from village_budget.document.edits.line_edits import AddLine
    from village_budget.domain.lines import Part

    space.apply(AddActivity("1.1.01"))
    space.apply(AddLine(Part.SPENDING, 2, "5.1.1.01", "Siltap"))
    space.close()
    space.open(tmp_path / "plan.apbdes", read_only=True)
    keys = Keys(qtbot, space, SpendingScreen(space))
    keys.at(line_key(3))
    keys.type("x")
    keys.press(Key.Key_F2)
    keys.press(Key.Key_Delete, Key.Key_Insert)
    assert not keys.view.editing.is_open
    assert len(keys.lines) == 1
    kinds = {node.kind for node in keys.view.budget_model().tree.walk()}
    assert kinds.isdisjoint({NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT})
    assert keys.screen.grab().width() > 0
    space.close()


def test_names_are_shown_as_they_are(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    """S17: markup in a name is text, in the tooltip too."""
    keys.workspace.apply(SetActivity(3, {"name": "<h1>x</h1>"}))
    shown: list[str] = []
    monkeypatch.setattr("ui.grid.view.budget_grid.QToolTip.showText", lambda _at, text: shown.append(text))
    at = keys.view.visualRect(keys.view.budget_model().index_of_key(ROAD, GridColumn.NAME)).center()
    QApplication.sendEvent(keys.view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, QPoint()))
    assert "&lt;h1&gt;" in shown[0]


def test_an_exception_in_paint_does_not_leave_it(keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []

    def fail(*_args: object) -> None:
        raise ValueError("drawn badly")

    monkeypatch.setattr("sys.excepthook", lambda *args: told.append(args[0]))
    monkeypatch.setattr("ui.grid.view.row_painter.RowPainter.paint", fail)
    keys.view.viewport().grab()
    assert ValueError in told


def test_whatever_takes_the_keyboard_has_a_name(keys: Keys) -> None:
    """U30."""
    keys.press(Key.Key_F2)
    for widget in keys.screen.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.text(QAccessible.Text.Name), widget
    keys.press(Key.Key_Escape)


def test_twenty_lines_by_keyboard_alone(qtbot: QtBot, tmp_path: Path, look: None, mouse: Mouse) -> None:
    """U09: from an empty plan to 20 lines in three activities, undone and done again."""
    space = Workspace()
    space.create(tmp_path / "plan.apbdes", builders.village(), 2026)
    keys = Keys(qtbot, space, SpendingScreen(space))
    document = space.document
    assert document is not None
    start = document.fingerprint
    for code, count in (("1.1.01", 7), ("2.3.10", 7), ("4.2.01", 6)):
        keys.press(Key.Key_K, held=CONTROL_SHIFT)
        _pick(keys, code)
        keys.press(Key.Key_Return)
        _pick(keys, "5.2.1.01")
        keys.qtbot.waitUntil(lambda: keys.view.editing.is_open)
        for number in range(count):
            keys.type(f"Barang {code} {number}")
            keys.press(Key.Key_Tab)
            keys.type("2 orang x 12 bulan")
            keys.press(Key.Key_Tab, Key.Key_Tab)
            keys.type("1.250.000")
            keys.press(Key.Key_Tab)
            keys.type("add")
            keys.press(Key.Key_Return)
    assert mouse.presses == 0
    assert len(keys.lines) == 20
    assert all(line.amount == 30_000_000_00 and line.fund == "ADD" for line in keys.lines)
    assert all(line.unit == "OB" for line in keys.lines)
    end = document.fingerprint
    while document.undo_label is not None:
        space.undo()
    assert document.fingerprint == start
    assert keys.view.budget_model().rowCount() == 0
    while document.redo_label is not None:
        space.redo()
    assert document.fingerprint == end
    assert keys.text(group_key("2"), GridColumn.AMOUNT) == "210.000.000"
    space.close()


@pytest.mark.parametrize(
    ("screen", "account", "head"), [(RevenueScreen, "4.1.2.01", "4.1"), (FinancingScreen, "6.1.1.01", "6.1")]
)
def test_revenue_and_financing_are_filled_in_the_same_way(
    qtbot: QtBot, workspace: Workspace, screen: type[RevenueScreen], account: str, head: str
) -> None:
    """U09."""
    keys = Keys(qtbot, workspace, screen(workspace))
    keys.press(Key.Key_R, held=CONTROL_SHIFT)
    _pick(keys, account)
    keys.qtbot.waitUntil(lambda: keys.view.editing.is_open)
    keys.type("Uang")
    keys.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab)
    keys.type("5000000")
    keys.press(Key.Key_Return)
    made = max(keys.lines, key=lambda line: line.id)
    assert (made.account_code, made.description, made.amount) == (account, "Uang", 5_000_000_00)
    assert keys.text(group_key(head), GridColumn.AMOUNT) == "5.000.000"
