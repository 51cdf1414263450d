"""U23, U24: backups are made in time, proven, thinned, listed, restored; never rotated out by a bad plan."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.builders import small_plan
from tests.document.files import START, Clock, save_plan, state
from village_budget import paths
from village_budget.document.document import Document
from village_budget.document.editor import BULK_CHANGES
from village_budget.document.edits.activity_edits import AddActivity, RemoveActivity
from village_budget.document.edits.line_edits import AddLine, SetLine
from village_budget.domain.lines import Part
from village_budget.errors import FileError
from village_budget.store import backup, copies, retention
from village_budget.store.backup import Backups
from village_budget.store.retention import kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The small plan with one edit in its journal, closed."""
    path = save_plan(tmp_path / "desa.apbdes", small_plan())
    document = Document.open(
        path, clock=Clock(START - timedelta(days=2)), backup_folder=tmp_path / "cadangan"
    )
    for note in ("a", "b"):
        document.apply(SetLine(5, {"note": note}))
    document.close()
    return path


def work(path: Path, now: datetime, note: str = "") -> Document:
    """Open the plan on a day, write a note, close it."""
    document = Document.open(path, clock=Clock(now), backup_folder=path.parent / "cadangan")
    if note:
        document.apply(SetLine(5, {"note": note}))
    document.close()
    return document


def reasons(path: Path) -> list[str]:
    """Why each backup was made, oldest first."""
    return [found.reason for found in Backups(path, path.parent / "cadangan").found()]


def test_one_a_day_and_only_when_something_changed(path: Path) -> None:
    """The first opening of a day makes one; the second does not, nor a day without an edit."""
    work(path, START, "x")
    assert reasons(path) == ["daily"]
    work(path, START + timedelta(hours=1), "y")
    assert reasons(path) == ["daily"]
    work(path, START + timedelta(days=1))
    work(path, START + timedelta(days=2))
    assert reasons(path) == ["daily", "daily"]


def test_clock_going_backwards_still_makes_backups(path: Path) -> None:
    """F26: backups are neither skipped nor all deleted when the clock is wrong."""
    work(path, datetime(2099, 1, 1, tzinfo=UTC), "x")
    work(path, datetime(1980, 1, 1, tzinfo=UTC), "y")
    work(path, datetime(2026, 3, 1, tzinfo=UTC), "z")
    assert reasons(path) == ["daily"] * 3


def test_looking_makes_none(path: Path) -> None:
    """Opening to look only leaves no backup."""
    Document.open(path, read_only=True, backup_folder=path.parent / "cadangan").close()
    assert reasons(path) == []


def test_default_folder_is_the_users(path: Path) -> None:
    """Without a folder the backups are in the user's data folder."""
    Document.open(path, clock=Clock()).close()
    assert [found.reason for found in Backups(path).found()] == ["daily"]
    assert Backups(path).folder.is_relative_to(paths.user_data_dir() / "backups")


def test_list_tells_date_lines_and_total(path: Path) -> None:
    """The list shows each backup with its date, number of lines, total and tick."""
    folder = path.parent / "cadangan"
    document = Document.open(path, clock=Clock(), backup_folder=folder)
    (info,) = document.backups()
    assert (info.good, info.lines, info.spending, info.fiscal_years) == (True, 10, 155_000_000_00, (2026,))
    assert info.fingerprint == document.fingerprint
    assert info.at.astimezone(UTC).date() == START.date()
    document.close()
    info.path.write_bytes(info.path.read_bytes()[:-4096])
    again = Document.open(path, read_only=True, backup_folder=folder)
    assert [info.good for info in again.backups()] == [False]


def test_before_bulk_work(path: Path) -> None:
    """Taking out a whole large activity sets a copy aside first."""
    folder = path.parent / "cadangan"
    document = Document.open(path, clock=Clock(), backup_folder=folder)
    activity = document.apply(AddActivity("2.2.02")).changes[0].key
    for _ in range(BULK_CHANGES):
        document.apply(AddLine(Part.SPENDING, activity, "5.2.1.01", unit_price=100, fund="DDS"))
    wanted = document.fingerprint
    document.apply(RemoveActivity(activity))
    newest = document.backups()[0]
    document.close()
    assert (newest.reason, newest.fingerprint) == ("bulk", wanted)


def test_full_backup_disk_does_not_stop_work(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """F07: a backup that can't be made is told, and work goes on."""

    def full(*_: object, **__: object) -> None:
        raise FileError("file-disk-full")

    monkeypatch.setattr(copies, "save_copy", full)
    document = Document.open(path, clock=Clock(), backup_folder=path.parent / "cadangan")
    assert document.backup_problem is not None
    assert document.backup_problem.code == "file-disk-full"
    document.apply(SetLine(5, {"note": "x"}))
    document.close()


def test_damaged_plan_keeps_the_good_backups(path: Path) -> None:
    """F24: a damaged plan opened ten times makes and deletes no backup, and names the newest good one."""
    work(path, START, "x")
    good = state(Document.open(path, read_only=True))
    work(path, START + timedelta(days=1))
    before = sorted((path.parent / "cadangan").rglob("*.apbdes"))
    assert len(before) == 2
    path.write_bytes(path.read_bytes()[:-5000])
    damaged = path.read_bytes()
    for _ in range(10):
        with pytest.raises(FileError) as caught:
            work(path, START + timedelta(days=2))
    assert caught.value.code == "file-damaged-backup"
    assert str(caught.value.details["backup_at"]).startswith("06-01-2026 ")
    assert sorted((path.parent / "cadangan").rglob("*.apbdes")) == before
    assert path.read_bytes() == damaged
    best = Path(str(caught.value.details["backup"]))
    assert state(Document.open(best, read_only=True)) == good


def test_damaged_backup_is_passed_over(path: Path) -> None:
    """The newest backup that is whole is offered, not the newest."""
    work(path, START, "x")
    work(path, START + timedelta(days=1), "y")
    first, second = sorted((path.parent / "cadangan").rglob("*.apbdes"))
    second.write_bytes(second.read_bytes()[:9000])
    best = Backups(path, path.parent / "cadangan").newest_good()
    assert best is not None
    assert best.path == first


def test_backups_of_a_moved_plan_are_found(path: Path) -> None:
    """A plan that lay elsewhere before is still helped by its name."""
    work(path, START, "x")
    moved = path.parent / "lain" / path.name
    moved.parent.mkdir()
    moved.write_bytes(path.read_bytes()[:7000])
    with pytest.raises(FileError, match="file-damaged-backup"):
        Document.open(moved, backup_folder=path.parent / "cadangan")


def test_restore_keeps_what_was_there(path: Path) -> None:
    """F40: backup, restore, compare; the present plan is backed up first."""
    folder = path.parent / "cadangan"
    work(path, START, "baru")
    (first,) = Backups(path, folder).found()
    wanted = state(Document.open(first.path, read_only=True))
    replaced = state(Document.open(path, read_only=True))
    backup.restore(first.path, path, START, folder=folder)
    assert state(Document.open(path, read_only=True)) == wanted != replaced
    assert reasons(path) == ["daily", "restore"]
    newest = Backups(path, folder).found()[-1]
    assert state(Document.open(newest.path, read_only=True)) == replaced
    document = Document.open(path, backup_folder=folder)
    assert document.undo() is not None
    document.close()


def test_restore_over_a_damaged_plan(path: Path) -> None:
    """F15: the damaged file is kept as .rusak beside the restored one, however often."""
    folder = path.parent / "cadangan"
    work(path, START, "x")
    (good,) = Backups(path, folder).found()
    for number in range(2):
        damaged = path.read_bytes()[: -5000 - number]
        path.write_bytes(damaged)
        backup.restore(good.path, path, START, folder=folder)
        assert path.with_name("desa.apbdes.rusak" + ("" if number == 0 else "2")).read_bytes() == damaged
        Document.open(path, backup_folder=folder).close()


def test_restore_refuses_a_bad_backup_and_an_open_plan(path: Path) -> None:
    """Nothing is replaced by a backup that is not whole, nor under a program that has it open."""
    folder = path.parent / "cadangan"
    work(path, START, "x")
    (good,) = Backups(path, folder).found()
    document = Document.open(path, backup_folder=folder)
    with pytest.raises(FileError, match="file-locked"):
        backup.restore(good.path, path, START, folder=folder)
    document.apply(SetLine(5, {"note": "masih"}))
    document.close()
    before = path.read_bytes()
    good.path.write_bytes(good.path.read_bytes()[:-100])
    with pytest.raises(FileError, match="backup-damaged"):
        backup.restore(good.path, path, START, folder=folder)
    assert path.read_bytes() == before


def test_restore_of_a_deleted_plan(path: Path) -> None:
    """A plan that is gone comes back from its backup."""
    folder = path.parent / "cadangan"
    work(path, START, "x")
    wanted = state(Document.open(Backups(path, folder).found()[0].path, read_only=True))
    path.unlink()
    backup.restore(Backups(path, folder).found()[0].path, path, START, folder=folder)
    assert state(Document.open(path, read_only=True)) == wanted


def days(*offsets: int) -> list[datetime]:
    """Noon of some days after the start."""
    return [START + timedelta(days=offset) for offset in offsets]


def test_thinning_keeps_days_weeks_and_months() -> None:
    """Of three years of daily work stay the newest, then days, weeks and months, always the last of each."""
    made = days(*range(3 * 365))
    stay = kept(made, lambda at: at)
    assert stay[-retention.DAYS :] == made[-retention.DAYS :]
    assert len({(at.year, at.month) for at in stay}) == retention.MONTHS
    assert len(stay) <= retention.NEWEST + retention.DAYS + retention.WEEKS + retention.MONTHS
    for at in stay[:5]:
        assert (at + timedelta(days=1)).day == 1


def test_thinning_again_changes_little() -> None:
    """Thinning day by day leaves old months, not only the newest days."""
    stay: list[datetime] = []
    for at in days(*range(400)):
        stay = kept([*stay, at], lambda at: at)
    assert len({(at.year, at.month) for at in stay}) >= 13


def test_thinning_counts_what_is_there() -> None:
    """F26: a day in 2099 or 1980 among them deletes no others."""
    made = [
        *days(*range(12)),
        datetime(2099, 1, 1, tzinfo=UTC),
        datetime(1980, 1, 1, tzinfo=UTC),
        *days(12, 13),
    ]
    assert set(made) - set(kept(made, lambda at: at)) <= set(days(0, 1, 2))


def test_many_in_one_day(path: Path) -> None:
    """Of many on one day the newest ten stay."""
    folder = path.parent / "cadangan"
    clock = Clock()
    document = Document.open(path, clock=clock, backup_folder=folder)
    for number in range(retention.NEWEST + 5):
        document.apply(SetLine(5, {"note": str(number)}))
        document._backups.make(document._file, backup.BULK, clock())
    document.close()
    found = Backups(path, folder).found()
    assert [one.number for one in found] == list(range(7, 17))
