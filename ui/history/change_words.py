"""Recorded changes in words: which row, which field, old and new as they stand in the tables."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.support.formats import amount, long_date, month_names
from ui.support.i18n import language
from village_budget.document.history.timeline import row_states, whole_row
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, factor_text
from village_budget.domain.plan import Entity
from village_budget.money import format_volume
from village_budget.store.row_values import read_factors

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.store.steps import StepChange

_WHOLE = ("location", "value", "reason", "document", "approver", "date", "note")
"""Fields that tell enough of a row that was added or removed."""
_SILENT = frozenset({"id", "part", "fingerprint", "text", "review"})


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangeWords", text)


def field_words() -> dict[str, str]:
    """Names of the fields, as the screens call them."""
    return {
        "description": _tr("Description"), "volume": _tr("Volume"), "unit": _tr("Unit"),
        "unit_price": _tr("Unit price"), "amount": _tr("Amount"), "fund": _tr("Fund source"),
        "account_code": _tr("Account"), "activity_id": _tr("Activity"), "factors": _tr("Factors"),
        "tags": _tr("Tags"), "note": _tr("Note"), "cost": _tr("Cost"), "expression": _tr("Price as typed"),
        "volume_expression": _tr("Volume as typed"), "position": _tr("Order"), "link": _tr("File"),
        "price_reason": _tr("Reason of the price"), "code": _tr("Code"), "name": _tr("Name"),
        "officer": _tr("Officer"), "location": _tr("Location"), "start_month": _tr("From month"),
        "end_month": _tr("To month"), "output": _tr("Output"), "target": _tr("Output volume"),
        "target_unit": _tr("Unit of the output"), "priority": _tr("Priority"), "status": _tr("Status"),
        "regulation_number": _tr("Number of the regulation"), "regulation_date": _tr("Day of the regulation"),
        "district": _tr("District"), "regency": _tr("Regency"), "province": _tr("Province"),
        "head": _tr("Village head"), "secretary": _tr("Village secretary"), "treasurer": _tr("Treasurer"),
        "value": _tr("Answer"), "question": _tr("Question"), "rule": _tr("Rule"), "reason": _tr("Reason"),
        "document": _tr("Document"), "approver": _tr("Approved by"), "date": _tr("Date"),
        "fiscal_year": _tr("Year"), "version": _tr("Version"),
    }  # fmt: skip


def _day(text: str) -> str:
    return long_date(date.fromisoformat(text), language())


class ChangeWords:
    """Puts changes of one document into words."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._fields = field_words()
        self._gone: dict[int, Activity | None] = {}
        self._status = {
            "draft": _tr("Draft"), "agreed": _tr("Agreed"), "submitted": _tr("Submitted"),
            "evaluated": _tr("Evaluated"), "enacted": _tr("Enacted"),
        }  # fmt: skip

        months = month_names(language())
        self._forms: dict[str, Callable[[Any], str]] = {
            "unit_price": amount,
            "amount": amount,
            "volume": lambda text: format_volume(Decimal(text)),
            "target": lambda text: format_volume(Decimal(text)),
            "factors": lambda text: factor_text(read_factors(text)),
            "start_month": lambda month: months[month - 1],
            "end_month": lambda month: months[month - 1],
            "status": lambda status: self._status.get(status, status),
            "activity_id": self._home,
            "date": _day,
            "regulation_date": _day,
        }

    def title(self, change: StepChange) -> tuple[str, str]:
        """Name of the row, and where it stands."""
        plan = self._document.plan
        match change.entity:
            case "line" | "activity":
                found = self._row(change)
                return self._line(found) if isinstance(found, Line) else self._activity(found)
            case "village":
                return plan.village.name, _tr("Village")
            case "plan":
                return _tr("Budget {year}").format(year=plan.info.fiscal_year), _tr("Head of the plan")
        values = {**(change.before or {}), **(change.after or {})}
        return self._record(change, values)

    def _line(self, line: Line) -> tuple[str, str]:
        activity = self._home_of(line.activity_id) if line.activity_id is not None else None
        places = (line.account_code, self._activity(activity)[0] if activity else "")
        return line.description or line.account_code, " · ".join(filter(None, places))

    def _home_of(self, key: int) -> Activity | None:
        """An activity, also one that is gone; looked up once for all its lines."""
        found = self._document.plan.activities.get(key)
        if found is None and key not in self._gone:
            states = row_states(self._document, Entity.ACTIVITY, key)
            rows = (state.row for state in states if isinstance(state.row, Activity))
            self._gone[key] = next(rows, None)
        return found or self._gone[key]

    def _activity(self, row: Activity | None) -> tuple[str, str]:
        if row is None:
            return _tr("A row"), ""
        return f"{row.code} {row.name or self._document.chart.activity_name(row.code)}", _tr("Activity")

    def _record(self, change: StepChange, values: Mapping[str, Any]) -> tuple[str, str]:
        kept = self._document.plan.records.get(change.key)
        match change.entity:
            case "answer":
                name = str(values.get("question") or getattr(kept, "question", ""))
                return self._question(name), _tr("Supporting data")
            case "waiver":
                return str(values.get("rule") or getattr(kept, "rule", "")), _tr("Exemption")
            case "prices":
                return str(values.get("name") or getattr(kept, "name", "")), _tr("Standard prices")
        return str(values.get("name") or getattr(kept, "name", "")), _tr("The regency's rules")

    def _question(self, name: str) -> str:
        from village_budget.rules.packs.questions import load_questions

        found = load_questions().get(name)
        return (found.title.en if language() == "en" else found.title.id) if found else name

    def _row(self, change: StepChange) -> Line | Activity | None:
        plan = self._document.plan
        rows: Mapping[int, Line | Activity] = plan.lines if change.entity == "line" else plan.activities
        found = rows.get(change.key) or whole_row(change)
        if found is None:
            states = row_states(self._document, Entity(change.entity), change.key)
            found = next((state.row for state in states if state.row is not None), None)
        return found

    def fields(self, change: StepChange) -> list[tuple[str, str, str]]:
        """Field, old and new of a change; of a whole row what tells enough."""
        before, after = change.before or {}, change.after or {}
        if change.entity == "line" and (change.before is None or change.after is None):
            cost = self._cost(change)
            return [(self._fields["cost"], *((cost, "") if change.after is None else ("", cost)))]
        whole = change.before is None or change.after is None
        names = [name for name in _WHOLE if name in before or name in after] if whole else list(after)
        if not whole and len(names) > 1:
            names = [name for name in names if name != "position"]
        found = []
        for name in names:
            if name in _SILENT or name not in self._fields:
                continue
            old, new = self.value(name, before.get(name)), self.value(name, after.get(name))
            if old or new or not whole:
                found.append((self._fields[name], old, new))
        return found

    def _cost(self, change: StepChange) -> str:
        """A whole line in short: ``12 OB × 2.500.000 = 30.000.000 · ADD``."""
        line = whole_row(change)
        if not isinstance(line, Line):
            return ""
        volume = factor_text(line.factors) or f"{format_volume(line.volume)} {line.unit}".strip()
        cost = f"{volume} × {amount(line.unit_price)} = {amount(line.amount)}"
        return f"{cost} · {line.fund}" if line.fund else cost

    def value(self, name: str, value: Any) -> str:
        """A recorded value as the tables show it; empty when there is nothing."""
        if name == "tags":
            return _tr("as proposed") if value is None else self._tags(value)
        if value is None or value == "":
            return ""
        found = self._forms.get(name)
        return found(value) if found else str(value)

    def _home(self, activity_id: int) -> str:
        row = self._document.plan.activities.get(activity_id)
        return row.code if row else _tr("a removed activity")

    def _tags(self, text: str) -> str:
        known = self._document.chart.tags
        names = (known[tag].name(language()) if tag in known else tag for tag in json.loads(text))
        return ", ".join(names) or _tr("none")
