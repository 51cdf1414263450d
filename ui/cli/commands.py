"""What each command does: open, ask the core, put the answer into words. One function a command."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.cli import words
from ui.cli.residents import write_for_residents
from ui.support.messages import message_parts, sentence
from village_budget.domain.findings import Severity
from village_budget.domain.plan import Status
from village_budget.errors import ExportError, FileError, UserError
from village_budget.money import check_limit

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.exchange.flat.flat_table import FlatTable


@dataclass(frozen=True, slots=True)
class CommandOutcome:
    """What a command leaves: its exit status and its text for stdout."""

    status: int
    text: str


_ALL = "all"
"""In place of a form's name: the whole package for evaluation."""


def new(options: argparse.Namespace, language: str) -> CommandOutcome:
    """Make a plan file with an empty plan; a village of the list brings its district along."""
    from village_budget.chart.villages import known_villages
    from village_budget.document.document import Document
    from village_budget.domain.village import Village

    known = next((one for one in known_villages() if one.code == options.code), None)
    village = Village(
        name=options.village,
        code=options.code,
        district=options.district or (known.district if known else ""),
        regency=options.regency or (known.regency if known else ""),
        province=options.province or (known.province if known else ""),
    )
    Document.create(options.file, village, options.year).close()
    told = sentence("cli-made", language, name=options.file.name, village=village.name, year=options.year)
    return CommandOutcome(0, told)


def import_table(options: argparse.Namespace, language: str) -> CommandOutcome:
    """Take a flat table in as one step; everything that can be refused is refused before writing."""
    from village_budget.chart.chart import national_chart
    from village_budget.document.edits.table import LoadTable
    from village_budget.exchange.flat.flat_table import read_table

    with _opened(options.file) as plan:
        years = {info.fiscal_year: info.status for info in plan.plans()}
        if years.get(options.year) is Status.ENACTED:
            raise UserError("plan-enacted", name=options.file.name, year=options.year)
    table = read_table(options.table, national_chart())
    _check_totals(table)
    if not options.dry_run:
        with _opened(options.file, read_only=False) as document:
            if options.year not in years:
                document.add_plan(options.year)
            document.select(options.year)
            document.apply(LoadTable(table.rows))
    code = "cli-would-import" if options.dry_run else "cli-imported"
    lines = [sentence(code, language, count=len(table.rows), year=options.year, name=options.file.name)]
    lines += words.table_totals(table, language)
    lines += words.notices(table.notices, language)
    return CommandOutcome(0, "\n".join(lines))


def check(options: argparse.Namespace, language: str) -> CommandOutcome:
    """Judge a plan by the rules of its year; status 1 when a mandatory rule is broken and not exempted."""
    from village_budget.rules.check import check as judged

    with _opened(options.file, options.year) as document:
        if options.prices is not None:
            from village_budget.exchange.prices.price_list import read_price_list

            document.compare_with(read_price_list(options.prices).book())
        pack, findings = document.pack, document.findings
        if options.overlay is not None:
            from village_budget.chart.chart import national_chart
            from village_budget.rules.packs.loader import load_overlay, load_pack

            overlay = load_overlay(options.overlay)
            year, code = document.plan.info.fiscal_year, document.plan.village.code
            pack = replace(overlay.apply_to(load_pack(year), code), prices=pack.prices)
            findings = judged(document.plan, overlay.chart_with(national_chart()), pack)
        if options.format == "json":
            told = words.check_json(document, pack, findings, language)
            text = json.dumps(told, ensure_ascii=False, indent=2)
        else:
            text = words.check_text(document, pack, findings, language)
    broken = any(one.is_open and one.severity is Severity.ERROR for one in findings)
    return CommandOutcome(1 if broken else 0, text)


def export(options: argparse.Namespace, language: str) -> CommandOutcome:
    """Write forms as workbooks into a folder; as PDF, and the flat table, when asked."""
    from village_budget.document.export import export_forms
    from village_budget.reports.catalogue import evaluation_set

    names = options.form or evaluation_set()
    with _opened(options.file, options.year) as document:
        _make_folder(options.to)
        if _ALL in names:
            written = _write_package(document, options.to)
            names = [name for name in names if name != _ALL]
        else:
            written = []
        made, names = write_for_residents(document, names, options.to, options.design)
        written += made
        written += export_forms(document, names, options.to, each=options.each)
        if options.pdf:
            written += _write_pdfs(document, names, options.to)
        if options.table:
            written.append(_write_table(document, options.to))
    lines = [sentence("cli-exported", language, count=len(written), folder=str(options.to))]
    return CommandOutcome(0, "\n".join([*lines, *(f"  {path}" for path in written)]))


def _write_package(document: Document, folder: Path) -> list[Path]:
    """One workbook with a cover, a PDF for each form, and the list of all files."""
    from ui.printing.pdf import write_pdf
    from village_budget.reports.catalogue import evaluation_set, form
    from village_budget.reports.forms.paket import cover
    from village_budget.reports.package import package_pieces, write_pieces

    source = document.report_source()
    forms = {name: form(name).build(source) for name in evaluation_set()}
    first = cover(source, [made for documents in forms.values() for made in documents])
    village, year = source.plan.village.name, source.plan.info.fiscal_year
    return write_pieces(package_pieces(first, forms, folder, (village, year)), write_pdf, manifest=True)


def _write_pdfs(document: Document, names: Sequence[str], folder: Path) -> list[Path]:
    from ui.printing.pdf import write_pdf
    from village_budget.reports.catalogue import form
    from village_budget.reports.file_names import workbook_name

    source = document.report_source()
    paths = []
    for name in names:
        workbook = workbook_name(name, source.plan.village.name, source.plan.info.fiscal_year)
        paths.append((folder / workbook).with_suffix(".pdf"))
        write_pdf(form(name).build(source), paths[-1])
    return paths


def _write_table(document: Document, folder: Path) -> Path:
    from village_budget.exchange.flat.flat_table import write_table
    from village_budget.reports.file_names import workbook_name

    name = workbook_name("tabel", document.plan.village.name, document.plan.info.fiscal_year)
    path = (folder / name).with_suffix(".csv")
    write_table(document.plan, document.chart, path)
    return path


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError("export-folder-missing", folder=str(folder)) from error


def verify(options: argparse.Namespace, language: str) -> CommandOutcome:
    """Hold a workbook against the plan; status 1 when a cell or the fingerprint does not agree."""
    from village_budget.document.verify.verification import verify_workbook

    with _opened(options.file) as document:
        found = verify_workbook(options.workbook, document)
    return CommandOutcome(
        0 if found.matches else 1, words.verification(found, options.workbook.name, language)
    )


def forms(options: argparse.Namespace, language: str) -> CommandOutcome:
    """List the forms that can be exported, or print one's words for a regency's file."""
    if options.layout:
        from village_budget.rules.regency.form_template import form_template

        return CommandOutcome(0, form_template(options.layout).rstrip())
    from village_budget.reports.catalogue import FOR_RESIDENTS, FORMS, PACKAGE

    every = [(one.name, one.title, one.subtitle) for one in (*FORMS, PACKAGE)]
    every += [(one.name, one.title, one.subtitle) for one in FOR_RESIDENTS]
    if options.format == "json":
        told = [{"name": name, "title": {"id": title.id, "en": title.en}} for name, title, _ in every]
        return CommandOutcome(0, json.dumps(told, ensure_ascii=False, indent=2))
    width = max(len(name) for name, *_ in every)
    lines = [f"{name:<{width}}  {title.get(language)} ({told.get(language)})" for name, title, told in every]
    return CommandOutcome(0, "\n".join(lines))


def rules(options: argparse.Namespace, language: str) -> CommandOutcome:
    """List the rules of a year, the newest pack's without one; or write the file that a regency fills in."""
    from ui.cli.rules_text import rules_json, rules_text
    from village_budget.rules.packs.loader import load_pack, pack_years

    pack = load_pack(options.year or max(pack_years()))
    if options.new_overlay is not None:
        from village_budget.rules.regency.overlay_template import write_overlay_template

        write_overlay_template(pack, options.new_overlay)
        return CommandOutcome(0, sentence("cli-overlay-written", language, path=str(options.new_overlay)))
    if options.format == "json":
        return CommandOutcome(0, json.dumps(rules_json(pack), ensure_ascii=False, indent=2))
    return CommandOutcome(0, rules_text(pack, language))


def recap(options: argparse.Namespace, language: str) -> CommandOutcome:
    """Put the plan files of a folder into one workbook; files that can't be read are named in it."""
    from village_budget.district.recap import summarise, write_recap

    if options.to.suffix.casefold() != ".xlsx":
        raise ExportError("recap-suffix", name=options.to.name)
    summaries = summarise(options.folder, options.year)
    write_recap(summaries, options.to, lambda error: message_parts(error, language).what)
    lines = [sentence("cli-recapped", language, count=len(summaries), path=str(options.to))]
    lines += [
        f"  {one.file}: {message_parts(one.problem, language).what}" for one in summaries if one.problem
    ]
    return CommandOutcome(0, "\n".join(lines))


COMMANDS: dict[str, Callable[[argparse.Namespace, str], CommandOutcome]] = {
    "new": new,
    "import": import_table,
    "check": check,
    "export": export,
    "verify": verify,
    "forms": forms,
    "rules": rules,
    "recap": recap,
}


@contextmanager
def _opened(path: Path, year: int | None = None, *, read_only: bool = True) -> Iterator[Document]:
    """A plan file, closed again whatever happens.

    Raises:
        FileError: it can't be opened, or (when it is to be changed) only for reading.
    """
    from village_budget.document.document import Document

    document = Document.open(path, fiscal_year=year, read_only=read_only)
    try:
        holder = document.opened_by
        if not read_only and holder is not None:
            since = f"{holder.since:%d-%m-%Y %H:%M}" if holder.since else "?"
            raise FileError("cli-locked", name=path.name, machine=holder.machine or "?", since=since)
        yield document
    finally:
        document.close()


def _check_totals(table: FlatTable) -> None:
    """Refuse totals beyond the limit before anything is written (U07)."""
    totals: dict[str, int] = {}
    for row in table.rows:
        totals[row.part] = check_limit(totals.get(row.part, 0) + row.amount)
