"""Answers of the command line as text and as JSON; amounts in JSON are decimal strings of rupiah."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.support.messages import row_sentence, sentence
from village_budget.domain.findings import Finding, Severity
from village_budget.domain.lines import Part
from village_budget.money import Sen, decimal_rupiah, format_amount
from village_budget.rules.wording import sentence as finding_sentence

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.document.verify.former_states import LineChange
    from village_budget.document.verify.verification import Verification
    from village_budget.errors import RowProblem
    from village_budget.exchange.flat.flat_table import FlatTable
    from village_budget.figures.figures import Figures
    from village_budget.rules.packs.pack import Rule, RulePack

_TOTALS = ("revenue", "spending", "financing_in", "financing_out", "balance")
_MOST_ROWS_NAMED = 12


def _totals(figures: Figures) -> dict[str, Sen]:
    return {name: getattr(figures, name) for name in _TOTALS}


def version_name(version: int) -> str:
    """``original`` or ``amendment-1``."""
    return f"amendment-{version}" if version else "original"


def check_json(
    document: Document, pack: RulePack, findings: Sequence[Finding], language: str
) -> dict[str, object]:
    """The answer of ``check --format json`` (design section 7)."""
    village, info = document.plan.village, document.plan.info
    return {
        "village": village.name,
        "code": village.code,
        "year": info.fiscal_year,
        "version": version_name(info.version),
        "fingerprint": document.fingerprint,
        "totals": {name: decimal_rupiah(sen) for name, sen in _totals(document.figures).items()},
        "funds": {
            fund: decimal_rupiah(document.figures.fund_balance(fund))
            for fund in document.figures.used_funds()
        },
        "findings": [_finding_json(document, pack.rules[one.rule], one, language) for one in findings],
    }


def _finding_json(document: Document, rule: Rule, finding: Finding, language: str) -> dict[str, object]:
    show = decimal_rupiah if finding.is_money else str
    share = finding.share
    return {
        "rule": finding.rule,
        "theme": rule.theme,
        "fund": finding.fund,
        "severity": finding.severity.value,
        "holds": finding.holds,
        "waived": finding.waived,
        "variant": finding.variant,
        "applies": finding.applies,
        "verified": finding.verified,
        "ask": finding.variant == "ask",
        "questions": list(finding.questions),
        "measured": show(finding.measured),
        "limit": show(finding.limit),
        "share": None if share is None else round(share, 6),
        "gap": show(finding.gap),
        "unit": finding.unit,
        "basis": finding.basis,
        "rows": _rows(document, finding),
        "message": finding_sentence(finding, rule, language),
    }


def _rows(document: Document, finding: Finding) -> list[str]:
    """Codes of the rows that drive a finding: of activities, or of accounts without one."""
    plan = document.plan
    codes = [plan.activities[key].code for key in finding.activities if key in plan.activities]
    for key in finding.lines:
        line = plan.lines[key]
        activity = plan.activities.get(line.activity_id) if line.activity_id is not None else None
        codes.append(activity.code if activity else line.account_code)
    return list(dict.fromkeys(codes))


def check_text(document: Document, pack: RulePack, findings: Sequence[Finding], language: str) -> str:
    """The answer of ``check`` for people: totals, what is broken, exempted, asked, and what holds."""
    village, info = document.plan.village, document.plan.info
    head = sentence(
        "cli-check-head", language, village=village.name, code=village.code, year=info.fiscal_year
    )
    lines = [head]
    for name, sen in _totals(document.figures).items():
        lines.append(f"  {sentence(f'cli-total-{name}', language):<28}{format_amount(sen):>22}")
    broken = [one for one in findings if one.is_open]
    waived = [one for one in findings if one.waived]
    asks = [one for one in findings if one.holds and one.variant == "ask"]
    rest = [one for one in findings if one.holds and one.variant != "ask"]
    kept = [one for one in rest if one.applies]
    counted = {
        "holds": len(kept), "broken": len(broken), "asks": len(asks), "waived": len(waived),
        "absent": len(rest) - len(kept),
    }  # fmt: skip
    lines += ["", sentence("cli-check-count", language, **counted)]
    for severity in Severity:
        for one in broken:
            if one.severity is severity:
                lines += _broken_text(one, pack.rules[one.rule], language)
    for code, group in (("cli-waived", waived), ("cli-asks", asks), ("cli-holds", kept)):
        lines += _listed(sentence(code, language), group, pack, language)
    return "\n".join(lines)


def _listed(word: str, findings: Sequence[Finding], pack: RulePack, language: str) -> list[str]:
    """Findings of one group under its word, one line each."""
    told = [f"  {one.rule:<18} {finding_sentence(one, pack.rules[one.rule], language)}" for one in findings]
    return ["", f"{word.capitalize()} ({len(findings)})", *told] if told else []


def _broken_text(finding: Finding, rule: Rule, language: str) -> list[str]:
    word = sentence(f"cli-severity-{finding.severity.value}", language).upper()
    unsure = "" if finding.verified else f" ({sentence('cli-unverified', language)})"
    return [
        f"{word:<12}{finding.rule:<18} {rule.title.get(language)}{unsure}",
        f"{'':<31}{finding_sentence(finding, rule, language)}",
        f"{'':<31}{finding.basis}",
    ]


def table_totals(table: FlatTable, language: str) -> list[str]:
    """Sums of a table by part."""
    sums = {part: sum(row.amount for row in table.rows if row.part is part) for part in Part}
    return [
        f"  {sentence(f'cli-part-{part.value}', language):<28}{format_amount(sen):>22}"
        for part, sen in sums.items()
    ]


def notices(found: Sequence[RowProblem], language: str) -> list[str]:
    """What was noticed, each sentence once with the rows it speaks of."""
    rows: dict[str, list[int]] = {}
    for notice in found:
        rows.setdefault(row_sentence(notice, language), []).append(notice.row)
    word = sentence("row-number", language)
    lines = []
    for text, numbers in rows.items():
        named = ", ".join(str(number) for number in numbers[:_MOST_ROWS_NAMED])
        more = " ..." if len(numbers) > _MOST_ROWS_NAMED else ""
        lines.append(f"- {text}" if numbers == [0] else f"- {word} {named}{more}: {text}")
    return lines


def verification(found: Verification, name: str, language: str) -> str:
    """What came out of ``verify``: one sentence, then each cell that does not agree."""
    details: dict[str, object] = {"name": name, "form": found.form, "year": found.fiscal_year}
    if found.matches:
        return sentence("cli-verify-same", language, **details)
    lines = []
    if found.same_plan or found.revision is None:
        code = "cli-verify-altered" if found.same_plan else "cli-verify-plan-changed"
        lines.append(sentence(code, language, **details, count=len(found.differences)))
    else:
        revisions: dict[str, object] = {
            "printed": found.revision,
            "present": found.present_revision,
            "count": len(found.changed),
        }
        lines.append(sentence("cli-verify-revision", language, **details, **revisions))
        lines += [f"  {line_change(change, language)}" for change in found.changed[:_MOST_ROWS_NAMED]]
        if found.differences:
            lines.append(sentence("cli-verify-altered", language, **details, count=len(found.differences)))
    for one in found.differences:
        kind = "cell" if one.cell else ("sheet-missing" if one.expected else "sheet-added")
        facts = {"sheet": one.sheet, "cell": one.cell, "expected": one.expected, "found": one.found}
        lines.append("  " + sentence(f"cli-verify-{kind}", language, **facts))
    return "\n".join(lines)


def line_change(change: LineChange, language: str) -> str:
    """One line that changed since a print, in one sentence."""
    row = change.after or change.before
    kind = "added" if change.before is None else "removed" if change.after is None else "changed"
    facts = {
        "code": row.account_code if row else "",
        "name": row.description if row else "",
        "before": format_amount(change.before.amount) if change.before else "",
        "after": format_amount(change.after.amount) if change.after else "",
    }
    return sentence(f"cli-verify-line-{kind}", language, **facts)
