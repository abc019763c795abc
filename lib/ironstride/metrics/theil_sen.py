"""A line through positive values over time by Theil and Sen, and what is known of its slope."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from ironstride.weeks import weeks_of

Array = npt.NDArray[np.float64]

MIN_SESSIONS, MIN_WEEKS = 6, 4
# All pairs of days are compared: beyond this many, the best of each week stands for its days.
MOST_DAYS = 400


@dataclass(frozen=True)
class Fit:
    """A line through ln values: per week, with its interval, from the first day on."""

    days: pd.Series
    slope: float
    low: float
    high: float
    intercept: float
    median_week: float

    @property
    def weeks(self) -> float:
        """The time from the first day to the last [weeks]."""
        return float((self.days.iloc[-1] - self.days.iloc[0]) / pd.Timedelta(weeks=1))

    def points(self) -> tuple[pd.Series, dict[str, Array]]:
        """Return a day of each week of the line, with its value and its band."""
        weeks = np.unique(np.append(np.arange(0, self.weeks), self.weeks))
        level = self.intercept + self.slope * weeks
        apart = weeks - self.median_week
        edges = [level + (rate - self.slope) * apart for rate in (self.low, self.high)]
        days = self.days.iloc[0] + pd.to_timedelta(weeks * 7, unit="D")
        band = {"low": np.minimum(*edges), "high": np.maximum(*edges)}
        return days, {name: np.exp(log) for name, log in (band | {"value": level}).items()}


def fit_line(daily: "pd.Series[float]") -> Fit | None:
    """Return the line through ln of daily values; None below 6 days or 4 weeks.

    Theil and Sen's median of pairwise slopes with its 95 % interval (Sen 1968,
    doi 10.1080/01621459.1968.10480934), through the median day and value.

    >>> days = pd.date_range("2026-09-01", periods=6, freq="7D")
    >>> round(np.exp(fit_line(pd.Series(100 * 1.01 ** np.arange(6.0), index=days)).slope), 3)
    np.float64(1.01)
    """
    days = daily.index.to_series()
    if len(days) < MIN_SESSIONS or days.iloc[-1] - days.iloc[0] < timedelta(weeks=MIN_WEEKS):
        return None
    used = daily if len(daily) <= MOST_DAYS else _best_of_each_week(daily)
    weeks = ((used.index - days.iloc[0]) / pd.Timedelta(weeks=1)).to_numpy()
    line = stats.theilslopes(np.log(used.to_numpy()), weeks)
    return Fit(
        days,
        float(line.slope),
        float(line.low_slope),
        float(line.high_slope),
        float(line.intercept),
        float(np.median(weeks)),
    )


def _best_of_each_week(daily: "pd.Series[float]") -> "pd.Series[float]":
    week = weeks_of(daily.index.to_series()).to_numpy()
    return daily.loc[daily.groupby(week).idxmax().to_numpy()]
