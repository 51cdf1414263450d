"""What all dialogs share: a title, a body, and a row of buttons at the foot."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui.kit.controls import (
    Hairline,
    column,
    label,
    row,
    set_ground,
)
from ui.kit.dimmer import Veil
from ui.kit.help_topics import FIRST, ask_help, set_topic
from ui.support.theme import theme

LARGEST = QSize(1300, 690)


class BaseDialog(QDialog):
    """A dialog that fits its screen at every font size."""

    topic: ClassVar[str] = FIRST
    """The topic of the help that F1 opens; a field may name its own."""

    def __init__(self, title: str, parent: QWidget | None = None, *, width: int = 460) -> None:
        super().__init__(parent)
        set_topic(self, self.topic)
        QShortcut(QKeySequence("F1"), self, self.show_help)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(min(theme().px(width), 1200))
        self.body: QVBoxLayout = column(margins=(22, 18, 22, 14), gap=10)
        self.body.addWidget(label(title, role="title", bold=True, wrap=True))
        self._foot = row(margins=(22, 12, 22, 14), gap=8)
        self._foot.addStretch(1)
        self._content = QWidget()
        self._content.setLayout(self.body)
        self._scroll = scroll = QScrollArea()
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
        self._veil: Veil | None = None

    def show_help(self) -> None:
        """Show the help at what explains the field with the keyboard (U35)."""
        ask_help(self)

    def plain_text(self) -> str:
        """All that the dialog says, from top to bottom."""
        said = [text for text in self.findChildren(QLabel) if text.isVisibleTo(self) and text.text()]
        said.sort(key=lambda text: (text.mapTo(self, text.rect().topLeft()).y(), text.x()))
        return "\n".join(text.text().replace("&", "") for text in said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies what the dialog says, as the system's own message boxes do (U36)."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.plain_text())
        else:
            super().keyPressEvent(event)

    def answer(self) -> bool:
        """Show the dialog until it is answered; whether it was accepted. It is gone afterwards."""
        try:
            return bool(self.exec())
        finally:
            self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is needed, and dim the window behind."""
        super().showEvent(event)
        if not event.spontaneous():
            self._take_room()
        parent = self.parentWidget()
        if parent is not None and self._veil is None:
            self._veil = Veil(parent.window())

    def _take_room(self) -> None:
        """In the middle of the window behind: Qt grants two thirds of the screen and places that much."""
        self.resize(self.sizeHint().boundedTo(self._room().size()))
        parent = self.parentWidget()
        over = parent.window().geometry() if parent is not None else self._room()
        place = self.geometry()
        place.moveCenter(over.center())
        self._place(place.topLeft())

    def grow(self) -> None:
        """Take the height that is needed now, where the dialog stands, without leaving the screen."""
        wanted = self.sizeHint().boundedTo(self._room().size())
        self.resize(self.width(), max(self.height(), wanted.height()))
        self._place(self.geometry().topLeft())

    def _room(self) -> QRect:
        """The screen without task bar, and without the bar of the dialog's own title."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        return self.screen().availableGeometry().adjusted(0, bar, 0, 0)

    def _place(self, at: QPoint) -> None:
        """Stand there, or as near as the screen allows."""
        room = self._room()
        left = max(room.left(), min(at.x(), room.right() + 1 - self.width()))
        top = max(room.top(), min(at.y(), room.bottom() + 1 - self.height()))
        self.setGeometry(left, top, self.width(), self.height())

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the window its light back."""
        super().hideEvent(event)
        if self._veil is not None:
            self._veil.lift()
            self._veil = None

    def sizeHint(self) -> QSize:
        """As large as the body and the foot, but never larger than a small screen: the body scrolls then."""
        content = self._content.sizeHint()
        width = max(content.width(), self._foot.sizeHint().width(), self.minimumWidth())
        height = (
            self._content.heightForWidth(width) if self._content.hasHeightForWidth() else content.height()
        )
        height = max(height, self._content.minimumSizeHint().height()) + self._foot.sizeHint().height() + 2
        if height > LARGEST.height():
            width += self._scroll.verticalScrollBar().sizeHint().width()
        return QSize(min(width, LARGEST.width()), min(height, LARGEST.height()))

    def add_field(self, caption: QLabel, field: QWidget | QLayout) -> None:
        """A field with its caption close above it, and air around the two."""
        both = column(gap=4)
        both.addWidget(caption)
        if isinstance(field, QLayout):
            both.addLayout(field)
        else:
            both.addWidget(field)
        self.body.addLayout(both)

    def add_button(self, made: QPushButton, *, default: bool = False) -> QPushButton:
        """Put a button at the foot, from left to right; the default one answers Enter."""
        self._foot.addWidget(made)
        made.setDefault(default)
        if default:
            made.setFocus()
        return made
