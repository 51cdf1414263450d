"""`make run`: the window on a copy of the sample village; without a display, its job in the terminal."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from village_budget import paths
from village_budget.money import format_amount

if TYPE_CHECKING:
    from village_budget.document.document import Document

SAMPLE = "sumberwangi_2026.apbdes"
RUN = Path("build", "run")
PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def has_display() -> bool:
    """Whether a window could be shown: asked of Qt itself, in a process of its own (it aborts when not)."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    return subprocess.run([sys.executable, "-c", PROBE], capture_output=True, check=False).returncode == 0


def show_window() -> int:
    """Open the window on a copy; one that is there already is kept, with what was tried out in it."""
    from ui.cli.program import main

    copy = RUN / SAMPLE
    if not copy.exists():
        shutil.copy(paths.sample(SAMPLE), copy)
    return main([str(copy)])


def run_in_terminal() -> int:
    """Check and export a fresh copy and tell in a few lines what came out."""
    from village_budget.document.document import Document
    from village_budget.document.export import export_forms
    from village_budget.reports.catalogue import FORMS

    print("No display: checking and exporting the sample village instead of opening the window.\n")
    copy = RUN / "terminal" / SAMPLE
    shutil.rmtree(copy.parent, ignore_errors=True)
    copy.parent.mkdir()
    shutil.copy(paths.sample(SAMPLE), copy)
    document = Document.open(copy)
    try:
        _print_totals(document)
        _print_findings(document)
        files = export_forms(document, [form.name for form in FORMS], RUN)
    finally:
        document.close()
    print("\nFiles written:")
    for path in files:
        print(f"  {path}  ({path.stat().st_size / 1024:.0f} kB)")
    return 0


def _print_totals(document: Document) -> None:
    figures, village = document.figures, document.plan.village
    print(f"Desa {village.name}, Kecamatan {village.district}, APB Desa {document.plan.info.fiscal_year}")
    print(f"  {len(document.plan.activities)} activities, {len(document.plan.lines)} lines\n")
    for label, sen in (
        ("Pendapatan (revenue)", figures.revenue),
        ("Belanja (spending)", figures.spending),
        ("Pembiayaan netto (financing)", figures.net_financing),
        ("SiLPA (balance)", figures.balance),
    ):
        print(f"  {label:<30}{format_amount(sen):>20}")


def _print_findings(document: Document) -> None:
    from village_budget.rules.wording import sentence

    broken = [finding for finding in document.findings if not finding.holds]
    print(f"\n{len(document.findings)} rules checked, {len(broken)} not kept:")
    for finding in broken:
        text = sentence(finding, document.pack.rules[finding.rule], "en")
        print(f"  [{finding.severity}] {finding.rule}: {text} ({finding.basis})")


def main() -> int:
    """Show the window when there is a display, else do its job in the terminal."""
    RUN.mkdir(parents=True, exist_ok=True)
    return show_window() if has_display() else run_in_terminal()


if __name__ == "__main__":
    sys.exit(main())
