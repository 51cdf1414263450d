"""The head over pasted rows: for each column a box that says what it holds, below it letter and heading."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QTableView

from ui.intake.naming_box import NamingBox, column_caption
from ui.intake.pasted_rows_model import NUMBER, PastedRowsModel
from ui.support.theme import theme
from village_budget.exchange.lines.pasted_fields import NUMBERS, Field

_TIGHT = 1.75


def _tr(text: str) -> str:
    return QCoreApplication.translate("PasteHead", text)


def field_names() -> dict[Field, str]:
    """What a column can hold, in the order offered."""
    return {
        Field.SKIP: _tr("Leave out"), Field.DESCRIPTION: _tr("Description"), Field.VOLUME: _tr("Volume"),
        Field.UNIT: _tr("Unit"), Field.PRICE: _tr("Unit price"), Field.AMOUNT: _tr("Amount"),
        Field.FUND: _tr("Fund"), Field.ACCOUNT: _tr("Account"), Field.ACTIVITY: _tr("Activity"),
        Field.SWADAYA: _tr("Swadaya"), Field.TAGS: _tr("Tags"), Field.FACTORS: _tr("Factors"),
    }  # fmt: skip


def column_letter(place: int) -> str:
    """Letter of a column as a spreadsheet has it: A, B, .. Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def is_tight() -> bool:
    """Whether the font is so large that a small screen needs every line for the rows (200 %)."""
    return theme().factor >= _TIGHT


class PasteHead(QHeaderView):
    """A header as high as its boxes; tells when one names its column otherwise."""

    named = Signal(int, object)
    """Column of the block, and the `Field` it holds."""

    def __init__(self, model: PastedRowsModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.boxes: list[QComboBox] = []
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(theme().px(30))
        for place in model.columns:
            self.boxes.append(self._box(place))
        self.sectionResized.connect(lambda *_: self.arrange())
        self.show_fields()

    def help_topic(self) -> str:
        """What the boxes mean (U35)."""
        return "tempel.kolom"

    def sizeHint(self) -> QSize:
        """Boxes and letters."""
        return QSize(super().sizeHint().width(), theme().px(38 if is_tight() else 64))

    def show_fields(self) -> None:
        """Let the boxes say what the columns hold."""
        names = list(field_names())
        for box, place in zip(self.boxes, self._model.columns, strict=True):
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            box.setCurrentIndex(names.index(self._model.block.layout.fields[place]))
            box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def arrange(self) -> None:
        """Let each box stand over its column."""
        for number, box in enumerate(self.boxes, start=1):
            left = self.sectionViewportPosition(number) + theme().px(3)
            width = self.sectionSize(number) - theme().px(6)
            box.setGeometry(left, theme().px(5), max(width, 10), theme().px(28))
            box.setVisible(not self.isSectionHidden(number))

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
            if is_tight() and section != NUMBER:
                return
            painter.setFont(look.font("small"))
            painter.setPen(look.color("ink3"))
            box = rect.adjusted(look.px(8), look.px(0 if is_tight() else 36), -look.px(8), 0)
            right = section == NUMBER or self._model.field(section) in NUMBERS
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            text = self._words(section, QFontMetrics(look.font("small")), box.width())
            painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter), text)
        finally:
            painter.restore()

    def _words(self, section: int, metrics: QFontMetrics, width: int) -> str:
        if section == NUMBER:
            return self.tr("No")
        if self._model.is_result(section):
            return self.tr("Result")
        place = self._model.columns[section - 1]
        layout = self._model.block.layout
        if place >= len(layout.fields) - layout.added:
            return self.tr("read out") if layout.fields[place] is not Field.ACCOUNT else self.tr("proposed")
        return column_caption(column_letter(place), layout.headings[place], metrics, width)

    def _box(self, place: int) -> QComboBox:
        names = field_names()
        box = NamingBox(names.values(), self.viewport())
        box.setAccessibleName(self.tr("Column {letter}").format(letter=column_letter(place)))
        fields = list(names)
        box.currentIndexChanged.connect(lambda number: self.named.emit(place, fields[number]))
        return box
