"""One question to the village on one line: what is asked at the left, the answer at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QWidget

from ui.support.theme import theme
from ui.widgets.answer_field import AnswerField, AskedQuestion
from ui.widgets.controls import column, label, row
from ui.widgets.finding_note import wrapped

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
    """

    section: str
    asked: AskedQuestion
    basis: str = ""
    remark: str = ""
    token: str = "ink2"
    wanted: bool = False
    locked: bool = False


class DataRow(AnswerField):
    """Question, help and article beside the field; a hairline below."""

    with_save = False
    note_beside = True

    def __init__(self, facts: DataFacts, parent: QWidget | None = None) -> None:
        self.facts = facts
        self._beside = True
        super().__init__(facts.asked, locked=facts.locked, parent=parent)

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
