"""The main window: top bar, places, the screen in the middle and the strip that is always in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.check.finding_view import view_of
from ui.intake.file_drop import add_importing
from ui.intake.price_lists import PriceLists
from ui.kit.ask import ask, tell
from ui.kit.controls import column, row, set_ground
from ui.kit.help_topics import set_topic
from ui.kit.notice import Notice
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.support.settings import Settings
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from ui.window.navigation import Navigation
from ui.window.opened_notice import put_away, tell_opened
from ui.window.screen_deck import ScreenDeck
from ui.window.strip import Strip
from ui.window.top_bar import TopBar
from ui.window.window_commands import WindowCommands
from ui.window.window_ways import WindowWays
from ui.window.year_command import YearCommand
from village_budget.errors import UserError
from village_budget.money import AmountError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from village_budget.reports.report_document import ReportDocument


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


def screen_titles() -> dict[str, str]:
    """Title of each place."""
    return {
        "ringkasan": _tr("Summary"), "pendapatan": _tr("Revenue"), "belanja": _tr("Spending"),
        "pembiayaan": _tr("Financing"), "data": _tr("Data"), "pemeriksaan": _tr("Check"),
        "dokumen": _tr("Documents"), "riwayat": _tr("History"),
    }  # fmt: skip


class MainWindow(QMainWindow):
    """One open plan on six screens; built anew when theme, font size or language change."""

    settings_asked = Signal()
    backups_asked = Signal()
    start_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    take_over_asked = Signal()

    def __init__(self, workspace: Workspace, settings: Settings) -> None:
        super().__init__()
        self.workspace = workspace
        self._settings = settings
        self._mode = ""
        self.setMinimumSize(960, 600)
        self._build()
        self._connect()
        self._add_keys()
        add_importing(self, self.workspace, self.deck.settled)
        self.ways = WindowWays(self, self.deck, self.workspace)

    def _build(self) -> None:
        self.top_bar = TopBar()
        self.notice = Notice(closable=True)
        self.navigation = Navigation(list(screen_titles().items()))
        self.deck = ScreenDeck(self.workspace, settings=self._settings)
        self.strip = Strip()
        middle = row(gap=0)
        middle.addWidget(self.navigation)
        middle.addWidget(self.deck, 1)
        whole = column(gap=0)
        whole.addWidget(self.top_bar)
        whole.addWidget(self.notice)
        whole.addLayout(middle, 1)
        whole.addWidget(self.strip)
        central = QWidget()
        set_ground(central, "surface")
        central.setLayout(whole)
        self.setCentralWidget(central)
        set_topic(self.strip, "layar.neraca")
        set_topic(self.top_bar, "tabel.urungkan")
        set_topic(self.top_bar.search, "tabel.cari")

    def _connect(self) -> None:
        work = self.workspace
        work.opened.connect(self._show_document)
        work.judged.connect(self._show_figures)
        work.changed.connect(lambda _: self._show_figures())
        work.changed.connect(lambda _: put_away(self.notice, work))
        work.saved.connect(self._show_saved)
        work.save_failed.connect(self._show_unsaved)
        work.refused.connect(self._tell)
        work.told.connect(lambda words: self.notice.say("ok", words))
        work.jump.connect(self.jump_to)
        work.place_asked.connect(self.show_screen)
        work.print_asked.connect(self._preview)
        self.navigation.chosen.connect(self.show_screen)
        self.deck.went.connect(self.navigation.show_current)
        self.strip.finding_asked.connect(lambda key: self.jump_to(Target(finding=key)))
        self.strip.state_asked.connect(lambda _: self.show_screen("pemeriksaan"))
        self.top_bar.undo.clicked.connect(self.undo)
        self.top_bar.redo.clicked.connect(self.redo)
        self.top_bar.settings.clicked.connect(self._ask_settings)
        self.top_bar.help.clicked.connect(self.show_help)
        self.top_bar.unsaved.clicked.connect(work.retry)
        self.notice.acted.connect(self.save_copy)
        self.notice.other_acted.connect(self._take_over)
        self.top_bar.search.lookup = lambda text: [*self.deck.search(text), *self.commands.hits(text)]
        self.top_bar.search.jumped.connect(self.jump_to)
        self.top_bar.search.left.connect(self.deck.focus_screen)
        self.years = YearCommand(work, self.top_bar.title, self.may_leave, self.deck.focus_screen, self)

    def _add_keys(self) -> None:
        self.commands = WindowCommands(self, self.deck, screen_titles())
        for keys, text, act in (
            ("Ctrl+Z", _tr("Undo"), self.undo), ("Ctrl+Y", _tr("Redo"), self.redo),
            ("Ctrl+F", _tr("Search the plan"), lambda: self.deck.open_search(self.top_bar.open_search)),
            ("Ctrl+N", _tr("New plan"), lambda: self._leave_for(self.new_asked)),
            ("Ctrl+O", _tr("Open a plan"), lambda: self._leave_for(self.open_asked)),
            ("Ctrl+L", _tr("Look at the example"), lambda: self._leave_for(self.example_asked)),
            ("F1", _tr("Keys and help"), self.show_help), ("Ctrl+,", _tr("Settings"), self._ask_settings),
            ("Ctrl+W", _tr("Back to the start page"), lambda: self._leave_for(self.start_asked)),
            ("Ctrl+B", _tr("Backups"), lambda: self._leave_for(self.backups_asked)),
            ("Ctrl+Shift+S", _tr("Save a copy"), self.save_copy), ("Ctrl+E", _tr("Export"), self.export),
            ("Ctrl+K", _tr("Check a print"), self.check_print),
            ("Ctrl+Shift+Y", _tr("Other years"), self.years.show_menu),
        ):  # fmt: skip
            self.add_key(keys, text, act)
        self.add_key("Ctrl+Shift+P", _tr("Standard prices"), PriceLists(self.workspace, self).show)

    def add_key(self, keys: str, text: str, act: Callable[[], object]) -> None:
        """A key of the window; ``text`` says in the list of keys (F1) what it does."""
        self.commands.add(keys, text, act)

    def key_list(self) -> list[tuple[str, str]]:
        """Every key of the window and of the grid, with what it does."""
        return self.commands.keys()

    @property
    def current(self) -> str:
        """Name of the place that is shown."""
        return self.deck.current

    def place(self, name: str) -> Any:
        """A screen by name, made when first asked for."""
        return self.deck.place(name)

    def show_screen(self, name: str) -> None:
        """Go to a place, unless a half-typed cell wants an answer first."""
        self.deck.go(name)

    def jump_to(self, target: Target) -> None:
        """Go to a row or a finding, or do the command that was found."""
        if target.command:
            self.commands.run(target.command)
        else:
            self.deck.jump_to(target)

    def undo(self) -> None:
        """Take the last step back."""
        if self.deck.settled():
            self.workspace.undo()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if self.deck.settled():
            self.workspace.redo()

    def show_help(self) -> None:
        """Show the help at what explains the field with the keyboard (U35)."""
        from ui.help.help_key import show_help

        show_help(self)

    def _preview(self, documents: Sequence[ReportDocument]) -> None:
        """Show documents of the plan as they will be printed."""
        from ui.documents.print_command import show_preview

        if self.workspace.document is not None:
            show_preview(documents, self.workspace.document.plan, self, self._settings)

    def export(self) -> None:
        """Go to the documents and write those that are chosen."""
        self.show_screen("dokumen")
        if self.current == "dokumen":
            self.place("dokumen").exporter.export()

    def check_print(self) -> None:
        """Hold a code on paper or a workbook that came back against the plan."""
        if self.deck.settled() and self.workspace.document is not None:
            self.place("dokumen").show_verify()

    def save_copy(self) -> None:
        """Write a verified copy of the plan elsewhere, for example on a stick."""
        from ui.window.save_copy import save_copy

        target = save_copy(self.workspace, self)
        if target is not None:
            self.notice.say("ok", _tr("A verified copy is in {path}.").format(path=target))

    def _ask_settings(self) -> None:
        if self.deck.settled():
            self.settings_asked.emit()

    def _leave_for(self, asked: SignalInstance) -> None:
        if self.may_leave():
            asked.emit()

    def may_leave(self) -> bool:
        """Whether the plan may be closed: no half-typed cell (U12), no unsaved one without a choice (U21)."""
        settled = self.deck.settled()
        if self.workspace.unsaved_error is None:
            return settled
        return ask(
            _tr("Not saved"),
            _tr("The last entry is not on disk. All earlier cells are safe. Leave and lose that entry?"),
            _tr("Leave without it"),
            safe=_tr("Stay here"),
            parent=self,
        )

    def _show_document(self) -> None:
        document = self.workspace.document
        if document is None:
            return
        self.setWindowTitle(f"{document.plan.village.name} {document.plan.info.fiscal_year}")
        self._show_figures()
        if not document.read_only:
            self._show_saved()
        else:
            self.top_bar.show_read_only()
        tell_opened(self.notice, self.workspace)

    def _take_over(self) -> None:
        """Work in a plan that another machine left open, once somebody has said that it is so."""
        if ask(
            _tr("Work in it here"),
            _tr("Do this only when nobody works in it on the other computer any more."),
            _tr("Work in it here"),
            safe=_tr("Keep looking"),
            parent=self,
        ):
            self.take_over_asked.emit()

    def _show_figures(self) -> None:
        document = self.workspace.document
        if document is None:
            return
        self.top_bar.show_document(document, example=self.workspace.is_example)
        views = [view_of(finding, document.pack, language()) for finding in self.workspace.findings()]
        self.strip.show_document(document, views)
        self.navigation.show_badge("pemeriksaan", sum(view.state == "broken" for view in views))
        self.navigation.show_fingerprint(document.short_fingerprint)

    def _show_saved(self) -> None:
        document = self.workspace.document
        if self.notice.kind == "bad":
            self.notice.hide()
        if document is not None:
            self.top_bar.show_saved(f"{document.saved_at:%H:%M}" if document.saved_at else "")

    def _show_unsaved(self, error: object) -> None:
        """Say it in place and keep it in sight: a box in the way would hide the entry that is meant."""
        self.top_bar.show_unsaved()
        if isinstance(error, UserError):
            words = message_parts(error, language()).joined()
            self.notice.say("bad", words, _tr("Save somewhere else"))

    def _tell(self, error: object) -> None:
        if isinstance(error, UserError | AmountError):
            tell(error, parent=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the effective width (window over font factor)."""
        super().resizeEvent(event)
        mode = theme().effective(event.size().width())
        if mode != self._mode:
            self._mode = mode
            self.top_bar.set_layout(mode)
            self.navigation.set_layout(mode)
            self.strip.set_layout(mode)
            self.deck.set_layout(mode)
            self._show_figures()
        self.strip.fold(low=event.size().height() / theme().factor < 380)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Never lose a half-typed cell (U12) or an unsaved one (U21) without a choice."""
        if not self.may_leave():
            event.ignore()
            return
        self._settings.geometry = self.saveGeometry()
        self._settings.sync()
        event.accept()
