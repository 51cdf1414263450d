"""The commands of the window: their keys, the list of keys, and how a search finds them (U19)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut

from ui.kit.search_hits import SearchHit
from ui.support.workspace import Target

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.window.screen_deck import ScreenDeck

_MOST = 12
_USUAL = "belanja"
"""The place whose commands are found while no table is shown."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("SearchBox", text)


@dataclass(frozen=True)
class Command:
    """One thing that can be done.

    Attributes:
        words: what it does.
        keys: its key as shown; may be empty.
        act: does it.
    """

    words: str
    keys: str
    act: Callable[[], object]


class WindowCommands(QObject):
    """Keys of one window, and every command that its search offers."""

    def __init__(self, window: QWidget, deck: ScreenDeck, places: dict[str, str]) -> None:
        super().__init__(window)
        self._window = window
        self._deck = deck
        self._places: list[Command] = []
        self._own: list[Command] = []
        for number, (name, title) in enumerate(places.items(), start=1):
            # Not as shortcuts of the buttons: those pretend a click and take a tenth of a second.
            self._places.append(self._made(title, f"Ctrl+{number}", lambda name=name: deck.go(name)))  # type: ignore[misc]

    def add(self, keys: str, words: str, act: Callable[[], object]) -> None:
        """A key of the window; ``words`` say in the list of keys (F1) what it does."""
        self._own.append(self._made(words, keys, act))

    def keys(self) -> list[tuple[str, str]]:
        """Every key of the window and of its tables, with what it does."""
        from ui.window.keys_dialog import grid_keys

        return [*((one.keys, one.words) for one in (*self._places, *self._own)), *grid_keys()]

    def hits(self, text: str) -> list[SearchHit]:
        """Commands whose words a text fits, those of the window first; at most a dozen."""
        wanted = text.casefold().split()
        found: dict[str, SearchHit] = {}
        for one in self._all():
            low = one.words.casefold()
            if wanted and all(word in low for word in wanted) and one.words not in found:
                found[one.words] = SearchHit(_tr("Command"), one.words, one.keys, Target(command=one.words))
        return list(found.values())[:_MOST]

    def run(self, words: str) -> None:
        """Do a command that a search found, as if its key had been pressed in the screen."""
        found = next((one for one in self._all() if one.words == words), None)
        if found is not None:
            self._deck.focus_screen()
            found.act()

    def _made(self, words: str, keys: str, act: Callable[[], object]) -> Command:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(act)
        return Command(words, keys, act)

    def _all(self) -> Iterator[Command]:
        yield from self._places
        yield from self._own
        name = self._deck.current if hasattr(self._deck.current_screen(), "view") else _USUAL
        screen = self._deck.place(name)
        actions = [*screen.actions(), *(screen.view.actions() if screen.view is not None else ())]
        for action in actions:
            if action.isEnabled() and action.text() and not action.data():
                yield self._of_table(name, action)

    def _of_table(self, name: str, action: QAction) -> Command:
        words = action.text().replace("&", "").rstrip("…")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)

        def act() -> None:
            if self._deck.go(name):
                action.trigger()

        return Command(words, keys, act)
