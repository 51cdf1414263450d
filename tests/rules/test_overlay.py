"""The regency's file: it adds and tightens, never loosens; whatever is wrong in it is named."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.rules.cases import plan_of
from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.errors import ExportError, PackError
from village_budget.rules.check import check
from village_budget.rules.packs.loader import (
    known_rules,
    load_overlay,
    load_pack,
    loads_overlay,
    pack_years,
)
from village_budget.rules.packs.pack import RulePack
from village_budget.rules.packs.standing_answers import answer_of
from village_budget.rules.regency.overlay_reader import pay_posts
from village_budget.rules.regency.overlay_template import overlay_template, write_overlay_template
from village_budget.rules.wording import sentence

CHART = national_chart()
VILLAGE = "35.10.01.2001"
HEAD = '[overlay]\nname = "Kabupaten Uji"\nchecked_on = "2026-01-01"\n'
OWN = """[rules.KAB-1]
kind = "none_of"
theme = "pay"
severity = "warning"
basis = "Peraturan Bupati Uji 1/2026"
title = { id = "Uji", en = "Trial" }
measured = { parts = ["spending"], funds = ["SWD"] }
broken = { id = "Ada {measured}.", en = "There is {measured}." }
holds = { id = "Tidak ada.", en = "There is none." }
demand = { id = "Tidak boleh.", en = "Not allowed." }
"""


def laid(text: str, year: int = 2026) -> RulePack:
    """The pack of a year with the regency's file laid over it."""
    return loads_overlay(HEAD + text, "kabupaten.toml").apply_to(load_pack(year), VILLAGE)


def refusal(text: str) -> tuple[object, ...]:
    with pytest.raises(PackError) as caught:
        laid(text)
    error = caught.value
    return (error.code, error.details["file"], error.details["line"], error.details["field"])


def test_the_regency_s_limit_wakes_a_rule_that_waits_for_it() -> None:
    national = load_pack(2026)
    wider = laid("[pay.kades]\nmax = 2500000\n")
    assert wider.overlay == "Kabupaten Uji"
    assert {**wider.rules, "SIL-MAX-KADES": national.rules["SIL-MAX-KADES"]} == national.rules
    assert laid("[limits]\nSIL-MAX-KADES = 2500000\n").rules == wider.rules
    plan = plan_of(["belanja | 1.1.01 | 5.1.1.01 | ADD | 12 OB | 2500001 | Kepala Desa"], 2026)
    findings = {finding.rule: finding for finding in check(plan, CHART, wider)}
    assert findings["SIL-MAX-KADES"].gap == 100
    assert "Peraturan Bupati" in sentence(findings["SIL-MAX-KADES"], wider.rules["SIL-MAX-KADES"], "id")
    assert "SIL-MAX-KADES" not in {finding.rule for finding in check(plan, CHART, national)}


@pytest.mark.parametrize(
    "text",
    ["", "# kosong\n", "[limits]\n[rules]\n[ceilings]\n[pay]\n[codes]\n[delegation]\n[holidays]\n[prices]\n"],
)
def test_an_empty_overlay_changes_nothing(text: str) -> None:
    pack = load_pack(2026)
    for whole in (text, HEAD + text):
        overlay = loads_overlay(whole, "kabupaten.toml")
        laid_over = overlay.apply_to(pack, VILLAGE)
        assert laid_over.rules == pack.rules
        assert not laid_over.given
        assert overlay.chart_with(CHART) is CHART
    assert loads_overlay("", "kabupaten.toml").name == "kabupaten"


def test_the_ceiling_of_the_village_is_its_answer() -> None:
    pack = laid(f'[ceilings."{VILLAGE}"]\nDDS = 5\ndd_reguler = 3\n[ceilings."35.10.01.2002"]\nADD = 9\n')
    assert pack.given == {"pagu.DDS": "500", "pagu.dd_reguler": "300"}
    plan = plan_of([], 2026, {"pagu.DDS": 1, "pagu.ADD": 2})
    assert answer_of(plan, "pagu.DDS", pack.given) == "500"
    assert answer_of(plan, "pagu.ADD", pack.given) == "200"


def test_the_regency_s_codes_get_their_names() -> None:
    text = '[codes.activities]\n"2.3.95" = "Jalan wisata"\n[codes.accounts]\n"5.2.1.95" = "Bahan pameran"\n'
    chart = loads_overlay(text, "x.toml").chart_with(CHART)
    assert chart.activity_name("2.3.95") == "Jalan wisata"
    assert chart.account_name("5.2.1.95") == "Bahan pameran"
    assert [entry.code for entry in chart.search_activities("wisata jalan")] == ["2.3.95"]
    assert "5.2.1.95" in [entry.code for entry in chart.search_accounts("pameran", "expenditure")]
    assert chart.activity("02.03.95.").entry is not None
    assert CHART.activity_name("2.3.95") == "Kegiatan 2.3.95"
    assert chart.proposed_tags("5.3.00", "5.4.1.01") == CHART.proposed_tags("5.3.00", "5.4.1.01")
    assert (chart.funds, chart.tags) == (CHART.funds, CHART.tags)


def test_holidays_delegation_and_prices_are_told_on() -> None:
    pack = laid(
        '[holidays]\n2026-12-18 = "Hari jadi"\n[prices]\nreference = "Perbup 3/2026"\n'
        '[delegation]\ncamat = true\nbasis = "Perbup 2/2026"\n'
    )
    assert pack.holidays == {date(2026, 12, 18): "Hari jadi"}
    assert pack.price_list == "Perbup 3/2026"
    assert pack.delegation is not None
    assert (pack.delegation.to_camat, pack.delegation.basis) == (True, "Perbup 2/2026")
    assert load_pack(2026).delegation is None


@pytest.mark.parametrize(
    ("stricter", "looser", "rule"),
    [
        ("[limits]\nSIL-KADES = 2426641\n", "[limits]\nSIL-KADES = 2426639\n", "SIL-KADES"),
        ("[pay.kades]\nmin = 2426641\n", "[pay.kades]\nmin = 2426639\n", "SIL-KADES"),
        ("[limits]\nDD-26-03 = 299999\n", "[limits]\nDD-26-03 = 300001\n", "DD-26-03"),
        ("[limits]\nDD-26-08-KANTOR = 1\n", "[limits]\nDD-26-08-KANTOR = 25000001\n", "DD-26-08-KANTOR"),
    ],
)
def test_an_overlay_may_be_stricter_than_the_law_but_not_looser(
    stricter: str, looser: str, rule: str
) -> None:
    assert laid(stricter).rules[rule].limit != load_pack(2026).rules[rule].limit
    assert refusal(looser)[0] == "overlay-national-rule"


def test_no_national_rule_can_be_replaced_or_loosened_in_any_way() -> None:
    """Every rule of every year: a limit of its own is refused unless it is open, or stricter."""
    for year in pack_years():
        for rule in load_pack(year).rules.values():
            replaced = OWN.replace("KAB-1", rule.id)
            with pytest.raises(PackError) as caught:
                laid(replaced, year)
            assert (caught.value.code, caught.value.details["line"]) == ("overlay-national-rule", 4)
            if not rule.local:
                for number in (0, 10**12):
                    try:
                        limit = laid(f"[limits]\n{rule.id} = {number}\n", year).rules[rule.id].limit
                    except PackError as error:
                        assert error.code == "overlay-national-rule"
                    else:
                        assert rule.limit is not None
                        assert limit is not None
                        assert (limit >= rule.limit) == (rule.kind == "monthly_minimum")


def test_a_limit_for_a_rule_of_another_year_is_left_aside() -> None:
    assert "DD-26-03" in known_rules()
    assert laid("[limits]\nDD-26-03 = 250000\n", 2025).rules == load_pack(2025).rules


def test_a_rule_of_the_regency_s_own_holds_in_its_years() -> None:
    assert laid(OWN).rules["KAB-1"].basis == "Peraturan Bupati Uji 1/2026"
    assert "KAB-1" not in laid(OWN + "until = 2025-12-31\n").rules
    assert "KAB-1" in laid(OWN + "until = 2025-12-31\n", 2025).rules


@pytest.mark.parametrize(
    ("text", "code", "line", "field"),
    [
        ('[limits]\nSIL-MAX-KADES = "banyak"\n', "pack-field", 5, "limits.SIL-MAX-KADES"),
        ("[limits]\nSIL-MAX-KADES = -1\n", "pack-field", 5, "limits.SIL-MAX-KADES"),
        ("[limits]\nSIL-MAX-CAMAT = 1\n", "overlay-unknown-rule", 5, "limits.SIL-MAX-CAMAT"),
        ("[limits]\nSIL-KADES = 1\n", "overlay-national-rule", 5, "limits.SIL-KADES"),
        (
            "[pay.kades]\nmax = 3000000\n[limits]\nSIL-MAX-KADES = 1\n",
            "overlay-twice",
            7,
            "limits.SIL-MAX-KADES",
        ),
        ("[limits]\nBEL-30 = 1\n", "overlay-national-rule", 5, "limits.BEL-30"),
        ("[limit]\nSIL-KADES = 1\n", "pack-unknown-field", 4, "limit"),
        ('[rules.BEL-30]\npercent = "90"\n', "pack-missing-field", 4, "rules.BEL-30.kind"),
        (OWN.replace("none_of", "magic"), "pack-unknown-kind", 5, "rules.KAB-1.kind"),
        (OWN.replace('theme = "pay"\n', ""), "pack-missing-field", 4, "rules.KAB-1.theme"),
        (OWN.replace('"SWD"', '"XYZ"'), "pack-unknown-code", 10, "rules.KAB-1.measured"),
        ("[pay.kades]\nmin = 1\n", "overlay-national-rule", 5, "pay.kades.min"),
        ("[pay.kades]\nmin = 3000000\nmax = 2999999\n", "pack-field", 6, "pay.kades.max"),
        ("[pay.kades]\nmax = 2500000.5\n", "pack-field", 5, "pay.kades.max"),
        ("[pay.kades]\nmaks = 1\n", "pack-unknown-field", 5, "pay.kades.maks"),
        ("[pay.camat]\nmax = 1\n", "overlay-unknown-post", 4, "pay.camat"),
        ("[pay]\nkades = 1\n", "pack-field", 5, "pay.kades"),
        (f'[ceilings."{VILLAGE}"]\nDDS = "1"\n', "pack-field", 5, f"ceilings.{VILLAGE}.DDS"),
        (f'[ceilings."{VILLAGE}"]\nDDS = -1\n', "pack-field", 5, f"ceilings.{VILLAGE}.DDS"),
        (f'[ceilings."{VILLAGE}"]\nSWD = 1\n', "pack-unknown-field", 5, f"ceilings.{VILLAGE}.SWD"),
        ('[ceilings."35.10"]\nDDS = 1\n', "overlay-village-code", 4, "ceilings.35.10"),
        ('[codes.activities]\n"2.3.10" = "A"\n', "overlay-code", 5, "codes.activities.2.3.10"),
        ('[codes.activities]\n"2.9.95" = "A"\n', "overlay-code", 5, "codes.activities.2.9.95"),
        ('[codes.activities]\n"2.3.89" = "A"\n', "overlay-code", 5, "codes.activities.2.3.89"),
        ('[codes.activities]\n"2.3.95" = ""\n', "pack-field", 5, "codes.activities.2.3.95"),
        ('[codes.accounts]\n"5.2.1" = "A"\n', "overlay-code", 5, "codes.accounts.5.2.1"),
        ('[codes.accounts]\n"5.9.1.95" = "A"\n', "overlay-code", 5, "codes.accounts.5.9.1.95"),
        ("[codes.funds]\n", "pack-unknown-field", 4, "codes.funds"),
        ("[delegation]\ncamat = 1\n", "pack-field", 5, "delegation.camat"),
        ("[delegation]\ncamat = true\n", "pack-missing-field", 4, "delegation.basis"),
        ("[delegation]\nbupati = true\n", "pack-unknown-field", 5, "delegation.bupati"),
        ('[holidays]\n2026-02-30 = "A"\n', "pack-field", 5, "holidays.2026-02-30"),
        ("[holidays]\n2026-02-03 = 1\n", "pack-field", 5, "holidays.2026-02-03"),
        ("[prices]\nreference = 1\n", "pack-field", 5, "prices.reference"),
        ('[prices]\nlist = "a"\n', "pack-unknown-field", 5, "prices.list"),
        ("prices = 1\n", "pack-unknown-field", 4, "overlay.prices"),
        ("[limits]\nSIL-KADES = 1\nSIL-KADES = 2\n", "pack-syntax", 6, ""),
    ],
)
def test_a_bad_overlay_names_file_line_and_field(text: str, code: str, line: int, field: str) -> None:
    assert refusal(text) == (code, "kabupaten.toml", line, field)


STRANGE = (
    "-1", "1.5", "true", "[]", "[1]", "{}", "{ a = 1 }", "2026-01-01", "07:32:00", '""', '"x"', '[["x"]]',
    "nan", "99999999999999999999999", "[{}]", '{ id = 1, en = "a" }', '"{x}"', '{ id = "{", en = "}" }',
)  # fmt: skip
SAMPLE = paths.sample("overlay_contoh.toml").read_text(encoding="utf-8").splitlines()
STATED = [number for number, line in enumerate(SAMPLE) if re.match(r"[^#=\[]+=", line)]


@pytest.mark.parametrize("number", STATED, ids=[SAMPLE[number].split(" =")[0] for number in STATED])
def test_whatever_stands_in_a_field_is_taken_or_refused_by_name(number: int) -> None:
    """No value of any kind ends in anything but the rules, or one sentence that names the line."""
    field = SAMPLE[number].split("=")[0]
    for value in STRANGE:
        text = "\n".join([*SAMPLE[:number], f"{field}= {value}", *SAMPLE[number + 1 :]])
        try:
            overlay = loads_overlay(text, "kabupaten.toml")
            assert overlay.apply_to(load_pack(2026), VILLAGE).rules
        except PackError as error:
            assert error.details["file"] == "kabupaten.toml"
            assert 1 <= int(str(error.details["line"])) <= len(SAMPLE)


def test_a_file_on_disk_is_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "kabupaten.toml"
    path.write_text(HEAD + OWN, encoding="utf-8")
    assert load_overlay(path) == loads_overlay(HEAD + OWN, "kabupaten.toml")
    with pytest.raises(PackError) as caught:
        load_overlay(tmp_path / "tidak_ada.toml")
    assert caught.value.code == "pack-missing"
    with pytest.raises(PackError) as caught:
        loads_overlay("#" * 1_000_001, "kabupaten.toml")
    assert caught.value.code == "pack-too-large"


def test_the_table_of_pay_fills_rules_that_wait() -> None:
    for post, known in pay_posts().items():
        assert known.title.id != known.title.en
        for name, rule_id in known.rules.items():
            laid_over = laid(f"[pay.{post}]\n{name} = 9000000\n").rules[rule_id]
            assert laid_over.limit == 9_000_000_00
            assert not laid_over.silent


def test_the_example_overlay_is_sound_and_clearly_invented() -> None:
    overlay = load_overlay(paths.sample("overlay_contoh.toml"))
    assert "fiktif" in overlay.name
    told = [*overlay.activities.values(), *overlay.accounts.values(), *overlay.holidays.values()]
    assert all("fiktif" in words for words in [*told, overlay.price_list])
    for year in pack_years():
        pack = load_pack(year)
        assert len(overlay.apply_to(pack, VILLAGE).rules) == len(pack.rules) + len(overlay.rules)


@pytest.mark.parametrize("year", pack_years())
def test_the_template_is_empty_as_it_is_and_right_when_filled_in(year: int) -> None:
    pack = load_pack(year)
    text = overlay_template(pack)
    assert "{" not in text.split("[rules.")[0]
    assert loads_overlay(text, "baru.toml").apply_to(pack, VILLAGE).rules == pack.rules
    filled = loads_overlay(re.sub(r"^#(?=[^ \-])", "", text, flags=re.MULTILINE), "baru.toml")
    laid_over = filled.apply_to(pack, VILLAGE)
    assert laid_over.given
    waiting = [rule.id for rule in laid_over.rules.values() if rule.silent and rule.kind != "context"]
    assert not waiting, "a limit that is left to the regency has no place in the file"


def test_the_template_is_written_once(tmp_path: Path) -> None:
    target = tmp_path / "kabupaten.toml"
    write_overlay_template(load_pack(2026), target)
    assert load_overlay(target).apply_to(load_pack(2026)).rules == load_pack(2026).rules
    with pytest.raises(ExportError) as caught:
        write_overlay_template(load_pack(2026), target)
    assert caught.value.code == "overlay-template-exists"
    with pytest.raises(ExportError) as caught:
        write_overlay_template(load_pack(2026), tmp_path / "tidak_ada" / "x.toml")
    assert caught.value.code == "export-folder-missing"
