"""The window in other countries' settings and with the cable out: typed, shown and stored the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from village_budget import paths

ROOT = Path(__file__).resolve().parents[3]
LOCALES = ("id_ID", "en_US", "de_DE", "ar_EG", "C")

JOB = r"""
import locale, os, sys
from contextlib import suppress
from pathlib import Path

calls = []
def watch(event, arguments):
    if event.startswith("socket.") and event != "socket.__new__":
        calls.append(event)
        raise OSError("the cable is out")
sys.addaudithook(watch)

import datetime
class NewYearsEve(datetime.date):
    @classmethod
    def today(cls):
        return cls(2026, 12, 31)
datetime.date = NewYearsEve

from PySide6.QtCore import QLocale, Qt, QThreadPool
QLocale.setDefault(QLocale(sys.argv[2]))
with suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, f"{sys.argv[2]}.UTF-8")
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.app import Desk
from ui.grid.model.nodes import GridColumn, line_key
from ui.support.settings import Settings

folder = Path(sys.argv[1])
app = QApplication([])
desk = Desk(app, Settings(folder / "settings.ini"))
desk.dress()
desk.open_plan(folder / "desa.apbdes")
window = desk.window
window.show_screen("belanja")
window.activateWindow()
app.processEvents()
view = window.place("belanja").view
document = desk.workspace.document
line = next(row.id for row in document.plan.lines.values() if row.activity_id)
typed = ((GridColumn.PRICE, "1.234.567,50"), (GridColumn.VOLUME, "2,5"), (GridColumn.NAME, "Semen"))
for column, text in typed:
    view.go_to(view.budget_model().tree.nodes[line_key(line)], column)
    view.setFocus()
    QTest.keyClicks(view, text[0])
    QTest.keyClicks(view.editing.editor, text[1:])
    QTest.keyClick(view.editing.editor, Qt.Key.Key_Return)
row = document.plan.lines[line]
print(row.unit_price, row.volume, row.description, row.amount, document.fingerprint)
print(*[view.budget_model().index_of_key(line_key(line), column).data() for column in GridColumn], sep="|")
for name in ("ringkasan", "data", "pemeriksaan", "dokumen"):
    window.show_screen(name)
    app.processEvents()
row = window.place("data").rows["tanggal.bpd"]
row.input.setText("31-12-2026")
row.commit()
app.processEvents()
window.show_screen("belanja")
window.show_screen("data")
print(document.plan.answer("tanggal.bpd").value, window.place("data").rows["tanggal.bpd"].input.text())
print(*[gauge.accessibleName() for gauge in window.strip.gauges], sep="\n")
QThreadPool.globalInstance().waitForDone(30_000)
print("calls", calls, flush=True)
desk.workspace.close()
os._exit(0)
"""


def _run(folder: Path, locale: str) -> str:
    folder.mkdir()
    shutil.copy(paths.sample("sumberwangi_2026.apbdes"), folder / "desa.apbdes")
    done = subprocess.run(
        [sys.executable, "-c", JOB, str(folder), locale],
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": f"{locale}.UTF-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _run(tmp_path_factory.mktemp("id") / "kerja", "id_ID")


@pytest.mark.parametrize("locale", LOCALES[1:])
def test_what_is_typed_is_stored_and_shown_the_same_everywhere(
    tmp_path: Path, at_home: str, locale: str
) -> None:
    """U04: amount, volume and date as typed into the window; cells, gauges and fingerprint."""
    assert "123456750 2.5 Semen" in at_home
    assert "2026-12-31 31 Desember 2026" in at_home
    assert _run(tmp_path / "kerja", locale) == at_home


def test_the_window_works_on_new_years_eve_with_the_cable_out(at_home: str) -> None:
    """U37: no connection is tried on any screen."""
    assert at_home.splitlines()[-1] == "calls []"
