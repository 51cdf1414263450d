"""F1 explains whatever has the keyboard, offline, with its article (U35); the list of keys is in it (U13)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.window.dialogs import dialog_classes
from ui.app import Desk
from ui.beginning.new_plan_dialog import NewPlanDialog
from ui.grid.model.nodes import GridColumn, line_key
from ui.grid.view.grid_topics import COLUMN_TOPICS
from ui.help import help_key
from ui.help.help_dialog import HelpDialog
from ui.help.help_text import HelpBook, written_topics
from ui.kit.dialog import BaseDialog
from ui.kit.help_topics import (
    FIRST,
    KEYS,
    own_topic,
    topic_of,
)
from ui.main_window import MainWindow
from ui.support.messages import LANGUAGES
from ui.window.screen_deck import SCREENS
from ui.window.settings_dialog import SettingsDialog
from village_budget.domain.lines import Part
from village_budget.rules.packs.loader import load_pack, pack_years
from village_budget.rules.packs.questions import load_questions

INPUTS = (QLineEdit, QComboBox, QCheckBox, QPlainTextEdit, QAbstractSpinBox, QAbstractItemView)


@pytest.fixture(scope="module")
def book() -> HelpBook:
    return HelpBook("id", load_pack(2026), [("F1", "Bantuan")])


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[HelpDialog]:
    """Help dialogs that were asked for; none of them waits for an answer."""
    found: list[HelpDialog] = []

    def answer(dialog: HelpDialog) -> None:
        found.append(dialog)

    monkeypatch.setattr(HelpDialog, "answer", answer)
    return found


def inputs(root: QWidget) -> Iterator[QWidget]:
    """What text or a choice can be put into, beneath a widget."""
    for child in root.findChildren(QWidget):
        if isinstance(child, INPUTS) and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child


def test_each_input_of_each_screen_has_a_topic_that_exists(window: MainWindow, book: HelpBook) -> None:
    """U35: walk every screen; an input is explained by its own topic or that of its form, never by none."""
    for name, _, _ in SCREENS:
        window.show_screen(name)
        QApplication.processEvents()
        seen = list(inputs(window.place(name)))
        assert own_topic(window.place(name)) in book.topics, name
        for child in seen:
            assert topic_of(child) in book.topics, (name, child.accessibleName(), topic_of(child))
            assert topic_of(child) != FIRST, (name, child.accessibleName())
    for child in inputs(window):
        assert topic_of(child) in book.topics, child.accessibleName()


@pytest.mark.parametrize("made", dialog_classes(), ids=lambda made: made.__name__)
def test_each_dialog_has_a_topic_that_exists(made: type[BaseDialog], book: HelpBook) -> None:
    """U35: whatever dialog is added names what explains it."""
    assert made.topic in book.topics


def test_fields_of_a_form_have_topics_of_their_own(desk: Desk, book: HelpBook) -> None:
    """U35: not only the dialog as a whole."""
    start = desk.show_start()
    for dialog in (NewPlanDialog(start), SettingsDialog(desk.settings, start)):
        for field in inputs(dialog):
            assert topic_of(field) in book.topics, field.accessibleName()
            assert topic_of(field) != dialog.topic, field.accessibleName()


def test_each_column_of_the_grid_has_its_topic(book: HelpBook) -> None:
    """U35."""
    assert set(COLUMN_TOPICS) == set(GridColumn)
    assert set(COLUMN_TOPICS.values()) <= book.topics.keys()


@pytest.mark.parametrize("year", pack_years())
def test_every_rule_and_question_is_a_topic(year: int) -> None:
    """U35: with the article it rests on; its words are those of the packs, not a copy."""
    pack = load_pack(year)
    made = HelpBook("id", pack)
    for rule in pack.rules.values():
        topic = made.topics[f"rule.{rule.id}"]
        assert topic.basis == rule.basis
        assert rule.demand.id in topic.text
    for name in load_questions():
        assert made.topics[f"question.{name}"].text


def test_topics_are_whole_in_both_languages() -> None:
    """U35: title, text and group in Indonesian and English; the same topics, the same links."""
    first, second = (written_topics(language) for language in LANGUAGES)
    assert len(first) >= 60
    assert [(t.id, t.see, t.basis) for t in first] == [(t.id, t.see, t.basis) for t in second]
    for one, other in zip(first, second, strict=True):
        assert one.title, one.id
        assert other.title, one.id
        assert len(one.text) > 40, one.id
        assert len(other.text) > 40, one.id
        assert one.text != other.text, one.id
    assert len({topic.title for topic in first}) == len(first)


def test_no_link_is_dead(book: HelpBook) -> None:
    """U35: every topic leads to others that exist."""
    dead = {
        (topic.id, name) for topic in book.topics.values() for name in topic.see if name not in book.topics
    }
    assert not dead


def f1(window: QWidget, qtbot: QtBot) -> None:
    shortcut = next(s for s in window.findChildren(QShortcut) if s.key().toString() == "F1")
    shortcut.activated.emit()


@pytest.mark.parametrize("column", [GridColumn.VOLUME, GridColumn.PRICE, GridColumn.FUND])
def test_f1_in_a_cell_opens_the_topic_of_its_column(
    window: MainWindow, opened: list[HelpDialog], column: GridColumn, qtbot: QtBot
) -> None:
    """U35: by the key itself, also while the cell is being edited; the article stands on the page."""
    window.show_screen("belanja")
    view = window.place("belanja").view
    line = next(iter(window.workspace.document.plan.part_lines(Part.SPENDING)))  # type: ignore[union-attr]
    view.go_to(view.budget_model().tree.nodes[line_key(line.id)], column)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_F2)
    assert view.editing.is_open
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    assert [dialog.shown for dialog in opened] == [COLUMN_TOPICS[column]]
    assert "Permendagri 20/2018" in opened[0].page.toPlainText()
    view.editing.cancel()


def test_f1_on_a_question_opens_it_with_its_article(window: MainWindow, opened: list[HelpDialog]) -> None:
    """U35."""
    window.show_screen("data")
    row = window.place("data").rows["pagu.DDS"]
    row.input.setFocus()
    QTest.keyClick(row.input, Qt.Key.Key_F1)
    assert [dialog.shown for dialog in opened] == ["question.pagu.DDS"]
    assert load_questions()["pagu.DDS"].basis in opened[0].page.toPlainText()


def test_f1_on_a_finding_opens_its_rule(window: MainWindow, opened: list[HelpDialog]) -> None:
    """U35."""
    window.show_screen("pemeriksaan")
    QApplication.processEvents()
    help_key.show_help(window)
    topic = opened[0].shown
    assert topic.startswith("rule.")
    assert load_pack(2026).rules[topic.removeprefix("rule.")].basis in opened[0].page.toPlainText()


def test_f1_works_within_a_dialog_and_on_the_start_page(
    desk: Desk, opened: list[HelpDialog], qtbot: QtBot
) -> None:
    """U35."""
    start = desk.show_start()
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    f1(start, qtbot)
    dialog = NewPlanDialog(start)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.code.setFocus()
    QTest.keyClick(dialog.code, Qt.Key.Key_F1)
    assert [found.shown for found in opened] == ["layar.mulai", "rencana.kode"]
    dialog.close()


def test_the_list_of_keys_is_whole(window: MainWindow, opened: list[HelpDialog]) -> None:
    """U13: reachable by F1; every key of the window and of its screens stands in it."""
    for name, _, _ in SCREENS:
        window.show_screen(name)
    f1(window, None)  # type: ignore[arg-type]
    dialog = opened[0]
    dialog.show_topic(KEYS)
    text = dialog.page.toPlainText()
    for key, words in window.key_list():
        assert key in text
        assert words in text
    listed = {key.strip() for keys, _ in window.key_list() for key in keys.split(" / ")}
    bound = {s.key().toString() for s in window.findChildren(QShortcut) if s.parent() is not dialog}
    bound |= {action.shortcut().toString() for action in window.findChildren(QAction)}
    assert not {key for key in bound if key and key not in listed and _shown(key) not in listed}


def _shown(key: str) -> str:
    return (
        key.replace("Up", "↑")
        .replace("Down", "↓")
        .replace("Left", "←")
        .replace("Right", "→")
        .replace("Return", "Enter")
    )


@pytest.fixture
def dialog(book: HelpBook, desk: Desk, qtbot: QtBot) -> Callable[[str], HelpDialog]:
    def show(topic: str) -> HelpDialog:
        made = HelpDialog(book, topic)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        return made

    return show


def test_search_finds_by_word_article_and_rule(dialog: Callable[[str], HelpDialog], book: HelpBook) -> None:
    """U35: typing shows the best topic at once; the contents show the others; Esc brings all back."""
    made = dialog(FIRST)
    made.search.setFocus()
    for text, topic in (("siLPA per sumber", "pengertian.silpa-dana"), ("BEL-30", "rule.BEL-30")):
        made.search.clear()
        QTest.keyClicks(made.search, text)
        assert made.shown == topic
        assert not made.contents.items[topic].isHidden()
        assert made.contents.items["setelan.tema"].isHidden()
    QTest.keyClicks(made.search, " zzz")
    assert "zzz" in made._nothing.text()
    QTest.keyClick(made.search, Qt.Key.Key_Escape)
    assert made.isVisible()
    assert not made.contents.items["setelan.tema"].isHidden()


def test_links_lead_on_and_back_leads_back(dialog: Callable[[str], HelpDialog]) -> None:
    """U35: by keyboard too; what was shown is copied as plain text with its article."""
    made = dialog("tabel.volume")
    assert not made.back.isEnabled()
    made.page.anchorClicked.emit(QUrl("tabel.satuan"))
    assert made.shown == "tabel.satuan"
    QTest.keyClick(made, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert made.shown == "tabel.volume"
    made.copy.click()
    copied = QApplication.clipboard().text()
    assert "3 orang x 12 bulan" in copied
    assert "Permendagri 20/2018" in copied
    assert "`" not in copied


def test_the_contents_are_walked_by_arrow_keys(dialog: Callable[[str], HelpDialog]) -> None:
    """U35, U33."""
    made = dialog("tabel.volume")
    made.contents.setFocus()
    QTest.keyClick(made.contents, Qt.Key.Key_Down)
    assert made.shown == "tabel.satuan"
    QTest.keyClick(made.contents, Qt.Key.Key_Return)
    assert made.page.hasFocus()


def test_what_is_not_explained_leads_to_how_the_help_is_used(dialog: Callable[[str], HelpDialog]) -> None:
    assert dialog("tidak.ada").shown == FIRST
