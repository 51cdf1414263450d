"""Measure every promise and print one line each: ``name value limit ok|short``.

With names of its rooms as arguments only those. Only with ``--strict`` does it end with status 1 when one
falls short.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

ROOMS = ("startup", "edits", "checks", "export", "paste", "paste_window", "search")


def main(arguments: list[str]) -> int:
    """Run the asked measures and print their lines as they come."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    short = False
    for name in [room for room in ROOMS if room in arguments] or ROOMS:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["XDG_DATA_HOME"] = folder
            for measure in importlib.import_module(f"tests.benchmarks.{name}").measures(Path(folder)):
                print(measure.line(), flush=True)
                short = short or (measure.limit is not None and measure.value > measure.limit)
    return int(short and "--strict" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
