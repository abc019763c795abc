"""How hard a session was: load from the runner's own rating, for runs and lifts alike."""

from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs, Sessions
from ironstride.frames.load import EstimatedSessions
from ironstride.frames.running import SessionLoad

RatedSessions = DataFrame[Sessions] | DataFrame[EstimatedSessions]


def session_load(sessions: RatedSessions) -> DataFrame[SessionLoad]:
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


def with_estimated_rpe(
    sessions: DataFrame[Sessions], runs: DataFrame[Runs]
) -> DataFrame[EstimatedSessions]:
    """Return the sessions with each missing rating estimated, and marked so, shape (n, 10).

    The estimate is the median of the runner's own ratings of the same kind: of runs of the same
    type, of lift sessions, of the same other sport. It stays missing where none of these is rated.
    Only for a runner who asks for it, and to be drawn as estimated. Source: none but the log;
    limits: it takes every session of a kind for the usual one, so it hides what was unusual,
    and a median of few ratings says little.

    >>> import pandas as pd
    >>> lift = {"kind": "lift", "started_at": pd.Timestamp("2026-11-17"), "sport": "strength",
    ...         "title": "", "notes": ""}
    >>> table = pd.DataFrame([lift | {"session_id": 1, "rpe": 6.0}, lift | {"session_id": 2}])
    >>> sessions = Sessions.validate(table.reindex(columns=Sessions.empty().columns))
    >>> with_estimated_rpe(sessions, Runs.empty())[["rpe", "estimated"]].values.tolist()
    [[6.0, False], [6.0, True]]
    """
    types = runs.set_index(Runs.session_id)[Runs.type]
    sport = sessions.sport.where(sessions.kind == "other", "")
    sort = sessions.session_id.map(types).astype(object).fillna(sport)
    usual = sessions.rpe.groupby([sessions.kind, sort]).transform("median")
    estimated = sessions.rpe.isna() & usual.notna()
    filled = sessions.assign(rpe=sessions.rpe.fillna(usual), estimated=estimated)
    return EstimatedSessions.validate(filled)
