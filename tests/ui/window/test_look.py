"""Tokens, icons and fonts: legible in every theme, whole at every size."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from ui.check.finding_view import STATES
from ui.kit.chips import STATUS_TOKENS
from ui.support import formats
from ui.support.icons import pixmap
from ui.support.stylesheet import GROUNDS, INKS
from ui.support.theme import FACTORS, apply_theme, theme, undress
from ui.support.tokens import THEMES, TOKENS
from village_budget import paths

GROUND_OF_TEXT = {
    "ink": ("bg", "surface", "surface2", "sector", "sub", "tint", "tint2", "oktint", "warntint", "badtint"),
    "ink2": ("bg", "surface", "surface2", "sector", "sub", "tint", "tint2", "oktint", "warntint", "badtint"),
    "hint": ("surface", "sub"),
    "ink3": ("bg", "surface", "surface2", "sector", "sub", "tint", "track"),
    "accent": ("bg", "surface", "surface2", "sector", "sub", "tint"),
    "ok": ("bg", "surface", "surface2", "sub", "tint", "oktint"),
    "warn": ("bg", "surface", "surface2", "sub", "tint", "warntint"),
    "bad": ("bg", "surface", "surface2", "sub", "tint", "badtint"),
    "waive": ("bg", "surface", "waivetint"),
    "onaccent": ("accent", "accent2"),
    "surface": ("bad", "ink"),
}


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_text_has_contrast_enough_on_its_grounds(name: str) -> None:
    """U29: 4.5 for text, in all three themes."""
    colours = TOKENS[name]
    weak = {
        (text, ground): round(contrast(colours[text], colours[ground]), 2)
        for text, grounds in GROUND_OF_TEXT.items()
        for ground in grounds
        if contrast(colours[text], colours[ground]) < 4.5
    }
    assert not weak


@pytest.mark.parametrize("name", THEMES)
def test_chips_have_contrast_enough(name: str) -> None:
    colours = TOKENS[name]
    pairs = [
        (f"fund-{f}-text", f"fund-{f}-ground")
        for f in ("DDS", "ADD", "PAD", "PBH", "PBP", "PBK", "SWD", "DLL")
    ]
    for text, ground in [*pairs, *STATUS_TOKENS.values()]:
        assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


@pytest.mark.parametrize("name", THEMES)
def test_borders_and_focus_are_seen(name: str) -> None:
    """U29: 3 for what is not text."""
    colours = TOKENS[name]
    for token in ("accent", "line2", "okfill", "warnfill", "badfill"):
        assert contrast(colours[token], colours["surface"]) >= 3, token


def test_each_theme_has_every_token() -> None:
    assert TOKENS["light"].keys() == TOKENS["dark"].keys() == TOKENS["contrast"].keys()
    assert set(INKS) | set(GROUNDS) <= TOKENS["light"].keys()


def test_every_state_has_an_icon_of_its_own_shape() -> None:
    """U31: never colour alone."""
    for icon, token in STATES.values():
        assert paths.resource("icons", f"{icon}.svg").exists()
        assert token in TOKENS["light"]


def test_icons_take_their_colour_and_draw_something(qapp: QApplication) -> None:
    for path in paths.resource("icons").glob("*.svg"):
        image = pixmap(path.stem, QColor("#A02B1D"), 40).toImage()
        dots = [image.pixelColor(x, y) for x in range(40) for y in range(40)]
        solid = [dot for dot in dots if dot.alpha() > 250]
        assert solid, path.stem
        assert all(abs(dot.red() - 0xA0) + abs(dot.green() - 0x2B) < 6 for dot in solid), path.stem


@pytest.mark.parametrize("factor", FACTORS)
def test_the_bundled_font_is_used_with_tabular_digits(qapp: QApplication, factor: float) -> None:
    apply_theme(qapp, "light", factor)
    assert "Noto Sans" in QFontDatabase.families()
    for role in ("caption", "small", "body", "strip", "title", "figure"):
        for bold in (False, True):
            metrics = QFontMetrics(theme().font(role, bold=bold))
            assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    undress(qapp)


@pytest.mark.parametrize(
    ("width", "fitted"),
    [
        (60, "Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa"),
        (46, "Penyediaan Penghasilan Tetap dan … Kepala Desa"),
        (30, "Penyediaan … Kepala Desa"),
    ],
)
def test_names_give_way_in_the_middle_and_keep_their_last_two_words(width: int, fitted: str) -> None:
    name = "Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa (siltap, dll)"
    assert formats.fit_words(name, len, width) == fitted
