"""A job on its way: how far it is, and the word that stops it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.kit.controls import button, label, row
from ui.support import background
from ui.support.lifetime import while_alive
from ui.support.theme import theme


class PrintProgress(QWidget):
    """One job at a time, in the background; says in words what is going on."""

    settled = Signal()  # a job began or ended

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: background.Task | None = None
        self.busy = False
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme().px(140))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.state = label("", token="ink2")
        self.stop = button(self.tr("Stop"), kind="link")
        line = row(gap=10)
        for widget in (self.bar, self.state, self.stop):
            line.addWidget(widget)
        self.setLayout(line)
        self.stop.clicked.connect(self.cancel)
        self._show()

    def run(
        self,
        work: background.Work,
        pages: int,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run a job over so many pages; its result or its error is told when it is over."""

        def over(tell: Callable[[Any], None], result: Any) -> None:
            self.busy, self._task = False, None
            self._show()
            self.settled.emit()
            tell(result)

        self.busy = True
        self.bar.setRange(0, pages)
        self._progressed(0, pages)
        self._show()
        self.settled.emit()
        task = background.run(
            work,
            while_alive(self, lambda result: over(done, result)),
            while_alive(self, lambda error: over(failed, error)),
            progress=while_alive(self, self._progressed),
        )
        self._task = task if self.busy else None

    def cancel(self) -> None:
        """Ask the job to stop at its next page."""
        if self._task is not None:
            self._task.cancel()
            self.state.setText(self.tr("Stopping"))

    def say(self, words: str) -> None:
        """Say something while no job runs."""
        if not self.busy:
            self.state.setText(words)

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setValue(done)
        self.state.setText(self.tr("{n} of {m} pages").format(n=done, m=total))

    def _show(self) -> None:
        self.bar.setVisible(self.busy)
        self.stop.setVisible(self.busy)
