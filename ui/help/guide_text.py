"""What the quick guide says: pages of steps, read from ``resources/help/guide.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

from village_budget import paths


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page.

    Attributes:
        title: its head.
        lead: what it is about.
        steps: head and words of each step; backticks mark what is pressed or typed.
        picture: file in ``resources/help``; empty for none.
        crop: left, top, width and height of the part of it that is shown; None: all.
        caption: what the picture shows.
        tip: one more thing, set apart.
    """

    title: str
    lead: str
    steps: tuple[tuple[str, str], ...]
    picture: str = ""
    crop: tuple[int, int, int, int] | None = None
    caption: str = ""
    tip: str = ""


def guide_pages() -> tuple[GuidePage, ...]:
    """The pages in order."""
    text = paths.resource("help", "guide.toml").read_text("utf-8")
    return tuple(
        GuidePage(
            page["title"], page["lead"], tuple((step["head"], step["text"]) for step in page["steps"]),
            page.get("picture", ""), _part(page.get("crop")), page.get("caption", ""), page.get("tip", ""),
        )
        for page in tomllib.loads(text)["pages"]
    )  # fmt: skip


def _part(numbers: list[int] | None) -> tuple[int, int, int, int] | None:
    if numbers is None:
        return None
    left, top, width, height = numbers
    return left, top, width, height
