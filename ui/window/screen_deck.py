"""The screens of the window, made when first shown: going to a place, a row, or what a search finds."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.kit.help_topics import set_topic
from ui.kit.search_hits import SearchHit
from ui.support.workspace import Target, Workspace
from ui.window.other_hits import other_hits
from village_budget.domain.lines import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.support.settings import Settings

SCREENS: tuple[tuple[str, str, str], ...] = (
    ("ringkasan", "ui.summary.summary_screen", "SummaryScreen"),
    ("pendapatan", "ui.grid.revenue_screen", "RevenueScreen"),
    ("belanja", "ui.grid.spending_screen", "SpendingScreen"),
    ("pembiayaan", "ui.grid.financing_screen", "FinancingScreen"),
    ("data", "ui.check.data_screen", "DataScreen"),
    ("pemeriksaan", "ui.check.check_screen", "CheckScreen"),
    ("dokumen", "ui.documents.documents_screen", "DocumentsScreen"),
    ("riwayat", "ui.history.history_screen", "HistoryScreen"),
)
"""Name (and icon) of each place, and the screen that is imported when it is first shown."""

MOST_ROWS = 60
"""So many rows of the plan a search shows; more words narrow it."""
_SCREEN_OF = {Part.REVENUE: "pendapatan", Part.SPENDING: "belanja", Part.FINANCING: "pembiayaan"}


class ScreenDeck(QStackedWidget):
    """Holds the screens.

    One may offer ``jump_to``, ``search``, ``open_search``, ``commit_pending`` and ``set_layout``.
    """

    went = Signal(str)
    leaving = Signal()  # the present place or row is about to be left for another

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self._entries = {name: (module, cls) for name, module, cls in SCREENS}
        self._screens: dict[str, QWidget] = {}
        self._mode = "wide"
        self.current = ""

    def go(self, name: str) -> bool:
        """Show a place, unless a half-typed cell wants an answer first (U12); tells where the window is."""
        if name != self.current and not self.settled():
            self.went.emit(self.current)
            return False
        if name != self.current:
            self.leaving.emit()
        screen = self.place(name)
        self.current = name
        self.setCurrentWidget(screen)
        self.went.emit(name)
        self.focus_screen()
        return True

    def place(self, name: str) -> Any:
        """A screen by name, made when first asked for."""
        found = self._screens.get(name)
        if found is None:
            module, cls = self._entries[name]
            kind = getattr(importlib.import_module(module), cls)
            more = {"settings": self._settings} if getattr(kind, "takes_settings", False) else {}
            made = kind(self._workspace, **more)
            assert isinstance(made, QWidget)
            found = self._screens[name] = made
            set_topic(found, f"layar.{name}")
            self.addWidget(found)
            self._lay_out(found)
        return found

    def settled(self) -> bool:
        """Commit a half-typed cell of the present screen; False when it is refused and stays open."""
        commit = getattr(self._screens.get(self.current), "commit_pending", None)
        return not callable(commit) or bool(commit())

    def focus_screen(self) -> None:
        """Give the keyboard to the present screen."""
        screen = self._screens.get(self.current)
        if screen is not None:
            screen.setFocus()

    def jump_to(self, target: Target) -> None:
        """Show the screen that a target is on, and go to its row."""
        document = self._workspace.document
        if document is None:
            return
        self.leaving.emit()
        if target.place:
            if self.go(target.place) and target.item:
                self.place(target.place).jump_to(target)
            return
        if target.finding is not None:
            name = "pemeriksaan"
        elif target.history:
            name = "riwayat"
        else:
            part = target.part
            if part is None and target.line_id in document.plan.lines:
                part = document.plan.lines[target.line_id].part
            name = _SCREEN_OF.get(part or Part.SPENDING, "belanja")
        jump = getattr(self.place(name), "jump_to", None)
        if self.go(name) and callable(jump):
            jump(target)

    def search(self, text: str) -> list[SearchHit]:
        """Places that hold a code, word or amount: the three grids first, then all else (U19).

        Many rows do not keep rules, questions and documents out.
        """
        rows: list[SearchHit] = []
        for name in _SCREEN_OF.values():
            rows.extend(self.place(name).search(text))
        if len(rows) > MOST_ROWS:
            more = QCoreApplication.translate("SearchBox", "More rows fit. Add a word or more digits.")
            rows[MOST_ROWS:] = [SearchHit("", more, "", Target())]
        return [*rows, *other_hits(self._workspace, text)]

    def current_screen(self) -> QWidget | None:
        """The screen that is shown."""
        return self._screens.get(self.current)

    def open_search(self, otherwise: Callable[[], None]) -> None:
        """Go to the search of the present screen, or to the one of the window."""
        own = getattr(self._screens.get(self.current), "open_search", otherwise)
        own()

    def set_layout(self, mode: str) -> None:
        """Lay all screens out for a width: ``wide``, ``compact`` or ``small``."""
        self._mode = mode
        for screen in self._screens.values():
            self._lay_out(screen)

    def _lay_out(self, screen: QWidget) -> None:
        lay_out = getattr(screen, "set_layout", None)
        if callable(lay_out):
            lay_out(self._mode)
