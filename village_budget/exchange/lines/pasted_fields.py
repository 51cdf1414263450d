"""What a column of a pasted block can hold, which headings say so, and numbers as a guess needs them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from village_budget.exchange.cells.clipboard_grid import Cell


class Field(StrEnum):
    """What a column can hold."""

    # Cells are looked up by it, millions of times: the hash of a plain text, not one computed in Python.
    __hash__ = str.__hash__

    SKIP = "skip"
    ACTIVITY = "activity"
    ACCOUNT = "account"
    DESCRIPTION = "description"
    VOLUME = "volume"
    UNIT = "unit"
    PRICE = "price"
    AMOUNT = "amount"
    FUND = "fund"
    SWADAYA = "swadaya"
    TAGS = "tags"
    FACTORS = "factors"


NUMBERS = (Field.VOLUME, Field.PRICE, Field.AMOUNT)

_HEADINGS = {
    Field.DESCRIPTION: "uraian|jenis anggaran|nama barang|nama barang kegiatan|nama kegiatan|rincian"
    "|uraian rincian|uraian kegiatan|uraian pekerjaan|uraian belanja|jenis belanja|nama|barang"
    "|nama barang jasa|description|item",
    Field.VOLUME: "volume|vol|jml|jumlah|jumlah satuan|kuantitas|banyaknya|banyak|qty|jumlah volume|quantity",
    Field.UNIT: "satuan|sat|stn|unit",
    Field.PRICE: "harga|harga satuan|hrg sat|hrgsat|hrg satuan|hrgsatuan|hargasatuan|harga sat|tarif"
    "|unit price",
    Field.AMOUNT: "jumlah|jml|total|anggaran|anggaran setelah perubahan|jumlah dd"
    "|jumlah dana desa|jumlah harga|jumlah total|jumlah biaya|total harga|biaya"
    "|amount|pagu",
    Field.FUND: "sumber|sbr|sumber dana|sumberdana|dana|sbr dana|fund|kode sumber",
    Field.ACCOUNT: "kode|kode rek|kode rekening|rekening|kd rincian|kode akun|kd rek|code|koderek",
    Field.ACTIVITY: "kode kegiatan|kd keg|kd kegiatan|kode keg",
    Field.SKIP: "no|nomor|no urut|keterangan|ket|pajak|kategori|anggaran awal|bertambah berkurang|bagian",
    Field.TAGS: "tanda|tag|tags|label",
    Field.FACTORS: "faktor|faktor volume|factors",
}
_BY_HEADING: dict[str, tuple[Field, ...]] = {}
for _field, _words in _HEADINGS.items():
    for _word in _words.split("|"):
        _BY_HEADING[_word] = (*_BY_HEADING.get(_word, ()), _field)

_ACTIVITY_NAME = re.compile(r"nama[\s_]+kegiatan", re.IGNORECASE)
_FOREIGN = re.compile(r"\D*(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\D*", re.ASCII)
_NUMBER = re.compile(r"[-(]?\s*(rp\.?)?\s*[\d.,\s]*\d[\d.,\s]*[-)]*", re.IGNORECASE | re.ASCII)


def heading_fields(cell: Cell) -> tuple[Field, ...]:
    """What a heading can mean; nothing when it is none."""
    if not isinstance(cell, str):
        return ()
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", cell.casefold()).split())
    return _BY_HEADING.get(words.removesuffix(" rp"), ())


def activity_name_column(headings: Sequence[str]) -> int | None:
    """The column that names the activity of each line; None when there is none."""
    named = (place for place, text in enumerate(headings) if _ACTIVITY_NAME.fullmatch(text.strip()))
    return next(named, None)


def number_text(text: str, *, foreign: bool) -> str:
    """A number's text in the Indonesian form; ``1,234.50`` turned round where the block is written so.

    Text that is not written that way stays: ``1,234,000,00`` or ``1,5`` among them means no hundredfold.
    """
    if not foreign or not _FOREIGN.fullmatch(text):
        return text
    return text.replace(",", "\0").replace(".", ",").replace("\0", "")


def is_number(cell: Cell) -> bool:
    """Whether a cell looks like a number."""
    return isinstance(cell, Decimal) or bool(_NUMBER.fullmatch(cell.strip())) if cell != "" else False


def rough(cell: Cell, *, foreign: bool) -> Decimal | None:
    """A number as far as a guess needs it."""
    if isinstance(cell, Decimal):
        return cell
    if not is_number(cell):
        return None
    digits = re.sub(r"[^\d,]", "", number_text(cell, foreign=foreign))
    try:
        return Decimal(digits.replace(",", ".", 1))
    except ArithmeticError:
        return None
