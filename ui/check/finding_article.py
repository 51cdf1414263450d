"""The article a rule stands on: what it asks, where its source was seen, how sure that is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from ui.check.finding_view import FindingView
from ui.check.finding_words import confidence_words, theme_words
from ui.kit.controls import column, row, wrapped
from ui.support.icons import pixmap
from ui.support.theme import theme


class FindingArticle(QWidget):
    """Scales, regulation and article, the demand in two lines, source note and confidence."""

    def __init__(self, view: FindingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(gap=12)
        mark = QLabel()
        mark.setPixmap(pixmap("timbangan", theme().color("ink2"), theme().px(20), self.devicePixelRatioF()))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(wrapped(view.finding.basis, bold=True))
        if view.demand:
            words.addWidget(wrapped(view.demand, role="small", token="ink2"))
        if not view.finding.verified:
            note = self.tr("Not verified: the text of this year's rule could not be read.")
            words.addWidget(wrapped(note, role="small", token="warn"))
        source = [theme_words().get(view.rule.theme, ""), confidence_words(view.rule.confidence)]
        words.addWidget(wrapped(" · ".join(part for part in source if part), role="small", token="ink2"))
        if view.rule.note:
            words.addWidget(wrapped(view.rule.note, role="small", token="ink2"))
        line.addLayout(words, 1)
        self.setLayout(line)
