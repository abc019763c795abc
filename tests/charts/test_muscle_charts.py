import math
from datetime import date, timedelta
from typing import Any, get_args

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import (
    balance,
    body_figure,
    body_outline,
    lift_zones,
    muscle_coverage,
    muscle_weeks,
)
from ironstride.frames import ExerciseMuscles, LiftSets
from ironstride.frames.balance import BalanceBlocks, MuscleCoverage, WeeklyCoverage
from ironstride.frames.muscles import BandedMuscleSets, MuscleLast, MuscleTotals, WeeklyZones
from ironstride.metrics.balance import balance_blocks
from ironstride.metrics.coverage import coverage_by_muscle, weekly_coverage
from ironstride.metrics.intensity import weekly_zones
from ironstride.metrics.muscle_band import SetBand, against_band
from ironstride.metrics.muscles import muscle_last, muscle_totals
from ironstride.metrics.sets import weekly_muscle_sets
from ironstride.records.exercise import Muscle

TODAY = date(2026, 11, 18)  # a Wednesday
GROUPS = get_args(Muscle)
MUSCLES = ExerciseMuscles.validate(
    pd.DataFrame(
        [("Squat", "quads", 1.0), ("Squat", "glutes", 0.5), ("Curl", "hamstrings", 1.0)]
        + [("Nothing", muscle, 1.0) for muscle in GROUPS],
        columns=["exercise", "muscle", "share"],
    )
)


def sets_of(*rows: tuple[int, str, int], **changes: Any) -> DataFrame[LiftSets]:
    """Return sets as (weeks ago, exercise, how many), each week in one session."""
    plain = {
        "kind": "weighted", "lower_body": True, "body_mass_fraction": 0.0, "set_type": "work",
        "side": "", "reps": 5.0, "load_kg": 100.0, "hold_s": None, "rir": 0.0,
    }  # fmt: skip
    table = [
        plain
        | {"session_id": 1 + ago, "position": position, "exercise": exercise}
        | {"started_at": pd.Timestamp(TODAY) - timedelta(weeks=ago)}
        | changes
        for ago, exercise, many in rows
        for position in range(many)
    ]
    return LiftSets.validate(pd.DataFrame(table))


SETS = sets_of((3, "Squat", 10), (2, "Squat", 4), (1, "Squat", 2), (1, "Curl", 1), (0, "Squat", 1))
# two weeks
TOTALS = muscle_totals(SETS, MUSCLES, first=date(2026, 11, 5), last=TODAY)
LAST = muscle_last(SETS, MUSCLES, today=TODAY)
WEEKLY = weekly_muscle_sets(SETS, MUSCLES, today=TODAY)
BANDED = against_band(WEEKLY)
COVERAGE = weekly_coverage(WEEKLY)
ZONES = weekly_zones(SETS, today=TODAY)
MANY = sets_of(*((ago, "Squat", 6) for ago in range(1, 41)), (1, "Curl", 6), (9, "Curl", 2))
BLOCKS = balance_blocks(MANY, MUSCLES, today=TODAY)
LEGS = DataFrame[BalanceBlocks](BLOCKS[BLOCKS.measure == "hamstrings : quads"])


def body(chosen: str = "", most: float = 8.0) -> go.Figure:
    return body_figure.body_figure(TOTALS, LAST, chosen=chosen, most=most)


FIGURES = [
    muscle_weeks.muscle_weeks(BANDED),
    muscle_weeks.muscle_weeks(BandedMuscleSets.empty()),
    muscle_coverage.muscle_coverage(COVERAGE),
    muscle_coverage.muscle_coverage(WeeklyCoverage.empty()),
    lift_zones.zones(ZONES),
    lift_zones.zones(WeeklyZones.empty()),
    lift_zones.contacts(ZONES),
    lift_zones.contacts(WeeklyZones.empty()),
    balance.balance(LEGS, part="hamstrings", both="both"),
    balance.balance(BalanceBlocks.empty(), part="hamstrings", both="both"),
]


@pytest.mark.parametrize("figure", FIGURES)
def test_every_chart_is_drawn_as_svg_with_titled_axes_and_few_marks(figure: go.Figure) -> None:
    assert {trace.type for trace in figure.data} <= {"bar", "scatter", "heatmap"}
    assert figure.layout.xaxis.title.text
    assert figure.layout.yaxis.title.text
    assert all(len(trace.x) <= 1100 for trace in figure.data)


@pytest.mark.parametrize("view", [body_outline.FRONT, body_outline.BACK])
def test_no_part_of_the_body_lies_outside_its_outline(view: tuple[tuple[str, str], ...]) -> None:
    outside = body_outline.silhouette()
    for muscle, outline in body_outline.parts(view):
        assert all(body_figure.is_inside(point, outside) for point in outline), muscle


@pytest.mark.parametrize("view", [body_outline.FRONT, body_outline.BACK])
def test_no_two_parts_of_the_body_overlap(view: tuple[tuple[str, str], ...]) -> None:
    parts = body_outline.parts(view)
    for number, (muscle, outline) in enumerate(parts):
        for other, beside in parts[number + 1 :]:
            crossed = [point for point in beside if body_figure.is_inside(point, outline)]
            assert not crossed, (muscle, other, crossed[0])


def test_the_body_is_the_same_on_both_sides_and_stands_on_the_floor() -> None:
    outline = body_outline.silhouette()
    assert outline[:, 0].min() == pytest.approx(-outline[:, 0].max())
    assert outline[:, 1].min() == pytest.approx(0, abs=1)
    assert outline[:, 1].max() == pytest.approx(199, abs=1)


def test_every_group_has_a_place_on_the_body_and_a_mark_to_touch() -> None:
    touched = {muscle for trace in body().data for muscle in trace.customdata or ()}
    assert touched == set(GROUPS)


def test_what_is_not_seen_of_the_body_is_not_drawn() -> None:
    shapes = [trace for trace in body("glutes").data if trace.fill]
    assert [trace.mode for trace in shapes] == ["none"] * 9 + ["lines"]
    marks = [trace.marker for trace in body().data if trace.customdata is not None]
    assert {(mark.opacity, mark.maxdisplayed) for mark in marks} == {(0, 1)}


def test_a_mark_lies_in_its_own_part() -> None:
    """So that a touch on the thigh never chooses the calf."""
    shapes = {
        muscle: [outline for view in (body_outline.FRONT, body_outline.BACK)
                 for name, outline in body_outline.parts(view) if name == muscle]
        for muscle in GROUPS
    }  # fmt: skip
    for trace in body().data:
        for muscle, x, y in zip(trace.customdata or (), trace.x, trace.y, strict=False):
            own = math.copysign(body_figure.APART, x)
            point = np.array([x - own, y], dtype=float)
            assert any(body_figure.is_inside(point, one) for one in shapes[muscle]), muscle


def test_colour_grows_with_the_sets_and_grey_is_none() -> None:
    shades = [body_figure.shade(sets, 8) for sets in (0.5, 2, 8)]
    assert shades == sorted(shades)
    assert body_figure.shade(0, 8) == body_figure.NONE
    colours = [trace.fillcolor for trace in body().data if trace.fill]
    quads, glutes = body_figure.shade(1.5, 8), body_figure.shade(0.75, 8)
    assert {quads, glutes, body_figure.NONE} <= set(colours)


def test_only_the_chosen_group_has_an_outline_and_lies_on_top() -> None:
    assert not any(trace.line.width for trace in body().data if trace.fill)
    drawn = [trace for trace in body("glutes").data if trace.fill]
    assert [bool(trace.line.width) for trace in drawn] == [False] * 9 + [True]


def test_a_group_says_its_sets_and_its_last_day() -> None:
    told = {t.customdata[0]: t.hovertemplate for t in body().data if t.customdata is not None}
    assert told["quads"] == ("<b>Quads</b><br>1.5 hard sets a week<br>last today<extra></extra>")
    assert "never worked" in told["calves"]
    assert "last 7 days ago" in told["hamstrings"]


def test_the_body_says_its_numbers() -> None:
    said = body_figure.body_figure_alt(TOTALS)
    assert said.startswith("Hard sets a week: quads 1.5, glutes 0.8, hamstrings 0.5; nothing for ")
    idle = muscle_totals(SETS, MUSCLES, first=date(2020, 1, 1), last=date(2020, 1, 7))
    assert "all grey" in body_figure.body_figure_alt(idle)


def test_without_any_muscle_the_body_is_grey_and_no_error() -> None:
    figure = body_figure.body_figure(MuscleTotals.empty(), MuscleLast.empty(), most=1)
    fills = {trace.fillcolor for trace in figure.data if trace.fill}
    assert fills == {body_figure.BODY, body_figure.NONE}


def test_a_square_of_the_weeks_is_the_sum_of_its_sets() -> None:
    done, unfinished, above, _ = muscle_weeks.muscle_weeks(BANDED).data
    row = list(done.y).index("quads")
    assert [None if np.isnan(one) else one for one in done.z[row]] == [None, 10, 4, 2]
    assert unfinished.z[row][-1] == 1
    assert unfinished.opacity < 1
    assert list(above.y) == ["quads"]


def test_the_weeks_say_how_many_lay_within_the_band() -> None:
    said = muscle_weeks.muscle_weeks_alt(BANDED)
    assert said.startswith("3 finished weeks; weeks within the band: ")
    assert "quads 1" in said
    assert "glutes 1" in said
    assert muscle_weeks.muscle_weeks_alt(BandedMuscleSets.empty()).startswith("No finished week")


def test_only_the_last_two_years_of_weeks_can_be_touched() -> None:
    years = weekly_muscle_sets(sets_of((1040, "Squat", 1)), MUSCLES, today=TODAY)
    *_, above, marks = muscle_weeks.muscle_weeks(against_band(years, default=SetBand(0, 0))).data
    assert len(above.x) == 0
    assert len(marks.x) == 104 * len(GROUPS)


@pytest.mark.parametrize("band", [(0, 0), (0, 5), (5, 5), (1, 30)])
def test_any_band_makes_a_scale_of_colours_that_rises(band: tuple[float, float]) -> None:
    weekly = BANDED.assign(low=float(band[0]), high=float(band[1]))
    scale = muscle_weeks.muscle_weeks(DataFrame[BandedMuscleSets](weekly)).data[0].colorscale
    steps = [step for step, _ in scale]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, 1)


def test_what_articles_ask_for_is_a_square_or_a_dot() -> None:
    squares, dots = muscle_coverage.muscle_coverage(COVERAGE).data
    assert sorted(squares.y) == ["hamstrings", "quads", "quads", "quads"]
    assert len(squares.x) + len(dots.x) == 3 * 6
    said = muscle_coverage.muscle_coverage_alt(coverage_by_muscle(COVERAGE))
    assert said == (
        "Of 3 finished weeks, worked directly in: "
        "calves 0, hamstrings 1, quads 3, glutes 0, back 0, core 0."
    )
    empty = muscle_coverage.muscle_coverage_alt(MuscleCoverage.empty())
    assert empty == "No finished week yet."


def test_the_zones_add_up_to_the_working_sets_and_the_open_week_is_hatched() -> None:
    bars = lift_zones.zones(ZONES).data
    assert sum(int(np.sum(bar.y)) for bar in bars) == len(SETS)
    assert {bar.marker.pattern.shape for bar in bars[5:]} == {"/"}
    said = lift_zones.zones_alt(ZONES)
    assert said.startswith("4 weeks with 18 working sets, beside the estimated maximum: ")
    assert " % at 80 to 90 %, " in said
    assert said.endswith(" % not known.")
    assert lift_zones.zones_alt(WeeklyZones.empty()) == "0 weeks without a working set."


def test_jumps_are_counted_in_contacts_and_timed_ones_named() -> None:
    jumps = pd.concat(
        [
            sets_of((1, "Jump", 2), kind="plyometric", rir=None),
            sets_of((1, "Rope", 1), kind="plyometric", rir=None, reps=None, hold_s=60.0),
        ]
    )
    weekly = weekly_zones(DataFrame[LiftSets](jumps), today=TODAY)
    assert lift_zones.contacts_alt(weekly) == (
        "2 weeks, 1 week of them with jumps: 10 contacts; "
        "not counted, for they name no reps: 1 set."
    )


def test_a_block_is_a_ring_until_six_came_before_it() -> None:
    low, high, median, shares = balance.balance(LEGS, part="hamstrings", both="both").data
    assert len(LEGS) == 10
    assert list(shares.marker.symbol[:6]) == ["circle-open"] * 6
    assert shares.marker.symbol[-1] == "triangle-up"
    assert len(low.x) == len(high.x) == len(median.x) == 4
    assert shares.y[-1] == pytest.approx(100 * 6 / 30)


def test_the_balance_says_where_the_last_block_lies() -> None:
    assert balance.balance_alt(LEGS, part="hamstrings") == (
        "10 blocks of four weeks; in the last 20 % hamstrings (ratio 0.25), "
        "above your own band: 0 % at both ends."
    )
    young = DataFrame[BalanceBlocks](LEGS.head(3))
    assert balance.balance_alt(young, part="hamstrings").endswith(
        "cannot tell yet where that lies."
    )
    assert "none with four hard sets" in balance.balance_alt(
        BalanceBlocks.empty(), part="hamstrings"
    )


def test_a_zone_or_a_week_without_a_set_is_no_bar() -> None:
    bars = [*lift_zones.zones(ZONES).data, *lift_zones.contacts(ZONES).data]
    assert all((bar.y > 0).all() for bar in bars)
