"""Names of exported files: safe on every system and in every chat."""

from __future__ import annotations

import re
import unicodedata

_LONGEST_NAME = 60


def workbook_name(form_name: str, village: str, fiscal_year: int) -> str:
    """``<form>_<village>_<year>.xlsx`` in plain letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", village).encode("ascii", "ignore").decode()
    place = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST_NAME] or "desa"
    return f"{form_name}_{place}_{fiscal_year}.xlsx"
