"""What a generated table says, before it is written in any of the ways that treasurers write."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from random import Random

GOODS = (
    "Semen PC 50 kg", "Pasir pasang", "Batu belah", "Kertas HVS F4 70 gr", "Honorarium narasumber",
    "Konsumsi rapat", "Tukang batu", "Pekerja", "Sewa tenda", "Papan nama kegiatan",
    "Besi beton 10 mm", "Cat tembok 5 kg", "Laptop", "Transport peserta", "Bibit padi",
    "Paku 5-7 cm", "Alat tulis kantor", "Makan dan minum", "Kayu bekisting", "Insentif kader posyandu",
    "Benang", "Spanduk 3 x 1 m", "Pipa PVC 4 dim", "Obat-obatan", "Buku tulis",
)  # fmt: skip
UNITS = ("zak", "m3", "rim", "OJ", "kotak", "HOK", "unit", "buah", "kg", "paket", "orang", "lembar", "meter")
PRICES = (500, 1_500, 12_500, 65_000, 85_000, 110_000, 250_000, 1_500_000, 2_426_640, 18_750_000)


@dataclass(frozen=True, slots=True)
class TrueLine:
    """A line as the village means it: money in whole rupiah, factors as ((3, "orang"), (12, "bulan"))."""

    name: str
    volume: Decimal
    unit: str
    price: int
    factors: tuple[tuple[int, str], ...] = ()

    @property
    def amount(self) -> int:
        """Volume times price, half up to the rupiah."""
        return int((self.volume * self.price).to_integral_value(ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class Style:
    """How a table is written; each choice is one that real files showed.

    Attributes:
        layout: which columns there are, and in which order.
        figures: how figures stand in their cells: as numbers, or as text of some country.
        container: the kind of file, or the clipboard.
    """

    layout: str
    figures: str
    container: str
    numbered: bool
    title: bool
    column_numbers: bool
    groups: str
    total: bool
    repeated_head: bool
    signature: bool
    hidden: str
    errors: bool
    thousands: bool


@dataclass(frozen=True, slots=True)
class TrueTable:
    """Lines in groups, and how they are written.

    Attributes:
        former: amounts before the change, where the table has both (Semula / Menjadi).
        broken: lines whose cells are in error in the file: they can't come in.
    """

    groups: tuple[tuple[TrueLine, ...], ...]
    style: Style
    former: tuple[TrueLine, ...] = ()
    broken: frozenset[str] = field(default_factory=frozenset)

    @property
    def lines(self) -> tuple[TrueLine, ...]:
        """All lines, from top to bottom."""
        return tuple(line for group in self.groups for line in group)

    @property
    def total(self) -> int:
        """What all lines come to, in rupiah."""
        return sum(line.amount for line in self.lines)


LAYOUTS = ("plain", "unit_first", "factors", "factor_cell", "revised", "amount_only", "two_line_head")
FIGURES = ("number", "number", "number", "id", "id_sen", "rp", "plain_text", "us")
CONTAINERS = ("openpyxl", "xlsxwriter", "csv", "clipboard", "html")


def random_style(random: Random, containers: tuple[str, ...] = CONTAINERS) -> Style:
    """Any style that some program can write."""
    container = random.choice(containers)
    layout = random.choice(LAYOUTS)
    workbook = container in ("openpyxl", "xlsxwriter", "ods", "xls")
    figures = (
        random.choice(FIGURES) if workbook else random.choice(("id", "id_sen", "rp", "plain_text", "us"))
    )
    return Style(
        layout=layout,
        figures=figures,
        container=container,
        numbered=random.random() < 0.6,
        title=workbook and random.random() < 0.5,
        column_numbers=random.random() < 0.3,
        groups=random.choice(("none", "none", "heads", "sums")),
        total=random.random() < 0.6,
        repeated_head=random.random() < 0.15,
        signature=workbook and random.random() < 0.2,
        hidden=random.choice(("", "", "", "row", "column", "sheet")) if container == "openpyxl" else "",
        errors=container == "openpyxl" and random.random() < 0.1,
        thousands=layout in ("plain", "unit_first")
        and figures in ("number", "id")
        and random.random() < 0.08,
    )


def _volume(random: Random) -> Decimal:
    pick: Callable[[], Decimal] = random.choice((
        lambda: Decimal(random.randint(1, 60)),
        lambda: Decimal(random.randint(100, 4_000)),
        lambda: Decimal(random.randint(1, 999)) / 100,
        lambda: Decimal(random.randint(1, 99_999)) / 1000,
    ))  # fmt: skip
    return pick().normalize()


def random_table(random: Random, containers: tuple[str, ...] = CONTAINERS) -> TrueTable:
    """A table with its truth; the same for the same state of ``random``."""
    style = random_style(random, containers)
    names = random.sample(GOODS, random.randint(2, 9))
    lines = [_line(random, name, style) for name in names]
    groups = [tuple(lines)]
    if style.groups != "none" and len(lines) > 3:
        cut = random.randint(1, len(lines) - 1)
        groups = [tuple(lines[:cut]), tuple(lines[cut:])]
    former = tuple(_line(random, name, style) for name in names) if style.layout == "revised" else ()
    broken = frozenset({random.choice(lines).name}) if style.errors else frozenset()
    return TrueTable(tuple(groups), style, former, broken)


def _line(random: Random, name: str, style: Style) -> TrueLine:
    price = random.choice(PRICES) if random.random() < 0.7 else random.randint(5, 30_000) * 25
    if style.thousands:
        price = max(1_000, price // 1_000 * 1_000)
    if style.layout in ("factors", "factor_cell"):
        factors = ((random.randint(1, 40), random.choice(("orang", "org", "unit"))),
                   (random.randint(2, 12), random.choice(("bulan", "bln", "kali", "hari"))))  # fmt: skip
        return TrueLine(name, Decimal(factors[0][0] * factors[1][0]), factors[0][1], price, factors)
    if style.layout == "amount_only":
        return TrueLine(name, Decimal(1), "paket", price * random.randint(1, 50))
    volume = Decimal(random.randint(1, 500)) if style.thousands else _volume(random)
    return TrueLine(name, volume, random.choice(UNITS), price)
