"""The runner's usual week and the day before it, read from the log."""

from datetime import date

from ironstride.metrics.usual_week import day_before, usual_distances, usual_runs
from ironstride.metrics.week_wishes import DayBefore
from tests.metrics.running_tables import lift_sets_of, runs_of

# A Monday: the four weeks before it begin on 26 October.
TODAY = date(2026, 11, 23)


def on(*days: str, **about: object) -> list[dict[str, object]]:
    return [{"started_at": f"2026-{day} 07:00"} | about for day in days]


def test_a_day_counts_when_half_of_the_weeks_have_it() -> None:
    runs = runs_of(*on("10-27", "11-10"), *on("11-05"))
    assert usual_runs(runs, today=TODAY) == {1: "easy"}


def test_the_commonest_type_is_taken_and_of_equals_the_hard_one() -> None:
    common = runs_of(*on("10-27", "11-03"), *on("11-10", type="tempo"))
    equal = runs_of(*on("10-27"), *on("11-10", type="tempo"))
    assert (usual_runs(common, today=TODAY), usual_runs(equal, today=TODAY)) == (
        {1: "easy"},
        {1: "tempo"},
    )


def test_a_race_is_taken_for_a_long_run_and_a_run_that_felt_hard_for_tempo() -> None:
    runs = runs_of(*on("10-27", "11-10", type="race"), *on("10-28", "11-11", rpe=7))
    assert usual_runs(runs, today=TODAY) == {1: "long", 2: "tempo"}


def test_two_runs_on_one_day_are_one_run_day() -> None:
    assert usual_runs(runs_of(*on("11-10", "11-10")), today=TODAY) == {}


def test_this_week_and_older_ones_do_not_count() -> None:
    assert usual_runs(runs_of(*on("10-20", "10-13", "11-24")), today=TODAY) == {}


def test_days_are_counted_from_the_chosen_start_of_the_week() -> None:
    runs = runs_of(*on("11-01", "11-08"))
    assert usual_runs(runs, today=TODAY) == {6: "easy"}
    assert usual_runs(runs, today=TODAY, week_start="sunday") == {0: "easy"}


def test_the_day_before_holds_leg_work_from_two_hard_leg_sets_on() -> None:
    leg = {"session_id": 1, "started_at": "2026-11-22 18:00", "reps": 5}
    found = [
        day_before(lift_sets_of(*rows), TODAY)
        for rows in (
            [leg],
            [leg, leg],
            [leg, leg | {"rir": 5}],
            [leg, leg | {"lower_body": False}],
            [leg | {"started_at": "2026-11-21 18:00"}] * 2,
        )
    ]
    lift, legs, none = DayBefore(lift=True), DayBefore(lift=True, legs=True), DayBefore()
    assert found == [lift, legs, lift, lift, none]


def test_a_type_is_as_far_as_the_median_of_its_runs_of_eight_weeks() -> None:
    runs = runs_of(
        *on("09-27", distance_m=30_000.0),
        *on("09-28", distance_m=5_000.0),
        *on("11-10", distance_m=6_000.0),
        *on("11-22", distance_m=10_000.0),
        *on("11-23", distance_m=30_000.0),
    )
    assert usual_distances(runs, today=TODAY) == {"easy": (6_000.0, 3)}


def test_one_run_an_unknown_distance_and_a_race_say_nothing_of_a_distance() -> None:
    runs = runs_of(
        *on("11-10", type="long", distance_m=15_000.0),
        *on("11-17", type="long", distance_m=None),
        *on("11-11", "11-18", type="race", distance_m=5_000.0),
    )
    assert usual_distances(runs, today=TODAY) == {}


def test_a_run_that_felt_hard_is_as_far_as_tempo_runs_are() -> None:
    runs = runs_of(*on("11-11", "11-18", rpe=8, distance_m=9_000.0))
    assert usual_distances(runs, today=TODAY) == {"tempo": (9_000.0, 2)}
