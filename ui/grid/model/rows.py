"""The rows of one part of a plan as a tree that follows each change; knows nothing of Qt.

It touches only what an edit touches: the rows of the changed lines, their ancestors, and the lists of the
accounts and activities they stand in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ui.grid.model.node_store import NodeStore, runs
from ui.grid.model.nodes import (
    GROUPS,
    Node,
    NodeKey,
    NodeKind,
    account_key,
    activity_key,
    add_account_key,
    add_line_key,
    group_key,
    line_key,
)
from ui.grid.model.row_order import RowOrder
from village_budget.chart import codes
from village_budget.chart.chart import Chart
from village_budget.domain.activity import Activity
from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Change, Plan


class RowTree(NodeStore):
    """Rows of a part: sector, subsector, activity, account, line; or kelompok, jenis, objek, line.

    Attributes:
        part: which part it shows.
        editable: whether it has rows that add something.
        order: how lines and activities stand among their siblings.
    """

    def __init__(self, plan: Plan, chart: Chart, part: Part, *, editable: bool = True) -> None:
        super().__init__()
        self.part = part
        self.editable = editable
        self.order = RowOrder()
        self._plan = plan
        self._chart = chart
        self._build()

    def line(self, node: Node) -> Line:
        """The line of a line's row."""
        assert node.row_id is not None
        return self._plan.lines[node.row_id]

    def units(self) -> set[str]:
        """The units of its lines."""
        return {line.unit for line in self._plan.part_lines(self.part)}

    def activity_of(self, node: Node | None) -> Activity | None:
        """The activity that a row is, or stands in; None above activities and in the other parts."""
        while node is not None and node.kind is not NodeKind.ACTIVITY:
            node = node.parent
        return self._plan.activities.get(node.row_id or -1) if node else None

    def lines_below(self, node: Node) -> list[Line]:
        """Lines that a row sums, or its own."""
        if node.kind is NodeKind.LINE:
            return [self.line(node)]
        return [self.line(child) for child in self.walk(node) if child.kind is NodeKind.LINE]

    def apply(self, changes: Sequence[Change]) -> None:
        """Follow changes that the plan has already made."""
        touched: dict[NodeKey, None] = {}
        for change in changes:
            if isinstance(change.before or change.after, Activity) and self.part is Part.SPENDING:
                self._follow_activity(change)
        for change in changes:
            for row in (change.before, change.after):
                if isinstance(row, Line) and row.part is self.part:
                    touched[account_key(row.activity_id, row.account_code)] = None
        changed: dict[NodeKey, None] = {}
        for key in touched:
            changed.update(dict.fromkeys(self._follow_account(key)))
        for change in changes:
            if isinstance(change.after, Line) and change.before is not None:
                changed[line_key(change.key)] = None
            elif isinstance(change.after, Activity):
                changed[activity_key(change.key)] = None
        for key in changed:
            if key in self.nodes:
                self._listener.changed(self.nodes[key])

    def _build(self) -> None:
        if self.part is Part.SPENDING:
            for activity in self._plan.activities_in_order():
                self._add_activity(activity)
        else:
            by_account: dict[str, list[Line]] = {}
            for line in self._plan.part_lines(self.part):
                by_account.setdefault(line.account_code, []).append(line)
            if self.editable:
                self._attach(self.root, self._node(NodeKind.ADD_ACCOUNT, add_account_key(None)))
            for code, lines in by_account.items():
                self._add_account(None, code, lines)

    def _follow_activity(self, change: Change) -> None:
        before, after = change.before, change.after
        if after is None:
            self._remove_with_empty_parents(self.nodes[activity_key(change.key)])
        elif before is None:
            assert isinstance(after, Activity)
            self._add_activity(after)
        else:
            assert isinstance(before, Activity)
            assert isinstance(after, Activity)
            node = self.nodes[activity_key(change.key)]
            node.code, node.name = after.code, after.name or self._chart.activity_name(after.code)
            if (before.code, before.position) != (after.code, after.position):
                self._move_activity(node)

    def _move_activity(self, node: Node) -> None:
        old = node.parent
        home = self._groups(codes.prefixes(node.code)[:2])
        self._move(node, home, self._place(home, node))
        if old is not None and not old.children:
            self._remove_with_empty_parents(old)
        for group in self._all_groups():
            self._listener.changed(group)

    def _add_activity(self, activity: Activity) -> None:
        name = activity.name or self._chart.activity_name(activity.code)
        node = self._node(NodeKind.ACTIVITY, activity_key(activity.id), activity.code, name, activity.id)
        by_account: dict[str, list[Line]] = {}
        for line in self._plan.lines_of(activity.id):
            by_account.setdefault(line.account_code, []).append(line)
        for code, lines in by_account.items():
            self._attach_quietly(node, self._account(activity.id, code, lines))
        if self.editable:
            add = self._node(NodeKind.ADD_ACCOUNT, add_account_key(activity.id), row_id=activity.id)
            self._attach_quietly(node, add)
        self._attach(self._groups(codes.prefixes(activity.code)[:2]), node)

    def _follow_account(self, key: NodeKey) -> Iterable[NodeKey]:
        """Bring an account's rows to the plan's; the keys of the rows whose sums may have changed."""
        _, activity_id, code = key
        assert isinstance(code, str)
        assert activity_id is None or isinstance(activity_id, int)
        lines = self._lines_of(activity_id, code)
        node = self.nodes.get(key)
        if activity_id is not None and activity_key(activity_id) not in self.nodes:
            # The activity went with its lines; its groups, where they are left, have other sums.
            return [group.key for group in self._all_groups()]
        if not lines:
            above = [row.key for row in node.ancestors()[:-1]] if node else []
            if node is not None:
                self._remove_with_empty_parents(node)
            return above
        if node is None:
            node = self._add_account(activity_id, code, lines)
        else:
            self._arrange(node, lines)
        return [node.key, *(row.key for row in node.ancestors()[:-1])]

    def _lines_of(self, activity_id: int | None, code: str) -> Sequence[Line]:
        in_part = activity_id is None
        rows = self._plan.part_lines(self.part) if in_part else self._plan.lines_of(activity_id or 0)
        return self.order.sorted_lines([line for line in rows if line.account_code == code])

    def _arrange(self, node: Node, lines: Sequence[Line]) -> None:
        """Make the line rows of an account those of ``lines``, in that order, with the fewest signals."""
        wanted = [line_key(line.id) for line in lines]
        keep = set(wanted)
        for start, end in runs(
            node.children, lambda child: child.kind is NodeKind.LINE and child.key not in keep
        ):
            self._detach(node, start, end)
        for place, (key, line) in enumerate(zip(wanted, lines, strict=True)):
            if place < len(node.children) and node.children[place].key == key:
                continue
            known = self.nodes.get(key)
            if known is None:
                self._insert(node, place, self._node(NodeKind.LINE, key, row_id=line.id))
            else:
                self._move(known, node, place)

    def _add_account(self, activity_id: int | None, code: str, lines: Sequence[Line]) -> Node:
        for line in lines:
            # A line that comes from another account leaves it first: no key stands in two places.
            known = self.nodes.get(line_key(line.id))
            if known is not None and known.parent is not None:
                row = known.row
                self._detach(known.parent, row, row)
        node = self._account(activity_id, code, lines)
        if activity_id is not None:
            parent = self.nodes[activity_key(activity_id)]
        else:
            parent = self._groups(codes.prefixes(code)[1:3])
        self._attach(parent, node)
        return node

    def _account(self, activity_id: int | None, code: str, lines: Sequence[Line]) -> Node:
        name = self._chart.account_name(code) if code else ""
        node = self._node(NodeKind.ACCOUNT, account_key(activity_id, code), code, name, activity_id)
        for line in self.order.sorted_lines(lines):
            child = self._node(NodeKind.LINE, line_key(line.id), row_id=line.id)
            child.parent = node
            node.children.append(child)
        if self.editable:
            add = self._node(NodeKind.ADD_LINE, add_line_key(activity_id, code), code, row_id=activity_id)
            add.parent = node
            node.children.append(add)
        return node

    def _groups(self, path: Sequence[str]) -> Node:
        """The innermost of the groups with these codes, made where missing."""
        parent = self.root
        for depth, code in enumerate(path):
            node = self.nodes.get(group_key(code))
            if node is None:
                kind = NodeKind.SECTOR if depth == 0 else NodeKind.SUBSECTOR
                spending = self.part is Part.SPENDING
                name = self._chart.activity_name(code) if spending else self._chart.account_name(code)
                # The level is plain from the row itself; the word would only cost room.
                short = name.removeprefix("Sub Bidang ")
                node = self._node(kind, group_key(code), code, short)
                self._attach(parent, node)
            parent = node
        return parent

    def _all_groups(self) -> list[Node]:
        tops = [node for node in self.root.children if node.kind in GROUPS]
        return tops + [node for top in tops for node in top.children if node.kind in GROUPS]

    def _place(self, parent: Node, node: Node) -> int:
        """Where a node belongs among its siblings, itself not counted."""
        mine = self._order(node)
        return sum(1 for child in parent.children if child is not node and self._order(child) < mine)

    def arrange_all(self) -> None:
        """Put all rows into the order that `order` says now; nobody is told, the caller tells all at once."""
        for parent in (self.root, *self.walk()):
            kinds = {child.kind for child in parent.children}
            if NodeKind.ACTIVITY in kinds:
                parent.children.sort(key=self._order)
            elif NodeKind.LINE in kinds:
                lines = [child for child in parent.children if child.kind is NodeKind.LINE]
                others = [child for child in parent.children if child.kind is not NodeKind.LINE]
                in_plan = sorted(lines, key=self._plan_order)
                parent.children[:] = sorted(in_plan, key=lambda node: self.order.rank(node.key)) + others

    def _plan_order(self, node: Node) -> tuple[int, int]:
        line = self.line(node)
        return line.position, line.id

    def _order(self, node: Node) -> tuple[int, int, str, int, int]:
        if node.kind in (NodeKind.ADD_LINE, NodeKind.ADD_ACCOUNT):
            return (1, 0, "", 0, 0)
        if node.kind is NodeKind.ACTIVITY and node.row_id in self._plan.activities:
            position = self._plan.activities[node.row_id].position
            return (0, self.order.rank(node.key), node.code, position, node.row_id)
        # An account kept at a group's own level stands before the accounts below that group.
        return (0, 0, node.code, 0 if node.kind is NodeKind.ACCOUNT else 1, 0)

    def _attach(self, parent: Node, node: Node) -> None:
        self._insert(parent, self._place(parent, node), node)

    def _attach_quietly(self, parent: Node, node: Node) -> None:
        parent.children.insert(self._place(parent, node), node)
        node.parent = parent
