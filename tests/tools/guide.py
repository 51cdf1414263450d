"""`make guide`: takes the pictures of the quick guide anew, writes it and the sheet of keys into build/."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from tests.tools.screen import PLATFORM
from tests.tools.screenshots import ROOT, Camera, _look, _open_broken_line, _window, sample_copy

if TYPE_CHECKING:
    from ui.app import Desk
    from ui.main_window import MainWindow

PICTURES = ROOT / "resources" / "help"
TARGET = ROOT / "build"
BLOCK = """No\tUraian\tVolume\tSatuan\tHarga Satuan\tJumlah\tSumber Dana
1\tSemen 50 kg\t120\tzak\t65.000\t7.800.000\tDD
2\tPasir pasang\t12,5\tm3\t250.000\t3.125.000\tDD
3\tBatu belah\t10\tm3\t200.000\t2.000.000\tDD
\tJumlah bahan\t\t\t\t12.925.000\t
4\tUpah tukang\t40\tHOK\t120.000\t4.800.000\tDD
5\tUpah pekerja\t80\tHOK\t95.000\t7.600.000\tDD
6\tBesi 10 mm\t30\tbtg\t85.000\t2.500.000\tADD
7\tPapan bekisting\t24\tlbr\t38.000\t912.000\tDD
8\tPaku\t6\tkg\t20.000\t120.000\tDD
"""


def main() -> int:
    """Take the pictures, write the PDFs."""
    os.environ["QT_QPA_PLATFORM"] = PLATFORM
    with sample_copy() as plan:
        from PySide6.QtWidgets import QApplication

        from ui.app import Desk
        from ui.help.guide_paper import write_guide
        from ui.support.settings import Settings

        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        desk = Desk(app, Settings(plan.with_name("settings.ini")))
        _look(desk, "light", 1.0)
        window = _window(desk, plan)
        camera = Camera(app, PICTURES)
        _pictures(desk, window, camera)
        TARGET.mkdir(exist_ok=True)
        for name, whole in (("panduan-singkat.pdf", True), ("tombol-pintas.pdf", False)):
            pages = write_guide(TARGET / name, window.key_list(), "F4", whole=whole)
            print(f"{TARGET / name}: {pages} pages")
        desk.workspace.close()
        window.hide()
        camera.settle()
    return int(bool(camera.blank))


def _pictures(desk: Desk, window: MainWindow, camera: Camera) -> None:
    from ui.grid.commands.paste_command import PasteCommand
    from ui.support.workspace import Target

    for name in ("belanja", "pemeriksaan", "dokumen", "ringkasan"):
        window.show_screen(name)
        camera.settle()
        if name == "belanja":
            _open_broken_line(desk, window)
        camera.take(window, name)
    document = desk.workspace.document
    assert document is not None
    road = next(row.id for row in document.plan.activities.values() if row.code.startswith("2.3"))
    window.jump_to(Target(line_id=document.plan.lines_of(road)[0].id))
    dialog = PasteCommand(window.place("belanja"), window.workspace).dialog(BLOCK, "")
    assert dialog is not None
    dialog.show()
    dialog.resize(dialog.sizeHint())
    camera.take(dialog, "tempel")
    dialog.close()
    dialog.deleteLater()


if __name__ == "__main__":
    sys.exit(main())
