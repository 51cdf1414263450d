"""An export as one piece of work off the window's thread: documents in, files out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ui.support.background import Task
from village_budget.errors import ExportError
from village_budget.reports.package import PackagePiece, write_pieces

if TYPE_CHECKING:
    from village_budget.reports.page.page_file import Page
    from village_budget.reports.poster.poster_files import Poster


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What to write where.

    Attributes:
        folder: made when it is missing.
        pieces: files with their documents; plain data, so a plan that goes on changing does no harm.
        package: they are the package for evaluation: its list of files is written too.
    """

    folder: Path
    pieces: tuple[PackagePiece, ...]
    package: bool = False

    def run(self, task: Task) -> list[Path]:
        """Write the files; called on a worker thread.

        Raises:
            ExportError: a file can't be written, or the work was stopped; files already complete stay.
        """
        from ui.printing.pdf import write_pdf

        make_folder(self.folder)
        return write_pieces(
            self.pieces, write_pdf, manifest=self.package, progress=task.report, cancelled=task.cancelled
        )


@dataclass(frozen=True, slots=True)
class PosterJob:
    """The poster of a plan in one design.

    Attributes:
        folder: made when it is missing.
        poster: what it says, as the plan stood when it was asked for.
        kinds: papers and kinds of file, by name.
    """

    folder: Path
    poster: Poster
    kinds: tuple[str, ...]

    def run(self, task: Task) -> list[Path]:
        """Write the files; called on a worker thread.

        Raises:
            ExportError: a file can't be written, or the work was stopped; files already complete stay.
        """
        from village_budget.reports.poster.poster_files import write_posters

        make_folder(self.folder)
        return write_posters(
            self.poster, self.folder, kinds=self.kinds, progress=task.report, cancelled=task.cancelled
        )


@dataclass(frozen=True, slots=True)
class PageJob:
    """The public page of a plan.

    Attributes:
        folder: made when it is missing.
        page: what it says, as the plan stood when it was asked for.
    """

    folder: Path
    page: Page

    def run(self, task: Task) -> list[Path]:
        """Write the file; called on a worker thread.

        Raises:
            ExportError: the file can't be written.
        """
        from village_budget.reports.page.page_file import write_page

        make_folder(self.folder)
        written = [write_page(self.page, self.folder)]
        task.report(1, 1)
        return written


def make_folder(folder: Path) -> None:
    """Make a folder when it is missing.

    Raises:
        ExportError: ``export-folder-missing``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        details = {"path": str(folder), "folder": str(folder), "name": folder.name}
        raise ExportError("export-folder-missing", **details) from error
