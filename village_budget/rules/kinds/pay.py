"""Reads how much a line pays one person a month, out of the ways in which such lines are really written.

A line pays ``volume x unit price`` for a number of person-months, so a month's pay is that sum, not yet
rounded, over the person-months. Their number is taken from, in this order:

1. the factors: ``3 orang x 12 bulan``;
2. a unit that means one person for one month: ``OB``, ``orang/bulan``, ``org bln``: the volume;
3. persons and months in the description, ``Kaur, 4 org x 12 bln``, when the volume is one of them or both
   multiplied (or 1);
4. a unit of months: up to 12 are months of all persons named, more are person-months already;
5. a unit of years: 12 months each; a unit of persons: with the months that the description names.

Whatever else is written stays unread: then the rule asks instead of judging. Arrears ("kurang bayar",
"rapel") and thirteenth or holiday pay are no monthly pay and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from village_budget.domain.lines import Line

_MONTHS = {"bulan", "bln", "bl", "bulanan"}
_PERSONS = {"orang", "org", "jiwa", "kpm", "kk", "keluarga", "penerima"}
_YEARS = {"tahun", "thn", "th"}
_PERSON_MONTHS = {"ob"}
_PERSONS_TOLD = re.compile(r"(\d+)\s*(?:orang|org|jiwa|kpm|kk|keluarga|penerima)\b")
_MONTHS_TOLD = re.compile(r"(\d+)\s*(?:bulan|bln|bl)\b")
_NOT_MONTHLY = re.compile(
    r"\bkurang\w*\s*bayar|kekurangan|\brapel|tunggak|\bh?utang\b|susulan|tahun lalu"
    r"|\b(?:gaji|siltap|penghasilan)\b.*\bke\W*1[34]\b|\bthr\b|hari raya"
)
_SECRETARY = re.compile(r"\bsekdes\b|\bsekretaris\b|\bcarik\b|\bsekcam\b|\bsekretariat desa\b")
_OTHERS = re.compile(
    r"\bkaur\b|\bkasi\b|\bkadus\b|\bkepala (?:dusun|urusan|seksi|lingkungan)\b|\bkawil\b|\bstaf\w*\b"
    r"|\bkasun\b|\bkaling\b|lainnya|dan perangkat|&\s*perangkat"
)
_HAMLET = re.compile(
    r"\bkadus\b|\bkepala (?:dusun|lingkungan|wilayah|kewilayahan)\b|\bkasun\b|\bkaling\b|\bkawil\b|\bdukuh\b"
)
_OFFICE = re.compile(r"\bkaur\b|\bkasi\b|\bkepala (?:urusan|seksi)\b|\bstaf\w*\b|lainnya|perangkat")
_WORDS = re.compile(r"[a-z]+")
_NO_NAME = _MONTHS | _PERSONS | _YEARS | _PERSON_MONTHS | {
    "x", "dan", "siltap", "penghasilan", "tetap", "gaji", "tambahan", "tambah", "sumber", "dana", "dari",
    "add", "dds", "pad", "pades", "pbh", "pbp", "pbk", "dll",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pay:
    """What a line says about monthly pay.

    Attributes:
        line_id: the line.
        total: volume x unit price in sen, exact: rounding the amount must not cost anybody a rupiah.
        person_months: how many months of one person it pays; None when that can't be told.
        persons: how many persons it names; 1 when it names none.
        counted: it names them, or counts them in its unit.
        secretary: the line speaks of the village secretary and of nobody else.
        hamlet: it speaks of heads of hamlets (kadus) and of nobody else.
        name: what is left of the description without numbers and filling words: lines of the same name,
            months and different fund sources pay the same persons.
        fund: its fund source.
    """

    line_id: int
    total: Fraction
    person_months: Fraction | None
    persons: int
    counted: bool
    secretary: bool
    hamlet: bool
    name: str
    fund: str

    @property
    def monthly(self) -> Fraction | None:
        """Pay of one person in one month, in sen, exact; None when it can't be told."""
        return self.total / self.person_months if self.person_months else None


def read_pay(line: Line) -> Pay | None:
    """Read a line of monthly pay; None when it is arrears, extra pay or has no amount yet."""
    words = line.description.casefold()
    if line.amount <= 0 or _NOT_MONTHLY.search(words):
        return None
    persons, months = _told(_PERSONS_TOLD, words), _told(_MONTHS_TOLD, words)
    read = _from_factors(line, persons, months) if line.factors else _from_unit(line, persons, months)
    person_months = Fraction(read) if read else None
    named = persons or _persons_of(line)
    counted = named > 0 or _unit_class(line.unit) in ("person", "person-month") or line.volume > 12
    secretary = _SECRETARY.search(words) is not None and named <= 1 and not _OTHERS.search(words)
    told = _SECRETARY.search(words) or _OFFICE.search(words)
    hamlet = _HAMLET.search(words) is not None and not told
    name = " ".join(word for word in _WORDS.findall(words) if word not in _NO_NAME)
    total = Fraction(line.volume) * line.unit_price
    return Pay(line.id, total, person_months, max(named, 1), counted, secretary, hamlet, name, line.fund)


def persons_disagree(line: Line) -> bool:
    """Whether a description such as ``4 org x 12 bln`` contradicts the line's volume."""
    words = line.description.casefold()
    persons, months = _told(_PERSONS_TOLD, words), _told(_MONTHS_TOLD, words)
    if not persons or not months:
        return False
    return line.volume not in (1, persons, months, persons * months)


def _told(pattern: re.Pattern[str], words: str) -> int:
    """The one number a description gives; 0 when it gives none or several."""
    found = set(pattern.findall(words))
    return int(found.pop()) if len(found) == 1 else 0


def _unit_class(unit: str) -> str:
    """``month``, ``person``, ``person-month``, ``year`` or empty."""
    words = set(_WORDS.findall(unit.casefold().replace(".", "")))
    if words & _PERSON_MONTHS or words >= {"o", "b"} or (words & _MONTHS and words & _PERSONS):
        return "person-month"
    for name, known in (("month", _MONTHS), ("year", _YEARS), ("person", _PERSONS)):
        if words & known:
            return name
    return ""


def _persons_of(line: Line) -> int:
    found = [factor.value for factor in line.factors if _unit_class(factor.unit) == "person"]
    return int(found[0]) if found else 0


def _from_factors(line: Line, persons: int, months: int) -> Decimal:
    product = Decimal(1)
    seen = set()
    for factor in line.factors:
        kind = _unit_class(factor.unit)
        if not kind and factor.value != 1:
            return Decimal(0)
        product *= factor.value * (12 if kind == "year" else 1)
        seen.add(kind)
    if not seen & {"month", "year", "person-month"}:
        return product * months if "person" in seen else Decimal(0)
    if persons > 1 and "person" not in seen and "person-month" not in seen and product <= 12:
        return product * persons
    return product


def _from_unit(line: Line, persons: int, months: int) -> Decimal:
    kind, volume = _unit_class(line.unit), line.volume
    if kind == "person-month":
        return volume
    if persons and months and volume in (1, persons, months, persons * months):
        return Decimal(persons * months)
    match kind:
        case "month":
            return volume * max(persons, 1) if volume <= 12 else volume
        case "year":
            return volume * 12 * max(persons, 1)
        case "person":
            return volume * months
    return Decimal(months * max(persons, 1)) if months and volume == 1 else Decimal(0)


@dataclass(slots=True)
class PayReader:
    """Reads lines of pay, each only once while it stays as it is."""

    _read: dict[int, tuple[Line, Pay | None]] = field(default_factory=dict)

    def read(self, lines: Iterable[Line]) -> list[Pay]:
        """What the lines say, without arrears and extra pay."""
        fresh: dict[int, tuple[Line, Pay | None]] = {}
        for line in lines:
            known = self._read.get(line.id)
            fresh[line.id] = known if known is not None and known[0] is line else (line, read_pay(line))
        self._read = fresh
        return [pay for _, pay in fresh.values() if pay is not None]
