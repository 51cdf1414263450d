"""A question of a rule, answered in place: a document by three buttons, a number or a day by a line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QLayout, QLineEdit, QWidget

from ui.check.answer_text import AnswerRefusedError, answer_text, read_answer
from ui.kit.controls import (
    FilterChip,
    button,
    column,
    label,
    row,
    wrapped,
)
from ui.kit.help_topics import set_topic
from ui.kit.tinted_sheet import TintedSheet
from ui.support.i18n import language
from ui.support.person_numbers import personal_reason
from ui.support.theme import theme


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with its answer.

    Attributes:
        id: of the question.
        kind: ``amount``, ``count``, ``date`` or ``document``.
        title: what is asked.
        help: where the answer is found.
        value: the answer; empty while it is open.
        note: number and date of the document.
        given: the regency answers it; it can't be changed here.
    """

    id: str
    kind: str
    title: str
    help: str
    value: str
    note: str
    given: bool = False


class AnswerField(TintedSheet):
    """One question; what is refused stays as it was typed, with its reason."""

    answered = Signal(str, str, str)  # question, value, note
    with_save = True
    """Whether a button says that the answer is taken; it is taken on leaving the field, too."""
    note_beside = False
    """Whether number and date of a document stand beside its buttons; else below."""

    def __init__(self, asked: AskedQuestion, *, locked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("surface", "line" if asked.value else "accent", parent)
        self._asked = asked
        set_topic(self, f"question.{asked.id}")
        self._fixed = locked or asked.given
        self.choices: dict[str, FilterChip] = {}
        self.input = QLineEdit()
        self._reason = wrapped("", role="small", token="bad")
        self._reason.hide()
        self.setLayout(self._arranged())

    def _arranged(self) -> QLayout:
        """Title, help, answer, one below the other."""
        asked = self._asked
        box = column(margins=(14, 10, 12, 12), gap=4)
        box.addWidget(wrapped(asked.title, bold=True))
        if asked.help:
            box.addWidget(wrapped(asked.help, role="small", token="ink2"))
        box.addSpacing(theme().px(4))
        box.addLayout(self._answer_line())
        box.addWidget(self._reason)
        if asked.given:
            box.addWidget(wrapped(self.tr("Given by the regency's rule file."), role="small", token="ink2"))
        return box

    def _answer_line(self) -> QBoxLayout:
        return self._document() if self._asked.kind == "document" else self._line()

    def _document(self) -> QBoxLayout:
        words = {"yes": self.tr("There is"), "no": self.tr("Not yet"), "none": self.tr("Not needed")}
        group = QButtonGroup(self)
        group.setExclusive(True)
        line = row(gap=6)
        for value, word in words.items():
            chip = FilterChip(word)
            chip.setAccessibleName(f"{self._asked.title} {word}")
            chip.setChecked(self._asked.value == value)
            chip.setEnabled(not self._fixed)
            chip.clicked.connect(lambda _=False, chosen=value: self._choose(chosen))
            group.addButton(chip)
            line.addWidget(chip)
            self.choices[value] = chip
        self._prepare_input(self._asked.note, self.tr("Number and date of the document"))
        if self.note_beside:
            line.addSpacing(theme().px(6))
            line.addWidget(self.input, 1)
        line.addStretch(1)
        whole = column(gap=8)
        whole.addLayout(line)
        if not self.note_beside:
            whole.addWidget(self.input)
        # Only ever hidden here: shown before it has a parent it would be a window of its own.
        if self._asked.value not in ("yes", "none"):
            self.input.hide()
        return whole

    def _line(self) -> QHBoxLayout:
        hints = {
            "amount": self.tr("for example 846.218.000"),
            "count": self.tr("for example 20"),
            "date": self.tr("for example 31-12-2026"),
        }
        self._prepare_input(self._shown(), hints.get(self._asked.kind, ""))
        self.input.setAccessibleName(self._asked.title)
        self.input.setMaximumWidth(theme().px(480 if self._asked.kind == "text" else 240))
        if self._asked.kind in ("amount", "count"):
            self.input.setAlignment(Qt.AlignmentFlag.AlignRight)
        line = row(gap=8)
        if self._asked.kind == "amount":
            line.addWidget(label("Rp", token="ink2"))
        line.addWidget(self.input, 10)
        save = button(self.tr("Save"))
        save.setAccessibleName(f"{self.tr('Save')}: {self._asked.title}")
        if self._fixed or not self.with_save:
            save.hide()
        save.clicked.connect(self.commit)
        line.addWidget(save)
        line.addStretch(1)
        return line

    def _prepare_input(self, text: str, hint: str) -> None:
        self.input.setText(text)
        self.input.setPlaceholderText(hint)
        self.input.setAccessibleName(f"{self._asked.title} {hint}")
        self.input.setFont(theme().font("body"))
        self.input.setReadOnly(self._fixed)
        self.input.installEventFilter(self)

    def _shown(self) -> str:
        return answer_text(self._asked.kind, self._asked.value, language())

    def _choose(self, value: str) -> None:
        # Choosing what is chosen takes the answer back.
        again = value == self._asked.value
        reason = "" if again else personal_reason(self.input.text())
        self._refuse(reason)
        if reason:
            self._show_choice()
            self.input.setFocus()
            return
        self.answered.emit(self._asked.id, "" if again else value, "" if again else self.input.text().strip())

    def _show_choice(self) -> None:
        group = next(iter(self.choices.values())).group()
        group.setExclusive(False)
        for value, chip in self.choices.items():
            chip.setChecked(value == self._asked.value)
        group.setExclusive(True)

    def take_focus(self) -> None:
        """Go to where the answer is given."""
        chips = [chip for chip in self.choices.values() if chip.isEnabled()]
        chosen = next((chip for chip in chips if chip.isChecked()), chips[0] if chips else None)
        (chosen or self.input).setFocus()

    def commit(self) -> bool:
        """Take what is typed; False when it is refused and stays open."""
        text = self.input.text().strip()
        if self._fixed:
            return True
        if self._asked.kind == "document":
            reason = personal_reason(text) if text != self._asked.note else ""
            self._refuse(reason)
            if reason:
                return False
            if self._asked.value and text != self._asked.note:
                self.answered.emit(self._asked.id, self._asked.value, text)
            return True
        if text == self._shown():
            self._refuse("")
            return True
        try:
            value = read_answer(self._asked.kind, text)
        except AnswerRefusedError as refused:
            self._refuse(str(refused))
            return False
        self._refuse("")
        if value != self._asked.value:
            self.answered.emit(self._asked.id, value, self._asked.note)
        else:
            self.input.setText(self._shown())
        return True

    def _refuse(self, reason: str) -> None:
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.input.setProperty("wrong", "true" if reason else "false")
        self.input.style().polish(self.input)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and leaving take what is typed, Esc gives it up."""
        if watched is self.input and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.commit()
                return True
            before = self._asked.note if self._asked.kind == "document" else self._shown()
            if event.key() == Qt.Key.Key_Escape and self.input.text() != before:
                self.input.setText(before)
                self._refuse("")
                return True
        if watched is self.input and isinstance(event, QFocusEvent) and _leaves(event):
            self.commit()
        return super().eventFilter(watched, event)


def _leaves(event: QFocusEvent) -> bool:
    stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    return event.type() == QEvent.Type.FocusOut and event.reason() not in stays
