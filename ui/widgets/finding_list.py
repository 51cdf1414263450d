"""The list of findings, painted: state icon, title, measured value, gap and article."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.item_models.findings_model import ENTRY_ROLE, FindingsModel, GroupHead
from ui.support.finding_view import FindingView
from ui.support.icons import pixmap
from ui.support.theme import theme
from ui.widgets.finding_words import note_line, short_basis

_LEFT = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class FindingDelegate(QStyledItemDelegate):
    """Paints heads and findings from tokens."""

    def __init__(self, words: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Twenty-seven for a head, fifty-two for a finding."""
        head = isinstance(index.data(ENTRY_ROLE), GroupHead)
        return QSize(theme().px(240), theme().px(28 if head else 53))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row; nothing raised here may reach Qt."""
        entry = index.data(ENTRY_ROLE)
        painter.save()
        try:
            rect: QRect = option.rect
            if isinstance(entry, GroupHead):
                self._head(painter, rect, entry)
            elif isinstance(entry, FindingView):
                state: QStyle.StateFlag = option.state
                self._finding(painter, rect, entry, selected=bool(state & QStyle.StateFlag.State_Selected))
        finally:
            painter.restore()

    def _head(self, painter: QPainter, rect: QRect, head: GroupHead) -> None:
        px = theme().px
        painter.fillRect(rect, theme().color("sub"))
        painter.setFont(theme().font("small", bold=True))
        painter.setPen(theme().color("ink2"))
        word = self._words[head.group]
        box = QRectF(rect).adjusted(px(16), 0, -px(16), 0)
        painter.drawText(box, _LEFT, word)
        at = painter.fontMetrics().horizontalAdvance(word) + px(10)
        painter.setFont(theme().font("small"))
        painter.drawText(box.adjusted(at, 0, 0, 0), _LEFT, str(head.count))
        self._hairline(painter, rect)

    def _hairline(self, painter: QPainter, rect: QRect) -> None:
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))

    def _finding(self, painter: QPainter, rect: QRect, view: FindingView, *, selected: bool) -> None:
        px, color = theme().px, theme().color
        if selected:
            painter.fillRect(rect, color("tint"))
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), color("accent"))
        self._hairline(painter, rect)
        side = px(18)
        drawn = pixmap(view.icon, color(view.token), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + px(16), rect.top() + px(9), drawn)
        box = QRectF(rect).adjusted(px(44), 0, -px(14), 0)
        top = QRectF(box.left(), rect.top() + px(5), box.width(), px(22))
        below = QRectF(box.left(), rect.top() + px(27), box.width(), px(20))
        title, gap = theme().font("body", bold=view.state == "broken"), theme().font("body", bold=True)
        room = round(box.width())
        painter.setFont(gap)
        painter.setPen(color(view.token if view.open else "ink2"))
        painter.drawText(top, _RIGHT, view.gap)
        room -= QFontMetrics(gap).horizontalAdvance(view.gap) + px(12)
        painter.setFont(title)
        painter.setPen(color("ink"))
        metrics = QFontMetrics(title)
        # The short name says more than the first half of the long one.
        name = view.title if metrics.horizontalAdvance(view.title) <= room else view.short
        painter.drawText(top, _LEFT, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room))
        small = theme().font("small")
        painter.setFont(small)
        painter.setPen(color("ink2"))
        metrics = QFontMetrics(small)
        basis, note = short_basis(view.finding.basis), note_line(view)
        room = round(box.width()) - metrics.horizontalAdvance(basis) - px(16)
        wanted = px(90) if note == view.sentence else metrics.horizontalAdvance(note)
        if room < wanted:
            # The article is in the detail; what was measured is not cut for it.
            basis, room = "", round(box.width())
        painter.drawText(below, _RIGHT, basis)
        painter.drawText(below, _LEFT, metrics.elidedText(note, Qt.TextElideMode.ElideRight, room))


class FindingList(QListView):
    """The list; Enter asks for the first row behind the finding."""

    chosen = Signal(object)  # FindingView or None
    entered = Signal()

    def __init__(self, model: FindingsModel, words: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = FindingDelegate(words, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _: self.entered.emit())
        self.selectionModel().currentChanged.connect(self._tell)

    def _tell(self, *_: object) -> None:
        entry = self.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, FindingView):
            self.chosen.emit(entry)

    def content_height(self) -> int:
        """Height of all rows in pixels, for a list that is shown whole."""
        return sum(self.sizeHintForRow(row) for row in range(self.model().rowCount()))

    def choose(self, row: int) -> None:
        """Look at the finding in a row."""
        model = self.model()
        if 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the row behind the finding."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
