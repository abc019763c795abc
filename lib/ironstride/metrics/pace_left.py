"""The pace of each steady run that its effort, the heat and its length leave unexplained."""

from datetime import date
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.acute import PaceLeft
from ironstride.metrics.effort_model import fit, steady_runs
from ironstride.metrics.four_weeks import BLOCK_WEEKS

# RPE enters the model as heart rate does, a point as five beats: 3.5 ± 1.5 % of speed a point
# where the log says little. A default, not a measurement.
BPM_A_POINT = 5.0
_COLUMNS = list(PaceLeft.empty().columns)


def pace_left(runs: DataFrame[Runs], *, today: date) -> DataFrame[PaceLeft]:
    """Return ln speed × 100 [%] less what effort, heat and length explain, a row a steady run.

    The model of `effort_model.fit` on the runs of `effort_model.steady_runs` before this week:
    runs with heart rate by heart rate, those without it by RPE, each with slopes and with levels
    of four weeks of its own. `left_pct` is the distance from the mean of its level. Limits: heart
    rate differs by 1.1 to 1.4 % from day to day (Lamberts 2004, J Strength Cond Res 18:641) and
    with the time of day, RPE by more; a level with one run says nothing (0).

    >>> len(pace_left(Runs.empty(), today=date(2026, 11, 22)))
    0
    """
    by_rpe = runs[runs.avg_hr_bpm.isna()]
    by_rpe = by_rpe.assign(avg_hr_bpm=BPM_A_POINT * by_rpe.rpe)
    found = [_left(runs, "heart rate", today), _left(by_rpe, "RPE", today)]
    known = [one for one in found if not one.empty]
    return PaceLeft.validate(pd.concat(known, ignore_index=True)) if known else PaceLeft.empty()


def _left(runs: pd.DataFrame, measure: str, today: date) -> pd.DataFrame:
    end = weeks.week_of(today)
    steady = steady_runs(DataFrame[Runs](runs), before=end)
    if steady.empty:
        return steady
    blocks: pd.Series[Any] = (pd.Timestamp(end - weeks.WEEK) - steady.week).dt.days // (
        7 * BLOCK_WEEKS
    )
    model = fit(steady, blocks, float(steady.hr_bpm.mean()))
    adjusted = 100 * model.adjusted(steady)
    left = adjusted - adjusted.groupby(blocks).transform("mean")
    return steady.assign(
        level=measure + " " + blocks.astype(str),
        measure=measure,
        left_pct=left,
        weight=(100 * model.run_sd) ** -2,
    )[_COLUMNS]
