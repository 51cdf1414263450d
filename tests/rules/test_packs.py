"""Bad packs and overlays are refused naming file, line and field; good overlays only add."""

from __future__ import annotations

from pathlib import Path

import pytest

from village_budget import paths
from village_budget.errors import PackError
from village_budget.rules.loader import load_overlay, load_pack, read_pack

GOOD = paths.resource("rules", "umum.toml").read_text(encoding="utf-8")
HEAD = '[pack]\nyear = 2030\nversion = "1"\nchecked_on = 2030-01-01\n'


def refusal(tmp_path: Path, text: str) -> PackError:
    path = tmp_path / "2030.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(path)
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ('percent = "30"', 'percent = "dertig"', "pack-field", "rules.BEL-30.percent"),
        ('percent = "30"', 'percent = "130"', "pack-field", "rules.BEL-30.percent"),
        ('percent = "30"', "percent = 30", "pack-field", "rules.BEL-30.percent"),
        ('percent = "30"\n', "\n", "pack-missing-field", "rules.BEL-30.percent"),
        ('kind = "balance"', 'kind = "magic"', "pack-unknown-kind", "rules.BAL-ZERO.kind"),
        ('test = "amount_wrong"', 'test = "magic"', "pack-unknown-kind", "rules.BAL-ROLL.test"),
        ('test = "amount_wrong"', 'test = "empty"', "pack-unknown-kind", "rules.BAL-ROLL.test"),
        ('post = "head"', 'post = "queen"', "pack-field", "rules.SIL-KADES.post"),
        ('severity = "error"', 'severity = "soso"', "pack-field", "rules.BAL-ZERO.severity"),
        ("gauge = true", "gauge = 1", "pack-field", "rules.BEL-30.gauge"),
        ("since = 2019-02-28", 'since = "2019"', "pack-field", "rules.BEL-30.since"),
        ("limit = 2426640", 'limit = "2426640"', "pack-field", "rules.SIL-KADES.limit"),
        ("limit = 2426640", "limit = -1", "pack-field", "rules.SIL-KADES.limit"),
        ("limit = 2426640", "limits = 2426640", "pack-unknown-field", "rules.SIL-KADES.limits"),
        ('kind = "balance"', 'kind = "balance"\nlimit = 1', "pack-unknown-field", "rules.BAL-ZERO.limit"),
        ('accounts = ["5.4"]', 'accounts = ["5.9"]', "pack-unknown-code", "rules.BTT-BID5.measured"),
        ('funds = ["DDS"]', 'funds = ["XYZ"]', "pack-unknown-code", "rules.SIL-SRC.measured"),
        ('accounts = ["5.4"]', 'rekening = ["5.4"]', "pack-unknown-field", "rules.BTT-BID5.measured"),
        ('accounts = ["5.4"]', 'accounts = "5.4"', "pack-field", "rules.BTT-BID5.measured"),
        ('accounts = ["5.4"]', "accounts = []", "pack-field", "rules.BTT-BID5.measured"),
        ('basis = "Permendagri 20/2018 Pasal 23"', 'basis = ""', "pack-field", "rules.BTT-BID5.basis"),
        (
            'title = { id = "Anggaran seimbang", en = ',
            "title = { en = ",
            "pack-field",
            "rules.BAL-ZERO.title",
        ),
        ("variants.above", "variants.beside", "pack-missing-field", "rules.BAL-ZERO.variants.above"),
        ("Kurang {gap}: kurangi", "Kurang {kurang}: kurangi", "pack-unknown-fact", "rules.BAL-ZERO.broken"),
        ("Kurang {gap}: kurangi", "Kurang {gap: kurangi", "pack-field", "rules.BAL-ZERO.broken"),
        ('id = "Siltap Kepala Desa"', f'id = "{"x" * 25}"', "", ""),
    ],
)
def test_a_wrong_field_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, field: str
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    if not code:
        text = GOOD.replace(f"short = {{ {old}", f"short = {{ {new}", 1)
        code, field = "pack-field", "rules.SIL-KADES.short"
    error = refusal(tmp_path, text)
    assert (error.code, error.details["field"]) == (code, field)
    assert error.details["file"] == "2030.toml"
    rows = text.splitlines()
    number = int(str(error.details["line"])) - 1
    name = field.rpartition(".")[2]
    head = max(n for n in range(number + 1) if rows[n].startswith("["))
    assert rows[head] == f"[rules.{field.split('.')[1]}]"
    assert number == head if code == "pack-missing-field" else rows[number].startswith(name)


@pytest.mark.parametrize(
    ("text", "code", "line", "field"),
    [
        ("[pack]\nyear = 2030\nbroken = = 1\n", "pack-syntax", 3, ""),
        ("[pack]\nyear = 2030\n[pack]\n", "pack-syntax", 3, ""),
        ("x = " + "[" * 20_000, "pack-syntax", 1, ""),
        ("", "pack-field", 1, "pack"),
        ('pack = "2030"', "pack-field", 1, "pack"),
        ("[pack]\nyear = true\n", "pack-field", 2, "pack.year"),
        ('[pack]\nyear = 2030\nversion = "1"\nchecked_on = "soon"\n', "pack-field", 4, "pack.checked_on"),
        (HEAD + "colour = 1\n", "pack-unknown-field", 5, "pack.colour"),
        (HEAD + "[rule]\n", "pack-unknown-field", 5, "rule"),
        ("rules = 1\n" + HEAD, "pack-field", 1, "rules"),
        (HEAD + "[rules]\nX = 1\n", "pack-field", 6, "rules.X"),
        (HEAD + "[rules.X]\n", "pack-missing-field", 5, "rules.X.kind"),
        (HEAD + "extends = 1999\n", "pack-field", 5, "pack.extends"),
        (HEAD + "extends = 2030\n", "pack-circular", 5, "pack.extends"),
        (HEAD + 'removes = ["BEL-31"]\n', "pack-unknown-rule", 5, "pack.removes"),
        (HEAD + 'removes = "BEL-30"\n', "pack-field", 5, "pack.removes"),
    ],
)
def test_a_bad_file_is_named_with_its_line(
    tmp_path: Path, text: str, code: str, line: int, field: str
) -> None:
    error = refusal(tmp_path, text)
    told = (error.code, error.details["file"], error.details["line"], error.details["field"])
    assert told == (code, "2030.toml", line, field)


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    other = HEAD.replace("2030", "2031") + "extends = 2030\n"
    (tmp_path / "2031.toml").write_text(other, encoding="utf-8")
    error = refusal(tmp_path, HEAD + "extends = 2031\n")
    assert (error.code, error.details["file"]) == ("pack-circular", "2031.toml")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"x" * 1_000_001])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "2030.toml"
    path.write_bytes(content)
    with pytest.raises(PackError) as caught:
        read_pack(path)
    assert caught.value.code in ("pack-syntax", "pack-too-large")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackError) as caught:
        load_overlay(tmp_path / "tidak_ada.toml")
    assert caught.value.code == "pack-missing"


def test_a_pack_states_only_what_changes(tmp_path: Path) -> None:
    (tmp_path / "umum.toml").write_text(GOOD, encoding="utf-8")
    path = tmp_path / "2030.toml"
    text = HEAD + 'extends = "umum"\nremoves = ["BEL-70"]\n[rules.SIL-KADES]\nlimit = 3000000\n'
    path.write_text(text, encoding="utf-8")
    pack, before = read_pack(path), load_pack(2025)
    assert "BEL-70" not in pack.rules
    assert pack.rules["SIL-KADES"].limit == 3_000_000_00
    assert pack.rules["SIL-KADES"].basis == before.rules["SIL-KADES"].basis
    assert pack.rules["BEL-30"] == before.rules["BEL-30"]
