"""What is put on the clipboard: made so that it outlives the program's end."""

from __future__ import annotations

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
