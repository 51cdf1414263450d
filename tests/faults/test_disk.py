"""F06-F11, U21: full, failing and vanishing disks; deleted and replaced files. Nothing is lost."""

from __future__ import annotations

import resource
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.document.files import Clock, fresh_state, save_plan, state
from tests.faults.disks import Disk, use
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity, RemoveActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.domain.lines import Part
from village_budget.errors import FileError
from village_budget.store.backup import Backups


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A disk that can fail, under every file of the test."""
    disk = Disk()
    use(disk, monkeypatch)
    return disk


@pytest.fixture
def document(tmp_path: Path, disk: Disk) -> Iterator[Document]:
    """The small plan on that disk, open, with two steps."""
    folder = tmp_path / "stik"
    folder.mkdir()
    document = Document.open(save_plan(folder / "desa.apbdes", small_plan()), clock=Clock())
    document.apply(SetLine(5, {"note": "satu"}))
    document.apply(SetLine(5, {"note": "dua"}))
    yield document
    document.close()


def attempts(document: Document) -> list[object]:
    """Edits, undo and redo as calls."""
    return [
        lambda: document.apply(SetLine(6, {"unit_price": 1_00})),
        lambda: document.apply(RemoveActivity(2)),
        document.undo,
        document.redo,
        lambda: document.add_plan(2027),
    ]


def test_every_call_may_fail(document: Document, disk: Disk) -> None:
    """F11, G06: an error at the k-th call, for every k: all is as before, and the retry works."""
    failures: list[str] = []
    for attempt in attempts(document):
        for call in range(1, 200):
            before, steps = state(document), len(document.history())
            disk.arm(call)
            try:
                attempt()  # type: ignore[operator]
            except FileError as error:
                failures.append(error.code)
                disk.plug_in()
                assert state(document) == before
                assert len(document.history()) == steps
                assert fresh_state(document.path, 2026) == before
            else:
                assert disk.calls < call
                disk.plug_in()
                assert fresh_state(document.path, 2026) == state(document)
                break
        else:
            pytest.fail("never succeeded")
    assert set(failures) == {"file-unreachable"}
    assert len(failures) > 20
    assert [info.fiscal_year for info in document.plans()] == [2026, 2027]


def test_stick_pulled_and_plugged_in_again(document: Document, disk: Disk, tmp_path: Path) -> None:
    """F11, U21: while it is gone each edit is refused and nothing changes; afterwards work goes on."""
    before = state(document)
    disk.arm(3, gone=True)
    for _ in range(3):
        with pytest.raises(FileError, match="file-unreachable"):
            document.apply(SetLine(6, {"unit_price": 1_00}))
        assert state(document) == before
    disk.plug_in()
    document.apply(SetLine(6, {"unit_price": 1_00}))
    assert state(document) == fresh_state(document.path)
    document.undo()
    document.undo()
    assert document.plan.lines[5].note == "satu"


def test_saved_elsewhere_while_the_stick_is_gone(document: Document, disk: Disk, tmp_path: Path) -> None:
    """F09, F11: what is on the screen is saved on another disk although the file can't be read any more."""
    disk.arm(2)
    with pytest.raises(FileError):
        document.apply(SetLine(6, {"unit_price": 1_00}))
    disk.plug_in()
    shutil.move(document.path.parent, tmp_path / "tercabut")
    document._file.close()
    target = tmp_path / "salinan.apbdes"
    document.save_copy(target)
    copy = Document.open(target, clock=Clock())
    assert state(copy) == state(document)
    copy.apply(SetLine(5, {"note": "x"}))
    copy.close()
    shutil.move(tmp_path / "tercabut", document.path.parent)
    document.apply(SetLine(6, {"unit_price": 1_00}))
    assert state(document) == fresh_state(document.path)


def test_full_disk(document: Document) -> None:
    """F06: disk full is told, earlier edits stay, deleting may fail too, and with space work goes on."""
    raw = document._file._raw
    (pages,) = raw.execute("PRAGMA page_count").fetchone()
    raw.execute(f"PRAGMA max_page_count = {pages}")
    stored = 0
    full: FileError | None = None
    while full is None and stored < 1000:
        try:
            document.apply(SetLine(5, {"note": f"{stored} " + "x" * 900}))
            stored += 1
        except FileError as error:
            full = error
    assert full is not None
    assert (full.code, full.details["drive"]) == ("file-disk-full", str(document.path.parent))
    assert document.plan.lines[5].note.startswith(f"{stored - 1} ")
    assert state(document) == fresh_state(document.path)
    with pytest.raises(FileError, match="file-disk-full"):
        document.apply(RemoveActivity(2))
    raw.execute("PRAGMA max_page_count = 100000")
    document.apply(RemoveActivity(2))
    assert state(document) == fresh_state(document.path)


def test_file_size_limit_of_the_system(document: Document) -> None:
    """F06: the system itself refuses to let the file grow, in the middle of a write."""
    before = state(document)
    size = document.path.stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        refused = ""
        while not refused:
            before = state(document)
            try:
                document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", "x" * 900, unit_price=1_00))
            except FileError as error:
                refused = error.code
        assert refused in ("file-unreachable", "file-disk-full")
        assert state(document) == before
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    document.apply(AddLine(Part.SPENDING, 2, "5.3.5.01", "x" * 900, unit_price=1_00))
    assert state(document) == fresh_state(document.path)


def test_deleted_while_open(document: Document, tmp_path: Path) -> None:
    """F09: the next edit fails loudly, no empty file appears, the content can be saved elsewhere."""
    before = state(document)
    document.path.unlink()
    with pytest.raises(FileError, match="file-gone"):
        document.apply(SetLine(6, {"unit_price": 1_00}))
    assert not document.path.exists()
    assert state(document) == before
    document.save_copy(tmp_path / "salinan.apbdes")
    copy = Document.open(tmp_path / "salinan.apbdes")
    assert state(copy) == before
    assert len(copy.history()) == 2
    copy.close()


@pytest.mark.parametrize("kind", ["other plan", "older copy", "picture", "empty"])
def test_replaced_while_open(document: Document, tmp_path: Path, kind: str) -> None:
    """F10: another file under our name is never written to."""
    other = tmp_path / "lain"
    if kind == "other plan":
        save_plan(other, small_plan())
    elif kind == "older copy":
        document.save_copy(other)
        document.apply(SetLine(5, {"note": "tiga"}))
    else:
        other.write_bytes(b"\xff\xd8\xff" * 500 if kind == "picture" else b"")
    content = other.read_bytes()
    before = state(document)
    other.replace(document.path)
    for _ in range(2):
        with pytest.raises(FileError) as refused:
            document.apply(SetLine(6, {"unit_price": 1_00}))
        assert refused.value.code == "file-replaced"
    assert document.path.read_bytes() == content
    assert state(document) == before
    document.save_copy(tmp_path / "salinan.apbdes")
    assert state(Document.open(tmp_path / "salinan.apbdes", read_only=True)) == before


def test_put_back_while_open(document: Document, tmp_path: Path) -> None:
    """F10: the same file put back, or a copy that says the same, is worked on again."""
    copy = tmp_path / "sama.apbdes"
    document.save_copy(copy)
    document.path.unlink()
    with pytest.raises(FileError, match="file-gone"):
        document.apply(SetLine(6, {"unit_price": 1_00}))
    copy.replace(document.path)
    document.apply(SetLine(6, {"unit_price": 1_00}))
    assert state(document) == fresh_state(document.path)


def test_new_plan_on_a_failing_disk(tmp_path: Path, disk: Disk) -> None:
    """F07, G06: a new plan is there whole or not at all, whichever call fails."""
    from tests.builders import village

    for call in range(1, 400):
        path = tmp_path / f"{call}.apbdes"
        disk.arm(call)
        try:
            Document.create(path, village(), 2026).close()
        except FileError:
            disk.plug_in()
            if path.exists():
                Document.open(path, read_only=True).close()
        else:
            if disk.calls < call:
                break
        disk.plug_in()
    else:
        pytest.fail("never succeeded")
    assert call > 40
    assert not [p.name for p in tmp_path.iterdir() if p.suffix == ".tmp"]


def test_backup_on_a_failing_disk(document: Document, disk: Disk) -> None:
    """F07, F02: a backup is there whole or not at all; the plan is as it was."""
    folder = Backups(document.path).folder
    before = state(document)
    for call in range(1, 400):
        disk.arm(call)
        try:
            Backups(document.path).make(document._file, "bulk", document._clock())
        except FileError:
            disk.plug_in()
            assert [p.name for p in folder.iterdir()] == []
        else:
            break
    disk.plug_in()
    assert call > 10
    assert [info.good for info in document.backups()] == [True]
    assert state(document) == before == fresh_state(document.path)


def test_own_faults_are_not_hidden(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug stays a bug: it is not told as trouble with the file, and the transaction is taken back."""
    before = state(document)

    def broken(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("village_budget.store.contents.seal", broken)
    with pytest.raises(ZeroDivisionError):
        document.apply(AddActivity("1.1.01"))
    monkeypatch.undo()
    assert state(document) == before
    document.apply(AddActivity("1.1.01"))
    assert state(document) == fresh_state(document.path)


def test_sqlite_knows_the_error_codes() -> None:
    """Each code that is told apart exists in this SQLite."""
    assert sqlite3.SQLITE_IOERR_WRITE & 0xFF == sqlite3.SQLITE_IOERR
