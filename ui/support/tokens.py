"""The colours of the window: one table, three columns (light, dark, high contrast).

Everything that paints reads this table: palette, stylesheet, delegates, icons and charts. No colour stands
anywhere else.
"""

from __future__ import annotations

THEMES = ("light", "dark", "contrast")

_TABLE = """
bg         F5F3EE 14161A FFFFFF
surface    FFFFFF 1B1E24 FFFFFF
surface2   ECE9E2 21252C F2F2F2
sector     E7E4DB 2B3039 E6E6E6
sub        F3F1EB 22262D F2F2F2
line       DEDAD0 323740 000000
line2      8E897C 6C7482 000000
ink        1B2027 ECEAE4 000000
ink2       454B54 C4C5C6 000000
ink3       5F646B A2A5AA 000000
hint       5F646B A2A5AA 505050
accent     2A4A8B 9FB9F3 0B2A6F
accent2    1F3969 BACDF8 061A47
onaccent   FFFFFF 10203F FFFFFF
tint       E6ECF8 25324B D5E0FF
tint2      CFDBF2 324566 B9CBFF
ok         276241 8FCFA3 0B4A26
oktint     E2F0E6 1E3527 FFFFFF
okfill     5C9A76 5FA57B 1F6B3F
warn       7F4F00 E8BC63 5C3900
warntint   FBF0D5 3B3018 FFFFFF
warnfill   B97F14 D1A24A 8A5A00
bad        A02B1D F59F90 8A1206
badtint    FBE7E2 47251F FFFFFF
badfill    C6513F D9705E A32013
waive      5A4791 BFB2EE 3E2A80
waivetint  ECE8F6 2F2A46 FFFFFF
track      E3E0D8 353A44 D0D0D0
veil       1B2027 08090B 000000
"""

_FUNDS = """
DDS 0A5960 DCEFF0 0A5960 86D3D8 17363A
ADD 3A489B E6E8F7 7F8FD6 B0BAF5 2A2F52
PAD 3B6117 E6F0D9 3B6117 B5D98F 2A3819
PBH 77470F F7EAD8 D9B27C E7BD8A 3D2C17
PBP 693D8B F0E6F6 693D8B D5B3EE 382644
PBK 8B2C5C F9E4EE E08DB5 F1A9CC 472337
SWD 5A5610 F0EED3 A39B3A D8D283 353315
DLL 4B5057 E8E9EB B9BDC2 C3C6CB 30343B
"""


def _read() -> dict[str, dict[str, str]]:
    columns: dict[str, dict[str, str]] = {name: {} for name in THEMES}
    for row in _TABLE.split("\n"):
        if row:
            token, *values = row.split()
            for name, value in zip(THEMES, values, strict=True):
                columns[name][token] = f"#{value}"
    for row in _FUNDS.strip().split("\n"):
        fund, text, ground, solid, dark_text, dark_ground = row.split()
        light = {"text": text, "ground": ground, "solid": solid}
        dark = {"text": dark_text, "ground": dark_ground, "solid": solid}
        for name, colours in (("light", light), ("dark", dark), ("contrast", light | {"ground": "FFFFFF"})):
            for role, value in colours.items():
                columns[name][f"fund-{fund}-{role}"] = f"#{value}"
    return columns


TOKENS = _read()
"""Theme -> token -> ``#RRGGBB``."""
