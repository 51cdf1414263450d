"""The parts of a page around its table: block, title and facts above; notes, signatures and foot below."""

from __future__ import annotations

from typing import TypeAlias

from ui.printing.measure import Measure, wrap
from ui.printing.page_sheet import (
    BODY_PT,
    FOOT_PT,
    MM_PER_PT,
    NARROW_PT,
    NUMBER_PT,
    TITLE_PT,
    Block,
    PlacedText,
    SheetBuilder,
)
from ui.printing.table_rows import NEXT_LINE
from village_budget.reports import dates, qr_code
from village_budget.reports.report_document import (
    NOT_A_SIGNATURE,
    Align,
    Footer,
    ReportDocument,
    Side,
    Signature,
)
from village_budget.reports.writers.safe_text import cell_text

FOOT_HEIGHT = 11.0
_BLOCK_LINE = 4.1
_TITLE_LINE = 5.05
_GAP = 4.0
_SIGN_SPACE = 15.0
_NAMELESS = "(..............................)"
_CAPITALS = 0.357


def _at(top: float, step: float, size: float) -> float:
    """Baseline of a line of ``step`` mm that begins at ``top``."""
    return top + step / 2 + _CAPITALS * size * MM_PER_PT


class Opening:
    """Block at the top right, title in the middle, facts at the left; only on the first page."""

    def __init__(self, document: ReportDocument, left: float, width: float, measure: Measure) -> None:
        self._left = left
        self._middle = left + width / 2
        widest = max((measure.width(line, BODY_PT) for line in document.block), default=0.0)
        self._block_left = left + max(width - max(widest, width * 0.42), 0.0)
        self._block = [
            line
            for text in document.block
            for line in wrap(cell_text(text), left + width - self._block_left, measure, BODY_PT)
        ]
        self._title = [
            line
            for text in document.title
            for line in wrap(cell_text(text), width, measure, TITLE_PT, bold=True)
        ]
        labels = max((measure.width(fact.label, BODY_PT) for fact in document.facts), default=0.0)
        self._value_left = left + min(labels + 3.0, width / 3)
        self._facts: list[tuple[str, str]] = []
        for fact in document.facts:
            room = left + width - self._value_left - 2.0
            lines = wrap(cell_text(fact.value), room, measure, BODY_PT) or [""]
            self._facts.append((fact.label, lines[0]))
            self._facts.extend(("", line) for line in lines[1:])

    @property
    def height(self) -> float:
        """In mm, with the gaps below each part."""
        return (
            self._part(len(self._block), _BLOCK_LINE)
            + self._part(len(self._title), _TITLE_LINE)
            + self._part(len(self._facts), _BLOCK_LINE)
        )

    def _part(self, lines: int, step: float) -> float:
        return lines * step + _GAP if lines else 0.0

    def draw(self, sheet: SheetBuilder, top: float) -> None:
        """Draw it with its upper edge at ``top``."""
        for number, line in enumerate(self._block):
            at = _at(top + number * _BLOCK_LINE, _BLOCK_LINE, BODY_PT)
            sheet.texts.append(PlacedText(self._block_left, at, line))
        top += self._part(len(self._block), _BLOCK_LINE)
        for number, line in enumerate(self._title):
            at = _at(top + number * _TITLE_LINE, _TITLE_LINE, TITLE_PT)
            title = PlacedText(self._middle, at, line, TITLE_PT, bold=True, align=Align.CENTRE)
            sheet.texts.append(title)
        top += self._part(len(self._title), _TITLE_LINE)
        for number, (label, value) in enumerate(self._facts):
            at = _at(top + number * _BLOCK_LINE, _BLOCK_LINE, BODY_PT)
            if label:
                sheet.texts.append(PlacedText(self._left, at, label))
                sheet.texts.append(PlacedText(self._value_left, at, ":"))
            sheet.texts.append(PlacedText(self._value_left + 2.0, at, value))


_Signer: TypeAlias = tuple[Signature, list[str], list[str]]
"""A signature, its function lines and its name as they wrap."""


class Tail:
    """Notes and signatures below the last rows."""

    def __init__(self, document: ReportDocument, left: float, width: float, measure: Measure) -> None:
        self._left = left
        self._width = width
        self._notes = [
            line for note in document.notes for line in wrap(cell_text(note), width, measure, NARROW_PT)
        ]
        tiers: dict[int, list[Signature]] = {}
        for signature in document.signatures:
            tiers.setdefault(signature.tier, []).append(signature)
        self._tiers = [
            [
                (signature, self._lines(signature, measure), self._name(signature, measure))
                for signature in tier
            ]
            for _, tier in sorted(tiers.items())
        ]

    def _span(self, side: Side) -> tuple[float, float]:
        half = self._width / 2
        return {
            Side.LEFT: (self._left, half),
            Side.RIGHT: (self._left + half, half),
            Side.CENTRE: (self._left, self._width),
        }[side]

    def _lines(self, signature: Signature, measure: Measure) -> list[str]:
        room = self._span(signature.side)[1]
        return [line for text in signature.lines for line in wrap(cell_text(text), room, measure, BODY_PT)]

    def _name(self, signature: Signature, measure: Measure) -> list[str]:
        room = self._span(signature.side)[1]
        return wrap(cell_text(signature.name) or _NAMELESS, room, measure, BODY_PT, bold=bool(signature.name))

    @property
    def height(self) -> float:
        """In mm, with the gap above; 0 when there is nothing."""
        notes = len(self._notes) * NEXT_LINE + 1.5 if self._notes else 0.0
        return notes + sum(self._tier_height(tier) for tier in self._tiers)

    def _tier_height(self, tier: list[_Signer]) -> float:
        lines = max(len(lines) for _, lines, _ in tier) + max(len(name) for _, _, name in tier)
        return _GAP + lines * _BLOCK_LINE + _SIGN_SPACE

    def draw(self, sheet: SheetBuilder, top: float) -> None:
        """Draw it below the table, which ends at ``top``."""
        if self._notes:
            top += 1.5
        for number, line in enumerate(self._notes):
            at = _at(top + number * NEXT_LINE, NEXT_LINE, NARROW_PT)
            sheet.texts.append(PlacedText(self._left, at, line, NARROW_PT))
        top += len(self._notes) * NEXT_LINE
        for tier in self._tiers:
            most = max(len(lines) for _, lines, _ in tier)
            for signer in tier:
                self._sign(sheet, signer, top + _GAP, most)
            top += self._tier_height(tier)

    def _sign(self, sheet: SheetBuilder, signer: _Signer, top: float, most: int) -> None:
        """Function lines end on one line for all signers of a tier; the name stands below the space."""
        signature, lines, name = signer
        left, width = self._span(signature.side)
        middle = left + width / 2
        first = top + (most - len(lines)) * _BLOCK_LINE
        for number, line in enumerate(lines):
            at = _at(first + number * _BLOCK_LINE, _BLOCK_LINE, BODY_PT)
            sheet.texts.append(PlacedText(middle, at, line, align=Align.CENTRE))
        below = top + most * _BLOCK_LINE + _SIGN_SPACE
        known = bool(signature.name)
        for number, line in enumerate(name):
            at = _at(below + number * _BLOCK_LINE, _BLOCK_LINE, BODY_PT)
            sheet.texts.append(PlacedText(middle, at, line, bold=known, align=Align.CENTRE, underline=known))


def draw_foot(sheet: SheetBuilder, footer: Footer, margin: float, top: float, page_words: str) -> None:
    """QR code, program and time, fingerprint in bold, page number: at the foot of every page."""
    left = margin
    dots = qr_code.dots(footer.code)
    if dots:
        side = FOOT_HEIGHT / len(dots)
        start_x = margin - qr_code.QUIET_ZONE * side
        for row, line in enumerate(dots):
            for start, length in _runs(line):
                sheet.blocks.append(
                    Block(start_x + start * side, top + row * side, length * side, side * 1.02)
                )
        left += FOOT_HEIGHT + 2.0
    words = f"{footer.program} · {footer.status} · {dates.date_and_time(footer.printed_at)}"
    sheet.texts.append(PlacedText(left, top + 3.4, words, FOOT_PT))
    if footer.fingerprint:
        strong = f"Sidik dokumen {footer.short_fingerprint}"
        sheet.texts.append(PlacedText(left, top + 7.2, strong, FOOT_PT, bold=True))
        sheet.texts.append(PlacedText(left, top + 10.4, NOT_A_SIGNATURE, NUMBER_PT))
    right = sheet.width - margin
    sheet.texts.append(PlacedText(right, top + 3.4, page_words, FOOT_PT, align=Align.RIGHT))


def _runs(line: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Dark stretches of a row of dots: where each begins and how long it is."""
    runs: list[tuple[int, int]] = []
    start = -1
    for index, dark in enumerate((*line, False)):
        if dark and start < 0:
            start = index
        elif not dark and start >= 0:
            runs.append((start, index - start))
            start = -1
    return runs
