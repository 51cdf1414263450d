"""The village a plan file belongs to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Village:
    """A village and who signs for it (functions and names on signature blocks only; no other person's data).

    Attributes:
        name: without "Desa", e.g. ``Sumberwangi``.
        code: Kemendagri code, ``35.10.01.2001``.
        district: kecamatan.
        regency: kabupaten.
        province: province.
        head: name of the village head for signature blocks; may be empty.
        secretary: name of the village secretary; may be empty.
        treasurer: name of the Kaur Keuangan; may be empty.
    """

    name: str
    code: str
    district: str = ""
    regency: str = ""
    province: str = ""
    head: str = ""
    secretary: str = ""
    treasurer: str = ""
