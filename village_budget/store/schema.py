"""The schema of a plan file as its exact statements, and whether a file has just that and nothing else.

The statements are spelled out, not generated: their text stands in every plan file and is compared on open,
so it must not depend on a library's version. A change here is a new revision with its migration.
"""

from __future__ import annotations

import re
import sqlite3

REVISION = 3
"""Schema revision that this program writes; kept in ``user_version``."""

APPLICATION_ID = 0x56424447
"""Marks a file as ours ("VBDG"); kept in ``application_id``."""

TABLES: tuple[str, ...] = (
    """CREATE TABLE plan_file (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL,
  program TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT""",
    """CREATE TABLE village (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  district TEXT NOT NULL,
  regency TEXT NOT NULL,
  province TEXT NOT NULL,
  head TEXT NOT NULL,
  secretary TEXT NOT NULL,
  treasurer TEXT NOT NULL
) STRICT""",
    """CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  fiscal_year INTEGER NOT NULL,
  version INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'agreed', 'submitted', 'evaluated', 'enacted')),
  regulation_number TEXT NOT NULL,
  regulation_date TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  UNIQUE (fiscal_year, version)
) STRICT""",
    """CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  officer TEXT NOT NULL,
  location TEXT NOT NULL,
  start_month INTEGER NOT NULL,
  end_month INTEGER NOT NULL,
  output TEXT NOT NULL,
  target TEXT,
  target_unit TEXT NOT NULL,
  priority INTEGER NOT NULL,
  note TEXT NOT NULL,
  position INTEGER NOT NULL,
  tags TEXT
) STRICT""",
    """CREATE TABLE line (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  part TEXT NOT NULL CHECK (part IN ('revenue', 'spending', 'financing')),
  activity_id INTEGER REFERENCES activity (id) DEFERRABLE INITIALLY DEFERRED,
  account_code TEXT NOT NULL,
  description TEXT NOT NULL,
  volume TEXT NOT NULL,
  unit TEXT NOT NULL,
  unit_price INTEGER NOT NULL CHECK (abs(unit_price) <= 99999999999999999),
  amount INTEGER NOT NULL CHECK (abs(amount) <= 99999999999999999),
  fund TEXT NOT NULL,
  factors TEXT NOT NULL,
  tags TEXT,
  note TEXT NOT NULL,
  expression TEXT NOT NULL,
  position INTEGER NOT NULL,
  link TEXT NOT NULL DEFAULT '',
  price_reason TEXT NOT NULL DEFAULT '',
  volume_expression TEXT NOT NULL DEFAULT '',
  review TEXT NOT NULL DEFAULT '',
  CHECK ((part = 'spending') = (activity_id IS NOT NULL))
) STRICT""",
    """CREATE TABLE step (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'note')),
  undoes INTEGER REFERENCES step (id),
  label TEXT NOT NULL,
  details TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  CHECK ((kind IN ('undo', 'redo')) = (undoes IS NOT NULL))
) STRICT""",
    """CREATE TABLE change (
  step_id INTEGER NOT NULL REFERENCES step (id),
  ordinal INTEGER NOT NULL,
  entity TEXT NOT NULL
    CHECK (entity IN ('village', 'plan', 'activity', 'line', 'answer', 'waiver', 'overlay', 'prices')),
  key INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step_id, ordinal)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  question TEXT NOT NULL,
  value TEXT NOT NULL,
  note TEXT NOT NULL,
  UNIQUE (plan_id, question)
) STRICT""",
    """CREATE TABLE waiver (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  rule TEXT NOT NULL,
  fund TEXT NOT NULL,
  reason TEXT NOT NULL,
  document TEXT NOT NULL,
  approver TEXT NOT NULL,
  date TEXT NOT NULL,
  UNIQUE (plan_id, rule, fund)
) STRICT""",
    """CREATE TABLE overlay (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT""",
    """CREATE TABLE prices (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT""",
    "CREATE INDEX activity_plan ON activity (plan_id)",
    "CREATE INDEX line_plan ON line (plan_id)",
    "CREATE INDEX line_activity ON line (activity_id)",
)

_ENACTED_ROW = """CREATE TRIGGER {table}_{event}_enacted BEFORE {verb} ON {table}
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = {row}.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END"""

_APPEND_ONLY = """CREATE TRIGGER {table}_no_{event} BEFORE {verb} ON {table}
BEGIN SELECT RAISE(ABORT, 'journal-append-only'); END"""

TRIGGERS: tuple[str, ...] = (
    *(
        _ENACTED_ROW.format(table=table, event=event, verb=verb, row=row)
        for table in ("activity", "line")
        for event, verb, row in (
            ("insert", "INSERT", "NEW"),
            ("update", "UPDATE", "OLD"),
            ("move", "UPDATE OF plan_id", "NEW"),
            ("delete", "DELETE", "OLD"),
        )
    ),
    *(
        f"CREATE TRIGGER plan_{verb.lower()}_enacted BEFORE {verb} ON plan WHEN OLD.status = 'enacted'\n"
        "BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END"
        for verb in ("UPDATE", "DELETE")
    ),
    *(
        _APPEND_ONLY.format(table=table, event=verb.lower(), verb=verb)
        for table in ("step", "change")
        for verb in ("UPDATE", "DELETE")
    ),
)
"""An enacted plan version and the journal can't be changed by any program that keeps to SQLite's rules."""


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the empty tables of the present revision, inside the caller's transaction."""
    for statement in TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {REVISION}")


def create_triggers(connection: sqlite3.Connection) -> None:
    """Add the triggers, inside the caller's transaction; last, since they guard what is there."""
    for statement in TRIGGERS:
        connection.execute(statement)


def strange_objects(connection: sqlite3.Connection) -> list[str]:
    """Names of what a file's schema has too much, too little or otherwise than it should (S13)."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    found = {
        (str(kind), str(name)): _plain(str(sql))
        for kind, name, sql in rows
        if not (kind == "index" and sql is None and str(name).startswith("sqlite_autoindex_"))
    }
    known = _known()
    return sorted(key[1] for key in found.keys() | known.keys() if found.get(key) != known.get(key))


def _known() -> dict[tuple[str, str], str]:
    objects = {}
    for statement in (*TABLES, *TRIGGERS):
        words = statement.split()
        objects[words[1].lower(), words[2]] = _plain(statement)
    return objects


def _plain(statement: str) -> str:
    """A statement without what SQLite itself writes otherwise when a column is added or a table renamed."""
    return re.sub(r" ?([(),]) ?", r"\1", re.sub(r"\s+", " ", statement.replace('"', ""))).strip()
