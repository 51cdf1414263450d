"""Small tables for the tests: a header and rows, written as CSV or as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from village_budget.chart.chart import national_chart
from village_budget.errors import ImportRefused, RowProblem
from village_budget.exchange.flat.flat_rows import FlatRow, FlatTable
from village_budget.exchange.flat.flat_table import read_table

HEADER = "bagian,kode_kegiatan,kode_rekening,uraian,volume,satuan,harga_satuan,jumlah,sumber_dana"
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def shared(name: str) -> Path:
    """A real budget beside the repository; the test is skipped where it is absent."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"the real budget {name} is not there: {SHARED} is missing")
    return path


def written(folder: Path, rows: Sequence[str], header: str = HEADER, name: str = "tabel.csv") -> Path:
    """A CSV file with a header and rows."""
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8", newline="")
    return path


def read(folder: Path, *rows: str, header: str = HEADER) -> FlatTable:
    """A table of these rows, as read."""
    return read_table(written(folder, rows, header), national_chart())


def row(folder: Path, text: str, header: str = HEADER) -> FlatRow:
    """The one row of a table."""
    (found,) = read(folder, text, header=header).rows
    return found


def problems(folder: Path, *rows: str, header: str = HEADER) -> list[RowProblem]:
    """What a table of these rows is refused for."""
    with pytest.raises(ImportRefused) as caught:
        read(folder, *rows, header=header)
    return caught.value.problems


def codes(found: Sequence[RowProblem]) -> list[str]:
    """Codes only."""
    return [problem.code for problem in found]
