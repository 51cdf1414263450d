"""The same figures on every computer, and no network asked for: whatever surrounds the program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LOCALES = ("en_US", "de_DE", "ar_EG", "C")

JOB = r"""
import locale, os, re, shutil, sys
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

calls = []
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__" or event == "urllib.Request":
        calls.append(event)
        raise OSError("the cable is out")
if sys.argv[3] == "offline":
    sys.addaudithook(watch)

from PySide6.QtCore import QLocale
name = sys.argv[2]
QLocale.setDefault(QLocale(name))
with suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, f"{name}.UTF-8")

from PySide6.QtWidgets import QApplication
from ui.app import Desk
from ui.grid.model.nodes import GridColumn
from ui.support.settings import Settings
from village_budget import paths
from village_budget.document.edits.line_edits import SetLine
from village_budget.document.export import export_forms
from village_budget.money import parse_amount
import openpyxl

folder = Path(sys.argv[1])
plan = folder / "desa.apbdes"
shutil.copy(paths.sample("sumberwangi_2026.apbdes"), plan)
app = QApplication([])
desk = Desk(app, Settings(folder / "settings.ini"))
desk.dress()
desk.open_plan(plan)
app.processEvents()
document = desk.workspace.document
line = next(row for row in document.plan.lines.values() if row.activity_id)
desk.workspace.apply(SetLine(line.id, {"unit_price": parse_amount("1.234.567,50")}))
view = desk.window.place("belanja").view
model = view.model()
for row in range(min(20, model.rowCount())):
    print(*[model.index(row, column).data() for column in GridColumn], sep="|")
texts = [gauge.accessibleName() for gauge in desk.window.strip.gauges]
print(*texts, document.fingerprint, document.figures.spending, sep="\\n")
(book,) = export_forms(document, ["apbdes"], folder)
for cells in openpyxl.load_workbook(book).active.iter_rows():
    for cell in cells:
        if cell.value is not None and not re.search(r"\d\d:\d\d", str(cell.value)):
            print(cell.coordinate, repr(cell.value), cell.number_format)
print("calls", calls)
desk.workspace.close()
"""


def run(folder: Path, locale: str, network: str = "online") -> str:
    """What the whole job says in such surroundings."""
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", JOB, str(folder), locale, network],
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": f"{locale}.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What it says on an Indonesian computer."""
    return run(tmp_path_factory.mktemp("id") / "kerja", "id_ID")


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_shows_and_stores_the_same(tmp_path: Path, at_home: str, locale: str) -> None:
    """U04: cells, gauges, fingerprint, totals and the workbook are those of an Indonesian computer."""
    assert "1.234.567,50" in at_home or "1.234.568" in at_home
    assert len(at_home.splitlines()) > 100
    assert run(tmp_path / "kerja", locale) == at_home


def test_the_whole_job_with_the_cable_out(tmp_path: Path, at_home: str) -> None:
    """U37: no socket is made to anybody, no name looked up; all is as with a network."""
    found = run(tmp_path / "kerja", "id_ID", "offline")
    assert found.splitlines()[-1] == "calls []"
    assert found == at_home
