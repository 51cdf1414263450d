"""Pages as they will lie on paper: zoom, leaf through; pictures come from whoever can draw them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.documents.page_view import EDGE, PageScroll, PageView
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
    set_icon,
)
from ui.support.formats import elide_end
from ui.support.theme import theme

FIT_PAGE, FIT_WIDTH = 0.0, -1.0
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Sizes against paper on a usual screen."""
_PIXELS_PER_MM = 96 / 25.4


class PagePreview(QWidget):
    """Head with zoom, the page, and the row to leaf through below it."""

    wanted = Signal(int, int, object)  # page from 0, width in logical pixels, QRect of the part or None
    turned = Signal(int)  # page from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "bg")
        self._sizes: list[tuple[float, float]] = []
        self._zoom = FIT_PAGE
        self.current = 0
        self.title = label("", role="strip", bold=True)
        self.subtitle = label("", role="body", token="ink2")
        self.view = PageView()
        self.area = PageScroll(self.view)
        self.area.setAccessibleName(self.tr("Page preview"))
        self.smaller = button("", kind="quiet", icon="kurang", name=self.tr("Smaller"))
        self.larger = button("", kind="quiet", icon="tambah", name=self.tr("Larger"))
        self.fit = button(self.tr("Whole page"), kind="quiet", name=self.tr("Size on the screen"))
        set_icon(self.fit, "bawah", size=14)
        self.fit.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.back = button("", kind="quiet", icon="kiri", name=self.tr("Page before"))
        self.forth = button("", kind="quiet", icon="kanan", name=self.tr("Next page"))
        self.place = label("", token="ink2")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        most = self.tr("Page {n} of {m}").format(n=888, m=8888)
        self.place.setMinimumWidth(self.place.fontMetrics().horizontalAdvance(most))
        self._lay_out()
        self.smaller.clicked.connect(lambda: self.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.step_zoom(1))
        self.fit.clicked.connect(self._choose_zoom)
        self.back.clicked.connect(lambda: self.turn_to(self.current - 1))
        self.forth.clicked.connect(lambda: self.turn_to(self.current + 1))
        self.area.leaf.connect(lambda way: self.turn_to(self.current + way))
        self.area.zoomed.connect(self.step_zoom)
        self.area.moved.connect(self._follow)
        self.area.resized.connect(self._fit_anew)
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
        whole.addWidget(self.area, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
        self.bar = top
        self._subtitle = ""

    def _fit_subtitle(self) -> None:
        """End the words after a whole one where the sizes leave no room for all."""
        others = (self.title, self.smaller, self.fit, self.larger)
        taken = sum(part.sizeHint().width() + self.bar.spacing() for part in others)
        edges = self.bar.contentsMargins()
        room = self.width() - edges.left() - edges.right() - taken - self.bar.spacing()
        words = elide_end(self._subtitle, self.subtitle.fontMetrics(), max(room, 0))
        self.subtitle.setText(words if " " in words.strip(" …") or words == self._subtitle else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words what room there is."""
        super().resizeEvent(event)
        self._fit_subtitle()

    def show_document(self, title: str, subtitle: str, sizes: list[tuple[float, float]]) -> None:
        """Show another document by the paper sizes of its pages in mm; the same page stays where it can."""
        same = title == self.title.text()
        self.title.setText(title)
        self._subtitle = subtitle
        self._fit_subtitle()
        self._sizes = sizes
        if not same:
            self.view.clear()
        self.turn_to(self.current if same else 0)

    def grow(self, sizes: list[tuple[float, float]]) -> None:
        """More pages of the same document are known; what is shown stays."""
        self._sizes = sizes
        self._show_place()

    def turn_to(self, page: int) -> None:
        """Go to a page, from 0."""
        before, self.current = self.current, max(0, min(page, len(self._sizes) - 1))
        self._show_place()
        if before != self.current:
            self.view.clear()
            self.turned.emit(self.current)
        self._ask()

    def _show_place(self) -> None:
        count = len(self._sizes)
        self.place.setText(self.tr("Page {n} of {m}").format(n=self.current + 1, m=count) if count else "")
        self.back.setEnabled(self.current > 0)
        self.forth.setEnabled(self.current < count - 1)

    def set_zoom(self, zoom: float) -> None:
        """Show pages at a size: ``FIT_PAGE``, ``FIT_WIDTH``, or 0.5 to 4.0 against paper."""
        self._zoom = zoom if zoom <= 0 else max(ZOOMS[0], min(zoom, ZOOMS[-1]))
        self._ask()

    def step_zoom(self, way: int) -> None:
        """To the next larger (1) or smaller (-1) of `ZOOMS`."""
        now = self.scale()
        if way > 0:
            self.set_zoom(next((zoom for zoom in ZOOMS if zoom > now + 0.01), ZOOMS[-1]))
        else:
            self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < now - 0.01), ZOOMS[0]))

    def zoom_choices(self) -> list[tuple[float, str]]:
        """Every size with its words."""
        fits = [(FIT_PAGE, self.tr("Whole page")), (FIT_WIDTH, self.tr("Page width"))]
        return [*fits, *((zoom, _percent(zoom)) for zoom in ZOOMS)]

    def _choose_zoom(self) -> None:
        menu = QMenu(self)
        for zoom, words in self.zoom_choices():
            made = menu.addAction(words)
            made.setCheckable(True)
            made.setChecked(zoom == self._zoom)
            made.triggered.connect(lambda _=False, one=zoom: self.set_zoom(one))
            if zoom == FIT_WIDTH:
                menu.addSeparator()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.fit.mapToGlobal(self.fit.rect().bottomLeft()))

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self._sizes)

    @property
    def zoom(self) -> float:
        """What was chosen: see `set_zoom`."""
        return self._zoom

    def scale(self) -> float:
        """Size of the page as it is shown against paper; 1.0 without a page."""
        return self.page_width() / _PIXELS_PER_MM / self._sizes[self.current][0] if self._sizes else 1.0

    def page_width(self) -> int:
        """Width of the page in logical pixels."""
        wide, high = self._sizes[self.current]
        if self._zoom > 0:
            return round(wide * _PIXELS_PER_MM * self._zoom)
        room = self.area.maximumViewportSize()
        across = room.width() - 2 * EDGE
        if self._zoom == FIT_PAGE:
            return max(60, int(min(across, (room.height() - 2 * EDGE) * wide / high)))
        if across * high / wide > room.height() - 2 * EDGE:
            across -= self.area.verticalScrollBar().sizeHint().width()
        return max(60, across)

    def _ask(self) -> None:
        words = dict(self.zoom_choices()).get(self._zoom, _percent(self._zoom))
        self.fit.setText(words)
        if not self._sizes:
            self.view.set_page(QSize(0, 0))
            return
        wide, high = self._sizes[self.current]
        width = self.page_width()
        self.view.set_page(QSize(width, round(width * high / wide)))
        self.smaller.setEnabled(self.scale() > ZOOMS[0] + 0.01)
        self.larger.setEnabled(self.scale() < ZOOMS[-1] - 0.01)
        self.wanted.emit(self.current, width, self.area.wanted_part())

    def _follow(self) -> None:
        """Of a page too large to be drawn whole, what came into sight is drawn."""
        part = self.area.wanted_part() if self._sizes else None
        if part is not None:
            self.wanted.emit(self.current, self.view.page.width(), part)

    def show_image(self, page: int, image: QImage) -> None:
        """Take the picture of a page; one that is no longer looked at is left."""
        if page == self.current and self._sizes:
            self.view.take(image)
            self.view.setAccessibleName(self.place.text())

    def _fit_anew(self) -> None:
        if self._zoom <= 0:
            self._ask()


def _percent(zoom: float) -> str:
    return f"{round(zoom * 100)}\N{NO-BREAK SPACE}%"
