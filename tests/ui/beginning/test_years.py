"""Years in the window: switched, added, copied; and the lines that nobody has looked at yet (U17, U25)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.builders import small_plan
from tests.document.files import save_plan, state
from tests.ui.fixtures.years import Answers, Years
from ui.beginning.copy_year_dialog import CopyYearDialog
from ui.kit.dialog import BaseDialog
from ui.kit.question import QuestionDialog
from ui.kit.trouble_dialog import TroubleDialog
from ui.window.screen_deck import SCREENS
from village_budget.document.document import Document
from village_budget.document.edits.amounts import Scale
from village_budget.document.edits.plan_head import SetStatus
from village_budget.document.edits.year_copies import Into
from village_budget.domain.lines import Part
from village_budget.domain.plan import Status
from village_budget.store.lock import lock_path

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def menu_of(years: Years) -> QMenu:
    """The menu of years, opened by its key."""
    QTest.keyClick(years.window, Key.Key_Y, CONTROL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def accept(dialog: BaseDialog) -> None:
    """Press the button that does it."""
    assert isinstance(dialog, CopyYearDialog)
    assert dialog.accept_button.isEnabled()
    dialog.accept_button.click()


def test_every_screen_shows_the_year_that_is_chosen(years: Years) -> None:
    """The menu lists the years; every place that was made before follows."""
    for name, _, _ in SCREENS:
        years.window.show_screen(name)
    years.document.add_plan(2027)
    menu = menu_of(years)
    words = [action.text() for action in menu.actions()]
    assert words[:2] == ["Budget 2027 · draft", "Budget 2026 · draft"]
    assert [action.isChecked() for action in menu.actions()[:2]] == [False, True]
    menu.actions()[0].trigger()
    menu.close()
    assert years.document.plan.info.fiscal_year == 2027
    assert "2027" in years.window.top_bar.title.year.text()
    assert "2027" in years.window.windowTitle()
    for name, _, _ in SCREENS:
        years.window.show_screen(name)
        QApplication.processEvents()
    for name in ("pendapatan", "belanja", "pembiayaan"):
        assert years.window.place(name).view.budget_model().tree.lines_below(
            years.window.place(name).view.budget_model().tree.root
        ) == []  # fmt: skip


def test_undo_belongs_to_its_year(years: Years) -> None:
    """U17: what was done in one year is taken back in that year, also after a look at another."""
    from village_budget.document.edits.line_edits import SetLine

    years.work.apply(SetLine(5, {"unit": "sak"}))
    years.document.add_plan(2027)
    years.work.select(2027)
    assert years.document.undo_label is None
    assert not years.window.top_bar.undo.isEnabled()
    years.work.select(2026)
    years.window.undo()
    assert years.document.plan.lines[5].unit == "zak"


def test_an_enacted_year_is_only_looked_at(years: Years) -> None:
    for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
        years.work.apply(SetStatus(status))
    years.document.add_plan(2027)
    years.work.select(2027)
    assert not years.document.read_only
    menu = menu_of(years)
    menu.actions()[1].trigger()
    menu.close()
    assert years.document.read_only
    assert years.window.notice.kind == "locked"
    assert years.window.top_bar.saved.text() == "Read only"


def test_a_new_year_from_this_one_is_one_step(years: Years, answers: Answers) -> None:
    """U25: counted in the head, listed in the checks, and gone with one undo."""

    def fill(dialog: BaseDialog) -> None:
        assert isinstance(dialog, CopyYearDialog)
        assert dialog.year() == 2027
        dialog.amounts.chips[Scale.PERCENT].click()
        dialog.amounts.percent.setText("10")
        accept(dialog)

    answers(fill)
    menu = menu_of(years)
    new = next(action for action in menu.actions() if action.text() == "&New year…")
    menu.close()
    new.trigger()
    plan = years.document.plan
    assert plan.info.fiscal_year == 2027
    assert len(plan.unreviewed()) == len(plan.lines) == 9
    assert years.document.figures.spending == 155_000_000_00 * 11 // 10
    head = years.window.place("belanja").head
    assert "7 not reviewed" in head._subtitle.text()
    assert "9 lines were copied from 2026" in years.window.notice.text
    found = next(one for one in years.document.findings if one.rule == "PLAN-REVIEW")
    assert len(found.lines) == 9
    years.window.undo()
    assert not years.document.plan.lines
    assert not years.document.plan.activities
    assert "not reviewed" not in head._subtitle.text()


def test_a_new_year_may_begin_empty(years: Years, answers: Answers) -> None:
    """A year that is there already is refused beside its field."""

    def fill(dialog: BaseDialog) -> None:
        assert isinstance(dialog, CopyYearDialog)
        assert dialog.year_field is not None
        dialog.year_field.setText("2026")
        dialog.accept_button.click()
        assert "2026 already" in dialog._problem.text()
        dialog.year_field.setText("2030")
        dialog.source.box.setCurrentIndex(dialog.source.box.count() - 1)
        assert dialog.edit() is None
        assert not dialog._copying.isEnabled()
        accept(dialog)

    answers(fill)
    years.window.years.add_year()
    assert years.document.plan.info.fiscal_year == 2030
    assert not years.document.plan.lines


def test_into_a_year_that_has_lines_asks_with_the_numbers(years: Years, answers: Answers) -> None:
    """U18's question before anything goes; saying no leaves all as it was."""
    years.document.add_plan(2027)
    years.work.select(2027)
    said: list[str] = []

    def fill(dialog: BaseDialog) -> None:
        if isinstance(dialog, QuestionDialog):
            said.append(dialog.findChildren(type(dialog.body.itemAt(1).widget()))[1].text())
            (dialog.accept if len(said) > 1 else dialog.reject)()
            return
        assert isinstance(dialog, CopyYearDialog)
        if dialog.into:
            dialog.into[Into.REPLACE].click()
        accept(dialog)
        if not dialog.result() and len(said) == 1:
            accept(dialog)

    answers(fill)
    years.window.years.copy_year()
    first = set(years.document.plan.lines)
    assert len(first) == 9
    before = state(years.document)
    years.window.years.copy_year()
    assert len(said) == 2
    assert "Delete 9 lines" in said[0]
    assert "copy 9 lines from 2026" in said[0]
    assert not first & set(years.document.plan.lines)
    years.window.undo()
    assert state(years.document) == before


def test_parts_and_amounts_are_told_before(years: Years) -> None:
    """The dialog says what each part would bring; a percentage that can't be read is not taken."""
    years.document.add_plan(2027)
    years.work.select(2027)
    dialog = years.window.years.copy_dialog(years.document)
    dialog.show()
    assert dialog._counts[Part.SPENDING][0].text() == "3 activities, 7 lines"
    assert dialog._counts[Part.REVENUE][1].text().endswith("150.000.000")
    dialog.parts[Part.REVENUE].click()
    assert dialog.accept_button.text() == "Copy 7 lines"
    dialog.amounts.chips[Scale.PERCENT].click()
    for text, good in (("x", False), ("−2,5", True), ("2000", False), ("+ 5 %", True), ("-100 %", True)):
        dialog.amounts.percent.setText(text)
        assert (dialog.edit() is not None) is good, text
        assert dialog.accept_button.isEnabled() is good, text
    dialog.amounts.percent.setText("-2.5")
    edit = dialog.edit()
    assert edit is not None
    assert edit.amounts.percent == Decimal("-2.5")
    dialog.amounts.chips[Scale.ZERO].click()
    assert dialog._counts[Part.SPENDING][1].text().endswith("\N{NO-BREAK SPACE}0")
    dialog.close()
    dialog.deleteLater()


def test_last_years_file_on_a_stick(
    years: Years, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another file is read, not held: its bytes and its lock stay; a damaged one is told."""
    path = save_plan(tmp_path / "stik.apbdes", small_plan(2025))
    other = Document.open(path)
    before, lock = path.read_bytes(), lock_path(path).read_bytes()
    (tmp_path / "rusak.apbdes").write_bytes(b"SQLite format 3\0" + b"x" * 900)
    told: list[object] = []
    monkeypatch.setattr(TroubleDialog, "tell", classmethod(lambda _, error, **__: told.append(error)))

    def fill(dialog: BaseDialog) -> None:
        assert isinstance(dialog, CopyYearDialog)
        dialog.source.take_file(tmp_path / "rusak.apbdes")
        assert len(told) == 1
        dialog.source.take_file(path)
        assert dialog.source.box.currentText() == "2025 · budget · draft · Sumberwangi"
        accept(dialog)

    answers(fill)
    years.document.add_plan(2027)
    years.work.select(2027)
    years.window.years.copy_year()
    assert len(years.document.plan.lines) == 9
    assert (path.read_bytes(), lock_path(path).read_bytes()) == (before, lock)
    other.close()


def test_ctrl_r_walks_through_what_was_not_reviewed(years: Years) -> None:
    """U25: one key a line; the last one is told; a group is marked at its head."""
    from ui.grid.model.nodes import activity_key, line_key
    from village_budget.document.edits.year_copies import CopyYear

    years.document.add_plan(2027)
    years.work.select(2027)
    years.work.apply(CopyYear(years.document.version(1)))
    years.work.opened.emit()
    screen = years.window.place("belanja")
    tree = screen.view.budget_model().tree
    rows = years.document.plan.part_lines(Part.SPENDING)
    screen.view.go_to(tree.nodes[line_key(rows[0].id)])
    screen.view.setFocus()
    QTest.keyClick(screen.view, Key.Key_R, CONTROL)
    assert not years.document.plan.lines[rows[0].id].review
    node = screen.view.current_node()
    assert node is not None
    assert node.row_id == rows[1].id
    road = next(one for one in years.document.plan.activities.values() if one.code == "2.3.10")
    screen.view.go_to(tree.nodes[activity_key(road.id)])
    QTest.keyClick(screen.view, Key.Key_R, CONTROL)
    assert not [line for line in years.document.plan.lines_of(road.id) if line.review]
    for _ in range(9):
        QTest.keyClick(screen.view, Key.Key_R, CONTROL)
    assert not [line for line in years.document.plan.unreviewed() if line.part is Part.SPENDING]
    assert "reviewed" in years.window.notice.text
    years.window.undo()
    assert years.document.plan.unreviewed()
