"""The nodes of a tree by key and by number, and the few ways they come, go and move; knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from ui.grid.model.nodes import (
    GROUPS,
    Node,
    NodeKey,
    NodeKind,
)


class TreeListener(Protocol):
    """Who is told before and after each change of structure, and of rows with other figures or words."""

    def inserting(self, parent: Node, row: int) -> None:
        """A row is about to be put in."""

    def inserted(self) -> None:
        """It is in."""

    def removing(self, parent: Node, first: int, last: int) -> None:
        """Rows are about to be taken out."""

    def removed(self) -> None:
        """They are out."""

    def moving(self, node: Node, parent: Node, row: int) -> None:
        """A row is about to stand before ``row`` of ``parent`` (counted before it leaves its place)."""

    def moved(self) -> None:
        """It stands there."""

    def changed(self, node: Node) -> None:
        """A row has other words or figures."""


class Silent:
    """A listener that listens to nothing: while the tree is built."""

    def inserting(self, parent: Node, row: int) -> None:
        """Nothing."""

    def inserted(self) -> None:
        """Nothing."""

    def removing(self, parent: Node, first: int, last: int) -> None:
        """Nothing."""

    def removed(self) -> None:
        """Nothing."""

    def moving(self, node: Node, parent: Node, row: int) -> None:
        """Nothing."""

    def moved(self) -> None:
        """Nothing."""

    def changed(self, node: Node) -> None:
        """Nothing."""


class NodeStore:
    """Nodes below one root; each change of structure is told to the listener before and after.

    Attributes:
        root: the node above the top rows; itself never shown.
        nodes: every node by its key.
        by_uid: every node by its number.
    """

    def __init__(self) -> None:
        self.nodes: dict[NodeKey, Node] = {}
        self.by_uid: dict[int, Node] = {}
        self._listener: TreeListener = Silent()
        self._next_uid = 1
        self.root = self._node(NodeKind.SECTOR, ("root",))

    def listen(self, listener: TreeListener) -> None:
        """Tell this one of all changes from now on."""
        self._listener = listener

    def walk(self, node: Node | None = None) -> Iterator[Node]:
        """All rows below a node (or all rows), top to bottom."""
        for child in (node or self.root).children:
            yield child
            yield from self.walk(child)

    def _node(
        self, kind: NodeKind, key: NodeKey, code: str = "", name: str = "", row_id: int | None = None
    ) -> Node:
        node = Node(self._next_uid, kind, key, code, name, row_id)
        self._next_uid += 1
        return node

    def _insert(self, parent: Node, row: int, node: Node) -> None:
        self._listener.inserting(parent, row)
        parent.children.insert(row, node)
        node.parent = parent
        for one in (node, *self.walk(node)):
            self.nodes[one.key] = one
            self.by_uid[one.uid] = one
        self._listener.inserted()

    def _detach(self, parent: Node, first: int, last: int) -> None:
        self._listener.removing(parent, first, last)
        gone = parent.children[first : last + 1]
        del parent.children[first : last + 1]
        for node in gone:
            for one in (node, *self.walk(node)):
                del self.by_uid[one.uid]
                if self.nodes.get(one.key) is one:
                    del self.nodes[one.key]
        self._listener.removed()

    def _remove_with_empty_parents(self, node: Node) -> None:
        """Take a row out, and each group above it that nothing is left in, in one go."""
        while (
            node.parent is not None
            and node.parent is not self.root
            and node.parent.kind in GROUPS
            and len(node.parent.children) == 1
        ):
            node = node.parent
        assert node.parent is not None
        row = node.row
        self._detach(node.parent, row, row)

    def _move(self, node: Node, parent: Node, row: int) -> None:
        """Let a node stand at ``row`` of ``parent``, counted without the node itself."""
        old = node.parent
        assert old is not None
        at = node.row
        if old is parent and at == row:
            return
        self._listener.moving(node, parent, row + 1 if old is parent and row > at else row)
        del old.children[at]
        parent.children.insert(row, node)
        node.parent = parent
        self._listener.moved()


def runs(children: Sequence[Node], fits: Callable[[Node], bool]) -> list[tuple[int, int]]:
    """First and last place of each run of children that fit, last run first."""
    runs: list[tuple[int, int]] = []
    for place, child in enumerate(children):
        if not fits(child):
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs[::-1]
