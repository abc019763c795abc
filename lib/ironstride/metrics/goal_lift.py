"""Where an exercise's e1RM is likely to be on a day to come: its trend drawn on, as a range."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from ironstride.metrics.autocorrelation import Z_95
from ironstride.metrics.trend import Trend

# Two tests of one person differ by this much: the median coefficient of variation.
DAY_TO_DAY = 0.042


@dataclass(frozen=True)
class Ahead:
    """The e1RM [kg] to expect on a day to come, with its 95 % range; or why it cannot be told."""

    low_kg: float = np.nan
    mid_kg: float = np.nan
    high_kg: float = np.nan
    reason: str = ""


def ahead(trend: Trend, by: date) -> Ahead:
    """Return the e1RM [kg] that a trend comes to on the day `by`, with a 95 % range.

    The line of Theil and Sen drawn on; the range joins, as √(a² + b²) on logs, the interval of
    its slope (through the median day) and the scatter of single days, 4.2 % (Grgic 2020,
    doi 10.1186/s40798-020-00260-z). Taken as normal and independent, which is a guess of ours. A
    trend is drawn on by no more weeks than it rests on: strength gains slow down. No trend: why.

    >>> few = Trend("not enough data", "1 session in the last 12 weeks: a trend needs 6.", 1)
    >>> ahead(few, date(2026, 12, 24)).reason
    '1 session in the last 12 weeks: a trend needs 6.'
    """
    if trend.line.empty:
        return Ahead(reason=trend.sentence)
    last = trend.line.iloc[-1]
    weeks = (by - last.started_at.date()).days / 7
    if weeks > trend.weeks:
        told = f"It is {weeks:.0f} weeks off, and the trend rests on {trend.weeks:.0f}."
        return Ahead(reason=told)
    slope, low, high = (
        np.log1p(pct / 100)
        for pct in (trend.pct_per_week, trend.low_pct_per_week, trend.high_pct_per_week)
    )
    level = np.log(last.e1rm_kg) + slope * max(weeks, 0)
    below = np.log(last.e1rm_kg / last.low_kg) + (slope - low) * max(weeks, 0)
    above = np.log(last.high_kg / last.e1rm_kg) + (high - slope) * max(weeks, 0)
    days = Z_95 * DAY_TO_DAY
    return Ahead(
        low_kg=float(np.exp(level - np.hypot(below, days))),
        mid_kg=float(np.exp(level)),
        high_kg=float(np.exp(level + np.hypot(above, days))),
    )
