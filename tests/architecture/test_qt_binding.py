"""The installed Qt binding is one that does not kill the process."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None cannot be freed from Python 3.12 on")
def test_void_calls_do_not_use_none_up() -> None:
    """PySide6 6.12.0 loses one reference to None in each void call and aborts after some 5,000 of them."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert before - sys.getrefcount(None) < 100


def test_many_void_calls_leave_the_process_alive() -> None:
    """The same seen from outside: 20,000 calls and a clean exit."""
    code = "from PySide6.QtCore import QObject\no = QObject()\nfor _ in range(20000): o.setObjectName('x')"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
