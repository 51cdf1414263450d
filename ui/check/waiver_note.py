"""A recorded exemption: why, on which document, who approved it, when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.controls import button, column, row, wrapped
from ui.kit.tinted_sheet import TintedSheet
from ui.support.formats import long_date
from ui.support.i18n import language
from village_budget.domain.answer import Waiver
from village_budget.rules.packs.standing_answers import as_day


class WaiverNote(TintedSheet):
    """The exemption of a finding, and a button that takes it back."""

    removed = Signal()

    def __init__(self, waiver: Waiver, *, locked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("waivetint", parent=parent)
        told = column(gap=2)
        told.addWidget(
            wrapped(self.tr("Exempted: {reason}").format(reason=waiver.reason), bold=True, token="waive")
        )
        day = as_day(waiver.date)
        approved = self.tr("{document} · approved by {approver} · {date}").format(
            document=waiver.document,
            approver=waiver.approver,
            date=long_date(day, language()) if day else waiver.date,
        )
        told.addWidget(wrapped(approved, role="small"))
        told.addWidget(
            wrapped(
                self.tr("The breach stays visible, but is not counted as open."), role="small", token="ink2"
            )
        )
        whole = row(margins=(14, 10, 12, 10), gap=14)
        whole.addLayout(told, 1)
        self.remove = button(self.tr("Take the exemption back"))
        if locked:
            self.remove.hide()
        self.remove.clicked.connect(self.removed)
        whole.addWidget(self.remove)
        self.setLayout(whole)
