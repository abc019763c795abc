"""Training impulse: load from time and heart rate, for runs."""

from typing import Literal

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.load import RunTrimp

Sex = Literal["female", "male"]
# Weight of a minute at a share x of heart-rate reserve: a · exp(b x).
WEIGHTS: dict[Sex, tuple[float, float]] = {"male": (0.64, 1.92), "female": (0.86, 1.67)}


def banister_trimp(
    duration_s: float | None,
    avg_hr_bpm: float | None,
    *,
    rest_hr_bpm: float | None,
    max_hr_bpm: float | None,
    sex: Sex | None,
) -> float | None:
    """Return the training impulse [a.u.]: minutes · x · a·exp(b x), x of heart-rate reserve.

    a, b = 0.64, 1.92 (men) or 0.86, 1.67 (women), x = (mean − rest) ÷ (max − rest), 0 where that is
    below. Sources: Banister 1991; Morton 1990, doi:10.1152/jappl.1990.69.3.1171. None when
    anything is unknown: the women's curve lies higher throughout, so sex has no default and the
    two are never compared. Limits: a mean heart rate understates intervals, strength training
    has no such load, and this unit is not that of RPE × minutes: never add the two.

    Raises:
        ValueError: the heart rate at rest is not below the maximum.

    >>> round(banister_trimp(3600, 155, rest_hr_bpm=55, max_hr_bpm=190, sex="male"), 1)
    117.9
    """
    if duration_s is None or avg_hr_bpm is None or rest_hr_bpm is None or max_hr_bpm is None:
        return None
    if sex is None:
        return None
    if rest_hr_bpm >= max_hr_bpm:
        raise ValueError("rest heart rate must be below the maximum heart rate")
    share = max((avg_hr_bpm - rest_hr_bpm) / (max_hr_bpm - rest_hr_bpm), 0.0)
    factor, growth = WEIGHTS[sex]
    return float(duration_s / 60 * share * factor * np.exp(growth * share))


def run_trimp(
    runs: DataFrame[Runs],
    *,
    rest_hr_bpm: float | None,
    max_hr_bpm: float | None,
    sex: Sex | None,
) -> DataFrame[RunTrimp]:
    """Return the training impulse [a.u.] of each run by `banister_trimp`, shape (n, 3).

    Missing for a run without a time or a mean heart rate, and for all runs while sex or one of
    the two heart rates is unknown.

    >>> run_trimp(Runs.empty(), rest_hr_bpm=55, max_hr_bpm=190, sex="male").empty
    True
    """
    known = runs.duration_s.notna() & runs.avg_hr_bpm.notna()
    trimp = [
        banister_trimp(time, hr, rest_hr_bpm=rest_hr_bpm, max_hr_bpm=max_hr_bpm, sex=sex)
        for time, hr in zip(runs.duration_s[known], runs.avg_hr_bpm[known], strict=True)
    ]
    impulses = pd.Series(trimp, index=runs.index[known], dtype=float)
    return RunTrimp.validate(runs.assign(trimp=impulses))
