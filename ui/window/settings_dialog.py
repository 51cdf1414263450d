"""Settings: how the window looks, where files go, on what paper, and who works here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QLineEdit, QWidget

from ui.kit.controls import button, label, row
from ui.kit.dialog import BaseDialog
from ui.kit.help_topics import set_topic
from ui.kit.papers import PAPERS
from ui.kit.path_field import PathField
from ui.support.i18n import LANGUAGES
from ui.support.person_numbers import personal_reason
from ui.support.settings import DEFAULTS, Settings
from ui.support.theme import FACTORS, Theme, theme
from ui.window.settings_preview import SettingsPreview


class SettingsDialog(BaseDialog):
    """Shows the look that is chosen; all is put into the settings when accepted."""

    topic = "setelan"

    def __init__(self, settings: Settings, parent: QWidget | None = None, *, backups: bool = False) -> None:
        super().__init__(self.tr("Settings"), parent, width=560)
        self._settings = settings
        self._make_fields(settings)
        self.preview = SettingsPreview(self.tr("Preview of the look"))
        self.warning = label("", role="small", token="bad", wrap=True)
        self.warning.hide()
        look, files = self._form(), self._form()
        self._row(look, self.tr("&Language"), self.language, "bahasa")
        self._row(look, self.tr("&Theme"), self.theme, "tema")
        self._row(look, self.tr("&Font size"), self.factor, "huruf")
        self._folder_row(files, self.tr("Folder for &plans"), self.plans_folder, "folder-rencana")
        self._folder_row(files, self.tr("Folder for &exports"), self.export_folder, "folder-ekspor")
        self._row(files, self.tr("P&aper"), self.paper, "kertas")
        self._row(files, self.tr("&Your function"), self.author, "nama")
        self.files = files
        self.body.addLayout(look)
        self.body.addWidget(self.preview)
        self.body.addSpacing(theme().px(6))
        self.body.addLayout(files)
        self.body.addWidget(self.warning)
        self.body.addStretch(1)
        self.backups_wanted = False
        self._make_buttons(backups=backups)
        for box in (self.language, self.theme, self.factor):
            box.currentIndexChanged.connect(self._show_look)
        self._show_look()
        self.language.setFocus()

    def _make_fields(self, settings: Settings) -> None:
        themes = {
            "light": self.tr("Light"), "dark": self.tr("Dark"), "contrast": self.tr("High contrast"),
        }  # fmt: skip
        self.language = self._choice(LANGUAGES, settings.language)
        self.theme = self._choice(themes, settings.theme)
        self.factor = self._choice({str(f): f"{round(f * 100)} %" for f in FACTORS}, str(settings.factor))
        self.plans_folder = self._folder(settings.plans_folder, self.tr("the Documents folder"))
        self.export_folder = self._folder(settings.folder, self.tr("beside the plan file"))
        self.paper = self._choice(dict(PAPERS), settings.paper)
        self.author = self._line(settings.author, self.tr("for example Kaur Keuangan"))

    def _make_buttons(self, *, backups: bool) -> None:
        if backups:
            self.backups = button(self.tr("Backups…"), kind="quiet")
            self.backups.clicked.connect(self._want_backups)
            self.add_button(self.backups)
        self.defaults = button(self.tr("Restore defaults"), kind="quiet")
        self.defaults.clicked.connect(self.restore_defaults)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        apply = button(self.tr("Apply"), kind="primary")
        apply.clicked.connect(self.accept)
        for made in (self.defaults, cancel, apply):
            self.add_button(made)
        apply.setDefault(True)

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(theme().px(16))
        form.setVerticalSpacing(theme().px(8))
        return form

    def _row(self, form: QFormLayout, text: str, field: QWidget, topic: str) -> None:
        words = label(text)
        words.setMinimumWidth(theme().px(130))
        words.setBuddy(field)
        form.addRow(words, field)
        field.setAccessibleName(text.replace("&", ""))
        set_topic(field, f"setelan.{topic}")

    def _folder_row(self, form: QFormLayout, text: str, field: QLineEdit, topic: str) -> None:
        words = label(text)
        words.setMinimumWidth(theme().px(130))
        words.setBuddy(field)
        name = text.replace("&", "")
        choose = button("…", name=f"{self.tr('Choose')}: {name}")
        choose.setFixedWidth(theme().px(40))
        choose.clicked.connect(lambda: self._choose(field, name))
        line = row(gap=6)
        line.addWidget(field, 1)
        line.addWidget(choose)
        form.addRow(words, line)
        field.setAccessibleName(name)
        for widget in (field, choose):
            set_topic(widget, f"setelan.{topic}")

    def _choice(self, texts: dict[str, str], current: str) -> QComboBox:
        made = QComboBox()
        made.setFont(theme().font("body"))
        for value, text in texts.items():
            made.addItem(text, value)
        made.setCurrentIndex(max(made.findData(current), 0))
        return made

    def _line(self, text: str, hint: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setFont(theme().font("body"))
        made.setPlaceholderText(hint)
        made.setCursorPosition(0)
        return made

    def _folder(self, text: str, hint: str) -> PathField:
        made = PathField()
        made.setText(text)
        made.setPlaceholderText(hint)
        return made

    def _choose(self, field: QLineEdit, name: str) -> None:
        chosen = QFileDialog.getExistingDirectory(self, name, field.text())
        if chosen:
            field.setText(chosen)

    def _show_look(self) -> None:
        chosen = Theme(self.theme.currentData(), float(self.factor.currentData()))
        self.preview.show_look(chosen, self.language.currentData())

    def restore_defaults(self) -> None:
        """Put everything but the user's function back to what it was at first; `accept` keeps it."""
        for box, name in (
            (self.language, "language"), (self.theme, "theme"), (self.factor, "factor"),
            (self.paper, "paper"),
        ):  # fmt: skip
            box.setCurrentIndex(box.findData(DEFAULTS[name]))
        self.plans_folder.clear()
        self.export_folder.clear()

    def _want_backups(self) -> None:
        self.backups_wanted = True
        self.reject()

    def _problem(self) -> tuple[str, QLineEdit | None]:
        if reason := personal_reason(self.author.text()):
            return reason, self.author
        for field in (self.plans_folder, self.export_folder):
            text = field.text().strip()
            if text and not Path(text).expanduser().is_dir():
                return self.tr("This folder does not exist. Choose another one, or leave it empty."), field
        return "", None

    def accept(self) -> None:
        """Put the choices into the settings; what can't be taken is said beside them."""
        reason, wrong = self._problem()
        for field in (self.author, self.plans_folder, self.export_folder):
            field.setProperty("wrong", "true" if field is wrong else "false")
            field.style().polish(field)
        self.warning.setText(reason)
        self.warning.setVisible(bool(reason))
        if wrong is not None:
            wrong.setFocus()
            return
        kept = self._settings
        kept.language = self.language.currentData()
        kept.theme = self.theme.currentData()
        kept.factor = float(self.factor.currentData())
        kept.plans_folder = self.plans_folder.text().strip()
        kept.folder = self.export_folder.text().strip()
        kept.paper = self.paper.currentData()
        kept.author = self.author.text().strip()
        super().accept()
