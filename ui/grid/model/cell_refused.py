"""Why a cell does not take what was typed; knows nothing of Qt."""

from __future__ import annotations


class CellRefused(ValueError):  # noqa: N818 - a refusal, not a fault
    """Text that a cell can't take.

    Attributes:
        code: why: ``unreadable``, ``ambiguous``, ``too-large``, ``negative``, ``volume-unreadable``,
            ``not-exact``, ``fund-unknown``, ``fund-several`` or ``personal-number``.
        readings: texts that would be taken, likeliest first.
        details: facts for the sentence.
    """

    def __init__(self, code: str, readings: tuple[str, ...] = (), **details: str) -> None:
        super().__init__(code, readings, details)
        self.code = code
        self.readings = readings
        self.details = details
