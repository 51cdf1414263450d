"""Codes of the chart in any usual spelling, brought to the one form used everywhere.

Activities are ``sector.subsector.activity`` with two digits at the last level (``1.1.01``), accounts have
up to four levels with two digits at the last (``5.1.1.01``); Permendagri 20/2018, annex.
"""

from __future__ import annotations

import re


class CodeError(ValueError):
    """Text that is not a code of the chart; ``code`` tells why (a message key), ``text`` what was read."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code = code
        self.text = text


def _numbers(text: str) -> list[int]:
    body = text.strip().strip("'").rstrip(".")
    if not re.fullmatch(r"\d{1,2}([.\s]\d{1,2})*", body, re.ASCII):
        raise CodeError("code-unreadable", text)
    return [int(part) for part in re.split(r"[.\s]", body)]


def _join(numbers: list[int], long_level: int, text: str) -> str:
    if len(numbers) > long_level or any(number > 9 for number in numbers[: long_level - 1]):
        raise CodeError("code-unreadable", text)
    return ".".join(f"{n:02d}" if level == long_level else str(n) for level, n in enumerate(numbers, start=1))


def activity_code(text: str) -> str:
    """Read an activity code of one to three levels: ``01.01.01.``, ``1.1.1`` and ``1.1.01`` are the same.

    Raises:
        CodeError: not digits and dots, or more than three levels.
    """
    return _join(_numbers(text), 3, text)


def account_code(text: str) -> str:
    """Read an account code of one to four levels: ``5.1.1.1`` and ``5.1.1.01.`` are the same.

    Raises:
        CodeError: not digits and dots, or more than four levels.
    """
    return _join(_numbers(text), 4, text)


def level(code: str) -> int:
    """Level of a code: 1 for ``5``, 4 for ``5.1.1.01``."""
    return code.count(".") + 1


def parent(code: str) -> str:
    """Code one level up; empty for a top level."""
    return code.rpartition(".")[0]


def prefixes(code: str) -> list[str]:
    """The code and all its ancestors, outermost first: ``5.1.1`` gives ``5``, ``5.1``, ``5.1.1``."""
    parts = code.split(".")
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


def is_within(code: str, ancestor: str) -> bool:
    """Whether ``code`` is ``ancestor`` itself or lies below it."""
    return code == ancestor or code.startswith(ancestor + ".")


def is_regency_range(code: str) -> bool:
    """Whether the last level is one of 90-99, left to the regency (Permendagri 20/2018 art. 15-20)."""
    last = code.rpartition(".")[2]
    return len(last) == 2 and last.isdigit() and int(last) >= 90
