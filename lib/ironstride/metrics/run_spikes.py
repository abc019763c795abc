"""Runs that were much longer than any of the month before."""

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.load import RunSpikes

DAYS_BEFORE = 30
SPIKE_RATIO = 1.10


def longest_run_spikes(runs: DataFrame[Runs]) -> DataFrame[RunSpikes]:
    """Return each run's distance ÷ the longest run of the 30 days before its day, shape (n, 6).

    `spike` is true above 1.10. Source: Frandsen 2025, Br J Sports Med 59:1203,
    doi:10.1136/bjsports-2024-109380 (588 071 runs of 5 205 runners), where such runs came with
    more injuries and the week-to-week ratio did not. Limits: observed, not tried; more was not
    steadily worse; so it is a neutral flag. Missing for a run without a distance, where the 30
    days before hold no run with one, and while the log of runs is younger than 30 days. Runs of the
    same day are not compared with one another.

    >>> run = {"sport": "run", "type": "easy"}
    >>> table = pd.DataFrame([
    ...     run | {"session_id": 1, "started_at": pd.Timestamp("2026-10-01"), "distance_m": 9e3},
    ...     run | {"session_id": 2, "started_at": pd.Timestamp("2026-10-31"), "distance_m": 12e3},
    ... ]).reindex(columns=Runs.empty().columns)
    >>> longest_run_spikes(Runs.validate(table)).ratio.round(2).tolist()
    [nan, 1.33]
    """
    if runs.empty:
        return RunSpikes.empty()
    days = runs.started_at.dt.normalize()
    longest = runs.distance_m.groupby(days).max().resample("D").max()
    window = pd.Timedelta(days=DAYS_BEFORE)
    before = longest.rolling(window, closed="left", min_periods=1).max()
    young = days < days.min() + window
    compared = runs.assign(longest_before_m=days.map(before).mask(young))
    ratio = compared.distance_m / compared.longest_before_m
    spike = (ratio > SPIKE_RATIO).astype("boolean").mask(ratio.isna())
    return RunSpikes.validate(compared.assign(ratio=ratio, spike=spike))
