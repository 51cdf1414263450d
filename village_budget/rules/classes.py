"""Lines that belong to exactly one of several classes, told by their tags."""

from __future__ import annotations

from village_budget.domain.findings import Direction, Finding
from village_budget.money import format_rupiah
from village_budget.rules.judging import Inputs, Verdict, counted, finding, line_facts
from village_budget.rules.pack import Rule


def classified(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """Each measured line has exactly one tag of ``tags`` (PMK 108/2024: what Dana Desa is earmarked for).

    Lines with several are a breach. Lines with none are not yet decided: the rule asks (``ask``) and breaks
    nothing. Facts: ``count`` and ``lines`` (how many are meant), ``measured`` (their sum), ``first`` and
    ``codes``.
    """
    members = inputs.measured.members
    of_line = dict.fromkeys(members, 0)
    for watch in inputs.of_class:
        for key in watch.members:
            of_line[key] += 1
    several = [key for key, classes in of_line.items() if classes > 1]
    meant = several or [key for key, classes in of_line.items() if not classes]
    lines = tuple(sorted(meant, key=lambda key: (-members[key], key)))
    variant = "" if several else "ask" if lines else "absent" if not members else ""
    verdict = Verdict(
        len(lines), 0, len(several), Direction.AT_MOST, unit="count", lines=lines,
        applies=variant != "absent", variant=variant,
    )  # fmt: skip
    facts = {
        "measured": format_rupiah(sum(members[key] for key in lines)), "count": str(len(lines)),
        "lines": counted(len(lines), "line", "lines"), **line_facts(inputs, lines),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)
