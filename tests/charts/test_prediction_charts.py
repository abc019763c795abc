"""The charts of predictions, of rated efforts and of critical speed, on their data."""

import json
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import critical_speed as cs_charts
from ironstride.charts import predictions as charts
from ironstride.charts import rated_efforts as rated_charts
from ironstride.frames.prediction import AllOut, Predictions, RatedEfforts
from ironstride.metrics import prediction
from ironstride.units import Units

KM, MI = Units(), Units("mi", "lb")
TODAY = date(2026, 11, 16)
RACE: dict[str, Any] = {
    "distance_m": 5_000.0, "duration_s": 1200.0, "started_at": pd.Timestamp("2026-10-04 10:00"),
    "flag": "race", "source": "run", "source_id": 1,
}  # fmt: skip
TEST = RACE | {
    "distance_m": 3_000.0, "duration_s": 700.0, "started_at": pd.Timestamp("2026-11-01"),
    "flag": "test", "source": "test", "source_id": 2,
}  # fmt: skip
HALF = RACE | {"distance_m": 21_097.5, "duration_s": 6000.0}
BOOK = ((1_500.0, 324.0), (3_000.0, 693.0), (5_000.0, 1197.0))


def all_out(*efforts: dict[str, Any]) -> DataFrame[AllOut]:
    return AllOut.validate(pd.DataFrame(list(efforts))) if efforts else AllOut.empty()


def predicted_from(*efforts: dict[str, Any]) -> DataFrame[Predictions]:
    return prediction.predictions(all_out(*efforts), today=TODAY)


def rated(*efforts: dict[str, Any]) -> DataFrame[RatedEfforts]:
    return prediction.rated_efforts(all_out(*efforts), birth_year=1976, sex="male")


def clock(moment: Any) -> str:
    return f"{pd.Timestamp(moment):%M:%S}"


def test_a_prediction_is_a_bar_of_paces_around_its_mark() -> None:
    ranges, middles, sources = charts.predicted(predicted_from(RACE), KM).data
    at_10 = ranges.x.index(10_000.0)
    slow, fast = ranges.y[at_10 : at_10 + 2]
    assert (clock(slow), clock(middles.y[3]), clock(fast)) == ("04:17", "04:10", "04:03")
    assert ranges.x[at_10 + 2] is None
    assert middles.customdata[3] == (
        "10 km 40:33 to 42:53<br>4:03 /km to 4:17 /km<br>from the 5 km race in 20:00, 4 Oct 2026"
    )
    assert (sources.x.tolist(), clock(sources.y[0])) == ([5_000.0], "04:00")


def test_what_cannot_be_predicted_is_not_drawn() -> None:
    figure = charts.predicted(predicted_from(RACE), KM)
    assert 42_195.0 not in figure.data[0].x
    assert len(figure.data[1].x) == 6


def test_the_marathon_is_a_range_without_a_mark() -> None:
    marks = charts.predicted(predicted_from(HALF), KM).data[1]
    assert marks.x[-1] == 42_195.0
    assert marks.marker.opacity.tolist() == [1.0] * (len(marks.x) - 1) + [0.0]


def test_faster_is_up_and_distances_stand_by_their_ratio() -> None:
    layout = charts.predicted(predicted_from(RACE), MI).layout
    assert layout.yaxis.autorange == "reversed"
    assert layout.yaxis.title.text == "pace (min/mi)"
    assert (layout.xaxis.type, layout.xaxis.title.text) == ("log", "race distance")


def test_no_missing_moment_is_written_as_a_number() -> None:
    ranges = json.loads(charts.predicted(predicted_from(HALF), KM).to_json())["data"][0]
    assert {type(one) for one in ranges["y"]} == {str, type(None)}


def test_the_predictions_say_their_ranges_and_how_many_efforts_they_rest_on() -> None:
    alt = charts.predicted_alt(predicted_from(RACE), KM)
    assert alt.startswith("From one race or test: 1 mile ")
    assert "10 km 40:33 to 42:53" in alt
    assert alt.endswith("half marathon 1:29:28 to 1:34:37.")
    both = charts.predicted_alt(predicted_from(RACE, TEST), KM)
    assert both.startswith("From 2 races and tests: ")
    assert charts.predicted_alt(Predictions.empty(), KM) == "No race or test to predict from."


def test_races_and_tests_have_marks_of_their_own() -> None:
    races, tests = rated_charts.over_time(rated(RACE, TEST), "race_fitness", KM).data
    assert races.y.tolist() == pytest.approx([49.81], abs=0.005)
    assert races.marker.symbol != tests.marker.symbol
    assert tests.customdata == ("3 km test in 11:40, 1 Nov 2026",)


@pytest.mark.parametrize(
    ("rating", "title"),
    [("race_fitness", "race fitness (ml/kg/min)"), ("age_grade_pct", "age grade (%)")],
)
def test_ratings_carry_their_unit_and_empty_stays_empty(
    rating: rated_charts.Rating, title: str
) -> None:
    figure = rated_charts.over_time(RatedEfforts.empty(), rating, KM)
    assert len(figure.data) == 0
    assert figure.layout.yaxis.title.text == title
    assert rated_charts.over_time_alt(RatedEfforts.empty(), rating, KM) == (
        "No race or test that can be rated."
    )


def test_ratings_say_the_highest_and_the_latest() -> None:
    assert rated_charts.over_time_alt(rated(RACE, TEST), "race_fitness", KM) == (
        "1 race, 1 test; highest 49.8, 5 km race in 20:00, 4 Oct 2026; "
        "latest 49.4, 3 km test in 11:40, 1 Nov 2026."
    )
    # 876 s is the standard of a man of 50 over 5 km.
    assert rated_charts.over_time_alt(rated(RACE), "age_grade_pct", KM) == (
        "1 race; highest 73.0 %, 5 km race in 20:00, 4 Oct 2026, which is the latest."
    )


def test_critical_speed_is_the_line_through_the_marks() -> None:
    found = prediction.critical_speed(BOOK)
    assert found.speed_mps
    assert found.d_prime_m
    line, marks = cs_charts.critical_speed(BOOK, found.speed_mps, found.d_prime_m, KM).data
    assert marks.x.tolist() == pytest.approx([5.4, 11.55, 19.95])
    assert marks.y.tolist() == [1.5, 3.0, 5.0]
    assert line.y[0] == pytest.approx(0.2097, abs=1e-4)
    at_marks = np.interp(marks.x, line.x, line.y)
    assert np.abs(at_marks - marks.y).max() < 0.015


def test_critical_speed_has_units_and_a_sentence() -> None:
    layout = cs_charts.critical_speed(BOOK, 4.007, 209.7, MI).layout
    assert (layout.xaxis.title.text, layout.yaxis.title.text) == ("time (min)", "distance (mi)")
    assert cs_charts.critical_speed_alt(BOOK, 4.007, 209.7, 0.99999, KM) == (
        "3 efforts (1.50 km in 5:24, 3 km in 11:33, 5 km in 19:57); critical speed 4:10 /km, "
        "D′ 210 m, R² 0.9999."
    )
    assert len(cs_charts.critical_speed((), 4.0, 200.0, KM).data) == 0
