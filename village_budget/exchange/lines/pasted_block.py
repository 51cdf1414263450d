"""A block from the clipboard on its way into a plan: columns named, each row judged, mended, summed.

Nothing is changed by it; the rows that are taken become one edit (`AddLines`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING

from village_budget.chart import codes
from village_budget.chart.chart import Chart
from village_budget.domain.lines import Part
from village_budget.exchange.cells.clipboard_grid import Cell, Grid
from village_budget.exchange.lines.pasted_columns import ColumnLayout, find_layout, is_column_numbers
from village_budget.exchange.lines.pasted_fields import Field, activity_name_column
from village_budget.exchange.lines.pasted_rows import RowJudge
from village_budget.exchange.lines.pasted_verdicts import (
    Cells,
    PastedLine,
    PasteTarget,
    RowPlace,
    RowVerdict,
    State,
)
from village_budget.money import Sen

if TYPE_CHECKING:
    from village_budget.exchange.lines.prepared_sheet import Group, PreparedSheet

_CODE = re.compile(r"\d{1,2}(\.\d{1,2}){0,3}", re.ASCII)
_COUNTER_LENGTH = 5
"""Longest name over a column of counters: ``c=a-b``."""


class PastedBlock:
    """The rows of one block, their verdicts, and what they come to.

    Attributes:
        grid: the cells as they came.
        layout: what each column holds.
        target: where the lines go.
        verdicts: one for each row judged so far, in their order.
        groups: groups of rows with an account proposed for them.
        guessed_activity: the activity was told by its name alone.
        hidden: rows that the workbook does not show; they are lines as the others, and marked.
    """

    def __init__(
        self, grid: Grid, chart: Chart, target: PasteTarget, prepared: PreparedSheet | None = None
    ) -> None:
        self.grid = grid
        self.target = target
        self.layout: ColumnLayout = prepared.layout if prepared else find_layout(grid, chart)
        self.groups: list[Group] = list(prepared.groups) if prepared else []
        self.guessed_activity = False
        self.hidden: frozenset[int] = frozenset()
        self._account_column = prepared.account_column if prepared else None
        self._passed: Mapping[int, RowVerdict] = prepared.passed if prepared else {}
        self._proposed = {row for group in self.groups for row in group.rows}
        self.verdicts: list[RowVerdict] = []
        self._chart = chart
        self._mended: dict[int, Cells] = {}
        self._places: dict[int, RowPlace] = {}
        self._begin()

    # Judging

    @property
    def done(self) -> bool:
        """Whether every row has been judged."""
        return len(self.verdicts) == len(self.grid)

    def judge(self, most: int | None = None) -> None:
        """Judge the rows that are left, or so many of them: a long block is judged in slices."""
        stop = len(self.grid) if most is None else min(len(self.grid), len(self.verdicts) + most)
        judge, place, plain, fast = self._judge.judge, self._place, self._judge.plain, self._plain
        for row in range(len(self.verdicts), stop):
            if (
                fast is not None
                and row not in self.hidden
                and not (place.account_code or place.activity_code)
            ):
                quick = plain(fast(self.grid[row])) if row >= self.layout.first else None
                if quick is not None:
                    self.verdicts.append(quick)
                    continue
            if row < self.layout.first:
                self.verdicts.append(RowVerdict(State.PASSED, "paste-heading"))
                continue
            passed = self._passed.get(row)
            if passed is not None:
                self.verdicts.append(passed)
                continue
            cells = self._cells(row)
            if self._is_heading(row):
                self.verdicts.append(RowVerdict(State.PASSED, "paste-heading"))
                continue
            verdict = judge(cells, place)
            if verdict.state is State.REFUSED:
                self._places[row] = replace(place)
            self.verdicts.append(self._marked(row, verdict))

    def name_column(self, column: int, field: Field) -> None:
        """Say what a column holds; another of that kind gives it up. All rows are to be judged anew."""
        fields = list(self.layout.fields)
        if field not in (Field.SKIP, Field.ACCOUNT, Field.ACTIVITY):
            fields = [Field.SKIP if there is field else there for there in fields]
        fields[column] = field
        self.layout = replace(self.layout, fields=tuple(fields))
        self._begin()

    def name_columns(self, fields: Sequence[Field]) -> None:
        """Say what all columns hold, one field each. All rows are to be judged anew."""
        self.layout = replace(self.layout, fields=tuple(fields))
        self._begin()

    def aim(self, target: PasteTarget) -> None:
        """Give the lines another account or fund source; all rows are to be judged anew."""
        self.target = target
        self._begin()

    def propose(self, number: int, account: str) -> None:
        """Give a group of rows another account, chosen by hand; all rows are to be judged anew."""
        group = self.groups[number]
        assert self._account_column is not None
        self.groups[number] = replace(group, account=account)
        for row in group.rows:
            self.grid[row][self._account_column] = account
            self._mended.get(row, {}).pop(Field.ACCOUNT, None)
        self._proposed.difference_update(group.rows)
        self._begin()

    def mend(self, row: int, field: Field, text: str) -> None:
        """Put another text into a cell of a row that was judged, and judge that row again."""
        self._mended.setdefault(row, {})[field] = text.strip()
        verdict = self._judge.judge(self._cells(row), replace(self._places.get(row, self._place)))
        self.verdicts[row] = self._marked(row, verdict)

    def is_mended(self, row: int, field: Field) -> bool:
        """Whether a cell was mended by hand."""
        return field in self._mended.get(row, ())

    # What the rows say

    def cell(self, row: int, column: int) -> Cell:
        """A cell as it counts: mended, or as it came."""
        field = self.layout.fields[column]
        mended = self._mended.get(row)
        if mended and field in mended:
            return mended[field]
        return self.grid[row][column]

    def column_of(self, field: Field) -> int | None:
        """Where a field stands; None when no column holds it."""
        return self.layout.fields.index(field) if field in self.layout.fields else None

    def count(self, state: State) -> int:
        """How many rows are in a state; empty rows and headings are not told."""
        return sum(verdict.state is state for verdict in self.verdicts)

    def taken(self) -> Iterator[PastedLine]:
        """The lines of the rows that are taken."""
        for verdict in self.verdicts:
            if verdict.line is not None:
                yield verdict.line

    def lines(self) -> Iterator[tuple[PastedLine, bool]]:
        """The lines of the rows that are taken, and whether something of each was guessed."""
        for row, verdict in enumerate(self.verdicts):
            line = verdict.line
            if line is not None:
                proposed = row in self._proposed and not self.is_mended(row, Field.ACCOUNT)
                by_name = self.guessed_activity and line.activity_code == self.target.activity_code
                yield line, proposed or by_name

    def activity_names(self) -> dict[str, str]:
        """Names that the block gives to activities of which the chart has no name (90-99)."""
        found: dict[str, str] = {}
        beside = activity_name_column(self.layout.headings)
        for row, verdict in enumerate(self.verdicts):
            code = dict(verdict.details).get("code", "") if verdict.code == "paste-level" else ""
            column = self._name
            if verdict.line is not None and beside is not None:
                code, column = verdict.line.activity_code, beside
            own = codes.level(code) == 3 and codes.is_regency_range(code)
            if own and code not in self._chart.activities and column is not None:
                found.setdefault(code, str(self.grid[row][column]))
        return {code: name for code, name in found.items() if name}

    def totals(self) -> dict[str, Sen]:
        """What the taken rows come to, by fund source, the largest first."""
        found: dict[str, Sen] = {}
        for line in self.taken():
            found[line.fund] = found.get(line.fund, 0) + line.amount
        return dict(sorted(found.items(), key=lambda item: -item[1]))

    def _begin(self) -> None:
        fields = self.layout.fields
        self._columns = [(place, field) for place, field in enumerate(fields) if field is not Field.SKIP]
        spread = [field for _, field in self._columns]
        self._joined = {field for field in spread if spread.count(field) > 1}
        priced = Field.PRICE in fields and Field.DESCRIPTION in fields
        self._place = RowPlace()
        self._places.clear()
        self.verdicts.clear()
        heading = self.grid[self.layout.first - 1] if self.layout.first else None
        self._heading = heading if heading and any(cell != "" for cell in heading) else None
        self._name = self.column_of(Field.DESCRIPTION)
        self._plain = self._plain_cells()
        self._judge = RowJudge(
            self._chart, self.target, foreign=self.layout.foreign, priced=priced, deepest=self._deepest()
        )

    def _plain_cells(self) -> Callable[[Sequence[Cell]], tuple[Cell, ...]] | None:
        """Picks the six cells of a row that is judged at one glance; None for a block that needs more."""
        wanted = (
            Field.DESCRIPTION, Field.VOLUME, Field.UNIT, Field.PRICE, Field.AMOUNT, Field.FUND,
        )  # fmt: skip
        fields = self.layout.fields
        coded = any(field in fields for field in (Field.ACCOUNT, Field.ACTIVITY, Field.TAGS, Field.FACTORS))
        homeless = not self.target.account_code or (
            self.target.part is Part.SPENDING and not self.target.activity_code
        )
        if coded or homeless or self._mended or any(fields.count(field) != 1 for field in wanted):
            return None
        return itemgetter(*(fields.index(field) for field in wanted))

    def _marked(self, row: int, verdict: RowVerdict) -> RowVerdict:
        """A line out of a row that nobody sees in the workbook says so."""
        if row in self.hidden and verdict.state is State.TAKEN:
            return replace(verdict, code="paste-hidden-row", details=())
        return verdict

    def _is_heading(self, row: int) -> bool:
        """Whether a heading stands here again, as on each printed page."""
        cells = self.grid[row]
        if cells == self._heading:
            return True
        name = cells[self._name] if self._name is not None else ""
        return isinstance(name, str) and 0 < len(name) <= _COUNTER_LENGTH and is_column_numbers(cells)

    def _deepest(self) -> int:
        """Level of the longest account code among the first rows; 0 without any."""
        if Field.ACCOUNT not in self.layout.fields:
            return 0
        rows = range(self.layout.first, min(len(self.grid), self.layout.first + 200))
        written = [str(self._cells(row).get(Field.ACCOUNT, "")).rstrip(".") for row in rows]
        return max((text.count(".") + 1 for text in written if _CODE.fullmatch(text)), default=0)

    def _cells(self, row: int) -> Cells:
        given = self.grid[row]
        cells: Cells = {field: given[place] for place, field in self._columns}
        if self._joined:
            for field in self._joined:
                parts = [given[place] for place, there in self._columns if there is field]
                cells[field] = _joined_code(parts)
        mended = self._mended.get(row)
        if mended:
            cells.update(mended)
        return cells


def _joined_code(parts: Sequence[Cell]) -> str:
    """A code that is spread over several columns, one digit group each."""
    words: Iterable[str] = (str(part).strip().rstrip(".") for part in parts)
    return ".".join(word for word in words if word)
