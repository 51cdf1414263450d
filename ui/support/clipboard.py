"""What is put on the clipboard, made so that it outlives the program's end, and what is found there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItemModel


def put(text: str, html: str, **formats: bytes) -> None:
    """Put text, the same as HTML, and further formats (by name) on the clipboard."""
    # Made by Qt, not by Python: content that Python made is deleted after Python's own end, which crashes.
    model = QStandardItemModel(1, 1)
    content: QMimeData = model.mimeData([model.index(0, 0)])
    content.clear()
    content.setText(text)
    content.setHtml(html)
    for name, value in formats.items():
        content.setData(name, value)
    QGuiApplication.clipboard().setMimeData(content)


@dataclass(frozen=True, slots=True)
class Content:
    """What can be pasted: the text, the same as HTML, and one format of our own; each may be empty."""

    text: str = ""
    html: str = ""
    own: str | None = None

    @property
    def is_block(self) -> bool:
        """Whether it has several cells."""
        return "\t" in self.text or "\n" in self.text.strip()


def content(own: str = "") -> Content:
    """What is on the clipboard now; nothing where it is empty or another program holds it."""
    # Declared as always there, but None on an empty clipboard, and on Windows while it is in use elsewhere.
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if found is None:
        return Content()
    kept = bytes(found.data(own).data()).decode() if own and found.hasFormat(own) else None
    return Content(found.text(), found.html(), kept)
