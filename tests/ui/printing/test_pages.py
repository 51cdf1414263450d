"""Pages: nothing is cut, rows stay whole, heads repeat, signatures keep company (U27)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.reports.plans import kampung_plan
from tests.ui.printing.sheets import PlainMeasure, all_documents, on_a4
from ui.printing.measure import FontMeasure, wrap
from ui.printing.page_sheet import BODY_PT, PlacedText, Sheet
from ui.printing.pages import page_sheets
from ui.printing.table_columns import fit_columns
from ui.printing.table_rows import RowBuilder
from village_budget.reports.report_document import (
    Align,
    Empty,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Text,
)

FORMS = ("apbdes", "penjabaran", "rab", "pemeriksaan", "evaluasi")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def texts(sheet: Sheet) -> list[str]:
    return [text.text for text in sheet.texts]


def box_of(text: PlacedText, measure: FontMeasure) -> tuple[float, float]:
    wide = measure.width(text.text, text.size, bold=text.bold)
    left = text.x - {Align.LEFT: 0.0, Align.CENTRE: wide / 2, Align.RIGHT: wide}[text.align]
    return left, left + wide


@pytest.mark.parametrize("form", FORMS)
def test_no_word_of_a_cell_is_lost(qapp: object, form: str) -> None:
    """U27: the lines of each cell, put together, are its text; none is cut or elided."""
    measure = FontMeasure()
    for document in all_documents()[form]:
        columns = fit_columns(document, 11, 193, measure)
        for row, box in zip(document.rows, RowBuilder(document, columns, measure).rows(), strict=True):
            shown = {cell.column: squeezed("".join(cell.lines)) for cell in box.cells}
            for index, cell in enumerate(row.cells):
                if isinstance(cell, Text):
                    assert shown[index] == squeezed(cell.text)
                elif not isinstance(cell, Empty):
                    assert shown[index]


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize("form", FORMS)
def test_every_word_stands_inside_its_cell_and_the_margins(qapp: object, form: str, paper: str) -> None:
    """U27: measured in the real font, no line reaches over a table line or into the margin."""
    measure = FontMeasure()
    for document in all_documents()[form]:
        shown = on_a4(document) if paper == "A4" else document
        for sheet in page_sheets(shown, measure):
            for text in sheet.texts:
                left, right = box_of(text, measure)
                assert left >= 11 - 0.05, text
                assert right <= sheet.width - 11 + 0.05, text
                assert 11 <= text.baseline <= sheet.height - 11, text
                for line in sheet.segments:
                    upright = line.x1 == line.x2 and line.y1 < text.baseline - 1 < line.y2
                    assert not (upright and left + 0.01 < line.x1 < right - 0.01), (text, line)


def test_header_and_page_number_on_each_page(qapp: object) -> None:
    """U27: header row on each page, ``Halaman n dari m``."""
    document = all_documents(kampung_plan())["apbdes"][0]
    sheets = page_sheets(document, FontMeasure())
    assert len(sheets) >= 3
    for number, sheet in enumerate(sheets, start=1):
        words = texts(sheet)
        assert "URAIAN" in words
        assert f"Halaman {number} dari {len(sheets)}" in words
        assert ("LAMPIRAN" in words) is (number == 1)


def test_fingerprint_stands_in_bold_and_is_not_called_a_signature(qapp: object) -> None:
    """S23: ``sidik data, bukan tanda tangan elektronik`` beside the code, on every page."""
    for sheet in page_sheets(all_documents()["apbdes"][0], FontMeasure()):
        strong = [text for text in sheet.texts if text.text.startswith("Sidik dokumen")]
        assert [text.bold for text in strong] == [True]
        assert "sidik data, bukan tanda tangan elektronik" in texts(sheet)
        assert sheet.blocks


def long_table(count: int, *, heading_every: int = 0, words: str = "Baris") -> ReportDocument:
    document = all_documents()["apbdes"][0]
    empty = Empty()
    rows = tuple(
        Row(
            RowKind.HEADING if heading_every and number % heading_every == 0 else RowKind.LINE,
            0,
            (empty, empty, empty, empty, empty, Text(f"{words} {number}"), Money(100), empty),
        )
        for number in range(count)
    )
    return replace(document, rows=rows)


@pytest.mark.parametrize("count", range(36, 62))
def test_signatures_never_stand_alone(count: int) -> None:
    """Whatever the number of rows, the signers share a page with at least two rows."""
    sheets = page_sheets(long_table(count), PlainMeasure())
    signed = [sheet for sheet in sheets if any("KEPALA DESA" in text for text in texts(sheet)[1:])]
    rows = [text for text in texts(sheets[-1]) if text.startswith("Baris ")]
    assert any(text.startswith("KEPALA DESA") for text in texts(sheets[-1]))
    assert signed[-1] is sheets[-1]
    assert len(rows) >= 2
    assert sum(text.startswith("Baris ") for sheet in sheets for text in texts(sheet)) == count


@pytest.mark.parametrize("every", [7, 11, 13, 50, 52])
def test_a_heading_never_ends_a_page(every: int) -> None:
    document = long_table(140, heading_every=every)
    for sheet in page_sheets(document, PlainMeasure())[:-1]:
        last = [text for text in texts(sheet) if text.startswith("Baris ")][-1]
        assert int(last.split()[1]) % every != 0


def test_a_row_higher_than_a_page_goes_on_on_the_next(qapp: object) -> None:
    """A pasted novel in a description is parted, not cut, and layout comes to an end."""
    story = " ".join(f"kata{number}" for number in range(3000))
    document = long_table(3, words=story)
    sheets = page_sheets(document, FontMeasure())
    shown = " ".join(word for sheet in sheets for word in texts(sheet)).split()
    assert all(shown.count(f"kata{number}") == 3 for number in range(3000))
    assert len(sheets) > 3


def test_words_wrap_at_spaces_and_amounts_stay_with_their_rp() -> None:
    measure = PlainMeasure()
    unit = measure.width("x", BODY_PT)
    assert wrap("satu dua tiga", unit * 8.1, measure, BODY_PT) == ["satu dua", "tiga"]
    assert wrap("bayar Rp 5.000 kini", unit * 9.1, measure, BODY_PT) == [
        "bayar", "Rp\N{NO-BREAK SPACE}5.000", "kini",
    ]  # fmt: skip
    assert wrap("abcdefghij", unit * 4.1, measure, BODY_PT) == ["abcd", "efgh", "ij"]
    assert wrap("pakaian/atribut", unit * 9.1, measure, BODY_PT) == ["pakaian/", "atribut"]


def test_a_column_of_large_figures_takes_room_from_the_words(qapp: object) -> None:
    """The largest amount the program knows fits its column on F4 without a smaller type."""
    document = long_table(2)
    rows = (
        replace(
            document.rows[0], cells=(*document.rows[0].cells[:6], Money(999_999_999_999_999_99), Empty())
        ),
    )
    measure = FontMeasure()
    columns = fit_columns(replace(document, rows=rows), 11, 193, measure)
    assert columns.sizes[6] == BODY_PT
    assert measure.width("999.999.999.999.999,99", BODY_PT) <= columns.room(6)
