"""What the tests of this place open."""

from tests.ui.fixtures.open_window import desk, plan_path, window

__all__ = ["desk", "plan_path", "window"]
