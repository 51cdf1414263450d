"""The fixtures of the grid's tests, for rows of behaviour that need the grid."""

from tests.gui.grid.conftest import keys, look, mouse, workspace

__all__ = ["keys", "look", "mouse", "workspace"]
