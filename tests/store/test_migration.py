"""A log of the first version opens with everything in it, and a copy is put beside it first."""

import json
import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.records import Lift, Run, Session
from ironstride.store import Log, NewFile, NewSession, open_log, prepare_log
from ironstride.store.connection import connect
from ironstride.store.exercises import exercise_id
from ironstride.store.migrate import bring_up_to_date
from ironstride.store.rows import SESSION_FIELDS, SET_FIELDS, session_values, values
from ironstride.store.schema import migrations
from tests.build import MORNING, lift, ride, run, squat

AT = datetime(2026, 11, 22, 12, 0)
SETS = (
    squat(side="left", reps=8, load_kg=20.0),
    squat(side="right", reps=0, load_kg=20.0),
    squat(exercise="Übung", reps=None, hold_s=45.0, load_kg=0.0, set_type="warmup"),
)
DAY = run(1, started_at=MORNING.replace(hour=0, minute=0), time_known=False, type="other")
TOLD: dict[str, Session] = {
    "plain": run(2, title="Lunch", utc_offset_min=60, ascent_m=0.0),
    "corrected": run(3, title="Theirs"),
    "deleted": run(4),
    "reverted": run(5),
    "day only": DAY,
    "sets": lift(6, sets=SETS),
    "no sets": lift(7, sets=()),
    "other": ride(8, rpe=5.0),
}
TYPED = lift(9, title="Mine")
CORRECTED = run(3, title="Mine", distance_m=9_900.0)


@pytest.fixture
def numbers(log_file: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Write a log as the first version did and return the id of each session by its key."""
    monkeypatch.setattr(migrations, "_migrations", list(migrations._migrations)[:1])
    prepare_log(log_file)
    with open_log(log_file) as log, log.write() as connection:
        for _ in range(2):
            connection.execute("insert into import_batch (imported_at) values (?)", (str(AT),))
        ids = {key: _as_before(connection, key, session) for key, session in TOLD.items()}
        ids["typed"] = _insert(connection, TYPED)
        for statement in CHANGED:
            connection.execute(statement, ids)
    monkeypatch.undo()
    monkeypatch.setenv("IRONSTRIDE_LOG", str(log_file))
    return ids


CHANGED = (
    "update session set title = 'Mine' where id = :corrected",
    "update run set distance_m = 9900 where session_id = :corrected",
    "insert into session_edit values (:corrected, 'title'), (:corrected, 'distance_m')",
    "update session set deleted_at = 'x', deleted_by = 'runner' where id = :deleted",
    "update session set deleted_at = 'x', deleted_by = 'revert' where id = :reverted",
    "update session_source set batch_id = 2 where session_id = :reverted",
    "update import_batch set reverted_at = 'x' where id = 2",
)


RUN_BEFORE = ("distance_m", "ascent_m", "type", "surface", "cadence_spm", "temperature_c")


def _insert(connection: sqlite3.Connection, session: Session) -> int:
    """Insert a session into the columns that the first version had."""
    number = _row(connection, "session", ("kind", *SESSION_FIELDS), session_values(session))
    if isinstance(session, Run):
        _row(connection, "run", ("session_id", *RUN_BEFORE), (number, *values(session, RUN_BEFORE)))
    sets = session.sets if isinstance(session, Lift) else ()
    for position, one in enumerate(sets):
        lifted = exercise_id(connection, one.exercise, sets)
        known = (number, position, lifted, *values(one, SET_FIELDS))
        names = ("session_id", "position", "exercise_id", *SET_FIELDS)
        _row(connection, "lift_set", names, known)
    return number


def _row(
    connection: sqlite3.Connection, table: str, names: tuple[str, ...], cells: tuple[object, ...]
) -> int:
    marks = ", ".join("?" * len(names))
    cursor = connection.execute(
        f"insert into {table} ({', '.join(names)}) values ({marks})",
        cells,
    )
    return int(cursor.lastrowid or 0)


def _as_before(connection: sqlite3.Connection, key: str, session: Session) -> int:
    number = _insert(connection, session)
    said = json.dumps(dict(zip(SESSION_FIELDS, values(session, SESSION_FIELDS), strict=True)))
    connection.execute(
        "insert into session_source (session_id, batch_id, source, source_key, said)"
        " values (?, 1, 'garmin-csv', ?, ?)",
        (number, key, said),
    )
    return number


def bring(log: Log, *keys: str) -> tuple[int, int]:
    new = tuple(NewSession(key=key, session=TOLD[key]) for key in keys)
    file = NewFile(name="a.csv", sha256="", source="garmin-csv", sessions=new)
    done = store.add_batch(log, [file], AT, lambda *_: None)
    return done.sessions, done.changed


def test_no_session_is_lost_or_changed(log_file: Path, numbers: dict[str, int]) -> None:
    with open_log(log_file) as log:
        held = {key: store.session(log, number) for key, number in numbers.items()}
        assert held == TOLD | {"typed": TYPED, "corrected": CORRECTED}
        assert len(store.sessions(log)) == len(held) - 2
        assert list(store.history(log, store.Wanted(deleted=True)).session_id) == [
            numbers["deleted"]
        ]
        assert log.execute("pragma foreign_key_check").fetchall() == []
        assert log.execute("pragma integrity_check").fetchone()[0] == "ok"


def test_what_the_sources_said_is_still_known(log_file: Path, numbers: dict[str, int]) -> None:
    with open_log(log_file) as log:
        said = store.said_before(log, "garmin-csv")
        assert said.pop("deleted") is None
        # Of a run that was corrected the first version had kept the session's own fields only.
        assert said.pop("corrected") == run(3, title="Theirs", distance_m=9_900.0)
        kept = {key: one for key, one in TOLD.items() if key not in said}
        assert set(kept) == {"corrected", "deleted", "reverted"}
        assert said | kept == TOLD
        assert bring(log, *TOLD) == (1, 1)
        assert store.session(log, numbers["corrected"]) == CORRECTED


def test_an_old_import_can_be_taken_back(log_file: Path, numbers: dict[str, int]) -> None:
    with open_log(log_file) as log:
        store.revert_batch(log, 1, AT)
        assert list(store.sessions(log).session_id) == [numbers["typed"]]
        assert store.session(log, numbers["corrected"]) == CORRECTED
        assert bring(log, "corrected", "deleted", "plain") == (2, 0)
        assert store.session(log, numbers["corrected"]) == CORRECTED


def test_the_log_is_copied_before(log_file: Path, numbers: dict[str, int]) -> None:
    before = dump(log_file)
    prepare_log(log_file)
    (backup,) = (log_file.parent / "backups").iterdir()
    assert backup.name == "training-before-0002_layers-r1.db"
    assert dump(backup) == before
    assert dump(log_file) != before


def test_a_migration_that_cannot_be_done_leaves_the_log_as_it_was(
    log_file: Path, numbers: dict[str, int]
) -> None:
    connection = sqlite3.connect(log_file)
    connection.execute("update lift_set set exercise_id = 9999")
    connection.commit()
    connection.close()
    before = dump(log_file)
    with pytest.raises(store.LogError, match="point nowhere"):
        prepare_log(log_file)
    assert dump(log_file) == before


def test_tables_without_their_catalogue_are_no_new_version(log_file: Path) -> None:
    def refuse_exercises(action: int, table: str | None, *_: object) -> int:
        is_exercise = action == sqlite3.SQLITE_INSERT and table == "exercise"
        return sqlite3.SQLITE_DENY if is_exercise else sqlite3.SQLITE_OK

    connection = connect(log_file)
    connection.set_authorizer(refuse_exercises)
    with pytest.raises(sqlite3.DatabaseError, match="not authorized"):
        bring_up_to_date(connection)
    assert connection.execute("pragma user_version").fetchone()[0] == 0
    connection.close()


def dump(path: Path) -> list[str]:
    connection = connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
