"""Refuses a NIK or KK where it is typed, in one sentence, before anything is stored (S25)."""

from __future__ import annotations

from ui.support.i18n import language
from ui.support.messages import message_parts
from village_budget.errors import UserError
from village_budget.personal_numbers import has_personal_number


def personal_reason(text: str) -> str:
    """Why a text can't be taken; empty when it holds no number of a person or family."""
    if not has_personal_number(text):
        return ""
    parts = message_parts(UserError("personal-number"), language())
    return f"{parts.what} {parts.todo}"
