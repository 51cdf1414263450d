"""Draws one row of the grid from tokens: band, selection, hairline, chevron, texts, chips and icons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.grid.model.cell_text import UNDECIDED
from ui.grid.model.nodes import (
    GROUPS,
    GridColumn,
    Node,
    NodeKind,
)
from ui.grid.model.row_marks import Mark
from ui.grid.model.row_states import RowState
from ui.grid.model.rows_model import RowTreeModel
from ui.grid.view.mark_painter import MarkPainter
from ui.support.formats import elide_words
from ui.support.icons import pixmap
from ui.support.theme import theme

STATE_ICONS = {
    RowState.BROKEN: ("melanggar", "bad"),
    RowState.WARNING: ("peringatan", "warn"),
    RowState.ADVICE: ("saran", "accent"),
    RowState.WAIVED: ("dikecualikan", "waive"),
}
"""Icon and colour token of each state; the word is in the tooltip and the panel."""

INDENT = 14
PADDING = 8
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(slots=True)
class RowLook:
    """What the view knows of a row when it is drawn.

    Attributes:
        spans: left edge and width of each column, by column.
        is_open: expanded.
        selected: belongs to the selection.
        current: column of the focused cell; None in all other rows.
        has_focus: whether the grid has the keyboard.
        read_only: nothing here can be changed.
        last: the row below is of a higher level, or there is none.
        handle: the line can be taken hold of here and dragged.
    """

    spans: dict[GridColumn, tuple[int, int]]
    is_open: bool = False
    selected: bool = False
    current: GridColumn | None = None
    has_focus: bool = False
    read_only: bool = False
    last: bool = False
    handle: bool = False


@dataclass(frozen=True, slots=True)
class _Ink:
    """Weight and colour token of a row's texts."""

    bold: bool
    token: str


@dataclass(frozen=True, slots=True)
class _Cell:
    """A text to draw in a column."""

    column: GridColumn
    text: str
    ink: _Ink


class RowPainter:
    """Draws rows of one model in the theme in force.

    Attributes:
        joined_unit: the window is narrow: the volume says its unit (``12 OB``), levels are indented by half.
    """

    def __init__(self, model: RowTreeModel) -> None:
        self._model = model
        self._theme = theme()
        self.joined_unit = False
        self._marks = MarkPainter(model.mark_word(Mark.UNREVIEWED))
        self._metrics: dict[tuple[str, bool], QFontMetrics] = {}
        self._elided: dict[tuple[str, bool, int], str] = {}

    def height(self, node: Node) -> int:
        """Height of a row by its level."""
        return self._theme.px({NodeKind.SECTOR: 32, NodeKind.SUBSECTOR: 29}.get(node.kind, 27))

    def name_left(self, node: Node) -> int:
        """Where a row's name begins, from the left edge of its column."""
        step = INDENT // 2 if self.joined_unit else INDENT
        if node.kind in (NodeKind.LINE, NodeKind.ADD_LINE):
            return self._theme.px(22 + step * (node.depth - 1) + 11)
        return self._theme.px(22 + step * node.depth)

    def chevron(self, node: Node, rect: QRect, left: int) -> QRect:
        """Where the sign that opens and closes a row is."""
        side = self._theme.px(14)
        x = left + self.name_left(node) - self._theme.px(18)
        return QRect(x, rect.top() + (rect.height() - side) // 2, side, side)

    def paint(self, painter: QPainter, rect: QRect, node: Node, look: RowLook) -> None:
        """Draw a row."""
        self._ground(painter, rect, node, look)
        self._state(painter, rect, node, look)
        self._texts(painter, rect, node, look)
        self._fund(painter, rect, node, look)
        self._ring(painter, rect, node, look)

    def _ground(self, painter: QPainter, rect: QRect, node: Node, look: RowLook) -> None:
        token = {NodeKind.SECTOR: "sector", NodeKind.SUBSECTOR: "sub"}.get(node.kind, "surface")
        if look.read_only and node.kind is NodeKind.LINE:
            token = "sub"
        painter.fillRect(rect, self._theme.color("tint" if look.selected else token))
        line = QColor(self._theme.color("line"))
        if node.kind in (NodeKind.LINE, NodeKind.ADD_LINE) and not look.last:
            line.setAlphaF(0.5)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)
        if look.selected:
            painter.fillRect(
                rect.left(), rect.top(), self._theme.px(3), rect.height(), self._theme.color("accent")
            )

    def _state(self, painter: QPainter, rect: QRect, node: Node, look: RowLook) -> None:
        state = self._model.states.shown(node.key, is_open=look.is_open)
        left, width = look.spans[GridColumn.STATE]
        if state is not RowState.FINE:
            name, token = STATE_ICONS[state]
            self._icon(painter, name, token, QRect(left, rect.top(), width, rect.height()))
        elif look.read_only and look.selected:
            self._icon(painter, "terkunci", "ink3", QRect(left, rect.top(), width, rect.height()))
        if look.handle:
            left, width = look.spans[GridColumn.CODE]
            side = self._theme.px(20)
            self._icon(painter, "geser", "ink3", QRect(left + width - side, rect.top(), side, rect.height()))

    def _icon(self, painter: QPainter, name: str, token: str, box: QRect, size: float = 14) -> None:
        side = self._theme.px(size)
        picture = pixmap(name, self._theme.color(token), side, painter.device().devicePixelRatioF())
        at = QPoint(box.left() + (box.width() - side) // 2, box.top() + (box.height() - side) // 2)
        painter.drawPixmap(at, picture)

    def _texts(self, painter: QPainter, rect: QRect, node: Node, look: RowLook) -> None:
        bold = node.kind in GROUPS or (node.kind is NodeKind.ACTIVITY and look.is_open)
        ink = _Ink(bold, self._ink(node, look))
        self._cell(painter, rect, look, _Cell(GridColumn.CODE, self._text(node, GridColumn.CODE), ink))
        self._name(painter, rect, node, look, ink)
        for column in (GridColumn.VOLUME, GridColumn.UNIT, GridColumn.PRICE, GridColumn.AMOUNT):
            text = self._text(node, column)
            if column is GridColumn.VOLUME and self.joined_unit:
                text = f"{text} {self._text(node, GridColumn.UNIT)}".strip()
            self._cell(painter, rect, look, _Cell(column, text, ink))

    def _ink(self, node: Node, look: RowLook) -> str:
        if node.kind in (NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT):
            return "ink3"
        if node.kind is NodeKind.ACCOUNT or (look.read_only and node.kind is NodeKind.LINE):
            return "ink2"
        return "ink"

    def _text(self, node: Node, column: GridColumn) -> str:
        return self._model.text(node, column)

    def _name(self, painter: QPainter, rect: QRect, node: Node, look: RowLook, ink: _Ink) -> None:
        left, width = look.spans[GridColumn.NAME]
        indent = self.name_left(node)
        if node.kind in (NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT):
            box = self.chevron(node, rect, left)
            self._icon(painter, "tambah", "ink3", box, 13)
        elif node.children:
            box = self.chevron(node, rect, left)
            self._icon(painter, "bawah" if look.is_open else "kanan", "ink2", box)
        room = width - indent - self._theme.px(PADDING)
        if not self._model.cells.text(node, GridColumn.VOLUME):
            # Nothing stands beside a summed row's name until its amount: it may run on.
            amount_left = look.spans[GridColumn.AMOUNT][0]
            room = amount_left - left - indent - self._theme.px(PADDING)
        marks = self._model.marks_of(node)
        words = room - self._marks.width(marks) if marks else room
        text = self._fitted(self._text(node, GridColumn.NAME), ink.bold, words)
        box = QRect(left + indent, rect.top(), room, rect.height() - 1)
        self._draw(painter, box, text, ink, _LEFT)
        if marks:
            used = self._metrics_of("body", bold=ink.bold).horizontalAdvance(text)
            self._marks.draw(painter, box, marks, box.left() + used)

    def _cell(self, painter: QPainter, rect: QRect, look: RowLook, cell: _Cell) -> None:
        column, text, ink = cell.column, cell.text, cell.ink
        left, width = look.spans[column]
        if not text or not width:
            return
        pad = self._theme.px(PADDING)
        box = QRect(left + pad, rect.top(), width - 2 * pad, rect.height() - 1)
        if column in (GridColumn.VOLUME, GridColumn.PRICE, GridColumn.AMOUNT):
            # A figure is never cut: it may use the padding and reach into an empty neighbour.
            box.setLeft(left - width)
            self._draw(painter, box, text, ink, _RIGHT)
            return
        if column is GridColumn.UNIT:
            # Up to the next column: usual units (Lembar, Batang) stay whole, prices seldom reach so far left.
            box.setRight(left + width - self._theme.px(2))
            text = self._fitted(text, ink.bold, box.width())
        else:
            box.setRight(left + width)
        self._draw(painter, box, text, ink, _LEFT)

    def _draw(self, painter: QPainter, box: QRect, text: str, ink: _Ink, align: Qt.AlignmentFlag) -> None:
        painter.setFont(self._theme.font("body", bold=ink.bold))
        painter.setPen(self._theme.color(ink.token))
        painter.drawText(box, int(align | Qt.TextFlag.TextSingleLine), text)

    def _fitted(self, text: str, bold: bool, room: int) -> str:
        found = self._elided.get((text, bold, room))
        if found is None:
            if len(self._elided) > 4000:
                self._elided.clear()
            found = elide_words(text, self._metrics_of("body", bold=bold), room)
            self._elided[text, bold, room] = found
        return found

    def _metrics_of(self, role: str, *, bold: bool) -> QFontMetrics:
        found = self._metrics.get((role, bold))
        if found is None:
            font: QFont = self._theme.font(role, bold=bold)
            found = self._metrics[role, bold] = QFontMetrics(font)
        return found

    def _fund(self, painter: QPainter, rect: QRect, node: Node, look: RowLook) -> None:
        text = self._text(node, GridColumn.FUND)
        if not text:
            return
        left, width = look.spans[GridColumn.FUND]
        pad = self._theme.px(PADDING)
        if node.kind is not NodeKind.LINE:
            box = QRect(left + pad, rect.top(), width - pad, rect.height() - 1)
            painter.setFont(self._theme.font("small"))
            painter.setPen(self._theme.color("ink2"))
            painter.drawText(box, int(_LEFT | Qt.TextFlag.TextSingleLine), text)
            return
        self._chip(painter, rect, left + pad, text, selected=look.selected)

    def _chip(self, painter: QPainter, rect: QRect, left: int, fund: str, *, selected: bool) -> None:
        px = self._theme.px
        known = fund if f"fund-{fund}" in _FUND_TOKENS else "DLL"
        metrics = self._metrics_of("caption", bold=True)
        height = px(18)
        box = QRect(
            left - px(6),
            rect.top() + (rect.height() - 1 - height) // 2,
            metrics.horizontalAdvance(fund) + 2 * px(6),
            height,
        )
        ground = "surface" if selected else f"fund-{known}-ground"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ground))
        painter.drawRoundedRect(box, px(3), px(3))
        if fund == UNDECIDED:
            painter.setPen(QPen(self._theme.color("line2"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3))
        painter.setFont(self._theme.font("caption", bold=True))
        painter.setPen(self._theme.color(f"fund-{known}-text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fund)

    def _ring(self, painter: QPainter, rect: QRect, node: Node, look: RowLook) -> None:
        if look.current is None:
            return
        left, width = look.spans[look.current]
        if node.kind is not NodeKind.LINE and look.current is GridColumn.NAME:
            # The name of such a row runs on to the amount, so the ring does.
            width = look.spans[GridColumn.AMOUNT][0] - left
        thickness = 3.0 if self._theme.name == "contrast" else 2.0
        half = thickness / 2
        box = QRectF(left, rect.top(), width, rect.height() - 1).adjusted(half, half, -half, -half)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent" if look.has_focus else "line2"), thickness))
        painter.drawRoundedRect(box, self._theme.px(3), self._theme.px(3))


_FUND_TOKENS = {f"fund-{code}" for code in ("DDS", "ADD", "PAD", "PBH", "PBP", "PBK", "SWD", "DLL")}
