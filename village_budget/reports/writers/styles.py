"""Cell formats of a workbook, each made once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from village_budget.reports.report_document import Align

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT = "Arial"
BODY_SIZE = 8.5
TITLE_SIZE = 11.0
NUMBER_SIZE = 6.5
MONEY_FORMAT = "[$-421]#,##0.00_);(#,##0.00)"
"""id-ID separators in any locale that honours it; a deficit in parentheses."""
QUIET_FORMAT = MONEY_FORMAT + ';"-"_)'
SHARE_FORMAT = "[$-421]0.00%_)"
_ALIGN = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}


class Styles:
    """Formats by what they are for."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._table: dict[tuple[object, ...], Format] = {}
        self._quoted: dict[Format, Format] = {}

    def text(
        self,
        align: Align,
        indent: int,
        *,
        bold: bool,
        quoted: bool,
        linked: bool = False,
        unlocked: bool = False,
    ) -> Format:
        """Words in the table; ``quoted`` marks text a spreadsheet must never take for a formula."""
        key = ("text", align, indent, bold, quoted, linked, unlocked)
        found = self._table.get(key)
        if found is None:
            options: dict[str, Any] = {"align": _ALIGN[align], "text_wrap": True, "bold": bold}
            if align is Align.LEFT:
                options["indent"] = indent + 1  # the first step keeps words off the line
            elif align is Align.RIGHT:
                options["indent"] = 1
            if linked:
                options["underline"] = 1
            if unlocked:
                options["locked"] = False
            if quoted:
                options["quote_prefix"] = True
            found = self._table[key] = self._cell(options)
        return found

    def code(self, *, bold: bool) -> Format:
        """Digits of a code, kept as text."""
        key = ("code", bold)
        found = self._table.get(key)
        if found is None:
            options = {"align": "center", "num_format": "@", "bold": bold}
            found = self._table[key] = self._cell(options)
        return found

    def money(self, *, bold: bool, quiet: bool = False) -> Format:
        """Amounts; ``quiet`` shows nothing as ``-``."""
        key = ("money", bold, quiet)
        found = self._table.get(key)
        if found is None:
            options = {"align": "right", "num_format": QUIET_FORMAT if quiet else MONEY_FORMAT, "bold": bold}
            found = self._table[key] = self._cell(options)
        return found

    def share(self, *, bold: bool) -> Format:
        """Shares in percent."""
        key = ("share", bold)
        found = self._table.get(key)
        if found is None:
            options = {"align": "right", "num_format": SHARE_FORMAT, "bold": bold}
            found = self._table[key] = self._cell(options)
        return found

    def volume(self, decimals: int, align: Align, *, bold: bool) -> Format:
        """Volumes with as many decimals as they have."""
        key = ("volume", decimals, align, bold)
        found = self._table.get(key)
        if found is None:
            number = "[$-421]#,##0" + (f".{'0' * decimals}" if decimals else "")
            if align is Align.RIGHT:
                number += "_)"
            options = {"align": _ALIGN[align], "num_format": number, "bold": bold}
            found = self._table[key] = self._cell(options)
        return found

    def header(self, *, number: bool) -> Format:
        """Table head: bold words, small column numbers."""
        key = ("header", number)
        found = self._table.get(key)
        if found is None:
            options = {"align": "center", "valign": "vcenter", "text_wrap": True, "bold": not number}
            if number:
                options["font_size"] = NUMBER_SIZE
            found = self._table[key] = self._cell(options)
        return found

    def plain(self, align: Align, *, size: float = BODY_SIZE, **options: object) -> Format:
        """Words outside the table, without border."""
        key = ("plain", align, size, *sorted(options.items()))
        found = self._table.get(key)
        if found is None:
            base = {"font_name": FONT, "font_size": size, "align": _ALIGN[align], "valign": "top"}
            found = self._table[key] = self._workbook.add_format(base | options)
            self._quoted[found] = self._workbook.add_format(base | options | {"quote_prefix": True})
        return found

    def quoted(self, plain: Format) -> Format:
        """The same as a `plain` format, for text that a spreadsheet must never take for a formula."""
        return self._quoted[plain]

    def _cell(self, options: dict[str, Any]) -> Format:
        base = {"font_name": FONT, "font_size": BODY_SIZE, "valign": "top", "border": 1}
        return self._workbook.add_format(base | options)
