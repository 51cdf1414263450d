"""Where the money is: sectors and their activities with amounts, shares and main fund, for the treemap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from village_budget.chart import codes
from village_budget.money import Sen

if TYPE_CHECKING:
    from village_budget.document.document import Document


@dataclass(frozen=True, slots=True)
class Spot:
    """One activity on the map.

    Attributes:
        activity_id: where a click goes.
        code: of the activity.
        name: of the activity.
        amount: what it comes to, in sen.
        fund: the fund source that pays most of it; empty when not decided.
    """

    activity_id: int
    code: str
    name: str
    amount: Sen
    fund: str


@dataclass(frozen=True, slots=True)
class Region:
    """One sector on the map, its activities largest first."""

    code: str
    name: str
    amount: Sen
    spots: tuple[Spot, ...]


def money_map(document: Document) -> list[Region]:
    """Sectors of the spending, largest first; only what costs something."""
    figures, chart = document.figures, document.chart
    found: dict[str, list[Spot]] = {}
    for activity in document.plan.activities.values():
        amount = figures.total("activity", activity.id)
        if amount <= 0:
            continue
        funds = figures.funds("activity", activity.id)
        main = max(funds, key=lambda fund: funds[fund], default="")
        name = activity.name or chart.activity_name(activity.code)
        spot = Spot(activity.id, activity.code, name, amount, main)
        found.setdefault(codes.prefixes(activity.code)[0], []).append(spot)
    regions = [
        Region(
            code,
            chart.activity_name(code),
            sum(spot.amount for spot in spots),
            tuple(sorted(spots, key=lambda spot: (-spot.amount, spot.code))),
        )
        for code, spots in found.items()
    ]
    return sorted(regions, key=lambda region: (-region.amount, region.code))
