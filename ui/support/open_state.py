"""Why a plan can only be looked at, in words, and who else has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from village_budget.document.document import Document
    from village_budget.store.lock import LockInfo


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenState", text)


def holder(document: Document | None) -> LockInfo | None:
    """Who has the plan open, when that is why it can only be looked at."""
    if document is None or document.read_only_reason != "locked":
        return None
    return document.opened_by


def left_open_elsewhere(document: Document | None) -> bool:
    """Whether only a mark of another machine stands in the way; that machine may have gone off long ago."""
    who = holder(document)
    return who is not None and bool(who.machine) and not who.is_here


def holder_words(who: LockInfo) -> str:
    """``It is open on LAPTOP-KAUR since 13:20.``, as far as it is known."""
    if not who.machine:
        return _tr("It is open in another program.")
    if who.since is None:
        return _tr("It is open on {machine}.").format(machine=who.machine)
    return _tr("It is open on {machine} since {time}.").format(machine=who.machine, time=f"{who.since:%H:%M}")


def read_only_words(document: Document) -> str:
    """One sentence for the bar under the top bar."""
    who = holder(document)
    if who is not None:
        return f"{holder_words(who)} {_tr('Here you can only look.')}"
    return {
        "file-read-only": _tr("This file can't be written here, so you can only look."),
        "enacted": _tr("This budget is enacted. Only an amendment can change it."),
    }.get(document.read_only_reason, _tr("You opened this plan to look only."))
