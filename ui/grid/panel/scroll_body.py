"""The inside of a panel that scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ui.support.theme import theme


class Tall(QWidget):
    """As tall as its paragraphs need at its width, never squeezed."""

    def __init__(self, width: float) -> None:
        super().__init__()
        self._width = width

    def event(self, event: QEvent) -> bool:
        """Ask for the height anew when the width or anything inside has changed."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.grow()
        return done

    def grow(self) -> None:
        """Take the height that the paragraphs need; a scroll bar stands in the margin."""
        layout = self.layout()
        if layout is not None:
            px = theme().px
            bar = max(0, px(self._width) - 1 - self.width())
            layout.setContentsMargins(px(16), 0, max(0, px(16) - bar), px(12))
            layout.activate()
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))
