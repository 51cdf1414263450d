"""What the tests of this place open."""

from tests.ui.fixtures.desk import desk, plan_path, settings

__all__ = ["desk", "plan_path", "settings"]
