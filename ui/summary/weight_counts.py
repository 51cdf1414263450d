"""How many findings are open, by weight, and apart from them those that are exempted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from ui.check.finding_view import STATES, FindingView
from ui.kit.controls import label, row
from ui.support.icons import pixmap
from ui.support.theme import theme


def _words(state: str, count: int) -> str:
    text = {
        "broken": QCoreApplication.translate("WeightCounts", "{n} broken"),
        "warning": QCoreApplication.translate("WeightCounts", "{n} warnings"),
        "advice": QCoreApplication.translate("WeightCounts", "{n} advices"),
        "waived": QCoreApplication.translate("WeightCounts", "{n} exempted"),
    }[state]
    return text.format(n=count)


class WeightCounts(QWidget):
    """Icon, count and word of each weight: never colour alone (U31)."""

    WEIGHTS = ("broken", "warning", "advice", "waived")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = row(gap=4)
        self._parts: dict[str, tuple[QLabel, QLabel]] = {}
        for state in self.WEIGHTS:
            icon, token = STATES[state]
            mark, words = QLabel(), label("", role="small", token=token if state != "advice" else "ink2")
            mark.setPixmap(pixmap(icon, theme().color(token), theme().px(14), self.devicePixelRatioF()))
            if state == "waived":
                whole.addStretch(1)
            whole.addWidget(mark)
            whole.addWidget(words)
            whole.addSpacing(theme().px(8))
            self._parts[state] = (mark, words)
        self.setLayout(whole)
        self.counts: dict[str, int] = {}

    def show_counts(self, views: list[FindingView]) -> None:
        """Count findings; what is near its limit warns."""
        states = ["warning" if view.state == "near" else view.state for view in views]
        self.counts = {state: states.count(state) for state in self.WEIGHTS}
        for state, (mark, words) in self._parts.items():
            count = self.counts[state]
            words.setText(_words(state, count))
            mark.setVisible(bool(count))
            words.setVisible(bool(count))
        self.setVisible(any(self.counts.values()))
        self.setAccessibleName(", ".join(_words(s, n) for s, n in self.counts.items() if n))
