"""One of each dialog, filled as it is when it is hardest to fit."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import ui
from tests.builders import small_plan
from ui.beginning.copy_year_dialog import CopyYearDialog
from ui.beginning.new_plan_dialog import NewPlanDialog
from ui.beginning.starting_commands import StartingCommands
from ui.check.finding_view import view_of
from ui.check.waiver_dialog import WaiverDialog
from ui.documents.poster_dialog import PosterDialog
from ui.documents.print_dialog import PrintDialog
from ui.documents.verify_dialog import VerifyDialog
from ui.grid.commands.bulk_dialog import BulkDialog
from ui.grid.commands.line_notes_dialog import LineNotesDialog
from ui.grid.commands.paste_command import PasteCommand
from ui.grid.commands.price_reason_dialog import PriceReasonDialog
from ui.grid.model.price_help import Compared
from ui.help.help_dialog import HelpDialog
from ui.help.help_text import HelpBook
from ui.intake.import_dialog import ImportDialog
from ui.intake.paste_dialog import PasteDialog, PreviewDialog
from ui.intake.price_import_dialog import PriceImportDialog
from ui.intake.prices_dialog import ListedPrices, PricesDialog
from ui.kit.dialog import BaseDialog
from ui.kit.question import QuestionDialog
from ui.kit.trouble_dialog import TroubleDialog
from ui.main_window import MainWindow
from ui.printing.printers import PrinterFound
from ui.summary.map_dialog import MapDialog
from ui.window.author_dialog import AuthorDialog
from ui.window.backups_dialog import BackupsDialog
from ui.window.crash_dialog import CrashDialog
from ui.window.settings_dialog import SettingsDialog
from village_budget import paths
from village_budget.domain.lines import Part
from village_budget.domain.prices import PriceItem, Standard
from village_budget.errors import FileError
from village_budget.exchange.lines.imported_sheet import read_import
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.prices.price_list import read_price_list
from village_budget.reports.catalogue import form
from village_budget.reports.poster.poster_facts import poster_facts
from village_budget.rules.packs.loader import load_pack
from village_budget.store.backup import BackupInfo

BLOCK = (
    "Uraian\tVol\tSatuan\tHarga\tJumlah\tDana\n"
    "Semen\t2\tzak\t65.000\t130.000\tDD\nPasir\t2\tm3\t200.000\t999.000\tADD\nJUMLAH\t\t\t\t130.000\t\n"
)
Made = Callable[[MainWindow], BaseDialog]


def _backups(window: MainWindow) -> BaseDialog:
    at = datetime(2026, 1, 5, 14, 3, tzinfo=UTC)
    infos = [
        BackupInfo(Path("cadangan"), at, reason, good, (2026,), 377, 1_732_954_000_00, "7f3a91c2")
        for reason, good in (("bulk", True), ("restore", False), ("migration", True), ("daily", True))
    ]
    return BackupsDialog(infos, may_restore=True, parent=window)


def _waiver(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    finding = next(found for found in document.findings if not found.holds)
    return WaiverDialog(view_of(finding, document.pack, "id"), document.plan, window)


def _paste(window: MainWindow) -> BaseDialog:
    window.show_screen("belanja")
    asked = PasteCommand(window.place("belanja"), window.workspace)
    first = asked.dialog(BLOCK, "")
    assert isinstance(first, PasteDialog)
    # The second one has all that the preview can show: columns named as in the first one.
    first.table.head.named.emit(5, Field.SKIP)
    first.accept()
    first.deleteLater()
    made = asked.dialog(BLOCK, "")
    assert isinstance(made, PasteDialog)
    assert not made.preview.recalled.isHidden()
    return made


def _import(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    name = "rab_fisik_jatim.xlsx"
    sheets = read_import(paths.sample("rab") / name, document.chart)
    return ImportDialog(name, sheets, document.chart, document.plan, window)


def _price_reason(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    line = document.plan.part_lines(Part.SPENDING)[0]
    item = PriceItem("1.1.7", "Semen Portland", "50 kg, dikirim sampai desa", "zak", 60_000_00)
    compared = Compared(Standard(item, exact=True), line.unit_price - item.price, "")
    return PriceReasonDialog(line, compared, "SSH Kabupaten Banyuwangi 2026", window)


def _prices(window: MainWindow) -> BaseDialog:
    book = read_price_list(paths.sample("harga_satuan_contoh.csv")).book()
    listed = ListedPrices(
        "Standar Harga Satuan Kabupaten Banyuwangi Tahun Anggaran 2026", "SSH bersama 2025", book
    )
    return PricesDialog(listed, window)


def _price_import(window: MainWindow) -> BaseDialog:
    prices = read_price_list(paths.sample("harga_satuan_contoh.xlsx"))
    return PriceImportDialog(prices, may_own=True, parent=window)


def _print(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    made = PrintDialog(form("rab").build(document.report_source()), window._settings, window)
    made.panel.show_printers([PrinterFound("HP LaserJet Pro MFP M125", usual=True, both_sides=True)])
    made.panel.choose_some()
    made.panel.range.setText("1-99")
    made.thumbnails.setFocus()
    return made


def _bulk(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    made = BulkDialog(document.plan.part_lines(Part.SPENDING)[:30], document.chart, document.figures, window)
    made.way.setCurrentIndex(2)
    made.value.setText("7,5")
    return made


def _notes(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    made = LineNotesDialog(document.plan.part_lines(Part.SPENDING)[0], document.plan, document.path, window)
    made.link.setText("penawaran/semen toko maju.pdf")
    made.open_file()
    return made


def _copy_year(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    return CopyYearDialog(document.plan, [small_plan(2025)], document.path.parent, parent=window)


def _starting(window: MainWindow) -> StartingCommands:
    starting = window.place("belanja").starting
    assert isinstance(starting, StartingCommands)
    return starting


def _save_template(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    return _starting(window).save_dialog(document.plan.activities_in_order()[0])


def _verify(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    return VerifyDialog(document.path, document.plan.info.fiscal_year, window)


def _poster(window: MainWindow) -> BaseDialog:
    document = window.workspace.document
    assert document is not None
    return PosterDialog(poster_facts(document.report_source(), ""), window)


ELSEWHERE = {"HistoryDialog", "AuthorDialog"}
"""Dialogs that need more than an open plan: the tests of their own rooms look at them."""

MADE: dict[str, Made] = {
    "AuthorDialog": AuthorDialog,
    "MapDialog": lambda window: MapDialog(window.workspace, window),
    "BackupsDialog": _backups,
    "CopyActivitiesDialog": lambda window: _starting(window).activities_dialog(),
    "CopyYearDialog": _copy_year,
    "SaveTemplateDialog": _save_template,
    "TemplateDialog": lambda window: _starting(window).template_dialog(),
    "BulkDialog": _bulk,
    "CrashDialog": lambda window: CrashDialog("village-budget\nValueError\nstrip.py:1 paint\n" * 9, window),
    "HelpDialog": lambda window: HelpDialog(
        HelpBook("id", load_pack(2026), window.key_list()), "langkah.tempel", window
    ),
    "LineNotesDialog": _notes,
    "ImportDialog": _import,
    "NewPlanDialog": NewPlanDialog,
    "PasteDialog": _paste,
    "PriceImportDialog": _price_import,
    "PosterDialog": _poster,
    "PrintDialog": _print,
    "PriceReasonDialog": _price_reason,
    "PricesDialog": _prices,
    "QuestionDialog": lambda window: QuestionDialog(
        "Hapus kegiatan?", "Kegiatan 2.3.10 beserta 14 baris, Rp 106.061.000, akan dihapus. " * 3, "Hapus",
        parent=window,
    ),
    "SettingsDialog": lambda window: SettingsDialog(window._settings, window, backups=True),
    "TroubleDialog": lambda window: TroubleDialog(
        FileError("file-disk-full", drive="D:", name="plan.apbdes", path="D:/plan.apbdes"),
        action="Buka cadangan", parent=window,
    ),
    "VerifyDialog": _verify,
    "WaiverDialog": _waiver,
}  # fmt: skip


def dialog_classes() -> list[type[BaseDialog]]:
    """Every dialog of the program."""
    found = []
    for info in pkgutil.walk_packages(ui.__path__, "ui."):
        if not info.name.endswith(("dialog", "question")):
            continue
        module = importlib.import_module(info.name)
        for _, made in inspect.getmembers(module, inspect.isclass):
            if (
                issubclass(made, BaseDialog)
                and made not in (BaseDialog, PreviewDialog)
                and made.__module__ == module.__name__
            ):
                found.append(made)
    return found
