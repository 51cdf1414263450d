"""The commands one by one: what they do, print and return (design section 7)."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.exchange.tables import HEADER, shared
from tests.ui.cli.commands import Shell
from village_budget import paths
from village_budget.document.document import Document

BALANCED = f"""{HEADER}
pendapatan,,4.2.3.01,ADD,1,tahun,10000000,10000000,ADD
belanja,1.1.04,5.2.1.01,Kertas,100,rim,60000,6000000,ADD
belanja,3.4.03,5.2.1.06,Rapat PKK,160,kotak,25000,4000000,ADD
"""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample village."""
    return Path(shutil.copy(paths.sample("sumberwangi_2026.apbdes"), tmp_path / "contoh.apbdes"))


def test_new_makes_an_empty_plan_and_knows_the_villages_of_the_list(shell: Shell) -> None:
    done = shell.run("new", shell.plan, "--village", "Kandangan", "--code", "35.10.01.2009", "--year", "2026")
    assert (done.status, done.err) == (0, "")
    assert "Kandangan" in done.out
    document = Document.open(shell.plan, read_only=True)
    village = document.plan.village
    assert (village.district, village.regency, village.province) == (
        "Pesanggaran",
        "Banyuwangi",
        "Jawa Timur",
    )
    assert document.plan.info.fiscal_year == 2026
    assert not document.plan.lines
    document.close()


def test_new_takes_what_it_is_told(shell: Shell) -> None:
    words = ["--district", "Rambah", "--regency", "Rokan", "--province", "Riau"]
    shell.run("new", shell.plan, "--village", "X", "--code", "14.06.01.2001", "--year", "2025", *words)
    document = Document.open(shell.plan, read_only=True)
    assert (document.plan.village.district, document.plan.village.province) == ("Rambah", "Riau")
    document.close()


def test_new_never_replaces_a_file(shell: Shell) -> None:
    before = shell.new().read_bytes()
    done = shell.run("new", shell.plan, "--village", "Lain", "--code", "35.10.01.2001", "--year", "2026")
    assert done.status == 2
    assert shell.plan.name in done.err
    assert shell.plan.read_bytes() == before


def test_import_then_check_as_json(shell: Shell) -> None:
    """The JSON contract: keys, types, amounts as decimal strings, every rule with what it measured."""
    plan = shell.new()
    done = shell.run("import", plan, shell.table(BALANCED), "--year", "2026")
    assert (done.status, done.err) == (0, "")
    assert "3 baris" in done.out
    checked = shell.run("check", plan, "--format", "json")
    assert checked.status == 0
    found = checked.json
    assert (found["village"], found["code"], found["year"]) == ("Kandangan", "35.10.01.2009", 2026)
    assert found["version"] == "original"
    assert found["totals"] == {
        "revenue": "10000000", "spending": "10000000", "financing_in": "0", "financing_out": "0",
        "balance": "0",
    }  # fmt: skip
    rules = {one["rule"]: one for one in found["findings"]}
    assert {"BAL-ZERO", "BAL-SRC", "BEL-30", "SIL-KADES"} <= set(rules)
    for one in rules.values():
        assert set(one) >= {
            "rule", "severity", "holds", "measured", "limit", "share", "gap", "basis", "rows", "message",
        }  # fmt: skip
        assert isinstance(one["measured"], str)
        assert one["share"] is None or isinstance(one["share"], float)
    assert rules["BAL-ZERO"]["holds"] is True


def test_check_says_which_rows_break_a_rule_and_by_how_much(shell: Shell, sample: Path) -> None:
    checked = shell.run("check", sample, "--format", "json")
    assert checked.status == 1
    broken = {one["rule"]: one for one in checked.json["findings"] if not one["holds"]}
    assert set(broken) == {"SIL-KADES", "DD-26-02"}
    assert broken["DD-26-02"]["gap"] == "646320"
    assert broken["DD-26-02"]["rows"] == ["1.1.08"]
    assert broken["DD-26-02"]["share"] == pytest.approx(0.031731, abs=1e-6)
    assert broken["SIL-KADES"]["measured"] == "2400000"


def test_an_exempted_rule_is_told_but_does_not_fail_the_check(shell: Shell, sample: Path) -> None:
    """Status 1 only for mandatory rules that are open; exemptions and questions are listed apart."""
    from village_budget.document.document import Document
    from village_budget.document.edits.records import SetWaiver

    document = Document.open(sample)
    for rule in ("SIL-KADES", "DD-26-02"):
        document.apply(SetWaiver(rule, "", "Musdes", "BA 3/2026", "Camat", "2026-02-01"))
    document.close()
    checked = shell.run("check", sample, "--format", "json")
    assert checked.status == 0
    found = {one["rule"]: one for one in checked.json["findings"]}
    assert (found["SIL-KADES"]["holds"], found["SIL-KADES"]["waived"]) == (False, True)
    assert found["SIL-KADES"]["theme"] == "pay"
    asks = [one for one in checked.json["findings"] if one["ask"]]
    assert asks
    assert all(one["holds"] for one in asks)
    told = shell.run("check", sample).out
    assert f"Perlu jawaban ({len(asks)})" in told
    assert "Dikecualikan (2)" in told
    assert "MELANGGAR" not in told


def test_sen_are_shown_with_two_decimals(shell: Shell) -> None:
    plan = shell.new()
    text = BALANCED.replace("10000000,10000000", "10000000.5,10000000.5")
    shell.run("import", plan, shell.table(text), "--year", "2026")
    totals = shell.run("check", plan, "--format", "json").json["totals"]
    assert (totals["revenue"], totals["balance"]) == ("10000000.50", "0.50")


def test_check_as_text_in_both_languages(shell: Shell, sample: Path) -> None:
    indonesian = shell.run("check", sample)
    assert indonesian.status == 1
    assert "1.692.396.150" in indonesian.out
    assert "MELANGGAR   SIL-KADES" in indonesian.out
    assert "PP 11/2019 Pasal 81" in indonesian.out
    english = shell.run("--lang", "en", "check", sample)
    assert "BROKEN      SIL-KADES" in english.out
    assert shell.run("check", sample, "--lang", "en").out == english.out


def test_prices_are_compared_with_a_list(shell: Shell, sample: Path) -> None:
    """Without one, LOC-PRICE is not judged; with one, each dear line counts."""
    plain = shell.run("check", sample, "--format", "json")
    assert "LOC-PRICE" not in {finding["rule"] for finding in plain.json["findings"]}
    prices = shell.table("uraian,satuan,harga\nMeterai 10.000,lembar,9999\n", "harga.csv")
    found = {
        finding["rule"]: finding
        for finding in shell.run("check", sample, "--prices", prices, "--format", "json").json["findings"]
    }
    assert not found["LOC-PRICE"]["holds"]
    assert "standarnya" in found["LOC-PRICE"]["message"]
    wrong = shell.run("check", sample, "--prices", shell.table("surat,undangan\n", "x.csv"))
    assert wrong.status == 2


def test_an_overlay_of_the_regency_adds_its_limit(shell: Shell, sample: Path) -> None:
    overlay = shell.table("[limits]\nSIL-MAX-KADES = 2399999\n", "daerah.toml")
    checked = shell.run("check", sample, "--overlay", overlay, "--format", "json")
    broken = [one["rule"] for one in checked.json["findings"] if not one["holds"]]
    assert broken == ["SIL-KADES", "SIL-MAX-KADES", "DD-26-02"]
    wrong = shell.run("check", sample, "--overlay", shell.table("[rules.SIL-KADES]\nlimt = 1\n", "x.toml"))
    assert wrong.status == 2
    assert "x.toml" in wrong.err


def test_a_dry_run_saves_nothing(shell: Shell) -> None:
    before = shell.new().read_bytes()
    done = shell.run("import", shell.plan, shell.table(BALANCED), "--year", "2027", "--dry-run")
    assert done.status == 0
    assert "tidak ada yang disimpan" in done.out
    assert shell.plan.read_bytes() == before


def test_import_replaces_the_lines_of_its_year_as_one_step(shell: Shell) -> None:
    plan = shell.new()
    table = shell.table(BALANCED)
    shell.run("import", plan, table, "--year", "2026")
    shell.run("import", plan, shell.table(BALANCED.replace("PKK", "LPMD"), "dua.csv"), "--year", "2026")
    shell.run("import", plan, table, "--year", "2027")
    document = Document.open(plan, fiscal_year=2026)
    assert len(document.plan.lines) == 3
    assert any(line.description == "Rapat LPMD" for line in document.plan.lines.values())
    document.undo()
    assert any(line.description == "Rapat PKK" for line in document.plan.lines.values())
    document.undo()
    assert not document.plan.lines
    document.select(2027)
    assert len(document.plan.lines) == 3
    document.close()


def test_export_writes_the_forms_that_are_asked_for(shell: Shell, sample: Path) -> None:
    out = shell.folder / "hasil" / "baru"
    done = shell.run("export", sample, "--to", out, "--form", "apbdes", "--form", "pemeriksaan")
    assert done.status == 0
    assert sorted(path.name for path in out.iterdir()) == [
        "apbdes_Sumberwangi_2026.xlsx", "pemeriksaan_Sumberwangi_2026.xlsx",
    ]  # fmt: skip
    assert "apbdes_Sumberwangi_2026.xlsx" in done.out
    unknown = shell.run("export", sample, "--to", out, "--form", "rahasia")
    assert unknown.status == 2
    assert "rahasia" in unknown.err


def test_export_as_pdf_too(shell: Shell, sample: Path) -> None:
    done = shell.run("export", sample, "--to", shell.folder, "--form", "apbdes", "--pdf")
    assert done.status == 0
    assert (shell.folder / "apbdes_Sumberwangi_2026.pdf").read_bytes().startswith(b"%PDF")


def test_export_of_the_flat_table_comes_in_again_as_the_same_plan(shell: Shell, sample: Path) -> None:
    """Design section 8: import(export(plan)) = plan."""
    shell.run("export", sample, "--to", shell.folder, "--form", "apbdes", "--table")
    before = shell.run("check", sample, "--format", "json").json["fingerprint"]
    table = shell.folder / "tabel_Sumberwangi_2026.csv"
    assert shell.run("import", sample, table, "--year", "2026").status == 0
    assert shell.run("check", sample, "--format", "json").json["fingerprint"] == before


def test_the_rules_of_a_year_say_since_when_and_how_sure(shell: Shell) -> None:
    found = shell.run("rules", "--year", "2026", "--format", "json").json
    rules = {one["id"]: one for one in found["rules"]}
    assert rules["SIL-KADES"]["unverified_since"] == "2026-03-27"
    assert rules["DD-26-02"]["since"] == "2026-01-01"
    assert {one["theme"] for one in rules.values()} >= {"balance", "pay", "dana_desa", "plan"}
    text = shell.run("rules", "--year", "2026").out
    assert "belum diverifikasi sejak 27 Maret 2026" in text
    assert "menunggu angka dari kabupaten" in text
    assert "in force since" in shell.run("rules", "--year", "2025", "--lang", "en").out


def test_an_empty_file_of_the_regency_is_written_and_can_be_used(shell: Shell, sample: Path) -> None:
    target = sample.parent / "kabupaten.toml"
    written = shell.run("rules", "--year", "2026", "--new-overlay", target)
    assert written.status == 0
    plain = shell.run("check", sample, "--format", "json")
    assert shell.run("check", sample, "--overlay", target, "--format", "json").json == plain.json
    again = shell.run("rules", "--new-overlay", target)
    assert again.status == 2
    assert "kabupaten.toml" in again.err


def test_the_words_of_a_form_are_printed_for_the_regency(shell: Shell) -> None:
    done = shell.run("forms", "--layout", "apbdes")
    assert done.status == 0
    assert "[forms.apbdes.headings]" in done.out
    refused = shell.run("forms", "--layout", "lra")
    assert refused.status != 0
    assert "lra" in refused.err


def test_forms_and_rules_are_listed(shell: Shell) -> None:
    assert [one["name"] for one in shell.run("forms", "--format", "json").json][:2] == [
        "apbdes",
        "penjabaran",
    ]
    assert "penjabaran" in shell.run("forms").out
    rules = shell.run("rules", "--year", "2026", "--format", "json").json
    assert rules["year"] == 2026
    assert all(rule["basis"] and rule["title"]["id"] for rule in rules["rules"])
    limits = {rule["id"]: rule["limit"] for rule in rules["rules"]}
    assert limits["SIL-KADES"] == "2426640"
    assert "SIL-KADES" in shell.run("rules", "--year", "2026", "--lang", "en").out


def test_recap_puts_a_folder_into_one_workbook(shell: Shell, sample: Path) -> None:
    shell.new()
    (shell.folder / "rusak.apbdes").write_bytes(b"bukan berkas")
    out = shell.folder / "rekap.xlsx"
    done = shell.run("recap", shell.folder, "--to", out)
    assert done.status == 0
    assert "rusak.apbdes" in done.out
    sheet = openpyxl.load_workbook(out, data_only=True).worksheets[0]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    found = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert set(found) == {"contoh.apbdes", "desa.apbdes", "rusak.apbdes"}
    village = found[sample.name]
    assert (village["Desa"], village["Pendapatan"], village["SiLPA berjalan"]) == (
        "Sumberwangi",
        1692396150,
        0,
    )
    assert village["Aturan dilanggar"] == 2
    assert village["Belanja DDS"] == 371619500
    assert found["rusak.apbdes"]["Keterangan"]
    assert shell.run("recap", shell.folder / "tidak-ada", "--to", out).status == 2
    empty = shell.folder / "kosong"
    empty.mkdir()
    assert shell.run("recap", empty, "--to", out).status == 2
    assert shell.run("recap", shell.folder, "--to", shell.folder / "rekap.csv").status == 2


def test_a_real_village_from_new_to_check(shell: Shell) -> None:
    """The main job: 481 cost lines in, every total to the rupiah, every fund spent."""
    plan = shell.new(2019)
    done = shell.run("import", plan, shared("kampung_2019_rab.csv"), "--year", "2019")
    assert done.status == 0
    assert "5.1.01" in done.out
    assert "3.2.90" in done.out
    found = shell.run("check", plan, "--format", "json").json
    assert found["totals"]["revenue"] == found["totals"]["spending"] == "1459971435"
    assert found["totals"]["balance"] == "0"
    assert set(found["funds"].values()) == {"0"}


def test_a_village_that_is_not_broken_down(shell: Shell) -> None:
    plan = shell.new(2020)
    assert shell.run("import", plan, shared("gorontalo_2020.csv"), "--year", "2020").status == 0
    rules = {one["rule"]: one for one in shell.run("check", plan, "--format", "json").json["findings"]}
    assert rules["PLAN-RINCI"]["holds"] is False
    assert rules["PLAN-SILPA"]["rows"] == ["6.1.1.01"]


def test_as_a_program_of_its_own(tmp_path: Path) -> None:
    """``python -m ui``: UTF-8 out, nothing of the window loaded, no traceback."""
    command = [sys.executable, "-m", "ui", "rules", "--year", "2026", "--lang", "en"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=paths.resource().parent)
    assert done.returncode == 0
    assert "30 %" in done.stdout.decode("utf-8")
    code = "import sys; from ui.cli import main; main(['forms']); print('PySide6' in sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=paths.resource().parent
    )
    assert loaded.stdout.decode().splitlines()[-1] == "False"


def test_the_poster_is_exported_by_its_name(shell: Shell, sample: Path) -> None:
    """Two sheets, a banner, a picture; a design that is none is refused and nothing is written."""
    done = shell.run("export", sample, "--to", shell.folder, "--form", "poster", "--design", "batik")
    assert done.status == 2
    assert "nila, soga, hemat" in done.err
    done = shell.run("export", sample, "--to", shell.folder, "--form", "poster", "--design", "hemat")
    assert (done.status, done.err) == (0, "")
    names = sorted(path.name for path in shell.folder.glob("poster-*"))
    assert names == [
        "poster-a3_Sumberwangi_2026.pdf", "poster-a3_Sumberwangi_2026.png",
        "poster-f4_Sumberwangi_2026.pdf", "poster-spanduk_Sumberwangi_2026.pdf",
    ]  # fmt: skip


def test_the_public_page_is_exported_by_its_name(shell: Shell, sample: Path) -> None:
    """One file; together with forms and posters by one command; all of them are listed."""
    done = shell.run("export", sample, "--to", shell.folder, "--form", "halaman", "--form", "apbdes")
    assert (done.status, done.err) == (0, "")
    assert (shell.folder / "apbdes_Sumberwangi_2026.xlsx").exists()
    text = (shell.folder / "halaman_Sumberwangi_2026.html").read_text(encoding="utf-8")
    assert "Desa Sumberwangi, Kecamatan Kalibening" in text
    listed = [one["name"] for one in shell.run("forms", "--format", "json").json]
    assert listed[-3:] == ["paket", "poster", "halaman"]
