"""Dokumen: choose forms, look at their pages, export or print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.check.finding_view import view_of
from ui.documents.export_panel import ExportPanel
from ui.documents.exporter import Exporter, Forms
from ui.documents.form_list import FormList
from ui.documents.form_pages import FormPages
from ui.documents.forms_model import FORM_ROLE, FormEntry, FormsModel
from ui.documents.page_preview import PagePreview
from ui.documents.residents_command import ask_residents
from ui.kit.controls import (
    Hairline,
    button,
    column,
    row,
)
from ui.kit.screen_head import ScreenHead
from ui.support.i18n import language
from ui.support.settings import Settings
from ui.support.theme import theme
from ui.support.workspace import Target, Workspace
from village_budget.reports.catalogue import FORMS, evaluation_set
from village_budget.reports.forms.paket import cover
from village_budget.reports.report_document import ReportDocument, on_paper

if TYPE_CHECKING:
    from datetime import datetime

    from village_budget.document.document import Document

_WIDTHS = {"wide": (372, 296), "compact": (286, 296)}


class DocumentsScreen(QWidget):
    """Forms at the left, their pages in the middle, export at the right."""

    takes_settings = True
    """The deck hands it the settings that are in force."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.pages = FormPages(self)
        self.model = FormsModel(self._groups(), self)
        self.list = FormList(self.model)
        self.list.setAccessibleName(self.tr("Forms"))
        self.preview = PagePreview()
        self.panel = ExportPanel()
        self._settings = settings or Settings()
        self.exporter = Exporter(self.panel, self._settings, self._checked, self._package)
        self.head = ScreenHead(self.tr("Documents"))
        self.verify = button(self.tr("Check a print…"), kind="link")
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
        self.panel.paper.setCurrentIndex(max(self.panel.paper.findData(self._settings.paper), 0))
        self.list.choose(FORMS[0].name)
        self._count_checked()

    def _groups(self) -> list[tuple[str, list[FormEntry]]]:
        lang = language()
        groups: dict[str, list[FormEntry]] = {}
        for info in FORMS:
            entry = FormEntry(info.name, info.title.get(lang), info.subtitle.get(lang), checked=info.in_set)
            groups.setdefault(info.group.get(lang), []).append(entry)
        return list(groups.items())

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = column(gap=0)
        left.addWidget(self.head)
        left.addWidget(Hairline())
        left.addWidget(self.list, 1)
        left.addWidget(Hairline())
        foot = row(margins=(12, 6, 12, 6), gap=0)
        foot.addWidget(self.verify)
        foot.addStretch(1)
        left.addLayout(foot)
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
        self.verify.clicked.connect(self.show_verify)
        self.model.checks_changed.connect(self._count_checked)
        self.list.chosen.connect(self._show_form)
        self.preview.wanted.connect(self._draw_page)
        self.pages.counted.connect(self._show_count)
        self.pages.drawn.connect(self._take_page)
        panel = self.panel
        panel.residents_asked.connect(lambda: ask_residents(self._workspace, self.exporter, self.window()))
        panel.paper_changed.connect(self._take_paper)
        panel.excel.toggled.connect(self._count_checked)
        panel.pdf.toggled.connect(self._count_checked)
        self.exporter.exported.connect(self._note_export)
        self._workspace.changed.connect(self._hear)
        self._workspace.opened.connect(self._hear)

    def jump_to(self, target: Target) -> None:
        """Show the form that a search found; nothing of the plan itself stands here."""
        if target.item:
            self.list.choose(target.item)

    def show_verify(self) -> None:
        """Hold a code on paper or a workbook against the plan."""
        from ui.documents.verify_dialog import VerifyDialog

        document = self._workspace.document
        if document is not None:
            VerifyDialog.show_for(document.path, document.plan.info.fiscal_year, self.window())

    def _note_export(self, at: datetime) -> None:
        document = self._workspace.document
        if document is not None:
            self._settings.note_export(document.path, document.plan.info, at)

    def _hear(self, _applied: object = None) -> None:
        self._stale = True
        if self.isVisible():
            self._idle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed meanwhile, after the first paint."""
        super().showEvent(event)
        if self._stale:
            self._idle.start()
        self.exporter.list_files()

    def _rebuild(self) -> None:
        """Build the forms of the plan as it stands; pages follow in the background."""
        document = self._workspace.document
        if document is None or not self._stale:
            return
        self._stale = False
        self.exporter.show_plan(document.plan, document.path.resolve().parent)
        self._warn(document)
        self.pages.build(document.report_source(), self.panel.paper_name, first=self._shown())

    def _warn(self, document: Document) -> None:
        views = [view_of(finding, document.pack, language()) for finding in document.findings]
        broken = sum(view.state == "broken" for view in views)
        words = self.tr("{n} rules are broken. Export works and is marked RANCANGAN.").format(n=broken)
        self.panel.show_warning(words if broken else "")

    def _shown(self) -> str:
        entry = self.list.currentIndex().data(FORM_ROLE)
        return entry.name if isinstance(entry, FormEntry) else FORMS[0].name

    def _show_form(self, name: str) -> None:
        self.pages.need(name)
        entry = self.model.data(self.model.index(self.model.row_of(name)), FORM_ROLE)
        self.preview.show_document(entry.title, entry.subtitle.partition(" · ")[0], self.pages.sizes(name))

    def _show_count(self, name: str) -> None:
        count = len(self.pages.sizes(name))
        self.model.set_words(name, pages=self.tr("{n} pages").format(n=count))
        if name == self._shown():
            self._show_form(name)

    def _draw_page(self, page: int, width: int, part: QRect | None) -> None:
        self.pages.draw(self._shown(), page, width, self.devicePixelRatioF(), part)

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
        self._settings.paper = self.panel.paper_name
        for info in FORMS:
            subtitle = info.subtitle.get(language()).replace("F4", self.panel.paper_name)
            self.model.set_words(info.name, subtitle=subtitle)
        self._stale = True
        self._idle.start()

    @property
    def busy(self) -> bool:
        """Whether an export is under way."""
        return self.exporter.busy

    def export(self) -> None:
        """Write the checked forms in the background."""
        self.exporter.export()

    def _checked(self) -> Forms:
        """The checked forms as the plan stands now."""
        self._idle.stop()
        self._rebuild()
        return tuple((name, self.pages.documents(name)) for name in self.model.checked())

    def _package(self) -> tuple[ReportDocument, Forms] | None:
        """Cover and forms of the package for evaluation, as the plan stands now."""
        document = self._workspace.document
        if document is None:
            return None
        self._idle.stop()
        self._rebuild()
        forms = tuple((name, self.pages.documents(name)) for name in evaluation_set())
        every = [made for _, documents in forms for made in documents]
        return on_paper(cover(document.report_source(), every), self.panel.paper_name), forms
