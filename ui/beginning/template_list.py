"""The list of templates, painted: title, activity below it, and whose it is."""

from __future__ import annotations

import sys

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.beginning.template_rows import NAME_ROLE, TEMPLATE_ROLE, TemplateModel
from ui.kit.chips import paint_chip
from ui.support.formats import elide_words
from ui.support.theme import theme
from village_budget.domain.template import ActivityTemplate

AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class _TemplateDelegate(QStyledItemDelegate):
    """Paints one template from tokens."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """Two lines."""
        return QSize(0, theme().px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw a row; nothing raised here may reach Qt."""
        painter.save()
        try:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint(painter, QRect(option.rect), index, selected=selected)
        except Exception:  # noqa: BLE001 - an exception that leaves a paint event ends the process
            sys.excepthook(*sys.exc_info())
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, box: QRect, index: AnyIndex, *, selected: bool) -> None:
        px, color = theme().px, theme().color
        template = index.data(TEMPLATE_ROLE)
        assert isinstance(template, ActivityTemplate)
        painter.fillRect(box, color("tint" if selected else "surface"))
        if selected:
            painter.fillRect(box.left(), box.top(), px(3), box.height(), color("accent"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, color("line"))
        room = box.width() - px(24)
        top = QRect(box.left() + px(12), box.top() + px(5), room, px(20))
        if template.is_own:
            words = self.tr("mine")
            wide = QFontMetrics(theme().font("caption", bold=True)).horizontalAdvance(words) + px(14)
            chip = QRectF(top.right() - wide, top.top() + px(1), wide, px(18))
            paint_chip(painter, chip, words, color("ink2"), color("sector"))
            top.setRight(top.right() - wide - px(8))
        below = QRect(box.left() + px(12), box.top() + px(25), room, px(18))
        for place, words, role, token, bold in (
            (top, str(index.data()), "body", "ink", selected),
            (below, str(index.data(NAME_ROLE)), "small", "ink2", False),
        ):  # fmt: skip
            font = theme().font(role, bold=bold)
            painter.setFont(font)
            painter.setPen(color(token))
            painter.drawText(place, _LEFT, elide_words(words, QFontMetrics(font), place.width()))


class TemplateList(QListView):
    """One row a template; Enter or a double click takes it."""

    def __init__(self, model: TemplateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _TemplateDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
