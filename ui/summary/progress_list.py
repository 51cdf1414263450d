"""How far the plan has come, row by row; each row leads to the first thing that is left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.controls import column
from ui.support.formats import elide_end
from ui.support.icons import pixmap
from ui.support.theme import theme

_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Progress:
    """One measure of progress.

    Attributes:
        name: what is counted.
        done: how many are done.
        total: of how many, above 0.
        words: ``12 of 43``, or that all are done.
        act: goes to what is left.
    """

    name: str
    done: int
    total: int
    words: str
    act: Callable[[], None]

    @property
    def complete(self) -> bool:
        """Whether nothing is left."""
        return self.done >= self.total


class ProgressRow(QAbstractButton):
    """Name, a thin bar, how many of how many; a click, Enter or Space goes there."""

    HEIGHT = 32

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress: Progress | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._act)

    def show_progress(self, progress: Progress) -> None:
        """Show another measure."""
        self.progress = progress
        self.setAccessibleName(f"{progress.name}: {progress.words}")
        self.update()

    def _act(self) -> None:
        if self.progress is not None:
            self.progress.act()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme().px(280), theme().px(self.HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint from tokens."""
        if self.progress is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint(painter, self.progress)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, progress: Progress) -> None:
        px, color = theme().px, theme().color
        side, arrow = px(14), px(12)
        icon, token = ("terpenuhi", "ok") if progress.complete else ("kurang", "ink3")
        drawn = pixmap(icon, color(token), side, self.devicePixelRatioF())
        painter.drawPixmap(px(2), (self.height() - side) // 2, drawn)
        kanan = pixmap("kanan", color("ink3"), arrow, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - arrow - px(2), (self.height() - arrow) // 2, kanan)
        right = self.width() - arrow - px(10)
        bold = theme().font("body", bold=not progress.complete)
        painter.setFont(bold)
        painter.setPen(color("ok" if progress.complete else "ink"))
        words = painter.fontMetrics().horizontalAdvance(progress.words)
        painter.drawText(QRectF(0, 0, right, self.height()), int(_RIGHT), progress.words)
        painter.setFont(theme().font("body"))
        painter.setPen(color("ink"))
        room = right - words - px(24 + 12)
        name = elide_end(progress.name, painter.fontMetrics(), room)
        box = QRectF(px(24), 0, room, self.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), name)
        track = QRectF(px(24), self.height() - px(4), right - px(24), px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("track"))
        painter.drawRoundedRect(track, 1.5, 1.5)
        track.setWidth(track.width() * min(progress.done / progress.total, 1.0))
        painter.setBrush(color("okfill" if progress.complete else "accent"))
        if track.width() >= 1:
            painter.drawRoundedRect(track, 1.5, 1.5)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            focus = self.hasFocus()
            painter.setPen(QPen(color("accent" if focus else "line"), theme().ring if focus else 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(5), px(5))


class ProgressList(QWidget):
    """The rows below each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column(gap=4)
        self.setLayout(self._column)
        self.rows: list[ProgressRow] = []

    def show_all(self, progress: list[Progress]) -> None:
        """Show other measures; rows are kept, so that the keyboard stays where it is."""
        while len(self.rows) < len(progress):
            made = ProgressRow(self)
            self._column.addWidget(made)
            self.rows.append(made)
        for number, made in enumerate(self.rows):
            made.setVisible(number < len(progress))
            if number < len(progress):
                made.show_progress(progress[number])
