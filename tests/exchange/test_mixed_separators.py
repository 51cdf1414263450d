"""Tables in which every row writes its numbers another way: no amount becomes a hundred times another."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.exchange.tables import problems
from tests.exchange.test_pasted_block import block
from village_budget.exchange.lines.pasted_fields import number_text
from village_budget.exchange.lines.pasted_verdicts import State

HEADING = "URAIAN\tVOLUME\tSATUAN\tHARGA SATUAN\tJUMLAH"


def test_mixed_separators_in_one_pasted_table() -> None:
    """Trap: mixed separators typed in one table (123.456,000.00 beside 1,234,000,00), both whole rupiah."""
    made = block(
        HEADING,
        "Semen\t1\tpaket\t123.456,000.00\t123.456,000.00",
        "Pasir\t2\tpaket\t1,234,000,00\t2,468,000,00",
        "Batu\t2\tm3\t500.000\t1.000.000",
        "Kayu\t1\tbatang\t1,234,000.00\t1.234.000,00",
    )
    assert [line.amount for line in made.taken()] == [
        123_456_000_00, 2_468_000_00, 1_000_000_00, 1_234_000_00
    ]  # fmt: skip


@pytest.mark.parametrize("odd", ["1,234,000,00", "1.234.000,00", "1.234.000", "1,234,000", "1234000"])
def test_one_number_of_ours_among_those_of_other_countries(odd: str) -> None:
    """Trap: mixed separators; read as 123.400.000 it was a hundred times what was typed."""
    rows = [f"Barang {n}\t1\tpaket\t{n},250,000.00\t{n},250,000.00" for n in range(1, 6)]
    made = block(HEADING, *rows, f"Pasir\t1\tpaket\t{odd}\t{odd}")
    last = made.verdicts[-1]
    assert last.state is State.REFUSED or list(made.taken())[-1].amount == 1_234_000_00
    alone = block("URAIAN\tJUMLAH", *(f"Barang {n}\t{n},250,000.00" for n in range(1, 6)), f"Pasir\t{odd}")
    assert alone.verdicts[-1].state is State.REFUSED or list(alone.taken())[-1].amount == 1_234_000_00


def test_a_volume_that_could_be_one_or_a_thousand_is_asked() -> None:
    """``1.000`` beside ``1,250,000.00``: settled by the amount, else refused with both readings."""
    rows = [f"Barang {n}\t{n}\tkg\t1,250,000.00\t{n * 1250:,},000.00" for n in range(1, 5)]
    settled = block(HEADING, *rows, "Bibit\t1.000\tkg\t15,000.00\t15,000,000.00")
    assert list(settled.taken())[-1].volume == Decimal(1000)
    heading = HEADING.removesuffix("\tJUMLAH")
    short = [row.rpartition("\t")[0] for row in rows]
    asked = block(heading, *short, "Bibit\t1.000\tkg\t15,000.00")
    assert (asked.verdicts[-1].state, asked.verdicts[-1].repairs) == (State.REFUSED, ("1", "1.000"))


@pytest.mark.parametrize(
    ("text", "read"),
    [("1,234.50", "1234,50"), ("Rp 1,234,000", "Rp 1234000"), ("1,5", "1,5"), ("1.234,00", "1.234,00")],
)
def test_only_numbers_written_that_way_are_turned_round(text: str, read: str) -> None:
    assert number_text(text, foreign=True) == read


def test_mixed_separators_in_a_flat_table(tmp_path: Path) -> None:
    """Trap: mixed separators typed in one table; every such cell is named with what it could mean."""
    line = 'belanja,1.1.04,5.2.1.01,Kertas,1,paket,"{0}","{0}",ADD'
    found = problems(
        tmp_path, line.format("123.456,000.00"), line.format("1,234,000,00"), line.format("50.000")
    )
    assert {problem.row for problem in found} == {2, 3}
    readings = [problem.details["readings"] for problem in found if problem.column == "jumlah"]
    assert readings == ["123.456.000,00", "1.234.000,00"]
