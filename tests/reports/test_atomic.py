"""Whatever goes wrong while a workbook is written, the former one is intact and nothing is left behind."""

from __future__ import annotations

import errno
import os
import stat
import time
import zipfile
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.reports.plans import source
from village_budget import atomic
from village_budget.errors import ExportError
from village_budget.reports.forms import apbdes, rab
from village_budget.reports.report_document import ReportDocument
from village_budget.reports.writers.workbook_writer import write_workbook

OLD = b"the workbook of yesterday"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder with a workbook from before."""
    path = tmp_path / "keluar" / "apbdes.xlsx"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


@pytest.fixture
def documents() -> list[ReportDocument]:
    return apbdes.build(source(small_plan()))


def refused(documents: list[ReportDocument], target: Path, code: str) -> ExportError:
    """Export, expect this refusal, and find the folder as it was."""
    with pytest.raises(ExportError) as caught:
        write_workbook(documents, target)
    assert caught.value.code == code
    if target.parent.is_dir():
        assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {target.name: OLD}
    return caught.value


def failing(number: int) -> object:
    def fail(*args: object, **kwargs: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_complete_workbook_takes_the_place(target: Path, documents: list[ReportDocument]) -> None:
    write_workbook(documents, target)
    assert zipfile.is_zipfile(target)
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_disk_full_while_syncing(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    """F07: the former report is intact, the temporary file gone, the sentence names the place."""
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    assert refused(documents, target, "export-disk-full").details["folder"] == str(target.parent)


def test_disk_full_while_writing(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    """F07, at the moment the file itself is written."""
    monkeypatch.setattr(Path, "write_bytes", failing(errno.ENOSPC))
    refused(documents, target, "export-disk-full")


def test_a_target_that_is_open_elsewhere(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    """F33: told to close it in Excel, after at most 2.5 seconds of trying (F34)."""
    slept: list[float] = []
    monkeypatch.setattr(atomic, "sleep", slept.append)
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    refused(documents, target, "export-target-open")
    assert 2.0 <= sum(slept) <= atomic.RETRY_SECONDS


def test_a_scanner_that_holds_the_file_for_a_moment(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    """F34: three refusals, then it works."""
    real, left = Path.replace, [3]

    def sometimes(self: Path, other: Path) -> Path:
        if left[0]:
            left[0] -= 1
            raise PermissionError(errno.EACCES, "held")
        return real(self, other)

    monkeypatch.setattr(atomic, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", sometimes)
    write_workbook(documents, target)
    assert zipfile.is_zipfile(target)


def test_a_folder_that_is_gone(tmp_path: Path, documents: list[ReportDocument]) -> None:
    refused(documents, tmp_path / "flashdisk" / "apbdes.xlsx", "export-folder-missing")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write anywhere"
)
def test_a_folder_that_may_not_be_written(target: Path, documents: list[ReportDocument]) -> None:
    target.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        refused(documents, target, "export-read-only")
    finally:
        target.parent.chmod(stat.S_IRWXU)


def test_a_read_only_disk(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "write_bytes", failing(errno.EROFS))
    refused(documents, target, "export-read-only")


def test_any_other_trouble_is_told_with_the_systems_words(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    assert refused(documents, target, "export-failed").details["reason"] == os.strerror(errno.EIO)


def test_a_file_that_reads_back_differently_never_takes_the_name(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong amount in the file is found before anybody sees it."""
    monkeypatch.setattr("village_budget.reports.writers.worksheet.rupiah", lambda sen: (sen + 100) / 100)
    assert refused(documents, target, "export-check-failed").details["part"] == "APB Desa"


def test_a_file_torn_on_the_disk_never_takes_the_name(
    target: Path, documents: list[ReportDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", lambda self, data: real(self, data[:-100]))
    refused(documents, target, "export-check-failed")


def test_nothing_to_write_is_refused(target: Path) -> None:
    refused([], target, "export-empty")


@pytest.mark.parametrize("after", range(8))
def test_cancel_at_any_moment(target: Path, after: int) -> None:
    """The former workbook stays, whenever the user says stop."""
    asked = [0]

    def cancelled() -> bool:
        asked[0] += 1
        return asked[0] > after

    with pytest.raises(ExportError, match="export-cancelled"):
        write_workbook(rab.build(source(small_plan())), target, cancelled=cancelled)
    assert {path.name: path.read_bytes() for path in target.parent.iterdir()} == {target.name: OLD}


def test_progress_counts_up_to_the_end(target: Path, documents: list[ReportDocument]) -> None:
    seen: list[tuple[int, int]] = []
    write_workbook(documents, target, progress=lambda done, steps: seen.append((done, steps)))
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_leftovers_of_a_killed_export_are_swept(target: Path, documents: list[ReportDocument]) -> None:
    """F02: an old temporary file goes with the next export; a young one may still be at work."""
    old, young = target.parent / ".apbdes-aaaa.tmp", target.parent / ".apbdes-bbbb.tmp"
    for path in (old, young):
        path.write_bytes(b"half")
    long_ago = time.time() - atomic.LEFTOVER_SECONDS - 60
    os.utime(old, (long_ago, long_ago))
    write_workbook(documents, target)
    assert sorted(path.name for path in target.parent.iterdir()) == [young.name, target.name]
