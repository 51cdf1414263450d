"""Where the cursor is: sector, subsector, activity, account; siblings of each in a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ui.kit.controls import label, row, set_ground
from ui.support.formats import elide_words
from ui.support.theme import theme

_MOST_SIBLINGS = 40
_HEIGHT = 28


@dataclass(frozen=True)
class Crumb:
    """One step of the way.

    Attributes:
        key: what it stands for.
        words: code and name.
        siblings: keys and words of the rows beside it, itself among them; asked for when its menu opens.
    """

    key: object
    words: str
    siblings: Callable[[], Sequence[tuple[object, str]]]


class _Step(QPushButton):
    """One button of the way; Down or a right click opens its siblings."""

    menu_asked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the menu of siblings."""
        if event.key() == Qt.Key.Key_Down:
            self.menu_asked.emit()
        else:
            super().keyPressEvent(event)


class Breadcrumbs(QWidget):
    """The way to the row of the cursor."""

    chosen = Signal(object)  # key

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        self.setFixedHeight(theme().px(_HEIGHT))
        self._box = row(margins=(14, 0, 10, 0), gap=2)
        self.setLayout(self._box)
        self._crumbs: tuple[Crumb, ...] = ()
        self.steps: list[QPushButton] = []

    def show_way(self, crumbs: Sequence[Crumb]) -> None:
        """Show the way to a row; nothing when it is the same way still."""
        same = [(one.key, one.words) for one in crumbs] == [(one.key, one.words) for one in self._crumbs]
        self._crumbs = tuple(crumbs)
        if not same:
            self._build()

    def _build(self) -> None:
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.steps = []
        for number, crumb in enumerate(self._crumbs):
            if number:
                self._box.addWidget(label("›", role="small", token="ink3"))
            step = _Step()
            step.setProperty("kind", "crumb")
            step.setFlat(True)
            step.setFont(theme().font("small", bold=number == len(self._crumbs) - 1))
            step.setCursor(Qt.CursorShape.PointingHandCursor)
            step.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            step.setAutoDefault(False)
            step.setToolTip(crumb.words)
            step.setAccessibleName(crumb.words)
            step.clicked.connect(lambda _=False, key=crumb.key: self.chosen.emit(key))
            step.menu_asked.connect(lambda step=step, crumb=crumb: self._open(step, crumb))
            step.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            step.customContextMenuRequested.connect(lambda _, step=step, crumb=crumb: self._open(step, crumb))
            self._box.addWidget(step)
            self.steps.append(step)
        self._box.addStretch(1)
        self._fit()

    def _open(self, step: QPushButton, crumb: Crumb) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in list(crumb.siblings())[:_MOST_SIBLINGS]:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key == crumb.key)
            action.triggered.connect(lambda _=False, key=key: self.chosen.emit(key))
        menu.popup(step.mapToGlobal(QPoint(0, step.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names give way when room is short, the last one least."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - theme().px(24) - theme().px(26) * len(self.steps)
        left = max(room, theme().px(120))
        for number in range(len(self.steps) - 1, -1, -1):
            step, words = self.steps[number], self._crumbs[number].words
            metrics = QFontMetrics(step.font())
            most = max(left // 2 if number else left, theme().px(44))
            shown = elide_words(words, metrics, most)
            step.setText(shown.replace("&", "&&"))
            left -= metrics.horizontalAdvance(shown)
