"""An export as one piece of work off the window's thread: documents in, files out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ui.support.background import Task
from village_budget.errors import ExportError
from village_budget.reports.package import Piece, write_pieces


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What to write where.

    Attributes:
        folder: made when it is missing.
        pieces: files with their documents; plain data, so a plan that goes on changing does no harm.
        package: they are the package for evaluation: its list of files is written too.
    """

    folder: Path
    pieces: tuple[Piece, ...]
    package: bool = False

    def run(self, task: Task) -> list[Path]:
        """Write the files; called on a worker thread.

        Raises:
            ExportError: a file can't be written, or the work was stopped; files already complete stay.
        """
        from ui.printing.pdf import write_pdf

        self._make_folder()
        return write_pieces(
            self.pieces, write_pdf, manifest=self.package, progress=task.report, cancelled=task.cancelled
        )

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            details = {"path": str(self.folder), "folder": str(self.folder), "name": self.folder.name}
            raise ExportError("export-folder-missing", **details) from error
