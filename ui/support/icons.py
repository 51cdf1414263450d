"""Icons of the house: SVG on a 20 x 20 grid, recoloured from a token at the pixel size needed."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.support.theme import theme
from village_budget import paths

_RATIO = 2.0
"""Icons of buttons are drawn for the sharpest usual screen; Qt scales them down."""


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", colour)
    if size <= 14:
        svg = svg.replace('stroke-width="1.6"', 'stroke-width="1.9"')
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def pixmap(name: str, color: QColor, size_px: int, ratio: float = 1.0) -> QPixmap:
    """An icon in a colour at a size; drawn once and kept."""
    return _drawn(name, color.name(), size_px, ratio)


def icon(name: str, token: str = "ink2", size: float = 20, *, gap: float = 0) -> QIcon:
    """An icon for buttons and actions in the theme in force, with its disabled face.

    Args:
        name: of the icon.
        token: its ink.
        size: side of the drawing, before the font factor.
        gap: air at its right, which a styled button can't be told otherwise.
    """
    current = theme()
    made = QIcon()
    for ink, mode in ((token, QIcon.Mode.Normal), ("ink3", QIcon.Mode.Disabled)):
        drawn = pixmap(name, current.color(ink), current.px(size), _RATIO)
        made.addPixmap(_with_gap(drawn, current.px(size + gap)) if gap else drawn, mode)
    return made


def _with_gap(drawn: QPixmap, width: int) -> QPixmap:
    wide = QPixmap(round(width * _RATIO), drawn.height())
    wide.setDevicePixelRatio(_RATIO)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide
