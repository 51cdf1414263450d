"""Back and forward through the window, and the map of the spending."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.documents.print_command import print_checked
from ui.support.workspace import Target
from ui.window.trail import Trail, VisitedPlace

if TYPE_CHECKING:
    from ui.support.workspace import Workspace
    from ui.window.screen_deck import ScreenDeck


def _tr(text: str) -> str:
    return QCoreApplication.translate("MainWindow", text)


class WindowWays(QObject):
    """Remembers where one was whenever one goes elsewhere; Alt+Left and Alt+Right go there again."""

    def __init__(self, window: Any, deck: ScreenDeck, workspace: Workspace) -> None:
        super().__init__(window)
        self._window = window
        self._deck = deck
        self._workspace = workspace
        self._returning = False
        self.trail = Trail()
        deck.leaving.connect(self.note)
        workspace.opened.connect(self.trail.clear)
        window.add_key("Alt+Left", _tr("Back to where you were"), self.back)
        window.add_key("Alt+Right", _tr("Forward again"), self.forward)
        window.add_key("Ctrl+Shift+M", _tr("Map of the spending"), self.show_map)
        window.add_key("Ctrl+P", _tr("Print the documents that are chosen"), lambda: print_checked(window))
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def here(self) -> VisitedPlace:
        """Where the window is: screen, row, scroll."""
        screen = self._deck.current_screen()
        view = getattr(screen, "view", None)
        target: Target | None = None
        if view is not None and (node := view.current_node()) is not None:
            tree = view.budget_model().tree
            activity = tree.activity_of(node)
            line = node.row_id if node.key[0] == "line" else None
            target = Target(screen.part, activity.id if activity else None, line)  # type: ignore[union-attr]
        scroll = view.verticalScrollBar().value() if view is not None else 0
        return VisitedPlace(self._deck.current, target, scroll)

    def note(self) -> None:
        """The place is about to be left."""
        if self._deck.current and not self._returning:
            self.trail.leave(self.here())

    def back(self) -> None:
        """Go back to the place before."""
        self._go(self.trail.back(self.here()))

    def forward(self) -> None:
        """Go forward to the place that was gone back from."""
        self._go(self.trail.forward(self.here()))

    def _go(self, place: VisitedPlace | None) -> None:
        if place is None:
            return
        self._returning = True
        try:
            self._return_to(place)
        finally:
            self._returning = False

    def _return_to(self, place: VisitedPlace) -> None:
        if not self._deck.go(place.screen):
            return
        screen = self._deck.current_screen()
        view = getattr(screen, "view", None)
        if view is None or place.target is None:
            return
        if place.target.line_id is not None or place.target.activity_id is not None:
            screen.jump_to(place.target)  # type: ignore[union-attr]
        view.verticalScrollBar().setValue(place.scroll)

    def show_map(self) -> None:
        """Show where the money is."""
        from ui.summary.map_dialog import MapDialog

        if self._workspace.document is not None and self._deck.settled():
            MapDialog.show_for(self._workspace, self._window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's own buttons for back and forward."""
        if event.type() is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            act = {
                Qt.MouseButton.BackButton: self.back,
                Qt.MouseButton.ForwardButton: self.forward,
            }.get(event.button())
            if act is not None and self._window.isActiveWindow():
                act()
                return True
        return super().eventFilter(watched, event)
