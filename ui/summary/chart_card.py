"""The card of charts: one chart at a time, as picture or as table; saved, copied, read aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from ui.kit.controls import (
    FilterChip,
    button,
    label,
    row,
)
from ui.summary.chart_canvas import ChartCanvas
from ui.summary.chart_picture import (
    PictureWords,
    chart_file,
    kind_of,
    write_chart,
)
from ui.summary.chart_table import ChartTable
from ui.summary.charts import Bar
from ui.summary.figure_card import Card
from ui.support import background
from ui.support.lifetime import while_alive

FILTERS = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"


@dataclass(frozen=True, slots=True)
class ChartView:
    """One chart: its title, bars, the words of its picture, and what is said when there are no bars."""

    title: str
    bars: tuple[Bar, ...]
    picture: PictureWords
    empty: str


class ChartCard(Card):
    """Charts of one plan, chosen by chips."""

    chosen = Signal(str)
    file_asked = Signal()
    failed = Signal(object)  # ExportError: the picture was not saved
    saved = Signal(object)  # Path

    def __init__(self, kinds: dict[str, str]) -> None:
        super().__init__()
        self.title = label("", role="strip", bold=True)
        self.save = button(self.tr("Save picture"), kind="quiet", icon="ekspor")
        self.save.clicked.connect(self.ask_file)
        head = row(gap=8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.save)
        self.body.addLayout(head)
        self.chips = {key: FilterChip(word) for key, word in kinds.items()}
        self.as_table = FilterChip(self.tr("Table"))
        self.as_table.toggled.connect(lambda _: self._arrange())
        choices = row(gap=6, margins=(0, 0, 0, 4))
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda _on, key=key: self.choose(key))
            choices.addWidget(chip)
        choices.addStretch(1)
        choices.addWidget(self.as_table)
        self.body.addLayout(choices)
        self.canvas = ChartCanvas("")
        self.canvas.menu_asked.connect(self.open_menu)
        self.canvas.copy_asked.connect(self.copy)
        self.table = ChartTable()
        self.empty = label("", token="ink2", wrap=True)
        self.note = label("", role="small", token="ink2", wrap=True)
        self.note.hide()
        self.more = button(self.tr("Choose last year's file…"), kind="link")
        self.more.clicked.connect(self.file_asked)
        for part in (self.canvas, self.table, self.empty, self.note):
            self.body.addWidget(part)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.kind = next(iter(kinds))
        self.chips[self.kind].setChecked(True)
        self._view: ChartView | None = None

    def choose(self, kind: str) -> None:
        """Show another chart."""
        self.kind = kind
        for key, chip in self.chips.items():
            chip.setChecked(key == kind)
        self.note.hide()
        self.chosen.emit(kind)

    def show_view(self, view: ChartView) -> None:
        """Show a chart, or the words in its place."""
        if view == self._view:
            return
        self._view = view
        self.title.setText(view.title)
        self.empty.setText(view.empty)
        self.canvas.show_bars(list(view.bars), view.title)
        self.table.show_bars(view.bars, view.title)
        self._arrange()

    def _arrange(self) -> None:
        filled = self._view is not None and bool(self._view.bars)
        table = self.as_table.isChecked()
        self.canvas.setVisible(filled and not table)
        self.table.setVisible(filled and table)
        self.empty.setVisible(not filled)
        self.more.setVisible(self.kind == "year")
        self.save.setEnabled(filled)
        self.as_table.setEnabled(filled)

    def open_menu(self, at: QPoint) -> None:
        """What can be done with the picture."""
        self.menu().popup(at)

    def menu(self) -> QMenu:
        """Save, copy, or show as a table."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Save picture…"), self.ask_file)
        menu.addAction(self.tr("Copy picture"), self.copy)
        menu.addSeparator()
        menu.addAction(self.tr("Show as a table"), self.as_table.toggle)
        return menu

    def ask_file(self) -> None:
        """Ask where the picture is to be saved."""
        if self._view is None:
            return
        name = f"{self._view.title}.png"
        chosen, kind = QFileDialog.getSaveFileName(self, self.tr("Save picture"), name, FILTERS)
        if chosen:
            self.save_as(Path(chosen), kind)

    def save_as(self, path: Path, chosen: str = "") -> None:
        """Write the picture in the background, as PNG, SVG or PDF by the name's ending; signals tell."""
        view = self._view
        if view is None or not view.bars:
            return
        kind = kind_of(path, chosen)
        target = path if path.suffix else path.with_suffix(f".{kind}")
        background.run(
            lambda _: write_chart(target, kind, list(view.bars), view.picture),
            while_alive(self, lambda _: self._tell_saved(target)),
            while_alive(self, self.failed.emit),
        )

    def _tell_saved(self, path: Path) -> None:
        self._say(self.tr("Saved: {name}").format(name=path.name))
        self.saved.emit(path)

    def copy(self) -> None:
        """Put the picture on the clipboard, with its title and source."""
        view = self._view
        if view is not None and view.bars:
            self._draw(view, lambda content: self._put(QImage.fromData(content)))

    def _draw(self, view: ChartView, done: Callable[[bytes], None]) -> None:
        background.run(
            lambda _: chart_file(list(view.bars), "png", view.picture),
            while_alive(self, done),
            while_alive(self, self._give_up),
        )

    def _put(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._say(self.tr("The picture is on the clipboard."))

    def _give_up(self, error: Exception) -> None:
        raise error

    def _say(self, words: str) -> None:
        self.note.setText(words)
        self.note.show()
