"""Lines that belong to exactly one of several classes, told by their tags."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from village_budget.domain.findings import Direction, Finding
from village_budget.figures.selector import Watch
from village_budget.money import Sen, format_rupiah
from village_budget.rules.kinds.judgement import (
    Inputs,
    Verdict,
    counted,
    finding,
    line_facts,
)
from village_budget.rules.packs.pack import Rule


def classified(rule: Rule, inputs: Inputs) -> tuple[Finding, ...]:
    """Each measured line has exactly one tag of ``tags`` (PMK 108/2024: what Dana Desa is earmarked for).

    Lines with several are a breach. Lines with none are not yet decided: the rule asks (``ask``) and breaks
    nothing. Facts: ``count`` and ``lines`` (how many are meant), ``measured`` (their sum), ``first`` and
    ``codes``.
    """
    members = inputs.measured.members
    *classes, bare = inputs.of_class
    over = sum(len(watch.members) for watch in classes) + len(bare.members) - len(members)
    several = _in_several(classes, members) if over else ()
    meant = len(several) or len(bare.members)
    lines = several or bare.largest()
    verdict = Verdict(
        meant, 0, len(several), Direction.AT_MOST, unit="count", lines=lines, applies=bool(members),
        variant="" if several else "ask" if meant else "" if members else "absent",
    )  # fmt: skip
    total = sum(members[key] for key in several) if several else bare.total
    facts = {
        "measured": format_rupiah(total), "count": str(meant),
        "lines": counted(meant, "line", "lines"), **line_facts(inputs, lines),
    }  # fmt: skip
    return (finding(rule, verdict, facts),)


def _in_several(classes: Sequence[Watch], members: Mapping[int, Sen]) -> tuple[int, ...]:
    """Lines of more than one class, largest amount first."""
    found = Counter(key for watch in classes for key in watch.members)
    several = [key for key, count in found.items() if count > 1]
    return tuple(sorted(several, key=lambda key: (-members[key], key)))
