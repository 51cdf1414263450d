"""HTML that can't be broken by a name: what is no `Markup` is escaped, whoever wrote it."""

from __future__ import annotations

import html
from typing import TypeAlias

from village_budget.text import one_line

_VOID = frozenset({"br", "col", "hr", "input", "link", "meta"})
Attribute: TypeAlias = str | int | bool | None


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Text as HTML: one line, nothing in it can end a tag or an attribute; a space at its ends stays."""
    if isinstance(text, Markup):
        return text
    before, after = (" " if edge.isspace() else "" for edge in (text[:1], text[-1:]))
    kept = one_line(text)
    return Markup(html.escape(f"{before}{kept}{after}" if kept else before, quote=True))


def joined(*children: str) -> Markup:
    """Several pieces one after another."""
    return Markup("".join(escaped(child) for child in children))


def tag(element: str, /, *children: str, **attributes: Attribute) -> Markup:
    """One element.

    Args:
        element: its name.
        children: what stands in it; plain text is escaped.
        attributes: ``class_`` for ``class``, ``aria_label`` for ``aria-label``; True for one without a value;
            None and False for none.
    """
    told = "".join(_attribute(key, value) for key, value in attributes.items())
    if element in _VOID:
        return Markup(f"<{element}{told}>")
    return Markup(f"<{element}{told}>{joined(*children)}</{element}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if name == "viewbox":
        name = "viewBox"
    return f" {name}" if value is True else f' {name}="{escaped(str(value))}"'
