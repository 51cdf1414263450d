"""Pendapatan: groups, accounts and revenue lines."""

from __future__ import annotations

from ui.grid.line_table_screen import LineTableScreen
from village_budget.domain.lines import Part


class RevenueScreen(LineTableScreen):
    """The grid over Pendapatan."""

    part = Part.REVENUE

    def _title(self) -> str:
        return self.tr("Revenue")

    def _empty_words(self) -> str:
        return self.tr("No revenue yet. Dana Desa, ADD and the village's own revenue go here.")
