"""Pages as pictures, for the screen: the same drawing as on paper, at any zoom."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from ui.printing.pages import PageLayout
from ui.printing.painter import SheetPainter

_FINE = 6.0
"""Pixels a millimetre from which a page is drawn as it is; below, it is drawn double and made smaller."""


def page_image(
    layout: PageLayout, number: int, width: int, ratio: float = 1.0, part: QRect | None = None
) -> QImage:
    """Page ``number`` (from 0) of a layout on white paper; safe on any thread.

    Args:
        layout: the document's pages.
        number: from 0.
        width: of the whole page in logical pixels.
        ratio: device pixels a pixel.
        part: what of the page is wanted, in its logical pixels; the picture's offset tells it again.
    """
    sheet = layout.pages[number]
    density = round(width * ratio) / sheet.width
    across, down = round(width * ratio), round(sheet.height * density)
    if part is not None:
        across, down = round(part.width() * ratio), round(part.height() * ratio)
    times = 1 if density >= _FINE else 2
    image = QImage(across * times, down * times, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        if part is not None:
            painter.translate(-part.x() * ratio * times, -part.y() * ratio * times)
        SheetPainter(painter, density * times).draw(sheet)
    finally:
        painter.end()
    if times > 1:
        mode = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(across, down, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
    image.setDevicePixelRatio(ratio)
    if part is not None:
        image.setOffset(part.topLeft())
    return image
