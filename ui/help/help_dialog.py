"""The help: contents and search at the left, the page at the right; all of it on this computer (U35)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTreeWidget, QTreeWidgetItem, QWidget

from ui.help.help_page import page_html, page_style
from ui.help.help_text import QUESTION, RULE, HelpBook
from ui.kit.controls import (
    Hairline,
    button,
    column,
    label,
    row,
)
from ui.kit.dialog import LARGEST, BaseDialog
from ui.kit.help_topics import FIRST, KEYS
from ui.kit.search_field import SearchField
from ui.support.theme import theme

_ID = Qt.ItemDataRole.UserRole


class _Contents(QTreeWidget):
    """Groups and their topics; one is chosen as soon as it has the cursor."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName(name)
        self.setFont(theme().font("body"))
        self.setIndentation(theme().px(14))
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setStyleSheet(f"QTreeView::item {{ min-height: {theme().px(26)}px; }}")
        self.items: dict[str, QTreeWidgetItem] = {}
        self._heads: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem], bool]] = []

    def fill(self, book: HelpBook) -> None:
        """Put the contents in; long groups that are read from elsewhere stay closed."""
        for group, topics in book.groups().items():
            if len(topics) == 1 and topics[0].title == group:
                self.addTopLevelItem(self._item(topics[0].id, group))
                continue
            head = QTreeWidgetItem([group])
            head.setFont(0, theme().font("body", bold=True))
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addTopLevelItem(head)
            items = [self._item(topic.id, topic.title) for topic in topics]
            head.addChildren(items)
            self._heads.append((head, items, not topics[0].id.startswith((RULE, QUESTION))))
            head.setExpanded(self._heads[-1][2])

    def _item(self, topic: str, title: str) -> QTreeWidgetItem:
        made = self.items[topic] = QTreeWidgetItem([title])
        made.setData(0, _ID, topic)
        made.setToolTip(0, title)
        return made

    def sift(self, wanted: set[str] | None) -> None:
        """Show only some topics; None: all, as at first."""
        for topic, item in self.items.items():
            item.setHidden(wanted is not None and topic not in wanted)
        for head, items, open_at_first in self._heads:
            head.setHidden(all(item.isHidden() for item in items))
            head.setExpanded(wanted is not None or open_at_first)


class HelpDialog(BaseDialog):
    """Shows one topic and leads to all others.

    Args:
        book: the topics.
        topic: id of the one to begin with.
        parent: the window it is asked from.
    """

    topic = FIRST

    def __init__(self, book: HelpBook, topic: str = FIRST, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Help"), parent, width=620)
        self._book = book
        self.shown = ""
        self._before: list[str] = []
        self.search = SearchField(self.tr("Search the help"), self.tr("Search the help"))
        self.contents = _Contents(self.tr("Contents"))
        self.contents.fill(book)
        self.page = QTextBrowser()
        self.page.setFrameShape(QFrame.Shape.NoFrame)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Page of the help"))
        self.page.setFont(theme().font("body"))
        self.page.document().setDocumentMargin(theme().px(4))
        self.page.document().setDefaultStyleSheet(page_style())
        self._nothing = label("", role="small", token="ink2", wrap=True)
        self._nothing.hide()
        self._arrange()
        self._make_buttons()
        self.search.textChanged.connect(self._sift)
        self.contents.currentItemChanged.connect(lambda now, _: self._chosen(now))
        self.page.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("Ctrl+F"), self, self.search.setFocus)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)
        self.show_topic(topic if topic in book.topics else FIRST)
        self.page.setFocus()

    def sizeHint(self) -> QSize:
        """As large as the design, never larger than a small screen."""
        px = theme().px
        return QSize(min(px(960), LARGEST.width()), min(px(640), LARGEST.height()))

    def _arrange(self) -> None:
        left = column(gap=8)
        left.addWidget(self.search)
        left.addWidget(self._nothing)
        left.addWidget(self.contents, 1)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(min(theme().px(300), 470))
        both = row(gap=16)
        both.addWidget(side)
        both.addWidget(Hairline(vertical=True))
        both.addWidget(self.page, 1)
        self.body.addLayout(both, 1)

    def _make_buttons(self) -> None:
        self.back = button(self.tr("Back"), kind="quiet", icon="kiri")
        self.back.setToolTip("Alt+\N{LEFTWARDS ARROW}")
        self.back.clicked.connect(self.go_back)
        self.copy = button(self.tr("Copy"), kind="quiet", icon="salin")
        self.copy.clicked.connect(self.copy_page)
        self.paper = button(self.tr("Print…"), kind="quiet", icon="cetak")
        self.paper.clicked.connect(self._offer_paper)
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        for made in (self.back, self.copy, self.paper, close):
            self.add_button(made)

    def show_topic(self, topic: str) -> None:
        """Go to a topic."""
        if topic not in self._book.topics or topic == self.shown:
            return
        if self.shown:
            self._before.append(self.shown)
        self._show(topic)

    def go_back(self) -> None:
        """Go to the topic shown before."""
        if self._before:
            self._show(self._before.pop())

    def copy_page(self) -> None:
        """Put the text of the topic on the clipboard."""
        QGuiApplication.clipboard().setText(self._book.topics[self.shown].plain())

    def paper_menu(self) -> QMenu:
        """What can be had on paper: the quick guide and the sheet of keys, printed or as a PDF."""
        from ui.help.help_paper import fill_menu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, self._book.topics[KEYS].keys, self)
        return menu

    def _offer_paper(self) -> None:
        self.paper_menu().popup(self.paper.mapToGlobal(self.paper.rect().topLeft()))

    def _show(self, topic: str) -> None:
        self.shown = topic
        found = self._book.topics[topic]
        self.page.setHtml(page_html(found, self._book.beside(found)))
        self.back.setEnabled(bool(self._before))
        item = self.contents.items[topic]
        self.contents.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.contents.setCurrentItem(item)
        self.contents.scrollToItem(item)
        self.contents.blockSignals(False)  # noqa: FBT003

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        topic = item.data(0, _ID) if item is not None else None
        if topic:
            self.show_topic(str(topic))

    def _follow(self, link: QUrl) -> None:
        self.show_topic(link.toString())

    def _sift(self, text: str) -> None:
        found = self._book.search(text) if text.strip() else None
        self.contents.sift({topic.id for topic in found} if found is not None else None)
        self._nothing.setText(self.tr('Nothing matches "{text}".').format(text=text.strip()))
        self._nothing.setVisible(found == [])
        if found:
            self.show_topic(found[0].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down leads from the search into the contents; Enter reads on; Esc empties the search first."""
        searching = self.search.hasFocus()
        if searching and event.key() == Qt.Key.Key_Down:
            self.contents.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (searching or self.contents.hasFocus()):
            self.page.setFocus()
        elif searching and event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)
