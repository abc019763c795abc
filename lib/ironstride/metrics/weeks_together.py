"""Strength, performance and volume on one calendar of consecutive weeks."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames.together import (
    PerformanceWeeks,
    StrengthWeeks,
    TogetherWeeks,
    VolumeWeeks,
)
from ironstride.weeks import WEEK

_STRENGTH_NAMES = {"effect": "strength", "se": "strength_se"}


def align_weeks(
    strength_weekly: pd.DataFrame,
    performance_weekly: pd.DataFrame,
    volume_weekly: pd.DataFrame,
    *,
    today: date,
) -> DataFrame[TogetherWeeks]:
    """Return the `TogetherWeeks` of three weekly frames, without the week that is not over.

    Columns in: week, effect, se [%]; week, performance [%]; week, distance_m [m]; all on Mondays.
    A week without strength or performance is NaN; one without a run is 0 m, but NaN before the
    first week of `volume_weekly`: nobody knows what was run before the log began.

    Raises:
        pandera.errors.SchemaError: a week is given twice or begins on another day.
    """
    frames = (
        StrengthWeeks.validate(strength_weekly).rename(columns=_STRENGTH_NAMES),
        PerformanceWeeks.validate(performance_weekly),
        VolumeWeeks.validate(volume_weekly).rename(columns={"distance_m": "volume"}),
    )
    joined = pd.concat([frame.set_index("week") for frame in frames], axis=1, sort=True)
    over = joined[joined.index <= pd.Timestamp(today - WEEK)]
    table = over.reindex(_consecutive(over.index)).reset_index(names="week")
    logged = ~(table["week"] < frames[2]["week"].min())
    table["volume"] = table["volume"].fillna(0.0).where(logged)
    return TogetherWeeks.validate(table)


def _consecutive(weeks: pd.Index) -> pd.DatetimeIndex:
    if weeks.empty:
        return pd.DatetimeIndex([])
    return pd.date_range(weeks[0], weeks[-1], freq="7D")
