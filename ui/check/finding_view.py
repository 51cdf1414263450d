"""A finding as the window shows it: state, words and numbers, ready to be painted."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from village_budget.domain.findings import Direction, Finding, Severity
from village_budget.money import format_amount, format_percent

if TYPE_CHECKING:
    from village_budget.rules.packs.pack import Rule, RulePack

STATES = {
    "broken": ("melanggar", "bad"),
    "warning": ("peringatan", "warn"),
    "near": ("peringatan", "warn"),
    "advice": ("saran", "accent"),
    "ask": ("catatan", "accent"),
    "waived": ("dikecualikan", "waive"),
    "unverified": ("belum-terverifikasi", "ink3"),
    "holds": ("terpenuhi", "ok"),
    "absent": ("kurang", "ink3"),
}
"""State -> icon and colour token."""


_SHARES = ("share_max", "share_min", "share_range", "tiered_share")


def _tr(text: str) -> str:
    return QCoreApplication.translate("FindingView", text)


@dataclass(frozen=True, slots=True)
class FindingView:
    """What is shown of one finding.

    Attributes:
        finding: what the rule says.
        rule: the rule itself: its theme, source note and questions.
        state: a key of `STATES`.
        title: name of the rule, with its fund source.
        short: label of its gauge.
        sentence: what was found, in one sentence.
        demand: what the article asks.
        measured: measured value as text.
        limit: limit as text with its word, ``min 2.426.640``; empty when there is none.
        gap: ``kurang 226.640``, ``lebih ...``, ``sisa ...`` or ``2 baris``; empty when nothing to say.
    """

    finding: Finding
    rule: Rule
    state: str
    title: str
    short: str
    sentence: str
    demand: str
    measured: str
    limit: str
    gap: str

    @property
    def icon(self) -> str:
        """Icon of the state."""
        return STATES[self.state][0]

    @property
    def token(self) -> str:
        """Colour token of the state."""
        return STATES[self.state][1]

    @property
    def state_word(self) -> str:
        """The state in a word."""
        return {
            "broken": _tr("Broken"), "warning": _tr("Warning"), "near": _tr("Near its limit"),
            "advice": _tr("Advice"), "ask": _tr("Needs an answer"), "waived": _tr("Exempted"),
            "unverified": _tr("Holds, not verified"), "holds": _tr("Holds"), "absent": _tr("Does not apply"),
        }[self.state]  # fmt: skip

    @property
    def weight_word(self) -> str:
        """The severity in a word."""
        words = {Severity.ERROR: _tr("mandatory"), Severity.WARNING: _tr("attention")}
        return words.get(self.finding.severity, _tr("advice"))

    @property
    def open(self) -> bool:
        """Whether the plan is to be mended, or is about to break the rule; questions are counted apart."""
        return self.state in ("broken", "warning", "near", "advice")

    @property
    def has_figures(self) -> bool:
        """Whether figures tell something: what was measured and a limit, not nought where nought is right."""
        finding = self.finding
        measured = finding.applies and finding.direction is not Direction.NONE and finding.unit != "days"
        return measured and bool(finding.measured or finding.limit)

    @property
    def can_be_waived(self) -> bool:
        """Whether a recorded exemption may cover it."""
        broken = not self.finding.holds and self.finding.severity is Severity.ERROR
        return broken and self.rule.waivable


def view_of(finding: Finding, pack: RulePack, language: str) -> FindingView:
    """Put a finding into words in ``id`` or ``en``."""
    from village_budget.rules.wording import is_near, sentence

    rule = pack.rules[finding.rule]
    fund = f" · {finding.fund}" if finding.fund else ""
    return FindingView(
        finding=finding,
        rule=rule,
        state=_state(finding, near=is_near(finding)),
        title=rule.title.get(language) + fund,
        short=rule.short.get(language) + fund,
        sentence=sentence(finding, rule, language),
        demand=rule.demand.get(language),
        measured=_measured(finding),
        limit=_limit(finding),
        gap=_gap(finding, rule),
    )


def _state(finding: Finding, *, near: bool) -> str:
    if finding.waived:
        return "waived"
    if not finding.holds:
        return {Severity.ERROR: "broken", Severity.WARNING: "warning"}.get(finding.severity, "advice")
    if finding.variant == "ask":
        return "ask"
    if not finding.applies:
        return "absent"
    if near:
        return "near"
    return "holds" if finding.verified else "unverified"


def _measured(finding: Finding) -> str:
    if not finding.is_money:
        return str(finding.measured)
    if finding.base:
        return format_percent(finding.measured, finding.base)
    return format_amount(finding.measured)


def _limit(finding: Finding) -> str:
    if not finding.is_money or finding.direction in (Direction.EQUAL, Direction.NONE) or not finding.limit:
        return ""
    word = _tr("at most") if finding.direction is Direction.AT_MOST else _tr("at least")
    if finding.limit_percent:
        return f"{word} {finding.limit_percent.replace('.', ',')}\N{NO-BREAK SPACE}%"
    return f"{word} {format_amount(finding.limit)}"


def _gap(finding: Finding, rule: Rule) -> str:
    if finding.holds:
        room = finding.headroom // 100 * 100
        counts = not finding.is_money or finding.direction is Direction.EQUAL
        speaks = finding.applies and finding.headroom and not counts
        return f"{_tr('left')} {format_amount(room)}" if speaks else ""
    if not finding.is_money:
        return _counted_gap(finding, rule)
    below = finding.direction is Direction.AT_LEAST or (
        finding.direction is Direction.EQUAL and finding.measured < finding.limit
    )
    return f"{_tr('short') if below else _tr('over')} {format_amount(finding.gap)}"


def _counted_gap(finding: Finding, rule: Rule) -> str:
    if finding.unit == "days":
        return _tr("{count} days late").format(count=finding.gap)
    if rule.kind == "document":
        return _tr("missing")
    if finding.direction is Direction.AT_MOST:
        return _tr("{count} too many").format(count=finding.gap)
    return _tr("{count} lines").format(count=finding.gap)


def gauge_order(views: list[FindingView]) -> list[FindingView]:
    """Findings worth a gauge: broken, then those nearest their limit; only those with a limit to draw."""
    rank = {"broken": 0, "warning": 1, "near": 2}
    drawable = [
        v for v in views if v.limit and v.finding.applies and (v.finding.limit > 0 or not v.finding.holds)
    ]
    worth = [v for v in drawable if v.state in rank or v.rule.gauge or v.rule.kind in _SHARES]
    return sorted(worth, key=lambda v: (rank.get(v.state, 3), _room(v.finding)))


def _room(finding: Finding) -> Fraction:
    """How much of its limit a rule has left: the nearest comes first."""
    return Fraction(finding.headroom, finding.limit) if finding.limit > 0 else Fraction(0)
