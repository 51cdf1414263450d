"""Finding one's way in a grid: the filter menu with its bar, and the way to the row above the table."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ui.grid.commands.breadcrumbs import Breadcrumbs, Crumb
from ui.grid.commands.filter_bar import FilterBar
from ui.grid.model import row_conditions as conditions
from ui.grid.model.nodes import Node, NodeKind
from ui.grid.model.row_conditions import Condition
from ui.grid.view.row_filter import RowFilter
from ui.support import formats
from ui.support.i18n import language
from village_budget.chart.tags import read_tags
from village_budget.domain.lines import Line, Part
from village_budget.errors import FileError

if TYPE_CHECKING:
    from ui.grid.grid_screen import GridScreen
    from ui.grid.view.budget_grid import BudgetGrid
    from ui.support.settings import Settings
    from ui.support.workspace import Workspace
    from village_budget.document.document import Document

_WAY = (NodeKind.SECTOR, NodeKind.SUBSECTOR, NodeKind.ACTIVITY, NodeKind.ACCOUNT)
_Choice = tuple[str, Callable[[], Condition | None]]


class NarrowCommand(QObject):
    """Narrows the rows of one grid screen and shows the way to the row of the cursor.

    Attributes:
        filter: of the present grid; None without one.
        bar: what is in force.
        crumbs: the way to the row.
    """

    changed = Signal()

    def __init__(self, screen: GridScreen, workspace: Workspace, settings: Settings | None = None) -> None:
        super().__init__(screen)
        self._screen = screen
        self._settings = settings
        self._workspace = workspace
        self.filter: RowFilter | None = None
        self.bar = FilterBar()
        self.crumbs = Breadcrumbs()
        self.bar.cleared.connect(self.clear)
        self.bar.dropped.connect(self._drop)
        self.crumbs.chosen.connect(self._go)

    # What the screen tells

    def take(self, view: BudgetGrid | None) -> None:
        """Another grid is shown, or none."""
        self.filter = RowFilter(view, view.budget_model()) if view is not None else None
        self.crumbs.show_way(())
        self._tell()

    def follow(self) -> None:
        """The plan changed: the counts do; rows stay as they are, so that nothing vanishes while typing."""
        self._tell()

    def enter(self, node: Node | None) -> None:
        """The cursor came to another row."""
        way = [one for one in reversed(node.ancestors()[:-1]) if one.kind in _WAY] if node is not None else []
        if node is not None and node.kind in _WAY:
            way.append(node)
        self.crumbs.show_way([self._crumb(one) for one in way])

    # Conditions

    def add(self, condition: Condition) -> None:
        """Narrow by one condition more."""
        if self.filter is not None and self._screen.commit_pending():
            self.filter.add(condition)
            self._tell()

    def add_missing(self, name: str) -> None:
        """Narrow to the rows where something is missing: ``detail``, ``review`` or ``described``."""
        choice = self._missing().get(name)
        if choice is not None:
            self._take(choice[1]())

    def show_marked(self) -> None:
        """Only rows that a broken rule points at."""
        if self.filter is not None and self._screen.commit_pending():
            self.filter.show_all()
            self.filter.show_marked()
            self._tell()

    def clear(self) -> None:
        """Show everything again; the cursor stays where it is."""
        if self.filter is not None:
            self.filter.show_all()
            self._tell()
            if self._screen.view is not None:
                self._screen.view.scrollTo(self._screen.view.currentIndex())

    def _drop(self, kind: str) -> None:
        if self.filter is not None:
            self.filter.drop(kind)
            self._tell()

    def _tell(self) -> None:
        found = self.filter
        if found is None or not found.active:
            self.bar.hide()
        else:
            marked = self.tr("With findings") if found.marked else ""
            self.bar.show_conditions(found.conditions, found.shown(), marked=marked)
        self.changed.emit()

    def open_menu(self, below: QWidget | None = None) -> None:
        """Offer what the rows can be narrowed to."""
        document = self._workspace.document
        if document is None or self.filter is None or not self._screen.commit_pending():
            return
        menu = QMenu(self._screen)
        menu.setObjectName("narrow")
        for title, choices in self.choices(document):
            if not choices:
                continue
            inner = menu.addMenu(title) if title else menu
            for words, make in choices:
                action = inner.addAction(words.replace("&", "&&"))
                action.triggered.connect(lambda _=False, make=make: self._take(make()))
        anchor = below or self._screen.head
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))

    def _take(self, condition: Condition | None) -> None:
        if condition is not None:
            self.add(condition)

    def choices(self, document: Document) -> list[tuple[str, list[_Choice]]]:
        """The menu: headings with what can be chosen; those without a heading stand in the menu itself."""
        return [
            (self.tr("Fund source"), self._funds(document)),
            (self.tr("Tag"), self._tags(document)),
            (self.tr("Officer"), self._officers(document)),
            (self.tr("Kind of spending"), self._accounts(document)),
            (self.tr("Changed since"), self._times(document)),
            ("", list(self._missing().values())),
        ]

    def _missing(self) -> dict[str, _Choice]:
        rough, seen = self.tr("Not broken down"), self.tr("Not reviewed")
        bare = self.tr("Officer, location or output missing")
        found: dict[str, _Choice] = {
            "detail": (rough, lambda: conditions.undetailed(rough)),
            "review": (seen, lambda: conditions.unreviewed(seen)),
        }
        if self._screen.part is Part.SPENDING:
            found["described"] = (bare, lambda: conditions.undescribed(bare))
        return found

    def _lines(self, document: Document) -> list[Line]:
        return document.plan.part_lines(self._screen.part)

    def _funds(self, document: Document) -> list[_Choice]:
        used = {line.fund for line in self._lines(document)}
        known = [fund for fund in document.figures.used_funds() if fund in used]

        def words(fund: str) -> str:
            name = document.chart.funds[fund].name if fund in document.chart.funds else ""
            return f"{fund}  {name}".strip() or self.tr("Not decided")

        return [
            (words(fund), lambda fund=fund: conditions.by_fund(fund, fund or self.tr("Not decided")))  # type: ignore[misc]
            for fund in known
        ]

    def _tags(self, document: Document) -> list[_Choice]:
        figures = document.figures
        used = {tag for line in self._lines(document) for tag in figures.tags(line)}
        return [
            (name, lambda tag=tag, name=name: conditions.by_tag(tag, name, figures))  # type: ignore[misc]
            for tag, info in read_tags().items()
            if tag in used and (name := info.name(language()))
        ]

    def _officers(self, document: Document) -> list[_Choice]:
        if self._screen.part is not Part.SPENDING:
            return []
        names = sorted({activity.officer for activity in document.plan.activities.values()})
        none = self.tr("No officer")
        return [
            (name or none, lambda name=name: conditions.by_officer(name, name or none))  # type: ignore[misc]
            for name in names
        ]

    def _accounts(self, document: Document) -> list[_Choice]:
        found = sorted({".".join(line.account_code.split(".")[:2]) for line in self._lines(document)})
        chart = document.chart
        return [
            (
                f"{code}  {chart.account_name(code)}",
                lambda code=code: conditions.by_account(code, chart.account_name(code)),  # type: ignore[misc]
            )
            for code in found
            if code.count(".") == 1
        ]

    def _times(self, document: Document) -> list[_Choice]:
        now = datetime.now().astimezone()
        today = datetime.combine(now.date(), time(), now.tzinfo)
        exported = self._settings.exported(document.path, document.plan.info) if self._settings else None
        named: list[tuple[str, datetime]] = []
        if exported is not None:
            at = formats.moment(exported.astimezone(), language())
            named.append((self.tr("The last export, {time}").format(time=at), exported))
        named += [
            (self.tr("The last hour"), now - timedelta(hours=1)),
            (self.tr("Today"), today),
            (self.tr("Three days ago"), today - timedelta(days=3)),
            (self.tr("A week ago"), today - timedelta(days=7)),
            (self.tr("A month ago"), today - timedelta(days=30)),
        ]
        return [
            (words, lambda words=words, moment=moment: self._since(document, moment, words))  # type: ignore[misc]
            for words, moment in named
        ]

    def _since(self, document: Document, moment: datetime, words: str) -> Condition | None:
        from village_budget.document.history.timeline import changed_since

        try:
            rows = changed_since(document, moment)
        except FileError as error:
            self._workspace.refused.emit(error)
            return None
        return conditions.changed_in(rows, self.tr("Changed: {since}").format(since=words))

    # The way

    def _crumb(self, node: Node) -> Crumb:
        return Crumb(node.key, _words(node), lambda: self._siblings(node))

    def _siblings(self, node: Node) -> list[tuple[object, str]]:
        parent = node.parent
        return [(one.key, _words(one)) for one in parent.children if one.kind in _WAY] if parent else []

    def _go(self, key: object) -> None:
        view = self._screen.view
        if view is None or not self._screen.commit_pending():
            return
        node = next((one for one in view.budget_model().tree.walk() if one.key == key), None)
        if node is not None:
            view.go_to(node)
            view.setFocus()


def _words(node: Node) -> str:
    return f"{node.code} {node.name}".strip()
