"""Pasted blocks: columns guessed, rows taken, refused with cell and reason, or passed over (U14, U06)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Part
from village_budget.exchange.cells.clipboard_grid import read_clipboard
from village_budget.exchange.cells.copied_rows import CopiedCell, rows_html, rows_text
from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.lines.pasted_verdicts import PasteTarget, RowVerdict, State
from village_budget.money import format_amount, line_amount

TARGET = PasteTarget(Part.SPENDING, "2.3.13", "5.3.5.01", "DDS")
HEADING = "No\tUraian\tVol\tSat\tHrg Sat\tJumlah\tSumber"


def block(*lines: str, target: PasteTarget = TARGET, html: str = "") -> PastedBlock:
    made = PastedBlock(read_clipboard("\n".join(lines), html), national_chart(), target)
    made.judge()
    return made


def fields(made: PastedBlock) -> list[str]:
    return [field.value for field in made.layout.fields]


def only(row: str) -> RowVerdict:
    """What becomes of one row below the usual heading."""
    return block(HEADING, row).verdicts[-1]


LAYOUTS = {
    "RAB form": (
        ("NO\tURAIAN\tVOLUME\tHARGA SATUAN (Rp)\tJUMLAH (Rp)", "1\tSemen\t10\t65.000\t650.000"),
        "skip description volume price amount",
    ),
    "RAB village list": (
        ("NO\tJENIS ANGGARAN\tSATUAN\tVolume\tHARGA (Rp)\tJUMLAH (Rp)",
         "1\t2\t3\t4\t5\t6",
         "1\tSemen\tZak\t10\t65.000\t650.000", "2\tPaku\tkg\t2\t20.000\t40.000"),
        "skip description unit volume price amount",
    ),
    "jumlah before the unit is a volume": (
        ("Uraian\tJml\tStn\tHarga\tTotal",
         "Semen\t10\tZak\t65.000\t650.000", "Pasir\t2\tm3\t5.000\t10.000"),
        "description volume unit price amount",
    ),
    "jumlah with a price is the amount": (
        ("Uraian\tBanyaknya\tSat\tHarga\tJumlah", "Semen\t10\tZak\t65.000\t650.000"),
        "description volume unit price amount",
    ),
    "RAB works, two volumes": (
        ("URAIAN\tVolume\t\tSatuan\tHarga Satuan\tJumlah Swadaya\tJumlah Total",
         "\tSwadaya\tDana Desa\t\t\t\t",
         "Semen\t0\t10\tZak\t65.000\t0\t650.000"),
        None,
    ),
    "Penjabaran, one digit group a column": (
        ("KODE REKENING\t\t\t\t\t\t\tURAIAN\tVOLUME\tSATUAN\tANGGARAN\tSUMBER DANA",
         "2\t3\t13\t5\t3\t5\t01\tSemen\t10\tZak\t650.000\tDD",
         "2\t3\t13\t5\t3\t5\t02\tPasir\t2\tm3\t400.000\tDD",
         "2\t3\t13\t5\t3\t5\t02\tBatu\t2\tm3\t300.000\tDD"),
        "activity activity activity account account account account description volume unit amount fund",
    ),
    "without a heading": (
        ("Semen\t10\tZak\t65.000\t650.000\tDD", "Pasir\t2,5\tm3\t200.000\t500.000\tDD"),
        "description volume unit price amount fund",
    ),
    "without a heading, numbered": (
        ("1\tSemen\t10\t65.000\t650.000", "2\tPasir\t2\t200.000\t400.000", "3\tBatu\t3\t180.000\t540.000"),
        "skip description volume price amount",
    ),
    "volume and price alone": (("Semen\t10\t65000", "Pasir\t2\t200000"), "description volume price"),
    "amount alone": (("Semen\t650000", "Pasir\t400000"), "description amount"),
    "amounts of other countries": (
        ("Item\tQty\tUnit\tUnit price\tAmount", "Cement\t10\tZak\t65,000.00\t650,000.00",
         "Sand\t2.5\tm3\t1,200,000.00\t3,000,000.00"),
        "description volume unit price amount",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "wanted"), LAYOUTS.values(), ids=LAYOUTS.keys())
def test_columns_are_guessed(lines: tuple[str, ...], wanted: str | None) -> None:
    """interchange.md section 7: every line of every layout arrives with its amount."""
    made = block(*lines)
    assert wanted is None or fields(made) == wanted.split()
    assert made.count(State.REFUSED) == 0
    assert any(line.amount % 10_000_00 == 0 and line.amount > 0 for line in made.taken())


def test_two_hundred_rows_are_taken_refused_and_passed_over_with_their_reasons() -> None:
    """U14."""
    rows = [f"{n}\tBarang {n}\t{n}\tbh\t1.000\t{n}.000\tDD" for n in range(1, 199)]
    rows[50] = "51\tSendok\t2\tbh\t25.000\t55.000\tDD"
    rows.insert(100, "\tJUMLAH\t\t\t\t99.000\t")
    made = block(HEADING, *rows)
    assert [made.count(state) for state in State] == [197, 1, 2]
    bad = made.verdicts[51]
    assert (bad.column, bad.code, bad.repairs) == (Field.AMOUNT, "paste-disagrees", ("50.000",))
    assert made.totals() == {"DDS": sum(n for n in range(1, 199) if n != 51) * 1_000_00}


@pytest.mark.parametrize(
    ("price", "sen"),
    [
        ("1234567", 123456700),
        ("1.234.567", 123456700),
        ("Rp 1.234.567", 123456700),
        ("Rp1.234.567,00", 123456700),
        ("\u00a01.234.567\u00a0", 123456700),
        ("'1.234.567", 123456700),
        ("1.234.567,-", 123456700),
    ],
)
def test_amounts_are_converted_by_the_table(price: str, sen: int) -> None:
    """U06, U01."""
    line = only(f"1\tSemen\t1\tZak\t{price}\t\tDD").line
    assert line is not None
    assert line.unit_price == sen


@pytest.mark.parametrize(
    ("row", "column", "code", "repairs"),
    [
        ("1\tSemen\t1\tZak\t(1.234)\t\tDD", Field.PRICE, "negative", ()),
        ("1\tSemen\t1\tZak\t-1.234\t\tDD", Field.PRICE, "negative", ()),
        ("1\tSemen\t1\tZak\t1.234-\t\tDD", Field.PRICE, "negative", ()),
        ("1\tSemen\t-2\tZak\t1.234\t\tDD", Field.VOLUME, "negative", ()),
        ("1\tSemen\t1\tZak\tseribu\t\tDD", Field.PRICE, "unreadable", ()),
        ("1\tSemen\t1\tZak\t9999999999999999\t\tDD", Field.PRICE, "too-large", ()),
        ("1\tSemen\t99999999\tZak\t999999999999\t\tDD", Field.AMOUNT, "too-large", ()),
        ("1\tPekerja\t1.5\tHOK\t95.000\t18.240.000\tDD", Field.VOLUME, "unclear", ("1.500", "1,5")),
        ("1\tSemen\t2\tZak\t25.000\t55.000\tDD", Field.AMOUNT, "disagrees", ("50.000",)),
        ("1\tSemen\t7\tZak\t\t100.001\tDD", Field.PRICE, "price-missing", ()),
        ("1\tSemen\t\tZak\t30.000\t100.000\tDD", Field.VOLUME, "volume-missing", ()),
        ("1\tSemen\t7\tZak\t-\t-\tDD", Field.PRICE, "price-missing", ()),
        ("1\t\t7\tZak\t1.000\t7.000\tDD", Field.DESCRIPTION, "description-missing", ()),
        ("1\tSemen\t1\tZak\t1.000\t1.000\tADD, DD", Field.FUND, "fund-several", ("ADD", "DDS")),
        ("1\tSemen\t1\tZak\t1.000\t1.000\tBankeu", Field.FUND, "fund-unclear", ("PBP", "PBK")),
        ("1\tSemen\t1\tZak\t1.000\t1.000\tAPBN", Field.FUND, "fund-unknown", ()),
        ("1\t" + "x" * 1001 + "\t1\tZak\t1.000\t1.000\tDD", Field.DESCRIPTION, "text-too-long", ()),
    ],
)  # fmt: skip
def test_a_row_is_refused_with_the_cell_at_fault(
    row: str, column: Field, code: str, repairs: tuple[str, ...]
) -> None:
    """U06, U14: no silent zero, no guess; what would be taken is offered."""
    verdict = only(row)
    assert (verdict.state, verdict.column, verdict.code) == (State.REFUSED, column, f"paste-{code}")
    assert sorted(verdict.repairs) == sorted(repairs)


@pytest.mark.parametrize(
    ("row", "volume", "rupiah", "code"),
    [
        ("1\tSemen\t2\tZak\t25.000\t\tDD", "2", 50_000, "amount-computed"),
        ("1\tSemen\t4\tZak\t\t100.000\tDD", "4", 100_000, "price-found"),
        ("1\tSemen\t\tZak\t25.000\t100.000\tDD", "4", 100_000, "volume-found"),
        ("1\tSemen\t\t\t\t100.000\tDD", "1", 100_000, "whole"),
        ("1\tPasir\t1.5\tm3\t100.000\t150.000\tDD", "1.5", 150_000, "settled"),
        ("1\tSekop\t2\tBh\t25.000\t50.000\tDD", "2", 50_000, "unit-read"),
    ],
)
def test_what_is_missing_or_unclear_is_settled_where_the_row_itself_tells(
    row: str, volume: str, rupiah: int, code: str
) -> None:
    """U06: and the result says so."""
    verdict = only(row)
    assert verdict.line is not None
    assert (verdict.line.volume, verdict.line.amount) == (Decimal(volume), rupiah * 100)
    assert verdict.code == f"paste-{code}"


@pytest.mark.parametrize("number", ["3510110203850001", "3510 1102 0385 0001", "3510.1102.0385.0001"])
def test_a_nik_is_caught_and_can_be_taken_out(number: str) -> None:
    """S25: in any text of a line; amounts and account numbers don't trigger."""
    verdict = only(f"1\tHonor Budi {number}\t1\tOB\t1.000\t1.000\tDD")
    assert (verdict.code, verdict.column) == ("paste-personal-number", Field.DESCRIPTION)
    assert verdict.repairs == ("Honor Budi",)
    assert only("1\tRekening 0123456789012 bank\t1\tOB\t1.000\t1.000\tDD").state is State.TAKEN


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("\tJUMLAH ALAT\t\t\t\t1.168.000\t", "total"),
        ("\tSub Total\t\t\t\t1.168.000\t", "total"),
        ("\t\t\t\t\t1.168.000\t", "total"),
        ("I\tBAHAN\t\t\t\t\t", "group"),
        ("\tTerbilang: satu juta rupiah\t\t\t\t\t", "total"),
        ("1\t2\t3\t4\t5\t6\t7", "heading"),
        (HEADING, "heading"),
    ],
)
def test_rows_that_are_no_lines_are_passed_over(row: str, code: str) -> None:
    """interchange.md section 7: totals, groups, headings on each page, numbers of the columns."""
    made = block(HEADING, "1\tSemen\t1\tZak\t1.000\t1.000\tDD", row, "2\tPaku\t1\tkg\t1.000\t1.000\tDD")
    assert made.verdicts[2].state is State.PASSED
    assert made.verdicts[2].code == f"paste-{code}"
    assert made.count(State.TAKEN) == 2


def test_a_line_named_like_a_total_is_a_line() -> None:
    assert only("1\tTotal station, sewa\t2\thari\t500.000\t1.000.000\tDD").state is State.TAKEN


def test_level_rows_say_where_the_lines_below_them_go() -> None:
    made = block(
        "Kode\tUraian\tVolume\tSatuan\tHarga\tJumlah",
        "2.3.10\tJalan Usaha Tani\t\t\t\t650.000", "5.3.5\tBelanja Modal Jalan\t\t\t\t650.000",
        "5.3.5.02\tBahan\t\t\t\t650.000", "\tSemen\t10\tZak\t65.000\t650.000",
        "5.2.1.01\tKertas\t1\tRim\t50.000\t50.000", "2.3.12\tLain\t\t\t\t", "\tPasir\t1\tm3\t1.000\t1.000",
    )  # fmt: skip
    homes = [(line.activity_code, line.account_code) for line in made.taken()]
    assert homes == [("2.3.10", "5.3.5.02"), ("2.3.10", "5.2.1.01")]
    assert made.verdicts[-1].code == "paste-account-missing"


def test_without_account_the_rows_ask_for_one_and_take_the_one_they_are_given() -> None:
    made = block("Semen\t10\tZak\t65.000\t650.000", target=PasteTarget(Part.SPENDING, "2.3.13"))
    assert made.verdicts[0].code == "paste-account-missing"
    made.aim(PasteTarget(Part.SPENDING, "2.3.13", "5.3.5.02", "ADD"))
    made.judge()
    assert [(line.account_code, line.fund) for line in made.taken()] == [("5.3.5.02", "ADD")]


def test_revenue_rows_carry_their_account() -> None:
    made = block(
        "4.1.2.01\tSewa kios\t5.000.000", "4.9.9\tLain\t5", target=PasteTarget(Part.REVENUE, "", "", "PAD")
    )
    assert [line.account_code for line in made.taken()] == ["4.1.2.01"]
    assert made.verdicts[1].code == "paste-account-unknown"


def test_a_cell_is_mended_and_only_its_row_judged_again() -> None:
    """U14: corrections in place."""
    made = block(HEADING, "1\tSemen\t2\tZak\t25.000\t55.000\tDD", "2\tPaku\t1\tkg\t1.000\t1.000\tDD")
    other = made.verdicts[2]
    made.mend(1, Field.AMOUNT, "50.000")
    assert made.verdicts[1].state is State.TAKEN
    assert made.verdicts[2] is other
    assert made.cell(1, 5) == "50.000"
    made.mend(1, Field.AMOUNT, "1")
    assert made.verdicts[1].state is State.REFUSED


def test_a_column_named_otherwise_gives_other_rows() -> None:
    made = block("Semen\t10\tZak\t65.000\t650.000")
    made.name_column(4, Field.SKIP)
    made.judge()
    assert made.verdicts[0].code == "paste-amount-computed"
    made.name_column(3, Field.AMOUNT)
    made.judge()
    assert [line.amount for line in made.taken()] == [65_000_00]


def test_a_long_block_is_judged_in_slices() -> None:
    made = PastedBlock(
        read_clipboard("\n".join(f"Barang {n}\t{n}000" for n in range(900))), national_chart(), TARGET
    )
    slices = 0
    while not made.done:
        made.judge(250)
        slices += 1
    assert slices == 4
    assert made.count(State.TAKEN) == 900


LINES = st.lists(
    st.tuples(
        st.from_regex(r"[A-Z][a-z]{2,9} [a-z]{2,8}", fullmatch=True),
        st.decimals(min_value="0.01", max_value=5000, places=2),
        st.sampled_from(["Buah", "m3", "OB", "Zak"]),
        st.integers(100, 90_000_000),
        st.sampled_from(["DDS", "ADD", "PAD"]),
    ),
    min_size=2,
    max_size=8,
).filter(
    lambda rows: not any(row[0].casefold().startswith(("total", "jumlah", "jml", "sub")) for row in rows)
)


@given(LINES)
def test_copied_lines_come_back_as_they_were(rows: list[tuple[str, Decimal, str, int, str]]) -> None:
    """U16, U06: through the text and through the table, to the sen."""
    head: list[CopiedCell] = ["Kode", "Uraian", "Volume", "Satuan", "Harga satuan", "Jumlah", "Dana"]
    cells: list[list[CopiedCell]] = [head]
    amounts = [line_amount(volume, price * 100) for _, volume, _, price, _ in rows]
    for (name, volume, unit, price, fund), amount in zip(rows, amounts, strict=True):
        cells.append(["5.3.5.01", name, volume, unit, Decimal(price), Decimal(amount) / 100, fund])
    for html in ("", rows_html(cells, head=True)):
        made = block(rows_text(cells), html=html)
        assert [line.amount for line in made.taken()] == amounts
        assert [(line.description, line.volume, line.unit, line.fund) for line in made.taken()] == [
            (name, volume, unit, fund) for name, volume, unit, _, fund in rows
        ]


@given(st.lists(st.lists(st.text(max_size=10), min_size=1, max_size=7), min_size=1, max_size=6))
def test_any_block_is_judged_and_every_line_agrees_with_itself(cells: list[list[str]]) -> None:
    """U07: whatever is pasted, a line that is taken is volume x price, not negative, within the limit."""
    made = block(*("\t".join(row) for row in cells))
    assert len(made.verdicts) == len(made.grid)
    for line in made.taken():
        assert line.amount == line_amount(line.volume, line.unit_price) >= 0
        assert format_amount(line.amount)


@pytest.mark.parametrize("unit", ["2026-01-02", "2026-01-02T00:00:00", "1/2/2026", "02-01-26"])
def test_a_unit_that_became_a_date_is_refused(unit: str) -> None:
    """A spreadsheet turns ``1-2`` into a day: on paper it would be the unit of a cost line."""
    for row in (f"1\tSemen\t10\t{unit}\t65.000\t650.000\tDD", f"1\tSemen\t10\t{unit}\t65.000\t\t"):
        verdict = only(row)
        assert (verdict.state, verdict.code, verdict.column) == (State.REFUSED, "paste-unit-date", Field.UNIT)


@pytest.mark.parametrize("unit", ["12 bulan", "1 paket", "m2", "OB", "2 orang", "m1/2", "25 kg"])
def test_a_unit_with_a_number_is_no_date(unit: str) -> None:
    assert only(f"1\tSemen\t10\t{unit}\t65.000\t650.000\tDD").state is State.TAKEN
