"""Draws the cells of pasted rows: state as ground, ring and icon; repairs as buttons in the result."""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.intake.pasted_rows_model import NUMBER, PastedRowsModel, verdict_words
from ui.support.formats import elide_words
from ui.support.icons import pixmap
from ui.support.theme import theme
from village_budget.exchange.lines.pasted_fields import NUMBERS, Field, is_number
from village_budget.exchange.lines.pasted_verdicts import RowVerdict, State

AnyIndex = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 29
_ICONS = {
    State.TAKEN: ("centang", "ok"), State.REFUSED: ("melanggar", "bad"),
    State.PASSED: ("dikecualikan", "ink3"),
}  # fmt: skip
_MOST_REPAIRS = 3
FUND_CODES = ("DDS", "ADD", "PAD", "PBH", "PBP", "PBK", "SWD", "DLL")
"""Fund sources that have colours."""


class PasteCells(QStyledItemDelegate):
    """Draws and edits the cells of one table of pasted rows."""

    def __init__(self, model: PastedRowsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """One line."""
        return QSize(0, theme().px(ROW_HEIGHT))

    def repair_boxes(self, rect: QRect, verdict: RowVerdict) -> list[QRect]:
        """Where the buttons of a refused row's repairs are, in its result cell."""
        look = theme()
        metrics = QFontMetrics(look.font("small", bold=True))
        widths = [metrics.horizontalAdvance(text) + look.px(16) for text in self._repairs(verdict)]
        words = QFontMetrics(look.font("body")).horizontalAdvance(verdict_words(verdict))
        free = rect.left() + look.px(8 + 20) + words + look.px(10)
        left = min(free, rect.right() - look.px(8) - sum(widths) - look.px(4) * max(len(widths) - 1, 0))
        boxes = []
        for width in widths:
            boxes.append(QRect(left, rect.top() + look.px(4), width, rect.height() - look.px(9)))
            left += width + look.px(4)
        return boxes

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a cell; whatever goes wrong, the painter is left as it was."""
        painter.save()
        try:
            self._paint(painter, option, index)
        except Exception:  # noqa: BLE001 - an exception that leaves a paint event ends the process
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QLineEdit:  # noqa: ARG002
        """A line edit that stands where the text stood."""
        editor = QLineEdit(parent)
        look = theme()
        editor.setFont(look.font("body"))
        editor.setStyleSheet(
            f"QLineEdit, QLineEdit:focus {{ min-height: 0; padding: 0 {look.px(4)}px;"
            f" border: 2px solid {look.color('accent').name()}; border-radius: {look.px(3)}px; }}"
        )
        if self._model.field(index.column()) in NUMBERS:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setAccessibleName(self.tr("Mend the cell"))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:  # noqa: ARG002 - Qt's signature
        """As large as the cell, without its hairline."""
        editor.setGeometry(QRect(option.rect).adjusted(0, 0, 0, -1))

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        look, rect = theme(), QRect(option.rect)
        verdict, field = self._model.verdict(index.row()), self._model.field(index.column())
        ground = {State.REFUSED: "badtint", State.PASSED: "sub"}.get(verdict.state, "surface")
        painter.fillRect(rect, look.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("line"))
        if self._model.is_result(index.column()):
            self._result(painter, rect, verdict)
        else:
            faulty = verdict.state is State.REFUSED and field is verdict.column and field is not Field.SKIP
            if faulty:
                self._ring(painter, rect, "bad", filled=True)
            self._text(painter, rect, index, verdict, bold=faulty)
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._ring(painter, rect, "accent", filled=False)

    def _text(
        self, painter: QPainter, rect: QRect, index: AnyIndex, verdict: RowVerdict, *, bold: bool
    ) -> None:
        look, field = theme(), self._model.field(index.column())
        text = str(index.data() or "")
        fund = verdict.line.fund if verdict.line is not None else text.upper()
        if field is Field.FUND and fund in FUND_CODES and not bold and verdict.state is not State.PASSED:
            self._chip(painter, rect, fund)
            return
        plain = verdict.state is State.PASSED or index.column() == NUMBER
        plain = plain or field in (Field.SKIP, Field.SWADAYA)
        font = look.font("small" if index.column() == NUMBER else "body", bold=bold)
        painter.setFont(font)
        painter.setPen(look.color("ink3" if plain else "ink"))
        box = rect.adjusted(look.px(8), 0, -look.px(8), -1)
        if index.column() == NUMBER and not self._model.shows_result:
            self._icon(painter, rect, verdict)
        right = index.column() == NUMBER or field in (*NUMBERS, Field.SWADAYA)
        right = right and (index.column() == NUMBER or is_number(text))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        if not right:
            text = elide_words(text, QFontMetrics(font), box.width())
        elif field is Field.SWADAYA:
            text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), text)

    @staticmethod
    def _icon(painter: QPainter, rect: QRect, verdict: RowVerdict) -> None:
        look = theme()
        name, token = _ICONS[verdict.state]
        side = look.px(14)
        picture = pixmap(name, look.color(token), side, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPoint(rect.left() + look.px(8), rect.center().y() - side // 2), picture)

    def _result(self, painter: QPainter, rect: QRect, verdict: RowVerdict) -> None:
        look = theme()
        self._icon(painter, rect, verdict)
        boxes = self.repair_boxes(rect, verdict)
        left = rect.left() + look.px(8 + 20)
        end = boxes[0].left() - look.px(6) if boxes else rect.right() - look.px(4)
        font = look.font("body")
        painter.setFont(font)
        painter.setPen(look.color("bad" if verdict.state is State.REFUSED else "ink2"))
        words = elide_words(verdict_words(verdict), QFontMetrics(font), end - left)
        box = QRect(left, rect.top(), end - left, rect.height() - 1)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.font("small", bold=True))
        for place, text in zip(boxes, self._repairs(verdict), strict=True):
            painter.setPen(QPen(look.color("bad"), 1))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), look.px(4), look.px(4))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    @staticmethod
    def _repairs(verdict: RowVerdict) -> list[str]:
        """Texts of the buttons; a long one is told by its beginning."""
        return [text if len(text) <= 14 else f"{text[:13]}…" for text in verdict.repairs[:_MOST_REPAIRS]]

    def _chip(self, painter: QPainter, rect: QRect, fund: str) -> None:
        look = theme()
        metrics = QFontMetrics(look.font("caption", bold=True))
        height = look.px(18)
        top = rect.top() + (rect.height() - 1 - height) // 2
        box = QRect(rect.left() + look.px(6), top, metrics.horizontalAdvance(fund) + look.px(12), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color(f"fund-{fund}-ground"))
        painter.drawRoundedRect(box, look.px(3), look.px(3))
        painter.setFont(look.font("caption", bold=True))
        painter.setPen(look.color(f"fund-{fund}-text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fund)

    def _ring(self, painter: QPainter, rect: QRect, token: str, *, filled: bool) -> None:
        look = theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look.color("surface") if filled else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.color(token), 3 if look.name == "contrast" else 2))
        box = QRectF(rect).adjusted(1, 1, -1, -2)
        painter.drawRoundedRect(box, look.px(3), look.px(3))
