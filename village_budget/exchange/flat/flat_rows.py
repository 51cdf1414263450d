"""The rows of the flat table, its columns, and what a table as a whole can be refused for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from village_budget.domain.lines import Factor, Part
from village_budget.errors import RowProblem
from village_budget.money import Sen

REQUIRED = ("bagian", "kode_kegiatan", "kode_rekening", "uraian", "jumlah", "sumber_dana")
OPTIONAL = ("volume", "satuan", "harga_satuan", "tanda", "faktor", "nama_kegiatan")
COLUMNS = (
    "bagian",
    "kode_kegiatan",
    "nama_kegiatan",
    "kode_rekening",
    "uraian",
    "faktor",
    "volume",
    "satuan",
    "harga_satuan",
    "jumlah",
    "sumber_dana",
    "tanda",
)
"""All columns in the order they are written; any order is read."""

PART_WORDS = {
    Part.REVENUE: "pendapatan",
    Part.SPENDING: "belanja",
    Part.FINANCING: "pembiayaan",
}
WHOLE_UNIT = "paket"
"""Unit of a line without volume and price: 1 paket at its amount."""


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One line of a plan as the flat table carries it.

    Attributes:
        row: row number as a spreadsheet shows it (the header is row 1).
        part: revenue, spending or financing.
        activity_code: ``1.1.01`` for spending, else empty.
        activity_name: the activity's own name; empty when it has the chart's.
        account_code: as short as it was given; empty for spending not yet broken down.
        description: what the line is for.
        volume: exact.
        unit: satuan.
        unit_price: in sen.
        amount: in sen, ``money.line_amount(volume, unit_price)``.
        fund: fund source code; empty for SiLPA not yet decided.
        tags: chosen by the user; None means those proposed from the codes.
        factors: how the volume comes about; empty for a plain volume.
    """

    row: int
    part: Part
    activity_code: str
    activity_name: str
    account_code: str
    description: str
    volume: Decimal
    unit: str
    unit_price: Sen
    amount: Sen
    fund: str
    tags: tuple[str, ...] | None = None
    factors: tuple[Factor, ...] = ()


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table that was read without a problem.

    Attributes:
        rows: in the order of the table.
        notices: what was understood in a way that is worth telling; row 0 speaks of the whole table.
    """

    rows: tuple[FlatRow, ...]
    notices: tuple[RowProblem, ...]
