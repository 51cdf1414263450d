"""Which rows a broken rule points at, and how badly; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum

from ui.grid.model.nodes import NodeKey, activity_key, line_key
from ui.grid.model.rows import RowTree
from village_budget.domain.findings import Finding, Severity


class RowState(IntEnum):
    """State of a row, worst last; each has its icon and its word."""

    FINE = 0
    WAIVED = 1
    ADVICE = 2
    WARNING = 3
    BROKEN = 4


_SEVERITIES = {
    Severity.ERROR: RowState.BROKEN,
    Severity.WARNING: RowState.WARNING,
    Severity.ADVICE: RowState.ADVICE,
}


def state_of(finding: Finding) -> RowState:
    """How a finding marks the rows it points at."""
    if finding.waived:
        return RowState.WAIVED
    return RowState.FINE if finding.holds else _SEVERITIES[finding.severity]


@dataclass(slots=True)
class RowStates:
    """Worst state of each row that a finding names (``own``), and of the rows below each row (``below``)."""

    own: dict[NodeKey, RowState] = field(default_factory=dict)
    below: dict[NodeKey, RowState] = field(default_factory=dict)
    findings: dict[NodeKey, list[Finding]] = field(default_factory=dict)

    def shown(self, key: NodeKey, *, is_open: bool) -> RowState:
        """State in the state column: a closed row also speaks for the rows below it."""
        own = self.own.get(key, RowState.FINE)
        return own if is_open else max(own, self.below.get(key, RowState.FINE))

    def marked(self) -> int:
        """Number of rows that an open finding names."""
        return sum(state > RowState.WAIVED for state in self.own.values())


def row_states(findings: Iterable[Finding], tree: RowTree) -> RowStates:
    """Judge the rows of a tree by the findings that do not hold."""
    states = RowStates()
    for finding in findings:
        state = state_of(finding)
        if state is RowState.FINE:
            continue
        keys = [line_key(line) for line in finding.lines]
        keys += [activity_key(activity) for activity in finding.activities]
        for key in keys:
            _mark(states, tree, key, state, finding)
    return states


def _mark(states: RowStates, tree: RowTree, key: NodeKey, state: RowState, finding: Finding) -> None:
    node = tree.nodes.get(key)
    if node is None:
        return
    states.own[key] = max(state, states.own.get(key, RowState.FINE))
    states.findings.setdefault(key, []).append(finding)
    for above in node.ancestors()[:-1]:
        states.below[above.key] = max(state, states.below.get(above.key, RowState.FINE))


def differing(old: RowStates, new: RowStates) -> set[NodeKey]:
    """Rows whose mark is not what it was."""
    keys = old.own.keys() | new.own.keys() | old.below.keys() | new.below.keys()
    return {
        key
        for key in keys
        if old.own.get(key) != new.own.get(key) or old.below.get(key) != new.below.get(key)
    }
