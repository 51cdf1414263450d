"""The screen of tests and pictures: a village's laptop. Qt's own, without one, would be 800 x 800."""

from __future__ import annotations

from pathlib import Path

_LAPTOP = Path(__file__).resolve().parents[1] / "data" / "screen.json"
# The option can't hold the colon of a drive's name.
PLATFORM = "offscreen" if ":" in str(_LAPTOP) else f"offscreen:configfile={_LAPTOP}"
"""For ``QT_QPA_PLATFORM``: no window is seen, and the screen has 1366 x 768 points."""
