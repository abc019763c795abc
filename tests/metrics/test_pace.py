import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.running import WeeklyPace
from ironstride.metrics.pace import weekly_pace
from ironstride.units import METRES_PER_MILE, format_pace
from tests.metrics.running_tables import FEW, any_runs, runs_of

TUESDAY, THURSDAY, NEXT_MONDAY = "2026-11-17", "2026-11-19", "2026-11-23"


def test_pace_is_the_sum_of_times_over_the_sum_of_distances() -> None:
    runs = runs_of(
        {"started_at": TUESDAY, "distance_m": 5_000.0, "duration_s": 25 * 60.0},
        {"started_at": THURSDAY, "distance_m": 15_000.0, "duration_s": 90 * 60.0},
    )
    pace = weekly_pace(runs)
    assert pace.pace_s_per_km.tolist() == [345.0]
    assert format_pace(pace.distance_m[0], pace.duration_s[0], "km") == "5:45 /km"


@pytest.mark.parametrize(
    ("seconds_per_km", "speed_mps", "per_mile"),
    [
        (180, 5.5556, "4:50"), (240, 4.1667, "6:26"), (300, 3.3333, "8:03"),
        (330, 3.0303, "8:51"), (360, 2.7778, "9:39"), (420, 2.3810, "11:16"),
    ],
)  # fmt: skip
def test_paces_agree_with_the_published_pairs(
    seconds_per_km: int, speed_mps: float, per_mile: str
) -> None:
    runs = runs_of(
        {"started_at": TUESDAY, "distance_m": 10_000.0, "duration_s": 10.0 * seconds_per_km}
    )
    pace = weekly_pace(runs).iloc[0]
    assert 1000 / pace.pace_s_per_km == pytest.approx(speed_mps, abs=5e-5)
    assert format_pace(METRES_PER_MILE, pace.pace_s_per_km * 1.609344, "mi") == f"{per_mile} /mi"


def test_each_week_and_type_has_its_own_pace() -> None:
    runs = runs_of(
        {"started_at": NEXT_MONDAY, "distance_m": 8_000.0, "duration_s": 2_400.0},
        {"started_at": TUESDAY, "type": "tempo", "distance_m": 6_000.0, "duration_s": 1_500.0},
        {"started_at": TUESDAY, "distance_m": 10_000.0, "duration_s": 3_500.0},
        {"started_at": THURSDAY, "distance_m": 10_000.0, "duration_s": 3_700.0},
    )
    pace = weekly_pace(runs)
    assert pace.week.dt.day.tolist() == [16, 16, 23]
    assert pace.type.tolist() == ["easy", "tempo", "easy"]
    assert pace.pace_s_per_km.tolist() == [360, 250, 300]
    assert pace.runs.tolist() == [2, 1, 1]


def test_without_types_there_is_one_pace_a_week() -> None:
    runs = runs_of(
        {"started_at": TUESDAY, "type": "tempo", "distance_m": 5_000.0, "duration_s": 1_250.0},
        {"started_at": THURSDAY, "distance_m": 5_000.0, "duration_s": 1_750.0},
    )
    pace = weekly_pace(runs, by_type=False)
    assert pace[["type", "runs", "pace_s_per_km"]].to_numpy().tolist() == [["all", 2, 300.0]]


def test_weeks_may_start_on_sunday() -> None:
    runs = runs_of({"started_at": "2026-11-22", "distance_m": 5_000.0, "duration_s": 1_500.0})
    assert weekly_pace(runs, week_start="sunday").week[0] == pd.Timestamp("2026-11-22")
    assert weekly_pace(runs).week[0] == pd.Timestamp("2026-11-16")


def test_a_run_without_distance_or_time_has_no_say_in_pace() -> None:
    runs = runs_of(
        {"started_at": TUESDAY, "duration_s": 1_800.0},
        {"started_at": TUESDAY, "distance_m": 9_000.0},
    )
    pace = weekly_pace(runs)
    assert pace.empty
    assert pace.dtypes.equals(WeeklyPace.empty().dtypes)


def test_no_runs_give_no_paces() -> None:
    assert weekly_pace(Runs.empty()).empty


@FEW
@given(runs=any_runs())
def test_the_types_of_a_week_add_up_to_the_week(runs: DataFrame[Runs]) -> None:
    sums = weekly_pace(runs).groupby("week")[["distance_m", "duration_s", "runs"]].sum()
    whole = weekly_pace(runs, by_type=False).set_index("week")[sums.columns]
    pd.testing.assert_frame_equal(sums, whole)


@FEW
@given(runs=any_runs())
def test_a_week_is_never_faster_than_its_fastest_run(runs: DataFrame[Runs]) -> None:
    paces = (runs.duration_s / runs.distance_m * 1000).dropna()
    weekly = weekly_pace(runs, by_type=False).pace_s_per_km
    assert (weekly >= paces.min() * (1 - 1e-9)).all()
    assert (weekly <= paces.max() * (1 + 1e-9)).all()
