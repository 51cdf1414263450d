"""The fingerprint of a plan version: SHA-256 over its canonical content, kept up to date edit by edit.

It depends on what a plan says and on nothing else: not on keys in the file, the order of rows, gaps in the
numbering, the clock or the machine. Rows are digested one by one, the rows of an activity (and the revenue
and the financing lines) into one digest a group, the groups into the fingerprint; an edit digests its rows
again and joins their group, never the plan. A golden vector in the tests pins every byte of it.

What it covers: village code, fiscal year, version, all activities and lines with their order. Signers, the
status and the regulation's number may change while the budget stays what was printed; they are guarded by
the seal of the file.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeAlias

from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line
from village_budget.domain.plan import Change, PlanInfo
from village_budget.domain.village import Village
from village_budget.store.row_values import (
    columns,
    decimal_text,
    dump,
    factors_text,
)

TAG = "village-budget-plan-1"
GroupKey: TypeAlias = int | str
_Member: TypeAlias = tuple[str, int, bytes]
_Ranked: TypeAlias = tuple[int, str, int, bytes]
_ORDER = {"revenue": 0, "financing": 2}
_LATER = ("link", "price_reason", "volume_expression", "review")


def short_form(fingerprint: str) -> str:
    """The first 16 hex digits in groups of four, as printed: ``7F3A 91C2 D04E 55B1``."""
    head = fingerprint[:16].upper()
    return " ".join(head[start : start + 4] for start in range(0, 16, 4))


def line_content(line: Line) -> str:
    """Canonical text of a line: everything but its key, its activity's key and its place number.

    What came with later versions stands in it only when it is set: what older versions printed stays.
    """
    later = {name: value for name in _LATER if (value := getattr(line, name))}
    return dump(
        [
            line.part.value, line.account_code, line.description, decimal_text(line.volume), line.unit,
            line.unit_price, line.amount, line.fund, factors_text(line.factors),
            None if line.tags is None else list(line.tags), line.note, line.expression,
            *([later] if later else ()),
        ]
    )  # fmt: skip


def activity_content(activity: Activity) -> str:
    """Canonical text of an activity: everything but its key and its place number.

    Tags stand in it only when the user chose them: what older versions printed stays what it was.
    """
    values = columns(activity)
    del values["id"], values["position"]
    if activity.tags is None:
        del values["tags"]
    return dump(list(values.values()))


def _digest(text: str) -> bytes:
    return sha256(text.encode("ascii")).digest()


@dataclass(slots=True)
class _Group:
    """An activity with its lines, or the revenue or financing lines; ``head`` None: no such activity."""

    order: int
    code: str = ""
    position: int = 0
    head: bytes | None = None
    members: dict[int, _Member] = field(default_factory=dict)

    def copy(self) -> _Group:
        return _Group(self.order, self.code, self.position, self.head, dict(self.members))

    def ranked(self) -> _Ranked | None:
        """Its place among the groups and its digest; None when there is nothing in it."""
        if self.head is None and not self.members:
            return None
        rows = b"".join(member[2] for member in sorted(self.members.values()))
        return (self.order, self.code, self.position, sha256((self.head or b"") + b":" + rows).digest())


@dataclass(frozen=True, slots=True)
class PreparedDigest:
    """A fingerprint as it will be once an edit is written; `PlanDigest.accept` makes it the present one."""

    fingerprint: str
    groups: dict[GroupKey, _Group]
    ranking: list[_Ranked]
    head: str


class PlanDigest:
    """Digests of one plan version's rows, and their fingerprint."""

    def __init__(
        self, village: Village, info: PlanInfo, activities: Iterable[Activity], lines: Iterable[Line]
    ) -> None:
        self._groups: dict[GroupKey, _Group] = {}
        self._head = head_content(village, info)
        for activity in activities:
            _put_activity(self._groups, activity.id, activity)
        for line in lines:
            _put_line(self._groups, line)
        self._ranking = sorted(r for r in (group.ranked() for group in self._groups.values()) if r)
        self.fingerprint = _join(self._head, self._ranking)

    def prepare(self, changes: Sequence[Change]) -> PreparedDigest:
        """The fingerprint after some changes; nothing is kept until it is accepted."""
        touched: dict[GroupKey, _Group] = {}
        ranking = self._ranking
        head = self._head
        village, info = _heads(changes)
        if village or info:
            head = _changed_head(head, village, info)
        for change in changes:
            for row in (change.before, change.after):
                if isinstance(row, Activity | Line):
                    key = group_key(row)
                    if key not in touched:
                        group = self._groups.get(key)
                        touched[key] = group.copy() if group else _new_group(key)
            _follow(touched, change)
        if touched:
            ranking = list(ranking)
            for key, group in touched.items():
                _rerank(ranking, self._groups.get(key), group)
        return PreparedDigest(_join(head, ranking), touched, ranking, head)

    def accept(self, prepared: PreparedDigest) -> None:
        """Take the prepared state as the present one; called when the edit is on disk."""
        for key, group in prepared.groups.items():
            if group.head is None and not group.members:
                self._groups.pop(key, None)
            else:
                self._groups[key] = group
        self._ranking = prepared.ranking
        self._head = prepared.head
        self.fingerprint = prepared.fingerprint


def head_content(village: Village, info: PlanInfo) -> str:
    """Canonical text of what a plan is of: village code, fiscal year, version."""
    return dump([TAG, village.code, info.fiscal_year, info.version])


def group_key(row: Activity | Line) -> GroupKey:
    """The group that a row is digested in: its activity, or its part."""
    if isinstance(row, Activity):
        return row.id
    return row.part.value if row.activity_id is None else row.activity_id


def _heads(changes: Sequence[Change]) -> tuple[Village | None, PlanInfo | None]:
    village = info = None
    for change in changes:
        if isinstance(change.after, Village):
            village = change.after
        elif isinstance(change.after, PlanInfo):
            info = change.after
    return village, info


def _changed_head(head: str, village: Village | None, info: PlanInfo | None) -> str:
    import json

    tag, code, year, version = json.loads(head)
    if village:
        code = village.code
    if info:
        year, version = info.fiscal_year, info.version
    return dump([tag, code, year, version])


def _new_group(key: GroupKey) -> _Group:
    return _Group(1) if isinstance(key, int) else _Group(_ORDER[key])


def _put_activity(groups: dict[GroupKey, _Group], key: int, activity: Activity | None) -> None:
    group = groups.setdefault(key, _Group(1))
    if activity is None:
        group.code, group.position, group.head = "", 0, None
    else:
        group.code, group.position = activity.code, activity.position
        group.head = _digest(activity_content(activity))


def _put_line(groups: dict[GroupKey, _Group], line: Line) -> None:
    key = group_key(line)
    group = groups.get(key)
    if group is None:
        group = groups[key] = _new_group(key)
    group.members[line.id] = (line.account_code, line.position, _digest(line_content(line)))


def _follow(groups: dict[GroupKey, _Group], change: Change) -> None:
    if isinstance(change.before, Line):
        groups[group_key(change.before)].members.pop(change.key, None)
    if isinstance(change.after, Line):
        _put_line(groups, change.after)
    elif isinstance(change.after, Activity) or isinstance(change.before, Activity):
        _put_activity(groups, change.key, change.after if isinstance(change.after, Activity) else None)


def _rerank(ranking: list[_Ranked], old: _Group | None, new: _Group) -> None:
    was = old.ranked() if old else None
    if was:
        del ranking[bisect_left(ranking, was)]
    now = new.ranked()
    if now:
        insort(ranking, now)


def _join(head: str, ranking: list[_Ranked]) -> str:
    return sha256(_digest(head) + b"".join([group[3] for group in ranking])).hexdigest()
