"""Background work that waits until a test lets it go."""

from __future__ import annotations

from collections.abc import Callable


class HeldRunner:
    """Keeps work until it is let go; a test decides when the background gets its turn."""

    def __init__(self) -> None:
        self.held: list[Callable[[], None]] = []

    def start(self, work: Callable[[], None]) -> None:
        self.held.append(work)

    def let_go(self) -> None:
        while self.held:
            self.held.pop(0)()
