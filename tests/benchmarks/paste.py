"""Five thousand pasted lines: read and judged against pandas reading and checking the very same text."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.measure import Measure, pairs, seconds
from village_budget.chart.chart import national_chart
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.added_lines import AddLines, NewLine
from village_budget.domain.lines import Part
from village_budget.domain.village import Village
from village_budget.exchange.cells.clipboard_grid import read_clipboard
from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_verdicts import PasteTarget, State

LINES = 5000
SLICE = 250
TARGET = PasteTarget(Part.SPENDING, "2.3.10", "5.3.5.01", "DDS")


def text() -> str:
    """A block as Excel in Indonesia gives it: hardly two rows with the same three numbers."""

    def row(number: int) -> str:
        volume, price = number % 97 + 1, 65_000 + number % 50 * 1_000
        figures = (f"{volume}", "Zak", _grouped(price), _grouped(volume * price))
        return "\t".join((f"Semen {number} kg", *figures, "DDS"))

    return "\n".join(("Uraian\tVolume\tSatuan\tHarga satuan\tJumlah\tDana", *map(row, range(LINES))))


def measures(folder: Path) -> list[Measure]:
    """Reading against pandas; the longest block of the event loop; adding and undoing."""
    block = text()
    ours, theirs = pairs(
        lambda: seconds(lambda: judged(block)), lambda: seconds(lambda: with_pandas(block)), 9
    )
    steps = [_parts(block, folder / f"{turn}.apbdes") for turn in range(3)][-1]
    whole = sum(steps[name] for name in ("read", "judge", "add"))
    return [
        Measure("paste_5000_lines/pandas_read_and_check", ours / theirs, 2.8),
        Measure(
            "paste_longest_slice_of_reading/reading", steps["longest"] / (steps["read"] + steps["judge"]), 0.5
        ),
        Measure("paste_5000_lines_ms", whole * 1000),
        Measure("paste_5000_lines_into_the_plan_ms", steps["add"] * 1000),
        Measure("undo_paste_5000_lines_ms", steps["undo"] * 1000),
    ]


def judged(block: str) -> PastedBlock:
    """The block as the preview shows it: columns guessed, every row judged."""
    made = PastedBlock(read_clipboard(block), national_chart(), TARGET)
    made.judge()
    if made.count(State.TAKEN) != LINES:
        raise RuntimeError("not every line was taken")
    return made


def with_pandas(block: str) -> int:
    """The same text with pandas: numbers of the Indonesian form, volume x price held against the amount."""
    import pandas as pd

    table = pd.read_csv(io.StringIO(block), sep="\t", dtype=str)
    for name in ("Volume", "Harga satuan", "Jumlah"):
        plain = table[name].str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
        table[name] = pd.to_numeric(plain)
    if not (table["Volume"] * table["Harga satuan"] == table["Jumlah"]).all():
        raise RuntimeError("pandas read something else")
    return len(table)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _parts(block: str, path: Path) -> dict[str, float]:
    """What each part of a paste takes, and the longest of those that run at one go while reading."""
    village = Village("Sumberwangi", "35.10.99.2001", "Kalibening", "Banyuwangi", "Jawa Timur")
    document = Document.create(path, village, 2026)
    try:
        activity = document.apply(AddActivity("2.3.10")).changes[0].key
        grids: list[PastedBlock] = []
        read = _timed(lambda: grids.append(PastedBlock(read_clipboard(block), document.chart, TARGET)))
        slices = [read]
        while not grids[0].done:
            slices.append(_timed(lambda: grids[0].judge(SLICE)))
        lines = tuple(
            NewLine(line.account_code, line.description, line.volume, line.unit, line.unit_price, line.fund)
            for line in grids[0].taken()
        )
        add = _timed(lambda: document.apply(AddLines(Part.SPENDING, activity, lines)))
        undo = _timed(document.undo)
    finally:
        document.close()
    return {
        "read": read, "judge": sum(slices[1:]), "longest": max(slices), "add": add, "undo": undo,
    }  # fmt: skip


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
