"""What ``export --form`` writes for residents: the poster and the public page, which are no tables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from village_budget.document.document import Document

POSTER, PAGE = "poster", "halaman"
"""In place of a form's name."""


def write_for_residents(
    document: Document, names: Sequence[str], folder: Path, design: str
) -> tuple[list[Path], list[str]]:
    """Write those of the named that are for residents; the files, and the names that are left.

    Raises:
        ExportError: ``design-unknown``, or one of `atomic.replacing`.
    """
    written: list[Path] = []
    if POSTER in names:
        from village_budget.reports.poster.poster_files import poster_of, write_posters

        written += write_posters(poster_of(document.report_source(), design), folder)
    if PAGE in names:
        from village_budget.reports.page.page_file import page_of, write_page

        written.append(write_page(page_of(document.report_source()), folder))
    return written, [name for name in names if name not in {POSTER, PAGE}]
