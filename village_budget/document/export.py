"""The open plan's forms as workbooks in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.reports.catalogue import form
from village_budget.reports.package import form_pieces, write_pieces
from village_budget.reports.report_document import on_paper
from village_budget.reports.writers.workbook_writer import write_workbook

if TYPE_CHECKING:
    from village_budget.document.document import Document


def export_forms(
    document: Document,
    forms: Sequence[str],
    folder: Path,
    *,
    paper: str = "F4",
    each: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write forms of the open plan into a folder, one workbook a form.

    Args:
        document: the open plan.
        forms: names of the catalogue, in the order they are to be written.
        folder: must exist.
        paper: ``F4``, ``A4`` or ``Legal``.
        each: a workbook for each cost plan instead of one for all.
        progress: called with (steps done, all steps).
        cancelled: asked between steps; workbooks already complete stay.

    Returns:
        The workbooks, ``<form>_<village>_<year>.xlsx``; of single cost plans ``rab-<code>_...``.

    Raises:
        ExportError: ``form-unknown``, or one of `write_workbook`; former workbooks are intact.
    """
    infos = [form(name) for name in forms]
    source = document.report_source()
    built = {info.name: [on_paper(made, paper) for made in info.build(source)] for info in infos}
    place = (source.plan.village.name, source.plan.info.fiscal_year)
    pieces = form_pieces(built, folder, place, pdf=False, each=each)
    return write_pieces(pieces, write_workbook, progress=progress, cancelled=cancelled)
