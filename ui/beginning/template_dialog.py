"""The gallery of common activities: search, look at the lines, choose the fund, insert as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QScrollArea, QVBoxLayout, QWidget

from ui.beginning.template_list import TemplateList
from ui.beginning.template_preview import TemplatePreview
from ui.beginning.template_rows import TEMPLATE_ROLE, TemplateModel
from ui.kit.ask import ask, tell
from ui.kit.check_box import CheckBox
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    wrapped,
)
from ui.kit.dialog import LARGEST, BaseDialog
from ui.kit.search_field import SearchField
from ui.support.i18n import language
from ui.support.messages import message_parts
from ui.support.theme import theme
from village_budget.document import template_library as library
from village_budget.document.edits.templates import InsertTemplate
from village_budget.domain.template import ActivityTemplate
from village_budget.errors import UserError

if TYPE_CHECKING:
    from village_budget.chart.chart import Chart
    from village_budget.domain.plan import Plan

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


class TemplateDialog(BaseDialog):
    """Asks which template to insert; accepted, `edit` says it.

    Args:
        plan: the plan that it is inserted into.
        chart: names of activities and accounts, and the fund sources.
        folder: where files to pass on are looked for.
    """

    topic = "langkah.templat"

    def __init__(self, plan: Plan, chart: Chart, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Add from a template"), parent, width=640)
        self._plan = plan
        self._chart = chart
        self._folder = folder
        self.search = SearchField(self.tr("Code or words"), self.tr("Code or words"))
        self.model = TemplateModel(chart, self)
        self.list = TemplateList(self.model)
        self.list.setAccessibleName(self.tr("Templates"))
        self.preview = TemplatePreview(chart)
        self.fund = QComboBox()
        self.into = CheckBox("")
        self._left_aside = wrapped("", role="small", token="warn")
        self._nothing = label(self.tr("Nothing matches. Search codes or words."), token="ink2", wrap=True)
        self._lay_out()
        self._foot_parts()
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.list.activated.connect(lambda _: self.accept())
        self.reload()
        self.search.setFocus()

    def sizeHint(self) -> QSize:
        """As large as the design, never larger than a small screen."""
        px = theme().px
        return QSize(min(px(980), LARGEST.width()), min(px(648), LARGEST.height()))

    @property
    def template(self) -> ActivityTemplate | None:
        """The one that is shown."""
        found = self.list.currentIndex().data(TEMPLATE_ROLE)
        return found if isinstance(found, ActivityTemplate) else None

    def edit(self) -> InsertTemplate | None:
        """The insertion that was chosen; None while there is none."""
        template = self.template
        if template is None:
            return None
        there = self._there(template) if self.into.isChecked() else None
        return InsertTemplate(template, str(self.fund.currentData() or ""), there)

    def reload(self, key: str = "") -> None:
        """Read all templates again; the one of a key is shown."""
        found = library.load_library()
        self.model.show_templates(found.templates)
        words = ""
        if found.problems:
            first = message_parts(found.problems[0], language())
            words = f"{first.what} {first.safe}"
            if len(found.problems) > 1:
                words = self.tr("{count} template files were left aside.").format(count=len(found.problems))
        self._left_aside.setText(words)
        self._left_aside.setVisible(bool(words))
        self._look(self.search.text())
        place = self.model.row_of(key) if key else -1
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While typing, the arrows move in the list."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                place = self.list.currentIndex().row() + step
                place = max(0, min(self.model.rowCount() - 1, place))
                self.list.setCurrentIndex(self.model.index(place))
                return True
        return super().eventFilter(watched, event)

    # Parts

    def _lay_out(self) -> None:
        px = theme().px
        left = column(gap=8)
        left.addWidget(self.search)
        left.addWidget(Hairline())
        left.addWidget(self.list, 1)
        left.addWidget(self._nothing)
        left.addWidget(self._left_aside)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(min(px(340), LARGEST.width() // 3))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.preview)
        scroll.setAccessibleName(self.tr("Preview"))
        right = column(gap=8)
        right.addWidget(scroll, 1)
        right.addWidget(Hairline())
        right.addLayout(self._choices())
        both = row(gap=16)
        both.addWidget(side)
        both.addWidget(Hairline(vertical=True))
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)

    def _choices(self) -> QVBoxLayout:
        self.fund.setFont(theme().font("body"))
        self.fund.setAccessibleName(self.tr("Fund source"))
        self.fund.addItem(self.tr("not chosen yet"), "")
        for fund in self._chart.funds.values():
            self.fund.addItem(f"{fund.code}  {fund.name}", fund.code)
        self.fund.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fund.setMinimumContentsLength(24)
        caption = label(self.tr("&Fund source"), role="small", token="ink2")
        caption.setBuddy(self.fund)
        line = row(gap=8)
        line.addWidget(caption)
        line.addWidget(self.fund, 1)
        both = column(gap=4)
        both.addLayout(line)
        both.addWidget(self.into)
        return both

    def _foot_parts(self) -> None:
        self.take_in = button(self.tr("&Import…"), kind="quiet", icon="folder")
        self.pass_on = button(self.tr("&Export…"), kind="quiet", icon="ekspor")
        self.remove = button(self.tr("&Delete"), kind="quiet", icon="silang")
        for place, (made, act) in enumerate((
            (self.take_in, self._take_in), (self.pass_on, self._pass_on), (self.remove, self._remove),
        )):  # fmt: skip
            made.setAccessibleName(made.text().replace("&", ""))
            made.clicked.connect(act)
            self._foot.insertWidget(place, made)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.accept_button = button(self.tr("Insert"), kind="primary")
        self.accept_button.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(self.accept_button)
        self.accept_button.setDefault(True)

    # What is shown

    def _look(self, text: str) -> None:
        self.model.search(text)
        found = bool(self.model.rowCount())
        self._nothing.setVisible(not found)
        self.list.setVisible(found)
        if found:
            self.list.setCurrentIndex(self.model.index(0))
        self._show()

    def _show(self) -> None:
        template = self.template
        self.preview.show_template(template)
        for made in (self.accept_button, self.pass_on, self.fund):
            made.setEnabled(template is not None)
        self.remove.setVisible(template is not None and template.is_own)
        there = self._there(template) if template is not None else None
        self.into.setVisible(there is not None)
        if template is None:
            return
        self.fund.setCurrentIndex(max(self.fund.findData(template.fund), 0))
        self.into.setText(
            self.tr("Into the activity {code} that is there already").format(code=template.activity_code)
        )
        self.into.setAccessibleName(self.into.text())
        self.into.setChecked(there is not None and not template.name)

    def _there(self, template: ActivityTemplate) -> int | None:
        """The first activity of the plan with the template's code."""
        rows = self._plan.activities_in_order()
        return next((activity.id for activity in rows if activity.code == template.activity_code), None)

    # Files

    def _take_in(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a template"), str(self._folder), "*.toml"
        )
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Keep a template that somebody passed on; a damaged one is told."""
        try:
            kept = library.take_in(path)
        except UserError as error:
            tell(error, parent=self)
        else:
            self.search.clear()
            self.reload(kept.key)

    def _pass_on(self) -> None:
        template = self.template
        if template is None:
            return
        name = str(self._folder / f"{template.key}.toml")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export the template"), name, "*.toml")
        if chosen:
            path = Path(chosen if chosen.endswith(".toml") else f"{chosen}.toml")
            try:
                library.write_template(template, path)
            except UserError as error:
                tell(error, parent=self)

    def _remove(self) -> None:
        template = self.template
        if template is None or not template.is_own:
            return
        words = self.tr("Delete your template {name}? This can't be undone.")
        words = words.format(name=template.title.text(language()))
        if ask(self.tr("Delete"), words, self.tr("Delete"), parent=self):
            try:
                library.remove_own(template)
            except UserError as error:
                tell(error, parent=self)
            self.reload()
