"""A finding in the side panel: what is wrong, in one sentence, on which article."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.check.finding_view import FindingView
from ui.kit.controls import column, row, wrapped
from ui.support.icons import pixmap
from ui.support.theme import theme


class FindingNote(QWidget):
    """A tinted sheet with icon, title, sentence and article; the icon and the word tell the state too."""

    def __init__(self, view: FindingView, basis: str) -> None:
        super().__init__()
        self._token = {"bad": "badtint", "warn": "warntint", "waive": "waivetint"}.get(view.token, "tint")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        sign = QLabel()
        side = theme().px(16)
        sign.setPixmap(pixmap(view.icon, theme().color(view.token), side, self.devicePixelRatioF()))
        sign.setFixedWidth(side)
        title = wrapped(view.title, bold=True, token=view.token)
        head = row(gap=6)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        whole = column(margins=(10, 8, 10, 8), gap=3)
        whole.addLayout(head)
        whole.addWidget(wrapped(view.sentence, role="small"))
        if basis:
            whole.addWidget(wrapped(basis, role="small", token="ink2"))
        self.setLayout(whole)
        self.setAccessibleName(f"{view.state_word}: {view.title}. {view.sentence}")

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the ground."""
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = theme().color(self._token.removesuffix("tint") or "accent")
            # Tints are white in high contrast: the edge holds the sheet together there.
            painter.setPen(QPen(edge, 1) if theme().name == "contrast" else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(self._token))
            sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(sheet, theme().px(5), theme().px(5))
        finally:
            painter.end()
