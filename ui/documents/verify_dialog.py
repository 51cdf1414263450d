"""Is this print of this plan? A code typed or pasted, or a workbook that came back (S18-S20)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QHeaderView, QLineEdit, QTableWidget, QTableWidgetItem, QWidget

from ui.documents.verify_rows import rows_of
from ui.kit.controls import button, label, row
from ui.kit.dialog import BaseDialog
from ui.kit.notice import Notice
from ui.support import background
from ui.support.formats import moment
from ui.support.i18n import language
from ui.support.lifetime import while_alive
from ui.support.messages import message_parts
from ui.support.theme import theme
from village_budget.document.document import Document
from village_budget.errors import UserError

if TYPE_CHECKING:
    from village_budget.document.verify.verification import Verification
    from village_budget.domain.plan import Plan

_SHOWN_ROWS = 8
_MOST_ROWS = 200


def _tr(text: str) -> str:
    return QCoreApplication.translate("VerifyDialog", text)


class VerifyDialog(BaseDialog):
    """Takes a code or a workbook and says what came of it; the plan in the window is not touched.

    Args:
        path: the plan file; it is read a second time, so that another year may be looked at.
        fiscal_year: the year a typed code is held against.
        parent: the window.
    """

    topic = "layar.dokumen"

    def __init__(self, path: Path, fiscal_year: int, parent: QWidget | None = None) -> None:
        super().__init__(_tr("Check a print"), parent, width=860)
        self._path = path
        self._year = fiscal_year
        self.busy = False
        words = _tr(
            "Type the fingerprint at the foot of a page, paste what its QR code says, or choose a workbook."
        )
        self.body.addWidget(label(words, wrap=True, token="ink2"))
        self.code = QLineEdit()
        self.code.setPlaceholderText("7F3A 91C2 D04E 55B1")
        self.code.setAccessibleName(_tr("Fingerprint on the print"))
        self.check = button(_tr("Check"), kind="primary")
        self.browse = button(_tr("Choose a workbook…"), icon="folder")
        line = row(gap=8)
        line.addWidget(self.code, 1)
        line.addWidget(self.check)
        line.addWidget(self.browse)
        self.body.addLayout(line)
        self.notice = Notice()
        self.altered = Notice()
        self.body.addWidget(self.altered)
        self.body.addWidget(self.notice)
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        told = _tr("The fingerprint is a check of data. It is not an electronic signature.")
        self.body.addWidget(label(told, role="small", token="ink2", wrap=True))
        self.close_button = button(_tr("Close"))
        self.close_button.clicked.connect(self.reject)
        self.add_button(self.close_button)
        self.check.setDefault(True)
        self.check.clicked.connect(self._check_code)
        self.browse.clicked.connect(self._browse)
        self.code.setFocus()

    def _make_table(self) -> QTableWidget:
        heads = (_tr("Where"), _tr("What"), _tr("On the print"), _tr("In the plan"))
        table = QTableWidget(0, len(heads))
        table.setHorizontalHeaderLabels(list(heads))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setFont(theme().font("small"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        for place in (2, 3):
            head = table.horizontalHeaderItem(place)
            assert head is not None
            head.setTextAlignment(right)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme().px(28))
        table.setStyleSheet(f"QTableView::item {{ padding: 0 {theme().px(8)}px; }}")
        table.setMinimumHeight(theme().px(28) * _SHOWN_ROWS)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(_tr("What differs"))
        table.hide()
        return table

    def _check_code(self) -> None:
        text = self.code.text()
        if not text.strip():
            self.code.setFocus()
            return

        def look(document: Document) -> Verification:
            from village_budget.document.verify.verification import verify_code

            return verify_code(text, document)

        self._run(look)

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, _tr("Choose a workbook…"), str(self._path.parent), "*.xlsx"
        )
        if chosen:
            self.check_workbook(Path(chosen))

    def check_workbook(self, workbook: Path) -> None:
        """Hold a workbook against the plan, in the background."""

        def look(document: Document) -> Verification:
            from village_budget.document.verify.verification import verify_workbook

            return verify_workbook(workbook, document)

        self._run(look)

    def _run(self, look: Callable[[Document], Verification]) -> None:
        path, year = self._path, self._year

        def work(_task: background.Task) -> tuple[Verification, Plan]:
            document = Document.open(path, read_only=True, fiscal_year=year)
            try:
                return look(document), document.plan
            finally:
                document.close()

        self.busy = True
        for made in (self.check, self.browse):
            made.setEnabled(False)
        background.run(work, while_alive(self, self._show), while_alive(self, self._show_trouble))

    def _ready(self) -> None:
        self.busy = False
        for made in (self.check, self.browse):
            made.setEnabled(True)

    def _show_trouble(self, error: Exception) -> None:
        self._ready()
        if not isinstance(error, UserError):
            raise error
        self.table.hide()
        self.altered.hide()
        self.notice.say("bad", message_parts(error, language()).joined())

    def _show(self, result: tuple[Verification, Plan]) -> None:
        self._ready()
        found, plan = result
        self.altered.hide()
        if found.differences:
            words = _tr("The workbook was altered after its export: {n} cells or sheets differ.")
            self.altered.say("bad", words.format(n=len(found.differences)))
        self.notice.say(*_told(found))
        self._fill(rows_of(found, plan)[:_MOST_ROWS])

    def _fill(self, rows: list[tuple[str, str, str, str]]) -> None:
        self.table.setRowCount(len(rows))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, cells in enumerate(rows):
            for place, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if place > 1:
                    item.setTextAlignment(right)
                self.table.setItem(number, place, item)
        self.table.setVisible(bool(rows))

    @classmethod
    def show_for(cls, path: Path, fiscal_year: int, parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed."""
        cls(path, fiscal_year, parent).answer()


def _told(found: Verification) -> tuple[str, str]:
    """The verdict in one sentence, with its colour."""
    if found.same_plan:
        words = _tr("It matches: the print is of the plan as it is now, revision {n}.")
        return "ok", words.format(n=found.present_revision)
    if found.revision is None:
        return "bad", _tr(
            "This plan's history does not know the fingerprint: a print of another copy, or changed."
        )
    words = _tr(
        "The plan has changed: the print is revision {n} ({when}), the file revision {m}. {k} lines changed."
    )
    when = moment(found.printed_at, language()) if found.printed_at else "-"
    facts = {"n": found.revision, "m": found.present_revision, "k": len(found.changed)}
    return "warn", words.format(when=when, **facts)
