"""Load week by week: by kind of session, and of runs by their heart rate."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.load import LoadByKind, RunTrimp, WeeklyTrimp
from ironstride.metrics.rating import RatedSessions, session_load


def load_by_kind(
    sessions: RatedSessions, *, today: date, week_start: weeks.WeekStart = "monday"
) -> DataFrame[LoadByKind]:
    """Return the load [a.u.] of each week, kind and way of rating, oldest week first, shape (n, 6).

    Load is RPE × minutes (Foster 2001, J Strength Cond Res 15:109, by `session_load`), summed;
    the rows of a week add up to that of `weekly_load`. A session without a rating or a time and
    one after `today` are in no row, a week without a load has none.

    >>> from ironstride.frames import Sessions
    >>> load_by_kind(Sessions.empty(), today=date(2026, 11, 22)).empty
    True
    """
    loads = session_load(sessions)
    estimated = sessions.get("estimated", pd.Series(data=False, index=sessions.index))
    known = loads.assign(estimated=estimated.to_numpy(dtype=bool)).dropna(subset="session_load")
    known = known[known.started_at < pd.Timestamp(today) + pd.Timedelta(days=1)]
    known = known.assign(week=weeks.weeks_of(known.started_at, week_start))
    sums = known.groupby(["week", "kind", "estimated"], as_index=False).agg(
        load=("session_load", "sum"), sessions=("session_id", "size")
    )
    return LoadByKind.validate(sums.assign(complete=_complete(sums.week, today)))


def weekly_trimp(
    trimp: DataFrame[RunTrimp], *, today: date, week_start: weeks.WeekStart = "monday"
) -> DataFrame[WeeklyTrimp]:
    """Return the training impulse [a.u.] of each week with a run to `today`, shape (w, 5).

    The sum of `run_trimp` (Banister 1991; Morton 1990, doi:10.1152/jappl.1990.69.3.1171) over the
    runs it is known of, which `known_runs` counts; a run without a heart rate adds nothing, so a
    week with such runs shows less than was done. A week without a run has no row.

    >>> weekly_trimp(RunTrimp.empty(), today=date(2026, 11, 22)).empty
    True
    """
    past = trimp[trimp.started_at < pd.Timestamp(today) + pd.Timedelta(days=1)]
    past = past.assign(week=weeks.weeks_of(past.started_at, week_start))
    sums = past.groupby("week", as_index=False).agg(
        trimp=("trimp", "sum"), runs=("session_id", "size"), known_runs=("trimp", "count")
    )
    return WeeklyTrimp.validate(sums.assign(complete=_complete(sums.week, today)))


def _complete(starts: "pd.Series[pd.Timestamp]", today: date) -> list[bool]:
    return [weeks.is_complete(week.date(), today) for week in starts]
