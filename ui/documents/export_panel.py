"""Where, how and on what paper documents are exported, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QProgressBar,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.check_box import CheckBox
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
    set_ground,
    set_icon,
)
from ui.kit.help_topics import set_topic
from ui.kit.notice import Notice
from ui.kit.papers import PAPERS
from ui.kit.path_field import PathField
from ui.support.icons import pixmap
from ui.support.theme import theme


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of an earlier export: where it is, and since when as words."""

    path: Path
    since: str


class FileRow(QAbstractButton):
    """A file of an earlier export; a click opens it."""

    def __init__(self, found: FoundFile) -> None:
        super().__init__()
        self.found = found
        self.setAccessibleName(f"{found.path.name}, {found.since}")
        self.setToolTip(str(found.path))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme().px(160), theme().px(44))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Name, time, icon."""
        painter = QPainter(self)
        try:
            px, color = theme().px, theme().color
            if self.underMouse():
                painter.fillRect(self.rect(), color("tint"))
            if self.hasFocus():
                painter.setPen(QPen(color("accent"), theme().ring))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            side = px(16)
            kind = "cetak" if self.found.path.suffix == ".pdf" else "dokumen"
            drawn = pixmap(kind, color("accent"), side, self.devicePixelRatioF())
            painter.drawPixmap(self.width() - side - px(4), (self.height() - side) // 2, drawn)
            room = self.width() - side - px(16)
            for text, role, token, top in (
                (self.found.path.name, "body", "ink", 2),
                (self.found.since, "small", "ink2", 22),
            ):
                font = theme().font(role)
                painter.setFont(font)
                painter.setPen(color(token))
                shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, room)
                painter.drawText(QRectF(px(2), px(top), room, px(20)), Qt.AlignmentFlag.AlignVCenter, shown)
        finally:
            painter.end()


class ExportPanel(QScrollArea):
    """The pane at the right of the documents."""

    export_asked = Signal()
    package_asked = Signal()
    residents_asked = Signal()
    print_asked = Signal()
    cancel_asked = Signal()
    browse_asked = Signal()
    folder_changed = Signal()
    paper_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_fields()
        self._make_actions()
        body = QWidget()
        set_ground(body, "surface")
        body.setLayout(self._lay_out())
        self.setWidget(body)
        self._connect()
        self.show_progress(0, 0)
        self.show_files([], lambda _: None)

    def _make_fields(self) -> None:
        self.folder = PathField()
        self.folder.setAccessibleName(self.tr("Folder to save to"))
        self.browse = button("…", name=self.tr("Choose a folder"))
        self.browse.setFixedWidth(theme().px(40))
        self.excel = CheckBox(self.tr("Excel workbook (.xlsx)"))
        self.pdf = CheckBox(self.tr("PDF ready to print"))
        for box in (self.excel, self.pdf):
            box.setChecked(True)
        self.each = CheckBox(self.tr("One workbook per cost plan"))
        self.each.setToolTip(self.tr("A workbook for each activity, to hand to whoever carries it out"))
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("Paper"))
        for name, words in PAPERS:
            self.paper.addItem(words, name)

        for widget, topic in (
            (self.folder, "folder"), (self.browse, "folder"), (self.excel, "jenis"), (self.pdf, "jenis"),
            (self.each, "jenis"), (self.paper, "kertas"),
        ):  # fmt: skip
            set_topic(widget, f"ekspor.{topic}")

    def _make_actions(self) -> None:
        self.warning = Notice()
        self.result = Notice()
        self.export = button("", kind="primary", name=self.tr("Export the checked documents"))
        set_icon(self.export, "ekspor", "onaccent", words=True)
        self.package = button(self.tr("Evaluation package"), icon="ekspor")
        self.package.setToolTip(
            self.tr("One workbook with a cover and all forms, their PDFs, and a list of the files")
        )
        self.residents = button(self.tr("For residents…"), icon="orang", name=self.tr("For residents"))
        self.residents.setToolTip(self.tr("Poster in three designs, and a web page for the village's site"))
        self.print = button(self.tr("Print…"), icon="cetak")
        self.print.setToolTip(self.tr("Look at the pages and print them (Ctrl+P)"))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the export"))
        self.state = label("", role="small", token="ink2")
        self.cancel = button(self.tr("Stop"), kind="link")

    def _lay_out(self) -> QVBoxLayout:
        whole = column(margins=(18, 8, 18, 10), gap=4)
        whole.addWidget(label(self.tr("Export"), role="strip", bold=True))
        self._caption(whole, self.tr("Save to"))
        where = row(gap=6)
        where.addWidget(self.folder, 1)
        where.addWidget(self.browse)
        whole.addLayout(where)
        self._caption(whole, self.tr("As"))
        whole.addWidget(self.excel)
        below = row(margins=(24, 0, 0, 0))
        below.addWidget(self.each)
        whole.addLayout(below)
        whole.addWidget(self.pdf)
        self._caption(whole, self.tr("Paper"))
        whole.addWidget(self.paper)
        whole.addSpacing(theme().px(4))
        whole.addWidget(self.warning)
        whole.addWidget(self.result)
        whole.addSpacing(theme().px(2))
        whole.addWidget(self.export)
        self._busy = QWidget()
        busy = column(gap=4)
        line = row(gap=8)
        line.addWidget(self.state, 1)
        line.addWidget(self.cancel)
        busy.addWidget(self.progress)
        busy.addLayout(line)
        self._busy.setLayout(busy)
        whole.addWidget(self._busy)
        whole.addWidget(self.package)
        whole.addWidget(self.residents)
        whole.addWidget(self.print)
        self._files = QWidget()
        self._files_box = column(gap=0)
        self._files.setLayout(self._files_box)
        whole.addWidget(self._files)
        whole.addStretch(1)
        return whole

    def _caption(self, box: QVBoxLayout, text: str) -> None:
        box.addSpacing(theme().px(4))
        box.addWidget(label(text, role="small", token="ink2"))

    def _connect(self) -> None:
        self.excel.toggled.connect(self.each.setEnabled)
        self.export.clicked.connect(self.export_asked)
        self.package.clicked.connect(self.package_asked)
        self.residents.clicked.connect(self.residents_asked)
        self.print.clicked.connect(self.print_asked)
        self.cancel.clicked.connect(self.cancel_asked)
        self.browse.clicked.connect(self.browse_asked)
        self.folder.editingFinished.connect(self.folder_changed)
        self.paper.currentIndexChanged.connect(lambda _: self.paper_changed.emit())

    @property
    def paper_name(self) -> str:
        """``F4``, ``A4`` or ``Legal``."""
        return str(self.paper.currentData())

    def show_warning(self, text: str) -> None:
        """Say what should be known before exporting; empty: nothing."""
        if text:
            self.warning.say("warn", text)
        else:
            self.warning.hide()

    def show_progress(self, done: int, total: int, words: str = "") -> None:
        """Show how far an export is; a total of 0: none is running."""
        self._busy.setVisible(total > 0)
        self.export.setVisible(total == 0)
        self.package.setEnabled(total == 0)
        self.residents.setEnabled(total == 0)
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        self.state.setText(words)

    def file_rows(self) -> list[FileRow]:
        """The files that are listed."""
        return [found for found in self._files.findChildren(FileRow) if not found.isHidden()]

    def show_files(self, files: list[FoundFile], opened: Callable[[Path], None]) -> None:
        """List what is in the folder already; a click opens a file."""
        while (item := self._files_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._files.setVisible(bool(files))
        if not files:
            return
        self._files_box.addSpacing(theme().px(6))
        self._files_box.addWidget(Hairline())
        self._files_box.addSpacing(theme().px(8))
        head = label(self.tr("In this folder"), role="small", bold=True, token="ink2")
        self._files_box.addWidget(head)
        for found in files:
            made = FileRow(found)
            made.clicked.connect(lambda _=False, path=found.path: opened(path))
            self._files_box.addWidget(made)
            made.show()  # at once: the layout would do it a moment later
