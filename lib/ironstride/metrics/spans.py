"""A span of days beside the span before it and the same dates a year earlier."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs

FEBRUARY, LEAP_DAY = 2, 29


@dataclass(frozen=True)
class SpanTotals:
    """What was run from the first to the last day: distance [m], time [s], climb [m], runs."""

    first: date
    last: date
    distance_m: float
    duration_s: float
    ascent_m: float
    runs: int
    longest_m: float


@dataclass(frozen=True)
class SpanComparison:
    """A span so far, and the same part of two others; None where the log does not reach back."""

    span: SpanTotals
    before: SpanTotals | None
    last_year: SpanTotals | None
    finished: bool


def compare_spans(
    runs: DataFrame[Runs], *, first: date, last: date, today: date, log_start: date | None = None
) -> SpanComparison:
    """Return a span's totals beside the span before it and the same dates a year earlier.

    Like with like: of an unfinished span the days up to `today` count, today with them, and of the
    others only as many: of the span before, which is as long and ends the day before `first`,
    its first days; of last year the same dates (28 February for a 29th). A span that begins
    before the first run (or an earlier `log_start`) is None: it would look too small. Limits: on
    the morning of a day today is still short of a whole one.

    Raises:
        ValueError: the span ends before it begins, or begins after today.

    >>> compare_spans(Runs.empty(), first=date(2026, 11, 1), last=date(2026, 11, 30),
    ...               today=date(2026, 11, 22)).before is None
    True
    """
    if not first <= min(last, today):
        raise ValueError(f"a span must begin by its end and by today, got {first} to {last}")
    begins = [] if runs.empty else [runs.started_at.min().date()]
    begin = min(begins + ([] if log_start is None else [log_start]), default=None)
    end = min(last, today)
    earlier = first - (last - first) - timedelta(days=1)

    def reached(start: date, stop: date) -> SpanTotals | None:
        return _totals(runs, start, stop) if begin is not None and begin <= start else None

    return SpanComparison(
        span=_totals(runs, first, end),
        before=reached(earlier, earlier + (end - first)),
        last_year=reached(_year_earlier(first), _year_earlier(end)),
        finished=today > last,
    )


def change_pct(now: float, then: float) -> float | None:
    """Return by how much [%] a sum has changed, None where there was nothing to change.

    >>> change_pct(110, 100), change_pct(5, 0)
    (10.0, None)
    """
    return None if then == 0 else 100 * (now - then) / then


def _totals(runs: DataFrame[Runs], first: date, last: date) -> SpanTotals:
    inside = runs[runs.started_at.dt.normalize().between(pd.Timestamp(first), pd.Timestamp(last))]
    return SpanTotals(
        first=first,
        last=last,
        distance_m=float(inside.distance_m.sum()),
        duration_s=float(inside.duration_s.sum()),
        ascent_m=float(inside.ascent_m.sum()),
        runs=len(inside),
        longest_m=float(inside.distance_m.fillna(0.0).max()) if len(inside) else 0.0,
    )


def _year_earlier(day: date) -> date:
    if (day.month, day.day) == (FEBRUARY, LEAP_DAY):
        return date(day.year - 1, FEBRUARY, LEAP_DAY - 1)
    return day.replace(year=day.year - 1)
