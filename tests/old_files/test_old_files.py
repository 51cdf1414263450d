"""F22, F03: kept files of every shipped format open as they were; a migration is whole or not at all."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest
from alembic.operations import Operations

from tests.document.files import Clock, state
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.errors import FileError
from village_budget.store import engine, schema
from village_budget.store.backup import Backups
from village_budget.store.migrations import runner

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
KEPT = {
    1: ("195949b9f1676d2e17c1fe17c42c4033103014b9876bce7adf4142b02de78e2d", 7),
    2: ("bb8d922bbb95154845972b23b5cedb1ec09f29fda8c82e12c381c7654d9c0ba1", 11),
    3: ("5cc70bf77e1f9c6d2c66568dd3e225390a75284c5024544b4696ae4bb8a27371", 13),
}
"""Fingerprint of 2026 and number of steps, by revision."""


@pytest.mark.parametrize("revision", KEPT)
def test_kept_file_opens_as_it_was(tmp_path: Path, revision: int) -> None:
    """F22: content, journal and status are what they were; a second opening changes nothing."""
    path = tmp_path / "desa.apbdes"
    shutil.copyfile(HERE / f"v{revision}.apbdes", path)
    for _ in range(2):
        document = Document.open(path, fiscal_year=2026)
        fingerprint, steps = KEPT[revision]
        assert document.fingerprint == fingerprint
        assert document.read_only_reason == "enacted"
        assert document.plan.lines[5].description == "Semen 50 kg"
        assert document.plan.lines[6].note == ""
        assert [step.who for step in document.history()] == ["Kaur Keuangan"] * steps
        if revision > 1:
            assert [row.value for row in document.plan.answers.values()] == ["90000000000"]
            assert document.plan.waiver("BEL-30") is not None
            assert document.plan.overlay is not None
            assert document.plan.activities[2].tags == ("padat_karya",)
        if revision > 2:
            line = document.plan.lines[7]
            assert (line.review, line.link, line.volume_expression) == ("last_year", "gambar.pdf", "2*3")
            assert document.plan.prices is not None
            assert document.plan.prices.text == "semen;zak;68000"
        document.select(2027)
        document.close()
    document = Document.open(path, clock=Clock())
    document.apply(AddActivity("1.1.01"))
    document.close()


def test_every_revision_has_a_kept_file() -> None:
    """A new revision needs a module and a kept file of the one before it."""
    assert len(runner.MODULES) == schema.REVISION
    assert set(KEPT) == {int(path.stem[1:]) for path in HERE.glob("v*.apbdes")}
    assert set(KEPT) >= set(range(1, schema.REVISION + 1))


def test_first_revision_makes_the_shipped_schema() -> None:
    """From nothing, the steps lead to the schema that a new file has."""
    raw = engine.connect_memory()
    with engine.core(raw) as connection, connection.begin():
        assert runner.upgrade(connection, 0) == schema.REVISION
    assert schema.strange_objects(raw) == []
    assert raw.execute("PRAGMA user_version").fetchone() == (schema.REVISION,)
    raw.close()


NEXT = "tests_next_revision"
RENAMED = (
    "CREATE TABLE village_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
    "INSERT INTO village_new SELECT id, name FROM village",
    "CREATE TABLE twinned (id INTEGER PRIMARY KEY) STRICT",
    "INSERT INTO twinned SELECT id FROM line",
    "DROP TABLE village_new",
    "CREATE INDEX line_fund ON line (fund)",
)


class Stop(Exception):  # noqa: N818 - only in this test
    """A statement that fails."""


@pytest.fixture
def next_revision(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A made-up next revision of several statements, of which the n-th may fail."""
    module = ModuleType(NEXT)
    module.fail_at = None  # type: ignore[attr-defined]

    def upgrade(op: Operations) -> None:
        for number, statement in enumerate(RENAMED):
            if number == module.fail_at:
                raise Stop
            op.execute(statement)

    module.upgrade = upgrade  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, NEXT, module)
    monkeypatch.setattr(runner, "MODULES", (*runner.MODULES, NEXT))
    return module


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file of the present revision."""
    return Path(shutil.copyfile(HERE / f"v{schema.REVISION}.apbdes", tmp_path / "desa.apbdes"))


def revision_of(path: Path) -> int:
    """What the head of a file says."""
    return int.from_bytes(path.read_bytes()[60:64], "big")


def test_failed_step_leaves_the_old_file(
    path: Path, next_revision: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F03: fail at each statement: the old version is untouched, and the copy set aside opens."""
    before = path.read_bytes()
    for number in range(len(RENAMED)):
        next_revision.fail_at = number  # type: ignore[attr-defined]
        raw = engine.take(path)
        aside = path.with_name(f"aside{number}.apbdes")
        monkeypatch.setattr(runner, "_rehearse", lambda *_: None)
        with pytest.raises(Stop):
            runner.migrate(raw, schema.REVISION, path, aside)
        raw.close()
        assert path.read_bytes() == before
        assert state(Document.open(aside, read_only=True)) == state(Document.open(path, read_only=True))


def test_step_on_opening(path: Path, next_revision: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """An older file is migrated when it is opened, after a copy was set aside; looking changes nothing."""
    old = state(Document.open(path, read_only=True, fiscal_year=2026))
    before = path.read_bytes()
    for place in (schema, sys.modules["village_budget.store.identity"]):
        monkeypatch.setattr(place, "REVISION", schema.REVISION + 1)
    monkeypatch.setattr(schema, "TABLES", (*schema.TABLES, RENAMED[2], RENAMED[5]))
    looked = Document.open(path, read_only=True, fiscal_year=2026)
    assert state(looked) == old
    assert path.read_bytes() == before
    folder = path.parent / "cadangan"
    document = Document.open(path, fiscal_year=2026, backup_folder=folder)
    assert state(document) == old
    document.close()
    assert revision_of(path) == schema.REVISION
    (aside,) = [found for found in Backups(path, folder).found() if found.reason == "migration"]
    assert revision_of(aside.path) == schema.REVISION - 1
    Document.open(path, fiscal_year=2026, backup_folder=folder).close()
    assert len([f for f in Backups(path, folder).found() if f.reason == "migration"]) == 1


def test_migration_that_leaves_a_broken_file_is_not_accepted(
    path: Path, next_revision: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Steps that would not leave a whole file are found out in memory; the file is as it was."""
    before = path.read_bytes()
    monkeypatch.setattr(schema, "REVISION", schema.REVISION + 1)
    with pytest.raises(FileError, match="file-damaged"):
        Document.open(path, backup_folder=path.parent / "cadangan")
    assert path.read_bytes() == before


KILLED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from alembic.operations import Operations
from types import ModuleType
from village_budget.store import engine
from village_budget.store.migrations import runner

module = ModuleType("next_one")
def upgrade(op):
    op.get_bind().connection.execute("PRAGMA cache_size = 2")
    for number in range(300):
        op.execute(f"CREATE TABLE t{number} (id INTEGER PRIMARY KEY, text TEXT) STRICT")
        op.execute(f"INSERT INTO t{number} SELECT id, hex(zeroblob(900)) FROM line")
module.upgrade = upgrade
sys.modules["next_one"] = module
runner._rehearse = lambda *_: None
runner.MODULES = (*runner.MODULES, "next_one")
path = Path(sys.argv[1])
raw = engine.take(path)
print("ready", flush=True)
runner.migrate(raw, len(runner.MODULES) - 1, path, path.with_name("aside.apbdes"))
"""


def test_killed_while_migrating(path: Path, tmp_path: Path) -> None:
    """F03: killed at random moments, the file is of the old version or of the new, whole."""
    rng = random.Random(3)
    content = path.read_bytes()
    old = state(Document.open(path, read_only=True))
    cut_off = 0
    for _ in range(8):
        folder = tmp_path / "kerja"
        folder.mkdir()
        work = folder / "desa.apbdes"
        work.write_bytes(content)
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(work), str(ROOT)], stdout=subprocess.PIPE, cwd=ROOT
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(rng.uniform(0, 0.35))
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        cut_off += revision_of(work) == schema.REVISION
        connection = sqlite3.connect(work)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (revision,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name GLOB 't[0-9]*'"
        ).fetchone()
        connection.close()
        assert (revision, tables) in ((schema.REVISION, 0), (schema.REVISION + 1, 300))
        if revision == schema.REVISION:
            assert state(Document.open(work, read_only=True)) == old
        shutil.rmtree(folder)
    assert cut_off > 0


def test_alembic_is_not_loaded_for_a_present_file(path: Path) -> None:
    """Start-up: what only a write or a migration needs is imported only for one."""
    script = (
        "import sys; from pathlib import Path; from village_budget.document.document import Document;"
        "loaded = [n for n in ('sqlalchemy', 'alembic', 'pandas') if n in sys.modules];"
        f"Document.open(Path({str(path)!r}), read_only=True);"
        "print(loaded, 'sqlalchemy' in sys.modules, 'alembic' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert said.stdout.strip() == "[] False False"
