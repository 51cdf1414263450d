"""Writing a table so that its name never holds half of it: beside it first, then in its place."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from village_budget.errors import ExportError


@contextmanager
def in_place_of(target: Path) -> Iterator[Path]:
    """Give the path of a temporary file; when the block ends well it takes the target's place.

    Raises:
        ExportError: ``export-folder-missing``, ``export-read-only``, ``export-disk-full``,
            ``export-target-open`` or ``export-failed``; a former file of that name is intact.
    """
    if not target.parent.is_dir():
        raise ExportError("export-folder-missing", folder=str(target.parent))
    temporary = target.parent / f".apbdes-{secrets.token_hex(6)}.tmp"
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.replace(target)
    except OSError as error:
        raise _explained(error, target) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _explained(error: OSError, target: Path) -> ExportError:
    details = {"name": target.name, "folder": str(target.parent), "path": str(target)}
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportError("export-disk-full", **details)
    if getattr(error, "winerror", None) in (5, 32, 33) and target.exists():
        return ExportError("export-target-open", **details)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportError("export-read-only", **details)
    return ExportError("export-failed", **details, reason=error.strerror or type(error).__name__)
