"""The chart of accounts: every row sound, every usual spelling found."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_budget import paths
from village_budget.chart import codes
from village_budget.chart.chart import national_chart
from village_budget.chart.codes import CodeError
from village_budget.chart.villages import known_villages

CHART = national_chart()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(
            (spelling, "1.1.01")
            for spelling in ("01.01.01.", "1.1.1", "1.1.01", " 1.1.01 ", "'01.01.01", "1 1 1")
        ),
        *(("2.3.10", "2.3.10"), ("02.03.10", "2.3.10"), ("1", "1"), ("01.", "1"), ("1.1", "1.1")),
    ],
)
def test_activity_codes_in_any_spelling(text: str, code: str) -> None:
    """``01.01.01.``, ``1.1.1`` and ``1.1.01`` are the same code."""
    assert codes.activity_code(text) == code
    assert CHART.activity(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("5.1.1.1", "5.1.1.01"),
        ("5.1.1.01.", "5.1.1.01"),
        ("05.01.01.01", "5.1.1.01"),
        ("4.2", "4.2"),
        ("4", "4"),
    ],
)
def test_account_codes_in_any_spelling(text: str, code: str) -> None:
    """A shorter code is kept at its level."""
    found = CHART.account(text)
    assert (found.code, found.notice) == (code, "")
    assert found.entry is CHART.accounts[code]


@pytest.mark.parametrize("text", ["", "a", "1.1.1.1", "1.100.1", "1..1", "10.1.1", "1.1.١", "1.1.-1", "=1.1"])
def test_what_is_no_activity_code_is_refused(text: str) -> None:
    """Refused with the text that was read."""
    with pytest.raises(CodeError) as refused:
        CHART.activity(text)
    assert (refused.value.code, refused.value.text) == ("code-unreadable", text)


@pytest.mark.parametrize("text", ["9.1.01", "1.1.89", "6", "1.9"])
def test_unknown_activities_are_refused(text: str) -> None:
    """The chart is closed below the regency's range."""
    with pytest.raises(CodeError) as refused:
        CHART.activity(text)
    assert refused.value.code == "activity-unknown"


@pytest.mark.parametrize("text", ["7.1", "5.1.1.89", "4.9", "5.9.9.99"])
def test_unknown_accounts_are_refused(text: str) -> None:
    """The chart is closed; the regency's range needs a known parent."""
    with pytest.raises(CodeError) as refused:
        CHART.account(text)
    assert refused.value.code == "account-unknown"


def test_the_regencys_own_codes_are_accepted_with_a_notice() -> None:
    """90-99 at the last level belong to the regency (Permendagri 20/2018)."""
    activity, account = CHART.activity("2.3.95"), CHART.account("5.2.1.95")
    assert (activity.code, activity.entry, activity.notice) == ("2.3.95", None, "regency-code")
    assert (account.code, account.entry, account.notice) == ("5.2.1.95", None, "regency-code")
    assert CHART.activity_name("2.3.95") == "Kegiatan 2.3.95"
    assert CHART.account_name("5.2.1.95") == "Rekening 5.2.1.95"
    with pytest.raises(CodeError):
        CHART.account("5.95")


@pytest.mark.parametrize("text", ["5.1.01", "5.1.1", "05.01.01."])
def test_an_old_spelling_is_led_to_its_new_code(text: str) -> None:
    """``5.1.01`` was written for ``5.1.00``; kept under the new code, with a notice."""
    found = CHART.activity(text)
    assert (found.code, found.notice) == ("5.1.00", "old-spelling")


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_any_numbers_give_a_code_or_a_clear_refusal(sector: int, subsector: int, activity: int) -> None:
    """Never another exception than `CodeError`; what is accepted is a fixed point."""
    try:
        found = CHART.activity(f"{sector}.{subsector}.{activity}")
    except CodeError as refused:
        assert refused.code in {"code-unreadable", "activity-unknown"}
    else:
        assert CHART.activity(found.code).code == found.code


@pytest.mark.parametrize("name", ["activities.csv", "accounts.csv"])
def test_every_row_stands_below_its_parent(name: str) -> None:
    """Each row of the tables: unique code, in the one form, level and parent agree, parent exists."""
    with paths.resource("chart", name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    levels = (
        ["bidang", "sub_bidang", "kegiatan"]
        if name == "activities.csv"
        else ["akun", "kelompok", "jenis", "objek"]
    )
    read = codes.activity_code if name == "activities.csv" else codes.account_code
    known = {row["code"] for row in rows}
    assert len(known) == len(rows)
    for row in rows:
        assert read(row["code"]) == row["code"]
        assert levels[codes.level(row["code"]) - 1] == row["level"]
        assert row["parent"] == codes.parent(row["code"])
        assert not row["parent"] or row["parent"] in known
        assert row["name"] == row["name"].strip() != ""
        assert codes.is_regency_range(row["code"]) == (row["code_range"] == "90-99")


def test_accounts_tell_their_kind() -> None:
    """Revenue is 4, spending 5, money in 6.1 and out 6.2; levels tell the depth."""
    kinds = {"4": "revenue", "5": "expenditure", "6.1": "financing_in", "6.2": "financing_out"}
    for entry in CHART.accounts.values():
        head = entry.code[:3] if entry.code.startswith("6") else entry.code[0]
        assert entry.kind == kinds.get(head, "")
    assert CHART.accounts["5.1.1.01"].level == 4
    assert CHART.activities["1.1.01"].level == 3


def test_search_finds_by_code_first_then_by_words() -> None:
    """Every word must be in the name, in any case and order; only the last level is offered."""
    by_code = CHART.search_activities("1.1.0")
    assert [entry.code for entry in by_code[:3]] == ["1.1.01", "1.1.02", "1.1.03"]
    by_words = CHART.search_activities("TETAP kepala penghasilan")
    assert "1.1.01" in [entry.code for entry in by_words]
    assert all(entry.level == 3 for entry in by_words)
    assert CHART.search_activities("") != []
    assert CHART.search_activities("zebra") == []
    assert len(CHART.search_activities("", limit=7)) == 7


def test_search_keeps_to_a_kind_of_account() -> None:
    """Revenue lines are never offered a spending account; financing can be asked for one way or both."""
    for kind, heads in {
        "revenue": ("4",),
        "expenditure": ("5",),
        "financing": ("6.1", "6.2"),
        "financing_in": ("6.1",),
        "financing_out": ("6.2",),
    }.items():
        found = CHART.search_accounts("", kind, limit=999)
        assert found
        assert all(entry.code.startswith(heads) and entry.level == 4 for entry in found)
    assert [entry.code for entry in CHART.search_accounts("4.2.1", "revenue")] == ["4.2.1.01"]


@pytest.mark.parametrize(
    ("account", "fund"),
    [
        *(
            ("4.2.1.01", "DDS"),
            ("4.2.1", "DDS"),
            ("4.2.3.01", "ADD"),
            ("4.2.2.01", "PBH"),
            ("4.2.4.01", "PBP"),
        ),
        *(("4.2.5.01", "PBK"), ("4.1.2.01", "PAD"), ("4.1.3.01", "SWD"), ("4.3.1.01", "DLL")),
        *(("6.1.1.01", ""), ("5.1.1.01", ""), ("4.2", ""), ("4", "")),
    ],
)
def test_a_revenue_account_implies_its_fund(account: str, fund: str) -> None:
    """4.2.1 can only be Dana Desa; SiLPA and spending imply nothing."""
    assert CHART.implied_fund(account) == fund
    assert not fund or fund in CHART.funds


def test_tags_are_proposed_from_codes() -> None:
    """The proposals of ``tags.csv`` use codes that exist and come in the table's order."""
    assert CHART.proposed_tags("1.1.01", "5.1.1.01") == ("siltap",)
    assert CHART.proposed_tags("5.3.00", "5.4.1.01") == ("blt",)
    assert CHART.proposed_tags("5.3.00", "") == ("blt",)
    assert CHART.proposed_tags("5.3.00", "5.2.1.01") == ()
    assert CHART.proposed_tags("2.2.02", "") == ("posyandu", "stunting", "kesehatan")
    assert CHART.proposed_tags("3.4.01", "5.2.1.01") == ()
    assert CHART.proposed_tags("", "4.2.1.01") == ()
    with paths.resource("chart", "tags.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["tag"] in CHART.tags
            assert not row["activity"] or row["activity"] in CHART.activities
            assert row["account"] in ("", "-") or row["account"] in CHART.accounts


def test_a_tag_has_a_name_and_a_line_of_help_in_both_languages() -> None:
    """For the chips of the window: short names, all different, one sentence each."""
    for language in ("id", "en"):
        names = [info.name(language) for info in CHART.tags.values()]
        assert len(names) == len(set(names))
        assert all(0 < len(name) <= 26 for name in names)
        for info in CHART.tags.values():
            assert info.explanation(language).endswith(".")
            assert len(info.explanation(language)) <= 130
    assert CHART.tags["blt"].name("id") == "BLT Desa"
    assert CHART.tags["covid"].explanation("en") == "The village's response to Covid-19, BLT not included."


def test_a_tag_matters_in_the_years_of_its_rules() -> None:
    """Covid-19 from 2020 to 2022, food security from 2022 on, health posts in every year."""
    assert [year for year in range(2019, 2028) if CHART.tags["covid"].matters_in(year)] == [2020, 2021, 2022]
    assert not CHART.tags["ketahanan_pangan"].matters_in(2021)
    assert CHART.tags["ketahanan_pangan"].matters_in(2022)
    assert CHART.tags["posyandu"].matters_in(2019)


def test_all_villages_of_banyuwangi_can_be_picked() -> None:
    """189 villages with unique Kemendagri codes of the regency, in code order."""
    villages = known_villages()
    codes_in_order = [village.code for village in villages]
    assert len(villages) == len(set(codes_in_order)) == 189
    assert codes_in_order == sorted(codes_in_order)
    assert all(
        village.code.startswith("35.10.") and village.name and village.district for village in villages
    )


def test_codes_know_their_place() -> None:
    """Ancestors are told by whole levels, not by leading characters."""
    assert codes.prefixes("5.1.1.01") == ["5", "5.1", "5.1.1", "5.1.1.01"]
    assert codes.parent("4") == ""
    assert codes.is_within("5.1.1.01", "5.1")
    assert codes.is_within("5.1", "5.1")
    assert not codes.is_within("5.10", "5.1")
    assert codes.is_regency_range("2.3.90")
    assert not codes.is_regency_range("2.3.89")
    assert not codes.is_regency_range("9")
