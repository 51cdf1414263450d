"""The wheel runs outside the source tree, with its chart, rules, messages, fonts and samples."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("village_budget", "ui", "resources", "samples", "pyproject.toml", "README.md", "LICENSE")
SHOW_AND_LEAVE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.app

def leave():
    print("shown" if any(window.isVisible() for window in QApplication.topLevelWidgets()) else "nothing")
    QApplication.exit(0)

QTimer.singleShot(0, leave)
sys.exit(ui.app.run(None))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without a network from a copy of the sources."""
    work = tmp_path_factory.mktemp("wheel")
    source = work / "source"
    source.mkdir()
    for name in SOURCES:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(path, source / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(work / "dist")]
    done = subprocess.run([*command, str(source)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = (work / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    """The wheel installed by itself, apart from the source tree; dependencies come from this environment."""
    target = wheel.parent / "installed"
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-deps"]
    done = subprocess.run(
        [*command, "--no-index", "--target", str(target), str(wheel)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return target


def run(installed: Path, folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a few statements in a folder where only the installed wheel and third-party packages are seen."""
    apart = f"""
import sys
sys.path = [entry for entry in sys.path if entry != {str(ROOT)!r}]
sys.meta_path = [finder for finder in sys.meta_path if "editable" not in repr(finder).lower()]
import ui, village_budget
assert ui.__file__.startswith({str(installed)!r}), ui.__file__
assert village_budget.__file__.startswith({str(installed)!r}), village_budget.__file__
{program}
"""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, "-c", apart, *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def village_budget(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed command line in a folder."""
    return run(installed, folder, "from ui.cli import main\nsys.exit(main(sys.argv[1:]))", *arguments)


def test_the_wheel_carries_every_resource(wheel: Path) -> None:
    """Each data file of the source tree is in the wheel under the same path; tests are not."""
    inside = set(ZipFile(wheel).namelist())
    for folder in ("resources", "samples"):
        for path in (ROOT / folder).rglob("*"):
            relative = path.relative_to(ROOT).as_posix()
            if (
                path.is_file()
                and "__pycache__" not in relative
                and not relative.startswith("resources/packaging/")
            ):
                assert relative in inside, relative
    assert not any(name.startswith("tests/") for name in inside)
    entry_points = next(name for name in inside if name.endswith("entry_points.txt"))
    assert "village-budget = ui.cli:main" in ZipFile(wheel).read(entry_points).decode()


def test_the_installed_program_works_outside_the_source_tree(installed: Path, tmp_path: Path) -> None:
    """Forms are listed, a plan is made, a sample is imported and checked, in an empty folder."""
    forms = village_budget(installed, tmp_path, "forms")
    assert forms.returncode == 0, forms.stderr
    assert "apbdes" in forms.stdout
    new = ("--village", "Sumberwangi", "--code", "35.10.99.2001", "--year", "2026")
    made = village_budget(installed, tmp_path, "new", "desa.apbdes", *new)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "desa.apbdes").stat().st_size > 0
    checked = village_budget(installed, tmp_path, "check", "desa.apbdes", "--format", "json")
    assert checked.returncode in {0, 1}, checked.stderr
    assert '"findings"' in checked.stdout


def test_the_installed_program_exports_its_own_sample(installed: Path, tmp_path: Path) -> None:
    """The samples travel with the wheel and export from there."""
    samples = sorted((installed / "samples").glob("*.apbdes"))
    assert samples
    shutil.copy(samples[0], tmp_path / "contoh.apbdes")
    done = village_budget(
        installed, tmp_path, "export", "contoh.apbdes", "--to", "keluar", "--form", "apbdes"
    )
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "keluar").glob("*.xlsx"))


def test_the_installed_window_shows(installed: Path, tmp_path: Path) -> None:
    """Icons, fonts, translations and all: the main window comes up from the wheel alone."""
    done = run(installed, tmp_path, SHOW_AND_LEAVE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "shown"
    assert "Traceback" not in done.stderr


def test_the_wheel_is_pure(wheel: Path) -> None:
    """One wheel for Windows and Linux."""
    assert wheel.name.endswith("-py3-none-any.whl")
    assert sysconfig.get_platform() not in wheel.name
