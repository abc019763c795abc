"""Whether every row of a log makes the Record that a page will ask for."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from ironstride.store.check_ins import check_in
from ironstride.store.connection import Log
from ironstride.store.fitness_tests import fitness_test
from ironstride.store.goals import goal
from ironstride.store.packing import unpack
from ironstride.store.plan import planned_session
from ironstride.store.rows import to_record
from ironstride.store.said import from_said
from ironstride.store.training_blocks import training_block
from ironstride.store.trials import trial

Rows = dict[int, list[sqlite3.Row]]

# What has a number of its own: its table, what it is called, and how it is read.
_NUMBERED: dict[str, tuple[str, Callable[[Log, int], object]]] = {
    "fitness_test": ("fitness test", fitness_test),
    "training_block": ("training block", training_block),
    "trial": ("trial", trial),
    "plan": ("planned session", planned_session),
    "goal": ("goal", goal),
}


def refuse_unreadable(log: Log) -> None:
    """Build every session, recording, check-in, test, block, trial, plan and goal as a page would.

    Raises:
        ValueError: a row makes none; the sentence says which and why.
    """
    for place, make in _each(log):
        try:
            make()
        except (ValueError, KeyError, TypeError, AttributeError) as why:
            raise ValueError(f"{place}: {why}") from why


def _each(log: Log) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what each row is called, and how it is read."""
    runs, laps, sets = (_by_session(log, sql) for sql in _DETAILS)
    for row in log.execute("select * from session"):
        number = row["id"]
        own = runs[number], laps[number], sets[number]
        yield f"session {number} of {row['started_at']}", partial(_session, row, *own)
    for row in log.execute(_SAID):
        yield f"a source of session {row['session_id']}", partial(from_said, row["said"])
    for row in log.execute("select source, source_key, data from stream"):
        place = f"the recording {row['source_key']} of {row['source']}"
        yield place, partial(unpack, row["data"])
    for (day,) in log.execute("select day from check_in").fetchall():
        yield f"the check-in of {day}", partial(check_in, log, date.fromisoformat(day))
    for table, (called, read) in _NUMBERED.items():
        for (number,) in log.execute(f"select id from {table}").fetchall():
            yield f"{called} {number}", partial(read, log, number)


def _session(
    row: sqlite3.Row, runs: list[sqlite3.Row], laps: list[sqlite3.Row], sets: list[sqlite3.Row]
) -> None:
    made = to_record(row, runs[0] if runs else None, laps, sets)
    if made.kind != row["kind"]:
        raise ValueError(f"its rows are those of a {made.kind}, not of a {row['kind']}")


def _by_session(log: Log, sql: str) -> Rows:
    found: Rows = defaultdict(list)
    for row in log.execute(sql):
        found[row["session_id"]].append(row)
    return found


_SETS = """
select lift_set.*, name from lift_set join exercise on exercise.id = exercise_id
order by session_id, position
"""
_DETAILS = ("select * from run", "select * from lap order by session_id, position", _SETS)
_SAID = """
select session_id, said from session_typed
union all select session_id, said from session_source
"""
