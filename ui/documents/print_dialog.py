"""The print preview: all pages at the left, one of them large, printer and paper at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QSize, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.documents.page_preview import FIT_PAGE, PagePreview
from ui.documents.page_thumbnails import SIDE, Thumbnails
from ui.documents.pages_model import PagesModel
from ui.documents.print_panel import PrintPanel
from ui.documents.print_progress import PrintProgress
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
)
from ui.kit.dialog import LARGEST, BaseDialog
from ui.kit.notice import Notice
from ui.printing import printers
from ui.printing.page_drawer import PageDrawer, Wish
from ui.printing.paged import PagedDocuments
from ui.printing.print_job import PdfJob, PrintJob
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.support.settings import Settings
from ui.support.theme import theme
from village_budget import paths
from village_budget.errors import ExportError, UserError
from village_budget.reports.report_document import ReportDocument, on_paper

_SOON_MS = 120
_WIDEST_PANEL = 490
_THUMBNAILS_WAITING = 40


class PrintDialog(BaseDialog):
    """Shows documents as they will lie on paper, and brings them there or into a PDF.

    Args:
        documents: at least one, as the forms are.
        settings: remembers printer, paper and margins.
        parent: the window.
        file_name: offered for the PDF.
    """

    topic = "cetak.pratinjau"

    def __init__(
        self,
        documents: Sequence[ReportDocument],
        settings: Settings,
        parent: QWidget | None = None,
        *,
        file_name: str = "cetak.pdf",
    ) -> None:
        super().__init__(self.tr("Print"), parent, width=900)
        self._documents = tuple(documents)
        self._settings = settings
        self._file_name = file_name
        self._written = Path()
        self._printers = printers.installed_printers()
        self._fresh = True
        self.paged = PagedDocuments(self)
        self.model = PagesModel(self)
        self.thumbnails = Thumbnails(self.model)
        self.preview = PagePreview()
        self.panel = PrintPanel(documents[0].page.margins_mm)
        self.told = Notice()
        self.progress = PrintProgress()
        self._page_drawer = PageDrawer(parent=self)
        self._small_drawer = PageDrawer(_THUMBNAILS_WAITING, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._lay_out()
        self._make_foot()
        self._remember_choices()
        self._connect()
        self._lay_out_pages()
        self.thumbnails.setFocus()

    def sizeHint(self) -> QSize:
        """As large as a small screen allows."""
        return QSize(min(theme().px(1240), LARGEST.width()), LARGEST.height())

    def _lay_out(self) -> None:
        first = self.body.takeAt(0)
        title = first.widget() if first is not None else None
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        for words in (self.preview.title, self.preview.subtitle):
            words.hide()
        self.preview.bar.addStretch(1)
        self.panel.setFixedWidth(min(theme().px(286), _WIDEST_PANEL))
        whole = _Panes()
        panes = row(gap=0)
        panes.addLayout(_pane(label(self.tr("Pages"), role="strip", bold=True), self.thumbnails))
        panes.addWidget(Hairline(vertical=True))
        panes.addWidget(self.preview, 1)
        panes.addWidget(Hairline(vertical=True))
        panes.addLayout(_pane(title, self.panel))
        whole.setLayout(panes)
        self.body.addWidget(whole, 1)
        self.body.addWidget(self.told)

    def _make_foot(self) -> None:
        self._foot.insertWidget(0, self.progress)
        self.close_button = self.add_button(button(self.tr("Close")))
        kinds = ("secondary", "primary") if self._printers else ("primary", "secondary")
        self.save = self.add_button(button(self.tr("Save as PDF…"), kind=kinds[0], icon="dokumen"))
        self.print = self.add_button(button(self.tr("Print"), kind=kinds[1], icon="cetak"))
        (self.print if self._printers else self.save).setDefault(True)

    def _remember_choices(self) -> None:
        kept = self._settings.printing
        self.panel.paper.setCurrentIndex(max(self.panel.paper.findData(self._settings.paper), 0))
        if kept.get("margins", "").replace(".", "", 1).isdigit():
            self.panel.margins.set_value(float(kept["margins"]))
        self.panel.both_sides.setChecked(kept.get("both_sides") == "1")
        self.panel.grey.setChecked(kept.get("grey") == "1")
        self.panel.show_printers(self._printers, kept.get("printer", ""))
        self._ask_edges()

    def _connect(self) -> None:
        self.model.wanted.connect(self._draw_small)
        self._small_drawer.drawn.connect(self.model.take)
        self._page_drawer.drawn.connect(self.preview.show_image)
        self.thumbnails.picked.connect(self._turn_to)
        self.preview.turned.connect(self._show_turned)
        self.preview.wanted.connect(self._draw_page)
        self.paged.began.connect(self._begin)
        self.paged.grew.connect(self._show_pages)
        self.paged.finished.connect(self._settle)
        self.panel.layout_changed.connect(self._soon.start)
        self.panel.changed.connect(self._settle)
        self.panel.printer.currentIndexChanged.connect(self._ask_edges)
        self._soon.timeout.connect(self._lay_out_pages)
        self.print.clicked.connect(self.print_pages)
        self.save.clicked.connect(self.save_pdf)
        self.progress.settled.connect(self._settle)
        self.close_button.clicked.connect(self.reject)
        self.told.acted.connect(self._open_result)
        for keys, way in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            QShortcut(QKeySequence(keys), self, lambda way=way: self.preview.step_zoom(way))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.preview.set_zoom(FIT_PAGE))
        QShortcut(QKeySequence("Ctrl+P"), self, self.print.click)

    def _ask_edges(self, _index: object = None) -> None:
        name = self.panel.printer_name
        self.panel.show_least(printers.least_margin(name) if name else 0.0)

    def _lay_out_pages(self) -> None:
        """Lay all documents out anew for the chosen paper; the former pages stay until then."""
        paper, margins = self.panel.paper_name, self.panel.margins.value
        self.paged.lay_out([on_paper(document, paper, margins) for document in self._documents])
        self._settle()

    def _begin(self) -> None:
        self._fresh = True
        self._show_pages()

    def _show_pages(self) -> None:
        """New pages take the place of the former ones as soon as the one that is looked at is there."""
        sizes = self.paged.sizes
        if not self._fresh:
            self.model.grow(sizes)
            self.preview.grow(sizes)
        elif self.paged.ready or len(sizes) > self.preview.current:
            self._fresh = False
            self._small_drawer.forget()
            self._page_drawer.forget()
            self.model.show_pages(sizes)
            self.preview.show_document("", "", sizes)
            self.thumbnails.show_current(self.preview.current)
        self.panel.show_pages(len(sizes), self.preview.current)

    def _turn_to(self, page: int) -> None:
        if page != self.preview.current:
            self.preview.turn_to(page)

    def _show_turned(self, page: int) -> None:
        self.thumbnails.show_current(page)
        self.panel.show_pages(self.paged.count, page)

    def _draw_page(self, page: int, width: int, part: QRect | None) -> None:
        found = self.paged.page(page)
        if found is not None:
            self._page_drawer.ask(page, Wish(*found, width, self.devicePixelRatioF(), part))

    def _draw_small(self, page: int) -> None:
        found = self.paged.page(page)
        if found is not None and not self._fresh:
            wish = Wish(*found, theme().px(SIDE), self.devicePixelRatioF())
            self._small_drawer.ask(page, wish)

    def _settle(self) -> None:
        """Offer what can be done now."""
        waiting = not self.paged.ready or self._soon.isActive()
        busy = self.progress.busy
        good = self.panel.sound and not waiting and not busy
        self.print.setEnabled(good and bool(self.panel.printer_name))
        self.save.setEnabled(good)
        self.panel.setEnabled(not busy)
        self.progress.say(self.tr("Laying out the pages…") if waiting else "")

    def print_pages(self) -> None:
        """Print the chosen pages in the background."""
        choices = self.panel.choices()
        if self.print.isEnabled():
            job = PrintJob(self.paged.pages(self.panel.pages()), choices)
            self._start(job, self._printed)

    def save_pdf(self) -> None:
        """Ask where to, and write the chosen pages there in the background."""
        if not self.save.isEnabled():
            return
        folder = self._settings.folder or str(paths.documents_dir())
        offered = str(Path(folder) / self._file_name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), offered, "PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
            self._start(PdfJob(self.paged.pages(self.panel.pages()), path), self._saved)

    def _start(self, job: PrintJob | PdfJob, done: Callable[[Any], None]) -> None:
        self.told.hide()
        self.progress.run(job.run, len(job.pages), done, self._tell)

    def _printed(self, pages: int) -> None:
        words = self.tr("{n} pages were sent to {printer}.")
        self.told.say("ok", words.format(n=pages, printer=self.panel.printer_name))

    def _saved(self, path: Path) -> None:
        self._written = path
        self.told.say("ok", self.tr("{name} was saved.").format(name=path.name), self.tr("Open it"))

    def _open_result(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        stopped = isinstance(error, ExportError) and error.code in ("print-stopped", "export-cancelled")
        self.told.say("warn" if stopped else "bad", message_parts(error, language()).joined())

    def done(self, result: int) -> None:
        """Remember what was chosen; stop what is under way."""
        self.progress.cancel()
        self.paged.stop()
        panel = self.panel
        self._settings.paper = panel.paper_name
        self._settings.printing = {
            "printer": panel.printer_name or self._settings.printing.get("printer", ""),
            "margins": "" if panel.usual.isHidden() else f"{panel.margins.value:g}",
            "both_sides": str(int(panel.both_sides.isChecked())),
            "grey": str(int(panel.grey.isChecked())),
        }
        super().done(result)

    @classmethod
    def show_for(
        cls,
        documents: Sequence[ReportDocument],
        settings: Settings,
        parent: QWidget | None = None,
        *,
        file_name: str = "cetak.pdf",
    ) -> None:
        """Show documents until the preview is closed."""
        if documents:
            cls(documents, settings, parent, file_name=file_name).answer()


class _Panes(QWidget):
    """The three panes: they scroll by themselves and take what room there is."""

    def sizeHint(self) -> QSize:
        """Little: the dialog is as large as the screen allows."""
        return QSize(600, 300)

    def hasHeightForWidth(self) -> bool:
        """No: a title that wraps would make the body scroll."""
        return False


def _pane(title: QWidget | None, content: QWidget) -> QVBoxLayout:
    """A pane with its head."""
    head = QWidget()
    set_ground(head, "surface")
    line = row(margins=(18, 0, 12, 0))
    if title is not None:
        line.addWidget(title, 1)
    head.setLayout(line)
    head.setFixedHeight(theme().px(46))
    whole = column(gap=0)
    for part, stretch in ((head, 0), (Hairline(), 0), (content, 1)):
        whole.addWidget(part, stretch)
    return whole
