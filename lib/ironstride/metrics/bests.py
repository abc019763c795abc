"""Best efforts: from laps, whole runs and tests, the records among them, and how they fell."""

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests, RunLaps, Runs
from ironstride.frames.bests import AT_MOST, DISTANCES, Efforts, Records, RecordSteps, YearlyBests
from ironstride.frames.stream import StreamBests
from ironstride.metrics.all_out import INDOORS, SAME_DISTANCE
from ironstride.metrics.lap_bests import ROUNDING_M, lap_bests
from ironstride.metrics.stream_bests import stream_bests

__all__ = ["efforts", "record_steps", "records", "stream_bests", "yearly_bests"]

IN_ORDER = ["distance_m", "duration_s", "started_at", "source", "source_id"]


def efforts(
    runs: DataFrame[Runs],
    laps: DataFrame[RunLaps],
    tests: DataFrame[FitnessTests],
    streams: DataFrame[StreamBests] | None = None,
) -> DataFrame[Efforts]:
    """Return the best of each run and test over each standard distance in it, oldest first.

    Of a recorded run the quickest stretch of the recording, which counts its pauses and so stands
    before what its laps say; none that is longer than the run by over 1 %, for a distance may have
    been corrected. Else consecutive laps that add up to the distance or up to 2 % more;
    whole runs and time trials within 1 % of it. Nothing is scaled: the time of 10.05 km stands for
    10 km as it is, and 12 km in an hour say nothing of 10 km here (see `records`). Time is elapsed
    time where it is known, for pauses count; laps have the time that their source gave them.
    Treadmills are left out: a belt's own distance is not measured ground. Nothing in, nothing out.

    >>> run = {"session_id": 1, "started_at": pd.Timestamp("2026-09-06 10:00"), "sport": "run",
    ...        "type": "race", "distance_m": 10_050.0, "duration_s": 2700.0}
    >>> runs = Runs.validate(pd.DataFrame([run]).reindex(columns=Runs.empty().columns))
    >>> efforts(runs, RunLaps.empty(), FitnessTests.empty())[["distance_m", "known"]].values
    array([[10000.0, 'whole run']], dtype=object)
    """
    ground = _on_the_ground(runs)
    trials = tests[tests.protocol == "time_trial"].rename(
        columns={"day": "started_at", "test_id": "source_id"}
    )
    found = [
        _whole(ground).assign(source="run", known="whole run"),
        _of_laps(ground, laps).assign(source="run", known="laps"),
        _whole(trials).assign(source="test", known="test"),
    ]
    if streams is not None:
        found.append(_of_streams(ground, streams).assign(source="run", known="stream"))
    every = pd.concat(found, ignore_index=True)
    every = every.assign(measured=every.known != "stream")
    every = every.sort_values(["measured", "duration_s"], kind="stable")
    best = every.drop_duplicates(["source", "source_id", "distance_m"])
    best = best.sort_values(["started_at", *IN_ORDER], ignore_index=True)
    return Efforts.validate(best[list(Efforts.empty().columns)])


def records(efforts: DataFrame[Efforts], runs: DataFrame[Runs]) -> DataFrame[Records]:
    """Return the best effort over each distance, and bounds where they say more, shortest first.

    Of equal efforts the oldest. A run of R metres in T seconds holds ⌊R/D⌋ stretches of D metres
    one after the other, and one of them took at most T / ⌊R/D⌋: such a row is known as `at most`,
    given where there is no best or it lies below it. T·D/R would be no bound: a run of
    1.5 D, fast, slow and fast again, breaks it. As true as the run's own distance. Without
    efforts and runs there are no rows.

    >>> run = {"session_id": 1, "started_at": pd.Timestamp("2026-09-06 10:00"), "sport": "run",
    ...        "type": "race", "distance_m": 12_000.0, "duration_s": 3600.0}
    >>> runs = Runs.validate(pd.DataFrame([run]).reindex(columns=Runs.empty().columns))
    >>> records(Efforts.empty(), runs)[["distance_m", "duration_s"]].values[-3:].tolist()
    [[3000.0, 900.0], [5000.0, 1800.0], [10000.0, 3600.0]]
    """
    best = efforts.sort_values(IN_ORDER).drop_duplicates("distance_m")
    exact_s = best.set_index("distance_m").duration_s
    bounds = _bounds(_on_the_ground(runs))
    lower = bounds[~(bounds.duration_s >= bounds.distance_m.map(exact_s) - 1e-6)]
    both = pd.concat([best, lower], ignore_index=True)
    return Records.validate(both.sort_values("distance_m", kind="stable", ignore_index=True))


def record_steps(efforts: DataFrame[Efforts]) -> DataFrame[RecordSteps]:
    """Return each effort that was faster than all before it, by distance, oldest first.

    `gain_s` is the time taken off the record [s], NaN for the first effort. Of two on one moment
    the slower never was a record; an equal time is none. Nothing in, nothing out.

    >>> record_steps(Efforts.empty()).empty
    True
    """
    ordered = efforts.sort_values(["distance_m", "started_at", *IN_ORDER[1:]])
    ordered = ordered.drop_duplicates(["distance_m", "started_at"])
    best_so_far = ordered.groupby("distance_m").duration_s.cummin()
    before = best_so_far.groupby(ordered.distance_m).shift()
    steps = ordered.assign(gain_s=before - ordered.duration_s)
    return RecordSteps.validate(steps[before.isna() | (steps.gain_s > 0)].reset_index(drop=True))


def yearly_bests(efforts: DataFrame[Efforts]) -> DataFrame[YearlyBests]:
    """Return the best effort of each calendar year over each distance, by distance, oldest first.

    A year without an effort over a distance has no row. Nothing in, nothing out.

    >>> yearly_bests(Efforts.empty()).empty
    True
    """
    dated = efforts.assign(year=efforts.started_at.dt.year)
    best = dated.sort_values(IN_ORDER).drop_duplicates(["distance_m", "year"])
    return YearlyBests.validate(best.sort_values(["distance_m", "year"], ignore_index=True))


def _on_the_ground(runs: DataFrame[Runs]) -> pd.DataFrame:
    outdoors = runs[~runs.sport.isin(INDOORS)].rename(columns={"session_id": "source_id"})
    return outdoors.assign(duration_s=outdoors.elapsed_s.fillna(outdoors.duration_s))


def _whole(table: pd.DataFrame) -> pd.DataFrame:
    """Return the runs and tests that are as long as a standard distance, within 1 %."""
    timed = table.dropna(subset=["distance_m", "duration_s"])
    standard = np.array(list(DISTANCES))
    apart = np.abs(timed.distance_m.to_numpy(dtype=float)[:, None] - standard)
    nearest = standard[(apart / standard).argmin(axis=1)]
    whole = np.abs(timed.distance_m - nearest) <= SAME_DISTANCE * nearest
    found: pd.DataFrame = timed.assign(measured_m=timed.distance_m, distance_m=nearest)[whole]
    return found


def _of_laps(ground: pd.DataFrame, laps: DataFrame[RunLaps]) -> pd.DataFrame:
    when = ground[["source_id", "started_at"]]
    return lap_bests(laps, list(DISTANCES)).merge(when, on="source_id")


def _of_streams(ground: pd.DataFrame, streams: DataFrame[StreamBests]) -> pd.DataFrame:
    """Return the bests within recordings, up to the distance that their run has in the log."""
    run = ground[["source_id", "started_at"]].assign(run_m=ground.distance_m)
    own = streams.rename(columns={"session_id": "source_id"}).merge(run, on="source_id")
    is_longer = own.distance_m > (1 + SAME_DISTANCE) * own.run_m
    return own.assign(measured_m=own.distance_m)[~is_longer].drop(columns="run_m")


def _bounds(ground: pd.DataFrame) -> pd.DataFrame:
    """Return the lowest bound over each distance that some run is long enough for."""
    timed = ground.dropna(subset=["distance_m", "duration_s"])
    timed = timed.sort_values(["started_at", "source_id"], ignore_index=True)
    standard = np.array(list(DISTANCES))
    metres, seconds = timed[["distance_m", "duration_s"]].to_numpy(dtype=float).T[:, :, None]
    stretches = np.floor((metres + ROUNDING_M) / standard)
    bounds = np.divide(seconds, stretches, out=np.full_like(stretches, np.inf), where=stretches > 0)
    held = np.isfinite(bounds).any(axis=0)
    lowest = bounds[:, held].argmin(axis=0) if held.any() else np.array([], dtype=int)
    found = timed.iloc[lowest].rename(columns={"distance_m": "measured_m"})
    return found.assign(
        distance_m=standard[held],
        duration_s=bounds[lowest, np.flatnonzero(held)],
        source="run",
        known=AT_MOST,
    )
