"""Opening a plan file: whose it is, what it is, whether it is whole; in that order, nothing written before.

A file that is only looked at (by wish, write-protected, or in use elsewhere) is read into memory as one
picture and let go at once, so looking never hinders anybody and a stick can be pulled out.
"""

from __future__ import annotations

import shutil
import sqlite3
import stat
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from village_budget.errors import FileError
from village_budget.store import contents, engine, lock, schema, trouble
from village_budget.store.backup import MIGRATION, Backups
from village_budget.store.contents import Contents
from village_budget.store.identity import Identity, check_identity, has_hot_journal, journal_path
from village_budget.store.lock import LockInfo
from village_budget.store.plan_file import PlanFile

_LOOKS = 8
_held: dict[tuple[int, int], Path] = {}


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened file and how it went.

    Attributes:
        file: the file.
        reason: why it is read-only: ``""``, ``locked``, ``file-read-only`` or ``asked``.
        opened_by: who has it, when ``locked``.
        recovered: the last session ended without closing.
    """

    file: PlanFile
    reason: str
    opened_by: LockInfo | None
    recovered: bool


def open_file(
    path: Path,
    now: datetime,
    *,
    read_only: bool = False,
    take_over: bool = False,
    backups: Path | None = None,
) -> Opened:
    """Open a plan file to work in it, or to look at it when it can't be had.

    Args:
        path: the file.
        now: for the lock file.
        read_only: only look.
        take_over: work in it although another machine's lock file says it is open there.
        backups: folder of all backups; the user's data folder when None.

    Raises:
        FileError: missing, foreign, newer, damaged, unreadable. The file is as it was.
    """
    if is_held_here(path):
        return _look(path, "asked" if read_only else "locked", lock.read_lock(path))
    identity = check_identity(path)
    other = lock.read_lock(path)
    if read_only or is_write_protected(path):
        return _look(path, "asked" if read_only else "file-read-only", None)
    if other and other.machine and not other.is_here and not take_over:
        return _look(path, "locked", other)
    if identity.hot:
        check_journal(path)
    try:
        raw = engine.take(path)
    except FileError as error:
        if error.code == "file-locked":
            return _look(path, "locked", other or LockInfo("", "", None))
        if error.code in ("file-read-only", "file-denied", "file-unreachable"):
            return _look(path, "file-read-only", None)
        raise
    return _work(path, raw, identity, other, now, backups)


def check_journal(path: Path) -> None:
    """A write was cut off by a crash: prove in a copy that taking it back leaves a whole file (F19).

    When it does not, but the file without the journal is whole, the journal belongs to a file that was here
    before (a backup was pasted over it) and is put aside as ``.rusak``.

    Raises:
        FileError: ``file-damaged``; nothing was written.
    """
    time.sleep(0.2)
    if not has_hot_journal(path):
        return  # another program was at work
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.apbdes"
        with trouble.told(path):
            shutil.copyfile(path, copy)
            shutil.copyfile(journal_path(path), journal_path(copy))
        try:
            with closing(engine.take(copy)) as raw:
                contents.read_sound(raw, path)
        except FileError:
            with trouble.told(path):
                journal_path(copy).unlink(missing_ok=True)
                shutil.copyfile(path, copy)
            take_picture(copy)[0].close()
            journal_path(path).replace(journal_path(path).with_name(f"{path.name}-journal.rusak"))


def _work(  # noqa: PLR0917 - one call, right above
    path: Path,
    raw: sqlite3.Connection,
    identity: Identity,
    other: LockInfo | None,
    now: datetime,
    backups: Path | None,
) -> Opened:
    """The file is ours alone: prove it, then say so beside it."""
    try:
        if identity.revision < schema.REVISION:
            from village_budget.store.migrations import runner

            aside = Backups(path, backups).next_path(MIGRATION, now, "0" * 8)
            runner.migrate(raw, identity.revision, path, aside)
        made = contents.read_sound(raw, path)
        file = PlanFile(path, raw, made, read_only=False)
    except BaseException:
        raw.close()
        raise
    lock.write_lock(path, now)
    _held[_key(path)] = path
    crashed = other is not None and (other.is_here or not other.machine)
    return Opened(file, "", None, identity.hot or crashed)


def _look(path: Path, reason: str, opened_by: LockInfo | None) -> Opened:
    raw, made = take_picture(path)
    return Opened(PlanFile(path, raw, made, read_only=True), reason, opened_by, recovered=False)


def close_file(file: PlanFile) -> None:
    """Close a file and take its lock away; safe to call twice."""
    if not file.read_only:
        for key in [key for key, path in _held.items() if path == file.path]:
            del _held[key]
            lock.remove_lock(file.path)
    file.close()


def take_picture(path: Path) -> tuple[sqlite3.Connection, Contents]:
    """A sound copy of a file in memory, also while another program is writing to it.

    Raises:
        FileError: it is damaged or can't be read.
    """
    for attempt in range(_LOOKS):
        try:
            return _sound_picture(path)
        except FileError:
            # A writer may have been at work between two pages; a damaged file stays so.
            if attempt == _LOOKS - 1 or not _is_moving(path):
                raise
            time.sleep(0.05)
    raise FileError("file-locked", **trouble.facts(path))


def _sound_picture(path: Path) -> tuple[sqlite3.Connection, Contents]:
    """A picture of the file as it lies there; or, after a crash, with the cut-off write taken back."""
    if not is_held_here(path):
        check_identity(path)
    if has_hot_journal(path) and not is_held_here(path):
        try:
            return _proven(path, _picture_after_crash)
        except FileError:
            return _proven(path, _picture)  # the journal of another file, or a writer at work
    return _proven(path, _picture)


def _proven(
    path: Path, picture: Callable[[Path, sqlite3.Connection], None]
) -> tuple[sqlite3.Connection, Contents]:
    memory = engine.connect_memory()
    try:
        with trouble.told(path):
            picture(path, memory)
        _bring_up(memory)
        return memory, contents.read_sound(memory, path)
    except BaseException:
        memory.close()
        raise


def _bring_up(raw: sqlite3.Connection) -> None:
    """Bring the picture of an older file to the present schema; the file stays as it is."""
    (revision,) = raw.execute("PRAGMA user_version").fetchone()
    if 0 < revision < schema.REVISION:
        from village_budget.store.migrations import runner

        with engine.core(raw) as connection, connection.begin():
            runner.upgrade(connection, revision)


def _picture(path: Path, memory: sqlite3.Connection) -> None:
    with closing(engine.connect(path, engine.Access.LOOK)) as source:
        source.backup(memory)


def _picture_after_crash(path: Path, memory: sqlite3.Connection) -> None:
    """A cut-off write can't be taken back where the file is: do it in a copy, with its journal."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.apbdes"
        shutil.copyfile(path, copy)
        shutil.copyfile(journal_path(path), journal_path(copy))
        with closing(engine.connect(copy, engine.Access.WORK)) as source:
            source.backup(memory)


def _is_moving(path: Path) -> bool:
    return lock.read_lock(path) is not None or journal_path(path).exists()


def is_write_protected(path: Path) -> bool:
    """Whether the file or its folder takes no writes: protected stick, read-only attribute (F08)."""
    with trouble.told(path):
        if not stat.S_IMODE(path.stat().st_mode) & 0o222:
            return True
        return not stat.S_IMODE(path.parent.stat().st_mode) & 0o222


def is_held_here(path: Path) -> bool:
    """Whether this very process works in the file; then its bytes may be read through SQLite only.

    Opening and closing it any other way would drop the lock (POSIX).
    """
    try:
        return _key(path) in _held
    except (OSError, ValueError):
        return False


def _key(path: Path) -> tuple[int, int]:
    found = path.stat()
    return (found.st_dev, found.st_ino)
