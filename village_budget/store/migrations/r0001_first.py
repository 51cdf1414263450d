"""Revision 1: the schema that the first version shipped, frozen."""

from __future__ import annotations

from alembic.operations import Operations

STATEMENTS: tuple[str, ...] = (
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
  position INTEGER NOT NULL
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
  entity TEXT NOT NULL CHECK (entity IN ('village', 'plan', 'activity', 'line')),
  key INTEGER NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (step_id, ordinal)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX activity_plan ON activity (plan_id)",
    "CREATE INDEX line_plan ON line (plan_id)",
    "CREATE INDEX line_activity ON line (activity_id)",
    """CREATE TRIGGER activity_insert_enacted BEFORE INSERT ON activity
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = NEW.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER activity_update_enacted BEFORE UPDATE ON activity
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = OLD.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER activity_move_enacted BEFORE UPDATE OF plan_id ON activity
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = NEW.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER activity_delete_enacted BEFORE DELETE ON activity
WHEN EXISTS (SELECT 1 FROM plan WHERE plan.id = OLD.plan_id AND plan.status = 'enacted')
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
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
    """CREATE TRIGGER plan_update_enacted BEFORE UPDATE ON plan WHEN OLD.status = 'enacted'
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER plan_delete_enacted BEFORE DELETE ON plan WHEN OLD.status = 'enacted'
BEGIN SELECT RAISE(ABORT, 'plan-enacted'); END""",
    """CREATE TRIGGER step_no_update BEFORE UPDATE ON step
BEGIN SELECT RAISE(ABORT, 'journal-append-only'); END""",
    """CREATE TRIGGER step_no_delete BEFORE DELETE ON step
BEGIN SELECT RAISE(ABORT, 'journal-append-only'); END""",
    """CREATE TRIGGER change_no_update BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'journal-append-only'); END""",
    """CREATE TRIGGER change_no_delete BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'journal-append-only'); END""",
)


def upgrade(op: Operations) -> None:
    """Make the tables, indices and triggers of revision 1."""
    for statement in STATEMENTS:
        op.execute(statement)
