"""LibreOffice computes every workbook again: each figure kept with a formula must be what it finds."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.builders import small_plan
from tests.reports.plans import kampung_source, rounding_plan, sample_source, trap_plan
from tests.reports.workbooks import Written, filled, formula_cells, write_source
from village_budget.document.verify.workbook_cells import differences
from village_budget.reports.catalogue import FORMS, PACKAGE

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Written]:
    """All forms of all plans, by a name of their own.

    The package holds the sheets of every form of the evaluation set: each form is written alone too, once.
    """
    whole = (PACKAGE, *(info for info in FORMS if not info.in_set))
    sources = {
        "small": filled(small_plan()),
        "traps": filled(trap_plan()),
        "rounding": filled(rounding_plan()),
        "sumberwangi": sample_source(),
        "kampung": kampung_source(),
    }
    return {
        f"{name}_{form.form}": form
        for name, source in sources.items()
        for form in write_source(
            source, tmp_path_factory.mktemp(name), (*FORMS, PACKAGE) if name == "small" else whole
        )
    }


@pytest.fixture(scope="module")
def recalculated(written: dict[str, Written], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every workbook as LibreOffice computed and saved it, in one run of the program.

    LibreOffice trusts kept values in files that name Excel as their maker. Loading and saving with openpyxl
    drops them, so that this test can fail.
    """
    if OFFICE is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice Calc is not installed; `make setup` installs it")
        pytest.skip("LibreOffice Calc is not installed (apt-get install libreoffice-calc)")
    work = tmp_path_factory.mktemp("office")
    bare, out = work / "bare", work / "out"
    bare.mkdir()
    for name, form in written.items():
        book = load_workbook(form.path)
        book.save(bare / f"{name}.xlsx")
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={(work / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", "xlsx:Calc MS Excel 2007 XML"),
            *("--outdir", str(out)),
            *(str(path) for path in sorted(bare.glob("*.xlsx"))),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return out


def test_without_kept_values_there_is_nothing_to_trust(written: dict[str, Written], tmp_path: Path) -> None:
    """The way the kept values are taken out really takes them out."""
    load_workbook(written["small_apbdes"].path).save(tmp_path / "bare.xlsx")
    assert {value for _, _, _, value in formula_cells(tmp_path / "bare.xlsx")} == {None}


def test_every_formula_recalculates_to_the_kept_figure(
    written: dict[str, Written], recalculated: Path
) -> None:
    """S06: on the small plan, on the traps and on a real budget; to a hundredth of a sen."""
    count = 0
    for name, form in written.items():
        values = load_workbook(recalculated / f"{name}.xlsx", data_only=True)
        for sheet, cell, formula, kept in formula_cells(form.path):
            found = values[sheet][cell].value
            assert found == pytest.approx(kept, abs=0.0001), f"{name} {sheet}!{cell} {formula}"
            count += 1
    assert count > 100


def test_a_workbook_saved_by_libreoffice_is_not_called_altered(
    written: dict[str, Written], recalculated: Path
) -> None:
    """S19: it keeps 15 digits, writes formats and names of sheets its own way, and says nothing else."""
    for name, form in written.items():
        assert list(differences(form.path, recalculated / f"{name}.xlsx")) == [], name


def test_the_real_budget_was_among_them(written: dict[str, Written]) -> None:
    assert sum(1 for _ in formula_cells(written["kampung_paket"].path)) > 481
