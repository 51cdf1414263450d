"""Every code that can be raised has its sentences in both languages, with the same facts in them (U36)."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from ui.support import messages
from village_budget.errors import ImportRefused, RowProblem, UserError
from village_budget.exchange.flat.notes import RowNotes
from village_budget.money import AmountError, parse_amount

ROOT = Path(__file__).resolve().parents[3]
RAISED = {
    "UserError", "FileError", "PackError", "ExportError", "AmountError", "CodeError", "StepLabel",
    "FundError",
}  # fmt: skip
SAID = {"sentence", "message"}
NOTED = {"problem", "notice", "trouble"}
COMPUTED = (
    *(f"row-{kind}-{what}" for kind in ("amount", "price", "volume")
      for what in ("unreadable", "ambiguous", "too-large")),
    *(f"row-{kind}-{what}" for kind in ("amount", "price") for what in ("fraction", "negative")),
    *(f"row-{kind}-{what}" for kind in ("activity", "account") for what in ("unreadable", "unknown")),
    *(f"cli-help-{name}" for name in ("new", "import", "check", "export", "verify", "forms", "rules", "recap",
                                      "program", "status", "lang", "dry-run", "overlay", "form", "pdf",
                                      "table", "prices")),
    *(f"cli-{kind}-{name}" for kind in ("severity", "weight") for name in ("error", "warning", "advice")),
    *(f"cli-part-{name}" for name in ("revenue", "spending", "financing")),
    *(f"cli-total-{name}" for name in ("revenue", "spending", "financing_in", "financing_out", "balance")),
    *(f"cli-verify-{name}" for name in ("cell", "sheet-missing", "sheet-added")),
    "import-refused",
)  # fmt: skip
"""Codes that are put together where they are raised, and so can't be read off the source."""


def _constants(node: ast.expr) -> Iterator[str]:
    """The texts an argument can be: a literal, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _constants(node.body)
        yield from _constants(node.orelse)


def _codes_in(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        place = 0 if name in RAISED | SAID else None
        if name == "RowProblem":
            place = 2
        elif name in NOTED and isinstance(node.func, ast.Attribute):
            place = 0 if name == "trouble" else 1
        if place is None or len(node.args) <= place:
            continue
        for text in _constants(node.args[place]):
            if re.fullmatch(r"[a-z]+(-[a-z0-9_]+)+", text):
                yield text, node.lineno


@lru_cache(maxsize=1)
def _sources() -> dict[Path, ast.Module]:
    paths = sorted([*(ROOT / "village_budget").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
    return {path: ast.parse(path.read_text("utf-8")) for path in paths}


@lru_cache(maxsize=1)
def _raised_codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for path, tree in _sources().items():
        for code, line in _codes_in(tree):
            found.setdefault(code, f"{path.relative_to(ROOT)}:{line}")
    return found


def test_every_code_that_is_raised_has_a_message() -> None:
    known = messages.catalogue()
    missing = {code: place for code, place in _raised_codes().items() if code not in known}
    assert missing == {}
    assert [code for code in COMPUTED if code not in known] == []


def test_the_search_finds_codes_at_all() -> None:
    """The test above could not fail if it found nothing."""
    assert {"table-missing", "row-fund-several", "row-note-silpa-undecided"} <= set(_raised_codes())
    assert len(_raised_codes()) > 100


@pytest.mark.parametrize(
    "path", sorted((ROOT / "resources/i18n/messages").glob("*.toml")), ids=lambda p: p.stem
)
def test_messages_are_complete_in_both_languages(path: Path) -> None:
    """Same parts and placeholders in id and en; an error says what happened, what is safe, what to do."""
    import tomllib

    for code, entry in tomllib.loads(path.read_text("utf-8")).items():
        assert set(entry) == {"id", "en"}, code
        if isinstance(entry["id"], str):
            parts = [(entry["id"], entry["en"])]
        else:
            assert set(entry["id"]) == set(entry["en"]) == {"what", "safe", "todo"}, code
            parts = [(entry["id"][name], entry["en"][name]) for name in ("what", "safe", "todo")]
        for ours, theirs in parts:
            assert ours.strip(), code
            assert theirs.strip(), code
            assert _placeholders(ours) == _placeholders(theirs), code


def _facts_given(call: ast.Call) -> set[str] | None:
    """Names of the facts a call passes; None when they can't be read off the source."""
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    name = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if name not in {"UserError", "FileError", "PackError", "ExportError", "sentence", "problem", "notice"}:
        return None
    return {str(keyword.arg) for keyword in call.keywords} | ({"column"} if name in NOTED else set())


def test_every_placeholder_is_filled_where_it_is_raised() -> None:
    """A sentence never shows ``{name}`` to a user."""
    known = messages.catalogue()
    unfilled = []
    for path, tree in _sources().items():
        for node in ast.walk(tree):
            facts = _facts_given(node) if isinstance(node, ast.Call) else None
            if facts is None:
                continue
            for code, line in _codes_in(ast.Expression(node)):
                entry = known.get(code, {"id": ""})["id"]
                text = entry if isinstance(entry, str) else " ".join(entry.values())
                if line == node.lineno and not _placeholders(text) <= facts:
                    unfilled.append((code, f"{path.relative_to(ROOT)}:{line}", _placeholders(text) - facts))
    assert unfilled == []


def test_no_code_stands_in_two_files() -> None:
    import tomllib

    seen: dict[str, str] = {}
    for path in sorted((ROOT / "resources/i18n/messages").glob("*.toml")):
        for code in tomllib.loads(path.read_text("utf-8")):
            assert code not in seen, f"{code} in {seen[code]} and {path.name}"
            seen[code] = path.name


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_an_error_is_told_in_three_sentences() -> None:
    error = UserError("table-missing", name="rab.csv", path="/dokumen/rab.csv")
    parts = messages.message_parts(error, "id")
    assert parts.what == "Berkas rab.csv tidak ditemukan."
    assert parts.safe
    assert "/dokumen/rab.csv" in parts.todo
    assert messages.message("table-missing", "en", name="a", path="b").startswith("The file a was not found.")


def test_an_amount_that_could_be_two_things_names_both() -> None:
    """U02."""
    with pytest.raises(AmountError) as caught:
        parse_amount("1.5")
    assert "1,5 / 1.500" in messages.message_parts(caught.value, "id").what


def test_a_missing_fact_and_an_unknown_code_are_shown_and_never_raise() -> None:
    assert "{path}" in messages.message("table-missing", "id", name="a")
    assert messages.sentence("no-such-code", "id") == "no-such-code"


def test_a_refused_table_is_told_row_by_row_in_order() -> None:
    notes = RowNotes(12)
    notes.problem("sumber_dana", "row-fund-unknown", value="XYZ", known="PAD, ADD")
    notes.problem("jumlah", "row-amount-missing")
    problems = [*notes.problems, RowProblem(3, "bagian", "row-part-missing", {"column": "bagian"})]
    lines = messages.error_lines(ImportRefused("a.csv", problems), "id")
    assert len(lines) == 3
    assert lines[1].startswith("Baris 3: Kolom bagian")
    assert lines[2].startswith('Baris 12: Kolom sumber_dana: "XYZ"')
    assert "Kolom jumlah" in lines[2]
