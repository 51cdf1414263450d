"""Bad packs and overlays are refused naming file, line and field; good overlays only add."""

from __future__ import annotations

from pathlib import Path

import pytest

from village_budget import paths
from village_budget.errors import PackError
from village_budget.rules.packs.loader import load_overlay, load_pack, read_pack

GOOD = paths.resource("rules", "umum.toml").read_text(encoding="utf-8")
HEAD = '[pack]\nyear = 2030\nversion = "1"\nchecked_on = 2030-01-01\n'


def refusal(tmp_path: Path, text: str) -> PackError:
    path = tmp_path / "2030.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        read_pack(path)
    return caught.value


RULE = """[rules.X]
kind = "{kind}"
theme = "process"
severity = "error"
basis = "Pasal 1"
title = {{ id = "Uji", en = "Trial" }}
broken = {{ id = "Salah.", en = "Wrong." }}
holds = {{ id = "Benar.", en = "Right." }}
demand = {{ id = "Harus.", en = "Must." }}
variants.ask = {{ id = "Isi.", en = "Fill in." }}
{more}
"""
ABSENT = 'variants.absent = { id = "Tidak ada.", en = "There is none." }\n'
BY = 'question = "tanggal.bpd"\nby = "10-31"\n'
AFTER = 'question = "tanggal.kirim"\nafter = "tanggal.bpd"\n' + ABSENT
SUM = 'measured = { accounts = ["4.2.1"] }\nquestion = "pagu.DDS"\n' + ABSENT
SHARE = 'measured = { accounts = ["5.4"] }\nbase = { accounts = ["4"] }\n' + ABSENT


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("date_by", BY), ("date_by", BY + "years_before = 1\n"), ("date_after", AFTER + "days = 3\n"),
        ("date_after", AFTER + "days = 20\nworking_days = true\n"), ("date_order", AFTER),
        ("equals_answer", SUM), ("at_most_answer", SUM), ("document", 'question = "dok.perdes_rkpdes"\n'),
        ("count_max", 'question = "jumlah.perubahan"\nlimit = 1\n'),
    ],
)  # fmt: skip
def test_a_rule_that_asks_is_read(tmp_path: Path, kind: str, more: str) -> None:
    path = tmp_path / "2030.toml"
    path.write_text(HEAD + RULE.format(kind=kind, more=more), encoding="utf-8")
    rule = read_pack(path).rules["X"]
    assert rule.questions
    assert rule.waivable
    assert rule.limit in (None, 1)


@pytest.mark.parametrize(
    ("kind", "more", "code", "field"),
    [
        ("date_by", 'question = "tanggal.bpd"\n', "pack-missing-field", "by"),
        ("date_by", BY.replace("10-31", "02-30"), "pack-field", "by"),
        ("date_by", BY.replace("10-31", "31 Oktober"), "pack-field", "by"),
        ("date_by", BY.replace("tanggal.bpd", "tanggal.bdp"), "pack-unknown-question", "question"),
        ("date_by", BY.replace("tanggal.bpd", "pagu.DDS"), "pack-field", "question"),
        ("date_by", BY + "days = 3\n", "pack-unknown-field", "days"),
        ("date_after", AFTER, "pack-missing-field", "days"),
        ("date_after", AFTER + "days = -1\n", "pack-field", "days"),
        ("date_after", AFTER.replace('after = "tanggal.bpd"', 'after = "pagu.DDS"') + "days = 1\n",
         "pack-field", "after"),
        ("date_after", AFTER.replace(ABSENT, "") + "days = 1\n", "pack-missing-field", "variants.absent"),
        ("equals_answer", SUM.replace('question = "pagu.DDS"', ""), "pack-missing-field", "question"),
        ("count_max", 'question = "jumlah.perubahan"\nlimit = 1.5\n', "pack-field", "limit"),
        ("document", 'question = ""\n', "pack-field", "question"),
        ("document", 'question = "dok.perdes_rkpdes"\ntheme = "lain"\n', "pack-syntax", ""),
        ("document", 'question = "dok.perdes_rkpdes"\nunverified_since = "2026"\n', "pack-field",
         "unverified_since"),
        ("document", 'question = "dok.perdes_rkpdes"\nwaivable = 1\n', "pack-field", "waivable"),
        ("document", 'question = "dok.perdes_rkpdes"\nnote = ""\n', "pack-field", "note"),
        ("classified", 'measured = { accounts = ["5"] }\ntags = ["bltt"]\n', "pack-unknown-code", "tags"),
        ("none_of", 'measured = { tags = ["bltt"] }\n', "pack-unknown-code", "measured"),
        ("tiered_share", SHARE + 'tiers = [{ percent = "1" }, { percent = "2" }]\n', "pack-field", "tiers"),
        ("tiered_share", SHARE + 'tiers = [{ up_to = 2, percent = "1" }, { up_to = 1, percent = "2" }, '
         '{ percent = "3" }]\n', "pack-field", "tiers"),
        ("tiered_share", SHARE + 'tiers = [{ up_to = 2, percent = "1" }]\n', "pack-field", "tiers"),
        ("tiered_share", SHARE + "tiers = []\n", "pack-field", "tiers"),
        ("share_range", SHARE + 'percent = "25"\npercent_min = "x"\n', "pack-field", "percent_min"),
        ("share_range", SHARE + 'percent = "25"\npercent_min = "26"\n', "pack-field", "percent_min"),
    ],
)  # fmt: skip
def test_a_rule_that_asks_amiss_is_named(tmp_path: Path, kind: str, more: str, code: str, field: str) -> None:
    error = refusal(tmp_path, HEAD + RULE.format(kind=kind, more=more))
    assert (error.code, error.details["field"]) == (code, f"rules.X.{field}" if field else "")
    assert int(str(error.details["line"])) > 4


def test_context_is_read_without_sentences_of_a_verdict(tmp_path: Path) -> None:
    path = tmp_path / "2030.toml"
    whole = RULE.format(kind="context", more="")
    kept = [
        line for line in whole.splitlines() if not line.startswith(("broken", "holds", "variants", "sever"))
    ]
    path.write_text(HEAD + "\n".join(kept), encoding="utf-8")
    assert read_pack(path).rules["X"].silent
    error = refusal(
        tmp_path,
        HEAD
        + whole.replace('holds = { id = "Benar.", en = "Right." }\n', "")
        .replace("context", "balance")
        .replace("variants.ask", "variants.above"),
    )
    assert (error.code, error.details["field"]) == ("pack-missing-field", "rules.X.holds")


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
