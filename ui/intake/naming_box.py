"""The box over a column of a pasted or imported sheet that says what the column holds."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from ui.support.formats import elide_end
from ui.support.theme import theme

_LEFT, _ARROW = 6, 20
_FEWEST_LETTERS = 2


class NamingBox(QComboBox):
    """A low box; in a narrow column its word ends with an ellipsis instead of half a letter."""

    def __init__(self, words: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.addItems(list(words))
        self.setFont(theme().font("small", bold=True))
        px = theme().px
        # Its own sheet: the inputs' height and padding of the program's sheet are larger than this head.
        self.setStyleSheet(
            f"QComboBox, QComboBox:focus {{ min-height: 0; padding: 0 0 0 {px(_LEFT)}px; }}"
            f" QComboBox::drop-down {{ border: none; width: {px(_ARROW)}px; }}"
        )
        self.view().setMinimumWidth(px(130))

    def shown_text(self) -> str:
        """The word as it has room; in full in the tooltip and in the list."""
        room = self.width() - theme().px(_LEFT + _ARROW) - 4
        shown = elide_end(self.currentText(), QFontMetrics(self.font()), room)
        whole = shown == self.currentText() or len(shown) > _FEWEST_LETTERS
        return shown if whole else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """As any box, with the word that fits."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.shown_text()
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def column_caption(letter: str, heading: str, metrics: QFontMetrics, width: int) -> str:
    """Letter and heading of a column; where the heading has no room, the letter alone."""
    whole = f"{letter}  {heading}".strip()
    if metrics.horizontalAdvance(whole) <= width:
        return whole
    shown = elide_end(heading, metrics, width - metrics.horizontalAdvance(f"{letter}  "))
    return f"{letter}  {shown}" if len(shown) > _FEWEST_LETTERS else letter
