"""All pages as small pictures at the left of a preview."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.documents.pages_model import IMAGE_ROLE, SIZE_ROLE, PagesModel
from ui.kit.controls import set_ground
from ui.support.theme import theme

SIDE = 108
"""Width of an upright page, and height at most of what lies in the same room."""
_AIR, _NUMBER = 12, 22


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints paper, number, and a ring around the page that is shown."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """The page in its own proportion, with its number below."""
        px, page = theme().px, _page(index)
        return QSize(px(SIDE) + 2 * px(_AIR), page.height() + px(_AIR) + px(_NUMBER))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one page; nothing raised here may reach Qt."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px, color = theme().px, theme().color
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        page = _page(index)
        place = QRect(rect.left() + (rect.width() - page.width()) // 2, rect.top() + px(_AIR), 0, 0)
        place.setSize(page)
        painter.save()
        try:
            painter.fillRect(place, Qt.GlobalColor.white)
            image = index.data(IMAGE_ROLE)
            if isinstance(image, QImage):
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(place, image)
            ring = px(3) if chosen else 1
            painter.setPen(QPen(color("accent" if chosen else "line2"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            gap = ring if chosen else 0
            painter.drawRect(place.adjusted(-gap, -gap, gap - 1, gap - 1))
            if chosen and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(color("ink"), 1))
                far = gap + px(3)
                painter.drawRect(place.adjusted(-far, -far, far - 1, far - 1))
            painter.setFont(theme().font("small", bold=chosen))
            painter.setPen(color("accent" if chosen else "ink2"))
            below = QRectF(rect.left(), place.bottom() + px(4), rect.width(), px(_NUMBER - 4))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        finally:
            painter.restore()


def _page(index: QModelIndex | QPersistentModelIndex) -> QSize:
    """Size of the picture in pixels."""
    wide, high = index.data(SIZE_ROLE) or (1.0, 1.0)
    side = theme().px(SIDE)
    return QSize(side, max(1, round(side * high / wide)))


class Thumbnails(QListView):
    """The list of pages; what is chosen is shown large beside it."""

    picked = Signal(int)  # page from 0

    def __init__(self, model: PagesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "bg")
        self.setAccessibleName(self.tr("Pages"))
        self.setModel(model)
        self.setItemDelegate(ThumbnailDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        self.verticalScrollBar().setSingleStep(theme().px(40))
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(theme().px(SIDE + 2 * _AIR) + bar + 2)
        self.selectionModel().currentChanged.connect(self._tell)

    def _tell(self, now: QModelIndex) -> None:
        if now.isValid():
            self.picked.emit(now.row())

    def show_current(self, page: int) -> None:
        """Mark the page that is shown."""
        index = self.model().index(page, 0)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down go by one page of paper; Home, End and arrows as in every list."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        last = self.model().rowCount() - 1
        self.show_current(max(0, min(self.currentIndex().row() + step, last)))
