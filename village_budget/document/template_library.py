"""The templates there are: those shipped with the program, and the user's own in the user's folder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from village_budget import atomic, paths
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.domain.template import ActivityTemplate, TemplateLine, Words
from village_budget.errors import UserError
from village_budget.exchange.templates.template_file import read_template
from village_budget.exchange.templates.template_text import template_text
from village_budget.personal_numbers import with_masked_numbers

SUFFIX = ".toml"
MOST_OWN = 500
"""So many files of the user's folder are read; nobody keeps more."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Library:
    """What the gallery shows.

    Attributes:
        templates: shipped ones by code, after them the user's.
        problems: files of the user's that were left aside, each with its reason.
    """

    templates: tuple[ActivityTemplate, ...]
    problems: tuple[UserError, ...] = ()


def own_folder() -> Path:
    """Where the user's templates are."""
    return paths.user_data_dir() / "templates"


def load_library(folder: Path | None = None) -> Library:
    """Read all templates; a damaged file of the user's is left aside and told.

    Args:
        folder: the user's templates; the usual place when None.
    """
    shipped = [read_template(path) for path in sorted(paths.resource("templates").glob(f"*{SUFFIX}"))]
    own: list[ActivityTemplate] = []
    problems: list[UserError] = []
    for path in sorted((folder or own_folder()).glob(f"*{SUFFIX}"))[:MOST_OWN]:
        try:
            own.append(read_template(path, is_own=True))
        except UserError as error:
            problems.append(error)
    shipped.sort(key=lambda row: (row.activity_code or "9", row.title.id.casefold()))
    own.sort(key=lambda row: (row.title.text("id").casefold(), row.key))
    return Library((*own, *shipped), tuple(problems))


def save_own(template: ActivityTemplate, folder: Path | None = None) -> ActivityTemplate:
    """Keep a template among the user's own, under a name that no other has.

    Raises:
        ExportError: it was not written; nothing is left behind.
    """
    home = folder or own_folder()
    home.mkdir(parents=True, exist_ok=True)
    stem = _NOT_PLAIN.sub("-", template.title.text("id").casefold()).strip("-")[:60] or "contoh"
    key, number = stem, 1
    while (home / f"{key}{SUFFIX}").exists():
        number += 1
        key = f"{stem}-{number}"
    kept = replace(template, key=key, is_own=True)
    write_template(kept, home / f"{key}{SUFFIX}")
    return kept


def write_template(template: ActivityTemplate, target: Path) -> None:
    """Write a template as a file to be passed on.

    Raises:
        ExportError: it was not written; what was under its name is as it was.
    """
    with atomic.replacing(target) as temporary:
        temporary.write_text(template_text(template), encoding="utf-8", newline="\n")


def take_in(path: Path, folder: Path | None = None) -> ActivityTemplate:
    """Read a template that somebody passed on, and keep it among the user's own.

    Raises:
        UserError: it is damaged or no template.
        ExportError: it was not written.
    """
    return save_own(read_template(path, is_own=True), folder)


def remove_own(template: ActivityTemplate, folder: Path | None = None) -> None:
    """Delete one of the user's own templates.

    Raises:
        UserError: ``template-not-removed``.
    """
    path = (folder or own_folder()) / f"{template.key}{SUFFIX}"
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise UserError("template-not-removed", name=path.name) from error


def template_of(
    activity: Activity, lines: Sequence[Line], title: str, *, with_prices: bool = True
) -> ActivityTemplate:
    """A template of an activity of the plan, without the village's place and without numbers of persons."""
    rows = tuple(
        TemplateLine(
            account_code=line.account_code,
            description=with_masked_numbers(line.description),
            volume=line.volume,
            unit=line.unit,
            unit_price=line.unit_price if with_prices else 0,
            factors=line.factors,
            tags=line.tags,
        )
        for line in lines
    )
    funds = [line.fund for line in lines if line.fund]
    return ActivityTemplate(
        key="",
        title=Words(with_masked_numbers(title)),
        about=Words(),
        activity_code=activity.code,
        lines=rows,
        name=with_masked_numbers(activity.name),
        officer=with_masked_numbers(activity.officer),
        output=with_masked_numbers(activity.output),
        target=activity.target,
        target_unit=activity.target_unit,
        months=(activity.start_month, activity.end_month),
        fund=max(set(funds), key=lambda fund: (funds.count(fund), fund)) if funds else "",
        is_own=True,
    )
