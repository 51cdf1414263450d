"""The head over the rows of a price list: each column has a box that says what it holds, and its heading."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView

from ui.intake.naming_box import NamingBox, column_caption
from ui.intake.paste_head import column_letter
from ui.intake.price_rows_model import NUMBER, PriceRowsModel
from ui.support.theme import theme
from village_budget.exchange.prices.price_columns import PriceField


def _tr(text: str) -> str:
    return QCoreApplication.translate("PriceImportDialog", text)


def price_field_names() -> dict[PriceField, str]:
    """What a column can hold, in the order offered."""
    return {
        PriceField.SKIP: _tr("Leave out"), PriceField.NAME: _tr("Item"),
        PriceField.SPECIFICATION: _tr("Specification"), PriceField.UNIT: _tr("Unit"),
        PriceField.PRICE: _tr("Price"), PriceField.CODE: _tr("Code"), PriceField.ACCOUNTS: _tr("Accounts"),
        PriceField.GROUP: _tr("Group"), PriceField.KIND: _tr("Kind"), PriceField.REGION: _tr("Region"),
    }  # fmt: skip


class PriceHead(QHeaderView):
    """A header as high as its boxes; tells when one names its column otherwise."""

    named = Signal(object, object)
    """Column of the file, and the `PriceField` it holds."""

    def __init__(self, model: PriceRowsModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.boxes: list[QComboBox] = []
        self._columns: list[int] = []
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme().px(30))
        self.sectionResized.connect(lambda *_: self.arrange())
        parent.horizontalScrollBar().valueChanged.connect(lambda _: self.arrange())

    def sizeHint(self) -> QSize:
        """Boxes and headings."""
        return QSize(super().sizeHint().width(), theme().px(64))

    def follow(self) -> None:
        """Let the boxes say what the columns hold; other columns get boxes of their own."""
        columns = self._model.columns
        if columns != self._columns:
            self._columns = list(columns)
            for box in self.boxes:
                box.hide()
                box.deleteLater()
            self.boxes = [self._box(place) for place in columns]
            for box in self.boxes:
                box.show()
        # The others keep the keyboard: one of them has just been used.
        fields = list(price_field_names())
        for box, place in zip(self.boxes, columns, strict=True):
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            box.setCurrentIndex(fields.index(self._model.prices.layout.fields[place]))
            box.blockSignals(False)  # noqa: FBT003 - Qt's signature
        self.arrange()

    def arrange(self) -> None:
        """Let each box stand over its column."""
        px = theme().px
        for number, box in enumerate(self.boxes, start=1):
            if number < self.count():
                left = self.sectionViewportPosition(number) + px(3)
                box.setGeometry(left, px(5), max(self.sectionSize(number) - px(6), 10), px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The boxes follow."""
        super().resizeEvent(event)
        self.arrange()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Letter and heading of the column, at the edge its cells stand at."""
        painter.save()
        try:
            look = theme()
            painter.fillRect(rect, look.color("surface"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line2"))
            painter.setFont(look.font("small"))
            painter.setPen(look.color("ink3"))
            box = rect.adjusted(look.px(8), look.px(36), -look.px(8), 0)
            right = section == NUMBER or self._model.field(section) is PriceField.PRICE
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            text = self._words(section, QFontMetrics(look.font("small")), box.width())
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        finally:
            painter.restore()

    def _words(self, section: int, metrics: QFontMetrics, width: int) -> str:
        if section == NUMBER:
            return _tr("No")
        if self._model.is_result(section):
            return _tr("Result")
        place = self._model.columns[section - 1]
        return column_caption(column_letter(place), self._heading(place), metrics, width)

    def _heading(self, place: int) -> str:
        return self._model.prices.layout.headings[place]

    def _box(self, place: int) -> QComboBox:
        names = price_field_names()
        fields = list(names)
        box = NamingBox(names.values(), self.viewport())
        words = _tr("Column {letter}: {name}")
        box.setAccessibleName(
            words.format(letter=column_letter(place), name=self._heading(place)).strip(" :")
        )
        box.currentIndexChanged.connect(lambda number: self.named.emit(place, fields[number]))
        return box
