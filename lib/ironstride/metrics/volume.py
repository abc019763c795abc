"""How much is run: weekly distance, time, climb and the longest run."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.running import WeeklyVolume

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
    started = [] if runs.empty else [runs.started_at.min().date()]
    begin = min(started + ([] if first is None else [first]), default=None)
    if begin is None:
        return WeeklyVolume.empty()
    calendar = list(weeks.weeks_between(begin, today, week_start))
    volume = _sums(runs, week_start).reindex(pd.DatetimeIndex(calendar), fill_value=0)
    volume["long_run_share"] = volume.longest_m / volume.distance_m.where(volume.distance_m > 0)
    volume["complete"] = [weeks.is_complete(week, today) for week in calendar]
    volume["mean_distance_m"] = _mean_of_complete(volume)
    shown = volume[volume.index >= pd.Timestamp(weeks.week_of(first or begin, week_start))]
    return WeeklyVolume.validate(shown.rename_axis("week").reset_index())


def _sums(runs: DataFrame[Runs], week_start: weeks.WeekStart) -> pd.DataFrame:
    sums = runs.groupby(weeks.weeks_of(runs.started_at, week_start)).agg(
        distance_m=(Runs.distance_m, "sum"),
        duration_s=(Runs.duration_s, "sum"),
        ascent_m=(Runs.ascent_m, "sum"),
        runs=(Runs.session_id, "size"),
        longest_m=(Runs.distance_m, "max"),
    )
    return sums.fillna({"longest_m": 0.0})


def _mean_of_complete(volume: pd.DataFrame) -> pd.Series:
    means = volume.distance_m[volume.complete].rolling(MEAN_WEEKS).mean()
    # The unfinished week shows the mean it is measured against.
    return means.reindex(volume.index).ffill()
