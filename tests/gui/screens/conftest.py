"""Summary, check and documents over a real plan file, in English so that words can be read here."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests import builders
from tests.gui.screens.held_runner import HeldRunner
from ui.support import background
from ui.support.i18n import install_language
from ui.support.theme import apply_theme, undress
from ui.support.workspace import Workspace
from village_budget.document.edits.activities import AddActivity
from village_budget.document.edits.lines import AddLine
from village_budget.domain.lines import Part


@pytest.fixture
def look(qapp: QApplication) -> Iterator[None]:
    install_language(qapp, "en")
    apply_theme(qapp, "light", 1.0)
    yield
    install_language(qapp, "id")
    undress(qapp)


@pytest.fixture
def empty(look: None, tmp_path: Path) -> Iterator[Workspace]:
    """A plan with nothing in it."""
    made = Workspace()
    made.create(tmp_path / "plan.apbdes", builders.village(), 2026)
    yield made
    made.close()


@pytest.fixture
def workspace(empty: Workspace) -> Workspace:
    """Two fund sources, two activities, pay of the village head below the law's minimum."""
    work = empty
    document = work.document
    assert document is not None
    work.apply(AddLine(Part.REVENUE, None, "4.2.1.01", "Dana Desa", unit_price=60_000_000_00, fund="DDS"))
    work.apply(AddLine(Part.REVENUE, None, "4.2.3.01", "ADD", unit_price=24_000_000_00, fund="ADD"))
    work.apply(AddActivity("1.1.01"))
    work.apply(AddActivity("2.3.10"))
    pay, road = sorted(document.plan.activities.values(), key=lambda activity: activity.code)
    work.apply(
        AddLine(Part.SPENDING, pay.id, "5.1.1.01", "Penghasilan tetap Kepala Desa", Decimal(12), "OB",
                2_000_000_00, "ADD")
    )  # fmt: skip
    work.apply(AddLine(Part.SPENDING, road.id, "5.3.5.01", "Semen", Decimal(600), "zak", 100_000_00, "DDS"))
    assert document.figures.balance == 0
    return work


@pytest.fixture
def held() -> Iterator[HeldRunner]:
    runner = HeldRunner()
    background.set_runner(runner)
    yield runner
    background.set_runner(background.PoolRunner())


@pytest.fixture(scope="session")
def matplotlib_ready(qapp: QApplication) -> None:
    """Have matplotlib look for its fonts before a test waits for a chart: on a busy machine that is slow."""
    from ui.widgets.charts import Bar, chart_pixels

    chart_pixels([Bar("", (("DDS", 1),))], 400, 1.0)
