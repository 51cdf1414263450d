"""What the tests of this place open."""

from tests.ui.fixtures.grid_keys import keys, look, mouse, workspace

__all__ = ["keys", "look", "mouse", "workspace"]
