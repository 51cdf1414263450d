"""The column of places at the left: its screens, a badge of broken rules, the fingerprint at its foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ui.kit.controls import (
    Hairline,
    column,
    label,
    row,
    set_ground,
)
from ui.support.icons import pixmap
from ui.support.theme import theme

WIDE, RAIL = 176, 56


class NavigationItem(QAbstractButton):
    """One place: icon, word, and a badge when something is broken there."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self._icon = name
        self.badge = 0
        self.rail = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Forty high, as wide as the column."""
        return QSize(theme().px(RAIL if self.rail else WIDE), theme().px(42))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """White pill and bar on the current place."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(px(8), px(3), self.width() - px(16), self.height() - px(6))
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(color("surface" if self.isChecked() else "sector"))
            painter.drawRoundedRect(pill, px(6), px(6))
        if self.isChecked():
            painter.setBrush(color("accent"))
            bar = QRectF(pill.left(), pill.center().y() - px(8), px(3), px(16))
            painter.drawRoundedRect(bar, px(1.5), px(1.5))
        token = "accent" if self.isChecked() else "ink2"
        left = pill.left() + px(13)
        top = round(self.height() / 2 - px(10))
        drawn = pixmap(self._icon, color(token), px(20), self.devicePixelRatioF())
        painter.drawPixmap(round(self.width() / 2 - px(10)) if self.rail else round(left), top, drawn)
        if not self.rail:
            painter.setFont(theme().font("body", bold=self.isChecked()))
            painter.setPen(color("ink" if self.isChecked() else "ink2"))
            box = QRectF(left + px(30), 0, pill.width(), self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.badge:
            self._paint_badge(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(color("accent"))
            painter.drawRoundedRect(pill, px(6), px(6))

    def _paint_badge(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        text = str(self.badge) if self.badge < 100 else "99+"
        painter.setFont(theme().font("caption", bold=True))
        high = px(16 if self.rail else 20)
        width = max(high, painter.fontMetrics().horizontalAdvance(text) + px(8))
        right = self.width() - px(5 if self.rail else 16)
        top = px(3) if self.rail else self.height() / 2 - px(10)
        box = QRectF(right - width, top, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("bad"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setPen(color("surface"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Navigation(QWidget):
    """The places of the window; a rail of icons when room is short."""

    chosen = Signal(str)  # screen name

    def __init__(self, places: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface2")
        self.items: dict[str, NavigationItem] = {}
        group = QButtonGroup(self)
        group.setExclusive(True)
        box = column(margins=(0, 10, 0, 12), gap=0)
        for number, (name, text) in enumerate(places, start=1):
            item = NavigationItem(name, text)
            item.setToolTip(f"{text} (Ctrl+{number})")
            item.setAccessibleName(text)
            item.clicked.connect(lambda _=False, asked=name: self.chosen.emit(asked))
            group.addButton(item)
            box.addWidget(item)
            self.items[name] = item
        box.addStretch(1)
        self._caption = label(self.tr("Document fingerprint"), role="small", token="ink2")
        self._fingerprint = label("", role="small", token="ink2")
        self._fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for text_label in (self._caption, self._fingerprint):
            text_label.setContentsMargins(theme().px(20), 0, 0, 0)
            box.addWidget(text_label)
        whole = row(gap=0)
        whole.addLayout(box, 1)
        whole.addWidget(Hairline(vertical=True))
        self.setLayout(whole)
        self.set_layout("wide")

    def set_layout(self, mode: str) -> None:
        """Words when wide, icons alone otherwise."""
        rail = mode != "wide"
        for item in self.items.values():
            item.rail = rail
            item.updateGeometry()
            item.update()
        self.setFixedWidth(theme().px(RAIL if rail else WIDE))
        self._caption.setVisible(not rail)
        self._fingerprint.setVisible(not rail)

    def show_current(self, name: str) -> None:
        """Mark a place as the one that is shown."""
        self.items[name].setChecked(True)

    def show_badge(self, name: str, count: int) -> None:
        """Show how many rules are broken."""
        item = self.items[name]
        item.badge = count
        text = item.text()
        item.setAccessibleName(self.tr("{place}, {n} broken").format(place=text, n=count) if count else text)
        item.update()

    def show_fingerprint(self, text: str) -> None:
        """Show the short fingerprint in two lines of two groups."""
        groups = text.split()
        self._fingerprint.setText(" ".join(groups[:2]) + "\n" + " ".join(groups[2:]))
        self._fingerprint.setAccessibleName(f"{self._caption.text()} {text}")
