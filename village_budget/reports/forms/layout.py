"""Layout of a form as data: words, columns, head and signatures from ``resources/forms/<form>.toml``.

Words are fixed by law (Permendagri 20/2018 and the regency's own regulation) and never translated.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from typing import Any

from village_budget import paths
from village_budget.domain.form_change import FormChange
from village_budget.reports import dates, qr_code
from village_budget.reports.report_document import (
    Align,
    Column,
    Fact,
    Footer,
    HeaderCell,
    PageSetup,
    ReportDocument,
    Row,
    Side,
    Signature,
)
from village_budget.reports.source import ReportSource

_UNKNOWN = "......"


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A form before it is filled in; texts hold placeholders such as ``{DESA}``."""

    name: str
    sheet: str
    block: tuple[str, ...]
    title: tuple[str, ...]
    columns: tuple[Column, ...]
    header: tuple[HeaderCell, ...]
    header_rows: int
    signatures: tuple[Signature, ...]
    page: PageSetup
    words: dict[str, str] = field(hash=False)
    filtered: bool = False

    def without(self, key: str) -> FormLayout:
        """The same form without one of its columns, for forms whose columns depend on the plan."""
        gone = next(index for index, column in enumerate(self.columns) if column.key == key)
        header: list[HeaderCell] = []
        number = 0
        for cell in self.header:
            covers = cell.column <= gone < cell.column + cell.columns
            if covers and cell.columns == 1:
                continue
            number += cell.number
            header.append(
                replace(
                    cell,
                    column=cell.column - (cell.column > gone),
                    columns=cell.columns - covers,
                    text=str(number) if cell.number and cell.text.isdigit() else cell.text,
                )
            )
        columns = self.columns[:gone] + self.columns[gone + 1 :]
        return replace(self, columns=columns, header=tuple(header))

    def changed(self, change: FormChange) -> FormLayout:
        """The form as a regency's regulation has it; its table keeps its columns."""
        page = self.page
        across = page.landscape if change.landscape is None else change.landscape
        signed = self.signatures
        if change.signatures is not None:
            signed = tuple(
                Signature(Side(sign.side), sign.tier, sign.lines, sign.name) for sign in change.signatures
            )
        return replace(
            self,
            sheet=change.sheet or self.sheet,
            block=self.block if change.block is None else change.block,
            title=self.title if change.title is None else change.title,
            columns=tuple(
                replace(column, width=change.widths.get(column.key, column.width)) for column in self.columns
            ),
            header=tuple(
                replace(cell, text=change.headings.get(cell.text, cell.text)) for cell in self.header
            ),
            signatures=signed,
            page=replace(page, landscape=across, margins_mm=change.margins_mm or page.margins_mm),
            words={**self.words, **change.words},
        )

    def document(
        self,
        source: ReportSource,
        rows: tuple[Row, ...],
        *,
        sheet: str = "",
        title: tuple[str, ...] = (),
        facts: tuple[Fact, ...] = (),
        notes: tuple[str, ...] = (),
        values: dict[str, str] | None = None,
    ) -> ReportDocument:
        """Fill the form in.

        Args:
            source: the plan.
            rows: of the table.
            sheet: title of the sheet; the layout's when empty.
            title: lines in place of the layout's.
            facts: lines above the table.
            notes: lines below the table.
            values: placeholders beside those of `placeholders`.
        """
        known = placeholders(source) | (values or {})

        def fill(lines: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(line.format_map(known) for line in lines)

        return ReportDocument(
            name=self.name,
            sheet_title=sheet or self.sheet,
            block=fill(self.block),
            title=fill(title or self.title),
            facts=facts,
            columns=self.columns,
            header=self.header,
            header_rows=self.header_rows,
            rows=rows,
            notes=notes,
            signatures=tuple(
                Signature(sign.side, sign.tier, fill(sign.lines), sign.name.format_map(known))
                for sign in self.signatures
            ),
            page=self.page,
            footer=_footer(source),
            filtered=self.filtered,
            properties=_properties(source, self.name),
        )


def placeholders(source: ReportSource) -> dict[str, str]:
    """Values of the placeholders that every form may use."""
    village, info = source.plan.village, source.plan.info
    enacted = date.fromisoformat(info.regulation_date) if info.regulation_date else None
    day = dates.long_date(enacted) if enacted else "." * 24
    return {
        "desa": village.name,
        "DESA": village.name.upper(),
        "kecamatan": village.district or _UNKNOWN,
        "KECAMATAN": village.district.upper() or _UNKNOWN,
        "kabupaten": village.regency or _UNKNOWN,
        "KABUPATEN": village.regency.upper() or _UNKNOWN,
        "tahun": str(info.fiscal_year),
        # APB Desa is set by 31 December of the year before (Permendagri 20/2018 art. 38).
        "tahun_perdes": str(enacted.year if enacted else info.fiscal_year - 1),
        "nomor": info.regulation_number or _UNKNOWN,
        "rancangan": "RANCANGAN " if source.draft else "",
        "dalam_rancangan": " (RANCANGAN)" if source.draft else "",
        "tempat_tanggal": f"{village.name}, {day}",
        "kepala_desa": village.head,
        "sekretaris_desa": village.secretary,
        "bendahara": village.treasurer,
    }


def _footer(source: ReportSource) -> Footer:
    village, info = source.plan.village, source.plan.info
    return Footer(
        program=source.program,
        status=_shared_words()["status"][info.status.value],
        printed_at=source.printed_at,
        fingerprint=source.fingerprint,
        code=qr_code.identity_code(village.code, info.fiscal_year, info.version, source.fingerprint),
    )


def _properties(source: ReportSource, form: str) -> dict[str, str]:
    village, info = source.plan.village, source.plan.info
    return {
        "form": form,
        "village_code": village.code,
        "village": village.name,
        "fiscal_year": str(info.fiscal_year),
        "version": str(info.version),
        "status": info.status.value,
        "fingerprint": source.fingerprint,
        "schema": source.schema,
        "program": source.program,
    }


def read_layout(name: str) -> dict[str, Any]:
    """A form's file as it stands, for forms that keep more than a layout in it."""
    with paths.resource("forms", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=1)
def _shared_words() -> dict[str, dict[str, str]]:
    return read_layout("umum")


def layout_for(source: ReportSource, name: str) -> FormLayout:
    """The layout of a form, as the regency of the plan has it."""
    change = source.layouts.get(name)
    return load_layout(name) if change is None else load_layout(name).changed(change)


def words_for(source: ReportSource, name: str) -> dict[str, str]:
    """Words of a form without a table, as the regency of the plan has them."""
    words: dict[str, str] = read_layout(name)["words"]
    change = source.layouts.get(name)
    return words if change is None else {**words, **change.words}


@lru_cache(maxsize=16)
def load_layout(name: str) -> FormLayout:
    """Read the layout of a form that ships with the program."""
    data = read_layout(name)
    return FormLayout(
        name=data["name"],
        sheet=data["sheet"],
        block=tuple(data["block"]),
        title=tuple(data["title"]),
        columns=tuple(
            Column(entry["key"], entry["width"], Align(entry.get("align", "left")))
            for entry in data["columns"]
        ),
        header=tuple(HeaderCell(**entry) for entry in data["header"]),
        header_rows=data["header_rows"],
        signatures=tuple(
            Signature(Side(entry["side"]), entry["tier"], tuple(entry["lines"]), entry["name"])
            for entry in data["signatures"]
        ),
        page=PageSetup(data["paper"], data["landscape"], data["margins_mm"]),
        words=data["words"],
        filtered=data.get("filtered", False),
    )
