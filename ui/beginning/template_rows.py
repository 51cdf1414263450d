"""Templates as a list, found by words of their title, activity, lines and search words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.support.i18n import language
from village_budget.chart.chart import Chart
from village_budget.domain.template import ActivityTemplate

AnyIndex = QModelIndex | QPersistentModelIndex
TEMPLATE_ROLE = Qt.ItemDataRole.UserRole + 1
NAME_ROLE = Qt.ItemDataRole.UserRole + 2
"""What stands below the title: the activity's name."""


class TemplateModel(QAbstractListModel):
    """The templates that fit what is typed; those whose title fits come first."""

    def __init__(self, chart: Chart, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._all: list[ActivityTemplate] = []
        self._shown: list[ActivityTemplate] = []

    def show_templates(self, templates: Sequence[ActivityTemplate]) -> None:
        """Put others in."""
        self._all = list(templates)
        self.search("")

    def search(self, text: str) -> None:
        """Show those that every word fits."""
        words = text.casefold().split()
        found = [row for row in self._all if all(word in self._text(row) for word in words)]
        found.sort(key=lambda row: self._distance(row, words))
        self.beginResetModel()
        self._shown = found
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Row of one of the user's own; -1 when it is not shown."""
        keys = [row.key if row.is_own else "" for row in self._shown]
        return keys.index(key) if key in keys else -1

    def name(self, template: ActivityTemplate) -> str:
        """Code and name of its activity, or what it is without one."""
        if not template.activity_code:
            return self.tr("Financing")
        own = template.name or self._chart.activity_name(template.activity_code)
        return f"{template.activity_code} {own}"

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Those that fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The template, its title, or its activity."""
        if not index.isValid():
            return None
        template = self._shown[index.row()]
        if role == TEMPLATE_ROLE:
            return template
        if role == Qt.ItemDataRole.DisplayRole:
            return template.title.text(language())
        if role == NAME_ROLE:
            return self.name(template)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{template.title.text(language())}, {self.name(template)}"
        return None

    def _distance(self, template: ActivityTemplate, words: Sequence[str]) -> int:
        """How far from what was typed: it begins the title, stands in it, or only elsewhere."""
        title = f"{template.title.text(language())} {template.activity_code}".casefold()
        if words and title.startswith(words[0]):
            return 0
        return 1 if all(f" {word}" in f" {title}" for word in words) else 2

    def _text(self, template: ActivityTemplate) -> str:
        parts = [template.title.id, template.title.en, template.about.id, template.about.en]
        parts += [self.name(template), *template.words, *(line.description for line in template.lines)]
        return " ".join(parts).casefold()
