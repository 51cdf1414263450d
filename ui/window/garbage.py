"""Python's cyclic garbage is collected on the GUI thread only, between two events.

Left to itself Python collects on whatever thread happens to allocate. A worker that draws pages would then
destroy widgets of the window, or a widget would go while Qt walks through all of them: both end the program.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000
_EVERY_OLD = 5
"""The oldest objects are many and seldom garbage: due when Python's own measure is passed so many times."""


class Collector(QObject):
    """Takes collecting over from Python for the life of the program."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(collect_due)
        self._timer.start()


def collect_due() -> int:
    """Collect the oldest generation that is due; how many objects were let go. GUI thread only."""
    counts, limits = gc.get_count(), gc.get_threshold()
    if counts[2] > limits[2] * _EVERY_OLD:
        return gc.collect(2)
    if counts[1] > limits[1]:
        return gc.collect(1)
    return gc.collect(0) if counts[0] > limits[0] else 0
