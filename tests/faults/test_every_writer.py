"""All that is written for others is written whole or not at all: workbook, PDF, poster, page (F07, F33)."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.reports.plans import source
from ui.printing.pdf import write_pdf
from village_budget import atomic
from village_budget.errors import ExportError
from village_budget.reports.catalogue import form
from village_budget.reports.manifest import write_manifest
from village_budget.reports.page.page_file import page_of, write_page
from village_budget.reports.poster.poster_files import (
    KINDS,
    poster_name,
    poster_of,
    write_posters,
)
from village_budget.reports.writers.workbook_writer import write_workbook

POSTER = next(kind for kind, (_, suffix) in KINDS.items() if suffix == ".png")
OLD = b"what stood here yesterday"
Write = Callable[[Path], object]


def _package(path: Path) -> None:
    write_workbook(form("paket").build(source(small_plan())), path)


def _pdf(path: Path) -> None:
    write_pdf(form("apbdes").build(source(small_plan())), path)


def _poster(path: Path) -> None:
    write_posters(poster_of(source(small_plan()), "hemat"), path.parent, kinds=[POSTER])


def _page(path: Path) -> None:
    write_page(page_of(source(small_plan())), path.parent)


def _manifest(path: Path) -> None:
    write_manifest(path, form("paket").build(source(small_plan()))[0], [])


WRITERS: dict[str, tuple[str, Write]] = {
    "package": ("paket.xlsx", _package),
    "pdf": ("apbdes.pdf", _pdf),
    "page": (page_of(source(small_plan())).name, _page),
    "poster": (poster_name(POSTER, small_plan().village.name, 2026), _poster),
    "manifest": ("manifest.json", _manifest),
}


def _refused(write: Write, path: Path, code: str) -> None:
    path.write_bytes(OLD)
    with pytest.raises(ExportError) as told:
        write(path)
    assert told.value.code == code
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == {path.name: OLD}


@pytest.mark.parametrize("name", WRITERS)
def test_a_full_disk_leaves_what_was_there(
    qapp: object, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F07: one sentence, the former file intact, nothing half beside it."""
    file, write = WRITERS[name]

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    _refused(write, tmp_path / file, "export-disk-full")


@pytest.mark.parametrize("name", WRITERS)
def test_a_file_that_is_open_elsewhere_stays(
    qapp: object, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F33: told to close it; the former file is intact."""
    file, write = WRITERS[name]

    def held(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(atomic, "sleep", lambda _: None)
    monkeypatch.setattr(Path, "replace", held)
    _refused(write, tmp_path / file, "export-target-open")
