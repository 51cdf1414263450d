"""Keep an activity of the plan as a template of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.kit.check_box import CheckBox
from ui.kit.controls import button, label, wrapped
from ui.kit.dialog import BaseDialog
from ui.support.person_numbers import personal_reason
from ui.support.theme import theme
from village_budget.document.template_library import template_of
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.domain.template import ActivityTemplate
from village_budget.text import TEXT_LIMIT


class SaveTemplateDialog(BaseDialog):
    """Asks for a name and whether the prices are kept; accepted, `template` is what to keep."""

    topic = "langkah.templat"

    def __init__(
        self, activity: Activity, lines: Sequence[Line], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Save this activity as a template"), parent, width=520)
        self._activity = activity
        self._lines = lines
        words = self.tr("{code}, {count} lines. Location, notes and links are not kept.")
        self.body.addWidget(wrapped(words.format(code=activity.code, count=len(lines)), token="ink2"))
        caption = label(self.tr("&Name of the template"), role="small", token="ink2")
        self.name = QLineEdit(name)
        self.name.setFont(theme().font("body"))
        self.name.setMaxLength(TEXT_LIMIT)
        self.name.setAccessibleName(self.tr("Name of the template"))
        self.name.selectAll()
        caption.setBuddy(self.name)
        self.prices = CheckBox(self.tr("Keep the unit prices too"))
        self.prices.setChecked(True)
        self._problem = wrapped("", role="small", token="bad")
        self._problem.hide()
        self.add_field(caption, self.name)
        for part in (self.prices, self._problem):
            self.body.addWidget(part)
        self.body.addStretch(1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button = button(self.tr("Save"), kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(self.accept_button)
        self.accept_button.setDefault(True)
        self.name.setFocus()

    def template(self) -> ActivityTemplate:
        """What to keep."""
        title = self.name.text().strip()
        return template_of(self._activity, self._lines, title, with_prices=self.prices.isChecked())

    def accept(self) -> None:
        """Refuse an empty name, and one that names a person by number (S25)."""
        name = self.name.text().strip()
        trouble = personal_reason(name) if name else self.tr("Type a name for the template.")
        self._problem.setText(trouble)
        self._problem.setVisible(bool(trouble))
        if trouble:
            self.name.setFocus()
            return
        super().accept()
