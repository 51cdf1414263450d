"""Dokumen: forms, their pages, export in the background, and what is said when it fails."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.fixtures.held_runner import HeldRunner
from ui.documents.documents_screen import DocumentsScreen
from ui.documents.forms_model import FORM_ROLE, FormEntry, FormsModel
from ui.support.settings import Settings
from ui.support.workspace import Workspace
from village_budget import atomic
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.edits.plan_head import SetVillage
from village_budget.reports import catalogue
from village_budget.reports.forms import riwayat

FORMS = catalogue.evaluation_set()


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> DocumentsScreen:
    made = DocumentsScreen(workspace, settings=Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(made)
    made.resize(1190, 640)
    made.show()
    return made


@pytest.fixture
def ready(qtbot: QtBot, screen: DocumentsScreen, tmp_path: Path) -> DocumentsScreen:
    """Pages are counted, the first is drawn, and exports go to an empty folder."""
    qtbot.waitUntil(lambda: all(screen.pages.sizes(name) for name in FORMS))
    qtbot.waitUntil(lambda: screen.preview.view.image is not None)
    screen.panel.folder.setText(str(tmp_path / "out"))
    screen.panel.folder.editingFinished.emit()
    return screen


def entry(screen: DocumentsScreen, name: str) -> FormEntry:
    found = screen.model.data(screen.model.index(screen.model.row_of(name)), FORM_ROLE)
    assert isinstance(found, FormEntry)
    return found


def written(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "out").glob("*"))


def test_every_form_has_its_pages(ready: DocumentsScreen) -> None:
    """U27: what is previewed is what is printed: the same pages, counted."""
    assert entry(ready, "apbdes").pages == "1 pages"
    assert len(ready.pages.sizes("rab")) == 4  # list, revenue, two activities
    assert ready.preview.count == 1
    image = ready.preview.view.image
    assert image is not None
    assert image.pixelColor(1, 1).name() == "#ffffff"


def test_forms_beside_the_set_are_built_when_they_are_looked_at(
    qtbot: QtBot, ready: DocumentsScreen, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A long history would hold up every visit; once shown it follows each edit like the others."""
    built: list[str] = []
    real = catalogue.form("riwayat").build
    monkeypatch.setattr(riwayat, "build", lambda source: built.append("riwayat") or real(source))
    spied = replace(catalogue.form("riwayat"), build=riwayat.build)
    forms = tuple(spied if info.name == "riwayat" else info for info in catalogue.FORMS)
    monkeypatch.setattr(catalogue, "FORMS", forms)
    line_id = next(iter(workspace.document.plan.lines))  # type: ignore[union-attr]
    with qtbot.waitSignal(ready.pages.counted):
        workspace.apply(SetLine(line_id, {"description": "Satu"}))
    assert built == []
    ready.list.choose("riwayat")
    qtbot.waitUntil(lambda: bool(ready.pages.sizes("riwayat")))
    assert built == ["riwayat"]
    workspace.apply(SetLine(line_id, {"description": "Dua"}))
    qtbot.waitUntil(lambda: built == ["riwayat"] * 2)


def test_leafing_and_zooming_ask_for_other_pictures(qtbot: QtBot, ready: DocumentsScreen) -> None:
    ready.list.choose("rab")
    qtbot.waitUntil(lambda: ready.preview.count == 4)
    with qtbot.waitSignal(
        ready.pages.drawn, check_params_cb=lambda name, page, _: (name, page) == ("rab", 1)
    ):
        qtbot.mouseClick(ready.preview.forth, Qt.MouseButton.LeftButton)
    assert ready.preview.place.text() == "Page 2 of 4"
    before = ready.preview.page_width()
    with qtbot.waitSignal(ready.pages.drawn):
        ready.preview.set_zoom(5)
    assert ready.preview.page_width() > before
    ready.preview.turn_to(99)
    assert ready.preview.place.text() == "Page 4 of 4"
    assert not ready.preview.forth.isEnabled()


def test_the_preview_follows_an_edit(qtbot: QtBot, ready: DocumentsScreen, workspace: Workspace) -> None:
    line_id = next(iter(workspace.document.plan.lines))  # type: ignore[union-attr]
    with qtbot.waitSignal(ready.pages.counted):
        workspace.apply(SetLine(line_id, {"unit_price": 61_000_000_00}))
    documents = ready.pages.documents("apbdes")
    assert documents[0].footer.fingerprint == workspace.document.fingerprint  # type: ignore[union-attr]


def test_export_writes_workbook_and_pdf_of_each_checked_form(
    qtbot: QtBot, ready: DocumentsScreen, tmp_path: Path
) -> None:
    ready.model.toggle(ready.model.row_of("penjabaran"))
    assert ready.panel.export.text() == f"Export {len(FORMS) - 1} documents"
    qtbot.mouseClick(ready.panel.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ready.panel.result.isVisible)
    names = [name for name in FORMS if name != "penjabaran"]
    stem = "_Sumberwangi_2026"
    assert written(tmp_path) == sorted(f"{name}{stem}{kind}" for name in names for kind in (".pdf", ".xlsx"))
    assert ready.panel.result.text == f"{2 * len(names)} files are in out."
    assert ready.panel.result.action.text() == "Open the folder"
    with zipfile.ZipFile(tmp_path / "out" / f"apbdes{stem}.xlsx") as book:
        assert book.testzip() is None
    assert (tmp_path / "out" / f"rab{stem}.pdf").read_bytes().startswith(b"%PDF")
    kept, document = Settings(tmp_path / "settings.ini"), ready._workspace.document
    assert kept.folder == str(tmp_path / "out")
    assert document is not None
    assert kept.exported(document.path, document.plan.info) is not None


def test_each_cost_plan_may_have_its_own_workbook(
    qtbot: QtBot, ready: DocumentsScreen, tmp_path: Path
) -> None:
    for name in FORMS:
        if name != "rab":
            ready.model.toggle(ready.model.row_of(name))
    ready.panel.pdf.setChecked(False)
    qtbot.mouseClick(ready.panel.each, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(ready.panel.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(ready.panel.result.isVisible)
    sheets = [made.sheet_title for made in ready.pages.documents("rab")]
    assert len(written(tmp_path)) == len(sheets) == 4
    assert "rab-1.1.01_Sumberwangi_2026.xlsx" in written(tmp_path)
    ready.panel.excel.setChecked(False)
    assert not ready.panel.each.isEnabled()


def test_an_open_workbook_is_said_and_tried_again(
    qtbot: QtBot, ready: DocumentsScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F33: what happened, what is safe, what to do; the same button tries again."""
    target = tmp_path / "out" / "apbdes_Sumberwangi_2026.xlsx"
    target.parent.mkdir()
    target.write_bytes(b"former")
    monkeypatch.setattr(atomic, "sleep", lambda _: None)

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "held")

    with monkeypatch.context() as held:
        held.setattr(Path, "replace", refuse)
        ready.exporter.export()
        qtbot.waitUntil(ready.panel.result.isVisible)
    assert "apbdes_Sumberwangi_2026.xlsx is open in another program." in ready.panel.result.text
    assert "Close it in Excel and try again" in ready.panel.result.text
    assert target.read_bytes() == b"former"
    assert ready.panel.result.action.text() == "Try again"
    ready.panel.result.action.click()
    qtbot.waitUntil(lambda: ready.panel.result.isVisible() and "files are in" in ready.panel.result.text)
    assert target.read_bytes() != b"former"


def test_a_missing_drive_is_said(qtbot: QtBot, ready: DocumentsScreen, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    ready.panel.folder.setText(str(tmp_path / "file" / "out"))
    ready.exporter.export()
    qtbot.waitUntil(ready.panel.result.isVisible)
    assert "was not found" in ready.panel.result.text


def test_a_stopped_export_leaves_nothing_half(
    ready: DocumentsScreen, held: HeldRunner, tmp_path: Path
) -> None:
    """Stop is asked while the work waits; it ends at its first step."""
    ready.exporter.export()
    assert ready.panel.cancel.isVisible()
    assert not ready.panel.export.isVisible()
    ready.panel.cancel.click()
    held.let_go()
    assert "was stopped" in ready.panel.result.text
    assert ready.panel.export.isVisible()
    assert written(tmp_path) == []


def test_an_edit_during_the_export_does_not_reach_it(
    ready: DocumentsScreen, held: HeldRunner, workspace: Workspace, tmp_path: Path
) -> None:
    """The documents are taken on the window's thread when the button is pressed."""
    document = workspace.document
    assert document is not None
    before = document.short_fingerprint
    ready.exporter.export()
    workspace.apply(SetLine(next(iter(document.plan.lines)), {"unit_price": 1_00}))
    assert document.short_fingerprint != before
    held.let_go()
    with zipfile.ZipFile(tmp_path / "out" / "apbdes_Sumberwangi_2026.xlsx") as book:
        text = book.read("xl/sharedStrings.xml").decode()
    assert before in text


def test_a_result_for_a_closed_window_falls(held: HeldRunner, workspace: Workspace, tmp_path: Path) -> None:
    """G07: the window is built anew while an export runs: its files are written, nothing breaks."""
    screen = DocumentsScreen(workspace, settings=Settings(tmp_path / "settings.ini"))
    screen.panel.folder.setText(str(tmp_path / "out"))
    screen.exporter.export()
    shiboken6.delete(screen)
    held.let_go()
    assert len(written(tmp_path)) == 2 * len(FORMS)


def test_paper_and_checks(qtbot: QtBot, ready: DocumentsScreen) -> None:
    """A4 lays every form out anew and says so; without a form or a kind there is nothing to export."""
    ready.panel.paper.setCurrentIndex(1)
    qtbot.waitUntil(lambda: ready.pages.sizes("apbdes")[0] == (210.0, 297.0))
    assert "A4" in entry(ready, "apbdes").subtitle
    assert ready.model.checked() == FORMS
    ready.all.click()
    assert ready.model.checked() == [info.name for info in catalogue.FORMS]
    ready.all.click()
    assert ready.model.checked() == []
    assert not ready.panel.export.isEnabled()
    ready.all.click()
    ready.panel.excel.click()
    ready.panel.pdf.click()
    assert not ready.panel.export.isEnabled()


def test_space_checks_and_arrows_choose(qtbot: QtBot, ready: DocumentsScreen) -> None:
    qtbot.waitUntil(ready.isActiveWindow)
    ready.setFocus()
    QTest.keyClick(ready.list, Qt.Key.Key_Down)
    assert ready.preview.title.text() == "Detailed village budget"
    QTest.keyClick(ready.list, Qt.Key.Key_Space)
    assert "penjabaran" not in ready.model.checked()
    place = ready.list.visualRect(ready.model.index(ready.model.row_of("rab")))
    qtbot.mouseClick(ready.list.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + QPoint(24, 26))
    assert "rab" not in ready.model.checked()
    assert ready.preview.title.text() == "Detailed village budget"


def test_broken_rules_are_told_before_exporting(ready: DocumentsScreen) -> None:
    assert ready.panel.warning.isVisible()
    assert ready.panel.warning.text == "1 rules are broken. Export works and is marked RANCANGAN."


def test_earlier_files_are_listed(qtbot: QtBot, ready: DocumentsScreen) -> None:
    ready.exporter.export()
    # A layout shows what was put into it with the next round of events.
    qtbot.waitUntil(lambda: len(ready.panel.file_rows()) == 4)


def test_the_village_is_shown_as_it_is_written(
    qtbot: QtBot, ready: DocumentsScreen, workspace: Workspace, tmp_path: Path
) -> None:
    """S17: a name that looks like markup is a name, and its file a plain one."""
    with qtbot.waitSignal(ready.pages.counted):
        workspace.apply(SetVillage({"name": "<b>x</b>"}))
    ready.panel.pdf.setChecked(False)
    ready.exporter.export()
    qtbot.waitUntil(ready.panel.result.isVisible)
    assert written(tmp_path)[0] == "apbdes_b-x-b_2026.xlsx"
    assert "<B>X</B>" in ready.pages.documents("apbdes")[0].title[1]


def test_printing_takes_the_checked_forms(ready: DocumentsScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    """G05: the printer stands behind a seam."""
    printed: list[str] = []
    monkeypatch.setattr(
        "ui.documents.print_dialog.PrintDialog.show_for",
        lambda documents, *_, **__: printed.extend(document.name for document in documents),
    )
    ready.model.check_all(on=False)
    ready.model.toggle(ready.model.row_of("apbdes"))
    ready.panel.print.click()
    assert printed == ["apbdes"]


def test_model_is_sound(qapp: object, qtmodeltester: ModelTester) -> None:
    """G03."""
    model = FormsModel([("Group", [FormEntry("a", "A", "a"), FormEntry("b", "B", "b")])])
    qtmodeltester.check(model)
    model.check_all(on=False)
    model.set_words("b", pages="3")
    assert model.checked() == []


def test_the_package_is_written_with_its_list(qtbot: QtBot, ready: DocumentsScreen, tmp_path: Path) -> None:
    """One click: a workbook with a cover, a PDF a form, the list of files."""
    ready.panel.package.click()
    qtbot.waitUntil(ready.panel.result.isVisible, timeout=60_000)
    stem = "_Sumberwangi_2026"
    pdfs = [f"{name}{stem}.pdf" for name in FORMS]
    assert written(tmp_path) == sorted([f"paket{stem}.xlsx", f"manifest{stem}.json", *pdfs])
