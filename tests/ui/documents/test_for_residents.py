"""What residents will see: looked at before it is written, chosen by keys, written in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.documents.documents_screen import DocumentsScreen
from ui.documents.poster_dialog import PAGE, PosterDialog
from ui.support.settings import Settings
from ui.support.workspace import Workspace
from village_budget.reports.poster.poster_facts import poster_facts

STEM = "_Sumberwangi_2026"


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> DocumentsScreen:
    made = DocumentsScreen(workspace, settings=Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    qtbot.waitUntil(lambda: made.preview.view.image is not None)
    made.panel.folder.setText(str(tmp_path / "out"))
    made.panel.folder.editingFinished.emit()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, workspace: Workspace) -> PosterDialog:
    document = workspace.document
    assert document is not None
    made = PosterDialog(poster_facts(document.report_source(), ""))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[PosterDialog], None]], None]:
    """Answer the dialog when it opens."""

    def answer(act: Callable[[PosterDialog], None]) -> None:
        def shown(self: PosterDialog) -> bool:
            act(self)
            return bool(self.result())

        monkeypatch.setattr(PosterDialog, "answer", shown)

    return answer


def written(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "out").glob("*"))


def test_each_design_is_drawn_before_it_is_written(qtbot: QtBot, dialog: PosterDialog) -> None:
    """Arrows choose; the picture has the shape of the paper; the next design is another picture."""
    qtbot.waitUntil(lambda: dialog.view.image is not None, timeout=30_000)
    first = dialog.view.image
    assert first is not None
    assert abs(first.height() / first.width() - 420 / 297) < 0.02
    assert "A3" in dialog.caption.text()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.design == "soga"
    qtbot.waitUntil(lambda: dialog.view.image is not None and dialog.view.image != first, timeout=30_000)
    dialog.boxes["Spanduk"].setChecked(False)
    dialog.boxes["Spanduk"].setChecked(True)
    qtbot.waitUntil(lambda: dialog.view.image is not None, timeout=30_000)
    banner = dialog.view.image
    assert banner is not None
    assert banner.width() > banner.height()
    assert "3000 × 2000" in dialog.caption.text()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)


def test_the_web_page_shows_a_sketch_at_once(qtbot: QtBot, dialog: PosterDialog) -> None:
    dialog.list.choose(PAGE)
    image = dialog.view.image
    assert image is not None
    assert image.height() > image.width()
    assert (
        len({image.pixelColor(x, 8).name() for x in range(0, image.width(), 3)}) == 1
    )  # the band of its head
    assert not dialog.boxes["A3"].isVisible()
    assert dialog.write.isEnabled()
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)


def test_enter_writes_and_nothing_chosen_writes_nothing(qtbot: QtBot, dialog: PosterDialog) -> None:
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.write.isEnabled()
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.boxes["PNG"].setChecked(True)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert (dialog.design, dialog.kinds) == ("nila", ("PNG",))
    qtbot.waitUntil(lambda: not dialog.busy, timeout=60_000)


def test_a_poster_is_written_on_the_chosen_papers(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path, answered: Callable[..., None]
) -> None:
    """In the background, in the chosen design, and listed below."""

    def choose(dialog: PosterDialog) -> None:
        dialog.list.choose("hemat")
        dialog.boxes["A3"].setChecked(False)
        dialog.boxes["Spanduk"].setChecked(False)
        dialog.accept()

    answered(choose)
    screen.panel.residents.click()
    assert screen.busy
    assert not screen.panel.residents.isEnabled()
    qtbot.waitUntil(screen.panel.result.isVisible, timeout=60_000)
    assert written(tmp_path) == [f"poster-a3{STEM}.png", f"poster-f4{STEM}.pdf"]
    listed = {row.found.path.name for row in screen.panel.file_rows()}
    assert listed == set(written(tmp_path))


def test_the_page_is_written(
    qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path, answered: Callable[..., None]
) -> None:
    def choose(dialog: PosterDialog) -> None:
        dialog.list.choose(PAGE)
        dialog.accept()

    answered(choose)
    screen.panel.residents.click()
    qtbot.waitUntil(screen.panel.result.isVisible, timeout=60_000)
    assert written(tmp_path) == [f"halaman{STEM}.html"]
    assert "Sumberwangi" in (tmp_path / "out" / f"halaman{STEM}.html").read_text(encoding="utf-8")


def test_esc_writes_nothing(screen: DocumentsScreen, tmp_path: Path, answered: Callable[..., None]) -> None:
    answered(lambda dialog: dialog.reject())
    screen.panel.residents.click()
    assert not screen.busy
    assert written(tmp_path) == []
