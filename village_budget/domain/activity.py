"""An activity (kegiatan) of the plan with its place, time, officer and output."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity; spending hangs on it.

    Attributes:
        id: key in the plan file.
        code: ``1.1.01`` (sector.subsector.activity).
        name: own name; empty means the chart's.
        officer: function of the responsible officer (Kaur/Kasi), never a person's name.
        location: where.
        start_month: 1-12.
        end_month: 1-12, not before ``start_month``.
        output: keluaran.
        target: output volume; None when not set.
        target_unit: its unit.
        priority: 1 is first; 0 when not set.
        note: the user's remark.
        position: order among activities of the same code.
        tags: of its lines that have none of their own; None means those proposed from the codes.
    """

    id: int
    code: str
    name: str = ""
    officer: str = ""
    location: str = ""
    start_month: int = 1
    end_month: int = 12
    output: str = ""
    target: Decimal | None = None
    target_unit: str = ""
    priority: int = 0
    note: str = ""
    position: int = 0
    tags: tuple[str, ...] | None = None

    @property
    def is_described(self) -> bool:
        """Whether officer, location and output are there, which the forms ask for."""
        return bool(self.officer and self.location and self.output)
