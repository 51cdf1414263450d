"""How wide a text is in Arial and how many lines it needs; no program fits row heights of a new workbook.

Widths are those of the Helvetica/Arial metrics, in 1/1000 of the type size; bold is a little wider.
"""

from __future__ import annotations

from functools import lru_cache

_CLASSES = {
    191: "'",
    222: "ijl",
    278: " !,./:;I[]\\ft\N{NO-BREAK SPACE}·",
    333: "()-r`",
    355: '"',
    389: "*",
    469: "^",
    500: "Jckvsxyz",
    556: "#$0123456789?L_abdeghnopqu–",
    584: "+<=>~×",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
_WIDTHS = {character: width for width, characters in _CLASSES.items() for character in characters}
_OTHER = 700
_BOLD = 1.07
_WIDEST = 1.09


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of one line of text in points."""
    width = sum(_WIDTHS.get(character, _OTHER) for character in text) * size / 1000
    return width * _BOLD if bold else width


@lru_cache(maxsize=4096)
def line_count(text: str, width: float, size: float, bold: bool = False) -> int:
    """Lines a text needs in a cell that is ``width`` points wide inside; words are never cut if they fit."""
    if len(text) * size * _WIDEST <= width and "\n" not in text:
        return 1
    count = 0
    space = text_width(" ", size, bold=bold)
    for paragraph in text.split("\n"):
        count += 1
        used = 0.0
        for word in paragraph.replace("-", "- ").split(" "):  # a no-break space parts nothing
            needed = text_width(word, size, bold=bold)
            if used and used + space + needed > width:
                count += 1
                used = 0.0
            if needed > width:
                extra = int(needed // width)
                count += extra
                used = needed - extra * width
            else:
                used += needed + (space if used else 0.0)
    return count
