"""The bar at the top: village and year, search, undo and redo, saved state, help, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.kit.chips import STATUS_TOKENS, Chip
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
    set_icon,
    set_ink,
)
from ui.support.i18n import language
from ui.support.icons import pixmap
from ui.support.messages import sentence
from ui.support.theme import theme
from ui.window.search_box import SearchBox
from ui.window.title_button import TitleButton

if TYPE_CHECKING:
    from village_budget.document.document import Document


class TopBar(QWidget):
    """What is open, how to find a place in it, and whether it is saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_ground(self, "surface")
        px = theme().px
        mark = QLabel()
        mark.setPixmap(pixmap("logo", theme().color("accent"), px(24), self.devicePixelRatioF()))
        self.title = TitleButton()
        self.village = self.title.village
        self.status = Chip("", "accent", "tint")
        self.search = SearchBox()
        self.undo = button("", kind="quiet", icon="urungkan", name=self.tr("Undo (Ctrl+Z)"))
        self.redo = button("", kind="quiet", icon="ulangi", name=self.tr("Redo (Ctrl+Y)"))
        self.saved_icon = QLabel()
        self.saved = label("", role="body", token="ink2")
        self.unsaved = button(self.tr("NOT SAVED"), kind="danger", name=self.tr("Not saved. Try again"))
        self.seek = button("", kind="quiet", icon="cari", name=self.tr("Search the plan (Ctrl+F)"))
        self.seek.clicked.connect(self.open_search)
        self.search.left.connect(self._close_search)
        self.search.jumped.connect(lambda _: self._close_search())
        self.help = button("", kind="quiet", icon="bantuan", name=self.tr("Keys and help (F1)"))
        self.settings = button("", kind="quiet", icon="setelan", name=self.tr("Settings (Ctrl+,)"))
        whole = row(margins=(14, 0, 8, 0), gap=10)
        whole.addWidget(mark)
        whole.addWidget(self.title)
        whole.addWidget(self.status)
        whole.addStretch(1)
        whole.addWidget(self.search, 2)
        whole.addStretch(1)
        whole.addWidget(self.seek)
        whole.addWidget(self.undo)
        whole.addWidget(self.redo)
        divider = Hairline(vertical=True)
        divider.setFixedHeight(px(24))
        whole.addWidget(divider)
        for part in (self.saved_icon, self.saved, self.unsaved, self.help, self.settings):
            whole.addWidget(part)
        # A widget of its own: a bare row of fixed parts would not fill the bar.
        bar = QWidget()
        bar.setLayout(whole)
        box = column(gap=0)
        box.addWidget(bar, 1)
        box.addWidget(Hairline())
        self.setLayout(box)
        self.setFixedHeight(px(49))
        self.unsaved.hide()
        self._mode = "wide"

    def set_layout(self, mode: str) -> None:
        """Words give way to icons when room is short."""
        self._mode = mode
        self.title.set_small(small=mode == "small")
        self.search.setVisible(mode != "small")
        self.seek.setVisible(mode == "small")
        self.title.show()
        self.status.show()
        self.undo.setText(self.tr("Undo") if mode == "wide" else "")
        set_icon(self.undo, "urungkan")

    def open_search(self) -> None:
        """Go to the search field; in a narrow window it takes the place of the village's name."""
        if self._mode == "small":
            self.title.hide()
            self.status.hide()
            self.seek.hide()
            self.search.show()
        self.search.setFocus()
        self.search.selectAll()

    def _close_search(self) -> None:
        if self._mode == "small":
            self.set_layout("small")

    def show_document(self, document: Document, *, example: bool = False) -> None:
        """Show what is open; the example is marked as one (U34)."""
        info = document.plan.info
        kind = self.tr("Budget {year}") if info.version == 0 else self.tr("Amendment {year}")
        village = self.tr("Village {name}").format(name=document.plan.village.name)
        self.title.set_words(village, kind.format(year=info.fiscal_year))
        if example:
            self.status.set(self.tr("Example"), "warn", "warntint")
        else:
            self.status.set(self._status_word(info.status.value), *STATUS_TOKENS[info.status.value])
        self._show_step(self.undo, self.tr("Undo"), "Ctrl+Z", document.undo_label)
        self._show_step(self.redo, self.tr("Redo"), "Ctrl+Y", document.redo_label)

    def _status_word(self, status: str) -> str:
        return {
            "draft": self.tr("Draft"), "agreed": self.tr("Agreed by BPD"), "submitted": self.tr("Submitted"),
            "evaluated": self.tr("Evaluated"), "enacted": self.tr("Enacted"),
        }[status]  # fmt: skip

    def _show_step(self, made: QPushButton, verb: str, keys: str, step: object) -> None:
        made.setEnabled(step is not None)
        words = verb
        code, details = getattr(step, "code", ""), getattr(step, "details", {})
        if code:
            words = f"{verb}: {sentence(code, language(), **details)}"
        made.setToolTip(f"{words} ({keys})")
        made.setAccessibleName(words)

    def show_saved(self, at: str) -> None:
        """Say when the last cell was saved."""
        self.unsaved.hide()
        self.saved.show()
        self.saved_icon.show()
        self._put_icon("tersimpan", "ok")
        self.saved.setText(self.tr("Saved {time}").format(time=at) if at else self.tr("Saved"))
        set_ink(self.saved, "ink2")

    def show_read_only(self) -> None:
        """Say that nothing here can be changed."""
        self.unsaved.hide()
        self.saved.show()
        self.saved_icon.show()
        self._put_icon("terkunci", "ink2")
        self.saved.setText(self.tr("Read only"))

    def show_unsaved(self) -> None:
        """Say loudly that the last entry is not on disk."""
        self.saved.hide()
        self.saved_icon.hide()
        self.unsaved.show()

    def _put_icon(self, name: str, token: str) -> None:
        side = theme().px(18)
        drawn = pixmap(name, theme().color(token), side, self.devicePixelRatioF())
        self.saved_icon.setPixmap(drawn)
        self.saved_icon.setFixedSize(QSize(side, side))
        self.saved_icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
