"""The chart of fitness tests, on its data."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import fitness as charts
from ironstride.frames.fitness import JudgedTests
from ironstride.units import Units

KM, MI = Units(), Units("mi", "lb")
EMPTY: dict[str, Any] = {
    "exercise": "", "side": "", "notes": "", "distance_m": np.nan, "duration_s": np.nan,
    "avg_hr_bpm": np.nan, "load_kg": np.nan, "reps": np.nan, "hold_s": np.nan, "hop_m": np.nan,
    "reference": np.nan, "series": 0, "against": pd.NaT, "change": np.nan, "line_1": 0.1,
    "line_2": 0.2, "own_error": False, "verdict": "cannot tell yet",
}  # fmt: skip
TRIAL = {"protocol": "time_trial", "distance_m": 5000.0, "reference": 5000.0}
SQUAT = {"protocol": "rep_max", "exercise": "Back squat", "reps": 5.0, "reference": 5.0}
ONE_OF_EACH: list[dict[str, Any]] = [
    TRIAL | {"duration_s": 1250.0, "value": 4.0},
    TRIAL
    | {"protocol": "submaximal_run", "duration_s": 1500.0, "value": 3.3333, "reference": 148.0},
    SQUAT | {"load_kg": 100.0, "value": 114.58},
    {"protocol": "calf_raises", "reps": 25.0, "side": "left", "value": 25.0},
    {"protocol": "plank", "hold_s": 95.0, "value": 95.0},
    {"protocol": "side_plank", "hold_s": 60.0, "side": "right", "value": 60.0},
    {"protocol": "hop", "hop_m": 1.45, "side": "right", "value": 1.45},
]


def judged_of(*tests: dict[str, Any]) -> DataFrame[JudgedTests]:
    days = pd.date_range("2026-01-05", periods=len(tests), freq="40D")
    rows = [
        EMPTY | {"test_id": at + 1, "day": day} | one
        for at, (day, one) in enumerate(zip(days, tests, strict=True))
    ]
    return JudgedTests.validate(pd.DataFrame(rows))


@pytest.mark.parametrize(
    ("test", "title", "height"),
    [
        (ONE_OF_EACH[0], "pace (min/km)", np.datetime64("1970-01-01T00:04:10")),
        (ONE_OF_EACH[2], "estimated 1RM (kg)", 114.58),
        (ONE_OF_EACH[3], "raises (reps)", 25.0),
        (ONE_OF_EACH[4], "hold (s)", 95.0),
        (ONE_OF_EACH[5], "hold (s)", 60.0),
        (ONE_OF_EACH[6], "distance of the hop (cm)", 145.0),
    ],
    ids=lambda one: one["protocol"] if isinstance(one, dict) else "",
)
def test_the_axis_has_a_unit_and_the_mark_its_height(
    test: dict[str, Any], title: str, height: Any
) -> None:
    figure = charts.history(judged_of(test), KM)
    assert figure.layout.yaxis.title.text == title
    assert figure.layout.xaxis.title.text == "date"
    assert figure.data[0].y[0] == height
    assert {one.type for one in figure.data} == {"scatter"}


def test_miles_and_pounds_are_drawn_as_such() -> None:
    paced = charts.history(judged_of(ONE_OF_EACH[0]), MI)
    assert paced.layout.yaxis.title.text == "pace (min/mi)"
    assert pd.Timestamp(paced.data[0].y[0]).strftime("%M:%S") == "06:42"
    lifted = charts.history(judged_of(ONE_OF_EACH[2]), MI)
    assert lifted.layout.yaxis.title.text == "estimated 1RM (lb)"
    assert lifted.data[0].y[0] == pytest.approx(252.6, abs=0.05)


def test_practice_is_an_open_mark_outside_the_line() -> None:
    plank = ONE_OF_EACH[4]
    tests = judged_of(plank | {"verdict": "practice"}, plank, plank)
    line, practice = charts.history(tests, KM).data
    assert (line.mode, len(line.y), practice.mode, len(practice.y)) == (
        "lines+markers", 2, "markers", 1,
    )  # fmt: skip
    assert practice.marker.symbol == "circle-open"


def test_each_kind_has_its_own_line_colour_and_symbol() -> None:
    left, right = ({**ONE_OF_EACH[3], "side": side} for side in ("left", "right"))
    figure = charts.history(judged_of(left, right | {"series": 1}), KM)
    assert [one.name for one in figure.data] == ["left", "right"]
    assert len({one.marker.symbol for one in figure.data}) == 2
    assert len({one.line.color for one in figure.data}) == 2


def test_a_name_cannot_bring_its_own_markup() -> None:
    named = ONE_OF_EACH[2] | {"exercise": "<b onclick=x>Squat</b>"}
    assert "<b onclick" not in charts.history(judged_of(named), KM).to_json()


def test_an_empty_log_draws_an_empty_chart() -> None:
    assert len(charts.history(JudgedTests.empty(), KM).data) == 0
    assert charts.history_alt(JudgedTests.empty(), KM) == "No test yet."


@pytest.mark.parametrize(
    ("test", "kind", "result"),
    list(
        zip(
            ONE_OF_EACH,
            ("5.00 km", "148 bpm", "Back squat, 5 reps", "left", "", "right", "right"),
            ("20:50", "5:00 /km", "5 × 100 kg", "25 reps", "95 s", "60 s", "145 cm"),
            strict=True,
        )
    ),
)
def test_kinds_and_results_in_words(test: dict[str, Any], kind: str, result: str) -> None:
    (row,) = judged_of(test).itertuples()
    assert (charts.kind_in_words(row, KM), charts.result_in_words(row, KM)) == (kind, result)


def test_the_sentence_says_what_the_chart_shows() -> None:
    practice = ONE_OF_EACH[0] | {"duration_s": 1400.0, "verdict": "practice"}
    faster = ONE_OF_EACH[0] | {"duration_s": 1200.0, "value": 4.1667}
    assert charts.history_alt(judged_of(practice, ONE_OF_EACH[0], faster), KM) == (
        "3 tests. 5.00 km: from 20:50 to 20:00."
    )
    assert charts.history_alt(judged_of(practice), KM) == "1 test. 5.00 km: 23:20."
