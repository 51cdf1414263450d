"""Items of the price list while typing, prices beside their standard, and why one is above it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.grid_keys import Keys
from ui.grid.commands.price_reason_dialog import PriceReasonDialog
from ui.grid.entry.cell_editor import CellEditor
from ui.grid.entry.type_ahead import TypeAhead
from ui.grid.model.nodes import GridColumn, add_line_key, line_key
from ui.grid.model.price_help import Compared
from ui.grid.model.row_marks import Mark
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.edits.standard_prices import SetPrices
from village_budget.domain.prices import PriceItem, Standard
from village_budget.exchange.prices.price_text import dumps_prices

ITEMS = [
    PriceItem("1", "Semen PC", "50 kg", "Zak", 68_000_00),
    PriceItem("2", "Semen PC", "40 kg", "Zak", 56_000_00),
    PriceItem("3", "Semen putih", "", "kg", 4_000_00),
    PriceItem("4", "Pasir pasang", "", "m3", 250_000_00),
]


@pytest.fixture
def priced(keys: Keys) -> Keys:
    """The grid over a plan that carries a price list."""
    assert keys.workspace.document is not None
    keys.workspace.apply(SetPrices("SSH contoh", dumps_prices(ITEMS)))
    return keys


def ahead(keys: Keys) -> TypeAhead:
    editor = keys.view.editing.editor
    assert isinstance(editor, CellEditor)
    assert editor.ahead is not None
    return editor.ahead


def offered(keys: Keys) -> list[str]:
    found = ahead(keys)
    return [item.whole for item in found.choices.items] if found.is_open else []


def first_line(keys: Keys) -> int:
    return 4


def test_typing_offers_items_and_enter_takes_one_in_one_step(priced: Keys) -> None:
    """U17: description, unit and price at once; one step of Undo takes all of it back."""
    line_id = first_line(priced)
    before = priced.line(line_id)
    priced.at(line_key(line_id))
    priced.type("sem 40")
    assert offered(priced) == ["Semen PC 40 kg"]
    priced.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    after = priced.line(line_id)
    assert (after.description, after.unit, after.unit_price) == ("Semen PC 40 kg", "Zak", 56_000_00)
    assert after.volume == before.volume
    assert priced.view.editing.editor is None
    priced.workspace.undo()
    assert priced.line(line_id) == before


def test_fast_typing_is_never_held_up(priced: Keys) -> None:
    """U11: without Down nothing is chosen: Enter keeps what was typed, whatever is offered."""
    line_id = first_line(priced)
    priced.at(line_key(line_id))
    priced.type("semen")
    assert len(offered(priced)) == 3
    priced.press(Qt.Key.Key_Return)
    assert priced.line(line_id).description == "semen"


def test_esc_closes_the_list_and_keeps_the_text(priced: Keys) -> None:
    """U12: a first Esc gives up the list, a second one the cell."""
    line_id = first_line(priced)
    before = priced.line(line_id).description
    priced.at(line_key(line_id))
    priced.type("semen")
    priced.press(Qt.Key.Key_Escape)
    assert offered(priced) == []
    assert priced.view.editing.editor is not None
    assert priced.view.editing.editor.text() == "semen"
    priced.type(" lagi")
    assert offered(priced) == []
    priced.press(Qt.Key.Key_Escape)
    assert priced.view.editing.editor is None
    assert priced.line(line_id).description == before


def test_up_goes_back_to_what_was_typed_and_tab_takes_the_choice(priced: Keys) -> None:
    line_id = first_line(priced)
    priced.at(line_key(line_id))
    priced.type("semen")
    priced.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert ahead(priced).choices.current is None
    priced.press(Qt.Key.Key_Down)
    first = ahead(priced).choices.current
    assert first is not None
    priced.press(Qt.Key.Key_Tab)
    assert priced.line(line_id).description == first.whole
    assert priced.cursor == (line_key(line_id), GridColumn.VOLUME)


def test_typing_on_after_a_choice_is_typing_again(priced: Keys) -> None:
    line_id = first_line(priced)
    price = priced.line(line_id).unit_price
    priced.at(line_key(line_id))
    priced.type("semen p")
    priced.press(Qt.Key.Key_Down)
    priced.type("x")
    assert ahead(priced).choices.current is None
    priced.press(Qt.Key.Key_Return)
    assert priced.line(line_id).description == "semen px"
    assert priced.line(line_id).unit_price == price


def test_a_click_takes_an_item_and_goes_to_the_volume(priced: Keys) -> None:
    line_id = first_line(priced)
    priced.at(line_key(line_id))
    priced.type("pasir")
    choices = ahead(priced).choices
    QTest.mouseClick(choices, Qt.MouseButton.LeftButton, pos=QPoint(40, 14))
    assert priced.line(line_id).description == "Pasir pasang"
    assert priced.cursor == (line_key(line_id), GridColumn.VOLUME)


def test_an_item_makes_a_new_line_in_one_step(priced: Keys) -> None:
    line = priced.line(4)
    count = len(priced.lines)
    priced.at(add_line_key(line.activity_id, line.account_code))
    priced.type("semen putih")
    priced.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    made = max(priced.lines, key=lambda one: one.id)
    assert (len(priced.lines), made.description, made.unit, made.unit_price) == (
        count + 1, "Semen putih", "kg", 4_000_00,
    )  # fmt: skip
    priced.workspace.undo()
    assert len(priced.lines) == count


def test_units_of_plan_and_list_are_offered(priced: Keys) -> None:
    line_id = first_line(priced)
    priced.at(line_key(line_id), GridColumn.UNIT)
    priced.type("z")
    assert offered(priced) == ["Zak"]
    priced.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert priced.line(line_id).unit == "Zak"


def test_without_a_list_nothing_is_offered(keys: Keys) -> None:
    keys.at(line_key(first_line(keys)))
    keys.type("semen")
    editor = keys.view.editing.editor
    assert editor is not None
    assert editor.ahead is None


def as_cement(keys: Keys) -> int:
    """The first line is cement of the list, at its standard price."""
    line_id = first_line(keys)
    keys.at(line_key(line_id))
    keys.type("semen pc, 50")
    keys.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    return line_id


def test_a_price_is_held_against_its_standard_while_it_is_typed(priced: Keys) -> None:
    line_id = as_cement(priced)
    priced.at(line_key(line_id), GridColumn.PRICE)
    priced.type("68000")
    hint = priced.view.editing.hint.hint
    assert (hint.note, hint.note_icon) == ("Standard 68.000 per Zak", "terpenuhi")
    priced.type("0")
    hint = priced.view.editing.hint.hint
    assert hint.note == "Standard 68.000, 612.000 too much"
    assert (hint.note_icon, hint.note_token) == ("peringatan", "warn")
    assert hint.key == "Alt+Enter: reason"


def answered(monkeypatch: pytest.MonkeyPatch, act: str, words: str = "") -> list[PriceReasonDialog]:
    """The dialog, answered by keys as it is shown."""
    shown: list[PriceReasonDialog] = []

    def answer(dialog: PriceReasonDialog) -> bool:
        shown.append(dialog)
        if act == "keep":
            QTest.keyClicks(dialog.reason, words)
            dialog.keep.click()
        elif act == "usual":
            dialog.usual[1].click()
            dialog.keep.click()
        elif act == "lower":
            dialog.use_standard.click()
        return bool(dialog.values)

    monkeypatch.setattr(PriceReasonDialog, "answer", answer)
    return shown


def marked(keys: Keys, line_id: int) -> bool:
    """Whether the row carries the mark of LOC-PRICE."""
    states = keys.view.budget_model().states
    return any(finding.rule == "LOC-PRICE" for finding in states.findings.get(line_key(line_id), []))


@pytest.mark.parametrize(
    ("act", "reason", "price"),
    [
        ("keep", "Diangkut ke dusun atas", 70_000_00),
        ("usual", "Survey of three shops", 70_000_00),
        ("lower", "", 68_000_00),
    ],
)
def test_a_price_above_asks_for_its_reason(
    priced: Keys, monkeypatch: pytest.MonkeyPatch, act: str, reason: str, price: int
) -> None:
    """Alt+Enter stores the price and asks; the row is marked until the reason or the standard is there."""
    line_id = as_cement(priced)
    priced.at(line_key(line_id), GridColumn.PRICE)
    priced.type("70000")
    priced.press(Qt.Key.Key_Return)
    assert marked(priced, line_id)
    shown = answered(monkeypatch, act, "Diangkut ke dusun atas")
    priced.at(line_key(line_id), GridColumn.PRICE)
    priced.press(Qt.Key.Key_F2)
    priced.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.AltModifier)
    assert len(shown) == 1
    line = priced.line(line_id)
    assert (line.price_reason, line.unit_price) == (reason, price)
    assert not marked(priced, line_id)


def test_alt_enter_on_a_row_asks_or_says_why_not(priced: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = answered(monkeypatch, "keep", "Stok kosong")
    line_id = as_cement(priced)
    priced.at(line_key(line_id))
    alt = Qt.KeyboardModifier.AltModifier
    priced.press(Qt.Key.Key_Return, held=alt)
    assert shown == []
    assert priced.view.said == "This price is not above the standard."
    priced.at(line_key(line_id), GridColumn.PRICE)
    priced.type("90000")
    priced.press(Qt.Key.Key_Return, held=alt)
    assert priced.line(line_id).unit_price == 90_000_00
    assert priced.line(line_id).price_reason == "Stok kosong"
    priced.at(line_key(line_id), GridColumn.PRICE)
    priced.press(Qt.Key.Key_F2)
    priced.type("0")
    assert priced.view.editing.hint.hint.note == "Above the standard 68.000, with a reason"


def test_the_dialog_says_what_is_too_much_in_all(priced: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = answered(monkeypatch, "nothing")
    line_id = as_cement(priced)
    volume = priced.line(line_id).volume
    priced.at(line_key(line_id), GridColumn.PRICE)
    priced.type("70000")
    priced.press(Qt.Key.Key_Return, held=Qt.KeyboardModifier.AltModifier)
    texts = [child.text() for child in shown[0].findChildren(type(shown[0].body.itemAt(0).widget()))]
    assert f"{int(volume * 2_000):,}".replace(",", ".") in texts
    assert not shown[0].keep.isEnabled()
    assert priced.line(line_id).price_reason == ""
    QApplication.processEvents()


def test_usual_reasons_are_a_key_away(qtbot: QtBot, priced: Keys) -> None:
    """U33: Alt and a number writes one, Enter keeps it."""
    line = priced.line(as_cement(priced))
    dear = replace(line, unit_price=70_000_00, amount=line.amount * 2)
    compared = Compared(Standard(ITEMS[0], exact=True), 2_000_00, "")
    dialog = PriceReasonDialog(dear, compared, "SSH contoh")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert not dialog.keep.isEnabled()
    QTest.keyClick(dialog.reason, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert dialog.values == {"price_reason": "Survey of three shops"}


def test_a_price_above_the_standard_is_marked_in_its_row(priced: Keys) -> None:
    """By icon and word; the mark goes when the price does."""
    line_id = first_line(priced)
    priced.workspace.apply(
        SetLine(line_id, {"description": "Semen putih", "unit": "kg", "unit_price": 5_000_00})
    )
    model = priced.view.budget_model()
    node = model.tree.nodes[line_key(line_id)]
    assert Mark.ABOVE_STANDARD in model.marks_of(node)
    priced.workspace.apply(SetLine(line_id, {"unit_price": 4_000_00}))
    assert Mark.ABOVE_STANDARD not in model.marks_of(node)
