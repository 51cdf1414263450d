"""The list of steps, painted: days, sentences, who and when, reasons; what was taken back is struck out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.history.history_model import (
    ENTRY_ROLE,
    DayHead,
    HistoryModel,
    StepEntry,
)
from ui.kit.chips import paint_chip
from ui.kit.help_topics import set_topic
from ui.support.formats import elide_end
from ui.support.icons import pixmap
from ui.support.theme import theme

_LEFT = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ROW, _HEAD = 53, 30
_ICONS = {"edit": "catatan", "import": "tempel", "status": "centang", "undo": "urungkan"}


class HistoryDelegate(QStyledItemDelegate):
    """Paints days and steps from tokens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.gone_word = self.tr("taken back")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Thirty for a day, fifty-three for a step."""
        step = isinstance(index.data(ENTRY_ROLE), StepEntry)
        return QSize(theme().px(200), theme().px(_ROW if step else _HEAD))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row; nothing raised here may reach Qt."""
        entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        try:
            if isinstance(entry, StepEntry):
                self._step(painter, rect, entry, selected=bool(state & QStyle.StateFlag.State_Selected))
                if state & QStyle.StateFlag.State_HasFocus:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(theme().color("accent"), theme().ring))
                    painter.drawRect(rect.adjusted(1, 1, -1, -2))
            elif isinstance(entry, DayHead):
                self._day(painter, rect, entry)
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme().color("line"))
        finally:
            painter.restore()

    def _day(self, painter: QPainter, rect: QRect, head: DayHead) -> None:
        painter.fillRect(rect, theme().color("sub"))
        box = QRectF(rect).adjusted(theme().px(16), 0, -theme().px(14), 0)
        painter.setPen(theme().color("ink2"))
        painter.setFont(theme().font("small", bold=True))
        painter.drawText(box, _LEFT, head.text)
        painter.setFont(theme().font("small"))
        painter.drawText(box, _RIGHT, head.count)

    def _step(self, painter: QPainter, rect: QRect, step: StepEntry, *, selected: bool) -> None:
        px, color = theme().px, theme().color
        if selected:
            painter.fillRect(rect, color("tint"))
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), color("accent"))
        gone = not step.holds and step.kind != "undo"
        side = px(18)
        drawn = pixmap(_ICONS[step.kind], color("ink2"), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + px(16), rect.top() + px(9), drawn)
        box = QRectF(rect).adjusted(px(44), 0, -px(14), 0)
        top = QRectF(box.left(), rect.top() + px(5), box.width(), px(22))
        below = QRectF(box.left(), rect.top() + px(27), box.width(), px(20))
        if gone:
            metrics = QFontMetrics(theme().font("caption", bold=True))
            width = metrics.horizontalAdvance(self.gone_word) + px(14)
            chip = QRectF(top.right() - width, top.top() + px(1), width, px(20))
            paint_chip(painter, chip, self.gone_word, color("ink2"), color("sector"))
            top.setRight(chip.left() - px(8))
        title = QFont(theme().font("body"))
        title.setStrikeOut(gone)
        painter.setFont(title)
        painter.setPen(color("ink2" if gone or step.kind == "undo" else "ink"))
        metrics = QFontMetrics(title)
        painter.drawText(top, _LEFT, elide_end(step.what, metrics, round(top.width())))
        told = f"{step.told} · {step.why}" if step.why else step.told
        small = theme().font("small")
        painter.setFont(small)
        painter.setPen(color("ink2"))
        fitted = elide_end(told, QFontMetrics(small), round(below.width()))
        painter.drawText(below, _LEFT, fitted)


class HistoryList(QListView):
    """The list; Enter goes into the detail."""

    chosen = Signal(object)  # StepEntry
    entered = Signal()

    def __init__(self, model: HistoryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_topic(self, "layar.riwayat")
        self._delegate = HistoryDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)

    def choose(self, row: int) -> None:
        """Look at a row."""
        model = self.model()
        if 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def _tell(self, *_: object) -> None:
        entry = self.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, StepEntry):
            self.chosen.emit(entry)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to what was changed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)
