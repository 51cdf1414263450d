"""Asks for what an exemption stands on: reason, document, who approved it, and when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.check.answer_text import read_day
from ui.kit.controls import button, label, wrapped
from ui.kit.dialog import BaseDialog
from ui.kit.help_topics import set_topic
from ui.support.formats import long_date
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.support.theme import theme
from village_budget.document.edits.records import SetWaiver
from village_budget.errors import UserError

if TYPE_CHECKING:
    from ui.check.finding_view import FindingView
    from village_budget.domain.plan import Plan

_TOPICS = {
    "reason": "pengecualian.alasan", "document": "pengecualian.dokumen",
    "approver": "pengecualian.penyetuju", "date": "pengecualian.tanggal",
}  # fmt: skip
"""The fields, and the topics of the help that explain them."""


class WaiverDialog(BaseDialog):
    """Four fields, all needed; says in one sentence what is missing and goes there."""

    topic = "langkah.pengecualian"

    def __init__(self, view: FindingView, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Record an exemption"), parent, width=520)
        self._view, self._plan = view, plan
        self.edit: SetWaiver | None = None
        self.body.addWidget(wrapped(f"{view.title} ({view.finding.rule})", bold=True))
        self.body.addWidget(
            wrapped(
                self.tr("The breach stays visible, marked as exempted; it no longer counts as open."),
                token="ink2",
            )
        )
        self.fields: dict[str, QLineEdit] = {}
        for name, words, hint in (
            ("reason", self.tr("Reason"), self.tr("why this rule can't be kept")),
            ("document", self.tr("Document"), self.tr("decision or minutes, with number")),
            ("approver", self.tr("Approved by"), self.tr("a function, not a name: Camat, BPD")),
            ("date", self.tr("Date of the decision"), self.tr("for example 31-12-2026")),
        ):
            self._add(name, words, hint)
        self.fields["date"].setText(long_date(date.today(), language()))  # noqa: DTZ011 - the user's calendar
        self.reason = wrapped("", token="bad")
        self.reason.hide()
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        record = button(self.tr("Record"), kind="primary")
        record.clicked.connect(self._record)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_button(cancel)
        self.add_button(record, default=True)
        self.fields["reason"].setFocus()

    def _add(self, name: str, words: str, hint: str) -> None:
        caption = label(words, role="small", token="ink2")
        field = QLineEdit()
        field.setFont(theme().font("body"))
        field.setPlaceholderText(hint)
        field.setAccessibleName(words)
        caption.setBuddy(field)
        set_topic(field, _TOPICS[name])
        self.add_field(caption, field)
        self.fields[name] = field

    def _record(self) -> None:
        values = {name: field.text().strip() for name, field in self.fields.items()}
        day = read_day(values["date"])
        values["date"] = day.isoformat() if day else values["date"]
        edit = SetWaiver(self._view.finding.rule, self._view.finding.fund, **values)
        try:
            edit.changes(self._plan, lambda: 0)
        except UserError as error:
            parts = message_parts(error, language())
            self._refuse(_field_of(error), f"{parts.what} {parts.todo}")
            return
        self.edit = edit
        self.accept()

    def _refuse(self, wrong: str, words: str) -> None:
        for name, field in self.fields.items():
            field.setProperty("wrong", "true" if name == wrong else "false")
            field.style().polish(field)
        self.reason.setText(words)
        self.reason.show()
        self.body.activate()
        self.grow()
        self.fields[wrong].setFocus()

    @classmethod
    def ask(cls, view: FindingView, plan: Plan, parent: QWidget | None = None) -> SetWaiver | None:
        """The exemption that was recorded; None when it was given up. The seam that tests replace."""
        dialog = cls(view, plan, parent)
        return dialog.edit if dialog.answer() else None


def _field_of(error: UserError) -> str:
    """Which of the fields an error speaks of."""
    named = str(error.details.get("field", ""))
    missing = error.code.removeprefix("waiver-").removesuffix("-missing")
    return next((name for name in (named, missing) if name in _TOPICS), "date")
