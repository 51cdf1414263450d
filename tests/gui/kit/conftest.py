"""The whole window over a real plan file, with settings of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests import builders
from ui.app import Desk
from ui.support.settings import Settings
from ui.support.theme import undress
from village_budget.document.document import Document
from village_budget.document.edits.activities import AddActivity
from village_budget.document.edits.lines import AddLine
from village_budget.domain.lines import Part


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "settings.ini")
    made.language = "en"
    return made


@pytest.fixture
def desk(qapp: QApplication, settings: Settings) -> Iterator[Desk]:
    made = Desk(qapp, settings)
    made.dress()
    yield made
    made.workspace.close()
    if made.window is not None:
        made.window.hide()
        made.window.deleteLater()
    undress(qapp)


@pytest.fixture
def plan_path(tmp_path: Path) -> Path:
    """A plan file with one revenue line and pay below the minimum."""
    path = tmp_path / "plan.apbdes"
    document = Document.create(path, builders.village(), 2026)
    document.apply(AddLine(Part.REVENUE, None, "4.2.3.01", "ADD", unit="ls", unit_price=24_000_000_00))
    document.apply(AddActivity("1.1.01"))
    activity = next(iter(document.plan.activities))
    document.apply(
        AddLine(Part.SPENDING, activity, "5.1.1.01", "Siltap", 12, "OB", 2_000_000_00, "ADD")  # type: ignore[arg-type]
    )
    document.close()
    return path
