"""One finding opened: state, sentence, numbers, large gauge, the rows behind it and the article."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.support import formats
from ui.support.finding_view import FindingView
from ui.support.icons import pixmap
from ui.support.theme import theme
from ui.support.workspace import Target
from ui.widgets.chips import tag_chip
from ui.widgets.controls import Hairline, button, column, label, row, set_ground
from ui.widgets.finding_words import copy_text, limit_caption
from ui.widgets.large_gauge import LargeGauge, StateChip
from village_budget.money import format_amount

_NARROW = 440


@dataclass(frozen=True, slots=True)
class CauseRow:
    """A row behind a finding: codes, words, amount, and where it is."""

    code: str
    text: str
    amount: str
    target: Target


class CauseButton(QAbstractButton):
    """A row behind a finding; a click or Enter goes there."""

    def __init__(self, cause: CauseRow) -> None:
        super().__init__()
        self.cause = cause
        self.setAccessibleName(f"{cause.code} {cause.text} {cause.amount}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """One line, or two where it is narrow."""
        return QSize(theme().px(260), theme().px(46 if self._narrow() else 31))

    def _narrow(self) -> bool:
        return self.width() < theme().px(_NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many lines as the width wants."""
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Code, words, amount at the right edge, chevron."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), color("tint"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
        narrow = self._narrow()
        line = QRectF(
            px(2), px(3) if narrow else 0, self.width() - px(30), px(22) if narrow else self.height()
        )
        body, small = theme().font("body"), theme().font("small")
        left = 0 if narrow else px(140)
        painter.setFont(small if narrow else body)
        painter.setPen(color("ink2"))
        painter.drawText(
            line.translated(0, px(20) if narrow else 0), Qt.AlignmentFlag.AlignVCenter, self.cause.code
        )
        painter.setFont(body)
        painter.setPen(color("ink"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.cause.amount)
        metrics = painter.fontMetrics()
        room = round(line.width()) - left - metrics.horizontalAdvance(self.cause.amount) - px(16)
        text = formats.elide_words(self.cause.text, metrics, room)
        painter.drawText(line.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        side = px(14)
        drawn = pixmap("kanan", color("ink2"), side, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - px(20), (self.height() - side) // 2, drawn)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -2))


class FindingDetail(QScrollArea):
    """The pane beside the list; built anew for each finding."""

    jump_asked = Signal(object)  # Target
    back_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alone = False
        self._shown: tuple[FindingView, tuple[CauseRow, ...], int, bool] | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.causes: list[CauseButton] = []
        self._view: FindingView | None = None

    def set_alone(self, *, alone: bool) -> None:
        """Stand in place of the list, with a way back to it, from the next finding on."""
        self._alone = alone
        policy = Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def show_finding(self, view: FindingView, causes: list[CauseRow], rest: int = 0) -> None:
        """Open a finding with the rows behind it, and how many more there are."""
        shown = (view, tuple(causes), rest, self._alone)
        if shown == self._shown:
            return
        self._shown = shown
        self._view = view
        body = QWidget()
        set_ground(body, "surface")
        box = column(margins=(28, 20, 28, 20), gap=10)
        box.addLayout(self._head(view))
        box.addWidget(label(view.title, role="title", bold=True, wrap=True))
        sentence = label(view.sentence, wrap=True)
        sentence.setMaximumWidth(theme().px(620))
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(sentence)
        if view.limit and view.finding.applies:
            box.addSpacing(theme().px(4))
            box.addLayout(self._numbers(view))
            box.addWidget(LargeGauge(view))
        self._add_causes(box, causes)
        if rest > 0:
            more = self.tr("and {n} more rows").format(n=rest)
            box.addWidget(label(more, role="small", token="ink2"))
        box.addSpacing(theme().px(8))
        box.addLayout(self._article(view))
        box.addStretch(1)
        body.setLayout(box)
        self.setWidget(body)

    def _head(self, view: FindingView) -> QHBoxLayout:
        line = row(gap=8)
        if self._alone:
            back = button("", kind="quiet", icon="kiri", name=self.tr("Back to the list"))
            back.clicked.connect(self.back_asked)
            line.addWidget(back)
        line.addWidget(StateChip(view))
        line.addWidget(tag_chip(view.weight_word))
        line.addWidget(label(view.finding.rule, role="small", token="ink2"))
        line.addStretch(1)
        copy = button(self.tr("Copy the finding"), kind="quiet", icon="salin")
        copy.clicked.connect(self.copy_finding)
        line.addWidget(copy)
        return line

    def _numbers(self, view: FindingView) -> QHBoxLayout:
        finding = view.finding
        monthly = self.tr("a month") if finding.unit == "sen_per_month" else ""
        gap_word, _, gap = view.gap.partition(" ")
        parts = [
            (
                self.tr("Measured"),
                format_amount(finding.measured),
                view.measured if finding.base else monthly,
                "ink",
            ),
            (
                limit_caption(view),
                format_amount(finding.limit // 100 * 100),
                view.limit if finding.base else monthly,
                "ink",
            ),
        ]
        if gap:
            parts.append((gap_word.capitalize(), gap, monthly, view.token if view.open else "ink"))
        line = row(gap=40)
        for caption, number, note, token in parts:
            block = column(gap=0)
            block.addWidget(label(caption, role="small", token="ink2"))
            block.addWidget(label(number, role="title", bold=True, token=token))
            block.addWidget(label(note, role="small", token="ink2"))
            line.addLayout(block)
        line.addStretch(1)
        return line

    def _add_causes(self, box: QVBoxLayout, causes: list[CauseRow]) -> None:
        self.causes = []
        if not causes:
            return
        box.addSpacing(theme().px(6))
        box.addWidget(label(self.tr("Rows behind it"), role="small", bold=True, token="ink2"))
        rows = column(gap=0)
        rows.addWidget(Hairline())
        for cause in causes:
            made = CauseButton(cause)
            made.clicked.connect(lambda _=False, target=cause.target: self.jump_asked.emit(target))
            rows.addWidget(made)
            self.causes.append(made)
        box.addLayout(rows)

    def _article(self, view: FindingView) -> QHBoxLayout:
        line = row(gap=12)
        mark = QLabel()
        mark.setPixmap(pixmap("timbangan", theme().color("ink2"), theme().px(20), self.devicePixelRatioF()))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(label(view.finding.basis, bold=True, wrap=True))
        words.addWidget(label(view.demand, role="small", token="ink2", wrap=True))
        if not view.finding.verified:
            note = self.tr("Not verified: the text of this year's rule could not be read.")
            words.addWidget(label(note, role="small", token="ink2", wrap=True))
        line.addLayout(words, 1)
        return line

    def copy_finding(self) -> None:
        """Put the finding on the clipboard as plain text."""
        view = self._view
        if view is not None:
            QGuiApplication.clipboard().setText(copy_text(view))
