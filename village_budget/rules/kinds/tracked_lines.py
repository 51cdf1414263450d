"""Lines that one rule has an eye on, told of each line that comes, goes or changes."""

from __future__ import annotations

from typing import Protocol

from village_budget.chart.chart import Chart
from village_budget.domain.lines import Line
from village_budget.figures.selector import Watch
from village_budget.rules.kinds.line_tests import LineTest


class Tracker(Protocol):
    """What a rule does with lines one by one."""

    def look(self, key: int, line: Line | None, activity_code: str) -> None:
        """Look at a line as it is now; None: it is gone."""


class FailingLines:
    """Lines that fail a test."""

    def __init__(self, test: LineTest, chart: Chart, watch: Watch) -> None:
        self._test = test
        self._chart = chart
        self._watch = watch
        self._failing: dict[int, Line] = {}

    def look(self, key: int, line: Line | None, activity_code: str) -> None:
        """Test a line that came, went or changed."""
        before = self._failing.pop(key, None)
        if before is not None:
            self._watch.remove(before)
        if line is not None and self._test(line, activity_code, self._chart):
            self._failing[key] = line
            self._watch.add(line)
