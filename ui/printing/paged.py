"""Several documents as one run of pages, laid out in the background and laid out anew when paper changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ui.printing.pages import PageLayout
from ui.support import background
from ui.support.lifetime import while_alive
from village_budget.reports.report_document import ReportDocument

Page = tuple[PageLayout, int]
"""A layout and the number of a page in it, from 0."""
_STEP = 40
"""After so many documents the pages so far are shown."""


class PagedDocuments(QObject):
    """Counts the pages of all documents through, from 0.

    Attributes:
        ready: all documents are laid out.
    """

    began = Signal()  # the first pages of a new layout are there
    grew = Signal()  # more of them are
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layouts: list[PageLayout] = []
        self._ends: list[int] = []
        self._task: background.Task | None = None
        self._round = 0
        self.ready = False

    def lay_out(self, documents: Sequence[ReportDocument]) -> None:
        """Lay documents out; what was under way is left, the former pages stay until there are new ones."""
        self.stop()
        self._round += 1
        this = self._round
        self.ready = False
        made: list[PageLayout] = []
        shown = [0]

        def work(task: background.Task) -> None:
            for number, document in enumerate(documents, start=1):
                if task.cancelled():
                    return
                made.append(PageLayout(document))
                if number == 1 or number % _STEP == 0:
                    task.report(number, len(documents))

        def grown(done: int, _total: int) -> None:
            if this == self._round:
                self._take(made[:done], first=not shown[0])
                shown[0] = done

        def done(_: None) -> None:
            if this == self._round:
                self._task, self.ready = None, True
                self._take(list(made), first=not shown[0])
                self.finished.emit()

        task = background.run(
            work, while_alive(self, done), _raise, progress=while_alive(self, grown)
        )  # fmt: skip
        self._task = None if self.ready else task

    def stop(self) -> None:
        """Let the work that is under way go."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _take(self, layouts: list[PageLayout], *, first: bool) -> None:
        self._layouts = layouts
        self._ends = []
        end = 0
        for layout in layouts:
            end += len(layout.pages)
            self._ends.append(end)
        (self.began if first else self.grew).emit()

    @property
    def count(self) -> int:
        """How many pages there are so far."""
        return self._ends[-1] if self._ends else 0

    @property
    def sizes(self) -> list[tuple[float, float]]:
        """Width and height of each page in mm."""
        return [(layout.width, layout.height) for layout in self._layouts for _ in layout.pages]

    def page(self, number: int) -> Page | None:
        """A page by its number over all documents; None when it is not there."""
        place = bisect_right(self._ends, number)
        if number < 0 or place >= len(self._layouts):
            return None
        return self._layouts[place], number - (self._ends[place - 1] if place else 0)

    def pages(self, numbers: Sequence[int]) -> list[Page]:
        """Pages by their numbers."""
        return [page for number in numbers if (page := self.page(number)) is not None]


def _raise(error: Exception) -> None:
    raise error
