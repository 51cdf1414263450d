"""A page as a picture, for the preview on screen."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage, QPainter

from ui.printing.pages import Layout
from ui.printing.painter import PagePainter


def page_image(layout: Layout, number: int, width: int, ratio: float = 1.0) -> QImage:
    """Page ``number`` of a layout, ``width`` logical pixels wide, on white paper."""
    side = round(width * ratio)
    scale = side / layout.width
    image = QImage(side, round(layout.height * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(255, 255, 255))
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        PagePainter(layout, painter).paint(number)
    finally:
        painter.end()
    image.setDevicePixelRatio(ratio)
    return image
