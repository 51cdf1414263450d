"""How a sheet lies on paper and on the screen: page, foot, frozen head, filters, zoom, protection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from village_budget.reports import dates
from village_budget.reports.report_document import (
    NOT_A_SIGNATURE,
    Footer,
    ReportDocument,
    RowKind,
)
from village_budget.reports.writers.geometry import Geometry

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PAPERS = {"F4": 14, "A4": 9, "Legal": 5}
"""Paper codes of spreadsheets; they have none for F4, and Folio (14) is the nearest that printers know."""
_FONT_HEAD = '&"Arial,Regular"&7'
_SCREEN_PX = 1240
"""What a laptop of 1366 pixels shows of a sheet beside row numbers, outline and scroll bar."""
_ZOOM_STEP, _SMALLEST_ZOOM = 5, 70


def set_up_page(sheet: Worksheet, document: ReportDocument, at: Geometry, last_row: int) -> None:
    """Set everything that is not a cell.

    Args:
        sheet: whose cells are written.
        document: what stands on it.
        at: where.
        last_row: the last one used.
    """
    _set_up_print(sheet, document, at, last_row)
    sheet.freeze_panes(at.table_row, 0)
    sheet.hide_gridlines(2)
    sheet.set_zoom(zoom(at.edges[-1]))
    if document.filtered and (last := last_line(document)) is not None:
        sheet.autofilter(at.table_row - 1, 0, at.table_row + last, at.last)
    if document.is_filled_in:
        # Without a password: whoever fills the form in can't overwrite a finding by mistake.
        allowed = ("format_rows", "format_columns", "format_cells", "autofilter")
        sheet.protect("", dict.fromkeys(allowed, True))
    if document.rows:
        table = (at.table_row, 0, at.end_row - 1, at.last)
        area = _area(*table)
        sheet.ignore_errors({"number_stored_as_text": area, "formula_range": area, "formula_differs": area})


def _set_up_print(sheet: Worksheet, document: ReportDocument, at: Geometry, last_row: int) -> None:
    page = document.page
    if page.landscape:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.set_paper(_PAPERS[page.paper])
    margin = page.margins_mm / 25.4
    sheet.set_margins(left=margin, right=margin, top=margin, bottom=margin + 0.25)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(at.header_row, at.table_row - 1)
    sheet.print_area(0, 0, last_row, at.last)
    sheet.set_footer(page_footer(document.footer), {"margin": 0.28})


def zoom(width: int) -> int:
    """Percent at which a table so many pixels wide is seen whole on a small laptop; never above 100."""
    fitting = _SCREEN_PX * 100 // max(width, 1) // _ZOOM_STEP * _ZOOM_STEP
    return max(_SMALLEST_ZOOM, min(100, fitting))


def last_line(document: ReportDocument) -> int | None:
    """The last row that a filter may hide: totals at the end stay. None for a list of nothing."""
    for index in range(len(document.rows) - 1, -1, -1):
        if document.rows[index].kind is not RowKind.TOTAL:
            return index
    return None


def foot_line(footer: Footer) -> str:
    """``Anggaran Desa 0.1.0 · rancangan · 14 Oktober 2025 14:03``."""
    return f"{footer.program} · {footer.status} · {dates.date_and_time(footer.printed_at)}"


def page_footer(footer: Footer) -> str:
    """Foot of every printed page: program and fingerprint left, page number right."""
    left = foot_line(footer).replace("&", "&&")
    if footer.fingerprint:
        left += f'\n&"Arial,Bold"Sidik dokumen {footer.short_fingerprint} · {NOT_A_SIGNATURE}'
    return f"&L{_FONT_HEAD}{left}&R{_FONT_HEAD}Halaman &P dari &N"


def _area(first_row: int, first: int, last_row: int, last: int) -> str:
    from xlsxwriter.utility import xl_range

    return str(xl_range(first_row, first, last_row, last))
