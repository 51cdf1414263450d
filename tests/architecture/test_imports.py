"""Who may import whom, and what a start of the window may load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("pandas", "matplotlib", "openpyxl", "alembic", "numpy", "xlsxwriter", "python_calamine", "holidays")


def loaded_after(statements: str, names: tuple[str, ...]) -> list[str]:
    """Which of these packages a fresh interpreter has loaded after some statements."""
    code = f"{statements}\nimport sys\nprint(*[name for name in {names!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_rooms_import_downwards_only() -> None:
    """The import contracts of the design, as written in pyproject.toml."""
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize(
    "statements",
    [
        "import ui.app, ui.main_window",
        "import ui.cli.program",
        "import village_budget.document.document",
        "import village_budget.reports.catalogue",
    ],
)
def test_nothing_heavy_is_loaded_at_start(statements: str) -> None:
    """pandas, matplotlib and the writers are loaded when they are used, not when the window opens."""
    assert loaded_after(statements, HEAVY) == []


def test_the_database_is_loaded_with_the_first_file() -> None:
    """SQLAlchemy costs three bare windows: it comes after the first paint, with the first plan."""
    assert loaded_after("import ui.app, ui.main_window", ("sqlalchemy", "sqlite3")) == []


@pytest.mark.parametrize(
    "room", ["document.edits", "rules", "reports", "exchange", "figures", "domain", "chart"]
)
def test_only_the_store_speaks_sql(room: str) -> None:
    """Edits, rules and reports work on plain rows."""
    folder = ROOT / "village_budget" / room.replace(".", "/")
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted(folder.rglob("*.py"))
        if path.name != "__init__.py"
    ]
    assert modules
    assert loaded_after("\n".join(f"import {name}" for name in modules), ("sqlalchemy", "PySide6")) == []


def test_the_core_knows_no_qt() -> None:
    """Every module of the core can be imported where Qt is not installed."""
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sorted((ROOT / "village_budget").rglob("*.py"))
        if path.name != "__init__.py" and "migrations" not in path.parts
    ]
    statements = "import sys\nsys.modules['PySide6'] = None\n" + "\n".join(
        f"import {name}" for name in modules
    )
    assert loaded_after(statements, ("PySide6.QtCore",)) == []
