"""What is wrong with the row of the cursor, in full, and what mends it: always in sight below the table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.intake.pasted_rows_model import verdict_words
from ui.kit.controls import (
    button,
    label,
    row,
    set_ink,
)
from ui.support.theme import theme
from village_budget.exchange.lines.pasted_fields import Field
from village_budget.exchange.lines.pasted_verdicts import RowVerdict, State

MOST_REPAIRS = 3
_LONGEST = 24


class RepairBar(QWidget):
    """Words and buttons for one row."""

    repair_wanted = Signal(int)
    """Number of the repair."""
    choice_wanted = Signal(object)
    """Field (account or activity) that is to be chosen for all rows without one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: Field = Field.SKIP
        self._words = label("", role="small", token="ink2", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons = [self._button(number) for number in range(MOST_REPAIRS)]
        self.choose = button("", kind="secondary")
        self.choose.clicked.connect(lambda: self.choice_wanted.emit(self._wanted))
        line: QHBoxLayout = row(gap=8)
        line.addWidget(self._words, 1)
        for made in (*self.buttons, self.choose):
            line.addWidget(made)
            made.hide()
        self.setLayout(line)
        self.setMinimumHeight(theme().px(34))

    def show_verdict(self, verdict: RowVerdict | None, *, count: int, choices: bool) -> None:
        """Say what is to be done.

        Args:
            verdict: of the row of the cursor; None without one.
            count: rows that are refused.
            choices: an account or activity can be chosen for all rows.
        """
        refused = verdict is not None and verdict.state is State.REFUSED
        repairs = verdict.repairs[:MOST_REPAIRS] if verdict is not None and refused else ()
        for number, made in enumerate(self.buttons):
            text = repairs[number] if number < len(repairs) else ""
            made.setText(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
            made.setAccessibleName(
                self.tr("Take {repair} (Alt+{number})").format(repair=text, number=number + 1)
            )
            made.setToolTip(made.accessibleName())
            made.setVisible(bool(text))
        self._offer(verdict if refused and choices else None)
        if verdict is not None and refused:
            words = verdict_words(verdict)
            if repairs:
                words += ". " + self.tr("Alt+1 takes {repair}.").format(repair=repairs[0])
            self._say(words, "bad")
        elif count:
            self._say(self.tr("Mend red cells right here: type over them, or F2."), "ink2")
        else:
            self._say(self.tr("Every row can be taken. One step of Undo takes all of it back."), "ink2")

    def _offer(self, verdict: RowVerdict | None) -> None:
        code = verdict.code if verdict is not None else ""
        words = {
            "paste-account-missing": (Field.ACCOUNT, self.tr("Choose an account…")),
            "paste-activity-missing": (Field.ACTIVITY, self.tr("Choose an activity…")),
        }
        self._wanted, text = words.get(code, (Field.SKIP, ""))
        self.choose.setText(text)
        self.choose.setAccessibleName(text)
        self.choose.setVisible(bool(text))

    def _say(self, words: str, token: str) -> None:
        self._words.setText(words)
        set_ink(self._words, token)

    def _button(self, number: int) -> QPushButton:
        made = button("", kind="secondary")
        made.clicked.connect(lambda: self.repair_wanted.emit(number))
        return made
