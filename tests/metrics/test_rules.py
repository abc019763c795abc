"""How often, how many repetitions, which muscles, planks, tests, spikes: on hand-made weeks."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames.guidance import RuleWeeks
from ironstride.metrics.guidance import (
    CHECKS,
    Training,
    choices,
    school_by_run_days,
    weeks_of_rules,
)
from ironstride.standards.advice import RULES
from ironstride.standards.guidance_choices import Guidance, School
from tests.metrics.rule_tables import (
    ALL_SIX,
    FRI,
    LONG_AGO,
    MON,
    NEXT_MONDAY,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    a_hold,
    a_lift,
    a_run,
    a_set,
    rules,
    state,
    told,
    training,
)
from tests.metrics.running_tables import FEW, Row, runs_of

MAINTAIN = Guidance(frequency="maintain")
STARTER, HEAVY = Guidance(phase="starter"), Guidance(phase="heavy")
WEDNESDAY = date(2026, 11, 18)


def test_each_rule_has_its_words_and_its_check() -> None:
    assert list(RULES) == list(CHECKS)
    assert len(RULES) == 14
    assert all(one.source and one.evidence and one.disagree and one.asks for one in RULES.values())


@pytest.mark.parametrize(("lifts", "said"), [(0, "not met"), (1, "met"), (4, "met")])
def test_to_maintain_one_lift_session_a_week_is_asked_for(lifts: int, said: str) -> None:
    assert state("FREQ-1", *map(a_lift, range(lifts)), guidance=MAINTAIN) == said


@pytest.mark.parametrize(
    ("lifts", "said"), [(0, "not met"), (1, "not met"), (2, "met"), (3, "met"), (4, "not met")]
)
def test_to_build_two_to_three_lift_sessions_are_asked_for(lifts: int, said: str) -> None:
    assert state("FREQ-2-3", *map(a_lift, range(lifts))) == said


def test_a_sentence_has_the_numbers_and_the_sessions_behind_it() -> None:
    found = told("FREQ-2-3", *LONG_AGO, a_lift(MON), a_run(TUE), a_lift(FRI))
    assert found.sentence == "2 lift sessions; the rule asks for 2 to 3."
    assert found.sessions == (3, 5)


def test_the_sessions_of_the_weeks_around_are_not_counted() -> None:
    assert state("FREQ-2-3", a_lift(-1), a_lift(MON, 0), a_lift(SUN, 23.9)) == "met"
    assert state("FREQ-2-3", a_lift(-1), a_lift(MON, 0), a_lift(7)) == "not met"


def test_strength_that_came_without_sets_is_a_lift_session() -> None:
    watch = a_lift(TUE, kind="other") | {"sets": ()}
    assert state("FREQ-2-3", a_lift(MON), watch) == "met"


def test_a_week_begins_on_the_day_that_the_runner_chose() -> None:
    def lifted(week_start: Any) -> list[str]:
        log = training(*LONG_AGO, a_lift(-1), a_lift(MON))
        found = weeks_of_rules(
            log, guidance=Guidance(), school="own", today=NEXT_MONDAY,
            week_start=week_start, count=1,
        )  # fmt: skip
        return found[(found.rule == "FREQ-2-3") & found.complete].state.tolist()

    assert lifted("monday") == ["not met"]
    assert lifted("sunday") == ["met"]


def test_before_lifting_was_logged_nobody_knows() -> None:
    assert told("FREQ-2-3", a_run(-200)).missing == "entries of this kind in the log yet"
    found = told("FREQ-2-3", a_run(-200), a_lift(SAT))
    assert (found.state, found.missing) == ("not assessable", "entries before 21 November 2026")
    assert told("FREQ-2-3", a_run(-200), a_lift(MON)).state == "not met"
    assert told("FREQ-2-3", a_run(-200), a_lift(FRI), a_lift(SAT)).state == "met"


def test_the_unfinished_week_is_open_until_it_is_met() -> None:
    asked: dict[str, Any] = {"today": WEDNESDAY}
    assert state("FREQ-2-3", a_lift(MON), **asked) == "open"
    assert state("FREQ-2-3", a_lift(MON), a_lift(TUE), **asked) == "met"
    assert not told("FREQ-2-3", *LONG_AGO, **asked).complete
    assert state("FREQ-2-3", a_lift(MON)) == "not met"


@pytest.mark.parametrize(
    ("reps", "said"),
    [
        ((11, 11, 15), "not met"),
        ((11, 12), "not met"),
        ((11, 12, 13), "met"),
        ((12, 12), "met"),
        ((15, 15), "met"),
        ((15, 16), "not met"),
    ],
)
def test_to_start_the_median_set_has_twelve_to_fifteen(reps: tuple[int, ...], said: str) -> None:
    sets = [a_set(reps=float(n)) for n in reps]
    assert state("REPS-START", a_lift(TUE, 18, *sets), guidance=STARTER) == said


def test_warm_ups_failed_sets_jumps_and_holds_have_no_say_in_the_median() -> None:
    others = (
        a_set(reps=5.0, set_type="warmup"),
        a_set(reps=0.0),
        a_set("Box jump", reps=5.0, kind="plyometric"),
        a_hold(40.0),
    )
    assert (
        state("REPS-START", a_lift(TUE, 18, a_set(reps=12.0), *others), guidance=STARTER) == "met"
    )
    found = told("REPS-START", *LONG_AGO, a_lift(TUE, 18, a_hold(40.0)), guidance=STARTER)
    assert (found.state, found.missing) == ("not assessable", "a working set with repetitions")


@pytest.mark.parametrize(("weeks", "rule"), [(0, "START"), (7, "START"), (8, "HEAVY")])
def test_the_phase_goes_by_the_weeks_since_the_first_lift(weeks: int, rule: str) -> None:
    log = (a_run(-200), a_lift(SUN - 7 * weeks), a_lift(MON))
    found = rules(*log)
    due = found[found.complete & found.rule.str.startswith("REPS")]
    assert due.rule.tolist() == [f"REPS-{rule}"]
    chosen = rules(*log, guidance=HEAVY)
    assert set(chosen[chosen.rule.str.startswith("REPS")].rule) == {"REPS-HEAVY"}


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ([{"reps": 6.0, "rir": 0.0}] * 2, "met"),
        ([{"reps": 4.0, "rir": 2.0}] * 2, "met"),
        ([{"reps": 4.0, "rir": 3.0}] * 2, "not met"),
        ([{"reps": 6.0, "rir": 0.0}], "not met"),
        ([{"reps": 6.0, "set_type": "failure", "rir": None}] * 2, "met"),
        ([{"reps": 4.0, "rir": None, "load_kg": 80.0}] * 2, "met"),
        ([{"reps": 4.0, "rir": None, "load_kg": 79.0}] * 2, "not met"),
        ([{"reps": 6.0, "rir": 0.0, "set_type": "warmup"}] * 2, "not met"),
        ([{"reps": 4.0, "rir": 0.0, "side": "left"}] * 3, "not met"),
        ([{"reps": 4.0, "rir": 0.0, "side": side} for side in ("left", "right")] * 2, "met"),
        ([{"exercise": "Barbell row", "reps": 4.0, "rir": 0.0}] * 2, "not met"),
        ([{"exercise": "Box jump", "kind": "plyometric", "reps": 4.0, "rir": 0.0}] * 2, "not met"),
    ],
)
def test_heavy_is_two_leg_sets_of_six_to_failure_or_eighty_percent(
    sets: list[Row], said: str
) -> None:
    best = a_lift(-30, 18, a_set(reps=1.0, load_kg=100.0, rir=0.0))
    light: Row = {"load_kg": 30.0}
    own = [a_set(**light | one) for one in sets]
    assert state("REPS-HEAVY", best, a_lift(TUE, 18, *own), guidance=HEAVY) == said


def test_few_repetitions_without_weight_and_reserve_may_have_been_heavy() -> None:
    pistol = a_set("Pistol squat", kind="bodyweight", reps=5.0, load_kg=0.0, rir=None)
    found = told("REPS-HEAVY", *LONG_AGO, a_lift(TUE, 18, pistol, pistol), guidance=HEAVY)
    assert (found.state, found.missing) == ("not assessable", "reps in reserve of 2 leg sets")
    assert state("REPS-HEAVY", a_lift(TUE, 18, pistol), guidance=HEAVY) == "not met"
    sure = a_set(reps=4.0, rir=1.0)
    assert state("REPS-HEAVY", a_lift(TUE, 18, pistol, sure), guidance=HEAVY) == "not assessable"


@pytest.mark.parametrize("rule", ["REPS-HEAVY", "MUSCLES", "PLANK"])
def test_a_lift_session_without_sets_leaves_open_what_was_done(rule: str) -> None:
    found = told(rule, *LONG_AGO, a_lift(TUE) | {"sets": ()}, guidance=HEAVY)
    assert found.state == "not assessable"
    assert found.missing == "the sets of the lift session on Tuesday"
    bare = a_lift(TUE) | {"sets": ()}
    assert state(rule, bare, guidance=HEAVY, today=WEDNESDAY) == "open"
    assert state("REPS-START", bare, guidance=STARTER, today=WEDNESDAY) == "open"
    assert told("REPS-START", *LONG_AGO, bare, guidance=STARTER).missing == found.missing


def _each_once(**changes: Any) -> list[Row]:
    return [
        a_hold(40.0) if name == "Plank" else a_set(name, **{"rir": 2.0} | changes)
        for name in ALL_SIX
    ]


def test_each_of_six_groups_takes_one_direct_hard_set() -> None:
    assert state("MUSCLES", a_lift(TUE, 18, *_each_once())) == "met"
    found = told("MUSCLES", *LONG_AGO, a_lift(TUE, 18, *_each_once()[:-2]))
    assert found.state == "not met"
    assert found.sentence.startswith("4 of 6 muscle groups;")
    assert found.sentence.endswith("Short of it: calves and core.")


def test_indirect_and_easy_sets_are_not_enough() -> None:
    squats = Guidance(muscles=("glutes",))
    assert state("MUSCLES", a_lift(TUE, 18, a_set(rir=2.0)), guidance=squats) == "not met"
    quads = Guidance(muscles=("quads",))
    for rir, said in ((4.0, "met"), (5.0, "not met"), (None, "met")):
        assert state("MUSCLES", a_lift(TUE, 18, a_set(rir=rir)), guidance=quads) == said


def test_two_direct_sets_can_be_asked_for_and_two_sides_are_one() -> None:
    twice = Guidance(muscles=("quads",), direct_sets=2)
    sides = [a_set(rir=1.0, side=side) for side in ("left", "right")]
    assert state("MUSCLES", a_lift(TUE, 18, *sides), guidance=twice) == "not met"
    assert state("MUSCLES", a_lift(TUE, 18, *sides, *sides), guidance=twice) == "met"


def test_an_exercise_without_muscles_is_asked_for_them() -> None:
    found = told("MUSCLES", *LONG_AGO, a_lift(TUE, 18, a_set("My machine", rir=1.0)))
    assert (found.state, found.missing) == ("not assessable", "the muscle groups of My machine")
    assert state("MUSCLES", a_lift(TUE, 18, *_each_once(), a_set("My machine", rir=1.0))) == "met"


def test_no_chosen_group_is_nothing_to_assess() -> None:
    assert state("MUSCLES", a_lift(TUE), guidance=Guidance(muscles=())) == "not assessable"


@pytest.mark.parametrize(
    ("seconds", "said"), [(29.9, "not met"), (30.0, "met"), (60.0, "met"), (90.0, "met")]
)
def test_a_plank_takes_thirty_seconds(seconds: float, said: str) -> None:
    assert state("PLANK", a_lift(TUE, 18, a_hold(seconds))) == said


@pytest.mark.parametrize(
    ("before", "now", "harder"), [(60.0, 60.0, True), (59.0, 60.0, False), (60.0, 59.0, False)]
)
def test_a_minute_for_two_weeks_asks_for_a_harder_one(
    before: float, now: float, harder: bool
) -> None:
    weeks = (a_lift(TUE - 7, 18, a_hold(before)), a_lift(TUE, 18, a_hold(now)))
    found = told("PLANK", *LONG_AGO, *weeks)
    assert found.state == "met"
    assert ("a harder one comes next" in found.sentence) is harder
    other = a_lift(TUE - 7, 18, a_hold(90.0, "Side plank"))
    assert "harder" not in told("PLANK", *LONG_AGO, other, weeks[1]).sentence
    earlier = a_lift(TUE - 14, 18, a_hold(60.0))
    assert "harder" not in told("PLANK", *LONG_AGO, earlier, weeks[1]).sentence


def test_a_hold_is_for_the_core_and_has_its_seconds() -> None:
    assert state("PLANK", a_lift(TUE, 18, a_hold(60.0, "Wall sit"))) == "not met"
    assert state("PLANK", a_lift(TUE, 18, a_hold(60.0, "Bar hang"))) == "not met"
    counted = a_hold(None, reps=1.0)
    found = told("PLANK", *LONG_AGO, a_lift(TUE, 18, counted))
    assert (found.state, found.missing) == ("not assessable", "the seconds of the hold")
    strange = told("PLANK", *LONG_AGO, a_lift(TUE, 18, a_hold(40.0, "Bear hold")))
    assert (strange.state, strange.missing) == ("not assessable", "the muscle groups of Bear hold")


def test_rest_between_sets_is_nowhere_in_the_log() -> None:
    found = told("REST-SET", *LONG_AGO, a_lift(TUE))
    assert (found.state, found.missing) == ("not assessable", "the rest between sets")
    assert state("REST-SET") == "not assessable"


@pytest.mark.parametrize("weeks", [4, 5, 6])
def test_a_test_lies_in_the_last_weeks(weeks: int) -> None:
    asked = Guidance(test_weeks=weeks)
    first = NEXT_MONDAY - timedelta(weeks=weeks)
    assert state("TEST", tests=(first,), guidance=asked) == "met"
    assert state("TEST", tests=(first - timedelta(days=1),), guidance=asked) == "not met"
    assert state("TEST", tests=(NEXT_MONDAY,), guidance=asked) == "not met"


def test_the_weeks_of_a_test_end_with_the_week_that_is_looked_at() -> None:
    forty_days_ago = WEDNESDAY - timedelta(days=40)
    found = told("TEST", *LONG_AGO, tests=(forty_days_ago,), today=WEDNESDAY)
    assert found.state == "open"
    assert found.sentence.startswith("No fitness test in the 6 weeks up to 22 November;")


def test_a_test_of_tomorrow_is_not_seen() -> None:
    tomorrow = WEDNESDAY + timedelta(days=1)
    assert state("TEST", tests=(tomorrow,), today=WEDNESDAY) == "open"
    assert state("TEST", tests=(WEDNESDAY,), today=WEDNESDAY) == "met"


def test_a_run_marked_as_a_test_is_one() -> None:
    found = told("TEST", *LONG_AGO, a_run(-10, type="test"))
    assert (found.state, found.sessions) == ("met", (3,))


def test_a_young_log_may_have_had_a_test_before_it() -> None:
    assert told("TEST", a_run(-34)).state == "not assessable"
    assert told("TEST", a_run(-35)).state == "not met"
    assert told("TEST", a_run(-10), tests=(WEDNESDAY,)).state == "met"


@pytest.mark.parametrize(("kilometres", "said"), [(11, "met"), (11.01, "not met"), (5, "met")])
def test_a_run_is_at_most_eleven_tenths_of_the_longest(kilometres: float, said: str) -> None:
    run = a_run(TUE, distance_m=1000.0 * kilometres)
    assert state("SPIKE", a_run(-20), run) == said


def test_a_run_needs_a_distance_and_one_to_compare_with() -> None:
    assert told("SPIKE", *LONG_AGO, a_run(TUE)).missing.startswith(
        "a run with a distance in the 30"
    )
    found = told("SPIKE", *LONG_AGO, a_run(-20), a_run(TUE, distance_m=None))
    assert (found.state, found.missing) == ("not assessable", "the distance of a run")
    assert state("SPIKE", a_run(-20)) == "not assessable"
    one_of_two = (a_run(TUE), a_run(WED, distance_m=None))
    assert state("SPIKE", a_run(-20), *one_of_two) == "not assessable"
    spike = (a_run(TUE, distance_m=None), a_run(WED, distance_m=20_000.0))
    found = told("SPIKE", *LONG_AGO, a_run(-20), *spike)
    assert (found.state, found.sessions) == ("not met", (5,))
    assert "Wednesday (2.00 times)" in found.sentence


@pytest.mark.parametrize(
    ("days", "school"),
    [((0, 1, 2, 3), "alternate days"), ((0, 1, 2, 3, 4), "hard days hard"), ((), "alternate days")],
)
def test_the_school_goes_by_run_days_where_none_is_chosen(
    days: tuple[int, ...], school: School
) -> None:
    log = runs_of(
        *(a_run(day - 7 * week, hour) for week in range(8) for day in days for hour in (7, 18))
    )
    assert school_by_run_days(log, today=NEXT_MONDAY) == school


def test_between_four_and_five_run_days_there_is_none_to_spare() -> None:
    log = runs_of(*(a_run(day - 7 * week) for week in range(8) for day in range(4 + week % 2)))
    assert school_by_run_days(log, today=NEXT_MONDAY) == "hard days hard"


def test_the_unfinished_week_has_no_say_in_the_school() -> None:
    few = [a_run(day - 7 * week) for week in range(8) for day in (0, 2, 4)]
    log = runs_of(*few, *(a_run(7 + day) for day in range(6)))
    assert school_by_run_days(log, today=date(2026, 11, 29)) == "alternate days"


def test_a_rule_can_be_switched_off() -> None:
    off = Guidance(off=("SPIKE", "FREQ-2-3"))
    assert {"SPIKE", "FREQ-2-3"} & set(choices(off, "own")) == set()
    assert {"SPIKE", "FREQ-2-3"} & set(rules(*LONG_AGO, guidance=off).rule) == set()


def test_an_empty_log_meets_nothing_and_misses_nothing() -> None:
    for school in ("hard days hard", "alternate days", "own"):
        for guidance in (Guidance(), MAINTAIN, STARTER, HEAVY):
            found = rules(guidance=guidance, school=school, count=12)
            assert set(found.state) <= {"not assessable", "open"}
            assert len(found.week.unique()) == 13
            assert set(found[~found.complete].state) == {"open"}


def test_a_rule_that_is_not_assessable_says_which_field_is_missing() -> None:
    found = rules(a_run(-20), a_lift(TUE), count=12)
    missing = found[found.state == "not assessable"]
    assert (missing.missing != "").all()
    assert (found[found.state != "not assessable"].missing == "").all()


_ROWS = st.lists(
    st.one_of(
        st.builds(
            a_run,
            st.integers(-60, 9),
            st.integers(0, 23),
            type=st.sampled_from(["easy", "tempo", "other", "test"]),
            distance_m=st.none() | st.floats(1000, 30_000),
            time_known=st.booleans(),
        ),
        st.builds(
            lambda day, hour, sets, known: a_lift(day, hour, *sets, time_known=known),
            st.integers(-60, 9),
            st.integers(0, 23),
            st.lists(
                st.sampled_from([a_set(), a_set(reps=4.0, rir=1.0), a_hold(60.0)]), max_size=3
            ),
            st.booleans(),
        ),
    ),
    max_size=12,
)


def _turned(log: Training) -> Training:
    return Training(
        **{
            name: getattr(log, name).iloc[::-1]
            for name in ("sessions", "recent", "runs", "sets", "muscles", "tests")
        }
    )


def _checked(log: Training, school: School) -> pd.DataFrame:
    return weeks_of_rules(
        log, guidance=Guidance(), school=school, today=date(2026, 11, 25), count=3
    )


@FEW
@given(rows=_ROWS, school=st.sampled_from(["hard days hard", "alternate days", "own"]))
def test_the_order_of_the_rows_changes_nothing(rows: list[Row], school: School) -> None:
    log = training(*rows)
    first, second = _checked(log, school), _checked(_turned(log), school)
    told = [list(RuleWeeks.empty().columns)]
    assert first[told[0][:5]].equals(second[told[0][:5]])
    assert [set(one) for one in first.sessions] == [set(one) for one in second.sessions]


@FEW
@given(rows=_ROWS)
def test_every_week_has_a_state_a_sentence_and_sessions_of_the_log(rows: list[Row]) -> None:
    found = _checked(training(*rows), "hard days hard")
    assert (found.sentence != "").all()
    assert not (found.complete & (found.state == "open")).any()
    known = set(range(1, len(rows) + 1))
    assert all(set(one) <= known for one in found.sessions)


def test_what_lies_after_today_is_not_seen() -> None:
    week = (*LONG_AGO, a_lift(MON), a_lift(THU))
    assert told("FREQ-2-3", *week, today=WEDNESDAY).state == "open"
    squats = a_lift(THU, 18, *[a_set(rir=1.0)] * 4)
    quads = Guidance(muscles=("quads",))
    assert state("MUSCLES", squats, guidance=quads, today=WEDNESDAY) == "open"
    assert state("MUSCLES", squats, guidance=quads) == "met"
