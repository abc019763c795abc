"""A lasting step in heart rate is found and asked about; fitness, noise and pauses are not."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.metrics.level_shift import LevelShift, find_shift, on_one_scale, shifts_at
from ironstride.metrics.pace import weekly_reference_speed

TODAY = date(2026, 11, 23)
CHANGED = date(2025, 11, 24)
AT_146: dict[str, Any] = {"reference_hr_bpm": 146, "today": TODAY}


def log(
    step_bpm: float, *, seed: int = 1, weeks: int = 104, noise: float = 0.015, climb: float = 0.0
) -> DataFrame[Runs]:
    """Three runs a week; `climb` is how much faster the runner becomes, ever more slowly."""
    rng = np.random.default_rng(seed)
    week = np.repeat(np.arange(weeks), 3)
    beats = rng.normal(146, 7, len(week)).round()
    faster = climb * (1 - np.exp(-week / 20))
    ln_speed = np.log(2.9) + 0.007 * (beats - 146) + faster + noise * rng.normal(size=len(week))
    first = pd.Timestamp(TODAY) - pd.Timedelta(weeks=weeks)
    days = np.tile([1, 3, 6], weeks) + 7 * week
    started = first + pd.to_timedelta(days, unit="D") + pd.Timedelta(hours=7)
    read = beats + np.where(started >= pd.Timestamp(CHANGED), step_bpm, 0.0)
    table = pd.DataFrame(
        {
            "session_id": np.arange(1, len(week) + 1),
            "started_at": started,
            "sport": "run",
            "type": "easy",
            "distance_m": np.exp(ln_speed) * 2700,
            "duration_s": 2700.0,
            "avg_hr_bpm": read,
            "max_hr_bpm": read + 20,
        }
    )
    return Runs.validate(table.reindex(columns=Runs.empty().columns))


@pytest.mark.parametrize("step", [5.0, -5.0, 8.0])
def test_a_step_is_found_within_two_weeks_of_its_day_and_its_interval_holds_it(step: float) -> None:
    found = find_shift(log(step), **AT_146)
    assert found is not None
    assert abs(found.day - CHANGED) <= timedelta(weeks=2)
    assert found.low < step < found.high
    assert found.runs_before + found.runs_after == 312


def test_it_seldom_asks_where_nothing_changed() -> None:
    flat = [find_shift(log(0, seed=seed), **AT_146) for seed in range(20)]
    climbing = [find_shift(log(0, seed=seed, climb=0.06), **AT_146) for seed in range(20)]
    assert sum(one is not None for one in flat) <= 1
    assert sum(one is not None for one in climbing) <= 2


def test_an_answered_step_is_not_asked_about_again() -> None:
    runs = log(6)
    assert find_shift(runs, **AT_146) is not None
    assert find_shift(runs, **AT_146, answered=[CHANGED]) is None
    assert find_shift(runs, **AT_146, answered=[CHANGED - timedelta(weeks=6)]) is None
    assert find_shift(runs, **AT_146, answered=[CHANGED - timedelta(weeks=20)]) is not None


def test_a_step_after_a_long_pause_may_be_fitness_and_is_not_asked_about() -> None:
    runs = log(8)
    rested = runs.started_at.between(
        pd.Timestamp(CHANGED - timedelta(weeks=5)), pd.Timestamp(CHANGED)
    )
    assert find_shift(Runs.validate(runs[~rested]), **AT_146) is None


def test_a_step_no_watch_could_make_is_not_asked_about() -> None:
    assert find_shift(log(40), **AT_146) is None


def test_once_answered_all_heart_rates_are_on_the_scale_of_the_latest_device() -> None:
    runs, never = log(6), log(0)
    mended = on_one_scale(runs, [CHANGED], **AT_146)
    latest = runs.started_at >= pd.Timestamp(CHANGED)
    [shift] = shifts_at(runs, [CHANGED], **AT_146)
    assert shift.bpm == pytest.approx(6, abs=1)
    assert mended.avg_hr_bpm[latest].equals(runs.avg_hr_bpm[latest])
    assert np.allclose((mended.avg_hr_bpm - runs.avg_hr_bpm)[~latest], shift.bpm)
    assert np.allclose((mended.max_hr_bpm - runs.max_hr_bpm)[~latest], shift.bpm)

    def change(one: DataFrame[Runs]) -> float:
        weekly = weekly_reference_speed(one, reference_hr_bpm=146, today=TODAY).performance
        return float(weekly[52:].mean() - weekly[:52].mean())

    assert change(runs) < -3.5
    assert abs(change(mended) - change(never)) < 1


def test_a_run_of_the_day_itself_is_the_new_devices_though_its_time_is_not_known() -> None:
    runs = log(6)
    midnights = (runs.started_at - pd.Timedelta(days=1)).dt.normalize()
    runs = Runs.validate(runs.assign(started_at=midnights))
    first = runs.started_at == pd.Timestamp(CHANGED)
    assert first.sum() == 1
    mended = on_one_scale(runs, [CHANGED], **AT_146)
    assert mended.avg_hr_bpm[first].equals(runs.avg_hr_bpm[first])


def test_a_step_of_two_beats_hardly_matters_and_is_not_asked_about() -> None:
    assert find_shift(log(2, noise=0.002), **AT_146) is None
    assert find_shift(log(4, noise=0.002), **AT_146) is not None


def test_two_devices_are_told_apart() -> None:
    second = CHANGED + timedelta(weeks=26)
    runs = log(6)
    later = np.where(runs.started_at >= pd.Timestamp(second), -4.0, 0.0)
    runs = Runs.validate(runs.assign(avg_hr_bpm=runs.avg_hr_bpm + later))
    found = shifts_at(runs, [second, CHANGED], **AT_146)
    assert [one.day for one in found] == [CHANGED, second]
    assert [one.bpm for one in found] == pytest.approx([6, -4], abs=1.5)


@pytest.mark.parametrize("days", [[date(2020, 1, 1)], [date(2030, 1, 1)], []])
def test_a_day_outside_the_log_moves_nothing(days: list[date]) -> None:
    runs = log(6)
    assert shifts_at(runs, days, **AT_146) == ()
    assert on_one_scale(runs, days, **AT_146).equals(runs)


@given(st.integers(0, 12), st.booleans())
@settings(max_examples=15, deadline=None)
def test_little_or_nothing_in_asks_nothing(rows: int, with_hr: bool) -> None:
    few = log(6).head(rows)
    few = few if with_hr else few.assign(avg_hr_bpm=np.nan)
    runs = Runs.validate(few)
    found: LevelShift | None = find_shift(runs, **AT_146)
    assert found is None
    assert find_shift(log(6), reference_hr_bpm=None, today=TODAY) is None
    assert on_one_scale(runs, [CHANGED], **AT_146).equals(runs)
