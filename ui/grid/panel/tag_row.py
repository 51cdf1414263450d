"""Tags as chips, outlined while they are only proposed, with a menu to set them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.kit.chips import tag_chip
from ui.kit.controls import (
    button,
    column,
    label,
    row,
    wrapped,
)
from ui.support.theme import theme


@dataclass(frozen=True, slots=True)
class TagChoice:
    """A tag that can be chosen: as it is kept, its name, and when to use it."""

    tag: str
    name: str
    explanation: str


@dataclass(frozen=True, slots=True)
class TagView:
    """Tags of an activity or a line.

    Attributes:
        tags: those that hold, as they are kept.
        own: they were set here; else they are proposed or taken over.
        source: where they come from, or for what they hold, in a word or two.
        choices: all that can be chosen, in order.
        fixed: they can't be changed.
    """

    tags: tuple[str, ...]
    own: bool
    source: str
    choices: Sequence[TagChoice]
    fixed: bool


class TagRow(QWidget):
    """Shows tags, and sets them by a menu: one tag on or off, or back to what is proposed."""

    changed = Signal(object)
    """The tags that the user wants; None: back to what is proposed."""

    def __init__(self, title: str, act: str, back: str, width: float) -> None:
        """Make a row.

        Args:
            title: what stands above the chips.
            act: what the button does, for its name.
            back: words for going back to what is proposed.
            width: room for the chips, before the font factor.
        """
        super().__init__()
        self._back, self._width = back, width
        self.view: TagView | None = None
        self._title = title
        self._head = wrapped(title, role="small", token="ink2")
        self.change = button(self.tr("Change…"), kind="link", name=act)
        self.change.setFont(theme().font("small"))
        self.change.clicked.connect(self.open_menu)
        head = row(gap=6)
        head.addWidget(self._head, 1)
        head.addWidget(self.change)
        self._chips = column(gap=4)
        whole = column(gap=2)
        whole.addLayout(head)
        whole.addLayout(self._chips)
        self.setLayout(whole)

    def show_tags(self, view: TagView) -> None:
        """Show the tags as they are now."""
        if view == self.view:
            return
        self.view = view
        self._head.setText(f"{self._title} · {view.source}" if view.source else self._title)
        self.change.setVisible(not view.fixed)
        names = {choice.tag: choice for choice in view.choices}
        self._clear()
        line, used = row(gap=4), 0
        for tag in view.tags:
            choice = names.get(tag, TagChoice(tag, tag.replace("_", " "), ""))
            chip = tag_chip(choice.name, outlined=not view.own)
            chip.setToolTip(choice.explanation)
            width = chip.sizeHint().width() + theme().px(4)
            if used and used + width > theme().px(self._width):
                self._close_line(line)
                line, used = row(gap=4), 0
            # A widget without a parent would be shown as a window of its own.
            chip.setParent(self)
            line.addWidget(chip)
            # Shown now, or the layout would not count it until the next round of events.
            chip.show()
            used += width
        if not view.tags:
            line.addWidget(label(self.tr("none"), role="small", token="ink3"))
        self._close_line(line)
        told = ", ".join(names[tag].name if tag in names else tag for tag in view.tags) or self.tr("none")
        self.setAccessibleName(f"{self._title}: {told} {view.source}".strip())

    def menu(self) -> QMenu:
        """The menu: every tag with a tick where it holds, then the way back."""
        made = QMenu(self)
        made.setToolTipsVisible(True)
        view = self.view
        if view is None:
            return made
        known = {choice.tag for choice in view.choices}
        extra = [TagChoice(tag, tag.replace("_", " "), "") for tag in view.tags if tag not in known]
        for choice in (*view.choices, *extra):
            action = made.addAction(choice.name)
            action.setCheckable(True)
            action.setChecked(choice.tag in view.tags)
            action.setToolTip(choice.explanation)
            action.triggered.connect(lambda _=False, tag=choice.tag: self._toggle(tag))
        made.addSeparator()
        back = made.addAction(self._back)
        back.setEnabled(view.own)
        back.triggered.connect(lambda: self.changed.emit(None))
        return made

    def open_menu(self) -> None:
        """Open the menu with the keyboard on its first tag."""
        made = self.menu()
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.popup(self.change.mapToGlobal(self.change.rect().bottomLeft()))
        actions = made.actions()
        if actions:
            made.setActiveAction(actions[0])

    def _toggle(self, tag: str) -> None:
        assert self.view is not None
        tags = self.view.tags
        wanted = tuple(one for one in tags if one != tag) if tag in tags else (*tags, tag)
        self.changed.emit(wanted)

    def _close_line(self, line: QHBoxLayout) -> None:
        line.addStretch(1)
        self._chips.addLayout(line)

    def _clear(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            line = item.layout()
            while line is not None and (part := line.takeAt(0)) is not None:
                widget = part.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
