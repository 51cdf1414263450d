"""Bugs: caught once, written down without personal data, shown; never sent anywhere."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

from village_budget import __version__


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """A crash in words for those who mend it: versions and places in the code.

    The error's own text is left out, since it may hold descriptions, amounts or paths (S28).
    """
    frames = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)
    ]
    head = (
        f"village-budget {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {sys.platform}"
    )
    return "\n".join([head, kind.__name__, *frames])


class CrashHook(QObject):
    """Stands in for Python's hook for uncaught errors; tells each crash once."""

    crashed = Signal(str)

    def __init__(self, show: Callable[[str], None]) -> None:
        super().__init__()
        self._seen: set[str] = set()
        self._before = sys.excepthook
        # Queued: an error inside paint or data must not open a window from there.
        self.crashed.connect(show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's hook."""
        sys.excepthook = self._caught

    def remove(self) -> None:
        """Give Python's hook back."""
        sys.excepthook = self._before

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        text = report(kind, trace)
        if text not in self._seen:
            self._seen.add(text)
            self.crashed.emit(text)
