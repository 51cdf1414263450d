"""Parts of every screen: whole words, whole amounts, ends of paths, and a focus that moves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests import builders
from tests.ui.fixtures.open_window import desk, plan_path, window  # noqa: F401
from tests.ui.window.dialogs import MADE
from ui.app import Desk
from ui.grid.model.nodes import GridColumn
from ui.grid.view.column_widths import WIDTHS
from ui.intake.naming_box import NamingBox, column_caption
from ui.intake.paste_table import PasteTable
from ui.kit.path_field import PathField
from ui.main_window import MainWindow
from ui.support.formats import elide_end
from ui.support.theme import theme
from ui.support.tokens import THEMES
from village_budget import paths
from village_budget.document.document import Document
from village_budget.exchange.lines.pasted_fields import NUMBERS, is_number


def _settle(qtbot: QtBot) -> None:
    """Until lazy screens, charts and pages stand; the window goes on meanwhile."""
    for _ in range(2):
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not QThreadPool.globalInstance().activeThreadCount(), timeout=20_000)
    QApplication.processEvents()


def _open(desk: Desk, path: Path, qtbot: QtBot) -> MainWindow:
    desk.open_plan(path)
    window = desk.window
    assert isinstance(window, MainWindow)
    window.resize(1366, 768)
    _settle(qtbot)
    return window


def test_an_empty_plan_keeps_every_part_in_its_place(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """U28, U34: the verdict stays at the right end, and no card is stretched over nothing."""
    path = tmp_path / "kosong.apbdes"
    Document.create(path, builders.village(), 2026).close()
    window = _open(desk, path, qtbot)
    window.show_screen("ringkasan")
    _settle(qtbot)
    strip = window.strip
    assert not any(gauge.isVisible() for gauge in strip.gauges)
    assert strip.verdict.mapTo(strip, strip.verdict.rect().topRight()).x() >= strip.width() - theme().px(4)
    card = window.place("ringkasan").funds.parentWidget()
    assert card.height() <= card.sizeHint().height() + theme().px(2)


@pytest.mark.parametrize("name", THEMES)
def test_the_focus_moves_nothing(desk: Desk, qtbot: QtBot, name: str) -> None:
    """U29, U33: the ring is thicker than the border, and yet no button and no field grows by it."""
    desk.settings.theme = name
    desk.dress()
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    parts: list[QWidget] = [QLineEdit("Semen"), QComboBox()]
    for kind in ("secondary", "primary", "quiet", "link", "chip"):
        made = QPushButton("Simpan")
        made.setProperty("kind", kind)
        parts.append(made)
    for part in parts:
        line.addWidget(part)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for part in parts:
        others = next(other for other in parts if other is not part)
        others.setFocus()
        at_rest = part.sizeHint()
        part.setFocus()
        assert part.hasFocus()
        assert part.sizeHint() == at_rest, part.property("kind")


def test_fields_are_as_high_as_the_buttons_beside_them(desk: Desk, qtbot: QtBot) -> None:
    """U28: one line, one height."""
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    parts = (QLineEdit(), QComboBox(), QPushButton("Pilih"))
    for part in parts:
        line.addWidget(part)
    page.show()
    assert len({part.sizeHint().height() for part in parts}) == 1


def test_a_long_path_shows_its_end(desk: Desk, qtbot: QtBot) -> None:
    """U28: whole folder names, and the last one always; the whole path in the tooltip."""
    field = PathField()
    qtbot.addWidget(field)
    field.resize(theme().px(220), theme().px(32))
    for path, end in (
        ("/home/kaur/Documents/Keuangan Desa/APB Desa 2026", "/APB Desa 2026"),
        ("D:\\Data Kantor\\Keuangan Desa\\APB Desa 2026", "\\APB Desa 2026"),
    ):
        field.setText(path)
        assert field.shown_text().startswith("…")
        assert field.shown_text().endswith(end)
        assert field.fontMetrics().horizontalAdvance(field.shown_text()) <= field.width()
        assert field.toolTip() == path
    field.setText("D:\\APBDes")
    assert field.shown_text() == "D:\\APBDes"


def test_sentences_end_after_a_whole_word(desk: Desk) -> None:
    """U28: half a word says nothing."""
    metrics = QFontMetrics(theme().font("body"))
    words = "Anggaran membayar 9 anggota BPD"
    whole = metrics.horizontalAdvance(words)
    assert elide_end(words, metrics, whole) == words
    assert elide_end(words, metrics, whole - 1) == "Anggaran membayar 9 anggota …"
    assert elide_end("Penyelenggaraan", metrics, 40).endswith("…")
    assert column_caption("B", "VOLUME", metrics, 20) == "B"
    assert column_caption("B", "VOLUME", metrics, 200) == "B  VOLUME"


@pytest.mark.parametrize("factor", [1.0, 1.5])
def test_no_amount_of_an_imported_sheet_is_cut(
    desk: Desk, plan_path: Path, qtbot: QtBot, factor: float
) -> None:
    """U28: each number of a column that counts has room; a box over it ends with an ellipsis."""
    desk.settings.factor = factor
    desk.dress()
    dialog = MADE["ImportDialog"](_open(desk, plan_path, qtbot))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(dialog.sizeHint())
    _settle(qtbot)
    table = next(found for found in dialog.findChildren(PasteTable) if found.isVisible())
    model, metrics = table.model(), QFontMetrics(theme().font("body"))
    looked_at = 0
    for column in range(1, model.columnCount() - 1):
        counts = table._model.field(column) in NUMBERS
        for row in range(model.rowCount()):
            text = str(model.index(row, column).data() or "")
            if counts and is_number(text) and not table.isColumnHidden(column):
                looked_at += 1
                assert metrics.horizontalAdvance(text) + theme().px(16) <= table.columnWidth(column), text
    assert looked_at > 10
    for box in table.findChildren(NamingBox):
        shown = box.shown_text()
        assert shown == box.currentText() or shown.endswith("…") or not shown


def test_units_are_whole_where_descriptions_leave_room(desk: Desk, qtbot: QtBot) -> None:
    """U28: on Pendapatan the description has more room than it needs."""
    window = _open(desk, paths.sample("sumberwangi_2026.apbdes"), qtbot)
    window.show_screen("pendapatan")
    _settle(qtbot)
    view = window.place("pendapatan").view
    assert (
        view.header().sectionSize(GridColumn.UNIT) >= view.unit_width() > theme().px(WIDTHS[GridColumn.UNIT])
    )


def test_check_boxes_stand_flush_with_what_is_above(desk: Desk, qtbot: QtBot) -> None:
    """U28: the box begins where the widget begins; the ring stays inside."""
    from ui.kit.check_box import CheckBox

    box: QAbstractButton = CheckBox("PDF")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    image = box.grab().toImage()
    ground = image.pixelColor(box.width() - 1, 1)
    assert image.pixelColor(0, box.height() // 2) != ground
