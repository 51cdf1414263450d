"""Standard prices that all villages on this computer share: one file in the user's data folder."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from village_budget import paths
from village_budget.atomic import replacing
from village_budget.domain.answer import PriceText
from village_budget.text import one_line

_FILE = "standar_harga.csv"
_NAME = "# "


def shared_file() -> Path:
    """Where the shared list lies."""
    return paths.user_data_dir() / _FILE


def load_shared() -> PriceText | None:
    """The shared list; None when there is none, or it can't be read."""
    try:
        whole = shared_file().read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    head, _, text = whole.partition("\n")
    if not head.startswith(_NAME):
        return None
    return PriceText(0, head.removeprefix(_NAME), text, sha256(text.encode("utf-8")).hexdigest())


def save_shared(name: str, text: str) -> None:
    """Put a list in the place of the shared one.

    Args:
        name: what it is called.
        text: canonical, as `price_text.dumps_prices` makes it.

    Raises:
        ExportError: it was not written; the former list is as it was.
    """
    with replacing(shared_file()) as temporary:
        temporary.write_bytes(f"{_NAME}{one_line(name)}\n{text}".encode())


def remove_shared() -> None:
    """Take the shared list away.

    Raises:
        OSError: it can't be deleted.
    """
    shared_file().unlink(missing_ok=True)
