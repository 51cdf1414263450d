"""What a regency (Dinas PMD) hands out to be laid over the national rules; it never loosens them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from village_budget.chart.chart import Chart
from village_budget.domain.form_change import FormChange
from village_budget.errors import PackError
from village_budget.money import Sen
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.packs.pack import Delegation, Rule, RulePack

_STRICTER_ABOVE = ("monthly_minimum",)
_STRICTER_BELOW = ("monthly_maximum", "amount_max", "line_max", "count_max")


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit that the regency sets.

    Attributes:
        rule: id of the rule.
        number: rupiah, or a count for rules that count.
        line: where it stands in the file.
        field: where it stands, e.g. ``pay.kades.max``.
    """

    rule: str
    number: int
    line: int
    field: str


@dataclass(frozen=True, slots=True)
class Overlay:
    """What the regency adds to a pack; every part may be empty.

    Attributes:
        name: who made it and for what, shown beside the pack.
        checked_on: ISO date on which its numbers were last read; empty when not told.
        file: file name, for messages.
        limits: limits of rules of the pack, those of the table of pay too.
        rules: rules of its own by id.
        lines: line of each of these rules in the file.
        ceilings: amounts in sen by village code and question (``pagu.DDS``).
        activities: names of the regency's activity codes (90-99).
        accounts: names of its account codes.
        delegation: who evaluates; None when it does not say.
        holidays: its own holidays with their names.
        price_list: its list of standard prices; empty when it names none.
        forms: what its own regulation changes in the official forms.
    """

    name: str
    checked_on: str
    file: str
    limits: tuple[Limit, ...] = ()
    rules: Mapping[str, Rule] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    ceilings: Mapping[str, Mapping[str, Sen]] = field(default_factory=dict)
    activities: Mapping[str, str] = field(default_factory=dict)
    accounts: Mapping[str, str] = field(default_factory=dict)
    delegation: Delegation | None = None
    holidays: Mapping[date, str] = field(default_factory=dict)
    price_list: str = ""
    forms: Mapping[str, FormChange] = field(default_factory=dict)

    def apply_to(self, pack: RulePack, village_code: str = "") -> RulePack:
        """The pack of a year with all that the regency adds for a village; no national rule is loosened.

        A limit for a rule of another year only is left aside.

        Raises:
            PackError: a limit for a rule that no pack has or that the law sets more strictly, or a rule that
                is already there; names file, line and field.
        """
        rules = dict(pack.rules)
        for limit in self.limits:
            rule = rules.get(limit.rule)
            if rule is not None:
                rules[limit.rule] = self._limited(rule, limit)
            elif not _is_known(limit.rule):
                raise self._trouble("overlay-unknown-rule", limit.line, limit.field, limit.rule)
        for rule_id, rule in self.rules.items():
            if rule_id in pack.rules:
                raise self._trouble("overlay-national-rule", self.lines[rule_id], f"rules.{rule_id}", rule_id)
            if rule.holds_in(pack.year):
                rules[rule_id] = rule
        given = {question: str(sen) for question, sen in self.ceilings.get(village_code, {}).items()}
        return replace(
            pack, rules=rules, overlay=self.name, given=given, holidays=dict(self.holidays),
            delegation=self.delegation, price_list=self.price_list,
        )  # fmt: skip

    def chart_with(self, chart: Chart) -> Chart:
        """The chart with the regency's codes and their names; the same chart when it has none."""
        if not self.activities and not self.accounts:
            return chart
        return chart.with_regency(self.activities, self.accounts)

    def _limited(self, rule: Rule, limit: Limit) -> Rule:
        """The rule with the regency's limit, when the law leaves it open or is less strict."""
        number = limit.number if KINDS[rule.kind].counts else limit.number * 100
        if not (_is_open(rule) or _is_stricter(rule, number)):
            raise self._trouble("overlay-national-rule", limit.line, limit.field, limit.number)
        return replace(rule, limit=number)

    def _trouble(self, code: str, line: int, where: str, value: object) -> PackError:
        return PackError(code, file=self.file, line=line, field=where, value=str(value))


def _is_open(rule: Rule) -> bool:
    return rule.local and "limit" in KINDS[rule.kind].needs


def _is_stricter(rule: Rule, number: int) -> bool:
    if rule.limit is None:
        return False
    above = rule.kind in _STRICTER_ABOVE and number >= rule.limit
    return above or (rule.kind in _STRICTER_BELOW and number <= rule.limit)


def _is_known(rule_id: str) -> bool:
    """Whether any year's pack has the rule; asked only when the year at hand has not."""
    from village_budget.rules.packs.loader import known_rules

    return rule_id in known_rules()
