"""Starts the window: look, language, start page or plan; everything heavy waits until it is painted."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QWidget

from ui.kit.ask import ask, tell
from ui.kit.help_topics import open_help_with
from ui.main_window import MainWindow
from ui.support.i18n import install_language
from ui.support.icons import icon
from ui.support.open_state import holder, holder_words
from ui.support.settings import RecentPlan, Settings
from ui.support.theme import apply_theme
from ui.support.workspace import Workspace
from ui.window.author_question import AuthorQuestion
from ui.window.example import fresh_example, is_example_file
from ui.window.garbage import Collector
from ui.window.idle_work import AfterPaint, Settling
from ui.window.start_screen import StartScreen
from village_budget import APP_NAME, paths
from village_budget.errors import UserError

FIRST_SIZE = (1366, 720)


class Desk(QObject):
    """The program's one window, and what it shows: the start page or a plan."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__()
        self._app = app
        self.settings = settings
        self.workspace = Workspace(self)
        self.window: QWidget | None = None
        self.settling: Settling | None = None
        self.workspace.opened.connect(self._remember)
        open_help_with(self.show_help)

    def dress(self) -> None:
        """Put the chosen look and language in force."""
        install_language(self._app, self.settings.language)
        apply_theme(self._app, self.settings.theme, self.settings.factor)
        self._app.setWindowIcon(icon("logo", "accent", 48))

    def show_start(self) -> StartScreen:
        """Show the start page."""
        self.workspace.close()
        start = StartScreen(self.settings)
        start.new_asked.connect(self.ask_new)
        start.open_asked.connect(self.ask_open)
        start.example_asked.connect(self.open_example)
        start.recent_asked.connect(lambda path: self.open_plan(Path(path)))
        start.language_asked.connect(self._switch_language)
        start.settings_asked.connect(self.ask_settings)
        start.help_asked.connect(lambda: self.show_help(start))
        frame = QStackedWidget()
        frame.addWidget(start)
        frame.setMinimumSize(960, 600)
        self._put(frame)
        return start

    def show_plan(self) -> MainWindow:
        """Show the main window over the workspace; the plan itself may still be on its way."""
        window = MainWindow(self.workspace, self.settings)
        window.settings_asked.connect(self.ask_settings)
        window.backups_asked.connect(self.ask_backups)
        window.start_asked.connect(self.show_start)
        window.new_asked.connect(self.ask_new)
        window.open_asked.connect(self.ask_open)
        window.example_asked.connect(self.open_example)
        window.take_over_asked.connect(self.take_over)
        self._put(window)
        if self.workspace.document is not None:
            self.workspace.opened.emit()
            window.show_screen("belanja")
        return window

    def _put(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.setWindowTitle(APP_NAME)
        if before is None:
            window.resize(*FIRST_SIZE)
            if not self.settings.geometry.isEmpty():
                window.restoreGeometry(self.settings.geometry)
        else:
            window.setGeometry(before.geometry())
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()
        window.activateWindow()

    def open_plan(self, path: Path) -> None:
        """Open a plan file; read-only when another program has it, with the newest backup when damaged."""
        try:
            self.workspace.is_example = False
            self.workspace.open(path)
        except UserError as error:
            self.offer(error, path)
            return
        if self.may_look():
            self.show_plan()
        else:
            self.show_start()

    def may_look(self) -> bool:
        """A plan that is open elsewhere: only looked at, and only when that is wanted."""
        who = holder(self.workspace.document)
        if who is None:
            return True
        words = self.tr("Here it can only be looked at until it is closed there.")
        return ask(
            self.tr("This plan is open elsewhere"),
            f"{holder_words(who)} {words}",
            self.tr("Open to look only"),
            safe=self.tr("Do not open"),
            parent=self.window,
        )

    def take_over(self) -> None:
        """Open the plan that is looked at to work in it, although another machine left it open."""
        document = self.workspace.document
        if document is None:
            return
        try:
            self.workspace.open(document.path, take_over=True)
        except UserError as error:
            tell(error, parent=self.window)
        else:
            self.show_plan()

    def offer(self, error: UserError, path: Path) -> None:
        """Tell what is wrong with a file; a damaged one is left as it is and its backup opened beside it."""
        backup = Path(str(error.details.get("backup", "")))
        action = self.tr("Open the backup") if error.details.get("backup") and backup.exists() else ""
        if tell(error, action=action, parent=self.window) and action:
            from ui.window.rescue import copy_of

            try:
                self.open_plan(copy_of(backup, path))
            except UserError as second:
                tell(second, parent=self.window)

    def ask_backups(self) -> None:
        """Show the backups of the open plan; bring one back when that is wanted."""
        from ui.window.rescue import bring_back

        path = bring_back(self.workspace, self.window)
        if path is not None:
            self.open_plan(path)

    def ask_new(self) -> None:
        """Ask for a new plan and open it."""
        from ui.beginning.new_plan_dialog import NewPlanDialog

        chosen = NewPlanDialog.ask(self.window, folder=self._plans_folder())
        if chosen is None:
            return
        try:
            chosen.path.parent.mkdir(parents=True, exist_ok=True)
            self.workspace.is_example = False
            self.workspace.create(chosen.path, chosen.village, chosen.fiscal_year)
        except UserError as error:
            tell(error, parent=self.window)
        except OSError:
            self._tell_denied(chosen.path)
        else:
            self.show_plan()

    def ask_open(self) -> None:
        """Ask for a plan file and open it."""
        start = str(self._plans_folder())
        chosen, _ = QFileDialog.getOpenFileName(self.window, self.tr("Open a plan"), start, "*.apbdes")
        if chosen:
            self.open_plan(Path(chosen))

    def _plans_folder(self) -> Path:
        """The folder chosen in the settings while it is there, else the user's documents."""
        chosen = Path(self.settings.plans_folder).expanduser()
        return chosen if self.settings.plans_folder and chosen.is_dir() else paths.documents_dir()

    def open_example(self) -> None:
        """Open a fresh copy of the example; the shipped file itself is never touched."""
        if self.workspace.is_example:
            self.workspace.close()
        try:
            self.workspace.open(fresh_example())
        except UserError as error:
            tell(error, parent=self.window)
        else:
            self.workspace.is_example = True
        if self.workspace.document is None:
            self.show_start()
        else:
            self.show_plan()

    def _tell_denied(self, path: Path) -> None:
        error = UserError("file-denied", path=str(path), name=path.name, drive=path.drive)
        tell(error, parent=self.window)

    def show_help(self, parent: QWidget) -> None:
        """Show the help at what explains the field with the keyboard in a window or dialog (U35)."""
        from ui.help.help_key import show_help

        show_help(parent)

    def ask_settings(self) -> None:
        """Change language, theme or font size, and build the window anew."""
        from ui.window.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self.settings, self.window, backups=self.workspace.document is not None)
        if dialog.answer():
            self.settings.sync()
            self.rebuild()
        elif dialog.backups_wanted:
            self.ask_backups()

    def rebuild(self) -> None:
        """Build the window anew over the same document."""
        self.dress()
        if self.workspace.document is not None:
            self.show_plan()
        else:
            self.show_start()

    def _switch_language(self, code: str) -> None:
        self.settings.language = code
        self.settings.sync()
        self.rebuild()

    def _remember(self) -> None:
        document = self.workspace.document
        if document is None:
            return
        document.author = self.settings.author
        if self.workspace.is_example or is_example_file(document.path):
            return
        info = document.plan.info
        now = datetime.now(UTC).astimezone().isoformat(timespec="minutes")
        self.settings.remember(
            RecentPlan(
                str(document.path), document.plan.village.name, info.fiscal_year, info.status.value,
                document.figures.spending, now,
            )
        )  # fmt: skip


def run(path: Path | None) -> int:
    """Open the window, on a plan file when one is given; returns the exit status.

    The plan is read after the first paint, so that the window is there at once.
    """
    from ui.support.crash import CrashHook
    from ui.window.crash_dialog import CrashDialog

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName(APP_NAME)
    Collector(app)
    desk = Desk(app, Settings())
    AuthorQuestion(desk.workspace, desk.settings, lambda: desk.window)
    hook = CrashHook(lambda text: CrashDialog(text, desk.window).open())
    hook.install()
    desk.dress()
    if path is None:
        desk.show_start()
    else:
        AfterPaint(desk.show_plan(), lambda: _open_first(desk, path))
    try:
        return app.exec()
    finally:
        hook.remove()
        desk.workspace.close()


def _open_first(desk: Desk, path: Path) -> None:
    """Open the plan the program was started with; without it the start page is shown."""
    try:
        desk.workspace.open(path, judge_later=True)
    except UserError as error:
        desk.offer(error, path)
        if desk.workspace.document is None:
            desk.show_start()
        return
    if not desk.may_look():
        desk.show_start()
    elif isinstance(desk.window, MainWindow):
        desk.window.show_screen("belanja")
        desk.settling = Settling(desk.workspace, desk.window)
        AfterPaint(desk.window, desk.settling.start)
