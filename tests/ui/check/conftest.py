"""What the tests of this place open."""

from tests.ui.fixtures.small_plan import empty, held, look, matplotlib_ready, workspace

__all__ = ["empty", "held", "look", "matplotlib_ready", "workspace"]
