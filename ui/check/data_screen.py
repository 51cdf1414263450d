"""Data: what rules ask and the lines of a plan do not say, and the regency's rule file."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.check.data_row import DataFacts, DataRow
from ui.check.data_rows import REGULATION, data_facts, sections
from ui.check.overlay_card import OverlayCard
from ui.check.overlay_facts import overlay_facts
from ui.check.price_card import PriceCard
from ui.intake.price_lists import PriceLists
from ui.kit.controls import (
    FilterChip,
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
    set_icon,
)
from ui.kit.screen_head import ScreenHead
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from village_budget.document.edits.plan_head import SetRegulation
from village_budget.document.edits.records import RemoveOverlay, SetAnswer
from village_budget.errors import PackError

_WIDEST = 1240
_BESIDE = 760


class DataScreen(QWidget):
    """Sections of questions in a scrolled column; each answer is an edit of its own, on leaving the field."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.rows: dict[str, DataRow] = {}
        self._heads: dict[str, QWidget] = {}
        self.folds: dict[str, QPushButton] = {}
        self._bars: dict[str, QWidget] = {}
        self._kept: set[str] = set()
        self.overlay = OverlayCard()
        self.overlay.load_asked.connect(self.ask_overlay)
        self.overlay.remove_asked.connect(lambda: self._workspace.apply(RemoveOverlay()))
        self.prices = PriceCard()
        self.prices.asked.connect(lambda: PriceLists(workspace, self).show())
        self.head = ScreenHead(self.tr("Supporting data"))
        self.wanted_only = FilterChip(self.tr("Asked by the rules"))
        self.everything = FilterChip(self.tr("All"))
        for chip, on in ((self.wanted_only, False), (self.everything, True)):
            chip.setAutoExclusive(True)
            chip.setChecked(on)
            chip.toggled.connect(self._sift)
            self.head.add_filter(chip)
        self._body: QVBoxLayout = column(margins=(0, 0, 0, 24), gap=0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._page())
        set_ground(self, "surface")
        whole = column(gap=0)
        whole.addWidget(self.head)
        whole.addWidget(Hairline())
        whole.addWidget(self._scroll, 1)
        self.setLayout(whole)
        workspace.opened.connect(self._rebuild)
        workspace.changed.connect(lambda _: self._refresh())
        workspace.judged.connect(self._refresh)
        self._rebuild()
        self.setFocusProxy(self.everything)

    def _page(self) -> QWidget:
        inner = QWidget()
        inner.setMaximumWidth(theme().px(_WIDEST))
        inner.setLayout(self._body)
        line = row(gap=0)
        line.addWidget(inner, 100)
        line.addStretch(1)
        page = QWidget()
        set_ground(page, "surface")
        page.setLayout(line)
        return page

    # What is shown

    def _rebuild(self) -> None:
        """All rows anew: another plan or year."""
        while item := self._body.takeAt(0):
            widget = item.widget()
            if widget is not None and widget not in (self.overlay, self.prices):
                widget.hide()
                widget.deleteLater()
        self.rows, self._heads, self.folds, self._bars, self._kept = {}, {}, {}, {}, set()
        titles = sections()
        self._body.addWidget(self._section_head("aturan", self.tr("The regency's rules")))
        self._body.addWidget(self.overlay)
        self._body.addWidget(self.prices)
        for facts in self._facts():
            if facts.section not in self._heads:
                self._body.addWidget(self._section_head(facts.section, titles[facts.section]))
            if facts.first:
                self._kept.add(facts.asked.id)
            elif facts.section not in self.folds:
                self._body.addWidget(self._fold(facts.section))
            self._body.addWidget(self._made(facts))
        self._body.addStretch(1)
        self._show_rest()
        self._order_tabs()

    def _section_head(self, name: str, title: str) -> QWidget:
        head = QWidget()
        set_ground(head, "sub")
        line = row(margins=(16, 8, 16, 8))
        line.addWidget(label(title, bold=True))
        head.setLayout(line)
        self._heads[name] = head
        return head

    def _fold(self, section: str) -> QWidget:
        """The line that the questions no rule asks are folded behind."""
        made = button("", kind="quiet")
        made.setCheckable(True)
        made.clicked.connect(self._sift)
        self.folds[section] = made
        line = row(margins=(8, 4, 16, 4), gap=0)
        line.addWidget(made)
        line.addStretch(1)
        bar = self._bars[section] = QWidget()
        bar.setLayout(line)
        return bar

    def _made(self, facts: DataFacts) -> DataRow:
        made = DataRow(facts)
        made.answered.connect(self._answer)
        made.numbered.connect(self._set_number)
        made.set_beside(beside=self.width() >= theme().px(_BESIDE))
        self.rows[facts.asked.id] = made
        return made

    def _facts(self) -> list[DataFacts]:
        document = self._workspace.document
        if document is None:
            return []
        return data_facts(document, self._workspace.findings(), date.today())  # noqa: DTZ011 - the user's day

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another screen was shown."""
        super().showEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        """Only rows that say something else are made anew; the keyboard stays where it was."""
        if not self.isVisible():
            return
        focus = QApplication.focusWidget()
        for facts in self._facts():
            old = self.rows.get(facts.asked.id)
            if old is None:
                self._rebuild()
                return
            if old.facts == facts:
                continue
            held = focus is not None and old.isAncestorOf(focus)
            if facts.first:
                # What is asked or answered stays in sight as long as this plan is open.
                self._kept.add(facts.asked.id)
            made = self._made(facts)
            made.keep_typing(old)
            self._body.replaceWidget(old, made)
            old.hide()
            old.deleteLater()
            if held:
                made.take_focus()
        self._show_rest()
        self._order_tabs()

    def _show_rest(self) -> None:
        document = self._workspace.document
        rows = list(self.rows.values())
        filled = sum(bool(one.facts.asked.value) for one in rows)
        words = self.tr("{n} of {all} filled in").format(n=filled, all=len(rows))
        self.head.set_subtitle(words if rows else "")
        waiting = sum(one.facts.wanted and not one.facts.asked.value for one in rows)
        words = self.tr("Asked by the rules")
        self.wanted_only.setText(f"{words}  {waiting}" if waiting else words)
        if document is not None:
            self.overlay.show_facts(overlay_facts(document), locked=not document.takes_records)
            book = document.pack.prices if self._workspace.is_judged else None
            self.prices.show_list(book.name if book else "", len(book) if book else 0)
        self._sift()

    def _sift(self) -> None:
        """All questions, or only those that a rule of this plan waits for."""
        only = self.wanted_only.isChecked()
        shown = set()
        for one in self.rows.values():
            fold = self.folds.get(one.facts.section)
            unfolded = one.facts.asked.id in self._kept or (fold is not None and fold.isChecked())
            visible = one.facts.wanted if only else unfolded
            one.setVisible(visible)
            if visible or not only:
                shown.add(one.facts.section)
        for name, head in self._heads.items():
            head.setVisible(name in shown or (name == "aturan" and not only))
        self.overlay.setVisible(not only)
        self.prices.setVisible(not only)
        for section, fold in self.folds.items():
            self._show_fold(section, fold, only=only)

    def _show_fold(self, section: str, fold: QPushButton, *, only: bool) -> None:
        folded = sum(
            one.facts.section == section and one.facts.asked.id not in self._kept
            for one in self.rows.values()
        )
        words = self.tr("{n} others that no rule asks now").format(n=folded)
        fold.setText(words)
        fold.setAccessibleName(words)
        set_icon(fold, "bawah" if fold.isChecked() else "kanan", size=14)
        self._bars[section].setVisible(folded > 0 and not only)

    def _order_tabs(self) -> None:
        """Tab goes as one reads, also where a row has been made anew."""
        chain: list[QWidget] = [self.overlay.load, self.overlay.remove, self.prices.open]
        for place in range(self._body.count()):
            item = self._body.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, DataRow):
                chain += widget.stops()
            elif widget is not None and widget in self._bars.values():
                chain += [self.folds[name] for name, bar in self._bars.items() if bar is widget]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    # What is done

    def _answer(self, question: str, value: str, note: str) -> None:
        document = self._workspace.document
        if document is None:
            return
        if question == REGULATION:
            self._workspace.apply(SetRegulation(document.plan.info.regulation_number, value))
        else:
            self._workspace.apply(SetAnswer(question, value, note))

    def _set_number(self, number: str) -> None:
        document = self._workspace.document
        if document is not None:
            self._workspace.apply(SetRegulation(number, document.plan.info.regulation_date))

    def ask_overlay(self) -> None:
        """Ask for the regency's file and lay it over the rules."""
        document = self._workspace.document
        if document is None:
            return
        start = str(document.path.resolve().parent)
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The regency's rule file"), start, "*.toml")
        if chosen:
            self.load_overlay(Path(chosen))

    def load_overlay(self, path: Path) -> bool:
        """Lay a file over the rules; a bad one is told and nothing changes."""
        document = self._workspace.document
        if document is None:
            return False
        try:
            edit = document.read_overlay(path)
        except PackError as error:
            self._workspace.refused.emit(error)
            return False
        return self._workspace.apply(edit) is not None

    def commit_pending(self) -> bool:
        """Take what is being typed; False when it is refused and stays open (U12)."""
        refused = [one for one in list(self.rows.values()) if not one.commit()]
        if refused:
            self._scroll.ensureWidgetVisible(refused[0])
            refused[0].take_focus()
        return not refused

    def jump_to(self, target: Target) -> None:
        """Go to the question that a search found, also where no rule asks it now."""
        found = self.rows.get(target.item)
        if found is not None:
            self.everything.setChecked(True)
            self._kept.add(target.item)
            self._sift()
            self._scroll.ensureWidgetVisible(found)
            found.take_focus()

    def set_layout(self, mode: str) -> None:
        """The head follows the width of the window."""
        self.head.set_layout(mode)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fields beside their questions, or below them when room is short."""
        super().resizeEvent(event)
        for one in self.rows.values():
            one.set_beside(beside=event.size().width() >= theme().px(_BESIDE))
