"""The QR code at the foot: what it says, and its dots for writer and painter."""

from __future__ import annotations

import io
from functools import lru_cache

QUIET_ZONE = 2
"""Light dots around the code; paper is white, so two do."""


def identity_code(village_code: str, fiscal_year: int, version: int, fingerprint: str) -> str:
    """What the QR code of a plan says: ``VB1:35.10.01.2001:2026:0:<64 hex digits>``.

    Only characters of the QR alphanumeric mode, so that the code stays small enough to scan at 11 mm.
    Empty when there is no fingerprint.
    """
    if not fingerprint:
        return ""
    return f"VB1:{village_code}:{fiscal_year}:{version}:{fingerprint}".upper()


@lru_cache(maxsize=8)
def dots(code: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code, True for a dark dot, quiet zone included; empty for an empty code."""
    if not code:
        return ()
    import segno

    symbol = segno.make_qr(code, error="m", boost_error=False)
    return tuple(tuple(bool(dot) for dot in row) for row in symbol.matrix_iter(scale=1, border=QUIET_ZONE))


@lru_cache(maxsize=8)
def png(code: str, dots_per_module: int = 6) -> bytes:
    """The code as a black and white PNG image with ``dots_per_module`` pixels a dot."""
    import segno

    image = io.BytesIO()
    segno.make_qr(code, error="m", boost_error=False).save(
        image, kind="png", scale=dots_per_module, border=QUIET_ZONE
    )
    return image.getvalue()
