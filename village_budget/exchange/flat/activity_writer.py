"""Details of a plan's activities written as a CSV table."""

from __future__ import annotations

import csv
from pathlib import Path

from village_budget.atomic import replacing
from village_budget.chart.chart import Chart
from village_budget.domain.activity import Activity
from village_budget.domain.plan import Plan
from village_budget.exchange.cells.cell_values import escape
from village_budget.exchange.flat.activity_table import COLUMNS, months_text
from village_budget.exchange.flat.flat_writer import plain_number


def write_details(plan: Plan, chart: Chart, path: Path) -> None:
    """Write one row an activity; ``pagu`` and ``sumber_dana`` are those of its lines.

    Raises:
        ExportError: it can't be written there; a former file is intact.
    """
    rows = [_row(plan, chart, activity) for activity in plan.activities_in_order()]
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows([row[name] for name in COLUMNS] for row in rows)


def _row(plan: Plan, chart: Chart, activity: Activity) -> dict[str, str]:
    lines = plan.lines_of(activity.id)
    used = {line.fund for line in lines}
    ceiling, sen = divmod(sum(line.amount for line in lines), 100)
    return {
        "kode_kegiatan": activity.code,
        "nama_kegiatan": escape(activity.name or chart.activity_name(activity.code)),
        "pagu": f"{ceiling}.{sen:02d}" if sen else str(ceiling),
        "lokasi": escape(activity.location),
        "waktu": months_text(activity.start_month, activity.end_month),
        "keluaran": escape(activity.output),
        "target": "" if activity.target is None else plain_number(activity.target),
        "satuan": escape(activity.target_unit),
        "pelaksana": escape(activity.officer),
        "sumber_dana": ", ".join(fund for fund in chart.funds if fund in used),
        "prioritas": str(activity.priority) if activity.priority else "",
        "catatan": escape(activity.note),
    }
