"""A plan file on disk: made, opened under a lock, read whole, and written one step at a time."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from village_budget import __version__
from village_budget.domain.plan import Change, Entity, PlanInfo
from village_budget.domain.village import Village
from village_budget.errors import FileError
from village_budget.store import contents, engine, journal, placing, schema, trouble, writing
from village_budget.store.contents import Contents, Loaded
from village_budget.store.fingerprint import PlanDigest
from village_budget.store.identity import check_identity
from village_budget.store.journal import Draft
from village_budget.store.rows import recorded
from village_budget.store.steps import Kind, Step, StepChange, StepLabel


def create(path: Path, village: Village, info: PlanInfo, now: datetime) -> None:
    """Make a new plan file with one empty plan; it appears under its name complete or not at all.

    Raises:
        FileError: ``file-exists``, or the place can't be written to.
    """
    if path.exists():
        raise FileError("file-exists", **trouble.facts(path))
    digest = PlanDigest(village, info, (), ())
    made = Contents(uuid.uuid4().hex, now.isoformat(), village, {info.id: info}, {}, [])
    made.fingerprints[info.id] = digest.fingerprint
    made.loaded[info.id] = Loaded([], [], digest)
    label = StepLabel("step-add-plan", {"year": str(info.fiscal_year)})
    first = Draft(info.id, Kind.NOTE, label, now)
    with placing.new_file(path) as temporary:
        write_whole(temporary, made, first)


def write_whole(path: Path, made: Contents, first: Draft | None = None) -> None:
    """Write contents into a new file: rows, seal and, when given, a first step; no other journal.

    Raises:
        FileError: the disk is full or the place can't be written to.
    """
    raw = engine.connect(path, engine.Access.MAKE)
    try:
        with told(path), engine.core(raw) as connection, connection.begin():
            schema.create_tables(raw)
            connection.exec_driver_sql(
                "INSERT INTO plan_file VALUES (1, ?, ?, ?, '')", (made.uid, __version__, made.created_at)
            )
            heads = [Change(Entity.VILLAGE, 1, None, made.village)]
            heads += [Change(Entity.PLAN, info.id, None, info) for info in made.plans.values()]
            writing.write_changes(connection, heads, 0, made.fingerprints)
            for plan_id, loaded in made.loaded.items():
                rows = [Change(Entity.ACTIVITY, row.id, None, row) for row in loaded.activities]
                rows += [Change(Entity.LINE, row.id, None, row) for row in loaded.lines]
                writing.write_changes(connection, rows, plan_id, made.fingerprints)
            head_hash = journal.genesis(made.uid)
            if first:
                changes = [recorded(change) for change in heads]
                head_hash = journal.append(connection, first, changes, 1, head_hash).hash
            writing.write_seal(connection, contents.seal(made, 1 if first else 0, head_hash), __version__)
            schema.create_triggers(raw)
    finally:
        raw.close()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database or system says into the user's error; bugs pass through."""
    try:
        yield
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:
        known = trouble.from_sqlite(error, path)
        if known is None:
            raise
        raise known from error
    except writing.LostRow as error:
        raise FileError("file-replaced", **trouble.facts(path)) from error
    except OSError as error:
        raise trouble.from_system(error, path) from error


class PlanFile:
    """An open plan file. Made by `opening.open_file`; not for two threads at once.

    Attributes:
        path: where it is.
        contents: what it says, kept in step with the disk.
        read_only: it is a picture in memory; the file itself is not held.
    """

    def __init__(
        self, path: Path, raw: sqlite3.Connection, connection: Connection, made: Contents, *, read_only: bool
    ) -> None:
        self.path = path
        self.contents = made
        self.read_only = read_only
        self._raw = raw
        self._connection = connection
        self._next_key = made.highest_key + 1
        self._inode = None if read_only else _inode(path)
        self._broken = False

    @property
    def seal(self) -> str:
        """Seal of the file as it is now: the same for two files that say the same."""
        made = self.contents
        return contents.seal(made, len(made.steps), made.head_hash)

    @property
    def next_key(self) -> int:
        """The first key that no row ever had."""
        return self._next_key

    def load(self, plan_id: int) -> Loaded:
        """Rows and digest of a plan version.

        Raises:
            FileError: the file can't be read any more.
        """
        ready = self.contents.loaded.pop(plan_id, None)
        self.contents.loaded.clear()
        if ready:
            return ready
        with self._reading():
            return contents.load(self._connection, self.contents, plan_id)

    def everything(self) -> Contents:
        """All plan versions with their rows.

        Raises:
            FileError: the file can't be read any more.
        """
        made = replace(self.contents, loaded={})
        with self._reading():
            for plan_id in made.plans:
                made.loaded[plan_id] = contents.load(self._connection, made, plan_id)
        return made

    def changes_of(self, step_id: int) -> list[StepChange]:
        """What a recorded step changed.

        Raises:
            FileError: the file can't be read any more.
        """
        with self._reading():
            return journal.read_changes(self._connection, step_id)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        if self._broken:
            self._reopen()
        with self._transaction():
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """A transaction that is over when the block is, even when its own commit fails."""
        try:
            with told(self.path), self._connection.begin():
                yield
        except BaseException as error:
            self._broken = isinstance(error, FileError) and error.code in _BREAKING
            try:
                self._raw.rollback()
            except sqlite3.Error:
                self._broken = True
            raise

    def write(self, draft: Draft, changes: Sequence[Change], fingerprints: dict[int, str]) -> Step:
        """Write one step whole or not at all: rows, journal, fingerprints and seal in one transaction.

        Args:
            draft: what is recorded about it.
            changes: rows before and after.
            fingerprints: of the plan versions whose content changes.

        Raises:
            FileError: it was not written (disk full, file gone or replaced, enacted plan, ...).
        """
        if self.read_only:
            raise FileError("file-read-only", **trouble.facts(self.path))
        if self._broken or not self._is_in_place():
            self._reopen()
        after = _follow(self.contents, changes, fingerprints)
        with self._transaction():
            step = self._write(draft, changes, after)
        after.steps.append(step)
        self.contents = after
        self._next_key = max([self._next_key, *(change.key + 1 for change in changes)])
        return step

    def _write(self, draft: Draft, changes: Sequence[Change], after: Contents) -> Step:
        connection, before = self._connection, self.contents
        writing.write_changes(connection, changes, draft.plan_id, after.fingerprints)
        for plan_id, fingerprint in after.fingerprints.items():
            if plan_id in before.fingerprints and before.fingerprints[plan_id] != fingerprint:
                writing.write_fingerprint(connection, plan_id, fingerprint)
        step_id = len(before.steps) + 1
        step = journal.append(connection, draft, [recorded(c) for c in changes], step_id, before.head_hash)
        writing.write_seal(connection, contents.seal(after, step_id, step.hash), __version__)
        return step

    def copy_into(self, target: Path) -> None:
        """Write the whole file, journal and all, into a new file: compact, and without deleted leftovers.

        Raises:
            FileError: the source can't be read or the target not written.
        """
        if self._broken:
            self._reopen()
        with told(target):
            self._raw.execute("VACUUM INTO ?", (str(target),))

    def close(self) -> None:
        """Let the file go, also when its disk is gone; safe to call twice."""
        for handle in (self._connection, self._raw):
            with suppress(sqlite3.Error, DBAPIError):
                handle.close()

    def _is_in_place(self) -> bool:
        """Whether the file under our path is still the one that is open (F09, F10)."""
        try:
            return os.name != "posix" or _inode(self.path) == self._inode
        except OSError:
            return False

    def _reopen(self) -> None:
        """The file was lost or replaced: take what lies there now, if it says just what ours said (F11).

        Raises:
            FileError: ``file-gone``, ``file-replaced``, or it can't be opened; this file stays as it is.
        """
        if not self.path.exists():
            raise FileError("file-gone", **trouble.facts(self.path))
        if self._is_in_place():
            self._broken = True
            self.close()
        try:
            check_identity(self.path)
            raw, connection = self._taken()
        except FileError as error:
            if error.code in ("file-damaged", "file-foreign", "file-newer"):
                raise FileError("file-replaced", **trouble.facts(self.path)) from error
            raise
        self.close()
        self._raw, self._connection, self._broken = raw, connection, False
        self._inode = _inode(self.path)

    def _taken(self) -> tuple[sqlite3.Connection, Connection]:
        raw = engine.take(self.path)
        try:
            with told(self.path):
                connection = engine.core(raw)
            found = contents.read_sound(connection, raw, self.path)
            if contents.seal(found, len(found.steps), found.head_hash) != self.seal:
                raise FileError("file-replaced", **trouble.facts(self.path))
        except BaseException:
            raw.close()
            raise
        return raw, connection


_BREAKING = ("file-unreachable", "file-damaged", "file-locked", "file-read-only", "file-denied")


def _follow(made: Contents, changes: Sequence[Change], fingerprints: dict[int, str]) -> Contents:
    after = replace(made, plans=dict(made.plans), fingerprints={**made.fingerprints, **fingerprints})
    for change in changes:
        if isinstance(change.after, Village):
            after.village = change.after
        elif isinstance(change.after, PlanInfo):
            after.plans[change.key] = change.after
    return after


def _inode(path: Path) -> tuple[int, int]:
    found = path.stat()
    return (found.st_dev, found.st_ino)
