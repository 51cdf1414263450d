"""Importing from anywhere in the window: a key, and a workbook dropped on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.support.workspace import Workspace

KINDS = (".xlsx", ".xls", ".ods", ".csv")


class FileDrop(QObject):
    """Watches one window for files; ``take`` gets the path of one that can be read."""

    def __init__(self, window: QWidget, take: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that can be read; leave all others alone."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and isinstance(event, QDropEvent):
            if self._path(event) is not None:
                event.acceptProposedAction()
                return True
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            path = self._path(event)
            if path is not None:
                event.acceptProposedAction()
                self._take(path)
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _path(event: QDropEvent) -> Path | None:
        """The one file that is dropped, when it can be read."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        fitting = [path for path in paths if path.suffix.casefold() in KINDS]
        return fitting[0] if len(paths) == 1 and fitting else None


class KeyedWindow(Protocol):
    """A window that keeps a list of its keys."""

    def add_key(self, keys: str, text: str, act: Callable[[], object]) -> None:
        """A key of the window, and what it does."""


def add_importing(window: KeyedWindow, workspace: Workspace, settled: Callable[[], bool]) -> None:
    """Let a window import: by Ctrl+I, and the file that is dropped on it.

    Args:
        window: a main window.
        workspace: what is imported into.
        settled: stores what is being typed; False when it is refused and stays open.
    """
    assert isinstance(window, QWidget)

    def start(path: Path | None = None) -> None:
        from ui.intake.import_command import ImportCommand

        if settled():
            command = ImportCommand(workspace, window)
            command.take(path) if path is not None else command.choose()

    window.add_key("Ctrl+I", QCoreApplication.translate("FileDrop", "Import from Excel"), start)
    FileDrop(window, start)
