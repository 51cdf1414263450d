"""The backups of a plan: when, why, what they hold, whether they are whole; one can be brought back (U23)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.kit.ask import ask
from ui.kit.controls import button, label
from ui.kit.dialog import LARGEST, BaseDialog
from ui.support.formats import amount, moment
from ui.support.i18n import language
from ui.support.icons import icon
from ui.support.theme import theme

if TYPE_CHECKING:
    from village_budget.store.backup import BackupInfo

_SHOWN_ROWS = 9


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupsDialog", text)


def reason_words(reason: str) -> str:
    """Why a backup was made."""
    return {
        "daily": _tr("Daily, on opening"), "bulk": _tr("Before a large change"),
        "migration": _tr("Before an update of the file"), "restore": _tr("Before a restore"),
    }.get(reason, reason)  # fmt: skip


class BackupsDialog(BaseDialog):
    """Lists backups, newest first; accepted with `chosen` when one is to be brought back."""

    topic = "langkah.cadangan"

    def __init__(
        self, infos: Sequence[BackupInfo], *, may_restore: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(_tr("Backups"), parent, width=760)
        self._infos = list(infos)
        self._may_restore = may_restore
        self.chosen: BackupInfo | None = None
        self.table = self._make_table()
        if self._infos:
            words = _tr("Each was opened and checked just now. The plan as it is now is kept, too.")
            self.body.addWidget(label(words, wrap=True, token="ink2"))
            self.body.addWidget(self.table)
        else:
            words = _tr("There is no backup yet. One is made on the first opening of each day.")
            self.body.addWidget(label(words, wrap=True, token="ink2"))
        self.restore = button(_tr("Bring back…"))
        self.restore.clicked.connect(self._choose)
        close = button(_tr("Close"))
        close.clicked.connect(self.reject)
        self.add_button(self.restore)
        self.add_button(close, default=not self._infos)
        self.table.itemSelectionChanged.connect(self._show_choice)
        self.table.installEventFilter(self)
        if self._infos:
            self.table.selectRow(0)
            self.table.setFocus()
        self._show_choice()

    def _make_table(self) -> QTableWidget:
        heads = (_tr("Made"), _tr("Why"), _tr("Year"), _tr("Lines"), _tr("Spending"), _tr("State"))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table = QTableWidget(len(self._infos), len(heads))
        table.setStyleSheet(
            f"QTableView::item {{ padding: 0 {theme().px(8)}px; }}"
            f" QHeaderView::section {{ padding: 0 {theme().px(8) + 3}px; }}"
        )
        table.setFont(theme().font("body"))
        table.setHorizontalHeaderLabels(list(heads))
        table.horizontalHeader().setFont(theme().font("small"))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(left)
        table.verticalHeader().hide()
        height = theme().px(30)
        table.verticalHeader().setDefaultSectionSize(height)
        table.setMinimumHeight(height * (min(max(len(self._infos), 3), _SHOWN_ROWS) + 1) + theme().px(6))
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(_tr("Backups"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, info in enumerate(self._infos):
            whole = _tr("Whole") if info.good else _tr("Damaged")
            cells = (
                moment(info.at, language()), reason_words(info.reason),
                ", ".join(str(year) for year in info.fiscal_years),
                str(info.lines) if info.good else "", amount(info.spending) if info.good else "", whole,
            )  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column in (3, 4):
                    item.setTextAlignment(right)
                if column == len(cells) - 1:
                    item.setIcon(icon("centang", "ok", 16) if info.good else icon("melanggar", "bad", 16))
                table.setItem(number, column, item)
        # Where the reasons have no room they are scrolled to, never cut.
        reasons = max((QFontMetrics(table.font()).horizontalAdvance(reason_words(info.reason))
                       for info in self._infos), default=0)  # fmt: skip
        others = sum(table.sizeHintForColumn(column) for column in range(len(heads)) if column != 1)
        if reasons + others + theme().px(70) > min(theme().px(760), LARGEST.width()) - theme().px(44):
            table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for column in (3, 4):
            head = table.horizontalHeaderItem(column)
            assert head is not None
            head.setTextAlignment(right)
        table.setIconSize(QSize(theme().px(16), theme().px(16)))
        return table

    def _selected(self) -> BackupInfo | None:
        rows = self.table.selectionModel().selectedRows()
        return self._infos[rows[0].row()] if rows else None

    def _show_choice(self) -> None:
        chosen = self._selected()
        self.restore.setEnabled(self._may_restore and chosen is not None and chosen.good)

    def _choose(self) -> None:
        self.chosen = self._selected()
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list brings the row back, as the button does."""
        key = event.key() if isinstance(event, QKeyEvent) else None
        entered = event.type() == QEvent.Type.KeyPress and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.table and entered and self.restore.isEnabled():
            self._choose()
            return True
        return super().eventFilter(watched, event)

    @staticmethod
    def confirm(info: BackupInfo, *, parent: QWidget | None = None) -> bool:
        """Whether the plan shall really go back to what a backup holds."""
        words = _tr("The plan becomes what it was on {moment}. As it is now it is kept as a backup.")
        return ask(
            _tr("Bring this backup back"), words.format(moment=moment(info.at, language())),
            _tr("Bring back"), safe=_tr("Keep the plan as it is"), parent=parent,
        )  # fmt: skip

    @classmethod
    def ask(
        cls, infos: Sequence[BackupInfo], *, may_restore: bool, parent: QWidget | None = None
    ) -> BackupInfo | None:
        """The backup that is to be brought back; None when none is."""
        dialog = cls(infos, may_restore=may_restore, parent=parent)
        return dialog.chosen if dialog.answer() else None
