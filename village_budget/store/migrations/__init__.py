"""Steps from an older schema to the present one; imported only when an older file is opened.

Each revision is one module with ``upgrade(op)``, written statement by statement: no script is ever run as a
whole, since that would commit first. A revision leaves every text in ``sqlite_schema`` as `schema` has it
(a changed table is made anew, filled, and renamed) and, when the canonical content changes, writes
fingerprints and seal anew.
"""
