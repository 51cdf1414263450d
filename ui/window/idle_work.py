"""What the window does once it is painted and has nothing else to do, a little at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.support.workspace import Workspace


class AfterPaint(QObject):
    """Does something once a window has been painted for the first time and all that was queued is done."""

    def __init__(self, window: QWidget, act: Callable[[], None]) -> None:
        super().__init__(window)
        self._act = act
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._act)
        return False


class Settling(QObject):
    """Judges the rules and loads what the first edit needs, one part at a time, keys first.

    Attributes:
        done: whether all of it is done.
    """

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self.done = False
        self._parts = _parts(workspace)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._next)

    def start(self) -> None:
        """Begin with the next round of events."""
        self._timer.start()

    def _next(self) -> None:
        # A timer of no interval comes after all that waits: keys and paints are never behind it.
        if next(self._parts, False) is False:
            self._timer.stop()
            self.done = True


def _parts(workspace: Workspace) -> Iterator[None]:
    if workspace.document is not None:
        yield from workspace.document.prepare_prices()
    workspace.judge()
    yield
    if workspace.document is not None:
        yield from workspace.document.prepare_writing()
