import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.pace import GradeAdjustedPace
from ironstride.metrics.pace import grade_adjusted_pace, weekly_pace
from tests.metrics.running_tables import FEW, any_runs, runs_of

TUESDAY, THURSDAY = "2026-11-17", "2026-11-19"
TEN_KM = {"distance_m": 10_000.0, "duration_s": 3600.0}


def test_a_hilly_run_is_faster_on_the_flat() -> None:
    pace = grade_adjusted_pace(runs_of({"started_at": TUESDAY, "ascent_m": 400.0, **TEN_KM}))
    assert pace.pace_s_per_km.tolist() == [360]
    assert pace.adjusted_s_per_km.tolist() == pytest.approx([360 / 1.0823], abs=0.01)
    assert pace.adjusted_runs.tolist() == [1]


def test_a_flat_run_beside_a_hilly_one_enters_as_it_is() -> None:
    pace = grade_adjusted_pace(
        runs_of(
            {"started_at": TUESDAY, "ascent_m": 400.0, **TEN_KM},
            {"started_at": THURSDAY, "ascent_m": 0.0, **TEN_KM},
        )
    )
    assert pace.adjusted_s_per_km.tolist() == pytest.approx([(3600 / 1.0823 + 3600) / 20], abs=0.01)
    assert (pace.runs[0], pace.adjusted_runs[0]) == (2, 1)


@pytest.mark.parametrize("ascent_m", [0.0, 149.0, 1001.0, None])
def test_outside_3_to_20_percent_nothing_is_adjusted(ascent_m: float | None) -> None:
    pace = grade_adjusted_pace(runs_of({"started_at": TUESDAY, "ascent_m": ascent_m, **TEN_KM}))
    assert pace.adjusted_s_per_km.isna().all()
    assert pace.adjusted_runs.tolist() == [0]


@pytest.mark.parametrize("ascent_m", [150.0, 1000.0])
def test_3_and_20_percent_are_still_adjusted(ascent_m: float) -> None:
    pace = grade_adjusted_pace(runs_of({"started_at": TUESDAY, "ascent_m": ascent_m, **TEN_KM}))
    assert pace.adjusted_runs.tolist() == [1]


def test_a_steep_run_without_a_time_is_not_counted() -> None:
    steep = {"started_at": TUESDAY, "distance_m": 10_000.0, "ascent_m": 400.0}
    flat = {"started_at": TUESDAY, **TEN_KM}
    assert grade_adjusted_pace(runs_of(steep, flat)).adjusted_runs.tolist() == [0]


def test_no_runs_give_no_adjusted_paces() -> None:
    pace = grade_adjusted_pace(Runs.empty())
    assert pace.empty
    assert pace.dtypes.equals(GradeAdjustedPace.empty().dtypes)


@FEW
@given(runs=any_runs())
def test_adjusting_never_slows_and_never_changes_the_pace_beside_it(runs: DataFrame[Runs]) -> None:
    adjusted, plain = grade_adjusted_pace(runs), weekly_pace(runs)
    pd.testing.assert_frame_equal(adjusted[plain.columns], plain)
    shown = adjusted.dropna(subset="adjusted_s_per_km")
    assert (shown.adjusted_s_per_km < shown.pace_s_per_km).all()
    assert (adjusted.adjusted_s_per_km.notna() == (adjusted.adjusted_runs > 0)).all()


@FEW
@given(runs=any_runs())
def test_without_climb_nothing_is_adjusted(runs: DataFrame[Runs]) -> None:
    level = grade_adjusted_pace(Runs.validate(runs.assign(ascent_m=0.0)))
    assert level.adjusted_s_per_km.isna().all()
