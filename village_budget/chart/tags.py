"""Tags: what a line is for when its codes alone don't tell, such as BLT or food security."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from village_budget import paths
from village_budget.chart import codes

NO_ACCOUNT = "-"


@dataclass(frozen=True, slots=True)
class TagProposal:
    """One row of ``tags.csv``: lines below these codes are proposed this tag.

    Attributes:
        tag: the tag.
        activity: code of an activity with all below it; empty: any.
        account: code of an account with all below it; empty: any; ``-``: a line without an account yet.
    """

    tag: str
    activity: str
    account: str

    def fits(self, activity_code: str, account_code: str) -> bool:
        """Whether a line with these codes gets the tag."""
        if self.activity and not codes.is_within(activity_code, self.activity):
            return False
        if self.account == NO_ACCOUNT:
            return account_code == ""
        return not self.account or codes.is_within(account_code, self.account)


@dataclass(frozen=True, slots=True)
class TagInfo:
    """What a tag is called and when it matters.

    Attributes:
        tag: as it stands in lines, rules and tables, e.g. ``ketahanan_pangan``.
        names: its name on a chip by language, ``id`` and ``en``.
        explanations: one line that says when to use it, by language.
        since: first fiscal year in which it matters; 0: always.
        until: last such year; 0: no end.
    """

    tag: str
    names: Mapping[str, str]
    explanations: Mapping[str, str]
    since: int = 0
    until: int = 0

    def name(self, language: str) -> str:
        """Its name in ``id`` or ``en``."""
        return self.names["en" if language == "en" else "id"]

    def explanation(self, language: str) -> str:
        """When to use it, in ``id`` or ``en``."""
        return self.explanations["en" if language == "en" else "id"]

    def matters_in(self, year: int) -> bool:
        """Whether to offer it in that fiscal year."""
        return self.since <= year and (not self.until or year <= self.until)


@lru_cache(maxsize=1)
def read_tags() -> dict[str, TagInfo]:
    """The tags that the program knows, in the order in which they are offered."""
    text = paths.resource("chart", "tag_names.toml").read_text(encoding="utf-8")
    return {
        tag: TagInfo(tag, row["name"], row["help"], row.get("since", 0), row.get("until", 0))
        for tag, row in tomllib.loads(text).items()
    }
