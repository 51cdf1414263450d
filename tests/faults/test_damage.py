"""F15, F16, S22: truncated files, flipped bits, tampered journals: found at open, told, left alone."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.document.files import Clock, save_plan, state
from village_budget.document.document import Document
from village_budget.document.edits.activity_edits import AddActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.document.edits.records import SetAnswer, SetOverlay, SetWaiver
from village_budget.domain.lines import Part
from village_budget.errors import FileError

DAMAGED = ("file-damaged", "file-foreign", "file-newer")


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan of two years with some work in its journal."""
    folder = tmp_path_factory.mktemp("worked")
    path = save_plan(folder / "desa.apbdes", small_plan())
    document = Document.open(path, clock=Clock(), backup_folder=folder / "backups")
    for number in range(8):
        document.apply(SetLine(5, {"note": f"catatan {number}", "unit_price": (number + 1) * 100_00}))
    document.undo()
    document.apply(SetAnswer("pagu.DDS", "9000000000", "SK Bupati"))
    document.apply(SetWaiver("BEL-30", "", "Musdes khusus", "BA 3/2026", "Camat", "2026-02-01"))
    document.apply(SetOverlay("uji.toml", '[overlay]\nname = "Kabupaten Uji"\n'))
    document.add_plan(2027)
    document.select(2027)
    activity = document.apply(AddActivity("1.1.01")).changes[0].key
    document.apply(AddLine(Part.SPENDING, activity, "5.1.1.01", "Siltap", unit_price=1_000_00, fund="ADD"))
    document.close()
    return path


def years(path: Path) -> list[tuple[object, ...]]:
    """All that a file says, year by year, and its history."""
    found = []
    document = Document.open(path, read_only=True)
    for info in document.plans():
        document.select(info.fiscal_year, info.version)
        steps = document.history()
        found.append((state(document), steps, [document.step_changes(step.id) for step in steps]))
    document.close()
    return found


def test_truncated_anywhere(worked: Path, tmp_path: Path) -> None:
    """F15: cut off at 200 random lengths: 200 times told, never opened, never written to."""
    rng = random.Random(15)
    content = worked.read_bytes()
    path = tmp_path / "desa.apbdes"
    for _ in range(200):
        cut = content[: rng.randrange(len(content))]
        path.write_bytes(cut)
        with pytest.raises(FileError) as told:
            Document.open(path)
        assert told.value.code == "file-damaged"
        assert path.read_bytes() == cut
        assert [p.name for p in tmp_path.iterdir()] == ["desa.apbdes"]


def test_flipped_bits(worked: Path, tmp_path: Path) -> None:
    """F16: a flipped bit is told, or it changed nothing of what the file says; never an altered plan."""
    rng = random.Random(16)
    content = worked.read_bytes()
    whole = years(worked)
    path = tmp_path / "desa.apbdes"
    told: list[str] = []
    harmless = 0
    for _ in range(400):
        spoilt = bytearray(content)
        place = rng.randrange(len(content) * 8)
        spoilt[place // 8] ^= 1 << place % 8
        path.write_bytes(spoilt)
        try:
            found = years(path)
        except FileError as error:
            told.append(error.code)
        else:
            assert found == whole
            harmless += 1
    assert set(told) <= set(DAMAGED)
    assert len(told) > 50
    assert harmless > 50


def test_flipped_bits_in_the_rows(worked: Path, tmp_path: Path) -> None:
    """F16: aimed at the text and the amounts themselves, every single one is found."""
    content = worked.read_bytes()
    path = tmp_path / "desa.apbdes"
    tested = 0
    for word in (b"Semen", b"Pasir", b"5.3.5.01", b"Kasi Kesejahteraan", b"Sumberwangi", b"draft", b"Siltap",
                 b"step-set-line", b"catatan 3", b'"unit_price":10000', b"2026-01-05T", b"Musdes",
                 b"Kabupaten Uji"):  # fmt: skip
        place = content.rfind(word)
        assert place >= 0, word
        for bit in range(8 * min(len(word), 3)):
            spoilt = bytearray(content)
            spoilt[place + bit // 8] ^= 1 << bit % 8
            path.write_bytes(spoilt)
            for read_only in (True, False):
                with pytest.raises(FileError) as told:
                    Document.open(path, read_only=read_only)
                assert told.value.code == "file-damaged", (word, bit)
            tested += 1
    assert tested > 200


def tamper(path: Path, *statements: str) -> None:
    """Change a file with another program that removes what stands in its way and puts it back."""
    connection = sqlite3.connect(path)
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.commit()
    connection.close()


TAMPERED = {
    "an amount": "UPDATE line SET amount = amount + 100 WHERE id = 5",
    "price and amount": "UPDATE line SET amount = 100, unit_price = 100, volume = '1' WHERE id = 9",
    "a fund": "UPDATE line SET fund = 'PAD' WHERE id = 3",
    "a row gone": "DELETE FROM line WHERE id = 9",
    "a row more": "INSERT INTO activity SELECT 99, plan_id, code, name, officer, location, start_month,"
                  " end_month, output, target, target_unit, priority, note, 9, NULL"
                  " FROM activity WHERE id = 1",
    "the order": "UPDATE line SET position = 9 WHERE id = 5",
    "the status": "UPDATE plan SET status = 'enacted' WHERE id = 1",
    "the signer": "UPDATE village SET head = 'Orang lain'",
    "the village": "UPDATE village SET code = '35.10.99.2009'",
    "the regulation": "UPDATE plan SET regulation_number = '9' WHERE id = 1",
    "the fingerprint": "UPDATE plan SET fingerprint = replace(fingerprint, 'a', 'b')",
    "who did a step": "UPDATE step SET who = 'Orang lain' WHERE id = 3",
    "when": "UPDATE step SET at = replace(at, '2026', '2025') WHERE id = 2",
    "what a step did": "UPDATE change SET after = replace(after, 'catatan', 'Catatan') WHERE step_id = 3",
    "a step gone": "DELETE FROM change WHERE step_id = 4; DELETE FROM step WHERE id = 4",
    "the last step gone": "DELETE FROM change WHERE step_id = 12; DELETE FROM step WHERE id = 12",
    "a change put in": "INSERT INTO change VALUES (3, 9, 'line', 5, NULL, NULL)",
    "the file's id": "UPDATE plan_file SET uid = 'x'",
    "a month": "UPDATE activity SET start_month = 5 WHERE id = 2",
    "an unreadable volume": "UPDATE line SET volume = 'dua' WHERE id = 5",
    "an unreadable time": "UPDATE step SET at = 'kemarin' WHERE id = 5",
    "no village": "DELETE FROM village",
    "no plans": "; ".join(
        f"DELETE FROM {table}"
        for table in ("change", "step", "line", "activity", "answer", "waiver", "overlay", "plan")
    ),
    "another ceiling": "UPDATE answer SET value = '8000000000'",
    "no answer": "DELETE FROM answer",
    "a waiver for another rule": "UPDATE waiver SET rule = 'BEL-70'",
    "a waiver more": "INSERT INTO waiver"
                     " SELECT 99, plan_id, 'DD-26-02', fund, reason, document, approver, date FROM waiver",
    "the regency's file changed": "UPDATE overlay SET text = text || ' '",
    "the regency's file changed with its fingerprint": "UPDATE overlay SET text = '', fingerprint ="
        " 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'",
    "no line's activity": "UPDATE line SET activity_id = 77 WHERE id = 5",
}  # fmt: skip


@pytest.mark.parametrize("statements", TAMPERED.values(), ids=TAMPERED.keys())
def test_tampering_shows(worked: Path, tmp_path: Path, statements: str) -> None:
    """S22: whatever another program changes in rows, heads or journal is found when the file is opened."""
    path = tmp_path / "desa.apbdes"
    path.write_bytes(worked.read_bytes())
    tamper(path, *statements.split("; "))
    assert path.read_bytes() != worked.read_bytes()
    with pytest.raises(FileError, match="file-damaged"):
        Document.open(path)


def test_unchanged_by_a_harmless_program(worked: Path, tmp_path: Path) -> None:
    """The check can also pass: the same handling without a change, and a VACUUM, leave the file good."""
    path = tmp_path / "desa.apbdes"
    path.write_bytes(worked.read_bytes())
    tamper(path)
    connection = sqlite3.connect(path)
    connection.execute("VACUUM")
    connection.close()
    assert years(path) == years(worked)
