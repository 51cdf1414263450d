"""Slow work off the window's thread: run a function, get its result or error back on the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal


class Task(QObject):
    """One piece of work under way; `cancel` asks it to stop at its next step."""

    progressed = Signal(object, object)
    _finished = Signal(object)
    _failed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether it was asked to stop."""
        return self._cancelled.is_set()

    def report(self, done: int, total: int) -> None:
        """Tell how far it is; called by the work, on any thread."""
        self.progressed.emit(done, total)


Work = Callable[[Task], Any]


class Runner(Protocol):
    """How work is run: in a pool, or at once in tests."""

    def start(self, work: Callable[[], None]) -> None:
        """Run the work, now or later."""


class PoolRunner:
    """Runs work in Qt's global thread pool."""

    def start(self, work: Callable[[], None]) -> None:
        """Queue the work."""
        QThreadPool.globalInstance().start(QRunnable.create(work))


_RUNNER: list[Runner] = [PoolRunner()]
_ALIVE: set[Task] = set()


def set_runner(runner: Runner) -> None:
    """Choose how work is run from now on."""
    _RUNNER[0] = runner


def run(
    work: Work,
    done: Callable[[Any], None],
    failed: Callable[[Exception], None],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Task:
    """Run ``work(task)`` in the background; ``done(result)`` or ``failed(error)`` on the GUI thread."""
    task = Task()
    # Qt owns it: let go by Python, the worker could destroy it while its signal is being delivered here.
    task.setParent(QCoreApplication.instance())
    _ALIVE.add(task)

    def finish(result: object) -> None:
        _let_go(task)
        done(result)

    def fail(error: Exception) -> None:
        _let_go(task)
        failed(error)

    receiver = _Receiver(finish, fail, progress)
    task._finished.connect(receiver.finish, Qt.ConnectionType.AutoConnection)  # noqa: SLF001
    task._failed.connect(receiver.fail, Qt.ConnectionType.AutoConnection)  # noqa: SLF001
    task.progressed.connect(receiver.progress, Qt.ConnectionType.AutoConnection)
    receiver.setParent(task)

    def body() -> None:
        try:
            result = work(task)
        except Exception as error:  # noqa: BLE001 - carried to the GUI thread, which decides
            task._failed.emit(error)  # noqa: SLF001
        else:
            task._finished.emit(result)  # noqa: SLF001

    _RUNNER[0].start(body)
    return task


def _let_go(task: Task) -> None:
    """The task goes when the GUI thread is back in its loop, never on the worker's thread."""
    _ALIVE.discard(task)
    task.deleteLater()


class _Receiver(QObject):
    """Lives on the GUI thread, so that results arrive there."""

    def __init__(
        self,
        finish: Callable[[object], None],
        fail: Callable[[Exception], None],
        progress: Callable[[int, int], None] | None,
    ) -> None:
        super().__init__()
        self._finish = finish
        self._fail = fail
        self._progress = progress

    def finish(self, result: object) -> None:
        """The work is done."""
        self._finish(result)

    def fail(self, error: Exception) -> None:
        """The work ended in an error."""
        self._fail(error)

    def progress(self, done: int, total: int) -> None:
        """The work went on."""
        if self._progress:
            self._progress(done, total)
