"""Standard prices: loaded through a preview, kept in the plan or on the computer, searched, removed."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.held_runner import HeldRunner
from tests.ui.fixtures.small_plan import empty, held, look, workspace  # noqa: F401
from ui.check.data_screen import DataScreen
from ui.intake.price_import_dialog import OWN, SHARED, PriceImportDialog
from ui.intake.price_lists import PriceLists
from ui.intake.prices_dialog import PricesDialog
from ui.kit import ask
from ui.support.workspace import Workspace
from village_budget import paths
from village_budget.document.edits import standard_prices as edits
from village_budget.document.edits.standard_prices import SetPrices
from village_budget.domain.prices import PriceItem
from village_budget.errors import UserError
from village_budget.exchange.prices.price_columns import PriceField
from village_budget.exchange.prices.price_list import read_price_list
from village_budget.exchange.prices.price_text import dumps_prices
from village_budget.exchange.prices.shared_prices import load_shared, save_shared

UNKNOWN = [
    ["Bahan bangunan", "Semen PC isi 50 kg", "zak", "68.000"],
    ["Bahan bangunan", "Pasir cor dari sungai", "m3", "250.000"],
    ["Bahan bangunan", "Paku reng", "kg", "gratis"],
    ["Bahan bangunan", "Besi beton 10 mm", "btg", "78.500"],
]
SEMEN = dumps_prices([PriceItem("1", "Semen", "", "zak", 90_000_00)])


def written(folder: Path, rows: Sequence[Sequence[str]]) -> Path:
    path = folder / "harga_kabupaten.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture
def window(qtbot: QtBot, workspace: Workspace) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    return made


@pytest.fixture
def lists(workspace: Workspace, window: QWidget) -> PriceLists:
    return PriceLists(workspace, window)


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, window: QWidget) -> PriceImportDialog:
    made = PriceImportDialog(read_price_list(written(tmp_path, UNKNOWN)), may_own=True, parent=window)
    qtbot.addWidget(made)
    made.show()
    return made


def loc_price(workspace: Workspace) -> bool | None:
    """Whether LOC-PRICE holds; None while it is not judged."""
    found = [one.holds for one in workspace.findings() if one.rule == "LOC-PRICE"]
    return found[0] if found else None


def test_a_file_is_read_behind_the_window_and_lands_in_the_plan(
    workspace: Workspace, lists: PriceLists, held: HeldRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U14: nothing changes before the button; one step of Undo takes the list off again."""
    shown: list[PriceImportDialog] = []

    def answer(asked: PriceImportDialog) -> bool:
        shown.append(asked)
        assert workspace.document is not None
        assert workspace.document.plan.prices is None
        asked.name.setText("SSH Kalibening 2026")
        return True

    monkeypatch.setattr(PriceImportDialog, "answer", answer)
    lists.read(paths.sample("harga_satuan_contoh.xlsx"))
    assert shown == []
    held.let_go()
    assert len(shown) == 1
    assert workspace.document is not None
    assert workspace.document.plan.prices is not None
    assert workspace.document.plan.prices.name == "SSH Kalibening 2026"
    assert workspace.document.pack.prices is not None
    assert len(workspace.document.pack.prices) == 368
    assert loc_price(workspace) is not None
    workspace.undo()
    assert workspace.document.plan.prices is None
    assert loc_price(workspace) is None


def test_a_list_can_be_shared_by_all_villages_on_the_computer(
    workspace: Workspace, lists: PriceLists, tmp_path: Path
) -> None:
    prices = read_price_list(
        written(tmp_path, [["nama barang", "satuan", "harga"], ["Semen", "zak", "90000"]])
    )
    prices.judge()
    with_list: list[bool] = []
    workspace.judged.connect(lambda: with_list.append(True))
    lists.keep(prices, "SSH bersama", SHARED)
    assert with_list
    assert loc_price(workspace) is False
    found = load_shared()
    assert found is not None
    assert found.name == "SSH bersama"
    assert workspace.document is not None
    assert workspace.document.plan.prices is None
    another = Workspace()
    another.open(workspace.document.path, read_only=True)
    assert loc_price(another) is False
    another.close()


def test_the_plan_s_own_list_wins_and_says_so(
    workspace: Workspace, lists: PriceLists, monkeypatch: pytest.MonkeyPatch, window: QWidget
) -> None:
    save_shared("Bersama", SEMEN)
    workspace.apply(SetPrices("Desa", dumps_prices([PriceItem("1", "Semen", "", "zak", 100_000_00)])))
    dialog = PricesDialog(lists.listed(), window)
    assert dialog.names["own"].text() == "Desa"
    assert "not used" in dialog.names["shared"].text()
    assert loc_price(workspace) is True
    lists.dialog = dialog
    monkeypatch.setattr(ask, "ask", lambda *_, **__: False)
    lists.remove("own")
    assert dialog.names["own"].text() == "Desa"
    monkeypatch.setattr(ask, "ask", lambda *_, **__: True)
    lists.remove("own")
    assert (dialog.names["own"].text(), dialog.names["shared"].text()) == ("No list yet", "Bersama")
    assert loc_price(workspace) is False
    lists.remove("shared")
    assert load_shared() is None
    assert loc_price(workspace) is None
    lists.dialog = None
    dialog.deleteLater()


def test_unknown_columns_are_named_by_hand_and_counted_live(dialog: PriceImportDialog, qtbot: QtBot) -> None:
    """Each column has a box; rows are judged anew with each choice, bad ones say why."""
    assert (dialog.taken.text, dialog.refused.text) == ("3", "1")
    assert dialog.list_name == "harga kabupaten"
    item, unit = dialog.head.boxes[1], dialog.head.boxes[2]
    assert item.accessibleName() == "Column B"
    unit.setFocus()
    unit.setCurrentIndex(0)
    qtbot.waitUntil(lambda: dialog.taken.text == "0")
    assert not dialog.accept_button.isEnabled()
    dialog.head.boxes[2].setCurrentIndex([unit.itemText(n) for n in range(unit.count())].index("Unit"))
    qtbot.waitUntil(lambda: dialog.taken.text == "3")
    assert dialog.accept_button.isEnabled()
    assert dialog.accept_button.text() == "Load 3 items"
    assert dialog.head.boxes[2] is unit
    assert unit.count() == len(PriceField)
    dialog.show_only_refused(only=True)
    assert dialog.model.rowCount() == 1
    last = dialog.model.index(0, dialog.model.columnCount() - 1)
    assert "gratis" in str(last.data())


def test_enter_loads_nothing_by_chance(dialog: PriceImportDialog) -> None:
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_list_of_many_rows_is_judged_in_slices(qtbot: QtBot, tmp_path: Path, window: QWidget) -> None:
    rows = [["nama barang", "satuan", "harga"], *([f"Barang {n}", "bh", str(n + 1)] for n in range(41_000))]
    made = PriceImportDialog(read_price_list(written(tmp_path, rows)), may_own=True, parent=window)
    qtbot.addWidget(made)
    assert not made.prices.done
    assert not made.accept_button.isEnabled()
    qtbot.waitUntil(lambda: made.prices.done, timeout=20_000)
    assert made.taken.text == "41.000"
    assert made.place == OWN
    assert not made.accept_button.isEnabled()
    made.where.setCurrentIndex(1)
    assert made.place == SHARED
    assert made.accept_button.isEnabled()


def test_items_are_searched_by_words(
    qtbot: QtBot, lists: PriceLists, workspace: Workspace, window: QWidget
) -> None:
    book = read_price_list(paths.sample("harga_satuan_contoh.csv")).book()
    workspace.apply(SetPrices("Contoh", dumps_prices(book.items)))
    dialog = PricesDialog(lists.listed(), window)
    qtbot.addWidget(dialog)
    assert dialog.model.rowCount() == 368
    dialog.search.setText("semen 50")
    assert [dialog.model.index(0, n).data() for n in range(3)] == ["Semen PC 50 kg", "Zak", "68.000"]
    assert dialog.count.text() == "shown: 1 of 368"
    dialog.search.setText("xyz")
    assert dialog.table.isHidden()
    dialog.search.setText("")
    assert dialog.model.rowCount() == 368


def test_a_list_too_long_for_the_plan_file_is_refused_with_the_way_out(
    lists: PriceLists, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U36."""
    prices = read_price_list(written(tmp_path, UNKNOWN))
    prices.judge()
    monkeypatch.setattr(edits, "PRICES_LIMIT", 50)
    told: list[UserError] = []
    workspace.refused.connect(told.append)
    lists.keep(prices, "Panjang", OWN)
    assert [error.code for error in told] == ["prices-too-long"]
    assert workspace.document is not None
    assert workspace.document.plan.prices is None


def test_names_of_a_list_are_never_read_as_markup(
    lists: PriceLists, workspace: Workspace, window: QWidget
) -> None:
    """S17."""
    name = "<h1>Semen</h1><img src=file:///x>"
    workspace.apply(SetPrices(name, dumps_prices([PriceItem("1", name, "", "zak", 90_000_00)])))
    dialog = PricesDialog(lists.listed(), window)
    tip = dialog.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<h1>" not in tip
    assert "&lt;h1&gt;" in tip
    assert dialog.names["own"].textFormat() is Qt.TextFormat.PlainText
    dialog.deleteLater()


def test_a_file_without_prices_is_told(
    lists: PriceLists, workspace: Workspace, held: HeldRunner, tmp_path: Path
) -> None:
    told: list[UserError] = []
    workspace.refused.connect(told.append)
    lists.read(tmp_path / "tidak_ada.xlsx")
    held.let_go()
    assert [error.code for error in told] == ["table-missing"]


def test_a_plan_that_is_only_looked_at_takes_no_list_of_its_own(
    qtbot: QtBot, tmp_path: Path, window: QWidget
) -> None:
    made = PriceImportDialog(read_price_list(written(tmp_path, UNKNOWN)), may_own=False, parent=window)
    qtbot.addWidget(made)
    assert made.place == SHARED
    assert made.where.count() == 1


def test_the_data_screen_says_which_list_is_compared_with(qtbot: QtBot, workspace: Workspace) -> None:
    screen = DataScreen(workspace)
    qtbot.addWidget(screen)
    screen.show()
    assert screen.prices.title.text() == "No list of standard prices is loaded"
    workspace.apply(SetPrices("SSH 2026", SEMEN))
    assert screen.prices.title.text() == "SSH 2026"
    assert screen.prices.words.text().startswith("1 standard prices")
