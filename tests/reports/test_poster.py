"""The poster: its figures are the plan's, its words fit, its colours can be read, its PDF is a vector one."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import line, small_plan
from tests.builders import plan as empty_plan
from tests.reports.plans import kampung_plan, source, trap_plan
from village_budget.domain.answer import Answer
from village_budget.domain.lines import Part
from village_budget.domain.plan import Plan
from village_budget.errors import ExportError
from village_budget.money import format_accounting
from village_budget.reports.poster.canvas import fitted, shrunk, text_width, wrapped
from village_budget.reports.poster.hatching import KINDS, strokes
from village_budget.reports.poster.poster import designs, draw_poster, papers, write_poster
from village_budget.reports.poster.poster_facts import PosterFacts, plain_name, poster_facts

CODE = "VB1:35.10.99.2001:2026:0:" + "7F3A91C2D04E55B1" * 4
PLANS = [small_plan, trap_plan, kampung_plan, empty_plan]


def facts(make: Callable[[], Plan]) -> PosterFacts:
    return poster_facts(source(make()), CODE)


@pytest.mark.parametrize("make", PLANS)
def test_every_figure_is_the_plan_s(make: Callable[[], Plan]) -> None:
    """Sources add up to the income, sectors to the spending, officers to both."""
    told, figures = facts(make), source(make()).figures
    assert [total.amount for total in told.totals] == [
        figures.revenue, figures.spending, figures.net_financing
    ]  # fmt: skip
    assert sum(line.amount for line in told.funds) == figures.revenue
    assert sum(line.amount for line in told.sectors) == figures.spending
    counted = sum(int(words.split()[0]) for _, words in told.officers)
    assert counted == sum(1 for a in source(make()).plan.activities if figures.total("activity", a))


def test_largest_first_and_shares_of_the_whole() -> None:
    told = facts(kampung_plan)
    amounts = [line.amount for line in told.sectors]
    assert amounts == sorted(amounts, reverse=True)
    assert told.sectors[0].share.percent == (Decimal(amounts[0]) * 100 / sum(amounts)).quantize(
        Decimal("0.01")
    )
    assert all(len(line.activities) <= 3 for line in told.sectors)


def test_a_draft_says_so_and_an_enacted_budget_names_its_regulation() -> None:
    """No poster of a draft can be taken for the budget."""
    plan = small_plan()
    assert facts(small_plan).title.startswith("Rancangan")
    plan.info = replace(plan.info, regulation_number="6", regulation_date="2025-12-31")
    told = poster_facts(source(plan, draft=False), CODE)
    assert told.title == "APB Desa 2026"
    assert "Nomor 6 Tahun 2025, ditetapkan 31 Desember 2025" in told.regulation


def test_where_to_complain_is_on_it() -> None:
    """Permendagri 20/2018 art. 39: what the village filled in, else its office."""
    plan = small_plan()
    assert facts(small_plan).contacts[0][0] == "Kantor Desa"
    answers = [Answer(900, "warga.kantor", "Jalan Raya 12"), Answer(901, "warga.bpd", "setiap musyawarah")]
    filled = Plan(plan.village, plan.info, plan.activities.values(), plan.lines.values(), answers)
    told = poster_facts(source(filled), CODE)
    assert told.contacts == (("Kantor Desa", "Jalan Raya 12"), ("BPD", "setiap musyawarah"))


def test_names_are_those_that_people_use() -> None:
    plan = small_plan()
    one = next(iter(plan.activities.values()))
    official = "Pembangunan/Rehabilitasi/Peningkatan Jalan Desa (Gorong-gorong, dll)"
    assert plain_name(replace(one, name=""), official) == "Pembangunan Jalan Desa"
    assert plain_name(replace(one, name="Penyelenggaraan Posyandu"), official) == "Posyandu"


def test_rupiah_without_needless_sen() -> None:
    assert format_accounting(1_234_567_00) == "1.234.567"
    assert format_accounting(1_234_567_89) == "1.234.567,89"
    assert format_accounting(-5_00) == "(5)"


def test_words_are_cut_at_words_and_sizes_shrink() -> None:
    told = "Penguatan dan Peningkatan Kapasitas Tenaga Keamanan"
    cut = fitted(told, 60.0, 12.0)
    assert cut.endswith(" …")
    assert text_width(cut, 12.0) <= 60.0
    assert told.startswith(cut.removesuffix(" …"))
    assert " ".join(wrapped(told, 50.0, 12.0)) == told
    assert 12.0 <= shrunk(told, 60.0, 30.0, 12.0) < 30.0


def test_an_address_is_never_cut() -> None:
    """A long word goes on in the next line, after its sign; nothing of it is lost."""
    address = "pengaduan@pemerintahdesasumberwangi.desa.id"
    lines = wrapped(f"surel {address}", 50.0, 13.0)
    assert lines[:2] == ["surel", "pengaduan@"] or lines[0] == "surel pengaduan@"
    assert "".join(lines).replace("surel ", "surel").endswith(address)
    assert all(text_width(one, 13.0) <= 50.0 for one in lines)
    assert "".join(wrapped("x" * 200, 40.0, 13.0)) == "x" * 200


def test_shares_are_rounded_once() -> None:
    """0,546 % is 0,5 %: rounded to 0,55 first it would become 0,6."""
    plan = small_plan()
    lines = [line(1, Part.REVENUE, rupiah=99_454), line(2, Part.REVENUE, rupiah=546, fund="ADD")]
    made = Plan(plan.village, plan.info, (), lines)
    canvas = draw_poster(poster_facts(source(made), CODE), papers()["A3"], "nila")
    words = {text.get_text().replace("\N{NO-BREAK SPACE}", " ") for text in canvas.figure.axes[0].texts}
    assert {"99,5 %", "0,5 %"} <= words


def test_patterns_stand_apart_and_stay_in_their_box() -> None:
    """Where ink is saved each source has lines of its own; straight ones never leave the box."""
    drawn = {kind: list(strokes(kind, 40.0, 9.0, 1.7)) for kind in KINDS}
    assert all(drawn.values())
    assert len({str(lines) for lines in drawn.values()}) == len(KINDS)
    for kind in "-|+.o":
        assert all(-0.5 <= x <= 40.5 and -0.5 <= y <= 9.5 for one in drawn[kind] for x, y in one)
    assert not list(strokes("-", 0.1, 0.1, 1.7))


@pytest.mark.parametrize("design", ["nila", "soga", "hemat"])
@pytest.mark.parametrize("paper", ["A3", "F4", "Spanduk"])
@pytest.mark.parametrize("make", PLANS)
def test_no_words_leave_the_sheet(design: str, paper: str, make: Callable[[], Plan]) -> None:
    """Every line of words stands on the sheet, and none is written over another."""
    canvas = draw_poster(facts(make), papers()[paper], design)
    figure = canvas.figure
    renderer = figure.canvas.get_renderer()  # type: ignore[attr-defined]
    sheet = figure.bbox
    boxes = [text.get_window_extent(renderer) for text in figure.axes[0].texts]
    for box in boxes:
        assert box.x0 >= sheet.width * 0.02
        assert box.x1 <= sheet.width * 0.98
        assert box.y0 >= 0
        assert box.y1 <= sheet.height
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            wide = min(one.x1, other.x1) - max(one.x0, other.x0)
            high = min(one.y1, other.y1) - max(one.y0, other.y0)
            assert wide <= 1 or high <= min(one.height, other.height) * 0.45


@pytest.mark.parametrize(("paper", "least"), [("A3", 12.0), ("F4", 8.5), ("Spanduk", 80.0)])
def test_smallest_type(paper: str, least: float) -> None:
    """12 points on A3; on the banner 80 points, capitals of 20 mm: legible at three metres and far beyond."""
    assert draw_poster(facts(kampung_plan), papers()[paper], "nila").smallest >= least


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("name", ["nila", "soga", "hemat"])
def test_contrast(name: str) -> None:
    """U29: words 4.5:1 on their ground, bars 3:1 on their track or a line round them."""
    design = designs()[name]

    def ratio(one: str, other: str) -> float:
        light, dark = sorted((_luminance(design[one]), _luminance(design[other])), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    for words, ground in (("ink", "ground"), ("ink2", "ground"), ("accent", "ground"), ("onhead", "head"),
                          ("ink2", "foot")):  # fmt: skip
        assert ratio(words, ground) >= 4.5, (words, ground)
    assert ratio("accent", "track") >= 3


def test_the_pdf_is_of_its_size_and_searchable(tmp_path: Path) -> None:
    """A banner of 3 x 2 m with 3 mm to cut off; the words are words, the font is inside."""
    path = tmp_path / "poster.pdf"
    write_poster(facts(small_plan), papers()["Spanduk"], "nila", path)
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    size = re.search(r"Page size:\s+([\d.]+) x ([\d.]+) pts", told)
    assert size is not None
    assert [round(float(side) * 25.4 / 72) for side in size.groups()] == [3006, 2006]
    words = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert "Rancangan APB Desa 2026" in words
    images = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout
    assert len(images.splitlines()) == 2  # the two lines of the head: no picture in it
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    assert "NotoSans" in fonts


def test_a_failed_write_leaves_the_former_poster(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        write_poster(facts(small_plan), papers()["A3"], "nila", tmp_path / "nowhere" / "poster.png")
