"""Makes the workbooks of ``samples/rab`` from their texts: ``python samples/build_rab.py [FOLDER]``.

One workbook a layout that treasurers use; small and made up, no person is named. A text holds its sheets:
``#`` and the name, then rows with tabs; a number is a number, an apostrophe before one makes it text.
The ``.xls`` and ``.ods`` are the same table as LibreOffice saves it.
"""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).resolve().parent / "rab"
_MADE = datetime(2025, 10, 14, tzinfo=UTC)
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


def build(folder: Path) -> list[Path]:
    """Make every workbook; the same content each time."""
    made = []
    for source in sorted(HERE.glob("*.txt")):
        made.append(folder / f"{source.stem}.xlsx")
        with xlsxwriter.Workbook(str(made[-1])) as book:
            book.set_properties({"title": source.stem, "created": _MADE})
            _fill(book, source.read_text(encoding="utf-8").splitlines())
    return made


def _fill(book: xlsxwriter.Workbook, rows: list[str]) -> None:
    bold = book.add_format({"bold": True})
    sheet, number = None, 0
    for row in rows:
        if row.startswith("# "):
            sheet, number = book.add_worksheet(row[2:]), 0
            sheet.set_column(0, 0, 24)
            sheet.set_column(1, 11, 16)
            continue
        assert sheet is not None
        for place, cell in enumerate(row.split("\t")):
            if _NUMBER.fullmatch(cell):
                sheet.write_number(number, place, float(cell))
            elif cell:
                sheet.write_string(number, place, cell.removeprefix("'"), bold if cell.isupper() else None)
        number += 1


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        print(path)
