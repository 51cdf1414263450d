"""A plan written as a flat table: CSV for programs, a workbook for people."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from village_budget.atomic import replacing
from village_budget.chart.chart import Chart
from village_budget.domain.lines import Line
from village_budget.domain.plan import Plan
from village_budget.errors import ExportError
from village_budget.exchange.cells.cell_values import escape
from village_budget.exchange.flat.flat_rows import COLUMNS, PART_WORDS
from village_budget.exchange.flat.row_checks import NO_TAGS
from village_budget.exchange.lines.factors import factors_text
from village_budget.money import Sen

TEXTS = frozenset({"nama_kegiatan", "uraian", "satuan", "faktor"})
"""Columns of free text; only these get an apostrophe before what a spreadsheet would take for a formula."""
NUMBERS = frozenset({"volume", "harga_satuan", "jumlah"})
_EXACT_DIGITS = 15
_WIDTHS = {"uraian": 48, "nama_kegiatan": 30, "faktor": 24, "jumlah": 18, "harga_satuan": 16}


def write_flat(plan: Plan, chart: Chart, path: Path) -> None:
    """Write a plan's lines under the header of the flat table, in the order of the forms.

    Args:
        plan: what to write.
        chart: tells which activities have a name of their own.
        path: its suffix decides: ``.csv`` or ``.xlsx``.

    Raises:
        ExportError: ``table-suffix``, or the file can't be written; a former one is intact.
    """
    rows = list(_rows(plan, chart))
    suffix = path.suffix.casefold()
    if suffix not in {".csv", ".xlsx"}:
        raise ExportError("table-suffix", name=path.name)
    with replacing(path) as temporary:
        if suffix == ".csv":
            _write_csv(rows, temporary)
        else:
            _write_workbook(rows, temporary)


def _rows(plan: Plan, chart: Chart) -> Iterator[dict[str, str | Decimal]]:
    for line in plan.all_lines():
        activity = plan.activities.get(line.activity_id) if line.activity_id is not None else None
        name = activity.name if activity else ""
        yield {
            "bagian": PART_WORDS[line.part],
            "kode_kegiatan": activity.code if activity else "",
            "nama_kegiatan": "" if activity and name == chart.activity_name(activity.code) else name,
            "kode_rekening": line.account_code,
            "uraian": line.description,
            "faktor": factors_text(line.factors),
            "volume": line.volume,
            "satuan": line.unit,
            "harga_satuan": _rupiah(line.unit_price),
            "jumlah": _rupiah(line.amount),
            "sumber_dana": line.fund,
            "tanda": _tags(line),
        }


def _tags(line: Line) -> str:
    if line.tags is None:
        return ""
    return ";".join(line.tags) or NO_TAGS


def _rupiah(sen: Sen) -> Decimal:
    return Decimal(sen).scaleb(-2)


def plain_number(number: Decimal) -> str:
    """A number as any program reads it: point, no grouping, never in a form that could mean two things.

    Three decimals get a zero more, since ``1.250`` is also one thousand two hundred and fifty.
    """
    text = f"{number:f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0")
    if len(fraction) == 3:
        fraction += "0"
    return f"{whole}.{fraction}" if fraction else whole


def _amount_text(number: Decimal) -> str:
    text = f"{number:.2f}"
    return text.removesuffix(".00")


def _write_csv(rows: list[dict[str, str | Decimal]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([_csv_cell(name, row[name]) for name in COLUMNS])


def _csv_cell(name: str, value: str | Decimal) -> str:
    if isinstance(value, Decimal):
        return plain_number(value) if name == "volume" else _amount_text(value)
    return escape(value) if name in TEXTS else value


def _write_workbook(rows: list[dict[str, str | Decimal]], path: Path) -> None:
    from xlsxwriter import Workbook

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(str(path), {**options, "in_memory": True}) as workbook:
        workbook.set_properties({"author": "Village Budget"})
        sheet = workbook.add_worksheet("Tabel")
        head = workbook.add_format({"bold": True, "bottom": 1})
        text = workbook.add_format({"num_format": "@", "quote_prefix": True})
        money = workbook.add_format({"num_format": "#,##0.##"})
        for column, name in enumerate(COLUMNS):
            sheet.set_column(column, column, _WIDTHS.get(name, 12))
            sheet.write_string(0, column, name, head)
        sheet.freeze_panes(1, 0)
        for index, row in enumerate(rows, start=1):
            for column, name in enumerate(COLUMNS):
                value = row[name]
                if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _EXACT_DIGITS:
                    sheet.write_number(index, column, float(value), money)
                else:
                    sheet.write_string(index, column, _workbook_text(name, value), text)


def _workbook_text(name: str, value: str | Decimal) -> str:
    """Text for a cell: as it is, but one that begins with an apostrophe before a sign gets one more."""
    if isinstance(value, Decimal):
        return plain_number(value) if name == "volume" else _amount_text(value)
    return escape(value) if name in TEXTS and value.startswith("'") else value
