"""The row above that the rows in sight belong to, kept at the top of the grid while they are scrolled."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.grid.model.nodes import Node, NodeKind
from ui.support.theme import theme

if TYPE_CHECKING:
    from ui.grid.view.tree_rows import TreeRows


class StickyRow(QWidget):
    """Covers the first row in sight, so that it takes no room of its own; a click goes to the row itself.

    Attributes:
        node: the row it shows; None when its own place is in sight.
    """

    def __init__(self, view: TreeRows) -> None:
        super().__init__(view)
        self._view = view
        self.node: Node | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def covered(self) -> int:
        """Height that it takes at the top of the rows."""
        return self.height() if self.isVisibleTo(self._view) else 0

    def follow(self) -> None:
        """Show the row that the first uncovered one belongs to, if its own place is above."""
        view = self._view
        top = view.indexAt(QPoint(0, 0))
        node = above_in_sight(view) if top.isValid() and view.verticalScrollBar().value() else None
        self.node = node
        if node is None:
            self.hide()
            return
        ports = view.viewport().geometry()
        height = max(view.visualRect(top).height(), view.row_height(view.budget_model().index_of(node)))
        self.setGeometry(ports.left(), ports.top(), ports.width(), height)
        self.setAccessibleName(view.tip(node))
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The row as it is drawn in its place, with a stronger line below."""
        if self.node is None:
            return
        painter = QPainter(self)
        try:
            self._view.draw_sticky(painter, QRect(self.rect()), self.node)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme().color("line2"))
        except Exception:  # noqa: BLE001 - an exception that leaves a paint event ends the process
            sys.excepthook(*sys.exc_info())
        finally:
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the row."""
        event.accept()
        if self.node is not None and self._view.settle():
            self._view.go_to(self.node)
            self._view.setFocus()


def above_in_sight(view: TreeRows) -> Node | None:
    """The activity (elsewhere the nearest row above) of the first row that would not be covered."""
    model = view.budget_model()
    first = view.indexAt(QPoint(0, 0))
    below = view.indexBelow(first.siblingAtColumn(0))
    node = model.node(below if below.isValid() else first)
    above = [row for row in node.ancestors() if row is not model.tree.root]
    if not above:
        return None
    found = next((row for row in above if row.kind is NodeKind.ACTIVITY), above[0])
    # It stands before the second row in sight: it is the first one, or out of sight above.
    return found if found is not model.node(first) else None
