"""Where data that ships with the program and files of the user live, in a source tree or packaged."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

_APP = "village-budget"


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Path of a read-only file shipped with the program, e.g. ``resource("chart", "accounts.csv")``."""
    return _root().joinpath("resources", *parts)


def sample(name: str) -> Path:
    """Path of a sample shipped with the program, e.g. ``sample("sumberwangi_2026.apbdes")``."""
    return _root() / "samples" / name


def user_data_dir() -> Path:
    """Folder for the user's backups and lists; created when asked for."""
    folder = Path(platformdirs.user_data_dir(_APP, appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_dir() -> Path:
    """Folder that save dialogs start in."""
    return Path(platformdirs.user_documents_dir())
