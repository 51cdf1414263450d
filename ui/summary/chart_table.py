"""The figures of a chart as a table, for those who read rather than look, and for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.summary.charts import Bar, share_words
from ui.support.theme import theme
from village_budget.money import Sen, format_amount, format_percent

ROW = 26
MOST = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ChartTable(QTableWidget):
    """Each bar in bold, its fund sources below it, the whole at the foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(3)
        for place, words in enumerate((self.tr("Description"), self.tr("Amount"), self.tr("Share"))):
            top = QTableWidgetItem(words)
            top.setTextAlignment(_RIGHT if place else _LEFT)
            self.setHorizontalHeaderItem(place, top)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_bars(self, bars: Sequence[Bar], name: str) -> None:
        """Show other figures."""
        self.setAccessibleName(name)
        whole = sum(bar.total for bar in bars)
        plain, bold = theme().font("body"), theme().font("body", bold=True)
        rows: list[tuple[str, str, str, QFont]] = []
        for bar in bars:
            rows.append((bar.label, format_amount(bar.total), share_words(bar, whole), bold))
            if len(bar.parts) > 1:
                rows += [_part(fund, sen, whole, plain) for fund, sen in bar.parts]
        if not any(bar.remark for bar in bars):
            rows.append((self.tr("Total"), format_amount(whole), format_percent(whole, whole, 1), bold))
        self.setRowCount(len(rows))
        for number, (words, amount, share, font) in enumerate(rows):
            for place, text in enumerate((words, amount, share)):
                item = QTableWidgetItem(text)
                item.setFont(font)
                if place:
                    item.setTextAlignment(_RIGHT)
                self.setItem(number, place, item)
            self.setRowHeight(number, theme().px(ROW))
        shown = min(len(rows), MOST)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + theme().px(ROW) * shown + 2)


def _part(fund: str, sen: Sen, whole: Sen, font: QFont) -> tuple[str, str, str, QFont]:
    return (f"      {fund or '?'}", format_amount(sen), format_percent(sen, whole, 1), font)
