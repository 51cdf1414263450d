"""The quick guide and the sheet of keys, drawn for paper: one hand for PDF and printer.

Everything is measured in hundredths of a millimetre, so that a page is the same on every device.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QTextDocument,
    QTextOption,
)

from ui.help.guide_text import GuidePage, guide_pages
from ui.printing.page_sheet import PAPERS_MM
from ui.support.fonts import FAMILY
from ui.support.tokens import TOKENS
from village_budget import APP_NAME, __version__, paths

_MARGIN, _BAND, _TOP, _GAP = 1600, 3300, 1700, 420
_POINT = 2540 / 72
_TYPED = re.compile(r"`([^`]+)`")

Keys = Sequence[tuple[str, str]]
Place = tuple[float, float, float]
"""Left, top and width."""


def _ink(token: str) -> QColor:
    return QColor(TOKENS["light"][token])


@dataclass(frozen=True, slots=True)
class GuideWords:
    """Words on the sheet that are not of the guide's own pages.

    Attributes:
        guide: title of the guide.
        keys: title of the sheet of keys.
        lead: what the sheet of keys is for.
        tip: word before a tip.
        page: ``Halaman {n} dari {m}``.
    """

    guide: str
    keys: str
    lead: str
    tip: str
    page: str


class GuidePainter:
    """Draws pages; the painter's unit is one hundredth of a millimetre.

    Args:
        painter: begun, and scaled to that unit.
        paper: a name of `PAPERS_MM`.
        words: see `GuideWords`.
    """

    def __init__(self, painter: QPainter, paper: str, words: GuideWords) -> None:
        self._painter = painter
        self._words = words
        width, height = PAPERS_MM[paper]
        self._width, self._height = width * 100, height * 100
        self._inner = self._width - 2 * _MARGIN
        self._air = _GAP * (self._height / 29_700) ** 4
        """Space between parts: a longer sheet has more of it."""

    def draw(self, page: GuidePage, number: int, count: int) -> None:
        """One page of the guide."""
        top = self._head(page.title, first=number == 1)
        top = self._text(page.lead, (_MARGIN, top, self._inner), 12, "ink2") + self._air * 1.3
        for place, (head, text) in enumerate(page.steps, start=1):
            top = self._step(place, head, text, top)
        tip_height = self._tip_height(page.tip)
        if page.picture:
            room = self._height - 1900 - tip_height - top - _GAP
            top = self._picture(page, top + 150, room) + self._air
        if page.tip:
            self._tip(page.tip, top, tip_height)
        self._foot(number, count)

    def draw_keys(self, keys: Keys, number: int, count: int) -> None:
        """The sheet of keys: two columns, ruled."""
        top = self._head(self._words.keys, first=count == 1)
        top = self._text(self._words.lead, (_MARGIN, top, self._inner), 11, "ink2") + _GAP
        half = (len(keys) + 1) // 2
        gap = 700.0
        wide = (self._inner - gap) / 2
        row = min(940.0, (self._height - 1900 - top) / half)
        for place, (key, words) in enumerate(keys):
            left = _MARGIN + (place // half) * (wide + gap)
            self._key_row(key, words, QRectF(left, top + (place % half) * row, wide, row))
        self._foot(number, count)

    def _head(self, title: str, *, first: bool) -> float:
        """A band on the first page, a rule on the others; where the page goes on."""
        painter = self._painter
        if not first:
            self._text(title, (_MARGIN, 1150, self._inner), 21, "accent", bold=True)
            painter.fillRect(QRectF(_MARGIN, 2330, self._inner, 28), _ink("accent"))
            return 2330 + _GAP * 1.2
        painter.fillRect(QRectF(0, 0, self._width, _BAND), _ink("accent"))
        self._pattern()
        self._text(f"{APP_NAME} · {self._words.guide}", (_MARGIN, 800, self._inner), 11, "onaccent")
        self._text(title, (_MARGIN, 1350, self._inner), 27, "onaccent", bold=True)
        return _BAND + _GAP * 1.4

    def _pattern(self) -> None:
        """Kawung: four petals about a point, fading in from the right."""
        painter, step = self._painter, 620.0
        painter.save()
        painter.setClipRect(QRectF(0, 0, self._width, _BAND))
        for column in range(9):
            colour = QColor(_ink("onaccent"))
            colour.setAlphaF(0.17 * (1 - column / 9))
            painter.setPen(QPen(colour, 26))
            for line in range(6):
                x, y = self._width - column * step, line * step - 100
                for angle in (45, 135, 225, 315):
                    painter.save()
                    painter.translate(x, y)
                    painter.rotate(angle)
                    painter.drawEllipse(QRectF(40, -115, 380, 230))
                    painter.restore()
        painter.restore()

    def _step(self, place: int, head: str, text: str, top: float) -> float:
        painter, side = self._painter, 720.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ink("tint"))
        painter.drawEllipse(QRectF(_MARGIN, top, side, side))
        painter.setPen(_ink("accent"))
        painter.setFont(_font(12, bold=True))
        painter.drawText(QRectF(_MARGIN, top, side, side), Qt.AlignmentFlag.AlignCenter, str(place))
        left = _MARGIN + side + 330
        room = self._inner - side - 330
        below = self._text(head, (left, top + 20, room), 12, "ink", bold=True)
        return self._text(text, (left, below + 30, room), 11.5, "ink2") + self._air * 0.75

    def _picture(self, page: GuidePage, top: float, room: float) -> float:
        """As wide as the text, or as high as there is room."""
        image = QImage(str(paths.resource("help", page.picture)))
        if image.isNull():
            return top
        image = image.copy(*page.crop) if page.crop else image
        scale = min(self._inner / image.width(), max(room - 700, 1000) / image.height())
        wide, high = image.width() * scale, image.height() * scale
        place = QRectF(_MARGIN + (self._inner - wide) / 2, top, wide, high)
        self._painter.drawImage(place, image)
        self._painter.setPen(QPen(_ink("line2"), 18))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(place)
        return self._text(page.caption, (_MARGIN, place.bottom() + 130, self._inner), 8.5, "ink3")

    def _tip_height(self, tip: str) -> float:
        return self._laid(tip, self._inner - 900, 11).size().height() + 1000 if tip else 0.0

    def _tip(self, tip: str, top: float, height: float) -> None:
        sheet = QRectF(_MARGIN, top, self._inner, height)
        self._painter.fillRect(sheet, _ink("tint"))
        self._painter.fillRect(QRectF(_MARGIN, top, 70, height), _ink("accent"))
        below = self._text(self._words.tip, (_MARGIN + 450, top + 220, self._inner), 9.5, "accent", bold=True)
        self._text(tip, (_MARGIN + 450, below + 20, self._inner - 900), 11, "ink")

    def _key_row(self, key: str, words: str, rect: QRectF) -> None:
        painter = self._painter
        painter.setPen(QPen(_ink("line"), 14))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(_ink("ink"))
        painter.setFont(_font(10.5, bold=True))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        wide = rect.width() * 0.4
        painter.drawText(rect.adjusted(0, 0, wide - rect.width(), 0), middle, key)
        painter.setPen(_ink("ink2"))
        painter.setFont(_font(10.5))
        room, flags = rect.adjusted(wide, 0, 0, 0), middle | Qt.TextFlag.TextWordWrap
        if painter.boundingRect(room, flags, words).height() > room.height() - 160:
            painter.setFont(_font(8.5))
        painter.drawText(room, flags, words)

    def _foot(self, number: int, count: int) -> None:
        top = self._height - 1250
        self._painter.fillRect(QRectF(_MARGIN, top, self._inner, 14), _ink("line2"))
        self._text(f"{APP_NAME} {__version__}", (_MARGIN, top + 120, self._inner), 8.5, "ink3")
        words = self._words.page.format(n=number, m=count)
        self._text(words, (_MARGIN, top + 120, self._inner), 8.5, "ink3", right=True)

    def _laid(self, text: str, width: float, points: float, *, bold: bool = False) -> QTextDocument:
        """Words laid out in a width; what is pressed or typed is bold."""
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setDefaultFont(_font(points, bold=bold))
        made.setHtml(_TYPED.sub(r"<b>\1</b>", escape(text)))
        made.setTextWidth(width)
        return made

    def _text(
        self, text: str, at: Place, points: float, token: str, *, bold: bool = False, right: bool = False
    ) -> float:
        """Draw words; where they end."""
        left, top, width = at
        made = self._laid(text, width, points, bold=bold)
        if right:
            made.setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignRight))
        look = QAbstractTextDocumentLayout.PaintContext()
        look.palette.setColor(QPalette.ColorRole.Text, _ink(token))
        self._painter.save()
        self._painter.translate(left, top)
        made.documentLayout().draw(self._painter, look)
        self._painter.restore()
        return top + made.size().height()


def _font(points: float, *, bold: bool = False) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(round(points * _POINT))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def sheets(keys: Keys, *, whole: bool) -> list[GuidePage | None]:
    """What is drawn, in order: the pages of the guide when ``whole``, then the sheet of keys as None."""
    pages: list[GuidePage | None] = list(guide_pages()) if whole else []
    return [*pages, None] if keys else pages
