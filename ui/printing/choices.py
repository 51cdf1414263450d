"""What is chosen before printing: printer, pages, paper, margins; and what of it cannot be."""

from __future__ import annotations

import re
from dataclasses import dataclass

SMALLEST_MM, LARGEST_MM = 5.0, 30.0
"""Margins between which a form can be read, held and filed."""
MOST_COPIES = 99
_PART = re.compile(r"(\d+)(?:\s*[-\N{EN DASH}]\s*(\d+))?")


class PageRangeError(ValueError):
    """Pages that were typed can't be printed.

    Attributes:
        code: ``pages-unreadable`` or ``pages-outside``; words in ``messages/window.toml``.
        details: facts that fill the placeholders.
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class PrintChoices:
    """How pages go to a printer.

    Attributes:
        printer: name; empty for none.
        copies: 1 to `MOST_COPIES`.
        both_sides: print on both sides of the sheet.
        grey: black and white even where the printer has colours.
    """

    printer: str
    copies: int = 1
    both_sides: bool = False
    grey: bool = False


def parse_pages(text: str, count: int) -> tuple[int, ...]:
    """Pages, from 0 and each once, of what was typed: ``1-3, 5``.

    Args:
        text: page numbers and ranges from 1, parted by commas.
        count: how many pages there are.

    Raises:
        PageRangeError: it can't be read, or there is no such page.
    """
    pages: dict[int, None] = {}
    for part in re.split(r"[,;]", text.strip().rstrip(",;")):
        found = _PART.fullmatch(part.strip())
        if found is None:
            raise PageRangeError("pages-unreadable", text=text.strip())
        first = int(found[1])
        last = int(found[2] or first)
        if last < first:
            raise PageRangeError("pages-unreadable", text=text.strip())
        if first < 1 or last > count:
            raise PageRangeError("pages-outside", count=count)
        pages.update(dict.fromkeys(range(first - 1, last)))
    return tuple(pages)


def sheets_of_paper(pages: int, choices: PrintChoices) -> int:
    """How many sheets are needed."""
    return (-(-pages // 2) if choices.both_sides else pages) * choices.copies
