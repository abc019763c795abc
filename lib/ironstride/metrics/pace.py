"""How fast is run: weekly pace by type, and speed at a reference heart rate."""

from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.running import WeeklyPace
from ironstride.metrics.reference_pace import speed_at_reference_hr, weekly_reference_speed

__all__ = ["speed_at_reference_hr", "weekly_pace", "weekly_reference_speed"]

ALL_TYPES = "all"


def weekly_pace(
    runs: DataFrame[Runs], *, week_start: weeks.WeekStart = "monday", by_type: bool = True
) -> DataFrame[WeeklyPace]:
    """Return the pace [s per km] of each week and run type, oldest first, shape (n, 6).

    Pace is Σ time ÷ Σ distance over the runs that have both, never the mean of their paces
    (a mean of ratios counts a short run as much as a long one). With
    `by_type=False` there is one row a week, of type `all`. A week without such a run has no row.

    >>> import pandas as pd
    >>> run = {"started_at": pd.Timestamp("2026-11-17"), "sport": "run", "type": "easy"}
    >>> table = pd.DataFrame([
    ...     run | {"session_id": 1, "distance_m": 5_000.0, "duration_s": 1500.0},
    ...     run | {"session_id": 2, "distance_m": 15_000.0, "duration_s": 5400.0},
    ... ]).reindex(columns=Runs.empty().columns)
    >>> weekly_pace(Runs.validate(table)).pace_s_per_km.tolist()
    [345.0]
    """
    timed = runs.dropna(subset=[Runs.distance_m, Runs.duration_s])
    labelled = timed.assign(week=weeks.weeks_of(timed.started_at, week_start))
    labelled = labelled if by_type else labelled.assign(type=ALL_TYPES)
    sums = labelled.groupby(["week", "type"], as_index=False).agg(
        distance_m=(Runs.distance_m, "sum"),
        duration_s=(Runs.duration_s, "sum"),
        runs=(Runs.session_id, "size"),
    )
    return WeeklyPace.validate(sums.assign(pace_s_per_km=sums.duration_s / sums.distance_m * 1000))
