"""The charts of hard sets, tonnage and ranges of reps, on their data."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import lift_volume as charts
from ironstride.charts.rep_mix import rep_mix, rep_mix_alt
from ironstride.frames.muscles import WeeklyVolumeLoad
from ironstride.frames.strength import WeeklySets
from ironstride.frames.strength_trends import RepMix, RepShares
from ironstride.metrics.rep_brackets import rep_shares
from ironstride.units import Units

KG, LB = Units(), Units(weight="lb")


def sets_of(*rows: tuple[str, int, bool]) -> DataFrame[WeeklySets]:
    table = pd.DataFrame(rows, columns=["week", "hard_sets", "complete"])
    week = pd.to_datetime(table.week)
    return WeeklySets.validate(
        table.assign(week=week, sets=table.hard_sets, sessions=1, tonnage_kg=0)
    )


def loads_of(*rows: tuple[str, float, float | None, bool]) -> DataFrame[WeeklyVolumeLoad]:
    columns = ["week", "tonnage_kg", "volume_load_kg", "complete"]
    table = pd.DataFrame(rows, columns=columns)
    return WeeklyVolumeLoad.validate(
        table.assign(week=pd.to_datetime(table.week), uncounted_sets=0)
    )


def mix_of(*rows: tuple[str, str, int, float | None, bool]) -> DataFrame[RepMix]:
    table = pd.DataFrame(rows, columns=["week", "bracket", "sets", "share", "complete"])
    return RepMix.validate(table.assign(week=pd.to_datetime(table.week)))


SETS = sets_of(("2026-11-09", 18, True), ("2026-11-16", 7, False))
LOADS = loads_of(("2026-11-09", 5400.0, 9000.0, True), ("2026-11-16", 2100.0, None, False))
MIX = mix_of(
    ("2026-11-09", "4–6", 6, 0.75, True),
    ("2026-11-09", "16+", 2, 0.25, True),
    ("2026-11-16", "4–6", 0, None, False),
    ("2026-11-16", "16+", 0, None, False),
)


def test_units_stand_on_the_axes() -> None:
    figures = [charts.weekly_sets(SETS), charts.tonnage(LOADS, LB), rep_mix(MIX)]
    titles = [figure.layout.yaxis.title.text for figure in figures]
    assert titles == ["hard sets", "weekly sum (lb)", "share of working sets (%)"]
    assert {figure.layout.xaxis.title.text for figure in figures} == {"week"}


def test_the_unfinished_week_is_hatched_and_stands_in_its_own_bar() -> None:
    finished, so_far = charts.weekly_sets(SETS).data
    assert (finished.y.tolist(), so_far.y.tolist()) == ([18], [7])
    assert (finished.marker.pattern.shape, so_far.marker.pattern.shape) == ("", "/")
    assert so_far.x[0] == np.datetime64("2026-11-16")


def test_tonnage_is_drawn_in_the_chosen_unit_beside_what_the_body_adds() -> None:
    done, _, whole = charts.tonnage(LOADS, KG).data
    assert done.y.tolist() == [5400]
    assert (whole.y[0], np.isnan(whole.y[1])) == (9000, True)
    assert charts.tonnage(LOADS, LB).data[0].y.round().tolist() == [11905]


@pytest.mark.parametrize("figure", [charts.weekly_sets(SETS), charts.tonnage(LOADS, KG)])
def test_an_axis_of_counts_never_goes_below_zero(figure: go.Figure) -> None:
    assert figure.layout.yaxis.rangemode == "nonnegative"


def test_the_shares_of_a_week_add_up_and_an_unused_range_is_not_in_the_legend() -> None:
    bars = rep_mix(MIX).data
    assert sum(bar.y[0] for bar in bars if bar.marker.pattern.shape == "" and len(bar.y)) == 100
    assert [bar.name for bar in bars if bar.showlegend] == ["4–6 reps", "16+ reps"]


def test_many_years_are_drawn_four_weeks_a_bar_with_every_set_in_one() -> None:
    weeks = pd.date_range("2010-01-04", periods=402, freq="7D")
    rows = [
        (week, bracket, sets, share, True)
        for week in weeks.strftime("%Y-%m-%d")
        for bracket, sets, share in (("4–6", 3, 0.75), ("16+", 1, 0.25))
    ]
    mix = mix_of(*rows)
    few = next(bar for bar in rep_mix(mix).data if bar.name == "4–6 reps" and len(bar.y))
    assert len(few.y) == 101
    assert set(few.y) == {75}
    assert sum(few.customdata) == 3 * 402
    assert rep_mix_alt(mix, rep_shares(mix)).endswith("A column is four weeks.")


@pytest.mark.parametrize(
    "figure",
    [
        charts.weekly_sets(WeeklySets.empty()),
        charts.tonnage(WeeklyVolumeLoad.empty(), KG),
        rep_mix(RepMix.empty()),
    ],
)
def test_an_empty_log_draws_an_empty_chart(figure: go.Figure) -> None:
    assert sum(len(one.y) for one in figure.data) == 0
    assert figure.to_json()


def test_sentences_say_what_the_charts_show() -> None:
    assert charts.weekly_sets_alt(SETS) == (
        "2 weeks from 9 Nov 2026: 18 hard sets in the last finished week, "
        "7 hard sets so far in the unfinished one."
    )
    assert charts.tonnage_alt(LOADS, KG) == (
        "2 weeks from 9 Nov 2026: 5\u202f400 kg in the last finished week, 2\u202f100 kg so far "
        "in the unfinished one. Body mass is not known for 1 of them."
    )
    assert rep_mix_alt(MIX, rep_shares(MIX)) == (
        "8 working sets: 75 % of 4–6 reps, 25 % of 16+ reps. A column is a week."
    )


def test_sentences_of_an_empty_log_say_so() -> None:
    assert charts.weekly_sets_alt(WeeklySets.empty()) == "No week with a lift yet."
    assert (
        rep_mix_alt(RepMix.empty(), RepShares.empty()) == "No working set with reps in this span."
    )


def test_a_sentence_without_an_unfinished_week_ends_with_the_last_finished_one() -> None:
    over = sets_of(("2026-11-09", 18, True))
    assert charts.weekly_sets_alt(over).endswith("18 hard sets in the last finished week.")
    begun = sets_of(("2026-11-16", 7, False))
    assert charts.weekly_sets_alt(begun) == (
        "1 week from 16 Nov 2026, 7 hard sets so far in the unfinished one."
    )
