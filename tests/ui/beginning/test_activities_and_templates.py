"""Single activities copied by keyboard, and the gallery of templates (U17, U25)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.document.files import state
from tests.ui.fixtures.years import Answers, Years
from ui.beginning.copy_activities_dialog import CopyActivitiesDialog
from ui.beginning.save_template_dialog import SaveTemplateDialog
from ui.beginning.template_dialog import TemplateDialog
from ui.grid.model.nodes import line_key
from ui.kit.dialog import LARGEST, BaseDialog
from ui.kit.trouble_dialog import TroubleDialog
from ui.support.theme import apply_theme
from village_budget.document.template_library import load_library, own_folder

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_activities_are_found_ticked_and_copied_by_keyboard(years: Years, answers: Answers) -> None:
    """Ctrl+Shift+J, type, Enter ticks; a tick stays when the search goes on."""
    info = years.document.add_plan(2027)
    years.window.years.show_year(info)
    before = state(years.document)

    def fill(dialog: BaseDialog) -> None:
        assert isinstance(dialog, CopyActivitiesDialog)
        assert dialog.source.box.currentText().startswith("2026")
        assert not dialog.accept_button.isEnabled()
        for words in ("jalan pengerasan", "4.2"):
            dialog.search.setText(words)
            assert dialog.rows.rowCount() == 1
            QTest.keyClick(dialog.search, Key.Key_Return)
        assert [row.code for row in dialog.rows.chosen()] == ["2.3.10", "4.2.01"]
        dialog.search.setText("tidak ada yang begini")
        assert dialog.rows.rowCount() == 0
        assert dialog.accept_button.text() == "&Copy 2 activities"
        assert dialog.accept_button.shortcut().toString() == "Alt+C"
        QTest.keyClick(dialog.accept_button, Key.Key_Space)

    answers(fill)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_J, CONTROL | SHIFT)
    codes = [row.code for row in years.document.plan.activities_in_order()]
    assert codes == ["2.3.10", "4.2.01"]
    assert len(years.document.plan.unreviewed()) == 5
    view = years.window.place("belanja").view
    assert view.current_node().key == line_key(min(years.document.plan.lines))
    years.window.undo()
    assert state(years.document) == before


def test_all_shown_are_ticked_at_once_and_taken_off(years: Years, qtbot: QtBot) -> None:
    dialog = years.window.place("belanja").starting.activities_dialog()
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog.list, Key.Key_A, CONTROL)
    assert len(dialog.rows.chosen()) == 3
    dialog.all_button.click()
    assert not dialog.rows.chosen()
    box = dialog.list.visualRect(dialog.rows.index(1))
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert [row.code for row in dialog.rows.chosen()] == ["2.3.10"]
    assert "1 activities" in dialog.accept_button.text()
    dialog.close()
    dialog.deleteLater()


def test_an_activity_is_duplicated(years: Years) -> None:
    screen = years.window.place("belanja")
    screen.view.go_to(screen.view.budget_model().tree.nodes[line_key(5)])
    screen.starting.duplicate.trigger()
    assert [row.code for row in years.document.plan.activities_in_order()].count("2.3.10") == 2
    assert len(years.document.plan.unreviewed()) == 3


def test_a_template_is_found_looked_at_and_inserted(years: Years, answers: Answers) -> None:
    """Ctrl+J, type, choose the fund, Enter; one undo takes it back."""
    before = state(years.document)

    def fill(dialog: BaseDialog) -> None:
        assert isinstance(dialog, TemplateDialog)
        dialog.search.setText("posyandu")
        assert dialog.template is not None
        assert dialog.template.key == "posyandu"
        texts = [part.text() for part in dialog.preview.findChildren(QLabel)]
        assert "Insentif kader Posyandu" in texts
        assert "0 orang × 12 bulan" in texts
        assert dialog.fund.currentData() == "DDS"
        dialog.fund.setCurrentIndex(dialog.fund.findData("PAD"))
        assert not dialog.into.isVisible()
        QTest.keyClick(dialog.search, Key.Key_Return)

    answers(fill)
    QTest.keyClick(QApplication.focusWidget(), Key.Key_J, CONTROL)
    added = years.document.plan.unreviewed()
    assert [line.review for line in added] == ["template"] * 5
    assert {line.fund for line in added} == {"PAD"}
    assert years.document.plan.activities[added[0].activity_id or 0].officer == "Kasi Kesejahteraan"
    years.window.undo()
    assert state(years.document) == before


def test_a_template_goes_into_the_activity_that_is_there(years: Years, answers: Answers) -> None:
    def fill(dialog: BaseDialog) -> None:
        assert isinstance(dialog, TemplateDialog)
        dialog.search.setText("rabat beton")
        assert dialog.into.isVisible()
        assert dialog.into.isChecked()
        dialog.accept_button.click()

    answers(fill)
    years.window.place("belanja").starting.insert_template()
    assert len(years.document.plan.activities) == 3
    assert {line.activity_id for line in years.document.plan.unreviewed()} == {2}


def test_capital_goes_to_financing(years: Years, answers: Answers) -> None:
    def fill(dialog: BaseDialog) -> None:
        assert isinstance(dialog, TemplateDialog)
        dialog.search.setText("penyertaan modal")
        dialog.accept_button.click()

    answers(fill)
    years.window.place("belanja").starting.insert_template()
    assert years.window.current == "pembiayaan"
    assert {line.account_code for line in years.document.plan.unreviewed()} == {"6.2.2.01"}


def test_ones_own_template_is_kept_and_found(
    years: Years, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved from the plan, offered first, passed on as a file; a damaged one is told and left aside."""
    told: list[object] = []
    monkeypatch.setattr(TroubleDialog, "tell", classmethod(lambda _, error, **__: told.append(error)))

    def keep(dialog: BaseDialog) -> None:
        assert isinstance(dialog, SaveTemplateDialog)
        dialog.name.setText("")
        dialog.accept_button.click()
        assert not dialog.result()
        dialog.name.setText("NIK 3510011203980001")
        dialog.accept_button.click()
        assert not dialog.result()
        dialog.name.setText("Jalan Krajan")
        dialog.accept_button.click()

    answers(keep)
    screen = years.window.place("belanja")
    screen.view.go_to(screen.view.budget_model().tree.nodes[line_key(5)])
    screen.starting.keep.trigger()
    assert "Jalan Krajan" in years.window.notice.text
    own = load_library().templates[0]
    assert (own.is_own, own.title.id, len(own.lines)) == (True, "Jalan Krajan", 3)
    (own_folder() / "rusak.toml").write_text("[[", encoding="utf-8")
    (tmp_path / "titipan.toml").write_text("[[", encoding="utf-8")
    dialog = screen.starting.template_dialog()
    dialog.show()
    assert dialog.template == own
    assert dialog.remove.isVisible()
    assert "rusak.toml" in dialog._left_aside.text()
    dialog.import_file(tmp_path / "titipan.toml")
    assert len(told) == 1
    dialog.import_file(own_folder() / "jalan-krajan.toml")
    assert dialog.template is not None
    assert dialog.template.key == "jalan-krajan-2"
    dialog.close()
    dialog.deleteLater()


def test_a_year_to_look_at_takes_nothing(years: Years, answers: Answers) -> None:
    """Neither a template nor a copy goes into a plan that only can be looked at."""
    years.work.open(years.document.path, read_only=True)
    seen = answers(lambda dialog: dialog.reject())
    starting = years.window.place("belanja").starting
    starting.insert_template()
    starting.copy_activities()
    years.window.years.copy_year()
    years.window.years.add_year()
    assert seen == []
    assert not starting.templates.isEnabled()


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_dialogs_fit_and_everything_has_a_name(years: Years, qapp: QApplication, factor: float) -> None:
    """U28, U30: on a small screen at every size of font; the buttons stay in sight."""
    apply_theme(qapp, "light", factor)
    years.document.add_plan(2027)
    starting = years.window.place("belanja").starting
    activity = years.document.plan.activities[2]
    for dialog in (
        years.window.years.new_dialog(years.document), years.window.years.copy_dialog(years.document),
        starting.activities_dialog(), starting.template_dialog(), starting.save_dialog(activity),
    ):  # fmt: skip
        dialog.show()
        QApplication.processEvents()
        assert dialog.width() <= LARGEST.width()
        assert dialog.height() <= LARGEST.height()
        for child in dialog.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and isinstance(
                child, QAbstractButton | QLineEdit
            ):
                assert child.accessibleName(), child
        for made in dialog.findChildren(QAbstractButton):
            if made.isVisible():
                assert made.width() >= made.minimumSizeHint().width(), made.text()
        dialog.close()
        dialog.deleteLater()
    apply_theme(qapp, "light", 1.0)
