"""The command line: arguments, what each command does, and its words."""

from ui.cli.program import main

__all__ = ["main"]
