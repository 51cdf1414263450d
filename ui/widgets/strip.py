"""The strip at the foot of the window, always in sight: balance, gauges and the count of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.support.finding_view import STATES, FindingView, gauge_order
from ui.support.formats import amount
from ui.support.icons import pixmap
from ui.support.theme import theme
from ui.widgets.controls import Hairline, button, column, row, set_ground
from ui.widgets.gauge import Gauge
from ui.widgets.verdict import Verdict, count_states

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.figures.figures import Figures

GAUGES = 3
_LEFT, _SIGN = 16, 30
_FONTS = (("strip", True), ("small", False))
"""Roles of the figures and of the words around them."""


class BalanceStrip(QWidget):
    """Revenue − spending + financing = balance, with a word that says whether it balances."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figures: Figures | None = None
        self._slim = False
        self.set_slim(slim=False)

    def set_slim(self, *, slim: bool) -> None:
        """One line instead of three."""
        self._slim = slim
        self.setFixedHeight(theme().px(32 if slim else 66))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def show_figures(self, figures: Figures) -> None:
        """Show a plan's totals."""
        self._figures = figures
        parts = [f"{label} {value}" for label, value, _ in self._columns(figures)]
        self.setAccessibleName(", ".join([*parts, self._verdict(figures)[0]]))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the totals as they are, so that no amount is ever cut."""
        px = theme().px
        if self._figures is None:
            return QSize(px(760 if self._slim else 480), self.height())
        if self._slim:
            return QSize(px(300), self.height())
        widths = self._widths(self._columns(self._figures))
        word = QFontMetrics(theme().font("small", bold=True)).horizontalAdvance(
            self._verdict(self._figures)[0]
        )
        last = max(widths[-1], word + px(18))
        return QSize(
            px(_LEFT) + sum(widths[:-1]) + last + px(_SIGN) * (len(widths) - 1) + px(8), self.height()
        )

    def minimumSizeHint(self) -> QSize:
        """The gauges give way first."""
        return self.sizeHint()

    def _widths(self, columns: list[tuple[str, str, str]]) -> list[int]:
        bold, small = (QFontMetrics(theme().font(role, bold=heavy)) for role, heavy in _FONTS)
        return [
            max(bold.horizontalAdvance(value), *(small.horizontalAdvance(text) for text in (label, note)))
            for label, value, note in columns
        ]

    def _columns(self, figures: Figures) -> list[tuple[str, str, str]]:
        funds = len([fund for fund in figures.used_funds() if fund])
        lines = sum(figures.line_count.values())
        return [
            (self.tr("Revenue"), amount(figures.revenue), self.tr("{n} fund sources").format(n=funds)),
            (self.tr("Spending"), amount(figures.spending), self.tr("{n} lines").format(n=lines)),
            (self.tr("Financing"), amount(figures.net_financing), ""),
            (self.tr("Balance of the year"), amount(figures.balance), ""),
        ]

    def _verdict(self, figures: Figures) -> tuple[str, str]:
        """The word under the result and its state: the plan first, then a fund out of balance."""
        if figures.balance:
            word = self.tr("over") if figures.balance > 0 else self.tr("short")
            return f"{word} {amount(abs(figures.balance))}", "broken"
        for fund in figures.used_funds():
            left = figures.fund_balance(fund) if fund else 0
            if left < 0:
                return f"{fund} {self.tr('short')} {amount(-left)}", "broken"
        return self.tr("Balanced"), "holds"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        if self._figures is None:
            return
        painter = QPainter(self)
        try:
            if self._slim:
                self._paint_slim(painter, self._figures)
            else:
                self._paint_columns(painter, self._figures)
        finally:
            painter.end()

    def _paint_columns(self, painter: QPainter, figures: Figures) -> None:
        px = theme().px
        bold, small = (theme().font(role, bold=heavy) for role, heavy in _FONTS)
        line, left = px(19), px(_LEFT)
        columns = self._columns(figures)
        for sign, (label, value, note), width in zip("−+= ", columns, self._widths(columns), strict=True):
            for number, (text, font, token) in enumerate(
                ((label, small, "ink2"), (value, bold, "ink"), (note, small, "ink2"))
            ):
                painter.setFont(font)
                painter.setPen(theme().color(token))
                box = QRectF(left, px(4) + number * line, width + 2, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            if sign == " ":
                self._paint_verdict(painter, figures, left, px(4) + 2 * line)
            else:
                painter.setFont(theme().font("strip"))
                painter.setPen(theme().color("ink2"))
                gap = QRectF(left + width, px(4) + line, px(_SIGN), line)
                painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, sign)
            left += width + px(_SIGN)

    def _paint_slim(self, painter: QPainter, figures: Figures) -> None:
        px = theme().px
        bold, body = theme().font("strip", bold=True), theme().font("body")
        left, height = px(16), self.height()
        columns = list(zip("−+= ", self._columns(figures), strict=True))
        columns[3] = (" ", (self.tr("Balance"), *columns[3][1][1:]))
        if self._slim_width(columns, figures) > self.width():
            # Too narrow for the sum: the result is what counts.
            columns = [("", columns[1][1]), (" ", columns[3][1])]
        for sign, (label, value, _) in columns:
            for text, font, token in (
                (label, body, "ink2"),
                (value, bold, "ink"),
                (sign.strip(), bold, "ink2"),
            ):
                if text:
                    painter.setFont(font)
                    painter.setPen(theme().color(token))
                    width = QFontMetrics(font).horizontalAdvance(text)
                    painter.drawText(QRectF(left, 0, width + 2, height), Qt.AlignmentFlag.AlignVCenter, text)
                    left += width + px(8)
            left += px(4)
        self._paint_verdict(painter, figures, left, (height - px(20)) // 2)

    def _slim_width(self, columns: list[tuple[str, tuple[str, str, str]]], figures: Figures) -> int:
        px = theme().px
        bold, body = QFontMetrics(theme().font("strip", bold=True)), QFontMetrics(theme().font("body"))
        words = sum(
            body.horizontalAdvance(label) + bold.horizontalAdvance(value + sign.strip()) + px(28)
            for sign, (label, value, _) in columns
        )
        text, state = self._verdict(figures)
        small = QFontMetrics(theme().font("small", bold=state == "broken"))
        return px(_LEFT + 18 - 8) + words + small.horizontalAdvance(text)

    def _paint_verdict(self, painter: QPainter, figures: Figures, left: int, top: int) -> None:
        px = theme().px
        text, state = self._verdict(figures)
        name, token = STATES[state]
        painter.drawPixmap(
            left, top + px(3), pixmap(name, theme().color(token), px(14), self.devicePixelRatioF())
        )
        painter.setFont(theme().font("small", bold=state == "broken"))
        painter.setPen(theme().color(token))
        painter.drawText(QRectF(left + px(18), top, px(260), px(20)), Qt.AlignmentFlag.AlignVCenter, text)


class Strip(QWidget):
    """Balance, gauges and verdict of the open document."""

    finding_asked = Signal(object)  # finding key
    state_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        self.balance = BalanceStrip()
        self.verdict = Verdict()
        self.verdict.asked.connect(self.state_asked)
        self.gauges = [Gauge() for _ in range(GAUGES)]
        for gauge in self.gauges:
            gauge.activated.connect(self.finding_asked)
            gauge.scrolled.connect(self.turn)
        self.more = button("", kind="quiet", icon="kanan")
        self.more.clicked.connect(lambda: self.turn(len(self._in_sight())))
        self.more.hide()
        self._ordered: list[FindingView] = []
        self._first = 0
        self._mode = ""
        self._body: QWidget | None = None
        self._gauge_row: QWidget | None = None
        self._whole = column(gap=0)
        self._whole.addWidget(Hairline())
        self.setLayout(self._whole)
        self.set_layout("wide")

    def set_layout(self, mode: str) -> None:
        """One row of three lines when wide, two slim rows otherwise."""
        slim = mode != "wide"
        if mode == self._mode:
            return
        self._mode = mode
        self.balance.set_slim(slim=slim)
        self.verdict.set_slim(slim=slim)
        # Kept parts leave the old body before it is deleted with what is left in it.
        for part in (self.balance, self.verdict, self.more, *self.gauges):
            part.setParent(self)
        body = QWidget()
        body.setLayout(self._two_rows() if slim else self._one_row())
        if self._body is not None:
            self._whole.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._whole.addWidget(body)

    def _one_row(self) -> QHBoxLayout:
        self._gauge_row = None
        whole = row(margins=(0, 5, 0, 4), gap=8)
        whole.addWidget(self.balance)
        whole.addWidget(Hairline(vertical=True))
        whole.addSpacing(theme().px(8))
        for gauge in self.gauges:
            gauge.set_slim(slim=False)
            whole.addWidget(gauge, 1)
        whole.addWidget(self.more)
        whole.addWidget(Hairline(vertical=True))
        whole.addWidget(self.verdict)
        return whole

    def _two_rows(self) -> QVBoxLayout:
        whole = column(gap=0)
        top = row(gap=8)
        top.addWidget(self.balance, 1)
        top.addWidget(self.verdict)
        whole.addLayout(top)
        self._gauge_row = QWidget()
        gauges = column(gap=0)
        gauges.addWidget(Hairline())
        bottom = row(margins=(14, 3, 12, 3), gap=16)
        for gauge in self.gauges:
            gauge.set_slim(slim=True)
            bottom.addWidget(gauge, 1)
        bottom.addWidget(self.more)
        gauges.addLayout(bottom)
        self._gauge_row.setLayout(gauges)
        whole.addWidget(self._gauge_row)
        return whole

    def fold(self, *, low: bool) -> None:
        """Hide the gauges of the slim strip when the window is low; the counts still lead to them."""
        if self._gauge_row is not None:
            self._gauge_row.setVisible(not low)

    def show_document(self, document: Document, views: list[FindingView]) -> None:
        """Show the document as it stands, with what its rules say; no views: they are not judged yet."""
        self.balance.show_figures(document.figures)
        if views:
            self.verdict.show_counts(count_states(views))
        self._ordered = gauge_order(views)
        self._first = min(self._first, max(len(self._ordered) - 1, 0))
        self._show_gauges()

    def turn(self, steps: int) -> None:
        """Look at the gauges further on, those nearest their limit first; after the last comes the first."""
        if len(self._ordered) > len(self._in_sight()):
            self._first = (self._first + steps) % len(self._ordered)
            self._show_gauges()

    def _in_sight(self) -> list[Gauge]:
        return self.gauges[: 1 if self._mode == "small" else GAUGES]

    def _show_gauges(self) -> None:
        room = len(self._in_sight())
        turned = self._ordered[self._first :] + self._ordered[: self._first]
        for number, gauge in enumerate(self.gauges):
            shown = number < min(room, len(turned))
            gauge.setVisible(shown)
            if shown:
                gauge.show_view(turned[number])
        rest = len(turned) - room
        self.more.setVisible(rest > 0)
        self.more.setText(f"+{rest}")
        self.more.setAccessibleName(self.tr("{n} more rules").format(n=rest))
        self.more.setToolTip(self.tr("{n} more rules").format(n=rest))
