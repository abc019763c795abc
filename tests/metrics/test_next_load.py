"""The next load: double progression on small tables, by hand."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.frames.plan import KnownExercises, NextLoads, PlannedExercises
from ironstride.metrics.next_load import next_loads, with_loads
from tests.metrics.running_tables import lift_sets_of

TODAY = date(2026, 11, 23)
KNOWN = KnownExercises.validate(
    pd.DataFrame(
        [
            ("Back squat", "weighted", True),
            ("Bench press", "weighted", False),
            ("Push-up", "bodyweight", False),
            ("Assisted pull-up", "assisted", False),
            ("Plank", "timed", False),
            ("Box jump", "plyometric", True),
        ],
        columns=["exercise", "kind", "lower_body"],
    )
)


def session(
    day: str, *sets: dict[str, Any], name: str = "Back squat", **all_sets: Any
) -> list[Any]:
    """The sets of one session; each is a set of 5 with 100 kg unless it says otherwise."""
    kind = KNOWN.set_index("exercise").kind[name]
    about = {"exercise": name, "kind": kind, "started_at": f"2026-{day} 18:00", "reps": 5}
    number = int(day.replace("-", ""))
    return [
        about | {"session_id": number, "position": n, "load_kg": 100.0} | all_sets | one
        for n, one in enumerate(sets)
    ]


def asked(rows: list[Any], name: str = "Back squat", **choices: Any) -> Any:
    found = next_loads(lift_sets_of(*rows), KNOWN, [name], today=TODAY, **choices)
    return found.iloc[0]


def three(**each: Any) -> tuple[dict[str, Any], ...]:
    return tuple(dict(each) for _ in range(3))


@pytest.mark.parametrize(
    ("reps", "rir", "action", "aim", "load"),
    [
        ((6, 6, 6), 2, "add load", 3, 102.5),
        ((6, 6, 6), 3, "add load", 3, 102.5),
        ((6, 6, 6), None, "add load", 3, 102.5),
        ((6, 6, 6), 1, "same again", 6, 100),
        ((6, 6, 5), 2, "one more rep", 6, 100),
        ((4, 4, 4), 2, "one more rep", 5, 100),
        ((2, 4, 4), None, "one more rep", 3, 100),
        ((5, 4, 4), 1, "one more rep", 5, 100),
        ((5, 4, 4), 0.5, "same again", 4, 100),
        ((7, 6, 6), 2, "add load", 3, 102.5),
    ],
)
def test_double_progression_in_a_range_of_three_to_six(
    reps: tuple[int, ...], rir: float | None, action: str, aim: int, load: float
) -> None:
    found = asked(session("11-20", *({"reps": one, "rir": rir} for one in reps)))
    assert (found.action, found.reps, found.load_kg, found.sets) == (action, aim, load, 3)


def test_the_sentences_say_why() -> None:
    reached = asked(session("11-20", *three(reps=6, rir=2)))
    assert reached.sentence == (
        "All 3 sets reached 6 reps with 2 or more in reserve: add 2.5 kg (+2.5 %) and begin at "
        "3 reps."
    )
    unknown = asked(session("11-20", *three(reps=6)))
    assert unknown.sentence.startswith("All 3 sets reached 6 reps (reserve not noted): add")
    some = asked(session("11-20", {"reps": 6, "rir": 2}, {"reps": 6}))
    assert "in reserve, where it was noted: add" in some.sentence
    short = asked(session("11-20", *three(reps=4)))
    assert short.sentence == "Not all sets have 6 reps yet: the weakest had 4, aim for 5."


def test_pounds_are_written_in_pounds() -> None:
    found = asked(session("11-20", *three(reps=6)), step_kg=2.26796185, weight="lb")
    assert "add 5 lb (+2.3 %)" in found.sentence


def test_warm_ups_back_off_and_drop_sets_do_not_tell() -> None:
    sets = (
        {"set_type": "warmup", "reps": 1},
        {"reps": 6, "rir": 2},
        {"reps": 2, "load_kg": 80.0},
        {"reps": 2, "set_type": "drop"},
    )
    assert asked(session("11-20", *sets)).action == "add load"


def test_a_failed_attempt_at_the_load_tells_and_a_heavier_one_does_not() -> None:
    at_load = asked(session("11-20", {"reps": 6}, {"reps": 0}))
    assert (at_load.action, at_load.reps) == ("one more rep", 3)
    above = asked(session("11-20", {"reps": 6}, {"reps": 0, "load_kg": 120.0}))
    assert (above.action, above.load_kg) == ("add load", 102.5)


def test_a_set_to_failure_has_no_reserve() -> None:
    assert asked(session("11-20", {"reps": 6, "set_type": "failure"})).action == "same again"


def test_below_the_range_twice_the_load_falls_by_a_tenth() -> None:
    once = session("11-20", *three(reps=2))
    assert asked(once).action == "one more rep"
    twice = asked(session("11-17", *three(reps=2)) + once)
    assert (twice.action, twice.load_kg) == ("less load", 90.0)
    assert twice.sentence == "Below 3 reps in two sessions running: 90 kg instead of 100 kg."


def test_the_lighter_load_after_that_is_the_one_to_go_on_with() -> None:
    fell = session("11-10", *three(reps=2)) + session("11-13", *three(reps=2))
    after = asked(fell + session("11-16", *three(reps=5, load_kg=90.0)))
    assert (after.action, after.load_kg, after.reps) == ("one more rep", 90.0, 6)


def test_far_above_the_range_the_load_is_chosen_anew() -> None:
    # 10 to failure lift 100 / 0.75 = 133.3 kg once; 6 with 2 in reserve are 8 to failure.
    found = asked(session("11-20", *three(reps=10, rir=0)))
    assert (found.action, found.load_kg) == ("add load", 105.0)
    assert "about 105 kg fits" in found.sentence


def test_after_four_weeks_away_it_is_lighter() -> None:
    assert asked(session("10-26", *three(reps=6))).action == "add load"
    away = asked(session("10-25", *three(reps=6)))
    assert (away.action, away.load_kg) == ("less load", 90.0)
    assert away.sentence == "Not lifted for 29 days: 90 kg instead of 100 kg."


def test_what_was_never_lifted_has_no_suggestion() -> None:
    found = asked([])
    assert (found.action, found.sets) == ("no suggestion", 0)
    assert pd.isna(found.load_kg)


@pytest.mark.parametrize(
    ("name", "sets", "sentence"),
    [
        ("Box jump", {"load_kg": 0.0}, "Jumps grow by height and kind"),
        ("Back squat", {"load_kg": 0.0}, "No load was noted last time"),
        ("Back squat", {"reps": None, "hold_s": 30}, "No reps were noted last time"),
        ("Plank", {"load_kg": 0.0}, "No hold was noted"),
    ],
)
def test_what_cannot_be_raised_has_no_suggestion(
    name: str, sets: dict[str, Any], sentence: str
) -> None:
    found = asked(session("11-20", sets, name=name), name)
    assert found.action == "no suggestion"
    assert found.sentence.startswith(sentence)


@pytest.mark.parametrize(
    ("reps", "load", "action", "next_load"),
    [
        (12, 0.0, "harder move", 0.0),
        (12, 5.0, "add load", 7.5),
        (11, 0.0, "one more rep", 0.0),
    ],
)
def test_a_bodyweight_move_grows_by_weight_or_a_harder_one(
    reps: int, load: float, action: str, next_load: float
) -> None:
    rows = session("11-20", *three(reps=reps, load_kg=load), name="Push-up")
    found = asked(rows, "Push-up")
    assert (found.action, found.load_kg) == (action, next_load)


@pytest.mark.parametrize(
    ("reps", "help_kg", "action", "next_help"),
    [
        (12, 20.0, "less help", 17.5),
        (12, 1.0, "less help", 0.0),
        (12, 0.0, "harder move", 0.0),
        (9, 20.0, "one more rep", 20.0),
    ],
)
def test_an_assisted_move_grows_by_less_help(
    reps: int, help_kg: float, action: str, next_help: float
) -> None:
    rows = session("11-20", *three(reps=reps, load_kg=help_kg), name="Assisted pull-up")
    found = asked(rows, "Assisted pull-up")
    assert (found.action, found.load_kg) == (action, next_help)


@pytest.mark.parametrize(
    ("holds", "action", "aim"),
    [((60, 60), "harder move", 30), ((60, 40), "hold longer", 45), ((10, 10), "hold longer", 30)],
)
def test_a_hold_grows_to_a_minute_and_then_by_a_harder_one(
    holds: tuple[int, ...], action: str, aim: float
) -> None:
    sets = ({"reps": None, "hold_s": one, "load_kg": 0.0} for one in holds)
    found = asked(session("11-20", *sets, name="Plank"), "Plank")
    assert (found.action, found.hold_s) == (action, aim)
    assert pd.isna(found.reps)


def test_a_deload_by_choice_is_two_thirds_of_the_sets() -> None:
    found = asked(session("11-20", *three(reps=6)), deload=True)
    assert (found.action, found.sets, found.load_kg) == ("deload", 2, 100)
    assert found.sentence == (
        "A lighter week by choice: 2 of 3 sets for one week, with the load as it was."
    )


def test_a_deload_of_few_sets_is_a_tenth_of_the_load() -> None:
    found = asked(session("11-20", {"reps": 6}, {"reps": 6}), deload=True)
    assert (found.action, found.sets, found.load_kg) == ("deload", 2, 90)


STALLED = [
    row
    for day in ("09-14", "09-21", "09-28", "10-05", "10-12", "10-19", "10-26", "11-02", "11-09")
    for row in session(day, *three(rir=2))
]


def test_a_stall_brings_a_deload_and_a_rest_behind_it_brings_none() -> None:
    full = session("11-16", *three(rir=2))
    assert asked(STALLED + full).action == "deload"
    rested = asked(STALLED + session("11-16", *three(load_kg=90.0)))
    assert (rested.action, rested.load_kg) == ("one more rep", 100.0)


def test_after_a_lighter_session_the_one_before_tells() -> None:
    before = session("11-13", *three(reps=6, rir=2))
    lighter = asked(before + session("11-20", *three(load_kg=90.0)))
    fewer = asked(before + session("11-20", {"reps": 5}))
    assert (lighter.load_kg, fewer.load_kg) == (102.5, 102.5)
    assert fewer.sets == 3


def test_starting_asks_for_twelve_to_fifteen_with_three_in_reserve() -> None:
    found = asked(session("11-20", *three(reps=15, rir=3)), phase="starter")
    assert (found.action, found.reps, found.rir) == ("add load", 12, 3)


def test_the_upper_body_stays_in_eight_to_twelve() -> None:
    rows = session("11-20", *three(reps=9), name="Bench press")
    assert asked(rows, "Bench press").reps == 10


def test_a_range_of_the_runners_own_is_kept() -> None:
    rows = session("11-20", *three(reps=5), name="Bench press")
    found = asked(rows, "Bench press", ranges={"Bench press": (3, 5)})
    assert (found.action, found.reps) == ("add load", 3)


def sided(each: int, **known: Any) -> list[dict[str, Any]]:
    return [known | {"side": side} for _ in range(each) for side in ("left", "right")]


def test_a_left_and_a_right_set_are_one() -> None:
    found = asked(session("11-20", *sided(3, reps=6, rir=2)))
    assert (found.action, found.sets, found.one_sided) == ("add load", 3, True)
    assert found.sentence.startswith("All 3 sets of each side reached 6 reps")
    lighter = asked(session("11-20", *sided(3, reps=6)), deload=True)
    assert (lighter.sets, lighter.load_kg) == (2, 100)
    few = asked(session("11-20", *sided(2, reps=6)), deload=True)
    assert (few.sets, few.load_kg) == (2, 90)


def test_the_side_with_more_sets_tells_how_many_there_are() -> None:
    found = asked(session("11-20", *sided(2), {"side": "left"}))
    assert found.sets == 3
    assert not asked(session("11-20", *three())).one_sided


def test_the_weaker_side_sets_the_aim() -> None:
    sets = ({"side": "left", "reps": 6}, {"side": "right", "reps": 4})
    assert asked(session("11-20", *sets)).reps == 5


def test_seconds_have_no_range_of_repetitions() -> None:
    rows = session("11-20", {"reps": None, "hold_s": 40, "load_kg": 0.0}, name="Plank")
    assert asked(rows, "Plank", ranges={"Plank": (3, 5)}).hold_s == 45


def test_sets_after_today_are_not_seen() -> None:
    assert asked(session("11-24", *three(reps=6))).action == "no suggestion"


def test_the_order_of_rows_does_not_matter() -> None:
    rows = session("11-13", *three(reps=4)) + session("11-20", *three(reps=5))
    assert asked(rows).equals(asked(rows[::-1]))


def test_unknown_exercises_are_left_out_and_each_is_told_once() -> None:
    table = lift_sets_of(*session("11-20", *three()))
    names = ["Plank", "Back squat", "Nothing", "Plank"]
    assert next_loads(table, KNOWN, names, today=TODAY).exercise.tolist() == ["Plank", "Back squat"]


def planned(*names: str) -> DataFrame[PlannedExercises]:
    rows = [
        {"plan_id": 0, "day": TODAY, "position": n, "exercise": name, "sets": 3}
        | {"own": True, "muscles": ""}
        for n, name in enumerate(names)
    ]
    table = pd.DataFrame(rows).reindex(columns=PlannedExercises.empty().columns)
    return PlannedExercises.validate(table)


def test_planned_exercises_take_load_hold_and_the_sets_of_a_deload() -> None:
    table = lift_sets_of(*session("11-20", *three(reps=6)))
    loads = next_loads(table, KNOWN, ["Back squat", "Plank"], today=TODAY, deload=True)
    found = with_loads(planned("Plank", "Back squat", "Bench press"), loads)
    assert found.load_kg.fillna(-1).tolist() == [-1, 100, -1]
    assert found.sets.tolist() == [3, 2, 3]
    assert with_loads(planned("Plank"), NextLoads.empty()).sets.tolist() == [3]
