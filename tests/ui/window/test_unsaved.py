"""What cannot be written, and what is open elsewhere: nothing is lost, nothing happens without a choice."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Desk
from ui.kit.question import QuestionDialog
from ui.main_window import MainWindow
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
from village_budget.errors import FileError
from village_budget.store import lock


class Answers:
    """Stands in for the question: remembers what was asked, answers as told."""

    def __init__(self, *answers: bool) -> None:
        self.asked: list[str] = []
        self._answers = list(answers)

    def __call__(
        self, title: str, text: str, verb: str, *, safe: str = "", parent: QWidget | None = None
    ) -> bool:
        self.asked.append(f"{title}|{text}|{verb}|{safe}")
        return self._answers.pop(0)


class Stick:
    """A disk that can be pulled out: edits fail while it is gone."""

    def __init__(self, document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gone = True
        real = document.apply

        def apply(edit: object) -> object:
            if self.gone:
                raise FileError("file-disk-full", drive="D:", name="plan.apbdes", path="D:/plan.apbdes")
            return real(edit)  # type: ignore[arg-type]

        monkeypatch.setattr(document, "apply", apply)


@pytest.fixture
def window(desk: Desk, plan_path: Path, qtbot: QtBot) -> MainWindow:
    desk.open_plan(plan_path)
    assert isinstance(desk.window, MainWindow)
    qtbot.waitExposed(desk.window)
    return desk.window


def document_of(desk: Desk) -> Document:
    assert desk.workspace.document is not None
    return desk.workspace.document


def siltap(document: Document) -> int:
    return next(line.id for line in document.plan.lines.values() if line.account_code == "5.1.1.01")


def fail_to_write(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Stick:
    stick = Stick(document_of(desk), monkeypatch)
    assert desk.workspace.apply(SetLine(siltap(document_of(desk)), {"description": "Baru"})) is None
    return stick


def test_a_window_with_an_unsaved_entry_closes_only_when_that_is_chosen(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U21."""
    fail_to_write(desk, monkeypatch)
    answers = Answers(False, True)
    monkeypatch.setattr(QuestionDialog, "ask", answers)
    assert not window.close()
    assert window.isVisible()
    assert window.close()
    assert len(answers.asked) == 2
    assert "Stay here" in answers.asked[0]


def test_an_unsaved_entry_is_written_by_trying_again(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U21: the same entry, by the button that says that it is not saved."""
    stick = fail_to_write(desk, monkeypatch)
    window.top_bar.unsaved.click()
    assert window.top_bar.unsaved.isVisible()
    stick.gone = False
    window.top_bar.unsaved.click()
    document = document_of(desk)
    assert document.plan.lines[siltap(document)].description == "Baru"
    assert not window.top_bar.unsaved.isVisible()
    assert not window.notice.isVisible()


def test_saving_elsewhere_goes_on_in_the_copy_with_the_entry(
    desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """U21: "Simpan di tempat lain"."""
    fail_to_write(desk, monkeypatch)
    target = tmp_path / "elsewhere.apbdes"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.notice.action.click()
    document = document_of(desk)
    assert document.path == target
    assert document.plan.lines[siltap(document)].description == "Baru"
    assert window.top_bar.saved.isVisible()
    assert str(target) in window.notice.text


@pytest.fixture
def left_open(plan_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plan as another machine left it."""
    monkeypatch.setattr(lock, "this_machine", lambda: "LAPTOP-KAUR")
    lock.write_lock(plan_path, datetime(2026, 11, 2, 13, 20, tzinfo=UTC).astimezone())
    monkeypatch.setattr(lock, "this_machine", lambda: "PC-SEKDES")
    return plan_path


def test_a_plan_that_is_open_elsewhere_is_asked_about(
    desk: Desk, left_open: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has it and since when; not opened when that is not wanted."""
    answers = Answers(False)
    monkeypatch.setattr(QuestionDialog, "ask", answers)
    desk.open_plan(left_open)
    assert "LAPTOP-KAUR" in answers.asked[0]
    assert "13:20" in answers.asked[0] or ":20" in answers.asked[0]
    assert desk.workspace.document is None
    assert not isinstance(desk.window, MainWindow)


def test_a_plan_that_was_left_open_elsewhere_can_be_taken_over(
    desk: Desk, left_open: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QuestionDialog, "ask", Answers(True, True))
    desk.open_plan(left_open)
    window = desk.window
    assert isinstance(window, MainWindow)
    assert document_of(desk).read_only
    assert "LAPTOP-KAUR" in window.notice.text
    assert window.notice.other.isVisible()
    window.notice.other.click()
    assert not document_of(desk).read_only
    assert isinstance(desk.window, MainWindow)
    assert not desk.window.notice.isVisible()


def test_opening_the_plan_that_is_open_keeps_it(desk: Desk, window: MainWindow, plan_path: Path) -> None:
    before = document_of(desk)
    desk.open_plan(plan_path)
    assert document_of(desk) is before
    assert not before.read_only
