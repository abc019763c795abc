"""Where weekly pace is heading, by a line that one odd week cannot turn."""

from typing import Any

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame
from scipy import stats

from ironstride.frames.pace import PaceTrends
from ironstride.frames.running import WeeklyPace

MIN_WEEKS = 6


def pace_trend(weekly_pace: DataFrame[WeeklyPace]) -> DataFrame[PaceTrends]:
    """Return the trend of the weekly pace of each type, alphabetically, shape (types, 10).

    Theil and Sen's median of pairwise slopes (Sen 1968, doi 10.1080/01621459.1968.10480934) of
    −ln pace on time with its 95 % interval: above 0 is faster. Needs 6 weeks with a pace,
    otherwise "cannot tell yet"; an interval that holds 0 is "no clear direction". Every week
    counts alike, however little was run in it; weeks are taken as independent, so hard and easy
    seasons make the interval too narrow. Effort, heat and hills are not taken out:
    `speed_at_reference_hr` does that. No rows give no rows.

    >>> weeks = pd.date_range("2026-09-07", periods=8, freq="7D")
    >>> pace = pd.DataFrame({"week": weeks, "type": "easy", "distance_m": 1e4, "runs": 1})
    >>> pace["pace_s_per_km"] = 360 * 0.99 ** np.arange(8)
    >>> trend = pace_trend(WeeklyPace.validate(pace.assign(duration_s=pace.pace_s_per_km * 10)))
    >>> trend[["status", "pct_per_week"]].round(2).values.tolist()
    [['faster', 1.01]]
    """
    rows = [_trend(kind, weekly) for kind, weekly in weekly_pace.groupby("type")]
    columns = PaceTrends.empty().columns
    return PaceTrends.validate(pd.DataFrame(rows).reindex(columns=columns))


def _trend(kind: object, weekly: pd.DataFrame) -> dict[str, Any]:
    first, last = weekly.week.min(), weekly.week.max()
    told = {"type": kind, "weeks": len(weekly), "first": first, "last": last}
    span = (last - first) / pd.Timedelta(weeks=1)
    if len(weekly) < MIN_WEEKS:
        return told | {"status": "cannot tell yet"}
    since = ((weekly.week - first) / pd.Timedelta(weeks=1)).to_numpy()
    line = stats.theilslopes(np.log(weekly.pace_s_per_km.to_numpy()), since)
    return told | {
        "status": _status(line.low_slope, line.high_slope),
        "pct_per_week": 100 * np.expm1(-line.slope),
        "low_pct_per_week": 100 * np.expm1(-line.high_slope),
        "high_pct_per_week": 100 * np.expm1(-line.low_slope),
        "first_s_per_km": np.exp(line.intercept),
        "last_s_per_km": np.exp(line.intercept + line.slope * span),
    }


def _status(low: float, high: float) -> str:
    """Name the direction of a slope of ln pace by its interval: down is faster."""
    if high < 0:
        return "faster"
    return "slower" if low > 0 else "no clear direction"
