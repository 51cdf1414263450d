"""Forms of the open plan as documents and pages: built on the GUI thread, laid out and drawn off it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.support import background
from ui.support.lifetime import while_alive
from village_budget.reports.catalogue import FORMS, form
from village_budget.reports.document import ReportDocument

if TYPE_CHECKING:
    from ui.printing.pages import Layout
    from village_budget.reports.source import ReportSource


class FormPages(QObject):
    """Keeps documents and pages of every form; what comes back late for an older plan is left."""

    counted = Signal(str)  # form
    drawn = Signal(str, int, object)  # form, page from 0, QImage

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._documents: dict[str, tuple[ReportDocument, ...]] = {}
        self._layouts: dict[str, list[Layout]] = {}
        self._asked: tuple[str, int, int, float] | None = None
        self._drawing = False

    def build(self, source: ReportSource, paper: str, *, first: str) -> None:
        """Build all forms of a plan as it stands; their pages follow, those of ``first`` first.

        Args:
            source: read here and now, while the plan stands still.
            paper: ``F4``, ``A4`` or ``Legal``.
            first: the form that is looked at.
        """
        self._ticket += 1
        self._documents = {
            info.name: tuple(_on_paper(document, paper) for document in info.build(source)) for info in FORMS
        }
        names = sorted(self._documents, key=lambda name: name != form(first).name)
        for name in names:
            self._lay_out(name, self._ticket)

    def _lay_out(self, name: str, ticket: int) -> None:
        documents = self._documents[name]

        def work(_: background.Task) -> list[Layout]:
            from ui.printing.pages import Layout

            return [Layout(document) for document in documents]

        def done(layouts: list[Layout]) -> None:
            if ticket == self._ticket:
                self._layouts[name] = layouts
                self.counted.emit(name)

        background.run(work, while_alive(self, done), _raise)

    def documents(self, name: str) -> tuple[ReportDocument, ...]:
        """Documents of a form."""
        return self._documents.get(name, ())

    def sizes(self, name: str) -> list[tuple[float, float]]:
        """Paper size in mm of each page of a form; empty until they are laid out."""
        return [(layout.width, layout.height) for layout in self._layouts.get(name, []) for _ in layout.pages]

    def draw(self, name: str, page: int, width: int, ratio: float) -> None:
        """Ask for the picture of a page; while one is drawn, only the latest wish is kept."""
        self._asked = (name, page, width, ratio)
        if not self._drawing:
            self._draw_next()

    def _draw_next(self) -> None:
        asked, self._asked = self._asked, None
        if asked is None:
            return
        name, page, width, ratio = asked
        found = _page_of(self._layouts.get(name, []), page)
        if found is None:
            return
        layout, number = found
        self._drawing = True

        def work(_: background.Task) -> QImage:
            from ui.printing.preview import page_image

            return page_image(layout, number, width, ratio)

        def done(image: QImage) -> None:
            self._drawing = False
            self.drawn.emit(name, page, image)
            self._draw_next()

        background.run(work, while_alive(self, done), while_alive(self, self._stopped))

    def _stopped(self, error: Exception) -> None:
        self._drawing = False
        raise error


def _page_of(layouts: list[Layout], page: int) -> tuple[Layout, int] | None:
    """The layout that holds a page counted over all documents of a form, and its number there."""
    for layout in layouts:
        if page < len(layout.pages):
            return layout, page
        page -= len(layout.pages)
    return None


def _on_paper(document: ReportDocument, paper: str) -> ReportDocument:
    if document.page.paper == paper:
        return document
    return replace(document, page=replace(document.page, paper=paper))


def _raise(error: Exception) -> None:
    raise error
