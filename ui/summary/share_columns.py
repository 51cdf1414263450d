"""Column edges that the chart of sectors and the list of fund sources share: label, bar, amount, share."""

from __future__ import annotations

from dataclasses import dataclass

from ui.support.theme import theme

_LABEL, _AMOUNT, _SHARE = 176, 190, 66
_NARROW, _NARROW_LABEL = 560, 138


@dataclass(frozen=True, slots=True)
class ShareColumns:
    """Edges in pixels from the left of a widget.

    Attributes:
        bar_left: where the label ends and the bar begins.
        bar_right: where the bar ends.
        amount_right: right edge of the amounts.
        share_right: right edge of the percentages.
    """

    bar_left: int
    bar_right: int
    amount_right: int
    share_right: int


def share_columns(width: int) -> ShareColumns:
    """Edges for a widget of a width; the label gives way first when it is narrow."""
    px = theme().px
    label = _LABEL if width >= px(_NARROW) else _NARROW_LABEL
    return ShareColumns(px(label), width - px(_AMOUNT), width - px(_SHARE), width - px(2))
