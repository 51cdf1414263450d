"""Random gestures in the window: after each one what is shown, summed and stored still agrees."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests import builders
from tests.ui.grid.gestures import Hands
from ui.app import Desk
from ui.grid.commands.bulk_dialog import BulkDialog
from ui.grid.model.nodes import NodeKey, NodeKind
from ui.grid.model.rows import RowTree
from ui.grid.view.grid_selection import is_hidden
from ui.intake.paste_dialog import PasteDialog
from ui.kit.question import QuestionDialog
from ui.main_window import MainWindow
from ui.pickers.code_picker import CodePicker
from ui.support.settings import Settings
from ui.support.theme import undress
from ui.support.workspace import Workspace
from village_budget.chart.chart import national_chart
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.line_edits import AddLine
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan
from village_budget.figures.figures import Figures

GESTURES = 140
FILLED = 21
"""Steps in the journal before the first of them."""
TABLES = {"pendapatan": Part.REVENUE, "belanja": Part.SPENDING, "pembiayaan": Part.FINANCING}


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Questions, previews and pickers are answered at once, by chance."""
    chance = random.Random(str(request.node.name))

    def answer_paste(dialog: PasteDialog) -> bool:
        dialog.block.judge()
        dialog.deleteLater()
        return chance.random() < 0.8

    def answer_bulk(dialog: BulkDialog) -> bool:
        dialog.deleteLater()
        return False

    def pick(picker: CodePicker) -> None:
        picker._field.setText(chance.choice(("", "5.2", "2.3.10", "1.1.01", "6.1", "4.2", "jalan")))
        for _ in range(2):
            picker._step(chance.randrange(6))
            picker._name.setText("Nama sendiri")
            picker._accept()
        picker.reject()

    monkeypatch.setattr(QuestionDialog, "ask", classmethod(lambda *_, **__: chance.random() < 0.7))
    monkeypatch.setattr(PasteDialog, "answer", answer_paste)
    monkeypatch.setattr(BulkDialog, "answer", answer_bulk)
    monkeypatch.setattr(CodePicker, "open", pick)
    monkeypatch.setattr(QMenu, "popup", lambda *_, **__: None)
    monkeypatch.setattr("ui.main_window.tell", lambda *_, **__: None)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Three activities of five lines, one line of revenue and one of financing."""
    settings = Settings(tmp_path / "settings.ini")
    settings.language = "en"
    desk = Desk(qapp, settings)
    desk.dress()
    Document.create(tmp_path / "plan.apbdes", builders.village(), 2026).close()
    desk.open_plan(tmp_path / "plan.apbdes")
    fill(desk.workspace)
    made = desk.window
    assert isinstance(made, MainWindow)
    qtbot.waitUntil(made.isActiveWindow)
    made.show_screen("belanja")
    yield made
    desk.workspace.close()
    made.hide()
    made.deleteLater()
    undress(qapp)


def fill(workspace: Workspace) -> None:
    accounts, funds = ("5.2.1.01", "5.2.1.01", "5.3.5.01", "5.3.5.01", "5.3.5.01"), ("DDS", "ADD", "PAD")
    for code in ("1.1.01", "2.3.10", "4.2.01"):
        applied = workspace.apply(AddActivity(code))
        assert applied is not None
        for number, account in enumerate(accounts):
            fund, price = funds[number % 3], (number + 1) * 10_000_00
            line = (applied.changes[0].key, account, f"Barang {number}")
            workspace.apply(AddLine(Part.SPENDING, *line, unit="bh", unit_price=price, fund=fund))
    for part, code, fund in ((Part.REVENUE, "4.2.1.01", "DDS"), (Part.FINANCING, "6.1.1.01", "ADD")):
        workspace.apply(AddLine(part, None, code, "Masuk", unit_price=9_000_000_00, fund=fund))


def document_of(window: MainWindow) -> Document:
    assert window.workspace.document is not None
    return window.workspace.document


def shape(tree: RowTree) -> list[tuple[NodeKey, NodeKey | None]]:
    return [(node.key, node.parent.key if node.parent else None) for node in tree.walk()]


def check_figures(plan: Plan, kept: Figures) -> None:
    """What follows edit by edit is what summing anew gives."""
    fresh = Figures(plan, national_chart())
    for name in ("revenue", "spending", "financing_in", "financing_out", "balance", "line_count"):
        assert getattr(kept, name) == getattr(fresh, name), name
    for fund in {*kept.used_funds(), *fresh.used_funds()}:
        assert (kept.fund_in(fund), kept.fund_out(fund)) == (fresh.fund_in(fund), fresh.fund_out(fund)), fund


def check_tables(window: MainWindow) -> None:
    """Rows stand where a new table would have them; each shows the amount of its lines."""
    plan = document_of(window).plan
    for name, part in TABLES.items():
        view = window.place(name).view
        model, fresh = view.budget_model(), RowTree(plan, national_chart(), part)
        order = sorted if view.order.active else list
        assert order(map(str, shape(model.tree))) == order(map(str, shape(fresh))), name
        cursor = view.current_node()
        assert cursor is None or not is_hidden(view, model, cursor), cursor.key
        for node in model.tree.walk():
            if node.kind is NodeKind.LINE:
                assert model.cells.amount(node) == plan.lines[node.row_id].amount
            elif node.is_summed() and part is not Part.FINANCING:
                assert model.cells.amount(node) == sum(one.amount for one in model.tree.lines_below(node))


def check_file(document: Document) -> None:
    """A second look at the file finds what the window holds."""
    other = Document.open(document.path, read_only=True)
    try:
        assert other.fingerprint == document.fingerprint
    finally:
        other.close()


@pytest.mark.usefixtures("answers")
@pytest.mark.parametrize("seed", [1, 2])
def test_window_and_file_agree_after_every_gesture(window: MainWindow, seed: int) -> None:
    """Then all steps back, forth and back again: the same fingerprints, on the screen and on disk."""
    document, hands = document_of(window), Hands(window, seed)
    for number in range(GESTURES):
        hands.gesture()
        QApplication.processEvents()
        try:
            check_figures(document.plan, document.figures)
            check_tables(window)
            if number % 20 == 0:
                check_file(document)
        except AssertionError as error:
            raise AssertionError("after " + " | ".join(hands.done[-12:])) from error
    for name in TABLES:
        window.place(name).view.editing.cancel()
    walk_through_undo(window)


def walk_through_undo(window: MainWindow) -> None:
    document = document_of(window)
    end, steps = document.fingerprint, 0
    while document.undo_label is not None:
        window.workspace.undo()
        steps += 1
    begin = document.fingerprint
    assert len(document.history()) - steps > FILLED + 8, "the gestures did next to nothing"
    assert not document.plan.lines
    check_file(document)
    for _ in range(steps):
        window.workspace.redo()
    assert document.fingerprint == end
    check_tables(window)
    check_file(document)
    while document.undo_label is not None:
        window.workspace.undo()
    assert document.fingerprint == begin
