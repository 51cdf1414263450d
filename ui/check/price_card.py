"""The list of standard prices on the data screen: which one is compared with, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.controls import button, column, row, wrapped
from ui.kit.help_topics import set_topic


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataScreen", text)


class PriceCard(QWidget):
    """Words at the left, a button at the right."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_topic(self, "langkah.harga")
        self.title = wrapped("", bold=True)
        self.words = wrapped("", role="small", token="ink2")
        self.open = button(_tr("Standard prices…"), name=_tr("Standard prices (Ctrl+Shift+P)"))
        self.open.clicked.connect(self.asked)
        lines = column(gap=3)
        lines.addWidget(self.title)
        lines.addWidget(self.words)
        whole = row(margins=(16, 4, 16, 12), gap=8)
        whole.addLayout(lines, 1)
        whole.addWidget(self.open)
        self.setLayout(whole)

    def show_list(self, name: str, count: int) -> None:
        """Show the list that is compared with; an empty name: there is none."""
        self.title.setText(name or _tr("No list of standard prices is loaded"))
        known = _tr("{count} standard prices; dearer lines are marked until a reason is given.")
        none = _tr(
            "Load the regency's list (SSH, SBU, HSPK): items are offered while typing, prices compared."
        )
        self.words.setText(known.format(count=f"{count:,}".replace(",", ".")) if name else none)
