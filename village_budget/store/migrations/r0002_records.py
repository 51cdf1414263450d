"""Revision 2: answers, waivers, the regency's rule file, and tags of activities."""

from __future__ import annotations

from alembic.operations import Operations

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE activity ADD COLUMN tags TEXT",
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
    # The journal may name the new kinds of rows: its table is made anew and filled.
    """CREATE TABLE change_new (
  step_id INTEGER NOT NULL REFERENCES step (id),
  ordinal INTEGER NOT NULL,
  entity TEXT NOT NULL
    CHECK (entity IN ('village', 'plan', 'activity', 'line', 'answer', 'waiver', 'overlay')),
  key INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step_id, ordinal)
) STRICT, WITHOUT ROWID""",
    "INSERT INTO change_new SELECT * FROM change",
    "DROP TRIGGER change_no_update",
    "DROP TRIGGER change_no_delete",
    "DROP TABLE change",
    "ALTER TABLE change_new RENAME TO change",
    """CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'journal-append-only'); END""",
    """CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'journal-append-only'); END""",
)


def upgrade(op: Operations) -> None:
    """Add what is recorded beside the budget; fingerprints and seal stay as they are."""
    for statement in STATEMENTS:
        op.execute(statement)
