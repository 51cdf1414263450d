"""Reads a public page as a browser would: elements, their attributes, their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "col", "hr", "input", "link", "meta", "wbr"}


@dataclass(slots=True)
class Element:
    """One element of the page."""

    tag: str
    attributes: dict[str, str]
    below: list[Element] = field(default_factory=list)
    parts: list[str | Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set(self.attributes.get("class", "").split())

    def all(self, tag: str = "", kind: str = "") -> Iterator[Element]:
        """Everything in it with a tag and a class, in the order of the page."""
        for one in self.below:
            if (not tag or one.tag == tag) and (not kind or kind in one.classes):
                yield one
            yield from one.all(tag, kind)

    def one(self, tag: str = "", kind: str = "") -> Element:
        """The first of them."""
        return next(self.all(tag, kind))

    def by_id(self, name: str) -> Element:
        """The element of an id."""
        return next(one for one in self.all() if one.attributes.get("id") == name)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].below.append(made)
        self._open[-1].parts.append(made)
        if tag not in _VOID:
            self._open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"<{self._open[-1].tag}> is ended by </{tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].parts.append(data)


def read_page(text: str) -> Element:
    """The page as a tree; every element that begins also ends."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    assert builder._open == [builder.root]
    return builder.root
