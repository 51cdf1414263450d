"""What residents will see: three posters and the public page, looked at before they are written."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.documents.design_list import DesignList
from ui.documents.page_sketch import page_sketch
from ui.documents.page_view import PageView
from ui.kit.check_box import CheckBox
from ui.kit.controls import (
    button,
    column,
    label,
    row,
    set_ground,
)
from ui.kit.dialog import LARGEST, BaseDialog
from ui.kit.help_topics import set_topic
from ui.support import background
from ui.support.i18n import language
from ui.support.lifetime import while_alive
from ui.support.theme import theme
from village_budget.reports.poster.poster import designs, papers
from village_budget.reports.poster.poster_facts import PosterFacts
from village_budget.reports.poster.poster_files import KINDS

PAGE = ""
"""In place of a design: the public page."""
_ROOM = QSize(500, 440)
_FINER = 2
"""Dots of the picture for each of the screen: small type is drawn finely, then made small."""
_Key = tuple[str, str]


class PosterDialog(BaseDialog):
    """Asks what to write for residents; accepted, `design` and `kinds` say it.

    Args:
        facts: what the poster says.
        parent: the window.

    Attributes:
        busy: a picture is being drawn.
    """

    topic = "ekspor.warga"

    def __init__(self, facts: PosterFacts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("For residents"), parent, width=640)
        self._facts = facts
        self._pictures: dict[_Key, QImage] = {}
        self._paper = next(iter(papers()))
        self.busy = False
        self.list = DesignList()
        self.list.setAccessibleName(self.tr("Posters and the web page"))
        self.view = PageView()
        self.caption = label("", role="small", token="ink2")
        self.boxes = {kind: CheckBox(words) for kind, words in self._kinds().items()}
        self._fill()
        self._lay_out()
        self._connect()
        self.list.choose(next(iter(designs())))
        self.list.setFocus()

    def _kinds(self) -> dict[str, str]:
        return {
            "A3": self.tr("A3 sheet for the notice board (PDF)"),
            "F4": self.tr("F4 sheet for the office printer (PDF)"),
            "Spanduk": self.tr("Banner 3 × 2 m for the print shop (PDF)"),
            "PNG": self.tr("Picture for chat groups (PNG)"),
        }

    def sizeHint(self) -> QSize:
        """As large as the design, never larger than a small screen."""
        px = theme().px
        return QSize(min(px(940), LARGEST.width()), min(px(640), LARGEST.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """The picture that is chosen, even when it came before the dialog."""
        super().showEvent(event)
        self._show()

    @property
    def design(self) -> str:
        """Name of the design; `PAGE` for the public page."""
        return self.list.chosen

    @property
    def kinds(self) -> tuple[str, ...]:
        """What to write of a poster, names of `KINDS`."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked())

    def _fill(self) -> None:
        told = {
            "nila": self.tr("indigo with a kawung pattern"),
            "soga": self.tr("batik brown with a golden line"),
            "hemat": self.tr("black on white, for the copier"),
        }
        for name, colours in designs().items():
            small = (colours["ground"], colours["head"], colours["rule"], colours["accent"])
            self.list.add(name, self._title(name), told.get(name, ""), small)
        page = designs()["nila"]
        self.list.add(
            PAGE,
            self.tr("Web page"),
            self.tr("for the village's site and phones"),
            (page["ground"], page["head"], page["ground"], page["ink2"]),
        )

    def _title(self, design: str) -> str:
        return self.tr("Poster: {name}").format(name=designs()[design]["title"][language()])

    def _lay_out(self) -> None:
        px = theme().px
        left = column(gap=8)
        left.addWidget(self.list)
        left.addSpacing(px(8))
        left.addWidget(self._poster_part())
        left.addWidget(self._page_part())
        left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(min(px(330), LARGEST.width() * 2 // 5))
        right = column(margins=(12, 10, 12, 8), gap=2)
        right.addWidget(self.view)
        right.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignHCenter)
        right.addStretch(1)
        shown = QWidget()
        set_ground(shown, "bg")
        shown.setLayout(right)
        both = row(gap=16)
        both.addWidget(side)
        both.addWidget(shown, 1)
        self.body.addLayout(both, 1)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.write = button(self.tr("Write"), kind="primary")
        self.write.clicked.connect(self.accept)
        self.add_button(cancel)
        self.add_button(self.write)
        self.write.setDefault(True)

    def _poster_part(self) -> QWidget:
        self._sizes = QWidget()
        whole: QVBoxLayout = column(gap=6)
        whole.addWidget(label(self.tr("What to write"), role="small", token="ink2"))
        for kind, box in self.boxes.items():
            box.setChecked(True)
            set_topic(box, self.topic)
            box.toggled.connect(lambda on, one=kind: self._take_kind(one, on=on))
            whole.addWidget(box)
        self._sizes.setLayout(whole)
        return self._sizes

    def _page_part(self) -> QWidget:
        self._about = QWidget()
        whole = column(gap=6)
        for words in (
            self.tr("One HTML file with every activity, a search, charts and open data."),
            self.tr(
                "It is read without internet and without a program. Put it on the village's site or send it."
            ),
            self.tr("The picture is a sketch; a browser shows the whole page."),
        ):
            whole.addWidget(label(words, role="small", token="ink2", wrap=True))
        self._about.setLayout(whole)
        return self._about

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.list.activated.connect(lambda _: self._take())

    def _take(self) -> None:
        if self.write.isEnabled():
            self.accept()

    def _take_kind(self, kind: str, *, on: bool) -> None:
        if on:
            self._paper = KINDS[kind][0]
        self._show()

    def _show(self) -> None:
        """The picture of what is chosen; drawn in the background when it is not there yet."""
        page = self.design == PAGE
        self._sizes.setVisible(not page)
        self._about.setVisible(page)
        count = 1 if page else len(self.kinds)
        self.write.setText(self.tr("Write {n} files").format(n=count) if count > 1 else self.tr("Write"))
        self.write.setAccessibleName(self.write.text())
        self.write.setEnabled(count > 0)
        if page:
            self._show_sketch()
            return
        paper = papers()[self._paper]
        size = _within(paper.width, paper.height)
        self.view.image = self._pictures.get((self.design, self._paper))
        self.view.set_page(size)
        words = f"{paper.name}, {paper.width:g} × {paper.height:g} mm"
        drawn = self.view.image is not None
        self.caption.setText(words if drawn else self.tr("Drawing the preview…"))
        self._draw()

    def _show_sketch(self) -> None:
        size = _within(360, 640)
        colours: Mapping[str, object] = designs()["nila"]
        self.view.image = page_sketch(self._facts, colours, size.height(), self.devicePixelRatioF())
        self.view.set_page(size)
        self.caption.setText(self.tr("On a phone"))

    def _draw(self) -> None:
        """The next picture: the chosen one, then the other designs, so that the arrows find them ready."""
        if self.busy:
            return
        first = self.design if self.design != PAGE else next(iter(designs()))
        wanted = [(name, self._paper) for name in (first, *designs())]
        key = next((one for one in wanted if one not in self._pictures), None)
        if key is None:
            return
        self.busy = True
        design, paper = key
        size = _within(papers()[paper].width, papers()[paper].height)
        pixels, facts = round(size.width() * self.devicePixelRatioF() * _FINER), self._facts

        def work(_task: background.Task) -> bytes:
            from village_budget.reports.poster.poster import poster_picture

            return poster_picture(facts, papers()[paper], design, pixels)

        background.run(
            work, while_alive(self, lambda made: self._drawn(key, made)), while_alive(self, self._failed)
        )

    def _drawn(self, key: _Key, made: bytes) -> None:
        self.busy = False
        self._pictures[key] = QImage.fromData(made)
        if not self.isVisible():
            return
        if key == (self.design, self._paper):
            self._show()
        else:
            self._draw()

    def _failed(self, error: Exception) -> None:
        self.busy = False
        raise error


def _within(width: float, height: float) -> QSize:
    """The largest size of a shape in the room there is."""
    wide = min(theme().px(_ROOM.width()), LARGEST.width() // 2)
    high = min(theme().px(_ROOM.height()), LARGEST.height() - theme().px(130))
    scale = min(wide / width, high / height)
    return QSize(round(width * scale), round(height * scale))
