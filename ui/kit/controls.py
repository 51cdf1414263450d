"""Small parts every screen is made of: buttons, labels, hairlines and layouts with explicit margins."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.support.icons import icon as load_icon
from ui.support.theme import theme

Margins = tuple[float, float, float, float]


def row(*, margins: Margins = (0, 0, 0, 0), gap: float = 8) -> QHBoxLayout:
    """A horizontal layout with scaled margins (left, top, right, bottom) and gap."""
    layout = QHBoxLayout()
    _set(layout, margins, gap)
    return layout


def column(*, margins: Margins = (0, 0, 0, 0), gap: float = 8) -> QVBoxLayout:
    """A vertical layout with scaled margins and gap."""
    layout = QVBoxLayout()
    _set(layout, margins, gap)
    return layout


def _set(layout: QHBoxLayout | QVBoxLayout, margins: Margins, gap: float) -> None:
    px = theme().px
    layout.setContentsMargins(*(px(m) for m in margins))
    layout.setSpacing(px(gap))


def button(
    text: str, *, kind: str = "secondary", icon: str = "", name: str = "", shortcut: str = ""
) -> QPushButton:
    """A button: ``primary`` (one a screen), ``secondary``, ``quiet`` or ``link``.

    Args:
        text: the verb; may be empty for an icon alone, then ``name`` is needed.
        kind: its weight.
        icon: name of an icon.
        name: accessible name and tooltip when it differs from the text.
        shortcut: key sequence.
    """
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setFont(theme().font("body", bold=kind == "primary"))
    if icon:
        set_icon(made, icon, {"primary": "onaccent", "link": "accent"}.get(kind, "ink2"))
    made.setAccessibleName(name or text)
    if name:
        made.setToolTip(name)
    if shortcut:
        made.setShortcut(shortcut)
    made.setAutoDefault(False)
    return made


def set_icon(
    made: QAbstractButton, name: str, token: str = "ink2", size: float = 18, *, words: bool | None = None
) -> None:
    """Give a button its icon, with air between it and the words.

    Args:
        made: the button.
        name: of the icon.
        token: its ink.
        size: its side, before the font factor.
        words: whether there are words beside it; None looks at the button as it is now.
    """
    gap = 5 if (bool(made.text()) if words is None else words) else 0
    made.setIcon(load_icon(name, token, size, gap=gap))
    made.setIconSize(QSize(theme().px(size + gap), theme().px(size)))


class FilterChip(QPushButton):
    """A rounded on/off button above a list."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", "chip")
        self.setCheckable(True)
        self.setFont(theme().font("small"))
        self.setAccessibleName(text)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """Room for the bold words it has when it is on, so that nothing moves or is cut."""
        plain, bold = QFontMetrics(self.font()), QFontMetrics(theme().font("small", bold=True))
        hint = super().sizeHint()
        extra = bold.horizontalAdvance(self.text()) - plain.horizontalAdvance(self.text())
        return QSize(hint.width() + max(extra, 0) + theme().px(2), hint.height())


class Hairline(QWidget):
    """A line one device pixel thick."""

    def __init__(self, *, vertical: bool = False, token: str = "line", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, token)
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


def label(
    text: str,
    *,
    role: str = "body",
    bold: bool = False,
    token: str = "ink",
    wrap: bool = False,
) -> QLabel:
    """A line or paragraph of plain text in a role and ink."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setFont(theme().font(role, bold=bold))
    set_ink(made, token)
    made.setWordWrap(wrap)
    if token == "bad":
        # Why something was refused can be copied, to ask somebody else (U36).
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def set_ink(widget: QWidget, token: str) -> None:
    """Give a label's text an ink from a token."""
    widget.setProperty("ink", token)
    widget.style().polish(widget)


def set_ground(widget: QWidget, token: str) -> None:
    """Give a widget a ground from a token.

    By the stylesheet, since a palette of one's own is forgotten when a widget moves into a scroll area.
    """
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("ground", token)
    widget.style().polish(widget)


def wrapped(text: str, *, role: str = "body", bold: bool = False, token: str = "ink") -> QLabel:
    """A paragraph that asks for the height its width needs, so that no line of it is cut."""
    made = label(text, role=role, bold=bold, token=token, wrap=True)
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
