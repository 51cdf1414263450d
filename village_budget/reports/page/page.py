"""The page as one HTML file: its own style and script inside, nothing fetched from anywhere."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from village_budget import paths
from village_budget.reports.page import activities, sections
from village_budget.reports.page.data import data_text
from village_budget.reports.page.markup import Markup, joined, tag
from village_budget.reports.page.page_facts import PageFacts


def page_text(facts: PageFacts, data_name: str) -> str:
    """The page.

    Args:
        facts: what it says.
        data_name: name of the file that the link to the data saves.
    """
    script, style = _shipped("halaman.js"), _shipped("halaman.css")
    data = data_text(facts)
    packed = base64.b64encode(data.encode("utf-8")).decode("ascii")
    body = joined(
        tag("a", facts.words["skip"], href="#isi", class_="lompat"),
        sections.head(facts),
        sections.contents(facts),
        tag(
            "main",
            *_main(facts, f"data:application/json;base64,{packed}", data_name),
            id="isi",
            class_="lebar",
        ),
        sections.foot(facts),
        tag("script", Markup(data), type="application/json", id="apbdes"),
        tag("script", script),
    )
    head = joined(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_policy(script)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="description", content=facts.description),
        tag("meta", name="generator", content=facts.identity["program"]),
        tag("title", facts.document),
        tag("style", style),
    )
    whole = tag("html", tag("head", head), "\n", tag("body", body), lang="id")
    return f"<!DOCTYPE html>\n{whole}\n"


def _main(facts: PageFacts, download: str, file_name: str) -> list[Markup]:
    return [
        sections.headline(facts),
        sections.income(facts),
        activities.spending(facts),
        sections.funds(facts),
        sections.people(facts),
        sections.contact(facts),
        sections.origin(facts, download, file_name),
    ]


@lru_cache(maxsize=2)
def _shipped(name: str) -> Markup:
    return Markup(paths.resource("forms", name).read_text(encoding="utf-8"))


def _policy(script: str) -> str:
    """Nothing from outside; of all scripts only ours, known by its hash."""
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
