"""Garbage is collected on the GUI thread only."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from weakref import ref

import pytest
from pytestqt.qtbot import QtBot

from ui.window.garbage import INTERVAL_MS, Collector, collect_due


class _Ring:
    """Garbage that only the collector finds; notes the thread it went on."""

    gone_on: list[threading.Thread]

    def __init__(self, gone_on: list[threading.Thread]) -> None:
        self.me = self
        self.gone_on = gone_on

    def __del__(self) -> None:
        self.gone_on.append(threading.current_thread())


@pytest.fixture
def collector() -> Iterator[Collector]:
    before = gc.isenabled()
    gc.enable()
    made = Collector()
    yield made
    made.deleteLater()
    if before:
        gc.enable()
    else:
        gc.disable()


def _allocate() -> list[list[int]]:
    """More than enough for Python to collect of its own accord, while it is kept."""
    return [[number] for number in range(20 * gc.get_threshold()[0])]


def test_a_worker_never_collects_what_the_window_left(collector: Collector, qtbot: QtBot) -> None:
    """A worker that allocates much would destroy widgets on its own thread, and end the program."""
    gone: list[threading.Thread] = []
    _Ring(gone)
    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert gone == []
    kept = _allocate()
    assert gone == []

    qtbot.waitUntil(lambda: bool(gone), timeout=20 * INTERVAL_MS)

    assert gone == [threading.main_thread()]
    assert kept


def test_old_garbage_goes_too() -> None:
    gone: list[threading.Thread] = []
    ring = _Ring(gone)
    known = ref(ring)
    gc.collect()
    del ring
    limits = gc.get_threshold()
    gc.set_threshold(1, 0, 0)
    kept = []
    try:
        while known() is not None:
            kept.append(_allocate())
            collect_due()
    finally:
        gc.set_threshold(*limits)
    assert gone
