"""The bundled typeface, so that screens and page breaks look alike on every machine."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from village_budget import paths

FAMILY = "Noto Sans"
FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")

_LOADED: set[int] = set()


def load_fonts() -> None:
    """Make the bundled Noto Sans known to Qt; once is enough."""
    if not _LOADED:
        for name in FILES:
            _LOADED.add(QFontDatabase.addApplicationFont(str(paths.resource("fonts", name))))
