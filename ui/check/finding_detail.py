"""One finding opened: state, sentence, figures, gauge, questions, rows behind it, ways out, article."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.check.answer_field import AnswerField, AskedQuestion
from ui.check.finding_article import FindingArticle
from ui.check.finding_causes import CauseButton, CauseRow
from ui.check.finding_numbers import finding_numbers
from ui.check.finding_view import FindingView
from ui.check.finding_words import copy_text
from ui.check.large_gauge import LargeGauge, StateChip
from ui.check.waiver_note import WaiverNote
from ui.check.ways_out_list import WaysOut, WayWords
from ui.kit.chips import Chip, tag_chip
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
    wrapped,
)
from ui.kit.tinted_sheet import TintedSheet
from ui.support.theme import theme
from village_budget.domain.answer import Waiver

_WIDEST_TEXT = 620


@dataclass(frozen=True, slots=True)
class DetailFacts:
    """What the plan knows about a finding beside the finding itself.

    Attributes:
        causes: the rows behind it, largest first.
        rest: how many more there are.
        questions: what it asks or was judged by.
        waiver: its recorded exemption.
        locked: nothing can be changed.
        done: what has just been done about it, in words.
    """

    causes: tuple[CauseRow, ...] = ()
    rest: int = 0
    questions: tuple[AskedQuestion, ...] = ()
    waiver: Waiver | None = None
    locked: bool = False
    done: str = ""


class FindingDetail(QScrollArea):
    """The pane beside the list; built anew for each finding, the keyboard stays where it was."""

    jump_asked = Signal(object)  # Target
    back_asked = Signal()
    answered = Signal(str, str, str)  # question, value, note
    way_asked = Signal(object)  # WayOut
    waive_asked = Signal(object)  # FindingView
    unwaive_asked = Signal(object)  # FindingView
    undo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._alone = self._compact = False
        self._shown: tuple[FindingView, DetailFacts, bool, bool] | None = None
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.causes: list[CauseButton] = []
        self.answers: list[AnswerField] = []
        self.ways: WaysOut | None = None
        self._view: FindingView | None = None

    def help_topic(self) -> str:
        """The rule that is looked at (U35)."""
        return f"rule.{self._view.finding.rule}" if self._view is not None else "temuan.membaca"

    def set_alone(self, *, alone: bool, compact: bool = False) -> None:
        """Stand in place of the list, with a way back to it; ``compact``: with fewer words."""
        self._alone, self._compact = alone, compact
        policy = Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def commit(self) -> bool:
        """Take what is being typed; False when it is refused and stays open."""
        return all(field.commit() for field in list(self.answers))

    def clear(self) -> None:
        """Show nothing."""
        self._shown = self._view = self.ways = None
        self.causes, self.answers = [], []
        self._replace(QWidget())

    def show_finding(self, view: FindingView, facts: DetailFacts) -> None:
        """Open a finding."""
        shown = (view, facts, self._alone, self._compact)
        if shown == self._shown:
            return
        same = self._view is not None and self._view.finding.key == view.finding.key
        scrolled = self.verticalScrollBar().value() if same else 0
        self._shown, self._view = shown, view
        self._replace(self._body(view, facts))
        self.verticalScrollBar().setValue(scrolled)

    def show_ways(self, ways: list[WayWords], decide: str) -> None:
        """Show the ways out of the finding that is open."""
        if self.ways is not None:
            self.ways.show_ways(ways, decide)

    def _replace(self, body: QWidget) -> None:
        """Put another body in place; the old one may be in the middle of a click and goes later."""
        focus = QApplication.focusWidget()
        old = self.widget()
        held = focus.accessibleName() if focus and old and old.isAncestorOf(focus) else ""
        if old is not None:
            self.takeWidget()
            old.hide()
            old.deleteLater()
        set_ground(body, "surface")
        self.setWidget(body)
        if held:
            twin = next((one for one in body.findChildren(QWidget) if one.accessibleName() == held), None)
            if twin is not None and twin.isEnabled():
                twin.setFocus()
            else:
                self.back_asked.emit() if not self._alone else self.setFocus()

    def _body(self, view: FindingView, facts: DetailFacts) -> QWidget:
        self.causes, self.answers, self.ways = [], [], None
        box = column(margins=(28, 16, 28, 20), gap=10)
        box.addLayout(self._head(view, facts))
        if facts.done:
            box.addWidget(self._done(facts.done))
        box.addWidget(label(view.title, role="title", bold=True, wrap=True))
        sentence = label(view.sentence, wrap=True)
        sentence.setMaximumWidth(theme().px(_WIDEST_TEXT))
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box.addWidget(sentence)
        if view.has_figures:
            box.addSpacing(theme().px(4))
            box.addLayout(finding_numbers(view))
            if view.limit:
                box.addWidget(LargeGauge(view))
        if facts.waiver is not None and view.finding.waived:
            note = WaiverNote(facts.waiver, locked=facts.locked)
            note.removed.connect(lambda: self.unwaive_asked.emit(view))
            box.addWidget(note)
        # What it is judged by is answered first; what only refines a share comes after the ways out.
        first = view.rule.question or view.finding.variant == "ask"
        if first:
            self._add_questions(box, facts)
        self._add_causes(box, facts)
        if not view.finding.holds:
            self.ways = WaysOut(locked=facts.locked)
            self.ways.asked.connect(self.way_asked)
            box.addSpacing(theme().px(4))
            box.addWidget(self.ways)
        if not first:
            self._add_questions(box, facts)
        box.addSpacing(theme().px(8))
        box.addLayout(self._article(view))
        box.addStretch(1)
        body = QWidget()
        body.setLayout(box)
        return body

    def _head(self, view: FindingView, facts: DetailFacts) -> QHBoxLayout:
        line = row(gap=8)
        if self._alone:
            back = button("", kind="quiet", icon="kiri", name=self.tr("Back to the list"))
            back.clicked.connect(self.back_asked)
            line.addWidget(back)
        line.addWidget(StateChip(view))
        line.addWidget(tag_chip(view.weight_word))
        if not view.finding.verified and view.state != "unverified":
            line.addWidget(Chip(self.tr("not verified"), "ink2", "sector"))
        line.addWidget(label(view.finding.rule, role="small", token="ink2"))
        line.addStretch(1)
        if view.can_be_waived and not view.finding.waived and not facts.locked:
            waive = button(self.tr("Exempt …"), kind="quiet", icon="dikecualikan")
            waive.clicked.connect(lambda: self.waive_asked.emit(view))
            line.addWidget(waive)
        return line

    def _article(self, view: FindingView) -> QHBoxLayout:
        line = row(gap=12)
        line.addWidget(FindingArticle(view), 1)
        words = self.tr("Copy the finding")
        named = words if self._compact else ""
        copy = button("" if self._compact else words, kind="quiet", icon="salin", name=named)
        copy.clicked.connect(self.copy_finding)
        line.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _done(self, words: str) -> QWidget:
        sheet = TintedSheet("oktint")
        line = row(margins=(14, 6, 8, 6), gap=10)
        line.addWidget(wrapped(words, token="ok"), 1)
        undo = button(self.tr("Undo"), kind="link")
        undo.clicked.connect(self.undo_asked)
        line.addWidget(undo)
        sheet.setLayout(line)
        return sheet

    def _add_questions(self, box: QVBoxLayout, facts: DetailFacts) -> None:
        for asked in facts.questions:
            field = AnswerField(asked, locked=facts.locked)
            field.answered.connect(self.answered)
            box.addWidget(field)
            self.answers.append(field)

    def _add_causes(self, box: QVBoxLayout, facts: DetailFacts) -> None:
        if not facts.causes:
            return
        box.addSpacing(theme().px(6))
        box.addWidget(label(self.tr("Rows behind it"), role="small", bold=True, token="ink2"))
        rows = column(gap=0)
        rows.addWidget(Hairline())
        for cause in facts.causes:
            made = CauseButton(cause)
            made.clicked.connect(lambda _=False, target=cause.target: self.jump_asked.emit(target))
            rows.addWidget(made)
            self.causes.append(made)
        box.addLayout(rows)
        if facts.rest > 0:
            more = self.tr("and {n} more rows").format(n=facts.rest)
            box.addWidget(label(more, role="small", token="ink2"))

    def copy_finding(self) -> None:
        """Put the finding on the clipboard as plain text."""
        view = self._view
        if view is not None:
            QGuiApplication.clipboard().setText(copy_text(view))
