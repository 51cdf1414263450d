"""The family of errors that are the world's fault or the input's, never the program's.

The core raises identifiers and facts; the sentences (what happened, what is safe, what to do) stand in
``resources/i18n/messages/`` in Indonesian and English and are put together by the interface.
"""

from __future__ import annotations

from dataclasses import dataclass, field


class UserError(Exception):
    """Something outside the program is wrong: told in one sentence, with nothing lost.

    Args:
        code: key of the message in ``resources/i18n/messages/``, e.g. ``file-newer``.
        details: facts that fill the message's placeholders.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details = details

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.details.items())
        return f"{self.code} ({facts})" if facts else self.code


class FileError(UserError):
    """A plan file that can't be opened or written: locked, damaged, foreign, newer, full disk."""


class PackError(UserError):
    """A rule pack or overlay that can't be read; names file, line and field."""


class ExportError(UserError):
    """An output that can't be written; the former output is intact."""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One bad row of an imported table.

    Attributes:
        row: row number as a spreadsheet shows it (the header is row 1).
        column: column name, empty when the whole row is meant.
        code: key of the message in ``resources/i18n/messages/``, group ``row-``.
        details: facts that fill the placeholders.
    """

    row: int
    column: str
    code: str
    details: dict[str, object] = field(default_factory=dict)


class ImportRefused(UserError):  # noqa: N818 - a refusal, not a fault
    """A table that was refused as a whole; nothing was changed."""

    def __init__(self, path: str, problems: list[RowProblem]) -> None:
        super().__init__("import-refused", path=path, count=len(problems))
        self.problems = problems
