"""Signatures of a form on a sheet: each row of signers is one row of cells, which no page break can part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from village_budget.reports.report_document import (
    Align,
    ReportDocument,
    Side,
    Signature,
)
from village_budget.reports.writers.geometry import Geometry, row_height
from village_budget.reports.writers.safe_text import (
    CELL_LIMIT,
    cell_text,
    looks_active,
    utf16_length,
)
from village_budget.reports.writers.styles import BODY_SIZE, Styles
from village_budget.reports.writers.text_width import line_count

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SPACE = 4
"""Empty lines between function and name."""
_NAMELESS = "(..............................)"


class Signing:
    """Writes the signers of one document."""

    def __init__(self, sheet: Worksheet, styles: Styles, at: Geometry) -> None:
        self._sheet = sheet
        self._styles = styles
        self._at = at

    def write(self, document: ReportDocument, row: int) -> int:
        """Write all of them from a row on; the row below the last.

        On a form that its reader fills in, whoever has no name there yet can be named.
        """
        tiers: dict[int, list[Signature]] = {}
        for signature in document.signatures:
            tiers.setdefault(signature.tier, []).append(signature)
        for _, tier in sorted(tiers.items()):
            most = max(self._lines(signature) for signature in tier)
            names = max(self._name_lines(signature) for signature in tier)
            self._sheet.set_row(row, row_height(most + _SPACE + names))
            for signature in tier:
                fillable = document.is_filled_in and not signature.name
                self._sign(row, signature, most - self._lines(signature), fillable=fillable)
            row += 2
        return row

    def _place(self, side: Side) -> tuple[int, int]:
        """First and last column of a signer."""
        middle = self._at.nearest_column(0.5)
        return {
            Side.LEFT: (0, middle - 1),
            Side.RIGHT: (middle, self._at.last),
            Side.CENTRE: (0, self._at.last),
        }[side]

    def _lines(self, signature: Signature) -> int:
        room = self._at.inner(*self._place(signature.side))
        return sum(line_count(cell_text(line), room, BODY_SIZE) for line in signature.lines)

    def _name_lines(self, signature: Signature) -> int:
        room = self._at.inner(*self._place(signature.side))
        return line_count(cell_text(signature.name) or _NAMELESS, room, BODY_SIZE, True)  # noqa: FBT003

    def _sign(self, row: int, signature: Signature, above: int, *, fillable: bool) -> None:
        """Function lines of all signers of a row end on one line; the name stands below the space."""
        first, last = self._place(signature.side)
        style = self._styles.plain(Align.CENTRE, text_wrap=True, locked=not fillable)
        words = "\n" * above + cell_text("\n".join(signature.lines)) + "\n" * (_SPACE + 1)
        if looks_active(words.lstrip("\n")):
            style = self._styles.quoted(style)
        if last > first:
            self._sheet.merge_range(row, first, row, last, "", style)
        name = cell_text(signature.name)
        if name and utf16_length(words + name) <= CELL_LIMIT:
            strong = self._styles.plain(Align.CENTRE, bold=True, underline=1)
            plain = self._styles.plain(Align.CENTRE)
            self._sheet.write_rich_string(row, first, plain, words, strong, name, style)
        else:
            self._sheet.write_string(row, first, cell_text(words + (name or _NAMELESS)), style)
