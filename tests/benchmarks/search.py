"""The search of the window (U19) in a plan of 5,000 lines: what a typed word costs until hits are there."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.benchmarks.edits import opened, recompute
from tests.benchmarks.measure import Measure, pairs, seconds

LINES = 5_000
FIRST_RESULT_MS = 200
QUERIES = ("semen", "2.3.10", "1.500.000", "kata yang tidak ada", "desa")
"""A word, a code, an amount, what nothing fits, and what hundreds of rows fit."""


def measures(folder: Path) -> list[Measure]:
    """One search, on the mean of all queries, against judging the same plan anew; the slowest one in ms."""
    from PySide6.QtWidgets import QApplication

    from ui.main_window import MainWindow
    from ui.support.settings import Settings
    from ui.support.theme import apply_theme
    from ui.support.workspace import Workspace

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, "light", 1.0)
    with opened(folder, LINES) as made:
        path = made.path
    workspace = Workspace()
    window = MainWindow(workspace, Settings(folder / "settings.ini"))
    workspace.open(path)
    window.show()
    window.show_screen("belanja")
    look = window.top_bar.search.lookup
    document = workspace.document
    assert document is not None
    each = {text: median(seconds(lambda text=text: look(text)) for _ in range(9)) for text in QUERIES}  # type: ignore[misc]
    one, judged = pairs(
        lambda: seconds(lambda: [look(text) for text in QUERIES]) / len(QUERIES),
        lambda: seconds(lambda: recompute(document)),
        7,
    )
    window.hide()
    workspace.close()
    window.deleteLater()
    return [
        Measure("search_5000_lines/recompute_5000_lines", one / judged, 0.2),
        Measure("search_5000_lines_slowest_ms", max(each.values()) * 1000, FIRST_RESULT_MS),
    ]
