"""Which topic of the help explains a column of the grid (U35)."""

from __future__ import annotations

from ui.grid.model.nodes import GridColumn

COLUMN_TOPICS = {
    GridColumn.STATE: "tabel.keadaan",
    GridColumn.CODE: "tabel.kode",
    GridColumn.NAME: "tabel.uraian",
    GridColumn.VOLUME: "tabel.volume",
    GridColumn.UNIT: "tabel.satuan",
    GridColumn.PRICE: "tabel.harga",
    GridColumn.AMOUNT: "tabel.jumlah",
    GridColumn.FUND: "tabel.dana",
}


def column_topic(column: int) -> str:
    """The topic of a column; that of the rows when there is none."""
    return {int(one): topic for one, topic in COLUMN_TOPICS.items()}.get(column, "tabel.tingkat")
