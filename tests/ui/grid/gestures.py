"""A user without a plan: random gestures in a window, each one repeatable from its seed."""

from __future__ import annotations

import random
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests import builders
from ui.grid.line_table_screen import LineTableScreen
from ui.grid.model.drop_place import drop_place
from ui.grid.model.nodes import GridColumn, NodeKind
from ui.grid.view.budget_grid import BudgetGrid
from ui.main_window import MainWindow
from ui.support.workspace import Target

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
TEXTS = (
    "7", "1.500", "2 orang x 3 bulan x 1.000", "=5*1.500", "+250", "abc", "0", "-3", "1,5", "12.345.678", "",
    "zak", "DDS", "1,2,3", "Semen", "999.999.999.999.999",
)  # fmt: skip
BLOCKS = (
    "Uraian\tVol\tSat\tHarga\tJumlah\tSumber\nSekop\t2\tBh\t85.000\t170.000\tDD\nPaku\t5\tkg\t20.000\t100.000\t\n",
    "5.2.1.01\tATK\t2\trim\t50.000\n5.2.1.02\tListrik\t12\tbulan\t100.000\n",
    "satu kata", "1.234\t5", "Jumlah\t\t\t1.000\n", "",
)  # fmt: skip
MOVES = (
    *((key, NONE) for key in (
        Key.Key_Down, Key.Key_Up, Key.Key_Left, Key.Key_Right, Key.Key_Tab, Key.Key_Return, Key.Key_Escape,
        Key.Key_F2, Key.Key_PageDown, Key.Key_PageUp, Key.Key_Backspace, Key.Key_Space, Key.Key_Home,
        Key.Key_End,
    )),
    (Key.Key_Backtab, SHIFT), (Key.Key_Return, SHIFT), (Key.Key_Home, CONTROL), (Key.Key_End, CONTROL),
)  # fmt: skip
ROW_KEYS = (
    (Key.Key_Delete, NONE), (Key.Key_D, CONTROL), (Key.Key_Up, ALT), (Key.Key_Down, ALT),
    (Key.Key_R, CONTROL), (Key.Key_A, CONTROL), (Key.Key_Return, CONTROL), (Key.Key_Insert, NONE),
    (Key.Key_C, CONTROL), (Key.Key_X, CONTROL), (Key.Key_V, CONTROL), (Key.Key_G, CONTROL | SHIFT),
)  # fmt: skip
TABLES = ("belanja", "belanja", "belanja", "pendapatan", "pembiayaan")
OTHERS = ("ringkasan", "data", "pemeriksaan", "dokumen", "riwayat")
WEIGHTS = {
    "move": 14, "type_in": 10, "click": 8, "row_key": 12, "select": 5, "add_line": 4, "take_back": 4,
    "redo": 2, "narrow": 4, "sort": 2, "open_down_to": 2, "paste": 3, "go_elsewhere": 3, "jump": 3,
    "give_fund": 2, "drag": 3, "show_panel": 1,
}  # fmt: skip


class Hands:
    """Does one gesture after the other; ``done`` names them for whoever must repeat what failed."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window = window
        self._chance = random.Random(seed)
        self.done: list[str] = []

    def gesture(self) -> None:
        """The next one."""
        name = self._chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
        self.done.append(f"{name} {getattr(self, name)() or ''}".strip())

    @property
    def _screen(self) -> Any:
        return self._window.deck.current_screen()

    @property
    def _view(self) -> BudgetGrid | None:
        view = getattr(self._screen, "view", None)
        return view if isinstance(view, BudgetGrid) and view.isVisible() else None

    def _press(self, key: Key, held: Qt.KeyboardModifier = NONE) -> None:
        focus: QWidget = QApplication.focusWidget() or self._window
        QTest.keyClick(focus, key, held)

    def _type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(QApplication.focusWidget() or self._window, letter)

    def move(self) -> str:
        """A key that moves, opens or closes a cell."""
        key, held = self._chance.choice(MOVES)
        self._press(key, held)
        return f"{held.name} {key.name}"

    def type_in(self) -> str | None:
        """Something typed into a cell, left by some key or by none."""
        view = self._view
        text, end = self._chance.choice(TEXTS), self._chance.choice((Key.Key_Return, Key.Key_Tab, None))
        if view is None or not (view.hasFocus() or view.editing.editor):
            return None
        self._type(text)
        if end is not None:
            self._press(end)
        return f"{text!r} {end}"

    def click(self) -> str | None:
        """A click on a cell, with or without Shift or Ctrl."""
        view = self._view
        nodes = list(view.budget_model().tree.walk()) if view is not None else []
        if view is None or not nodes:
            return None
        node, column = self._chance.choice(nodes), self._chance.choice(list(GridColumn)[1:])
        index = view.budget_model().index_of(node, column)
        if view.visualRect(index).isEmpty():
            return None
        view.scrollTo(index)
        held = self._chance.choice((NONE, NONE, NONE, SHIFT, CONTROL))
        at = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)
        return f"{node.key} {column.name} {held.name}"

    def row_key(self) -> str:
        """A key for whole rows."""
        key, held = self._chance.choice(ROW_KEYS)
        self._press(key, held)
        return f"{held.name} {key.name}"

    def select(self) -> None:
        """A few rows with Shift."""
        for _ in range(self._chance.randint(1, 6)):
            self._press(self._chance.choice((Key.Key_Down, Key.Key_Up)), SHIFT)

    def add_line(self) -> None:
        """A new line with a volume."""
        self._press(Key.Key_Return, CONTROL)
        if self._view is not None and self._view.editing.editor is not None:
            self._type("Baris baru")
            self._press(Key.Key_Tab)
            self._type("3")
            self._press(Key.Key_Return)

    def take_back(self) -> None:
        """Undo, by key or by button."""
        if self._chance.random() < 0.5:
            self._press(Key.Key_Z, CONTROL)
        else:
            self._window.undo()

    def redo(self) -> None:
        """Redo."""
        self._window.redo()

    def narrow(self) -> str | None:
        """A filter on, or all off."""
        document, ways = self._window.workspace.document, getattr(self._screen, "ways", None)
        if ways is None or document is None:
            return None
        if self._chance.random() < 0.4:
            ways.clear()
            return "off"
        words, make = self._chance.choice([one for _, some in ways.choices(document) for one in some])
        ways.add(make())
        return str(words)

    def sort(self) -> str | None:
        """By a column, the other way round, or back."""
        column = self._chance.choice(list(GridColumn)[1:])
        if self._view is not None and self._view.settle():
            self._view.order.turn(column)
        return column.name

    def open_down_to(self) -> None:
        """Rows opened and closed."""
        if isinstance(self._screen, LineTableScreen):
            self._screen.open_levels(
                self._chance.choice(("sector", "subsector", "activity", "account", "line"))
            )

    def paste(self) -> None:
        """A block, a word, or nothing."""
        QApplication.clipboard().setText(self._chance.choice(BLOCKS))
        self._press(Key.Key_V, CONTROL)

    def go_elsewhere(self) -> str:
        """Another screen."""
        name = self._chance.choice(OTHERS if self._chance.random() < 0.3 else TABLES)
        self._window.show_screen(name)
        return name

    def jump(self) -> str | None:
        """To a line, or to a finding."""
        document = self._window.workspace.document
        assert document is not None
        if self._chance.random() < 0.3:
            self._window.jump_to(Target(finding=self._chance.choice(document.findings).key))
        elif document.plan.lines:
            line = self._chance.choice(list(document.plan.lines.values()))
            self._window.jump_to(Target(line.part, line.activity_id, line.id))
            return str(line.id)
        return None

    def give_fund(self) -> None:
        """To whatever is selected."""
        if isinstance(self._screen, LineTableScreen):
            self._screen.rows.give_fund(self._chance.choice(builders.FUNDS))

    def drag(self) -> str | None:
        """A few lines let go somewhere."""
        view = self._view
        nodes = list(view.budget_model().tree.walk()) if view is not None else []
        lines = [node.row_id for node in nodes if node.kind is NodeKind.LINE and node.row_id is not None]
        if view is None or not lines:
            return None
        ids = tuple(self._chance.sample(lines, min(len(lines), 3)))
        upper, is_open = self._chance.random() < 0.5, self._chance.random() < 0.5
        place = drop_place(view.budget_model().tree, self._chance.choice(nodes), upper=upper, is_open=is_open)
        if place is not None:
            self._screen.moving.drop(ids, place)
            return f"{ids} {place.activity_id} {place.account_code} {place.before_id}"
        return None

    def show_panel(self) -> None:
        """The panel on or off."""
        toggle = getattr(self._screen, "toggle_panel", None)
        if toggle is not None:
            toggle()
