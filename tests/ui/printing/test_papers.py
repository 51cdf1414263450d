"""Every form of the sample on every paper and with every margin: nothing lost, doubled, torn or outside."""

from __future__ import annotations

import re
import zlib
from pathlib import Path

import pytest

from tests.reports.plans import sample_source
from tests.ui.printing.sheets import FontMeasure
from ui.printing.page_sheet import PAPERS_MM, PlacedText, Sheet
from ui.printing.pages import PageLayout
from ui.printing.pdf import write_pdf
from ui.printing.table_columns import figure_text
from village_budget.money import Sen, parse_amount
from village_budget.reports.carried_sums import BROUGHT, FORWARD, Carried
from village_budget.reports.catalogue import FORMS, PACKAGE, form
from village_budget.reports.report_document import (
    Align,
    Money,
    ReportDocument,
    on_paper,
)

FORM_NAMES = [info.name for info in (*FORMS, PACKAGE)]
MARGINS = (5.0, 11.0, 17.5, 30.0)
_LINE = 3.0
"""Words on one line of the table stand closer than this, in mm."""


def on_line(sheet: Sheet, text: PlacedText) -> list[PlacedText]:
    return [other for other in sheet.texts if abs(other.baseline - text.baseline) < _LINE / 2]


def extent(text: PlacedText, measure: FontMeasure) -> tuple[float, float]:
    wide = measure.width(text.text, text.size, bold=text.bold)
    left = text.x - {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[text.align]
    return left, left + wide


@pytest.mark.parametrize("margin", MARGINS)
@pytest.mark.parametrize("paper", sorted(PAPERS_MM))
@pytest.mark.parametrize("name", FORM_NAMES)
def test_a_form_holds_on_every_paper_with_every_margin(
    qapp: object, name: str, paper: str, margin: float
) -> None:
    """U27: no row lost, none doubled, carried totals right, inside the margins, signatures whole."""
    measure = FontMeasure()
    for document in form(name).build(sample_source()):
        laid = PageLayout(on_paper(document, paper, margin))
        check_figures(laid)
        check_carried(laid)
        check_inside(laid, margin, measure)
        check_signatures(laid)
        check_heads(laid)


def check_figures(laid: PageLayout) -> None:
    """Each amount of the document stands once on the pages, those that are carried aside."""
    wanted = sorted(
        words for row in laid.document.rows for cell in row.cells
        if isinstance(cell, Money) and len(words := figure_text(cell)) > 5
    )  # fmt: skip
    found: list[str] = []
    for sheet in laid.pages:
        carried = [text for text in sheet.texts if text.text in (BROUGHT, FORWARD)]
        lines = {id(other) for text in carried for other in on_line(sheet, text)}
        found += [text.text for text in sheet.texts if id(text) not in lines and text.align is Align.RIGHT]
    known = set(wanted)
    assert sorted(text for text in found if text in known) == wanted


def check_carried(laid: PageLayout) -> None:
    """What one page hands on, the next takes over; it is what `Carried` counts to be there."""
    if not Carried(laid.document):
        return
    for before, after in zip(laid.pages, laid.pages[1:], strict=False):
        assert amounts(before, FORWARD) == amounts(after, BROUGHT)
    possible = [
        set(Carried(laid.document).before(index).values()) for index in range(len(laid.document.rows))
    ]
    for sheet in laid.pages[1:]:
        handed = amounts(sheet, BROUGHT)
        assert not handed or any(set(handed) <= known for known in possible)


def amounts(sheet: Sheet, words: str) -> list[Sen]:
    said = next((text for text in sheet.texts if text.text == words), None)
    if said is None:
        return []
    texts = [text.text for text in on_line(sheet, said) if text is not said]
    return [parse_amount(text.strip("()")) * (-1 if text.startswith("(") else 1) for text in texts]


def check_inside(laid: PageLayout, margin: float, measure: FontMeasure) -> None:
    """Words, lines and the code: all of it within the margins."""
    for sheet in laid.pages:
        for text in sheet.texts:
            left, right = extent(text, measure)
            assert left >= margin - 0.05, text
            assert right <= sheet.width - margin + 0.05, text
            assert margin <= text.baseline <= sheet.height - margin, text
        for line in sheet.segments:
            assert margin - 0.01 <= min(line.x1, line.x2)
            assert max(line.x1, line.x2) <= sheet.width - margin + 0.01
            assert max(line.y1, line.y2) <= sheet.height - margin
        for block in sheet.blocks:
            assert block.x >= margin - 0.01
            assert block.y + block.height <= sheet.height - margin + 0.1


def check_signatures(laid: PageLayout) -> None:
    """All signers stand on the last page, below its rows and above its foot."""
    names = [signature.name for signature in laid.document.signatures if signature.name]
    last = [text.text for text in laid.pages[-1].texts]
    for name in names:
        assert name in last
        assert not any(
            text.underline and text.text == name for sheet in laid.pages[:-1] for text in sheet.texts
        )


def check_heads(laid: PageLayout) -> None:
    """The table's head and the number of the page stand on every page that has rows."""
    count = len(laid.pages)
    for number, sheet in enumerate(laid.pages, start=1):
        words = [text.text for text in sheet.texts]
        assert f"Halaman {number} dari {count}" in words
        assert any(word.startswith("Sidik dokumen") for word in words)
        assert sheet.blocks
        numbers = [cell.text for cell in laid.document.header if cell.number]
        if any(line.x1 == line.x2 for line in sheet.segments):
            assert all(number in words for number in numbers)


def colours(pdf: bytes) -> set[tuple[float, ...]]:
    """Every colour a PDF paints with, from 0 to 1."""
    found: set[tuple[float, ...]] = set()
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            text = zlib.decompress(stream)
        except zlib.error:
            continue
        for numbers in re.findall(rb"((?:[\d.]+ ){1,3})(?:scn|SCN|rg|RG|g|G)\b", text):
            found.add(tuple(float(number) for number in numbers.split()))
    return found


def luminance(colour: tuple[float, ...]) -> float:
    """Relative luminance of a colour, as contrast is reckoned with."""
    parts = colour * 3 if len(colour) == 1 else colour
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("name", FORM_NAMES)
def test_a_form_reads_in_black_and_white(qapp: object, tmp_path: Path, name: str) -> None:
    """U27, look 8: whatever is painted stands out from white paper by 4.5 to 1 when only grey is left."""
    document: ReportDocument = form(name).build(sample_source())[0]
    write_pdf([document], tmp_path / "form.pdf")
    painted = colours((tmp_path / "form.pdf").read_bytes())
    assert painted
    for colour in painted:
        assert (1 + 0.05) / (luminance(colour) + 0.05) >= 4.5, colour
