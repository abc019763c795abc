"""Rest days: days that are over and saw no session of any kind."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Sessions
from ironstride.frames.volume import RestDays


def rest_days(
    sessions: DataFrame[Sessions],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    first: date | None = None,
) -> DataFrame[RestDays]:
    """Return the rest days of each week and how many of its days are known, shape (w, 4).

    A rest day is over and saw no session, be it run, lift or another sport. `today` is not
    over, and the days before the log's first session are not known: neither is counted, and a week
    without a known day has a missing number. From the first session's week (or that of `first`)
    to the week of `today`; nothing logged and no `first`: no rows. Limits: a session that was
    never logged makes a rest day.

    >>> rest_days(Sessions.empty(), today=date(2026, 11, 22)).empty
    True
    """
    begin = None if sessions.empty else sessions.started_at.min().date()
    shown = first or begin
    if shown is None:
        return RestDays.empty()
    known = pd.date_range(begin or today, today, inclusive="left").to_series()
    resting = (~known.isin(sessions.started_at.dt.normalize())).groupby(
        weeks.weeks_of(known, week_start)
    )
    calendar = list(weeks.weeks_between(shown, today, week_start))
    counted = pd.DataFrame({"rest_days": resting.sum(), "days": resting.size()})
    table = counted.reindex(pd.DatetimeIndex(calendar, name="week")).fillna({"days": 0})
    table["complete"] = [weeks.is_complete(week, today) for week in calendar]
    return RestDays.validate(table.reset_index())
