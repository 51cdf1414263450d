"""Kinds that divide or multiply: shares of a whole, families times months, classes of lines."""

from __future__ import annotations

from village_budget.rules import bands, classes, rates, shares
from village_budget.rules.kind import Kind, words

_SHARE = words("measured limit gap headroom base share percent cut add")
_OPTIONS = words("nested minus base_question")

SHARE_KINDS: dict[str, Kind] = {
    "share_max": Kind(shares.share_max, _SHARE, words("measured base percent"), _OPTIONS, ("absent",)),
    "share_min": Kind(
        shares.share_min, _SHARE, words("measured base percent"), _OPTIONS, ("absent",), may_vary=("none",)
    ),
    "share_range": Kind(
        bands.share_range, _SHARE | words("floor percent_min"), words("measured base percent_min percent"),
        _OPTIONS, ("absent", "below", "none"),
    ),
    "tiered_share": Kind(bands.tiered_share, _SHARE, words("measured base tiers"), _OPTIONS, ("absent",)),
    "rate_product": Kind(
        rates.rate_product, words("measured limit gap number rate months first codes"),
        words("measured question limit months"), variants=("ask", "absent"), asks="count",
    ),
    "classified": Kind(
        classes.classified, words("measured count lines first codes"), words("measured tags"),
        variants=("ask", "absent"),
    ),
}  # fmt: skip
