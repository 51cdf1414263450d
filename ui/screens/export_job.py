"""An export as one piece of work off the window's thread: documents in, files out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ui.support.background import Task
from village_budget.document.export import workbook_name
from village_budget.errors import ExportError
from village_budget.reports.document import ReportDocument


@dataclass(frozen=True, slots=True)
class ExportJob:
    """What to write where.

    Attributes:
        forms: name of each form and its documents; plain data, so a plan that goes on changing does no harm.
        folder: made when it is missing.
        village: for the names of the files.
        fiscal_year: for the names of the files.
        excel: write workbooks.
        pdf: write PDFs.
    """

    forms: tuple[tuple[str, tuple[ReportDocument, ...]], ...]
    folder: Path
    village: str
    fiscal_year: int
    excel: bool = True
    pdf: bool = True

    def files(self) -> list[Path]:
        """The files it writes, in order."""
        found: list[Path] = []
        for name, _ in self.forms:
            path = self.folder / workbook_name(name, self.village, self.fiscal_year)
            found.extend([path] if self.excel else [])
            found.extend([path.with_suffix(".pdf")] if self.pdf else [])
        return found

    def run(self, task: Task) -> list[Path]:
        """Write the files; called on a worker thread.

        Raises:
            ExportError: a file can't be written, or the work was stopped; files already complete stay.
        """
        from ui.printing.pdf import write_pdf
        from village_budget.reports.writers.workbook import write_workbook

        self._make_folder()
        kinds = int(self.excel) + int(self.pdf)
        total = sum((len(documents) + 1) * kinds for _, documents in self.forms)
        done = 0
        documents_of = dict(self.forms)
        for path in self.files():
            name = path.name.partition("_")[0]
            documents = documents_of[name]
            write = write_pdf if path.suffix == ".pdf" else write_workbook
            told = _shifted(task.report, done, total)
            write(documents, path, progress=told, cancelled=task.cancelled)
            done += len(documents) + 1
        return self.files()

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            details = {"path": str(self.folder), "folder": str(self.folder), "name": self.folder.name}
            raise ExportError("export-folder-missing", **details) from error


def _shifted(report: Callable[[int, int], None], before: int, total: int) -> Callable[[int, int], None]:
    """Progress of one file as part of all."""
    return lambda done, _: report(before + done, total)
