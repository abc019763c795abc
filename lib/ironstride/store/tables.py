"""What the log reads as frames: sessions, runs, sets, the muscles of exercises."""

from typing import TypeVar

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import ExerciseMuscles, Frame, LiftSets, RunLaps, Runs, Sessions
from ironstride.frames.acute import SessionTimes
from ironstride.store.connection import Log
from ironstride.store.dump import one_moment

Model = TypeVar("Model", bound=Frame)


def sessions(log: Log) -> DataFrame[Sessions]:
    """Return every session that is not deleted, oldest first."""
    return frame_of(
        log,
        "select id as session_id, kind, sport, started_at, duration_s, rpe, avg_hr_bpm,"
        " title, notes from session where deleted_at is null order by started_at, id",
        Sessions,
    )


def runs(log: Log) -> DataFrame[Runs]:
    """Return every run that is not deleted, oldest first."""
    return frame_of(
        log,
        "select id as session_id, started_at, sport, type, distance_m, duration_s, elapsed_s,"
        " ascent_m, avg_hr_bpm, max_hr_bpm, temperature_c, rpe"
        " from session join run on run.session_id = session.id"
        " where deleted_at is null order by started_at, id",
        Runs,
    )


def run_laps(log: Log) -> DataFrame[RunLaps]:
    """Return the laps of every run that is not deleted, run by run in their order."""
    return frame_of(
        log,
        "select session_id, position, distance_m, lap.duration_s"
        " from lap join session on session.id = session_id"
        " where deleted_at is null order by session_id, position",
        RunLaps,
    )


def session_times(log: Log) -> DataFrame[SessionTimes]:
    """Return when every session that is not deleted began, and how long it took, oldest first."""
    return frame_of(
        log,
        "select id as session_id, kind, started_at, time_known, duration_s, elapsed_s"
        " from session where deleted_at is null order by started_at, id",
        SessionTimes,
    )


def lift_sets(log: Log, session_id: int | None = None) -> DataFrame[LiftSets]:
    """Return every set of the sessions that are not deleted, or of one, in the order done."""
    only, values = ("", ()) if session_id is None else (" and session.id = ?", (session_id,))
    with one_moment(log.connection):
        sets = _read(
            log,
            "select session.id as session_id, position, exercise_id, set_type,"
            " coalesce(side, '') as side, reps, load_kg, hold_s, rir"
            " from session cross join lift_set on lift_set.session_id = session.id"
            f" where deleted_at is null{only} order by started_at, session.id, position",
            values,
        )
        # What a hundred thousand sets share is read once for each session and each exercise.
        sessions = _read(
            log,
            f"select id as session_id, started_at from session where deleted_at is null{only}",
            values,
        )
        exercises = _read(
            log,
            "select id as exercise_id, name as exercise, kind, lower_body, body_mass_fraction"
            " from exercise",
        )
    shared = [_looked_up(one, sets) for one in (sessions, exercises)]
    table = pd.concat([sets, *shared], axis=1)
    return _framed(table[list(LiftSets.empty().columns)], LiftSets)


def exercise_muscles(log: Log) -> DataFrame[ExerciseMuscles]:
    """Return the muscles of every exercise with their shares."""
    return frame_of(
        log,
        "select name as exercise, muscle, share"
        " from exercise_muscle join exercise on exercise.id = exercise_id"
        " order by name, share desc, muscle",
        ExerciseMuscles,
    )


def frame_of(
    log: Log, sql: str, model: type[Model], values: tuple[object, ...] = ()
) -> DataFrame[Model]:
    """Return what a query reads as the frame it is meant to be."""
    return _framed(_read(log, sql, values), model)


def _read(log: Log, sql: str, values: tuple[object, ...] = ()) -> pd.DataFrame:
    """Return what a query reads as a table, not checked."""
    cursor = log.connection.cursor()
    cursor.row_factory = None  # plain tuples take two thirds of the time of rows with names
    rows = cursor.execute(sql, values).fetchall()
    return pd.DataFrame(rows, columns=[column[0] for column in cursor.description])


def _looked_up(table: pd.DataFrame, by: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table that the rows of another name in its first column."""
    key = table.columns[0]
    return table.set_index(key).reindex(by[key]).reset_index(drop=True)


def _framed(table: pd.DataFrame, model: type[Model]) -> DataFrame[Model]:
    """Return a table as the frame it is meant to be, its dates and moments as such."""
    if "started_at" in table:
        moments = pd.to_datetime(table["started_at"], format="%Y-%m-%dT%H:%M:%S")
        table["started_at"] = moments.astype("datetime64[ns]")
    if "time_known" in table:
        table["time_known"] = table["time_known"].astype(bool)
    for name in {"day", "started_on", "ended_on", "since", "by"}.intersection(table):
        table[name] = pd.to_datetime(table[name], format="%Y-%m-%d").astype("datetime64[ns]")
    return DataFrame[Model](model.validate(table))


def table_names(log: Log) -> list[str]:
    """Return the names of the log's own tables, in alphabetical order."""
    rows = log.execute(
        "select name from sqlite_schema where type = 'table' and name not like '\\_%' escape '\\'"
        " and name not like 'sqlite\\_%' escape '\\' order by name"
    )
    return [row[0] for row in rows]


def table_columns(log: Log, table: str) -> list[tuple[str, str, bool]]:
    """Return each column of a table: its name, its type, whether it may be empty."""
    cursor = log.execute('select name, type, "notnull", pk from pragma_table_info(?)', (table,))
    return [(row[0], row[1], not row[2] and not row[3]) for row in cursor]
