"""Which topic of the help explains a column of the grid (U35)."""

from __future__ import annotations

from ui.item_models.budget_nodes import Column

COLUMN_TOPICS = {
    Column.STATE: "tabel.keadaan",
    Column.CODE: "tabel.kode",
    Column.NAME: "tabel.uraian",
    Column.VOLUME: "tabel.volume",
    Column.UNIT: "tabel.satuan",
    Column.PRICE: "tabel.harga",
    Column.AMOUNT: "tabel.jumlah",
    Column.FUND: "tabel.dana",
}


def column_topic(column: int) -> str:
    """The topic of a column; that of the rows when there is none."""
    return {int(one): topic for one, topic in COLUMN_TOPICS.items()}.get(column, "tabel.tingkat")
