"""A workbook goes through the list of its sheets and their preview into the plan, as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.support import background
from ui.support.workspace import Target, Workspace
from village_budget.domain.lines import Line, Part
from village_budget.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from village_budget.document.edit import Applied
    from village_budget.document.edits.imports import ImportLines
    from village_budget.exchange.lines.imported_sheet import ImportedSheet
    from village_budget.exchange.lines.pasted_verdicts import PastedLine

PATTERNS = "*.xlsx *.xls *.ods *.csv"
_PARTS = {"4": Part.REVENUE, "5": Part.SPENDING, "6": Part.FINANCING}


class ImportCommand(QObject):
    """Imports one file over a window; what it needs is loaded when it is used."""

    def __init__(self, workspace: Workspace, over: QWidget) -> None:
        super().__init__(over)
        self._workspace = workspace
        self._over = over

    def choose(self) -> None:
        """Ask for a file and import it."""
        document = self._workspace.document
        if document is None or not self._may_change():
            return
        start = str(document.path.resolve().parent)
        kinds = self.tr("Workbooks and tables ({patterns})").format(patterns=PATTERNS)
        chosen, _ = QFileDialog.getOpenFileName(self._over, self.tr("Import from Excel"), start, kinds)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Read a file in the background, then show what it holds."""
        document = self._workspace.document
        if document is None or not self._may_change():
            return
        from village_budget.exchange.lines.imported_sheet import read_import

        chart = document.chart
        background.run(
            lambda _task: read_import(path, chart), lambda sheets: self._show(path, sheets), self._failed
        )

    def edit(self, sheets: Sequence[ImportedSheet]) -> ImportLines:
        """The rows that were taken of some sheets, as one edit."""
        from village_budget.document.edits.added_lines import AddLines, NewLine
        from village_budget.document.edits.imports import ImportLines

        found: dict[Part, list[NewLine]] = {}
        names: dict[str, str] = {}
        for sheet in sheets:
            names |= sheet.block().activity_names()
            for line, guessed in sheet.block().lines():
                found.setdefault(_part(line), []).append(
                    NewLine(
                        line.account_code, line.description, line.volume, line.unit, line.unit_price,
                        line.fund, line.activity_code, line.factors, line.tags,
                        review="import" if guessed else "",
                    )
                )  # fmt: skip
        parts = tuple(AddLines(part, None, tuple(found[part])) for part in Part if part in found)
        return ImportLines(parts, tuple(names.items()))

    def _may_change(self) -> bool:
        document = self._workspace.document
        if document is not None and document.read_only:
            self._workspace.refused.emit(UserError("file-read-only", name=document.path.name))
            return False
        return True

    def _show(self, path: Path, sheets: list[ImportedSheet]) -> None:
        from ui.intake.import_dialog import ImportDialog

        document = self._workspace.document
        if document is None:
            return
        if not any(sheet.is_usable for sheet in sheets):
            self._failed(UserError("sheet-nothing-found", name=path.name))
            return
        dialog = ImportDialog(path.name, sheets, document.chart, document.plan, self._over)
        if dialog.answer():
            edit = self.edit(dialog.chosen())
            count = sum(len(part.lines) for part in edit.parts)
            self._go_to(self._workspace.apply_large(edit, count))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._workspace.refused.emit(error)

    def _go_to(self, applied: Applied | None) -> None:
        """Show the first new line, a line of spending before any other."""
        if applied is None:
            return
        made = [c.after for c in applied.changes if c.before is None and isinstance(c.after, Line)]
        first = next((line for line in made if line.part is Part.SPENDING), made[0] if made else None)
        if first is not None:
            self._workspace.jump.emit(Target(first.part, first.activity_id, first.id))


def _part(line: PastedLine) -> Part:
    return _PARTS[line.account_code[0]]
