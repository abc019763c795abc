from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import FitnessTests, RunLaps, Runs
from ironstride.frames.bests import DISTANCES, Efforts, Records, RecordSteps, YearlyBests
from ironstride.frames.stream import StreamBests
from ironstride.metrics.bests import efforts, record_steps, records, yearly_bests
from tests.metrics.effort_tables import clock, laps_of, trials_of
from tests.metrics.running_tables import FEW, any_runs, runs_of

SPRING, AUTUMN = "2026-04-05", "2026-10-04"
NO_LAPS, NO_TESTS = RunLaps.empty(), FitnessTests.empty()


def run(metres: float, time: str, day: str = SPRING, **more: Any) -> dict[str, Any]:
    return {"started_at": day, "distance_m": metres, "duration_s": clock(time), **more}


def of_runs(*rows: dict[str, Any]) -> DataFrame[Efforts]:
    return efforts(runs_of(*rows), NO_LAPS, NO_TESTS)


def told(table: pd.DataFrame) -> list[list[Any]]:
    return table[["distance_m", "duration_s", "known"]].to_numpy().tolist()


def bounds(*rows: dict[str, Any]) -> dict[float, float]:
    runs = runs_of(*rows)
    found = records(efforts(runs, NO_LAPS, NO_TESTS), runs)
    at_most = found[found.known == "at most"]
    return dict(zip(at_most.distance_m, at_most.duration_s, strict=True))


@pytest.mark.parametrize(
    ("run_m", "counts"),
    [(10_050.0, True), (9_900.0, True), (10_100.0, True), (9_890.0, False), (9_850.0, False)],
)
def test_a_whole_run_counts_within_one_percent(run_m: float, counts: bool) -> None:
    found = of_runs(run(run_m, "45:00"))
    assert told(found) == ([[10_000, 2700, "whole run"]] if counts else [])
    assert found.measured_m.tolist() == ([run_m] if counts else [])


def test_a_run_of_21_km_bounds_the_shorter_distances() -> None:
    found = bounds(run(21_097.5, "1:45:00"))
    assert found[5_000] == clock("26:15")
    assert found[10_000] == clock("52:30")
    assert found[400] == pytest.approx(6300 / 52)
    assert 21_097.5 not in found


def test_a_bound_undercuts_a_best_by_a_second_and_repeats_none() -> None:
    assert bounds(run(10_000, "45:00"), run(11_000, "44:59"))[10_000] == 2699
    assert 10_000 not in bounds(run(10_000, "45:00"), run(11_000, "45:00"))


def test_three_miles_that_a_file_kept_to_the_centimetre_hold_three_miles() -> None:
    assert bounds(run(4828.03, "30:00"))[1609.344] == 600


def test_12_km_in_an_hour_hold_10_km_in_at_most_an_hour() -> None:
    assert bounds(run(12_000, "60:00"))[10_000] == 3600


def test_a_scaled_average_would_be_no_bound() -> None:
    # 1.5 × 10 km, fast slow fast: every 10 km takes longer than two thirds of the whole.
    laps = [(5_000.0, 1200.0), (5_000.0, 2400.0), (5_000.0, 1200.0)]
    runs = runs_of(run(15_000, "80:00"))
    best = efforts(runs, laps_of(laps), NO_TESTS).set_index("distance_m").duration_s
    assert best[10_000] == 3600 > 4800 * 10 / 15
    assert bounds(run(15_000, "80:00"))[10_000] >= 3600


def test_consecutive_laps_make_up_a_distance() -> None:
    laps = [(1000.0, 300.0), (1000.0, 240.0), (1000.0, 250.0), (1000.0, 260.0), (1000.0, 330.0)]
    found = efforts(runs_of(run(5_200, "30:00")), laps_of(laps), NO_TESTS)
    assert told(found) == [[1000, 240, "laps"], [3000, 750, "laps"], [5000, 1380, "laps"]]


@pytest.mark.parametrize(
    ("lap_m", "counts"), [(999.9, False), (1000.0, True), (1020.0, True), (1020.1, False)]
)
def test_laps_may_be_2_percent_long_and_are_never_scaled(lap_m: float, counts: bool) -> None:
    found = efforts(runs_of(run(7_000, "40:00")), laps_of([(lap_m, 240.0)]), NO_TESTS)
    assert told(found) == ([[1000, 240, "laps"]] if counts else [])
    assert found.measured_m.tolist() == pytest.approx([lap_m] if counts else [])


def test_a_lap_of_one_mile_may_be_written_without_its_millimetres() -> None:
    found = efforts(runs_of(run(7_000, "40:00")), laps_of([(1609.34, 420.0)]), NO_TESTS)
    assert found.distance_m.tolist() == [1609.344]


def test_laps_of_two_runs_are_never_joined() -> None:
    runs = runs_of(run(700, "4:00"), run(700, "4:00"))
    assert efforts(runs, laps_of([(500.0, 120.0)], [(500.0, 120.0)]), NO_TESTS).empty


def test_a_lap_faster_than_the_open_standard_is_a_slip() -> None:
    # The record over 400 m is 43.03 s.
    for seconds, counts in ((41.0, False), (42.0, True)):
        found = efforts(runs_of(run(700, "4:00")), laps_of([(400.0, seconds)]), NO_TESTS)
        assert len(found) == counts


def test_laps_without_their_run_say_nothing() -> None:
    assert efforts(Runs.empty(), laps_of([(1000.0, 240.0)]), NO_TESTS).empty


def recorded(*rows: tuple[int, float, float]) -> DataFrame[StreamBests]:
    table = pd.DataFrame(rows, columns=["session_id", "distance_m", "duration_s"])
    return DataFrame[StreamBests](StreamBests.validate(table))


def test_a_recording_stands_before_laps_that_leave_pauses_out() -> None:
    runs, laps = runs_of(run(1_005, "5:00")), laps_of([(1000.0, 240.0)])
    found = efforts(runs, laps, NO_TESTS, recorded((1, 400.0, 90.0), (1, 1000.0, 298.0)))
    assert told(found) == [[400, 90, "stream"], [1000, 298, "stream"]]
    assert found.measured_m.tolist() == [400, 1000]


def test_a_recording_says_nothing_of_more_than_its_run_has() -> None:
    streams = recorded((1, 800.0, 200.0), (1, 1000.0, 250.0), (2, 400.0, 90.0))
    found = efforts(runs_of(run(990, "4:07")), NO_LAPS, NO_TESTS, streams)
    assert told(found) == [[800, 200, "stream"], [1000, 247, "whole run"]]
    unknown = efforts(runs_of(run(990, "4:07") | {"distance_m": None}), NO_LAPS, NO_TESTS, streams)
    assert told(unknown) == [[800, 200, "stream"], [1000, 250, "stream"]]


def test_a_recording_of_a_belt_or_of_no_run_holds_no_records() -> None:
    belt = runs_of(run(5_000, "30:00", sport="treadmill"))
    streams = recorded((1, 400.0, 90.0), (7, 400.0, 80.0))
    assert efforts(belt, NO_LAPS, NO_TESTS, streams).empty


def test_time_trials_are_efforts_too() -> None:
    trial = {"day": AUTUMN, "distance_m": 3000.0, "duration_s": 700.0}
    tests = trials_of(trial, trial | {"protocol": "submaximal_run", "avg_hr_bpm": 140.0})
    found = efforts(Runs.empty(), NO_LAPS, tests)
    assert told(found) == [[3000, 700, "test"]]
    assert found[["source", "source_id"]].to_numpy().tolist() == [["test", 1]]


def test_the_clock_runs_on_during_pauses() -> None:
    assert told(of_runs(run(10_000, "45:00", elapsed_s=2760.0))) == [[10_000, 2760, "whole run"]]


@pytest.mark.parametrize("sport", ["treadmill", "virtual"])
def test_a_belt_holds_no_records(sport: str) -> None:
    assert of_runs(run(10_000, "45:00", sport=sport)).empty
    assert bounds(run(12_000, "60:00", sport=sport)) == {}


def test_of_one_run_the_better_of_laps_and_whole_counts() -> None:
    found = efforts(runs_of(run(1005, "4:10")), laps_of([(1000.0, 245.0)]), NO_TESTS)
    assert told(found) == [[1000, 245, "laps"]]


def test_a_record_names_its_run_and_day() -> None:
    rows = [run(5_000, "22:00"), run(5_000, "21:00", AUTUMN)]
    found = records(of_runs(*rows), runs_of(*rows))
    five = found[found.distance_m == 5_000].iloc[0]
    assert (five.duration_s, five.source_id, five.known) == (1260, 2, "whole run")
    assert five.started_at == pd.Timestamp(AUTUMN)


def test_a_bound_below_the_best_stands_after_it() -> None:
    rows = [run(10_000, "50:00"), run(21_097.5, "1:35:00", AUTUMN)]
    found = records(of_runs(*rows), runs_of(*rows))
    ten = found[found.distance_m == 10_000]
    assert told(ten) == [[10_000, 3000, "whole run"], [10_000, 2850, "at most"]]
    assert ten.measured_m.tolist() == [10_000, 21_097.5]


def test_a_bound_above_the_best_is_not_shown() -> None:
    rows = [run(10_000, "45:00"), run(21_097.5, "1:35:00", AUTUMN)]
    assert 10_000 not in bounds(*rows)


def test_each_time_a_record_fell_it_says_by_how_much() -> None:
    steps = record_steps(
        of_runs(
            run(5_000, "22:00", "2025-05-01"),
            run(5_000, "23:00", "2025-06-01"),
            run(5_000, "21:30", "2025-07-01"),
            run(5_000, "21:30", "2025-08-01"),
            run(5_000, "21:00", "2026-07-01"),
        )
    )
    assert steps.source_id.tolist() == [1, 3, 5]
    assert steps.gain_s.iloc[1:].tolist() == [30, 30]
    assert pd.isna(steps.gain_s[0])


def test_each_year_has_its_best() -> None:
    best = yearly_bests(
        of_runs(
            run(5_000, "22:00", "2025-12-31"),
            run(5_000, "23:00", "2025-01-01"),
            run(5_000, "24:00", "2026-01-01"),
        )
    )
    assert best[["year", "duration_s"]].to_numpy().tolist() == [[2025, 1320], [2026, 1440]]


def test_nothing_in_nothing_out() -> None:
    found = efforts(Runs.empty(), NO_LAPS, NO_TESTS)
    empty: list[tuple[pd.DataFrame, Any]] = [
        (found, Efforts),
        (records(found, Runs.empty()), Records),
        (record_steps(found), RecordSteps),
        (yearly_bests(found), YearlyBests),
    ]
    for table, model in empty:
        assert table.empty
        assert table.dtypes.equals(model.empty().dtypes)


some_runs = st.lists(
    st.fixed_dictionaries(
        {
            "started_at": st.dates(date(2020, 1, 1), date(2026, 11, 22)).map(str),
            "distance_m": st.sampled_from([5_000.0, 10_040.0, 12_000.0, 21_097.5]),
            "duration_s": st.floats(1600, 9000),
        }
    ),
    min_size=1,
    max_size=10,
)


def all_of(rows: list[dict[str, Any]]) -> tuple[DataFrame[Records], DataFrame[RecordSteps]]:
    runs = runs_of(*rows)
    found = efforts(runs, NO_LAPS, NO_TESTS)
    return records(found, runs), record_steps(found)


@FEW
@given(rows=some_runs, slower=st.floats(1, 2), days=st.integers(1, 30))
def test_an_added_slower_run_changes_no_record(
    rows: list[dict[str, Any]], slower: float, days: int
) -> None:
    last = max(rows, key=lambda row: row["started_at"])
    later = str((pd.Timestamp(last["started_at"]) + pd.Timedelta(days=days)).date())
    more = last | {"started_at": later, "duration_s": last["duration_s"] * slower}
    before, after = all_of(rows), all_of([*rows, more])
    pd.testing.assert_frame_equal(before[0], after[0])
    pd.testing.assert_frame_equal(before[1], after[1])


@FEW
@given(rows=some_runs, faster=st.floats(1.001, 1.3))
def test_a_faster_run_never_makes_a_record_slower(
    rows: list[dict[str, Any]], faster: float
) -> None:
    quicker = [rows[0] | {"duration_s": rows[0]["duration_s"] / faster}, *rows[1:]]
    before, after = (
        all_of(each)[0].groupby("distance_m").duration_s.min() for each in (rows, quicker)
    )
    assert (after <= before + 1e-9).all()


@FEW
@given(runs=any_runs())
def test_the_order_of_runs_does_not_matter(runs: DataFrame[Runs]) -> None:
    turned = Runs.validate(runs.iloc[::-1])
    one, other = (efforts(table, NO_LAPS, NO_TESTS) for table in (runs, turned))
    pd.testing.assert_frame_equal(one, other)
    pd.testing.assert_frame_equal(records(one, runs), records(other, turned))


@FEW
@given(runs=any_runs())
def test_the_last_step_of_a_record_is_the_record(runs: DataFrame[Runs]) -> None:
    found = efforts(runs, NO_LAPS, NO_TESTS)
    last = record_steps(found).groupby("distance_m").duration_s.last()
    exact = records(found, runs).query("known != 'at most'").set_index("distance_m").duration_s
    assert last.to_dict() == exact.to_dict()
    by_year = yearly_bests(found).groupby("distance_m").duration_s.min()
    assert by_year.to_dict() == exact.to_dict()
    assert set(exact.index) <= set(DISTANCES)
