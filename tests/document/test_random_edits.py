"""U17, G12: random edits, undone one by one to the start and redone to the end."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import ids_after, random_changes, random_edit, small_plan
from tests.document.files import Clock, fresh_state, save_plan, state
from village_budget.document.document import Document
from village_budget.store.fingerprint import PlanDigest


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32), steps=st.integers(1, 25), restart=st.booleans())
def test_undo_to_the_start_and_redo_to_the_end(seed: int, steps: int, restart: bool) -> None:
    """n edits then n undos give the first state; n redos the last; each state on the way is met again."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        path = save_plan(Path(folder) / "desa.apbdes", small_plan())
        document = Document.open(path, clock=Clock(), backup_folder=Path(folder) / "backups")
        try:
            states = [state(document)]
            for _ in range(steps):
                done = document.apply(random_edit(document.plan, rng))
                states += [state(document)] if done.changes else []
            assert fresh_state(path) == states[-1]
            if restart:
                document.close()
                document = Document.open(path, clock=Clock(), backup_folder=Path(folder) / "backups")
            for expected in reversed(states[:-1]):
                assert document.undo() is not None
                assert state(document) == expected
            assert document.undo() is None
            assert fresh_state(path) == states[0]
            for expected in states[1:]:
                assert document.redo() is not None
                assert state(document) == expected
            assert document.redo() is None
            assert fresh_state(path) == states[-1]
        finally:
            document.close()


@settings(max_examples=40)
@given(seed=st.integers(0, 2**32))
def test_running_fingerprint_is_the_fresh_one(seed: int) -> None:
    """The fingerprint kept edit by edit is that of the rows digested from scratch, at every step."""
    rng = random.Random(seed)
    plan = small_plan()
    digest = PlanDigest(plan.village, plan.info, plan.activities.values(), plan.lines.values())
    for _ in range(30):
        changes = random_changes(plan, rng, ids_after(plan))
        digest.accept(digest.prepare(changes))
        for change in changes:
            plan.apply(change)
        fresh = PlanDigest(plan.village, plan.info, plan.activities.values(), plan.lines.values())
        assert digest.fingerprint == fresh.fingerprint
