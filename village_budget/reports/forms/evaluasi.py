"""The form ``evaluasi``: the evaluation sheet of the Camat's team, filled in as far as the rules can tell.

Permendagri 20/2018 Pasal 33-37. The items are those of the evaluation guide; what no rule can tell is left
open to the evaluator, in cells that stay unlocked in the workbook.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from village_budget.domain.findings import Finding
from village_budget.reports.forms import finding_cells as cells
from village_budget.reports.forms.evaluation_items import Answered, Aspect, answered, aspects
from village_budget.reports.forms.layout import layout_for
from village_budget.reports.report_document import (
    EMPTY,
    Fact,
    ReportDocument,
    Row,
    RowKind,
    Text,
)
from village_budget.reports.source import ReportSource

_RESULTS = ("broken", "ask", "waived", "kept", "absent", "evaluator")
_OPEN = Text("", open=True)
_SPANS = (3, 2)
"""Columns that a recommendation and its follow-up cover, after its number."""


def build(source: ReportSource) -> list[ReportDocument]:
    """One document: items with their findings, aspect by aspect, then recommendations."""
    layout = layout_for(source, "evaluasi")
    words, width = layout.words, len(layout.columns)
    found = answered(source.findings)
    rows: list[Row] = []
    for aspect in aspects():
        rows += _aspect(source, words, aspect, found, width)
    rows += _recommendations(source, words, width)
    facts = _facts(source, words, found)
    return [layout.document(source, tuple(rows), facts=facts, notes=(words["note"],))]


def _facts(source: ReportSource, words: dict[str, str], found: dict[str, Answered]) -> tuple[Fact, ...]:
    village = source.plan.village
    facts = [
        Fact(words["regency"], village.regency),
        Fact(words["district"], village.district),
        Fact(words["village"], f"{village.name} ({village.code})"),
    ]
    if source.rules is not None and source.rules.evaluator:
        who = words[f"evaluator_{source.rules.evaluator}"].format(basis=source.rules.evaluator_basis)
        facts.append(Fact(words["evaluator"], who))
    counted = _count(found.values())
    facts.append(Fact(words["summary"], words["summary_text"].format(**counted)))
    return (*facts, *cells.rules_facts(source, words))


def _count(found: Iterable[Answered]) -> dict[str, int]:
    results = Counter(one.result for one in found)
    return {result: results[result] for result in _RESULTS}


def _aspect(
    source: ReportSource, words: dict[str, str], aspect: Aspect, found: dict[str, Answered], width: int
) -> list[Row]:
    rows = [_wide(RowKind.HEADING, aspect.title, width)]
    items = [found[item.id] for item in aspect.items]
    for one in items:
        rows.append(_item(words, one))
        rows += [_finding(source, words, finding) for finding in one.findings if _stands_alone(finding)]
    results = _count(items)
    said = ", ".join(
        f"{number} {words[f'result_{result}'].lower()}" for result, number in results.items() if number
    )
    text = Text(f"{words['conclusion']}: {said}", span=width - 1)
    rows.append(Row(RowKind.SUBTOTAL, 1, (text, *[EMPTY] * (width - 2), _OPEN), bold=True))
    return rows


def _wide(kind: RowKind, text: str, width: int) -> Row:
    return Row(kind, 0, (Text(text, span=width), *[EMPTY] * (width - 1)), bold=True)


def _stands_alone(finding: Finding) -> bool:
    """Whether a finding has a row of its own: it calls for something, or has amounts to compare."""
    state = cells.state_of(finding)
    return state not in {"kept", "absent"} or bool(cells.side_of(finding) and finding.is_money)


def _item(words: dict[str, str], one: Answered) -> Row:
    text = one.item.text
    rest = Counter(cells.state_of(finding) for finding in one.findings if not _stands_alone(finding))
    if rest["kept"] or rest["absent"]:
        text += f"\n{_rest(words, rest)}"
    yes, no = {
        "kept": (Text(words["tick"], bold=True), Text("")),
        "broken": (Text(""), Text(words["tick"], bold=True)),
        "absent": (Text("-"), Text("-")),
    }.get(one.result, (_OPEN, _OPEN))
    broken = one.result == "broken"
    return Row(
        RowKind.LINE,
        1,
        (
            Text(one.item.id, bold=True),
            Text(text, bold=broken),
            yes,
            no,
            Text(words[f"result_{one.result}"], bold=broken, open=one.result == "evaluator"),
            EMPTY,
            _OPEN,
        ),
    )


def _rest(words: dict[str, str], rest: Counter[str]) -> str:
    """How many rules hold and how many do not apply, of those without a row of their own."""
    parts = [
        words[f"counted_{state}"].format(count=rest[state]) for state in ("kept", "absent") if rest[state]
    ]
    return ", ".join(parts)


def _finding(source: ReportSource, words: dict[str, str], finding: Finding) -> Row:
    state = cells.state_of(finding)
    said = "\n".join(filter(None, (words[f"state_{state}"], cells.figures_in_words(finding, words))))
    text = f"{cells.title_of(source, finding)} [{finding.rule}]"
    if state != "kept":
        sentence = cells.text_of(source, finding).sentence
        text = "\n".join(filter(None, (text, sentence, cells.waiver_words(source.plan, finding, words))))
    basis = Text(cells.basis_of(finding, words))
    return Row(RowKind.LINE, 2, (EMPTY, Text(text, indent=1), EMPTY, EMPTY, Text(said), basis, _OPEN))


def _recommendations(source: ReportSource, words: dict[str, str], width: int) -> list[Row]:
    """What has to be mended, with the way out where there is one; then room for the evaluator's own."""
    rows = [_wide(RowKind.HEADING, words["recommendations"], width)]
    said, way, reply = (Text(words[f"head_{name}"], bold=True) for name in ("said", "way", "reply"))
    rows.append(_recommendation("", said, way, reply))
    broken = [finding for finding in source.findings if cells.state_of(finding) in {"error", "warning"}]
    for number, finding in enumerate(broken, start=1):
        found = f"{cells.title_of(source, finding)}: {cells.text_of(source, finding).sentence}"
        mended = cells.way_words(source, finding, words)
        rows.append(_recommendation(str(number), Text(found), Text(mended, open=not mended), _OPEN))
    first = len(broken) + 1
    empty = range(first, first + int(words["empty_rows"]))
    return rows + [_recommendation(str(number), _OPEN, _OPEN, _OPEN) for number in empty]


def _recommendation(number: str, said: Text, follow_up: Text, reply: Text) -> Row:
    """Number, what was found, what to do and the village's reply, over the columns of the table."""
    first, second = (
        Text(text.text, span=span, bold=text.bold, open=text.open)
        for text, span in zip((said, follow_up), _SPANS, strict=True)
    )
    between = [[EMPTY] * (span - 1) for span in _SPANS]
    return Row(RowKind.LINE, 1, (Text(number), first, *between[0], second, *between[1], reply))
