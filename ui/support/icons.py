"""Icons of the house: SVG on a 20 x 20 grid, recoloured from a token at the pixel size needed."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.support.theme import theme
from village_budget import paths


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


def icon(name: str, token: str = "ink2", size: int = 20) -> QIcon:
    """An icon for buttons and actions in the theme in force, with its disabled face."""
    current = theme()
    made = QIcon(pixmap(name, current.color(token), current.px(size), 2.0))
    made.addPixmap(pixmap(name, current.color("ink3"), current.px(size), 2.0), QIcon.Mode.Disabled)
    return made
