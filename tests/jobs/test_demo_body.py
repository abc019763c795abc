"""The demo log beside its sessions: lifelike, repeatable, and no number of the others moves."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from statistics import mean, median, stdev

import numpy as np
import pytest

from ironstride import store
from ironstride.jobs.demo import DEMO_SEED, demo_sessions
from ironstride.jobs.demo.check_ins import demo_check_ins
from ironstride.jobs.demo.fitness_tests import demo_fitness_tests
from ironstride.jobs.demo_log import write_demo_log
from ironstride.metrics.fitness import ERRORS, judged_tests
from ironstride.records import CheckIn, FitnessTest, Lift, Run
from ironstride.store import goals, plan

TODAY = date(2026, 11, 19)
# Of the sessions as they were before the demo had any check-in: the planted link rests on them.
SESSIONS = "0b08c339b5704ff7733eb7e4cca80aedf7b9d3590bc175393ffb66fe709c5b06"


@cache
def check_ins(seed: int = DEMO_SEED, years: int = 3, today: date = TODAY) -> tuple[CheckIn, ...]:
    made = demo_sessions(today=today, years=years, seed=seed)
    return demo_check_ins(made, today=today, years=years, seed=seed)


@cache
def fitness_tests(
    seed: int = DEMO_SEED, years: int = 3, today: date = TODAY, effect: float = 0.3
) -> tuple[FitnessTest, ...]:
    made = demo_sessions(today=today, years=years, seed=seed, effect=effect)
    return demo_fitness_tests(made, today=today, years=years, effect=effect, seed=seed)


def of(protocol: str, side: str | None = None) -> list[FitnessTest]:
    return [one for one in fitness_tests() if (one.protocol, one.side) == (protocol, side)]


def test_no_number_of_the_sessions_has_moved() -> None:
    said = repr(demo_sessions(today=TODAY)).encode()
    assert sha256(said).hexdigest() == SESSIONS


@pytest.mark.parametrize("years", [1, 2, 5])
@pytest.mark.parametrize("seed", [1, 2, DEMO_SEED])
def test_nothing_is_doubtful_and_nothing_lies_ahead(years: int, seed: int) -> None:
    found: list[CheckIn | FitnessTest] = [*check_ins(seed, years), *fitness_tests(seed, years)]
    assert [doubt for one in found for doubt in one.doubts()] == []
    assert max(one.day for one in found) <= TODAY
    assert len({one.day for one in check_ins(seed, years)}) == len(check_ins(seed, years))


def test_the_past_does_not_change_as_the_week_goes_on() -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    earlier = check_ins(today=monday)
    assert check_ins()[: len(earlier)] == earlier
    before = fitness_tests(today=monday)
    assert fitness_tests()[: len(before)] == before


def test_another_seed_is_another_body() -> None:
    assert check_ins(seed=1) != check_ins()
    assert fitness_tests(seed=1) != fitness_tests()


def test_most_days_have_a_check_in() -> None:
    days = (check_ins()[-1].day - check_ins()[0].day).days
    assert 0.7 < len(check_ins()) / days < 0.9


def test_body_mass_drifts_slowly() -> None:
    known = [(one.day, one.body_mass_kg) for one in check_ins() if one.body_mass_kg]
    masses = [mass for _, mass in known]
    assert 64 < min(masses) < max(masses) < 75
    assert max(masses) - min(masses) > 2
    steps = [after - before for before, after in pairwise(masses)]
    assert stdev(steps) < 0.7
    months = Counter(day.strftime("%Y-%m") for day, _ in known)
    monthly = [mean(mass for day, mass in known if f"{day:%Y-%m}" == one) for one in sorted(months)]
    assert max(abs(after - before) for before, after in pairwise(monthly)) < 1.6


def test_sleep_is_a_little_longer_at_the_weekend() -> None:
    slept = [(one.day.weekday() >= 5, one.sleep_h) for one in check_ins() if one.sleep_h]
    weekend, week = (median(h for is_end, h in slept if is_end is which) for which in (True, False))
    assert 7 <= week < weekend <= 8.25


def test_legs_are_sorer_on_the_day_after_lifting() -> None:
    made = demo_sessions(today=TODAY)
    lifted = {one.started_at.date() for one in made if isinstance(one, Lift) and one.rpe}
    after = [max(one.soreness.values(), default=0) for one in check_ins() if _before(one) in lifted]
    other = [
        max(one.soreness.values(), default=0) for one in check_ins() if _before(one) not in lifted
    ]
    assert mean(after) > 2 * mean(other)


def _before(one: CheckIn) -> date:
    return one.day - timedelta(days=1)


def test_a_few_pains_come_and_fade() -> None:
    pains = [one for one in check_ins() if one.pain]
    assert 0.02 < len(pains) / len(check_ins()) < 0.12
    assert {one.pain for one in pains} <= {1, 2, 3, 4}
    assert all(one.pain_note for one in pains)
    assert len({one.pain_note for one in pains}) >= 3


def test_every_protocol_is_tested_about_monthly() -> None:
    counts = Counter(one.protocol for one in fitness_tests())
    assert set(counts) == set(ERRORS)
    days = sorted({one.day for one in fitness_tests() if one.protocol == "hop"})
    assert {after - before for before, after in pairwise(days)} == {timedelta(weeks=4)}


def test_the_time_trials_are_the_test_runs_of_the_log() -> None:
    runs = [
        (one.started_at.date(), one.distance_m, one.duration_s)
        for one in demo_sessions(today=TODAY)
        if isinstance(one, Run) and one.type == "test"
    ]
    assert [(one.day, one.distance_m, one.duration_s) for one in of("time_trial")] == runs


@pytest.mark.parametrize(
    ("protocol", "side", "name"),
    [("calf_raises", "left", "reps"), ("hop", "right", "hop_m"), ("plank", None, "hold_s")],
)
def test_tests_vary_by_about_their_typical_error(
    protocol: str, side: str | None, name: str
) -> None:
    logs = np.log([getattr(one, name) for one in of(protocol, side)[2:]])
    error = np.std(np.diff(logs)) / np.sqrt(2)
    assert 0.6 < error / np.log1p(ERRORS[protocol][0]) < 1.5


def test_without_the_planted_link_only_running_tests_differ() -> None:
    differing = {
        one.protocol
        for one, twin in zip(fitness_tests(), fitness_tests(effect=0.0), strict=True)
        if one != twin
    }
    assert differing == {"time_trial", "submaximal_run"}


def test_the_demo_log_holds_them_and_can_be_judged(tmp_path: Path) -> None:
    path = tmp_path / "demo.db"
    write_demo_log(path, today=TODAY)
    with store.open_log(path) as log:
        assert len(store.check_ins(log)) == len(check_ins())
        judged = judged_tests(store.fitness_tests(log))
        assert store.body_mass_kg(log, TODAY) is not None
    assert len(judged) == len(fitness_tests())
    assert judged.verdict.nunique() >= 4
    assert judged[judged.exercise != ""].exercise.unique().tolist() == ["Back squat"]


@pytest.mark.parametrize("day", range(7))
def test_this_and_the_next_week_are_planned_and_what_was_done_is_done(
    tmp_path: Path, day: int
) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    today = monday + timedelta(days=day)
    path = tmp_path / "demo.db"
    write_demo_log(path, today=today, years=1)
    with store.open_log(path) as log:
        found = plan.planned(log)
        assert len(plan.planned_exercises(log)) == 28
        assert plan.planned_exercises(log).load_kg.notna().sum() == 16
        assert len(goals.goals(log)) == 3
        assert goals.races(log).day.dt.date.tolist() == [monday + timedelta(days=41)]
    over = found.day.dt.date <= today
    assert set(found.status[over]) <= {"done"}
    assert set(found.status[~over]) == {"planned"}
    assert found.day.dt.date.between(monday, monday + timedelta(days=13)).all()
    assert set(found.distance_m.dropna() % 500) == {0.0}
