"""Where an exercise's e1RM or hold is heading: a trend that one odd day cannot turn."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.strength import SessionBests, TrendLine
from ironstride.frames.strength_trends import HoldBests, HoldLine
from ironstride.metrics.theil_sen import MIN_SESSIONS, MIN_WEEKS, Fit, fit_line
from ironstride.units import count

TrendStatus = Literal["rising", "falling", "stalled", "uncertain", "not enough data"]

SPAN_WEEKS = 12
PLATEAU_WEEKS, NO_BEST_WEEKS = 8, 6
PLATEAU_PCT_PER_WEEK = 0.25
WEEKS_PER_MONTH = 365.2425 / 12 / 7


@dataclass(frozen=True, eq=False)
class Trend:
    """A trend of e1RM or holds: its verdict, slope [% per week] with 95 % interval, change [%].

    `weeks` is the time from the first to the last of the `sessions` in the span, `change_pct`
    the change of the line over it; all NaN, and the lines empty, where there is not enough data.
    `line` is that of e1RM, `hold_line` that of holds; their bands are the lines of the interval's
    two slopes through the median day, so they show how sure the slope is, not the level.
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
    hold_line: DataFrame[HoldLine] = field(default_factory=HoldLine.empty, repr=False)

    @property
    def pct_per_month(self) -> float:
        """The slope [% per month of 30.4 days]."""
        return _percent(np.log1p(self.pct_per_week / 100) * WEEKS_PER_MONTH)


def e1rm_trend(
    bests: DataFrame[SessionBests], *, today: date, span_weeks: int = SPAN_WEEKS
) -> Trend:
    """Return the trend of one exercise's session bests over the last weeks before `today`.

    Theil and Sen's median of pairwise slopes (Sen 1968, doi 10.1080/01621459.1968.10480934) of
    ln e1RM on time, with its 95 % interval, which treats the days as independent; beyond 400 days
    the best of each week stands for its days. Needs 6 days
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
    daily = _best_of_each_day(bests.started_at, bests.e1rm_kg, today)
    trend, fit = _trend(daily, today, span_weeks)
    return trend if fit is None else replace(trend, line=_line(fit))


def hold_trend(holds: DataFrame[HoldBests], *, today: date) -> Trend:
    """Return the trend of one exercise's longest holds [s], by the rules of `e1rm_trend`.

    On ln seconds; give it the rows of one exercise and one load. Nobody has published how much
    a runner's holds vary in training: the plateau rule is that of e1RM, ours for holds.

    >>> hold_trend(HoldBests.empty(), today=date(2026, 11, 1)).status
    'not enough data'
    """
    daily = _best_of_each_day(holds.started_at, holds.best_s, today)
    trend, fit = _trend(daily, today, SPAN_WEEKS)
    return trend if fit is None else replace(trend, hold_line=_hold_line(fit))


def _trend(daily: "pd.Series[float]", today: date, span_weeks: int) -> tuple[Trend, Fit | None]:
    recent = _last_weeks(daily, span_weeks, today)
    fit = fit_line(recent)
    if fit is None:
        few = Trend("not enough data", _too_little(len(recent), span_weeks), len(recent))
        return few, None
    status = _status(fit, daily, today)
    found = Trend(
        status,
        _sentence(status, fit),
        sessions=len(recent),
        weeks=fit.weeks,
        pct_per_week=_percent(fit.slope),
        low_pct_per_week=_percent(fit.low),
        high_pct_per_week=_percent(fit.high),
        change_pct=_percent(fit.slope * fit.weeks),
    )
    return found, fit


def _best_of_each_day(
    started_at: "pd.Series", values: "pd.Series[float]", today: date
) -> "pd.Series[float]":
    daily = values.groupby(started_at.dt.normalize()).max().sort_index()
    return daily[daily.index <= pd.Timestamp(today)]


def _last_weeks(daily: "pd.Series[float]", weeks: int, today: date) -> "pd.Series[float]":
    return daily[daily.index > pd.Timestamp(today - timedelta(weeks=weeks))]


def _status(fit: Fit, daily: "pd.Series[float]", today: date) -> TrendStatus:
    if fit.high < 0:
        return "falling"
    if _has_stalled(daily, today):
        return "stalled"
    return "rising" if fit.low > 0 else "uncertain"


def _has_stalled(daily: "pd.Series[float]", today: date) -> bool:
    lately = fit_line(_last_weeks(daily, PLATEAU_WEEKS, today))
    if lately is None or _percent(lately.high) >= PLATEAU_PCT_PER_WEEK:
        return False
    newest = _last_weeks(daily, NO_BEST_WEEKS, today)
    before = daily[: len(daily) - len(newest)]
    return newest.empty or (not before.empty and newest.max() <= before.max())


def _line(fit: Fit) -> DataFrame[TrendLine]:
    days, at = fit.points()
    points = {"e1rm_kg": at["value"], "low_kg": at["low"], "high_kg": at["high"]}
    return TrendLine.validate(pd.DataFrame({"started_at": days} | points))


def _hold_line(fit: Fit) -> DataFrame[HoldLine]:
    days, at = fit.points()
    points = {"hold_s": at["value"], "low_s": at["low"], "high_s": at["high"]}
    return HoldLine.validate(pd.DataFrame({"started_at": days} | points))


def _percent(log_change: float) -> float:
    return float(100 * np.expm1(log_change))


def _too_little(sessions: int, span_weeks: int) -> str:
    return (
        f"{count(sessions, 'session')} in the last {span_weeks} weeks: a trend needs "
        f"{MIN_SESSIONS} or more, spread over at least {MIN_WEEKS} weeks."
    )


def _sentence(status: TrendStatus, fit: Fit) -> str:
    rates = (fit.slope, fit.low, fit.high)
    slope, low, high = (_signed(_percent(rate * WEEKS_PER_MONTH)) for rate in rates)
    told = (
        f"{_signed(_percent(fit.slope * fit.weeks))} % in {fit.weeks:.0f} weeks "
        f"({slope} % per month, plausible {low} to {high})"
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
