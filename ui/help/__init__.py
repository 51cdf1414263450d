"""The help, its pages and the quick guide on paper."""
