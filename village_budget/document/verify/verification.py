"""Does a print or a workbook still say what the plan says? Fingerprint first, then cells (S18-S20)."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.document.report_input import source_of_state
from village_budget.document.verify import former_states
from village_budget.document.verify.workbook_cells import Difference, differences
from village_budget.errors import ExportError, UserError
from village_budget.exchange.cells.workbook_guard import inspect_workbook
from village_budget.reports.activity_workbooks import only
from village_budget.reports.catalogue import form
from village_budget.reports.writers.workbook_identity import read_identity
from village_budget.reports.writers.workbook_writer import write_workbook

if TYPE_CHECKING:
    from datetime import datetime

    from village_budget.document.document import Document
    from village_budget.document.verify.former_states import LineChange, PastPlan

MOST_DIFFERENCES = 50
"""How many cells are named; the first ones tell enough."""
_MOST_STATES = 6
"""States of one fingerprint that are tried: signers, status and answers may differ between them."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What came out.

    Attributes:
        form: name of the form the workbook holds; empty for a code alone.
        fiscal_year: the year it is of.
        printed: fingerprint in the workbook or on the paper; of a typed code the first 16 digits at least.
        present: fingerprint of the plan.
        same_plan: whether the print is of the plan as it is now.
        revision: how many steps the plan had when it was printed; None when its journal knows no such state.
        printed_at: time of the last of these steps.
        present_revision: how many steps it has now.
        changed: lines that changed since.
        differences: cells that do not agree with the plan as it was printed (as it is now, when that is not
            known), those that were typed first, at most `MOST_DIFFERENCES`.
    """

    form: str
    fiscal_year: int
    printed: str
    present: str
    same_plan: bool
    revision: int | None = None
    printed_at: datetime | None = None
    present_revision: int = 0
    changed: tuple[LineChange, ...] = ()
    differences: tuple[Difference, ...] = ()

    @property
    def matches(self) -> bool:
        """Whether it is as the plan says now, cell by cell."""
        return self.same_plan and not self.differences


def verify_workbook(workbook: Path, document: Document) -> Verification:
    """Compare an exported workbook with the plan it was made from; widths and colours do not matter.

    The document's year and version are selected after the workbook's.

    Raises:
        ExportError: ``workbook-foreign``: not made by this program; ``workbook-of-other-village``.
        UserError: it can't be opened safely (``table-...``), or the plan has no such year.
    """
    if not workbook.is_file():
        raise UserError("table-missing", name=workbook.name, path=str(workbook))
    try:
        inspect_workbook(workbook)
    except UserError as error:
        if error.code != "table-kind":
            raise
        raise ExportError("workbook-foreign", path=str(workbook), name=workbook.name) from error
    identity = read_identity(workbook)
    try:
        info = form(identity.get("form", ""))
        year, version = int(identity["fiscal_year"]), int(identity.get("version", "0"))
    except (ExportError, KeyError, ValueError) as error:
        raise ExportError("workbook-foreign", name=workbook.name) from error
    if identity.get("village_code", "") != document.plan.village.code:
        raise ExportError(
            "workbook-of-other-village",
            name=workbook.name,
            village=identity.get("village", ""),
            village_code=identity.get("village_code", ""),
        )
    document.select(year, version)
    printed = identity["fingerprint"]
    best: Verification | None = None
    for state in _tried(document, printed):
        found = _cells(workbook, identity, document, state)
        if best is None or len(found) < len(best.differences):
            best = replace(_held(document, printed, state), form=info.name, differences=found)
        if not found:
            break
    if best is None:
        found = _cells(workbook, identity, document, None)
        best = replace(_held(document, printed, None), form=info.name, differences=found)
    return replace(best, differences=best.differences[:MOST_DIFFERENCES])


def verify_code(text: str, document: Document) -> Verification:
    """Compare a code read off paper with the plan: 16 digits typed in any grouping, or the text of the QR.

    A QR selects its year and version.

    Raises:
        ExportError: ``fingerprint-unreadable``, or ``workbook-of-other-village``.
        UserError: the plan has no such year.
    """
    clean = re.sub(r"[\s\-.]", "", text).upper() if ":" not in text else text.strip().upper()
    if clean.startswith("VB1:"):
        parts = clean.split(":")
        if len(parts) != 5 or not (parts[2].isdigit() and parts[3].isdigit()):
            raise ExportError("fingerprint-unreadable", text=text[:80])
        if parts[1] != document.plan.village.code:
            raise ExportError("workbook-of-other-village", name="QR", village="", village_code=parts[1])
        document.select(int(parts[2]), int(parts[3]))
        clean = parts[4]
    if not re.fullmatch(r"[0-9A-F]{16,64}", clean):
        raise ExportError("fingerprint-unreadable", text=text[:80])
    return _held(document, clean.lower(), next(_matching(document, clean.lower()), None))


def _matching(document: Document, printed: str) -> Iterator[PastPlan]:
    return (state for state in former_states.states(document) if state.fingerprint.startswith(printed))


def _tried(document: Document, printed: str) -> Iterator[PastPlan]:
    """States of a fingerprint that may print otherwise, newest first: at most `_MOST_STATES`."""
    seen: list[object] = []
    for state in _matching(document, printed):
        beside = (state.plan.village, state.plan.info, state.plan.records)
        if beside not in seen:
            seen.append(beside)
            yield state
        if len(seen) == _MOST_STATES:
            return


def _cells(
    workbook: Path, identity: dict[str, str], document: Document, state: PastPlan | None
) -> tuple[Difference, ...]:
    """Where a workbook differs from the form of a state; of the present one without a state."""
    source = document.report_source()
    if state is not None and state.revision != len(document.history()):
        source = source_of_state(document, source, state.plan, state.fingerprint)
    # A newer version of the program names itself otherwise in the foot: that is no alteration.
    source = replace(source, program=identity.get("program", source.program))
    documents = only(form(identity["form"]).build(source), identity)
    if not documents:
        # A cost plan of an activity that the plan has no more.
        return (Difference(identity["sheet"], "", "", identity["sheet"]),)
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.xlsx"
        write_workbook(documents, fresh)
        return tuple(sorted(differences(fresh, workbook), key=lambda one: one.follows))


def _held(document: Document, printed: str, state: PastPlan | None) -> Verification:
    """A fingerprint held against the plan: of now, of an earlier state, or of none that the journal knows."""
    return Verification(
        form="",
        fiscal_year=document.plan.info.fiscal_year,
        printed=printed,
        present=document.fingerprint,
        same_plan=document.fingerprint.startswith(printed),
        revision=state.revision if state else None,
        printed_at=state.at if state else None,
        present_revision=len(document.history()),
        changed=former_states.changed_lines(state.plan, document.plan) if state else (),
    )
