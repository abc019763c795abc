"""Trials in the log: what was drawn is kept as it was drawn."""

import sqlite3
from dataclasses import fields
from datetime import date

from ironstride.records import Trial
from ironstride.records.trial import IN_ORDER
from ironstride.store.connection import Log
from ironstride.store.rows import values

_DRAWN = ("lifts_first", "block_weeks")
_FIELDS = tuple(f.name for f in fields(Trial) if f.name not in _DRAWN)
_DAYS = ("begins_on", "drawn_on")


def add_trial(log: Log, trial: Trial) -> int:
    """Keep a trial and return its id."""
    insert = f"insert into trial ({', '.join(_FIELDS)}) values ({', '.join('?' * len(_FIELDS))})"
    with log.write() as connection:
        number = int(connection.execute(insert, values(trial, _FIELDS)).lastrowid or 0)
        drawn = enumerate(zip(trial.kinds, trial.block_weeks, strict=True))
        connection.executemany(
            "insert into trial_block (trial_id, position, kind, weeks) values (?, ?, ?, ?)",
            [(number, position, *block) for position, block in drawn],
        )
    return number


def delete_trial(log: Log, trial_id: int) -> None:
    """Forget a trial."""
    with log.write() as connection:
        connection.execute("delete from trial where id = ?", (trial_id,))


def trial(log: Log, trial_id: int) -> Trial:
    """Return a trial as it was drawn.

    Raises:
        KeyError: there is no such trial.
    """
    row = log.execute("select * from trial where id = ?", (trial_id,)).fetchone()
    if row is None:
        raise KeyError(f"there is no trial {trial_id}")
    return _record(log, row)


def trials(log: Log) -> dict[int, Trial]:
    """Return every trial by its id, the latest one first."""
    rows = log.execute("select * from trial order by begins_on desc, id desc").fetchall()
    return {int(row["id"]): _record(log, row) for row in rows}


def _record(log: Log, row: sqlite3.Row) -> Trial:
    drawn = log.execute(
        "select kind, weeks from trial_block where trial_id = ? order by position", (row["id"],)
    ).fetchall()
    kinds = tuple(block["kind"] for block in drawn)
    made = Trial(
        **{name: row[name] for name in _FIELDS}
        | {name: date.fromisoformat(row[name]) for name in _DAYS},
        lifts_first=tuple(kind == IN_ORDER[True][0] for kind in kinds[::2]),
        block_weeks=tuple(block["weeks"] for block in drawn),
    )
    if made.kinds != kinds:
        raise ValueError("each cycle has one block of lifting and one of maintenance")
    return made
