"""What else changes beside lifting and pace: distance, hard running, heat, body mass."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import CheckIns, Runs
from ironstride.frames.explore import CovariateWeeks
from ironstride.metrics.body_mass import body_mass_on
from ironstride.metrics.easy_hard import easy_hard

# Below this share of the weeks in question a covariate would cost more weeks than it is worth.
KNOWN_SHARE = 0.8
OPTIONAL = ("hard_share", "temperature", "body_mass")


def covariate_weeks(
    runs: DataFrame[Runs],
    check_ins: DataFrame[CheckIns],
    *,
    today: date,
    easy_below_bpm: float | None = None,
) -> DataFrame[CovariateWeeks]:
    """Return a row for each completed week since the first run, shape (w, 5); NaN where unknown.

    `volume` is the distance [m]; `hard_share` the hard part [%] of the running time that is known
    to be easy or hard (`easy_hard`); `temperature` the mean of the week's runs [°C]; `body_mass`
    that of the week's middle [kg] (`body_mass_on`).

    >>> covariate_weeks(Runs.empty(), CheckIns.empty(), today=date(2026, 11, 20)).empty
    True
    """
    split = easy_hard(runs, today=today, easy_below_bpm=easy_below_bpm)
    over = split[split.complete].set_index("week")
    if over.empty:
        return CovariateWeeks.empty()
    by_week = runs.groupby(weeks.weeks_of(runs.started_at))
    known = over.easy_s + over.hard_s
    middle = pd.Series(over.index) + pd.Timedelta(days=3)
    table = pd.DataFrame(
        {
            "volume": by_week.distance_m.sum().reindex(over.index).fillna(0.0),
            "hard_share": (100 * over.hard_s / known.where(known > 0)).clip(0, 100),
            "temperature": by_week.temperature_c.mean().reindex(over.index),
            "body_mass": body_mass_on(middle, check_ins).to_numpy(),
        }
    )
    return CovariateWeeks.validate(table.rename_axis("week").reset_index())


def usable(covariates: pd.DataFrame, both_known: npt.NDArray[np.bool_]) -> tuple[str, ...]:
    """Return which optional covariates move, and are known in 8 of 10 of the weeks in question.

    `both_known` marks the weeks in which dose and outcome are known. Weeks in which a used
    covariate is missing drop out of the comparison; nothing is filled in.

    >>> table = pd.DataFrame({"hard_share": [1.0, 2.0], "temperature": [5.0, 5.0],
    ...                       "body_mass": [70.0, float("nan")]})
    >>> usable(table, np.array([True, True]))
    ('hard_share',)
    """
    asked = covariates[both_known]
    return tuple(
        name
        for name in OPTIONAL
        if len(asked)
        and asked[name].notna().mean() >= KNOWN_SHARE
        and asked[name].max() > asked[name].min()
    )
