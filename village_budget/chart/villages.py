"""The villages a new plan can be picked from (Kabupaten Banyuwangi; Kemendagri codes)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache

from village_budget import paths


@dataclass(frozen=True, slots=True)
class KnownVillage:
    """A village with its Kemendagri code and district."""

    code: str
    name: str
    district: str
    regency: str = "Banyuwangi"
    province: str = "Jawa Timur"


@lru_cache(maxsize=1)
def known_villages() -> tuple[KnownVillage, ...]:
    """All villages of ``resources/chart/villages_banyuwangi.csv``, in code order."""
    with paths.resource("chart", "villages_banyuwangi.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(KnownVillage(row["village_code"], row["village"], row["district"]) for row in rows)
