"""Writing several files of one plan: a workbook and a PDF a form, or the whole package with its list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from village_budget.reports.activity_workbooks import FORM, apart, file_part
from village_budget.reports.file_names import workbook_name
from village_budget.reports.manifest import write_manifest
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.writers.workbook_writer import write_workbook

Documents = Mapping[str, Sequence[ReportDocument]]
"""Documents of each form by its name, in the order they are written."""

Place = tuple[str, int]
"""Name of the village and fiscal year."""


class Writer(Protocol):
    """Writes documents into one file, whole or not at all."""

    def __call__(
        self,
        documents: Sequence[ReportDocument],
        path: Path,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        """As `write_workbook`."""
        ...


@dataclass(frozen=True, slots=True)
class PackagePiece:
    """One file and the documents in it."""

    path: Path
    documents: Sequence[ReportDocument]


def form_pieces(
    forms: Documents,
    folder: Path,
    place: Place,
    *,
    excel: bool = True,
    pdf: bool = True,
    each: bool = False,
) -> list[PackagePiece]:
    """A workbook and a PDF for each form.

    Args:
        forms: with their documents.
        folder: to write to.
        place: what the files are named after.
        excel: write workbooks.
        pdf: write PDFs.
        each: a workbook for each cost plan instead of one for all.
    """
    pieces = []
    for name, documents in forms.items():
        path = folder / workbook_name(name, *place)
        if excel and each and name == FORM:
            pieces += [
                PackagePiece(folder / workbook_name(file_part(document), *place), [document])
                for document in apart(documents)
            ]
        elif excel:
            pieces.append(PackagePiece(path, documents))
        pieces += [PackagePiece(path.with_suffix(".pdf"), documents)] if pdf else []
    return pieces


def package_pieces(cover: ReportDocument, forms: Documents, folder: Path, place: Place) -> list[PackagePiece]:
    """What a village hands in for evaluation: one workbook with a cover, and a PDF for each form."""
    every = [cover, *(document for documents in forms.values() for document in documents)]
    book = PackagePiece(folder / workbook_name(cover.name, *place), every)
    return [book, *form_pieces(forms, folder, place, excel=False)]


def manifest_path(package: Sequence[PackagePiece]) -> Path:
    """Where the list of a package stands: beside its workbook, ``manifest_<village>_<year>.json``."""
    book = package[0].path
    return book.with_name(f"manifest_{book.stem.partition('_')[2]}.json")


def write_pieces(
    pieces: Sequence[PackagePiece],
    write_pdf: Writer,
    *,
    manifest: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write files one after the other.

    Args:
        pieces: what to write.
        write_pdf: writes those that are PDFs.
        manifest: they are a package; its list is written last.
        progress: called with (steps done, all steps).
        cancelled: asked between steps.

    Returns:
        The files.

    Raises:
        ExportError: a file can't be written, or the work was stopped; files already complete stay,
            without a list.
    """
    listed = manifest_path(pieces) if manifest else None
    total = sum(len(piece.documents) + 1 for piece in pieces)
    done = 0
    for piece in pieces:
        write: Writer = write_pdf if piece.path.suffix == ".pdf" else write_workbook
        write(piece.documents, piece.path, progress=_shifted(progress, done, total), cancelled=cancelled)
        done += len(piece.documents) + 1
        if listed is not None and piece is pieces[0]:
            # A list of a former package would name files that are not there any more.
            with suppress(OSError):
                listed.unlink(missing_ok=True)
    files = [piece.path for piece in pieces]
    if listed is not None:
        write_manifest(listed, pieces[0].documents[0], files)
        files.append(listed)
    return files


def _shifted(
    progress: Callable[[int, int], None] | None, before: int, total: int
) -> Callable[[int, int], None] | None:
    """Progress of one file as part of all."""
    return None if progress is None else lambda done, _: progress(before + done, total)
