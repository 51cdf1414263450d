"""What an intake made of a table, held against the truth."""

from __future__ import annotations

import io
import json
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tests.exchange.judge.truth import TrueTable


class Outcome(StrEnum):
    """How an intake did."""

    RIGHT = "right"
    SAID = "said"
    WRONG = "silently wrong"


@dataclass(frozen=True, slots=True)
class Taken:
    """What came in, and whether anything was refused.

    Attributes:
        lines: description and amount in whole rupiah of each line that is taken.
        refused: so many rows, or the whole table, are refused with a reason.
        notices: what was told beside it.
    """

    lines: tuple[tuple[str, int], ...]
    refused: int
    notices: tuple[str, ...] = ()


def judge(table: TrueTable, taken: Taken) -> Outcome:
    """Right: all lines and nothing else. Said: nothing wrong, and what lacks was refused aloud."""
    true = Counter((line.name, line.amount) for line in table.lines if line.name not in table.broken)
    came = Counter(taken.lines)
    if came - true:
        return Outcome.WRONG
    missing = true - came
    if not missing:
        told = not table.broken or taken.refused
        return Outcome.RIGHT if told else Outcome.WRONG
    return Outcome.SAID if taken.refused else Outcome.WRONG


def by_command(path: Path, plan: Path) -> Taken:
    """Through ``village-budget import``; nothing is changed."""
    from ui.cli import main

    out, err = io.StringIO(), io.StringIO()
    arguments = [
        "import",
        str(plan),
        str(path),
        "--year",
        "2026",
        "--activity",
        "2.3.10",
        "--account",
        "5.3.5.03",
    ]
    with redirect_stdout(out), redirect_stderr(err):
        status = main([*arguments, "--fund", "DDS", "--dry-run", "--format", "json"])
    said = tuple(err.getvalue().splitlines())
    if not out.getvalue().strip():
        assert status == 2, (status, said)
        assert said
        return Taken((), 1, said)
    answer = json.loads(out.getvalue())
    rows = answer["rows"]
    refused = sum(row["state"] == "refused" for row in rows)
    assert (status == 2) == bool(refused) or (status == 2 and said), (status, said)
    lines = tuple((row["description"], _rupiah(row["amount"])) for row in rows if row["state"] == "taken")
    return Taken(lines, refused or int(status == 2), tuple(map(str, answer.get("notices", ()))))


def _rupiah(text: str) -> int:
    whole, _, sen = text.partition(".")
    assert not sen.strip("0"), text
    return int(whole)


def by_import(path: Path) -> Taken:
    """Through the window's import: the sheets that it would tick, with the activity and account asked for."""
    from village_budget.chart.chart import national_chart
    from village_budget.errors import UserError
    from village_budget.exchange.lines.imported_sheet import read_import

    try:
        sheets = read_import(path, national_chart())
    except UserError as error:
        return Taken((), 1, (error.code,))
    chosen = [sheet for sheet in sheets if sheet.chosen and sheet.is_usable]
    if not chosen:
        return Taken((), 1, ("no sheet",))
    return _sum([_block(sheet.block()) for sheet in chosen])


def by_paste(text: str, html: str = "") -> Taken:
    """Through Ctrl+V onto an account of the grid."""
    from village_budget.chart.chart import national_chart
    from village_budget.domain.lines import Part
    from village_budget.errors import UserError
    from village_budget.exchange.cells.clipboard_grid import read_clipboard
    from village_budget.exchange.lines.pasted_block import PastedBlock
    from village_budget.exchange.lines.pasted_verdicts import PasteTarget

    target = PasteTarget(Part.SPENDING, "2.3.10", "5.3.5.03", "DDS")
    try:
        return _block(PastedBlock(read_clipboard(text, html), national_chart(), target))
    except UserError as error:
        return Taken((), 1, (error.code,))


def _block(block: object) -> Taken:
    from dataclasses import replace

    from village_budget.domain.lines import Part
    from village_budget.exchange.lines.pasted_block import PastedBlock
    from village_budget.exchange.lines.pasted_verdicts import State

    assert isinstance(block, PastedBlock)
    target = block.target
    aimed = replace(
        target,
        part=Part.SPENDING,
        activity_code=target.activity_code or "2.3.10",
        account_code=target.account_code or "5.3.5.03",
        fund=target.fund or "DDS",
    )
    block.aim(aimed)
    block.judge()
    lines = tuple((line.description, line.amount // 100) for line in block.taken())
    return Taken(lines, block.count(State.REFUSED))


def _sum(parts: list[Taken]) -> Taken:
    return Taken(tuple(line for part in parts for line in part.lines), sum(part.refused for part in parts))
