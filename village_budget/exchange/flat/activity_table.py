"""The table of activity details: place, months, output, target and officer of each activity.

One row an activity: ``kode_kegiatan, nama_kegiatan, pagu, lokasi, waktu, keluaran, target, satuan,
pelaksana, sumber_dana``, and if wanted ``prioritas`` and ``catatan``. An empty cell changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from village_budget.chart.chart import Chart
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan
from village_budget.errors import ImportRefused, RowProblem
from village_budget.exchange.cells.cell_values import Cell, clean, unescape
from village_budget.exchange.cells.raw_table import read_raw
from village_budget.exchange.flat.notes import RowNotes
from village_budget.exchange.flat.row_codes import read_activity
from village_budget.money import AmountError, parse_volume
from village_budget.personal_numbers import has_personal_number
from village_budget.text import TEXT_LIMIT

REQUIRED = ("kode_kegiatan",)
COLUMNS = (
    "kode_kegiatan",
    "nama_kegiatan",
    "pagu",
    "lokasi",
    "waktu",
    "keluaran",
    "target",
    "satuan",
    "pelaksana",
    "sumber_dana",
    "prioritas",
    "catatan",
)
MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
_SPELLINGS = {"pebruari": 2, "peb": 2, "agt": 8, "agu": 8, "nopember": 11, "nop": 11}
_TEXTS = {
    "lokasi": "location",
    "keluaran": "output",
    "satuan": "target_unit",
    "pelaksana": "officer",
    "catatan": "note",
}
_DURATION = re.compile(r"\d+(\s*[^\W\d].*)?", re.IGNORECASE)
_WHOLE_YEAR = {"12 bulan", "1 tahun", "setahun", "sepanjang tahun"}
_TO = re.compile(r"\s*(?:\bs\s?[./]?\s?d\b\.?|\bsampai(?: dengan)?\b|[-–/])\s*", re.IGNORECASE)

Months: TypeAlias = tuple[int, int]
"""First and last month, 1-12."""


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """Details of one activity.

    Attributes:
        row: row number as a spreadsheet shows it.
        activity_code: ``1.1.01``.
        values: fields of `domain.activity.Activity` to set; only those the row says something of.
    """

    row: int
    activity_code: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActivityTable:
    """A table of activity details without a problem, and what was noticed."""

    rows: tuple[ActivityRow, ...]
    notices: tuple[RowProblem, ...]


def read_activities(path: Path, chart: Chart) -> ActivityTable:
    """Read a table of activity details from a CSV file or the first sheet of a workbook.

    The ceilings (``pagu``) and fund sources are those of the lines and are not read. Durations without
    months (``30 Hari``) are left out.

    Raises:
        ImportRefused: some rows are bad; it names every one of them.
        UserError: it is no such table at all (``table-...``).
    """
    raw = read_raw(path, REQUIRED, COLUMNS)
    rows: list[ActivityRow] = []
    problems: list[RowProblem] = []
    notices = list(raw.notices)
    first_of: dict[str, int] = {}
    for number, cells in raw.rows:
        notes = RowNotes(number)
        row = _read(number, cells, chart, notes)
        if row.activity_code and first_of.setdefault(row.activity_code, number) != number:
            first = first_of[row.activity_code]
            notes.problem("kode_kegiatan", "row-activity-twice", value=row.activity_code, first=first)
        problems += notes.problems
        notices += notes.notices
        rows.append(row)
    if problems:
        raise ImportRefused(str(path), problems)
    return ActivityTable(tuple(rows), tuple(notices))


def _read(number: int, cells: dict[str, Cell], chart: Chart, notes: RowNotes) -> ActivityRow:
    code = read_activity(cells.get("kode_kegiatan", ""), Part.SPENDING, chart, notes)
    values: dict[str, object] = {}
    for column, name in _TEXTS.items():
        text = _text(cells, column, notes)
        if text:
            values[name] = text
    own_name = _text(cells, "nama_kegiatan", notes)
    if own_name and code and code not in chart.activities:
        values["name"] = own_name
    months = _months(clean(cells.get("waktu", "")), notes)
    if months is not None:
        values["start_month"], values["end_month"] = months
    target = _target(cells.get("target", ""), notes)
    if target:
        values["target"] = target
    priority = clean(cells.get("prioritas", ""))
    if priority.isascii() and priority.isdigit():
        values["priority"] = int(priority)
    elif priority:
        notes.problem("prioritas", "row-priority-unreadable", value=priority)
    return ActivityRow(number, code, values)


def _text(cells: dict[str, Cell], column: str, notes: RowNotes) -> str:
    text = unescape(clean(cells.get(column, "")))
    if len(text) > TEXT_LIMIT:
        notes.problem(column, "row-text-too-long", limit=TEXT_LIMIT, length=len(text))
    elif has_personal_number(text):
        notes.problem(column, "row-personal-number")
    else:
        return text
    return ""


def _target(cell: Cell, notes: RowNotes) -> Decimal | None:
    if isinstance(cell, Decimal):
        return cell
    text = clean(cell)
    try:
        return parse_volume(text, point_decimals=True) if text else None
    except AmountError:
        notes.problem("target", "row-target-unreadable", value=text)
        return None


def _months(text: str, notes: RowNotes) -> Months | None:
    """``Maret - Mei`` as (3, 5), ``12 Bulan`` as the whole year; None for a mere duration."""
    plain = text.casefold()
    if plain in _WHOLE_YEAR:
        return (1, 12)
    if not plain or _DURATION.fullmatch(plain):
        return None
    ends = [_month(part) for part in _TO.split(plain)]
    if len(ends) > 2 or 0 in ends or ends[0] > ends[-1]:
        notes.problem("waktu", "row-time-unreadable", value=text)
        return None
    return (ends[0], ends[-1])


def _month(text: str) -> int:
    word = text.strip().rstrip(".")
    if word in _SPELLINGS:
        return _SPELLINGS[word]
    fitting = [n for n, name in enumerate(MONTHS, start=1) if len(word) >= 3 and name.startswith(word)]
    return fitting[0] if len(fitting) == 1 else 0


def months_text(start: int, end: int) -> str:
    """Months as the table has them: ``Maret`` or ``Maret - Mei``."""
    first, last = MONTHS[start - 1].capitalize(), MONTHS[end - 1].capitalize()
    return first if start == end else f"{first} - {last}"


def write_activities(plan: Plan, chart: Chart, path: Path) -> None:
    """Write the details of a plan's activities as a CSV table that `read_activities` reads.

    Raises:
        ExportError: it can't be written there; a former file is intact.
    """
    from village_budget.exchange.flat.activity_writer import write_details

    write_details(plan, chart, path)
