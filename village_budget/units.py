"""Units in the one usual spelling: ``Bh`` is ``Buah``, ``Bln`` is ``Bulan``.

One village used 62 spellings for some twenty units. Only abbreviations and slips are replaced; a unit that is
merely written small or large stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SPELLINGS = {
    "Buah": "bh bua buahh bj biji unit.bh",
    "Bulan": "bln bl buln bulann",
    "Tahun": "thn th taahun tahunn",
    "Hari": "hr hri",
    "Orang": "org orng orag",
    "Jam": "jm",
    "Kali": "kl kal",
    "Kegiatan": "keg kgt kegitan kegiatn kegt",
    "Paket": "pkt pket paker",
    "Lembar": "lbr lmbr lb lmbar",
    "Batang": "btg batg btng",
    "Liter": "ltr lt lter",
    "Kilogram": "kilo",
    "kg": "kgs kgr kq",
    "Zak": "zk sk",
    "Rim": "rm",
    "Dus": "doos dos dos. dus.",
    "Lusin": "lsn ls.n",
    "Botol": "btl",
    "Bungkus": "bks bgks",
    "Kotak": "ktk kotk",
    "Roll": "rol rl",
    "Set": "st",
    "Unit": "unt",
    "Stel": "stl",
    "Pasang": "psg psng",
    "Porsi": "prs",
    "Meter": "mtr meter. m'",
    "m2": "m² m^2 meter2 mtr2",
    "m3": "m³ m^3 meter3 mtr3 kubik",
    "HOK": "h.o.k",
    "OB": "o.b ob. org/bln orang/bulan org/bulan",
    "OH": "o.h oh. org/hr orang/hari org/hari",
    "OK": "o.k org/kali orang/kali org/keg",
    "Ls": "l.s lump lumpsum lumsum",
    "Eksemplar": "eks exp eksp",
    "Pcs": "pc pces",
}


def _table() -> dict[str, str]:
    found = {word: unit for unit, words in _SPELLINGS.items() for word in words.split()}
    return found | {unit.casefold(): unit for unit in _SPELLINGS}


_BY_SPELLING = _table()


@lru_cache(maxsize=2048)
def usual_unit(text: str) -> str:
    """The usual spelling of a unit; the text itself when it is one already, or not known."""
    words = re.sub(r"\s+", " ", text.casefold()).strip()
    found = _BY_SPELLING.get(words) or _BY_SPELLING.get(words.rstrip("."))
    return found if found and found.casefold() != words else text


def is_unit(text: str) -> bool:
    """Whether text is a known unit in any spelling."""
    words = re.sub(r"\s+", " ", text.casefold()).strip()
    return words in _BY_SPELLING or words.rstrip(".") in _BY_SPELLING
