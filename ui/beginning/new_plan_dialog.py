"""A new plan: village (of Banyuwangi by type-ahead, any other by hand), year and place of the file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCompleter, QFileDialog, QFormLayout, QLineEdit, QWidget

from ui.kit.controls import button, label, row
from ui.kit.dialog import BaseDialog
from ui.kit.help_topics import set_topic
from ui.kit.year_field import YearField
from ui.support.person_numbers import personal_reason
from ui.support.theme import theme
from village_budget import paths
from village_budget.chart.villages import KnownVillage, known_villages
from village_budget.domain.village import Village

YEARS = (2019, 2045)
"""First and last fiscal year that a new plan may have."""

_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}\.\d{4}")


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What was chosen."""

    village: Village
    fiscal_year: int
    path: Path


class NewPlanDialog(BaseDialog):
    """Asks for what a new plan file needs; everything by keyboard."""

    topic = "langkah.rencana-baru"

    def __init__(self, parent: QWidget | None = None, *, folder: Path | None = None) -> None:
        super().__init__(self.tr("New plan"), parent, width=560)
        self._folder = folder or paths.documents_dir()
        self._path_touched = False
        self._filled: KnownVillage | None = None
        self.village = self._field(self.tr("Type the village's name"))
        self.code = self._field("35.10.01.2001")
        self.district = self._field("")
        self.regency = self._field("")
        self.province = self._field("")
        next_year = date.today().year + 1  # noqa: DTZ011 - the user's own calendar
        self.year = YearField(*YEARS, next_year)
        self.path = self._field("")
        self.warning = label("", role="small", token="bad", wrap=True)
        self._complete()
        self._lay_out()
        self.village.textChanged.connect(self._propose_path)
        self.year.year_changed.connect(lambda _: self._propose_path())
        self.path.textEdited.connect(self._keep_path)
        self._propose_path()
        self.village.setFocus()

    def _field(self, placeholder: str) -> QLineEdit:
        made = QLineEdit()
        made.setFont(theme().font("body"))
        made.setPlaceholderText(placeholder)
        return made

    def _complete(self) -> None:
        self._known = {f"{v.name} · {v.district} · {v.code}": v for v in known_villages()}
        completer = QCompleter(list(self._known), self)
        popup = completer.popup()
        if popup is not None:
            popup.setProperty("kind", "popup")
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take_known)
        self.village.setCompleter(completer)
        self.village.textEdited.connect(self._take_typed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(theme().px(16))
        form.setVerticalSpacing(theme().px(8))
        choose = button(self.tr("Choose…"), kind="secondary", icon="folder")
        choose.clicked.connect(self._choose)
        place = row(gap=8)
        place.addWidget(self.path, 1)
        place.addWidget(choose)
        topics = {self.code: "rencana.kode", self.year: "rencana.tahun", self.path: "rencana.tempat"}
        for text, field in (
            (self.tr("&Village"), self.village), (self.tr("Village &code"), self.code),
            (self.tr("&District"), self.district), (self.tr("&Regency"), self.regency),
            (self.tr("&Province"), self.province), (self.tr("Fiscal &year"), self.year),
        ):  # fmt: skip
            form.addRow(text, field)
            set_topic(field, topics.get(field, "rencana.desa"))
            field.setAccessibleName(text.replace("&", ""))
        # A row that holds a layout gets no buddy by itself, and its mnemonic would stay a plain "&".
        where = label(self.tr("Save &in"))
        where.setBuddy(self.path)
        form.addRow(where, place)
        self.path.setAccessibleName(self.tr("Save in"))
        set_topic(self.path, topics[self.path])
        self.body.addLayout(form)
        self.body.addWidget(self.warning)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.create_button = button(self.tr("Create the plan"), kind="primary")
        self.create_button.clicked.connect(self._accept)
        self.add_button(cancel)
        self.add_button(self.create_button)
        self.create_button.setDefault(True)

    def _take_known(self, text: str) -> None:
        known = self._known.get(text)
        if known is not None:
            self._fill(known)

    def _take_typed(self, typed: str) -> None:
        """A name typed in full is as good as one picked, when only one village bears it."""
        same = [v for v in self._known.values() if v.name.casefold() == typed.strip().casefold()]
        if len(same) == 1:
            self._fill(same[0])
        elif self._filled is not None:
            self._clear_filled()

    def _clear_filled(self) -> None:
        """Take back what a picked village filled in, once its name is changed; typed words stay."""
        known, self._filled = self._filled, None
        assert known is not None
        pairs = ((self.code, known.code), (self.district, known.district))
        for field, text in (*pairs, (self.regency, known.regency), (self.province, known.province)):
            if field.text() == text:
                field.clear()

    def _fill(self, known: KnownVillage) -> None:
        self._filled = known
        if self.village.text().strip().casefold() != known.name.casefold():
            # The completer writes its own text after this slot.
            QTimer.singleShot(0, lambda: self.village.setText(known.name))
        self.code.setText(known.code)
        self.district.setText(known.district)
        self.regency.setText(known.regency)
        self.province.setText(known.province)
        self._propose_path()

    def _propose_path(self) -> None:
        if self._path_touched:
            return
        name = re.sub(r"[^\w-]+", "-", self.village.text().split(" · ")[0].strip().casefold()).strip("-")
        stem = f"{name}-{self.year.value()}" if name else ""
        self.path.setText(str(self._folder / f"{stem}.apbdes") if stem else "")

    def _keep_path(self) -> None:
        self._path_touched = True

    def _choose(self) -> None:
        start = self.path.text() or str(self._folder)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the plan in"), start, "*.apbdes")
        if chosen:
            self._path_touched = True
            self.path.setText(chosen if chosen.endswith(".apbdes") else f"{chosen}.apbdes")

    def problem(self) -> tuple[str, QLineEdit | None]:
        """What is missing, and where; empty when all is well."""
        if not self.village.text().strip():
            return self.tr("Type the village's name."), self.village
        if not _CODE.fullmatch(self.code.text().strip()):
            return self.tr("A village code looks like 35.10.01.2001."), self.code
        if not self.year.is_complete():
            return self.tr("A fiscal year lies between {first} and {last}.").format(
                first=YEARS[0], last=YEARS[1]
            ), self.year
        if not self.path.text().strip():
            return self.tr("Choose where to save the plan."), self.path
        if Path(self.path.text().strip()).exists():
            return self.tr("There is a file of this name already. Choose another name."), self.path
        return "", None

    def _personal(self) -> tuple[str, QLineEdit | None]:
        """The first text that names a person by number, and where (S25)."""
        fields = (self.village, self.district, self.regency, self.province, self.path)
        return next(((why, one) for one in fields if (why := personal_reason(one.text()))), ("", None))

    def _accept(self) -> None:
        text, field = self.problem()
        if field is None:
            text, field = self._personal()
        self.warning.setText(text)
        every = (self.village, self.code, self.district, self.regency, self.province, self.year, self.path)
        for one in every:
            one.setProperty("wrong", "true" if one is field else "false")
            one.style().polish(one)
        if field is not None:
            field.setFocus()
            return
        self.accept()

    def chosen(self) -> NewPlan:
        """What was filled in."""
        village = Village(
            name=self.village.text().split(" · ")[0].strip(), code=self.code.text().strip(),
            district=self.district.text().strip(), regency=self.regency.text().strip(),
            province=self.province.text().strip(),
        )  # fmt: skip
        path = self.path.text().strip()
        return NewPlan(
            village, self.year.value(), Path(path if path.endswith(".apbdes") else f"{path}.apbdes")
        )

    @classmethod
    def ask(cls, parent: QWidget | None = None, *, folder: Path | None = None) -> NewPlan | None:
        """What was chosen; None when cancelled."""
        dialog = cls(parent, folder=folder)
        return dialog.chosen() if dialog.answer() else None
