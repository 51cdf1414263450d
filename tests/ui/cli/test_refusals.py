"""What is refused: status 2, one sentence a bad row, and the plan file's bytes as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.tables import HEADER, shared
from tests.ui.cli.commands import Shell
from ui.cli import commands, program
from village_budget.document.document import Document
from village_budget.document.edits.plan_head import SetRegulation, SetStatus
from village_budget.domain.plan import Status

GOOD = "belanja,1.1.04,5.2.1.01,Kertas,10,rim,58000,580000,ADD"


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("senga_selatan_2022.csv", [11]),
        ("waginopo_2025.csv", list(range(2, 32))),
        ("ulaweng_2026_subbidang.csv", list(range(2, 28))),
    ],
)
def test_real_tables_that_are_refused(shell: Shell, name: str, rows: list[int]) -> None:
    before = shell.new().read_bytes()
    done = shell.run("import", shell.plan, shared(name), "--year", "2026")
    assert (done.status, done.out) == (2, "")
    head, *lines = done.err.splitlines()
    assert name in head
    assert [int(line.removeprefix("Baris ").partition(":")[0]) for line in lines] == rows
    assert shell.plan.read_bytes() == before


def test_a_bad_row_is_named_with_file_row_and_column(shell: Shell) -> None:
    before = shell.new().read_bytes()
    table = shell.table(f"{HEADER}\n{GOOD}\n{GOOD.replace('580000', '590000')}\n")
    done = shell.run("import", shell.plan, table, "--year", "2026")
    assert done.status == 2
    assert "tabel.csv" in done.err
    assert "Baris 3: Kolom jumlah" in done.err
    assert "580.000" in done.err
    english = shell.run("import", shell.plan, table, "--year", "2026", "--lang", "en")
    assert "Row 3: Column jumlah" in english.err
    assert shell.plan.read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ["import", "desa.apbdes", "tidak-ada.csv", "--year", "2026"],
        ["import", "tidak-ada.apbdes", "tabel.csv", "--year", "2026"],
        ["import", "desa.apbdes", "tabel.csv", "--year", "1999"],
        ["import", "desa.apbdes", "tabel.csv"],
        ["check", "tabel.csv"],
        ["check", "desa.apbdes", "--year", "2031"],
        ["export", "desa.apbdes"],
        ["export", "desa.apbdes", "--to", "tabel.csv"],
        ["verify", "tabel.csv", "desa.apbdes"],
        ["verify", "tidak-ada.xlsx", "desa.apbdes"],
        ["recap", "."],
        ["--lang", "xx", "forms"],
        ["new", "a.apbdes", "--village", "X", "--code", "35.10", "--year", "2026"],
        ["new", "a.apbdes", "--village", " ", "--code", "35.10.01.2001", "--year", "2026"],
        ["new", "a.apbdes", "--village", "X", "--code", "35.10.01.2001", "--year", "dua"],
        ["chekc", "desa.apbdes"],
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    before = shell.new().read_bytes()
    shell.table(f"{HEADER}\n{GOOD}\n")
    monkeypatch.chdir(shell.folder)
    done = shell.run(*words)
    assert (done.status, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "Traceback" not in done.err
    assert shell.plan.read_bytes() == before
    assert not (shell.folder / "a.apbdes").exists()


def test_totals_beyond_the_limit_are_refused_before_anything_is_written(shell: Shell) -> None:
    """U07: also when the year is not in the file yet."""
    before = shell.new().read_bytes()
    row = "belanja,1.1.04,5.2.1.01,Jalan,1,paket,999999999999999,999999999999999,ADD"
    done = shell.run("import", shell.plan, shell.table(f"{HEADER}\n{row}\n{row}\n"), "--year", "2027")
    assert done.status == 2
    assert "999.999.999.999.999" in done.err
    assert shell.plan.read_bytes() == before


def test_an_enacted_plan_is_not_imported_into(shell: Shell) -> None:
    document = Document.open(shell.new())
    document.apply(SetRegulation("3", "2025-12-30"))
    for status in (Status.AGREED, Status.SUBMITTED, Status.EVALUATED, Status.ENACTED):
        document.apply(SetStatus(status, "uji"))
    document.close()
    before = shell.plan.read_bytes()
    done = shell.run("import", shell.plan, shell.table(f"{HEADER}\n{GOOD}\n"), "--year", "2026")
    assert done.status == 2
    assert shell.plan.read_bytes() == before


def test_a_plan_that_is_open_elsewhere_is_named(shell: Shell) -> None:
    """F12."""
    holder = Document.open(shell.new())
    done = shell.run("import", shell.plan, shell.table(f"{HEADER}\n{GOOD}\n"), "--year", "2026")
    assert done.status == 2
    assert "desa.apbdes" in done.err
    assert not holder.plan.lines
    holder.close()


def test_a_fault_of_the_program_is_one_sentence(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    """S28: no traceback, no path, no content."""

    def fail(*_: object) -> None:
        raise KeyError("/rumah/kaur/Rahasia")

    monkeypatch.setitem(commands.COMMANDS, "forms", fail)
    done = shell.run("forms")
    assert done.status == program.PROGRAM_FAULT
    assert "KeyError" in done.err
    assert "Rahasia" not in done.err
    assert len(done.err.splitlines()) == 1


def test_stopping_is_no_fault(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "forms", stop)
    assert shell.run("forms").status == 2


def test_without_a_display_the_window_is_not_tried(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    done = shell.run(shell.new())
    assert done.status == 2
    assert "check" in done.err


def test_a_file_alone_opens_the_window(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def run(path: Path | None) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr("ui.app.run", run)
    assert shell.run(shell.new()).status == 0
    assert shell.run().status == 0
    assert shell.run("--lang", "en", shell.plan).status == 0
    assert opened == [shell.plan, None, shell.plan]


@pytest.mark.parametrize("words", [["--help"], ["import", "--help"], ["--version"]])
def test_help_and_version(shell: Shell, capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        shell.run(*words)
    assert left.value.code == 0
    assert "village-budget" in capsys.readouterr().out
