"""Draws pages as pictures in the background: what was wished for last comes first, old wishes are dropped."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QImage

from ui.support import background
from ui.support.lifetime import while_alive

if TYPE_CHECKING:
    from ui.printing.pages import PageLayout


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture of a page.

    Attributes:
        layout: the document's pages.
        number: of the page in it, from 0.
        width: of the whole page in logical pixels.
        ratio: device pixels a pixel.
        part: what of the page, in its logical pixels; None for all.
    """

    layout: PageLayout
    number: int
    width: int
    ratio: float
    part: QRect | None = None


class PageDrawer(QObject):
    """Draws one page after the other.

    Args:
        keep: how many wishes wait at most.
        parent: its owner.
    """

    drawn = Signal(object, object)  # key, QImage

    def __init__(self, keep: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keep = keep
        self._wishes: dict[Hashable, Wish] = {}
        self._round = 0
        self._drawing = False

    def ask(self, key: Hashable, wish: Wish) -> None:
        """Ask for a picture; ``drawn`` brings it with its key."""
        self._wishes.pop(key, None)
        self._wishes[key] = wish
        while len(self._wishes) > self._keep:
            del self._wishes[next(iter(self._wishes))]
        if not self._drawing:
            self._next()

    def forget(self) -> None:
        """Drop all wishes, also the one under way: the pages are others now."""
        self._wishes.clear()
        self._round += 1

    def _next(self) -> None:
        if not self._wishes:
            return
        key, wish = self._wishes.popitem()
        self._drawing = True
        this = self._round

        def work(_: background.Task) -> QImage:
            from ui.printing.preview import page_image

            return page_image(wish.layout, wish.number, wish.width, wish.ratio, wish.part)

        def done(image: QImage) -> None:
            self._drawing = False
            if this == self._round:
                self.drawn.emit(key, image)
            if not self._drawing:
                self._next()

        background.run(work, while_alive(self, done), while_alive(self, self._stopped))

    def _stopped(self, error: Exception) -> None:
        self._drawing = False
        raise error
