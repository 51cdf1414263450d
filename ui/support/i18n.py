"""The language of the window: English in the source, Indonesian from Qt Linguist files, the default."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from village_budget import paths

LANGUAGES = {"id": "Bahasa Indonesia", "en": "English"}

_STATE: dict[str, object] = {"language": "id", "translators": []}
_WORDS: list[bytes] = []
"""What the translators in force read: they keep no copy."""


def language() -> str:
    """The language in force, ``id`` or ``en``."""
    return str(_STATE["language"])


def install_language(app: QCoreApplication, code: str) -> None:
    """Put a language in force; widgets made from now on speak it."""
    for old in _translators():
        app.removeTranslator(old)
    _translators().clear()
    _WORDS.clear()
    _STATE["language"] = code
    # Numbers and dates look the same on every machine and in both languages.
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    for name in (f"qtbase_{code}", f"app_{code}"):
        file = paths.resource("i18n", f"{name}.qm")
        if not file.exists():
            continue
        # Not by name: Qt would map the file, and lose its words when a new version is copied over it.
        words = file.read_bytes()
        translator = QTranslator(app)
        if translator.load(words):
            _WORDS.append(words)
            app.installTranslator(translator)
            _translators().append(translator)


def _translators() -> list[QTranslator]:
    found = _STATE["translators"]
    assert isinstance(found, list)
    return found
