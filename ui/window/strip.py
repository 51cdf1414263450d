"""The strip at the foot of the window, always in sight: balance, gauges and the count of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.check.finding_view import FindingView, gauge_order
from ui.check.gauge import Gauge
from ui.check.verdict_counts import VerdictCounts, count_states
from ui.kit.controls import (
    Hairline,
    button,
    column,
    row,
    set_ground,
)
from ui.support.theme import theme
from ui.window.balance_strip import BalanceStrip

if TYPE_CHECKING:
    from village_budget.document.document import Document

GAUGES = 3


class Strip(QWidget):
    """Balance, gauges and verdict of the open document."""

    finding_asked = Signal(object)  # finding key
    state_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        self.balance = BalanceStrip()
        self.verdict = VerdictCounts()
        self.verdict.asked.connect(self.state_asked)
        self.gauges = [Gauge() for _ in range(GAUGES)]
        for gauge in self.gauges:
            gauge.activated.connect(self.finding_asked)
            gauge.scrolled.connect(self.turn)
        self._low = False
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
            self._body.hide()
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
        # With no gauge yet the verdict keeps its place at the right end.
        whole.addStretch(0)
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
        self._low = low
        if self._gauge_row is not None:
            self._gauge_row.setVisible(not low and bool(self._ordered))

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
        self.fold(low=self._low)
        rest = len(turned) - room
        self.more.setVisible(rest > 0)
        self.more.setText(f"+{rest}")
        self.more.setAccessibleName(self.tr("{n} more rules").format(n=rest))
        self.more.setToolTip(self.tr("{n} more rules").format(n=rest))
