"""The core of Village Budget: the plan, its figures, rules, reports and file, without a window."""

__version__ = "0.1.0"
APP_NAME = "Anggaran Desa"
