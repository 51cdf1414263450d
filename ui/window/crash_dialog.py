"""The crash window: what happened, that the plan is safe, and a report to copy or save."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from ui.kit.controls import button, label
from ui.kit.dialog import BaseDialog
from ui.support.theme import theme


class CrashDialog(BaseDialog):
    """Shown once for each crash; nothing is sent."""

    topic = "langkah.galat"

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The program made a mistake"), parent, width=600)
        self._report = report
        for text in (
            self.tr("Every cell you left is saved. You can go on working."),
            self.tr(
                "Save this report and hand it to whoever looks after the program. It holds no plan data."
            ),
        ):
            self.body.addWidget(label(text, wrap=True))
        self._text = QPlainTextEdit(report)
        self._text.setReadOnly(True)
        self._text.setFont(theme().font("small"))
        self._text.setAccessibleName(self.tr("Report"))
        self._text.setMinimumHeight(theme().px(140))
        self.body.addWidget(self._text)
        self._said = label("", role="small", token="ink2", wrap=True)
        self.body.addWidget(self._said)
        copy = button(self.tr("Copy the report"), icon="salin")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        save = button(self.tr("Save the report…"), icon="ekspor")
        save.clicked.connect(self._save)
        go_on = button(self.tr("Go on"), kind="primary")
        go_on.clicked.connect(self.accept)
        self.add_button(copy)
        self.add_button(save)
        self.add_button(go_on, default=True)

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the report"), "laporan-galat.txt", "*.txt"
        )
        if not chosen:
            return
        try:
            Path(chosen).write_text(self._report, encoding="utf-8")
        except OSError:
            self._said.setText(self.tr("It could not be written there. Choose another place, or copy it."))
        else:
            self._said.setText(self.tr("The report is saved."))
