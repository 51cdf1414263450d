"""Above the findings: search, what to show, and how it is grouped."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from ui.check.finding_filter import GROUPS, FindingFilter, counts
from ui.check.finding_view import STATES, FindingView
from ui.check.finding_words import group_words, theme_words
from ui.kit.controls import (
    FilterChip,
    column,
    row,
    set_icon,
)
from ui.kit.help_topics import set_topic
from ui.kit.search_field import SearchField
from ui.support.icons import icon
from ui.support.theme import theme

_CHIPS = tuple(group for group, _ in GROUPS if group != "absent")


class _FindingSearch(SearchField):
    """Esc empties it and then leaves; Down and Enter go to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that leave the field."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindingFilters(QWidget):
    """Two rows: search, menu and grouping; then one chip a group with its count."""

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_topic(self, "temuan.saring")
        self.shown = FindingFilter()
        self._views: list[FindingView] = []
        self.search = _FindingSearch(
            self.tr("Search rules"), self.tr("Search rules: id, words, article or code")
        )
        self.search.setMinimumWidth(theme().px(120))
        self.search.textChanged.connect(lambda text: self._set(text=text.strip()))
        self.search.left.connect(self.left)
        self.more = FilterChip(self.tr("Filter"))
        set_icon(self.more, "saring", size=16)
        self.more.clicked.connect(self._open_menu)
        self.by_theme = FilterChip(self.tr("By theme"))
        self.by_theme.setAccessibleName(self.tr("Group the rules by theme"))
        self.by_theme.clicked.connect(lambda on: self._set(by_theme=on))
        self._words = {"": self.tr("All"), **group_words()}
        self.chips = self._make_chips()
        top = row(margins=(16, 0, 12, 8), gap=6)
        for part in (self.search, self.more, self.by_theme):
            top.addWidget(part, 1 if part is self.search else 0)
        self._chip_row = row(margins=(16, 0, 12, 8), gap=4)
        for chip in self.chips.values():
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch(1)
        whole = column(gap=0)
        whole.addLayout(top)
        whole.addLayout(self._chip_row)
        self.setLayout(whole)

    def _make_chips(self) -> dict[str, FilterChip]:
        group = QButtonGroup(self)
        group.setExclusive(True)
        chips: dict[str, FilterChip] = {}
        for name in ("", *_CHIPS):
            chip = FilterChip(self._words[name])
            chip.clicked.connect(lambda _=False, asked=name: self.show_group(asked))
            group.addButton(chip)
            chips[name] = chip
        chips[""].setChecked(True)
        return chips

    def show_group(self, group: str) -> None:
        """Show one group of findings, or all."""
        chip = self.chips.get(group)
        if chip is not None:
            chip.setChecked(True)
        self._set(group=group)

    def show_all(self) -> None:
        """Hide nothing; the grouping stays."""
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003
        self.chips[""].setChecked(True)
        self.shown = FindingFilter(by_theme=self.shown.by_theme)
        self._show_menu_state()
        self.changed.emit()

    def show_theme(self, theme_name: str) -> None:
        """Show the rules of one theme, or of all."""
        self._set(theme=theme_name)

    def show_unverified(self, *, only: bool) -> None:
        """Show only rules whose basis is not verified, or all."""
        self._set(unverified=only)

    def _set(self, **values: object) -> None:
        shown = replace(self.shown, **values)  # type: ignore[arg-type]
        if shown != self.shown:
            self.shown = shown
            self._show_menu_state()
            self.changed.emit()

    def _show_menu_state(self) -> None:
        on = bool(self.shown.theme) or self.shown.unverified
        self.more.setChecked(on)
        words = theme_words().get(self.shown.theme, "") or (
            self.tr("Unverified") if on else self.tr("Filter")
        )
        self.more.setToolTip(words if on else "")
        self.more.setAccessibleName(f"{self.tr('Filter')}: {words}" if on else words)

    def show_counts(self, views: list[FindingView]) -> None:
        """Count the findings of each group; a group without any has no chip."""
        self._views = views
        found = counts(views)
        for name, chip in self.chips.items():
            count = found.get(name, len(views))
            chip.setProperty("count", count)
            chip.setVisible(not name or count > 0 or name == self.shown.group)
        self.fit()

    def fit(self) -> None:
        """Words and counts; icons and counts where the words have no room. The name says both."""
        px = theme().px
        shown = [(name, chip) for name, chip in self.chips.items() if not chip.isHidden()]
        for name, chip in shown:
            word, count = self._words[name], chip.property("count")
            chip.setIcon(QIcon())
            chip.setText(f"{word}  {count}" if name else word)
            chip.setAccessibleName(f"{word} {count}")
            chip.setToolTip("")
        if sum(chip.sizeHint().width() + px(4) for _, chip in shown) + px(28) <= self.width():
            return
        for name, chip in shown:
            if name:
                chip.setIcon(icon(*STATES[name], 16))
                chip.setIconSize(QSize(px(16), px(16)))
                chip.setText(str(chip.property("count")))
                chip.setToolTip(self._words[name])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the words still have room."""
        super().resizeEvent(event)
        self.fit()

    def _open_menu(self) -> None:
        self._show_menu_state()
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """Themes with their counts, and the rules that are not verified."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        unverified = sum(not view.finding.verified for view in self._views)
        only = menu.addAction(f"{self.tr('Not verified')}  {unverified}")
        only.setCheckable(True)
        only.setChecked(self.shown.unverified)
        only.toggled.connect(lambda on: self.show_unverified(only=on))
        menu.addSeparator()
        group = QActionGroup(menu)
        for name, word in {"": self.tr("All themes"), **theme_words()}.items():
            count = sum(view.rule.theme == name for view in self._views)
            if name and not count:
                continue
            action = menu.addAction(f"{word}  {count}" if name else word)
            action.setCheckable(True)
            action.setChecked(self.shown.theme == name)
            action.triggered.connect(lambda _=False, asked=name: self.show_theme(asked))
            group.addAction(action)
        return menu
