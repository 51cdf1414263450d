"""Village and year at the top of the window: a button that offers the other years."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.kit.controls import column, label, row
from ui.support.icons import pixmap
from ui.support.theme import theme


class TitleButton(QPushButton):
    """Two lines of words and a chevron."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setAutoDefault(False)
        self.village = label("", role="body", bold=True)
        self.year = label("", role="small", token="ink2")
        self._chevron = chevron = QLabel()
        side = theme().px(14)
        chevron.setPixmap(pixmap("bawah", theme().color("ink2"), side, self.devicePixelRatioF()))
        words = column(gap=0)
        words.addStretch(1)
        words.addWidget(self.village)
        words.addWidget(self.year)
        words.addStretch(1)
        self._line = line = row(gap=6)
        line.addLayout(words)
        line.addWidget(chevron)
        self.setLayout(line)
        for part in (self.village, self.year, chevron):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.set_small(small=False)

    def set_small(self, *, small: bool) -> None:
        """Without chevron and air where room is short."""
        px = theme().px
        self._chevron.setVisible(not small)
        self._line.setContentsMargins(*((0, 0, 0, 0) if small else (px(6), 0, px(4), 0)))
        self.updateGeometry()

    def set_words(self, village: str, year: str) -> None:
        """Say what is open."""
        self.village.setText(village)
        self.year.setText(year)
        self.setAccessibleName(self.tr("{village}, {year}. Other years").format(village=village, year=year))
        self.setToolTip(self.tr("Other years (Ctrl+Shift+Y)"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the words."""
        layout = self.layout()
        assert layout is not None
        return QSize(layout.sizeHint().width(), theme().px(42))

    def minimumSizeHint(self) -> QSize:
        """The words are not cut."""
        return self.sizeHint()
