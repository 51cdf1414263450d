"""Makes the kept plan file of the present format: ``python -m tests.old_files.make``; run once a revision."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from tests.builders import small_plan
from tests.document.files import START, Clock, save_plan
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import SetActivity
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.edits.plan_head import SetStatus
from village_budget.document.edits.records import SetAnswer, SetOverlay, SetWaiver
from village_budget.document.edits.standard_prices import SetPrices
from village_budget.domain.plan import Status
from village_budget.store.schema import REVISION

HERE = Path(__file__).parent


def make(path: Path, now: datetime = START) -> None:
    """An enacted year with a journal, an undone step, records beside the budget, and a second year."""
    with tempfile.TemporaryDirectory() as folder:
        document = Document.open(
            save_plan(Path(folder) / "plan.apbdes", small_plan()),
            clock=Clock(now),
            backup_folder=Path(folder),
        )
        document.author = "Kaur Keuangan"
        document.apply(SetLine(5, {"description": "Semen 50 kg", "unit_price": 66_000_00}))
        document.apply(SetLine(6, {"note": "diurungkan"}))
        document.undo()
        document.apply(SetAnswer("pagu.DDS", "90000000000", "SK 1/2026"))
        document.apply(SetWaiver("BEL-30", "", "Musyawarah desa", "BA 3/2026", "Camat", "2026-02-01"))
        document.apply(SetOverlay("kabupaten.toml", '[overlay]\nname = "Kabupaten Uji"\n'))
        document.apply(SetActivity(2, {"tags": ("padat_karya",)}))
        document.apply(SetPrices("harga.csv", "semen;zak;68000"))
        document.apply(SetLine(7, {"review": "last_year", "link": "gambar.pdf", "volume_expression": "2*3"}))
        for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
            document.apply(SetStatus(status))
        document.add_plan(2027)
        document.save_copy(path)
        document.close()


if __name__ == "__main__":
    make(HERE / f"v{REVISION}.apbdes")
