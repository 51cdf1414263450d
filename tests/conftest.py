"""What every test stands on: no screen, no user profile, one clock, one locale, one font (G01-G13)."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.tools.screen import PLATFORM

os.environ["QT_QPA_PLATFORM"] = PLATFORM
for _name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"):
    os.environ.pop(_name, None)
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "Asia/Jakarta"
if hasattr(time, "tzset"):
    time.tzset()

ROOT = Path(__file__).resolve().parent.parent
SHARED_CACHE = ROOT / "build" / "test-cache"
# One font list for all runs: matplotlib would search the machine's fonts anew in each test's own home.
os.environ["MPLCONFIGDIR"] = str(SHARED_CACHE / "matplotlib")
os.environ["MPLBACKEND"] = "agg"

from hypothesis import HealthCheck, settings  # noqa: E402 - the environment comes first

settings.register_profile(
    "steady",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("long", settings.get_profile("steady"), derandomize=False, max_examples=10_000)
settings.load_profile(os.environ.get("TEST_PROFILE", "steady"))

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def own_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home of its own for each test: settings, backups and lists of the user are never read (G13)."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name, folder in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_CACHE_HOME", "cache"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_RUNTIME_DIR", "runtime"),
        ("APPDATA", "data"),
        ("LOCALAPPDATA", "data"),
    ):
        path = home / folder
        path.mkdir(mode=0o700, exist_ok=True)
        monkeypatch.setenv(name, str(path))
    (home / "Documents").mkdir()
    yield home
    _nothing_left_over()


def _nothing_left_over() -> None:
    """No window still open and no background task still running after a test (G07)."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets else None
    if widgets is None or app is None:
        return
    from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert QThreadPool.globalInstance().waitForDone(5000), "a background task is still running"
    from ui.window.garbage import collect_due

    collect_due()
    left = [repr(widget) for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in widgets.QApplication.topLevelWidgets():
        widget.hide()
    assert not left, f"windows left open: {left}"


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> None:
    """A QApplication from the start: painting a PDF would make a lesser one, and that one would stay.

    As in the program, garbage is never collected on a worker's thread: `_nothing_left_over` does it.
    """
    gc.disable()


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The one application, with the fonts that ship with the program: text has one width on all machines."""
    from PySide6.QtCore import QLocale
    from PySide6.QtGui import QFont, QFontDatabase

    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    for path in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    if "Noto Sans" in QFontDatabase.families():
        qapp.setFont(QFont("Noto Sans", 10))
    return qapp
