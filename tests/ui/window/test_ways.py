"""Going back and forward, the map of the money, and a search over everything (U19)."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.main_window import MainWindow
from ui.summary.map_dialog import MapDialog
from ui.summary.treemap import Treemap
from ui.support.workspace import Target
from ui.window.trail import Trail, VisitedPlace
from village_budget.document.edits.activity_edits import SetActivity
from village_budget.domain.lines import Part

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The example, which has some seventy activities."""
    desk.open_example()
    made = desk.window
    assert isinstance(made, MainWindow)
    qtbot.waitUntil(made.isActiveWindow)
    return made


def some_line(window: MainWindow, number: int) -> int:
    document = window.workspace.document
    assert document is not None
    return document.plan.part_lines(Part.SPENDING)[number].id


def work_in_a_copy(window: MainWindow, folder: Path) -> None:
    assert window.workspace.document is not None
    window.workspace.document.save_copy(folder / "copy.apbdes")
    window.workspace.is_example = False
    window.workspace.open(folder / "copy.apbdes")


def cursor(window: MainWindow) -> int | None:
    return window.place("belanja").view.current_node().row_id  # type: ignore[no-any-return]


def test_back_and_forward_through_places_and_rows(window: MainWindow) -> None:
    """Alt+Left and Alt+Right; screen and row come back."""
    first, second = some_line(window, 3), some_line(window, 90)
    window.jump_to(Target(line_id=first))
    window.jump_to(Target(line_id=second))
    window.show_screen("pemeriksaan")
    for wanted in (second, first):
        QTest.keyClick(window, Qt.Key.Key_Left, ALT)
        assert window.current == "belanja"
        assert cursor(window) == wanted
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert cursor(window) == second
    QTest.keyClick(window, Qt.Key.Key_Right, ALT)
    assert window.current == "pemeriksaan"


def test_the_mouse_s_own_buttons_go_back(window: MainWindow) -> None:
    window.show_screen("dokumen")
    middle = QPointF(200, 200)
    button = Qt.MouseButton.BackButton
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, middle, window.mapToGlobal(middle), button, button,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, event)
    assert window.current == "belanja"


def test_another_plan_is_not_gone_back_from(desk: Desk, window: MainWindow, plan_path: Path) -> None:
    window.show_screen("dokumen")
    desk.workspace.open(plan_path)
    QTest.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.current == "dokumen"


def test_the_trail_as_a_browser_has_it() -> None:
    trail, (a, b, c) = Trail(), (VisitedPlace(name) for name in "abc")
    assert trail.back(a) is None
    trail.leave(a)
    trail.leave(b)
    assert trail.back(c) == b
    assert trail.back(b) == a
    assert trail.forward(a) == b
    trail.leave(b)
    assert trail.forward(c) is None


def test_the_map_goes_where_the_money_is(window: MainWindow, qtbot: QtBot) -> None:
    """By arrows and Enter; every activity that costs something has its place and its words."""
    document = window.workspace.document
    assert document is not None
    dialog = MapDialog(window.workspace, window)
    qtbot.addWidget(dialog)
    dialog.show()
    found = dialog.map
    qtbot.waitUntil(lambda: found.width() > 300)
    figures = document.figures
    assert len(found.spots) == sum(1 for one in document.plan.activities if figures.total("activity", one))
    start = found.current
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Right)
    assert found.current != start
    spot = found.spots[found.current][0]
    assert spot.code in found.accessibleName()
    with qtbot.waitSignal(found.went):
        QTest.keyClick(found, Qt.Key.Key_Return)
    activity = (
        window.place("belanja")
        .view.budget_model()
        .tree.activity_of(window.place("belanja").view.current_node())
    )
    assert activity.id == spot.activity_id


def test_an_empty_plan_has_a_sentence_in_place_of_a_map(desk: Desk, qtbot: QtBot) -> None:
    found = Treemap(desk.workspace)
    qtbot.addWidget(found)
    found.show()
    assert found.spots == []
    QTest.keyClick(found, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("kasi kesejahteraan", "", "belanja"),
        ("complaints", "Data", "data"),
        ("BEL-30", "Rule", "pemeriksaan"),
        ("recap by fund", "Document", "dokumen"),
        ("financing", "Command", "pembiayaan"),
    ],
)
def test_a_search_finds_everything(window: MainWindow, text: str, kind: str, place: str) -> None:
    """U19: officers, rules, questions, documents, places beside codes, words and amounts."""
    lookup = window.top_bar.search.lookup
    hits = [hit for hit in lookup(text) if not kind or hit.code == kind]
    assert hits
    window.jump_to(hits[0 if kind else -1].target)
    assert window.current == place


def test_a_question_is_gone_to_itself(window: MainWindow) -> None:
    """U19: not only to the screen that it stands on, also where no rule asks it."""
    for hit in window.deck.search("complaints"):
        if hit.code == "Data":
            window.jump_to(hit.target)
            row = window.place("data").rows[hit.target.item]
            assert row.isVisible()
            assert row.isAncestorOf(window.focusWidget())


def test_a_document_is_shown_itself(window: MainWindow) -> None:
    """U19."""
    (hit,) = (hit for hit in window.deck.search("recap by fund") if hit.code == "Document")
    window.jump_to(hit.target)
    assert window.place("dokumen").list.currentIndex().row() == window.place("dokumen").model.row_of(
        hit.target.item
    )


def test_a_command_is_found_with_its_key_and_done(window: MainWindow, tmp_path: Path) -> None:
    """U19: typed in the search, Enter does it where the keyboard was."""
    work_in_a_copy(window, tmp_path)
    document = window.workspace.document
    assert document is not None
    lines = document.plan.part_lines(Part.SPENDING)
    first, second = next(
        (one, other)
        for one, other in pairwise(lines)
        if one.account_code == other.account_code and one.activity_id == other.activity_id
    )
    window.jump_to(Target(line_id=first.id))
    view = window.place("belanja").view
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    window.top_bar.open_search()
    QTest.keyClicks(window.top_bar.search, "fill do")
    hits = window.top_bar.search.hits
    told = [hits.item(row).text() for row in range(hits.count())]
    assert told == ["Command Fill down Ctrl+D"]
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert document.plan.lines[second.id].description == document.plan.lines[first.id].description
    assert view.hasFocus()


def test_commands_of_the_tables_are_found_everywhere(window: MainWindow) -> None:
    """U19: from a place without a table they lead to the spending."""
    window.show_screen("ringkasan")
    (hit,) = window.commands.hits("sort and widths")
    assert hit.value == "Ctrl+Shift+U"
    window.jump_to(hit.target)
    assert window.current == "belanja"


def test_what_can_not_be_done_is_not_offered(window: MainWindow, tmp_path: Path) -> None:
    """U19: no command that would do nothing."""
    work_in_a_copy(window, tmp_path)
    assert window.commands.hits("add activity")
    window.workspace.open(tmp_path / "copy.apbdes", read_only=True)
    assert not window.commands.hits("add activity")


def test_many_rows_do_not_keep_the_rest_out(window: MainWindow) -> None:
    """U19: a word of hundreds of lines still finds rules and documents; it is said when rows are left out."""
    hits = window.deck.search("desa")
    kinds = {hit.code for hit in hits if hit.target == Target() or hit.target.line_id is None}
    assert {"Rule", "Document"} <= kinds
    assert any(hit.target == Target() and "More rows fit" in hit.text for hit in hits)


def test_what_is_missing_is_shown_alone(window: MainWindow, tmp_path: Path) -> None:
    """From the summary: the table holds only what is left, and one click shows everything again."""
    work_in_a_copy(window, tmp_path)
    document = window.workspace.document
    assert document is not None
    first = document.plan.activities_in_order()[0]
    window.workspace.apply(SetActivity(first.id, {"officer": ""}))
    window.show_screen("ringkasan")
    rows = window.place("ringkasan").progress.rows
    (row,) = (row for row in rows if row.progress and "Officer" in row.progress.name)
    QTest.keyClick(row, Qt.Key.Key_Space)
    ways = window.place("belanja").ways
    assert window.current == "belanja"
    assert cursor(window) == first.id
    assert [chip.text() for chip in ways.bar.chips()] == ["Officer, location or output missing  ×"]
    ways.bar.clear.click()
    assert ways.bar.isHidden()


def test_a_row_from_afar_comes_to_the_middle(window: MainWindow) -> None:
    """What stands around it is seen, too; a row that is in sight already moves nothing."""
    window.show_screen("belanja")
    view = window.place("belanja").view
    window.place("belanja").open_levels("line")
    window.jump_to(Target(line_id=some_line(window, 200)))
    middle = view.visualRect(view.currentIndex()).center().y()
    high = view.viewport().height()
    assert 0.3 * high < middle < 0.7 * high
    at = view.verticalScrollBar().value()
    window.jump_to(Target(line_id=some_line(window, 201)))
    assert view.verticalScrollBar().value() == at
