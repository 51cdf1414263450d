"""The chart as the program knows it: look-up by code, search by words, regency additions, tags."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from village_budget import paths
from village_budget.chart import codes
from village_budget.chart.codes import CodeError
from village_budget.chart.tags import TagInfo, TagProposal, read_tags


@dataclass(frozen=True, slots=True)
class ChartEntry:
    """One activity or account of the chart.

    Attributes:
        code: in the one form, ``1.1.01`` or ``5.1.1.01``.
        name: official name.
        kind: accounts: ``revenue``, ``expenditure`` or ``financing``; activities: empty.
        origin: where the code comes from (``permendagri_20_2018``, ``siskeudes_addition``, ``regency``).
    """

    code: str
    name: str
    kind: str = ""
    origin: str = "regency"

    @property
    def level(self) -> int:
        """1 for a sector or akun, up to 3 (activities) or 4 (accounts)."""
        return codes.level(self.code)


@dataclass(frozen=True, slots=True)
class FundSource:
    """A fund source: code, name, and what it is."""

    code: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A code as found in the chart.

    Attributes:
        code: the code to keep.
        entry: the chart's entry; None for a regency code the chart has no name for.
        notice: empty, ``regency-code`` or ``old-spelling``.
    """

    code: str
    entry: ChartEntry | None
    notice: str = ""


class Chart:
    """Activities, accounts, fund sources and tags by code; read only."""

    def __init__(
        self,
        activities: Iterable[ChartEntry],
        accounts: Iterable[ChartEntry],
        funds: Iterable[FundSource],
        tags: Iterable[TagProposal] = (),
        infos: Mapping[str, TagInfo] | None = None,
    ) -> None:
        self.activities = {entry.code: entry for entry in activities}
        self.accounts = {entry.code: entry for entry in accounts}
        self.funds = {fund.code: fund for fund in funds}
        self.tags = dict(infos or {})
        self._proposals = tuple(tags)
        self._tag_cache: dict[tuple[str, str], tuple[str, ...]] = {}

    def with_regency(self, activities: Mapping[str, str], accounts: Mapping[str, str]) -> Chart:
        """The chart with a regency's own codes (90-99) and their names."""
        more = [ChartEntry(code, name) for code, name in activities.items()]
        kinds = {code: self.accounts[codes.parent(code)].kind for code in accounts}
        booked = [ChartEntry(code, name, kinds[code]) for code, name in accounts.items()]
        return Chart(
            sorted([*self.activities.values(), *more], key=lambda entry: entry.code),
            sorted([*self.accounts.values(), *booked], key=lambda entry: entry.code),
            self.funds.values(), self._proposals, self.tags,
        )  # fmt: skip

    def activity(self, text: str) -> Resolved:
        """Look an activity code up, of any level and in any usual spelling.

        Raises:
            CodeError: ``code-unreadable`` or ``activity-unknown``.
        """
        code = codes.activity_code(text)
        if code in self.activities:
            return Resolved(code, self.activities[code])
        if code.endswith(".01") and f"{code[:-2]}00" in self.activities:
            entry = self.activities[f"{code[:-2]}00"]
            return Resolved(entry.code, entry, "old-spelling")
        if codes.level(code) == 3 and codes.is_regency_range(code) and codes.parent(code) in self.activities:
            return Resolved(code, None, "regency-code")
        raise CodeError("activity-unknown", text)

    def account(self, text: str) -> Resolved:
        """Look an account code up, of any level and in any usual spelling.

        Raises:
            CodeError: ``code-unreadable`` or ``account-unknown``.
        """
        code = codes.account_code(text)
        if code in self.accounts:
            return Resolved(code, self.accounts[code])
        if codes.level(code) == 4 and codes.is_regency_range(code) and codes.parent(code) in self.accounts:
            return Resolved(code, None, "regency-code")
        raise CodeError("account-unknown", text)

    def activity_name(self, code: str) -> str:
        """Official name of an activity code; ``Kegiatan <code>`` for a regency code without a name."""
        entry = self.activities.get(code)
        return entry.name if entry else f"Kegiatan {code}"

    def account_name(self, code: str) -> str:
        """Official name of an account code; ``Rekening <code>`` for a regency code without a name."""
        entry = self.accounts.get(code)
        return entry.name if entry else f"Rekening {code}"

    def search_activities(self, text: str, limit: int = 50) -> list[ChartEntry]:
        """Activities (level 3) whose code starts with or whose name holds every word of ``text``."""
        return _search(self.activities.values(), text, level=3, limit=limit)

    def search_accounts(self, text: str, kind: str, limit: int = 50) -> list[ChartEntry]:
        """Accounts (level 4) of a kind, found the same way.

        ``kind`` is ``revenue``, ``expenditure``, ``financing`` (both ways), ``financing_in`` or
        ``financing_out``.
        """
        entries = [entry for entry in self.accounts.values() if entry.kind.startswith(kind)]
        return _search(entries, text, level=4, limit=limit)

    def implied_fund(self, account_code: str) -> str:
        """Fund source that a revenue account can only have (4.2.1 -> DDS), or empty."""
        return next((fund for head, fund in _IMPLIED_FUNDS if codes.is_within(account_code, head)), "")

    def proposed_tags(self, activity_code: str, account_code: str) -> tuple[str, ...]:
        """Tags that the codes suggest, in the order of ``resources/chart/tags.csv``."""
        key = (activity_code, account_code)
        found = self._tag_cache.get(key)
        if found is None:
            found = tuple(
                dict.fromkeys(p.tag for p in self._proposals if p.fits(activity_code, account_code))
            )
            self._tag_cache[key] = found
        return found


_IMPLIED_FUNDS = (
    ("4.1.3", "SWD"), ("4.1", "PAD"), ("4.2.1", "DDS"), ("4.2.2", "PBH"), ("4.2.3", "ADD"),
    ("4.2.4", "PBP"), ("4.2.5", "PBK"), ("4.3", "DLL"),
)  # fmt: skip


def _search(entries: Iterable[ChartEntry], text: str, level: int, limit: int) -> list[ChartEntry]:
    words = text.casefold().split()
    by_code = [e for e in entries if e.level == level and words and e.code.startswith(words[0])]
    by_name = [e for e in entries if e.level == level and all(word in e.name.casefold() for word in words)]
    return list(dict.fromkeys(by_code + by_name))[:limit]


def _rows(name: str) -> Iterator[dict[str, str]]:
    with paths.resource("chart", name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@lru_cache(maxsize=1)
def national_chart() -> Chart:
    """The chart shipped with the program (Permendagri 20/2018 and Siskeudes' additions)."""
    return Chart(
        (ChartEntry(row["code"], row["name"], "", row["origin"]) for row in _rows("activities.csv")),
        (ChartEntry(row["code"], row["name"], row["type"], row["origin"]) for row in _rows("accounts.csv")),
        (FundSource(row["code"], row["name"], row["description"]) for row in _rows("fund_sources.csv")),
        (TagProposal(row["tag"], row["activity"], row["account"]) for row in _rows("tags.csv")),
        read_tags(),
    )
