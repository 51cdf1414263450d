"""The list of findings, painted: state icon, title, measured value, gap and article."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.check.finding_view import FindingView
from ui.check.finding_words import note_line, short_basis
from ui.check.findings_model import ENTRY_ROLE, FindingsModel, GroupHead
from ui.support.formats import elide_end
from ui.support.icons import pixmap
from ui.support.theme import theme

_LEFT = Qt.AlignmentFlag.AlignVCenter
_FOLDS = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class FindingDelegate(QStyledItemDelegate):
    """Paints heads and findings from tokens."""

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
            state: QStyle.StateFlag = option.state
            selected = bool(state & QStyle.StateFlag.State_Selected)
            if isinstance(entry, GroupHead):
                self._head(painter, rect, entry, selected=selected)
            elif isinstance(entry, FindingView):
                self._finding(painter, rect, entry, selected=selected)
        finally:
            painter.restore()

    def _head(self, painter: QPainter, rect: QRect, head: GroupHead, *, selected: bool) -> None:
        px, color = theme().px, theme().color
        painter.fillRect(rect, color("tint" if selected else "sub"))
        if selected:
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), color("accent"))
        side = px(14)
        name = "kanan" if head.folded else "bawah"
        drawn = pixmap(name, color("ink2"), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + px(14), rect.top() + (rect.height() - side) // 2, drawn)
        painter.setFont(theme().font("small", bold=True))
        painter.setPen(color("ink2"))
        box = QRectF(rect).adjusted(px(36), 0, -px(16), 0)
        painter.drawText(box, _LEFT, head.word)
        at = painter.fontMetrics().horizontalAdvance(head.word) + px(10)
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
        painter.setPen(color(view.token if view.open or view.finding.waived else "ink2"))
        painter.drawText(top, _RIGHT, view.gap)
        room -= QFontMetrics(gap).horizontalAdvance(view.gap) + px(12)
        painter.setFont(title)
        painter.setPen(color("ink"))
        metrics = QFontMetrics(title)
        # The short name says more than the first half of the long one.
        name = view.title if metrics.horizontalAdvance(view.title) <= room else view.short
        painter.drawText(top, _LEFT, elide_end(name, metrics, room))
        small = theme().font("small")
        painter.setFont(small)
        painter.setPen(color("ink2"))
        metrics = QFontMetrics(small)
        if not view.finding.verified and view.state != "unverified":
            self._unverified(painter, below)
            below.adjust(0, 0, -px(20), 0)
        # A question is read whole; its article stands in the detail.
        basis = "" if view.state == "ask" else short_basis(view.finding.basis)
        note = note_line(view)
        room = round(below.width()) - (metrics.horizontalAdvance(basis) + px(16) if basis else 0)
        wanted = px(90) if note == view.sentence else metrics.horizontalAdvance(note)
        if room < wanted:
            # The article is in the detail; what was measured is not cut for it.
            basis, room = "", round(below.width())
        painter.drawText(below, _RIGHT, basis)
        painter.drawText(below, _LEFT, elide_end(note, metrics, room))

    def _unverified(self, painter: QPainter, line: QRectF) -> None:
        """The mark of a rule whose basis is not verified, at the right end of the second line."""
        side = theme().px(14)
        ratio = painter.device().devicePixelRatioF()
        drawn = pixmap("belum-terverifikasi", theme().color("ink2"), side, ratio)
        painter.drawPixmap(round(line.right()) - side, round(line.top() + (line.height() - side) / 2), drawn)


class FindingList(QListView):
    """The list; Enter asks for the first row behind the finding, and folds or opens a group."""

    chosen = Signal(object)  # FindingView
    entered = Signal()
    fold_asked = Signal(str, bool)  # group, folded

    def __init__(self, model: FindingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = FindingDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().currentChanged.connect(self._tell)

    def help_topic(self) -> str:
        """The rule that has the cursor (U35)."""
        entry = self.currentIndex().data(ENTRY_ROLE)
        return f"rule.{entry.finding.rule}" if isinstance(entry, FindingView) else "layar.pemeriksaan"

    def _double_clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ENTRY_ROLE), FindingView):
            self.entered.emit()

    def _tell(self, *_: object) -> None:
        entry = self.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, FindingView):
            self.chosen.emit(entry)

    def content_height(self) -> int:
        """Height of all rows in pixels, for a list that is shown whole."""
        return sum(self.sizeHintForRow(row) for row in range(self.model().rowCount()))

    def choose(self, row: int) -> None:
        """Look at a row."""
        model = self.model()
        if 0 <= row < model.rowCount():
            self.setCurrentIndex(model.index(row, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a head folds its group, or opens it."""
        super().mousePressEvent(event)
        entry = self.indexAt(event.position().toPoint()).data(ENTRY_ROLE)
        if isinstance(entry, GroupHead) and event.button() is Qt.MouseButton.LeftButton:
            self.fold_asked.emit(entry.group, not entry.folded)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the row behind the finding; on a head it folds, as Left and Right do everywhere."""
        entry, key = self.currentIndex().data(ENTRY_ROLE), event.key()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(entry, GroupHead) and (enter or key in _FOLDS):
            self.fold_asked.emit(entry.group, _FOLDS.get(Qt.Key(key), not entry.folded))
        elif enter:
            self.entered.emit()
        elif key == Qt.Key.Key_Left:
            model = self.model()
            assert isinstance(model, FindingsModel)
            self.choose(model.head_above(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)
