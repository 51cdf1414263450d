"""Amounts as people paste and type them into a cell, and as every screen, dialog and page shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.grid.model.nodes import GridColumn, line_key
from ui.main_window import MainWindow
from ui.printing.measure import FontMeasure
from ui.printing.pages import page_sheets
from ui.support.settings import Settings
from ui.window.screen_deck import SCREENS
from village_budget import paths
from village_budget.money import LIMIT_RUPIAH

if TYPE_CHECKING:
    from tests.ui.fixtures.grid_keys import Keys

Key = Qt.Key
NBSP = "\N{NO-BREAK SPACE}"


def _paste(keys: Keys, text: str) -> None:
    QApplication.clipboard().setText(text)
    keys.at(line_key(4), GridColumn.PRICE)
    keys.press(Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    if keys.view.editing.is_open:
        keys.press(Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "rupiah"),
    [
        (f"1.234.567{NBSP}", 1_234_567),
        ("  1.234.567,00 \r\n", 1_234_567),
        ("Rp 1.234.567", 1_234_567),
        ("'1.234.567", 1_234_567),
        ("-", 0),
    ],
)
def test_what_excel_puts_on_the_clipboard_is_converted(keys: Keys, text: str, rupiah: int) -> None:
    """U06: by the written table, in the cell itself."""
    _paste(keys, text)
    assert keys.line(4).unit_price == rupiah * 100


@pytest.mark.parametrize("text", ["(1.234)", "-1.234", "1.234-", "12abc", "1,234,567.00"])
def test_what_is_no_price_is_refused_and_the_old_one_kept(keys: Keys, text: str) -> None:
    """U06: no silent zero; the text stays in the cell with the reason."""
    _paste(keys, text)
    assert keys.view.editing.is_open
    assert keys.view.editing.hint.reason
    assert keys.line(4).unit_price == 65_000_00
    keys.press(Key.Key_Escape)


@pytest.mark.parametrize("column", [GridColumn.PRICE, GridColumn.VOLUME, GridColumn.AMOUNT])
def test_the_limit_is_told_at_the_field(keys: Keys, column: GridColumn) -> None:
    """U07: one beyond it is refused in the cell, nothing wraps, nothing is stored."""
    before = keys.line(4)
    keys.at(line_key(4), column)
    keys.type(str(LIMIT_RUPIAH + 1))
    keys.press(Key.Key_Return)
    assert keys.view.editing.is_open
    assert "999.999.999.999.999" in keys.view.editing.hint.reason
    assert keys.line(4) == before
    keys.press(Key.Key_Escape)


def test_a_total_beyond_the_limit_is_refused_too(keys: Keys) -> None:
    """U07: two lines that fit alone do not fit together; the second keeps what it had."""
    for line in (4, 5):
        keys.at(line_key(line), GridColumn.PRICE)
        keys.type("600.000.000.000.000")
        keys.press(Key.Key_Return)
    assert keys.line(4).unit_price == 600_000_000_000_000_00
    assert keys.line(5).unit_price == 200_000_00
    keys.press(Key.Key_Escape)


_TOKEN = re.compile(r"(?<![\w/.,-])\d[\d.,]*\d(?![\w/-])")
_AMOUNT = re.compile(r"\d{1,3}(\.\d{3})*(,\d{1,4})?")
_CODE = re.compile(r"\d{1,2}(\.\d{1,2}){1,3}\.?|\d\d\.\d\d\.\d\d\.\d{4}|20\d\d\.\d{1,2}")
"""Codes of activities and accounts, of a village, and the version of a rule pack."""
_SHORT = 4


def wrong_amounts(text: str) -> list[str]:
    """Numbers of five digits and more that are written in another way than `1.234.567,00`."""
    return [
        token
        for token in (found.rstrip(".,") for found in _TOKEN.findall(text))
        if sum(char.isdigit() for char in token) > _SHORT
        and not _AMOUNT.fullmatch(token)
        and not _CODE.fullmatch(token)
    ]


@pytest.mark.parametrize("text", ["Rp 1,234,567.00", "1234567", "1.23.4567", "12.5678,9.1"])
def test_the_scan_would_find_another_format(text: str) -> None:
    """U08."""
    assert wrong_amounts(text)


def _texts(root: QWidget) -> Iterator[str]:
    """What a widget and all in it says: words, accessible names, cells."""
    for child in (root, *root.findChildren(QWidget)):
        yield child.accessibleName()
        yield child.toolTip()
        if isinstance(child, QLabel):
            yield child.text()
        if isinstance(child, QAbstractItemView) and child.model() is not None:
            yield from _cells(child)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    waiting = [view.rootIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            waiting.append(model.index(row, 0, parent))
            columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
            for column in range(columns):
                found = model.index(row, column, parent).data()
                if isinstance(found, str):
                    yield found


@pytest.fixture
def sample(qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample village in the whole window."""
    desk = Desk(qapp, Settings(tmp_path / "settings.ini"))
    desk.dress()
    desk.open_plan(_copied(tmp_path))
    window = desk.window
    assert isinstance(window, MainWindow)
    window.resize(1366, 768)
    yield window
    desk.workspace.close()
    window.hide()
    window.deleteLater()
    qapp.setStyleSheet("")


def _copied(folder: Path) -> Path:
    import shutil

    return Path(shutil.copy(paths.sample("sumberwangi_2026.apbdes"), folder / "plan.apbdes"))


def test_every_screen_shows_one_number_format(sample: MainWindow, qtbot: QtBot) -> None:
    """U08: words, cells, gauges and names of all screens, the strip and the panel."""
    seen = 0
    for name, _, _ in SCREENS:
        sample.show_screen(name)
        QApplication.processEvents()
        texts = list(_texts(sample))
        seen += sum(bool(re.search(r"\d{1,3}\.\d{3}\.\d{3}", text)) for text in texts)
        wrong = {text: found for text in texts if (found := wrong_amounts(text))}
        assert not wrong, name
    assert seen > 300


def test_every_page_of_every_form_shows_the_same(sample: MainWindow) -> None:
    """U08: the preview's pages, which are those of the paper."""
    sample.show_screen("dokumen")
    screen = sample.place("dokumen")
    seen = 0
    for name in screen.model.names():
        screen._rebuild()
        for document in screen.pages.documents(name):
            for sheet in page_sheets(document, FontMeasure()):
                for text in sheet.texts:
                    assert not wrong_amounts(text.text), (name, text.text)
                    seen += ".000" in text.text
    assert seen > 200
