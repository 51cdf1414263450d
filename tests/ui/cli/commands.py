"""Running the command line as scripts do, inside this process."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ui.cli.program import main


@dataclass(frozen=True)
class Ran:
    """What a command gave: its status and both streams."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Shell:
    """Runs commands and keeps a folder with a plan file in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.plan = folder / "desa.apbdes"

    def run(self, *words: object) -> Ran:
        self._capsys.readouterr()
        status = main([str(word) for word in words])
        out, err = self._capsys.readouterr()
        return Ran(status, out, err)

    def new(self, year: int = 2026) -> Path:
        done = self.run("new", self.plan, "--village", "Kandangan", "--code", "35.10.01.2009", "--year", year)
        assert done.status == 0, done.err
        return self.plan

    def table(self, text: str, name: str = "tabel.csv") -> Path:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path
