"""Fund sources in any usual spelling: ``DD``, ``PADes``, ``Bankeu Provinsi``, ``SiLPA ADD``."""

from __future__ import annotations

import re

from village_budget.chart.chart import Chart

_SPELLINGS = {
    "PAD": "pad pades padesa pads|pendapatan asli desa|hasil usaha desa",
    "ADD": "add adk|alokasi dana desa|alokasi dana kampung",
    "DDS": "dd dds|dana desa|dana desa apbn|dana desa reguler|dd reguler",
    "PBH": "pbh bhp bhpr bhprd bhpd bhprdk pdrd|bagi hasil pajak|bagi hasil pajak dan retribusi"
    "|bagi hasil pajak dan retribusi daerah|bagi hasil pajak dan retribusi daerah kabupaten kota"
    "|bagi hasil pajak dan retribusi kabupaten kota|penerimaan bagi hasil pajak dan retribusi daerah"
    "|bhp bhr|bhp dan bhr|dbh|dana bagi hasil",
    "PBP": "pbp bkp bkprov bankeuprov bkpprov bkkprov|bankeu prov|bankeu provinsi|bantuan keuangan provinsi"
    "|bantuan provinsi|bk provinsi|bk prov|bkk provinsi|bkk prov|penerimaan bantuan keuangan provinsi"
    "|bantuan keuangan apbd provinsi|bantuan keuangan dari apbd provinsi",
    "PBK": "pbk bkk bkkab bankeukab bkkd|bankeu kab|bankeu kabupaten|bankeu kota|bankeu kabupaten kota"
    "|bantuan keuangan kabupaten|bantuan keuangan kota|bantuan keuangan kabupaten kota|bk kabupaten|bk kab"
    "|bantuan kabupaten|bkk kabupaten|bkk kab|penerimaan bantuan keuangan kabupaten kota"
    "|bantuan keuangan apbd kabupaten kota|bantuan keuangan khusus kabupaten",
    "SWD": "swd swadaya|swadaya masyarakat|swadaya partisipasi dan gotong royong|partisipasi masyarakat",
    "DLL": "dll lain lainnya pll|lain lain|pendapatan lain lain|pendapatan lain|sumber lain"
    "|lain lain pendapatan desa yang sah|bunga bank",
}
_UNCLEAR = {
    "bankeu": ("PBP", "PBK"),
    "bk": ("PBP", "PBK"),
    "bantuan keuangan": ("PBP", "PBK"),
    "bantuan keuangan khusus": ("PBP", "PBK"),
}
_SEPARATORS = re.compile(r"\s*(?:[,;/+&|]|\bdan\b)\s*", re.IGNORECASE)
_CARRY_OVER = re.compile(r"\bsi\s?lpa\b", re.IGNORECASE)


class FundError(ValueError):
    """A cell that is not one fund source.

    Attributes:
        code: ``row-fund-several``, ``row-fund-unclear``, ``row-fund-carry-over`` or ``row-fund-unknown``.
        readings: fund source codes it could mean.
    """

    def __init__(self, code: str, readings: tuple[str, ...] = ()) -> None:
        super().__init__(code, readings)
        self.code = code
        self.readings = readings


def _table() -> dict[str, str]:
    found: dict[str, str] = {}
    for fund, spellings in _SPELLINGS.items():
        single, *phrases = spellings.split("|")
        for word in [*single.split(), *phrases]:
            found[word] = fund
    return found


_BY_SPELLING = _table()


def fund_code(text: str, chart: Chart) -> str:
    """Code of the one fund source a cell names.

    SiLPA with a fund (``SiLPA DD``) is that fund: last year's balance keeps the code it came from.

    Raises:
        FundError: none, several, or not clear which.
    """
    code = _lookup(text, chart)
    if code:
        return code
    inner = re.fullmatch(r"(.*?)\s*\((.*)\)\s*", text.strip())
    if inner:
        both = {_lookup(inner[1], chart), _lookup(inner[2], chart)} - {""}
        if len(both) == 1:
            return both.pop()
    parts = [part for part in _SEPARATORS.split(text) if part.strip()]
    codes = tuple(dict.fromkeys(filter(None, (_lookup(part, chart) for part in parts))))
    if len(parts) > 1 and codes:
        raise FundError("row-fund-several", codes)
    unclear = _UNCLEAR.get(_words(text))
    if unclear:
        raise FundError("row-fund-unclear", unclear)
    if _CARRY_OVER.search(text):
        raise FundError("row-fund-carry-over")
    raise FundError("row-fund-unknown")


def _lookup(text: str, chart: Chart) -> str:
    plain = _CARRY_OVER.sub(" ", text).strip()
    if plain.upper() in chart.funds:
        return plain.upper()
    return _BY_SPELLING.get(_words(plain), "")


def _words(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text.casefold().replace("&", " dan ")).split())
