"""Text made fit for a cell: no character that XML forbids, no more than a cell holds, never markup."""

from __future__ import annotations

import re

from village_budget.personal_numbers import with_masked_numbers

CELL_LIMIT = 32_767
"""What a cell holds, in UTF-16 units; one more and the workbook is damaged."""
CUT_MARK = " … [teks terlalu panjang, lengkapnya di berkas anggaran]"

_LONG_NUMBER = re.compile(r"\d[\d .\-]{14}")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SHEET_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_SHEET_LIMIT = 31
_PLAIN_START = re.compile(r"[^\W_]|\(", re.UNICODE)


def cell_text(text: str) -> str:
    """Clean a text for a cell or a page, without a NIK or KK; too long, it is cut where one can see it."""
    if _LONG_NUMBER.search(text):
        text = with_masked_numbers(text)
    if text.isascii() and text.isprintable() and not text.startswith("<r>") and len(text) <= CELL_LIMIT:
        return text
    clean = _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n").replace("\r", "\n"))
    if clean.startswith("<r>") and clean.endswith("</r>"):
        clean += " "  # XlsxWriter takes such a text for markup and writes it as it stands
    if utf16_length(clean) > CELL_LIMIT:
        clean = _cut(clean, CELL_LIMIT - utf16_length(CUT_MARK)) + CUT_MARK
    return clean


def looks_active(text: str) -> bool:
    """Whether a spreadsheet might take the text for a formula when it is edited or pasted (OWASP)."""
    return bool(text) and not _PLAIN_START.match(text)


def sheet_names(titles: list[str]) -> list[str]:
    """Names for sheets: allowed characters, at most 31, not empty, no two alike whatever their case."""
    taken: set[str] = set()
    names: list[str] = []
    for title in titles:
        base = _SHEET_ILLEGAL.sub("-", cell_text(title)).strip().strip("'") or "Lembar"
        name, number = _cut(base, _SHEET_LIMIT).strip("' "), 1
        while name.casefold() in taken or name.casefold() == "history":
            number += 1
            tail = f" ({number})"
            name = _cut(base, _SHEET_LIMIT - len(tail)).rstrip("' ") + tail
        taken.add(name.casefold())
        names.append(name)
    return names


def utf16_length(text: str) -> int:
    """Length as Excel counts: characters beyond the first plane count twice."""
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(text: str, limit: int) -> str:
    if utf16_length(text) <= limit:
        return text
    return text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", "ignore")
