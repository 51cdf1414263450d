"""One report document on one worksheet."""

from __future__ import annotations

import io
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from village_budget.reports import qr_code
from village_budget.reports.report_document import (
    NOT_A_SIGNATURE,
    Align,
    Code,
    Empty,
    Money,
    ReportDocument,
    Row,
    Share,
    Text,
)
from village_budget.reports.writers.formulas import CellPlace, FormulaWriter
from village_budget.reports.writers.geometry import FIRST_LINE, HIGHEST_ROW, Geometry, row_height
from village_budget.reports.writers.safe_text import cell_text, looks_active
from village_budget.reports.writers.sheet_setup import foot_line, set_up_page
from village_budget.reports.writers.signatures import Signing
from village_budget.reports.writers.styles import BODY_SIZE, TITLE_SIZE, Styles
from village_budget.reports.writers.text_width import line_count, text_width

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_QR_MM = 12.0
_MM_PX = 96 / 25.4
_GAP_PX = 6
_POINTS = 0.75


class SheetWriter:
    """Writes one document; ``places`` are the places of all documents of the workbook, by sheet title."""

    def __init__(
        self, sheet: Worksheet, document: ReportDocument, styles: Styles, places: Mapping[str, CellPlace]
    ) -> None:
        self._sheet = sheet
        self._document = document
        self._styles = styles
        self._places = places
        self._at = Geometry(document)
        self._formulas = FormulaWriter(places[document.sheet_title], len(document.columns), places)

    def write(self) -> None:
        """Write every part, top to bottom, and the page setup."""
        for index, column in enumerate(self._document.columns):
            self._sheet.set_column(index, index, column.width)
        self._write_head()
        self._write_facts()
        self._write_table_head()
        self._write_rows()
        row = self._write_notes(self._at.end_row + 1)
        row = Signing(self._sheet, self._styles, self._at).write(self._document, row)
        last = self._write_foot(row)
        set_up_page(self._sheet, self._document, self._at, last)

    def _write_head(self) -> None:
        document, at = self._document, self._at
        if document.block:
            column, indent = at.block_place(document.block)
            style = self._styles.plain(Align.LEFT, indent=indent)
            for offset, line in enumerate(document.block):
                self._span(at.block_row + offset, column, at.last, line, style)
        title = self._styles.plain(Align.CENTRE, size=TITLE_SIZE, bold=True, text_wrap=True)
        for offset, line in enumerate(document.title):
            row = at.title_row + offset
            lines = line_count(line, at.inner(0, at.last), TITLE_SIZE, True)  # noqa: FBT003
            self._sheet.set_row(row, min(15.75 * lines, HIGHEST_ROW))
            self._span(row, 0, at.last, line, title)

    def _write_facts(self) -> None:
        at = self._at
        labels = [text_width(fact.label, BODY_SIZE) for fact in self._document.facts]
        value_column = at.column_from(max(labels, default=0.0) / _POINTS + _GAP_PX)
        for offset, fact in enumerate(self._document.facts):
            row = at.facts_row + offset
            value = f": {fact.value}"
            self._sheet.set_row(row, at.height(value, value_column, at.last))
            self._span(row, 0, value_column - 1, fact.label, self._styles.plain(Align.LEFT))
            self._span(row, value_column, at.last, value, self._styles.plain(Align.LEFT, text_wrap=True))

    def _write_table_head(self) -> None:
        document, at = self._document, self._at
        heights = [FIRST_LINE] * document.header_rows
        for cell in document.header:
            right = cell.column + cell.columns - 1
            if not cell.number:
                lines = line_count(cell.text, at.inner(cell.column, right), BODY_SIZE, True)  # noqa: FBT003
                heights[cell.row] = max(heights[cell.row], row_height(lines) / cell.rows)
            style = self._styles.header(number=cell.number)
            row = at.header_row + cell.row
            if cell.rows > 1 or cell.columns > 1:
                self._sheet.merge_range(row, cell.column, row + cell.rows - 1, right, "", style)
            self._sheet.write_string(row, cell.column, cell_text(cell.text), style)
        for offset, height in enumerate(heights):
            self._sheet.set_row(at.header_row + offset, height)

    def _write_rows(self) -> None:
        table_row, set_row = self._at.table_row, self._sheet.set_row
        grouped = any(row.level for row in self._document.rows)
        for index, row in enumerate(self._document.rows):
            lines = self._write_row(table_row + index, index, row)
            options = {"level": min(row.level, 7)} if grouped and row.level else None
            set_row(table_row + index, row_height(lines), None, options)
        if grouped:
            self._sheet.outline_settings(True, False, True, False)  # noqa: FBT003 - the heading is above

    def _write_row(self, sheet_row: int, index: int, row: Row) -> int:
        """Write the cells of a table row; how many lines it needs."""
        sheet, styles, columns = self._sheet, self._styles, self._document.columns
        code = styles.code(bold=row.bold)
        amounts = styles.money(bold=row.bold), styles.money(bold=row.bold, quiet=True)
        lines = 1
        for column, cell in enumerate(row.cells):
            if isinstance(cell, Empty):
                sheet.write_blank(sheet_row, column, None, code)
            elif isinstance(cell, Text):
                lines = max(lines, self._write_text(sheet_row, column, cell, bold=row.bold or cell.bold))
            elif isinstance(cell, Money):
                formula = self._formulas.text(cell.formula, index, column) if cell.formula else ""
                money = amounts[cell.quiet]
                if formula:
                    sheet.write_formula(sheet_row, column, formula, money, rupiah(cell.sen))
                else:
                    sheet.write_number(sheet_row, column, rupiah(cell.sen), money)
            elif isinstance(cell, Code):
                sheet.write_string(sheet_row, column, cell_text(cell.text), code)
            elif isinstance(cell, Share):
                self._write_share(sheet_row, column, cell, bold=row.bold)
            else:
                style = styles.volume(_decimals(cell.value), columns[column].align, bold=row.bold)
                sheet.write_number(sheet_row, column, float(cell.value), style)
        return lines

    def _write_share(self, row: int, column: int, cell: Share, *, bold: bool) -> None:
        style = self._styles.share(bold=bold)
        if cell.formula is not None:
            self._sheet.write_formula(row, column, self._formulas.ratio(cell.formula), style, cell.number)
        else:
            self._sheet.write_number(row, column, cell.number, style)

    def _write_text(self, row: int, column: int, cell: Text, *, bold: bool) -> int:
        text = cell_text(cell.text)
        if not text and cell.span == 1 and not cell.open:
            self._sheet.write_blank(row, column, None, self._styles.code(bold=bold))
            return 1
        align = Align.LEFT if cell.span > 1 else self._document.columns[column].align
        style = self._styles.text(
            align,
            cell.indent,
            bold=bold,
            quoted=looks_active(text),
            linked=bool(cell.link),
            unlocked=cell.open,
        )
        last = column + cell.span - 1
        if cell.span > 1:
            self._sheet.merge_range(row, column, row, last, "", style)
        if cell.link:
            sheet = self._places[cell.link].sheet.replace("'", "''")
            self._sheet.write_url(row, column, f"internal:'{sheet}'!A1", style, text)
        if text:
            self._sheet.write_string(row, column, text, style)
        elif cell.span == 1:
            self._sheet.write_blank(row, column, None, style)
        padding = 0 if align is Align.CENTRE else 1
        return line_count(text, self._at.inner(column, last, cell.indent + padding), BODY_SIZE, bold)

    def _write_notes(self, row: int) -> int:
        for note in self._document.notes:
            self._sheet.set_row(row, self._at.height(note, 0, self._at.last))
            self._span(row, 0, self._at.last, note, self._styles.plain(Align.LEFT, text_wrap=True))
            row += 1
        return row + 1 if self._document.notes else row

    def _write_foot(self, row: int) -> int:
        """QR code, program and fingerprint below everything; the last row used."""
        footer = self._document.footer
        column = indent = 0
        if footer.code:
            side = _QR_MM * _MM_PX
            column, indent = self._at.place_at(side + _GAP_PX)
            scale = side / (len(qr_code.dots(footer.code)) * 6)
            self._sheet.insert_image(
                row,
                0,
                "sidik.png",
                {
                    "image_data": io.BytesIO(qr_code.png(footer.code)),
                    "x_offset": 1,
                    "x_scale": scale,
                    "y_scale": scale,
                    "object_position": 1,
                    "description": "Kode QR sidik dokumen",
                },
            )
        for offset in range(3):
            self._sheet.set_row(row + offset, FIRST_LINE)
        small = self._styles.plain(Align.LEFT, size=7.5, indent=indent)
        self._sheet.write_string(row, column, cell_text(foot_line(footer)), small)
        if footer.fingerprint:
            strong = self._styles.plain(Align.LEFT, size=7.5, bold=True, indent=indent)
            self._sheet.write_string(row + 1, column, f"Sidik dokumen {footer.short_fingerprint}", strong)
            self._sheet.write_string(row + 2, column, NOT_A_SIGNATURE, small)
        return row + 3

    def _span(self, row: int, first: int, last: int, text: str, style: Format) -> None:
        """Text over several columns; never taken for a formula or a link."""
        clean = cell_text(text)
        if last > first:
            self._sheet.merge_range(row, first, row, last, "", style)
        if looks_active(clean):
            style = self._styles.quoted(style)
        self._sheet.write_string(row, first, clean, style)


def _decimals(value: Decimal) -> int:
    """How many decimals a volume has, without trailing zeros."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def rupiah(sen: int) -> float:
    """An amount as the number a spreadsheet keeps: exact to 15 digits, as spreadsheets are."""
    return sen / 100
