"""`make translations`: gather the window's words from the source and compile what has been translated.

New words arrive in ``resources/i18n/app_id.ts`` as unfinished; write the Indonesian there, by hand or in Qt
Linguist, run this again and commit ``.ts`` and ``.qm`` together. Qt itself has no Indonesian: its buttons and
menus are translated in ``qtbase_id.ts``.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
APP = FOLDER / "app_id.ts"
QT = FOLDER / "qtbase_id.ts"
_PLACEHOLDER = re.compile(r"\{\w*(?:![rs])?(?::[^}]*)?\}|%(?:n|L?\d)")

_SHORT = re.compile(r'def _tr\(text: str\) -> str:\n    return QCoreApplication\.translate\("(\w+)", text\)')


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the window; ``translations`` has one form, or one for each plural form of the language."""

    context: str
    source: str
    comment: str
    translations: tuple[str, ...]
    finished: bool

    @property
    def name(self) -> str:
        """Context and source, to point at it."""
        return f"{self.context}: {self.source}"


def read(path: Path) -> list[Message]:
    """All messages of a Qt Linguist file."""
    return [
        _message(context.findtext("name", ""), message)
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    ]


def _message(context: str, message: ET.Element) -> Message:
    source, comment = message.findtext("source", ""), message.findtext("comment", "")
    translation = message.find("translation")
    if translation is None:
        return Message(context, source, comment, ("",), finished=False)
    forms = tuple(form.text or "" for form in translation.iter("numerusform"))
    finished = translation.get("type") is None
    return Message(context, source, comment, forms or (translation.text or "",), finished)


def placeholders(text: str) -> list[str]:
    """The places in a text that the program fills: ``{name}``, ``%1``, ``%n``."""
    return sorted(_PLACEHOLDER.findall(text))


def gather(target: Path) -> None:
    """Bring a ``.ts`` up to date with the words in the source; what is no longer used is dropped."""
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", "id_ID"]
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for number, path in enumerate(sorted((ROOT / "ui").rglob("*.py"))):
            sources.append(Path(folder) / f"{number:03d}.py")
            sources[-1].write_text(spelled_out(path.read_text("utf-8")), "utf-8")
        _run("lupdate", *map(str, sources), *options, "-silent", "-ts", str(target.resolve()))


def spelled_out(source: str) -> str:
    """A module as lupdate understands it: short calls in full, those in f-strings once more outside."""
    short = _SHORT.search(source)
    calls = [
        f"QCoreApplication.translate({context!r}, {text!r})"
        for context, text in in_f_strings(ast.parse(source), short[1] if short else "")
    ]
    if short:
        source = re.sub(r"(?<!def )\b_tr\(", f'QCoreApplication.translate("{short[1]}", ', source)
    return "\n".join([source, *calls, ""])


def in_f_strings(tree: ast.AST, short: str, context: str = "") -> Iterator[tuple[str, str]]:
    """Context and text of each translation asked for inside an f-string, where lupdate does not look."""
    for node in ast.iter_child_nodes(tree):
        inner = node.name if isinstance(node, ast.ClassDef) else context
        if isinstance(node, ast.JoinedStr):
            for call in ast.walk(node):
                if isinstance(call, ast.Call):
                    name = ast.unparse(call.func).rpartition(".")[2]
                    texts = [word.value for word in call.args if isinstance(word, ast.Constant)]
                    if name in {"tr", "_tr"}:
                        yield (short if name == "_tr" else context), str(texts[0])
                    elif name == "translate":
                        yield str(texts[0]), str(texts[1])
        else:
            yield from in_f_strings(node, short, inner)


def compile_to(source: Path, target: Path) -> None:
    """Compile a ``.ts`` to the ``.qm`` that the program loads."""
    _run("lrelease", "-silent", "-nounfinished", str(source), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{tool}")
    done = subprocess.run([str(program), *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{tool}: {done.stdout}{done.stderr}")


def main() -> int:
    """Gather, compile, and name what still has no Indonesian."""
    gather(APP)
    for source in (APP, QT):
        compile_to(source, source.with_suffix(".qm"))
    missing = [message for source in (APP, QT) for message in read(source) if not message.finished]
    for message in missing:
        print(f"not translated: {message.name}")
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
