"""A true table as rows of cells, as some village would have typed it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from tests.exchange.judge.truth import Style, TrueLine, TrueTable

ERROR = "#REF!"
Value = str | int | Decimal | None


@dataclass(slots=True)
class Written:
    """Rows of cells, and what the file hides of them.

    Attributes:
        rows: values; text where the style writes figures as text.
        hidden_rows: numbers of rows, from 0.
        hidden_columns: numbers of columns, from 0.
    """

    rows: list[list[Value]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def _points(digits: str, mark: str) -> str:
    head = len(digits) % 3
    parts = [digits[:head]] if head else []
    parts += [digits[at : at + 3] for at in range(head, len(digits), 3)]
    return mark.join(parts)


def money(rupiah: int, style: Style, *, exact: Decimal | None = None) -> Value:
    """An amount or price in the style's hand; ``exact`` when the table writes thousands of rupiah."""
    if exact is not None:
        if style.figures == "number":
            return int(exact) if exact == exact.to_integral_value() else exact
        return _decimal(exact, ",", ".")
    digits = str(rupiah)
    match style.figures:
        case "number":
            return rupiah
        case "id":
            return _points(digits, ".")
        case "id_sen":
            return _points(digits, ".") + ",00"
        case "rp":
            return "Rp " + _points(digits, ".") + ",-"
        case "us":
            return _points(digits, ",") + ".00"
        case _:
            return digits


def _decimal(value: Decimal, mark: str, group: str) -> str:
    whole, _, rest = format(value, "f").partition(".")
    rest = rest.rstrip("0")
    return _points(whole, group) + (mark + rest if rest else "")


def volume(value: Decimal, style: Style) -> Value:
    """A volume in the style's hand."""
    if style.figures == "number":
        return int(value) if value == value.to_integral_value() else value
    if style.figures == "us":
        return _decimal(value, ".", ",")
    if style.figures == "plain_text":
        return format(value, "f").replace(".", ",")
    return _decimal(value, ",", ".")


def head(table: TrueTable) -> list[list[Value]]:
    """The heading, of one or two rows."""
    style = table.style
    unit = " (Rp.000)" if style.thousands else " (Rp)"
    columns: dict[str, list[list[Value]]] = {
        "plain": [["Uraian", "Volume", "Satuan", "Harga Satuan" + unit, "Jumlah" + unit]],
        "unit_first": [["Jenis Belanja", "Satuan", "Volume", "Harga" + unit, "Jumlah" + unit]],
        "factors": [["Uraian", "Jumlah Orang", "", "Jumlah Waktu", "", "Harga Satuan", "Jumlah"]],
        "factor_cell": [["Uraian", "Volume", "Harga Satuan", "Jumlah"]],
        "revised": [
            ["Uraian", "Semula", "", "", "", "Menjadi", "", "", ""],
            ["", "Volume", "Satuan", "Harga Satuan", "Jumlah", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
        ],
        "amount_only": [["Uraian", "Jumlah (Rp)"]],
        "two_line_head": [["Uraian", "Vol", "Sat", "Harga", "Jumlah"], ["", "", "", "Satuan (Rp)", "(Rp)"]],
    }
    rows = columns[style.layout]
    if not style.numbered:
        return rows
    return [["No" if number == 0 else "", *row] for number, row in enumerate(rows)]


def _figures(line: TrueLine, style: Style) -> list[Value]:
    price, amount = money(line.price, style), money(line.amount, style)
    if style.thousands:
        price = money(0, style, exact=Decimal(line.price) / 1000)
        amount = money(0, style, exact=Decimal(line.amount) / 1000)
    match style.layout:
        case "unit_first":
            return [line.unit, volume(line.volume, style), price, amount]
        case "factors":
            (first, one), (second, other) = line.factors
            return [volume(Decimal(first), style), one, volume(Decimal(second), style), other, price, amount]
        case "factor_cell":
            return [" x ".join(f"{count} {unit}" for count, unit in line.factors), price, amount]
        case "amount_only":
            return [amount]
        case _:
            return [volume(line.volume, style), line.unit, price, amount]


def written(table: TrueTable) -> Written:
    """The whole sheet: title, heading, groups, lines, totals, what stands below."""
    style = table.style
    made = Written()
    top = head(table)
    width = len(top[0])
    if style.title:
        made.rows += [["RENCANA ANGGARAN BIAYA"], ["Kegiatan: Pembangunan jalan desa"], []]
    made.rows += [list(row) for row in top]
    if style.column_numbers:
        made.rows.append([str(number + 1) for number in range(width)])
    former = {line.name: line for line in table.former}
    number = 0
    for place, group in enumerate(table.groups):
        if style.groups != "none" and len(table.groups) > 1:
            made.rows.append(_group_row(table, place, width))
        if style.repeated_head and place == len(table.groups) - 1:
            made.rows += [list(row) for row in top]
        for line in group:
            number += 1
            made.rows.append(_line_row(table, line, former.get(line.name), number))
            if style.hidden == "row" and number == 2:
                made.hidden_rows.add(len(made.rows) - 1)
    if style.total:
        made.rows.append(_total_row(table, width))
    if style.signature:
        made.rows += [[], ["Mengetahui,"], ["Kepala Desa"], [], ["NAMA KEPALA DESA"]]
    if style.hidden == "column":
        _hide_old_prices(made, table, width)
    return made


def _group_row(table: TrueTable, place: int, width: int) -> list[Value]:
    style = table.style
    cells: list[Value] = [("A", "B")[place]] if style.numbered else []
    cells.append(("BAHAN", "UPAH")[place])
    cells += [None] * (width - len(cells))
    if style.groups == "sums" and not style.thousands:
        cells[-1] = money(sum(line.amount for line in table.groups[place]), style)
    return cells


def _line_row(table: TrueTable, line: TrueLine, before: TrueLine | None, number: int) -> list[Value]:
    style = table.style
    cells: list[Value] = [number if style.figures == "number" else str(number)] if style.numbered else []
    cells.append(line.name)
    if before is not None:
        cells += _figures(before, style)
    cells += _figures(line, style)
    if line.name in table.broken:
        cells[-2:] = [ERROR, ERROR] if style.layout != "amount_only" else [cells[-2], ERROR]
    return cells


def _total_row(table: TrueTable, width: int) -> list[Value]:
    style = table.style
    cells: list[Value] = [None] * width
    cells[1 if style.numbered else 0] = "JUMLAH"
    exact = Decimal(table.total) / 1000 if style.thousands else None
    cells[-1] = ERROR if table.broken else money(table.total, style, exact=exact)
    if table.former:
        cells[-5] = money(sum(line.amount for line in table.former), style)
    return cells


def _hide_old_prices(made: Written, table: TrueTable, width: int) -> None:
    """Last year's price and amount, between the name and the rest, in columns that are not shown."""
    at = 2 if table.style.numbered else 1
    words = {line.name: line for line in table.lines}
    heads = 0
    for row in filter(None, made.rows):
        row.extend([None] * (width - len(row)))
        name = next((cell for cell in row[:at] if isinstance(cell, str) and cell in words), None)
        old: list[Value] = [None, None]
        if name is not None:
            line = words[name]
            old = [money(line.price + 5_000, table.style), money((line.price + 5_000) * 7, table.style)]
        elif heads == 0 and any(
            isinstance(cell, str) and cell.startswith(("Uraian", "Jenis")) for cell in row
        ):
            old, heads = ["Harga Lama", "Jumlah Lama"], 1
        row[at:at] = old
    made.hidden_columns |= {at, at + 1}
