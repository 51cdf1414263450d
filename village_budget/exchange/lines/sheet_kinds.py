"""Which of the layouts that treasurers use a sheet has (interchange, section 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from village_budget.exchange.lines.sheet_heads import Heads

_RECAP = re.compile(r"\brekap|rekapitulasi", re.IGNORECASE)


class SheetKind(StrEnum):
    """Layouts of a sheet; each has its words (``sheet-...``)."""

    VILLAGE_LIST = "village-list"
    OLD_FORM = "old-form"
    WORKS_EAST_JAVA = "works-east-java"
    WORKS_P3MD = "works-p3md"
    DETAILED = "detailed"
    MERDENESIA = "merdenesia"
    PUBLIC = "public"
    FLAT = "flat"
    LIST = "list"
    RECAP = "recap"
    NONE = "none"


WORKS = (SheetKind.WORKS_EAST_JAVA, SheetKind.WORKS_P3MD)
WHOLE = (SheetKind.DETAILED, SheetKind.MERDENESIA, SheetKind.PUBLIC, SheetKind.FLAT)
"""Layouts that may hold all parts of a budget, told apart by their codes."""
LEFT_OUT = (SheetKind.RECAP, SheetKind.NONE)
"""Sheets without lines of their own."""


def recognise(name: str, heads: Heads | None) -> SheetKind:
    """The layout of a sheet by its name and its heading."""
    if heads is None:
        return SheetKind.NONE
    words = heads.words
    if _RECAP.search(name) or any("bobot" in text for text in words):
        return SheetKind.RECAP
    if "bagian" in words and _has(words, "kode rekening"):
        return SheetKind.FLAT
    if any("swadaya" in text and "vol" in text for text in words):
        p3md = any("kategori" in text or "dari dd" in text for text in words)
        return SheetKind.WORKS_P3MD if p3md else SheetKind.WORKS_EAST_JAVA
    return _by_columns(words)


def _by_columns(words: Sequence[str]) -> SheetKind:
    coded, fund = _has(words, "kode", "rekening"), _has(words, "sumber", "sbr", "dana")
    volume, unit = _has(words, "vol", "jml", "banyak", "kuantitas"), _has(words, "sat", "stn")
    price = _has(words, "harga", "hrg", "tarif")
    if (
        coded
        and price
        and _has(words, "total")
        and _has(words, "anggaran")
        and not _has(words, "harga satuan")
    ):
        return SheetKind.MERDENESIA
    if coded and not price and volume:
        return SheetKind.DETAILED
    if coded and not price and (fund or _has(words, "anggaran")):
        return SheetKind.PUBLIC
    if price and not coded:
        listed = _has(words, "jenis anggaran") or (
            unit and volume and _place(words, "sat") < _place(words, "vol")
        )
        return SheetKind.VILLAGE_LIST if listed else (SheetKind.LIST if unit else SheetKind.OLD_FORM)
    return SheetKind.LIST if price or _has(words, "jumlah", "anggaran", "total") else SheetKind.NONE


def _has(words: Sequence[str], *beginnings: str) -> bool:
    return any(text.startswith(beginnings) for text in words)


def _place(words: Sequence[str], beginning: str) -> int:
    return next((place for place, text in enumerate(words) if text.startswith(beginning)), len(words))
