"""The way of a workbook into the plan: its sheets, then the preview of those that are ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStackedWidget, QWidget

from ui.intake.paste_dialog import PreviewDialog
from ui.intake.paste_head import is_tight
from ui.intake.paste_preview import SLICE, PastePreview
from ui.intake.paste_words import compared_words, sum_words
from ui.intake.sheet_list import SheetList
from ui.kit.controls import (
    button,
    column,
    label,
    row,
    set_ink,
)
from ui.pickers.picker_entries import account_search, activity_search
from ui.support.i18n import language
from ui.support.messages import sentence
from village_budget.domain.lines import Part
from village_budget.exchange.lines.pasted_verdicts import State
from village_budget.exchange.lines.sheet_sums import compare, given

if TYPE_CHECKING:
    from collections.abc import Sequence

    from village_budget.chart.chart import Chart
    from village_budget.domain.plan import Plan
    from village_budget.exchange.lines.imported_sheet import ImportedSheet
    from village_budget.money import Sen


class ImportDialog(PreviewDialog):
    """Lists the sheets of a file; accepted, `chosen()` are the sheets whose lines are to be added."""

    topic = "langkah.impor"
    design_width = 1240

    def __init__(
        self,
        name: str,
        sheets: Sequence[ImportedSheet],
        chart: Chart,
        plan: Plan,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Import from Excel"), parent)
        self.sheets = sheets
        self._name = name
        self._chart = chart
        present = {activity.code for activity in plan.activities.values()}
        self._activities = activity_search(chart, present)
        self._accounts = account_search(chart, Part.SPENDING, ())
        self._previews: dict[int, PastePreview] = {}
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._judge_on)
        self.pages = QStackedWidget()
        self.list = SheetList(sheets, chart)
        self.list.chosen.connect(self._show_list)
        self.pages.addWidget(self._list_page())
        self.pages.addWidget(self._preview_page())
        self.body.addWidget(self.pages, 1)
        self.back = button(self.tr("Back to the sheets"))
        self.back.clicked.connect(self.show_list)
        self.next = button(self.tr("Look at the rows"), kind="primary")
        self.next.clicked.connect(self.show_rows)
        for made in (self.back, self.cancel, self.next, self.accept_button):
            self.add_button(made)
        usable = [sheet for sheet in sheets if sheet.is_usable]
        if len(usable) == 1:
            usable[0].chosen = True
            self.show_rows()
        else:
            self.show_list()

    def chosen(self) -> list[ImportedSheet]:
        """The sheets that are ticked."""
        return [sheet for sheet in self.sheets if sheet.chosen and sheet.is_usable]

    def previews(self) -> list[PastePreview]:
        """The sheets that were looked at and are ticked."""
        return [self._previews[id(sheet)] for sheet in self.chosen() if id(sheet) in self._previews]

    def show_list(self) -> None:
        """The sheets."""
        self._timer.stop()
        self.pages.setCurrentIndex(0)
        self._show_list()
        first = next((box for box in self.list.boxes if box.isEnabled()), None)
        (first or self.cancel).setFocus()

    def show_rows(self) -> None:
        """The rows of the sheets that are ticked."""
        chosen = self.chosen()
        self.tabs.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.tabs.clear()
        for sheet in chosen:
            self.tabs.addItem(sheet.name, sheet)
        self.tabs.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self._tab_row.setVisible(len(chosen) > 1)
        self.pages.setCurrentIndex(1)
        self.show_sheet(0)
        for sheet in chosen:
            self._preview(sheet)
        self._show_sums()
        self._timer.start(0)

    def show_sheet(self, number: int) -> None:
        """The rows of one of them."""
        chosen = self.chosen()
        if not 0 <= number < len(chosen):
            return
        preview = self._preview(chosen[number])
        self.tabs.setCurrentIndex(number)
        self.stack.setCurrentWidget(preview)
        sheet = chosen[number]
        words = self.tr("{kind} in {file}. Nothing has changed yet.")
        self._about.setText(words.format(kind=sentence(f"sheet-{sheet.kind}", language()), file=self._name))
        preview.table.fit()
        preview.table.setFocus()
        self._show_sums()

    @property
    def preview(self) -> PastePreview:
        """The rows that are shown."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, PastePreview)
        return shown

    def showEvent(self, event: QShowEvent) -> None:
        """The first refused row has the cursor."""
        super().showEvent(event)
        if self.pages.currentIndex() == 1:
            self.preview.table.fit()

    # Parts

    def _list_page(self) -> QWidget:
        page = QWidget()
        whole = column(gap=10)
        words = self.tr("{file}. Tick the sheets whose rows shall come into the plan.")
        whole.addWidget(label(words.format(file=self._name), token="ink2", wrap=True))
        whole.addWidget(self.list, 1)
        page.setLayout(whole)
        return page

    def _preview_page(self) -> QWidget:
        page = QWidget()
        self.tabs = QComboBox()
        self.tabs.setAccessibleName(self.tr("Sheet whose rows are shown"))
        self.tabs.currentIndexChanged.connect(self.show_sheet)
        self._about = label("", token="ink2", wrap=True)
        self._tab_row = QWidget()
        line = row(gap=8)
        line.addWidget(label(self.tr("Sheet"), role="small", token="ink2"))
        line.addWidget(self.tabs)
        line.addStretch(1)
        self._tab_row.setLayout(line)
        self.stack = QStackedWidget()
        whole = column(gap=6)
        for part in (self._about, self._tab_row):
            whole.addWidget(part)
        if is_tight():
            self._about.hide()
        whole.addWidget(self.stack, 1)
        page.setLayout(whole)
        return page

    def _preview(self, sheet: ImportedSheet) -> PastePreview:
        found = self._previews.get(id(sheet))
        if found is None:
            asked = self._activities if not sheet.is_whole else None
            found = PastePreview(sheet.block(), self._chart, self._accounts, asked)
            found.changed.connect(self._show_sums)
            self._previews[id(sheet)] = found
            self.stack.addWidget(found)
        return found

    # What is shown

    def _judge_on(self) -> None:
        """Sheets that are not in sight are judged too, a slice at a time."""
        waiting = next((sheet for sheet in self.chosen() if not sheet.block().done), None)
        if waiting is None:
            self._timer.stop()
            self._show_sums()
        elif self._previews.get(id(waiting)) is not self.stack.currentWidget():
            waiting.block().judge(SLICE)

    def _show_list(self) -> None:
        for made, on in ((self.next, True), (self.accept_button, False), (self.back, False)):
            made.setVisible(on)
        count = len(self.chosen())
        self.next.setEnabled(bool(count))
        self.next.setDefault(True)
        self.sum_label.setText(self.tr("{count} sheets ticked").format(count=count))
        self.compared.hide()

    def _show_sums(self) -> None:
        if self.pages.currentIndex() == 0:
            return
        several = sum(sheet.is_usable for sheet in self.sheets) > 1
        for made, on in ((self.next, False), (self.accept_button, True), (self.back, several)):
            made.setVisible(on)
        blocks = [sheet.block() for sheet in self.chosen()]
        totals: dict[str, Sen] = {}
        for block in blocks:
            for fund, amount in block.totals().items():
                totals[fund] = totals.get(fund, 0) + amount
        self.sum_label.setText(sum_words(totals, self._chart))
        shown = self.preview.block if self.stack.count() else None
        if shown is not None and shown.done:
            words, same = compared_words(compare(shown), given(shown))
            self.compared.setText(words)
            set_ink(self.compared, "ink2" if same else "warn")
            self.compared.setVisible(bool(words))
        count = sum(block.count(State.TAKEN) for block in blocks)
        self._show_accept(count, ready=all(block.done for block in blocks))
