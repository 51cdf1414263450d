"""What each column of a price list holds, told by its heading: the layouts regencies hand out, and others.

Siskeudes (``Ref_SBU``), SIPD (nine columns and its variants, HSPK, the proposal template), AHSP, our own
canonical text, and any table whose headings name an item, its unit and its price (interchange, section 8).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from village_budget.exchange.cells.cell_values import Cell, plain_text
from village_budget.exchange.prices.price_source import SourceRow
from village_budget.units import is_unit

HEADER_SEARCH = 30
SAMPLE = 60


class PriceField(StrEnum):
    """What a column can hold."""

    SKIP = "skip"
    NAME = "name"
    SPECIFICATION = "specification"
    UNIT = "unit"
    PRICE = "price"
    CODE = "code"
    ACCOUNTS = "accounts"
    GROUP = "group"
    KIND = "kind"
    REGION = "region"


NEEDED = (PriceField.NAME, PriceField.UNIT, PriceField.PRICE)

_HEADINGS: dict[PriceField, str] = {
    PriceField.NAME: "uraian barang|nama barang|uraian|nama sbu|nama standar harga|uraian standar harga"
    "|nama barang jasa|uraian barang jasa|jenis barang|jenis barang jasa|uraian pekerjaan|nama item|item"
    "|nama|jenis pekerjaan|barang jasa|nama ssh|uraian ssh|nama komponen|uraian komponen|komponen|rincian",
    PriceField.SPECIFICATION: "spesifikasi|spek|spesifikasi barang|merk|merek|merk type|merk tipe|type|tipe"
    "|spesifikasi teknis|spesifikasi komponen|ukuran",
    PriceField.UNIT: "satuan|sat|satuan jasa|satuan barang|satuan barang jasa|unit|satuan harga"
    "|satuan komponen",
    PriceField.PRICE: "harga satuan|harga|nilai|harga tertinggi|standar harga|harga standar|ssh|sbu|hspk|asb"
    "|harga satuan ssh|harga satuan tertinggi|standar harga satuan|harga satuan barang|tarif|besaran"
    "|harga maksimal|harga maksimum|satuan biaya|biaya|nilai harga|harga komponen|harga ssh",
    PriceField.CODE: "kode barang|kode standar harga|kode sbu|kode ssh|kode hspk|kode komponen|kode item"
    "|kode",
    PriceField.ACCOUNTS: "kode rekening|rekening|kd rincian|kode rekening belanja|kode akun|akun|kode belanja"
    "|rekening belanja",
    PriceField.GROUP: "uraian kelompok barang|kelompok barang|kelompok|nama kel standar harga"
    "|uraian kelompok|nama kelompok|nama kelompok barang|kategori",
    PriceField.KIND: "jenis standar harga|tipe standar harga|jenis|tipe kelompok",
    PriceField.REGION: "wilayah|kecamatan|zona|zonasi|daerah|lokasi",
    PriceField.SKIP: "no|nomor|no urut|nourut sbu|kode kelompok barang|id standar harga|tkdn|nilai tkdn"
    "|keterangan|ket|jenis produk|kode kel standar harga|keterangan lampiran|koefisien|tahun|status",
}
_BY_HEADING = {word: field for field, words in _HEADINGS.items() for word in words.split("|")}
_YEAR = re.compile(r"\b(20\d\d)\b")
_AHSP = ("kode ahsp", "nama ahsp", "sumber ahsp")
_NUMBER = re.compile(r"(rp\.?)?\s*\d[\d.,]*\s*(,-)?", re.IGNORECASE | re.ASCII)
_LETTERS = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class PriceLayout:
    """How a sheet is laid out.

    Attributes:
        name: ``siskeudes``, ``sipd``, ``hspk``, ``wp-sipd``, ``ahsp``, ``own``, ``other`` (headings of no
            known layout that say enough), or empty: somebody must say what the columns hold.
        fields: what each column holds.
        headings: words over each column; empty where there are none.
        first: index of the first row below the heading.
        year: the year that the price's heading names; 0 for none.
    """

    name: str
    fields: tuple[PriceField, ...]
    headings: tuple[str, ...]
    first: int
    year: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether item, unit and price are all named."""
        return all(field in self.fields for field in NEEDED)


def heading_words(cell: Cell) -> tuple[str, int]:
    """A heading in the one spelling, and the year it names: ``HARGA SATUAN 2025`` -> harga satuan, 2025."""
    words = re.sub(r"[^a-z0-9]+", " ", plain_text(cell).casefold()).strip()
    year = _YEAR.search(words)
    words = " ".join(_YEAR.sub(" ", words).split()).removesuffix(" rp").removesuffix(" idr")
    return words.removeprefix("tahun ").removesuffix(" tahun"), int(year[1]) if year else 0


def find_price_layout(rows: Sequence[SourceRow]) -> PriceLayout:
    """Recognise the layout of a sheet by its headings; by its content where they say too little."""
    width = min(max((len(cells) for _, cells in rows[: HEADER_SEARCH + SAMPLE]), default=0), 60)
    at, hits = _header(rows)
    if hits < 2:
        guessed = _guessed([PriceField.SKIP] * width, rows[:SAMPLE])
        return PriceLayout("", tuple(guessed), ("",) * width, 0)
    cells = list(rows[at][1])[:width]
    cells += [""] * (width - len(cells))
    found = [heading_words(cell) for cell in cells]
    words = [word for word, _ in found]
    fields, year = _fields(found)
    if not all(field in fields for field in NEEDED):
        fields = _guessed(fields, rows[at + 1 : at + 1 + SAMPLE])
        name = "ahsp" if _is_ahsp(words) else ""
    else:
        name = _name(words)
    headings = tuple(" ".join(plain_text(cell).split()) for cell in cells)
    return PriceLayout(name, tuple(fields), headings, at + 1, year)


def _header(rows: Sequence[SourceRow]) -> tuple[int, int]:
    """Index of the row with the most headings, and how many different ones it has."""
    best, hits = 0, 0
    for place, (_, cells) in enumerate(rows[:HEADER_SEARCH]):
        known = {word for cell in cells if (word := heading_words(cell)[0]) in _BY_HEADING}
        known -= {word for word in known if word.isdigit()}
        fields = {_BY_HEADING[word] for word in known} - {PriceField.SKIP}
        ahsp = sum(heading_words(cell)[0] in _AHSP for cell in cells)
        if len(fields) + ahsp > hits:
            best, hits = place, len(fields) + ahsp
    return best, hits


def _fields(found: Sequence[tuple[str, int]]) -> tuple[list[PriceField], int]:
    """The column of each heading; of two that hold the same, the price of the latest year, else the first."""
    fields = [_BY_HEADING.get(word, PriceField.SKIP) for word, _ in found]
    words = [word for word, _ in found]
    if "nama standar harga" in words and "kelompok" in words:
        # In the proposal template the group is a number that says SSH, HSPK, ASB or SBU.
        fields[words.index("kelompok")] = PriceField.KIND
    prices = [place for place, field in enumerate(fields) if field is PriceField.PRICE]
    chosen = max(prices, key=lambda place: (found[place][1], -place), default=-1)
    seen: set[PriceField] = set()
    for place, field in enumerate(fields):
        other_price = field is PriceField.PRICE and place != chosen
        if other_price or (field in seen and field is not PriceField.PRICE):
            fields[place] = PriceField.SKIP
        seen.add(field)
    return fields, found[chosen][1] if chosen >= 0 else 0


def _is_ahsp(words: Sequence[str]) -> bool:
    return "koefisien" in words or any(word in words for word in _AHSP)


def _name(words: Sequence[str]) -> str:
    known = set(words)
    for name, marks in (
        ("ahsp", {"koefisien"}), ("own", {"kode", "uraian", "spesifikasi", "jenis", "wilayah"}),
        ("siskeudes", {"kode sbu", "nama sbu"}), ("wp-sipd", {"nama standar harga", "kode standar harga"}),
        ("sipd", {"id standar harga"}), ("sipd", {"kode barang", "uraian barang"}),
        ("sipd", {"kode barang", "nama barang"}), ("hspk", {"uraian kelompok barang", "tkdn"}),
        ("hspk", {"kode kelompok barang", "uraian barang"}),
    ):  # fmt: skip
        if marks <= known:
            return name
    return "other"


def _guessed(fields: Sequence[PriceField], body: Sequence[SourceRow]) -> list[PriceField]:
    """Fill in name, unit and price by what stands in columns that no heading explains."""
    made = list(fields)
    columns = [[cells[place] for _, cells in body if place < len(cells) and cells[place] != ""]
               for place in range(len(made))]  # fmt: skip
    open_ones = [place for place, column in enumerate(columns) if made[place] is PriceField.SKIP and column]

    def share(place: int, fits: int) -> float:
        return fits / len(columns[place])

    if PriceField.UNIT not in made:
        likely = [p for p in open_ones if share(p, sum(_is_unit(cell) for cell in columns[p])) > 0.5]
        _name_first(made, open_ones, likely, PriceField.UNIT)
    if PriceField.PRICE not in made:
        likely = [p for p in open_ones if share(p, sum(_is_price(cell) for cell in columns[p])) > 0.6]
        likely.sort(key=lambda p: -sum(len(plain_text(cell)) for cell in columns[p]) / len(columns[p]))
        _name_first(made, open_ones, likely, PriceField.PRICE)
    if PriceField.NAME not in made:
        likely = [p for p in open_ones if share(p, sum(_is_words(cell) for cell in columns[p])) > 0.5]
        likely.sort(key=lambda p: -sum(len(str(cell)) for cell in columns[p]) / len(columns[p]))
        _name_first(made, open_ones, likely, PriceField.NAME)
    return made


def _name_first(made: list[PriceField], left: list[int], likely: Sequence[int], field: PriceField) -> None:
    if likely:
        made[likely[0]] = field
        left.remove(likely[0])


def _is_unit(cell: Cell) -> bool:
    return isinstance(cell, str) and is_unit(cell)


def _is_price(cell: Cell) -> bool:
    if isinstance(cell, Decimal):
        return cell >= 100
    return isinstance(cell, str) and bool(_NUMBER.fullmatch(cell.strip())) and len(cell.strip()) > 3


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_LETTERS.search(cell))
