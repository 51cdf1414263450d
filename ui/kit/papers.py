"""The papers that documents can be made for."""

from __future__ import annotations

PAPERS = (("F4", "F4  215 × 330 mm"), ("A4", "A4  210 × 297 mm"), ("Legal", "Legal  216 × 356 mm"))
"""Papers by name, with their words."""
