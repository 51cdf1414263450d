"""The programs whose start is measured: bare windows and ours, each up to its mark.

Run as ``python -m tests.benchmarks.programs NAME [FILE]``; prints one JSON object.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

HEAVY = ("pandas", "matplotlib", "openpyxl", "alembic", "numpy", "xlsxwriter", "python_calamine", "holidays")


def tell() -> None:
    """Print the moment, the peak memory and what is loaded, and end at once."""
    at = time.time()
    loaded = [name for name in (*HEAVY, "sqlalchemy") if name in sys.modules]
    print(json.dumps({"at": at, "peak": _peak(), "loaded": loaded}), flush=True)
    os._exit(0)


def _peak() -> int:
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return 0


def _bare(*, database: str = "") -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, tell)

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 768)
    if database:
        from sqlalchemy import create_engine, text

        with create_engine(f"sqlite:///{database}").connect() as connection:
            connection.execute(text("select count(*) from sqlite_master")).scalar()
    window.show()
    app.exec()


def _ours(reached: Callable[[], bool], path: Path | None) -> None:
    """Run the real program; at the first paint when ``reached`` is true, and the queue is empty, tell."""
    from PySide6 import QtWidgets
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and reached():
                # The event is about to be handled; the timer comes after it and all that is queued.
                QTimer.singleShot(0, tell)
            return False

    class Watched(QtWidgets.QApplication):
        def __init__(self, arguments: list[str]) -> None:
            super().__init__(arguments)
            self._filter = Painted()
            self.installEventFilter(self._filter)

    QtWidgets.QApplication = Watched  # type: ignore[misc]
    from ui.app import run

    run(path)


def _plan_is_shown() -> bool:
    """Whether a main window is on the screen whose workspace has a document."""
    from PySide6.QtWidgets import QApplication

    return any(
        window.isVisible() and getattr(getattr(window, "workspace", None), "document", None) is not None
        for window in QApplication.topLevelWidgets()
    )


def _settled(path: Path) -> None:
    """Run the real program until it has judged the rules and is ready to write."""
    from ui.window.idle_work import Settling

    step = Settling._next

    def watched(settling: Settling) -> None:
        step(settling)
        if settling.done:
            tell()

    Settling._next = watched  # type: ignore[method-assign]
    from ui.app import run

    run(path)


def main(name: str, *arguments: str) -> None:
    """Run one of the programs by name."""
    if name == "bare":
        _bare()
    elif name == "bare-sqlalchemy":
        _bare(database=arguments[0])
    elif name == "first-paint":
        _ours(lambda: True, None)
    elif name == "settled":
        _settled(Path(arguments[0]))
    else:
        _ours(_plan_is_shown, Path(arguments[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
