"""Results that come back to a widget that may be gone by then: the window is built anew with each look."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

import shiboken6
from PySide6.QtCore import QObject

Arguments = ParamSpec("Arguments")


def while_alive(owner: QObject, act: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """``act``, as long as Qt still has its owner; nothing afterwards."""

    def guarded(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        if shiboken6.isValid(owner):
            act(*args, **kwargs)

    return guarded
