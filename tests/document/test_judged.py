"""The document with its rules, forms and messages: findings edit by edit, report source, sentences."""

from __future__ import annotations

import ast
import inspect
import pkgutil
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import village_budget.document
import village_budget.document.edits
import village_budget.store
from tests.builders import random_edit, small_plan
from tests.document.files import Clock, save_plan
from village_budget import paths
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
from village_budget.domain.plan import Status
from village_budget.rules.check import check
from village_budget.store.schema import REVISION
from village_budget.store.trouble import _BY_CODE, _BY_ERRNO


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan, open."""
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    yield document
    document.close()


def test_findings_are_those_of_a_fresh_check(document: Document) -> None:
    """After every edit, undo and redo the findings are what a check from scratch says; changes are told."""
    rng = random.Random(7)
    assert document.findings == check(document.plan, document.chart, document.pack)
    told = 0
    for _ in range(40):
        before = document.findings
        roll = rng.random()
        done = document.undo() if roll < 0.2 else document.redo() if roll < 0.3 else None
        done = done or document.apply(random_edit(document.plan, rng))
        assert document.findings == check(document.plan, document.chart, document.pack)
        assert done.findings_changed == (document.findings != before)
        told += done.findings_changed
    assert told


def test_findings_of_another_year(document: Document) -> None:
    """Each year is judged by its own pack."""
    assert document.pack.year == 2026
    document.add_plan(2025)
    document.select(2025)
    assert document.pack.year == 2025
    assert document.findings == check(document.plan, document.chart, document.pack)


def test_report_source(document: Document) -> None:
    """Forms get the plan, its totals, each judged rule in words, and the fingerprint."""
    source = document.report_source()
    assert source.plan is document.plan
    assert source.fingerprint == document.fingerprint
    assert (source.draft, source.schema) == (True, str(REVISION))
    assert set(source.texts) == {finding.key for finding in source.findings}
    assert all(text.title and text.sentence and "{" not in text.sentence for text in source.texts.values())
    before = source.fingerprint
    document.apply(SetLine(5, {"unit_price": 1_00}))
    assert document.report_source().fingerprint != before


def sentences(name: str) -> dict[str, dict[str, object]]:
    """The messages of one room."""
    return tomllib.loads(paths.resource("i18n", "messages", f"{name}.toml").read_text(encoding="utf-8"))


OTHER_ROOMS = ("export.py", "verify")
MESSAGES = {**sentences("store"), **sentences("document")}


def raised_codes() -> set[str]:
    """First argument of every error and step label made in the two rooms."""
    found = set()
    for package in (village_budget.document, village_budget.store):
        for path in Path(package.__path__[0]).rglob("*.py"):
            if not path.exists() or set(OTHER_ROOMS) & set(path.parts):
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                    first = node.args[0]
                    if node.func.id in ("FileError", "UserError", "StepLabel") and isinstance(
                        first, ast.Constant
                    ):
                        found.add(str(first.value))
    return found


def test_every_code_has_its_sentences() -> None:
    """U36: each error says what happened, what is safe and what to do, in both languages."""
    status_steps = {f"step-set-status-{status}" for status in Status}
    fields = ("description", "volume", "unit", "unit-price", "fund", "account-code", "tags", "note")
    line_steps = {"step-set-line"} | {f"step-set-line-{name}" for name in fields}
    codes = raised_codes() | set(_BY_CODE.values()) | set(_BY_ERRNO.values()) | status_steps | line_steps
    assert len(codes) > 50
    assert codes == set(MESSAGES)
    for code, texts in MESSAGES.items():
        assert set(texts) == {"id", "en"}, code
        for text in texts.values():
            if code.startswith("step-"):
                assert isinstance(text, str), code
            else:
                assert isinstance(text, dict), code
                assert set(text) == {"what", "safe", "todo"}, code
                assert all(str(part).endswith(".") and "!" not in str(part) for part in text.values()), code


def test_no_edit_speaks_sql() -> None:
    """Edits are plain values: what they import never reaches the database."""
    for module in pkgutil.iter_modules(village_budget.document.edits.__path__):
        source = (Path(village_budget.document.edits.__path__[0]) / f"{module.name}.py").read_text()
        assert "sqlalchemy" not in source
        assert "sqlite3" not in source
    assert inspect.ismodule(village_budget.document.edits)
