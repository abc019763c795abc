"""The regression behind pace at reference heart rate: ln speed on effort, heat and duration."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import Runs
from ironstride.metrics.grade import loop_factor, loop_grade

# Runs brought in from a file mostly have no type, so "other" is let in with the steady ones:
# heart rate is in the model, and what is too short, too long or too steep stays out.
STEADY_TYPES = ("easy", "long", "other")
SHORTEST_S, LONGEST_S = 20 * 60, 120 * 60
STEEPEST_GRADE = 0.04
USUAL_S = 45 * 60
COOL_C = 10

# What a log that says little is taken to say, per bpm, per °C above 10 and per unit of
# ln duration: the middle, and how far runners plausibly differ from it.
PRIOR_MEAN = np.array([0.007, -0.003, 0.0])
PRIOR_SD = np.array([0.003, 0.002, 0.05])
# One run scatters by about 4 %; weighed like five runs, so that a handful cannot look exact.
RUN_SD, RUN_SD_WEIGHT = 0.04, 5


@dataclass(frozen=True)
class EffortModel:
    """Slopes of ln speed per bpm, per °C above 10 and per ln duration, with their covariance."""

    reference_hr_bpm: float
    slopes: NDArray[np.floating]
    covariance: NDArray[np.floating]
    run_sd: float

    def adjusted(self, steady: pd.DataFrame) -> "pd.Series[Any]":
        """Return ln speed [ln m/s] as if at the reference heart rate, cool and for 45 minutes."""
        explained = predictors(steady, self.reference_hr_bpm).to_numpy() @ self.slopes
        adjusted: pd.Series[Any] = steady.ln_speed - explained
        return adjusted


def steady_runs(runs: DataFrame[Runs], *, before: date) -> pd.DataFrame:
    """Return the runs that can be compared: id, week, ln speed [ln m/s], HR, heat, ln duration.

    Runs typed easy, long or other before a day, with distance, 20 to 120 minutes, heart rate and
    a loop grade 2 × climb ÷ distance below 4 %. Unknown climb counts as flat, unknown temperature
    as cool; heat is in °C above 10, duration in units of 45 minutes. Flat speed is
    speed × (1 + 12.86 grade²), Minetti 2002 (doi:10.1152/japplphysiol.01177.2001) for half up
    and half down: a lower bound.
    """
    grade = loop_grade(runs).fillna(0)
    kept = (
        runs[Runs.type].isin(STEADY_TYPES)
        & runs.duration_s.between(SHORTEST_S, LONGEST_S)
        & runs.distance_m.notna()
        & runs.avg_hr_bpm.notna()
        & (grade < STEEPEST_GRADE)
        & (runs.started_at < pd.Timestamp(before))
    )
    steady = runs[kept]
    flat_mps = steady.distance_m / steady.duration_s * loop_factor(grade[kept])
    return pd.DataFrame(
        {
            "session_id": steady.session_id,
            "week": weeks.weeks_of(steady.started_at),
            "ln_speed": np.log(flat_mps),
            "hr_bpm": steady.avg_hr_bpm,
            "heat_c": (steady.temperature_c - COOL_C).clip(lower=0).fillna(0),
            "ln_duration": np.log(steady.duration_s / USUAL_S),
        }
    ).reset_index(drop=True)


def predictors(steady: pd.DataFrame, reference_hr_bpm: float) -> pd.DataFrame:
    """Return what ln speed is explained by, shape (n, 3), zero where nothing needs adjusting."""
    centred = steady.assign(hr_bpm=steady.hr_bpm - reference_hr_bpm)
    return centred[["hr_bpm", "heat_c", "ln_duration"]]


def fit(steady: pd.DataFrame, blocks: "pd.Series[Any]", reference_hr_bpm: float) -> EffortModel:
    """Return the slopes shared by all blocks, each block having a level of its own.

    Normal regression on the deviations from each block's mean (the block levels drop out: Frisch
    & Waugh 1933, doi:10.2307/1907330), with normal priors on the slopes (ridge towards a value,
    Hoerl & Kennard 1970, doi:10.1080/00401706.1970.10488634): 0.007 ± 0.003 per bpm,
    −0.003 ± 0.002 per °C and 0 ± 0.05 per ln duration, which fade as runs gather. The scatter of
    one run is pooled with 4 % on five degrees of freedom. Limits: the priors are defaults, not
    measurements; error in heart rate itself pulls its slope towards 0.

    >>> steady = pd.DataFrame({"ln_speed": [1.0, 1.1], "hr_bpm": [145.0, 155.0]})
    >>> steady = steady.assign(heat_c=0.0, ln_duration=0.0)
    >>> fit(steady, pd.Series([1, 1]), 150).slopes.round(4)
    array([ 0.0077, -0.003 ,  0.    ])
    """
    explained = _within(steady[["ln_speed"]], blocks)[:, 0]
    by = _within(predictors(steady, reference_hr_bpm), blocks)
    run_sd = _run_sd(by, explained, blocks.nunique())
    prior = np.diag(PRIOR_SD**-2)
    covariance = np.linalg.inv(by.T @ by / run_sd**2 + prior)
    slopes = covariance @ (by.T @ explained / run_sd**2 + prior @ PRIOR_MEAN)
    return EffortModel(reference_hr_bpm, slopes, covariance, run_sd)


def _within(values: pd.DataFrame, blocks: "pd.Series[Any]") -> NDArray[np.float64]:
    return (values - values.groupby(blocks).transform("mean")).to_numpy(dtype=float)


def _run_sd(by: NDArray[np.float64], explained: NDArray[np.float64], levels: int) -> float:
    free, _, rank, _ = np.linalg.lstsq(by, explained)
    left = float(((explained - by @ free) ** 2).sum())
    freedom = len(explained) - levels - int(rank)
    pooled = (RUN_SD_WEIGHT * RUN_SD**2 + left) / (RUN_SD_WEIGHT + freedom)
    return float(np.sqrt(pooled))
