"""Asks once who works at this computer: the history shows it beside each change."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.kit.controls import FilterChip, button, label
from ui.kit.dialog import BaseDialog
from ui.kit.help_topics import set_topic
from ui.support.person_numbers import personal_reason
from ui.support.theme import theme


class AuthorDialog(BaseDialog):
    """Accepted, `name` is what the history shall show."""

    topic: ClassVar[str] = "setelan.nama"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who works here?"), parent, width=480)
        words = self.tr("The history shows beside each change who made it. A function is enough.")
        self.body.addWidget(label(words, token="ink2", wrap=True))
        self.field = QLineEdit()
        self.field.setFont(theme().font("body"))
        self.field.setAccessibleName(self.tr("Your name or function"))
        self.field.setPlaceholderText(self.tr("for example Kaur Keuangan"))
        self.field.setMaxLength(80)
        set_topic(self.field, self.topic)
        self.body.addWidget(self.field)
        self.body.addLayout(self._usual())
        self.warning = label("", role="small", token="bad", wrap=True)
        self.warning.hide()
        self.body.addWidget(self.warning)
        words = self.tr("It is asked once on this computer and can be changed in the settings.")
        self.body.addWidget(label(words, role="small", token="ink2", wrap=True))
        self.later = button(self.tr("Later"))
        self.later.clicked.connect(self.reject)
        self.keep = button(self.tr("Keep"), kind="primary")
        self.keep.clicked.connect(self.accept)
        self.add_button(self.later)
        self.add_button(self.keep, default=True)
        self.field.textChanged.connect(self._show_state)
        self._show_state()
        self.field.setFocus()

    @property
    def name(self) -> str:
        """What was entered."""
        return self.field.text().strip()

    def _usual(self) -> QGridLayout:
        """Usual functions, taken by a click or Alt and their number."""
        grid = QGridLayout()
        grid.setSpacing(theme().px(6))
        self.usual: list[FilterChip] = []
        # Functions of Permendagri 84/2015 and 20/2018: names in the law's language in both.
        for number, words in enumerate(
            ("Kaur Keuangan", "Kaur Perencanaan", "Sekretaris Desa", "Operator"), 1
        ):
            chip = FilterChip(f"{number}  {words}")
            chip.setCheckable(False)
            chip.setAccessibleName(words)
            chip.clicked.connect(lambda _checked=False, words=words: self._take(words))
            QShortcut(QKeySequence(f"Alt+{number}"), self, lambda words=words: self._take(words))
            self.usual.append(chip)
            grid.addWidget(chip, (number - 1) // 2, (number - 1) % 2)
        return grid

    def _take(self, words: str) -> None:
        self.field.setText(words)
        self.field.setFocus()

    def _show_state(self) -> None:
        self.keep.setEnabled(bool(self.name))

    def accept(self) -> None:
        """Keep the name, unless it holds a NIK or KK (S25)."""
        reason = personal_reason(self.name)
        self.warning.setText(reason)
        self.warning.setVisible(bool(reason))
        if not reason and self.name:
            super().accept()
