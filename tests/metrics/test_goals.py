"""Goals: where each stands, and the range that the log makes likely."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.frames import ExerciseMuscles, FitnessTests
from ironstride.frames.goals import Goals
from ironstride.metrics.goal_lift import ahead
from ironstride.metrics.goal_weeks import likely_range
from ironstride.metrics.goals import Log, progress
from ironstride.metrics.trend import Trend
from ironstride.units import Units
from tests.metrics.running_tables import lift_sets_of, runs_of, sessions_of

# A Wednesday; the last complete week begins on 16 November.
TODAY = date(2026, 11, 25)
MUSCLES = ExerciseMuscles.validate(
    pd.DataFrame(
        [("Back squat", "quads", 1.0), ("Back squat", "glutes", 0.5)],
        columns=["exercise", "muscle", "share"],
    )
)


def goal(kind: str, target: float, **about: Any) -> DataFrame[Goals]:
    row = {"goal_id": 1, "kind": kind, "target": target, "exercise": "", "muscle": ""}
    dates = {"since": pd.Timestamp("2026-09-01"), "by": pd.NaT, "distance_m": np.nan}
    return Goals.validate(pd.DataFrame([row | dates | about]))


def log_of(runs: Sequence[Any] = (), sets: Sequence[Any] = ()) -> Log:
    sessions = [{"started_at": one["started_at"], "kind": "run"} for one in runs]
    by_id = {one["session_id"]: one["started_at"] for one in sets}
    lifts = [{"started_at": at, "kind": "lift", "sport": "strength"} for at in by_id.values()]
    return Log(runs_of(*runs), sessions_of(*sessions, *lifts), lift_sets_of(*sets), MUSCLES)


def weekly(*kilometres: float, this_week: float = 0.0) -> list[Any]:
    """One run in each complete week before today's, oldest first, after a week to begin with."""
    sums = [1.0, *kilometres, this_week]
    first = pd.Timestamp("2026-11-24") - pd.Timedelta(weeks=len(sums) - 1)
    return [
        {"started_at": f"{first + pd.Timedelta(weeks=n):%Y-%m-%d} 07:00", "distance_m": 1000 * km}
        for n, km in enumerate(sums)
        if km
    ]


def asked(goals: DataFrame[Goals], log: Log, **choices: Any) -> Any:
    return progress(goals, log, FitnessTests.empty(), today=TODAY, **choices).iloc[0]


# Weekly goals.


def test_a_distance_a_week_has_the_range_of_weeks_like_these() -> None:
    # Mean 35, s 5.77: 35 ± 1.638 × 5.77 × √1.25.
    found = asked(goal("distance a week", 40_000), log_of(weekly(30, 40, 30, 40, this_week=12)))
    assert (found.now, found.mid, found.n) == (12_000, 35_000, 4)
    assert (found.low, found.high) == pytest.approx((24_428, 45_572), abs=1)
    assert found.status == "within the range"
    assert found.sentence == (
        "12.0 km of 40.0 km this week. Reached in 2 of the last 4 weeks; four in five weeks like "
        "these hold 24.4 km to 45.6 km."
    )


@pytest.mark.parametrize(
    ("target", "status"),
    [(12_000, "reached"), (12_001, "within the range"), (45_500, "within the range"),
     (45_600, "beyond the range")],
)  # fmt: skip
def test_a_weekly_goal_is_judged_on_both_sides_of_each_limit(target: float, status: str) -> None:
    log = log_of(weekly(30, 40, 30, 40, this_week=12))
    assert asked(goal("distance a week", target), log).status == status


def test_three_weeks_cannot_tell_yet() -> None:
    found = asked(goal("distance a week", 40_000), log_of(weekly(30, 40, 30)))
    assert (found.status, found.n) == ("cannot tell yet", 3)
    assert np.isnan(found.low)
    assert found.sentence.endswith("A range takes 4 complete weeks; there are 3.")


def test_an_empty_week_counts_as_nothing() -> None:
    found = asked(goal("distance a week", 40_000), log_of(weekly(30, 0, 30, 40)))
    assert found.mid == 25_000


def test_at_most_the_last_eight_weeks_tell() -> None:
    found = asked(goal("distance a week", 40_000), log_of(weekly(99, *[20] * 8)))
    assert (found.n, found.low, found.high) == (8, 20_000, 20_000)


def test_runs_lifts_and_sets_are_counted() -> None:
    sets = [
        {"session_id": 100 + week, "started_at": f"2026-11-{day} 18:00", "reps": 5}
        for week, day in enumerate(("02", "09", "16", "23"))
        for _ in range(3)
    ]
    log = log_of(weekly(5, 5, 5, 5, this_week=5), sets)
    kinds = ("runs a week", "lifts a week", "hard sets a week")
    found = {kind: asked(goal(kind, 2), log) for kind in kinds}
    assert [found[kind].now for kind in found] == [1, 1, 3]
    assert asked(goal("hard sets a week", 2, muscle="glutes"), log).now == 1.5
    assert found["runs a week"].sentence.startswith("1 run of 2 runs this week.")
    assert found["hard sets a week"].status == "reached"


def test_an_empty_log_cannot_tell() -> None:
    for kind in ("distance a week", "hard sets a week", "lifts a week"):
        assert asked(goal(kind, 2), log_of()).status == "cannot tell yet"


def test_miles_are_written_in_miles() -> None:
    log = log_of(weekly(30, this_week=16.09344))
    found = asked(goal("distance a week", 32_186.88), log, units=Units("mi", "lb"))
    assert found.sentence.startswith("10.0 mi of 20.0 mi this week.")


def test_four_in_five_new_weeks_lie_in_the_range() -> None:
    chance = np.random.default_rng(8)
    weeks = chance.normal(100, 10, (4000, 9))
    ranges = [likely_range(one[:8]) for one in weeks]
    inside = [
        one is not None and one[0] <= new <= one[2]
        for one, new in zip(ranges, weeks[:, 8], strict=True)
    ]
    assert np.mean(inside) == pytest.approx(0.8, abs=0.02)


# A lift.


def squats(values: list[float], last: date = date(2026, 11, 23)) -> list[Any]:
    days = [last - timedelta(weeks=len(values) - 1 - n) for n in range(len(values))]
    return [
        {"session_id": n, "started_at": f"{day} 18:00", "reps": 1, "rir": 0, "load_kg": kg}
        for n, (day, kg) in enumerate(zip(days, values, strict=True), start=1)
    ]


RISING = [100 * 1.01**week for week in range(10)]


def test_an_e1rm_goal_has_the_trend_drawn_on_to_its_day() -> None:
    asked_for = goal("e1rm", 112, exercise="Back squat", by=pd.Timestamp("2026-12-14"))
    found = asked(asked_for, log_of(sets=squats(RISING)))
    # Three weeks on at 1 % a week without scatter; single days differ by 1.96 × 4.2 %.
    assert found.mid == pytest.approx(100 * 1.01**12)
    assert found.low == pytest.approx(100 * 1.01**12 * np.exp(-1.96 * 0.042), rel=1e-4)
    assert (found.status, found.n) == ("within the range", 10)
    assert "The trend of 10 sessions comes to" in found.sentence
    assert found.sentence.endswith("on 14 December 2026.")


def test_an_e1rm_goal_is_reached_by_what_was_lifted_since_it_was_set() -> None:
    log = log_of(sets=squats(RISING))
    assert asked(goal("e1rm", 109, exercise="Back squat"), log).status == "reached"
    later = goal("e1rm", 109, exercise="Back squat", since=pd.Timestamp("2026-11-24"))
    assert asked(later, log).status == "within the range"
    assert asked(later, log).sentence.startswith("No set since the goal was set, goal 109 kg.")


def test_a_lift_far_above_the_trend_is_beyond_the_range() -> None:
    found = asked(goal("e1rm", 150, exercise="Back squat"), log_of(sets=squats(RISING)))
    assert found.status == "beyond the range"


@pytest.mark.parametrize(
    ("sets", "by", "why"),
    [
        (squats(RISING), "2027-02-02", "It is 10 weeks off, and the trend rests on 9."),
        (squats(RISING[:3]), "2026-12-02", "a trend needs 6 or more"),
        ([], "2026-12-02", "0 sessions in the last 12 weeks"),
    ],
)
def test_a_lift_whose_trend_does_not_reach_the_day_cannot_be_told(
    sets: list[Any], by: str, why: str
) -> None:
    found = asked(goal("e1rm", 120, exercise="Back squat", by=pd.Timestamp(by)), log_of(sets=sets))
    assert found.status == "cannot tell yet"
    assert why in found.sentence


def test_a_day_that_has_passed_is_told_as_of_today() -> None:
    past = goal("e1rm", 112, exercise="Back squat", by=pd.Timestamp("2026-11-01"))
    assert asked(past, log_of(sets=squats(RISING))).sentence.endswith(" today.")


def test_a_trend_without_data_says_why() -> None:
    assert np.isnan(ahead(Trend("not enough data", "Too few.", 1), TODAY).mid_kg)


# A race.


def raced(distance_m: float, seconds: float, day: str = "2026-10-04") -> dict[str, Any]:
    about = {"started_at": f"{day} 10:00", "type": "race"}
    return about | {"distance_m": distance_m, "duration_s": seconds}


def test_a_race_time_has_the_range_of_the_prediction() -> None:
    found = asked(goal("race time", 2500, distance_m=10_000.0), log_of([raced(5000, 1200)]))
    # 20:00 over 5 km is 41:42 over 10 km by Riegel, ± √2 × 2 %.
    assert found.mid == pytest.approx(2502, abs=1)
    assert (found.low, found.high) == pytest.approx((2433, 2573), abs=2)
    assert found.status == "within the range"
    assert found.sentence == (
        "No race since the goal was set, goal 41:40 over 10.0 km. From 20:00 over 5.0 km, "
        f"{int(found.low // 60)}:{round(found.low % 60):02} to "
        f"{int(found.high // 60)}:{round(found.high % 60):02} is likely."
    )


@pytest.mark.parametrize(
    ("target", "status"),
    [(2300, "beyond the range"), (2440, "within the range"), (2700, "within the range")],
)
def test_an_easier_time_lies_within_and_a_faster_one_beyond(target: float, status: str) -> None:
    log = log_of([raced(5000, 1200)])
    assert asked(goal("race time", target, distance_m=10_000.0), log).status == status


def test_a_race_since_the_goal_was_set_reaches_it_and_one_before_does_not() -> None:
    log = log_of([raced(10_050, 2490)])
    assert asked(goal("race time", 2490, distance_m=10_000.0), log).status == "reached"
    later = goal("race time", 2490, distance_m=10_000.0, since=pd.Timestamp("2026-10-05"))
    assert asked(later, log).status == "within the range"


def test_the_marathon_has_a_range_and_no_middle() -> None:
    log = log_of([raced(21_097.5, 6000)])
    found = asked(goal("race time", 12_600, distance_m=42_195.0), log)
    assert np.isnan(found.mid)
    assert found.low < found.high


@pytest.mark.parametrize(
    ("runs", "distance_m", "why"),
    [
        ([], 10_000.0, "A time takes a race or a time trial of the last 26 weeks."),
        ([raced(5000, 1200, "2026-01-04")], 10_000.0, "No race or test of the last 26 weeks"),
        ([raced(5000, 1200)], 7_000.0, "Times are predicted for the mile"),
    ],
)
def test_a_race_time_that_cannot_be_predicted_says_why(
    runs: list[Any], distance_m: float, why: str
) -> None:
    found = asked(goal("race time", 2500, distance_m=distance_m), log_of(runs))
    assert found.status == "cannot tell yet"
    assert why in found.sentence


def test_goals_keep_their_order_and_their_numbers() -> None:
    both = pd.concat([goal("e1rm", 100, goal_id=7), goal("runs a week", 3, goal_id=2)])
    found = progress(Goals.validate(both), log_of(), FitnessTests.empty(), today=TODAY)
    assert found.goal_id.tolist() == [7, 2]
