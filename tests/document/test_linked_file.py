"""Files of lines: kept so that plan and file can move together, and nothing is started from a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from village_budget.document.linked_file import linked_file, stored_link
from village_budget.errors import UserError


def code(act: object, *args: object) -> str:
    with pytest.raises(UserError) as refused:
        act(*args)  # type: ignore[operator]
    return refused.value.code


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "desa"
    (folder / "foto").mkdir(parents=True)
    (folder / "foto" / "jalan 1.jpg").write_bytes(b"x")
    (tmp_path / "luar.pdf").write_bytes(b"x")
    return folder / "plan.apbdes"


def test_a_file_beside_or_below_the_plan_is_kept_by_its_name(plan: Path, tmp_path: Path) -> None:
    photo = plan.parent / "foto" / "jalan 1.jpg"
    assert stored_link(photo, plan) == "foto/jalan 1.jpg"
    assert linked_file("foto/jalan 1.jpg", plan) == photo
    assert linked_file("foto\\jalan 1.jpg", plan) == photo
    outside = tmp_path / "luar.pdf"
    assert stored_link(outside, plan) == str(outside)
    assert linked_file(str(outside), plan) == outside


def test_plan_and_file_move_together(plan: Path, tmp_path: Path) -> None:
    kept = stored_link(plan.parent / "foto" / "jalan 1.jpg", plan)
    plan.parent.rename(tmp_path / "flashdisk")
    moved = tmp_path / "flashdisk" / "plan.apbdes"
    assert linked_file(kept, moved).read_bytes() == b"x"


@pytest.mark.parametrize(
    "name",
    ["a.exe", "a.BAT", "foto.jpg.exe", "a.ps1", "a.lnk", "a.com ", "a.scr.", "a.js", "a.desktop", "a.msi"],
)
def test_programs_and_scripts_are_never_opened(plan: Path, name: str) -> None:
    (plan.parent / name).write_bytes(b"MZ")
    assert code(linked_file, name, plan) == "link-program"
    assert code(stored_link, plan.parent / name, plan) == "link-program"


def test_a_picture_that_leads_to_a_program_is_not_opened(plan: Path) -> None:
    program = plan.parent / "alat.sh"
    program.write_text("echo")
    (plan.parent / "foto.jpg").symlink_to(program)
    assert code(linked_file, "foto.jpg", plan) == "link-program"


@pytest.mark.parametrize(
    "link",
    ["\\\\server\\bagi\\a.pdf", "//server/a.pdf", "https://contoh.id/a.pdf", "file:///etc/passwd", "a.txt:b"],
)
def test_other_machines_are_not_asked(plan: Path, link: str) -> None:
    assert code(linked_file, link, plan) == "link-elsewhere"


@pytest.mark.parametrize("link", ["tidak-ada.pdf", "foto", "C:\\Users\\kaur\\a.pdf", "a\0b.pdf"])
def test_what_is_not_there_is_said(plan: Path, link: str) -> None:
    assert code(linked_file, link, plan) == "link-missing"
