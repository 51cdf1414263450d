"""The folder that runs without Python (U38): as far as it can be proven where no installer runs."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SPEC = ROOT / "resources" / "packaging" / "village_budget.spec"


def _calls() -> dict[str, ast.Call]:
    """Calls of the build script by name, last one of each."""
    tree = ast.parse(SPEC.read_text("utf-8"))
    return {
        node.func.id: node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def _named(call: ast.Call, name: str) -> object:
    found = [word.value for word in call.keywords if word.arg == name]
    return ast.literal_eval(found[0]) if found else None


def test_it_is_a_folder_and_not_one_file() -> None:
    """U38: a program that unpacks itself at each start is what virus scanners stop."""
    calls = _calls()
    assert "COLLECT" in calls
    assert _named(calls["EXE"], "exclude_binaries") is True


def test_it_asks_for_no_administrator_and_packs_nothing() -> None:
    """U38: no elevation is asked for, nothing is compressed by UPX, no console opens."""
    program = _calls()["EXE"]
    assert not _named(program, "uac_admin")
    assert not _named(program, "uac_uiaccess")
    assert not _named(program, "upx")
    assert not _named(_calls()["COLLECT"], "upx")
    assert _named(program, "console") is False


def test_it_leaves_the_network_out() -> None:
    """U37, U38: what is not there cannot call anybody."""
    excluded = _named(_calls()["Analysis"], "excludes")
    assert isinstance(excluded, list)
    assert "PySide6.QtNetwork" in excluded


def test_whatever_is_read_at_run_time_is_in_it() -> None:
    """U38: help, guide, rules, chart, words, fonts and samples go along."""
    text = SPEC.read_text("utf-8")
    assert '("resources", "samples")' in text
    for name in ("help/guide.toml", "help/topics", "rules/2026.toml", "i18n/app_id.qm", "fonts", "forms"):
        assert (ROOT / "resources" / name).exists()
        assert "packaging" not in Path(name).parts


SESSION = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import Desk
from ui.support.settings import Settings
from village_budget import paths
from village_budget.document.edits.line_edits import SetLine
app = QApplication([])
desk = Desk(app, Settings())
desk.dress()
desk.show_start()
app.processEvents()
desk.open_example()
document = desk.workspace.document
assert document is not None
desk.workspace.apply(SetLine(next(iter(document.plan.lines)), {"note": "x"}))
desk.settings.theme = "dark"
desk.settings.sync()
desk.workspace.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folders of another system")
def test_nothing_is_written_beside_the_program(tmp_path: Path) -> None:
    """U38: settings, the example, backups and locks go to the user's own folders."""
    home = tmp_path / "home"
    home.mkdir()
    before = _state()
    done = subprocess.run(
        [sys.executable, "-B", "-c", SESSION],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
            "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT),
        },
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert _state() == before
    written = {path.name for path in home.rglob("*") if path.is_file()}
    assert {"settings.ini", "contoh.apbdes"} <= written


def _state() -> dict[str, int]:
    """Files of the program with the time they were written."""
    return {
        str(path): path.stat().st_mtime_ns
        for folder in ("ui", "village_budget", "resources", "samples")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
