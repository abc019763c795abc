"""Groups of runs around heavy leg work, tested on the numbers they draw."""

import numpy as np
import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.charts import theme
from ironstride.charts.acute import acute_means, acute_means_alt
from ironstride.frames.acute import GroupMeans


def means(*rows: tuple[str, int, float, float, float]) -> DataFrame[GroupMeans]:
    names = ["group", "runs", "mean_pct", "low_pct", "high_pct"]
    table = pd.DataFrame(rows, columns=names).assign(weeks=8)
    return GroupMeans.validate(table) if rows else GroupMeans.empty()


NOT_TOLD = (np.nan, np.nan, np.nan)
MEANS = means(
    ("0 to 24 h", 31, -1.2, -2.0, -0.4), ("48 to 72 h", 2, *NOT_TOLD), ("over 72 h", 1, 0.5, -1, 2)
)


def test_means_stand_on_their_group_with_both_ends_of_the_interval() -> None:
    (trace,) = acute_means(MEANS, x_title="time since").data
    assert list(trace.x) == [0, 2]
    assert list(trace.y) == [-1.2, 0.5]
    assert np.allclose(trace.error_y.array, [0.8, 1.5])
    assert np.allclose(trace.error_y.arrayminus, [0.8, 1.5])
    assert (trace.type, trace.mode, trace.marker.color) == ("scatter", "markers", theme.RUNNING)


def test_each_group_says_its_number_of_runs_and_too_few_have_no_mark() -> None:
    layout = acute_means(MEANS, x_title="time since").layout
    assert list(layout.xaxis.ticktext) == [
        "0 to 24 h<br>31 runs",
        "48 to 72 h<br>2 runs",
        "over 72 h<br>1 run",
    ]
    assert [(one.x, one.text) for one in layout.annotations] == [(1, "too few")]


def test_the_axes_carry_units_and_0_stays_in_the_middle() -> None:
    layout = acute_means(MEANS, x_title="time since").layout
    assert layout.xaxis.title.text == "time since"
    assert "%" in layout.yaxis.title.text
    assert "faster" in layout.yaxis.title.text
    low, high = layout.yaxis.range
    assert low == -high
    assert low < -2


def test_long_names_are_broken_so_that_four_fit_on_a_phone() -> None:
    long = means(("same day, run before lifting", 9, 0, -1, 1))
    (label,) = acute_means(long, x_title="").layout.xaxis.ticktext
    assert max(len(line) for line in label.split("<br>")) <= 12


def test_the_groups_are_told_in_words() -> None:
    assert acute_means_alt(MEANS) == (
        "0 to 24 h: −1.2 % (−2.0 to −0.4; 31 runs); 48 to 72 h: too few (2 runs); "
        "over 72 h: +0.5 % (−1.0 to +2.0; 1 run)."
    )


def test_groups_of_nothing_draw_no_marks() -> None:
    built = acute_means(means(("0 to 24 h", 0, *NOT_TOLD)), x_title="")
    assert len(built.data[0].x) == 0
    assert list(built.layout.yaxis.range) == [-1.15, 1.15]
