"""Opens the editor of a cell, reads what was typed, and lets go of it only when it is stored or given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QModelIndex, QObject, QRect, Signal

from ui.grid.entry.cell_editor import CellEditor
from ui.grid.entry.entry_words import EntryWords
from ui.grid.entry.fund_choices import FundChoices
from ui.grid.entry.line_hint import LineHint
from ui.grid.model.cell_entry import (
    CellRefused,
    matching_funds,
    preview,
    read_cell,
)
from ui.grid.model.cell_text import entry_text
from ui.grid.model.nodes import GridColumn, Node, NodeKind
from ui.grid.model.rows_model import RowTreeModel
from village_budget.chart.chart import Chart
from village_budget.domain.lines import Line
from village_budget.figures.figures import Figures
from village_budget.money import AmountError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.check.finding_view import FindingView
    from ui.grid.model.price_help import PriceHelp
    from village_budget.document.edit import Applied, Edit

_HINTED = (GridColumn.VOLUME, GridColumn.PRICE, GridColumn.AMOUNT)


class GridView(Protocol):
    """What the editor needs to know of the grid it stands in."""

    def viewport(self) -> QWidget:
        """The widget the rows are drawn on."""

    def cell_rect(self, node: Node, column: GridColumn) -> QRect:
        """Where a cell's editor stands."""

    def column_span(self, first: GridColumn, last: GridColumn) -> tuple[int, int]:
        """Left edge and width of neighbouring columns."""

    def setFocus(self) -> None:
        """Take the keyboard."""


@dataclass(frozen=True, slots=True)
class GridSource:
    """What a grid reads and how it changes it."""

    chart: Chart
    figures: Figures
    apply: Callable[[Edit], Applied | None]
    judge: Callable[[Line, Line], FindingView | None]
    """The rule that a line before and after says most about; None when it moves none."""
    prices: PriceHelp | None = None


class CellEditing(QObject):
    """The state of one grid's editing; at most one cell is open."""

    left = Signal(str)
    """An entry was stored or given up by the keyboard: ``down``, ``up``, ``right``, ``left``, ``insert``,
    ``reason``."""
    added = Signal(object)
    """Id of a line that an entry in an add row made."""

    def __init__(self, view: GridView, model: RowTreeModel, source: GridSource) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._model = model
        self._source = source
        self._editor: CellEditor | None = None
        self._node: Node | None = None
        self._opened_with = ""
        self._busy = False
        self._readings: tuple[str, ...] = ()
        self._words = EntryWords(self)
        self._hint = LineHint(view.viewport())
        self._choices = FundChoices(view.viewport())
        self._choices.chosen.connect(self._take_choice)
        model.rowsAboutToBeRemoved.connect(self._rows_going)

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return self._editor is not None

    @property
    def editor(self) -> CellEditor | None:
        """The open editor."""
        return self._editor

    @property
    def hint(self) -> LineHint:
        """What stands below the open editor."""
        return self._hint

    def open(self, node: Node, column: GridColumn, text: str | None = None) -> bool:
        """Edit a cell; ``text`` was typed over it. False when it can't be edited or another stays open."""
        if not self.commit() or not self._model.can_edit(node, column):
            return False
        line = self._line(node)
        self._node = node
        self._readings = ()
        self._opened_with = entry_text(line, column) if node.kind is NodeKind.LINE else ""
        editor = CellEditor(self._view.viewport(), column, self._model.heads[column])
        editor.typed = text is not None
        editor.has_choices = column is GridColumn.FUND
        editor.setText(self._opened_with if text is None else text)
        if self._source.prices:
            editor.offer_from(self._source.prices.suggester(line, column))
        self._editor = editor
        editor.textChanged.connect(self._text_changed)
        editor.leaving.connect(self._leave)
        editor.focus_lost.connect(self._focus_lost)
        self.place()
        editor.show()
        editor.setFocus()
        editor.deselect()
        if column is GridColumn.FUND and text is None:
            editor.selectAll()
        self._text_changed()
        return True

    def commit(self) -> bool:
        """Store the open entry; False when it is refused and stays open with the reason (U12)."""
        if self._editor is None or self._node is None or self._busy:
            return not self._busy
        self._busy = True
        try:
            return self._store(self._editor, self._node)
        finally:
            self._busy = False

    def cancel(self) -> None:
        """Close the editor; the cell keeps what it had."""
        editor, self._editor = self._editor, None
        self._node = None
        self._hint.hide()
        self._choices.hide()
        if editor is not None:
            editor.leave_quietly()
            if editor.hasFocus():
                # Before it is hidden: Qt would look for the next widget, and the grid takes that for a Tab.
                self._view.setFocus()
            editor.hide()
            editor.deleteLater()

    def place(self) -> None:
        """Let editor and hint stand where their cell is now."""
        if self._editor is None or self._node is None:
            return
        cell = self._view.cell_rect(self._node, self._editor.column)
        left, width = self._view.column_span(GridColumn.NAME, GridColumn.FUND)
        self._editor.stand(cell, QRect(left, cell.top(), width, cell.height()))
        left, width = self._view.column_span(GridColumn.VOLUME, GridColumn.AMOUNT)
        self._hint.place(cell, QRect(left, cell.top(), width, cell.height()), cell.height())
        below = self._hint.geometry() if self._hint.reason and not self._choices.isHidden() else cell
        self._choices.place(cell if below.top() < cell.top() else cell.united(below))

    def _store(self, editor: CellEditor, node: Node) -> bool:
        from village_budget.document.edits.line_edits import SetLine

        try:
            values = self._read(editor, node)
        except CellRefused as refused:
            self._refuse(refused)
            return False
        if values and node.kind is NodeKind.ADD_LINE:
            stored = self._add(node, values)
        else:
            stored = not values or self._source.apply(SetLine(self._line(node).id, values)) is not None
        if not stored:
            self._refuse(CellRefused("not-stored"))
            return False
        self.cancel()
        return True

    def _read(self, editor: CellEditor, node: Node) -> dict[str, object]:
        text = editor.text()
        if editor.chosen or text == self._opened_with:
            return dict(editor.chosen)
        if editor.column is GridColumn.FUND and text.strip() and self._choices.current is not None:
            text = self._choices.current.code
        values = read_cell(self._line(node), editor.column, text, self._source.chart)
        return values if text.strip() or node.kind is NodeKind.LINE else {}

    def _add(self, node: Node, values: dict[str, object]) -> bool:
        """Make a line of what was typed into an add row."""
        from village_budget.document.edits.line_edits import AddLine, SetLine

        draft = self._line(node)
        simple = {key: values[key] for key in _ADDED if key in values}
        rest = {key: value for key, value in values.items() if key not in _ADDED and value}
        applied = self._source.apply(
            AddLine(draft.part, draft.activity_id, draft.account_code, **simple)  # type: ignore[arg-type]
        )
        if applied is None:
            return False
        made = next(change.key for change in applied.changes if change.before is None)
        if rest and self._source.apply(SetLine(made, rest)) is None:
            return False
        self.added.emit(made)
        return True

    def _line(self, node: Node) -> Line:
        tree = self._model.tree
        if node.kind is NodeKind.LINE:
            return tree.line(node)
        return Line(0, tree.part, node.row_id, node.code, "", Decimal(1), "", 0, 0, "")

    def _leave(self, move: str) -> None:
        if move == "cancel":
            self.cancel()
        elif move in ("previous", "next"):
            self._choose(-1 if move == "previous" else 1)
        elif self.commit():
            self.left.emit(move)

    def _choose(self, step: int) -> None:
        """Up or Down in an editor that offers choices: fund sources, or the readings of a refused entry."""
        if self._editor is None:
            return
        if self._editor.column is GridColumn.FUND:
            self._choices.step(step)
        elif self._readings:
            self._readings = self._readings[step:] + self._readings[:step]
            self._editor.setText(self._readings[-1 if step > 0 else 0])

    def _focus_lost(self) -> None:
        if self._editor is not None and not self._busy:
            self.commit()

    def _take_choice(self, text: str) -> None:
        """A reading or a fund source was clicked: it is the entry now."""
        if self._editor is not None:
            self._editor.setText(text)
            self._editor.setFocus()
            if self._editor.column is GridColumn.FUND:
                self._leave("down")

    def _text_changed(self) -> None:
        editor, node = self._editor, self._node
        if editor is None or node is None:
            return
        editor.set_refused(refused=False)
        self._hint.hide()
        editor.has_choices = editor.column is GridColumn.FUND or editor.text() in self._readings
        if editor.column is GridColumn.FUND:
            typed = editor.text() != self._opened_with
            found = matching_funds(editor.text() if typed else "", self._source.chart)
            self._choices.offer(found, choose_first=typed and bool(editor.text().strip()))
        elif editor.column in _HINTED:
            self._show_hint(editor, node)
        self.place()

    def _show_hint(self, editor: CellEditor, node: Node) -> None:
        line = self._line(node)
        try:
            values = read_cell(line, editor.column, editor.text(), self._source.chart)
            after = preview(line, values)
        except (CellRefused, AmountError):
            self._hint.hide()
            return
        rule = self._source.judge(line, after)
        compared = self._source.prices.compared(after) if self._source.prices else None
        self._hint.show_hint(self._words.hint(line, after, self._source.figures, rule, compared))

    def _refuse(self, refused: CellRefused) -> None:
        if self._editor is None:
            return
        self._editor.set_refused(refused=True)
        fund = self._editor.column is GridColumn.FUND
        self._readings = () if fund else refused.readings
        self._editor.has_choices = fund or bool(refused.readings)
        if fund:
            # The list of fund sources is the choice; buttons would only say it twice.
            found = [self._source.chart.funds[code] for code in refused.readings]
            self._choices.offer(found or list(self._source.chart.funds.values()), choose_first=False)
        self._hint.show_refusal(
            self._words.reason(refused), () if fund else refused.readings, self._take_choice
        )
        self.place()

    def _rows_going(self, parent: QModelIndex, first: int, last: int) -> None:
        if self._node is None:
            return
        going = self._model.node(parent).children[first : last + 1]
        if self._node in going or any(node in going for node in self._node.ancestors()):
            self.cancel()


_ADDED = ("description", "volume", "unit", "unit_price", "fund")
