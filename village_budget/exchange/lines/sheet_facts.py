"""What the lines above a sheet's table say: the activity by code or by name, the fund source."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from village_budget.chart import codes
from village_budget.chart.chart import Chart, ChartEntry
from village_budget.chart.codes import CodeError
from village_budget.exchange.cells.clipboard_grid import Grid
from village_budget.exchange.lines.fund_spelling import FundError, fund_code
from village_budget.exchange.lines.sheet_heads import folded

_LABEL = re.compile(
    r"(?:kode\s+|nama\s+|jenis\s+)*(kegiatan|pekerjaan|sumber\s+dana|sub\s+kegiatan)\b\s*(?::\s*(.*))?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2}\.\d{1,2})\.?(?![\d.])", re.ASCII)
_YEAR = re.compile(r"\b(ta|tahun|anggaran)?\s*\.?\s*20\d\d\b", re.IGNORECASE)
_SMALL = frozenset(
    [
        "dan",
        "atau",
        "di",
        "ke",
        "yang",
        "untuk",
        "dalam",
        "rangka",
        "milik",
        "dll",
        "desa",
        "dusun",
        "rt",
        "rw",
        "lain",
    ]
)
_BUILDING = frozenset(
    ["rabat", "beton", "betonisasi", "paving", "pavingisasi", "aspal", "pengaspalan", "pengecoran"]
)
"""Ways of building something new: none of them is upkeep."""
_UPKEEP = frozenset(["pemeliharaan", "perbaikan", "perawatan"])
_LEAST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What stands above a table.

    Attributes:
        activity: code of the activity; empty when it can't be told.
        by_name: the activity was found by its name, not by its code.
        activity_text: what the sheet calls its activity.
        fund: fund source code; empty when none is named.
    """

    activity: str = ""
    by_name: bool = False
    activity_text: str = ""
    fund: str = ""


def read_facts(grid: Grid, start: int, chart: Chart) -> SheetFacts:
    """Read the rows above a heading."""
    named: dict[str, str] = {}
    for row in grid[:start]:
        words = [str(cell).strip() for cell in row]
        for place, text in enumerate(words):
            match = _LABEL.match(text)
            if match:
                value = match[2] or " ".join(
                    word.strip(": ") for word in words[place + 1 :] if word.strip(": ")
                )
                named.setdefault(folded(match[1]), value.strip(": "))
                if _CODE.search(value):
                    named["code"] = value
    text = (
        named.get("code") or named.get("kegiatan") or named.get("sub kegiatan") or named.get("pekerjaan", "")
    )
    code, by_name = _activity(text, named, chart)
    return SheetFacts(
        code, by_name, named.get("kegiatan") or text, _fund(named.get("sumber dana", ""), chart)
    )


def _activity(text: str, named: dict[str, str], chart: Chart) -> tuple[str, bool]:
    match = _CODE.search(text)
    if match:
        with suppress(CodeError):
            found = chart.activity(match[1]).code
            if codes.level(found) == 3:
                return found, False
    for name in (text, named.get("kegiatan", ""), named.get("pekerjaan", "")):
        code = activity_named(name, chart)
        if code:
            return code, True
    return "", False


def activity_named(text: str, chart: Chart) -> str:
    """The one activity whose name a text means; empty when none or several could be meant."""
    return _named(text, tuple(entry for entry in chart.activities.values() if entry.level == 3))


def account_named(text: str, chart: Chart, head: str = "5") -> str:
    """The one account whose name holds all words of a text; empty when none or several do."""
    wanted = _words(text)
    if not wanted:
        return ""
    names = _account_words(tuple(entry for entry in chart.accounts.values() if entry.level == 4))
    holding = [(code, words) for code, words in names if code.startswith(head) and wanted <= words]
    same = [code for code, words in holding if words == wanted] or [code for code, _ in holding]
    return same[0] if len(same) == 1 else ""


@lru_cache(maxsize=8)
def _account_words(entries: tuple[ChartEntry, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((entry.code, _words(entry.name)) for entry in entries)


def _named(text: str, entries: tuple[ChartEntry, ...]) -> str:
    wanted = _words(text)
    if wanted & _BUILDING:
        wanted = (wanted - _BUILDING) | {"pembangunan"}
    if not wanted:
        return ""
    ranked = []
    for entry in entries:
        words = _words(entry.name)
        both = len(wanted & words)
        if both:
            ranked.append((both, both / len(words), entry.code))
    ranked.sort(reverse=True)
    if not ranked or ranked[0][0] / len(wanted) < _LEAST_SHARE or (ranked[0][0] < 2 and len(wanted) > 1):
        return ""
    if len(ranked) > 1 and ranked[1][0] == ranked[0][0] and ranked[1][1] > ranked[0][1] * 0.8:
        return ""
    tied = len(ranked) > 1 and ranked[1][0] == ranked[0][0]
    return "" if tied and _is_upkeep(ranked[0][2], entries) and not wanted & _UPKEEP else ranked[0][2]


def _is_upkeep(code: str, entries: tuple[ChartEntry, ...]) -> bool:
    return any(entry.code == code and _UPKEEP & _words(entry.name) for entry in entries)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    words = folded(text).split()
    return frozenset(word for word in words if len(word) > 2 and word not in _SMALL and word != "belanja")


def _fund(text: str, chart: Chart) -> str:
    for words in (text, _YEAR.sub("", text).strip(" ()-")):
        with suppress(FundError):
            return fund_code(words, chart) if words else ""
    return ""
