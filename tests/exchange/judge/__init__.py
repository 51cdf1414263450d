"""The independent judge of the intake: random budget tables together with their truth.

It shares no reader, rule of rounding or list of words with the program, so that both can't be wrong alike.
"""
