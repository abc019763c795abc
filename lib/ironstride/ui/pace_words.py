"""Where pace is heading, in sentences that say how sure they are."""

from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import units
from ironstride.frames.pace import PaceTrends
from ironstride.frames.running import ReferenceSpeed
from ironstride.metrics.pace_trend import MIN_WEEKS
from ironstride.ui.words import RUN_TYPES

Z95 = 1.96


def trends(found: DataFrame[PaceTrends]) -> list[str]:
    """Return a sentence a run type that tells which way its pace goes, and one for all others."""
    order = {name: place for place, name in enumerate(RUN_TYPES)}
    rows = sorted(found.itertuples(), key=lambda row: order.get(str(row.type), len(order)))
    told = [row for row in rows if row.status != "cannot tell yet"]
    open_ = [row for row in rows if row.status == "cannot tell yet"]
    return [f"{label(str(row.type))}: {_trend(row)}" for row in told] + (
        [_not_yet(open_)] if open_ else []
    )


def label(name: str) -> str:
    """Return a run type as the page calls it."""
    return "Untyped" if name == "other" else RUN_TYPES[name]


def change(blocks: DataFrame[ReferenceSpeed]) -> str:
    """Return how the latest block differs from the first, and how sure that is."""
    known = blocks.dropna(subset=[ReferenceSpeed.change_pct])
    if len(known) < 2:
        return "Cannot tell yet: it takes two blocks of four weeks with at least three such runs."
    last = known.iloc[-1]
    low, high = last.change_pct - Z95 * last.se_pct, last.change_pct + Z95 * last.se_pct
    apart = f"{_way(last.change_pct)} than the first (95 % interval: {_interval(low, high)})"
    if low <= 0 <= high:
        return f"Cannot tell yet: the latest block is {apart}, and no change lies within that."
    return f"The latest of {units.count(len(known), 'block')} is {apart}."


def _trend(row: Any) -> str:
    span = (row.last - row.first) / pd.Timedelta(weeks=1)
    low, mid, high = (
        100 * ((1 + pct / 100) ** span - 1)
        for pct in (row.low_pct_per_week, row.pct_per_week, row.high_pct_per_week)
    )
    over = units.count(round(span), "week")
    interval = f"95 % interval: {_interval(low, high)}"
    if row.status == "no clear direction":
        return f"no clear direction in {over} ({interval})."
    return f"{row.status} by {abs(mid):.1f} % in {over} ({interval})."


def _not_yet(rows: list[Any]) -> str:
    kinds = [f"{label(str(row.type)).lower()} ({units.count(row.weeks, 'week')})" for row in rows]
    return (
        f"Cannot tell yet: {', '.join(kinds)}. It takes {MIN_WEEKS} full weeks with such a run in "
        "this span."
    )


def _interval(low: float, high: float) -> str:
    if low >= 0:
        return f"{low:.1f} to {high:.1f} % faster"
    if high <= 0:
        return f"{-high:.1f} to {-low:.1f} % slower"
    return f"{_way(low)} to {_way(high)}"


def _way(pct: float) -> str:
    return f"{abs(pct):.1f} % {'faster' if pct >= 0 else 'slower'}"
