"""Backups of plan files in the user's own folder: daily, before risky work, proven after writing, thinned.

A backup is a whole plan file. Its name tells its running number, time, reason and the head of the seal:
``000012_20260105T140312_daily_3f9a01c2.apbdes``. A plan that can't be opened makes no backup, so it never
rotates out a good one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget import paths
from village_budget.domain.lines import Part
from village_budget.errors import FileError
from village_budget.money import Sen
from village_budget.store import retention, trouble

if TYPE_CHECKING:
    from village_budget.store.plan_file import PlanFile

_NAME = re.compile(r"(\d{6})_(\d{8}T\d{6})_([a-z]+)_([0-9a-f]{8})\.apbdes", re.ASCII)

DAILY = "daily"
BULK = "bulk"
MIGRATION = "migration"
RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup by its name alone.

    Attributes:
        path: the file.
        number: running number; the order of backups.
        at: when it was made, local time.
        reason: ``daily``, ``bulk``, ``migration`` or ``restore``.
        seal: first 8 digits of the file's seal.
    """

    path: Path
    number: int
    at: datetime
    reason: str
    seal: str


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """One backup as the list shows it.

    Attributes:
        path: the file.
        at: when it was made, local time.
        reason: ``daily``, ``bulk``, ``migration`` or ``restore``.
        good: opened and proven just now.
        fiscal_years: years it holds.
        lines: lines of its newest plan.
        spending: spending of its newest plan, in sen.
        fingerprint: of its newest plan; empty when it is not good.
    """

    path: Path
    at: datetime
    reason: str
    good: bool
    fiscal_years: tuple[int, ...] = ()
    lines: int = 0
    spending: Sen = 0
    fingerprint: str = ""


class Backups:
    """The backups of one plan file.

    Args:
        plan_path: the plan file, there or not.
        folder: where all backups are; the user's data folder when None.
    """

    def __init__(self, plan_path: Path, folder: Path | None = None) -> None:
        self._base = folder or paths.user_data_dir() / "backups"
        self._path = plan_path
        place = sha256(str(plan_path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:8]
        self.folder = self._base / f"{_safe(plan_path.stem)}-{place}"

    def found(self) -> list[Backup]:
        """Backups by their names, oldest first."""
        return _found(self.folder)

    def is_due(self, today: datetime, seal: str) -> bool:
        """Whether the day's backup is still to be made: none yet today, and something has changed."""
        there = self.found()
        return not there or (there[-1].at.date() != today.date() and there[-1].seal != seal[:8])

    def make(self, file: PlanFile, reason: str, now: datetime) -> Path:
        """Copy an open file into a backup, prove it, then thin the older ones.

        Raises:
            FileError: it was not made; older backups are as they were.
        """
        from village_budget.store import copies

        target = self.next_path(reason, now, file.seal)
        copies.save_copy(file, target)
        self.thin()
        return target

    def next_path(self, reason: str, now: datetime, seal: str) -> Path:
        """Where the next backup goes; its folder is made.

        Raises:
            FileError: the folder can't be made.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise trouble.from_system(error, self.folder) from error
        there = self.found()
        number = there[-1].number + 1 if there else 1
        return self.folder / f"{number:06d}_{now:%Y%m%dT%H%M%S}_{reason}_{seal[:8]}.apbdes"

    def thin(self) -> None:
        """Delete backups that are neither new nor the last of a day, week or month."""
        there = self.found()
        keep = {backup.path for backup in retention.kept(there, lambda backup: backup.at)}
        for backup in there:
            if backup.path not in keep:
                backup.path.unlink(missing_ok=True)

    def infos(self) -> list[BackupInfo]:
        """All backups, newest first, each opened and proven."""
        return [_info(backup) for backup in reversed(self.found())]

    def newest_good(self) -> BackupInfo | None:
        """The newest backup that is whole, also of a file of this name that lay elsewhere."""
        for backup in self._candidates():
            info = _info(backup)
            if info.good:
                return info
        return None

    def _candidates(self) -> Iterator[Backup]:
        yield from reversed(self.found())
        others = sorted(self._base.glob(f"{_glob_safe(_safe(self._path.stem))}-????????"))
        elsewhere = [backup for folder in others if folder != self.folder for backup in _found(folder)]
        yield from sorted(elsewhere, key=lambda backup: backup.at, reverse=True)


def restore(backup: Path, target: Path, now: datetime, *, folder: Path | None = None) -> None:
    """Put a backup in the place of a plan file; what is there is kept: backed up, or as ``.rusak``.

    Raises:
        FileError: ``backup-damaged``, the plan is open, or it was not written; the plan is as it was.
    """
    from village_budget.store import copies, opening, placement
    from village_budget.store.trouble import told

    try:
        picture = opening.take_picture(backup)[0]
    except FileError as error:
        raise FileError("backup-damaged", **trouble.facts(backup)) from error
    try:
        if target.exists():
            _keep(target, now, folder)
        with placement.new_file(target, replace=True) as temporary:
            with told(target):
                picture.execute("VACUUM INTO ?", (str(temporary),))
            copies.check_copy(temporary)
    finally:
        picture.close()


def _keep(target: Path, now: datetime, folder: Path | None) -> None:
    """Keep what a restore will replace."""
    from village_budget.store import opening

    try:
        opened = opening.open_file(target, now, backups=folder)
    except FileError as error:
        if error.code not in ("file-damaged", "file-foreign"):
            raise
        _set_aside(target)
        return
    try:
        if opened.reason:
            raise FileError("file-locked", **trouble.facts(target))
        Backups(target, folder).make(opened.file, RESTORE, now)
    finally:
        opening.close_file(opened.file)


def _set_aside(target: Path) -> None:
    """Keep a damaged file beside its successor as ``<name>.rusak``, ``.rusak2``, ..."""
    from village_budget.store.trouble import told

    number = 1
    while (aside := target.with_name(f"{target.name}.rusak{number if number > 1 else ''}")).exists():
        number += 1
    with told(target):
        target.rename(aside)


def _info(backup: Backup) -> BackupInfo:
    from village_budget.store import opening

    try:
        raw, made = opening.take_picture(backup.path)
    except FileError:
        return BackupInfo(backup.path, backup.at, backup.reason, good=False)
    raw.close()
    newest = list(made.plans)[-1]
    lines = made.loaded[newest].lines
    return BackupInfo(
        backup.path,
        backup.at,
        backup.reason,
        good=True,
        fiscal_years=tuple(sorted({info.fiscal_year for info in made.plans.values()})),
        lines=len(lines),
        spending=sum(line.amount for line in lines if line.part is Part.SPENDING),
        fingerprint=made.fingerprints[newest],
    )


def _found(folder: Path) -> list[Backup]:
    found = []
    for path in folder.glob("*.apbdes"):
        match = _NAME.fullmatch(path.name)
        if match:
            number, at, reason, seal = match.groups()
            moment = datetime.strptime(at, "%Y%m%dT%H%M%S").astimezone()
            found.append(Backup(path, int(number), moment, reason, seal))
    return sorted(found, key=lambda backup: backup.number)


def _safe(stem: str) -> str:
    return re.sub(r"[^\w .-]", "_", stem)[:40].strip(" .") or "plan"


def _glob_safe(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)
