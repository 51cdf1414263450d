"""Riwayat over a real plan file: steps, detail, filters, a row brought back (U17, U18)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.small_plan import empty, look, workspace  # noqa: F401
from ui.history.history_screen import HistoryScreen
from ui.support.workspace import Target, Workspace
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import RemoveActivity
from village_budget.document.edits.line_edits import RemoveLines, SetLine
from village_budget.document.edits.plan_head import SetStatus
from village_budget.document.edits.records import SetWaiver
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Status


@pytest.fixture
def document(workspace: Workspace) -> Document:
    assert workspace.document is not None
    workspace.document.author = "Kaur Keuangan"
    return workspace.document


@pytest.fixture
def screen(workspace: Workspace, document: Document, qtbot: QtBot) -> HistoryScreen:
    made = HistoryScreen(workspace)
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    return made


def cement(document: Document) -> Line:
    return next(line for line in document.plan.all_lines() if line.description == "Semen")


def fields(screen: HistoryScreen) -> list[tuple[str, str, str]]:
    row = screen.detail.list.current()
    assert row is not None
    return list(row.fields)


def refreshed(screen: HistoryScreen) -> HistoryScreen:
    """After what waits for an idle moment."""
    screen.refresh()
    return screen


def test_each_step_has_when_who_what_and_how_many_rows(screen: HistoryScreen, document: Document) -> None:
    """Newest first, under its day, in a sentence."""
    screen._workspace.apply(SetLine(cement(document).id, {"volume": Decimal(500)}))
    step = refreshed(screen).model.steps()[0]
    assert step.what == 'Change volume of "Semen"'
    assert step.told.endswith("Kaur Keuangan · 1 row")
    assert [entry.id for entry in screen.model.steps()] == sorted(
        (step.id for step in document.history()), reverse=True
    )
    assert "Today" in str(screen.model.index(0).data())


def test_the_detail_shows_old_and_new_in_words(screen: HistoryScreen, document: Document) -> None:
    """Amounts with their dots, names of fields; the place names account and activity."""
    screen._workspace.apply(SetLine(cement(document).id, {"unit_price": 90_500_00, "note": "survei"}))
    refreshed(screen)
    row = screen.detail.list.current()
    assert row is not None
    assert row.title == "Semen"
    assert row.place.startswith("5.3.5.01 · 2.3.10")
    assert fields(screen) == [
        ("Unit price", "100.000", "90.500"),
        ("Amount", "60.000.000", "54.300.000"),
        ("Note", "", "survei"),
    ]


def test_what_was_taken_back_is_shown_as_that(screen: HistoryScreen, document: Document) -> None:
    """U17: the step is struck out, the undo a step of its own; only what still holds can be shown."""
    screen._workspace.apply(SetLine(cement(document).id, {"volume": Decimal(500)}))
    screen._workspace.undo()
    undo, done = refreshed(screen).model.steps()[:2]
    assert (undo.kind, undo.what) == ("undo", 'Taken back: Change volume of "Semen"')
    assert (done.kind, done.holds) == ("edit", False)
    screen.filters.holding.click()
    assert not {undo.id, done.id} & {step.id for step in screen.model.steps()}


def test_reasons_stand_beside_the_steps(screen: HistoryScreen) -> None:
    """The reason of an exemption."""
    waiver = SetWaiver("BEL-30", "", "Musyawarah desa", "BA 3/2026", "Camat", "2026-02-01")
    screen._workspace.apply(waiver)
    refreshed(screen)
    assert screen.detail.why.text() == "Reason: Musyawarah desa"
    assert ("Date", "", "1 February 2026") in fields(screen)


def test_filters(screen: HistoryScreen, document: Document) -> None:
    """By kind, person, words; a chip takes the row away again."""
    key = cement(document).id
    screen._workspace.apply(SetLine(key, {"volume": Decimal(500)}))
    document.author = "Sekretaris Desa"
    screen._workspace.apply(SetStatus(Status.AGREED))
    refreshed(screen)
    everything = len(screen.model.steps())

    screen.filters.show_kind("status")
    assert len(screen.model.steps()) == 1
    screen.filters.show_kind("")
    screen.filters.show_person("Kaur Keuangan")
    assert [step.what for step in screen.model.steps()] == ['Change volume of "Semen"']
    screen.filters.show_person(None)
    QTest.keyClicks(screen.filters.search, "volume semen")
    assert len(screen.model.steps()) == 1
    QTest.keyClick(screen.filters.search, Qt.Key.Key_Escape)
    screen.jump_to(Target(line_id=key, history=True))
    assert len(screen.model.steps()) == 2
    assert "Semen" in screen.filters.one_row.text()
    screen.filters.one_row.click()
    assert len(screen.model.steps()) == everything
    menu = screen.filters.menu()
    words = [action.text() for action in menu.actions()]
    menu.deleteLater()
    assert "Sekretaris Desa  1" in words
    screen.filters.show_days(1)
    assert len(screen.model.steps()) == everything


def test_a_removed_activity_comes_back_from_deleted(screen: HistoryScreen, document: Document) -> None:
    """U18: the chip counts what is gone; one button brings activity and lines back, one undo takes them."""
    line = cement(document)
    assert line.activity_id is not None
    before = document.fingerprint
    screen._workspace.apply(RemoveActivity(line.activity_id))
    after = document.fingerprint
    refreshed(screen)
    screen.filters.chips["removed"].click()
    assert screen.filters.chips["removed"].text() == "Deleted  2"
    assert len(screen.model.steps()) == 1
    row = screen.detail.list.current()
    assert row is not None
    assert row.title.startswith("2.3.10")
    QTest.mouseClick(screen.detail.restore, Qt.MouseButton.LeftButton)
    assert document.fingerprint == before
    screen._workspace.undo()
    assert document.fingerprint == after


def test_a_line_goes_back_to_before_a_step(screen: HistoryScreen, document: Document) -> None:
    """Only that line; the later step at another one stays."""
    line = cement(document)
    other = next(row for row in document.plan.all_lines() if row.part is Part.REVENUE)
    screen._workspace.apply(SetLine(line.id, {"volume": Decimal(500)}))
    screen._workspace.apply(SetLine(other.id, {"note": "baru"}))
    refreshed(screen)
    screen.list.choose(screen.model.row_of(screen.model.steps()[1].id))
    QTest.mouseClick(screen.detail.restore, Qt.MouseButton.LeftButton)
    assert document.plan.lines[line.id] == line
    assert document.plan.lines[other.id].note == "baru"


def test_the_row_is_gone_to_from_the_keyboard(
    screen: HistoryScreen, document: Document, qtbot: QtBot
) -> None:
    """Enter goes into the detail, once more to the row; Left comes back."""
    key = cement(document).id
    screen._workspace.apply(SetLine(key, {"volume": Decimal(500)}))
    refreshed(screen)
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen._workspace.jump) as asked:
        QTest.keyClick(screen.detail.list, Qt.Key.Key_Return)
    assert asked.args == [Target(line_id=key)]


def test_a_removed_row_can_not_be_gone_to(screen: HistoryScreen, document: Document) -> None:
    """The button is off; the row can be brought back instead."""
    screen._workspace.apply(RemoveLines((cement(document).id,)))
    refreshed(screen)
    assert not screen.detail.goto.isEnabled()
    assert screen.detail.restore.text() == "Bring this row back"


def test_a_small_window_shows_one_after_the_other(screen: HistoryScreen, document: Document) -> None:
    """A click opens the step in place of the list; the way back is a button or Esc."""
    screen.set_layout("small")
    assert not screen.detail.isVisible()
    spot = screen.list.visualRect(screen.model.index(1)).center()
    QTest.mouseClick(screen.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert screen.detail.isVisible()
    assert not screen.list.isVisible()
    QTest.keyClick(screen.detail.list, Qt.Key.Key_Escape)
    assert screen.list.isVisible()
    assert not screen.detail.isVisible()


def test_totals_then_and_now(screen: HistoryScreen, document: Document) -> None:
    """A plan made today had nothing three days ago."""
    screen.compare_with(3)
    rows = {str(screen.detail.model.index(n).data()) for n in range(screen.detail.model.rowCount())}
    assert any(row.startswith("Spending") and "0 → 84.000.000" in row for row in rows)
    assert not screen.detail.restore.isVisible()


def test_listing_reads_no_changes(
    screen: HistoryScreen, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    """5,000 steps are listed without reading what they changed; only the one looked at is read."""
    read: list[int] = []
    whole = document.step_changes

    def counted(step_id: int) -> object:
        read.append(step_id)
        return whole(step_id)

    monkeypatch.setattr(document, "step_changes", counted)
    for number in range(20):
        document.apply(SetLine(cement(document).id, {"note": str(number)}))
    refreshed(screen)
    assert len(screen.model.steps()) > 20
    assert len(set(read)) <= 1
