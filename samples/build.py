"""Makes ``sumberwangi_2026.apbdes`` from its tables: ``python samples/build.py [TARGET]``.

The clock stands still while it works, so that every build has the same content and the same fingerprint.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from village_budget.chart.chart import national_chart
from village_budget.document.document import Document
from village_budget.document.edits.table import LoadActivityDetails, LoadTable
from village_budget.domain.village import Village
from village_budget.exchange.flat.activity_table import read_activities
from village_budget.exchange.flat.flat_table import read_table

HERE = Path(__file__).resolve().parent
NAME = "sumberwangi_2026"
VILLAGE = Village(
    name="Sumberwangi",
    code="35.10.99.2001",
    district="Kalibening",
    regency="Banyuwangi",
    province="Jawa Timur",
)
BUILT_AT = datetime(2025, 10, 14, 14, 3, tzinfo=timezone(timedelta(hours=7)))


def build(target: Path) -> str:
    """Make the plan file in place of the former one.

    Returns:
        The plan's fingerprint.
    """
    chart = national_chart()
    lines = read_table(HERE / f"{NAME}.csv", chart)
    details = read_activities(HERE / f"{NAME}_kegiatan.csv", chart)
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        fresh = Path(folder) / target.name
        document = Document.create(
            fresh, VILLAGE, 2026, backup_folder=Path(folder) / "backups", clock=lambda: BUILT_AT
        )
        try:
            document.apply(LoadTable(lines.rows))
            document.apply(LoadActivityDetails(details.rows))
            fingerprint = document.fingerprint
        finally:
            document.close()
        fresh.replace(target)
    return fingerprint


if __name__ == "__main__":
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / f"{NAME}.apbdes"
    print(place, build(place))
