"""The public page: its figures are the plan's, no name can break it, nothing is fetched, its data load."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import activity, line, small_plan, village
from tests.builders import plan as empty_plan
from tests.reports.page_reader import Element, read_page
from tests.reports.plans import kampung_plan, source, trap_plan
from village_budget import paths
from village_budget.domain.answer import Answer
from village_budget.domain.plan import Plan, PlanInfo, Status
from village_budget.errors import ExportError
from village_budget.figures.figures import Figures
from village_budget.money import Sen, decimal_rupiah, format_accounting
from village_budget.reports.page.page import page_text
from village_budget.reports.page.page_file import page_of, write_page

PLANS = [small_plan, trap_plan, kampung_plan, empty_plan]
HOSTILE = "</script><b title=\"x\">Desa & 'Rowo'</b><!--"
NIK = "3510011505800001"


def text_of(plan: Plan, *, draft: bool = True) -> str:
    return page_text(page_of(source(plan, draft=draft)).facts, "apbdes.json")


def page(plan: Plan, *, draft: bool = True) -> Element:
    return read_page(text_of(plan, draft=draft))


def data_of(root: Element) -> dict[str, object]:
    told: dict[str, object] = json.loads(root.by_id("apbdes").text, parse_float=Decimal)
    return told


def amounts(root: Element) -> list[Sen]:
    """Every amount in it; what people read is what programs read."""
    found = []
    for one in root.all("data"):
        sen = int(Decimal(one.attributes["value"]) * 100)
        assert one.text == f"Rp\N{NO-BREAK SPACE}{format_accounting(sen)}"
        found.append(sen)
    return found


@pytest.mark.parametrize("make", PLANS)
def test_the_headline_is_the_plan_s(make: Callable[[], Plan]) -> None:
    plan = make()
    figures: Figures = source(plan).figures
    told = amounts(page(plan).by_id("angka"))
    expected = [figures.revenue, figures.spending, figures.surplus, figures.net_financing]
    assert told == [*expected, *([figures.balance] if figures.balance else [])]


@pytest.mark.parametrize("make", PLANS)
def test_every_level_is_the_sum_of_the_one_below(make: Callable[[], Plan]) -> None:
    """Sectors add up to the spending, activities and kinds to their sector, to the sen."""
    plan = make()
    figures = source(plan).figures
    root = page(plan)

    def head(fold: Element) -> Sen:
        return amounts(fold.one("summary"))[0]

    sectors = list(root.all("details", "bidang"))
    assert sum(map(head, sectors)) == figures.spending
    for sector in sectors:
        assert sum(map(head, sector.all("details", "sub"))) == head(sector)
        assert sum(map(head, sector.all("details", "kegiatan"))) == head(sector)
    folds = list(root.all("details", "kegiatan"))
    works = [one for one in plan.activities_in_order() if figures.total("activity", one.id)]
    assert [head(fold) for fold in folds] == [figures.total("activity", one.id) for one in works]
    for fold, work in zip(folds, works, strict=True):
        assert sum(amounts(fold.one("table"))) == head(fold)
        booked = dict(pair.split(":") for pair in fold.attributes["data-dana"].split())
        assert {key.replace("?", ""): int(sen) for key, sen in booked.items()} == figures.funds(
            "activity", work.id
        )


@pytest.mark.parametrize("make", PLANS)
def test_funds_and_people_are_the_plan_s(make: Callable[[], Plan]) -> None:
    plan = make()
    figures = source(plan).figures
    root = page(plan)
    income = [amounts(one)[0] for one in root.by_id("asal").all("li")]
    assert sum(income) == figures.revenue
    folds = list(root.all("details", "sumberdana"))
    for fold, fund in zip(folds, figures.used_funds(), strict=True):
        totals = [amounts(row)[0] for row in fold.all("tr", "jumlah")]
        left = figures.fund_balance(fund)
        assert totals == [figures.fund_in(fund), figures.fund_out(fund), *([left] if left else [])]
    if figures.spending:
        assert amounts(root.by_id("pelaksana").one("tfoot")) == [figures.spending]
        assert sum(amounts(root.by_id("pelaksana").one("tbody"))) == figures.spending


@pytest.mark.parametrize("make", PLANS)
def test_the_data_loads_and_agrees(make: Callable[[], Plan]) -> None:
    """Each row refers to what is there; the sums by direction are the plan's, to the sen."""
    plan = make()
    figures = source(plan).figures
    root = page(plan)
    told = data_of(root)
    tables = {one["name"]: one for one in told["resources"]}  # type: ignore[attr-defined]
    assert told["profile"] == "fiscal-data-package"
    sums: dict[str, Decimal] = {}
    known = {
        "activity": {row["id"] for row in tables["activities"]["data"]},
        "account": {row["code"] for row in tables["accounts"]["data"]},
        "fund": {row["code"] for row in tables["funds"]["data"]},
    }
    lines = [row["line"] for row in tables["budget"]["data"]]
    assert len(lines) == len(set(lines))
    for row in tables["budget"]["data"]:
        sums[row["direction"]] = sums.get(row["direction"], Decimal(0)) + Decimal(row["amount"])
        for name, codes in known.items():
            assert row[name] in codes | {""}
    expected = {
        "revenue": figures.revenue, "expenditure": figures.spending,
        "financing-in": figures.financing_in, "financing-out": figures.financing_out,
    }  # fmt: skip
    assert {key: int(value * 100) for key, value in sums.items()} == {k: v for k, v in expected.items() if v}
    totals = told["apbdes"]["totals"]  # type: ignore[index]
    assert totals["spending"] == Decimal(decimal_rupiah(figures.spending))
    for table in tables.values():
        names = [one["name"] for one in table["schema"]["fields"]]
        assert all(list(row) == names for row in table["data"])


def test_the_link_saves_the_same_data() -> None:
    """Without a script and without a network."""
    root = page(trap_plan())
    link = root.one("a", "tombol")
    kind, _, packed = link.attributes["href"].partition(",")
    assert (kind, link.attributes["download"]) == ("data:application/json;base64", "apbdes.json")
    assert base64.b64decode(packed).decode() == root.by_id("apbdes").text


@pytest.mark.parametrize("make", PLANS)
def test_nothing_is_fetched(make: Callable[[], Plan]) -> None:
    """No address of anything outside, and a policy that would forbid it."""
    text = text_of(make())
    root = read_page(text)
    assert "http:" not in text
    assert "https:" not in text
    for one in root.all():
        assert "src" not in one.attributes
        assert "style" not in one.attributes
        assert not [name for name in one.attributes if name.startswith("on")]
        href = one.attributes.get("href", "#")
        assert href.startswith(("#", "data:application/json"))
        if href.startswith("#") and href != "#":
            assert root.by_id(href[1:])
    assert not re.search(r"@import|url\((?!#)", text)
    policy = next(one for one in root.all("meta") if "http-equiv" in one.attributes).attributes["content"]
    script = [one for one in root.all("script") if "type" not in one.attributes]
    digest = base64.b64encode(hashlib.sha256(script[0].text.encode()).digest()).decode()
    assert len(script) == 1
    assert policy.startswith("default-src 'none'")
    assert f"script-src 'sha256-{digest}'" in policy


def test_hostile_names_stay_words() -> None:
    """S24: a name with tags, quotes and an end of script is shown as it is typed."""
    works = [activity(1, "1.1.01", name=HOSTILE, officer=HOSTILE, location=HOSTILE, output=HOSTILE)]
    plan = Plan(
        village(name=HOSTILE), PlanInfo(1, 2026), works,
        [line(1, activity_id=1, description=HOSTILE)], [Answer(9, "warga.kantor", HOSTILE)],
    )  # fmt: skip
    text = text_of(plan)
    root = read_page(text)
    assert len(list(root.all("script"))) == 2
    assert not [one for one in root.all("b") if one.attributes.get("title")]
    assert HOSTILE in root.one("title").text
    assert HOSTILE in root.one("details", "kegiatan").text
    assert HOSTILE in root.by_id("tanya").text
    assert "<" not in root.by_id("apbdes").text
    assert data_of(root)["apbdes"]["village"] == HOSTILE  # type: ignore[index]


def test_no_number_of_a_person() -> None:
    """S25: what an old file may still hold is masked, on the page and in its data."""
    plan = small_plan()
    works = [replace(one, name=f"Bantuan {NIK}", output=NIK, officer=NIK) for one in plan.activities.values()]
    answers = [Answer(900, "warga.pesan", f"WA {NIK}")]
    text = text_of(Plan(plan.village, plan.info, works, plan.lines.values(), answers))
    assert NIK not in text
    assert "••••" in text


def test_a_draft_says_so_and_an_enacted_budget_names_its_regulation() -> None:
    plan = small_plan()
    root = page(plan)
    assert root.one("header").one(kind="cap").text == "RANCANGAN"
    assert root.one("h1").text == "Rancangan APB Desa 2026"
    plan.info = replace(
        plan.info, regulation_number="6", regulation_date="2025-12-31", status=Status.ENACTED, version=1
    )
    root = page(plan, draft=False)
    assert not list(root.one("header").all(kind="cap"))
    assert root.one("h1").text == "APB Desa 2026"
    assert "Nomor 6 Tahun 2025" in root.one("header").text
    assert "Perubahan ke-1" in root.one("header").text


def test_what_article_39_asks_for() -> None:
    """The budget, who carries it out, where to complain; what it stands on, its fingerprint, its date."""
    root = page(small_plan())
    assert root.one("html").attributes["lang"] == "id"
    assert "Kasi Kesejahteraan" in root.by_id("pelaksana").text
    assert "Sumberwangi, Kecamatan Kalibening" in root.by_id("tanya").text
    assert "7F3A 91C2 D04E 55B1" in root.by_id("data").text
    assert root.by_id("data").one("svg", "qr")
    assert "Permendagri Nomor 20 Tahun 2018" in root.one("footer").text
    assert "14 Oktober 2025" in root.one("footer").text


def test_charts_tell_what_they_show() -> None:
    """U29: each drawing has words for those who do not see it; decoration is hidden from them."""
    root = page(kampung_plan())
    ids = [one.attributes["id"] for one in root.all() if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    for drawing in root.all("svg"):
        if drawing.attributes.get("aria-hidden") != "true":
            named = drawing.attributes["aria-labelledby"].split()
            assert all(root.by_id(name).text for name in named)
    bar = root.by_id("asal").one("svg")
    widths = [Decimal(one.attributes["width"].rstrip("%")) for one in bar.all("rect")]
    assert 95 <= sum(widths) <= 100
    for fund in ("Dana Desa", "Alokasi Dana Desa"):
        assert fund in bar.one("desc").text


_FUNDS = ("dds", "add", "pad", "pbh", "pbp", "pbk", "swd", "dll", "lain")


def _colours(css: str) -> dict[str, str]:
    return {name: _long(value) for name, value in re.findall(r"--([\w-]+):#([0-9a-f]{3,6})", css)}


def _long(value: str) -> str:
    return "".join(sign * 2 for sign in value) if len(value) == 3 else value


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1])
def test_contrast_by_day_and_by_night(theme: int) -> None:
    """U29: words 4.5:1, bars and borders 3:1."""
    css = paths.resource("forms", "halaman.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root\{(.*?)\}", css, re.DOTALL)
    colours = _colours(blocks[0]) | (_colours(blocks[1]) if theme else {})

    def ratio(one: str, other: str) -> float:
        light, dark = sorted((_luminance(colours[one]), _luminance(colours[other])), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    grounds = ("bg", "surface", "band", "tint")
    words = [(ink, ground) for ink in ("ink", "ink2", "accent") for ground in grounds]
    words += [("onhead", "head"), ("onaccent", "accent"), ("ok", "oktint"), ("warn", "warntint")]
    words += [(f"on-{fund}", fund) for fund in _FUNDS]
    for ink, ground in words:
        assert ratio(ink, ground) >= 4.5, (ink, ground)
    for one, other in (("accent", "track"), ("accent", "surface"), ("line2", "surface")):
        assert ratio(one, other) >= 3, (one, other)


def test_the_script_is_one_that_old_phones_read() -> None:
    """It parses, and asks for nothing that the page needs to be read."""
    from PySide6.QtQml import QJSEngine

    text = paths.resource("forms", "halaman.js").read_text(encoding="utf-8")
    engine = QJSEngine()
    assert not engine.evaluate(f"new Function({json.dumps(text)})").isError()
    assert engine.evaluate("new Function('var = 1')").isError()
    assert not re.search(r"=>|\b(?:let|const|fetch|eval|innerHTML|XMLHttpRequest)\b", text)
    root = page(small_plan())
    assert "hidden" in root.by_id("cari").attributes
    assert not [one for one in root.by_id("pohon").all() if "hidden" in one.attributes]


def test_the_file_is_small_and_named_after_the_village(tmp_path: Path) -> None:
    """Under a megabyte for a real village; a former page stays when the new one can't be written."""
    made = page_of(source(kampung_plan()))
    path = write_page(made, tmp_path)
    assert path.name == "halaman_Sumberwangi_2026.html"
    assert path.stat().st_size < 700_000
    assert 'download="apbdes_Sumberwangi_2026.json"' in path.read_text(encoding="utf-8")
    before = path.read_bytes()
    assert write_page(made, tmp_path).read_bytes() == before
    with pytest.raises(ExportError):
        write_page(made, tmp_path / "nowhere")
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
