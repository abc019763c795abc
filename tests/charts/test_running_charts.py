import json
from datetime import date

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import running
from ironstride.frames.running import ReferenceSpeed, WeeklyPace, WeeklyVolume
from ironstride.units import Units

KM, MI = Units(), Units(distance="mi")
LAST_WEEK = date(2026, 11, 16)


def _volume(*kilometres: float) -> DataFrame[WeeklyVolume]:
    """Weeks of which the longest run is half; the last is unfinished."""
    n = len(kilometres)
    distance_m = pd.Series(kilometres, dtype=float) * 1000
    table = pd.DataFrame(
        {
            "week": pd.date_range(end=LAST_WEEK, periods=n, freq="7D"),
            "distance_m": distance_m,
            "duration_s": distance_m / 3,
            "ascent_m": 0.0,
            "runs": (distance_m > 0) * 2,
            "longest_m": distance_m / 2,
            "long_run_share": (distance_m / 2 / distance_m).where(distance_m > 0),
            "mean_distance_m": [np.nan] * min(n, 3) + [35_000.0] * (n - 3),
            "complete": [True] * (n - 1) + [False],
        }
    )
    return WeeklyVolume.validate(table)


def _pace(*rows: tuple[str, str, float]) -> DataFrame[WeeklyPace]:
    table = pd.DataFrame(rows, columns=["week", "type", "pace_s_per_km"])
    table = table.assign(
        week=pd.to_datetime(table.week),
        distance_m=10_000.0,
        duration_s=table.pace_s_per_km * 10,
        runs=2,
    )
    return WeeklyPace.validate(table)


def _blocks(*changes: float) -> DataFrame[ReferenceSpeed]:
    change_pct = pd.Series(changes, dtype=float)
    table = pd.DataFrame(
        {
            "block": pd.date_range(end="2026-10-19", periods=len(changes), freq="28D"),
            "weeks": 4,
            "runs": 9,
            "enough": change_pct.notna(),
            "speed_mps": 3.0 * np.exp(change_pct / 100),
            "change_pct": change_pct,
            "se_pct": (change_pct * 0 + 1.2).where(change_pct != 0, 0.0).where(change_pct.notna()),
        }
    )
    return ReferenceSpeed.validate(table)


PACES = _pace(
    ("2026-11-09", "easy", 345), ("2026-11-16", "easy", 340), ("2026-11-16", "tempo", 280)
)
FIGURES = [
    running.weekly_distance(_volume(30, 0, 36, 40, 12), KM),
    running.weekly_distance(WeeklyVolume.empty(), KM),
    running.pace_by_type(PACES, KM),
    running.pace_by_type(WeeklyPace.empty(), KM),
    running.reference_speed(_blocks(0, np.nan, 2.1), KM),
    running.reference_speed(ReferenceSpeed.empty(), KM),
]


@pytest.mark.parametrize("figure", FIGURES)
def test_every_chart_is_drawn_as_svg_and_titles_its_axes(figure: go.Figure) -> None:
    assert {trace.type for trace in figure.data} <= {"bar", "scatter"}
    assert figure.layout.xaxis.title.text
    unit_in_brackets = figure.layout.yaxis.title.text.split("(")[1]
    assert unit_in_brackets in {"km)", "min/km)", "%)"}


def test_the_two_bars_of_a_week_add_up_to_its_distance() -> None:
    longest, others = running.weekly_distance(_volume(30, 0, 36, 40, 12), KM).data[:2]
    assert longest.y[[0, 2, 3]].tolist() == [15, 18, 20]
    assert others.y.tolist() == [15, 0, 18, 20]
    assert longest.customdata[0].tolist() == [30, 0.5, 2]
    assert np.isnan(longest.y[1])


def test_only_the_unfinished_week_is_hatched_and_in_the_same_colours() -> None:
    bars = running.weekly_distance(_volume(30, 40, 12), KM).data[:4]
    assert [bar.marker.pattern.shape for bar in bars] == ["", "", "/", "/"]
    assert [bar.marker.color for bar in bars[:2]] == [bar.marker.color for bar in bars[2:]]
    assert bars[2].x.astype("datetime64[D]").tolist() == [LAST_WEEK]
    assert bars[2].y.tolist() == [6]


def test_the_mean_is_a_line_through_the_weeks_that_have_one() -> None:
    mean = running.weekly_distance(_volume(30, 0, 36, 40, 12), KM).data[-1]
    assert mean.mode == "lines"
    assert np.isnan(mean.y[:3]).all()
    assert mean.y[3:].tolist() == [35, 35]


def test_distances_are_drawn_in_the_chosen_unit() -> None:
    figure = running.weekly_distance(_volume(16.09344, 0), MI)
    assert figure.layout.yaxis.title.text == "distance (mi)"
    assert figure.data[1].y.tolist() == pytest.approx([5.0])
    assert " mi" in figure.data[0].hovertemplate


def test_a_log_of_one_week_is_not_one_bar_as_wide_as_the_page() -> None:
    axis = running.weekly_distance(_volume(30), KM).layout.xaxis
    assert axis.range[1] - axis.range[0] >= pd.Timedelta(weeks=12)


def test_twenty_years_of_weeks_stay_within_the_marks_of_a_trace() -> None:
    figure = running.weekly_distance(_volume(*[40.0] * 1043), KM)
    assert max(len(trace.x) for trace in figure.data) <= 1_100
    assert len(figure.data) == 5


@pytest.mark.parametrize(
    ("kilometres", "sentence"),
    [
        ((), "No runs yet."),
        ((12,), "1 week, 2 runs; this week so far 12.0 km."),
        ((38.2, 12), "2 weeks, 4 runs; last complete week 38.2 km, this week so far 12.0 km."),
        (
            (30, 34, 36, 38.2, 12),
            (
                "5 weeks, 10 runs; last complete week 38.2 km, four-week mean 35.0 km, "
                "this week so far 12.0 km."
            ),
        ),
    ],
)
def test_the_weekly_bars_say_their_numbers(kilometres: tuple[float, ...], sentence: str) -> None:
    volume = _volume(*kilometres) if kilometres else WeeklyVolume.empty()
    assert running.weekly_distance_alt(volume, KM) == sentence


def test_each_run_type_has_its_own_line_on_a_pace_axis() -> None:
    figure = running.pace_by_type(PACES, KM)
    assert [line.name for line in figure.data] == ["easy", "tempo"]
    assert pd.to_datetime(figure.data[0].y).strftime("%M:%S").tolist() == ["05:45", "05:40"]
    assert (figure.layout.yaxis.type, figure.layout.yaxis.autorange) == ("date", "reversed")


def test_paces_are_drawn_per_mile_when_miles_are_chosen() -> None:
    figure = running.pace_by_type(_pace(("2026-11-16", "easy", 300)), MI)
    assert pd.to_datetime(figure.data[0].y).strftime("%M:%S").tolist() == ["08:03"]
    assert "/mi" in figure.data[0].hovertemplate


def test_paces_of_all_types_together_are_one_line() -> None:
    figure = running.pace_by_type(_pace(("2026-11-16", "all", 300)), KM)
    assert [line.name for line in figure.data] == ["all runs"]


def test_the_pace_lines_say_their_latest_paces() -> None:
    assert running.pace_by_type_alt(PACES, KM) == (
        "2 weeks, 6 runs; latest easy 5:40 /km, tempo 4:40 /km."
    )
    assert "8:03 /mi" in running.pace_by_type_alt(_pace(("2026-11-16", "easy", 300)), MI)
    assert running.pace_by_type_alt(WeeklyPace.empty(), KM).startswith("No run ")


def test_changes_carry_their_standard_error_and_gaps_stay_open() -> None:
    line = running.reference_speed(_blocks(0, np.nan, 2.1), KM).data[0]
    assert line.y[[0, 2]].tolist() == [0, 2.1]
    assert np.isnan(line.y[1])
    assert line.error_y.array[2] == 1.2
    assert not line.connectgaps
    assert line.customdata[2] == "± 1.2 %<br>5:26 /km, runs: 9"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ((), "Not enough steady runs"),
        ((np.nan,), "Not enough steady runs"),
        ((0.0,), "1 block with 9 runs; 5:33 /km at the reference heart rate, nothing to compare"),
        ((0.0, np.nan, 2.1), "2.1 % faster than the first (standard error 1.2 %)"),
        ((0.0, -0.7), "0.7 % slower than the first"),
    ],
)
def test_speed_at_the_reference_heart_rate_is_said_in_words(
    changes: tuple[float, ...], words: str
) -> None:
    blocks = _blocks(*changes) if changes else ReferenceSpeed.empty()
    assert words in running.reference_speed_alt(blocks, KM)


def test_a_single_pace_gets_a_whole_minute_of_room() -> None:
    slow, fast = running.pace_by_type(_one_pace(300.0), KM).layout.yaxis.range
    assert (pd.Timestamp(slow) - pd.Timestamp(fast)) == pd.Timedelta(minutes=1)


def test_a_pace_line_breaks_at_a_long_gap() -> None:
    paces = pd.concat([_one_pace(300.0), _one_pace(310.0)], ignore_index=True)
    paces["week"] = pd.to_datetime(["2026-01-05", "2026-11-16"])
    figure = running.pace_by_type(WeeklyPace.validate(paces), KM)
    (line,) = json.loads(figure.to_json())["data"]
    assert line["y"] == ["1970-01-01T00:05:00", None, "1970-01-01T00:05:10"]


def _one_pace(s_per_km: float) -> DataFrame[WeeklyPace]:
    week = pd.Timestamp("2026-11-16")
    row = {"week": week, "type": "easy", "distance_m": 1e4, "duration_s": 10 * s_per_km, "runs": 1}
    return WeeklyPace.validate(pd.DataFrame([row | {"pace_s_per_km": s_per_km}]))
