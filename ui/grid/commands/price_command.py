"""Standard prices in a grid screen: what is offered while typing, and the reason of a price above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from ui.grid.model.nodes import NodeKind
from ui.grid.model.price_help import PriceHelp
from ui.grid.model.row_marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.grid.grid_screen import GridScreen
    from ui.grid.view.budget_grid import BudgetGrid
    from ui.support.workspace import Workspace
    from village_budget.document.document import Document
    from village_budget.domain.lines import Line
    from village_budget.domain.prices import PriceBook


class PriceCommand(QObject):
    """Asks the open plan for its price list; what it needs beside is loaded when it is used."""

    def __init__(self, screen: GridScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self.reason = QAction(self.tr("Reason of the price"), self)
        self.reason.setShortcuts([QKeySequence("Alt+Return"), QKeySequence("Alt+Enter")])
        self.reason.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.reason.triggered.connect(lambda _checked=False: self.ask_reason())

    def help(self, document: Document) -> PriceHelp:
        """What the list says while somebody types into the grid of a plan."""
        return PriceHelp(self._book, document.plan.lines.values)

    def connect_view(self, view: BudgetGrid) -> None:
        """A new grid: its key, and the way out of a price cell that asks for the reason."""
        view.addAction(self.reason)
        view.budget_model().marks.add(self._marks)
        view.editing.left.connect(lambda move: self.ask_reason() if move == "reason" else None)

    def _marks(self, line: Line) -> Iterable[Mark]:
        """The mark of a price above the standard."""
        document = self._workspace.document
        if document is None or self._book() is None:
            return ()
        compared = self.help(document).compared(line)
        return (Mark.ABOVE_STANDARD,) if compared is not None and compared.over > 0 else ()

    def ask_reason(self) -> None:
        """Ask why the price of the cursor's line is above the standard."""
        document, view = self._workspace.document, self._screen.view
        node = view.current_node() if view is not None else None
        if document is None or view is None or node is None or node.kind is not NodeKind.LINE:
            return
        line = view.budget_model().tree.line(node)
        book = self._book()
        if book is None:
            view.say(self.tr("There are no standard prices yet. Ctrl+Shift+P loads a list."))
            return
        compared = self.help(document).compared(line)
        if compared is None:
            view.say(self.tr("The list has no such item of this unit."))
        elif compared.over <= 0 and not line.price_reason:
            view.say(self.tr("This price is not above the standard."))
        elif document.read_only:
            view.say(self.tr("This plan is only looked at."))
        else:
            from ui.grid.commands.price_reason_dialog import PriceReasonDialog

            asked = PriceReasonDialog(line, compared, book.name, self._screen)
            if asked.answer():
                from village_budget.document.edits.line_edits import SetLine

                self._workspace.apply(SetLine(line.id, asked.values))
            view.setFocus()

    def _book(self) -> PriceBook | None:
        """The list that prices are compared with; None before the rules are judged: typing never waits."""
        document = self._workspace.document
        return document.pack.prices if document is not None and self._workspace.is_judged else None
