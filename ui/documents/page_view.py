"""One page as it will lie on paper, in a view that scrolls, leafs at its ends and zooms with Ctrl."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.support.theme import theme

EDGE = 14
_LARGEST = 9_000_000
"""Device pixels up to which a page is drawn whole; of a larger one only what is in sight."""


class PageView(QWidget):
    """One page with a soft edge, in the middle of its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.part: QImage | None = None
        self.page = QSize()

    def set_page(self, size: QSize) -> None:
        """Make room for a page of a size in pixels."""
        if size != self.page:
            self.part = None
        self.page = size
        self.setMinimumSize(size + QSize(2 * EDGE, 2 * EDGE))
        self.update()

    def clear(self) -> None:
        """White paper, until a picture comes."""
        self.image = self.part = None
        self.update()

    def take(self, image: QImage) -> None:
        """Show the picture of the whole page, or of the part of it that its offset tells."""
        wide = round(image.width() / image.devicePixelRatio())
        if image.offset() == QPoint() and wide >= self.page.width() - 1:
            self.image, self.part = image, None
        else:
            self.part = image
        self.update()

    def place(self) -> QRect:
        """Where the page lies."""
        place = QRect((self.width() - self.page.width()) // 2, EDGE, self.page.width(), self.page.height())
        place.moveTop(max(EDGE, (self.height() - place.height()) // 2))
        return place

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Edge, paper, picture; while a new picture is on its way the old one is stretched."""
        if self.page.isEmpty():
            return
        painter = QPainter(self)
        try:
            place = self.place()
            painter.fillRect(place.adjusted(-3, -2, 3, 4), theme().color("line"))
            # Paper is white in every theme: it is what comes out of the printer.
            painter.fillRect(place, Qt.GlobalColor.white)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            if self.image is not None:
                painter.drawImage(place, self.image)
            if self.part is not None:
                painter.drawImage(place.topLeft() + self.part.offset(), self.part)
        finally:
            painter.end()


class PageScroll(QScrollArea):
    """Scrolls a page; beyond its ends it leafs."""

    leaf = Signal(int)  # -1 or 1
    zoomed = Signal(int)  # -1 or 1
    moved = Signal()
    resized = Signal()

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.setWidget(view)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self.moved)

    def wanted_part(self) -> QRect | None:
        """What of the page is in sight, with some air; None when it is small enough to draw it whole."""
        page, ratio = self.view.page, self.devicePixelRatioF()
        if page.width() * page.height() * ratio * ratio <= _LARGEST:
            return None
        place = self.view.place()
        seen = QRect(-self.view.pos(), self.viewport().size()).translated(-place.topLeft())
        air = seen.height() // 3
        return seen.adjusted(-air, -air, air, air).intersected(QRect(QPoint(), page))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room for the page is another one now."""
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom; at the end of the page the wheel goes on to the next one."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.zoomed.emit(1 if turned > 0 else -1)
        elif turned and self._at_end(-1 if turned > 0 else 1):
            self._leaf(-1 if turned > 0 else 1)
        else:
            super().wheelEvent(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down scroll, and leaf at the ends; plus and minus zoom."""
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        zoom = {"+": 1, "-": -1}.get(event.text())
        if turn and self._at_end(turn):
            self._leaf(turn)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.leaf.emit(1_000_000 if event.key() == Qt.Key.Key_End else -1_000_000)
        elif zoom:
            self.zoomed.emit(zoom)
        else:
            super().keyPressEvent(event)

    def _at_end(self, way: int) -> bool:
        bar = self.verticalScrollBar()
        return bar.value() == (bar.maximum() if way > 0 else bar.minimum())

    def _leaf(self, way: int) -> None:
        self.leaf.emit(way)
        bar = self.verticalScrollBar()
        bar.setValue(bar.minimum() if way > 0 else bar.maximum())
