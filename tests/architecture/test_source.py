"""What every source file keeps to: small, explained, and without the few things that lose data."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted([*(ROOT / "village_budget").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
names = [str(path.relative_to(ROOT)) for path in MODULES]


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_a_file_is_small_and_says_what_it_is_for(path: Path) -> None:
    """At most 400 lines, and a docstring at its head."""
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 400
    assert ast.get_docstring(ast.parse(text))


def _calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno
            elif isinstance(node.func, ast.Attribute):
                yield f".{node.func.attr}", node.lineno


@pytest.mark.parametrize("path", MODULES, ids=names)
def test_nothing_that_loses_data_or_runs_text(path: Path) -> None:
    """F41, S16: no executescript (half-done migrations), no eval, no pickle, nothing printed past the CLI."""
    text = path.read_text("utf-8")
    forbidden = {".executescript", "eval", "exec", "compile", ".loads_unsafe", "__import__"}
    if path.name != "cli.py" and "cli" not in path.parts:
        forbidden.add("print")
    found = [call for call in _calls(ast.parse(text)) if call[0] in forbidden]
    assert found == []
    assert not re.search(r"synchronous\s*=\s*(OFF|0)", text, re.IGNORECASE)
    assert not re.search(r"^\s*(import|from) (pickle|marshal|shelve)\b", text, re.MULTILINE)


def test_an_open_plan_is_never_copied_as_a_file() -> None:
    """F41: copies go through the database; only a crashed file is looked at in a plain copy."""
    for path in sorted((ROOT / "village_budget").rglob("*.py")):
        if path.name != "opening.py":
            assert not re.search(r"shutil\.copy", path.read_text("utf-8")), path


def test_every_table_is_strict() -> None:
    """F41: SQLite refuses a text in a number's column only in STRICT tables."""
    from village_budget.store import schema

    tables = [statement for statement in schema.TABLES if statement.startswith("CREATE TABLE")]
    assert len(tables) > 4
    for statement in tables:
        assert re.search(r"\) STRICT(, WITHOUT ROWID)?$", statement), statement.splitlines()[0]


def test_no_signal_carries_money_in_a_c_integer() -> None:
    """E7: ``Signal(int)`` wraps silently at 2 147 483 647; amounts travel as ``object``."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if re.search(r"\bSignal\([^)]*\bint\b", line):
                assert not re.search(r"amount|sen\b|price|total|rupiah", line), f"{path}:{number}"


def test_text_for_the_screen_is_found_by_the_translators_tool() -> None:
    """tr() takes a literal: an f-string or a variable there can never be translated."""
    wrong = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"tr", "_tr"}:
                first = node.args[0] if node.args else None
                if not (isinstance(first, ast.Constant) and isinstance(first.value, str)):
                    wrong.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert wrong == []


def test_the_top_level_stays_as_designed() -> None:
    """Two packages, data, tests, samples, and what tools must find beside them."""
    allowed = {"village_budget", "ui", "resources", "tests", "samples", "pyproject.toml", "README.md"}
    allowed |= {"Makefile", ".ci", "LICENSE", "CHANGELOG.md", "ARCHITECTURE.md", ".gitignore"}
    allowed |= {"requirements.lock", "requirements-dev.lock"}
    import subprocess

    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    assert {name.split("/")[0] for name in done.stdout.splitlines()} <= allowed


def test_locks_name_no_registry() -> None:
    """Hashes say what is installed; where from is the machine's own setting."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text("utf-8")
        assert "://" not in text
        assert "--index" not in text
        for pinned in re.findall(r"^\S+==\S+.*?(?=^\S+==|\Z)", text, re.MULTILINE | re.DOTALL):
            assert "--hash=sha256:" in pinned
