"""Opening: foreign, newer, damaged, locked and protected files; odd paths; what a crash leaves behind."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import small_plan, village
from tests.document.files import Clock, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
from village_budget.errors import FileError
from village_budget.store import lock, opening, schema
from village_budget.store.identity import has_hot_journal, journal_path
from village_budget.store.schema import APPLICATION_ID


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small plan, closed."""
    return save_plan(tmp_path / "desa.apbdes", small_plan())


def refused(path: Path) -> FileError:
    """The error of opening a file, to work or to look; the file and its folder are as they were."""
    before = {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()}
    errors = []
    for read_only in (True, False):
        with pytest.raises(FileError) as caught:
            Document.open(path, read_only=read_only)
        errors.append(caught.value)
    assert {p.name: p.read_bytes() for p in path.parent.iterdir() if p.is_file()} == before
    assert errors[0].code == errors[1].code
    return errors[1]


def other_database(path: Path) -> None:
    """Another program's SQLite file."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()


def workbook(path: Path) -> None:
    """A zip, as an .xlsx is."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>" * 50)


FOREIGN = {
    "workbook": workbook,
    "picture": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + b"JFIF" * 200),
    "short text": lambda path: path.write_bytes(b"halo"),
    "other database": other_database,
    "folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("make", FOREIGN.values(), ids=FOREIGN.keys())
def test_foreign_files(tmp_path: Path, make: object) -> None:
    """F18: another file under our name is refused in a sentence and left as it is."""
    path = tmp_path / "desa.apbdes"
    make(path)  # type: ignore[operator]
    assert refused(path).code == "file-foreign"


@pytest.mark.parametrize("content", [b"", b"\0", b"\0" * 40_960, b"SQLite format 3\0", b"SQLite"])
def test_empty_and_zero_files_are_damaged_not_new(tmp_path: Path, content: bytes) -> None:
    """F17: an empty file or one of zeros is damaged; it is not taken for a new plan."""
    path = tmp_path / "desa.apbdes"
    path.write_bytes(content)
    assert refused(path).code == "file-damaged"


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is not made."""
    assert refused(tmp_path / "desa.apbdes").code == "file-missing"
    assert list(tmp_path.iterdir()) == []


def set_head(path: Path, statement: str) -> None:
    """Change something in the file with SQLite itself."""
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_newer_file(path: Path) -> None:
    """F21: a newer program's file is refused, naming its version; its bytes are unchanged."""
    set_head(path, "UPDATE plan_file SET program = '2.1'")
    set_head(path, f"PRAGMA user_version = {schema.REVISION + 1}")
    error = refused(path)
    assert (error.code, error.details["version"]) == ("file-newer", "2.1")


def test_newer_file_of_unknown_form(path: Path) -> None:
    """F21: even when nothing in it can be read."""
    set_head(path, "DROP TABLE plan_file")
    endless = "WITH RECURSIVE r(program) AS (SELECT 1 UNION ALL SELECT 1 FROM r)"
    set_head(path, f"CREATE VIEW plan_file AS {endless} SELECT program FROM r ORDER BY program")
    set_head(path, "PRAGMA user_version = 99")
    error = refused(path)
    assert (error.code, error.details["version"]) == ("file-newer", "?")


def test_no_revision(path: Path) -> None:
    """Our mark without a revision is no file that was ever shipped."""
    set_head(path, "PRAGMA user_version = 0")
    assert refused(path).code == "file-damaged"


ODD_NAMES = (
    "Desa #1.apbdes", "100%.apbdes", "a?b.apbdes", "a b  c.apbdes", "desa%20.apbdes", "Ngawén—村.apbdes",
    "x&mode=memory.apbdes", "titik...apbdes", "'; DROP.apbdes", "é" * 90 + ".apbdes", "-.apbdes",
)  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES)
def test_odd_paths(tmp_path: Path, name: str) -> None:
    """F32: just the file that is named is made and opened, whatever its name holds."""
    folder = tmp_path / "dok #2 ?%41"
    folder.mkdir()
    path = folder / name
    document = Document.create(path, village(), 2026, clock=Clock())
    document.add_plan(2027)
    document.close()
    document = Document.open(path)
    assert len(document.plans()) == 2
    copy = folder / f"salin {name}"
    document.save_copy(copy)
    document.close()
    assert sorted(p.name for p in folder.iterdir()) == sorted([name, copy.name])
    assert len(Document.open(copy, read_only=True).plans()) == 2


def test_path_with_a_nul(tmp_path: Path) -> None:
    """F32: a path no system takes is an error in a sentence."""
    with pytest.raises(FileError, match="file-missing"):
        Document.open(tmp_path / "a\0b.apbdes")


def test_relative_path(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path from the command line may be relative."""
    monkeypatch.chdir(path.parent)
    Document.open(Path("desa.apbdes")).close()


def test_write_protected_file(path: Path) -> None:
    """F08: a protected file opens to look at, and a copy of it can be worked in."""
    path.chmod(0o444)
    document = Document.open(path)
    assert (document.read_only, document.read_only_reason) == (True, "file-read-only")
    with pytest.raises(FileError, match="file-read-only"):
        document.apply(SetLine(5, {"note": "x"}))
    document.save_copy(path.with_name("salinan.apbdes"))
    document.close()
    worker = Document.open(path.with_name("salinan.apbdes"))
    assert not worker.read_only
    worker.close()


def test_write_protected_folder(path: Path) -> None:
    """F08: the same on a medium whose folder takes no files."""
    path.parent.chmod(0o555)
    try:
        document = Document.open(path)
        assert document.read_only_reason == "file-read-only"
        document.close()
    finally:
        path.parent.chmod(0o755)


def test_system_that_refuses_the_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F08: protection that only shows when the lock is taken leads to looking too."""

    def fail(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA query_only = 1")
        connection.execute("CREATE TABLE x (y)")

    monkeypatch.setattr("village_budget.store.engine.take_exclusively", fail)
    document = Document.open(path)
    assert document.read_only_reason == "file-read-only"
    document.close()


OPENER = """
import sys
from pathlib import Path
from village_budget.document.document import Document
document = Document.open(Path(sys.argv[1]))
by = document.opened_by.machine if document.opened_by else "-"
print(document.read_only_reason or "working", by, flush=True)
sys.stdin.readline()
document.close()
"""


def start_opener(path: Path) -> tuple[subprocess.Popen[str], str]:
    """Another process that opens the plan and keeps it open."""
    process = subprocess.Popen(
        [sys.executable, "-c", OPENER, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parent.parent.parent,
    )
    assert process.stdout is not None
    return process, process.stdout.readline().strip()


def test_two_processes(path: Path) -> None:
    """F12: whoever comes second looks; after the first has closed, the next one works."""
    process, said = start_opener(path)
    try:
        assert said == "working -"
        second = Document.open(path)
        assert second.read_only_reason == "locked"
        assert second.opened_by is not None
        assert (second.opened_by.machine, second.opened_by.process) == (lock.this_machine(), process.pid)
        second.close()
    finally:
        process.communicate("\n")
    third = Document.open(path)
    assert not third.read_only
    assert not third.recovered
    process, said = start_opener(path)
    assert said == f"locked {lock.this_machine()}"
    process.communicate("\n")
    # The lock of the working one has outlived the one who looked.
    third.apply(SetLine(5, {"note": "x"}))
    third.close()


def test_killed_session_leaves_no_lock(path: Path) -> None:
    """F14, U22: after a kill the plan opens at once, says so, and nobody deletes a lock by hand."""
    process, _ = start_opener(path)
    process.kill()
    process.communicate()
    assert lock.lock_path(path).exists()
    document = Document.open(path)
    assert not document.read_only
    assert document.recovered
    document.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_lock_of_another_machine_is_never_stolen(path: Path) -> None:
    """F13: a stick in a second laptop: told by whom and since when; going on is the user's choice."""
    since = datetime(2026, 1, 5, 13, 20, tzinfo=UTC)
    text = json.dumps({"machine": "LAPTOP-KAUR", "user": "kaur", "since": since.isoformat(), "process": 1})
    lock.lock_path(path).write_text(text)
    document = Document.open(path)
    assert document.read_only_reason == "locked"
    assert document.opened_by == lock.LockInfo("LAPTOP-KAUR", "kaur", since, 1)
    document.close()
    assert lock.lock_path(path).read_text() == text
    document = Document.open(path, take_over=True)
    assert not document.read_only
    document.apply(SetLine(5, {"note": "x"}))
    document.close()
    assert not lock.lock_path(path).exists()


@pytest.mark.parametrize("text", ["", "x", "[]", '{"machine": 1}', '{"since": "kemarin"}', "\xff"])
def test_unreadable_lock_file_is_a_crash(path: Path, text: str) -> None:
    """A lock file cut off by a crash neither locks anybody out nor stops the program."""
    lock.lock_path(path).write_bytes(text.encode("latin-1"))
    document = Document.open(path)
    assert not document.read_only
    assert document.recovered
    document.close()
    assert not lock.lock_path(path).exists()


CRASHER = """
import os, sys
from pathlib import Path
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import SetLine
document = Document.open(Path(sys.argv[1]))
raw = document._file._raw
raw.execute("PRAGMA cache_size = 2")
raw.execute("BEGIN IMMEDIATE")
for n in range(400):
    raw.execute("INSERT INTO activity SELECT max(id) + 1, 1, '1.1.01', 'x', '', '', 1, 12, '', NULL, '', 0,"
                " hex(zeroblob(200)), 0, NULL FROM activity")
os.kill(os.getpid(), 9)
"""


def crash_while_writing(path: Path) -> None:
    """Leave a journal that must be played back."""
    subprocess.run(
        [sys.executable, "-c", CRASHER, str(path)], check=False, cwd=Path(__file__).parent.parent.parent
    )
    assert has_hot_journal(path)


def test_cut_off_write_is_taken_back(path: Path) -> None:
    """F01, U22: a write that was cut off is gone, everything before it is there."""
    before = state(Document.open(path, read_only=True))
    crash_while_writing(path)
    looked = Document.open(path, read_only=True)
    assert state(looked) == before
    assert has_hot_journal(path)
    document = Document.open(path)
    assert document.recovered
    assert state(document) == before
    document.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_cut_off_write_on_a_protected_medium(path: Path) -> None:
    """F08: what can't be taken back where it is can still be looked at."""
    before = state(Document.open(path, read_only=True))
    crash_while_writing(path)
    lock.lock_path(path).unlink()
    path.chmod(0o444)
    document = Document.open(path)
    assert document.read_only_reason == "file-read-only"
    assert state(document) == before
    document.close()


def test_journal_of_another_file_is_put_aside(path: Path) -> None:
    """F19: a backup pasted over a plan that had crashed opens as it is; its journal is not played back."""
    good = path.with_name("cadangan.apbdes")
    shutil.copyfile(path, good)
    document = Document.open(good, clock=Clock())
    for n in range(60):
        document.apply(SetLine(5, {"note": f"{n} " + "x" * 900}))
    wanted = state(document)
    document.close()
    crash_while_writing(path)
    lock.lock_path(path).unlink()
    shutil.copyfile(good, path)
    document = Document.open(path)
    assert state(document) == wanted
    document.close()
    assert not journal_path(path).exists()
    assert path.with_name("desa.apbdes-journal.rusak").exists()


def test_broken_file_with_a_journal_is_left_alone(path: Path) -> None:
    """F39: when neither with nor without the journal the file is whole, nothing is written."""
    crash_while_writing(path)
    lock.lock_path(path).unlink()
    content = bytearray(path.read_bytes())
    content[5000:5100] = b"\xaa" * 100
    path.write_bytes(content)
    journal = bytearray(journal_path(path).read_bytes())
    journal[600:4000] = b"\x55" * 3400
    journal_path(path).write_bytes(journal)
    assert refused(path).code == "file-damaged"


def test_application_mark_is_in_the_head(path: Path) -> None:
    """Other programs (``file``, a virus scanner) know the file by its mark at offset 68."""
    assert int.from_bytes(path.read_bytes()[68:72], "big") == APPLICATION_ID
    assert opening.is_held_here(path) is False


def test_copy_of_an_open_plan_is_complete(path: Path) -> None:
    """F20: the file copied in Explorer while the program is open and idle holds every edit."""
    document = Document.open(path, clock=Clock())
    document.apply(SetLine(5, {"note": "terakhir"}))
    copied = path.with_name("salinan.apbdes")
    subprocess.run(["cp", str(path), str(copied)], check=True)
    assert state(Document.open(copied, read_only=True)) == state(document)
    document.close()
