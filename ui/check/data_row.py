"""One question to the village on one line: what is asked at the left, the answer at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QWidget

from ui.check.answer_field import AnswerField, AskedQuestion
from ui.check.answer_input import AnswerInput
from ui.check.answer_text import AnswerRefusedError, read_answer, read_note
from ui.kit.controls import (
    column,
    label,
    row,
    set_ink,
    wrapped,
)
from ui.support.formats import amount
from ui.support.theme import theme
from village_budget.rules.packs.standing_answers import as_number

_ENTRY = 430


@dataclass(frozen=True, slots=True)
class DataFacts:
    """A question as the screen shows it.

    Attributes:
        section: where it stands, a key of `data_rows.SECTIONS`.
        asked: the question with its answer.
        basis: regulation and article; empty when none asks for it.
        remark: what the plan or the calendar says to it.
        token: ink of the remark.
        wanted: a rule of this plan waits for the answer.
        locked: nothing can be changed.
        first: it stands before those that can be folded away.
        planned: what the plan itself books, in sen, compared while the answer is typed; None: nothing.
        planned_words: the same in words.
        number: number of the regulation; None: the question has none.
    """

    section: str
    asked: AskedQuestion
    basis: str = ""
    remark: str = ""
    token: str = "ink2"
    wanted: bool = False
    locked: bool = False
    first: bool = True
    planned: int | None = None
    planned_words: str = ""
    number: str | None = None


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataScreen", text)


def compared(words: str, planned: int, value: str) -> tuple[str, str]:
    """What the plan books beside an answer: words with the difference, and their ink."""
    answered = as_number(value)
    if answered is None:
        return words, "ink2"
    if planned == answered:
        return f"{words} · {_tr('the same')}", "ok"
    difference = _tr("{amount} too much") if planned > answered else _tr("{amount} missing")
    return f"{words} · {difference.format(amount=amount(abs(planned - answered)))}", "bad"


class DataRow(AnswerField):
    """Question, help and article beside the field; a hairline below."""

    with_save = False
    note_beside = True
    numbered = Signal(str)
    """Another number of the regulation."""

    def __init__(self, facts: DataFacts, parent: QWidget | None = None) -> None:
        self.facts = facts
        self._beside = True
        self.number: AnswerInput | None = None
        super().__init__(facts.asked, locked=facts.locked, parent=parent)
        if facts.planned is not None:
            self.input.textChanged.connect(self._compare)

    def stops(self) -> list[QWidget]:
        """What takes the keyboard, in the order of reading."""
        return [*self.choices.values(), self.input, *([self.number] if self.number else [])]

    def keep_typing(self, before: DataRow) -> None:
        """Take over what was being typed in the row that stood here."""
        text = before.input.text()
        if text == before.shown:
            return
        asked = self.facts.asked
        try:
            taken = asked.note if asked.kind == "document" else asked.value
            waits = read_answer(asked.kind, text) != taken
        except AnswerRefusedError:
            waits = True
        if waits:
            self.input.setText(text)

    @property
    def shown(self) -> str:
        """The answer, or the remark on a document, as it stands in its field."""
        return self.facts.asked.note if self.facts.asked.kind == "document" else self._shown()

    def commit(self) -> bool:
        """Take what is typed; False when it is refused and stays open."""
        taken = super().commit()
        return (self.number is None or self.number.commit()) and taken

    def _compare(self, text: str) -> None:
        """The difference to the plan follows each key."""
        try:
            value = read_answer(self.facts.asked.kind, text)
        except AnswerRefusedError:
            value = ""
        words, token = compared(self.facts.planned_words, self.facts.planned or 0, value)
        self.remark.setText(words)
        set_ink(self.remark, token)

    def set_beside(self, *, beside: bool) -> None:
        """Field beside the words, or below them when room is short."""
        if beside is self._beside:
            return
        self._beside = beside
        direction = row(gap=0).direction() if beside else column(gap=0).direction()
        self._whole.setDirection(direction)
        self._entry.setMaximumWidth(theme().px(_ENTRY) if beside else 16_777_215)

    def _arranged(self) -> QLayout:
        facts = self.facts
        words = column(gap=2)
        words.addWidget(wrapped(facts.asked.title, bold=facts.wanted and not facts.asked.value))
        if facts.asked.help:
            words.addWidget(wrapped(facts.asked.help, role="small", token="ink2"))
        if facts.basis:
            words.addWidget(wrapped(facts.basis, role="small", token="ink3"))
        words.addStretch(1)
        entry = column(gap=4)
        entry.addLayout(self._answer_line())
        entry.addWidget(self._reason)
        if facts.number is not None:
            words_of_number = self.tr("Number of the regulation")
            self.number = AnswerInput(words_of_number, read_note, str)
            self.number.setPlaceholderText(words_of_number)
            self.number.setMaximumWidth(theme().px(240))
            self.number.show_value(facts.number, fixed=facts.locked)
            self.number.taken.connect(self.numbered)
            entry.addWidget(self.number)
        if facts.asked.given:
            entry.addWidget(label(self.tr("Given by the regency's rule file."), role="small", token="ink2"))
        self.remark = wrapped(facts.remark, role="small", token=facts.token)
        if not facts.remark:
            self.remark.hide()  # never shown before it has a parent: it would be a window of its own
        entry.addWidget(self.remark)
        entry.addStretch(1)
        self._entry = QWidget()
        self._entry.setLayout(entry)
        self._entry.setFixedWidth(theme().px(_ENTRY))
        self._whole = row(margins=(16, 10, 16, 10), gap=24)
        self._whole.addLayout(words, 1)
        self._whole.addWidget(self._entry, 0, Qt.AlignmentFlag.AlignTop)
        return self._whole

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """A mark at the left while a rule waits for it, a hairline below."""
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme().color("surface"))
            if self.facts.wanted and not self.facts.asked.value:
                painter.fillRect(0, theme().px(10), theme().px(3), self.height() - theme().px(20),
                                 theme().color("warn"))  # fmt: skip
            painter.setPen(QPen(theme().color("line"), 1))
            painter.drawLine(theme().px(16), self.height() - 1, self.width(), self.height() - 1)
        finally:
            painter.end()
