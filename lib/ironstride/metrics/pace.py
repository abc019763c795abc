"""How fast is run: weekly pace by type, on the flat too, and speed at a reference heart rate."""

from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.pace import GradeAdjustedPace
from ironstride.frames.running import WeeklyPace
from ironstride.metrics.grade import LEAST_GRADE, MOST_GRADE, loop_factor, loop_grade
from ironstride.metrics.pace_trend import pace_trend
from ironstride.metrics.reference_pace import speed_at_reference_hr, weekly_reference_speed

__all__ = [
    "grade_adjusted_pace",
    "pace_trend",
    "speed_at_reference_hr",
    "weekly_pace",
    "weekly_reference_speed",
]

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


def grade_adjusted_pace(
    runs: DataFrame[Runs], *, week_start: weeks.WeekStart = "monday"
) -> DataFrame[GradeAdjustedPace]:
    """Return weekly pace beside its grade-adjusted pace [s per km], by type, shape (n, 8).

    Σ time / `loop_factor` ÷ Σ distance. Only runs with 3 % ≤ 2 × climb ÷ distance ≤ 20 % are
    adjusted; all others, unknown climb among them, enter as they are. NaN in a week without a
    run to adjust. Approximate, and slower than the truth: the factor is a lower bound
    (Minetti 2002, doi 10.1152/japplphysiol.01177.2001).

    >>> import pandas as pd
    >>> run = {"session_id": 1, "started_at": pd.Timestamp("2026-11-17"), "sport": "run",
    ...        "type": "hills", "distance_m": 10_000.0, "duration_s": 3600.0, "ascent_m": 400.0}
    >>> runs = Runs.validate(pd.DataFrame([run]).reindex(columns=Runs.empty().columns))
    >>> grade_adjusted_pace(runs).adjusted_s_per_km.round(1).tolist()
    [332.6]
    """
    grade = loop_grade(runs)
    steep = grade.between(LEAST_GRADE, MOST_GRADE)
    factor = loop_factor(grade.where(steep, 0.0))
    flat, by_week = runs.assign(duration_s=runs.duration_s / factor), ["week", "type"]
    pace, adjusted, hilly = (
        weekly_pace(DataFrame[Runs](table), week_start=week_start)
        for table in (runs, flat, runs[steep])
    )
    pace = pace.merge(hilly[[*by_week, "runs"]], "left", by_week, suffixes=("", "_adjusted"))
    counted = pace.runs_adjusted.fillna(0)
    adjusted_pace = adjusted.pace_s_per_km.where(counted > 0)
    return GradeAdjustedPace.validate(
        pace.assign(adjusted_runs=counted, adjusted_s_per_km=adjusted_pace)
    )
