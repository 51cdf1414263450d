"""The shell that each test of the command line gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.cli.commands import Shell


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A folder of its own and a way to run commands in it."""
    return Shell(tmp_path, capsys)
