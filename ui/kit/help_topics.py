"""Which topic of the help explains a widget: its own, else that of what it stands in (U35)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

FIRST = "mulai.bantuan"
"""Topic that is shown when nothing in sight names one."""
KEYS = "tombol"
"""Topic of the list of keys."""

_PROPERTY = "topic"
_openers: list[Callable[[QWidget], None]] = []


def open_help_with(opener: Callable[[QWidget], None]) -> None:
    """Say how the help is opened; a dialog does not know it."""
    _openers[:] = [opener]


def ask_help(widget: QWidget) -> None:
    """Open the help at what explains the field with the keyboard."""
    for opener in _openers:
        opener(widget)


def set_topic(widget: QWidget, topic: str) -> None:
    """Say which topic explains a widget and all that stands in it."""
    widget.setProperty(_PROPERTY, topic)


def own_topic(widget: QWidget) -> str:
    """The topic that a widget names itself; empty when it names none.

    A grid or list has a method ``help_topic``: its answer follows the cell that has the cursor.
    """
    asked = getattr(widget, "help_topic", None)
    found = asked() if callable(asked) else widget.property(_PROPERTY)
    return str(found or "")


def topic_of(widget: QWidget | None) -> str:
    """The topic of a widget, or of the nearest one around it that has a topic."""
    while widget is not None:
        found = own_topic(widget)
        if found:
            return found
        widget = widget.parentWidget()
    return FIRST
