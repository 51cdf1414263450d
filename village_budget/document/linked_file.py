"""The file that a line points at: how its path is kept, found again, and which files are never opened."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath

from village_budget.errors import UserError

NEVER_OPENED = frozenset(
    {
        "exe", "com", "bat", "cmd", "js", "jse", "vbs", "vbe", "wsf", "wsh", "hta", "lnk", "url", "ps1",
        "psm1", "msi", "msp", "scr", "pif", "cpl", "msc", "reg", "scf", "jar", "sh", "bash", "run",
        "appimage", "desktop", "py", "pyw", "app", "command",
    }
)  # fmt: skip
"""Endings of programs and scripts: a plan that came by chat must not be able to start one."""


def stored_link(file: Path, plan_file: Path) -> str:
    """How a file is kept in a line: relative when it lies beside or below the plan file; both can move then.

    Raises:
        UserError: ``link-program`` or ``link-elsewhere``.
    """
    whole, home = file.expanduser().absolute(), plan_file.absolute().parent
    kept = whole.relative_to(home).as_posix() if whole.is_relative_to(home) else str(whole)
    _check(kept)
    return kept


def linked_file(link: str, plan_file: Path) -> Path:
    """The file of a link, when it is there and may be opened.

    Raises:
        UserError: ``link-program``, ``link-elsewhere`` (another machine, a web address), ``link-missing``.
    """
    _check(link)
    # A path kept on Windows is read elsewhere too: the stick goes from machine to machine.
    text = link if Path(link).is_absolute() else link.replace("\\", "/")
    path = plan_file.absolute().parent / text
    try:
        found = path.is_file()
    except (OSError, ValueError):
        found = False
    if not found:
        raise UserError("link-missing", name=link)
    # What a shortcut in the folder leads to counts, not what it is called.
    _check(str(path.resolve()))
    return path


def _check(link: str) -> None:
    text = link.strip()
    if text.startswith(("\\\\", "//")) or re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", text):
        raise UserError("link-elsewhere", name=link)
    # Windows drops dots and spaces at the end of a name, and opens a program under any other beginning.
    name = PureWindowsPath(text).name.rstrip(". ").casefold()
    if name.rpartition(".")[2] in NEVER_OPENED:
        raise UserError("link-program", name=link)
