"""Widths of a grid's columns: the first ones, those the user chose, those that fit what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontMetrics

from ui.grid.model.nodes import GridColumn
from ui.support.theme import theme

if TYPE_CHECKING:
    from ui.grid.view.tree_rows import TreeRows

WIDTHS = {
    GridColumn.STATE: 26, GridColumn.CODE: 68, GridColumn.VOLUME: 66, GridColumn.UNIT: 62,
    GridColumn.PRICE: 102,
    GridColumn.AMOUNT: 112, GridColumn.FUND: 68,
}  # fmt: skip
"""First widths, before the font factor; the description has the rest."""

LEAST, MOST, LEAST_NAME = 40, 400, 170
"""Limits of a column's width, and what the description keeps, before the font factor."""

_PADDING = 16
_LONG_NAME, _WIDEST_UNIT = 460, 130

Keep = Callable[[Mapping[str, int]], None]


class ColumnWidths(QObject):
    """Sets the widths of one grid; lengths are kept before the font factor and so outlive its change."""

    def __init__(self, view: TreeRows) -> None:
        super().__init__(view)
        self._view = view
        self._chosen: dict[GridColumn, int] = {}
        self._keep: Keep | None = None

    @property
    def own(self) -> bool:
        """Whether the user chose any width."""
        return bool(self._chosen)

    def remember(self, known: Mapping[str, int], keep: Keep) -> None:
        """Begin with widths of an earlier time, and tell ``keep`` each new choice."""
        names = {column.name.lower(): column for column in WIDTHS if column is not GridColumn.STATE}
        self._chosen = {names[name]: _limited(width) for name, width in known.items() if name in names}
        self._keep = keep
        self.apply()

    def drag(self, column: GridColumn, pixels: int) -> None:
        """A divider is held: follow it."""
        room = self._view.header().sectionSize(GridColumn.NAME) + self._view.header().sectionSize(column)
        pixels = min(pixels, room - theme().px(LEAST_NAME))
        self._chosen[column] = _limited(round(pixels / theme().factor))
        self.apply()

    def fit(self, column: GridColumn) -> None:
        """As wide as the widest text in the column, its head included."""
        if column in (GridColumn.STATE, GridColumn.NAME):
            return
        model = self._view.budget_model()
        plain = QFontMetrics(theme().font("body"))
        bold = QFontMetrics(theme().font("body", bold=True))
        head = QFontMetrics(theme().font("small")).horizontalAdvance(model.heads[column])
        texts = {(model.text(node, column), node.is_summed()) for node in model.tree.walk()}
        widest = max(
            (bold if strong else plain).horizontalAdvance(text) for text, strong in texts | {("", False)}
        )
        self._chosen[column] = _limited(round(max(widest, head) / theme().factor) + _PADDING)
        self.apply()
        self.keep()

    def reset(self) -> None:
        """Back to the first widths."""
        self._chosen.clear()
        self.apply()
        self.keep()

    def keep(self) -> None:
        """Let the choice outlive the program."""
        if self._keep is not None:
            self._keep({column.name.lower(): width for column, width in self._chosen.items()})

    def apply(self) -> None:
        """Give the columns their widths; chosen ones only while the description keeps its least room."""
        head, px = self._view.header(), theme().px
        wanted = self._widths(WIDTHS | self._chosen)
        shown = sum(width for column, width in wanted.items() if not head.isSectionHidden(column))
        if self._chosen and 0 < head.viewport().width() < shown + px(LEAST_NAME):
            wanted = self._widths(WIDTHS)
        for column, width in wanted.items():
            if head.sectionSize(column) != width:
                head.resizeSection(column, width)

    def _widths(self, lengths: Mapping[GridColumn, int]) -> dict[GridColumn, int]:
        px = theme().px
        widths = {column: px(length) for column, length in lengths.items()}
        if GridColumn.UNIT not in self._chosen:
            widths[GridColumn.UNIT] = max(widths[GridColumn.UNIT], self._unit_room(sum(widths.values())))
        # A total is never cut, whatever width was chosen.
        widths[GridColumn.AMOUNT] = max(widths[GridColumn.AMOUNT], self._view.total_width())
        return widths

    def _unit_room(self, taken: int) -> int:
        """What the longest unit wants, out of the room that long descriptions would leave."""
        px = theme().px
        spare = self._view.header().viewport().width() - taken - px(_LONG_NAME)
        wanted = self._view.unit_width()
        return min(wanted, px(WIDTHS[GridColumn.UNIT]) + max(spare, 0), px(_WIDEST_UNIT))


def _limited(width: int) -> int:
    return min(max(width, LEAST), MOST)
