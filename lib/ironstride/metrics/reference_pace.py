"""Speed at a reference heart rate: the same effort compared over months."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.frames.running import ReferenceSpeed, WeeklyReferenceSpeed
from ironstride.metrics.effort_model import EffortModel, fit, predictors, steady_runs
from ironstride.metrics.four_weeks import BLOCK_WEEKS, block_of, last_block
from ironstride.units import count

MIN_RUNS = 3
MIN_HR_SPREAD_BPM = 10


@dataclass(frozen=True)
class SpeedAtReferenceHr:
    """The blocks, whether they can be compared, in one sentence why not, and the fit behind."""

    blocks: DataFrame[ReferenceSpeed]
    status: Literal["ok", "not enough data"]
    reason: str
    model: EffortModel | None


def speed_at_reference_hr(
    runs: DataFrame[Runs],
    *,
    reference_hr_bpm: float | None,
    today: date,
) -> SpeedAtReferenceHr:
    """Return speed [m/s] at the reference heart rate per block of four weeks, and its change [%].

    ln v = α(block) + β (HR − reference) + γ max(0, T − 10 °C) + δ ln(duration / 45 min) over the
    runs of `effort_model.steady_runs`, fitted by `effort_model.fit`; v is flat speed and β, γ, δ
    are shared by the whole log. The change is 100 (α − α of the first block with enough runs),
    its standard error that of the difference (0 in that first block). Blocks are counted back
    from the last completed Monday week; none is left out, and one with fewer than three runs has
    no speed. Limits: untyped interval sessions enter as if steady, a watch's or a treadmill's
    own error as it is; below a heart-rate spread of 10 bpm over the log the status is
    "not enough data". Compare speed ÷ heart rate, which rises with effort alone.

    >>> found = speed_at_reference_hr(
    ...     Runs.empty(), reference_hr_bpm=150, today=date(2026, 11, 22)
    ... )
    >>> found.status, len(found.blocks)
    ('not enough data', 0)
    """
    steady = steady_runs(runs, before=weeks.week_of(today))
    blocks = blocks_of(steady, today)
    counted = _counted(blocks, today)
    reason = _unrated(runs) or _missing(steady, blocks, reference_hr_bpm)
    if reason or reference_hr_bpm is None:
        return SpeedAtReferenceHr(_framed(counted), "not enough data", reason, None)
    model = fit(steady, blocks, reference_hr_bpm)
    return SpeedAtReferenceHr(_framed(_compared(counted, steady, blocks, model)), "ok", "", model)


def weekly_reference_speed(
    runs: DataFrame[Runs], *, reference_hr_bpm: float | None, today: date
) -> DataFrame[WeeklyReferenceSpeed]:
    """Return 100 × mean ln speed [100 ln m/s] at the reference heart rate, a row a Monday week.

    The adjusted speeds of `speed_at_reference_hr`, with its slopes over the whole log, averaged
    over each completed week's steady runs: a difference of 1 is 1 %. From
    the first steady run's week to the last completed week; NaN in a week without a steady run,
    and everywhere when the log holds not enough data.

    >>> len(weekly_reference_speed(Runs.empty(), reference_hr_bpm=150, today=date(2026, 11, 22)))
    0
    """
    steady = steady_runs(runs, before=weeks.week_of(today))
    if steady.empty:
        return WeeklyReferenceSpeed.empty()
    blocks = blocks_of(steady, today)
    speed = pd.Series(np.nan, index=steady.index)
    if reference_hr_bpm is not None and not _missing(steady, blocks, reference_hr_bpm):
        speed = 100 * fit(steady, blocks, reference_hr_bpm).adjusted(steady)
    by_week = speed.groupby(steady.week)
    table = pd.DataFrame({"performance": by_week.mean(), "runs": by_week.size()})
    calendar = weeks.weeks_between(steady.week.min().date(), weeks.week_of(today) - weeks.WEEK)
    table = table.reindex(pd.DatetimeIndex(list(calendar), name="week"))
    return WeeklyReferenceSpeed.validate(table.fillna({"runs": 0}).reset_index())


def blocks_of(steady: pd.DataFrame, today: date) -> "pd.Series[Any]":
    """Return the first day of each steady run's block, counted back from the last full week."""
    return block_of(steady.week, today, "monday")


def _counted(blocks: "pd.Series[Any]", today: date) -> pd.DataFrame:
    if blocks.empty:
        return pd.DataFrame(columns=["weeks", "runs", "enough"], index=pd.DatetimeIndex([]))
    last = last_block(today, "monday")
    calendar = pd.date_range(blocks.min(), last, freq=pd.Timedelta(weeks=BLOCK_WEEKS))
    runs = blocks.value_counts().reindex(calendar, fill_value=0)
    return pd.DataFrame({"weeks": BLOCK_WEEKS, "runs": runs, "enough": runs >= MIN_RUNS})


def _compared(
    counted: pd.DataFrame, steady: pd.DataFrame, blocks: "pd.Series[Any]", model: EffortModel
) -> pd.DataFrame:
    level = model.adjusted(steady).groupby(blocks).mean().reindex(counted.index)
    level = level.where(counted.enough)
    return counted.assign(
        speed_mps=np.exp(level),
        change_pct=100 * (level - level.iloc[_first(counted)]),
        se_pct=(100 * _se(counted, steady, blocks, model)).where(counted.enough),
    )


def _first(counted: pd.DataFrame) -> int:
    return int(counted.enough.argmax())


def _se(
    counted: pd.DataFrame, steady: pd.DataFrame, blocks: "pd.Series[Any]", model: EffortModel
) -> "pd.Series[Any]":
    """Return the standard error [ln m/s] of each level's difference from the first one."""
    first = _first(counted)
    means = predictors(steady, model.reference_hr_bpm).groupby(blocks).mean().reindex(counted.index)
    apart = (means - means.iloc[first]).to_numpy(dtype=float)
    shared = np.einsum("ij,jk,ik->i", apart, model.covariance, apart)
    own = model.run_sd**2 * (1 / counted.runs.clip(lower=1) + 1 / counted.runs.iloc[first])
    error: pd.Series[Any] = (own + shared) ** 0.5
    error.iloc[first] = 0.0
    return error


def _framed(levels: pd.DataFrame) -> DataFrame[ReferenceSpeed]:
    columns = ReferenceSpeed.empty().columns
    return ReferenceSpeed.validate(
        levels.rename_axis("block").reset_index().reindex(columns=columns)
    )


def _unrated(runs: DataFrame[Runs]) -> str:
    """Return the sentence for a log in which no run has a heart rate, or nothing."""
    if runs.empty or runs.avg_hr_bpm.notna().any():
        return ""
    return (
        f"Your log has {count(len(runs), 'run')}, none with an average heart rate: without one, "
        "pace cannot be compared at the same effort."
    )


def _missing(steady: pd.DataFrame, blocks: "pd.Series[Any]", reference_hr_bpm: float | None) -> str:
    """Return what the comparison still lacks, in a sentence, or nothing."""
    if reference_hr_bpm is None:
        return "There is no reference heart rate yet: enter your maximum heart rate."
    if blocks.value_counts().max() < MIN_RUNS or steady.empty:
        return (
            f"No block of weeks holds {MIN_RUNS} steady runs of 20 to 120 minutes with "
            "distance, time and heart rate yet."
        )
    spread = float(np.ptp(steady.hr_bpm))
    if spread < MIN_HR_SPREAD_BPM:
        return (
            f"Your steady runs lie within {spread:.0f} bpm of one another; telling fitness from "
            f"effort takes a spread of {MIN_HR_SPREAD_BPM} bpm."
        )
    return ""
