"""Writes an official form's words as a regency states them: ``village-budget forms --layout apbdes``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from village_budget.errors import ExportError
from village_budget.rules.regency.form_reader import form_files, national_form, placeholders

_HEAD = """\
# Formulir {form}, seperti bentuk nasionalnya. Salin ke berkas aturan kabupaten, ubah seperlunya, lalu hapus
# baris yang tetap sama. Lebar kolom dalam huruf, tepi kertas dalam milimeter.
# Isian untuk block, title, dan signatures: {holes}."""


def form_template(form: str) -> str:
    """The table ``[forms.<form>]`` with all that a regency may change, as it stands in the national form.

    Raises:
        ExportError: ``form-unknown``.
    """
    if form not in form_files():
        raise ExportError("form-unknown", form=form, known=", ".join(form_files()))
    told = national_form(form)
    return "\n".join(_tables(form, told)) + "\n"


def _tables(form: str, told: Mapping[str, Any]) -> Iterable[str]:
    if "columns" in told:
        holes = ", ".join(f"{{{hole}}}" for hole in sorted(placeholders(told)))
        yield _HEAD.format(form=form, holes=holes)
        yield f"[forms.{form}]"
        for field in ("sheet", "block", "title", "landscape", "margins_mm", "signatures"):
            yield f"{field} = {_value(told[field])}"
        widths = {column["key"]: column["width"] for column in told["columns"]}
        headings = {cell["text"]: cell["text"] for cell in told["header"] if not cell.get("number")}
        yield from _table(f"forms.{form}.widths", widths)
        yield from _table(f"forms.{form}.headings", headings)
    yield from _table(f"forms.{form}.words", told.get("words", {}))


def _table(name: str, entries: Mapping[str, object]) -> Iterable[str]:
    yield f"[{name}]"
    for key, value in entries.items():
        yield f"{json.dumps(key, ensure_ascii=False)} = {_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list):
        inner = "".join(f"  {_value(one)},\n" for one in value)
        return f"[\n{inner}]" if value else "[]"
    return json.dumps(value, ensure_ascii=False)
