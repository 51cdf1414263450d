"""What a regency changes in an official form: each issues the national forms anew, in its own regulation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SignatureChange:
    """One signature block of a form in the regency's words.

    Attributes:
        side: ``left``, ``centre`` or ``right``.
        tier: row of blocks, from 0 at the top.
        lines: above the name; may hold placeholders such as ``{DESA}``.
        name: who signs; may be a placeholder.
    """

    side: str
    tier: int
    lines: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class FormChange:
    """What stands differently in one form; parts left at None or empty stay as in the national form.

    Attributes:
        sheet: title of its sheet.
        block: lines of the head at the right.
        title: lines of the title.
        landscape: across the long side.
        margins_mm: on all four sides.
        widths: of columns by their key, in characters.
        headings: heading in the national form -> in the regency's.
        words: by their name in the form's file.
        signatures: all blocks of the form.
    """

    sheet: str = ""
    block: tuple[str, ...] | None = None
    title: tuple[str, ...] | None = None
    landscape: bool | None = None
    margins_mm: float = 0.0
    widths: Mapping[str, float] = field(default_factory=dict)
    headings: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    signatures: tuple[SignatureChange, ...] | None = None
