"""Dokumen: choose forms, look at their pages, export or print them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.item_models.forms_model import FORM_ROLE, FormEntry, FormsModel
from ui.screens.export_job import ExportJob
from ui.screens.form_pages import FormPages
from ui.support import background, formats
from ui.support.finding_view import view_of
from ui.support.i18n import language
from ui.support.lifetime import while_alive
from ui.support.messages import message_parts
from ui.support.settings import Settings
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from ui.widgets.controls import Hairline, button, column, row
from ui.widgets.export_panel import ExportPanel, FoundFile
from ui.widgets.form_list import FormList
from ui.widgets.page_preview import PagePreview
from ui.widgets.screen_head import ScreenHead
from village_budget import paths
from village_budget.errors import ExportError, UserError
from village_budget.reports.catalogue import FORMS

if TYPE_CHECKING:
    from village_budget.document.document import Document

MOST_FILES = 4
_WIDTHS = {"wide": (372, 296), "compact": (286, 296)}


class DocumentsScreen(QWidget):
    """Forms at the left, their pages in the middle, export at the right."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings or Settings()
        self._task: background.Task | None = None
        self._busy = False
        self.pages = FormPages(self)
        self.model = FormsModel(self._groups(), self)
        self.list = FormList(self.model)
        self.list.setAccessibleName(self.tr("Forms"))
        self.preview = PagePreview()
        self.panel = ExportPanel()
        self.head = ScreenHead(self.tr("Documents"))
        self.all = button(self.tr("Choose all"), kind="link")
        self.head.add_button(self.all)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self._stale = True
        # One rebuild for a whole run of edits, after the window has been painted.
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._rebuild)
        self.list.choose(FORMS[0].name)
        self._count_checked()

    def _groups(self) -> list[tuple[str, list[FormEntry]]]:
        lang = language()
        groups: dict[str, list[FormEntry]] = {}
        for info in FORMS:
            entry = FormEntry(info.name, info.title.get(lang), info.subtitle.get(lang))
            groups.setdefault(info.group.get(lang), []).append(entry)
        return list(groups.items())

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = column(gap=0)
        left.addWidget(self.head)
        left.addWidget(Hairline())
        left.addWidget(self.list, 1)
        self._left.setLayout(left)
        whole = row(gap=0)
        for part, stretch in (
            (self._left, 0), (Hairline(vertical=True), 0), (self.preview, 1),
            (Hairline(vertical=True), 0), (self.panel, 0),
        ):  # fmt: skip
            whole.addWidget(part, stretch)
        self.setLayout(whole)
        self.set_layout("wide")

    def set_layout(self, mode: str) -> None:
        """List and panel give way to the page when room is short; with too little, the page gives way."""
        left, right = _WIDTHS.get(mode, (0, 300))
        small = mode not in _WIDTHS
        self._left.setMaximumWidth(100_000 if small else theme().px(left))
        self._left.setMinimumWidth(theme().px(left))
        self.panel.setFixedWidth(theme().px(right))
        self.preview.setVisible(not small)
        self.head.set_layout(mode)
        # The list beside it says which form it is.
        for words in (self.preview.title, self.preview.subtitle):
            words.setVisible(mode == "wide")

    def _connect(self) -> None:
        self.all.clicked.connect(self._check_all)
        self.model.checks_changed.connect(self._count_checked)
        self.list.chosen.connect(self._show_form)
        self.preview.wanted.connect(self._draw_page)
        self.pages.counted.connect(self._show_count)
        self.pages.drawn.connect(self._take_page)
        panel = self.panel
        panel.export_asked.connect(self.export)
        panel.print_asked.connect(self.print)
        panel.cancel_asked.connect(self._cancel)
        panel.browse_asked.connect(self._browse)
        panel.folder_changed.connect(self._remember_folder)
        panel.paper_changed.connect(self._take_paper)
        panel.excel.toggled.connect(self._count_checked)
        panel.pdf.toggled.connect(self._count_checked)
        panel.result.acted.connect(self._act_on_result)
        self._workspace.changed.connect(self._hear)
        self._workspace.opened.connect(self._hear)

    def jump_to(self, target: Target) -> None:
        """Nothing of the plan stands here."""

    def _hear(self, _applied: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._idle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile, after the first paint."""
        super().showEvent(event)
        if self._stale:
            self._idle.start()
        self._list_files()

    def _rebuild(self) -> None:
        """Build the forms of the plan as it stands; pages follow in the background."""
        document = self._workspace.document
        if document is None or not self._stale:
            return
        self._stale = False
        if not self.panel.folder.text():
            self.panel.folder.setText(self._settings.folder or str(self._usual_folder(document)))
            self._list_files()
        self._warn(document)
        self.pages.build(document.report_source(), self.panel.paper_name, first=self._shown())

    def _usual_folder(self, document: Document) -> Path:
        """Beside the plan, unless that is the program's own folder."""
        beside = document.path.resolve().parent
        return paths.documents_dir() if beside == paths.user_data_dir().resolve() else beside

    def _warn(self, document: Document) -> None:
        views = [view_of(finding, document.pack, language()) for finding in document.findings]
        broken = sum(view.state == "broken" for view in views)
        words = self.tr("{n} rules are broken. Export works and is marked RANCANGAN.").format(n=broken)
        self.panel.show_warning(words if broken else "")

    def _shown(self) -> str:
        entry = self.list.currentIndex().data(FORM_ROLE)
        return entry.name if isinstance(entry, FormEntry) else FORMS[0].name

    def _show_form(self, name: str) -> None:
        entry = self.model.data(self.model.index(self.model.row_of(name)), FORM_ROLE)
        self.preview.show_document(entry.title, entry.subtitle.partition(" · ")[0], self.pages.sizes(name))

    def _show_count(self, name: str) -> None:
        count = len(self.pages.sizes(name))
        self.model.set_words(name, pages=self.tr("{n} pages").format(n=count))
        if name == self._shown():
            self._show_form(name)

    def _draw_page(self, page: int, width: int) -> None:
        self.pages.draw(self._shown(), page, width, self.devicePixelRatioF())

    def _take_page(self, name: str, page: int, image: QImage) -> None:
        if name == self._shown():
            self.preview.show_image(page, image)

    def _check_all(self) -> None:
        self.model.check_all(on=len(self.model.checked()) < len(self.model.names()))

    def _count_checked(self, _on: object = None) -> None:
        count = len(self.model.checked())
        every = count == len(self.model.names())
        self.head.set_subtitle(self.tr("{n} chosen").format(n=count))
        self.all.setText(self.tr("Choose none") if every else self.tr("Choose all"))
        self.all.setAccessibleName(self.all.text())
        self.panel.export.setText(self.tr("Export {n} documents").format(n=count))
        kinds = self.panel.excel.isChecked() or self.panel.pdf.isChecked()
        self.panel.export.setEnabled(count > 0 and kinds)
        self.panel.print.setEnabled(count > 0)

    def _take_paper(self) -> None:
        for info in FORMS:
            subtitle = info.subtitle.get(language()).replace("F4", self.panel.paper_name)
            self.model.set_words(info.name, subtitle=subtitle)
        self._stale = True
        self._idle.start()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder to save to"), self.panel.folder.text()
        )
        if chosen:
            self.panel.folder.setText(chosen)
            self._remember_folder()

    def _remember_folder(self) -> None:
        self._settings.folder = self.panel.folder.text().strip()
        self._list_files()

    def _job(self, names: list[str]) -> ExportJob | None:
        """The export of forms as the plan stands now; built here, written elsewhere."""
        document = self._workspace.document
        if document is None or not names:
            return None
        self._idle.stop()
        self._rebuild()
        forms = tuple((name, self.pages.documents(name)) for name in names)
        plan = document.plan
        return ExportJob(
            forms,
            Path(self.panel.folder.text().strip()).expanduser(),
            plan.village.name,
            plan.info.fiscal_year,
            self.panel.excel.isChecked(),
            self.panel.pdf.isChecked(),
        )

    def export(self) -> None:
        """Write the checked forms in the background."""
        job = self._job(self.model.checked())
        if job is None or self._busy:
            return
        self._remember_folder()
        self.panel.result.hide()
        self.panel.show_progress(0, 1, self.tr("Preparing"))
        self._busy = True
        task = background.run(
            job.run,
            while_alive(self, self._exported),
            while_alive(self, self._failed),
            progress=while_alive(self, self._progressed),
        )
        self._task = task if self._busy else None

    def _progressed(self, done: int, total: int) -> None:
        if self._busy:
            words = self.tr("{n} of {m} steps").format(n=done, m=total)
            self.panel.show_progress(done, total, words)

    def _finish(self) -> None:
        self._busy, self._task = False, None
        self.panel.show_progress(0, 0)
        self._list_files()

    def _exported(self, files: list[Path]) -> None:
        self._finish()
        words = self.tr("{n} files are in {folder}.").format(n=len(files), folder=files[0].parent)
        self.panel.result.say("ok", words, self.tr("Open the folder"))

    def _failed(self, error: Exception) -> None:
        self._finish()
        if not isinstance(error, UserError):
            raise error
        parts = message_parts(error, language())
        stopped = isinstance(error, ExportError) and error.code == "export-cancelled"
        action = "" if stopped else self.tr("Try again")
        self.panel.result.say("warn" if stopped else "bad", parts.joined(), action)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.panel.state.setText(self.tr("Stopping"))

    def _act_on_result(self) -> None:
        if self.panel.result.action.text() == self.tr("Try again"):
            self.export()
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self.panel.folder.text()))

    def print(self) -> None:
        """Print the checked forms."""
        from ui.printing.printer import print_documents

        job = self._job(self.model.checked())
        if job is not None:
            print_documents([document for _, documents in job.forms for document in documents], self)

    def _list_files(self) -> None:
        """What earlier exports of this plan have left in the folder, newest first."""
        document = self._workspace.document
        if document is None or not self.panel.folder.text():
            return
        plan = document.plan
        job = ExportJob(
            tuple((name, ()) for name in self.model.names()),
            Path(self.panel.folder.text().strip()).expanduser(),
            plan.village.name,
            plan.info.fiscal_year,
        )
        times: list[tuple[float, Path]] = []
        for path in job.files():
            try:
                times.append((path.stat().st_mtime, path))
            except OSError:
                continue  # not there, or the stick is out: nothing to list
        times.sort(reverse=True)
        self.panel.show_files([_found(path, at) for at, path in times[:MOST_FILES]], _open)


def _found(path: Path, at: float) -> FoundFile:
    moment = datetime.fromtimestamp(at, UTC).astimezone()
    return FoundFile(path, formats.moment(moment, language()))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
