"""Preview and paper: the same pages as pictures, and on a printer."""

from __future__ import annotations

from PySide6.QtGui import QImage

from tests.ui.printing.sheets import all_documents
from ui.printing.page_layout import page_layout
from ui.printing.pages import PageLayout
from ui.printing.preview import page_image
from village_budget.reports.report_document import PageSetup


def dark_share(image: QImage) -> float:
    dots = [image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())]
    return sum(dot < 128 for dot in dots) / len(dots)


def test_a_page_is_drawn_at_any_zoom(qapp: object) -> None:
    """White paper with as much black on it at each zoom, in device pixels."""
    layout = PageLayout(all_documents()["apbdes"][0])
    small, large, fine = (page_image(layout, 0, *size) for size in ((322, 1.0), (860, 1.0), (322, 2.0)))
    assert (small.width(), small.height()) == (322, 494)
    assert (fine.width(), fine.devicePixelRatio()) == (644, 2.0)
    assert large.pixelColor(1, 1).name() == "#ffffff"
    assert 0.01 < dark_share(large) < 0.2


def test_f4_is_exact(qapp: object) -> None:
    """Qt's own Folio is 210 mm wide; ours is not taken for it or any other paper."""
    layout = page_layout(PageSetup("F4"))
    size = layout.fullRectPoints().size()
    assert (round(size.width() / 72 * 25.4), round(size.height() / 72 * 25.4)) == (215, 330)
    assert layout.pageSize().name() == "F4"
