"""Goals in the log: what is kept is what was set."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from ironstride import store
from ironstride.frames.goals import Goals, Races
from ironstride.metrics.taper import taper
from ironstride.records import Goal
from ironstride.store import Log, exercise_edits, goals
from tests.build import lift, squat
from tests.logs import every_goal, scratch

DAY, RACE_DAY = date(2026, 11, 16), date(2027, 4, 11)
SQUAT = Goal(kind="e1rm", since=DAY, target=120.0, exercise="Back squat", by=RACE_DAY)
CALVES = Goal(kind="hard sets a week", since=DAY, target=6.0, muscle="calves", notes="Achilles")
RACE = Goal(kind="race", since=DAY, by=RACE_DAY, distance_m=42_195.0, title="Spring marathon")


def test_a_goal_is_kept_as_it_was_set_and_can_be_corrected_and_deleted(log: Log) -> None:
    numbers = [goals.add_goal(log, one) for one in (SQUAT, CALVES, RACE)]
    assert [goals.goal(log, one) for one in numbers] == [SQUAT, CALVES, RACE]
    heavier = replace(SQUAT, target=125.0, by=None)
    goals.correct_goal(log, numbers[0], heavier)
    assert goals.goal(log, numbers[0]) == heavier
    goals.delete_goal(log, numbers[0])
    with pytest.raises(KeyError, match="no goal 1"):
        goals.goal(log, numbers[0])
    with pytest.raises(KeyError, match="no goal 1"):
        goals.correct_goal(log, numbers[0], SQUAT)
    assert goals.goals(log).goal_id.tolist() == [numbers[1]]


@given(one=every_goal)
def test_nothing_of_a_goal_is_lost(one: Goal) -> None:
    with scratch() as log:
        assert goals.goal(log, goals.add_goal(log, one)) == one
        assert len(goals.goals(log)) == (one.target is not None)
        assert len(goals.races(log)) == (one.kind == "race")


def test_a_race_with_a_time_is_a_goal_and_one_without_is_a_race_only(log: Log) -> None:
    goals.add_goal(log, RACE)
    timed = replace(RACE, by=date(2026, 12, 6), distance_m=10_000.0, target=2700.0, title="")
    number = goals.add_goal(log, timed)
    assert goals.races(log).title.tolist() == ["", "Spring marathon"]
    assert goals.races(log).target_s.isna().tolist() == [False, True]
    table = goals.goals(log)
    assert table[["goal_id", "kind", "distance_m"]].to_numpy().tolist() == [
        [number, "race time", 10_000.0]
    ]
    first = goals.races(log).day.iloc[0].date()
    assert taper(first, [], today=DAY).first == date(2026, 11, 22)


def test_no_goals_are_empty_frames(log: Log) -> None:
    assert list(goals.goals(log).columns) == list(Goals.empty().columns)
    assert list(goals.races(log).columns) == list(Races.empty().columns)


def test_an_exercise_that_is_made_another_takes_its_goal_along(log: Log) -> None:
    store.add_session(log, lift(sets=(squat(exercise="Zercher"),)))
    number = goals.add_goal(log, replace(SQUAT, exercise="zercher"))
    assert goals.goal(log, number).exercise == "Zercher"
    exercise_edits.merge_exercises(log, "Zercher", "Back squat")
    assert goals.goal(log, number) == SQUAT
