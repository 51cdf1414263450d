"""Runs exports from the export panel: folder, progress, stop, result, trouble, and what is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from ui.documents.export_job import ExportJob, PageJob, PosterJob
from ui.documents.export_panel import ExportPanel, FoundFile
from ui.documents.print_command import show_preview
from ui.support import background, formats
from ui.support.i18n import language
from ui.support.lifetime import while_alive
from ui.support.messages import message_parts
from ui.support.settings import Settings
from village_budget import paths
from village_budget.errors import ExportError, UserError
from village_budget.reports.catalogue import FORMS, PACKAGE
from village_budget.reports.file_names import workbook_name
from village_budget.reports.package import form_pieces, package_pieces
from village_budget.reports.page.page_file import page_name
from village_budget.reports.poster.poster_files import KINDS, poster_name
from village_budget.reports.report_document import ReportDocument

if TYPE_CHECKING:
    from village_budget.domain.plan import Plan
    from village_budget.reports.page.page_file import Page
    from village_budget.reports.poster.poster_files import Poster

MOST_FILES = 4
Forms = tuple[tuple[str, tuple[ReportDocument, ...]], ...]


def _tr(text: str) -> str:
    return QCoreApplication.translate("DocumentsScreen", text)


class Exporter(QObject):
    """Writes what `checked` gives into the panel's folder.

    Attributes:
        busy: an export is under way.

    Args:
        panel: where it is asked and answered.
        settings: remembers the folder.
        checked: the checked forms with their documents, built now; empty when there is nothing to write.
        package: cover and forms of the package for evaluation, built now; None without a plan.
    """

    exported = Signal(object)  # datetime: forms were written that show the plan as it was then

    def __init__(
        self,
        panel: ExportPanel,
        settings: Settings,
        checked: Callable[[], Forms],
        package: Callable[[], tuple[ReportDocument, Forms] | None],
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._settings = settings
        self._checked = checked
        self._package = package
        self._asked = self.export
        self._plan: Plan | None = None
        self._task: background.Task | None = None
        self.busy = False
        panel.export_asked.connect(self.export)
        panel.package_asked.connect(self.export_package)
        panel.print_asked.connect(self.print)
        panel.cancel_asked.connect(self._cancel)
        panel.browse_asked.connect(self._browse)
        panel.folder_changed.connect(self._remember_folder)
        panel.result.acted.connect(self._act_on_result)

    def show_plan(self, plan: Plan, beside: Path) -> None:
        """Work for a plan; its file is in the folder ``beside``."""
        self._plan = plan
        if not self._panel.folder.text():
            self._panel.folder.setText(self._settings.folder or str(_usual_folder(beside)))
        self.list_files()

    @property
    def _folder(self) -> Path:
        return Path(self._panel.folder.text().strip()).expanduser()

    def _job(self, forms: Forms) -> ExportJob | None:
        plan = self._plan
        if plan is None or not forms:
            return None
        panel, place = self._panel, (plan.village.name, plan.info.fiscal_year)
        excel, pdf = panel.excel.isChecked(), panel.pdf.isChecked()
        each = panel.each.isChecked()
        pieces = form_pieces(dict(forms), self._folder, place, excel=excel, pdf=pdf, each=each)
        return ExportJob(self._folder, tuple(pieces))

    def export(self) -> None:
        """Write the checked forms in the background; they are taken as the plan stands now."""
        job = None if self.busy else self._job(self._checked())
        if job is not None:
            self._start(job, self.export)

    def export_package(self) -> None:
        """Write the package for evaluation: one workbook with a cover, PDFs, and the list of all files."""
        plan = self._plan
        made = None if self.busy or plan is None else self._package()
        if made is None or plan is None:
            return
        cover, forms = made
        place = (plan.village.name, plan.info.fiscal_year)
        pieces = package_pieces(cover, dict(forms), self._folder, place)
        self._start(ExportJob(self._folder, tuple(pieces), package=True), self.export_package)

    def export_poster(self, poster: Poster, kinds: tuple[str, ...]) -> None:
        """Write the poster on the papers that were chosen."""
        if self._plan is not None and not self.busy:
            self._start(PosterJob(self._folder, poster, kinds), lambda: self.export_poster(poster, kinds))

    def export_page(self, page: Page) -> None:
        """Write the public page."""
        if self._plan is not None and not self.busy:
            self._start(PageJob(self._folder, page), lambda: self.export_page(page))

    def _start(self, job: ExportJob | PosterJob | PageJob, again: Callable[[], None]) -> None:
        self._asked = again
        self._remember_folder()
        self._panel.result.hide()
        self._panel.show_progress(0, 1, _tr("Preparing"))
        self.busy = True
        began = datetime.now(UTC) if isinstance(job, ExportJob) else None
        task = background.run(
            job.run,
            while_alive(self, lambda files: self._exported(files, began)),
            while_alive(self, self._failed),
            progress=while_alive(self, self._progressed),
        )
        self._task = task if self.busy else None

    def _progressed(self, done: int, total: int) -> None:
        if self.busy:
            self._panel.show_progress(done, total, _tr("{n} of {m} steps").format(n=done, m=total))

    def _finish(self) -> None:
        self.busy, self._task = False, None
        self._panel.show_progress(0, 0)
        self.list_files()

    def _exported(self, files: list[Path], began: datetime | None) -> None:
        self._finish()
        if began is not None:
            self.exported.emit(began)
        folder = files[0].parent
        words = _tr("{n} files are in {folder}.").format(n=len(files), folder=folder.name or folder)
        self._panel.result.say("ok", words, _tr("Open the folder"))

    def _failed(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, UserError):
            raise error
        stopped = isinstance(error, ExportError) and error.code == "export-cancelled"
        action = "" if stopped else _tr("Try again")
        told = message_parts(error, language()).joined()
        self._panel.result.say("warn" if stopped else "bad", told, action)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._panel.state.setText(_tr("Stopping"))

    def _act_on_result(self) -> None:
        if self._panel.result.action.text() == _tr("Try again"):
            self._asked()
        else:
            _open(self._folder)

    def print(self) -> bool:
        """Show the checked forms as they will be printed; False when there are none."""
        documents = [document for _, made in self._checked() for document in made]
        if self._plan is None or not documents:
            return False
        show_preview(documents, self._plan, self._panel, self._settings)
        self._panel.paper.setCurrentIndex(max(self._panel.paper.findData(self._settings.paper), 0))
        return True

    def _browse(self) -> None:
        title = _tr("Folder to save to")
        chosen = QFileDialog.getExistingDirectory(self._panel, title, self._panel.folder.text())
        if chosen:
            self._panel.folder.setText(chosen)
            self._remember_folder()

    def _remember_folder(self) -> None:
        self._settings.folder = self._panel.folder.text().strip()
        self.list_files()

    def list_files(self) -> None:
        """Show what earlier exports of this plan have left in the folder, newest first."""
        plan = self._plan
        if plan is None or not self._panel.folder.text():
            return
        times: list[tuple[float, Path]] = []
        for name in _file_names(plan):
            path = self._folder / name
            try:
                times.append((path.stat().st_mtime, path))
            except OSError:
                continue  # not there, or the stick is out: nothing to list
        times.sort(reverse=True)
        self._panel.show_files([_found(path, at) for at, path in times[:MOST_FILES]], _open)


def _file_names(plan: Plan) -> Iterator[str]:
    """What exports of a plan are called."""
    place = (plan.village.name, plan.info.fiscal_year)
    for form in (PACKAGE.name, "manifest", *(info.name for info in FORMS)):
        book = Path(workbook_name(form, *place))
        yield from (str(book.with_suffix(kind)) for kind in (".xlsx", ".pdf", ".json"))
    yield page_name(*place)
    yield from (poster_name(kind, *place) for kind in KINDS)


def _usual_folder(beside: Path) -> Path:
    """Beside the plan, unless that is the program's own folder."""
    return paths.documents_dir() if beside.resolve() == paths.user_data_dir().resolve() else beside


def _found(path: Path, at: float) -> FoundFile:
    moment = datetime.fromtimestamp(at, UTC).astimezone()
    return FoundFile(path, formats.moment(moment, language()))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
