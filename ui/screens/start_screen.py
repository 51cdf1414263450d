"""The start page: new plan, open plan, look at the example, and the plans opened lately."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from ui.support import formats
from ui.support.i18n import LANGUAGES, language
from ui.support.icons import pixmap
from ui.support.settings import RecentPlan, Settings
from ui.support.theme import theme
from ui.widgets.chips import STATUS_TOKENS, paint_chip
from ui.widgets.controls import button, column, label, row, set_ground
from ui.widgets.notice import Notice
from village_budget import APP_NAME, __version__


class StartAction(QAbstractButton):
    """One of the three ways in: icon, words, key."""

    def __init__(self, name: str, title: str, text: str, keys: str, *, primary: bool = False) -> None:
        super().__init__()
        self.setText(title)
        self._icon, self._about, self._keys, self._primary = name, text, keys, primary
        self.setShortcut(keys)
        self.setAccessibleName(f"{title}. {text}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme().px(76))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """A card."""
        return QSize(theme().px(388), theme().px(76))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Filled when it is the first choice."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed = self.isDown() or self.underMouse()
        ground = ("accent2" if pressed else "accent") if self._primary else ("tint" if pressed else "surface")
        focus = self.hasFocus()
        painter.setBrush(color(ground))
        painter.setPen(
            color(
                ("ink" if self._primary else "accent") if focus else ("accent" if self._primary else "line")
            )
        )
        inset = 1.0 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(8), px(8))
        ink, quiet = ("onaccent", "onaccent") if self._primary else ("ink", "ink2")
        drawn = pixmap(
            self._icon, color("onaccent" if self._primary else "accent"), px(24), self.devicePixelRatioF()
        )
        painter.drawPixmap(px(20), (self.height() - px(24)) // 2, drawn)
        for text, font, token, top in (
            (self.text(), theme().font("strip", bold=True), ink, 14),
            (self._about, theme().font("body"), quiet, 38),
        ):
            painter.setFont(font)
            painter.setPen(color(token))
            box = QRectF(px(62), px(top), self.width() - px(140), px(24))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        painter.setFont(theme().font("small"))
        painter.setPen(color(quiet))
        keys = QRectF(0, 0, self.width() - px(18), self.height())
        painter.drawText(keys, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._keys)


class RecentRow(QAbstractButton):
    """A plan opened lately: village, year, state, total, place, date."""

    def __init__(self, plan: RecentPlan, status_word: str, missing: str) -> None:
        super().__init__()
        self.plan = plan
        self._status = status_word
        self._place = plan.path + (f" ({missing})" if missing else "")
        self._missing = bool(missing)
        self.setAccessibleName(f"{plan.village} {plan.fiscal_year}, {status_word}, {self._place}")
        self.setToolTip(plan.path)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme().px(560), theme().px(66))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Tinted under the mouse and with the keyboard."""
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        px, color = theme().px, theme().color
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(color("tint"))
            painter.drawRoundedRect(self.rect(), px(6), px(6))
        name = "flashdisk" if self._missing else ("terkunci" if self.plan.status == "enacted" else "dokumen")
        painter.drawPixmap(px(14), px(12), pixmap(name, color("ink2"), px(18), self.devicePixelRatioF()))
        left, right = px(46), self.width() - px(16)
        bold, body, small = theme().font("strip", bold=True), theme().font("body"), theme().font("small")
        top = QRectF(left, px(9), right - left, px(24))
        painter.setFont(bold)
        painter.setPen(color("ink"))
        title = self.tr("Village {name}").format(name=self.plan.village)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, title)
        total = formats.rupiah(self.plan.total)
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, total)
        at = left + painter.fontMetrics().horizontalAdvance(title) + px(10)
        painter.setFont(body)
        painter.setPen(color("ink2"))
        year = self.tr("Budget {year}").format(year=self.plan.fiscal_year)
        painter.drawText(QRectF(at, px(9), px(200), px(24)), Qt.AlignmentFlag.AlignVCenter, year)
        at += painter.fontMetrics().horizontalAdvance(year) + px(10)
        ink, ground = STATUS_TOKENS.get(self.plan.status, ("ink2", "sector"))
        painter.setFont(theme().font("caption", bold=True))
        width = painter.fontMetrics().horizontalAdvance(self._status) + px(14)
        paint_chip(painter, QRectF(at, px(11), width, px(20)), self._status, color(ink), color(ground))
        painter.setFont(small)
        painter.setPen(color("ink3"))
        below = QRectF(left, px(34), right - left, px(22))
        day = formats.moment(datetime.fromisoformat(self.plan.opened_at), language())
        room = round(below.width()) - painter.fontMetrics().horizontalAdvance(day) - px(24)
        place = painter.fontMetrics().elidedText(self._place, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, place)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, day)


class StartScreen(QWidget):
    """What a newcomer sees first (U34)."""

    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    recent_asked = Signal(str)
    language_asked = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        set_ground(self, "surface")
        whole = row(gap=0)
        whole.addWidget(self._left())
        whole.addWidget(self._right(), 1)
        self.setLayout(whole)

    def _left(self) -> QWidget:
        side = QWidget()
        box = column(margins=(52, 44, 46, 24), gap=12)
        mark = QLabel()
        mark.setPixmap(pixmap("logo", theme().color("accent"), theme().px(46), self.devicePixelRatioF()))
        names = column(gap=0)
        names.addWidget(label(APP_NAME, role="figure", bold=True))
        names.addWidget(
            label(
                self.tr("A village budget that balances, keeps the law and prints"), token="ink2", wrap=True
            )
        )
        head = row(gap=14)
        head.addWidget(mark)
        head.addLayout(names, 1)
        box.addLayout(head)
        box.addSpacing(theme().px(14))
        self.ways = [
            StartAction(
                "tambah",
                self.tr("New plan"),
                self.tr("Village, year and where to save it"),
                "Ctrl+N",
                primary=True,
            ),
            StartAction("folder", self.tr("Open a plan"), self.tr("From this computer or a stick"), "Ctrl+O"),
            StartAction(
                "contoh",
                self.tr("Look at the example"),
                self.tr("An invented village, free to try"),
                "Ctrl+L",
            ),
        ]
        for action, asked in zip(
            self.ways, (self.new_asked, self.open_asked, self.example_asked), strict=True
        ):
            action.clicked.connect(asked)
            box.addWidget(action)
        box.addStretch(1)
        for name, text in (
            ("terpenuhi", self.tr("Every cell is saved as soon as you leave it.")),
            ("flashdisk", self.tr("Works without internet. Your data stays on this computer.")),
        ):
            box.addLayout(self._promise(name, text))
        box.addSpacing(theme().px(8))
        box.addLayout(self._foot())
        side.setLayout(box)
        return self._scrolled(side, "surface2", theme().px(480))

    def _scrolled(self, side: QWidget, ground: str, width: int = 0) -> QScrollArea:
        """A side that scrolls rather than squeezes when the font is large."""
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(side)
        set_ground(side, ground)
        set_ground(scroll.viewport(), ground)
        if width:
            scroll.setFixedWidth(width)
        return scroll

    def _promise(self, name: str, text: str) -> QHBoxLayout:
        line = row(gap=8)
        mark = QLabel()
        token = "ok" if name == "terpenuhi" else "ink2"
        mark.setPixmap(pixmap(name, theme().color(token), theme().px(16), self.devicePixelRatioF()))
        line.addWidget(mark)
        line.addWidget(label(text, token="ink2", wrap=True), 1)
        return line

    def _foot(self) -> QHBoxLayout:
        line = row(gap=8)
        for code, name in LANGUAGES.items():
            if code == language():
                line.addWidget(label(name, role="small", token="ink2"))
            else:
                switch = button(name, kind="link")
                switch.setFont(theme().font("small"))
                switch.clicked.connect(lambda _=False, asked=code: self.language_asked.emit(asked))
                line.addWidget(switch)
        line.addStretch(1)
        version = self.tr("Version {number}").format(number=__version__)
        line.addWidget(label(version, role="small", token="ink2"))
        return line

    def _right(self) -> QWidget:
        side = QWidget()
        box = column(margins=(60, 56, 60, 28), gap=6)
        box.addWidget(label(self.tr("Opened lately"), role="title", bold=True))
        box.addSpacing(theme().px(8))
        recent = self._settings.recent
        for plan in recent:
            missing = "" if Path(plan.path).exists() else self.tr("not found here now")
            line = RecentRow(plan, self._status_word(plan.status), missing)
            line.clicked.connect(lambda _=False, path=plan.path: self.recent_asked.emit(path))
            box.addWidget(line)
        if not recent:
            words = self.tr("Nothing yet. Make a new plan, or look at the example first.")
            box.addWidget(label(words, token="ink2", wrap=True))
        box.addSpacing(theme().px(10))
        self.notice = Notice()
        box.addWidget(self.notice)
        box.addStretch(1)
        side.setLayout(box)
        return self._scrolled(side, "surface")

    def _status_word(self, status: str) -> str:
        return {
            "draft": self.tr("Draft"), "agreed": self.tr("Agreed by BPD"), "submitted": self.tr("Submitted"),
            "evaluated": self.tr("Evaluated"), "enacted": self.tr("Enacted"),
        }.get(status, status)  # fmt: skip
