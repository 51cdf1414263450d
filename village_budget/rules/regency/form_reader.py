"""Reads what a regency changes in the official forms, ``[forms.<form>]`` of its file."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from village_budget import paths
from village_budget.domain.form_change import FormChange, SignatureChange
from village_budget.errors import PackError
from village_budget.rules.packs.toml_file import TomlFile

_FIELDS = (
    "sheet", "block", "title", "landscape", "margins_mm", "widths", "headings", "words", "signatures",
)  # fmt: skip
_SHARED = "umum"
_NOT_FORMS = (_SHARED, "rekap")
_SIDES = ("left", "centre", "right")
_LINES, _LENGTH = 8, 600
_SHEET_LENGTH = 31
_SHEET_NEVER = frozenset("[]:*?/\\'")
_MARGINS_MM = (5.0, 40.0)
_WIDTHS = (2.0, 120.0)
_TIERS = 4


def read_forms(file: TomlFile) -> dict[str, FormChange]:
    """What the file changes, by form.

    Raises:
        PackError: a form, field, column, heading, word or placeholder that there is none of, or a value that
            no page can take; names file, line and field.
    """
    return {form: _FormTable(file, form).read() for form in file.names("forms")}


@lru_cache(maxsize=1)
def form_files() -> tuple[str, ...]:
    """Names of the forms that the program has."""
    found = sorted(path.stem for path in paths.resource("forms").glob("*.toml"))
    return tuple(name for name in found if name not in _NOT_FORMS)


@lru_cache(maxsize=32)
def national_form(form: str) -> Mapping[str, Any]:
    """The form as the program has it."""
    return tomllib.loads(paths.resource("forms", f"{form}.toml").read_text(encoding="utf-8"))


def placeholders(form: Mapping[str, Any]) -> set[str]:
    """Those that block, title and signatures of a form may hold: every form's, and its own."""
    signed = form.get("signatures", ())
    signs = [line for sign in signed for line in (*sign["lines"], sign["name"])]
    own = {hole for text in (*form["block"], *form["title"], *signs) for hole in _holes(text)}
    return set(national_form(_SHARED)["placeholders"]) | own


class _FormTable:
    """One table ``[forms.apbdes]``, held against the form as the program has it."""

    def __init__(self, file: TomlFile, form: str) -> None:
        if form not in form_files():
            raise file.trouble("overlay-unknown-form", "forms", form, form)
        self._file, self._at = file, f"forms.{form}"
        self._form = national_form(form)
        known = _FIELDS if "columns" in self._form else ("words",)
        self._told = file.table(self._at, known)

    def read(self) -> FormChange:
        told, form = self._told, self._form
        columns = [column["key"] for column in form.get("columns", ())]
        headings = [cell["text"] for cell in form.get("header", ())]
        margins = (
            float(self._size("margins_mm", told["margins_mm"], _MARGINS_MM)) if "margins_mm" in told else 0
        )
        return FormChange(
            sheet=self._sheet() if "sheet" in told else "",
            block=self._lines("block", told["block"]) if "block" in told else None,
            title=self._lines("title", told["title"]) if "title" in told else None,
            landscape=self._file.flag(self._at, "landscape") if "landscape" in told else None,
            margins_mm=margins,
            widths={key: self._size(key, value, _WIDTHS) for key, value in self._named("widths", columns)},
            headings={key: self._text(key, value, set()) for key, value in self._named("headings", headings)},
            words={key: self._word(key, value) for key, value in self._named("words", form.get("words", {}))},
            signatures=self._signatures() if "signatures" in told else None,
        )

    def _named(self, table: str, known: Collection[str]) -> list[tuple[str, Any]]:
        """Entries of a table inside the form's, of which only known names may be stated."""
        told = self._told.get(table, {})
        if not isinstance(told, Mapping):
            raise self._wrong(table, told)
        for name in told:
            if name not in known:
                raise self._file.trouble("overlay-unknown-part", self._at, table, name)
        return list(told.items())

    def _sheet(self) -> str:
        name = self._file.text(self._at, "sheet").strip()
        if len(name) > _SHEET_LENGTH or _SHEET_NEVER & set(name) or not name.isprintable():
            raise self._wrong("sheet", name)
        return name

    def _lines(self, field: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or len(value) > _LINES:
            raise self._wrong(field, value)
        return tuple(self._text(field, line, placeholders(self._form)) for line in value)

    def _word(self, name: str, value: object) -> str:
        return self._text(name, value, _holes(self._form["words"][name]))

    def _signatures(self) -> tuple[SignatureChange, ...]:
        told = self._told["signatures"]
        if not isinstance(told, list) or not all(isinstance(entry, Mapping) for entry in told):
            raise self._wrong("signatures", told)
        return tuple(self._signature(entry) for entry in told)

    def _signature(self, entry: Mapping[str, Any]) -> SignatureChange:
        side, tier = entry.get("side"), entry.get("tier", 0)
        right = set(entry) <= {"side", "tier", "lines", "name"} and side in _SIDES
        if not right or type(tier) is not int or not 0 <= tier < _TIERS:
            raise self._wrong("signatures", dict(entry))
        lines = self._lines("signatures", entry.get("lines"))
        name = self._text("signatures", entry.get("name", ""), placeholders(self._form))
        return SignatureChange(str(side), tier, lines, name)

    def _text(self, field: str, value: object, allowed: set[str]) -> str:
        if not isinstance(value, str) or len(value) > _LENGTH or not value.isprintable():
            raise self._wrong(field, value)
        try:
            unknown = _holes(value) - allowed
        except ValueError as error:
            raise self._wrong(field, value) from error
        if unknown:
            raise self._file.trouble("overlay-unknown-part", self._at, field, "{" + sorted(unknown)[0] + "}")
        return value

    def _size(self, field: str, value: object, bounds: tuple[float, float]) -> float:
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not bounds[0] <= value <= bounds[1]
        ):
            raise self._wrong(field, value)
        return float(value)

    def _wrong(self, field: str, value: object) -> PackError:
        return self._file.trouble("pack-field", self._at, field, value)


def _holes(text: str) -> set[str]:
    """Placeholders of a text; only plain names count as one.

    Raises:
        ValueError: a brace is not closed, or more than a name stands in it.
    """
    found = set()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            if form or conversion or not name.isidentifier():
                raise ValueError(text)
            found.add(name)
    return found
