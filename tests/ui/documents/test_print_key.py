"""Ctrl+P from anywhere in the window: the preview of the forms that are chosen in Dokumen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.fixtures.open_window import desk, plan_path, window  # noqa: F401
from ui.documents.print_dialog import PrintDialog
from ui.main_window import MainWindow


def press(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def previews(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The forms of each preview; in it A4 is chosen before it is closed."""
    seen: list[list[str]] = []

    def look(dialog: PrintDialog) -> int:
        seen.append([document.name for document in dialog._documents])
        dialog.panel.paper.setCurrentIndex(1)
        dialog.reject()
        return 0

    monkeypatch.setattr(PrintDialog, "exec", look)
    return seen


def test_ctrl_p_shows_the_chosen_forms(window: MainWindow, previews: list[list[str]]) -> None:
    """U27, U33: the screen stays; the paper chosen there is that of the next export."""
    window.show_screen("belanja")
    press(window)
    documents = window.place("dokumen")
    assert [set(names) for names in previews] == [set(documents.model.checked())]
    assert window.current == "belanja"
    assert documents.panel.paper_name == "A4"


def test_without_a_chosen_form_one_is_asked_for(window: MainWindow, previews: list[list[str]]) -> None:
    window.place("dokumen").model.check_all(on=False)
    press(window)
    assert previews == []
    assert window.current == "dokumen"


def test_the_key_is_in_the_list_of_keys(window: MainWindow) -> None:
    """U33: F1 tells it."""
    assert dict(window.key_list())["Ctrl+P"] == "Cetak dokumen yang dipilih"
