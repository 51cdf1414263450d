"""Tags of the selected lines in every grid: also the bengkok flag of a revenue line (PP 11/2019 art. 100)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMenu

from ui.grid.model.tag_views import line_tags
from ui.support.workspace import Workspace
from village_budget.document.edits.bulk import SetLines

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.domain.lines import Line


class TagCommand(QObject):
    """Sets one tag on all of some lines or takes it off, or goes back to what their codes propose."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def menu(self, document: Document, lines: Sequence[Line], menu: QMenu) -> QMenu:
        """Fill a menu: each tag ticked where all the lines have it, then the way back."""
        views = [line_tags(document, line) for line in lines]
        for choice in views[0].choices:
            action = menu.addAction(choice.name)
            action.setCheckable(True)
            action.setChecked(all(choice.tag in view.tags for view in views))
            action.setToolTip(choice.explanation)
            action.triggered.connect(lambda on, tag=choice.tag: self.set_tag(document, lines, tag, on=on))
        menu.addSeparator()
        back = menu.addAction(self.tr("Back to the proposal"))
        back.setEnabled(any(view.own for view in views))
        back.triggered.connect(lambda: self._apply(dict.fromkeys(line.id for line in lines)))
        menu.setToolTipsVisible(True)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setActiveAction(menu.actions()[0])
        return menu

    def set_tag(self, document: Document, lines: Sequence[Line], tag: str, *, on: bool) -> None:
        """Give lines a tag, or take it off; their other tags stay."""
        wanted: dict[int, tuple[str, ...] | None] = {}
        for line in lines:
            others = tuple(one for one in document.figures.tags(line) if one != tag)
            wanted[line.id] = (*others, tag) if on else others
        self._apply(wanted)

    def _apply(self, wanted: dict[int, tuple[str, ...] | None]) -> None:
        self._workspace.apply(SetLines({key: {"tags": tags} for key, tags in wanted.items()}))
