"""The schema: its text, its tables in Core, its triggers, the settings of each connection."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import Integer

from tests.builders import small_plan, village
from tests.document.files import Clock, save_plan
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.plan_head import SetStatus
from village_budget.domain.answer import Answer, OverlayText, PriceText, Waiver
from village_budget.domain.plan import PlanInfo, Status
from village_budget.errors import FileError
from village_budget.store import contents, engine, schema, tables
from village_budget.store.migrations import runner


@pytest.fixture
def raw() -> Iterator[sqlite3.Connection]:
    """An empty schema in memory."""
    connection = engine.connect_memory()
    schema.create_tables(connection)
    schema.create_triggers(connection)
    yield connection
    connection.close()


def test_tables_and_statements_agree(raw: sqlite3.Connection) -> None:
    """Core's tables have the columns, types and nulls of the statements."""
    names = {row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert names == set(tables.metadata.tables)
    for name, table in tables.metadata.tables.items():
        found = [
            (row[1], row[2], bool(row[3] or row[5]))
            for row in raw.execute("SELECT * FROM pragma_table_info(?)", (name,))
        ]
        expected = [
            (c.name, "INTEGER" if isinstance(c.type, Integer) else "TEXT", not c.nullable) for c in table.c
        ]
        assert found == expected, name


def test_all_tables_are_strict(raw: sqlite3.Connection) -> None:
    """F41, U03: a text never becomes an amount."""
    rows = raw.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    strict = {name: flag for name, flag in rows if not name.startswith("sqlite_")}
    assert strict
    assert all(strict.values())


SHIPPED = {
    1: "60a53d02165855c85b3bf0c49d09c60dc9f59a065a6cf74318911dc62ab4e26e",
    2: "bc8678e0add9a1cf757584f21e9f08c2c4b5b91db5806ba1cc8c3648307d8c3e",
    3: "fedcc4993ff7cad4fcd3bb3e4bb87a70fb7b62627600a2074d3db8aa187c22b4",
}
"""SHA-256 over the statements of each revision."""


def test_shipped_revisions_are_frozen() -> None:
    """A revision has the statements that were shipped; a later schema has its own revision."""
    assert set(SHIPPED) == set(range(1, schema.REVISION + 1))
    for number, name in enumerate(runner.MODULES, start=1):
        text = "\n".join(import_module(name).STATEMENTS)
        assert sha256(text.encode()).hexdigest() == SHIPPED[number], name


def test_columns_are_read_in_the_order_of_the_fields(raw: sqlite3.Connection) -> None:
    """Rows are made from columns by place: a field that moved would land in another."""
    keys = {
        Answer: ["plan_id"],
        Waiver: ["plan_id"],
        OverlayText: ["plan_id"],
        PriceText: ["plan_id"],
        PlanInfo: ["fingerprint"],
    }
    for kind, statement in contents.ROWS.items():
        found = raw.execute(statement, (1,) * statement.count("?")).description
        names = [field.name for field in fields(kind)] + keys.get(kind, [])
        assert [column[0] for column in found] == names, kind


def test_own_schema_is_known(raw: sqlite3.Connection) -> None:
    """A fresh file has nothing strange."""
    assert schema.strange_objects(raw) == []


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW budget AS SELECT * FROM line",
        "CREATE TRIGGER evil AFTER INSERT ON line BEGIN DELETE FROM plan; END",
        "CREATE VIRTUAL TABLE words USING fts5(text)",
        "CREATE TABLE extra (id INTEGER)",
        "ALTER TABLE line ADD COLUMN secret TEXT",
        "DROP TRIGGER line_update_enacted",
        "DROP INDEX line_plan",
        "CREATE INDEX more ON line (fund)",
        "DROP TABLE change",
    ],
)
def test_hostile_schema_is_refused(tmp_path: Path, statement: str) -> None:
    """S13: anything more, less or other in the schema is refused, and the file not written to."""
    path = save_plan(tmp_path / "desa.apbdes", small_plan())
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(FileError) as refused:
            Document.open(path, read_only=read_only)
        assert refused.value.code == "file-damaged"
        assert refused.value.details["check"] == "schema"
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["desa.apbdes"]


def test_settings_are_in_force(tmp_path: Path) -> None:
    """S14, F41: every setting is read back from a working connection, and every limit."""
    path = save_plan(tmp_path / "desa.apbdes", small_plan())
    document = Document.open(path)
    raw = document._file._raw
    for name, value in engine.PRAGMAS.items():
        assert raw.execute(f"PRAGMA {name}").fetchone()[0] == value, name
    assert raw.execute("PRAGMA locking_mode").fetchone() == ("exclusive",)
    assert raw.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
    assert raw.execute("PRAGMA user_version").fetchone() == (schema.REVISION,)
    for category, limit in engine._LIMITS.items():
        assert raw.getlimit(category) == limit
    with pytest.raises(sqlite3.OperationalError):
        raw.execute("SELECT load_extension('x')")
    document.close()


def test_a_setting_that_does_not_take_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No plan is opened with weaker settings than promised."""
    path = save_plan(tmp_path / "desa.apbdes", small_plan())
    monkeypatch.setattr(engine, "PRAGMAS", {**engine.PRAGMAS, "synchronous": 7})
    with pytest.raises(FileError, match="file-unreachable"):
        engine.connect(path, engine.Access.WORK)


def test_untrusted_functions_do_not_run_in_a_view() -> None:
    """S14: a view in a foreign file can't call a function of ours."""
    connection = engine.connect_memory()
    connection.create_function("leak", 0, lambda: "secret")
    connection.execute("CREATE VIEW trap AS SELECT leak() AS x")
    with pytest.raises(sqlite3.OperationalError, match="unsafe use"):
        connection.execute("SELECT * FROM trap").fetchall()
    connection.close()


FORBIDDEN = (
    "UPDATE line SET amount = 1 WHERE plan_id = 1",
    "DELETE FROM line WHERE plan_id = 1",
    "INSERT OR REPLACE INTO line SELECT * FROM line WHERE plan_id = 1",
    "UPDATE activity SET name = 'x' WHERE plan_id = 1",
    "DELETE FROM activity WHERE plan_id = 1",
    "UPDATE activity SET plan_id = 1 WHERE plan_id = 2",
    "UPDATE plan SET status = 'draft' WHERE id = 1",
    "UPDATE plan SET fingerprint = 'x' WHERE id = 1",
    "DELETE FROM plan WHERE id = 1",
    "UPDATE step SET who = 'x'",
    "DELETE FROM step",
    "UPDATE change SET after = 'x'",
    "DELETE FROM change",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_enacted_plan_and_journal_stand_in_the_database_too(tmp_path: Path, statement: str) -> None:
    """Triggers refuse what no window would do: an enacted version and the journal can't be changed."""
    path = save_plan(tmp_path / "desa.apbdes", small_plan())
    document = Document.open(path, clock=Clock())
    for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
        document.apply(SetStatus(status))
    document.add_plan(2027)
    document.select(2027)
    document.apply(AddActivity("1.1.01"))
    document.close()
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match=r"plan-enacted|journal-append-only"):
        connection.execute(statement)
    connection.close()


def test_amounts_are_integers_within_the_limit(raw: sqlite3.Connection) -> None:
    """U03, F29: the database itself refuses a text, a fraction or too large a number for an amount."""
    raw.execute("INSERT INTO plan VALUES (1, 2026, 0, 'draft', '', '', '')")
    add = (
        "INSERT INTO line VALUES (?, 1, 'revenue', NULL, '', '', '1', '', ?, ?, '', '[]', NULL, '', '', 0,"
        " '', '', '', '')"
    )
    for bad in ("1.234", 1.5, 10**17, -(10**17)):
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(add, (1, bad, 0))
        with pytest.raises(sqlite3.IntegrityError):
            raw.execute(add, (1, 0, bad))
    for number, good in enumerate((2**31 - 1, 2**31, 2**53, 10**15, 10**17 - 1), start=1):
        raw.execute(add, (number, good, -good))


SOURCE = Path(schema.__file__).parent.parent


def test_forbidden_calls() -> None:
    """F41: nothing in the core runs a script, copies an open plan or relaxes what keeps it safe."""
    for path in SOURCE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "executescript" not in text, path
        assert not re.search(r"synchronous\s*=\s*(OFF|0|NORMAL)", text, re.IGNORECASE), path
        assert not re.search(r"journal_mode\s*=\s*WAL", text, re.IGNORECASE), path
        if path.parent.name in ("store", "document") and path.name != "opening.py":
            assert "shutil" not in text, path
        # S15: values are parameters; only names fixed in the program may stand in a statement.
        for line in text.splitlines():
            if re.search(r"""f["'].*\b(SELECT|INSERT|UPDATE|DELETE)\b.*\{""", line):
                pytest.fail(f"{path}: {line.strip()}")


def test_village_row_is_kept_to_the_letter(tmp_path: Path) -> None:
    """S15: quotes, semicolons and long texts are values, never SQL."""
    evil = "'; DROP TABLE line; -- \" \\ %s ?1 :name"
    path = tmp_path / "desa.apbdes"
    Document.create(path, village(name=evil, district="x" * 1_000_000), 2026).close()
    found = Document.open(path)
    assert (found.plan.village.name, len(found.plan.village.district)) == (evil, 1_000_000)
    found.close()
