"""A price list before it is loaded: its columns named, its rows judged, where it shall be kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.intake.paste_head import is_tight
from ui.intake.price_head import PriceHead
from ui.intake.price_rows_model import NUMBER, PriceRowsModel
from ui.intake.state_count import StateCount
from ui.kit.controls import (
    FilterChip,
    Hairline,
    button,
    column,
    label,
    row,
)
from ui.kit.dialog import LARGEST, BaseDialog
from ui.support.theme import theme
from village_budget.exchange.prices.price_columns import PriceField
from village_budget.exchange.prices.price_list import PriceList

SLICE = 1_500
"""Rows judged at one go: the window answers between two of them."""
OWN, SHARED = "own", "shared"
MOST_OWN = 40_000
"""Items that a plan file has room for, about; `SetPrices` counts the letters."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDTHS = {
    PriceField.UNIT: 92, PriceField.PRICE: 118, PriceField.CODE: 128, PriceField.KIND: 84,
    PriceField.SKIP: 92, PriceField.ACCOUNTS: 124, PriceField.REGION: 110, PriceField.GROUP: 130,
    PriceField.SPECIFICATION: 170, PriceField.NAME: 240,
}  # fmt: skip


class PriceImportDialog(BaseDialog):
    """Accepted, `prices` holds the items, `list_name` their name and `place` where they go."""

    topic = "langkah.harga"

    def __init__(self, prices: PriceList, *, may_own: bool, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Load standard prices"), parent, width=760)
        self.prices = prices
        self._may_own = may_own
        self.model = PriceRowsModel(prices, self)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._judge_on)
        self.taken = StateCount("terpenuhi", "ok", self.tr("taken"))
        self.refused = StateCount("melanggar", "bad", self.tr("refused"))
        self.passed = StateCount("dikecualikan", "ink3", self.tr("passed over"))
        self.body.setSpacing(theme().px(8))
        self._said = label("", token="ink2", wrap=True)
        self.body.addWidget(self._said)
        self.body.addLayout(self._fields())
        self.body.addLayout(self._counts())
        self.body.addWidget(Hairline())
        self.table = self._make_table()
        self.body.addWidget(self.table, 1)
        self._foot_parts()
        self._begin()
        self.table.setFocus()

    @property
    def list_name(self) -> str:
        """What the list is called."""
        return self.name.text().strip() or self.prices.name

    @property
    def place(self) -> str:
        """Where it is kept: `OWN` in the village's file, or `SHARED`."""
        return str(self.where.currentData())

    def sizeHint(self) -> QSize:
        """As large as the design, never larger than a small screen."""
        px = theme().px
        return QSize(min(px(1060), LARGEST.width()), min(px(648), LARGEST.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """The columns take the width there is."""
        super().showEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes nothing in by chance: only its button does."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)

    def show_only_refused(self, *, only: bool) -> None:
        """Show the refused rows, or the first of all."""
        self.model.only_refused = only
        (self._refused_chip if only else self._all_chip).setChecked(True)
        self._rebuild()

    # Parts

    def _fields(self) -> QHBoxLayout:
        self.name = QLineEdit(self.prices.name.replace("_", " "))
        self.name.setAccessibleName(self.tr("Name of the list"))
        self.name.setMaxLength(120)
        self.where = QComboBox()
        self.where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.where.setMinimumContentsLength(20)
        self.where.setAccessibleName(self.tr("Where it is kept"))
        if self._may_own:
            self.where.addItem(self.tr("In this village's file: it travels with the plan"), OWN)
        self.where.addItem(self.tr("Shared on this computer: for all villages worked on here"), SHARED)
        self.where.currentIndexChanged.connect(lambda _: self._show_counts())
        line = row(gap=16)
        line.addLayout(self._field(self.tr("Name of the list"), self.name), 3)
        line.addLayout(self._field(self.tr("Where it is kept"), self.where), 4)
        self.sheet = QComboBox()
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.sheet.addItems([sheet.name for sheet in self.prices.sheets])
        self.sheet.setCurrentIndex(self.prices.sheet)
        self.sheet.currentIndexChanged.connect(self._choose_sheet)
        if len(self.prices.sheets) > 1:
            line.addLayout(self._field(self.tr("Sheet"), self.sheet), 2)
        return line

    def _field(self, words: str, widget: QWidget) -> QHBoxLayout:
        """A field below its name."""
        lines = column(gap=3)
        lines.addWidget(label(words, role="small", token="ink2"))
        lines.addWidget(widget)
        whole = row(gap=0)
        whole.addLayout(lines)
        return whole

    def _counts(self) -> QVBoxLayout:
        counts = row(gap=20)
        chips = row(gap=8) if is_tight() else counts
        for count in (self.taken, self.refused, self.passed):
            counts.addWidget(count)
        counts.addStretch(1)
        self._all_chip = FilterChip(self.tr("First rows of the file"))
        self._refused_chip = FilterChip(self.tr("Refused rows"))
        group = QButtonGroup(self)
        for chip, only in ((self._all_chip, False), (self._refused_chip, True)):
            group.addButton(chip)
            chip.clicked.connect(lambda _checked=False, only=only: self.show_only_refused(only=only))
            chips.addWidget(chip)
        self._all_chip.setChecked(True)
        both = column(gap=6)
        both.addLayout(counts)
        if chips is not counts:
            chips.addStretch(1)
            both.addLayout(chips)
        return both

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        self.head = PriceHead(self.model, table)
        self.head.named.connect(self._name_column)
        table.setHorizontalHeader(self.head)
        table.setAccessibleName(self.tr("First rows of the file"))
        table.setShowGrid(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setCornerButtonEnabled(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setFont(theme().font("body"))
        # With the three pixels that Qt adds, words stand below their heads.
        table.setStyleSheet(f"QTableView::item {{ padding: 0 {theme().px(5)}px; }}")
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = table.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme().px(27))
        rows.setDefaultSectionSize(theme().px(27))
        table.setMinimumHeight(theme().px(64 + 3 * 27))
        return table

    def _foot_parts(self) -> None:
        self._help: QLabel = label("", role="small", token="ink2", wrap=True)
        self._foot.insertWidget(0, self._help, 1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button: QPushButton = button("", kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(self.accept_button)

    # Judging

    def _begin(self) -> None:
        self._say_layout()
        self._rebuild()
        self._judge_on()
        if not self.prices.done:
            self._timer.start(0)

    def _judge_on(self) -> None:
        self.prices.judge(SLICE)
        if self.prices.done:
            self._timer.stop()
        self.model.follow()
        self._show_counts()

    def _rebuild(self) -> None:
        self.model.begin()
        self.head.follow()
        self._fit()

    def _name_column(self, place: object, field: object) -> None:
        assert isinstance(place, int)
        assert isinstance(field, PriceField)
        self.prices.name_column(place, field)
        self._begin()

    def _choose_sheet(self, place: int) -> None:
        self.prices.choose_sheet(place)
        self._begin()

    def _say_layout(self) -> None:
        names = {
            "sipd": self.tr("SIPD list of the regency"), "hspk": self.tr("HSPK list of the regency"),
            "siskeudes": self.tr("Siskeudes, Ref_SBU"), "wp-sipd": self.tr("proposal template of SIPD"),
            "own": self.tr("list of this program"), "other": self.tr("recognised by its headings"),
        }  # fmt: skip
        known = names.get(self.prices.layout.name)
        if known:
            words = self.tr("Layout: {layout}. Nothing has changed yet.").format(layout=known)
        else:
            words = self.tr(
                "The columns are not known. Say which one holds the item, the unit and the price."
            )
        self._said.setText(words)

    def _show_counts(self) -> None:
        count = len(self.prices.items)
        self.taken.show_count(count)
        self.refused.show_count(len(self.prices.problems))
        self.passed.show_count(self.prices.passed)
        self.accept_button.setText(self.tr("Load {count} items").format(count=count))
        self.accept_button.setAccessibleName(self.accept_button.text())
        too_long = self.place == OWN and count > MOST_OWN
        self.accept_button.setEnabled(bool(count) and self.prices.done and not too_long)
        self._refused_chip.setEnabled(bool(self.prices.problems) or self._refused_chip.isChecked())
        if too_long:
            words = self.tr("Too long for the plan file ({count} items); it can be shared on this computer.")
            self._help.setText(words.format(count=count))
        elif not self.prices.layout.is_whole:
            self._help.setText(self.tr("Choose the columns first."))
        elif self.prices.problems:
            self._help.setText(self.tr("Refused rows are left out, the others are loaded."))
        else:
            self._help.setText(self.tr("All rows that hold a price are taken."))

    def _fit(self) -> None:
        """Columns by what they hold; the item takes what is left."""
        px = theme().px
        last = self.model.columnCount() - 1
        wide = -1
        used = 0
        for number in range(last + 1):
            field = self.model.field(number)
            width = px(52) if number == NUMBER else px(_WIDTHS[field])
            if self.model.is_result(number):
                width = px(230)
            if field is PriceField.NAME and number != NUMBER:
                wide = number
            self.table.setColumnWidth(number, width)
            used += width
        spare = self.table.viewport().width() - used
        if spare > 0:
            grown = wide if wide >= 0 else last
            self.table.setColumnWidth(grown, self.table.columnWidth(grown) + spare)
        self.head.arrange()
