"""The regency's rule file in the plan: what it is, what it sets, and how to load or remove it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.kit.controls import button, column, row, wrapped
from ui.kit.help_topics import set_topic


@dataclass(frozen=True, slots=True)
class OverlayFacts:
    """What is told of the loaded file; all empty when none is loaded.

    Attributes:
        name: its file name.
        title: the name it gives itself.
        sets: what it adds, in words.
        fingerprint: short form of its fingerprint.
        problem: why it is left aside; empty when all is well.
    """

    name: str = ""
    title: str = ""
    sets: str = ""
    fingerprint: str = ""
    problem: str = ""


class OverlayCard(QWidget):
    """Words at the left, buttons at the right."""

    load_asked = Signal()
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_topic(self, "data.aturan-kabupaten")
        self.title = wrapped("", bold=True)
        self.words = wrapped("", role="small", token="ink2")
        self.problem = wrapped("", role="small", token="bad")
        self.load = button(self.tr("Load…"))
        self.load.clicked.connect(self.load_asked)
        self.remove = button(self.tr("Remove"))
        self.remove.clicked.connect(self.remove_asked)
        lines = column(gap=3)
        for part in (self.title, self.words, self.problem):
            lines.addWidget(part)
        whole = row(margins=(16, 12, 16, 12), gap=8)
        whole.addLayout(lines, 1)
        whole.addWidget(self.load)
        whole.addWidget(self.remove)
        self.setLayout(whole)

    def show_facts(self, facts: OverlayFacts, *, locked: bool) -> None:
        """Show the file that is loaded, or that there is none."""
        there = bool(facts.name)
        self.title.setText(facts.title or facts.name or self.tr("No regency rule file is loaded"))
        none = self.tr(
            "The Dinas PMD hands it out as one file: ceilings, pay tables, own codes and limits. "
            "Without it the national rules are checked."
        )
        known = f"{facts.name} · {self.tr('fingerprint')} {facts.fingerprint}"
        self.words.setText(f"{facts.sets}\n{known}".strip() if there else none)
        self.problem.setText(facts.problem)
        self.problem.setVisible(bool(facts.problem))
        self.load.setText(self.tr("Replace…") if there else self.tr("Load…"))
        self.load.setEnabled(not locked)
        self.remove.setVisible(there)
        self.remove.setEnabled(not locked)
