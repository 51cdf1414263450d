"""A workbook as a few lines of text: every cell with value, formula and look, for comparing and for reading.

Write the golden files anew with ``GOLDEN=write``, then read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from village_budget.reports.catalogue import PACKAGE


def dump(path: Path) -> str:
    """Every sheet of a workbook: page, columns, merged cells, cells; of the package its cover alone."""
    book, values = load_workbook(path), load_workbook(path, data_only=True)
    lines: list[str] = []
    for sheet in book.worksheets[: 1 if path.stem == PACKAGE.name else None]:
        assert isinstance(sheet, Worksheet)
        lines += _sheet(sheet)
        for row in sheet.iter_rows():
            cells = [
                _cell(cell, values[sheet.title][cell.coordinate].value)
                for cell in row
                if isinstance(cell, Cell) and cell.value is not None
            ]
            if cells:
                height = sheet.row_dimensions[row[0].row].height
                level = sheet.row_dimensions[row[0].row].outlineLevel
                lines.append(f"[{row[0].row}] high {height or 'auto'}{f' level {level}' if level else ''}")
                lines += cells
    return "\n".join(lines) + "\n"


def _sheet(sheet: Worksheet) -> list[str]:
    page = sheet.page_setup
    widths = [f"{letter}={column.width:.4g}" for letter, column in sorted(sheet.column_dimensions.items())]
    return [
        f"=== {sheet.title}",
        f"paper {page.paperSize} {page.orientation}, heads {sheet.print_title_rows}, area {sheet.print_area}",
        f"fit {page.fitToWidth}x{page.fitToHeight}, frozen {sheet.freeze_panes}, zoom {_zoom(sheet)}",
        f"filter {sheet.auto_filter.ref}, locked {sheet.protection.sheet}",
        f"foot {sheet.oddFooter.left.text!r} | {sheet.oddFooter.right.text!r}",
        f"columns {' '.join(widths)}",
        f"merged {' '.join(sorted(str(area) for area in sheet.merged_cells.ranges))}",
    ]


def _zoom(sheet: Worksheet) -> int:
    return sheet.sheet_view.zoomScale or 100


def _cell(cell: Cell, value: object) -> str:
    look = [cell.alignment.horizontal or ""]
    look.append("bold" if cell.font.b else "")
    look.append(f"indent {cell.alignment.indent:g}" if cell.alignment.indent else "")
    look.append("boxed" if cell.border.left.style else "")
    look.append("quoted" if cell.quotePrefix else "")
    look.append(cell.number_format if cell.number_format != "General" else "")
    shown = f"{cell.value} -> {value!r}" if cell.data_type == "f" else repr(cell.value)
    link = f" => {cell.hyperlink.location}" if cell.hyperlink else ""
    return f"  {cell.coordinate} {shown}{link}  <{', '.join(part for part in look if part)}>"
