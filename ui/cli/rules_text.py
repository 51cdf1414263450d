"""The rules of a year as text and as JSON: which hold, since when, on what article, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.support.messages import sentence
from village_budget.money import decimal_rupiah
from village_budget.rules.kinds.kinds import KINDS
from village_budget.rules.packs.pack import THEMES
from village_budget.spelling import long_date

if TYPE_CHECKING:
    from datetime import date

    from village_budget.rules.packs.pack import PackText, Rule, RulePack


def rules_json(pack: RulePack) -> dict[str, object]:
    """A pack for programs."""
    return {
        "year": pack.year,
        "version": pack.version,
        "checked_on": pack.checked_on,
        "carried_from": pack.carried_from or None,
        "overlay": pack.overlay or None,
        "rules": [_rule_json(rule) for rule in _by_theme(pack)],
    }


def _by_theme(pack: RulePack) -> list[Rule]:
    return sorted(pack.rules.values(), key=lambda rule: THEMES.index(rule.theme))


def _rule_json(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "theme": rule.theme,
        "title": _both(rule.title),
        "kind": rule.kind,
        "judged": not rule.silent,
        "severity": rule.severity.value,
        "local": rule.local,
        "percent": rule.percent or None,
        "percent_min": rule.percent_min or None,
        "limit": _limit(rule),
        "since": _iso(rule.since),
        "until": _iso(rule.until),
        "basis": rule.basis,
        "verified": rule.verified,
        "unverified_since": _iso(rule.unverified_since),
        "confidence": rule.confidence,
        "note": rule.note or None,
        "questions": list(rule.questions),
        "waivable": rule.waivable,
        "demand": _both(rule.demand),
    }


def _both(text: PackText) -> dict[str, str]:
    return {"id": text.id, "en": text.en}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _limit(rule: Rule) -> str | None:
    if rule.limit is None:
        return None
    return str(rule.limit) if KINDS[rule.kind].counts else decimal_rupiah(rule.limit)


def rules_text(pack: RulePack, language: str) -> str:
    """A pack for people: theme by theme the weight, title and article of each rule, and what is doubtful."""
    lines = [
        sentence("cli-rules-head", language, year=pack.year, count=len(pack.rules), date=pack.checked_on)
    ]
    if pack.carried_from:
        lines.append(sentence("cli-rules-carried", language, year=pack.year, source=pack.carried_from))
    theme = ""
    for rule in _by_theme(pack):
        if rule.theme != theme:
            theme = rule.theme
            lines += ["", sentence(f"theme-{theme}", language)]
        lines += _rule_text(rule, language)
    return "\n".join(lines)


def _rule_text(rule: Rule, language: str) -> list[str]:
    indent = " " * 4
    lines = [
        f"  {rule.id}: {rule.title.get(language)} [{_weight(rule, language)}]",
        f"{indent}{rule.basis}; {_span(rule, language)}",
    ]
    if rule.confidence != "high" or not rule.verified or rule.unverified_since:
        lines.append(f"{indent}{_doubts(rule, language)}")
    if rule.note:
        lines.append(f"{indent}{rule.note}")
    return lines


def _weight(rule: Rule, language: str) -> str:
    if rule.kind == "context":
        return sentence("cli-rules-context", language)
    word = sentence(f"cli-weight-{rule.severity.value}", language)
    return f"{word}, {sentence('cli-rules-waiting', language)}" if rule.silent else word


def _span(rule: Rule, language: str) -> str:
    since = long_date(rule.since, language) if rule.since else ""
    until = long_date(rule.until, language) if rule.until else ""
    name = "between" if since and until else "since" if since else "until" if until else "always"
    return sentence(f"cli-rules-{name}", language, since=since, until=until)


def _doubts(rule: Rule, language: str) -> str:
    """How sure the source is, and from which day its basis is in doubt."""
    words = [sentence(f"cli-confidence-{rule.confidence}", language)]
    if not rule.verified:
        words.append(sentence("cli-unverified", language))
    elif rule.unverified_since:
        day = long_date(rule.unverified_since, language)
        words.append(sentence("cli-unverified-since", language, day=day))
    return "; ".join(words)
