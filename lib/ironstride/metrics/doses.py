"""What lifting is measured by, week by week: strength, sets, how heavy, how steadily."""

from collections.abc import Callable
from datetime import date
from typing import Literal, get_args

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames.explore import DoseWeeks
from ironstride.frames.log import LiftSets
from ironstride.metrics.e1rm import Formula
from ironstride.metrics.hard_sets import is_hard, sides_weight
from ironstride.metrics.index import StrengthIndex
from ironstride.metrics.intensity import set_zones

Dose = Literal["strength", "sets", "heavy", "consistency"]
DOSES: tuple[Dose, ...] = get_args(Dose)
HEAVY_ZONES = ("near_max", "heavy")


def weekly_dose(
    dose: Dose,
    lift_sets: DataFrame[LiftSets],
    index: StrengthIndex,
    *,
    today: date,
    formula: Formula = "mean",
) -> DataFrame[DoseWeeks]:
    """Return one weekly dose of leg work, shape (w, 3), from its first week to the last full one.

    "strength": the lower-body index as 100·ln [%], the default, with its standard error.
    "sets": hard sets (`is_hard`) of lower-body exercises, those of one side counting half.
    "heavy": the share [%] of those that are heavy (at least 80 % of the maximum, or 8 RM: Llanos-
    Lagos 2024, doi 10.1007/s40279-023-01978-y), among those whose zone is known; NaN without any.
    "consistency": 100 in a week with a hard leg set, 0 in one without, so that the mean of a
    block is the share of its weeks [%]. A week without lifting is a true 0 of sets and of
    consistency, which takes the log for complete: weeks nobody wrote down look like weeks off.

    >>> nothing = StrengthIndex("not enough data", "")
    >>> weekly_dose("sets", LiftSets.empty(), nothing, today=date(2026, 11, 20)).shape
    (0, 3)
    """
    if dose == "strength":
        weekly = index.weekly
        return DoseWeeks.validate(weekly.rename(columns={"effect": "dose"}))
    legs = _hard_leg_sets(lift_sets, today, formula)
    if legs.empty:
        return DoseWeeks.empty()
    last = weeks.week_of(today) - weeks.WEEK
    calendar = pd.DatetimeIndex(list(weeks.weeks_between(legs.week.min().date(), last)))
    series = _SUMMED[dose](legs).reindex(calendar)
    if dose != "heavy":
        series = series.fillna(0.0)
    table = pd.DataFrame({"week": calendar, "dose": series.to_numpy(), "se": np.nan})
    return DoseWeeks.validate(table)


def _hard_leg_sets(lift_sets: DataFrame[LiftSets], today: date, formula: Formula) -> pd.DataFrame:
    """Return the hard lower-body sets of completed weeks: week, weight of the set, zone."""
    week = weeks.weeks_of(lift_sets.started_at)
    over = week < pd.Timestamp(weeks.week_of(today))
    kept = is_hard(lift_sets) & lift_sets.lower_body & over
    zone = set_zones(lift_sets, formula)
    table = pd.DataFrame({"week": week, "sets": sides_weight(lift_sets), "zone": zone})
    return table[kept]


def _sets(legs: pd.DataFrame) -> pd.Series:
    return legs.groupby("week").sets.sum()


def _heavy(legs: pd.DataFrame) -> pd.Series:
    known = legs[legs.zone != "unknown"]
    heavy = known.sets.where(known.zone.isin(HEAVY_ZONES), 0.0)
    share: pd.Series = 100 * heavy.groupby(known.week).sum() / known.groupby("week").sets.sum()
    return share


def _consistency(legs: pd.DataFrame) -> pd.Series:
    return 100.0 * (legs.groupby("week").sets.sum() > 0)


_SUMMED: dict[str, Callable[[pd.DataFrame], pd.Series]] = {
    "sets": _sets,
    "heavy": _heavy,
    "consistency": _consistency,
}
