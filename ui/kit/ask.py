"""The boxes that ask and tell, loaded when the first one is needed: the window is there before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from village_budget.errors import UserError
    from village_budget.money import AmountError


def ask(title: str, text: str, verb: str, *, safe: str = "", parent: QWidget | None = None) -> bool:
    """Ask a question; whether its verb was chosen."""
    from ui.kit.question import QuestionDialog

    return QuestionDialog.ask(title, text, verb, safe=safe, parent=parent)


def tell(error: UserError | AmountError, *, action: str = "", parent: QWidget | None = None) -> bool:
    """Show an error; True when the offered action was chosen."""
    from ui.kit.trouble_dialog import TroubleDialog

    return TroubleDialog.tell(error, action=action, parent=parent)
