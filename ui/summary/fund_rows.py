"""Fund sources of the summary: what each brings, what is planned out of it, and its ceiling."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.chips import paint_chip
from ui.summary.share_columns import share_columns
from ui.support.formats import elide_end
from ui.support.theme import theme
from village_budget.money import Sen, format_amount, format_percent

_LEFT = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class FundRow:
    """A fund source.

    Attributes:
        code: "" for money whose fund is not decided.
        name: as it is said.
        brings: its revenue and financing in.
        spent: planned out of it: spending and financing out.
        ceiling: words on its ceiling, and their token; empty where there is no ceiling to hold to.
        left: words on what is left or overspent, and their token.
    """

    code: str
    name: str
    brings: Sen
    spent: Sen
    ceiling: tuple[str, str]
    left: tuple[str, str]


class FundRows(QWidget):
    """Two lines a fund on the column edges of the chart: filled by spending, ticked at the money."""

    ROW = 46

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FundRow] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: list[FundRow]) -> None:
        """Show other figures; all of them can be read aloud (U30)."""
        self.rows = rows
        self.setAccessibleName(
            "; ".join(
                ", ".join(
                    part
                    for part in (f"{r.code} {r.name} {format_amount(r.brings)}", r.ceiling[0], r.left[0])
                    if part
                )
                for r in rows
            )
        )
        self.setFixedHeight(theme().px(self.ROW) * max(len(rows), 1))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(theme().px(380), theme().px(self.ROW) * max(len(self.rows), 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole = sum(row.brings for row in self.rows)
            largest = max((max(row.brings, row.spent) for row in self.rows), default=0) or 1
            for number, row in enumerate(self.rows):
                self._paint_row(painter, row, number * theme().px(self.ROW), (whole, largest))
        finally:
            painter.end()

    def _paint_row(self, painter: QPainter, row: FundRow, top: int, scale: tuple[Sen, Sen]) -> None:
        px, color, at = theme().px, theme().color, share_columns(self.width())
        known = f"fund-{row.code}" if row.code else ""
        high = px(26)
        chip = QRectF(0, top + px(3), px(38), px(20))
        ink, ground = (
            color(f"{known}-text" if known else "ink2"),
            color(f"{known}-ground" if known else "sector"),
        )
        paint_chip(painter, chip, row.code or "?", ink, ground)
        body, bold = theme().font("body"), theme().font("body", bold=True)
        painter.setFont(body)
        room = at.bar_left - px(54)
        name = elide_end(row.name, painter.fontMetrics(), room)
        share = format_percent(row.brings, scale[0], 1)
        for text, box, font, token, flags in (
            (name, QRectF(px(46), top, room, high), body, "ink", _LEFT),
            (format_amount(row.brings), QRectF(0, top, at.amount_right, high), bold, "ink", _RIGHT),
            (share, QRectF(0, top, at.share_right, high), body, "ink2", _RIGHT),
        ):
            painter.setFont(font)
            painter.setPen(color(token))
            painter.drawText(box, int(flags), text)
        track = QRectF(at.bar_left, top + high / 2 - px(4), at.bar_right - at.bar_left, px(8))
        self._paint_bar(painter, row, track, scale[1])
        self._paint_words(painter, row, QRectF(0, top + px(24), at.share_right, px(18)))

    def _paint_bar(self, painter: QPainter, row: FundRow, track: QRectF, largest: Sen) -> None:
        px, color = theme().px, theme().color
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("track"))
        painter.drawRoundedRect(track, px(4), px(4))
        scale = track.width() / largest
        if row.spent > 0:
            filled = QRectF(track)
            filled.setWidth(max(row.spent * scale, px(6)))
            painter.setBrush(color(f"fund-{row.code}-solid" if row.code else "line2"))
            if theme().name == "dark" and row.code:
                # Fills are the chart's, made for paper: an edge parts the dark ones from the dark track.
                painter.setPen(QPen(color(f"fund-{row.code}-text"), 1))
                filled.adjust(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(filled, px(4), px(4))
            painter.setPen(Qt.PenStyle.NoPen)
        if row.brings > 0:
            tick = min(track.left() + row.brings * scale, track.right()) - 1
            painter.fillRect(QRectF(tick - 1, track.top() - px(4), 2, track.height() + px(8)), color("ink"))

    def _paint_words(self, painter: QPainter, row: FundRow, box: QRectF) -> None:
        painter.setFont(theme().font("small"))
        metrics = painter.fontMetrics()
        words, token = row.left
        painter.setPen(theme().color(token))
        painter.drawText(box, int(_RIGHT), words)
        taken = metrics.horizontalAdvance(words) + theme().px(12)
        words, token = row.ceiling
        painter.setPen(theme().color(token))
        box.setLeft(theme().px(46))
        room = max(round(box.width()) - taken, 0)
        painter.drawText(box, int(_LEFT), elide_end(words, metrics, room))
