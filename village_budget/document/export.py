"""The open plan's forms as workbooks in a folder, one workbook a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.reports.catalogue import form
from village_budget.reports.document import on_paper
from village_budget.reports.file_names import workbook_name
from village_budget.reports.writers.workbook import write_workbook

if TYPE_CHECKING:
    from village_budget.document.document import Document


def export_forms(
    document: Document,
    forms: Sequence[str],
    folder: Path,
    *,
    paper: str = "F4",
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write forms of the open plan into a folder, one workbook each.

    Args:
        document: the open plan.
        forms: names of the catalogue, in the order they are to be written.
        folder: must exist.
        paper: ``F4`` or ``A4``.
        progress: called with (steps done, all steps).
        cancelled: asked between steps; workbooks already complete stay.

    Returns:
        The workbooks, ``<form>_<village>_<year>.xlsx``.

    Raises:
        ExportError: ``form-unknown``, or one of `write_workbook`; former workbooks are intact.
    """
    infos = [form(name) for name in forms]
    source = document.report_source()
    built = [(info.name, [on_paper(made, paper) for made in info.build(source)]) for info in infos]
    steps = sum(len(documents) + 1 for _, documents in built)
    done = 0
    written: list[Path] = []
    for name, documents in built:
        path = folder / workbook_name(name, source.plan.village.name, source.plan.info.fiscal_year)
        write_workbook(documents, path, progress=_shifted(progress, done, steps), cancelled=cancelled)
        done += len(documents) + 1
        written.append(path)
    return written


def _shifted(
    progress: Callable[[int, int], None] | None, before: int, steps: int
) -> Callable[[int, int], None] | None:
    """Progress of one workbook as part of all."""
    if progress is None:
        return None
    return lambda done, _: progress(before + done, steps)
