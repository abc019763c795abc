"""How much is run: distance, time, climb and the longest run of each week, month and year."""

from datetime import date
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.running import WeeklyVolume
from ironstride.frames.volume import MonthlyVolume, YearlyVolume
from ironstride.metrics.days import cumulative_years, day_totals
from ironstride.metrics.easy_hard import easy_hard, run_effort
from ironstride.metrics.eddington import eddington, eddington_number
from ironstride.metrics.rest_days import rest_days
from ironstride.metrics.spans import change_pct, compare_spans
from ironstride.metrics.streaks import streaks

__all__ = [
    "change_pct",
    "compare_spans",
    "cumulative_years",
    "day_totals",
    "easy_hard",
    "eddington",
    "eddington_number",
    "monthly_volume",
    "rest_days",
    "run_effort",
    "streaks",
    "weekly_volume",
    "yearly_volume",
]

MEAN_WEEKS = 4


def weekly_volume(
    runs: DataFrame[Runs],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    first: date | None = None,
) -> DataFrame[WeeklyVolume]:
    """Return one row a week from the first run (or `first`) to the week of `today`, shape (w, 9).

    Sums of distance [m], moving time [s] and climb [m]; a week without a run is a row of zeros,
    a run without a distance counts in time and number, a run after the week of `today` is left
    out. `mean_distance_m` is the plain mean of the last four complete weeks, this one included
    when it is complete and empty weeks counted as zero; it reaches back before `first`, and is
    NaN until the log holds four complete weeks. No runs and no `first`: no rows.

    >>> run = {"session_id": 1, "started_at": pd.Timestamp("2026-11-17 07:00"), "sport": "run",
    ...        "type": "easy", "distance_m": 8000.0, "duration_s": 2700.0}
    >>> runs = Runs.validate(pd.DataFrame([run]).reindex(columns=Runs.empty().columns))
    >>> weekly_volume(runs, today=date(2026, 11, 26))[["distance_m", "runs", "complete"]].values
    array([[8000.0, 1, True],
           [0.0, 0, False]], dtype=object)
    """
    begin = _begin(runs, first)
    if begin is None:
        return WeeklyVolume.empty()
    calendar = list(weeks.weeks_between(begin, today, week_start))
    volume = _sums(runs, weeks.weeks_of(runs.started_at, week_start), pd.DatetimeIndex(calendar))
    volume["complete"] = [weeks.is_complete(week, today) for week in calendar]
    volume["mean_distance_m"] = _mean_of_complete(volume)
    shown = volume[volume.index >= pd.Timestamp(weeks.week_of(first or begin, week_start))]
    return WeeklyVolume.validate(shown.rename_axis("week").reset_index())


def monthly_volume(
    runs: DataFrame[Runs], *, today: date, first: date | None = None
) -> DataFrame[MonthlyVolume]:
    """Return one row a month from the first run (or `first`) to the month of `today`, shape (m, 8).

    The sums are those of `weekly_volume`: a month without a run is a row of zeros, a run after
    the month of `today` is left out. No runs and no `first`: no rows. Months differ in length
    by up to three days, so compare them with care.

    >>> run = {"session_id": 1, "started_at": pd.Timestamp("2026-10-31 23:59"), "sport": "run",
    ...        "type": "easy", "distance_m": 8000.0, "duration_s": 2700.0}
    >>> runs = Runs.validate(pd.DataFrame([run]).reindex(columns=Runs.empty().columns))
    >>> monthly_volume(runs, today=date(2026, 11, 26))[["distance_m", "runs", "complete"]].values
    array([[8000.0, 1, True],
           [0.0, 0, False]], dtype=object)
    """
    begin = _begin(runs, first)
    if begin is None:
        return MonthlyVolume.empty()
    calendar = pd.date_range((first or begin).replace(day=1), today, freq="MS", name="month")
    months = runs.started_at.dt.normalize() - pd.to_timedelta(runs.started_at.dt.day - 1, unit="D")
    volume = _sums(runs, months, calendar)
    volume["complete"] = calendar < pd.Timestamp(today.replace(day=1))
    return MonthlyVolume.validate(volume.reset_index())


def yearly_volume(runs: DataFrame[Runs], *, today: date) -> DataFrame[YearlyVolume]:
    """Return one row a calendar year from the first run to the year of `today`, shape (y, 8).

    The sums are those of `weekly_volume`: a year without a run is a row of zeros, a run after
    the year of `today` is left out; the first year holds what the log holds of it. No runs:
    no rows.

    >>> yearly_volume(Runs.empty(), today=date(2026, 11, 26)).empty
    True
    """
    begin = _begin(runs, None)
    if begin is None:
        return YearlyVolume.empty()
    calendar = pd.RangeIndex(begin.year, today.year + 1, name="year")
    volume = _sums(runs, runs.started_at.dt.year, calendar)
    volume["complete"] = calendar < today.year
    return YearlyVolume.validate(volume.reset_index())


def _begin(runs: DataFrame[Runs], first: date | None) -> date | None:
    started = [] if runs.empty else [runs.started_at.min().date()]
    return min(started + ([] if first is None else [first]), default=None)


def _sums(
    runs: DataFrame[Runs], periods: "pd.Series[Any]", calendar: "pd.Index[Any]"
) -> pd.DataFrame:
    sums = runs.groupby(periods).agg(
        distance_m=(Runs.distance_m, "sum"),
        duration_s=(Runs.duration_s, "sum"),
        ascent_m=(Runs.ascent_m, "sum"),
        runs=(Runs.session_id, "size"),
        longest_m=(Runs.distance_m, "max"),
    )
    volume = sums.fillna({"longest_m": 0.0}).reindex(calendar, fill_value=0)
    volume["long_run_share"] = volume.longest_m / volume.distance_m.where(volume.distance_m > 0)
    return volume


def _mean_of_complete(volume: pd.DataFrame) -> pd.Series:
    means = volume.distance_m[volume.complete].rolling(MEAN_WEEKS).mean()
    # The unfinished week shows the mean it is measured against.
    return means.reindex(volume.index).ffill()
