"""Where an exercise's e1RM is heading: a trend that one odd day cannot turn."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame
from scipy import stats

from ironstride.frames.strength import SessionBests, TrendLine

TrendStatus = Literal["rising", "falling", "stalled", "uncertain", "not enough data"]

SPAN_WEEKS = 12
MIN_SESSIONS, MIN_WEEKS = 6, 4
PLATEAU_WEEKS, NO_BEST_WEEKS = 8, 6
PLATEAU_PCT_PER_WEEK = 0.25


@dataclass(frozen=True, eq=False)
class Trend:
    """A trend of e1RM: its verdict, the slope [% per week] with its 95 % interval, its change [%].

    `weeks` is the time from the first to the last of the `sessions` in the span, `change_pct`
    the change of the line over it; all NaN, and `line` empty, where there is not enough data.
    """

    status: TrendStatus
    sentence: str
    sessions: int
    weeks: float = np.nan
    pct_per_week: float = np.nan
    low_pct_per_week: float = np.nan
    high_pct_per_week: float = np.nan
    change_pct: float = np.nan
    line: DataFrame[TrendLine] = field(default_factory=TrendLine.empty, repr=False)


@dataclass(frozen=True)
class _Fit:
    """A line through ln e1RM: per week, with its interval, from the first day on."""

    days: pd.Series
    slope: float
    low: float
    high: float
    intercept: float

    @property
    def weeks(self) -> float:
        return float((self.days.iloc[-1] - self.days.iloc[0]) / pd.Timedelta(weeks=1))


def e1rm_trend(
    bests: DataFrame[SessionBests], *, today: date, span_weeks: int = SPAN_WEEKS
) -> Trend:
    """Return the trend of one exercise's session bests over the last weeks before `today`.

    Theil and Sen's median of pairwise slopes (Sen 1968, doi 10.1080/01621459.1968.10480934) of
    ln e1RM on time, with its 95 % interval, which treats the days as independent. Needs 6 days
    and 4 weeks from the first to the last; two sessions on one day count as one, the better.
    "stalled" needs both: over the last 8 weeks (again with 6 days) an interval that ends below
    +0.25 % per week, and no new best in 6 weeks. A line that certainly falls is "falling", one
    that certainly rises and has not stalled "rising", all else "uncertain". Do not read single
    days: two tests of one person differ by 4.2 % (median coefficient of variation, Grgic 2020,
    doi 10.1186/s40798-020-00260-z), so below about 6 % the change between two days is noise.

    >>> days = pd.date_range("2026-09-01", periods=8, freq="7D")
    >>> bests = pd.DataFrame({"started_at": days, "e1rm_kg": 100 * 1.01 ** np.arange(8)})
    >>> trend = e1rm_trend(bests, today=date(2026, 11, 1))
    >>> trend.status, round(trend.pct_per_week, 3), round(trend.change_pct, 1)
    ('rising', 1.0, 7.2)
    """
    daily = _best_of_each_day(bests, today)
    recent = _last_weeks(daily, span_weeks, today)
    fit = _fit(recent)
    if fit is None:
        return Trend("not enough data", _too_little(len(recent), span_weeks), len(recent))
    status = _status(fit, daily, today)
    return Trend(
        status,
        _sentence(status, fit),
        sessions=len(recent),
        weeks=fit.weeks,
        pct_per_week=_percent(fit.slope),
        low_pct_per_week=_percent(fit.low),
        high_pct_per_week=_percent(fit.high),
        change_pct=_percent(fit.slope * fit.weeks),
        line=_line(fit),
    )


def _best_of_each_day(bests: DataFrame[SessionBests], today: date) -> "pd.Series[float]":
    day = bests.started_at.dt.normalize()
    daily = bests.e1rm_kg.groupby(day).max().sort_index()
    return daily[daily.index <= pd.Timestamp(today)]


def _last_weeks(daily: "pd.Series[float]", weeks: int, today: date) -> "pd.Series[float]":
    return daily[daily.index > pd.Timestamp(today - timedelta(weeks=weeks))]


def _fit(daily: "pd.Series[float]") -> _Fit | None:
    days = daily.index.to_series()
    if len(days) < MIN_SESSIONS or days.iloc[-1] - days.iloc[0] < timedelta(weeks=MIN_WEEKS):
        return None
    weeks = ((days - days.iloc[0]) / pd.Timedelta(weeks=1)).to_numpy()
    line = stats.theilslopes(np.log(daily.to_numpy()), weeks)
    return _Fit(
        days,
        float(line.slope),
        float(line.low_slope),
        float(line.high_slope),
        float(line.intercept),
    )


def _status(fit: _Fit, daily: "pd.Series[float]", today: date) -> TrendStatus:
    if fit.high < 0:
        return "falling"
    if _has_stalled(daily, today):
        return "stalled"
    return "rising" if fit.low > 0 else "uncertain"


def _has_stalled(daily: "pd.Series[float]", today: date) -> bool:
    lately = _fit(_last_weeks(daily, PLATEAU_WEEKS, today))
    if lately is None or _percent(lately.high) >= PLATEAU_PCT_PER_WEEK:
        return False
    newest = _last_weeks(daily, NO_BEST_WEEKS, today)
    before = daily[: len(daily) - len(newest)]
    return newest.empty or (not before.empty and newest.max() <= before.max())


def _line(fit: _Fit) -> DataFrame[TrendLine]:
    weeks = np.unique(np.append(np.arange(0, fit.weeks), fit.weeks))
    points = {
        "started_at": fit.days.iloc[0] + pd.to_timedelta(weeks * 7, unit="D"),
        "e1rm_kg": np.exp(fit.intercept + fit.slope * weeks),
    }
    return TrendLine.validate(pd.DataFrame(points))


def _percent(log_change: float) -> float:
    return float(100 * np.expm1(log_change))


def _too_little(sessions: int, span_weeks: int) -> str:
    counted = "1 session" if sessions == 1 else f"{sessions} sessions"
    return (
        f"{counted} in the last {span_weeks} weeks: a trend needs {MIN_SESSIONS} or more, "
        f"spread over at least {MIN_WEEKS} weeks."
    )


def _sentence(status: TrendStatus, fit: _Fit) -> str:
    slope, low, high = (_signed(_percent(rate), 2) for rate in (fit.slope, fit.low, fit.high))
    told = (
        f"{_signed(_percent(fit.slope * fit.weeks))} % in {fit.weeks:.0f} weeks "
        f"({slope} % per week, plausible {low} to {high})"
    )
    if status == "stalled":
        return (
            f"Stalled: no new best in {NO_BEST_WEEKS} weeks, and the last {PLATEAU_WEEKS} weeks "
            f"rise by less than {PLATEAU_PCT_PER_WEEK} % per week. Over the span {told}."
        )
    if status == "uncertain":
        return f"Uncertain: {told}. These sessions do not tell the direction."
    return f"{status.capitalize()}: {told}."


def _signed(value: float, digits: int = 1) -> str:
    return f"{value:+.{digits}f}".replace("-", "−")
