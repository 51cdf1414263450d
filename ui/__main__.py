"""``python -m ui``: the same as ``village-budget``."""

from __future__ import annotations

import sys

from ui.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
