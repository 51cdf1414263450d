"""One row of the flat table: what is understood, what is refused, and that all of it is named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.exchange.tables import HEADER, codes, problems, read, row
from village_budget.domain.lines import Factor, Part
from village_budget.money import LIMIT_RUPIAH

PLAIN = "belanja,1.1.04,5.2.1.01,Kertas,10,rim,58000,580000,ADD"
WIDE = HEADER + ",tanda,faktor,nama_kegiatan"


def test_a_plain_row(tmp_path: Path) -> None:
    found = row(tmp_path, PLAIN)
    assert (found.row, found.part, found.activity_code, found.account_code) == (
        2, Part.SPENDING, "1.1.04", "5.2.1.01",
    )  # fmt: skip
    assert (found.volume, found.unit, found.unit_price, found.amount, found.fund) == (
        Decimal(10), "rim", 58_000_00, 580_000_00, "ADD",
    )  # fmt: skip
    assert (found.tags, found.factors, found.activity_name) == (None, (), "")


@pytest.mark.parametrize("code", ["1.1.04", "01.01.04", "1.1.4", "01.01.04.", "1.1.04 ", "'1.1.04"])
def test_activity_codes_in_any_usual_spelling(tmp_path: Path, code: str) -> None:
    assert row(tmp_path, PLAIN.replace("1.1.04", code, 1)).activity_code == "1.1.04"


@pytest.mark.parametrize("code", ["5.2.1.01", "05.02.01.01", "5.2.1.1.", " 5.2.1.01"])
def test_account_codes_in_any_usual_spelling(tmp_path: Path, code: str) -> None:
    assert row(tmp_path, PLAIN.replace("5.2.1.01", code)).account_code == "5.2.1.01"


@pytest.mark.parametrize(("code", "kept"), [("", ""), ("5.2", "5.2"), ("5.2.1", "5.2.1")])
def test_a_shorter_account_is_kept_at_its_level(tmp_path: Path, code: str, kept: str) -> None:
    assert row(tmp_path, PLAIN.replace("5.2.1.01", code)).account_code == kept


def test_regency_codes_and_the_older_spelling_are_accepted_with_a_notice(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "belanja,3.2.90,5.2.2.91,Insentif,1,OB,100,100,DDS",
        "belanja,5.1.01,5.4.1.01,Bencana,1,kali,100,100,DDS",
    )
    assert [found.activity_code for found in table.rows] == ["3.2.90", "5.1.00"]
    assert codes(table.notices) == [
        "row-note-regency-activity",
        "row-note-regency-account",
        "row-note-old-spelling",
    ]
    assert [notice.row for notice in table.notices] == [2, 2, 3]


@pytest.mark.parametrize(
    ("text", "fund"),
    [
        ("DD", "DDS"), ("dds", "DDS"), ("Dana Desa (DD)", "DDS"), ("PADes", "PAD"), ("PADesa", "PAD"),
        ("BHPRD", "PBH"), ("BHP", "PBH"), ("BKP", "PBP"), ("Bankeu Provinsi", "PBP"), ("BKK", "PBK"),
        ("BANKEU KAB.", "PBK"), ("Bantuan Keuangan Kabupaten/Kota", "PBK"), ("SWADAYA", "SWD"),
        ("Lain-lain", "DLL"), ("LAIN", "DLL"), ("ADD", "ADD"), ("SiLPA DD", "DDS"), ("Silpa ADD", "ADD"),
        ("Bagi Hasil Pajak & Retribusi", "PBH"),
    ],
)  # fmt: skip
def test_fund_spellings(tmp_path: Path, text: str, fund: str) -> None:
    header = HEADER
    assert row(tmp_path, f'belanja,1.1.04,5.2.1.01,Kertas,,,,100,"{text}"', header=header).fund == fund


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("DDS, PBH", "row-fund-several", "DDS, PBH"),
        ("ADD/PAD", "row-fund-several", "ADD, PAD"),
        ("ADD dan PBH", "row-fund-several", "ADD, PBH"),
        ("BANKEU", "row-fund-unclear", "PBP, PBK"),
        ("SiLPA", "row-fund-carry-over", "PAD"),
        ("APBN Perubahan", "row-fund-unknown", "PAD"),
        ("", "row-fund-missing", "PAD"),
    ],
)
def test_a_fund_that_is_not_one_fund_is_refused(tmp_path: Path, text: str, code: str, named: str) -> None:
    (problem,) = problems(tmp_path, f'belanja,1.1.04,5.2.1.01,Kertas,,,,100,"{text}"')
    assert (problem.row, problem.column, problem.code) == (2, "sumber_dana", code)
    assert named in str(problem.details["known"])


def test_revenue_brings_its_own_fund_and_silpa_stays_undecided(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "pendapatan,,4.2.1.01,Dana Desa,,,,100,",
        "pendapatan,,4.1.2,Sewa,,,,100,",
        "pembiayaan,,6.1.1.01,SiLPA,,,,100,",
        "pembiayaan,,6.1.1,SiLPA,,,,100,SiLPA",
        "pembiayaan,,6.1.1.01,SiLPA,,,,100,DD",
    )
    assert [found.fund for found in table.rows] == ["DDS", "PAD", "", "", "DDS"]
    assert codes(table.notices) == ["row-note-silpa-undecided"] * 2


@pytest.mark.parametrize(
    ("volume", "price", "amount", "sen"),
    [
        ("10", "58000", "580000", 58_000_000), ("10", "58.000", "580.000,00", 58_000_000),
        ("2,5", "100000", "250000", 25_000_000), ("2.5", "100000", "250000", 25_000_000),
        ("1", "1000,50", "1000,50", 100_050), ("1", "1000.5", "1000.5", 100_050),
        ("3", "33333.33", "100000", 10_000_000), (" 10 ", "Rp 58.000", "Rp 580.000", 58_000_000),
    ],
)  # fmt: skip
def test_numbers_plain_and_indonesian(tmp_path: Path, volume: str, price: str, amount: str, sen: int) -> None:
    """U01."""
    found = row(tmp_path, f'belanja,1.1.04,5.2.1.01,Kertas,"{volume}",rim,"{price}","{amount}",ADD')
    assert found.amount == sen


def test_a_volume_that_could_be_two_numbers_is_settled_by_the_amount_alone(tmp_path: Path) -> None:
    line = "belanja,1.1.04,5.2.1.01,Bata,{},buah,{},{},ADD"
    assert row(tmp_path, line.format("1.500", 2000, 3_000_000)).volume == 1500
    assert row(tmp_path, line.format("1.500", 2000, 3_000)).volume == Decimal("1.5")
    assert row(tmp_path, line.format("0.125", 8000, 1_000)).volume == Decimal("0.125")
    (unsettled,) = problems(tmp_path, line.format("1.500", 2000, ""))
    assert unsettled.code == "row-volume-ambiguous"
    assert unsettled.details["readings"] == "1.500 / 1,5"
    (neither,) = problems(tmp_path, line.format("1.500", 2000, 5_000))
    assert neither.code == "row-amount-disagrees"


def test_a_wrong_amount_is_told_with_the_right_one(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "belanja,1.1.04,5.2.1.01,Kertas,10,rim,58000,590000,ADD")
    assert (problem.row, problem.column, problem.code) == (2, "jumlah", "row-amount-disagrees")
    assert problem.details["computed"] == "580.000"
    assert problem.details["given"] == "590.000"


def test_one_rupiah_too_many_is_refused_and_lost_sen_are_not(tmp_path: Path) -> None:
    line = "belanja,1.1.04,5.2.1.01,Kertas,3,rim,33333.33,{},ADD"
    assert row(tmp_path, line.format("100000")).amount == 100_000_00
    assert row(tmp_path, line.format("99999.99")).amount == 100_000_00
    assert codes(problems(tmp_path, line.format("100001"))) == ["row-amount-disagrees"]


def test_a_row_without_volume_and_price_is_one_paket(tmp_path: Path) -> None:
    found = row(tmp_path, "belanja,1.1.04,,Operasional,,,,12345678,ADD")
    assert (found.volume, found.unit, found.unit_price, found.amount) == (
        Decimal(1), "paket", 12_345_678_00, 12_345_678_00,
    )  # fmt: skip
    assert row(tmp_path, "belanja,1.1.04,,Operasional,,bulan,,12,ADD").unit == "bulan"


def test_what_can_be_found_exactly_is_filled_in_with_a_notice(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "belanja,1.1.04,5.2.1.01,a,12,bulan,,2400000,ADD",
        "belanja,1.1.04,5.2.1.01,b,,bulan,200000,2400000,ADD",
        "belanja,1.1.04,5.2.1.01,c,12,bulan,200000,,ADD",
    )
    assert [(found.volume, found.unit_price, found.amount) for found in table.rows] == [
        (Decimal(12), 200_000_00, 2_400_000_00)
    ] * 3
    assert codes(table.notices) == [
        "row-note-price-found",
        "row-note-volume-found",
        "row-note-amount-computed",
    ]
    refused = problems(
        tmp_path,
        "belanja,1.1.04,5.2.1.01,a,7,bulan,,100,ADD",
        "belanja,1.1.04,5.2.1.01,b,,bulan,30,100,ADD",
        "belanja,1.1.04,5.2.1.01,c,,,,,ADD",
    )
    assert codes(refused) == ["row-price-missing", "row-volume-missing", "row-amount-missing"]


@pytest.mark.parametrize(
    ("amount", "code"),
    [
        ("1,234,567.00", "row-amount-ambiguous"), ("1.23.4", "row-amount-unreadable"),
        ("sejuta", "row-amount-unreadable"), ("-5000", "row-amount-negative"),
        ("(5.000)", "row-amount-negative"),
        (str(LIMIT_RUPIAH + 1), "row-amount-too-large"), (str(2**63 - 1), "row-amount-too-large"),
        ("#REF!", "row-amount-unreadable"),
    ],
)  # fmt: skip
def test_amounts_that_are_refused(tmp_path: Path, amount: str, code: str) -> None:
    """U02, F29."""
    (problem,) = problems(tmp_path, f'belanja,1.1.04,5.2.1.01,Kertas,,,,"{amount}",ADD')
    assert (problem.column, problem.code) == ("jumlah", code)


@pytest.mark.parametrize("rupiah", [2**31 - 1, 2**31, LIMIT_RUPIAH])
def test_large_amounts_stay_exact(tmp_path: Path, rupiah: int) -> None:
    """F29."""
    assert (
        row(tmp_path, f"belanja,1.1.04,5.2.1.01,Jalan,1,paket,{rupiah},{rupiah},ADD").amount == rupiah * 100
    )


def test_a_product_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, f"belanja,1.1.04,5.2.1.01,Jalan,1000,paket,{LIMIT_RUPIAH},,ADD")
    assert problem.code == "row-amount-too-large"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kas,1.1.04,5.2.1.01,a,,,,1,ADD", ["row-part-unknown"]),
        (",1.1.04,5.2.1.01,JUMLAH,,,,1,", ["row-part-missing"]),
        ("belanja,,5.2.1.01,a,,,,1,ADD", ["row-activity-missing"]),
        ("belanja,1,5.2.1.01,a,,,,1,ADD", ["row-activity-short"]),
        ("belanja,1.1,5.2.1.01,a,,,,1,ADD", ["row-activity-short"]),
        ("belanja,1.1.55,5.2.1.01,a,,,,1,ADD", ["row-activity-unknown"]),
        ("belanja,abc,5.2.1.01,a,,,,1,ADD", ["row-activity-unreadable"]),
        ("belanja,01/01/2004,5.2.1.01,a,,,,1,ADD", ["row-code-date"]),
        ("pendapatan,1.1.04,4.2.1.01,a,,,,1,DDS", ["row-activity-unexpected"]),
        ("pendapatan,,,a,,,,1,DDS", ["row-account-missing"]),
        ("pendapatan,,5.2.1.01,a,,,,1,DDS", ["row-account-of-other-part"]),
        ("belanja,1.1.04,4.2.1.01,a,,,,1,DDS", ["row-account-of-other-part"]),
        ("belanja,1.1.04,5,a,,,,1,DDS", ["row-account-short"]),
        ("belanja,1.1.04,5.9.1.01,a,,,,1,DDS", ["row-account-unknown"]),
        ("belanja,1.1.04,5-2,a,,,,1,DDS", ["row-account-unreadable"]),
        ("belanja,1.1.04,5.2.1.01,a,-3,bh,5,,ADD", ["row-volume-negative"]),
        ("belanja,1.1.04,5.2.1.01,a,12 OB,bh,5,,ADD", ["row-volume-unreadable"]),
    ],
)
def test_codes_that_are_refused(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert codes(problems(tmp_path, text)) == expected


def test_every_problem_of_every_row_is_named(tmp_path: Path) -> None:
    """Design section 7: all or nothing, and every bad row, not the first."""
    found = problems(
        tmp_path,
        PLAIN,
        "belanja,9.9.99,5.9.9.99,a,x,rim,y,z,Q",
        PLAIN,
        "belanja,1.1.04,5.2.1.01,a,2,rim,10,30,",
    )
    assert [problem.row for problem in found] == [3] * 6 + [5] * 2
    assert {problem.column for problem in found if problem.row == 3} == {
        "kode_kegiatan", "kode_rekening", "jumlah", "harga_satuan", "volume", "sumber_dana",
    }  # fmt: skip


def test_factors_tags_and_own_names(tmp_path: Path) -> None:
    header = WIDE
    line = "belanja,3.2.90,5.2.2.03,Insentif,36,OB,100000,3600000,PAD,{},{},{}"
    found = row(tmp_path, line.format("Bengkok; Padat Karya", "3 orang x 12 bulan", "Kerukunan"), header)
    assert found.factors == (Factor(Decimal(3), "orang"), Factor(Decimal(12), "bulan"))
    assert found.tags == ("bengkok", "padat_karya")
    assert found.activity_name == "Kerukunan"
    assert row(tmp_path, line.format("-", "", ""), header).tags == ()
    assert row(tmp_path, line.format("", "", ""), header).tags is None
    assert codes(problems(tmp_path, line.format("", "3 orang x 11 bulan", ""), header=header)) == [
        "row-factors-disagree"
    ]
    assert codes(problems(tmp_path, line.format("<b>", "orang", ""), header=header)) == [
        "row-factors-unreadable",
        "row-tag-unreadable",
    ]


def test_factors_alone_make_the_volume(tmp_path: Path) -> None:
    line = 'belanja,1.1.04,5.2.1.01,Honor,,OB,100000,3000000,PAD,,"2,5 orang × 12 bulan",'
    assert row(tmp_path, line, WIDE).volume == 30


def test_the_charts_name_is_no_name_of_ones_own(tmp_path: Path) -> None:
    header = HEADER + ",nama_kegiatan"
    line = "belanja,1.1.05,5.1.4.01,Ketua,1,OB,100,100,ADD,{}"
    assert row(tmp_path, line.format("Penyediaan Tunjangan BPD"), header).activity_name == ""
    assert row(tmp_path, line.format("Tunjangan BPD kami"), header).activity_name == "Tunjangan BPD kami"


def test_a_regencys_activity_that_is_not_broken_down_is_named_after_its_row(tmp_path: Path) -> None:
    assert row(tmp_path, "belanja,1.1.90,,Operasional LPM,,,,100,ADD").activity_name == "Operasional LPM"
    assert row(tmp_path, "belanja,1.1.90,5.2.1.01,Kertas,,,,100,ADD").activity_name == ""
    assert row(tmp_path, "belanja,1.1.04,,Kertas,,,,100,ADD").activity_name == ""


@pytest.mark.parametrize(
    "text",
    [
        "BLT an. 3510011203870001",
        "KK 3510-0112-0387-0001",
        "nik 35 10 01 52 03 87 00 01 x",
        "3510.0112.0387.0001",
    ],
)
def test_numbers_of_persons_are_refused(tmp_path: Path, text: str) -> None:
    """S25."""
    (problem,) = problems(tmp_path, f"belanja,5.3.00,5.4.1.01,{text},,,,300000,DDS")
    assert (problem.column, problem.code) == ("uraian", "row-personal-number")


@pytest.mark.parametrize(
    "text",
    [
        "Rp 1.234.567.890.123.456",
        "Rekening 0021-01-000123-30-5",
        "SK 140/12/2025",
        "08123456789",
        "35.10.01.2001",
    ],
)
def test_amounts_and_account_numbers_are_no_persons(tmp_path: Path, text: str) -> None:
    """S25: no false alarm."""
    assert row(tmp_path, f"belanja,5.3.00,5.4.1.01,{text},,,,300000,DDS").description == text


def test_text_is_cleaned_and_its_length_limited(tmp_path: Path) -> None:
    """F27, F28."""
    found = row(tmp_path, 'belanja,1.1.04,5.2.1.01,"  Kertas\u200b \x07HVS\n 70  gr ",,,,100,ADD')
    assert found.description == "Kertas\u200b HVS 70 gr"
    (problem,) = problems(tmp_path, f"belanja,1.1.04,5.2.1.01,{'x' * 100_000},,,,100,ADD")
    assert (problem.code, problem.details["length"]) == ("row-text-too-long", 100_000)


@pytest.mark.parametrize("text", ["'; DROP TABLE line; --", '""Robert""', "%s {0} {uraian}", "<h1>x</h1>"])
def test_hostile_text_is_text(tmp_path: Path, text: str) -> None:
    """S15."""
    found = row(tmp_path, f'belanja,1.1.04,5.2.1.01,"{text}",,,,100,ADD')
    assert found.description == text.replace('""', '"')
