"""Many villages at once: totals by part and fund, balance and broken rules, one row a plan file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget import paths
from village_budget.atomic import replacing
from village_budget.document.document import Document
from village_budget.domain.findings import Finding, Severity
from village_budget.errors import UserError
from village_budget.money import Sen

if TYPE_CHECKING:
    import pandas as pd

SUFFIX = ".apbdes"


@dataclass(frozen=True, slots=True)
class BrokenRule:
    """A rule that a plan does not keep, with its sentence in Indonesian."""

    finding: Finding
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class VillageSummary:
    """One plan file in a row.

    Attributes:
        file: name of the file.
        problem: why it could not be read; then all else is empty.
        village: name of the village.
        code: its Kemendagri code.
        district: its kecamatan.
        fiscal_year: of the plan.
        version: 0 is the original.
        status: of the plan version.
        totals: in sen, by ``revenue``, ``spending``, ``financing_in``, ``financing_out``, ``balance``.
        spending_by_fund: in sen, by fund source code.
        broken: rules that are not kept.
        fingerprint: in its short form.
    """

    file: str
    problem: UserError | None = None
    village: str = ""
    code: str = ""
    district: str = ""
    fiscal_year: int = 0
    version: int = 0
    status: str = ""
    totals: dict[str, Sen] | None = None
    spending_by_fund: dict[str, Sen] | None = None
    broken: tuple[BrokenRule, ...] = ()
    fingerprint: str = ""


def summarise(folder: Path, fiscal_year: int | None = None) -> list[VillageSummary]:
    """Read every plan file of a folder (not of folders in it), by name; nothing is changed.

    Args:
        folder: where the plan files are.
        fiscal_year: which year of each; the newest of each when None.

    Raises:
        UserError: ``recap-folder-missing`` or ``recap-empty``.
    """
    if not folder.is_dir():
        raise UserError("recap-folder-missing", folder=str(folder))
    files = sorted(path for path in folder.iterdir() if path.suffix.casefold() == SUFFIX and path.is_file())
    if not files:
        raise UserError("recap-empty", folder=str(folder), suffix=SUFFIX)
    return [_summary(path, fiscal_year) for path in files]


def _summary(path: Path, fiscal_year: int | None) -> VillageSummary:
    try:
        document = Document.open(path, fiscal_year=fiscal_year, read_only=True)
    except UserError as error:
        return VillageSummary(path.name, problem=error)
    try:
        return _of_document(path, document)
    finally:
        document.close()


def _of_document(path: Path, document: Document) -> VillageSummary:
    from village_budget.rules.wording import sentence

    village, info, figures = document.plan.village, document.plan.info, document.figures
    broken = []
    for finding in document.findings:
        if finding.is_open:
            rule = document.pack.rules[finding.rule]
            broken.append(BrokenRule(finding, rule.title.id, sentence(finding, rule, "id")))
    return VillageSummary(
        file=path.name,
        village=village.name,
        code=village.code,
        district=village.district,
        fiscal_year=info.fiscal_year,
        version=info.version,
        status=info.status.value,
        totals={
            "revenue": figures.revenue,
            "spending": figures.spending,
            "financing_in": figures.financing_in,
            "financing_out": figures.financing_out,
            "balance": figures.balance,
        },
        spending_by_fund=dict(figures.funds("part", "spending")),
        broken=tuple(broken),
        fingerprint=document.short_fingerprint,
    )


def write_recap(summaries: Sequence[VillageSummary], path: Path, explain: Callable[[UserError], str]) -> None:
    """Write summaries as a workbook: a row a village, and a sheet with every broken rule.

    Args:
        summaries: what `summarise` gave.
        path: the workbook.
        explain: puts the problem of an unreadable file into words.

    Raises:
        ExportError: it can't be written; a former file is intact.
    """
    import pandas as pd

    words = tomllib.loads(paths.resource("forms", "rekap.toml").read_text("utf-8"))
    heads: dict[str, str] = words["columns"]
    villages = pd.DataFrame([_village_row(one, heads, explain) for one in summaries])
    details = [row for one in summaries for row in _finding_rows(one, heads)]
    columns = [heads[key] for key in ("file", "village", "rule", "severity", "gap", "basis", "sentence")]
    findings = pd.DataFrame(details, columns=columns)
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with (
        replacing(path) as temporary,
        temporary.open("wb") as file,
        pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs={"options": options}) as writer,
    ):
        _put(writer, villages, words["title"])
        _put(writer, findings, words["findings"])


def _put(writer: pd.ExcelWriter, frame: pd.DataFrame, title: str) -> None:
    frame.to_excel(writer, sheet_name=title, index=False, freeze_panes=(1, 0))
    sheet = writer.sheets[title]
    money = writer.book.add_format({"num_format": "#,##0;[Red]-#,##0"})
    for index, name in enumerate(frame.columns):
        is_number = frame[name].map(lambda value: isinstance(value, float)).any()
        longest = max([len(str(name)), *(len(str(value)) for value in frame[name])])
        sheet.set_column(index, index, min(longest + 2, 60), money if is_number else None)


def _village_row(
    one: VillageSummary, heads: dict[str, str], explain: Callable[[UserError], str]
) -> dict[str, object]:
    row: dict[str, object] = {heads["file"]: one.file}
    if one.problem is not None or one.totals is None:
        return row | {heads["remark"]: explain(one.problem) if one.problem else ""}
    severities = [rule.finding.severity for rule in one.broken]
    row |= {
        heads["village"]: one.village,
        heads["code"]: one.code,
        heads["district"]: one.district,
        heads["year"]: one.fiscal_year,
        heads["version"]: one.version,
        heads["status"]: one.status,
    }
    row |= {heads[name]: sen / 100 for name, sen in one.totals.items()}
    for fund, sen in (one.spending_by_fund or {}).items():
        row[heads["fund"].format(fund=fund or "?")] = sen / 100
    return row | {
        heads["errors"]: severities.count(Severity.ERROR),
        heads["warnings"]: severities.count(Severity.WARNING),
        heads["rules"]: ", ".join(dict.fromkeys(rule.finding.rule for rule in one.broken)),
        heads["fingerprint"]: one.fingerprint,
    }


def _finding_rows(one: VillageSummary, heads: dict[str, str]) -> list[dict[str, object]]:
    return [
        {
            heads["file"]: one.file,
            heads["village"]: one.village,
            heads["rule"]: f"{broken.finding.rule} {broken.title}",
            heads["severity"]: broken.finding.severity.value,
            heads["gap"]: broken.finding.gap / (100 if broken.finding.is_money else 1),
            heads["basis"]: broken.finding.basis,
            heads["sentence"]: broken.sentence,
        }
        for broken in one.broken
    ]
