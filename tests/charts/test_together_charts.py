"""The two panels and the scatter, tested on the numbers they draw."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.block_bands import block_bands
from ironstride.charts.slopes import slopes, slopes_alt
from ironstride.charts.together import (
    block_changes,
    block_changes_alt,
    index_and_speed,
    index_and_speed_alt,
)
from ironstride.frames.blocks import TrainingBlocks
from ironstride.frames.running import ReferenceSpeed
from ironstride.frames.strength import WeeklyIndex
from ironstride.frames.together import BlockAssociation, BlockChanges, SlopeEstimates

NONE = TrainingBlocks.empty()


def blocks(*rows: tuple[str, str, str | None]) -> DataFrame[TrainingBlocks]:
    frame = pd.DataFrame(rows, columns=["kind", "started_on", "ended_on"])
    days = {name: pd.to_datetime(frame[name]) for name in ("started_on", "ended_on")}
    numbers = range(1, len(rows) + 1)
    return TrainingBlocks.validate(frame.assign(**days, block_id=numbers, title="", notes=""))


def strength(*index: float) -> DataFrame[WeeklyIndex]:
    weeks = pd.date_range("2026-01-05", periods=len(index), freq="7D")
    frame = pd.DataFrame({"week": weeks, "index_pct": index, "effect": 0.0, "se": 1.0, "bests": 2})
    return WeeklyIndex.validate(frame)


def speed(*change: float) -> DataFrame[ReferenceSpeed]:
    blocks = pd.date_range("2026-01-05", periods=len(change), freq="28D")
    known = {"weeks": 4, "runs": 6, "enough": True, "speed_mps": 3.0, "se_pct": 0.5}
    return ReferenceSpeed.validate(
        pd.DataFrame({"block": blocks, "change_pct": change}).assign(**known)
    )


PAIRS = BlockChanges.validate(
    pd.DataFrame(
        {
            "block_start": [4, 8, 12],
            "observed_change": [2.0, -1.0, 1.0],
            "strength_change": [2.0, -1.0, 1.0],
            "performance_change": [1.5, -0.5, -0.2],
        }
    )
)
UNCLEAR = BlockAssociation("no clear link", "passed", 104, 3, 4, PAIRS)
LINK = replace(UNCLEAR, status="link", slope=0.5, intercept=0.25)


def test_strength_and_speed_have_a_panel_each_over_one_time_axis() -> None:
    built = index_and_speed(strength(100, 102), speed(0, 1.5), NONE)
    index, change = built.data
    assert (index.yaxis or "y", change.yaxis) == ("y", "y2")
    assert {trace.xaxis for trace in built.data} == {None}
    assert built.layout.yaxis2.overlaying is None
    assert built.layout.yaxis2.domain[1] < built.layout.yaxis.domain[0]
    assert (index.line.color, change.line.color) == (theme.LIFTING, theme.RUNNING)


def test_the_panels_say_unit_and_direction() -> None:
    layout = index_and_speed(strength(100), speed(0), NONE).layout
    assert "% of start" in layout.yaxis.title.text
    assert "faster" in layout.yaxis2.title.text
    assert "%" in layout.yaxis2.title.text
    assert layout.xaxis.title.text == "week"


def test_blocks_stand_in_their_middle_with_bars_of_one_standard_error() -> None:
    _, change = index_and_speed(strength(100), speed(0, 1.5), NONE).data
    assert list(change.x) == list(pd.to_datetime(["2026-01-19", "2026-02-16"]).to_numpy())
    assert list(change.error_y.array) == [0.5, 0.5]


def test_missing_weeks_and_blocks_stay_gaps() -> None:
    index, change = index_and_speed(strength(100, np.nan, 104), speed(0, np.nan, 2), NONE).data
    assert np.isnan([index.y[1], change.y[1]]).all()
    assert not index.connectgaps
    assert not change.connectgaps


def test_the_panels_are_told_in_words() -> None:
    assert index_and_speed_alt(strength(100, np.nan, 106), speed(0, -1.25), NONE) == (
        "Strength index: 106 % of its start after 2 weeks with a measure. Speed at the reference "
        "heart rate: −1.2 % against the first of 2 blocks (up is faster)."
    )


def test_empty_frames_draw_empty_panels_and_say_so() -> None:
    built = index_and_speed(strength(), speed(), NONE)
    assert [len(trace.x) for trace in built.data] == [0, 0]
    assert [said.yref for said in built.layout.annotations] == ["y domain", "y2 domain"]
    assert not built.layout.yaxis2.showticklabels
    assert index_and_speed_alt(strength(), speed(), NONE).count("nothing to show yet") == 2


def test_the_scatter_sets_strength_across_and_later_speed_up() -> None:
    built = block_changes(PAIRS, UNCLEAR)
    assert list(built.data[0].x) == [2.0, -1.0, 1.0]
    assert list(built.data[0].y) == [1.5, -0.5, -0.2]
    assert "stronger" in built.layout.xaxis.title.text
    assert "faster" in built.layout.yaxis.title.text
    assert built.layout.xaxis.zeroline
    assert built.layout.yaxis.zeroline
    assert built.layout.annotations[0].text == "3 block pairs"


@pytest.mark.parametrize("status", ["not enough data", "not enough ups and downs", "no clear link"])
def test_no_line_is_drawn_without_at_least_a_hint(status: str) -> None:
    built = block_changes(PAIRS, BlockAssociation(status, "passed", 104, 3, 4, PAIRS))  # type: ignore[arg-type]  # every status but the two with a line
    assert [trace.mode for trace in built.data] == ["markers"]


@pytest.mark.parametrize("association", [LINK, replace(LINK, status="hint")])
def test_the_line_is_the_slope_of_the_association(association: BlockAssociation) -> None:
    line = block_changes(PAIRS, association).data[1]
    assert (list(line.x), list(line.y)) == ([-1.0, 2.0], [-0.25, 1.25])


def test_the_scatter_is_told_in_words() -> None:
    assert block_changes_alt(PAIRS, LINK) == (
        "3 block pairs, season, trend and distance taken out: of 2 in which strength rose, speed "
        "rose a block later in 1; of the other 1, in 0. The line goes +0.50 % in speed per 1 % in "
        "strength."
    )
    assert block_changes_alt(PAIRS, UNCLEAR).endswith("No line is drawn.")


def test_no_pairs_draw_no_points_and_say_so() -> None:
    none = BlockChanges.empty()
    assert len(block_changes(none, UNCLEAR).data[0].x) == 0
    assert "no block pairs yet" in block_changes_alt(none, UNCLEAR)


def test_every_mark_is_svg() -> None:
    drawn = [*index_and_speed(strength(100), speed(0), NONE).data, *block_changes(PAIRS, LINK).data]
    assert {trace.type for trace in drawn} == {"scatter"}


def test_marked_blocks_are_shaded_through_both_panels_and_each_kind_is_named_once() -> None:
    marked = blocks(
        ("heavy lifting", "2026-01-05", "2026-01-18"),
        ("maintenance", "2026-01-19", "2026-01-25"),
        ("heavy lifting", "2026-01-26", None),
    )
    drawn = (strength(*[100] * 8), speed(0), marked)
    bands = index_and_speed(*drawn).layout.shapes
    assert [band.name for band in bands] == ["heavy lifting", "maintenance"]
    assert [band.showlegend for band in bands] == [True, True]
    assert {band.yref for band in bands} == {"paper"}
    outlines = [outline.split("L") for outline in bands[0].path.split("Z")[:-1]]
    assert outlines[0][0] == "M2026-01-05_00:00,0"
    assert outlines[0][2] == "2026-01-19_00:00,1"
    assert [outline[0][1:11] for outline in outlines] == ["2026-01-05", "2026-01-26"]
    assert index_and_speed_alt(*drawn).endswith("Shaded: 3 marked blocks.")


def test_a_band_never_reaches_beyond_the_days_that_are_drawn() -> None:
    days = pd.Series(pd.date_range("2026-03-02", periods=10, freq="7D"))
    marked = blocks(
        ("no lifting", "2025-01-06", "2025-02-02"),
        ("no lifting", "2026-01-05", "2026-03-15"),
        ("life event", "2026-04-27", None),
        ("maintenance", "2027-01-04", None),
    )
    bands = block_bands(marked, days)
    assert [band.name for band in bands] == ["no lifting", "life event"]
    assert bands[0].x0 == days.min()
    assert bands[1].x1 == days.max()


def test_without_marks_or_without_days_nothing_is_shaded() -> None:
    marked = blocks(("no lifting", "2026-01-05", None))
    assert block_bands(NONE, strength(100, 100).week) == []
    assert block_bands(marked, strength().week) == []


ESTIMATES = SlopeEstimates.validate(
    pd.DataFrame(
        {
            "source": ["trials", "your log", "both"],
            "slope": [0.1, 0.3, 0.14],
            "low": [-0.096, -0.092, -0.035],
            "high": [0.296, 0.692, 0.315],
        }
    )
)


def test_the_slopes_stand_under_one_another_with_their_intervals() -> None:
    built = slopes(ESTIMATES)
    (marks,) = built.data
    assert list(marks.y) == ["trials", "your log", "both"]
    assert list(marks.error_x.array) == pytest.approx([0.196, 0.392, 0.175])
    assert list(marks.error_x.arrayminus) == pytest.approx([0.196, 0.392, 0.175])
    assert "% faster per 1 % stronger" in built.layout.xaxis.title.text
    assert slopes_alt(ESTIMATES) == (
        "% faster per 1 % stronger, with 95 % intervals: trials 0.10 (−0.10 to 0.30), your log "
        "0.30 (−0.09 to 0.69), both 0.14 (−0.04 to 0.32)."
    )
