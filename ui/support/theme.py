"""The look in force: colours by token, lengths by the font factor, fonts by role."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.support.fonts import FAMILY, load_fonts
from ui.support.stylesheet import stylesheet
from ui.support.tokens import TOKENS

FACTORS = (1.0, 1.25, 1.5, 2.0)
_POINTS = {"caption": 8.5, "small": 9.5, "body": 10.0, "strip": 11.0, "title": 15.0, "figure": 19.0}


@dataclass(slots=True)
class Theme:
    """One combination of colours and font factor.

    Attributes:
        name: ``light``, ``dark`` or ``contrast``.
        factor: 1.0 is 100 %.
    """

    name: str = "light"
    factor: float = 1.0
    _colors: dict[str, QColor] = field(default_factory=dict)
    _fonts: dict[tuple[str, bool], QFont] = field(default_factory=dict)

    def color(self, token: str) -> QColor:
        """Colour of a token (``ink``, ``fund-ADD-text`` ..).

        Raises:
            KeyError: there is no such token.
        """
        found = self._colors.get(token)
        if found is None:
            found = self._colors[token] = QColor(TOKENS[self.name][token])
        return found

    @property
    def ring(self) -> int:
        """Width of the ring around what has the keyboard, in pixels: wider in high contrast."""
        return 3 if self.name == "contrast" else 2

    def px(self, length: float) -> int:
        """A length of the design in pixels at this font factor."""
        return round(length * self.factor)

    def font(self, role: str, *, bold: bool = False) -> QFont:
        """Font of a role: caption, small, body, strip, title or figure."""
        found = self._fonts.get((role, bold))
        if found is None:
            found = self._fonts[role, bold] = _font(_POINTS[role] * self.factor, bold=bold)
        return found

    def effective(self, window_width: int) -> str:
        """Layout for a window width: ``wide``, ``compact`` or ``small`` (width over font factor)."""
        width = window_width / self.factor
        if width >= 1260:
            return "wide"
        return "compact" if width >= 900 else "small"


def _font(points: float, *, bold: bool) -> QFont:
    font = QFont(FAMILY)
    # Points would follow the screen's own dpi; the design's point is 4/3 pixel everywhere.
    font.setPixelSize(round(points * 4 / 3))
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


_CURRENT = Theme()


def theme() -> Theme:
    """The look in force."""
    return _CURRENT


def apply_theme(app: QApplication, name: str, factor: float) -> Theme:
    """Put a look in force: fonts, palette, stylesheet; widgets made from now on follow it."""
    global _CURRENT  # noqa: PLW0603 - there is one look in the whole program
    load_fonts()
    _CURRENT = Theme(name, factor)
    QPixmapCache.clear()
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(_CURRENT.font("body"))
    app.setPalette(_palette(_CURRENT))
    app.setStyleSheet(stylesheet(name, TOKENS[name], _CURRENT.px))
    return _CURRENT


def undress(app: QApplication) -> None:
    """Take the stylesheet off again; for tests, between two windows."""
    app.setStyleSheet("")


_ROLES = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sub",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.Highlight: "tint2",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.PlaceholderText: "hint",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "sub",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "line2",
}


def _palette(current: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, current.color(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, current.color("ink3"))
    return palette
