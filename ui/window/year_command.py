"""The years of the open file: which one is shown, a new one, and one that starts from another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from ui.kit.ask import tell
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.beginning.copy_year_dialog import CopyYearDialog
    from ui.support.workspace import Workspace
    from ui.window.title_button import TitleButton
    from village_budget.document.document import Document


class YearCommand(QObject):
    """Shows, adds and copies years; asks before a half-typed or unsaved cell would be lost.

    Args:
        workspace: the open file.
        title: the button at the top, under which the menu opens.
        may_leave: whether the present year may be left (U12, U21).
        refocus: gives the keyboard back to the screen, once it shows another year.
        parent: the window.
    """

    def __init__(
        self,
        workspace: Workspace,
        title: TitleButton,
        may_leave: Callable[[], bool],
        refocus: Callable[[], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._title = title
        self._may_leave = may_leave
        self._refocus = refocus
        self._window = parent
        title.clicked.connect(self.show_menu)
        workspace.copy_year_asked.connect(self.copy_year)

    def show_menu(self) -> None:
        """Offer the years of the file and what can be done with them."""
        document = self._workspace.document
        if document is None:
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for info in reversed(document.plans()):
            action = menu.addAction(self._words(info))
            action.setCheckable(True)
            action.setChecked(info.id == document.plan.info.id)
            action.triggered.connect(lambda _checked=False, info=info: self.show_year(info))
        menu.addSeparator()
        new = menu.addAction(self.tr("&New year…"))
        new.triggered.connect(lambda _checked=False: self.add_year())
        new.setEnabled(document.takes_records)
        copy = menu.addAction(self.tr("&Copy a whole year into this one…"))
        copy.triggered.connect(lambda _checked=False: self.copy_year())
        copy.setEnabled(not document.read_only)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._title.mapToGlobal(QPoint(0, self._title.height())))

    def show_year(self, info: PlanInfo) -> None:
        """Show another year or version of the file."""
        document = self._workspace.document
        if document is None or info.id == document.plan.info.id or not self._may_leave():
            return
        try:
            self._workspace.select(info.fiscal_year, info.version)
        except UserError as error:
            tell(error, parent=self._window)
        self._refocus()

    def add_year(self) -> None:
        """Add a year, empty or as a copy of another one, and show it."""
        document = self._workspace.document
        if document is None or not document.takes_records or not self._may_leave():
            return
        made = self.new_dialog(document)
        if made.answer():
            self._add(made)
        self._refocus()

    def copy_year(self) -> None:
        """Copy another year into the present one."""
        document = self._workspace.document
        if document is None or document.read_only or not self._may_leave():
            return
        made = self.copy_dialog(document)
        if made.answer():
            self._copy(made)
        self._refocus()

    def new_dialog(self, document: Document) -> CopyYearDialog:
        """The dialog that asks for a new year; the present one is proposed as its source."""
        from ui.beginning.copy_year_dialog import CopyYearDialog

        present = document.plan
        taken = sorted({info.fiscal_year for info in document.plans()})
        year = max(taken) + 1 if present.lines else date.today().year + 1  # noqa: DTZ011 - the user's calendar
        while year in taken:
            year += 1
        empty = Plan(present.village, PlanInfo(0, year))
        sources = [present, *self._others(document)]
        return CopyYearDialog(empty, sources, document.path.parent, taken=taken, parent=self._window)

    def copy_dialog(self, document: Document) -> CopyYearDialog:
        """The dialog that asks what to copy into the present year; the year before comes first."""
        from ui.beginning.copy_year_dialog import CopyYearDialog

        return CopyYearDialog(
            document.plan, self._others(document), document.path.parent, parent=self._window
        )

    def _others(self, document: Document) -> list[Plan]:
        """The other versions of the file: the newest of the years before first, later years last."""
        year, key = document.plan.info.fiscal_year, document.plan.info.id
        infos = [info for info in document.plans() if info.id != key]
        infos.sort(key=lambda info: (info.fiscal_year > year, -info.fiscal_year, -info.version))
        return [document.version(info.id) for info in infos]

    def _add(self, made: CopyYearDialog) -> None:
        document = self._workspace.document
        assert document is not None
        edit = made.edit()
        try:
            document.add_plan(made.year())
            self._workspace.select(made.year())
        except UserError as error:
            tell(error, parent=self._window)
            return
        if edit is not None:
            self._copy(made)

    def _copy(self, made: CopyYearDialog) -> None:
        edit = made.edit()
        applied = self._workspace.apply(edit) if edit is not None else None
        if applied is None or edit is None:
            return
        # The screens show the year anew, opened as far as a plan of that size is.
        self._workspace.opened.emit()
        words = self.tr("{count} lines were copied from {year}. Look at each, then press Ctrl+R.")
        year = edit.source.info.fiscal_year
        self._workspace.told.emit(words.format(count=applied.label.details["count"], year=year))

    def _words(self, info: PlanInfo) -> str:
        kind = self.tr("Budget {year}") if not info.version else self.tr("Amendment {n} of {year}")
        status = {
            "draft": self.tr("draft"), "agreed": self.tr("agreed by the BPD"),
            "submitted": self.tr("submitted"), "evaluated": self.tr("evaluated"),
            "enacted": self.tr("enacted, to look at"),
        }[info.status.value]  # fmt: skip
        return f"{kind.format(year=info.fiscal_year, n=info.version)} · {status}"
