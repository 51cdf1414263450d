"""The detail of one step: what, when, by whom and why, what it changed, and what can be done about a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.history.changes_list import ChangesList
from ui.history.changes_model import ChangesModel
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
    wrapped,
)
from ui.support.theme import theme


class HistoryDetail(QWidget):
    """Head, list of changed rows, and buttons for the one with the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        self.model = ChangesModel(self)
        self.list = ChangesList(self.model)
        self.list.setAccessibleName(self.tr("Changed rows"))
        self.title = label("", role="title", bold=True, wrap=True)
        self.facts = label("", token="ink2", wrap=True)
        self.why = label("", wrap=True)
        for words in (self.title, self.facts, self.why):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.back = button(self.tr("Back to the list"), kind="link", icon="kiri")
        self.back.hide()
        self.goto = button(self.tr("To this row"), icon="panah")
        self.only = button(self.tr("History of this row"), icon="saring")
        self.restore = button(self.tr("Bring this row back"), kind="primary", icon="urungkan")
        self.hint = wrapped("", role="small", token="ink2")
        head = column(margins=(20, 12, 20, 12), gap=4)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for words in (self.title, self.facts, self.why):
            head.addWidget(words)
        foot = column(margins=(20, 10, 20, 12), gap=8)
        foot.addWidget(self.hint)
        self._buttons = row(gap=8)
        self._buttons.addWidget(self.restore)
        others = row(gap=8)
        others.addWidget(self.goto)
        others.addWidget(self.only)
        others.addStretch(1)
        self._buttons.addLayout(others, 1)
        foot.addLayout(self._buttons)
        whole = column(gap=0)
        whole.addLayout(head)
        whole.addWidget(Hairline())
        whole.addWidget(self.list, 1)
        self._foot_line = Hairline()
        self._foot = QWidget()
        self._foot.setLayout(foot)
        whole.addWidget(self._foot_line)
        whole.addWidget(self._foot)
        self.setLayout(whole)
        self.setMinimumWidth(theme().px(200))

    def set_compact(self, *, compact: bool) -> None:
        """The buttons in two rows where one is too short for them."""
        way = QBoxLayout.Direction.TopToBottom if compact else QBoxLayout.Direction.LeftToRight
        self._buttons.setDirection(way)

    def show_words(self, title: str, facts: str, why: str) -> None:
        """Show the head; an empty reason takes no room."""
        self.title.setText(title)
        self.facts.setText(facts)
        self.why.setText(why)
        self.facts.setVisible(bool(facts))
        self.why.setVisible(bool(why))

    def show_foot(self, *, on: bool) -> None:
        """Show the buttons, or leave them out where no row stands behind what is listed."""
        self._foot.setVisible(on)
        self._foot_line.setVisible(on)
