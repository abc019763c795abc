from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.running import ReferenceSpeed, WeeklyReferenceSpeed
from ironstride.metrics.effort_model import steady_runs
from ironstride.metrics.pace import speed_at_reference_hr, weekly_reference_speed
from tests.metrics.running_tables import FEW, any_runs, runs_of

SUNDAY = date(2026, 11, 22)
LAST_MONDAY = pd.Timestamp("2026-11-16")
BETA, GAMMA, DELTA = 0.0095, -0.0045, -0.05


def _runs(weeks: int, a_week: int = 3, seed: int = 1) -> pd.DataFrame:
    """The circumstances of steady runs in the weeks before 16 November 2026."""
    rng = np.random.default_rng(seed)
    n = weeks * a_week
    week = np.repeat(np.arange(weeks), a_week)
    day = pd.to_timedelta(week * 7 + np.tile(np.arange(a_week), weeks), unit="D")
    return pd.DataFrame(
        {
            "session_id": np.arange(1, n + 1),
            "started_at": LAST_MONDAY - pd.Timedelta(weeks=weeks) + day,
            "sport": "run",
            "type": rng.choice(["easy", "long", "other"], n),
            "duration_s": rng.uniform(25, 110, n) * 60,
            "avg_hr_bpm": rng.normal(148, 7, n),
            "temperature_c": rng.uniform(-5, 30, n),
        }
    )


def _with_speed(runner: pd.DataFrame, ln_speed: "pd.Series[float]") -> DataFrame[Runs]:
    distance_m = np.exp(ln_speed) * runner.duration_s
    return Runs.validate(runner.assign(distance_m=distance_m).reindex(columns=Runs.empty().columns))


def _planted(weeks: int, gain_per_block: float, noise: float, seed: int = 1) -> DataFrame[Runs]:
    runner = _runs(weeks, seed=seed)
    block = np.repeat(np.arange(weeks // 4), 4 * 3)
    scatter = np.random.default_rng(seed).normal(0, noise, len(runner))
    ln_speed = (
        np.log(3.0)
        + gain_per_block * block
        + BETA * (runner.avg_hr_bpm - 150)
        + GAMMA * (runner.temperature_c - 10).clip(lower=0)
        + DELTA * np.log(runner.duration_s / 2_700)
        + scatter
    )
    return _with_speed(runner, ln_speed)


def test_a_planted_gain_comes_back_with_its_slopes() -> None:
    found = speed_at_reference_hr(_planted(104, 0.004, 0.03), reference_hr_bpm=150, today=SUNDAY)
    assert found.status == "ok"
    assert found.model is not None
    assert found.model.slopes == pytest.approx([BETA, GAMMA, DELTA], rel=0.15)
    wrong_by = found.model.slopes - [BETA, GAMMA, DELTA]
    assert (abs(wrong_by) < 2.5 * np.sqrt(np.diag(found.model.covariance))).all()
    assert found.model.run_sd == pytest.approx(0.03, rel=0.1)
    planted = 0.4 * np.arange(26)
    off = (found.blocks.change_pct - planted) / found.blocks.se_pct
    assert found.blocks.change_pct.iloc[-1] == pytest.approx(10.0, abs=2.5)
    assert off[1:].abs().max() < 3


def test_runs_without_scatter_give_the_speed_itself() -> None:
    found = speed_at_reference_hr(_planted(40, 0.01, 0.0), reference_hr_bpm=150, today=SUNDAY)
    assert found.blocks.speed_mps.iloc[0] == pytest.approx(3.0, rel=0.002)
    assert found.blocks.change_pct.tolist() == pytest.approx(list(range(10)), abs=0.1)


def test_the_standard_error_is_as_large_as_the_errors_are() -> None:
    scores = []
    for seed in range(60):
        runs = _planted(16, 0.0, 0.03, seed)
        last = speed_at_reference_hr(runs, reference_hr_bpm=150, today=SUNDAY).blocks.iloc[-1]
        scores.append(last.change_pct / last.se_pct)
    assert np.std(scores) == pytest.approx(1, abs=0.3)


def test_running_harder_is_no_gain_though_speed_over_heart_rate_rises() -> None:
    runner = _runs(48).assign(temperature_c=8.0)
    rising = np.linspace(144, 156, len(runner))
    runner["avg_hr_bpm"] = rising + np.tile([-7.0, 0.0, 7.0], 48)
    runs = _with_speed(runner, np.log((runner.avg_hr_bpm - 60) / 30))
    found = speed_at_reference_hr(runs, reference_hr_bpm=150, today=SUNDAY)
    assert found.blocks.change_pct.abs().max() < 0.5
    ratio = (runner.avg_hr_bpm - 60) / 30 / runner.avg_hr_bpm
    by_block = ratio.groupby(np.repeat(np.arange(12), 12)).mean()
    assert 100 * (by_block.iloc[-1] / by_block.iloc[0] - 1) > 4.5
    assert pytest.approx(5.5, abs=0.05) == 100 * ((3.2 / 156) / (2.8 / 144) - 1)


def test_a_thin_log_leans_on_the_usual_slopes() -> None:
    runs = _planted(4, 0.0, 0.03)
    few = Runs.validate(runs.iloc[:4].assign(avg_hr_bpm=[144.0, 154.0, 150.0, 147.0]))
    found = speed_at_reference_hr(few, reference_hr_bpm=150, today=SUNDAY)
    assert found.model is not None
    assert found.model.slopes[:2] == pytest.approx([0.007, -0.003], abs=0.0025)


def test_effort_that_never_varies_within_a_block_leaves_a_wide_error() -> None:
    runner = _runs(48).assign(temperature_c=8.0, duration_s=2_700.0)
    runner["avg_hr_bpm"] = 144.0 + np.repeat(np.arange(12), 12) * 12 / 11
    runs = _with_speed(runner, np.log((runner.avg_hr_bpm - 60) / 30))
    last = speed_at_reference_hr(runs, reference_hr_bpm=150, today=SUNDAY).blocks.iloc[-1]
    assert last.se_pct > 3
    assert abs(last.change_pct) < 2 * last.se_pct


def test_unknown_temperatures_count_as_cool() -> None:
    runs = _planted(24, 0.0, 0.02)
    unknown = Runs.validate(runs.assign(temperature_c=np.nan))
    cool = Runs.validate(runs.assign(temperature_c=10.0))
    one, other = (
        speed_at_reference_hr(table, reference_hr_bpm=150, today=SUNDAY).blocks
        for table in (unknown, cool)
    )
    pd.testing.assert_frame_equal(one, other)
    assert one.change_pct.notna().all()


def test_blocks_end_with_the_last_completed_week() -> None:
    runs = _planted(24, 0.0, 0.02)
    starts = speed_at_reference_hr(runs, reference_hr_bpm=150, today=SUNDAY).blocks.block
    assert starts.iloc[-1] == pd.Timestamp("2026-10-19")
    assert starts.diff().dropna().eq(pd.Timedelta(weeks=4)).all()
    later = speed_at_reference_hr(runs, reference_hr_bpm=150, today=date(2026, 11, 23)).blocks
    assert later.block.iloc[-1] == pd.Timestamp("2026-10-26")


def test_the_unfinished_week_has_no_say() -> None:
    runs = _planted(24, 0.0, 0.02)
    hard = runs.tail(1).assign(session_id=999, started_at=LAST_MONDAY, distance_m=20_000.0)
    more = Runs.validate(pd.concat([runs, hard]))
    pd.testing.assert_frame_equal(
        speed_at_reference_hr(more, reference_hr_bpm=150, today=SUNDAY).blocks,
        speed_at_reference_hr(runs, reference_hr_bpm=150, today=SUNDAY).blocks,
    )


def test_a_block_with_too_few_runs_is_shown_without_a_speed() -> None:
    runs = _planted(12, 0.0, 0.02)
    thin = Runs.validate(runs.drop(index=runs.index[12:22]))
    blocks = speed_at_reference_hr(thin, reference_hr_bpm=150, today=SUNDAY).blocks
    assert blocks.runs.tolist() == [12, 2, 12]
    assert blocks.enough.tolist() == [True, False, True]
    assert blocks.change_pct.isna().tolist() == [False, True, False]
    assert blocks.se_pct.iloc[0] == 0


def test_changes_count_from_the_first_block_with_enough_runs() -> None:
    runs = _planted(12, 0.0, 0.02)
    late = Runs.validate(runs.drop(index=runs.index[:10]))
    blocks = speed_at_reference_hr(late, reference_hr_bpm=150, today=SUNDAY).blocks
    assert blocks.change_pct.isna().tolist() == [True, False, False]
    assert (blocks.change_pct.iloc[1], blocks.se_pct.iloc[1]) == (0, 0)


def test_four_weeks_without_a_run_are_a_gap() -> None:
    runs = _planted(12, 0.0, 0.02)
    gap = Runs.validate(runs.drop(index=runs.index[12:24]))
    blocks = speed_at_reference_hr(gap, reference_hr_bpm=150, today=SUNDAY).blocks
    assert blocks.runs.tolist() == [12, 0, 12]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"avg_hr_bpm": np.nan}, "none with an average heart rate"),
        ({"avg_hr_bpm": 150.0}, "within 0 bpm"),
        ({"type": "tempo"}, "3 steady runs"),
        ({"duration_s": 19 * 60.0}, "3 steady runs"),
        ({"duration_s": 121 * 60.0}, "3 steady runs"),
        ({"ascent_m": 2_000.0}, "3 steady runs"),
    ],
)
def test_a_log_that_cannot_tell_says_what_it_lacks(change: dict[str, Any], words: str) -> None:
    runs = Runs.validate(_planted(24, 0.0, 0.02).assign(**change))
    found = speed_at_reference_hr(runs, reference_hr_bpm=150, today=SUNDAY)
    assert found.status == "not enough data"
    assert words in found.reason
    assert found.blocks.change_pct.isna().all()
    weekly = weekly_reference_speed(runs, reference_hr_bpm=150, today=SUNDAY)
    assert weekly.performance.isna().all()


def test_without_a_reference_heart_rate_it_asks_for_one() -> None:
    found = speed_at_reference_hr(_planted(8, 0.0, 0.02), reference_hr_bpm=None, today=SUNDAY)
    assert "maximum heart rate" in found.reason
    assert found.blocks.runs.tolist() == [12, 12]


@pytest.mark.parametrize("hr", [None, 150])
def test_a_log_without_any_heart_rate_is_told_that_and_not_to_enter_its_maximum(
    hr: float | None,
) -> None:
    runs = Runs.validate(_planted(8, 0.0, 0.02).assign(avg_hr_bpm=np.nan))
    found = speed_at_reference_hr(runs, reference_hr_bpm=hr, today=SUNDAY)
    assert found.status == "not enough data"
    assert found.reason.startswith("Your log has 24 runs, none with an average heart rate")


def test_an_empty_log_gives_empty_tables() -> None:
    found = speed_at_reference_hr(Runs.empty(), reference_hr_bpm=150, today=SUNDAY)
    assert found.blocks.dtypes.equals(ReferenceSpeed.empty().dtypes)
    weekly = weekly_reference_speed(Runs.empty(), reference_hr_bpm=150, today=SUNDAY)
    assert weekly.dtypes.equals(WeeklyReferenceSpeed.empty().dtypes)


def test_climbing_makes_the_flat_speed_a_little_faster() -> None:
    hour = {"started_at": "2026-11-10", "duration_s": 3_600.0, "distance_m": 10_000.0}
    runs = runs_of(
        *(hour | {"avg_hr_bpm": 150, "ascent_m": up} for up in (None, 0.0, 100.0, 199.0))
    )
    speed = np.exp(steady_runs(runs, before=SUNDAY).ln_speed) / (10_000 / 3_600)
    assert speed.round(4).tolist() == [1, 1, 1.0051, 1.0204]


def test_weekly_speed_is_the_mean_of_the_adjusted_runs() -> None:
    weekly = weekly_reference_speed(_planted(104, 0.004, 0.0), reference_hr_bpm=150, today=SUNDAY)
    assert len(weekly) == 104
    assert weekly.week.iloc[-1] == pd.Timestamp("2026-11-09")
    planted = 100 * (np.log(3.0) + 0.004 * np.repeat(np.arange(26), 4))
    assert weekly.performance.tolist() == pytest.approx(planted.tolist(), abs=0.05)
    assert weekly.runs.unique().tolist() == [3]


def test_a_week_without_a_steady_run_is_missing_not_filled() -> None:
    runs = _planted(12, 0.0, 0.02)
    gap = Runs.validate(runs.drop(index=runs.index[6:9]))
    weekly = weekly_reference_speed(gap, reference_hr_bpm=150, today=SUNDAY)
    assert weekly.performance.isna().tolist() == [False, False, True] + [False] * 9
    assert weekly.runs.iloc[2] == 0


@FEW
@given(runs=any_runs())
def test_any_log_gets_an_answer_whatever_its_order(runs: DataFrame[Runs]) -> None:
    found = speed_at_reference_hr(runs, reference_hr_bpm=150, today=SUNDAY)
    turned = Runs.validate(runs.iloc[::-1])
    other = speed_at_reference_hr(turned, reference_hr_bpm=150, today=SUNDAY)
    assert (found.status == "ok") == (found.reason == "")
    pd.testing.assert_frame_equal(found.blocks, other.blocks)
    weekly = weekly_reference_speed(runs, reference_hr_bpm=150, today=SUNDAY)
    assert weekly.runs.sum() == found.blocks.runs.sum()
