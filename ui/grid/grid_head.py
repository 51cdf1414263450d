"""The head of a grid screen: title, counts, buttons, filters, and how far the rows are opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from ui.kit.controls import (
    FilterChip,
    column,
    label,
    row,
    set_ground,
    set_icon,
)
from ui.kit.help_topics import set_topic
from ui.support.theme import theme


class GridHead(QWidget):
    """Two rows in a wide window, one row of 46 in a narrow one (then the words get shorter)."""

    level_chosen = Signal(str)
    """Rows shall be open down to this level."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        set_topic(self, "tabel.saring")
        self._title = label(title, role="title", bold=True)
        self._subtitle = label("", role="body", token="ink2")
        self._buttons: list[tuple[QPushButton, str, str]] = []
        self._filters: list[FilterChip] = []
        self._levels: list[FilterChip] = []
        self._level_group = QButtonGroup(self)
        self._level_label = label(self.tr("Open down to"), role="small", token="ink2")
        self._level_button = FilterChip("")
        self._level_button.setCheckable(False)
        set_icon(self._level_button, "bawah", size=14, words=True)
        self._level_menu = QMenu(self)
        self._level_button.clicked.connect(self._show_levels)
        self._rows = column(gap=0)
        self.setLayout(self._rows)
        self._bars: list[QWidget] = []
        self._mode = ""

    def set_subtitle(self, text: str) -> None:
        """Counts beside the title; they go first when room is short."""
        self._subtitle.setText(text)

    def add_button(self, made: QPushButton, short: str) -> None:
        """A button at the right; ``short`` is its word in a narrow window."""
        self._buttons.append((made, made.text(), short))

    def add_filter(self, chip: FilterChip) -> None:
        """A filter chip at the left."""
        self.fit(chip, chip.text())
        self._filters.append(chip)

    def add_levels(self, levels: Sequence[tuple[str, str]]) -> None:
        """Levels to open the rows down to: key and word."""
        for key, word in levels:
            chip = FilterChip(word)
            self.fit(chip, word)
            chip.setProperty("level", key)
            set_topic(chip, "tabel.tingkat")
            chip.clicked.connect(lambda _checked=False, key=key: self.level_chosen.emit(key))
            self._level_group.addButton(chip)
            self._levels.append(chip)
            action = QAction(word, self._level_menu)
            action.triggered.connect(lambda _checked=False, key=key: self.level_chosen.emit(key))
            self._level_menu.addAction(action)

    def show_level(self, key: str) -> None:
        """Mark the level that the rows are open down to; none when they were opened by hand."""
        self._level_group.setExclusive(False)
        for chip in self._levels:
            chip.setChecked(chip.property("level") == key)
            if chip.property("level") == key:
                self.fit(self._level_button, chip.text())
        self._level_group.setExclusive(bool(key))

    def fit(self, chip: FilterChip, text: str) -> None:
        """Give a chip its words, and room for them in the bold they have when it is on."""
        chip.setText(text)
        chip.setAccessibleName(text)
        width = QFontMetrics(theme().font("small", bold=True)).horizontalAdvance(text) + theme().px(24)
        if not chip.icon().isNull():
            width += chip.iconSize().width() + theme().px(6)
        chip.setMinimumWidth(width)

    def set_layout(self, mode: str) -> None:
        """Arrange for ``wide``, ``compact`` or ``small``."""
        if mode == self._mode:
            return
        self._mode = mode
        for widget in self._parts():
            widget.setParent(self)
        for bar in self._bars:
            self._rows.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._bars.clear()
        wide = mode == "wide"
        for made, text, short in self._buttons:
            made.setText(text if wide else short)
            made.setToolTip("" if wide else text)
            made.setAccessibleName(text or made.accessibleName())
        if wide:
            self._lay_wide()
        else:
            self._lay_narrow()
        for widget in self._parts():
            widget.setVisible(widget.parentWidget() is not self)
        self._subtitle.setVisible(wide)
        self._fit_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words of the buttons give way when room is short; their icons and tooltips stay."""
        super().resizeEvent(event)
        self._fit_room()

    def _fit_room(self) -> None:
        if self._mode in ("", "wide"):
            return
        for made, text, short in self._buttons:
            made.setText(short if text else "")
        for made, _, _ in self._buttons:
            if self._needed() <= self.width():
                break
            if not made.icon().isNull():
                made.setText("")
        # The levels have their keys (Alt+Shift+1 to 5), too: they go last.
        self._level_button.setVisible(bool(self._levels))
        self._level_button.setVisible(bool(self._levels) and self._needed() <= self.width())

    def _needed(self) -> int:
        """Width that all parts of the narrow head want."""
        shown = [part for part in self._parts() if not part.isHidden()]
        wide = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in shown)
        return wide + theme().px(8) * len(shown) + theme().px(36)

    def _show_levels(self) -> None:
        at = self._level_button.mapToGlobal(self._level_button.rect().bottomLeft())
        self._level_menu.popup(at)

    def _parts(self) -> list[QWidget]:
        shown: list[QWidget] = [self._title, self._subtitle, self._level_label, self._level_button]
        return shown + [made for made, _, _ in self._buttons] + self._filters + list(self._levels)

    def _lay_wide(self) -> None:
        top = row(margins=(16, 4, 12, 0), gap=14)
        top.addWidget(self._title)
        top.addWidget(self._subtitle)
        top.addStretch(1)
        for made, _, _ in self._buttons:
            top.addWidget(made)
        self._bar(top, 48)
        below = row(margins=(16, 0, 12, 6), gap=6)
        for chip in self._filters:
            below.addWidget(chip)
        below.addStretch(1)
        if self._levels:
            below.addWidget(self._level_label)
        for level in self._levels:
            below.addWidget(level)
        if self._filters or self._levels:
            self._bar(below, 35)

    def _lay_narrow(self) -> None:
        line = row(margins=(16, 0, 12, 0), gap=8)
        line.addWidget(self._title)
        line.addSpacing(theme().px(4))
        for chip in self._filters:
            line.addWidget(chip)
        line.addStretch(1)
        if self._levels:
            line.addWidget(self._level_button)
        for made, _, _ in self._buttons:
            line.addWidget(made)
        self._bar(line, 46)

    def _bar(self, layout: QHBoxLayout, height: float) -> None:
        bar = QWidget()
        bar.setLayout(layout)
        bar.setFixedHeight(theme().px(height))
        self._rows.addWidget(bar)
        self._bars.append(bar)
