"""The print preview: pages, thumbnails, zoom, paper, range, printers, PDF, progress and trouble."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.reports.plans import sample_source
from tests.ui.fixtures.held_runner import HeldRunner
from ui.documents.page_preview import FIT_PAGE, FIT_WIDTH
from ui.documents.pages_model import IMAGE_ROLE, PagesModel
from ui.documents.print_dialog import PrintDialog
from ui.printing import print_job, printers
from ui.printing.printers import PrinterFound
from ui.support.settings import Settings
from ui.support.theme import apply_theme
from village_budget.reports.catalogue import form

OFFICE = PrinterFound("Printer kantor", usual=True, both_sides=True)
PLAIN = PrinterFound("Printer balai", colour=False)
Make = Callable[..., PrintDialog]


@pytest.fixture
def make(look: None, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """A preview of forms of the sample, with printers that write to a file."""
    paper = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    paper.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    paper.setOutputFileName(str(tmp_path / "paper.pdf"))
    monkeypatch.setattr(print_job, "made_printer", lambda name: paper)
    monkeypatch.setattr(printers, "least_margin", lambda name: 6.4 if name == OFFICE.name else 4.0)

    def made(
        *names: str, there: tuple[PrinterFound, ...] = (OFFICE, PLAIN), ready: bool = True
    ) -> PrintDialog:
        monkeypatch.setattr(printers, "installed_printers", lambda: list(there))
        source = sample_source()
        documents = [document for name in names or ("apbdes",) for document in form(name).build(source)]
        dialog = PrintDialog(documents, Settings(tmp_path / "settings.ini"), file_name="apbdes.pdf")
        qtbot.addWidget(dialog)
        dialog.show()
        if ready:
            settle(qtbot, dialog)
        return dialog

    yield made
    QApplication.processEvents()


def settle(qtbot: QtBot, dialog: PrintDialog) -> None:
    qtbot.waitUntil(lambda: dialog.paged.ready and not dialog._soon.isActive(), timeout=20_000)


def test_all_pages_are_small_at_the_left_and_one_is_large(qtbot: QtBot, make: Make) -> None:
    """U27: the pages of all chosen forms, one after the other; pictures come for those in sight."""
    dialog = make("apbdes", "evaluasi")
    assert dialog.model.rowCount() == dialog.preview.count == dialog.paged.count == 11
    qtbot.waitUntil(lambda: dialog.preview.view.image is not None)
    first = dialog.model.index(0)
    qtbot.waitUntil(lambda: isinstance(first.data(IMAGE_ROLE), QImage))
    assert dialog.model.index(10).row() not in dialog.model._images
    place = dialog.thumbnails.visualRect(dialog.model.index(1)).center()
    qtbot.mouseClick(dialog.thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.preview.place.text() == "Page 2 of 11"
    assert dialog.panel.which.itemText(1) == "This page (2)"


def test_keys_turn_the_pages(qtbot: QtBot, make: Make) -> None:
    """U33: in the list and in the page alike."""
    dialog = make()
    keys = ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_Down, 2), (Qt.Key.Key_PageUp, 1), (Qt.Key.Key_End, 4),
            (Qt.Key.Key_PageDown, 4), (Qt.Key.Key_Home, 0))  # fmt: skip
    for key, page in keys:
        QTest.keyClick(dialog.thumbnails, key)
        assert dialog.preview.current == page
    area = dialog.preview.area
    for key, page in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_End, 4), (Qt.Key.Key_PageUp, 3)):
        QTest.keyClick(area, key)
        assert (dialog.preview.current, dialog.thumbnails.currentIndex().row()) == (page, page)


def test_a_large_page_scrolls_before_it_turns(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    dialog.preview.set_zoom(2.0)
    bar = dialog.preview.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    QTest.keyClick(dialog.preview.area, Qt.Key.Key_PageDown)
    assert dialog.preview.current == 0
    assert bar.value() > 0
    bar.setValue(bar.maximum())
    QTest.keyClick(dialog.preview.area, Qt.Key.Key_PageDown)
    assert dialog.preview.current == 1
    assert bar.value() == 0


def turn_wheel(dialog: PrintDialog, up: int, modifier: Qt.KeyboardModifier) -> None:
    port = dialog.preview.area.viewport()
    middle = QPointF(port.rect().center())
    event = QWheelEvent(
        middle, port.mapToGlobal(middle), QPoint(), QPoint(0, 120 * up), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(port, event)


def test_zoom_by_keys_wheel_and_list(qtbot: QtBot, make: Make) -> None:
    """50 to 400 %, page width, whole page; each is drawn anew, so that it is sharp."""
    dialog = make()
    preview = dialog.preview
    whole = preview.page_width()
    for text, factor in (("+", 1.0), ("-", 0.75), ("-", 0.5), ("-", 0.5)):
        preview.set_zoom(0.75 if factor == 1.0 else preview.zoom)
        key = Qt.Key.Key_Plus if text == "+" else Qt.Key.Key_Minus
        QTest.keyClick(dialog, key, Qt.KeyboardModifier.ControlModifier)
        assert preview.zoom == factor
    QTest.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert (preview.zoom, preview.page_width()) == (FIT_PAGE, whole)
    preview.set_zoom(1.0)
    turn_wheel(dialog, 1, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom == 1.25
    preview.set_zoom(FIT_WIDTH)
    assert whole < preview.page_width() <= preview.area.maximumViewportSize().width()
    preview.set_zoom(9.0)
    assert preview.zoom == 4.0
    assert not preview.larger.isEnabled()
    part = preview.area.wanted_part()
    assert part is not None
    qtbot.waitUntil(lambda: preview.view.part is not None)
    drawn = preview.view.part
    assert drawn is not None
    assert drawn.width() < preview.page_width()
    assert [words for _, words in preview.zoom_choices()][:3] == ["Whole page", "Page width", "50\xa0%"]
    turn_wheel(dialog, -1, Qt.KeyboardModifier.NoModifier)
    assert preview.current == 0


def test_paper_and_margins_lay_the_pages_out_anew(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    """The page that is looked at stays; the choice is remembered; the form's own margins are a click away."""
    dialog = make("apbdes", "rab")
    before = dialog.paged.count
    dialog.preview.turn_to(20)
    dialog.panel.paper.setCurrentIndex(1)
    dialog.panel.margins.set_value(20)
    assert not dialog.print.isEnabled()
    settle(qtbot, dialog)
    assert dialog.print.isEnabled()
    assert dialog.paged.sizes[0] == (210.0, 297.0)
    assert dialog.paged.count == dialog.model.rowCount() > before
    assert dialog.preview.current == 20
    page = dialog.paged.page(0)
    assert page is not None
    assert page[0].document.page.margins_mm == 20
    assert dialog.panel.summary.text() == f"{dialog.paged.count} sheets of A4"
    dialog.reject()
    again = make()
    assert (again.panel.paper_name, again.panel.margins.value) == ("A4", 20)
    qtbot.mouseClick(again.panel.usual, Qt.MouseButton.LeftButton)
    settle(qtbot, again)
    assert again.panel.margins.value == 11
    again.reject()
    assert Settings(tmp_path / "settings.ini").printing["margins"] == ""
    assert Settings(tmp_path / "settings.ini").paper == "A4"


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_a_whole_page_needs_no_scrolling(qtbot: QtBot, make: Make, qapp: QApplication, factor: float) -> None:
    """U28: at every size of the letters, and after the window became smaller."""
    apply_theme(qapp, "light", factor)
    dialog = make("pemeriksaan", "apbdes")
    for height in (690, 600, 650):
        dialog.resize(1300, height)
        qtbot.waitUntil(lambda high=height: dialog.height() == high)
        for page in (0, dialog.preview.count - 1):
            dialog.preview.turn_to(page)
            bars = (dialog.preview.area.verticalScrollBar(), dialog.preview.area.horizontalScrollBar())
            qtbot.waitUntil(lambda both=bars: all(bar.maximum() == 0 for bar in both))
        assert dialog._scroll.horizontalScrollBar().maximum() == 0


def typed(field: object, text: str) -> None:
    field.selectAll()  # type: ignore[attr-defined]
    QTest.keyClicks(field, text)


def test_what_cannot_be_is_said_in_one_sentence(qtbot: QtBot, make: Make) -> None:
    """U36: pages, margins and copies; nothing is printed until they are right."""
    dialog = make()
    panel = dialog.panel
    panel.choose_some()
    assert not dialog.print.isEnabled()
    for text, words in (
        ("9", "There are only pages 1 to 5."),
        ("3-1", "These page numbers can't be read. Write for example 1-3, 5."),
    ):
        typed(panel.range, text)
        assert panel.range_problem.text() == words
        assert not dialog.print.isEnabled()
        assert not dialog.save.isEnabled()
    typed(panel.range, "2-3, 5")
    assert panel.range_problem.isHidden()
    assert panel.pages() == (1, 2, 4)
    assert panel.summary.text() == "3 sheets of F4"
    typed(panel.margins.field, "3")
    assert panel.margins_problem.text() == "A number from 5 to 30, please."
    typed(panel.margins.field, "12,5")
    settle(qtbot, dialog)
    assert panel.margins_problem.isHidden()
    assert panel.margins.value == 12.5
    typed(panel.copies.field, "0")
    assert not dialog.print.isEnabled()
    QTest.keyClick(panel.copies.field, Qt.Key.Key_Up)
    assert panel.choices().copies == 2
    assert dialog.print.isEnabled()


def test_the_panel_offers_what_the_printer_can(make: Make) -> None:
    """Both sides and black and white only where there is a choice; too narrow margins are said."""
    dialog = make()
    panel = dialog.panel
    assert panel.printer_name == OFFICE.name
    assert not panel.both_sides.isHidden()
    panel.both_sides.setChecked(True)
    assert panel.summary.text() == "3 sheets of F4"
    panel.margins.set_value(5)
    assert "6,4 mm" in panel.margins_hint.text()
    panel.printer.setCurrentIndex(1)
    assert panel.both_sides.isHidden()
    assert panel.grey.isHidden()
    assert panel.margins_hint.isHidden()
    assert not panel.choices().both_sides


def test_without_a_printer_there_is_still_the_pdf(
    qtbot: QtBot, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, no dead end."""
    dialog = make(there=())
    assert dialog.panel.no_printer.text == (
        "This computer has no printer yet. Saving as PDF works all the same."
    )
    assert not dialog.print.isEnabled()
    assert dialog.save.isDefault()
    asked: list[str] = []

    def choose(*args: object) -> tuple[str, str]:
        asked.append(str(args[2]))
        return str(tmp_path / "cetak"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.told.isVisible)
    assert asked[0].endswith("apbdes.pdf")
    assert dialog.told.text == "cetak.pdf was saved."
    assert (tmp_path / "cetak.pdf").read_bytes().startswith(b"%PDF")


def test_the_chosen_pages_are_printed(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    dialog = make()
    dialog.panel.choose_some()
    dialog.panel.range.setText("1-3")
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.told.isVisible)
    assert dialog.told.text == "3 pages were sent to Printer kantor."
    assert (tmp_path / "paper.pdf").stat().st_size > 5_000
    assert dialog.print.isEnabled()


def test_a_long_job_shows_how_far_it_is_and_stops(make: Make, held: HeldRunner) -> None:
    """Stop is asked while the job waits; it ends at its first page, and what is safe is said."""
    dialog = make(ready=False)
    held.let_go()
    dialog.print.click()
    assert dialog.progress.bar.isVisible()
    assert dialog.progress.state.text() == "0 of 5 pages"
    assert not dialog.panel.isEnabled()
    dialog.progress.stop.click()
    held.let_go()
    assert "was stopped after 0 pages" in dialog.told.text
    assert "unchanged" in dialog.told.text
    assert dialog.panel.isEnabled()
    assert not dialog.progress.bar.isVisible()


def test_trouble_with_the_printer_is_told(qtbot: QtBot, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """G06: what happened, what is safe, what to do."""
    dialog = make()
    monkeypatch.setattr(QPrinter, "newPage", lambda _: False)
    qtbot.mouseClick(dialog.print, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.told.isVisible)
    assert dialog.told.text.startswith("Printing on Printer kantor stopped after 1 pages.")
    assert dialog.told.kind == "bad"


def test_the_first_page_is_there_before_the_last(make: Make, held: HeldRunner) -> None:
    """P: many cost plans; the window lays out nothing by itself and shows pages as they come."""
    dialog = make("rab", ready=False)
    assert dialog.paged.count == 0
    assert dialog.progress.state.text() == "Laying out the pages…"
    seen: list[int] = []
    dialog.paged.began.connect(lambda: seen.append(dialog.model.rowCount()))
    dialog.paged.grew.connect(lambda: seen.append(dialog.model.rowCount()))
    held.let_go()
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1] == dialog.paged.count


def test_closing_lets_the_layout_go(make: Make, held: HeldRunner) -> None:
    """G07: what comes back late finds nobody, and nothing breaks."""
    dialog = make("rab", ready=False)
    dialog.reject()
    held.let_go()
    assert dialog.paged.count == 0


def test_model_is_sound(qapp: object, qtmodeltester: ModelTester) -> None:
    """G03; and long lists keep no more pictures than a screenful of screens."""
    model = PagesModel()
    model.show_pages([(215.0, 330.0)] * 3)
    qtmodeltester.check(model)
    model.grow([(215.0, 330.0)] * 900)
    for page in range(900):
        model.take(page, QImage(4, 4, QImage.Format.Format_RGB32))
    assert len(model._images) == 400
    wanted: list[int] = []
    model.wanted.connect(wanted.append)
    assert model.data(model.index(3), IMAGE_ROLE) is None
    assert wanted == [3]
