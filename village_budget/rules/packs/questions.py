"""What rules ask and a plan's lines do not say, from ``resources/rules/questions.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from village_budget import paths
from village_budget.chart.chart import national_chart
from village_budget.rules.packs.pack import NO_TEXT, PackText
from village_budget.rules.packs.toml_file import TomlFile

KINDS = ("amount", "count", "date", "document", "text")
GROUPS = ("pagu", "sotk", "penerima", "tanggal", "dokumen", "warga")
_FIELDS = ("kind", "group", "title", "help", "basis", "since", "until", "funds")


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the village.

    Attributes:
        id: e.g. ``pagu.DDS``.
        kind: form of its answer: ``amount``, ``count``, ``date``, ``document`` or ``text``.
        group: where it is asked, one of `GROUPS`.
        title: what is asked, short enough for a form.
        help: where the answer is found, in one sentence.
        basis: regulation and article; empty when none asks for it.
        since: first fiscal year in which it is asked; 0: always.
        until: last one; 0: no end known.
        funds: fund sources it speaks of.
    """

    id: str
    kind: str
    group: str
    title: PackText
    help: PackText = NO_TEXT
    basis: str = ""
    since: int = 0
    until: int = 0
    funds: tuple[str, ...] = ()

    def holds_in(self, year: int) -> bool:
        """Whether it is asked for a fiscal year."""
        return self.since <= year and (not self.until or year <= self.until)


@lru_cache(maxsize=1)
def load_questions() -> dict[str, Question]:
    """All questions by id, in the order in which they are asked.

    Raises:
        PackError: the file can't be read; names file, line and field.
    """
    return read_questions(paths.resource("rules", "questions.toml"))


def read_questions(path: Path) -> dict[str, Question]:
    """Read a file of questions.

    Raises:
        PackError: it can't be read; names file, line and field.
    """
    file = TomlFile.read(path)
    file.only(("questions",))
    return {name: _question(file, name) for name in file.names("questions")}


def _question(file: TomlFile, name: str) -> Question:
    table = f"questions.{name}"
    stated = file.table(table, _FIELDS)
    for field in ("kind", "group", "title"):
        if field not in stated:
            raise file.trouble("pack-missing-field", table, field)
    funds = file.texts(table, "funds")
    for fund in funds:
        if fund not in national_chart().funds:
            raise file.trouble("pack-unknown-code", table, "funds", fund)
    return Question(
        id=name,
        kind=file.choice(table, "kind", KINDS),
        group=file.choice(table, "group", GROUPS),
        title=file.sentence(table, "title"),
        help=file.sentence(table, "help") if "help" in stated else NO_TEXT,
        basis=file.text(table, "basis") if "basis" in stated else "",
        since=file.number(table, "since") if "since" in stated else 0,
        until=file.number(table, "until") if "until" in stated else 0,
        funds=funds,
    )
