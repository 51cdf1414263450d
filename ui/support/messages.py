"""The sentences of the program: codes of the core turned into Indonesian or English.

They stand in ``resources/i18n/messages/``, one file a room; a code is told by what happened, what is safe
and what to do (errors), or by one plain sentence (rows, notices, names of steps).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from village_budget import paths
from village_budget.chart.codes import CodeError
from village_budget.errors import ImportRefused, RowProblem, UserError
from village_budget.money import AmountError

LANGUAGES = ("id", "en")
"""Languages of the program; the first is the default."""


@dataclass(frozen=True, slots=True)
class MessageParts:
    """An error in three sentences (U36).

    Attributes:
        what: what happened.
        safe: what is safe.
        todo: what to do now.
    """

    what: str
    safe: str
    todo: str

    def joined(self) -> str:
        """The three as one line of text."""
        return " ".join(part for part in (self.what, self.safe, self.todo) if part)


class _Facts(dict[str, object]):
    """The facts of a sentence; one that is missing stays visible as ``{name}`` instead of raising."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, Any]]:
    """All messages by code: language -> one sentence, or a table of what, safe and todo."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(paths.resource("i18n", "messages").glob("*.toml")):
        found.update(_room(path.stem))
    return found


@lru_cache(maxsize=32)
def _room(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads(paths.resource("i18n", "messages", f"{name}.toml").read_text("utf-8"))


def message_parts(error: UserError | AmountError | CodeError, language: str) -> MessageParts:
    """The three sentences of an error, filled with its facts."""
    details = _facts(error)
    entry = _entry(error.code, language)
    if isinstance(entry, str):
        return MessageParts(_filled(entry, details), "", "")
    return MessageParts(*(_filled(entry.get(name, ""), details) for name in ("what", "safe", "todo")))


def message(code: str, language: str, /, **details: object) -> str:
    """An error's three sentences joined to one line."""
    return message_parts(UserError(code, **details), language).joined()


def sentence(code: str, language: str, /, **details: object) -> str:
    """One plain sentence: a row problem, a notice, the name of a step."""
    entry = _entry(code, language)
    text = entry if isinstance(entry, str) else entry.get("what", "")
    return _filled(text, details)


def row_sentence(problem: RowProblem, language: str) -> str:
    """What is said of one row of a table, without its number."""
    return sentence(problem.code, language, **problem.details)


def error_lines(error: UserError | AmountError | CodeError, language: str) -> list[str]:
    """An error as lines of text: its sentences, then a line for each bad row of a refused table."""
    lines = [message_parts(error, language).joined()]
    if isinstance(error, ImportRefused):
        by_row: dict[int, list[str]] = {}
        for problem in error.problems:
            by_row.setdefault(problem.row, []).append(row_sentence(problem, language))
        word = sentence("row-number", language)
        lines += [f"{word} {row}: {' '.join(told)}" for row, told in sorted(by_row.items())]
    return lines


def _entry(code: str, language: str) -> str | dict[str, str]:
    # Names of steps are wanted at every start, the other rooms' messages only when something is wrong.
    entry = (_room("document") if code.startswith("step-") else catalogue()).get(code)
    if entry is None:
        return code
    found: str | dict[str, str] = entry.get(language) or entry[LANGUAGES[0]]
    return found


def _facts(error: UserError | AmountError | CodeError) -> dict[str, object]:
    if isinstance(error, UserError):
        return error.details
    if isinstance(error, AmountError):
        return {"text": error.text, "readings": " / ".join(error.readings)}
    return {"text": error.text}


def _filled(text: str, details: dict[str, object]) -> str:
    return text.format_map(_Facts(details)) if "{" in text else text
