"""What an open file brings with it: the lock, the day's backup, the answer to a damaged file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget.domain.plan import Change, Plan, Status
from village_budget.domain.village import Village
from village_budget.errors import FileError, UserError
from village_budget.store.backup import DAILY, Backups
from village_budget.store.fingerprint import PlanDigest

if TYPE_CHECKING:
    from village_budget.store.contents import Contents
    from village_budget.store.opening import Opened
    from village_budget.store.plan_file import PlanFile


def local_now() -> datetime:
    """The time, with this machine's time zone."""
    return datetime.now(UTC).astimezone()


@dataclass(frozen=True, slots=True)
class Session:
    """An opened file and its backups.

    Attributes:
        opened: the file and how it was opened.
        backups: its backups.
        backup_problem: why the day's backup could not be made.
    """

    opened: Opened
    backups: Backups
    backup_problem: UserError | None = None


def start(path: Path, now: datetime, *, read_only: bool, take_over: bool, folder: Path | None) -> Session:
    """Open a file and make the day's backup when it is due.

    Raises:
        FileError: as `opening.open_file`; a damaged file's error names the newest good backup.
    """
    from village_budget.store import opening

    backups = Backups(path, folder)
    try:
        opened = opening.open_file(path, now, read_only=read_only, take_over=take_over, backups=folder)
    except FileError as error:
        if error.code == "file-damaged":
            raise _with_backup(error, backups) from error
        raise
    file = opened.file
    problem: UserError | None = None
    # The step that made the file is no work worth a backup.
    if not opened.reason and len(file.contents.steps) > 1 and backups.is_due(now, file.seal):
        try:
            backups.make(file, DAILY, now)
        except FileError as error:
            problem = error
    return Session(opened, backups, problem)


def _with_backup(error: FileError, backups: Backups) -> FileError:
    newest = backups.newest_good()
    if newest is None:
        return error
    at = newest.at.strftime("%d-%m-%Y %H:%M")
    return FileError("file-damaged-backup", **{**error.details, "backup": str(newest.path), "backup_at": at})


def rescued(contents: Contents, plan: Plan, digest: PlanDigest) -> Contents:
    """What memory still has when the file can't be read any more: the village and the selected plan."""
    from village_budget.store.contents import Loaded

    key = plan.info.id
    rows = Loaded(list(plan.activities.values()), list(plan.lines.values()), digest)
    return replace(
        contents,
        village=plan.village,
        plans={key: plan.info},
        fingerprints={key: digest.fingerprint},
        steps=[],
        records={key: plan.records},
        loaded={key: rows},
    )


def fingerprints_of_others(file: PlanFile, plan: Plan, changes: Sequence[Change]) -> dict[int, str]:
    """Fingerprints that change in the file's other plan versions: all of them with a new village code.

    Raises:
        UserError: ``village-code-fixed``: a version is enacted, and its printed fingerprint stands.
        FileError: the other versions can't be read.
    """
    village = next((change.after for change in changes if isinstance(change.after, Village)), None)
    if village is None or village.code == plan.village.code:
        return {}
    if any(info.status is Status.ENACTED for info in file.contents.plans.values()):
        raise UserError("village-code-fixed", text=plan.village.code)
    found = {}
    for key, info in file.contents.plans.items():
        if key != plan.info.id:
            rows = file.load(key)
            found[key] = PlanDigest(village, info, rows.activities, rows.lines).fingerprint
    return found
