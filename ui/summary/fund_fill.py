"""How a fund source fills its part of a chart, so that neighbours stay apart in grey and on a photocopy."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from ui.support.theme import theme

MIN_STEP = 1.5
"""Contrast in grey that two plain fills must have; less, and their patterns must differ (U31)."""
MIN_APART = 3.0
"""Contrast of a fill with its sheet; less, and a line goes around it (WCAG 1.4.11)."""

_HATCHES = {"PAD": "////", "PBP": "xxxx", "PBK": "....", "SWD": "\\\\\\\\", "DLL": "----", "": "++++"}


@dataclass(frozen=True, slots=True)
class FundFill:
    """Colour and pattern of a fund source.

    Attributes:
        color: of the ground, ``#rrggbb``.
        over: of pattern and letters on it, black or white by what is read better.
        hatch: matplotlib's pattern; empty for a plain ground.
        edge: of a thin line around it where the sheet is too near in lightness; empty where it is not.
    """

    color: str
    over: str
    hatch: str
    edge: str


def luminance(color: str) -> float:
    """Relative luminance of a colour, 0-1 (WCAG 2.1)."""
    made = QColor(color)
    parts = (made.redF(), made.greenF(), made.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1-21 (WCAG 2.1)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def fill_of(fund: str) -> FundFill:
    """How a fund source is filled in the look in force; "" is money whose fund is not decided."""
    color = theme().color(f"fund-{fund}-solid" if fund else "line2").name()
    over = max(("#ffffff", "#000000"), key=lambda one: contrast(one, color))
    near = contrast(color, theme().color("surface").name()) < MIN_APART
    return FundFill(color, over, _HATCHES.get(fund, ""), theme().color("line2").name() if near else "")
