"""The list of standard prices in a plan, or shared on a computer: what a price is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.document.files import Clock, save_plan
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.edits.standard_prices import RemovePrices, SetPrices
from village_budget.document.trial import Trial, most_telling
from village_budget.domain.answer import PriceText
from village_budget.domain.findings import Finding
from village_budget.domain.plan import Change, Entity
from village_budget.domain.prices import PriceBook, PriceItem
from village_budget.exchange.prices.price_text import dumps_prices
from village_budget.exchange.prices.shared_prices import (
    load_shared,
    remove_shared,
    save_shared,
    shared_file,
)
from village_budget.rules.check import check

SEMEN = 5
"""Line of the small plan: 400 zak at 65.000."""


def text(rupiah: int) -> str:
    return dumps_prices([PriceItem("1", "SEMEN", "", "Zk", rupiah * 100)])


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    yield document
    document.close()


def finding(document: Document) -> Finding | None:
    """LOC-PRICE; and nothing that was kept edit by edit is other than from scratch."""
    assert document.findings == check(document.plan, document.chart, document.pack)
    return next((one for one in document.findings if one.rule == "LOC-PRICE"), None)


def test_prices_are_judged_once_there_is_a_list(document: Document) -> None:
    assert finding(document) is None
    before = document.fingerprint
    assert document.apply(SetPrices("SSH 2026", text(64_000))).findings_changed
    assert document.fingerprint == before
    broken = finding(document)
    assert broken is not None
    assert (broken.holds, broken.lines, broken.gap) == (False, (SEMEN,), 400_000_00)
    document.undo()
    assert finding(document) is None
    document.redo()
    assert document.apply(RemovePrices()).findings_changed
    assert finding(document) is None


def test_a_lower_price_or_a_reason_mends_it(document: Document) -> None:
    document.apply(SetPrices("SSH 2026", text(64_000)))
    assert finding(document) is not None
    for values in ({"unit_price": 64_000_00}, {"price_reason": "Ongkos angkut ke dusun atas"}):
        assert document.apply(SetLine(SEMEN, values)).findings_changed
        held = finding(document)
        assert held is not None
        assert held.holds
        document.undo()
    document.apply(SetLine(SEMEN, {"price_reason": "Ongkos angkut."}))
    told = finding(document)
    assert told is not None
    assert (told.variant, told.facts["reasons"]) == ("reasoned", "Semen, Ongkos angkut")
    assert document._selected.checker.lines_of(told) == (SEMEN,)
    document.undo()
    document.apply(SetLine(SEMEN, {"description": "Semen putih"}))
    held = finding(document)
    assert held is not None
    assert held.holds


def test_a_plan_s_own_list_wins_over_the_shared_one(document: Document) -> None:
    shared = PriceText(0, "Bersama", text(60_000), "")
    assert finding(document) is None
    assert not document.lend_prices(lambda: None)
    assert document.lend_prices(lambda: shared)
    broken = finding(document)
    assert broken is not None
    assert broken.gap == 400 * 5_000_00
    document.apply(SetPrices("Sendiri", text(70_000)))
    held = finding(document)
    assert held is not None
    assert held.holds
    assert document.pack.prices is not None
    assert document.pack.prices.name == "Sendiri"
    document.compare_with(PriceBook("x", [PriceItem("", "semen", "", "zak", 1)]))
    broken = finding(document)
    assert broken is not None
    assert not broken.holds


def test_a_list_that_can_t_be_read_is_left_aside_and_told(document: Document) -> None:
    """A plan from elsewhere may carry anything; the plan opens, prices are not compared."""
    document.apply(SetPrices("rusak.csv", "semen;zak;68000"))
    document.lend_prices(lambda: PriceText(0, "Bersama", text(60_000), ""))
    assert finding(document) is None
    assert document.prices_problem is not None
    assert document.prices_problem.code == "prices-unreadable"
    assert list(document.prepare_prices()) == []
    document.apply(RemovePrices())
    assert finding(document) is not None
    assert document.prices_problem is None


def test_a_list_is_read_step_by_step_before_it_is_needed(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening a plan does not read it, and judging does not read it a second time."""
    from village_budget.exchange.prices import price_text

    items = [PriceItem(str(n), f"Barang {n}", "", "Buah", 100 + n) for n in range(2_000)]
    document.lend_prices(lambda: PriceText(0, "Panjang", dumps_prices(items), ""))
    assert sum(1 for _ in document.prepare_prices()) == 4
    monkeypatch.setattr(price_text, "loads_prices", lambda *_: pytest.fail("read again"))
    assert document.pack.prices is not None
    assert len(document.pack.prices) == 2_000
    assert list(document.prepare_prices()) == []


def test_the_preview_of_an_entry_leaves_the_standard_to_the_price_hint(document: Document) -> None:
    document.apply(SetPrices("SSH 2026", text(65_000)))
    line = document.plan.lines[SEMEN]
    dear = replace(line, unit_price=70_000_00, amount=400 * 70_000_00)
    trial = Trial(document)
    told = most_telling(trial.findings, trial.findings_with(Change(Entity.LINE, line.id, line, dear)))
    assert told is None or told.rule != "LOC-PRICE"


def test_the_shared_list_is_one_file_that_is_replaced_whole() -> None:
    assert load_shared() is None
    save_shared("SSH\nBanyuwangi  2026", text(64_000))
    found = load_shared()
    assert found is not None
    assert (found.name, found.text) == ("SSH Banyuwangi 2026", text(64_000))
    save_shared("Lain", text(1_000))
    assert load_shared() != found
    shared_file().write_bytes(b"\xff\xfe")
    assert load_shared() is None
    shared_file().write_bytes(b"kode,uraian\n")
    assert load_shared() is None
    remove_shared()
    remove_shared()
    assert load_shared() is None
