"""A regency's own titles, headings, widths, words and signatures of the official forms."""

from __future__ import annotations

import pytest

from village_budget.domain.form_change import FormChange, SignatureChange
from village_budget.errors import ExportError, PackError
from village_budget.rules.packs.loader import loads_overlay
from village_budget.rules.regency.form_reader import form_files
from village_budget.rules.regency.form_template import form_template

OWN = """
[forms.apbdes]
sheet = "Lampiran I"
title = ["APB DESA {DESA}", "TAHUN {tahun}"]
landscape = true
margins_mm = 15
signatures = [{ side = "left", lines = ["Kepala Desa"], name = "{kepala_desa}" }]
[forms.apbdes.widths]
name = 40
[forms.apbdes.headings]
"URAIAN" = "URAIAN KEGIATAN"
[forms.apbdes.words]
surplus = "SURPLUS/DEFISIT"
"""


def test_all_parts_are_read() -> None:
    assert loads_overlay(OWN, "kabupaten.toml").forms == {
        "apbdes": FormChange(
            sheet="Lampiran I",
            title=("APB DESA {DESA}", "TAHUN {tahun}"),
            landscape=True,
            margins_mm=15.0,
            widths={"name": 40.0},
            headings={"URAIAN": "URAIAN KEGIATAN"},
            words={"surplus": "SURPLUS/DEFISIT"},
            signatures=(SignatureChange("left", 0, ("Kepala Desa",), "{kepala_desa}"),),
        )
    }


@pytest.mark.parametrize("form", form_files())
def test_the_layout_that_is_printed_can_be_read_back(form: str) -> None:
    """The national form, stated as a regency would, changes nothing but spells out all of it."""
    (found,) = loads_overlay(form_template(form), "kabupaten.toml").forms
    assert found == form


def test_no_layout_of_an_unknown_form() -> None:
    with pytest.raises(ExportError) as told:
        form_template("lra")
    assert told.value.code == "form-unknown"
    assert "apbdes" in str(told.value.details["known"])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("[forms.lra]\nsheet = 'LRA'", "overlay-unknown-form", 1),
        ("[forms.umum.status]\ndraft = 'x'", "overlay-unknown-form", 1),
        ("[forms.apbdes]\nwarna = 'merah'", "pack-unknown-field", 2),
        ("[forms.apbdes]\nsheet = 'a/b'", "pack-field", 2),
        ("[forms.apbdes]\nsheet = 'Anggaran Pendapatan dan Belanja D'", "pack-field", 2),
        ("[forms.apbdes]\ntitle = 'satu baris'", "pack-field", 2),
        ("[forms.apbdes]\ntitle = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']", "pack-field", 2),
        ("[forms.apbdes]\ntitle = ['APB {desaku}']", "overlay-unknown-part", 2),
        ("[forms.apbdes]\ntitle = ['APB {DESA']", "pack-field", 2),
        ("[forms.apbdes]\ntitle = ['APB {DESA.__class__}']", "pack-field", 2),
        ("[forms.apbdes]\ntitle = ['{desa:>9999999}']", "pack-field", 2),
        ('[forms.apbdes]\ntitle = ["satu\\ndua"]', "pack-field", 2),
        ("[forms.apbdes]\nmargins_mm = 3", "pack-field", 2),
        ("[forms.apbdes]\nmargins_mm = true", "pack-field", 2),
        ("[forms.apbdes]\nmargins_mm = nan", "pack-field", 2),
        ("[forms.apbdes]\nlandscape = 1", "pack-field", 2),
        ("[forms.apbdes]\nsignatures = [{ side = 'atas', lines = [] }]", "pack-field", 2),
        ("[forms.apbdes]\nsignatures = [{ side = 'left', tier = 9, lines = [] }]", "pack-field", 2),
        ("[forms.apbdes]\nsignatures = [{ side = 'left' }]", "pack-field", 2),
        ("[forms.apbdes.widths]\nuraian = 40", "overlay-unknown-part", 1),
        ("[forms.apbdes.widths]\nname = 0", "pack-field", 1),
        ("[forms.apbdes.headings]\nUraian = 'X'", "overlay-unknown-part", 1),
        ("[forms.apbdes.words]\nsurplus = 5", "pack-field", 1),
        ("[forms.paket.words]\namended = 'Perubahan {ke}'", "overlay-unknown-part", 1),
        ("[forms.poster]\ntitle = ['Poster']", "pack-unknown-field", 2),
        ("[forms]\napbdes = 3", "pack-field", 2),
    ],
)
def test_what_no_form_can_take_is_refused_with_its_line(text: str, code: str, line: int) -> None:
    """An unknown form, field, column, heading or placeholder, and values that no page can take."""
    with pytest.raises(PackError) as told:
        loads_overlay(text, "kabupaten.toml")
    assert (told.value.code, told.value.details["line"]) == (code, line)
