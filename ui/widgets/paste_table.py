"""The table of pasted rows: walked and mended by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.item_models.pasted_rows_model import NUMBER, PastedRowsModel
from ui.support.theme import theme
from ui.widgets.paste_cells import ROW_HEIGHT, PasteCells
from ui.widgets.paste_head import PasteHead
from village_budget.exchange.pasted_fields import Field

_WIDTHS = {
    Field.VOLUME: 86, Field.UNIT: 82, Field.PRICE: 122, Field.AMOUNT: 100, Field.FUND: 74,
    Field.ACCOUNT: 92, Field.ACTIVITY: 92, Field.SKIP: 78,
}  # fmt: skip
_NUMBER_WIDTH = 40
_NARROWEST = {"words": 140, "result": 262}
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
        self.setMinimumHeight(theme().px(64 + 3 * ROW_HEIGHT))
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.head.arrange())

    def fit(self) -> None:
        """Give the columns their widths: words and result share what the figures leave."""
        px = theme().px
        fields = [self._model.field(column) for column in range(self._model.columnCount())]
        last = len(fields) - 1
        wordy = [column for column in range(1, last) if fields[column] is Field.DESCRIPTION]
        for column in range(last):
            if column not in wordy:
                self.setColumnWidth(
                    column, px(_NUMBER_WIDTH if column == NUMBER else _WIDTHS[fields[column]])
                )
        used = sum(self.columnWidth(column) for column in range(last) if column not in wordy)
        room = self.viewport().width() - used
        result = max(px(_NARROWEST["result"]), room * 3 // 5 if wordy else room)
        for column in wordy:
            self.setColumnWidth(column, max(px(_NARROWEST["words"]), room - result))
        self.setColumnWidth(last, result)
        self.head.arrange()

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
