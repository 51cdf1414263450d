"""What is said about locked cells of a workbook: that they prevent slips, never that it is safe (S08)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
LOCKED = re.compile(
    r"\b(dikunci|terkunci|proteksi|diproteksi|dilindungi|lock(ed)?|protect(ed|ion)?)\b", re.IGNORECASE
)
OF_SHEETS = re.compile(r"\b(sel|lembar|buku kerja|kolom|cells?|sheets?|workbooks?|columns?)\b", re.IGNORECASE)
SAFE = re.compile(r"\b(aman|pengaman|keamanan|mengamankan|safe|secure|security)\b", re.IGNORECASE)


def sentences() -> Iterator[str]:
    """Every sentence that users may read: help, messages, forms, translations, the README."""
    files = [*RESOURCES.rglob("*.toml"), RESOURCES / "i18n" / "app_id.ts", RESOURCES.parent / "README.md"]
    for path in files:
        yield from re.split(r"(?<=[.!?])\s|\n\n|</?\w+>", path.read_text("utf-8"))


def promises(found: list[str]) -> list[str]:
    """Sentences that call a sheet safe because its cells are locked."""
    return [one for one in found if LOCKED.search(one) and OF_SHEETS.search(one) and SAFE.search(one)]


def test_locked_cells_are_never_called_safe() -> None:
    """S08: protection of sheets is no security."""
    assert promises(list(sentences())) == []


def test_it_is_said_what_they_are_for() -> None:
    """S08: ``mencegah ubahan tak sengaja``, in both languages, where the evaluation sheet is explained."""
    told = " ".join((RESOURCES / "help" / "topics" / "7-dokumen.toml").read_text("utf-8").split())
    assert "dikunci tanpa kata sandi untuk mencegah ubahan tak sengaja" in told
    assert "locked without a password, to prevent changes by accident" in told


@pytest.mark.parametrize(
    "words", ["Sel lain dikunci sehingga aman.", "The sheet is protected and safe.", "Lembar aman: terkunci."]
)
def test_a_promise_would_be_found(words: str) -> None:
    assert promises([words])
