"""Pembiayaan: money brought in from and put aside for other years."""

from __future__ import annotations

from ui.grid.line_table_screen import LineTableScreen
from village_budget.domain.lines import Part


class FinancingScreen(LineTableScreen):
    """The grid over Pembiayaan."""

    part = Part.FINANCING

    def _title(self) -> str:
        return self.tr("Financing")

    def _empty_words(self) -> str:
        return self.tr("No financing yet. Last year's balance goes here.")
