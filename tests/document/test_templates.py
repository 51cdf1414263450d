"""Templates of activities: the shipped ones, the user's own, and files that are no good."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import small_plan
from tests.document.files import Clock, save_plan, state
from village_budget.chart.chart import national_chart
from village_budget.chart.codes import level
from village_budget.chart.tags import read_tags
from village_budget.document import template_library as library
from village_budget.document.document import Document
from village_budget.document.edits.templates import InsertTemplate
from village_budget.domain.lines import Factor, Part
from village_budget.domain.template import ActivityTemplate, TemplateLine, Words
from village_budget.errors import UserError
from village_budget.exchange.templates.template_file import MAX_BYTES, parse_template, read_template
from village_budget.exchange.templates.template_text import template_text
from village_budget.rules.packs.loader import load_pack

NIK = "3510011203980001"
SHIPPED = library.load_library(Path("nowhere")).templates
ONE = 'format = 1\ntitle = "Jalan"\nactivity = "2.3.10"\n\n[[lines]]\naccount = "5.3.5.03"\n'


def test_there_are_templates_of_every_sector() -> None:
    """At least twenty; those that every village has are among them."""
    assert len(SHIPPED) >= 30
    assert {row.activity_code[:1] for row in SHIPPED} == {"", "1", "2", "3", "4", "5"}
    codes = {row.activity_code for row in SHIPPED}
    assert {"1.1.01", "1.1.02", "1.1.05", "1.1.07", "2.2.02", "2.3.10", "5.3.00"} <= codes


@pytest.mark.parametrize("template", SHIPPED, ids=[row.key for row in SHIPPED])
def test_a_shipped_template_fits_the_chart(template: ActivityTemplate) -> None:
    """Its codes are national ones of the last level, its funds and tags known, its prices never invented."""
    chart, tags = national_chart(), read_tags()
    if template.activity_code:
        assert level(template.activity_code) == 3
        assert template.activity_code in chart.activities
        assert template.officer
        assert template.output
        assert template.target_unit
    assert template.fund in chart.funds
    for text in (template.title, template.about):
        assert text.id
        assert text.en
    for line in template.lines:
        assert line.account_code in chart.accounts
        assert level(line.account_code) == 4
        assert line.unit
        assert line.description
        assert set(line.tags or ()) <= tags.keys()
        assert bool(line.unit_price) is bool(line.price_basis)
        assert line.part is (Part.SPENDING if template.activity_code else Part.FINANCING)
        assert (line.account_code == "5.4.1.01") is template.activity_code.startswith("5.")


@pytest.mark.parametrize("template", SHIPPED, ids=[row.key for row in SHIPPED])
def test_a_shipped_template_is_inserted_and_taken_back(template: ActivityTemplate, tmp_path: Path) -> None:
    """U17, U25: one step; each line is marked; the marks are gone with the undo."""
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    try:
        before = state(document)
        document.apply(InsertTemplate(template, template.fund))
        added = document.plan.unreviewed()
        assert [line.review for line in added] == ["template"] * len(template.lines)
        assert {line.fund for line in added} == {template.fund}
        broken = {one.rule for one in document.findings if not one.holds}
        assert not {"STR-CODE", "STR-JENIS", "BAL-ROLL", "PLAN-RINCI", "PLAN-DANA"} & broken
        assert document.undo() is not None
        assert state(document) == before
    finally:
        document.close()


def test_prices_that_the_law_fixes_are_those_of_the_rules() -> None:
    """A template never says another amount than the rule that judges it."""
    rules = load_pack(2026).rules
    prices = {(row.key, line.account_code): line.unit_price for row in SHIPPED for line in row.lines}
    assert prices["siltap-kades", "5.1.1.01"] == rules["SIL-KADES"].limit
    assert prices["blt-desa", "5.4.1.01"] == rules["DD-26-03"].limit
    staff = next(row for row in SHIPPED if row.key == "siltap-perangkat")
    assert [line.unit_price for line in staff.lines[:2]] == [
        rules["SIL-SEKDES"].limit, rules["SIL-PERANGKAT"].limit,
    ]  # fmt: skip


@pytest.mark.parametrize("template", SHIPPED, ids=[row.key for row in SHIPPED])
def test_a_template_is_written_as_it_is_read(template: ActivityTemplate) -> None:
    assert parse_template(template_text(template), template.key, "x.toml") == template


_TEXT = st.text(max_size=40).map(lambda text: " ".join(text.split())).filter(
    lambda text: text.isprintable() and all(ord(char) < 0xD800 for char in text)
)  # fmt: skip
_FACTORS = st.lists(
    st.builds(
        Factor, st.decimals(0, 999, places=2).map(abs), st.sampled_from(["orang", "bulan", "org hari"])
    ),
    max_size=3,
)


@given(title=_TEXT.filter(bool), about=_TEXT, unit=_TEXT, factors=_FACTORS, price=st.integers(0, 10**9))
def test_any_text_survives_its_file(
    title: str, about: str, unit: str, factors: list[Factor], price: int
) -> None:
    """Quotes, backslashes, any script; odd volumes and prices with sen."""
    from village_budget.text import one_line

    volume = Decimal(1)
    for factor in factors:
        volume *= factor.value
    line = TemplateLine(
        "5.2.1.01", one_line(about), volume if factors else Decimal("2.5"), one_line(unit), price,
        factors=tuple(factors), tags=() if price % 2 else None,
    )  # fmt: skip
    made = ActivityTemplate("k", Words(one_line(title) or "x"), Words(one_line(about)), "1.1.04", (line,))
    assert parse_template(template_text(made), "k", "k.toml") == made


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("format = ", "template-damaged"),
        ("x = " + "[" * 5000, "template-damaged"),
        (ONE.replace("= 1", "= 9"), "template-newer"),
        (ONE.replace('"Jalan"', "7"), "template-field"),
        (ONE.replace('"Jalan"', '""'), "template-field"),
        (ONE.replace("2.3.10", "2.3"), "template-field"),
        (ONE.replace("5.3.5.03", "5.3.5"), "template-field"),
        (ONE.replace("5.3.5.03", "9.9.9.99"), "template-field"),
        (ONE.replace('activity = "2.3.10"\n', ""), "template-field"),
        (ONE + "price = -5", "template-field"),
        (ONE + "price = true", "template-field"),
        (ONE + 'volume = "banyak"', "template-field"),
        (ONE + 'volume = "999999999999999"\nprice = 999999999', "template-field"),
        (ONE + 'factors = ["banyak orang"]', "template-field"),
        (ONE + "color = 3", "template-field"),
        (ONE + f'description = "{"a" * 2000}"', "template-field"),
        (ONE + f'description = "KK {NIK}"', "personal-number"),
        ("months = [0, 13]\n" + ONE, "template-field"),
        ("months = [1.0, 2.0]\n" + ONE, "template-field"),
        (ONE.split("\n\n", maxsplit=1)[0], "template-field"),
        (ONE + "\n[[lines]]\naccount = '5.3.5.03'\n" * 600, "template-field"),
    ],
)
def test_a_bad_file_is_one_sentence(text: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        parse_template(text, "buruk", "buruk.toml")


def test_files_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "biner.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "besar.toml").write_bytes(b"#" * (MAX_BYTES + 1))
    for name, code in (("biner", "damaged"), ("besar", "damaged"), ("hilang", "missing")):
        with pytest.raises(UserError, match=f"template-{code}"):
            read_template(tmp_path / f"{name}.toml")


def test_the_users_own_are_kept_found_passed_on_and_removed(tmp_path: Path) -> None:
    """A damaged one among them is told in one sentence and left aside."""
    home, desk = tmp_path / "contoh", tmp_path / "meja"
    desk.mkdir()
    plan = small_plan()
    made = library.template_of(plan.activities[2], plan.lines_of(2), "Jalan Krajan")
    first, second = library.save_own(made, home), library.save_own(made, home)
    assert (first.key, second.key) == ("jalan-krajan", "jalan-krajan-2")
    (home / "rusak.toml").write_text("[[[", encoding="utf-8")
    found = library.load_library(home)
    assert [row.key for row in found.templates if row.is_own] == ["jalan-krajan", "jalan-krajan-2"]
    assert [error.code for error in found.problems] == ["template-damaged"]
    library.write_template(first, desk / "untuk-teman.toml")
    taken = library.take_in(desk / "untuk-teman.toml", home)
    assert replace(taken, key=first.key) == first
    for row in (first, second, taken):
        library.remove_own(row, home)
    assert not [row for row in library.load_library(home).templates if row.is_own]


def test_an_activity_comes_back_from_its_template(tmp_path: Path) -> None:
    """Lines, volumes, prices and details are those that were kept; place and persons are not."""
    plan = small_plan()
    lines = [replace(line, note="x", link="y") for line in plan.lines_of(2)]
    lines[0] = replace(lines[0], description=f"Semen {NIK}")
    activity = replace(plan.activities[2], location="RT 3", target=Decimal(120), target_unit="m")
    made = library.template_of(activity, lines, "Jalan")
    assert NIK not in template_text(made)
    assert made.location == ""
    assert made.fund == "DDS"
    document = Document.open(save_plan(tmp_path / "desa.apbdes", plan), clock=Clock())
    try:
        document.apply(InsertTemplate(made, "DDS"))
        added = document.plan.unreviewed()
        assert [line.amount for line in added] == [line.amount for line in lines]
        new = document.plan.activities[added[0].activity_id or 0]
        assert (new.target, new.target_unit, new.start_month, new.end_month) == (Decimal(120), "m", 4, 8)
    finally:
        document.close()
    bare = library.template_of(activity, lines, "Jalan", with_prices=False)
    assert {line.unit_price for line in bare.lines} == {0}
