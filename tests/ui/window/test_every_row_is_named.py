"""The rows U01-U39 of priority A and B: each is proven through the window, by a test that names it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

GUI = Path(__file__).resolve().parents[1]
ROWS = tuple(f"U{number:02}" for number in range(1, 40))
"""All rows of the table of behaviour are of priority A or B."""
EXCEPTED = {
    "U38": "an installer's behaviour: tests/packaging proves what can be proven of it",
}
_NAME = re.compile(r"\bU(\d\d)\b")


def _named() -> dict[str, set[str]]:
    """Row -> the tests under tests/ui whose docstring, or whose file's, names it."""
    found: dict[str, set[str]] = {}
    for path in GUI.rglob("test_*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        for test in (node for node in functions if node.name.startswith("test")):
            for number in _NAME.findall(ast.get_docstring(test) or ""):
                found.setdefault(f"U{number}", set()).add(f"{path.name}::{test.name}")
    return found


def test_each_row_has_a_test_through_the_window() -> None:
    named = _named()
    missing = [row for row in ROWS if row not in named and row not in EXCEPTED]
    assert not missing


def test_no_test_names_a_row_that_is_not_there() -> None:
    assert set(_named()) <= set(ROWS)
