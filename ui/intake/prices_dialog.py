"""Standard prices: which list is compared with, what is in it, how to load or remove one (Ctrl+Shift+P)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPushButton, QTableView, QWidget

from ui.intake.price_items_model import (
    GROUP,
    ITEM,
    PRICE,
    UNIT,
    PriceItemsModel,
)
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
)
from ui.kit.dialog import LARGEST, BaseDialog
from ui.kit.search_field import SearchField
from ui.support.theme import theme
from village_budget.domain.prices import PriceBook

OWN, SHARED = "own", "shared"


@dataclass(frozen=True, slots=True)
class ListedPrices:
    """What there is, as the dialog shows it.

    Attributes:
        own: name of the list in the village's file; empty for none.
        shared: name of the list shared on this computer; empty for none.
        book: the one that is compared with; None for none.
        problem: why it can't be read; empty when all is well.
        locked: the village's file can't be changed.
    """

    own: str
    shared: str
    book: PriceBook | None
    problem: str = ""
    locked: bool = False


class PricesDialog(BaseDialog):
    """Tells what is wished; the command behind it does it and shows the new state."""

    topic = "langkah.harga"

    load_asked = Signal()
    remove_asked = Signal(str)
    """`OWN` or `SHARED`."""

    def __init__(self, listed: ListedPrices, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Standard prices"), parent, width=620)
        self.body.setSpacing(theme().px(8))
        words = self.tr(
            "While you type a description, items of the list are offered; prices above it are marked until a"
            " reason is given."
        )
        self.body.addWidget(label(words, token="ink2", wrap=True))
        self._places = {OWN: self.tr("In this village's file"), SHARED: self.tr("Shared on this computer")}
        self.names = {place: label("", bold=True, wrap=True) for place in self._places}
        self.removers: dict[str, QPushButton] = {}
        for place in self._places:
            self.body.addWidget(Hairline())
            self.body.addWidget(self._line(place))
        self.body.addWidget(Hairline())
        self.problem = label("", token="bad", wrap=True)
        self.body.addWidget(self.problem)
        self.search = SearchField(self.tr("Search the list"), self.tr("Search the list"))
        self.search.textChanged.connect(lambda _: self._find())
        self.count = label("", role="small", token="ink2")
        line = row(gap=12)
        line.addWidget(self.search, 1)
        line.addWidget(self.count)
        self.body.addLayout(line)
        self.model = PriceItemsModel(self)
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        self._empty = label("", token="ink2", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._empty, 1)
        self.load = button(self.tr("Load a list…"), kind="primary", icon="tambah")
        self.load.clicked.connect(self.load_asked)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.add_button(close)
        self.add_button(self.load)
        self.show_listed(listed)
        (self.search if listed.book is not None else self.load).setFocus()

    def sizeHint(self) -> QSize:
        """Room for a dozen items, never larger than a small screen."""
        px = theme().px
        return QSize(min(px(760), LARGEST.width()), min(px(600), LARGEST.height()))

    def show_listed(self, listed: ListedPrices) -> None:
        """Show which lists there are, and what is in the one that counts."""
        self._listed = listed
        for place, name in ((OWN, listed.own), (SHARED, listed.shared)):
            words = name or self.tr("No list yet")
            if place == SHARED and listed.own and listed.shared:
                words = f"{name} · {self.tr('not used: the village has its own')}"
            self.names[place].setText(words)
            self.removers[place].setVisible(bool(name))
            self.removers[place].setEnabled(place == SHARED or not listed.locked)
        self.problem.setText(listed.problem)
        self.problem.setVisible(bool(listed.problem))
        self._find()

    def _line(self, place: str) -> QWidget:
        lines = column(gap=2)
        lines.addWidget(label(self._places[place], role="small", token="ink2"))
        lines.addWidget(self.names[place])
        remove = button(self.tr("Remove"), kind="quiet")
        remove.clicked.connect(lambda: self.remove_asked.emit(place))
        self.removers[place] = remove
        whole = row(margins=(0, 4, 0, 4), gap=8)
        whole.addLayout(lines, 1)
        whole.addWidget(remove)
        made = QWidget()
        made.setLayout(whole)
        return made

    def _make_table(self) -> QTableView:
        px = theme().px
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Items of the list"))
        table.setShowGrid(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setCornerButtonEnabled(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setFont(theme().font("body"))
        # With the three pixels that Qt adds, words stand below their heads.
        table.setStyleSheet(f"QTableView::item {{ padding: 0 {px(5)}px; }}")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(27))
        head = table.horizontalHeader()
        head.setFont(theme().font("small"))
        head.setHighlightSections(False)
        head.setSectionResizeMode(ITEM, QHeaderView.ResizeMode.Stretch)
        for number, width in ((UNIT, 90), (PRICE, 120), (GROUP, 190)):
            table.setColumnWidth(number, px(width))
        table.setMinimumHeight(px(30 + 4 * 27))
        return table

    def _find(self) -> None:
        book, text = self._listed.book, self.search.text()
        self.model.show_book(book, text)
        shown = self.model.rowCount()
        all_of_them = len(book) if book is not None else 0
        self.search.setVisible(book is not None)
        self.count.setVisible(book is not None)
        self.table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        if book is None:
            self._empty.setText(self.tr("Load the regency's list (SSH, SBU, HSPK) from Excel or CSV."))
        else:
            self._empty.setText(self.tr('Nothing matches "{text}".').format(text=text))
        words = self.tr("{count} items").format(count=_grouped(all_of_them))
        if text.strip():
            words = self.tr("shown: {count} of {all}").format(
                count=_grouped(shown), all=_grouped(all_of_them)
            )
        self.count.setText(words)


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", ".")
