"""Tags of an activity and of a line: which hold, where they come from, and which can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.grid.panel.tag_row import TagChoice, TagView
from ui.support.i18n import language

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.domain.activity import Activity
    from village_budget.domain.lines import Line


def _tr(text: str) -> str:
    return QCoreApplication.translate("TagViews", text)


def activity_tags(document: Document, activity: Activity) -> TagView:
    """An activity's own tags, else all that its lines are proposed."""
    own = activity.tags is not None
    source = _tr("for all its lines") if own else _tr("proposed")
    if activity.tags is not None:
        tags = activity.tags
    else:
        accounts = [line.account_code for line in document.plan.lines_of(activity.id)] or [""]
        proposed = document.chart.proposed_tags
        tags = tuple(dict.fromkeys(tag for code in accounts for tag in proposed(activity.code, code)))
    return TagView(tags, own, source, _choices(document), document.read_only)


def line_tags(document: Document, line: Line) -> TagView:
    """A line's own tags, else its activity's, else those proposed."""
    activity = document.plan.activities.get(line.activity_id or -1)
    own = line.tags is not None
    taken_over = activity is not None and activity.tags is not None
    source = "" if own else _tr("of the activity") if taken_over else _tr("proposed")
    return TagView(document.figures.tags(line), own, source, _choices(document), document.read_only)


def _choices(document: Document) -> tuple[TagChoice, ...]:
    """Tags that matter in the plan's year."""
    year, lang = document.plan.info.fiscal_year, language()
    return tuple(
        TagChoice(info.tag, info.name(lang), info.explanation(lang))
        for info in document.chart.tags.values()
        if info.matters_in(year)
    )
