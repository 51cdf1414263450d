"""What is said of the rows of a table while it is read: problems that refuse it, notices that don't."""

from __future__ import annotations

from dataclasses import dataclass, field

from village_budget.errors import RowProblem


@dataclass(slots=True)
class RowNotes:
    """Problems and notices of one row, in the order they were found."""

    row: int
    problems: list[RowProblem] = field(default_factory=list)
    notices: list[RowProblem] = field(default_factory=list)

    def problem(self, column: str, code: str, **details: object) -> None:
        """Note something that refuses the table; ``column`` is said in the sentence too."""
        self.problems.append(RowProblem(self.row, column, code, {"column": column, **details}))

    def notice(self, column: str, code: str, **details: object) -> None:
        """Note something worth telling that was understood all the same."""
        self.notices.append(RowProblem(self.row, column, code, {"column": column, **details}))
