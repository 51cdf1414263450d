"""When to ask who works here: once a computer, over a plan of one's own, never in the way of its opening."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.support.settings import Settings
from ui.support.workspace import Workspace
from ui.window.example import is_example_file

if TYPE_CHECKING:
    from ui.window.author_dialog import AuthorDialog

DELAY = 700
"""Milliseconds after the plan is there: the eye has found it, no hand is on it yet."""


class AuthorQuestion(QObject):
    """Asks at most once a start; an answer is kept in the settings, "later" asks again next time.

    Attributes:
        dialog: the question while it is open.
    """

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        window: Callable[[], QWidget | None],
        *,
        delay: int = DELAY,
    ) -> None:
        super().__init__(workspace)
        self.dialog: AuthorDialog | None = None
        self._workspace = workspace
        self._settings = settings
        self._window = window
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(delay)
        self._timer.timeout.connect(self.ask)
        workspace.opened.connect(self._wait)
        workspace.judged.connect(self._wait)
        workspace.closed.connect(self._timer.stop)

    def _wait(self) -> None:
        # While the rules are still to be judged the window is not yet settled.
        if self._workspace.is_judged and self.is_wanted():
            self._timer.start()

    def is_wanted(self) -> bool:
        """Whether there is a plan of one's own to work in, and nobody has said who works."""
        document = self._workspace.document
        if self._asked or self._settings.author or document is None or document.read_only:
            return False
        return not (self._workspace.is_example or is_example_file(document.path))

    def ask(self) -> None:
        """Open the question; the window goes on behind it."""
        if not self.is_wanted() or QApplication.activeModalWidget() is not None:
            return
        from ui.window.author_dialog import AuthorDialog

        self._asked = True
        self.dialog = AuthorDialog(self._window())
        self.dialog.finished.connect(self._take)
        self.dialog.open()

    def _take(self, accepted: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        if accepted:
            self._settings.author = dialog.name
            self._settings.sync()
            if self._workspace.document is not None:
                self._workspace.document.author = dialog.name
        dialog.deleteLater()
