"""A plan file on disk: made, opened under a lock, read whole, and written one step at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget import __version__
from village_budget.domain.plan import RECORDS, Change, PlanInfo, Record
from village_budget.domain.village import Village
from village_budget.errors import FileError
from village_budget.store import contents, engine, journal, trouble
from village_budget.store.contents import Contents, Loaded
from village_budget.store.identity import check_identity
from village_budget.store.journal import StepDraft
from village_budget.store.row_values import recorded
from village_budget.store.steps import Step, StepChange, Touch

if TYPE_CHECKING:
    from sqlalchemy import Connection


class PlanFile:
    """An open plan file. Made by `opening.open_file`; not for two threads at once.

    Attributes:
        path: where it is.
        contents: what it says, kept in step with the disk.
        read_only: it is a picture in memory; the file itself is not held.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection, made: Contents, *, read_only: bool) -> None:
        self.path = path
        self.contents = made
        self.read_only = read_only
        self._raw = raw
        self._core: Connection | None = None
        self._next_key = made.highest_key + 1
        self._inode = None if read_only else _inode(path)
        self._broken = False
        self._closed = False

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
            return contents.load(self._raw, self.contents, plan_id)

    def everything(self) -> Contents:
        """All plan versions with their rows.

        Raises:
            FileError: the file can't be read any more.
        """
        made = replace(self.contents, loaded={})
        with self._reading():
            for plan_id in made.plans:
                made.loaded[plan_id] = contents.load(self._raw, made, plan_id)
        return made

    def changes_of(self, step_id: int) -> list[StepChange]:
        """What a recorded step changed.

        Raises:
            FileError: the file can't be read any more.
        """
        with self._reading():
            return journal.read_changes(self._raw, step_id)

    def touched_by(self, plan_id: int) -> list[Touch]:
        """Which rows the steps of a plan version touched, oldest first.

        Raises:
            FileError: the file can't be read any more.
        """
        with self._reading():
            return journal.read_touched(self._raw, plan_id)

    def changes_of_row(self, entity: str, key: int) -> list[tuple[int, StepChange]]:
        """Step and change of each time that a row was touched, newest first.

        Raises:
            FileError: the file can't be read any more.
        """
        with self._reading():
            return journal.read_changes_of_row(self._raw, entity, key)

    def prepare_writing(self) -> None:
        """Connect what writes, before the first edit does."""
        if not (self.read_only or self._broken or self._closed):
            self._connection()

    def _connection(self) -> Connection:
        """SQLAlchemy's connection over the open one; made for the first edit."""
        if self._core is None:
            self._core = engine.core(self._raw)
        return self._core

    @contextmanager
    def _reading(self) -> Iterator[None]:
        if self._broken:
            self._reopen()
        with self._settled():
            self._raw.execute("BEGIN")
            yield
            self._raw.execute("COMMIT")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        from village_budget.store import row_writer

        with self._settled():
            connection = self._connection()
            with row_writer.transaction(connection):
                yield connection

    @contextmanager
    def _settled(self) -> Iterator[None]:
        """No transaction is left open when the block is over, even when its own commit fails."""
        try:
            with trouble.told(self.path):
                yield
        except BaseException as error:
            self._broken = isinstance(error, FileError) and error.code in _BREAKING
            try:
                self._raw.rollback()
            except sqlite3.Error:
                self._broken = True
            raise

    def write(self, draft: StepDraft, changes: Sequence[Change], fingerprints: dict[int, str]) -> Step:
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
        after = _follow(self.contents, draft.plan_id, changes, fingerprints)
        with self._writing() as connection:
            step = self._write(connection, draft, changes, after)
        after.steps.append(step)
        self.contents = after
        self._next_key = max([self._next_key, *(change.key + 1 for change in changes)])
        return step

    def _write(
        self, connection: Connection, draft: StepDraft, changes: Sequence[Change], after: Contents
    ) -> Step:
        from village_budget.store import journal_writer, row_writer

        before = self.contents
        row_writer.write_changes(connection, changes, draft.plan_id, after.fingerprints)
        for plan_id, fingerprint in after.fingerprints.items():
            if plan_id in before.fingerprints and before.fingerprints[plan_id] != fingerprint:
                row_writer.write_fingerprint(connection, plan_id, fingerprint)
        step_id = len(before.steps) + 1
        step = journal_writer.append(
            connection, draft, [recorded(c) for c in changes], step_id, before.head_hash
        )
        row_writer.write_seal(connection, contents.seal(after, step_id, step.hash), __version__)
        return step

    def copy_into(self, target: Path) -> None:
        """Write the whole file, journal and all, into a new file: compact, and without deleted leftovers.

        Raises:
            FileError: the source can't be read or the target not written.
        """
        if self._broken:
            self._reopen()
        with trouble.told(target):
            self._raw.execute("VACUUM INTO ?", (str(target),))

    def close(self) -> None:
        """Let the file go, also when its disk is gone; safe to call twice."""
        self._closed = True
        self._let_go()

    def _let_go(self) -> None:
        if self._core is not None:
            from sqlalchemy.exc import DBAPIError

            with suppress(sqlite3.Error, DBAPIError):
                self._core.close()
            self._core = None
        with suppress(sqlite3.Error):
            self._raw.close()

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
            self._let_go()
        try:
            check_identity(self.path)
            raw = self._taken()
        except FileError as error:
            if error.code in ("file-damaged", "file-foreign", "file-newer"):
                raise FileError("file-replaced", **trouble.facts(self.path)) from error
            raise
        self._let_go()
        self._raw, self._broken = raw, False
        self._inode = _inode(self.path)

    def _taken(self) -> sqlite3.Connection:
        raw = engine.take(self.path)
        try:
            found = contents.read_sound(raw, self.path)
            if contents.seal(found, len(found.steps), found.head_hash) != self.seal:
                raise FileError("file-replaced", **trouble.facts(self.path))
        except BaseException:
            raw.close()
            raise
        return raw


_BREAKING = ("file-unreachable", "file-damaged", "file-locked", "file-read-only", "file-denied")


def _follow(
    made: Contents, plan_id: int, changes: Sequence[Change], fingerprints: dict[int, str]
) -> Contents:
    after = replace(made, plans=dict(made.plans), fingerprints={**made.fingerprints, **fingerprints})
    records = dict(made.records.get(plan_id, {}))
    for change in changes:
        if isinstance(change.after, Village):
            after.village = change.after
        elif isinstance(change.after, PlanInfo):
            after.plans[change.key] = change.after
        elif isinstance(change.after, Record):
            records[change.key] = change.after
        elif change.after is None and change.entity in RECORDS:
            del records[change.key]
    after.records = {**made.records, plan_id: records}
    return after


def _inode(path: Path) -> tuple[int, int]:
    found = path.stat()
    return (found.st_dev, found.st_ino)
