"""The sheets of a workbook: ticked ones are taken; beside each what it seems to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QWidget

from ui.kit.check_box import CheckBox
from ui.kit.controls import (
    Hairline,
    column,
    label,
    set_ground,
)
from ui.support.i18n import language
from ui.support.messages import sentence
from ui.support.theme import theme
from village_budget.chart.chart import Chart
from village_budget.exchange.lines.imported_sheet import ImportedSheet


class SheetList(QWidget):
    """One row a sheet; recaps and sheets without a table can be seen and not ticked."""

    chosen = Signal()
    """Another sheet is ticked, or no longer."""

    def __init__(self, sheets: Sequence[ImportedSheet], chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[CheckBox] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(20))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(3, 1)
        for column_number, words in enumerate(
            (self.tr("Sheet"), self.tr("Seems to be"), self.tr("Rows"), self.tr("Activity"))
        ):
            self._grid.addWidget(label(words, role="small", token="ink3"), 0, column_number)
        for number, sheet in enumerate(sheets):
            self._add(number, sheet, chart)
        inner = QWidget()
        set_ground(inner, "surface")
        whole = column(gap=0)
        whole.addLayout(self._grid)
        whole.addStretch(1)
        inner.setLayout(whole)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        outer = column(gap=0)
        outer.addWidget(scroll)
        self.setLayout(outer)

    def _add(self, number: int, sheet: ImportedSheet, chart: Chart) -> None:
        place = number * 2 + 1
        self._grid.addWidget(Hairline(), place, 0, 1, 4)
        box = CheckBox(sheet.name)
        kind = sentence(f"sheet-{sheet.kind}", language())
        if sheet.hidden:
            kind = self.tr("{kind}, hidden in Excel").format(kind=kind)
        box.setAccessibleName(self.tr("{name}: {kind}, {count} rows").format(
            name=sheet.name, kind=kind, count=sheet.likely
        ))  # fmt: skip
        box.setChecked(sheet.chosen)
        box.setEnabled(sheet.is_usable)
        box.toggled.connect(lambda on, sheet=sheet: self._toggle(sheet, on))
        box.setMinimumHeight(theme().px(34))
        self.boxes.append(box)
        token = "ink" if sheet.is_usable else "ink3"
        self._grid.addWidget(box, place + 1, 0)
        self._grid.addWidget(label(kind, token=token), place + 1, 1)
        count = label(str(sheet.likely) if sheet.is_usable else "", token=token)
        count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(count, place + 1, 2)
        about = label(self._activity(sheet, chart), token="ink2", wrap=True)
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(about, place + 1, 3)

    def _activity(self, sheet: ImportedSheet, chart: Chart) -> str:
        if not sheet.is_usable:
            return ""
        if sheet.is_whole:
            return self.tr("by the codes in the sheet")
        code = sheet.facts.activity
        if not code:
            return self.tr("to be chosen in the next step")
        name = f"{code} {chart.activity_name(code)}"
        return self.tr("{name} (by its name)").format(name=name) if sheet.facts.by_name else name

    def _toggle(self, sheet: ImportedSheet, on: bool) -> None:
        sheet.chosen = on
        self.chosen.emit()
