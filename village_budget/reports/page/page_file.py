"""The public page as a file: ``halaman_<village>_<year>.html``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from village_budget.atomic import replacing
from village_budget.reports.file_names import workbook_name
from village_budget.reports.page.page import page_text
from village_budget.reports.page.page_facts import PageFacts
from village_budget.reports.page.page_source import page_facts
from village_budget.reports.source import ReportSource

FORM = "halaman"
"""Its name on the command line and in names of files."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is written: plain data, so that a plan that goes on changing does no harm.

    Attributes:
        facts: what it says.
        name: of the file.
    """

    facts: PageFacts
    name: str


def page_name(village: str, fiscal_year: int) -> str:
    """The name of the file."""
    return str(Path(workbook_name(FORM, village, fiscal_year)).with_suffix(".html"))


def page_of(source: ReportSource) -> Page:
    """The public page of a plan as it stands."""
    village, year = source.plan.village.name, source.plan.info.fiscal_year
    return Page(page_facts(source), page_name(village, year))


def write_page(page: Page, folder: Path) -> Path:
    """Write a page; a former one is replaced only by a whole one.

    Raises:
        ExportError: one of `atomic.replacing`.
    """
    path = folder / page.name
    data = path.with_suffix(".json").name.replace(FORM, "apbdes", 1)
    content = page_text(page.facts, data).encode("utf-8")
    with replacing(path) as temporary:
        temporary.write_bytes(content)
    return path
