"""A topic of the help as a page: headings, paragraphs, items, keys and links, in the colours of the theme."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from ui.help.help_text import Topic
from ui.support.theme import theme

_TYPED = re.compile(r"`([^`]+)`")


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelpPage", text)


def page_style() -> str:
    """The style of pages, from tokens and the font factor."""
    color, px = theme().color, theme().px
    size = theme().font("body").pixelSize()
    return f"""
    body, p, li, td {{ color: {color("ink").name()}; font-size: {size}px; line-height: 112%; }}
    p {{ margin: 0 0 {px(9)}px 0; }}
    h1 {{ color: {color("ink").name()}; font-size: {theme().font("title").pixelSize()}px; line-height: 100%;
      margin: 0 0 {px(10)}px 0; }}
    .group {{ color: {color("ink3").name()}; font-size: {round(size * 0.92)}px; margin: 0 0 {px(2)}px 0; }}
    .head {{ color: {color("ink2").name()}; font-weight: bold; margin: {px(12)}px 0 {px(4)}px 0; }}
    .typed {{ background: {color("sub").name()}; color: {color("ink").name()}; font-weight: bold; }}
    .link {{ margin: 0 0 {px(2)}px 0; }}
    a {{ color: {color("accent").name()}; text-decoration: none; }}
    li {{ margin: 0 0 {px(5)}px 0; }}
    """


def page_html(topic: Topic, beside: Sequence[Topic]) -> str:
    """A topic as rich text; only words of the program's own, escaped all the same."""
    parts = [f'<p class="group">{escape(topic.group)}</p>', f"<h1>{escape(topic.title)}</h1>"]
    parts += _blocks(topic.text)
    if topic.keys:
        parts.append(_keys(topic.keys))
    if topic.basis:
        parts.append(f'<p class="head">{_tr("Basis")}</p><p>{escape(topic.basis)}</p>')
    if beside:
        links = "".join(
            f'<p class="link"><a href="{escape(one.id)}">{escape(one.title)}</a></p>' for one in beside
        )
        parts.append(f'<p class="head">{_tr("See also")}</p>{links}')
    return f"<body>{''.join(parts)}</body>"


def _blocks(text: str) -> list[str]:
    """Paragraphs and lists."""
    found: list[str] = []
    items: list[str] = []
    words: list[str] = []

    def close() -> None:
        if words:
            found.append(f"<p>{_inline(' '.join(words))}</p>")
        if items:
            found.append(f"<ul>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</ul>")
        words.clear()
        items.clear()

    for line in text.splitlines():
        if line.startswith("- "):
            if words:
                close()
            items.append(line[2:])
        elif line.strip():
            if items:
                close()
            words.append(line.strip())
        else:
            close()
    close()
    return found


def _inline(text: str) -> str:
    return _TYPED.sub('<span class="typed">\\1</span>', escape(text))


def _keys(keys: Sequence[tuple[str, str]]) -> str:
    gap = theme().px(18)
    rows = "".join(
        f'<tr><td style="padding-right: {gap}px"><b>{escape(key)}</b></td><td>{escape(words)}</td></tr>'
        for key, words in keys
    )
    return f'<table cellpadding="{theme().px(2)}" cellspacing="0">{rows}</table>'
