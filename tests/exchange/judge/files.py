"""A written table as a file or as the clipboard has it."""

from __future__ import annotations

import csv
import html
import io
from decimal import Decimal
from pathlib import Path
from random import Random

from tests.exchange.judge.grids import ERROR, Value, Written
from tests.exchange.judge.truth import Style

SUFFIX = {"openpyxl": ".xlsx", "xlsxwriter": ".xlsx", "csv": ".csv", "html": ".xls", "clipboard": ".txt"}


def write(made: Written, style: Style, folder: Path, random: Random) -> Path:
    """Write it; the path."""
    path = folder / f"tabel{SUFFIX[style.container]}"
    match style.container:
        case "openpyxl":
            _openpyxl(made, style, path)
        case "xlsxwriter":
            _xlsxwriter(made, path)
        case "csv":
            path.write_text(
                csv_text(made, random.choice(";,\t")), encoding=random.choice(("utf-8", "utf-8-sig"))
            )
        case "html":
            path.write_text(html_text(made), "utf-8")
        case _:
            path.write_text(clipboard_text(made), "utf-8")
    return path


def _number(value: Value) -> Value | float:
    """As spreadsheets keep it."""
    return float(value) if isinstance(value, Decimal) else value


def _openpyxl(made: Written, style: Style, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "RAB"
    for number, row in enumerate(made.rows, start=1):
        for column, value in enumerate(row, start=1):
            if value is not None and value != "":
                cell = sheet.cell(number, column, _number(value))
                if value == ERROR:
                    cell.data_type = "e"
    for row_number in made.hidden_rows:
        sheet.row_dimensions[row_number + 1].hidden = True
    for column in made.hidden_columns:
        sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
    if style.hidden == "sheet":
        other = book.create_sheet("Lama", 0)
        other.append(["Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"])
        other.append(["Barang lama", 3, "unit", 100_000, 300_000])
        other.sheet_state = "hidden"
        book.active = 1
    book.save(path)


def _xlsxwriter(made: Written, path: Path) -> None:
    from xlsxwriter import Workbook

    with Workbook(path) as book:
        sheet = book.add_worksheet("RAB")
        for number, row in enumerate(made.rows):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write_number(number, column, float(value))


def _text(value: Value) -> str:
    return "" if value is None else str(value)


def csv_text(made: Written, separator: str) -> str:
    """With the separator of some country."""
    text = io.StringIO()
    width = max(len(row) for row in made.rows)
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    for row in made.rows:
        writer.writerow([*map(_text, row), *[""] * (width - len(row))])
    return text.getvalue()


def clipboard_text(made: Written) -> str:
    """As a spreadsheet copies it."""
    width = max(len(row) for row in made.rows)
    return (
        "\r\n".join("\t".join([*map(_text, row), *[""] * (width - len(row))]) for row in made.rows) + "\r\n"
    )


def html_text(made: Written) -> str:
    """A web table, as old programs save it under the name of a workbook."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{html.escape(_text(cell))}</td>" for cell in row) + "</tr>\n"
        for row in made.rows
    )
    return f"<html><body><table border=1>\n{rows}</table></body></html>"
