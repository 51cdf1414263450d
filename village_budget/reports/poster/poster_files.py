"""All sizes of the poster into a folder: two sheets, a banner, a picture for chat groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from village_budget.errors import ExportError
from village_budget.reports import qr_code
from village_budget.reports.file_names import workbook_name
from village_budget.reports.poster.poster import designs, papers, write_poster
from village_budget.reports.poster.poster_facts import PosterFacts, poster_facts
from village_budget.reports.source import ReportSource

KINDS = {"A3": ("A3", ".pdf"), "F4": ("F4", ".pdf"), "Spanduk": ("Spanduk", ".pdf"), "PNG": ("A3", ".png")}
"""What can be written, by name: the paper and the kind of file; the PNG is for chat groups."""


@dataclass(frozen=True, slots=True)
class Poster:
    """What is written: plain data, so that a plan that goes on changing does no harm.

    Attributes:
        facts: what it says.
        village: for the names of the files.
        fiscal_year: for the names of the files.
        design: name of one of the designs.
    """

    facts: PosterFacts
    village: str
    fiscal_year: int
    design: str


def poster_of(source: ReportSource, design: str) -> Poster:
    """The poster of a plan as it stands.

    Raises:
        ExportError: ``design-unknown``.
    """
    if design not in designs():
        raise ExportError("design-unknown", design=design, known=", ".join(designs()))
    village, info = source.plan.village, source.plan.info
    code = qr_code.identity_code(village.code, info.fiscal_year, info.version, source.fingerprint)
    return Poster(poster_facts(source, code), village.name, info.fiscal_year, design)


def poster_name(kind: str, village: str, fiscal_year: int) -> str:
    """The name of the file of one of `KINDS`."""
    paper, suffix = KINDS[kind]
    return str(Path(workbook_name(f"poster-{paper.lower()}", village, fiscal_year)).with_suffix(suffix))


def write_posters(
    poster: Poster,
    folder: Path,
    *,
    kinds: Sequence[str] = tuple(KINDS),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write a poster: ``poster-a3_<village>_<year>.pdf`` and so on.

    Args:
        poster: what is written.
        folder: where to.
        kinds: some of `KINDS`; all of them when not given.
        progress: told after each file.
        cancelled: asked before each file.

    Raises:
        ExportError: ``export-cancelled``, or one of `atomic.replacing`.
    """
    written = []
    for number, kind in enumerate(kinds):
        path = folder / poster_name(kind, poster.village, poster.fiscal_year)
        if cancelled is not None and cancelled():
            raise ExportError("export-cancelled", name=path.name)
        write_poster(poster.facts, papers()[KINDS[kind][0]], poster.design, path)
        written.append(path)
        if progress is not None:
            progress(number + 1, len(kinds))
    return written
