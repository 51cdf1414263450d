"""S21: the fingerprint depends on what a plan says and on nothing else; a golden vector pins its bytes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.builders import activity, line, small_plan, village
from tests.document.files import save_plan
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Factor, Line, Part
from village_budget.domain.plan import Plan, PlanInfo, Status
from village_budget.store import opening
from village_budget.store.fingerprint import PlanDigest, activity_content, line_content, short_form

GOLDEN = "1a499a22038d021151cfbf3654ab90e002b258695d4e53527016db81dab34632"
GOLDEN_EMPTY = "30eb69fc963f05de4cd21cf8ce22b14a413f7772faa2a1674afa7df2465bbcbb"


def fingerprint(plan: Plan) -> str:
    """The fingerprint of a plan's rows."""
    return PlanDigest(plan.village, plan.info, plan.activities.values(), plan.lines.values()).fingerprint


def test_golden_vector() -> None:
    """The small plan has this fingerprint on every machine, in every version: else paper is orphaned."""
    assert fingerprint(small_plan()) == GOLDEN
    assert PlanDigest(village(), PlanInfo(1, 2026), (), ()).fingerprint == GOLDEN_EMPTY
    assert short_form("7f3a91c2d04e55b1ffff") == "7F3A 91C2 D04E 55B1"


def test_canonical_text_is_pinned() -> None:
    """Rows as they are digested, to the letter."""
    row = line(3, activity_id=1, description="Semen \u201350 kg\u201d", volume="2.50", rupiah=65_000,
               factors=(Factor(Decimal("2.50"), "zak"),), tags=("blt",))  # fmt: skip
    assert line_content(row) == (
        '["spending","5.2.1.01","Semen \\u201350 kg\\u201d","2.5","paket",6500000,16250000,"DDS",'
        '"[[\\"2.5\\",\\"zak\\"]]",["blt"],"",""]'
    )
    assert activity_content(activity(9, "2.3.10", target=Decimal("10.00"))) == (
        '["2.3.10","","","",1,12,"","10","",0,""]'
    )


def renumbered(plan: Plan) -> Plan:
    """The same plan with other keys, rows in the opposite order, and gaps between the places."""
    keys = {row.id: row.id * 7 + 100 for row in plan.activities.values()}
    activities = [replace(row, id=keys[row.id]) for row in plan.activities.values()]
    lines = [
        replace(row, id=900 - row.id, position=row.position * 5 + 3,
                activity_id=None if row.activity_id is None else keys[row.activity_id])
        for row in plan.lines.values()
    ]  # fmt: skip
    return Plan(plan.village, replace(plan.info, id=8), activities[::-1], lines[::-1])


def test_keys_row_order_and_gaps_do_not_matter() -> None:
    """Two files that say the same have the same fingerprint."""
    assert fingerprint(renumbered(small_plan())) == GOLDEN


def test_vacuum_and_storage_do_not_matter(tmp_path: Path) -> None:
    """What is read back from a file, compacted or not, has the fingerprint of what was written."""
    path = save_plan(tmp_path / "a.apbdes", small_plan())
    raw, made = opening.take_picture(path)
    assert made.fingerprints[1] == made.loaded[1].digest.fingerprint == GOLDEN
    raw.execute("VACUUM INTO ?", (str(tmp_path / "b.apbdes"),))
    raw.close()
    raw, made = opening.take_picture(tmp_path / "b.apbdes")
    raw.close()
    assert made.loaded[1].digest.fingerprint == GOLDEN


LINE_FIELDS = {
    "part": Part.FINANCING, "activity_id": 3, "account_code": "5.3.5.09", "description": "semen",
    "volume": Decimal("400.5"), "unit": "Zak", "unit_price": 65_001_00, "amount": 1, "fund": "PAD",
    "factors": (Factor(Decimal(400), "zak"),), "tags": (), "note": "x", "expression": "=1+1", "position": 2,
    "link": "foto.jpg", "price_reason": "jauh", "volume_expression": "2*3", "review": "import",
}  # fmt: skip


def test_every_field_of_a_line_counts() -> None:
    """Another value in any field, or another order, is another fingerprint."""
    assert LINE_FIELDS.keys() == set(Line.__slots__) - {"id"}
    for name, value in LINE_FIELDS.items():
        plan = small_plan()
        plan.lines[5] = replace(plan.lines[5], **{name: value})  # type: ignore[arg-type]
        if name == "part":
            plan.lines[5] = replace(plan.lines[5], activity_id=None)
        assert fingerprint(plan) != GOLDEN, name


ACTIVITY_FIELDS = {
    "code": "2.3.11", "name": "Jalan", "officer": "Kasi", "location": "x", "start_month": 5, "end_month": 9,
    "output": "x", "target": Decimal(1), "target_unit": "m", "priority": 1, "note": "x",
    "tags": ("padat_karya",),
}  # fmt: skip


def test_every_field_of_an_activity_counts() -> None:
    """So does any field of an activity; its place among its like, only when there are others."""
    assert ACTIVITY_FIELDS.keys() == set(Activity.__slots__) - {"id", "position"}
    for name, value in ACTIVITY_FIELDS.items():
        plan = small_plan()
        plan.activities[2] = replace(plan.activities[2], **{name: value})  # type: ignore[arg-type]
        assert fingerprint(plan) != GOLDEN, name
    twins = [activity(1, "1.1.01", name="a"), activity(2, "1.1.01", name="b", position=1)]
    turned = [replace(twins[0], position=1), replace(twins[1], position=0)]
    first = PlanDigest(village(), PlanInfo(1, 2026), twins, ()).fingerprint
    assert PlanDigest(village(), PlanInfo(1, 2026), turned, ()).fingerprint != first


def test_head_counts() -> None:
    """Year, version and village are part of it; status, regulation and signers are not."""
    plan = small_plan()
    for changed in (
        Plan(replace(plan.village, code="35.10.99.2002"), plan.info),
        Plan(plan.village, replace(plan.info, fiscal_year=2027)),
        Plan(plan.village, replace(plan.info, version=1)),
    ):
        assert fingerprint(changed) != GOLDEN_EMPTY
    same = Plan(replace(plan.village, head="A"), replace(plan.info, status=Status.AGREED))
    assert fingerprint(same) == GOLDEN_EMPTY


@pytest.mark.parametrize(("left", "right"), [("1", "1.000"), ("2.50", "2.5"), ("100", "1E+2")])
def test_one_number_has_one_text(left: str, right: str) -> None:
    """A volume is digested by its value, not by how it was typed."""
    rows = [line(1, activity_id=1, volume=Decimal(text), unit_price=0) for text in (left, right)]
    assert line_content(rows[0]) == line_content(rows[1])
