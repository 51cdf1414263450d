"""The start page: new plan, open plan, look at the example, and the plans opened lately."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.kit.controls import (
    button,
    column,
    label,
    row,
    set_ground,
)
from ui.kit.help_topics import set_topic
from ui.kit.search_field import SearchField
from ui.support.i18n import LANGUAGES, language
from ui.support.icons import pixmap
from ui.support.settings import RecentPlan, Settings
from ui.support.theme import theme
from ui.window.recent_row import RecentRow
from ui.window.start_action import StartAction
from village_budget import APP_NAME, __version__

_SIDE = {"wide": 500, "compact": 412}
_SEARCH_FROM = 4
"""From so many plans on they can be searched."""


class StartScreen(QWidget):
    """What a newcomer sees first (U34)."""

    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    settings_asked = Signal()
    help_asked = Signal()
    recent_asked = Signal(str)
    language_asked = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._mode = ""
        self.rows: list[RecentRow] = []
        self._left, self._right = QWidget(), QWidget()
        self._left_box, self._right_box = column(gap=12), column(gap=0)
        self._fill_left()
        self._fill_right()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        content = QWidget()
        for side, box, ground in (
            (self._left, self._left_box, "surface2"), (self._right, self._right_box, "surface"),
        ):  # fmt: skip
            side.setLayout(box)
            set_ground(side, ground)
            self._sides.addWidget(side, int(side is self._right))
        content.setLayout(self._sides)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        set_ground(content, "surface")
        whole = column(gap=0)
        whole.addWidget(scroll)
        self.setLayout(whole)
        settings_key = QShortcut(QKeySequence("Ctrl+,"), self)
        settings_key.activated.connect(self.settings_asked)
        QShortcut(QKeySequence("F1"), self, self.help_asked.emit)
        set_topic(self, "layar.mulai")
        self._lay_out("wide")

    def key_list(self) -> list[tuple[str, str]]:
        """Keys of the start page, with what they do."""
        return [
            ("Ctrl+N", self.tr("New plan")), ("Ctrl+O", self.tr("Open a plan")),
            ("Ctrl+L", self.tr("Look at the example")), ("Ctrl+,", self.tr("Settings")),
            ("F1", self.tr("Help")), ("Enter", self.tr("Open the plan of the row")),
            ("Del", self.tr("Take the plan off the list")),
        ]  # fmt: skip

    def _fill_left(self) -> None:
        box = self._left_box
        box.addLayout(self._head())
        box.addSpacing(theme().px(10))
        ways = (
            ("tambah", self.tr("New plan"), self.tr("Village, year and place"), "Ctrl+N"),
            ("folder", self.tr("Open a plan"), self.tr("From this computer or a stick"), "Ctrl+O"),
            ("contoh", self.tr("Look at the example"), self.tr("An invented village, free to try"), "Ctrl+L"),
        )
        self.ways = [StartAction(*way, primary=number == 0) for number, way in enumerate(ways)]
        asked = (self.new_asked, self.open_asked, self.example_asked)
        for action, signal in zip(self.ways, asked, strict=True):
            action.clicked.connect(signal)
            box.addWidget(action)
        box.addStretch(1)
        for name, text in (
            ("terpenuhi", self.tr("Every cell is saved as soon as you leave it.")),
            ("flashdisk", self.tr("Works without internet. Your data stays on this computer.")),
        ):
            box.addLayout(self._promise(name, text))
        box.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(pixmap("logo", theme().color("accent"), theme().px(46), self.devicePixelRatioF()))
        names = column(gap=0)
        names.addWidget(label(APP_NAME, role="figure", bold=True))
        words = self.tr("A village budget that balances, keeps the law and prints")
        names.addWidget(label(words, role="small", token="ink2", wrap=True))
        head = row(gap=12)
        head.addWidget(mark)
        head.addLayout(names, 1)
        return head

    def _promise(self, name: str, text: str) -> QHBoxLayout:
        line = row(gap=10)
        mark = QLabel()
        token = "ok" if name == "terpenuhi" else "ink2"
        mark.setPixmap(pixmap(name, theme().color(token), theme().px(16), self.devicePixelRatioF()))
        line.addWidget(mark)
        line.addWidget(label(text, token="ink2", wrap=True), 1)
        return line

    def _foot(self) -> QHBoxLayout:
        line = row(gap=4)
        for code, name in LANGUAGES.items():
            if code == language():
                line.addWidget(label(name, role="small", token="ink2"))
            else:
                line.addWidget(self._link(name, partial(self.language_asked.emit, code)))
        line.addWidget(self._link(self.tr("Settings"), self.settings_asked.emit))
        line.addStretch(1)
        version = self.tr("Version {number}").format(number=__version__)
        line.addWidget(label(version, role="small", token="ink2"))
        return line

    def _link(self, text: str, act: Callable[[], None]) -> QWidget:
        made = button(text, kind="link")
        made.setFont(theme().font("small"))
        made.clicked.connect(lambda _checked=False: act())
        return made

    def _fill_right(self) -> None:
        recent = self._settings.recent
        words = self.tr("Search a village or a year")
        self.search = SearchField(words, words)
        self.search.setMaximumWidth(theme().px(240))
        self.search.setVisible(len(recent) >= _SEARCH_FROM)
        self.search.textChanged.connect(self._filter)
        head = row(gap=16)
        head.addWidget(label(self.tr("Opened lately"), role="title", bold=True), 1)
        head.addWidget(self.search)
        self._right_box.addLayout(head)
        self._right_box.addSpacing(theme().px(16))
        self._list = column(gap=2)
        self._right_box.addLayout(self._list)
        self._right_box.addStretch(1)
        self._fill_list(recent)

    def _fill_list(self, recent: list[RecentPlan]) -> None:
        for plan in recent:
            missing = "" if Path(plan.path).exists() else self.tr("not found here now")
            line = RecentRow(plan, self._status_word(plan.status), missing)
            line.clicked.connect(lambda _=False, path=plan.path: self.recent_asked.emit(path))
            line.forgotten.connect(lambda gone=line: self._forget(gone))
            self.rows.append(line)
            self._list.addWidget(line)
        words = self.tr("Nothing yet. Make a new plan, or look at the example first.")
        self._empty = label(words, token="ink2", wrap=True)
        self._empty.setVisible(not recent)
        self._list.addWidget(self._empty)

    def _filter(self, text: str) -> None:
        for line in self.rows:
            line.setVisible(line.matches(text))

    def _forget(self, line: RecentRow) -> None:
        self._settings.forget(line.plan.path)
        self.rows.remove(line)
        self.focusNextChild()
        line.hide()
        line.deleteLater()
        self._empty.setVisible(not self.rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two sides beside each other, or one below the other when it is narrow."""
        super().resizeEvent(event)
        self._lay_out(theme().effective(event.size().width()))

    def _lay_out(self, mode: str) -> None:
        if mode == self._mode:
            return
        self._mode = mode
        wide, small = mode == "wide", mode == "small"
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.TopToBottom if small else directions.LeftToRight)
        self._left.setMinimumWidth(0)
        self._left.setMaximumWidth(16_777_215)
        if not small:
            self._left.setFixedWidth(theme().px(_SIDE[mode]))
        self._set_margins(self._left_box, (56, 56, 56, 28) if wide else (28, 28, 28, 16))
        self._set_margins(self._right_box, (64, 58, 64, 28) if wide else (28, 34, 28, 16))
        for action in self.ways:
            action.set_height(76 if wide else 66)

    def _set_margins(self, box: QVBoxLayout, margins: tuple[int, int, int, int]) -> None:
        box.setContentsMargins(*(theme().px(length) for length in margins))

    def _status_word(self, status: str) -> str:
        return {
            "draft": self.tr("Draft"), "agreed": self.tr("Agreed by BPD"), "submitted": self.tr("Submitted"),
            "evaluated": self.tr("Evaluated"), "enacted": self.tr("Enacted"),
        }.get(status, status)  # fmt: skip
