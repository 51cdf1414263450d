"""Above the steps: search, chips of kinds, and a menu of people and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from ui.history.history_model import KINDS, HistoryFilter, RowKey
from ui.kit.controls import (
    FilterChip,
    column,
    row,
    set_icon,
)
from ui.kit.help_topics import set_topic
from ui.kit.search_field import SearchField


class _HistorySearch(SearchField):
    """Esc empties it and then leaves; Down and Enter go to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that leave the field."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class HistoryFilters(QWidget):
    """Search and menu in one row, chips below."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_topic(self, "layar.riwayat")
        self.shown = HistoryFilter()
        self.people: Sequence[tuple[str, int]] = ()
        self.search = _HistorySearch(
            self.tr("Search the history"), self.tr("Search the history: what, who, why")
        )
        self.search.textChanged.connect(lambda text: self._set(text=text.strip()))
        self.search.left.connect(self.left)
        self.more = FilterChip(self.tr("Filter"))
        set_icon(self.more, "saring", size=16)
        self.more.clicked.connect(self._open_menu)
        self.holding = FilterChip(self.tr("Only what still holds"))
        self.holding.clicked.connect(lambda on: self._set(holding=on))
        self.one_row = FilterChip("")
        self.one_row.clicked.connect(lambda _=False: self.show_rows(None, ""))
        self.one_row.hide()
        self._words = {
            "": self.tr("All"), "edit": self.tr("Edits"), "import": self.tr("Imports"),
            "status": self.tr("Status"), "undo": self.tr("Undo"), "removed": self.tr("Deleted"),
        }  # fmt: skip
        self.chips = self._make_chips()
        top = row(margins=(16, 0, 12, 8), gap=6)
        top.addWidget(self.search, 1)
        top.addWidget(self.more)
        middle = row(margins=(16, 0, 12, 6), gap=4)
        below = row(margins=(16, 0, 12, 6), gap=4)
        for name, chip in self.chips.items():
            (below if name == "removed" else middle).addWidget(chip)
        below.addWidget(self.holding)
        last = row(margins=(16, 0, 12, 2), gap=4)
        last.addWidget(self.one_row)
        whole = column(gap=0)
        whole.addLayout(top)
        for part in (middle, below, last):
            part.addStretch(1)
            whole.addLayout(part)
        self.setLayout(whole)

    def _make_chips(self) -> dict[str, FilterChip]:
        group = QButtonGroup(self)
        chips: dict[str, FilterChip] = {}
        for name in ("", *KINDS, "removed"):
            chip = FilterChip(self._words[name])
            chip.clicked.connect(lambda _=False, asked=name: self._set(kind=asked))
            group.addButton(chip)
            chips[name] = chip
        chips[""].setChecked(True)
        return chips

    def show_kind(self, kind: str) -> None:
        """Show one kind of steps, or all."""
        self.chips[kind].setChecked(True)
        self._set(kind=kind)

    def show_removed(self, count: int) -> None:
        """Tell how many rows are gone that can be brought back."""
        words = self._words["removed"]
        self.chips["removed"].setText(f"{words}  {count}" if count else words)
        self.chips["removed"].setAccessibleName(f"{words} {count}")

    def show_rows(self, rows: frozenset[RowKey] | None, name: str) -> None:
        """Show only steps that touched some rows; a chip says so and takes it back."""
        self.one_row.setVisible(rows is not None)
        self.one_row.setChecked(rows is not None)
        short = name if len(name) <= 28 else f"{name[:27]}…"
        self.one_row.setText(f"{short}  ✕")
        self.one_row.setAccessibleName(self.tr("Only {name}; press to show all").format(name=name))
        self.one_row.setToolTip(name)
        self._set(rows=rows)

    def show_all(self) -> None:
        """Hide nothing."""
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003
        self.chips[""].setChecked(True)
        self.holding.setChecked(False)
        self.one_row.hide()
        self.shown = HistoryFilter()
        self.more.setChecked(False)
        self.changed.emit()

    def show_person(self, who: str | None) -> None:
        """Show the steps of one person, or of all."""
        self._set(who=who)

    def show_days(self, days: int) -> None:
        """Show so many days, or all."""
        self._set(days=days)

    def _set(self, **values: object) -> None:
        shown = replace(self.shown, **values)  # type: ignore[arg-type]
        if shown != self.shown:
            self.shown = shown
            self._show_menu_state()
            self.changed.emit()

    def _show_menu_state(self) -> None:
        self.more.setChecked(self.shown.who is not None or bool(self.shown.days))

    def _open_menu(self) -> None:
        self._show_menu_state()
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Days, then people with how much they did."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        days = QActionGroup(menu)
        for count, words in (
            (0, self.tr("All days")), (1, self.tr("Today")), (7, self.tr("Last 7 days")),
            (30, self.tr("Last 30 days")),
        ):  # fmt: skip
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self.shown.days == count)
            action.triggered.connect(lambda _=False, count=count: self.show_days(count))
            days.addAction(action)
        menu.addSeparator()
        people = QActionGroup(menu)
        for who, number in ((None, 0), *self.people):
            words = self.tr("Everybody") if who is None else f"{who or self.tr('no name')}  {number}"
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self.shown.who == who)
            action.triggered.connect(lambda _=False, who=who: self.show_person(who))
            people.addAction(action)
        return menu
