"""What the README promises is there: commands, files, links."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_make_command_exists(page: str) -> None:
    """`make something` in the text is a rule of the Makefile."""
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)`", (ROOT / page).read_text("utf-8"), re.MULTILINE))
    assert {first or second for first, second in named} <= rules


@pytest.mark.parametrize("page", PAGES)
def test_every_link_and_named_file_exists(page: str) -> None:
    """Links, pictures and paths in backticks lead to files of the tree."""
    text = (ROOT / page).read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    paths = re.findall(r"`((?:resources|samples|tests|village_budget|ui)/[\w./-]+)`", text)
    missing = [name for name in [*links, *paths] if not (ROOT / name).exists()]
    assert missing == []


def test_the_samples_of_the_command_line_exist() -> None:
    """Whoever copies the commands finds the files they name."""
    text = (ROOT / "README.md").read_text("utf-8")
    for name in re.findall(r"samples[/\\](\w+\.(?:csv|apbdes))", text):
        assert (ROOT / "samples" / name).is_file(), name


def test_every_command_of_the_readme_is_known_to_the_program() -> None:
    """`village-budget --help` lists each command that the README shows."""
    shown = set(
        re.findall(r"^village-budget ([a-z]+) ", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    )
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert shown
    assert [name for name in sorted(shown) if name not in done.stdout] == []


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
def test_ci_and_set_up_scripts_can_be_run() -> None:
    """They are executable and the shell can parse them."""
    for name in (".ci/run", "resources/packaging/system_packages.sh", "resources/packaging/python_venv.sh"):
        path = ROOT / name
        assert path.stat().st_mode & 0o111, name
        assert subprocess.run(["sh", "-n", str(path)], check=False).returncode == 0, name
