"""The charts of bests over one distance, on their data."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import bests as charts
from ironstride.charts.race_time import moments
from ironstride.frames.bests import Efforts, RecordSteps, YearlyBests
from ironstride.metrics.bests import record_steps, yearly_bests
from ironstride.units import Units

KM, MI = Units(), Units("mi", "lb")
TODAY = date(2026, 11, 16)


def efforts_of(
    *seconds: float, distance_m: float = 5_000.0, apart: str = "200D"
) -> DataFrame[Efforts]:
    """Efforts over one distance, the last one on 2026-11-01."""
    n = len(seconds)
    table = {
        "distance_m": distance_m,
        "duration_s": list(seconds),
        "measured_m": 1.006 * distance_m,
        "started_at": pd.date_range(end="2026-11-01 09:30", periods=n, freq=apart),
        "source": "run",
        "source_id": range(1, n + 1),
        "known": "whole run",
    }
    return Efforts.validate(pd.DataFrame(table))


def drawn(efforts: DataFrame[Efforts], units: Units = KM) -> Any:
    return charts.progression(efforts, record_steps(efforts), units, today=TODAY)


def test_the_record_falls_in_steps_and_holds_until_today() -> None:
    line, others, records = drawn(efforts_of(1500, 1400, 1450, 1300)).data
    assert line.line.shape == "hv"
    assert line.y.tolist() == moments([1500, 1400, 1300, 1300]).tolist()
    assert line.x[-1] == np.datetime64(TODAY, "ns")
    assert others.y.tolist() == moments([1450]).tolist()
    assert records.customdata[0] == "25:00 (4:58 /km)<br>11 Mar 2025, whole run"
    assert records.customdata[1].endswith("<br>100 s faster")


def test_faster_is_up_and_the_ticks_read_a_clock() -> None:
    axis = drawn(efforts_of(1500, 1400)).layout.yaxis
    assert (axis.type, axis.tickformat, axis.title.text) == ("date", "%-M:%S", "time (m:ss)")
    assert axis.range[0] > moments(1500)
    assert axis.range[1] < moments(1400)


def test_a_marathon_is_drawn_in_hours() -> None:
    axis = drawn(efforts_of(12_900, 12_500, distance_m=42_195.0)).layout.yaxis
    assert (axis.tickformat, axis.title.text) == ("%-H:%M:%S", "time (h:mm:ss)")


def test_one_effort_alone_has_an_axis_of_some_seconds() -> None:
    axis = drawn(efforts_of(80.0, distance_m=400.0)).layout.yaxis
    assert axis.range[0] - axis.range[1] == pd.Timedelta(seconds=12)


def test_paces_are_per_mile_when_miles_are_chosen() -> None:
    assert "/mi)" in drawn(efforts_of(1500), MI).data[2].customdata[0]


def test_a_jog_far_slower_than_the_record_is_counted_and_not_drawn() -> None:
    efforts = efforts_of(1400, 1300, 2600, 1350)
    assert len(drawn(efforts).data[1].y) == 1
    assert charts.progression_alt(efforts, record_steps(efforts), KM) == (
        "5 km: 4 efforts, 1 slower one not drawn; the record fell once, "
        "from 23:20 (11 Mar 2025) to 21:40 (27 Sep 2025)."
    )


def test_twenty_years_of_kilometres_stay_within_the_marks_of_a_trace() -> None:
    efforts = efforts_of(*np.linspace(200, 250, 5_000), distance_m=1_000.0, apart="36h")
    figure = drawn(efforts)
    assert max(len(one.x) for one in figure.data) == 1_100
    assert len(figure.data[1].x) == 1_100
    assert "3\u202f899 slower ones not drawn" in charts.progression_alt(
        efforts, record_steps(efforts), KM
    )


def test_an_only_effort_is_the_best() -> None:
    efforts = efforts_of(1500)
    assert charts.progression_alt(efforts, record_steps(efforts), KM) == (
        "5 km: 1 effort; the first, 25:00 (1 Nov 2026), is still the best."
    )


def test_the_best_of_this_year_is_an_open_mark() -> None:
    before, now = charts.yearly(yearly_bests(efforts_of(1500, 1400, 1450)), KM, today=TODAY).data
    assert (before.x.tolist(), now.x.tolist()) == ([2025], [2026])
    assert (before.text, now.text) == (("25:00",), ("23:20",))
    assert (before.marker.symbol, now.marker.symbol) == ("circle", "circle-open")


def test_many_years_are_marks_without_their_times_and_so_is_the_latest() -> None:
    bests = yearly_bests(efforts_of(*range(1500, 1400, -10), apart="365D"))
    assert {trace.mode for trace in charts.yearly(bests, KM, today=TODAY).data} == {"markers"}


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        ((), "No effort over this distance yet."),
        ((1500,), "5 km: 1 year with an effort; the fastest is 2026 (25:00)."),
        (
            (1300, 1400, 1500),
            "5 km: 2 years with an effort; the fastest is 2025 (21:40), the latest 2026 (23:20).",
        ),
    ],
)
def test_the_years_say_the_fastest_and_the_latest(
    seconds: tuple[float, ...], sentence: str
) -> None:
    assert charts.yearly_alt(yearly_bests(efforts_of(*seconds)), KM) == sentence


def test_nothing_in_draws_an_empty_chart_with_titled_axes() -> None:
    nothing = charts.progression(Efforts.empty(), RecordSteps.empty(), KM, today=TODAY)
    years = charts.yearly(YearlyBests.empty(), KM, today=TODAY)
    for figure, x_title in ((nothing, "date"), (years, "year")):
        assert len(figure.data) == 0
        assert figure.layout.xaxis.title.text == x_title
        assert figure.layout.yaxis.title.text == "time (m:ss)"
    alt = charts.progression_alt(Efforts.empty(), RecordSteps.empty(), KM)
    assert alt == "No effort over this distance yet."


def test_every_trace_is_svg() -> None:
    assert {one.type for one in drawn(efforts_of(1500, 1400)).data} == {"scatter"}
