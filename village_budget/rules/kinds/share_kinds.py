"""Kinds that divide or multiply: shares of a whole, families times months, classes of lines."""

from __future__ import annotations

from village_budget.rules.kinds import (
    bands,
    classes,
    rates,
    shares,
)
from village_budget.rules.kinds.kind import RuleKind, words

_SHARE = words("measured limit gap headroom base share percent cut add")
_OPTIONS = words("nested minus base_question")

SHARE_KINDS: dict[str, RuleKind] = {
    "share_max": RuleKind(shares.share_max, _SHARE, words("measured base percent"), _OPTIONS, ("absent",)),
    "share_min": RuleKind(
        shares.share_min, _SHARE, words("measured base percent"), _OPTIONS, ("absent",), may_vary=("none",)
    ),
    "share_range": RuleKind(
        bands.share_range, _SHARE | words("floor percent_min"), words("measured base percent_min percent"),
        _OPTIONS, ("absent", "below", "none"),
    ),
    "tiered_share": RuleKind(bands.tiered_share, _SHARE, words("measured base tiers"), _OPTIONS, ("absent",)),
    "rate_product": RuleKind(
        rates.rate_product, words("measured limit gap number rate months first codes"),
        words("measured question limit months"), variants=("ask", "absent"), asks="count",
    ),
    "classified": RuleKind(
        classes.classified, words("measured count lines first codes"), words("measured tags"),
        variants=("ask", "absent"),
    ),
}  # fmt: skip
