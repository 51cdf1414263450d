"""Ways not to begin from nothing, in the Belanja screen: templates, activities of other years, last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from ui.kit.ask import tell
from ui.kit.controls import button, row
from ui.support.formats import without_brackets
from ui.support.open_state import read_only_words
from ui.support.workspace import Target
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Entity
from village_budget.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.beginning.copy_activities_dialog import CopyActivitiesDialog
    from ui.beginning.save_template_dialog import SaveTemplateDialog
    from ui.beginning.template_dialog import TemplateDialog
    from ui.grid.spending_screen import SpendingScreen
    from ui.support.workspace import Workspace
    from village_budget.document.document import Document
    from village_budget.document.edit import Applied
    from village_budget.domain.activity import Activity


class StartingCommands(QObject):
    """The commands, their menu, and the button in the head that opens it."""

    def __init__(self, screen: SpendingScreen, workspace: Workspace) -> None:
        super().__init__(screen)
        self._screen = screen
        self._workspace = workspace
        self._empty_buttons: tuple[QPushButton, ...] = ()
        self.templates = self._action(self.tr("Add from a &template…"), self.insert_template, "Ctrl+J")
        self.copy = self._action(self.tr("&Copy activities…"), self.copy_activities, "Ctrl+Shift+J")
        self.duplicate = self._action(self.tr("&Duplicate this activity"), self.duplicate_activity)
        self.keep = self._action(self.tr("&Save this activity as a template…"), self.save_template)
        for action in (self.templates, self.copy):
            screen.addAction(action)

    def head_button(self) -> QPushButton:
        """The button that opens the menu."""
        made = button(self.tr("Template or copy"), kind="quiet", icon="salin")
        made.clicked.connect(lambda: self.show_menu(made))
        return made

    def show_menu(self, below: QPushButton) -> None:
        """Offer the commands."""
        menu = QMenu(below)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.update()
        for action in (self.templates, self.copy, None, self.duplicate, self.keep):
            menu.addAction(action) if action is not None else menu.addSeparator()
        menu.setActiveAction(self.templates)
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def fill_empty(self, page: QWidget) -> None:
        """Offer the same on the page of a year without activities."""
        last_year = button(self.tr("Copy from last year"), icon="salin")
        last_year.clicked.connect(self._workspace.copy_year_asked)
        template = button(self.tr("Add from a template"), icon="contoh")
        template.clicked.connect(self.insert_template)
        line = row(gap=12)
        line.addStretch(1)
        line.addWidget(last_year)
        line.addWidget(template)
        line.addStretch(1)
        layout = page.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertLayout(layout.count() - 1, line)
        self._empty_buttons = (last_year, template)

    def update(self) -> None:
        """Switch the commands on and off for the row of the cursor."""
        document = self._workspace.document
        editable = document is not None and not document.read_only
        here = self._activity() is not None
        for action in (self.templates, self.copy):
            action.setEnabled(editable)
        for made in self._empty_buttons:
            made.setEnabled(editable)
        self.duplicate.setEnabled(here and editable)
        self.keep.setEnabled(here)

    # The commands

    def insert_template(self) -> None:
        """Choose a template and insert it as one step."""
        if self._may_change():
            made = self.template_dialog()
            edit = made.edit() if made.answer() else None
            if edit is not None:
                self._go_to_first(self._workspace.apply(edit))

    def copy_activities(self) -> None:
        """Choose activities of any year and copy them as one step."""
        if self._may_change():
            made = self.activities_dialog()
            edit = made.edit() if made.answer() else None
            if edit is not None:
                self._go_to_first(self._workspace.apply(edit))

    def duplicate_activity(self) -> None:
        """The activity of the cursor once more, behind itself."""
        from village_budget.document.edits.year_copies import CopyActivities

        document, activity = self._workspace.document, self._activity()
        if document is not None and activity is not None and self._may_change():
            self._go_to_first(self._workspace.apply(CopyActivities(document.plan, (activity.id,))))

    def save_template(self) -> None:
        """Keep the activity of the cursor as a template of one's own."""
        from village_budget.document.template_library import save_own

        activity = self._activity()
        if activity is None or not self._screen.commit_pending():
            return
        made = self.save_dialog(activity)
        if not made.answer():
            return
        try:
            kept = save_own(made.template())
        except UserError as error:
            tell(error, parent=self._screen)
            return
        words = self.tr("Kept as the template {name}. Find it by Ctrl+J.")
        self._workspace.told.emit(words.format(name=kept.title.id))

    # Their dialogs

    def template_dialog(self) -> TemplateDialog:
        """The gallery over the present plan."""
        from ui.beginning.template_dialog import TemplateDialog

        document = self._document
        return TemplateDialog(document.plan, document.chart, document.path.parent, self._screen)

    def activities_dialog(self) -> CopyActivitiesDialog:
        """The list of activities; the year before comes first, the present one last."""
        from ui.beginning.copy_activities_dialog import CopyActivitiesDialog

        document = self._document
        year, key = document.plan.info.fiscal_year, document.plan.info.id
        infos = [info for info in document.plans() if info.id != key]
        infos.sort(key=lambda info: (info.fiscal_year > year, -info.fiscal_year, -info.version))
        sources = [*(document.version(info.id) for info in infos), document.plan]
        return CopyActivitiesDialog(
            document.plan, sources, document.chart, document.path.parent, self._screen
        )

    def save_dialog(self, activity: Activity) -> SaveTemplateDialog:
        """The dialog that asks for a name."""
        from ui.beginning.save_template_dialog import SaveTemplateDialog

        document = self._document
        name = activity.name or without_brackets(document.chart.activity_name(activity.code))
        return SaveTemplateDialog(activity, document.plan.lines_of(activity.id), name, self._screen)

    # What they work on

    @property
    def _document(self) -> Document:
        document = self._workspace.document
        assert document is not None
        return document

    def _activity(self) -> Activity | None:
        view = self._screen.view
        return view.budget_model().tree.activity_of(view.current_node()) if view is not None else None

    def _may_change(self) -> bool:
        document, view = self._workspace.document, self._screen.view
        if document is None or view is None:
            return False
        if document.read_only:
            view.say(read_only_words(document))
            return False
        return self._screen.commit_pending()

    def _go_to_first(self, applied: Applied | None) -> None:
        """Open the first new activity and put the cursor on its first line."""
        if applied is None:
            return
        lines = [c.after for c in applied.changes if c.before is None and isinstance(c.after, Line)]
        activities = [c.key for c in applied.changes if c.before is None and c.entity is Entity.ACTIVITY]
        if lines:
            self._workspace.jump.emit(Target(lines[0].part, lines[0].activity_id, lines[0].id))
        elif activities:
            self._workspace.jump.emit(Target(Part.SPENDING, activities[0]))

    def _action(self, text: str, act: Callable[[], None], keys: str = "") -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: act())
        return action
