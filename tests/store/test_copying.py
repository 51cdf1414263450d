"""Copies: complete, proven, put in place as a whole; also when the original is out of reach."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.document.files import Clock, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edits.line_edits import RemoveLines, SetLine
from village_budget.document.edits.plan_head import SetStatus
from village_budget.domain.plan import Status
from village_budget.errors import FileError
from village_budget.store import copies, placement
from village_budget.store.identity import journal_path


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """The small plan, open, with a step in its journal."""
    document = Document.open(save_plan(tmp_path / "desa.apbdes", small_plan()), clock=Clock())
    document.apply(SetLine(5, {"description": "Semen RAHASIA-PENANDA"}))
    yield document
    document.close()


def names(folder: Path) -> list[str]:
    """What lies in a folder, but for the open plan and its lock."""
    return sorted(p.name for p in folder.iterdir() if not p.name.startswith((".~lock.", "desa.apbdes")))


def test_copy_is_the_same_plan(document: Document, tmp_path: Path) -> None:
    """A copy says the same, journal and all, and can be worked in."""
    target = tmp_path / "salinan.apbdes"
    document.save_copy(target)
    copy = Document.open(target, clock=Clock())
    assert state(copy) == state(document)
    assert [step.hash for step in copy.history()] == [step.hash for step in document.history()]
    assert copy.undo() is not None
    copy.close()
    assert names(tmp_path) == ["salinan.apbdes"]


def test_copy_replaces_and_forgets_an_old_journal(document: Document, tmp_path: Path) -> None:
    """F19: the journal of the file that was there is not played back into the copy."""
    target = tmp_path / "salinan.apbdes"
    target.write_text("lama")
    journal_path(target).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"x" * 2000)
    document.save_copy(target)
    assert names(tmp_path) == ["salinan.apbdes"]
    assert state(Document.open(target, read_only=True)) == state(document)


def test_copy_for_sharing_holds_nothing_deleted(document: Document, tmp_path: Path) -> None:
    """S27: what was deleted can't be read from a copy without history, nor from free pages of any copy."""
    document.apply(RemoveLines((5,)))
    document.add_plan(2027)
    document.save_copy(tmp_path / "dengan.apbdes")
    document.save_copy(tmp_path / "tanpa.apbdes", history=False)
    assert b"RAHASIA-PENANDA" in (tmp_path / "dengan.apbdes").read_bytes()
    assert b"RAHASIA-PENANDA" not in (tmp_path / "tanpa.apbdes").read_bytes()
    shared = Document.open(tmp_path / "tanpa.apbdes", fiscal_year=2026, clock=Clock())
    assert state(shared) == state(document)
    assert [info.fiscal_year for info in shared.plans()] == [2026, 2027]
    assert shared.history() == []
    shared.apply(SetLine(6, {"note": "x"}))
    shared.close()


def test_copy_of_an_enacted_plan(document: Document, tmp_path: Path) -> None:
    """An enacted plan can be copied both ways and stays enacted."""
    for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
        document.apply(SetStatus(status))
    for history in (True, False):
        document.save_copy(tmp_path / "salinan.apbdes", history=history)
        copy = Document.open(tmp_path / "salinan.apbdes")
        assert copy.read_only_reason == "enacted"
        assert copy.fingerprint == document.fingerprint
        copy.close()


def test_copy_onto_itself(document: Document) -> None:
    """The open plan is never replaced by its copy."""
    with pytest.raises(FileError, match="copy-onto-itself"):
        document.save_copy(document.path)
    document.apply(SetLine(5, {"note": "x"}))


def test_copy_into_no_folder(document: Document, tmp_path: Path) -> None:
    """A folder that is not there is an error in a sentence."""
    with pytest.raises(FileError):
        document.save_copy(tmp_path / "tidak ada" / "salinan.apbdes")


def test_spoilt_copy_is_not_put_in_place(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """U24: a disk that does not keep what was written is noticed; the former copy stays."""
    target = tmp_path / "salinan.apbdes"
    target.write_text("lama")
    flush = placement.flush
    real = copies._write

    def spoil(file: object, temporary: Path, **values: object) -> None:
        real(file, temporary, **values)  # type: ignore[arg-type]
        content = bytearray(temporary.read_bytes())
        place = content.index(b"RAHASIA")
        content[place] ^= 1
        temporary.write_bytes(content)
        flush(temporary)

    monkeypatch.setattr(copies, "_write", spoil)
    with pytest.raises(FileError, match="copy-damaged"):
        document.save_copy(target)
    assert target.read_text() == "lama"
    assert names(tmp_path) == ["salinan.apbdes"]


@pytest.mark.parametrize("call", ["flush", "put_in_place", "flush_folder"])
def test_failing_disk_leaves_the_former_copy(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """G06, F07: whatever call fails, the former copy is intact and no leftovers lie about."""
    target = tmp_path / "salinan.apbdes"
    document.save_copy(target)
    before = target.read_bytes()
    document.apply(SetLine(6, {"note": "x"}))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(placement, call, fail)
    with pytest.raises(FileError, match="file-disk-full"):
        document.save_copy(target)
    monkeypatch.undo()
    if call != "flush_folder":
        assert target.read_bytes() == before
    assert names(tmp_path) == ["salinan.apbdes"]
    Document.open(target, read_only=True).close()


def test_busy_target_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F34: a scanner that holds the target for a moment is waited for; for good, it is told."""
    pauses: list[float] = []
    monkeypatch.setattr(placement.time, "sleep", pauses.append)
    monkeypatch.setattr(placement, "_TRIES", 12)
    busy = 3

    def replace(self: Path, target: Path) -> Path:
        if len(pauses) < busy:
            raise PermissionError(13, "in use")
        return Path(shutil.move(self, target))

    monkeypatch.setattr(Path, "replace", replace)
    (tmp_path / "a").write_text("baru")
    placement.put_in_place(tmp_path / "a", tmp_path / "b")
    assert ((tmp_path / "b").read_text(), len(pauses)) == ("baru", 3)
    busy = 10_000
    (tmp_path / "a").write_text("lebih baru")
    with pytest.raises(FileError, match="file-in-use"):
        placement.put_in_place(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "baru"
    assert sum(pauses[3:]) <= 2.5


def test_copy_of_a_plan_in_use_elsewhere(document: Document, tmp_path: Path) -> None:
    """U21: who can only look can still take a copy."""
    second = Document.open(document.path)
    second.save_copy(tmp_path / "salinan.apbdes")
    assert state(Document.open(tmp_path / "salinan.apbdes", read_only=True)) == state(document)
    second.close()
    document.apply(SetLine(5, {"note": "x"}))
