"""A TOML file as tables of typed fields; whatever is wrong is told with file, line and field."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from village_budget.errors import PackError
from village_budget.money import LIMIT_RUPIAH, Sen
from village_budget.rules.packs.pack import PackText

MAX_BYTES = 1_000_000
_LINE_TOLD = re.compile(r"at line (\d+)")


class TomlFile:
    """One file; fields are asked for by the table they stand in, ``rules.BEL-30``, and their name."""

    def __init__(self, name: str, text: str, data: Mapping[str, Any]) -> None:
        self.name = name
        self._lines = text.splitlines()
        self._data = data

    @classmethod
    def read(cls, path: Path) -> TomlFile:
        """Read a file.

        Raises:
            PackError: it is missing, far too large, no text or no TOML.
        """
        try:
            if path.stat().st_size > MAX_BYTES:
                raise PackError("pack-too-large", file=path.name, line=1, field="")
            text = path.read_text(encoding="utf-8-sig")
        except OSError as error:
            raise PackError("pack-missing", file=path.name, line=1, field="") from error
        except UnicodeDecodeError as error:
            raise PackError("pack-syntax", file=path.name, line=1, field="") from error
        return cls.parse(path.name, text)

    @classmethod
    def parse(cls, name: str, text: str) -> TomlFile:
        """Take the text of a file of that name.

        Raises:
            PackError: it is far too large or no TOML.
        """
        if len(text) > MAX_BYTES:
            raise PackError("pack-too-large", file=name, line=1, field="")
        try:
            return cls(name, text, tomllib.loads(text))
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            told = _LINE_TOLD.search(str(error))
            line = int(told[1]) if told else max(text.count("\n"), 1)
            raise PackError("pack-syntax", file=name, line=line, field="") from error

    def trouble(self, code: str, table: str, field: str = "", value: object = "") -> PackError:
        """An error at a field of a table; ``value`` is what stands there."""
        where = f"{table}.{field}".strip(".")
        return PackError(code, file=self.name, line=self.line(table, field), field=where, value=str(value))

    def only(self, tables: Collection[str]) -> None:
        """Refuse tables of any other name."""
        for name in self._data:
            if name not in tables:
                raise self.trouble("pack-unknown-field", name)

    def has(self, table: str) -> bool:
        """Whether there is a top table of that name."""
        return table in self._data

    def names(self, table: str) -> list[str]:
        """Names in a table, in the file's order; none when there is no such table."""
        found: Any = self._data
        for part in table.split(".", 1):
            found = found.get(part, {}) if isinstance(found, Mapping) else None
        if not isinstance(found, Mapping):
            raise self.trouble("pack-field", table)
        return list(found)

    def table(self, table: str, known: Collection[str]) -> Mapping[str, Any]:
        """A table, of which only known fields may be stated."""
        found: Any = self._data
        for part in table.split(".", 1):
            found = found.get(part) if isinstance(found, Mapping) else None
        if not isinstance(found, Mapping):
            raise self.trouble("pack-field", table)
        for field in found:
            if field not in known:
                raise self.trouble("pack-unknown-field", table, field)
        return found

    def _value(self, table: str, field: str) -> Any:
        found: Any = self._data
        for part in (*table.split(".", 1), field):
            found = found.get(part) if isinstance(found, Mapping) else None
        return found

    def text(self, table: str, field: str) -> str:
        """A text that is not empty."""
        value = self._value(table, field)
        if not isinstance(value, str) or not value.strip():
            raise self.trouble("pack-field", table, field, value)
        return value

    def texts(self, table: str, field: str) -> tuple[str, ...]:
        """A list of texts; empty when not stated."""
        value = self._value(table, field)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.trouble("pack-field", table, field, value)
        return tuple(value)

    def number(self, table: str, field: str) -> int:
        """A whole number."""
        value = self._value(table, field)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.trouble("pack-field", table, field, value)
        return value

    def rupiah(self, table: str, field: str) -> Sen:
        """An amount in whole rupiah, not negative, as sen."""
        value = self.number(table, field)
        if not 0 <= value <= LIMIT_RUPIAH:
            raise self.trouble("pack-field", table, field, value)
        return value * 100

    def choice(self, table: str, field: str, known: Collection[str]) -> str:
        """A text that is one of those known."""
        text = self.text(table, field)
        if text not in known:
            raise self.trouble("pack-field", table, field, text)
        return text

    def flag(self, table: str, field: str) -> bool:
        """True or false."""
        value = self._value(table, field)
        if not isinstance(value, bool):
            raise self.trouble("pack-field", table, field, value)
        return value

    def date(self, table: str, field: str) -> date:
        """A TOML date."""
        value = self._value(table, field)
        if type(value) is not date:
            raise self.trouble("pack-field", table, field, value)
        return value

    def day(self, table: str, field: str) -> str:
        """An ISO date, written as a TOML date or as text."""
        value = self._value(table, field)
        try:
            return (value if type(value) is date else date.fromisoformat(value)).isoformat()
        except (TypeError, ValueError) as error:
            raise self.trouble("pack-field", table, field, value) from error

    def sentence(self, table: str, field: str) -> PackText:
        """A sentence in both languages, ``{ id = "..", en = ".." }``."""
        value = self._value(table, field)
        return self.as_text(table, field, value)

    def as_text(self, table: str, field: str, value: object) -> PackText:
        """Turn ``{ id = "..", en = ".." }`` into a text."""
        if not isinstance(value, Mapping) or set(value) != {"id", "en"}:
            raise self.trouble("pack-field", table, field, value)
        if not all(isinstance(one, str) and one.strip() for one in value.values()):
            raise self.trouble("pack-field", table, field, value)
        return PackText(value["id"], value["en"])

    def line(self, table: str, field: str = "") -> int:
        """Where a field stands: the line of its name below its table's head; else the head; else 1."""
        head = re.compile(rf"^\s*\[+\s*{_quoted(table)}\s*\]")
        start = self._first(head, 0)
        if start is None:
            parent, _, last = table.rpartition(".")
            below = self._first(re.compile(rf"^\s*\[*\s*{_quoted(table)}\s*[=.]"), 0)
            return self.line(parent, f"{last}.{field}" if field else last) if parent else (below or 0) + 1
        if not field:
            return start + 1
        named = re.compile(rf"^\s*{_quoted(field)}\s*[=.]")
        for number in range(start + 1, len(self._lines)):
            text = self._lines[number]
            if named.search(text):
                return number + 1
            if text.lstrip().startswith("[") and not text.lstrip().startswith(f"[{table}."):
                break
        below = self._first(re.compile(rf"^\s*\[+\s*{_quoted(table)}\.{_quoted(field)}"), start)
        return start + 1 if below is None else below + 1

    def _first(self, pattern: re.Pattern[str], start: int) -> int | None:
        return next((n for n in range(start, len(self._lines)) if pattern.search(self._lines[n])), None)


def _quoted(name: str) -> str:
    """A pattern of a dotted name whose parts may stand in quotation marks."""
    return r"\s*\.\s*".join(rf"[\"']?{re.escape(part)}[\"']?" for part in name.split("."))
