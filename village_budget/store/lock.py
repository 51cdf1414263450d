"""The lock file beside a plan: tells a second opener who has it, and a next start that the last one crashed.

The lock that counts is SQLite's own, which vanishes with its process. This file adds the words: machine, user
and since when. On one machine a left-over file means a crash and is taken over; one of another machine is
never taken without being asked (a stick in two laptops, a shared folder).
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import platform
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LockInfo:
    """Who has a plan open.

    Attributes:
        machine: name of the computer; empty when unknown.
        user: name of the account there; empty when unknown.
        since: when it was opened, with time zone; None when unknown.
        process: its number on that machine.
    """

    machine: str
    user: str
    since: datetime | None
    process: int = 0

    @property
    def is_here(self) -> bool:
        """Whether it was written on this machine."""
        return self.machine == this_machine()


def this_machine() -> str:
    """Name of this computer."""
    return platform.node() or "?"


def _this_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def lock_path(path: Path) -> Path:
    """The lock file of a plan file: ``.~lock.<name>#``, as office programs name theirs."""
    return path.with_name(f".~lock.{path.name}#")


def read_lock(path: Path) -> LockInfo | None:
    """Who says to have the plan open; None without a lock file, empty fields when it is unreadable."""
    try:
        text = lock_path(path).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError):
        return LockInfo("", "", None)
    try:
        values = json.loads(text)
        since = datetime.fromisoformat(values["since"])
        return LockInfo(str(values["machine"]), str(values["user"]), since, int(values["process"]))
    except (ValueError, KeyError, TypeError):
        return LockInfo("", "", None)


def write_lock(path: Path, now: datetime) -> LockInfo:
    """Say that this process has the plan open; a folder or disk that takes no file is no hindrance."""
    info = LockInfo(this_machine(), _this_user(), now, os.getpid())
    text = json.dumps(
        {"machine": info.machine, "user": info.user, "since": now.isoformat(), "process": info.process}
    )
    with contextlib.suppress(OSError):
        lock_path(path).write_text(text, encoding="utf-8")
    return info


def remove_lock(path: Path) -> None:
    """Take this process's lock file away; another's stays."""
    info = read_lock(path)
    if info and info.is_here and info.process == os.getpid():
        with contextlib.suppress(OSError):
            lock_path(path).unlink(missing_ok=True)
