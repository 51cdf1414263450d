"""The open document and what the window is told about it; the only place of the window that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.support.held_work import LARGE, run_apart
from village_budget.errors import FileError, UserError
from village_budget.money import AmountError

if TYPE_CHECKING:
    from collections.abc import Callable

    from village_budget.document.document import Document
    from village_budget.document.edit import Applied, Edit, StepLabel
    from village_budget.domain.findings import Finding
    from village_budget.domain.lines import Part
    from village_budget.domain.village import Village


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the plan to go to; the most exact field that is set counts.

    ``history`` asks for what was done to the row instead of the row itself; ``place`` is a screen and
    ``item`` a question or a form on it; ``narrow`` shows only rows where that is missing, ``review``,
    ``detail`` or ``described``; ``command`` is no place but what is to be done, by its words.
    """

    part: Part | None = None
    activity_id: int | None = None
    line_id: int | None = None
    finding: tuple[str, str] | None = None
    history: bool = False
    place: str = ""
    item: str = ""
    narrow: str = ""
    command: str = ""


def _rows(label: StepLabel | None) -> int:
    """Rows that a step changes, as far as its name tells."""
    count = label.details.get("count", "1") if label is not None else "1"
    return int(count) if count.isdecimal() else 1


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


class Workspace(QObject):
    """Opens, changes and closes the one document of the window, and signals it."""

    opened = Signal()
    closed = Signal()
    judged = Signal()  # the rules have been judged after a plan was opened with ``judge_later``
    changed = Signal(object)  # Applied
    saved = Signal()
    save_failed = Signal(object)  # UserError
    refused = Signal(object)  # UserError or AmountError: the edit can't be done
    jump = Signal(object)  # Target
    place_asked = Signal(str)  # name of a screen
    print_asked = Signal(object)  # report documents to look at before they are printed
    copy_year_asked = Signal()
    told = Signal(str)  # what was done, when that is not seen on the screen

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.unsaved_error: UserError | None = None
        self.unsaved_edit: Edit | None = None
        self.is_example = False
        self.is_judged = True

    def open(
        self, path: Path, *, read_only: bool = False, take_over: bool = False, judge_later: bool = False
    ) -> None:
        """Open a plan file in place of the present one.

        Args:
            path: the file.
            read_only: only look.
            take_over: work in it although another machine left it open.
            judge_later: the rules are judged when `judge` is called: the rows are on the screen before.

        Raises:
            UserError: it can't be opened; the present one stays open.
        """
        from village_budget.document.document import Document

        present = self.document
        if present is not None and not (present.read_only or read_only) and _same_file(present.path, path):
            self.opened.emit()
            return
        self._take(Document.open(path, read_only=read_only, take_over=take_over), judge_later=judge_later)

    def create(self, path: Path, village: Village, fiscal_year: int) -> None:
        """Make a new plan file and open it.

        Raises:
            UserError: it can't be made; the present one stays open.
        """
        from village_budget.document.document import Document

        self._take(Document.create(path, village, fiscal_year))

    def close(self) -> None:
        """Close the document, if one is open."""
        if self.document is not None:
            self.document.close()
            self.document = None
            self.unsaved_error = self.unsaved_edit = None
            self.closed.emit()

    def select(self, fiscal_year: int, version: int | None = None) -> None:
        """Show another year or version of the open file; the newest version unless told otherwise.

        Raises:
            UserError: there is none, or it can't be read any more; the present one stays.
        """
        if self.document is not None:
            self.document.select(fiscal_year, version)
            self.is_judged = True
            self.unsaved_error = self.unsaved_edit = None
            self.opened.emit()

    def findings(self) -> tuple[Finding, ...]:
        """What the rules say; nothing while judging is put off."""
        return self.document.findings if self.document is not None and self.is_judged else ()

    def apply(self, edit: Edit) -> Applied | None:
        """Do an edit; None when it was refused or not written (signals tell)."""
        document = self.document
        return self._attempt(lambda: document.apply(edit), edit) if document else None

    def apply_large(self, edit: Edit, rows: int) -> Applied | None:
        """Do an edit of so many rows; where they are many, the window goes on answering meanwhile."""
        document = self.document
        return self._attempt(lambda: document.apply(edit), edit, rows=rows) if document else None

    def retry(self) -> Applied | None:
        """Do the edit again that could not be written (U21)."""
        return self.apply(self.unsaved_edit) if self.unsaved_edit is not None else None

    def move_to(self, copy: Path) -> None:
        """Go on in a copy of the plan, with the edit that could not be written where it was (U21).

        Raises:
            UserError: the copy can't be opened; the present one stays open.
        """
        edit, was_example = self.unsaved_edit, self.is_example
        self.is_example = False
        try:
            self.open(copy)
        except UserError:
            self.is_example = was_example
            raise
        if edit is not None:
            self.apply(edit)

    def undo(self) -> Applied | None:
        """Take the last step back."""
        document = self.document
        return self._attempt(document.undo, rows=_rows(document.undo_label)) if document else None

    def redo(self) -> Applied | None:
        """Do the step again that was taken back."""
        document = self.document
        return self._attempt(document.redo, rows=_rows(document.redo_label)) if document else None

    def judge(self) -> None:
        """Judge the rules, if that was put off."""
        if self.document is not None and not self.is_judged:
            self.is_judged = True
            self.judged.emit()

    def follow_shared_prices(self) -> None:
        """The list of prices that villages here share is another one now: judge with it."""
        if self.document is not None:
            from village_budget.exchange.prices.shared_prices import load_shared

            self.document.lend_prices(load_shared)
            self.judged.emit()

    def _take(self, document: Document, *, judge_later: bool = False) -> None:
        from village_budget.exchange.prices.shared_prices import load_shared

        if self.document is not None:
            self.document.close()
        self.document = document
        document.lend_prices(load_shared)
        self.is_judged = not judge_later
        self.unsaved_error = self.unsaved_edit = None
        self.opened.emit()

    def _attempt(
        self, act: Callable[[], Applied | None], edit: Edit | None = None, *, rows: int = 1
    ) -> Applied | None:
        try:
            applied = run_apart(act) if rows >= LARGE else act()
        except FileError as error:
            self.unsaved_error, self.unsaved_edit = error, edit
            self.save_failed.emit(error)
            return None
        except (UserError, AmountError) as error:
            self.refused.emit(error)
            return None
        was_unsaved = self.unsaved_error is not None
        self.unsaved_error = self.unsaved_edit = None
        if applied is not None and applied.changes:
            self.changed.emit(applied)
            self.saved.emit()
        elif was_unsaved:
            self.saved.emit()
        return applied
