"""The balance of the plan: revenue, spending, financing and what is left, at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.check.finding_view import STATES
from ui.support.formats import amount
from ui.support.icons import pixmap
from ui.support.theme import theme

if TYPE_CHECKING:
    from village_budget.figures.figures import Figures

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
