"""Settings: language, theme and font size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from ui.dialogs.base import BaseDialog
from ui.support.help_topics import set_topic
from ui.support.i18n import LANGUAGES
from ui.support.settings import Settings
from ui.support.theme import FACTORS, theme
from ui.widgets.controls import button


class SettingsDialog(BaseDialog):
    """Changes are put into the settings when accepted."""

    topic = "setelan"

    def __init__(self, settings: Settings, parent: QWidget | None = None, *, backups: bool = False) -> None:
        super().__init__(self.tr("Settings"), parent)
        self._settings = settings
        themes = {
            "light": self.tr("Light"), "dark": self.tr("Dark"), "contrast": self.tr("High contrast"),
        }  # fmt: skip
        self.language = self._choice(LANGUAGES, settings.language)
        self.theme = self._choice(themes, settings.theme)
        self.factor = self._choice({str(f): f"{round(f * 100)} %" for f in FACTORS}, str(settings.factor))
        self.author = QLineEdit(settings.author)
        self.author.setFont(theme().font("body"))
        self.author.setPlaceholderText(self.tr("for example Kaur Keuangan"))
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(theme().px(16))
        form.setVerticalSpacing(theme().px(10))
        topics = {
            self.language: "setelan.bahasa", self.theme: "setelan.tema", self.factor: "setelan.huruf",
            self.author: "setelan.nama",
        }  # fmt: skip
        for text, field in (
            (self.tr("&Language"), self.language), (self.tr("&Theme"), self.theme),
            (self.tr("&Font size"), self.factor), (self.tr("&Your function"), self.author),
        ):  # fmt: skip
            form.addRow(text, field)
            set_topic(field, topics[field])
            field.setAccessibleName(text.replace("&", ""))
        self.body.addLayout(form)
        self.backups_wanted = False
        if backups:
            self.backups = button(self.tr("Backups…"))
            self.backups.clicked.connect(self._want_backups)
            self.add_button(self.backups)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        apply = button(self.tr("Apply"), kind="primary")
        apply.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(apply)
        apply.setDefault(True)

    def _choice(self, texts: dict[str, str], current: str) -> QComboBox:
        made = QComboBox()
        made.setFont(theme().font("body"))
        for value, text in texts.items():
            made.addItem(text, value)
        made.setCurrentIndex(max(made.findData(current), 0))
        return made

    def _want_backups(self) -> None:
        self.backups_wanted = True
        self.reject()

    def accept(self) -> None:
        """Put the choices into the settings."""
        self._settings.language = self.language.currentData()
        self._settings.theme = self.theme.currentData()
        self._settings.factor = float(self.factor.currentData())
        self._settings.author = self.author.text().strip()
        super().accept()
