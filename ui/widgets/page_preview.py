"""Pages as they will lie on paper: zoom, leaf through; pictures come from whoever can draw them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.support.theme import theme
from ui.widgets.controls import Hairline, button, column, label, row, set_ground

ZOOMS = (0.0, 0.5, 0.75, 1.0, 1.5, 2.0)
"""Sizes against paper on a usual screen; the first fits a whole page into the window."""
_PIXELS_PER_MM = 96 / 25.4
_EDGE = 14


class PageView(QWidget):
    """One page with a soft edge, in the middle of its room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.page = QSize()

    def set_page(self, size: QSize) -> None:
        """Make room for a page of a size in pixels."""
        self.page = size
        self.setMinimumSize(size + QSize(2 * _EDGE, 2 * _EDGE))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Edge, paper, picture; while a new picture is on its way the old one is stretched."""
        painter = QPainter(self)
        try:
            place = QRect(
                (self.width() - self.page.width()) // 2, _EDGE, self.page.width(), self.page.height()
            )
            place.moveTop(max(_EDGE, (self.height() - place.height()) // 2))
            painter.fillRect(place.adjusted(-3, -2, 3, 4), theme().color("line"))
            # Paper is white in every theme: it is what comes out of the printer.
            painter.fillRect(place, Qt.GlobalColor.white)
            if self.image is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place, self.image)
        finally:
            painter.end()


class PagePreview(QWidget):
    """Head with zoom, the page, and the row to leaf through below it."""

    wanted = Signal(int, int)  # page from 0, width in logical pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "bg")
        self._sizes: list[tuple[float, float]] = []
        self._zoom = 0
        self.current = 0
        self.title = label("", role="strip", bold=True)
        self.subtitle = label("", role="body", token="ink2")
        self.view = PageView()
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.view)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Page preview"))
        self.smaller = button("", kind="quiet", icon="kurang", name=self.tr("Smaller"))
        self.larger = button("", kind="quiet", icon="tambah", name=self.tr("Larger"))
        self.fit = button(self.tr("Whole page"), kind="quiet", name=self.tr("Show the whole page"))
        self.back = button("", kind="quiet", icon="kiri", name=self.tr("Page before"))
        self.forth = button("", kind="quiet", icon="kanan", name=self.tr("Next page"))
        self.place = label("", token="ink2")
        self._lay_out()
        self.smaller.clicked.connect(lambda: self.set_zoom(self._zoom - 1))
        self.larger.clicked.connect(lambda: self.set_zoom(self._zoom + 1))
        self.fit.clicked.connect(lambda: self.set_zoom(0))
        self.back.clicked.connect(lambda: self.turn_to(self.current - 1))
        self.forth.clicked.connect(lambda: self.turn_to(self.current + 1))
        self.show_document("", "", [])

    def _lay_out(self) -> None:
        bar = QWidget()
        set_ground(bar, "surface")
        top = row(margins=(16, 0, 12, 0), gap=6)
        top.addWidget(self.title)
        top.addWidget(self.subtitle)
        top.addStretch(1)
        for part in (self.smaller, self.fit, self.larger):
            top.addWidget(part)
        bar.setLayout(top)
        bar.setFixedHeight(theme().px(46))
        foot = row(margins=(0, 2, 0, 4), gap=8)
        foot.addStretch(1)
        for widget in (self.back, self.place, self.forth):
            foot.addWidget(widget)
        foot.addStretch(1)
        whole = column(gap=0)
        whole.addWidget(bar)
        whole.addWidget(Hairline())
        whole.addWidget(self._scroll, 1)
        whole.addLayout(foot)
        self.setLayout(whole)

    def show_document(self, title: str, subtitle: str, sizes: list[tuple[float, float]]) -> None:
        """Show another document by the paper sizes of its pages in mm; the same page stays where it can."""
        same = title == self.title.text()
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self._sizes = sizes
        if not same:
            self.view.image = None
        self.turn_to(self.current if same else 0)

    def turn_to(self, page: int) -> None:
        """Go to a page, from 0."""
        self.current = max(0, min(page, len(self._sizes) - 1))
        count = len(self._sizes)
        self.place.setText(self.tr("Page {n} of {m}").format(n=self.current + 1, m=count) if count else "")
        self.back.setEnabled(self.current > 0)
        self.forth.setEnabled(self.current < count - 1)
        self._ask()

    def set_zoom(self, zoom: int) -> None:
        """Choose a size of `ZOOMS` by its number."""
        self._zoom = max(0, min(zoom, len(ZOOMS) - 1))
        words = (
            f"{round(ZOOMS[self._zoom] * 100)}\N{NO-BREAK SPACE}%" if self._zoom else self.tr("Whole page")
        )
        self.fit.setText(words)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(ZOOMS) - 1)
        self._ask()

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._sizes)

    def page_width(self) -> int:
        """Width of the page in logical pixels."""
        wide, high = self._sizes[self.current]
        if self._zoom:
            return round(wide * _PIXELS_PER_MM * ZOOMS[self._zoom])
        room = self._scroll.viewport().size()
        return max(60, round(min(room.width() - 2 * _EDGE, (room.height() - 2 * _EDGE) * wide / high)))

    def _ask(self) -> None:
        if not self._sizes:
            self.view.set_page(QSize(0, 0))
            return
        wide, high = self._sizes[self.current]
        width = self.page_width()
        self.view.set_page(QSize(width, round(width * high / wide)))
        self.wanted.emit(self.current, width)

    def show_image(self, page: int, image: QImage) -> None:
        """Take the picture of a page; one that is no longer looked at is left."""
        if page == self.current and self._sizes:
            self.view.image = image
            self.view.setAccessibleName(self.place.text())
            self.view.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        if not self._zoom:
            self._ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.set_zoom(self._zoom + (1 if event.angleDelta().y() > 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down leaf, plus and minus zoom."""
        turn = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        zoom = {"+": 1, "-": -1}.get(event.text())
        if turn:
            self.turn_to(self.current + turn)
        elif zoom:
            self.set_zoom(self._zoom + zoom)
        else:
            super().keyPressEvent(event)
