"""Accounts proposed for the groups of a sheet that names none: bahan, upah, alat; or a heading's account."""

from __future__ import annotations

import re

from village_budget.chart.chart import Chart
from village_budget.exchange.lines.sheet_facts import account_named

_BLOCKS = (
    ("05", re.compile(r"\b(operasional|administrasi|tpk|pk)\b", re.IGNORECASE)),
    ("01", re.compile(r"\bhonor", re.IGNORECASE)),
    ("02", re.compile(r"\b(upah|tenaga(\s+kerja)?|pekerja)\b", re.IGNORECASE)),
    ("04", re.compile(r"\b(peralatan|alat|sewa)\b", re.IGNORECASE)),
    ("03", re.compile(r"\b(bahan|material)\b", re.IGNORECASE)),
)
"""Last digits of the accounts of works (5.3.4 to 5.3.8), by the words over a block."""
_OBJECTS = (
    ("5.3.6", "5.2.6.06", re.compile(r"\bjembatan\b", re.IGNORECASE)),
    ("5.3.5", "5.2.6.05", re.compile(r"\b(jalan|rabat|paving|gang)\b", re.IGNORECASE)),
    (
        "5.3.7", "5.2.6.07",
        re.compile(r"\b(irigasi|embung|drainase|saluran|sungai|sampah|limbah|talud|tpt|gorong)", re.I),
    ),
    (
        "5.3.8", "5.2.6.08",
        re.compile(r"\b(jaringan|instalasi|listrik|penerangan|internet|air bersih|air minum|pipa)", re.I),
    ),
)  # fmt: skip
_BUILDING = ("5.3.4", "5.2.6.04")
_UPKEEP = re.compile(r"\bpemeliharaan\b", re.IGNORECASE)


def works_group(activity_name: str) -> tuple[str, str]:
    """What is built: the account group of capital spending (``5.3.5``), and the account of its upkeep."""
    for group, upkeep, words in _OBJECTS:
        if words.search(activity_name):
            return group, upkeep
    return _BUILDING


def account_for_block(block: str, activity_name: str, chart: Chart) -> str:
    """Account proposed for a block of works; empty when its words say nothing.

    Upkeep is one account of goods and services, whatever the block (5.2.6).
    """
    last = next((number for number, words in _BLOCKS if words.search(block)), "")
    if not last:
        return ""
    group, upkeep = works_group(activity_name)
    code = upkeep if _UPKEEP.search(activity_name) else f"{group}.{last}"
    return code if code in chart.accounts else ""


def account_for_group(heading: str, chart: Chart) -> str:
    """Account that a group's heading names (``Belanja Alat Tulis Kantor``); empty when it names none."""
    return account_named(heading, chart)
