"""Long work on the plan beside the event loop: the window goes on answering, and takes no input meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from ui.support import background

Result = TypeVar("Result")
LARGE = 500
"""Rows from which a step is worth a thread of its own."""


def run_apart(work: Callable[[], Result]) -> Result:
    """Run work on another thread and wait for it with a live event loop; its result, or its error.

    What the user types meanwhile is kept and heard afterwards. The windows are not painted: what they show
    is changing.
    """
    results: list[Result] = []
    errors: list[Exception] = []
    ended = threading.Event()

    def body(_task: background.Task) -> None:
        try:
            results.append(work())
        except Exception as error:  # noqa: BLE001 - raised again where the work was asked for
            errors.append(error)
        finally:
            ended.set()

    loop = QEventLoop()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    for window in windows:
        window.setUpdatesEnabled(False)
    try:
        background.run(body, lambda _: loop.quit(), lambda _: loop.quit())
        if not ended.is_set():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        # The loop also ends when the program is told to: the step is finished first.
        ended.wait()
    finally:
        for window in windows:
            window.setUpdatesEnabled(True)
    if errors:
        raise errors[0]
    return results[0]
