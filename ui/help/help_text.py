"""The topics of the help: written ones, and those that rules, questions and keys are told by."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.kit.help_topics import KEYS
from village_budget import paths
from village_budget.rules.packs.questions import load_questions

if TYPE_CHECKING:
    from village_budget.rules.packs.pack import Rule, RulePack

RULE, QUESTION = "rule.", "question."
"""What the id of a rule's or a question's topic begins with."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelpText", text)


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the help.

    Attributes:
        id: what a widget names it by.
        group: where it stands in the contents.
        title: its head.
        text: paragraphs parted by an empty line; ``- `` begins an item, backticks mark what is typed.
        basis: regulation and article; empty where there is none.
        see: ids of topics beside it.
        keys: keys with what they do, for the page that lists them.
    """

    id: str
    group: str
    title: str
    text: str
    basis: str = ""
    see: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()

    def plain(self) -> str:
        """The page as text to be copied."""
        parts = [self.title, self.text.replace("`", "")]
        parts += [f"{key}  {words}" for key, words in self.keys]
        if self.basis:
            parts.append(f"{_tr('Basis')}: {self.basis}")
        return "\n\n".join(part for part in parts if part)


@lru_cache(maxsize=2)
def written_topics(language: str) -> tuple[Topic, ...]:
    """The topics of ``resources/help/topics`` in ``id`` or ``en``, in the order of the contents."""
    found: list[Topic] = []
    for path in sorted(paths.resource("help", "topics").glob("*.toml")):
        tables = tomllib.loads(path.read_text("utf-8"))
        group = tables.pop("group")[language]
        found += [
            Topic(
                name, group, table["title"][language], table[language].strip(), table.get("basis", ""),
                tuple(table.get("see", ())),
            )
            for name, table in tables.items()
        ]  # fmt: skip
    return tuple(found)


def _of_rule(rule: Rule, language: str, group: str) -> Topic:
    text = rule.demand.get(language)
    if not rule.verified:
        text += "\n\n" + _tr("The source of this rule could not be verified yet.")
    see = tuple(f"{QUESTION}{name}" for name in rule.questions)
    return Topic(
        f"{RULE}{rule.id}", group, f"{rule.title.get(language)} ({rule.id})", text, rule.basis,
        (*see, "layar.pemeriksaan"),
    )  # fmt: skip


def _of_questions(pack: RulePack, language: str) -> Iterator[Topic]:
    group = _tr("Questions of the Data screen")
    asking: dict[str, list[str]] = {}
    for rule in pack.rules.values():
        for name in rule.questions:
            asking.setdefault(name, []).append(f"{RULE}{rule.id}")
    for name, question in load_questions().items():
        yield Topic(
            f"{QUESTION}{name}", group, question.title.get(language), question.help.get(language),
            question.basis, (*asking.get(name, ())[:4], "layar.data"),
        )  # fmt: skip


class HelpBook:
    """All topics in one language.

    Args:
        language: ``id`` or ``en``.
        pack: the rules of the year that is worked on.
        keys: keys of the window with what they do.
    """

    def __init__(self, language: str, pack: RulePack, keys: Sequence[tuple[str, str]] = ()) -> None:
        rules = _tr("Rules of {year}").format(year=pack.year)
        every = [
            Topic(KEYS, _tr("Keys"), _tr("Keys"), "", keys=tuple(keys)),
            *written_topics(language),
            *_of_questions(pack, language),
            *(_of_rule(rule, language, rules) for rule in pack.rules.values()),
        ]
        self.topics: dict[str, Topic] = {topic.id: topic for topic in every}

    def groups(self) -> dict[str, list[Topic]]:
        """The contents: topics by group, in order."""
        found: dict[str, list[Topic]] = {}
        for topic in self.topics.values():
            found.setdefault(topic.group, []).append(topic)
        return found

    def beside(self, topic: Topic) -> list[Topic]:
        """The topics that a page leads to; a rule that the year has not is left out."""
        return [self.topics[name] for name in topic.see if name in self.topics]

    def search(self, text: str) -> list[Topic]:
        """Topics that hold every word; those that have them in their title first."""
        words = text.casefold().split()
        titled, told = [], []
        for topic in self.topics.values():
            title = topic.title.casefold()
            whole = f"{title} {topic.text} {topic.basis} {topic.id}".casefold()
            whole += " ".join(f"{key} {act}" for key, act in topic.keys).casefold()
            if all(word in title for word in words):
                titled.append(topic)
            elif all(word in whole for word in words):
                told.append(topic)
        return titled + told
