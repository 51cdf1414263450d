"""Unit prices against the regency's standard, and against each other (LOC-PRICE, PLAN-HARGA)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from village_budget.chart.chart import Chart
from village_budget.chart.codes import is_within
from village_budget.domain.findings import Direction, Finding
from village_budget.domain.lines import Line, Part
from village_budget.domain.prices import PriceBook, folded_name, folded_unit
from village_budget.figures.selector import Watch
from village_budget.money import AmountError, Sen, format_rupiah, line_amount
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    counted,
    finding,
    line_facts,
    set_facts,
)
from village_budget.rules.kinds.kind import RuleKind, words
from village_budget.rules.packs.pack import Rule

_UNLIKE_UNITS = ("paket", "ls", "kegiatan", "ok", "ob", "oj")
"""Units of lump sums and of fees: two such lines of one name are rarely the same thing."""
_FEES = ("5.1", "5.2.2")
"""Pay and honoraria, which differ by post and by team."""
_SHOWN = 20


def overprice(line: Line, book: PriceBook) -> Sen:
    """How much of a line's amount lies above the standard price of its item and unit; 0 when none does."""
    if line.part is not Part.SPENDING:
        return 0
    standard = book.standard(line.description, line.unit)
    if standard is None or line.unit_price <= standard.item.price:
        return 0
    try:
        return max(line.amount - line_amount(line.volume, standard.item.price), 0)
    except AmountError:
        return 0


class DearLines:
    """Lines above the standard that give no reason; each weighs what it is too dear by.

    Attributes:
        explained: those that give one.
    """

    def __init__(self, book: PriceBook, watch: Watch) -> None:
        self.explained = Watch()
        self._book = book
        self._watch = watch
        self._dear: dict[int, Line] = {}

    def look(self, key: int, line: Line | None, activity_code: str) -> None:  # noqa: ARG002 - as every tracker
        """Compare a line that came, went or changed."""
        before = self._dear.pop(key, None)
        if before is not None:
            self._watch_of(before).remove(before)
        over = 0 if line is None else overprice(line, self._book)
        if line is not None and over:
            dear = self._dear[key] = replace(line, amount=over)
            self._watch_of(dear).add(dear)

    def _watch_of(self, line: Line) -> Watch:
        return self.explained if line.price_reason.strip() else self._watch


class SameItems:
    """Lines for the same item and unit that stand in the plan at more than one price.

    Attributes:
        count: how many items have several prices.
    """

    def __init__(self, chart: Chart, watch: Watch) -> None:
        self.count = 0
        self._chart = chart
        self._watch = watch
        self._item_of: dict[int, tuple[str, str]] = {}
        self._lines: dict[tuple[str, str], dict[int, Line]] = {}
        self._prices: dict[tuple[str, str], Counter[Sen]] = {}

    def look(self, key: int, line: Line | None, activity_code: str) -> None:  # noqa: ARG002 - as every tracker
        """Sort in a line that came, went or changed."""
        item = self._item_of.pop(key, None)
        if item is not None:
            self._take_out(key, item)
        if line is not None and (item := self._item(line)) is not None:
            self._item_of[key] = item
            self._put_in(line, item)

    def prices(self, line_id: int) -> list[Sen]:
        """The prices at which the item of a line stands in the plan, lowest first."""
        return sorted(self._prices[self._item_of[line_id]])

    def firsts(self, ids: Iterable[int]) -> list[int]:
        """Of these lines the first of each item."""
        return list({self._item_of[key]: key for key in reversed(list(ids))}.values())[::-1]

    def _item(self, line: Line) -> tuple[str, str] | None:
        """What is compared: goods and services by the piece, under a name of their own."""
        if line.part is not Part.SPENDING or line.unit_price <= 0:
            return None
        if any(is_within(line.account_code, head) for head in _FEES):
            return None
        name, unit = folded_name(line.description), folded_unit(line.unit)
        if not name or not unit or unit in _UNLIKE_UNITS:
            return None
        if line.account_code and name == folded_name(self._chart.account_name(line.account_code)):
            return None
        return name, unit

    def _take_out(self, key: int, item: tuple[str, str]) -> None:
        lines, prices = self._lines[item], self._prices[item]
        several = len(prices) > 1
        old = lines.pop(key)
        if several:
            self._watch.remove(old)
        prices[old.unit_price] -= 1
        if not prices[old.unit_price]:
            del prices[old.unit_price]
        if several and len(prices) == 1:
            self.count -= 1
            for other in lines.values():
                self._watch.remove(other)
        if not lines:
            del self._lines[item], self._prices[item]

    def _put_in(self, line: Line, item: tuple[str, str]) -> None:
        lines, prices = self._lines.setdefault(item, {}), self._prices.setdefault(item, Counter())
        several = len(prices) > 1
        lines[line.id] = line
        prices[line.unit_price] += 1
        if several:
            self._watch.add(line)
        elif len(prices) > 1:
            self.count += 1
            for other in lines.values():
                self._watch.add(other)


def above_standard(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """No unit price is above the regency's standard without a reason; the gap is what is too much in all.

    Facts: ``gap`` in rupiah, ``count`` and ``lines``, ``first`` with its ``price`` and ``standard``. When all
    of them are explained (``reasoned``), these are counted, and ``reasons`` says up to three.
    """
    assert inputs.dear is not None
    dear, explained = inputs.measured.largest(), inputs.dear.explained
    over = inputs.measured.total
    reasoned = bool(explained.members) and not dear
    verdict = Verdict(over, 0, over, Direction.AT_MOST, lines=dear, variant="reasoned" if reasoned else "")
    facts = {**set_facts(inputs, dear), "gap": format_rupiah(over), "price": "", "standard": ""}
    facts["reasons"] = _reasons(inputs, explained) if reasoned else ""
    if reasoned:
        count = len(explained.members)
        facts |= {"count": str(count), "lines": counted(count, "line", "lines")}
    if dear and inputs.book is not None:
        line = inputs.plan.lines[dear[0]]
        standard = inputs.book.standard(line.description, line.unit)
        facts["price"] = format_rupiah(line.unit_price)
        facts["standard"] = format_rupiah(standard.item.price) if standard else ""
    return (finding(rule, verdict, facts),)


def _reasons(inputs: Inputs, explained: Watch) -> str:
    lines = [inputs.plan.lines[key] for key in explained.largest(3)]
    more = "; \N{HORIZONTAL ELLIPSIS}" if len(explained.members) > len(lines) else ""
    return "; ".join(f"{line.description}, {line.price_reason.strip().rstrip('.')}" for line in lines) + more


def prices_state(inputs: Inputs) -> object:
    """What `above_standard` depends on."""
    assert inputs.dear is not None
    return inputs.measured.version, inputs.dear.explained.version


def same_price(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """The same item and unit stands at one price all over the plan; counts items.

    Facts: ``count`` and ``items``, ``names`` of up to three with their lowest and highest price.
    """
    same = inputs.same_items
    assert same is not None
    lines = inputs.measured.largest()
    verdict = Verdict(same.count, 0, same.count, Direction.AT_MOST, unit="count", lines=lines)
    named = [
        _both_prices(inputs.plan.lines[key], same.prices(key)) for key in same.firsts(lines[:_SHOWN])[:3]
    ]
    more = "; \N{HORIZONTAL ELLIPSIS}" if same.count > len(named) else ""
    facts = {
        "count": str(same.count), "items": counted(same.count, "item", "items"),
        "names": "; ".join(named) + more, **line_facts(inputs, lines),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)


def _both_prices(line: Line, prices: list[Sen]) -> str:
    low, high = format_rupiah(prices[0]), format_rupiah(prices[-1])
    return f"{line.description} ({line.unit}) {low} / {high}"


PRICE_KINDS: dict[str, RuleKind] = {
    "above_standard": RuleKind(
        above_standard, words("measured gap count lines first codes price standard reasons"), rows="lines",
        variants=("reasoned",), state=prices_state, compares=True,
    ),
    "same_price": RuleKind(same_price, words("count items names first codes"), rows="lines"),
}  # fmt: skip
