"""Strength in words: where a lift is heading, and whether two days differ."""

from math import isnan

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.charts.race_words import day_in_words
from ironstride.frames.strength_trends import DailyBests
from ironstride.metrics.real_change import Verdict, two_days
from ironstride.metrics.trend import Trend
from ironstride.ui.words import plain
from ironstride.units import Units

CANNOT_TELL = "cannot tell yet"
LEAST_SHOWN_PCT = 0.05
VERDICTS: dict[Verdict, str] = {
    "cannot tell yet": "whether that is a change cannot be told yet",
    "too small to tell": "days differ by as much without any change",
    "may be noise": "that may be noise",
    "more than the usual noise": "that is more than the usual noise",
}


def per_month(trend: Trend) -> str:
    """Return a trend's slope [% per month], or that it cannot be told."""
    return CANNOT_TELL if isnan(trend.pct_per_month) else f"{slope(trend)} per month"


def slope(trend: Trend) -> str:
    """Return a trend's slope over a month [%], or a dash where it cannot be told."""
    return "–" if isnan(trend.pct_per_month) else f"{signed(trend.pct_per_month)} %"


def finding(name: str, trend: Trend) -> str:
    """Return a heading that tells what was found of one lift or hold."""
    if isnan(trend.pct_per_month):
        return plain(f"{name}: {CANNOT_TELL} which way it goes")
    said = {"stalled": "stalled at ", "uncertain": "uncertain, "}.get(trend.status, "")
    return plain(f"{name}: {said}{per_month(trend)} over {units.count(round(trend.weeks), 'week')}")


def latest_change(daily: DataFrame[DailyBests], chosen: Units) -> str:
    """Return how the latest day of one lift differs from the one before, and whether it tells."""
    if len(daily) < 2:
        return ""
    return f"Latest day, {_compared(daily.iloc[-2], daily.iloc[-1], chosen)}"


def latest_tests(daily: DataFrame[DailyBests], chosen: Units) -> str:
    """Return how the latest two tested maxima of one lift differ."""
    tested = daily[daily.tested]
    if len(tested) < 2:
        return ""
    return f"Last tested, {_compared(tested.iloc[-2], tested.iloc[-1], chosen)}"


def signed(value: float, digits: int = 1) -> str:
    """Return a number with its sign, a true minus.

    >>> signed(-1.25), signed(2, 0)
    ('−1.2', '+2')
    """
    return f"{value:+.{digits}f}".replace("-", "−")


def _compared(before: pd.Series, last: pd.Series, chosen: Units) -> str:
    change = two_days(before.e1rm_kg, last.e1rm_kg)
    least = "at least " if last.at_least else ""
    value = units.format_weight(last.e1rm_kg, chosen.weight)
    head, earlier = f"{day_in_words(last.day)}: {least}{value}", day_in_words(before.day)
    if abs(change.change_pct) < LEAST_SHOWN_PCT:
        return f"{head}, the same as on {earlier}."
    apart = f"{abs(change.change_pct):.1f} % {'more' if change.change_pct > 0 else 'less'} than on"
    return f"{head}, {apart} {earlier}; {VERDICTS[change.verdict]}."
