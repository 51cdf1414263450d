"""Puts a report document on pages; pure arithmetic in mm, no printer and no painter.

Rows are never parted, unless one is higher than a page; the table head stands on every page; a heading never
ends a page; the signatures stand together with at least two rows of the table.
"""

from __future__ import annotations

from dataclasses import dataclass

from ui.printing.measure import Measure, shared_measure
from ui.printing.page_parts import FOOT_HEIGHT, Opening, Tail, draw_foot
from ui.printing.page_sheet import Sheet, SheetBuilder, paper_mm
from ui.printing.table_columns import fit_columns
from ui.printing.table_rows import FIRST_LINE, HeadBox, RowBox, RowBuilder
from village_budget.money import Sen
from village_budget.reports.carried_sums import BROUGHT, FORWARD, Carried
from village_budget.reports.report_document import ReportDocument

_FOOT_GAP = 3.0
_ROWS_WITH_SIGNATURES = 2
_MOST_HEADINGS_MM = 45.0


class PageLayout:
    """The pages of one document, as preview, paper and PDF show them.

    Attributes:
        document: what is laid out.
        pages: its pages; at least one.
        width, height: of the paper as it lies, in mm.
    """

    def __init__(self, document: ReportDocument) -> None:
        self.document = document
        self.width, self.height = paper_mm(document.page)
        self.pages = page_sheets(document, shared_measure())


def page_sheets(document: ReportDocument, measure: Measure) -> list[Sheet]:
    """All pages of a document; at least one."""
    return _Pages(document, measure).sheets()


@dataclass(slots=True)
class _Page:
    """Rows of one page, and whether the tail (notes, signatures) stands below them."""

    rows: list[RowBox]
    first: bool = False
    tail: bool = False


class _Pages:
    """Lays one document out."""

    def __init__(self, document: ReportDocument, measure: Measure) -> None:
        self._document = document
        self._measure = measure
        self._width, self._height = paper_mm(document.page)
        self._margin = document.page.margins_mm
        inner = self._width - 2 * self._margin
        self._columns = fit_columns(document, self._margin, inner, measure)
        self._head = HeadBox(document, self._columns, measure)
        self._opening = Opening(document, self._margin, inner, measure)
        self._tail = Tail(document, self._margin, inner, measure)
        self._builder = RowBuilder(document, self._columns, measure)
        self._carried = Carried(document)
        # One line above the foot is kept for what is carried, and one below the head of the next page.
        self._line = FIRST_LINE if self._carried else 0.0
        self._end = self._height - self._margin - FOOT_HEIGHT - _FOOT_GAP - self._line

    def _room(self, *, first: bool) -> float:
        """Height that rows have on a page."""
        opening = self._opening.height if first else 0.0
        brought = 0.0 if first else self._line
        return self._end - self._margin - opening - self._head.height - brought

    def sheets(self) -> list[Sheet]:
        """The finished pages."""
        pages = self._place_tail(self._filled(self._builder.rows()))
        return [self._draw(pages, number) for number in range(len(pages))]

    def _filled(self, rows: list[RowBox]) -> list[_Page]:
        """Rows on pages, as many as fit."""
        pages = [_Page([], first=True)]
        room = self._room(first=True)
        waiting = list(reversed(rows))
        while waiting:
            row = waiting.pop()
            if row.height <= room:
                pages[-1].rows.append(row)
                room -= row.height
                continue
            if row.height > self._room(first=False) and room >= FIRST_LINE:
                fits, row = row.split(room)
                pages[-1].rows.append(fits)
            moved = _headings_at_end(pages[-1].rows)
            waiting.append(row)
            waiting.extend(reversed(moved))
            pages.append(_Page([]))
            room = self._room(first=False)
        return pages

    def _place_tail(self, pages: list[_Page]) -> list[_Page]:
        """Put notes and signatures below the last rows; take two rows along to a page of their own."""
        last = pages[-1]
        while self._tail.height and len(pages) > 1 and len(last.rows) < _ROWS_WITH_SIGNATURES:
            if len(pages[-2].rows) <= 1:
                break
            last.rows.insert(0, pages[-2].rows.pop())
        used = sum(row.height for row in last.rows)
        if self._tail.height <= self._room(first=last.first) - used:
            last.tail = True
            return pages
        moved: list[RowBox] = []
        while last.rows and len(moved) < _ROWS_WITH_SIGNATURES:
            moved.insert(0, last.rows.pop())
        if not last.rows and not last.first:
            pages.pop()
        pages.append(_Page(moved, tail=True))
        return pages

    def _draw(self, pages: list[_Page], number: int) -> Sheet:
        page = pages[number]
        sheet = SheetBuilder(self._width, self._height)
        top = self._margin
        if page.first:
            self._opening.draw(sheet, top)
            top += self._opening.height
        if page.rows or page.first:
            self._head.draw(sheet, top)
            top += self._head.height
        above = self._brought(page)
        below = self._brought(pages[number + 1]) if number + 1 < len(pages) else {}
        carried = [self._builder.carried(BROUGHT, above)] if above else []
        rows = [*carried, *page.rows]
        rows += [self._builder.carried(FORWARD, below)] if below else []
        for row in rows:
            row.draw(sheet, self._columns, top)
            top += row.height
        if page.tail:
            self._tail.draw(sheet, top)
        foot_top = self._height - self._margin - FOOT_HEIGHT
        words = f"Halaman {number + 1} dari {len(pages)}"
        draw_foot(sheet, self._document.footer, self._margin, foot_top, words)
        return sheet.build()

    def _brought(self, page: _Page) -> dict[int, Sen]:
        """Amounts that a page takes over from those before it."""
        return self._carried.before(page.rows[0].index) if page.rows and not page.first else {}


def _headings_at_end(rows: list[RowBox]) -> list[RowBox]:
    """Take the headings off the end of a page: they go with the row they head."""
    count, height = 0, 0.0
    while count < len(rows) - 1 and rows[-1 - count].heading:
        height += rows[-1 - count].height
        if height > _MOST_HEADINGS_MM:
            break
        count += 1
    moved = rows[len(rows) - count :]
    del rows[len(rows) - count :]
    return moved
