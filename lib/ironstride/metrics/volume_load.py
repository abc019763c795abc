"""What the sets of each week moved: the load beside the body, and with the body."""

from datetime import date

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import CheckIns, LiftSets
from ironstride.frames.muscles import WeeklyVolumeLoad
from ironstride.metrics.body_mass import body_mass_on
from ironstride.metrics.hard_sets import calendar, is_working

OF_THE_BODY = ["bodyweight", "assisted"]


def weekly_volume_load(
    lift_sets: DataFrame[LiftSets],
    check_ins: DataFrame[CheckIns],
    *,
    today: date,
    week_start: weeks.WeekStart = "monday",
    first: date | None = None,
) -> DataFrame[WeeklyVolumeLoad]:
    """Return what the working sets of each week moved [kg], as two series, shape (w, 5).

    `tonnage_kg` is Σ reps × load beside the body, as in `weekly_sets`. `volume_load_kg` adds the
    moved share of body mass on the day, less any assistance (`system_load_kg`; shares of Ebben
    2011, doi 10.1519/JSC.0b013e31820c8587, and segment masses of Hartmann and Tünnemann: means of
    groups, ± 5 points); a squat moves the body too, a bench press does not. Reps are as logged,
    never doubled: a set of one side has the reps of that side, and a set without a side is taken
    for what it says. Warm-ups and failed sets add nothing. Of jumps only a
    load counts (their contacts are told elsewhere), and of a move of the body whose share nobody
    published; such moves and holds are `uncounted_sets`. Where body mass is not known for a set
    that needs it, the week's volume load is missing: a part would look like a fall. Weeks as
    in `weekly_sets`.

    >>> weekly_volume_load(LiftSets.empty(), CheckIns.empty(), today=date(2026, 11, 20)).shape
    (0, 5)
    """
    weeks_shown = calendar(lift_sets, today, week_start, first)
    moved = _moved(lift_sets, check_ins)
    moved["week"] = weeks.weeks_of(lift_sets.started_at, week_start)
    by_week = moved.groupby("week")
    sums = by_week[["tonnage_kg", "volume_load_kg", "uncounted_sets"]].sum()
    sums = sums.reindex(weeks_shown, fill_value=0)
    unknown = by_week.body_unknown.any().reindex(weeks_shown, fill_value=False)
    sums["volume_load_kg"] = sums.volume_load_kg.where(~unknown)
    sums["complete"] = [weeks.is_complete(week.date(), today) for week in weeks_shown]
    return WeeklyVolumeLoad.validate(sums.rename_axis("week").reset_index())


def _moved(lift_sets: DataFrame[LiftSets], check_ins: DataFrame[CheckIns]) -> pd.DataFrame:
    working, reps = is_working(lift_sets), lift_sets.reps.fillna(0)
    beside = lift_sets.load_kg.where(lift_sets.kind != "assisted", -lift_sets.load_kg)
    fraction = lift_sets.body_mass_fraction.where(lift_sets.kind != "plyometric", 0.0)
    body = fraction * body_mass_on(lift_sets.started_at, check_ins)
    body = body.where((fraction > 0) & (reps > 0) & working, 0.0)
    unpublished = lift_sets.kind.isin(OF_THE_BODY) & (fraction == 0)
    return pd.DataFrame(
        {
            "tonnage_kg": (reps * beside.clip(lower=0)).where(working, 0.0),
            "volume_load_kg": (reps * (body + beside).clip(lower=0)).where(working, 0.0),
            "uncounted_sets": working & (lift_sets.reps.isna() | unpublished),
            "body_unknown": body.isna(),
        }
    )
