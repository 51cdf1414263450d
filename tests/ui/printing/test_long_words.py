"""Nothing is cut or written over a line, however long the names and however large the amounts are."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import activity, line, village
from tests.ui.printing.sheets import FontMeasure, all_documents
from tests.ui.printing.test_pages import box_of, page_sheets
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan, PlanInfo
from village_budget.money import LIMIT_SEN

LONG = "Pembangunan/Rehabilitasi/Peningkatan Sarana Prasarana Pengelolaan Lingkungan Hidup Milik Desa " * 4
WORD = "Pembangunansaranaprasaranadesaberkelanjutanterpaduuntukkesejahteraanmasyarakat" * 2
SIGNER = "Dr. H. R. Ng. Suparno Kartosuwiryo Hadiningrat Wijayakusuma, S.Sos., M.Si., Ph.D."


def swollen_plan() -> Plan:
    """Long names, monsters of one word, the largest amounts there are in several columns."""
    activities = [
        activity(1, "1.1.01", name=LONG, officer="Kepala Seksi Kesejahteraan dan Pemberdayaan Masyarakat",
                 location=LONG[:200], output=LONG[:200], target=Decimal("123456.5"), target_unit="meter"),
        activity(2, "2.3.10", name=WORD, officer=WORD[:80]),
        activity(3, "5.3.00"),
    ]  # fmt: skip
    lines = [
        line(1, Part.REVENUE, account_code="4.2.1.01", unit_price=LIMIT_SEN),
        line(2, activity_id=1, account_code="5.1.1.01", description=LONG, unit_price=LIMIT_SEN // 2, fund=""),
        line(3, activity_id=2, account_code="5.2.1.01", volume=999_999, unit="kg/OH/ton/ha/minggu",
             unit_price=100_000_050, fund="ADD"),
        line(4, activity_id=2, account_code="5.3.5.01", description=WORD, rupiah=1_000_000_000_000),
        line(5, activity_id=3, account_code="5.4.1.01", unit_price=1, fund="DLL"),
    ]  # fmt: skip
    here = village(name='Sumber\'wangi & "Rowo" <i>', head=SIGNER, secretary=SIGNER, treasurer=SIGNER)
    return Plan(here, PlanInfo(1, 2026), activities, lines)


@pytest.mark.parametrize("paper", ["F4", "A4", "Legal"])
def test_every_word_stands_within_its_cell_and_page(qapp: object, paper: str) -> None:
    measure = FontMeasure()
    for documents in all_documents(swollen_plan()).values():
        for document in documents:
            page = replace(document.page, paper=paper)
            for sheet in page_sheets(replace(document, page=page), measure):
                for text in sheet.texts:
                    left, right = box_of(text, measure)
                    assert left >= 11 - 0.05, text
                    assert right <= sheet.width - 11 + 0.05, text
                    for edge in sheet.segments:
                        upright = edge.x1 == edge.x2 and edge.y1 < text.baseline - 1 < edge.y2
                        assert not (upright and left + 0.01 < edge.x1 < right - 0.01), (text, edge)


def test_a_long_name_of_a_signer_is_whole(qapp: object) -> None:
    """It ran off the right edge of the paper."""
    document = all_documents(swollen_plan())["apbdes"][0]
    sheet = page_sheets(document, FontMeasure())[-1]
    signed = [text.text for text in sheet.texts if text.underline]
    assert len(signed) > 1
    assert " ".join(signed) == SIGNER
