"""Other years for the chart from year to year: of the same file, and of one the user chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.summary.summary_charts import PastYear, past_year
from ui.support import background
from ui.support.lifetime import while_alive
from ui.support.workspace import Workspace
from village_budget.errors import UserError

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart


class OtherYears(QObject):
    """Reads other years only when they are asked for, once a file."""

    found = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._own: tuple[PastYear, ...] | None = None
        self._given: tuple[PastYear, ...] = ()
        workspace.opened.connect(self._forget)

    def _forget(self) -> None:
        self._own, self._given = None, ()

    def known(self) -> tuple[PastYear, ...]:
        """Years and versions that are not on show; those of this file before those of another."""
        if self._own is None:
            self._own = self._read()
        return (*self._given, *self._own)

    def _read(self) -> tuple[PastYear, ...]:
        document = self._workspace.document
        if document is None:
            return ()
        try:
            return tuple(
                past_year(document.version(info.id), document.chart)
                for info in document.plans()
                if info.id != document.plan.info.id
            )
        except UserError as error:
            self._workspace.refused.emit(error)
            return ()

    def add_file(self, path: Path) -> None:
        """Read the years of another plan file in the background; the file is only looked at."""
        document = self._workspace.document
        if document is None:
            return
        chart = document.chart
        background.run(
            lambda _: _years_of(path, chart), while_alive(self, self._take), while_alive(self, self._refuse)
        )

    def _take(self, years: tuple[PastYear, ...]) -> None:
        self._given = years
        self.found.emit()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._workspace.refused.emit(error)


def _years_of(path: Path, chart: Chart) -> tuple[PastYear, ...]:
    from village_budget.document.years import read_years

    return tuple(past_year(plan, chart) for plan in read_years(path))
