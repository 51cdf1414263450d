"""Forms of the open plan as documents and pages: built on the GUI thread, laid out and drawn off it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Signal

from ui.printing.page_drawer import PageDrawer, Wish
from ui.support import background
from ui.support.lifetime import while_alive
from village_budget.reports.catalogue import evaluation_set, form
from village_budget.reports.report_document import ReportDocument, on_paper

if TYPE_CHECKING:
    from ui.printing.pages import PageLayout
    from village_budget.reports.source import ReportSource


class FormPages(QObject):
    """Keeps documents and pages of every form; what comes back late for an older plan is left."""

    counted = Signal(str)  # form
    drawn = Signal(str, int, object)  # form, page from 0, QImage

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._source: ReportSource | None = None
        self._paper = ""
        self._documents: dict[str, tuple[ReportDocument, ...]] = {}
        self._layouts: dict[str, list[PageLayout]] = {}
        self._drawer = PageDrawer(parent=self)
        self._drawer.drawn.connect(lambda key, image: self.drawn.emit(*key, image))

    def build(self, source: ReportSource, paper: str, *, first: str) -> None:
        """Build the forms of a plan as it stands; their pages follow, those of ``first`` first.

        Forms beside the evaluation set are built when they are asked for: a long history takes its time.

        Args:
            source: read here and now, while the plan stands still.
            paper: ``F4``, ``A4`` or ``Legal``.
            first: the form that is looked at.
        """
        self._ticket += 1
        self._source, self._paper = source, paper
        self._documents.clear()
        first = form(first).name
        for name in (first, *(name for name in evaluation_set() if name != first)):
            self.need(name)

    def need(self, name: str) -> None:
        """Have a form built, of the plan as it stands now, when it is not there yet."""
        if name not in self._documents and self._source is not None:
            made = form(name).build(self._source)
            self._documents[name] = tuple(on_paper(document, self._paper) for document in made)
            self._lay_out(name, self._ticket)

    def _lay_out(self, name: str, ticket: int) -> None:
        documents = self._documents[name]

        def work(_: background.Task) -> list[PageLayout]:
            from ui.printing.pages import PageLayout

            return [PageLayout(document) for document in documents]

        def done(layouts: list[PageLayout]) -> None:
            if ticket == self._ticket:
                self._layouts[name] = layouts
                self.counted.emit(name)

        background.run(work, while_alive(self, done), _raise)

    def documents(self, name: str) -> tuple[ReportDocument, ...]:
        """Documents of a form."""
        self.need(name)
        return self._documents.get(name, ())

    def sizes(self, name: str) -> list[tuple[float, float]]:
        """Paper size in mm of each page of a form; empty until they are laid out."""
        return [(layout.width, layout.height) for layout in self._layouts.get(name, []) for _ in layout.pages]

    def draw(self, name: str, page: int, width: int, ratio: float, part: QRect | None = None) -> None:
        """Ask for the picture of a page; while one is drawn, only the latest wish is kept."""
        found = _page_of(self._layouts.get(name, []), page)
        if found is not None:
            self._drawer.ask((name, page), Wish(*found, width, ratio, part))


def _page_of(layouts: list[PageLayout], page: int) -> tuple[PageLayout, int] | None:
    """The layout that holds a page counted over all documents of a form, and its number there."""
    for layout in layouts:
        if page < len(layout.pages):
            return layout, page
        page -= len(layout.pages)
    return None


def _raise(error: Exception) -> None:
    raise error
