"""The strip at the foot of the window, always in sight: balance, gauges and the count of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.support.finding_view import STATES, FindingView, gauge_order, view_of
from ui.support.formats import amount
from ui.support.i18n import language
from ui.support.icons import icon, pixmap
from ui.support.theme import theme
from ui.widgets.controls import Hairline, column, row, set_ground
from ui.widgets.gauge import Gauge

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.figures.figures import Figures

GAUGES = 3


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
        """Room for the largest totals."""
        return QSize(theme().px(760 if self._slim else 500), self.height())

    def _columns(self, figures: Figures) -> list[tuple[str, str, str]]:
        funds = len([fund for fund in figures.used_funds() if fund])
        lines = sum(figures.line_count.values())
        return [
            (self.tr("Revenue"), amount(figures.revenue), self.tr("{n} fund sources").format(n=funds)),
            (self.tr("Spending"), amount(figures.spending), self.tr("{n} lines").format(n=lines)),
            (self.tr("Financing"), amount(figures.net_financing), ""),
            (self.tr("Balance"), amount(figures.balance), ""),
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
        bold, small = theme().font("strip", bold=True), theme().font("small")
        line, left = px(20), px(16)
        for sign, (label, value, note) in zip("−+= ", self._columns(figures), strict=True):
            widths = (
                QFontMetrics(bold).horizontalAdvance(value),
                QFontMetrics(small).horizontalAdvance(label),
            )
            width = max(*widths, px(60))
            for number, (text, font, token) in enumerate(
                ((label, small, "ink2"), (value, bold, "ink"), (note, small, "ink2"))
            ):
                painter.setFont(font)
                painter.setPen(theme().color(token))
                box = QRectF(left, px(3) + number * line, px(140), line)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
            if sign == " ":
                self._paint_verdict(painter, figures, left, px(3) + 2 * line)
            else:
                painter.setFont(bold)
                painter.setPen(theme().color("ink2"))
                gap = QRectF(left + width, px(3) + line, px(30), line)
                painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, sign)
            left += width + px(30)

    def _paint_slim(self, painter: QPainter, figures: Figures) -> None:
        px = theme().px
        bold, body = theme().font("strip", bold=True), theme().font("body")
        left, height = px(16), self.height()
        columns = list(zip("−+= ", self._columns(figures), strict=True))
        columns[3] = (" ", (self.tr("Left"), *columns[3][1][1:]))
        if self.width() < px(740):
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


class Verdict(QWidget):
    """Three counts that lead to the check: broken, warnings, holding."""

    asked = Signal(str)  # state

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, QPushButton] = {}
        for state in ("broken", "warning", "holds"):
            made = QPushButton()
            made.setProperty("kind", "count")
            made.setFont(theme().font("small"))
            made.setAutoDefault(False)
            made.setIcon(icon(*STATES[state], 14))
            made.setIconSize(QSize(theme().px(14), theme().px(14)))
            made.clicked.connect(lambda _=False, asked=state: self.asked.emit(asked))
            self._buttons[state] = made
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for made in self._buttons.values():
            self._box.addWidget(made)
        self.setLayout(self._box)
        self._slim = False
        self.set_slim(slim=False)

    def set_slim(self, *, slim: bool) -> None:
        """Counts beside each other, numbers only."""
        self._slim = slim
        px = theme().px
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(across if slim else down)
        self._box.setContentsMargins(px(8 if slim else 12), 0 if slim else px(2), px(8), 0)
        self._box.setSpacing(px(6) if slim else 0)
        for made in self._buttons.values():
            made.setFixedHeight(px(28 if slim else 20))

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show how many findings there are of each weight."""
        words = {
            "broken": self.tr("broken"), "warning": self.tr("warnings"), "holds": self.tr("hold"),
        }  # fmt: skip
        for state, made in self._buttons.items():
            number = counts.get(state, 0)
            made.setText(str(number) if self._slim else f"{number}  {words[state]}")
            made.setAccessibleName(f"{number} {words[state]}")


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
        for part in (self.balance, self.verdict, *self.gauges):
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
        bottom = row(margins=(16, 3, 12, 3), gap=16)
        for gauge in self.gauges:
            gauge.set_slim(slim=True)
            bottom.addWidget(gauge, 1)
        gauges.addLayout(bottom)
        self._gauge_row.setLayout(gauges)
        whole.addWidget(self._gauge_row)
        return whole

    def fold(self, *, low: bool) -> None:
        """Hide the gauges of the slim strip when the window is low; the counts still lead to them."""
        if self._gauge_row is not None:
            self._gauge_row.setVisible(not low)

    def show_document(self, document: Document) -> None:
        """Show the document as it stands."""
        self.balance.show_figures(document.figures)
        views = [view_of(finding, document.pack, language()) for finding in document.findings]
        self.verdict.show_counts(count_states(views))
        chosen = gauge_order(views, document.pack)[: 1 if self._mode == "small" else GAUGES]
        for number, gauge in enumerate(self.gauges):
            gauge.setVisible(number < len(chosen))
            if number < len(chosen):
                gauge.show_view(chosen[number])


def count_states(views: list[FindingView]) -> dict[str, int]:
    """How many findings are broken, want attention, or hold; advice counts to none of them."""
    groups = {
        "broken": "broken",
        "warning": "warning",
        "near": "warning",
        "holds": "holds",
        "unverified": "holds",
    }
    counts = {"broken": 0, "warning": 0, "holds": 0}
    for view in views:
        group = groups.get(view.state)
        if group:
            counts[group] += 1
    return counts
