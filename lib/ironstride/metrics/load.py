"""How hard a session was: load from the runner's own rating, for runs and lifts alike."""

from pandera.typing.pandas import DataFrame

from ironstride.frames import Sessions
from ironstride.frames.running import SessionLoad


def session_load(sessions: DataFrame[Sessions]) -> DataFrame[SessionLoad]:
    """Return each session's load [arbitrary units]: RPE (CR-10) × minutes, shape (n, 4).

    Source: Foster 2001, J Strength Cond Res 15:109. Limits: the rating is of the whole session,
    not of a set, and asked within two weeks; the load is NaN when the rating or the time is
    missing, never guessed. The same unit serves runs, lifts and other sports.

    >>> import pandas as pd
    >>> session = {"session_id": 1, "kind": "lift", "started_at": pd.Timestamp("2026-11-17"),
    ...            "sport": "strength", "duration_s": 3600.0, "rpe": 7.0, "title": "", "notes": ""}
    >>> table = pd.DataFrame([session]).reindex(columns=Sessions.empty().columns)
    >>> session_load(Sessions.validate(table)).session_load.tolist()
    [420.0]
    """
    rated = sessions.assign(session_load=sessions.rpe * sessions.duration_s / 60)
    return SessionLoad.validate(rated)
