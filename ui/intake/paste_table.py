"""The table of pasted rows: walked and mended by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.intake.paste_cells import ROW_HEIGHT, PasteCells
from ui.intake.paste_head import PasteHead
from ui.intake.pasted_rows_model import NUMBER, PastedRowsModel
from ui.support.theme import theme
from village_budget.exchange.lines.pasted_fields import NUMBERS, Field

_WIDTHS = {
    Field.VOLUME: 98, Field.UNIT: 94, Field.PRICE: 128, Field.AMOUNT: 104, Field.FUND: 82,
    Field.ACCOUNT: 110, Field.ACTIVITY: 110, Field.SKIP: 90, Field.SWADAYA: 106,
    Field.TAGS: 96, Field.FACTORS: 112,
}  # fmt: skip
_LEAST = {
    Field.VOLUME: 54, Field.UNIT: 54, Field.PRICE: 76, Field.AMOUNT: 84, Field.FUND: 56,
    Field.ACCOUNT: 74, Field.ACTIVITY: 74, Field.SKIP: 36, Field.SWADAYA: 44,
    Field.TAGS: 56, Field.FACTORS: 64,
}  # fmt: skip
_NUMBER_WIDTH = 34
_MEASURED = 200
"""Rows that are looked at for the width of a column of numbers."""
_ICON_WIDTH = 20
_NARROWEST = {"words": 108, "result": 262}
_REPAIRING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PasteTable(QTableView):
    """Rows of a pasted block with their results."""

    def __init__(self, model: PastedRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.head = PasteHead(model, self)
        self._cells = PasteCells(model, self)
        self.setModel(model)
        self.setHorizontalHeader(self.head)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(self.tr("Pasted rows"))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme().px(ROW_HEIGHT))
        rows.setDefaultSectionSize(theme().px(ROW_HEIGHT))
        self.setMinimumHeight(self.head.sizeHint().height() + theme().px(3 * ROW_HEIGHT))
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.head.arrange())

    def fit(self) -> None:
        """Give the columns their widths: all in sight, the result beside them where there is room for it.

        Without room the result's icon stands beside the row's number, its words and repairs below the table.
        """
        px = theme().px
        fields = [self._model.field(column) for column in range(self._model.columnCount())]
        last = len(fields) - 1
        wordy = [column for column in range(1, last) if fields[column] is Field.DESCRIPTION]
        others = [column for column in range(1, last) if column not in wordy]
        room = self.viewport().width() - px(_NUMBER_WIDTH)
        words = px(_NARROWEST["words"]) * len(wordy)
        needed = {column: self._least(column, fields[column]) for column in others}
        least = sum(needed.values())
        if least + words > room - px(_ICON_WIDTH):
            # Columns that are left out give their room first; they can be named again at a smaller font.
            least -= sum(needed[column] for column in others if fields[column] is Field.SKIP)
            hidden = [column for column in others if fields[column] is Field.SKIP]
            for column in others:
                if fields[column] is Field.SWADAYA:
                    # Not counted: cut with an ellipsis before anything that is.
                    least -= needed[column] - px(_LEAST[Field.SWADAYA])
                    needed[column] = px(_LEAST[Field.SWADAYA])
        else:
            hidden = []
        for column in others:
            self.setColumnHidden(column, column in hidden)
        others = [column for column in others if column not in hidden]
        wished = sum(px(_WIDTHS[fields[column]]) for column in others)
        with_result = least + words + px(_NARROWEST["result"]) <= room
        self._model.shows_result = with_result
        self.setColumnHidden(last, not with_result)
        if not with_result:
            room -= px(_ICON_WIDTH)
        free = room - words - (px(_NARROWEST["result"]) if with_result else 0)
        share = 1.0 if wished <= free else max(0.0, (free - least) / max(1, wished - least))
        self.setColumnWidth(NUMBER, px(_NUMBER_WIDTH) + (0 if with_result else px(_ICON_WIDTH)))
        used = 0
        for column in others:
            low, high = needed[column], px(_WIDTHS[fields[column]])
            self.setColumnWidth(column, int(low + max(high - low, 0) * share))
            used += self.columnWidth(column)
        left = room - used
        result = max(px(_NARROWEST["result"]), left * 3 // 5 if wordy else left) if with_result else 0
        for column in wordy:
            self.setColumnWidth(column, max(px(_NARROWEST["words"]), (left - result) // len(wordy)))
        if with_result:
            self.setColumnWidth(last, result)
        self.head.arrange()

    def _least(self, column: int, field: Field) -> int:
        """Least width of a column: an amount is never cut, a column that is left out may be."""
        least = theme().px(_LEAST[field])
        if field not in (*NUMBERS, Field.SWADAYA):
            return least
        metrics = QFontMetrics(theme().font("body"))
        numbers = [metrics.horizontalAdvance(text) for text in self._model.numbers(column, _MEASURED)]
        return max(least, max(numbers, default=0) + theme().px(16) + 1)

    def go_to_fault(self, row: int) -> None:
        """Put the cursor on the cell at fault of a row."""
        column = self._model.column_of(self._model.verdict(row).column)
        self.setCurrentIndex(self._model.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or the space bar on a result takes its first repair, Alt and a digit another one."""
        if self.state() == QAbstractItemView.State.EditingState:
            # The open editor's Enter comes by here when it has been heard already.
            event.accept()
            return
        index = self.currentIndex()
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = event.key() - Qt.Key.Key_1
        if held == Qt.KeyboardModifier.AltModifier and 0 <= number < 3 and index.isValid():
            self._model.repair(index.row(), number)
        elif event.key() in _REPAIRING and index.isValid() and not held:
            if self._model.is_result(index.column()):
                self._model.repair(index.row(), 0)
            else:
                self.edit(index)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a repair takes it."""
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        if index.isValid() and self._model.is_result(index.column()):
            verdict = self._model.verdict(index.row())
            boxes = self._cells.repair_boxes(self.visualRect(index), verdict)
            for number, box in enumerate(boxes):
                if box.contains(event.position().toPoint()):
                    self._model.repair(index.row(), number)
                    return

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width anew."""
        super().resizeEvent(event)
        self.fit()
