"""What the rows of a grid may be narrowed to: each condition judges one line with its activity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from village_budget.chart import codes
from village_budget.document.history.timeline import ChangedRows
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.figures.figures import Figures

Fits = Callable[[Line, Activity | None], bool]
FitsEmpty = Callable[[Activity], bool]


@dataclass(frozen=True)
class Condition:
    """One condition.

    Attributes:
        kind: what it speaks of; a new one of the same kind takes its place.
        words: for its chip.
        fits: whether a line is shown.
        fits_empty: whether an activity without any line is shown.
    """

    kind: str
    words: str
    fits: Fits
    fits_empty: FitsEmpty = lambda _: False


def by_fund(fund: str, words: str) -> Condition:
    """Lines of a fund source."""
    return Condition("fund", words, lambda line, _: line.fund == fund)


def by_tag(tag: str, words: str, figures: Figures) -> Condition:
    """Lines with a tag, chosen or proposed."""
    return Condition("tag", words, lambda line, _: tag in figures.tags(line))


def by_officer(officer: str, words: str) -> Condition:
    """Lines of activities that one officer carries out; empty: of those without one."""
    return _of_activity("officer", words, lambda one: one.officer == officer)


def by_account(code: str, words: str) -> Condition:
    """Lines on or below an account."""
    return Condition("account", words, lambda line, _: codes.is_within(line.account_code, code))


def changed_in(rows: ChangedRows, words: str) -> Condition:
    """Lines that changed, and those of activities that changed."""
    return Condition(
        "changed",
        words,
        lambda line, activity: (
            line.id in rows.lines or (activity is not None and activity.id in rows.activities)
        ),
        lambda activity: activity.id in rows.activities,
    )


def undetailed(words: str) -> Condition:
    """Lines without an account of the last level, and activities without lines: not broken down yet."""
    return Condition("detail", words, lambda line, _: codes.level(line.account_code) < 4, lambda _: True)


def undescribed(words: str) -> Condition:
    """Activities that lack officer, location or output, with all their lines."""
    return _of_activity("described", words, lambda one: not one.is_described)


def unreviewed(words: str) -> Condition:
    """Lines that nobody has looked at since they were copied or taken from a template (U25)."""
    return Condition("review", words, lambda line, _: bool(line.review))


def _of_activity(kind: str, words: str, fits: FitsEmpty) -> Condition:
    return Condition(kind, words, lambda _, one: one is not None and fits(one), fits)
