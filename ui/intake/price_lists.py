"""Loads, shows and removes the lists of standard prices: the plan's own, and the one villages here share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.support import background
from ui.support.i18n import language
from ui.support.messages import message_parts
from village_budget.errors import UserError

if TYPE_CHECKING:
    from ui.intake.prices_dialog import ListedPrices, PricesDialog
    from ui.support.workspace import Workspace
    from village_budget.exchange.prices.price_list import PriceList

_FILES = "*.xlsx *.xls *.csv *.txt"


class PriceLists(QObject):
    """The commands behind the dialog; files are read behind the window."""

    def __init__(self, workspace: Workspace, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self.dialog: PricesDialog | None = None

    def show(self) -> None:
        """Show which lists there are (Ctrl+Shift+P)."""
        from ui.intake.prices_dialog import PricesDialog

        if self._workspace.document is None:
            return
        self.dialog = PricesDialog(self.listed(), self._window)
        self.dialog.load_asked.connect(self.ask_file)
        self.dialog.remove_asked.connect(self.remove)
        self.dialog.answer()
        self.dialog = None

    def listed(self) -> ListedPrices:
        """The lists there are now."""
        from ui.intake.prices_dialog import ListedPrices
        from village_budget.exchange.prices.shared_prices import load_shared

        document = self._workspace.document
        assert document is not None
        own, shared = document.plan.prices, load_shared()
        book = document.pack.prices
        problem = document.prices_problem
        return ListedPrices(
            own.name if own is not None else "",
            shared.name if shared is not None else "",
            book,
            message_parts(problem, language()).joined() if problem is not None else "",
            locked=not document.takes_records,
        )

    def ask_file(self) -> None:
        """Ask for a file and load it."""
        document = self._workspace.document
        if document is None:
            return
        start = str(document.path.resolve().parent)
        chosen, _ = QFileDialog.getOpenFileName(self._owner(), self.tr("Price lists"), start, _FILES)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a file that may hold prices, behind the window, then show what is in it."""
        from village_budget.exchange.prices.price_list import read_price_list

        background.run(lambda _task: read_price_list(path), self.preview, self._refuse)

    def preview(self, prices: PriceList) -> None:
        """Let columns and place be chosen; accepted, the list is loaded."""
        from ui.intake.price_import_dialog import PriceImportDialog

        document = self._workspace.document
        if document is None:
            return
        asked = PriceImportDialog(prices, may_own=document.takes_records, parent=self._owner())
        if asked.answer():
            self.keep(prices, asked.list_name, asked.place)

    def keep(self, prices: PriceList, name: str, place: str) -> None:
        """Put a list where it shall live; it is compared with from now on."""
        from ui.intake.price_import_dialog import OWN
        from village_budget.exchange.prices.price_text import dumps_prices

        text = dumps_prices(prices.items)
        if place == OWN:
            from village_budget.document.edits.standard_prices import PRICES_LIMIT, SetPrices

            if len(text) > PRICES_LIMIT:
                self._refuse(UserError("prices-too-long", name=name))
                return
            self._workspace.apply(SetPrices(name, text))
        else:
            from village_budget.exchange.prices.shared_prices import save_shared

            try:
                save_shared(name, text)
            except UserError as error:
                self._refuse(error)
                return
            self._workspace.follow_shared_prices()
        self._show_again()

    def remove(self, place: str) -> None:
        """Take a list away, once somebody has said so."""
        from ui.intake.prices_dialog import OWN
        from ui.kit.ask import ask

        listed = self.listed()
        name = listed.own if place == OWN else listed.shared
        words = self.tr("Take the list {name} off? The budget stays as it is; prices are no longer compared.")
        if not ask(
            self.tr("Standard prices"), words.format(name=name), self.tr("Remove"), parent=self._owner()
        ):
            return
        if place == OWN:
            from village_budget.document.edits.standard_prices import RemovePrices

            self._workspace.apply(RemovePrices())
        else:
            from village_budget.exchange.prices.shared_prices import remove_shared

            remove_shared()
            self._workspace.follow_shared_prices()
        self._show_again()

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._workspace.refused.emit(error)

    def _show_again(self) -> None:
        if self.dialog is not None:
            self.dialog.show_listed(self.listed())

    def _owner(self) -> QWidget:
        return self.dialog if self.dialog is not None else self._window
