"""What all dialogs share: a title, a body, and a row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.support.theme import theme
from ui.widgets.controls import Hairline, column, label, row, set_ground

LARGEST = QSize(1300, 690)


class BaseDialog(QDialog):
    """A dialog that fits its screen at every font size."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 460) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(min(theme().px(width), 1200))
        self.body: QVBoxLayout = column(margins=(22, 18, 22, 14), gap=10)
        self.body.addWidget(label(title, role="title", bold=True, wrap=True))
        self._foot = row(margins=(22, 12, 22, 14), gap=8)
        self._foot.addStretch(1)
        self._content = QWidget()
        self._content.setLayout(self.body)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content)
        set_ground(self, "surface")
        set_ground(self._content, "surface")
        whole = column(gap=0)
        whole.addWidget(scroll, 1)
        whole.addWidget(Hairline())
        whole.addLayout(self._foot)
        self.setLayout(whole)

    def sizeHint(self) -> QSize:
        """As large as the body and the foot, but never larger than a small screen: the body scrolls then."""
        content = self._content.sizeHint()
        width = max(content.width(), self._foot.sizeHint().width(), self.minimumWidth())
        height = content.height() + self._foot.sizeHint().height() + 2
        if self._content.hasHeightForWidth():
            height = self._content.heightForWidth(width) + self._foot.sizeHint().height() + 2
        return QSize(min(width, LARGEST.width()), min(height, LARGEST.height()))

    def add_button(self, made: QPushButton, *, default: bool = False) -> QPushButton:
        """Put a button at the foot, from left to right; the default one answers Enter."""
        self._foot.addWidget(made)
        made.setDefault(default)
        if default:
            made.setFocus()
        return made
