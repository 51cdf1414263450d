"""The one stylesheet: buttons, inputs, check boxes, heads, scroll bars, tooltips; variants by ``kind``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Template

from village_budget import paths

INKS = ("ink", "ink2", "ink3", "accent", "ok", "warn", "bad", "waive")
"""Tokens that a label may have as its ink (``set_ink``)."""
GROUNDS = (
    "line",
    "line2",
    "bg",
    "surface",
    "surface2",
    "sub",
    "sector",
    "tint",
    "oktint",
    "warntint",
    "badtint",
    "waivetint",
)
"""Tokens that a widget may have as its ground (``set_ground``)."""

_SHEET = Template("""
* { outline: none; }
QToolTip { background: $ink; color: $surface; border: none; padding: ${p4}px ${p8}px; }
QPushButton { min-height: ${button}px; padding: 0 ${p12}px; border-radius: ${radius}px;
  border: 1px solid $line2; background: $surface; color: $ink; }
QPushButton:hover { background: $tint; }
QPushButton:pressed { background: $tint2; }
QPushButton:focus { border: ${ring}px solid $accent; min-height: ${button_in}px; padding: 0 ${in12}px; }
QPushButton:disabled { color: $ink3; border-color: $line; background: $surface; }
QPushButton[kind="primary"] { background: $accent; color: $onaccent; border: 1px solid $accent;
  font-weight: bold; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent2; }
QPushButton[kind="primary"]:focus { border: ${ring}px solid $ink; }
QPushButton[kind="primary"]:disabled { background: $track; color: $ink3; border-color: $track; }
QPushButton[kind="quiet"] { border: 1px solid transparent; background: transparent; padding: 0 ${p8}px; }
QPushButton[kind="quiet"]:hover { background: $tint; }
QPushButton[kind="quiet"]:pressed { background: $tint2; }
QPushButton[kind="quiet"]:focus { border: ${ring}px solid $accent; padding: 0 ${in8}px; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: $accent;
  padding: 0 ${p4}px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: ${ring}px solid $accent; padding: 0 ${in4}px; }
QPushButton[kind="crumb"] { border: none; background: transparent; color: $ink2; padding: 0 4px;
  text-align: left; }
QPushButton[kind="crumb"]:hover { color: $accent; text-decoration: underline; }
QPushButton[kind="crumb"]:focus { border: ${ring}px solid $accent; border-radius: 3px; }
QPushButton[kind="chip"] { min-height: ${chip}px; max-height: ${chip}px; border-radius: ${chip_radius}px;
  padding: 0 ${p10}px; color: $ink2; border-color: $line; }
QPushButton[kind="chip"]:checked { background: $tint; border: 1px solid $accent; color: $accent;
  font-weight: bold; }
QPushButton[kind="chip"]:focus { border: ${ring}px solid $accent; padding: 0 ${in10}px;
  min-height: ${chip_in}px; max-height: ${chip_in}px; }
QPushButton[kind="danger"] { background: $bad; color: $surface; border: 1px solid $bad; font-weight: bold; }
QPushButton[kind="danger"]:focus { border: ${ring}px solid $ink; }
QPushButton[kind="count"] { min-height: 0; border: 1px solid transparent; background: transparent;
  padding: 0 ${p4}px;
  text-align: left; color: $ink2; }
QPushButton[kind="count"]:hover { background: $tint; }
QPushButton[kind="count"]:focus { border: ${ring}px solid $accent; }
QLineEdit, QPlainTextEdit, QComboBox { background: $surface; color: $ink; border: 1px solid $line2;
  border-radius: ${radius}px; padding: 0 ${p8}px; selection-background-color: $tint2; selection-color: $ink;
  placeholder-text-color: $hint; }
QLineEdit, QComboBox { min-height: ${button}px; }
QComboBox { padding-left: ${p10}px; }
QPlainTextEdit { padding: ${p4}px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $ink2; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: ${ring}px solid $accent; }
QLineEdit:focus, QComboBox:focus { min-height: ${button_in}px; padding: 0 ${in8}px; }
QComboBox:focus { padding-left: ${in10}px; }
QPlainTextEdit:focus { padding: ${in4}px; }
QLineEdit:read-only, QLineEdit:disabled { background: $sub; color: $ink2; }
QLineEdit[wrong="true"] { border: 2px solid $bad; min-height: ${button_in}px; }
QComboBox::drop-down { border: none; width: ${p24}px; subcontrol-origin: border;
  subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$down"); width: ${p16}px; height: ${p16}px; }
QCheckBox::indicator { width: ${box}px; height: ${box}px; border: 1px solid $line2; border-radius: ${p3}px;
  background: $surface; }
QCheckBox::indicator:focus { border: ${ring}px solid $accent; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent; image: url("$check"); }
QCheckBox::indicator:disabled { background: $sub; border-color: $line; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line2;
  selection-background-color: $tint; selection-color: $ink; }
QCheckBox, QRadioButton { spacing: ${p8}px; color: $ink; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${card}px; }
QListView, QTreeView, QTableView { background: $surface; color: $ink; border: none; }
QListView[kind="popup"] { border: 1px solid $line2; }
QListView::item:selected, QTableView::item:selected { background: $tint; color: $ink; }
QHeaderView::section { background: $surface; color: $ink2; border: none; border-bottom: 1px solid $line2;
  padding: 0 ${p8}px; }
QMenu { background: $surface; color: $ink; border: 1px solid $line2; padding: ${p4}px; }
QMenu::item { padding: ${p4}px ${p24}px ${p4}px ${p12}px; }
QMenu::item:selected { background: $tint; color: $ink; }
QTextBrowser, QTreeWidget { background: $surface; color: $ink; border: ${ring}px solid transparent;
  border-radius: ${radius}px; selection-background-color: $tint2; selection-color: $ink; }
QTextBrowser:focus, QTreeWidget:focus { border: ${ring}px solid $accent; }
QTreeWidget::item:selected, QTreeWidget::branch:selected { background: $tint; color: $ink; }
QTreeWidget::branch:has-children:closed { image: url("$right"); }
QTreeWidget::branch:has-children:open { image: url("$down"); }
QScrollArea { border: none; }
QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${bar}px; margin: 0; }
QScrollBar::handle { background: $line2; border-radius: ${bar_radius}px; margin: 2px; }
QScrollBar::handle:vertical { min-height: ${p24}px; }
QScrollBar::handle:horizontal { min-width: ${p24}px; }
QScrollBar::handle:hover { background: $ink3; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0; }
QProgressBar { border: none; background: $track; border-radius: ${bar_radius}px; min-height: ${p8}px;
  max-height: ${p8}px; }
QProgressBar::chunk { background: $accent; border-radius: ${bar_radius}px; }
""")


def stylesheet(name: str, tokens: Mapping[str, str], px: Callable[[float], int]) -> str:
    """Build the sheet of a theme from its tokens and the length scale.

    A radius above half the height is dropped silently by Qt, so it is computed from the scaled height.
    """
    chip, ring = px(24), 3 if name == "contrast" else 2
    grounds = "".join(f'QWidget[ground="{token}"] {{ background: {tokens[token]}; }}\n' for token in GROUNDS)
    if name == "contrast":
        # Tints are white there: a notice keeps its edge.
        grounds += "".join(
            f'QWidget[ground="{kind}tint"] {{ border: 1px solid {tokens[kind]}; }}\n'
            for kind in ("ok", "warn", "bad", "waive")
        )
    lengths = {f"p{n}": px(n) for n in (3, 4, 8, 10, 12, 16, 24)} | {
        "button": px(30), "radius": px(5), "chip": chip, "chip_radius": (chip + 1) // 2,
        "card": px(8), "box": px(16), "bar": px(10), "bar_radius": px(3),
        "ring": ring,
    }  # fmt: skip
    # The ring is thicker than the border: what it takes from inside keeps words and neighbours in place.
    more = ring - 1
    lengths |= {f"in{n}": max(px(n) - more, 0) for n in (4, 8, 10, 12)}
    lengths |= {"button_in": px(30) - 2 * more, "chip_in": chip - 2 * more}
    grounds += "".join(f'QLabel[ink="{token}"] {{ color: {tokens[token]}; }}\n' for token in INKS)
    pictures = {
        key: paths.resource("icons", "sheet", f"{icon}-{name}.svg").as_posix()
        for key, icon in (("down", "bawah"), ("right", "kanan"), ("check", "centang"))
    }
    plain = {token: value for token, value in tokens.items() if "-" not in token}
    return grounds + _SHEET.substitute(plain, **lengths, **pictures)
