"""What effort, heat and length leave of the pace of steady runs."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.metrics.pace_left import pace_left
from tests.metrics.running_tables import FEW, Row, any_runs, runs_of

TODAY = date(2026, 11, 23)
RUN: Row = {"distance_m": 9_000.0, "duration_s": 3_000.0, "avg_hr_bpm": 148.0}


def steady(days_ago: int, faster: float = 0.0, **changes: float | None) -> Row:
    day = TODAY - timedelta(days=days_ago)
    speed = {"distance_m": 9_000 * float(np.exp(faster))}
    return RUN | speed | {"started_at": f"{day} 07:00"} | changes


def test_equal_runs_leave_only_what_differs_in_speed() -> None:
    left = pace_left(runs_of(steady(2, 0.02), steady(3), steady(4, -0.02)), today=TODAY)
    assert left.left_pct.tolist() == pytest.approx([2, 0, -2])
    assert left.measure.tolist() == ["heart rate"] * 3
    assert set(left.level) == {"heart rate 0"}


def test_a_faster_run_at_a_higher_heart_rate_leaves_less() -> None:
    # Two runs say nothing against 0.7 % a beat: 10 beats and 7 % more speed leave nothing.
    rows = steady(2, 0.035, avg_hr_bpm=153.0), steady(3, -0.035, avg_hr_bpm=143.0)
    assert pace_left(runs_of(*rows), today=TODAY).left_pct.tolist() == pytest.approx([0, 0])


def test_without_heart_rate_the_rpe_stands_for_it() -> None:
    # A point is five beats: 3.5 % of speed.
    unrated = {"avg_hr_bpm": None}
    rows = steady(2, 0.0175, rpe=4.0, **unrated), steady(3, -0.0175, rpe=3.0, **unrated)
    left = pace_left(runs_of(*rows, steady(4), steady(5, 0.3, **unrated)), today=TODAY)
    assert left.measure.tolist() == ["heart rate", "RPE", "RPE"]
    assert left.left_pct.tolist() == pytest.approx([0, 0, 0])
    assert left.level.nunique() == 2


def test_every_four_weeks_have_a_level_of_their_own() -> None:
    rows = [steady(days, faster) for days, faster in [(2, 0.01), (28, -0.01), (30, 0.5)]]
    left = pace_left(runs_of(*rows), today=TODAY)
    assert left.level.tolist() == ["heart rate 0", "heart rate 0", "heart rate 1"]
    assert left.left_pct.tolist() == pytest.approx([1, -1, 0])


def test_the_week_that_is_not_over_is_left_out() -> None:
    assert pace_left(runs_of(steady(0), steady(1)), today=TODAY).session_id.tolist() == [2]


def test_a_measure_that_scatters_more_weighs_less() -> None:
    rng = np.random.default_rng(3)
    rows = [steady(days, 0.1 * rng.normal(), rpe=3.0, avg_hr_bpm=None) for days in range(1, 60)] + [
        steady(days, 0.01 * rng.normal()) for days in range(1, 60)
    ]
    weights = pace_left(runs_of(*rows), today=TODAY).groupby("measure").weight.first()
    assert weights["heart rate"] > 10 * weights["RPE"]


@FEW
@given(any_runs())
def test_the_levels_sum_to_nothing_in_whatever_order(runs: DataFrame[Runs]) -> None:
    left = pace_left(runs, today=TODAY)
    assert left.groupby("level").left_pct.sum().to_numpy() == pytest.approx(0, abs=1e-6)
    mixed = pace_left(DataFrame[Runs](runs.iloc[::-1]), today=TODAY)
    pd.testing.assert_frame_equal(
        mixed.sort_values("session_id", ignore_index=True),
        left.sort_values("session_id", ignore_index=True),
    )
