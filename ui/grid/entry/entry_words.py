"""Words of the hint and of a refused entry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.check.finding_view import FindingView
from ui.grid.entry.line_hint import Hint
from ui.grid.model.cell_entry import CellRefused
from ui.support.formats import amount, signed, volume
from village_budget.domain.lines import Line, Part, factor_text
from village_budget.figures.figures import Figures, part_name
from village_budget.money import Sen

if TYPE_CHECKING:
    from ui.grid.model.price_help import Compared


class EntryWords(QObject):
    """Says what an entry makes of a line, and why another is refused."""

    def hint(
        self,
        before: Line,
        after: Line,
        figures: Figures,
        rule: FindingView | None = None,
        compared: Compared | None = None,
    ) -> Hint:
        """What an entry makes: amount, the rule it moves or its fund, and its price beside the standard."""
        hint = self._of_amount(before, after, figures, rule)
        return self._with_standard(hint, compared) if compared is not None else hint

    def _with_standard(self, hint: Hint, compared: Compared) -> Hint:
        item = compared.standard.item
        if compared.over <= 0:
            words = self.tr("Standard {price} per {unit}").format(price=amount(item.price), unit=item.unit)
            return replace(hint, note=words, note_icon="terpenuhi", note_token="ok")
        words = self.tr("Standard {price}, {over} too much").format(
            price=amount(item.price), over=amount(compared.over)
        )
        if compared.reason:
            words = self.tr("Above the standard {price}, with a reason").format(price=amount(item.price))
            return replace(hint, note=words, note_icon="catatan", key=self.tr("Alt+Enter: reason"))
        return replace(
            hint, note=words, note_icon="peringatan", note_token="warn", key=self.tr("Alt+Enter: reason")
        )

    def _of_amount(self, before: Line, after: Line, figures: Figures, rule: FindingView | None) -> Hint:
        plain = f"({after.volume_expression})" if after.volume_expression else volume(after.volume)
        how = factor_text(after.factors) if after.factors else f"{plain} {after.unit}".strip()
        product = f"{how} × {amount(after.unit_price)}"
        result = f"= {amount(after.amount)}"
        change = after.amount - before.amount
        moved = f"{after.fund} {signed(change)}".strip() if change else ""
        if rule is not None:
            return Hint(product, result, rule.icon, rule.token, self._rule(rule), moved)
        if not after.fund:
            return Hint(product, result)
        booked = change if before.id else after.amount
        left = figures.fund_balance(after.fund) + (booked if _brings(after) else -booked)
        icon, token = ("terpenuhi", "ok") if left >= 0 else ("peringatan", "warn")
        return Hint(product, result, icon, token, self._fund(after.fund, left), moved)

    def reason(self, refused: CellRefused) -> str:
        """Why an entry is refused, in one sentence."""
        reasons = {
            "unreadable": self.tr("This is not an amount. Write 1.500.000 or 12*350.000."),
            "ambiguous": self.tr("{readings}?"),
            "too-large": self.tr("Too large. The limit is 999.999.999.999.999 rupiah."),
            "negative": self.tr("An amount here cannot be negative."),
            "volume-unreadable": self.tr("This is not a volume. Write 12, 2,5 or 3 orang x 12 bulan."),
            "not-exact": self.tr(
                "{volume} × a whole unit price does not make this amount. Change the price."
            ),
            "fund-unknown": self.tr("There is no such fund source. Choose one of these."),
            "fund-several": self.tr("{readings}?"),
            "personal-number": self.tr(
                "These 16 digits look like a NIK or KK. Delete them: the number of persons is enough."
            ),
            "not-stored": self.tr("Not stored. Your entry is still here; Esc gives it up."),
        }
        words = reasons[refused.code]
        joined = self.tr(" or ").join(refused.readings)
        return words.format(readings=joined, volume=refused.details.get("volume", ""))

    def _rule(self, rule: FindingView) -> str:
        if rule.finding.holds:
            return self.tr("{rule} holds").format(rule=rule.short)
        return f"{rule.short} {rule.gap}".strip()

    def _fund(self, fund: str, left: Sen) -> str:
        if left == 0:
            return self.tr("{fund} balanced").format(fund=fund)
        words = self.tr("{fund} short {amount}") if left < 0 else self.tr("{fund} has {amount} left")
        return words.format(fund=fund, amount=amount(abs(left)))


def _brings(line: Line) -> bool:
    return line.part is Part.REVENUE or part_name(line) == "financing_in"
