import numpy as np
import pandas as pd
import pytest

from ironstride.charts.goal_ranges import goal_ranges, goal_ranges_alt, in_percent
from ironstride.frames.goals import GoalProgress, Goals

NAN = float("nan")
GOALS = Goals.validate(
    pd.DataFrame(
        {
            "goal_id": [1, 2, 3],
            "kind": ["distance a week", "race time", "e1rm"],
            "target": [40_000.0, 2_400.0, 100.0],
            "exercise": ["", "", "Back squat"],
            "muscle": "",
            "distance_m": [NAN, 10_000.0, NAN],
            "since": pd.Timestamp("2026-11-01"),
            "by": pd.NaT,
        }
    )
)
PROGRESS = GoalProgress.validate(
    pd.DataFrame(
        {
            "goal_id": [1, 2, 3],
            "now": [10_000.0, 2_500.0, NAN],
            "low": [20_000.0, 2_400.0, NAN],
            "mid": [30_000.0, 2_500.0, NAN],
            "high": [50_000.0, 3_000.0, NAN],
            "n": [8, 1, 2],
            "status": ["within the range", "within the range", "cannot tell yet"],
            "sentence": "",
        }
    )
)
NAMES = {1: "40 km a week", 2: "10 km in 40:00", 3: "<b>squat</b>"}


def test_each_goal_is_drawn_in_percent_of_itself_and_a_time_as_its_speed() -> None:
    weekly, race, squat = in_percent(GOALS, PROGRESS)[["now", "low", "mid", "high"]].to_numpy()
    assert list(weekly) == [25, 50, 75, 125]
    assert list(race) == pytest.approx([96, 80, 96, 100])
    assert np.isnan(squat).all()


def test_a_goal_that_cannot_be_told_has_a_name_and_no_band() -> None:
    figure = goal_ranges(GOALS, PROGRESS, NAMES)
    band, _, now = figure.data
    assert list(band.x) == [50, 125, None, pytest.approx(80), 100, None]
    assert list(now.y) == [0, 1]
    assert [one.text for one in figure.layout.annotations] == [
        "40 km a week", "10 km in 40:00", "&lt;b&gt;squat&lt;/b&gt;"
    ]  # fmt: skip


def test_the_axis_says_what_it_measures_and_holds_the_goal() -> None:
    axis = goal_ranges(GOALS, PROGRESS, NAMES).layout.xaxis
    assert axis.title.text == "% of the goal"
    assert axis.range[0] == 0
    assert 100 < axis.range[1] <= 200


def test_the_sentence_counts_how_the_goals_stand() -> None:
    assert goal_ranges_alt(GOALS, PROGRESS) == "3 goals: 1 cannot tell yet, 2 within the range."
    assert goal_ranges_alt(Goals.empty(), GoalProgress.empty()) == "No goal is set."
