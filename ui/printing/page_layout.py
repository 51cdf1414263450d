"""The paper of a document in Qt's words."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from ui.printing.page_sheet import PAPERS_MM
from village_budget.reports.report_document import PageSetup


def page_layout(page: PageSetup) -> QPageLayout:
    """Paper without margins: the pages bring their own.

    F4 is matched exactly: Qt's own Folio is 210 x 330 mm, and a near match would be a German fanfold.
    """
    width, height = PAPERS_MM[page.paper]
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, page.paper, exact)
    lying = QPageLayout.Orientation.Landscape if page.landscape else QPageLayout.Orientation.Portrait
    return QPageLayout(size, lying, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
