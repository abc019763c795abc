import json
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts.pace import Paces, pace_by_type, pace_by_type_alt
from ironstride.charts.reference_pace import reference_pace, reference_pace_alt
from ironstride.charts.reference_speed import reference_speed, reference_speed_alt
from ironstride.frames.pace import GradeAdjustedPace, PaceTrends
from ironstride.frames.running import ReferenceSpeed, WeeklyPace
from ironstride.units import Units

KM, MI = Units(), Units(distance="mi")
THIS_WEEK = date(2026, 11, 16)


def _pace(*rows: tuple[str, str, float]) -> DataFrame[WeeklyPace]:
    table = pd.DataFrame(rows, columns=["week", "type", "pace_s_per_km"])
    table = table.assign(
        week=pd.to_datetime(table.week),
        distance_m=10_000.0,
        duration_s=table.pace_s_per_km * 10,
        runs=2,
    )
    return WeeklyPace.validate(table)


def _flat(*rows: tuple[str, str, float, float]) -> DataFrame[GradeAdjustedPace]:
    adjusted = pd.Series([row[3] for row in rows], dtype=float)
    table = _pace(*(row[:3] for row in rows)).assign(adjusted_s_per_km=adjusted)
    return GradeAdjustedPace.validate(table.assign(adjusted_runs=adjusted.notna().astype(int)))


def _blocks(*changes: float) -> DataFrame[ReferenceSpeed]:
    """Blocks of four weeks whose first runs at 3 m/s; all but the first have an error of 1.2 %."""
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


def _trend(**changes: Any) -> DataFrame[PaceTrends]:
    known = {
        "type": "easy",
        "status": "faster",
        "weeks": 6,
        "first": pd.Timestamp("2026-09-07"),
        "last": pd.Timestamp("2026-11-16"),
        "pct_per_week": 0.2,
        "low_pct_per_week": 0.1,
        "high_pct_per_week": 0.3,
        "first_s_per_km": 350.0,
        "last_s_per_km": 340.0,
    }
    return PaceTrends.validate(pd.DataFrame([known | changes]))


def _drawn(
    pace: Paces, units: Units = KM, trends: DataFrame[PaceTrends] | None = None
) -> go.Figure:
    found = PaceTrends.empty() if trends is None else trends
    return pace_by_type(pace, found, units, this_week=THIS_WEEK)


def _clock(moments: Any) -> list[str]:
    return [str(pd.Timestamp(one).strftime("%M:%S")) for one in moments]


PACES = _pace(
    ("2026-11-09", "easy", 345), ("2026-11-16", "easy", 340), ("2026-11-16", "tempo", 280)
)
FIGURES = [
    _drawn(PACES),
    _drawn(WeeklyPace.empty()),
    _drawn(_flat(("2026-11-09", "hills", 360, 332))),
    reference_pace(_blocks(0, np.nan, 2.1), KM),
    reference_pace(ReferenceSpeed.empty(), KM),
    reference_speed(_blocks(0, np.nan, 2.1), KM),
    reference_speed(ReferenceSpeed.empty(), KM),
]


@pytest.mark.parametrize("figure", FIGURES)
def test_every_chart_is_drawn_as_svg_and_titles_its_axes(figure: go.Figure) -> None:
    assert {trace.type for trace in figure.data} <= {"scatter"}
    assert figure.layout.xaxis.title.text
    assert figure.layout.yaxis.title.text.split("(")[1] in {"min/km)", "%)"}


def test_each_run_type_has_its_own_line_on_a_pace_axis() -> None:
    figure = _drawn(PACES)
    assert [line.name for line in figure.data] == ["easy", "tempo"]
    assert _clock(figure.data[0].y) == ["05:45", "05:40"]
    assert (figure.layout.yaxis.type, figure.layout.yaxis.autorange) == ("date", "reversed")


def test_the_week_that_is_not_over_has_an_open_point() -> None:
    assert _drawn(PACES).data[0].marker.symbol.tolist() == ["circle", "circle-open"]


def test_paces_are_drawn_per_mile_when_miles_are_chosen() -> None:
    figure = _drawn(_pace(("2026-11-16", "easy", 300)), MI)
    assert _clock(figure.data[0].y) == ["08:03"]
    assert figure.layout.yaxis.title.text == "pace (min/mi)"


def test_a_trend_is_a_dashed_line_in_the_colour_of_its_type() -> None:
    easy, _, trend = _drawn(PACES, trends=_trend()).data
    assert (trend.line.dash, trend.line.color) == ("dash", easy.line.color)
    assert _clock(trend.y) == ["05:50", "05:40"]


def test_a_pace_without_a_direction_has_no_line_that_leans() -> None:
    assert len(_drawn(PACES, trends=_trend(status="no clear direction")).data) == 2


def test_more_than_three_years_of_weeks_are_points_alone() -> None:
    weeks = [str(day.date()) for day in pd.date_range("2022-11-14", "2026-11-16", freq="7D")]
    shape, told, last = _drawn(_pace(*((week, "easy", 300) for week in weeks))).data
    assert [shape.mode, told.mode, last.mode] == ["none", "markers", "markers"]
    assert last.marker.symbol.tolist() == ["circle-open"]
    assert [one.showlegend for one in (shape, told, last)] == [False, True, False]
    assert _drawn(PACES).data[0].mode == "lines+markers"


def test_very_many_weeks_are_one_shape_with_a_diamond_at_each_that_is_known() -> None:
    weeks = [str(day.date()) for day in pd.date_range("2022-11-14", "2026-11-09", freq="7D")]
    paces = [(week, "easy", 300 + number % 60) for number, week in enumerate(weeks)]
    shape, told, _ = _drawn(_pace(*paces[:100], *paces[130:])).data
    assert told.marker.maxdisplayed == 1
    x, y = (np.asarray(one).reshape(2, -1, 3) for one in (shape.x, shape.y))
    known = [week is not None for week in told.y]
    assert x[0, :, 1].tolist() == told.x[known].astype("datetime64[ms]").astype(float).tolist()
    assert y[0, :, 0].tolist() == [1000 * seconds for _, _, seconds in (*paces[:100], *paces[130:])]
    assert (x[0] == x[1, ::-1, ::-1]).all()
    assert (y[0] - y[1, ::-1, ::-1] >= 0).all()


def test_a_type_that_cannot_be_told_yet_has_no_line() -> None:
    unknown = dict.fromkeys(
        [name for name in PaceTrends.empty().columns if name.endswith(("_week", "_km"))], np.nan
    )
    assert len(_drawn(PACES, trends=_trend(status="cannot tell yet", **unknown)).data) == 2


def test_on_the_flat_steep_weeks_are_drawn_adjusted_and_the_others_as_they_are() -> None:
    figure = _drawn(_flat(("2026-11-09", "easy", 360, 332), ("2026-11-16", "easy", 350, np.nan)))
    (line,) = figure.data
    assert _clock(line.y) == ["05:32", "05:50"]
    assert line.customdata.tolist() == ["≈, as run 6:00, runs: 2", "runs: 2"]
    assert "≈" in figure.layout.yaxis.title.text


def test_the_pace_lines_say_their_latest_paces() -> None:
    assert pace_by_type_alt(PACES, KM) == "2 weeks, 6 runs; latest easy 5:40 /km, tempo 4:40 /km."
    assert "8:03 /mi" in pace_by_type_alt(_pace(("2026-11-16", "easy", 300)), MI)
    flat = _flat(("2026-11-09", "hills", 360, 332))
    assert pace_by_type_alt(flat, KM).endswith("latest as on the flat (≈) hills 5:32 /km.")
    assert pace_by_type_alt(WeeklyPace.empty(), KM).startswith("No run ")


def test_paces_of_all_types_together_are_one_line() -> None:
    assert [line.name for line in _drawn(_pace(("2026-11-16", "all", 300))).data] == ["all runs"]


def test_a_single_pace_gets_a_whole_minute_of_room() -> None:
    slow, fast = _drawn(_pace(("2026-11-16", "easy", 300))).layout.yaxis.range
    assert (pd.Timestamp(slow) - pd.Timestamp(fast)) == pd.Timedelta(minutes=1)


def test_a_pace_line_breaks_at_a_long_gap() -> None:
    figure = _drawn(_pace(("2026-01-05", "easy", 300), ("2026-11-16", "easy", 310)))
    (line,) = json.loads(figure.to_json())["data"]
    assert line["y"] == ["1970-01-01T00:05:00", None, "1970-01-01T00:05:10"]


def test_pace_at_the_reference_heart_rate_lies_in_the_middle_of_its_block() -> None:
    line = reference_pace(_blocks(0, np.nan, 2.1), KM).data[1]
    assert _clock([line.y[0], line.y[2]]) == ["05:33", "05:26"]
    assert line.y[1] is None
    assert pd.Timestamp(line.x[2]) == pd.Timestamp("2026-11-02")
    assert line.customdata[2] == "(+2.1 ± 1.2 %), runs: 9"


def test_the_band_is_as_wide_as_the_standard_error_and_open_where_a_block_lacks_runs() -> None:
    band = reference_pace(_blocks(0, np.nan, 2.1), KM).data[0]
    assert band.fill == "toself"
    stretches = [list(band.y[:4]), list(band.y[5:9])]
    assert band.y[4] is None
    assert _clock(stretches[0]) == ["05:33"] * 4
    # 326.4 s/km × exp(± 0.012)
    assert _clock(stretches[1]) == ["05:30", "05:30", "05:23", "05:23"]


def test_twenty_years_of_blocks_stay_within_the_marks_of_a_trace() -> None:
    figure = reference_pace(_blocks(*[0.5] * 261), KM)
    assert max(len(trace.x) for trace in figure.data) <= 1_100


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ((), "Not enough steady runs"),
        ((np.nan,), "Not enough steady runs"),
        ((0.0,), "1 block with 9 runs: 5:33 /km at the reference heart rate, nothing to compare"),
        ((0.0, np.nan, 2.1), "2 blocks with 18 runs: from 5:33 /km in the first to 5:26 /km"),
    ],
)
def test_pace_at_the_reference_heart_rate_is_said_in_words(
    changes: tuple[float, ...], words: str
) -> None:
    blocks = _blocks(*changes) if changes else ReferenceSpeed.empty()
    assert words in reference_pace_alt(blocks, KM)


def test_changes_carry_their_standard_error_and_gaps_stay_open() -> None:
    line = reference_speed(_blocks(0, np.nan, 2.1), KM).data[0]
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
def test_the_change_at_the_reference_heart_rate_is_said_in_words(
    changes: tuple[float, ...], words: str
) -> None:
    blocks = _blocks(*changes) if changes else ReferenceSpeed.empty()
    assert words in reference_speed_alt(blocks, KM)
