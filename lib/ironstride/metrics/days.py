"""Running day by day: the totals of each day, and how each year adds up."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.volume import CumulativeYears, DayTotals

MARCH = 3


def day_totals(
    runs: DataFrame[Runs], *, today: date, first: date | None = None
) -> DataFrame[DayTotals]:
    """Return distance [m], time [s], climb [m] and runs of each day to `today`, shape (d, 5).

    From the first run (or `first`) on; a day without a run is a row of zeros, a run after `today`
    is left out, a run without a distance counts in time and number. No runs and no `first`:
    no rows.

    >>> day_totals(Runs.empty(), today=date(2026, 11, 22), first=date(2026, 11, 21)).runs.tolist()
    [0, 0]
    """
    begin = first or (None if runs.empty else runs.started_at.min().date())
    if begin is None:
        return DayTotals.empty()
    sums = runs.groupby(runs.started_at.dt.normalize()).agg(
        distance_m=(Runs.distance_m, "sum"),
        duration_s=(Runs.duration_s, "sum"),
        ascent_m=(Runs.ascent_m, "sum"),
        runs=(Runs.session_id, "size"),
    )
    calendar = pd.date_range(begin, today, name="day")
    return DayTotals.validate(sums.reindex(calendar, fill_value=0).reset_index())


def cumulative_years(
    runs: DataFrame[Runs], *, today: date, log_start: date | None = None
) -> DataFrame[CumulativeYears]:
    """Return the distance [m] since 1 January of each day's year, shape (d, 5).

    From the first run (or an earlier `log_start`) to `today`: the first year's line begins where
    the log does, and is not `whole` unless that is 1 January. So that the same date lies at the
    same place in every year, days are numbered as in a leap year: outside one there is no day 60.
    No runs and no `log_start`: no rows.

    >>> empty = cumulative_years(
    ...     Runs.empty(), today=date(2026, 3, 1), log_start=date(2026, 2, 27)
    ... )
    >>> empty.day_of_year.tolist(), empty.whole.unique().tolist()
    ([58, 59, 61], [False])
    """
    starts = [] if runs.empty else [runs.started_at.min().date()]
    begin = min(starts + ([] if log_start is None else [log_start]), default=None)
    if begin is None:
        return CumulativeYears.empty()
    days = day_totals(runs, today=today, first=begin)
    year = days.day.dt.year
    skipped = (~days.day.dt.is_leap_year & (days.day.dt.month >= MARCH)).astype(int)
    lines = days.assign(
        year=year,
        day_of_year=days.day.dt.day_of_year + skipped,
        distance_m=days.distance_m.groupby(year).cumsum(),
        whole=[date(day.year, 1, 1) >= begin for day in days.day],
    )
    return CumulativeYears.validate(lines)
