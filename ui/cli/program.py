"""The command line: ``village-budget``, a contract that scripts rely on (design section 7).

Exit status: 0 done, 1 the plan breaks a rule or a workbook does not match, 2 bad input or usage (one
sentence on stderr for each thing that is wrong, nothing changed), 70 a fault of the program.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn, TextIO

from ui.support.messages import LANGUAGES, error_lines, sentence
from village_budget import __version__
from village_budget.errors import UserError
from village_budget.money import AmountError

PROGRAM = "village-budget"
USAGE_ERROR = 2
PROGRAM_FAULT = 70
COMMANDS = ("new", "import", "check", "export", "verify", "forms", "rules", "recap")


class _UsageError(Exception):
    """Arguments that make no command."""


class _ArgumentParser(argparse.ArgumentParser):
    """Says what is wrong instead of printing its usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise _UsageError(message)


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask.

    Args:
        argv: arguments without the program's name; those of the process when None.

    Returns:
        The exit status.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        _plain_utf8(stream)
    language = _language(arguments)
    try:
        return _run(arguments, language)
    except _UsageError as error:
        _complain([sentence("cli-usage", language, reason=str(error))])
    except (UserError, AmountError) as error:
        _complain(error_lines(error, language))
    except BrokenPipeError:
        # The reader has seen enough, as `head` does; Python must not complain about it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _complain([sentence("cli-stopped", language)])
    except Exception as error:  # noqa: BLE001 - the last net: a fault is told without a traceback
        _complain([sentence("cli-fault", language, kind=type(error).__name__)])
        return PROGRAM_FAULT
    return USAGE_ERROR


def _run(arguments: list[str], language: str) -> int:
    first = next((word for word in _without_language(arguments) if not word.startswith("-")), None)
    if first is not None and first not in COMMANDS:
        return _open_window(_window_parser(language).parse_args(arguments).file, language)
    parser = _command_parser(language)
    namespace = parser.parse_args(arguments)
    if namespace.command is None:
        return _open_window(None, language)
    from ui.cli import commands as command_list

    outcome = command_list.COMMANDS[namespace.command](namespace, language)
    if outcome.text:
        print(outcome.text, flush=True)
    return outcome.status


def _open_window(path: Path | None, language: str) -> int:
    if path is not None and not path.exists():
        raise UserError("cli-not-found", name=path.name, path=str(path))
    has_display = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not has_display:
        _complain([sentence("cli-no-display", language)])
        return USAGE_ERROR
    from ui.app import run

    return run(path)


def _command_parser(language: str) -> argparse.ArgumentParser:
    def told(code: str) -> str:
        return sentence(f"cli-help-{code}", language)

    parser = _ArgumentParser(prog=PROGRAM, description=told("program"), epilog=told("status"))
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    common = _ArgumentParser(add_help=False)
    for target in (parser, common):
        target.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=told("lang"))
    commands = parser.add_subparsers(dest="command", metavar="|".join(COMMANDS))

    def add(name: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=told(name), description=told(name), parents=[common])

    new = add("new")
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--village", required=True, metavar="NAME")
    new.add_argument("--code", required=True, metavar="35.10.xx.xxxx")
    new.add_argument("--year", type=int, required=True)
    for name in ("district", "regency", "province"):
        new.add_argument(f"--{name}", default="")

    table = add("import")
    table.add_argument("file", type=Path, metavar="FILE")
    table.add_argument("table", type=Path, metavar="TABLE")
    table.add_argument("--year", type=int, required=True)
    table.add_argument("--dry-run", action="store_true", help=told("dry-run"))

    check = add("check")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--year", type=int)
    check.add_argument("--overlay", type=Path, metavar="PACK.toml", help=told("overlay"))
    check.add_argument("--prices", type=Path, metavar="LIST", help=told("prices"))
    check.add_argument("--format", choices=("text", "json"), default="text")

    export = add("export")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--to", type=Path, required=True, metavar="DIR")
    export.add_argument("--year", type=int)
    export.add_argument("--form", action="append", metavar="NAME", help=told("form"))
    export.add_argument("--design", default="nila", metavar="NAME", help=told("design"))
    export.add_argument("--each", action="store_true", help=told("each"))
    export.add_argument("--pdf", action="store_true", help=told("pdf"))
    export.add_argument("--table", action="store_true", help=told("table"))

    verify = add("verify")
    verify.add_argument("workbook", type=Path, metavar="WORKBOOK")
    verify.add_argument("file", type=Path, metavar="FILE")

    forms = add("forms")
    forms.add_argument("--format", choices=("text", "json"), default="text")
    forms.add_argument("--layout", metavar="NAME", help=told("layout"))
    rules = add("rules")
    rules.add_argument("--year", type=int)
    rules.add_argument("--format", choices=("text", "json"), default="text")
    rules.add_argument("--new-overlay", type=Path, metavar="FILE", help=told("new-overlay"))

    recap = add("recap")
    recap.add_argument("folder", type=Path, metavar="DIR")
    recap.add_argument("--to", type=Path, required=True, metavar="OUT.xlsx")
    recap.add_argument("--year", type=int)
    return parser


def _window_parser(language: str) -> argparse.ArgumentParser:
    parser = _ArgumentParser(prog=PROGRAM, description=sentence("cli-help-program", language))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS)
    return parser


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, found before anything is parsed: complaints speak it too."""
    for word, following in zip(arguments, [*arguments[1:], ""], strict=False):
        wanted = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and wanted in LANGUAGES:
            return wanted
    return LANGUAGES[0]


def _without_language(arguments: Sequence[str]) -> list[str]:
    return [word for before, word in zip(["", *arguments], arguments, strict=False) if before != "--lang"]


def _complain(lines: Sequence[str]) -> None:
    print("\n".join(lines), file=sys.stderr, flush=True)


def _plain_utf8(stream: TextIO | None) -> None:
    """Never fail on a sign the console has not; write UTF-8 when it is no console."""
    reconfigure = getattr(stream, "reconfigure", None)
    if stream is None or reconfigure is None:
        return
    if stream.isatty():
        reconfigure(errors="replace")
    else:
        reconfigure(encoding="utf-8")
