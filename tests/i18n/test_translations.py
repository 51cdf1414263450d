"""Both languages are complete: the window's words, Qt's own words, and the core's messages."""

from __future__ import annotations

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.tools import translations
from tests.tools.translations import APP, FOLDER, QT, Message
from ui.support.i18n import install_language

MESSAGES = sorted((FOLDER / "messages").glob("*.toml"))
QT_CONTEXTS = {
    *("QPlatformTheme", "QDialogButtonBox", "QMessageBox", "QFileDialog", "QFileSystemModel"),
    *("QPrintDialog", "QPageSetupWidget", "QPrintPreviewDialog", "QPrintSettingsOutput", "QLineEdit"),
    *("QWidgetTextControl", "QAbstractSpinBox", "QShortcut", "QScrollBar", "QProgressDialog", "QComboBox"),
}


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    """The words in the source as they are now, with the translations that the committed file has for them."""
    copy = tmp_path_factory.mktemp("ts") / APP.name
    shutil.copy(APP, copy)
    translations.gather(copy)
    return translations.read(copy)


def test_every_word_of_the_window_has_its_indonesian(gathered: list[Message]) -> None:
    """A new tr() without a translation fails here; `make translations` tells where to write it."""
    assert len(gathered) > 100
    assert [message.name for message in gathered if not message.finished] == []
    assert [
        message.name for message in gathered if not all(text.strip() for text in message.translations)
    ] == []


def test_the_committed_file_holds_the_words_of_the_source(gathered: list[Message]) -> None:
    """No word is missing from it and none is left from former times."""
    committed = {(message.context, message.source) for message in translations.read(APP)}
    assert committed == {(message.context, message.source) for message in gathered}


@pytest.mark.parametrize("path", [APP, QT], ids=lambda path: path.stem)
def test_placeholders_survive_translation(path: Path) -> None:
    """What the program fills in is there in both languages; so are line breaks and edges."""
    for message in translations.read(path):
        for text in message.translations:
            assert translations.placeholders(text) == translations.placeholders(message.source), message.name
            assert text.count("\n") == message.source.count("\n"), message.name
            assert re.findall(r"^\s|\s$", text) == re.findall(r"^\s|\s$", message.source), message.name
            assert "&" not in message.source or "&" in text, message.name


@pytest.mark.parametrize("path", [APP, QT], ids=lambda path: path.stem)
def test_the_compiled_file_is_that_of_its_source(path: Path, tmp_path: Path) -> None:
    """`.ts` and `.qm` are committed together."""
    translations.compile_to(path, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == path.with_suffix(".qm").read_bytes()


def test_qts_own_words_are_there() -> None:
    """Qt ships no Indonesian: every context that a user meets is translated, and finished."""
    messages = translations.read(QT)
    assert {message.context for message in messages} >= QT_CONTEXTS
    assert all(message.finished and all(message.translations) for message in messages)


@pytest.fixture
def indonesian(qapp: QApplication) -> QTranslator:
    """Qt's own words in Indonesian for the length of a test."""
    translator = QTranslator()
    assert translator.load(str(QT.with_suffix(".qm")))
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_standard_buttons_speak_indonesian(qtbot: QtBot, indonesian: QTranslator) -> None:
    """Save, cancel, yes and no are shown in the user's language."""
    button = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(button.Save | button.Cancel | button.Yes | button.No | button.Close)
    qtbot.addWidget(box)
    words = {
        kind: box.button(kind).text().replace("&", "") for kind in (button.Save, button.Cancel, button.Yes)
    }
    assert words == {button.Save: "Simpan", button.Cancel: "Batal", button.Yes: "Ya"}
    assert box.button(button.Close).text() == "Tutup"


def test_the_menu_of_a_field_speaks_indonesian(qtbot: QtBot, indonesian: QTranslator) -> None:
    """Undo, cut, copy, paste in the menu of every field."""
    field = QLineEdit("kata")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    words = [action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    menu.deleteLater()
    assert words == ["Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"]


def test_the_file_dialog_speaks_indonesian(qtbot: QtBot, indonesian: QTranslator) -> None:
    """Qt's own dialog (shown where the system has none) has no English word on it."""
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    assert {"Lihat di:", "Jenis berkas:"} <= words


def _entries(path: Path) -> dict[str, dict[str, object]]:
    with path.open("rb") as file:
        return tomllib.load(file)


@pytest.mark.parametrize("path", MESSAGES, ids=lambda path: path.stem)
def test_messages_of_the_core_are_in_both_languages(path: Path) -> None:
    """Each code has Indonesian and English with the same placeholders and the same parts."""
    for code, languages in _entries(path).items():
        assert {"id", "en"} <= set(languages), code
        indonesian, english = languages["id"], languages["en"]
        assert type(indonesian) is type(english), code
        if isinstance(indonesian, dict) and isinstance(english, dict):
            assert set(indonesian) == set(english), code
            indonesian, english = " ".join(indonesian.values()), " ".join(english.values())
        assert indonesian, code
        found = [set(re.findall(r"\{(\w+)[^}]*\}", str(text))) for text in (indonesian, english)]
        assert found[0] == found[1], code


def test_no_message_is_told_twice() -> None:
    """One code, one room."""
    codes = [code for path in MESSAGES for code in _entries(path)]
    assert MESSAGES
    assert len(codes) == len(set(codes))


def test_words_outlive_a_new_version_copied_over_their_file(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A portable copy is updated while the program runs: its words stay, and so does the program."""
    copies = tmp_path / "i18n"
    shutil.copytree(FOLDER, copies, ignore=shutil.ignore_patterns("*.ts", "messages"))
    monkeypatch.setattr("ui.support.i18n.paths.resource", lambda *_parts: copies / _parts[-1])
    install_language(qapp, "id")
    try:
        for name in ("app_id.qm", "qtbase_id.qm"):
            with (copies / name).open("r+b") as file:
                file.write(bytes((copies / name).stat().st_size))
        assert QCoreApplication.translate("LineTableScreen", "Move up") == "Naikkan"
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        assert "Batal" in box.buttons()[0].text()
    finally:
        monkeypatch.undo()
        install_language(qapp, "id")
