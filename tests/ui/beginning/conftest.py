"""What the tests of this place open."""

from tests.ui.fixtures.years import answers, years

__all__ = ["answers", "years"]
