"""Revision 3: standard prices; links, reasons, kept arithmetic and the review mark of lines."""

from __future__ import annotations

from alembic.operations import Operations

STATEMENTS: tuple[str, ...] = (
    # SQLite puts a new column behind the table's checks: the table is made anew and filled.
    """CREATE TABLE line_new (
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
    """INSERT INTO line_new (id, plan_id, part, activity_id, account_code, description, volume, unit,
  unit_price, amount, fund, factors, tags, note, expression, position)
SELECT id, plan_id, part, activity_id, account_code, description, volume, unit, unit_price,
  amount, fund, factors, tags, note, expression, position FROM line""",
    "DROP TABLE line",
    "ALTER TABLE line_new RENAME TO line",
    "CREATE INDEX line_plan ON line (plan_id)",
    "CREATE INDEX line_activity ON line (activity_id)",
    """CREATE TRIGGER line_insert_enacted BEFORE INSERT ON line
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = NEW.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER line_update_enacted BEFORE UPDATE ON line
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = OLD.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER line_move_enacted BEFORE UPDATE OF plan_id ON line
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = NEW.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER line_delete_enacted BEFORE DELETE ON line
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = OLD.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TABLE prices (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL UNIQUE REFERENCES plan (id),
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT""",
    """CREATE TABLE change_new (
  step_id INTEGER NOT NULL REFERENCES step (id),
  ordinal INTEGER NOT NULL,
  entity TEXT NOT NULL
    CHECK (entity IN ('village', 'plan', 'activity', 'line', 'answer', 'waiver', 'overlay', 'prices')),
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
    """Add what the workbench keeps; fingerprints and seal stay as they are."""
    for statement in STATEMENTS:
        op.execute(statement)
