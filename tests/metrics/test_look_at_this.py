"""The few lines of Today: what is worth one, in which order, and when there is none."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, ExerciseMuscles, LiftSets, Runs, Sessions
from ironstride.frames.bests import Efforts
from ironstride.frames.goals import GoalProgress, Goals
from ironstride.frames.guidance import RuleWeeks
from ironstride.metrics.look_at_this import MOST_LINES, PRIORITY, Line, Seen, look_at_this
from ironstride.metrics.notices import asked, done, log
from tests.metrics.running_tables import FEW, lift_sets_of, runs_of, sessions_of

TODAY = date(2026, 11, 25)
MUSCLES = ExerciseMuscles.validate(
    pd.DataFrame(
        [("Back squat", "quads", 1.0), ("Calf raise", "calves", 1.0)],
        columns=["exercise", "muscle", "share"],
    )
)


def seen(**known: Any) -> Seen:
    nothing: dict[str, Any] = {
        "sessions": Sessions.empty(),
        "runs": Runs.empty(),
        "lift_sets": LiftSets.empty(),
        "muscles": MUSCLES,
        "check_ins": CheckIns.empty(),
        "efforts": Efforts.empty(),
        "rules": RuleWeeks.empty(),
        "goals": Goals.empty(),
        "progress": GoalProgress.empty(),
        "groups": ("quads", "calves"),
    }
    return Seen(today=TODAY, **nothing | known)


def ago(days: int) -> pd.Timestamp:
    return pd.Timestamp(TODAY) - pd.Timedelta(days=days) + pd.Timedelta(hours=7)


def pains(*days: tuple[int, float]) -> DataFrame[CheckIns]:
    rows = [{"day": ago(n).normalize(), "pain": value, "pain_note": ""} for n, value in days]
    return CheckIns.validate(pd.DataFrame(rows).reindex(columns=CheckIns.empty().columns))


def efforts(*rows: tuple[int, float, float]) -> DataFrame[Efforts]:
    """Days ago, distance [m], time [s]."""
    made = [
        {"started_at": ago(days), "distance_m": far, "measured_m": far, "duration_s": time,
         "source": "run", "source_id": n, "known": "whole run"}
        for n, (days, far, time) in enumerate(rows, 1)
    ]  # fmt: skip
    return Efforts.validate(pd.DataFrame(made))


def weeks(rule: str, *states: str) -> DataFrame[RuleWeeks]:
    """A rule's finished weeks, oldest first."""
    last = pd.Timestamp("2026-11-16")
    rows = [
        {"week": last - pd.Timedelta(weeks=back), "rule": rule, "state": one, "sentence": "",
         "missing": "", "sessions": (), "complete": True}
        for back, one in zip(range(len(states) - 1, -1, -1), states, strict=True)
    ]  # fmt: skip
    return RuleWeeks.validate(pd.DataFrame(rows))


def a_goal(kind: str, status: str, by: date | None = None) -> dict[str, Any]:
    goal = {"goal_id": 1, "kind": kind, "target": 3.0, "exercise": "", "muscle": ""}
    days = {"since": pd.Timestamp("2026-11-01"), "by": pd.Timestamp(by) if by else pd.NaT}
    table = pd.DataFrame([goal | days]).reindex(columns=Goals.empty().columns)
    row = {"goal_id": 1, "n": 8, "status": status, "sentence": "2 runs of 3 runs this week."}
    progress = pd.DataFrame([row]).reindex(columns=GoalProgress.empty().columns)
    return {"goals": Goals.validate(table), "progress": GoalProgress.validate(progress)}


def squats(*days: int, **about: Any) -> DataFrame[LiftSets]:
    return lift_sets_of(*({"started_at": ago(n), "reps": 5.0, "rir": 2.0} | about for n in days))


def said(line: Line | None) -> str:
    assert line is not None
    return line.sentence


def test_an_empty_log_has_no_line() -> None:
    assert look_at_this(seen()) == ()


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ([(0, 3.0), (6, 3.0)], True),
        ([(0, 3.0), (7, 9.0)], False),
        ([(0, 2.0), (1, 3.0)], False),
        ([(1, 8.0)], False),
    ],
)
def test_pain_on_two_days_of_the_last_week_is_a_line(
    days: list[tuple[int, float]], shown: bool
) -> None:
    assert (log.pain(seen(check_ins=pains(*days))) is not None) == shown


def test_pain_is_told_as_a_count() -> None:
    assert said(log.pain(seen(check_ins=pains((0, 3.0), (2, 5.0))))) == (
        "Pain of 3 of 10 or more noted on 2 of the last 7 days, 5 at most."
    )


def test_the_next_race_is_told_with_its_last_leg_work() -> None:
    races = (date(2026, 12, 20), date(2026, 12, 9), date(2026, 11, 1))
    assert said(asked.race(seen(races=races))) == (
        "Race in 14 days, on 9 December. The last heavy leg work before the race belongs "
        "between 25 November and 2 December: there is none yet."
    )


def test_leg_work_that_was_done_or_is_planned_counts_before_a_race() -> None:
    race = (TODAY + timedelta(days=9),)
    heavy = squats(1, 1)
    heavy = LiftSets.validate(heavy.assign(session_id=1))
    assert "10 days before the race, between 7 and 14" in said(
        asked.race(seen(races=race, lift_sets=heavy))
    )
    assert "4 days before the race: the last of it belongs" in said(
        asked.race(seen(races=race, planned_legs=(TODAY + timedelta(days=5),)))
    )


@pytest.mark.parametrize(("days", "shown"), [(0, True), (28, True), (29, False), (-1, False)])
def test_a_race_is_told_for_four_weeks(days: int, shown: bool) -> None:
    found = asked.race(seen(races=(TODAY + timedelta(days=days),)))
    assert (found is not None) == shown
    if days == 0:
        assert said(found) == "Race today."


def test_exercises_without_muscles_are_named() -> None:
    sets = squats(1, 2, 27, exercise="Zercher thing")
    assert said(log.unknown_exercises(seen(lift_sets=sets))) == (
        "3 hard sets of the last 28 days count for no muscle group; the log does not know what "
        "they work: Zercher thing."
    )
    assert log.unknown_exercises(seen(lift_sets=squats(28, exercise="Zercher thing"))) is None
    assert log.unknown_exercises(seen(lift_sets=squats(1))) is None


def test_a_new_best_is_told_with_what_it_took_off_and_a_first_time_is_none() -> None:
    fell = efforts((40, 5_000.0, 1500.0), (6, 5_000.0, 1470.0), (6, 3_000.0, 800.0))
    found = done.best_run(seen(efforts=fell))
    assert said(found) == "New best over 5 km: 24:30 on 19 November, 0:30 less than before."
    assert done.best_run(seen(efforts=efforts((0, 5_000.0, 1500.0)))) is None
    assert done.best_run(seen(efforts=efforts((40, 5e3, 1500.0), (7, 5e3, 1470.0)))) is None


def test_a_raise_of_a_lift_is_told_by_its_range_of_reps() -> None:
    sets = lift_sets_of(
        {"started_at": ago(40), "reps": 5.0, "load_kg": 80.0},
        {"started_at": ago(3), "reps": 5.0, "load_kg": 82.5},
    )
    found = done.best_lift(seen(lift_sets=sets))
    assert said(found) == (
        "New best of Back squat: 5 × 82.5 kg on 22 November, 2.5 kg more than before for 4–6 reps."
    )
    assert done.best_lift(seen(lift_sets=squats(3))) is None


def test_a_goal_is_told_when_it_is_due_within_two_weeks_or_reached_this_week() -> None:
    due = TODAY + timedelta(days=14)
    found = asked.goal(seen(**a_goal("e1rm", "within the range", due)))
    assert said(found) == "A goal is due on 9 December. 2 runs of 3 runs this week."
    later = a_goal("e1rm", "within the range", due + timedelta(days=1))
    assert asked.goal(seen(**later)) is None
    assert asked.goal(seen(**a_goal("e1rm", "reached", due))) is None
    assert said(asked.goal(seen(**a_goal("runs a week", "reached")))).startswith("Reached: 2 runs")


def test_a_rule_that_slipped_is_told_and_one_week_without_is_not() -> None:
    slipped = weeks("FREQ-1", "met", "not assessable", "met", "not met", "not met")
    assert said(asked.rule(seen(rules=slipped))) == (
        "One lift session a week: not met for 2 finished weeks; met in 2 of the 4 weeks that can "
        "be judged."
    )
    assert asked.rule(seen(rules=weeks("FREQ-1", "met", "not met"))) is None
    assert asked.rule(seen(rules=weeks("MUSCLES", "not met", "not met"))) is None


def test_of_two_rules_the_one_that_was_kept_more_often_is_told() -> None:
    both = pd.concat(
        [weeks("FREQ-1", *["not met"] * 4), weeks("TEST", "met", "met", "not met", "not met")]
    )
    assert said(asked.rule(seen(rules=RuleWeeks.validate(both)))).startswith("A fitness test")


def test_a_wanted_group_without_a_set_for_two_weeks_is_told() -> None:
    found = asked.untouched(seen(lift_sets=squats(1, 15)))
    assert said(found) == "No hard set for 14 days or more: calves (never)."
    assert found is not None
    assert found.asks == (("muscles_group", "Calves"),)
    assert asked.untouched(seen(lift_sets=squats(1), groups=("quads",))) is None


def test_a_log_in_which_lifts_began_lately_cannot_tell_of_untouched_groups() -> None:
    assert asked.untouched(seen(lift_sets=squats(1, 13))) is None


def test_who_has_not_lifted_for_four_weeks_is_not_told_of_each_group() -> None:
    assert asked.untouched(seen(lift_sets=squats(28))) is None


def test_a_run_much_longer_than_the_month_before_is_told() -> None:
    runs = runs_of(
        {"started_at": ago(45), "distance_m": 10_000.0},
        {"started_at": ago(20), "distance_m": 10_000.0},
        {"started_at": ago(2), "distance_m": 13_000.0},
    )
    assert said(done.longer_run(seen(runs=runs))) == (
        "The run of 13.0 km on 23 November was 30 % longer than the longest of the 30 days before."
    )
    assert done.longer_run(seen(runs=Runs.validate(runs[:2]))) is None


def test_a_lift_that_stands_still_is_told() -> None:
    flat = squats(*range(1, 84, 4), load_kg=100.0)
    found = done.stalled(seen(lift_sets=flat))
    assert said(found) == "1 lift stalled, without a new best for six weeks: Back squat."
    assert found is not None
    assert found.asks == (("strength_lifts", "Back squat"),)
    assert done.stalled(seen(lift_sets=squats(1, 8))) is None


@pytest.mark.parametrize(
    ("rated", "lacking", "shown"), [(6, 3, True), (7, 3, False), (0, 2, False)]
)
def test_sessions_without_a_load_are_told_from_a_third_on(
    rated: int, lacking: int, shown: bool
) -> None:
    sessions = sessions_of(
        *({"started_at": ago(n), "rpe": 5.0, "duration_s": 3600.0} for n in range(rated)),
        *({"started_at": ago(n), "duration_s": 3600.0} for n in range(lacking)),
    )
    assert (log.unrated(seen(sessions=sessions)) is not None) == shown


def test_the_most_urgent_four_are_taken_in_their_order() -> None:
    everything = seen(
        check_ins=pains((0, 3.0), (1, 4.0)),
        races=(TODAY,),
        lift_sets=squats(1, exercise="Zercher thing"),
        efforts=efforts((40, 5_000.0, 1500.0), (6, 5_000.0, 1470.0)),
        rules=weeks("FREQ-1", "not met", "not met"),
    )
    kinds = [line.kind for line in look_at_this(everything)]
    assert kinds == ["pain", "race", "unknown exercises", "best run"]


@FEW
@given(
    hurt=st.booleans(),
    race=st.booleans(),
    best=st.booleans(),
    rule=st.booleans(),
    odd=st.booleans(),
)
def test_there_are_never_more_than_four_and_always_in_the_stated_order(
    hurt: bool, race: bool, best: bool, rule: bool, odd: bool
) -> None:
    known: dict[str, Any] = {"races": (TODAY,) if race else ()}
    known |= {"check_ins": pains((0, 3.0), (1, 4.0))} if hurt else {}
    known |= {"efforts": efforts((40, 5e3, 1500.0), (6, 5e3, 1470.0))} if best else {}
    known |= {"rules": weeks("FREQ-1", "not met", "not met")} if rule else {}
    known |= {"lift_sets": squats(1, exercise="Zercher thing")} if odd else {}
    lines = look_at_this(seen(**known))
    order = [list(PRIORITY).index(line.kind) for line in lines]
    assert len(lines) <= MOST_LINES
    assert order == sorted(set(order))
