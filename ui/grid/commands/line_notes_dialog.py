"""What a line carries beside its figures: a note, the file that belongs to it, the reason of its price."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QWidget

from ui.kit.controls import button, label, row, wrapped
from ui.kit.dialog import BaseDialog
from ui.kit.help_topics import set_topic
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.support.theme import theme
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.linked_file import linked_file, stored_link
from village_budget.domain.lines import Line
from village_budget.domain.plan import Plan
from village_budget.errors import UserError


class LineNotesDialog(BaseDialog):
    """Accepted, `values` is what changed."""

    topic = "tabel.catatan"

    def __init__(
        self, line: Line, plan: Plan, file: Path, parent: QWidget | None = None, *, fixed: bool = False
    ) -> None:
        """Show a line's notes.

        Args:
            line: the line.
            plan: the plan it stands in.
            file: the plan file; files beside it are kept by their name alone.
            parent: the window.
            fixed: the plan is only looked at.
        """
        super().__init__(self.tr("Note and file"), parent, width=560)
        self._line, self._plan, self._file = line, plan, file
        self.values: dict[str, object] = {}
        self.body.addWidget(label(line.description or line.account_code, token="ink2", wrap=True))
        self.note = QPlainTextEdit(line.note)
        self.note.setFont(theme().font("body"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme().px(78))
        self.add_field(_caption(self.tr("Note")), self.note)
        self.link = self._field(self.tr("File"), line.link, self.tr("none"))
        self._add_file_buttons(fixed=fixed)
        self.reason = self._field(self.tr("Reason of the price"), line.price_reason, self.tr("none"))
        set_topic(self.reason, "tabel.alasan-harga")
        self.add_field(_caption(self.tr("Reason of a price above the standard")), self.reason)
        self.trouble = wrapped("", token="bad")
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)
        self._add_foot(fixed=fixed)

    def _field(self, name: str, text: str, empty: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setFont(theme().font("body"))
        made.setAccessibleName(name)
        made.setPlaceholderText(empty)
        return made

    def _add_file_buttons(self, *, fixed: bool) -> None:
        self.choose_button = button(self.tr("Choose…"), icon="folder")
        self.choose_button.clicked.connect(self.choose)
        self.open_button = button(self.tr("Open"), icon="lampiran")
        self.open_button.clicked.connect(self.open_file)
        line = row(gap=8)
        line.addWidget(self.link, 1)
        line.addWidget(self.choose_button)
        line.addWidget(self.open_button)
        self.add_field(_caption(self.tr("File: photo, offer, drawing")), line)
        self.link.textChanged.connect(lambda text: self.open_button.setEnabled(bool(text.strip())))
        self.open_button.setEnabled(bool(self._line.link))
        self.choose_button.setEnabled(not fixed)

    def _add_foot(self, *, fixed: bool) -> None:
        cancel = button(self.tr("Close") if fixed else self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel, default=fixed)
        for field in (self.note, self.link, self.reason):
            field.setReadOnly(fixed)
        if not fixed:
            keep = button(self.tr("Keep"), kind="primary")
            keep.clicked.connect(self.keep)
            self.add_button(keep, default=True)
            self.note.setFocus()

    def choose(self) -> None:
        """Choose the file; beside or below the plan file it is kept by its name alone."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The file of the line"), str(self._file.parent))
        if chosen:
            try:
                self.link.setText(stored_link(Path(chosen), self._file))
            except UserError as error:
                self._say(error)

    def open_file(self) -> None:
        """Open the file with the program that the desktop has for it."""
        link = self.link.text().strip()
        try:
            path = linked_file(link, self._file)
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                raise UserError("link-unopened", name=link)
        except UserError as error:
            self._say(error)
        else:
            self.trouble.hide()

    def keep(self) -> None:
        """Take what was written, unless the plan can't hold it."""
        link = self.link.text().strip()
        texts = {
            "note": self.note.toPlainText().strip(),
            "link": link,
            "price_reason": self.reason.text().strip(),
        }
        values: dict[str, object] = {
            name: text for name, text in texts.items() if text != getattr(self._line, name)
        }
        try:
            if "link" in values and link:
                values["link"] = stored_link(self._file.parent / link, self._file)
            SetLine(self._line.id, values).changes(self._plan, lambda: 0)
        except UserError as error:
            self._say(error)
            return
        self.values = values
        self.accept()

    def _say(self, error: UserError) -> None:
        parts = message_parts(error, language())
        self.trouble.setText(parts.joined())
        self.trouble.show()
        self.body.activate()
        self.grow()


def _caption(words: str) -> QLabel:
    return label(words, role="small", token="ink2")
