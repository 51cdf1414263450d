"""The head of a screen: title left, buttons right, and a row of filters below."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.kit.controls import (
    column,
    label,
    row,
    set_ground,
)
from ui.support.theme import theme


class ScreenHead(QWidget):
    """Title, a quiet count beside it, room for buttons (`add_button`) and filters (`add_filter`)."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        self._title = label(title, role="title", bold=True)
        self._subtitle = label(subtitle, role="body", token="ink2")
        self._buttons = row(gap=8)
        self._filters = row(margins=(16, 0, 12, 8), gap=6)
        self._filters_right = row(gap=6)
        top = row(margins=(16, 0, 12, 0), gap=12)
        top.addWidget(self._title)
        top.addWidget(self._subtitle)
        top.addStretch(1)
        top.addLayout(self._buttons)
        self._filters.addStretch(1)
        self._filters.addLayout(self._filters_right)
        bar = QWidget()
        bar.setLayout(top)
        bar.setFixedHeight(theme().px(50))
        self._filter_row = QWidget()
        self._filter_row.setLayout(self._filters)
        self._filter_row.hide()
        whole = column(gap=0)
        whole.addWidget(bar)
        whole.addWidget(self._filter_row)
        self.setLayout(whole)

    def set_subtitle(self, text: str) -> None:
        """Change the count beside the title."""
        self._subtitle.setText(text)

    def add_button(self, widget: QWidget) -> None:
        """Put a button at the right of the title row."""
        self._buttons.addWidget(widget)

    def add_filter(self, widget: QWidget, *, right: bool = False) -> None:
        """Put a filter in the second row, at the left or the right."""
        if right:
            self._filters_right.addWidget(widget)
        else:
            self._filters.insertWidget(self._filters.count() - 2, widget)
        self._filter_row.show()

    def set_layout(self, mode: str) -> None:
        """Make room: the subtitle goes first when the window is narrow."""
        self._subtitle.setVisible(mode == "wide")
