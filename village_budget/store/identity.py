"""Is this a plan file of ours, and of which schema revision? Asked of the bytes, before anything else."""

from __future__ import annotations

import sqlite3
import struct
from dataclasses import dataclass
from pathlib import Path

from village_budget.errors import FileError
from village_budget.store import engine, trouble
from village_budget.store.schema import APPLICATION_ID, REVISION

_MAGIC = b"SQLite format 3\x00"
_JOURNAL_MAGIC = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
_HEADER = 100


@dataclass(frozen=True, slots=True)
class Identity:
    """What the head of a plan file says.

    Attributes:
        revision: schema revision, at most this program's.
        hot: a journal of a write that was cut off lies beside it.
    """

    revision: int
    hot: bool


def check_identity(path: Path) -> Identity:
    """Look at a file's head without locking or writing.

    Raises:
        FileError: ``file-missing``, ``file-denied``, ``file-foreign`` (not ours), ``file-damaged`` (empty,
            zeros, cut off) or ``file-newer`` with ``version`` (of the program that wrote it; ``?`` unknown).
    """
    head = read_head(path)
    facts = trouble.facts(path)
    if len(head) < _HEADER or not any(head):
        if head and not _MAGIC.startswith(head[:16]) and any(head):
            raise FileError("file-foreign", **facts)
        raise FileError("file-damaged", check="cut-off", **facts)
    if not head.startswith(_MAGIC):
        raise FileError("file-foreign", **facts)
    revision, application = struct.unpack(">I4xI", head[60:72])
    if application != APPLICATION_ID:
        raise FileError("file-foreign", **facts)
    if revision < 1:
        raise FileError("file-damaged", check="revision", **facts)
    if revision > REVISION:
        raise FileError("file-newer", version=_program(path), revision=revision, **facts)
    return Identity(revision, has_hot_journal(path))


def read_head(path: Path) -> bytes:
    """The first 100 bytes of a file, fewer when it is shorter.

    Raises:
        FileError: it is not there, no file, or may not be read.
    """
    if path.is_dir():
        raise FileError("file-foreign", **trouble.facts(path))
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as error:
        raise trouble.from_system(error, path) from error
    except ValueError as error:  # a NUL in the path
        raise FileError("file-missing", **trouble.facts(path)) from error


def journal_path(path: Path) -> Path:
    """SQLite's journal of a file: ``<name>-journal``."""
    return path.with_name(f"{path.name}-journal")


def has_hot_journal(path: Path) -> bool:
    """Whether a write was cut off by a crash and waits to be taken back."""
    try:
        with journal_path(path).open("rb") as file:
            return file.read(8) == _JOURNAL_MAGIC
    except OSError:
        return False


def _program(path: Path) -> str:
    """Version of the program that wrote a newer file, as far as it can be had without trust."""
    try:
        connection = engine.connect(path, engine.Access.LOOK)
    except FileError:
        return "?"
    try:
        # A hostile view could run forever: give it a moment, no more.
        connection.set_progress_handler(lambda: 1, 10_000)
        row = connection.execute("SELECT program FROM plan_file").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):
        return "?"
    finally:
        connection.close()
    return str(row[0])[:20] if row else "?"
