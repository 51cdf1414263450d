"""`make screenshots`: the real window on the sample, screen by screen, into ``build/screenshots/``.

Each screen at 1366 x 768, light and dark, at 100 and 150 %; the start page, dialogs, English and high
contrast once. A picture with hardly any colours in it is taken for blank and ends the program with status 1.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.tools.screen import PLATFORM

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.app import Desk
    from ui.main_window import MainWindow
    from village_budget.store.backup import BackupInfo

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "build" / "screenshots"
SAMPLE = "sumberwangi_2026.apbdes"
SIZE = (1366, 768)
LOOKS = (("light", 1.0), ("dark", 1.0), ("light", 1.5), ("dark", 1.5))
FEWEST_COLOURS = 20


def colours(image: QImage) -> int:
    """How many colours a coarse look at a picture finds."""
    return len({
        image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 5)
    })  # fmt: skip


class Camera:
    """Takes pictures and remembers which came out blank."""

    def __init__(self, app: QApplication, target: Path) -> None:
        self._app = app
        self._target = target
        self.taken: list[Path] = []
        self.blank: list[Path] = []
        target.mkdir(parents=True, exist_ok=True)

    def settle(self) -> None:
        """Let what is queued happen: layouts, lazy screens, charts, background work."""
        from PySide6.QtCore import QThreadPool

        for _ in range(3):
            self._app.processEvents()
            QThreadPool.globalInstance().waitForDone(20_000)
        self._app.processEvents()

    def take(self, widget: QWidget, name: str) -> None:
        """Save a picture of a widget."""
        self.settle()
        path = self._target / f"{name}.png"
        image = widget.grab().toImage()
        image.save(str(path))
        self.taken.append(path)
        if colours(image) <= FEWEST_COLOURS:
            self.blank.append(path)


@contextmanager
def sample_copy() -> Iterator[Path]:
    """A copy of the sample in a home of its own: nothing of the user's gets on a picture."""
    with tempfile.TemporaryDirectory() as folder:
        home = str(Path(folder) / "APB Desa 2026")
        Path(home).mkdir()
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        from village_budget import paths

        copy = Path(home) / SAMPLE
        shutil.copy(paths.sample(SAMPLE), copy)
        yield copy


def main(target: Path = TARGET) -> int:
    """Take all pictures."""
    os.environ["QT_QPA_PLATFORM"] = PLATFORM
    with sample_copy() as plan:
        from PySide6.QtWidgets import QApplication

        from ui.app import Desk
        from ui.support.settings import Settings

        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        desk = Desk(app, Settings(plan.with_name("settings.ini")))
        camera = Camera(app, target)
        for theme, factor in LOOKS:
            _look(desk, theme, factor)
            _screens(desk, camera, plan, f"{theme}-{round(factor * 100)}")
        _look(desk, "light", 1.0)
        _start_and_dialogs(desk, camera, plan)
        _others(desk, camera, plan)
        _findings(desk, camera, plan)
        desk.workspace.close()
        if desk.window is not None:
            desk.window.hide()
        camera.settle()
    print(f"{len(camera.taken)} pictures in {target}")
    for path in camera.blank:
        print(f"blank: {path.name}", file=sys.stderr)
    return int(bool(camera.blank))


def _look(desk: Desk, theme: str, factor: float, language: str = "id") -> None:
    desk.settings.theme, desk.settings.factor, desk.settings.language = theme, factor, language
    desk.dress()


def _window(desk: Desk, plan: Path) -> MainWindow:
    """The main window over the sample, opened once and built anew for each look."""
    if desk.workspace.document is None:
        desk.open_plan(plan)
    else:
        desk.show_plan()
    from ui.main_window import MainWindow

    assert isinstance(desk.window, MainWindow)
    desk.window.resize(*SIZE)
    return desk.window


def _screens(desk: Desk, camera: Camera, plan: Path, look: str) -> None:
    from ui.window.screen_deck import SCREENS

    window = _window(desk, plan)
    for name, _, _ in SCREENS:
        window.show_screen(name)
        if name == "belanja":
            _open_broken_line(desk, window)
        camera.take(window, f"{name}-{look}")


def _open_broken_line(desk: Desk, window: MainWindow) -> None:
    """Go to a line that breaks a rule: the grid shows all its levels, the panel its activity."""
    from ui.support.workspace import Target

    document = desk.workspace.document
    assert document is not None
    lines = [line for finding in document.findings if not finding.holds for line in finding.lines]
    if lines:
        window.jump_to(Target(line_id=lines[0]))


def _start_and_dialogs(desk: Desk, camera: Camera, plan: Path) -> None:
    from ui.beginning.new_plan_dialog import NewPlanDialog
    from ui.window.backups_dialog import BackupsDialog
    from ui.window.settings_dialog import SettingsDialog

    for theme in ("light", "dark"):
        _look(desk, theme, 1.0)
        start = desk.show_start().window()
        start.resize(*SIZE)
        camera.take(start, f"mulai-{theme}-100")
        for dialog, name in (
            (NewPlanDialog(start), "rencana-baru"),
            (SettingsDialog(desk.settings, start, backups=True), "setelan"),
            (BackupsDialog(_backups(), may_restore=True, parent=start), "cadangan"),
        ):
            dialog.show()
            camera.take(dialog, f"{name}-{theme}-100")
            dialog.close()
            dialog.deleteLater()


def _backups() -> list[BackupInfo]:
    """A few backups of the sample, one of them damaged."""
    from village_budget.store.backup import BackupInfo

    def made(day: int, reason: str, lines: int, *, good: bool = True) -> BackupInfo:
        at = datetime(2025, 10, day, 14, 3, tzinfo=UTC)
        years, spending = ((2026,), lines * 4_547_000_00) if good else ((), 0)
        return BackupInfo(Path("cadangan"), at, reason, good, years, lines, spending, "7f3a91c2")

    return [
        made(14, "bulk", 381), made(14, "daily", 377), made(13, "daily", 352),
        made(12, "restore", 0, good=False), made(6, "daily", 298), made(1, "migration", 120),
    ]  # fmt: skip


def _others(desk: Desk, camera: Camera, plan: Path) -> None:
    """English, high contrast, 125 and 200 %, a large and a small window: the grid once each."""
    for name, theme, factor, language, size in (
        ("belanja-english", "light", 1.0, "en", SIZE),
        ("belanja-contrast-100", "contrast", 1.0, "id", SIZE),
        ("belanja-light-125", "light", 1.25, "id", SIZE),
        ("belanja-light-200", "light", 2.0, "id", SIZE),
        ("belanja-1920x1040", "light", 1.0, "id", (1920, 1040)),
        ("belanja-1280x680", "light", 1.0, "id", (1280, 680)),
    ):
        _look(desk, theme, factor, language)
        window = _window(desk, plan)
        window.resize(*size)
        window.show_screen("belanja")
        camera.take(window, name)


def _findings(desk: Desk, camera: Camera, plan: Path) -> None:
    """The check screen on a rule of each state, by theme, and the dialog that records an exemption."""
    from ui.check.waiver_dialog import WaiverDialog
    from ui.support.workspace import Target
    from village_budget.document.edits.records import SetWaiver

    waiver = SetWaiver("SIL-KADES", "", "Peraturan Bupati belum terbit", "BA 3/2026", "Camat", "2026-02-01")
    for number, (theme, factor, size) in enumerate((
        ("light", 1.0, SIZE), ("dark", 1.0, SIZE), ("light", 1.5, SIZE), ("light", 1.0, (1280, 680)),
    )):  # fmt: skip
        _look(desk, theme, factor)
        window = _window(desk, plan)
        window.resize(*size)
        if number == 0:
            desk.workspace.apply(waiver)
        look = f"{theme}-{round(factor * 100)}-{size[1]}"
        states = {}
        screen = window.place("pemeriksaan")
        window.show_screen("pemeriksaan")
        camera.settle()
        for view in screen.views:
            states.setdefault(view.state, view)
        for state, view in states.items():
            window.jump_to(Target(finding=view.finding.key))
            camera.take(window, f"temuan-{state}-{look}")
        screen.filters.by_theme.click()
        camera.take(window, f"temuan-tema-{look}")
        document = desk.workspace.document
        assert document is not None
        dialog = WaiverDialog(states["broken"], document.plan, window)
        dialog.show()
        camera.take(dialog, f"pengecualian-{look}")
        dialog.close()
        dialog.deleteLater()


if __name__ == "__main__":
    sys.exit(main())
