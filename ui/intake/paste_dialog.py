"""The preview of a pasted block: columns named, each row taken, refused or passed over; mended in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.intake.paste_head import is_tight
from ui.intake.paste_preview import PastePreview
from ui.intake.paste_words import sum_words
from ui.kit.controls import button, column, label
from ui.kit.dialog import LARGEST, BaseDialog
from ui.pickers.picker_entries import Search
from ui.support.theme import theme
from village_budget.exchange.lines.pasted_verdicts import State

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart
    from village_budget.exchange.lines.pasted_block import PastedBlock

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PreviewDialog(BaseDialog):
    """A dialog as large as the screen allows, with a foot that says what will be added."""

    topic = "langkah.tempel"
    design_width: ClassVar[int] = 1060

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, width=480)
        self.body.setSpacing(theme().px(6))
        first = self.body.itemAt(0)
        shown = first.widget() if first is not None else None
        if is_tight() and shown is not None:
            # The window's own title says it; the rows need the room.
            shown.hide()
            self.body.setContentsMargins(theme().px(22), theme().px(8), theme().px(22), theme().px(4))
        self.sum_label = label("", bold=True, wrap=True)
        self.compared = label("", role="small", token="ink2", wrap=True)
        words = column(gap=2)
        words.addWidget(self.sum_label)
        words.addWidget(self.compared)
        self.compared.hide()
        self._foot.insertLayout(0, words, 1)
        self._foot.setStretch(1, 0)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.accept_button: QPushButton = button("", kind="primary")
        self.accept_button.clicked.connect(self.accept)

    def sizeHint(self) -> QSize:
        """As large as the design, never larger than a small screen."""
        px = theme().px
        return QSize(min(px(self.design_width), LARGEST.width()), min(px(648), LARGEST.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes nothing in by chance: only its button, or Enter with Ctrl, does."""
        if event.key() in _ENTER:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.accept_button.isEnabled():
                self.accept()
            return
        super().keyPressEvent(event)

    def previews(self) -> list[PastePreview]:
        """The blocks that were looked at."""
        return []

    def accept(self) -> None:
        """Names that were given to columns are known the next time."""
        for preview in self.previews():
            preview.keep_names()
        super().accept()

    def _show_accept(self, count: int, *, ready: bool) -> None:
        self.accept_button.setText(self.tr("Add {count} rows").format(count=count))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.accept_button.setToolTip("Ctrl+Enter")
        self.accept_button.setEnabled(bool(count) and ready)


class PasteDialog(PreviewDialog):
    """Shows a block before anything is changed; accepted, `block.taken()` is what to add."""

    def __init__(
        self, block: PastedBlock, chart: Chart, where: str, accounts: Search, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Paste from Excel"), parent)
        self.block = block
        self._chart = chart
        self._where = where
        self.preview = PastePreview(block, chart, accounts)
        self.model = self.preview.model
        self.table = self.preview.table
        self.account, self.fund = self.preview.targets.account, self.preview.targets.fund
        if not is_tight():
            self.body.addWidget(self._subtitle())
        self.body.addWidget(self.preview, 1)
        self.add_button(self.cancel)
        self.add_button(self.accept_button)
        self.preview.changed.connect(self._show_sums)
        self._show_sums()
        self.table.setFocus()

    def previews(self) -> list[PastePreview]:
        """The one block."""
        return [self.preview]

    def showEvent(self, event: QShowEvent) -> None:
        """The first refused row has the cursor."""
        super().showEvent(event)
        self.table.fit()

    def show_only_refused(self, *, only: bool) -> None:
        """Show the refused rows, or all."""
        self.preview.show_only_refused(only=only)

    def _subtitle(self) -> QWidget:
        words = self.tr("{count} rows of the clipboard to {where}. Nothing has changed yet.")
        if self.block.layout.foreign:
            words += " " + self.tr("Figures are read as 1,234.50.")
        return label(words.format(count=len(self.block.grid), where=self._where), token="ink2", wrap=True)

    def _show_sums(self) -> None:
        self.sum_label.setText(sum_words(self.block.totals(), self._chart))
        self._show_accept(self.block.count(State.TAKEN), ready=self.block.done)
