"""What is asked before printing: printer, copies, pages, paper, margins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.kit.check_box import CheckBox
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    set_ground,
)
from ui.kit.help_topics import set_topic
from ui.kit.notice import Notice
from ui.kit.papers import PAPERS
from ui.kit.stepper import Stepper
from ui.printing.choices import (
    LARGEST_MM,
    MOST_COPIES,
    SMALLEST_MM,
    PageRangeError,
    PrintChoices,
    parse_pages,
    sheets_of_paper,
)
from ui.printing.printers import PrinterFound
from ui.support.i18n import language
from ui.support.messages import sentence
from ui.support.theme import theme

_ALL, _THIS, _SOME = range(3)


class PrintPanel(QScrollArea):
    """The pane at the right of the pages.

    Attributes:
        summary: how many sheets of paper it comes to.
    """

    changed = Signal()  # anything but the layout
    layout_changed = Signal()  # paper or margins

    def __init__(self, usual_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._usual_mm = usual_mm
        self._printers: dict[str, PrinterFound] = {}
        self._count = self._current = 0
        self._least_mm = 0.0
        self._make_fields()
        body = QWidget()
        set_ground(body, "surface")
        body.setLayout(self._lay_out())
        self.setWidget(body)
        self._connect()
        self.show_printers([])

    def _make_fields(self) -> None:
        self.summary = label("", token="ink2")
        self.printer = QComboBox()
        self.printer.setAccessibleName(self.tr("Printer"))
        self.printer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.printer.setMinimumContentsLength(10)
        self.no_printer = Notice()
        self.copies = Stepper(self.tr("Copies"), 1, MOST_COPIES)
        self.which = QComboBox()
        self.which.setAccessibleName(self.tr("Pages"))
        for words in (self.tr("All"), self.tr("This page"), self.tr("Some pages")):
            self.which.addItem(words)
        self.range = QLineEdit()
        self.range.setAccessibleName(self.tr("Page numbers"))
        self.range.setPlaceholderText(self.tr("e.g. 1-3, 5"))
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Paper"))
        for name, words in PAPERS:
            self.paper.addItem(words, name)
        margins = self.tr("Margins")
        self.margins = Stepper(margins, SMALLEST_MM, LARGEST_MM, unit="mm", whole=False)
        self.margins.set_value(self._usual_mm)
        self.usual = button(self.tr("Back to {n} mm").format(n=f"{self._usual_mm:g}"), kind="link")
        self.both_sides = CheckBox(self.tr("Both sides of the sheet"))
        self.grey = CheckBox(self.tr("Black and white"))
        self.range_problem = label("", role="small", token="bad", wrap=True)
        self.copies_problem = label("", role="small", token="bad", wrap=True)
        self.margins_problem = label("", role="small", token="bad", wrap=True)
        self.margins_hint = label("", role="small", token="warn", wrap=True)
        choices = (self.printer, self.copies.field, self.which, self.range, self.both_sides, self.grey)
        paper = (self.paper, self.margins.field, self.usual)
        for widgets, topic in ((choices, "cetak.pilihan"), (paper, "cetak.kertas")):
            for widget in widgets:
                set_topic(widget, topic)

    def _lay_out(self) -> QVBoxLayout:
        whole = column(margins=(18, 12, 18, 14), gap=4)
        whole.addWidget(self.summary)
        groups: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Printer"), (self.printer, self.no_printer)),
            (self.tr("Copies"), (self.copies, self.copies_problem)),
            (self.tr("Pages"), (self.which, self.range, self.range_problem)),
        )
        for words, widgets in groups:
            self._group(whole, words, widgets)
        whole.addSpacing(theme().px(14))
        whole.addWidget(Hairline())
        self._group(whole, self.tr("Paper"), (self.paper,))
        margins = (self.margins, self.margins_problem, self.margins_hint)
        self._group(whole, self.tr("Margins on all sides"), margins)
        whole.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        self._rule = Hairline()
        whole.addSpacing(theme().px(10))
        whole.addWidget(self._rule)
        whole.addSpacing(theme().px(8))
        whole.addWidget(self.both_sides)
        whole.addWidget(self.grey)
        whole.addStretch(1)
        return whole

    def _group(self, box: QVBoxLayout, words: str, widgets: tuple[QWidget, ...]) -> None:
        box.addSpacing(theme().px(8))
        box.addWidget(label(words, role="small", token="ink2"))
        for widget in widgets:
            box.addWidget(widget)

    def _connect(self) -> None:
        for choice in (self.printer, self.which):
            choice.currentIndexChanged.connect(self._settle)
        self.copies.changed.connect(self._settle)
        self.range.textChanged.connect(self._settle)
        self.both_sides.toggled.connect(self._settle)
        self.grey.toggled.connect(self._settle)
        self.paper.currentIndexChanged.connect(self._lay_out_anew)
        self.margins.changed.connect(self._lay_out_anew)
        self.usual.clicked.connect(lambda: self.margins.set_value(self._usual_mm))

    def show_printers(self, printers: Sequence[PrinterFound], chosen: str = "") -> None:
        """Offer printers; the one used last is chosen when it is still there, else the usual one."""
        self._printers = {one.name: one for one in printers}
        quiet = QSignalBlocker(self.printer)
        self.printer.clear()
        for one in printers:
            self.printer.addItem(one.name)
        self.printer.setCurrentIndex(max(self.printer.findText(chosen), 0) if printers else -1)
        quiet.unblock()
        self.printer.setVisible(bool(printers))
        if printers:
            self.no_printer.hide()
        else:
            words = self.tr("This computer has no printer yet. Saving as PDF works all the same.")
            self.no_printer.say("warn", words)
        self._settle()

    def show_pages(self, count: int, current: int) -> None:
        """How many pages there are, and which one is shown (from 0)."""
        self._count, self._current = count, current
        self.which.setItemText(_ALL, self.tr("All ({n})").format(n=count))
        self.which.setItemText(_THIS, self.tr("This page ({n})").format(n=current + 1))
        self._settle()

    def show_least(self, least_mm: float) -> None:
        """What the chosen printer leaves white at the edges."""
        self._least_mm = least_mm
        self._settle()

    @property
    def printer_name(self) -> str:
        """The chosen printer; empty when there is none."""
        return self.printer.currentText()

    @property
    def paper_name(self) -> str:
        """``F4``, ``A4`` or ``Legal``."""
        return str(self.paper.currentData())

    @property
    def sound(self) -> bool:
        """Whether all that was typed can be printed."""
        return bool(self.pages()) and not self.copies.wrong and not self.margins.wrong

    def choices(self) -> PrintChoices:
        """How it is to be printed."""
        both = self.both_sides.isChecked() and not self.both_sides.isHidden()
        return PrintChoices(self.printer_name, round(self.copies.value), both, self.grey.isChecked())

    def pages(self) -> tuple[int, ...]:
        """Pages from 0 that are to be printed; none when what was typed can't be."""
        which = self.which.currentIndex()
        if which == _ALL:
            return tuple(range(self._count))
        if which == _THIS:
            return (self._current,) if self._count else ()
        try:
            return parse_pages(self.range.text(), self._count)
        except PageRangeError:
            return ()

    def choose_some(self) -> None:
        """Let pages be typed."""
        self.which.setCurrentIndex(_SOME)
        self.range.setFocus()

    def _lay_out_anew(self, _index: object = None) -> None:
        self._settle()
        if not self.margins.wrong:
            self.layout_changed.emit()

    def _settle(self, _change: object = None) -> None:
        """Show what fits the choices, and what is wrong with them."""
        found = self._printers.get(self.printer_name)
        self.both_sides.setVisible(found is not None and found.both_sides)
        self.grey.setVisible(found is not None and found.colour)
        self._rule.setVisible(not (self.both_sides.isHidden() and self.grey.isHidden()))
        self.range.setVisible(self.which.currentIndex() == _SOME)
        _tell(self.range_problem, self._range_words())
        limits = self.tr("A number from {least} to {most}, please.")
        copies = limits.format(least=1, most=MOST_COPIES) if self.copies.wrong else ""
        _tell(self.copies_problem, copies)
        margins = limits.format(least=f"{SMALLEST_MM:g}", most=f"{LARGEST_MM:g}")
        _tell(self.margins_problem, margins if self.margins.wrong else "")
        narrow = found is not None and not self.margins.wrong and self.margins.value < self._least_mm
        words = self.tr("This printer leaves {n} mm white at the edge: what stands there would be missing.")
        least = f"{self._least_mm:.1f}".replace(".", ",")
        _tell(self.margins_hint, words.format(n=least) if narrow else "")
        self.usual.setVisible(self.margins.wrong or self.margins.value != self._usual_mm)
        sheets = sheets_of_paper(len(self.pages()), self.choices())
        words = self.tr("{n} sheets of {paper}").format(n=sheets, paper=self.paper_name)
        self.summary.setText(words if sheets else self.tr("No page is chosen"))
        self.changed.emit()

    def _range_words(self) -> str:
        """Why the page numbers can't be printed; nothing while there is nothing to say."""
        text = self.range.text()
        wrong = ""
        if self.which.currentIndex() == _SOME and text.strip():
            try:
                parse_pages(text, self._count)
            except PageRangeError as error:
                wrong = sentence(error.code, language(), **error.details)
        self.range.setProperty("wrong", "true" if wrong else "false")
        self.range.style().polish(self.range)
        return wrong


def _tell(place: QLabel, words: str) -> None:
    place.setText(words)
    place.setVisible(bool(words))
