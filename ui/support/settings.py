"""What the program remembers between starts: one INI file in the user's config folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from village_budget.personal_numbers import without_personal_numbers

if TYPE_CHECKING:
    from village_budget.domain.plan import PlanInfo

MAX_RECENT = 8
MAX_EXPORTS = 30
MAX_TABLES = 40
DEFAULTS = {"language": "id", "theme": "light", "factor": "1.0", "paper": "F4"}
"""Choices as they are at first, by name."""


@dataclass(frozen=True, slots=True)
class RecentPlan:
    """A plan that was open lately, as the start page shows it.

    Attributes:
        path: where it was.
        village: name.
        fiscal_year: year.
        status: a ``Status`` value.
        total: spending in sen.
        opened_at: ISO time.
    """

    path: str
    village: str
    fiscal_year: int
    status: str
    total: int
    opened_at: str


class Settings:
    """The user's choices.

    Args:
        path: the INI file; None for the usual place.
    """

    def __init__(self, path: Path | None = None) -> None:
        file = path or Path(platformdirs.user_config_dir("village-budget", appauthor=False)) / "settings.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def language(self) -> str:
        """``id`` or ``en``."""
        return self._text("language", DEFAULTS["language"])

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("language", value)

    @property
    def theme(self) -> str:
        """``light``, ``dark`` or ``contrast``."""
        return self._text("theme", DEFAULTS["theme"])

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("theme", value)

    @property
    def factor(self) -> float:
        """Font factor, 1.0 is 100 %."""
        return int(self._text("font_percent", "100")) / 100

    @factor.setter
    def factor(self, value: float) -> None:
        self._store.setValue("font_percent", str(round(value * 100)))

    @property
    def folder(self) -> str:
        """Folder for exports, the last one used or chosen; empty: beside the plan file."""
        return self._text("folder", "")

    @folder.setter
    def folder(self, value: str) -> None:
        self._store.setValue("folder", value)

    @property
    def plans_folder(self) -> str:
        """Folder offered for plan files; empty: the user's documents."""
        return self._text("plans_folder", "")

    @plans_folder.setter
    def plans_folder(self, value: str) -> None:
        self._store.setValue("plans_folder", value)

    @property
    def paper(self) -> str:
        """``F4``, ``A4`` or ``Legal``: the paper of prints and exports."""
        return self._text("paper", DEFAULTS["paper"])

    @paper.setter
    def paper(self, value: str) -> None:
        self._store.setValue("paper", value)

    @property
    def printing(self) -> dict[str, str]:
        """How was printed last: ``printer``, ``margins`` (mm), ``both_sides``, ``grey``; empty at first."""
        try:
            return {str(name): str(value) for name, value in json.loads(self._text("printing", "{}")).items()}
        except (ValueError, AttributeError):
            return {}

    @printing.setter
    def printing(self, value: Mapping[str, str]) -> None:
        self._store.setValue("printing", json.dumps(dict(value)))

    @property
    def author(self) -> str:
        """Name recorded with each step; empty until asked."""
        return self._text("author", "")

    @author.setter
    def author(self, value: str) -> None:
        self._store.setValue("author", without_personal_numbers(value))

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def recent(self) -> list[RecentPlan]:
        """Plans that were open lately, newest first."""
        try:
            return [RecentPlan(**row) for row in json.loads(self._text("recent", "[]"))]
        except (ValueError, TypeError):
            return []

    def remember(self, plan: RecentPlan) -> None:
        """Put a plan at the head of the recent ones."""
        others = [row for row in self.recent if row.path != plan.path]
        rows = [asdict(row) for row in [plan, *others][:MAX_RECENT]]
        self._store.setValue("recent", json.dumps(rows))

    def forget(self, path: str) -> None:
        """Take a plan off the recent ones."""
        rows = [asdict(row) for row in self.recent if row.path != path]
        self._store.setValue("recent", json.dumps(rows))

    def columns(self, screen: str) -> dict[str, int]:
        """Widths of columns that the user chose on a screen, by name, before the font factor."""
        try:
            kept = json.loads(self._text(f"columns/{screen}", "{}"))
            return {str(name): int(width) for name, width in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    def keep_columns(self, screen: str, widths: Mapping[str, int]) -> None:
        """Remember widths of columns; none: the first ones."""
        self._store.setValue(f"columns/{screen}", json.dumps(dict(widths)))

    @property
    def named_tables(self) -> dict[str, tuple[str, ...]]:
        """What columns of pasted tables were named by hand, by the words over them; the oldest first."""
        try:
            kept = json.loads(self._text("tables", "{}"))
            return {str(key): tuple(map(str, names)) for key, names in kept.items()}
        except (ValueError, TypeError, AttributeError):
            return {}

    @named_tables.setter
    def named_tables(self, value: Mapping[str, tuple[str, ...]]) -> None:
        newest = dict(list(value.items())[-MAX_TABLES:])
        self._store.setValue("tables", json.dumps({key: list(names) for key, names in newest.items()}))

    def exported(self, path: Path, info: PlanInfo) -> datetime | None:
        """When documents of a plan were exported last, on this computer; with time zone."""
        try:
            kept = datetime.fromisoformat(json.loads(self._text("exports", "{}"))[_plan_key(path, info)])
        except (ValueError, TypeError, LookupError, AttributeError):
            return None
        return kept if kept.tzinfo is not None else None

    def note_export(self, path: Path, info: PlanInfo, at: datetime) -> None:
        """Remember that documents were exported that show the plan as it was at a moment."""
        try:
            kept = dict(json.loads(self._text("exports", "{}")))
        except (ValueError, TypeError):
            kept = {}
        kept.pop(_plan_key(path, info), None)
        kept[_plan_key(path, info)] = at.isoformat()
        self._store.setValue("exports", json.dumps(dict(list(kept.items())[-MAX_EXPORTS:])))

    def sync(self) -> None:
        """Write at once."""
        self._store.sync()

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return str(value) if value is not None else default


def _plan_key(path: Path, info: PlanInfo) -> str:
    return f"{path.resolve()} {info.fiscal_year} {info.version}"
