"""The grid as drawn and walked through by keyboard and mouse."""
