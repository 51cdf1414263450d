"""Bad packs and overlays are refused naming file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from village_budget import paths
from village_budget.errors import PackError
from village_budget.rules.loader import load_overlay, load_pack, read_pack

GOOD = paths.resource("rules", "2025.toml").read_text(encoding="utf-8")


def refusal(tmp_path: Path, text: str) -> PackError:
    path = tmp_path / "2030.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(path)
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ('percent = "30"', 'percent = "dertig"', "pack-field", "BEL-30.percent"),
        ('kind = "balance"', 'kind = "magic"', "pack-field", "BAL-ZERO.kind"),
        ('severity = "warning"', 'severity = "soso"', "pack-field", "PLAN-RINCI.severity"),
        ("gauge = true", "gauge = 1", "pack-field", "BEL-30.gauge"),
        ("limit = 2426640", 'limit = "2426640"', "pack-field", "SIL-KADES.limit"),
        ("limit = 2426640", "limits = 2426640", "pack-unknown-field", "SIL-KADES.limits"),
        ('accounts = ["5.4"]', 'accounts = ["5.9"]', "pack-unknown-code", "BTT-BID5.measured"),
        ('accounts = ["5.4"]', 'rekening = ["5.4"]', "pack-unknown-field", "BTT-BID5.measured"),
        ('basis = "Permendagri 20/2018 Pasal 23"', 'basis = ""', "pack-field", "BTT-BID5.basis"),
    ],
)
def test_a_wrong_field_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, code: str, field: str
) -> None:
    text = GOOD.replace(old, new, 1)
    error = refusal(tmp_path, text)
    assert (error.code, error.details["field"]) == (code, field)
    assert error.details["file"] == "2030.toml"
    line = text.splitlines()[int(str(error.details["line"])) - 1]
    assert line.startswith(field.partition(".")[2])


def test_broken_toml_is_named_with_its_line(tmp_path: Path) -> None:
    error = refusal(tmp_path, "[pack]\nyear = 2030\nbroken = = 1\n")
    assert (error.code, str(error.details["line"])) == ("pack-syntax", "3")


def test_a_missing_sentence_is_named(tmp_path: Path) -> None:
    text = "\n".join(row for row in GOOD.splitlines() if not row.startswith("holds"))
    assert refusal(tmp_path, text).details["field"] == "BAL-ZERO.holds"


def test_packs_that_extend_each_other_are_refused(tmp_path: Path) -> None:
    (tmp_path / "2031.toml").write_text("[pack]\nyear = 2031\nextends = 2030\n", encoding="utf-8")
    error = refusal(tmp_path, "[pack]\nyear = 2030\nextends = 2031\n")
    assert error.code == "pack-circular"


def test_removing_a_rule_that_is_not_there_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, '[pack]\nyear = 2030\nremoves = ["BEL-31"]\n')
    assert error.code == "pack-unknown-rule"


def test_an_overlay_changes_a_limit_and_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "kabupaten.toml"
    path.write_text("[rules.SIL-KADES]\nlimit = 3000000\n", encoding="utf-8")
    pack = load_pack(2026)
    changed = load_overlay(path).apply_to(pack)
    assert changed.rules["SIL-KADES"].limit == 300_000_000
    assert changed.rules["SIL-KADES"].basis == pack.rules["SIL-KADES"].basis
    assert changed.rules["BEL-30"] == pack.rules["BEL-30"]


def test_a_bad_overlay_names_file_line_and_field(tmp_path: Path) -> None:
    path = tmp_path / "kabupaten.toml"
    path.write_text('[rules.SIL-KADES]\nlimit = "banyak"\n', encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_overlay(path).apply_to(load_pack(2026))
    assert caught.value.details == {"file": "kabupaten.toml", "line": 2, "field": "SIL-KADES.limit"}
