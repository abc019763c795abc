"""The demo log: valid, repeatable, lifelike, and its twin without the planted link."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride import weeks
from ironstride.frames import LiftSets, Runs
from ironstride.jobs.demo import DEMO_SEED, demo_sessions
from ironstride.jobs.demo.athlete import LAG_WEEKS, STRENGTH_GAIN, Athlete, Weekly, build_athlete
from ironstride.jobs.demo.calendar import plan_weeks
from ironstride.metrics.index import strength_index
from ironstride.metrics.reference_pace import weekly_reference_speed
from ironstride.records import Lift, LiftSet, Other, Run, Session
from ironstride.records.catalogue import catalogue

TODAY = date(2026, 11, 19)
MONDAY = weeks.week_of(TODAY)
SEED = DEMO_SEED
EFFECT = 0.30


@cache
def log(effect: float = EFFECT, seed: int = SEED) -> tuple[Session, ...]:
    return demo_sessions(today=TODAY, effect=effect, seed=seed)


def runs_of(sessions: Iterable[Session]) -> list[Run]:
    return [session for session in sessions if isinstance(session, Run)]


def lifts_of(sessions: Iterable[Session]) -> list[Lift]:
    return [session for session in sessions if isinstance(session, Lift)]


def sets_of(sessions: Iterable[Session]) -> list[LiftSet]:
    return [one for lift in lifts_of(sessions) for one in lift.sets]


def by_week(sessions: Iterable[Session]) -> Counter[date]:
    return Counter(weeks.week_of(session.started_at.date()) for session in sessions)


def finished_weeks() -> list[date]:
    return list(weeks.weeks_between(MONDAY - 156 * weeks.WEEK, MONDAY - weeks.WEEK))


def hidden(effect: float = EFFECT) -> Athlete:
    return build_athlete(plan_weeks(TODAY, 3, SEED), effect, SEED)


def run_frame() -> DataFrame[Runs]:
    names = list(Runs.empty().columns)
    rows = [
        {name: getattr(run, name, number) for name in names}
        for number, run in enumerate(runs_of(log()), start=1)
    ]
    return Runs.validate(pd.DataFrame(rows))


def set_frame() -> DataFrame[LiftSets]:
    known = {name.casefold(): one for one in catalogue() for name in (one.name, *one.aliases)}
    rows = []
    for number, lift in enumerate(lifts_of(log()), start=1):
        for position, one in enumerate(lift.sets):
            exercise = known[one.exercise.casefold()]
            told: dict[str, Any] = asdict(one) | {
                "session_id": number,
                "started_at": lift.started_at,
                "position": position,
                "side": one.side or "",
                "exercise": exercise.name,
                "kind": exercise.kind,
                "lower_body": exercise.lower_body,
                "body_mass_fraction": exercise.body_mass_fraction,
            }
            rows.append(told)
    return LiftSets.validate(pd.DataFrame(rows))


def weekly_truth(state: Weekly) -> "pd.Series[float]":
    """Put the finished weeks of a hidden state on the calendar."""
    return pd.Series(state[:-1], pd.DatetimeIndex(finished_weeks()))


def test_the_same_arguments_give_the_same_log() -> None:
    assert demo_sessions(today=TODAY, seed=SEED) == log()
    assert log(seed=SEED + 1) != log()


@pytest.mark.parametrize("later", range(7))
def test_nothing_happens_after_today_on_any_weekday(later: int) -> None:
    today = MONDAY + timedelta(days=later)
    sessions = demo_sessions(today=today, years=1)
    last = max(session.started_at.date() for session in sessions)
    assert today - timedelta(days=2) <= last <= today


def test_the_past_does_not_change_as_the_week_goes_on() -> None:
    tuesday = demo_sessions(today=MONDAY + timedelta(days=1), seed=SEED)
    assert log()[: len(tuesday)] == tuesday


def test_sessions_come_oldest_first_and_never_overlap() -> None:
    for earlier, later in pairwise(log()):
        assert earlier.duration_s is not None
        lasted = timedelta(seconds=earlier.elapsed_s or earlier.duration_s)
        assert earlier.started_at + lasted <= later.started_at


@pytest.mark.parametrize("years", [1, 2, 5])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_log_is_as_long_as_asked_and_nothing_in_it_is_doubtful(years: int, seed: int) -> None:
    sessions = demo_sessions(today=TODAY, years=years, seed=seed)
    assert weeks.week_of(sessions[0].started_at.date()) == MONDAY - 52 * years * weeks.WEEK
    assert [doubt for session in sessions for doubt in session.doubts()] == []


def test_every_value_is_a_plain_python_one() -> None:
    records: list[Session | LiftSet] = [*log(), *sets_of(log())]
    values = [getattr(record, field.name) for record in records for field in fields(record)]
    assert {type(value).__module__ for value in values} == {"builtins", "datetime"}


def test_less_than_a_year_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one year, got 0"):
        demo_sessions(today=TODAY, years=0)


def test_only_the_week_of_illness_is_empty() -> None:
    held = by_week(log())
    assert len([week for week in finished_weeks() if week not in held]) == 1


def test_weeks_hold_four_or_five_runs_but_for_illness_holiday_and_marathon() -> None:
    held = by_week(runs_of(log()))
    counts = Counter(held[week] for week in finished_weeks())
    assert counts[4] + counts[5] == 153
    assert (counts[0], counts[2]) == (1, 1)


def test_weekly_distance_is_that_of_a_club_runner() -> None:
    distance_m: Counter[date] = Counter()
    for run in runs_of(log()):
        distance_m[weeks.week_of(run.started_at.date())] += round(run.distance_m or 0)
    weekly = [distance_m[week] / 1000 for week in finished_weeks()]
    assert 36 < median(weekly) < 44
    assert max(weekly) < 65
    assert sum(30 <= km <= 60 for km in weekly) > 0.8 * len(weekly)


@pytest.mark.parametrize(
    ("run_type", "pace_s", "hr_bpm"),
    [
        ("easy", (340, 370), (143, 147)),
        ("long", (335, 370), (145, 149)),
        ("tempo", (285, 310), (158, 164)),
        ("test", (245, 265), (174, 178)),
    ],
)
def test_paces_and_heart_rates_fit_each_other(
    run_type: str, pace_s: tuple[float, float], hr_bpm: tuple[float, float]
) -> None:
    chosen = [run for run in runs_of(log()) if run.type == run_type]
    paces = [r.duration_s / r.distance_m * 1000 for r in chosen if r.distance_m and r.duration_s]
    rates = [run.avg_hr_bpm for run in chosen if run.avg_hr_bpm]
    assert pace_s[0] < median(paces) < pace_s[1]
    assert hr_bpm[0] <= median(rates) <= hr_bpm[1]


def test_a_test_of_the_same_distance_is_run_every_four_weeks() -> None:
    tests = [run for run in runs_of(log()) if run.type == "test"]
    assert {run.distance_m for run in tests} == {3_000.0}
    apart = {b.started_at.date() - a.started_at.date() for a, b in pairwise(tests)}
    assert apart == {4 * weeks.WEEK}


def test_races_come_every_other_month_with_one_marathon() -> None:
    races = [run for run in runs_of(log()) if run.type == "race"]
    kilometres = Counter(round((run.distance_m or 0) / 1000) for run in races)
    assert set(kilometres) == {5, 10, 21, 42}
    assert kilometres[42] == 1
    assert 17 <= len(races) <= 20


def test_a_marathon_follows_long_runs() -> None:
    runs = runs_of(log())
    marathon = next(run for run in runs if (run.distance_m or 0) > 42_000)
    build = [r for r in runs if timedelta(0) < marathon.started_at - r.started_at < 13 * weeks.WEEK]
    assert max(run.distance_m or 0 for run in build) > 25_000


def test_some_of_what_a_watch_or_a_runner_tells_is_missing() -> None:
    runs = runs_of(log())
    assert 0.10 < sum(run.avg_hr_bpm is None for run in runs) / len(runs) < 0.20
    assert 0.07 < sum(run.rpe is None for run in runs) / len(runs) < 0.18
    work = [one for one in sets_of(log()) if one.set_type == "work" and one.load_kg]
    assert 0.04 < sum(one.rir is None for one in work) / len(work) < 0.13


def test_only_treadmill_runs_have_an_unknown_distance() -> None:
    unknown = [run for run in runs_of(log()) if run.distance_m is None]
    assert len(unknown) >= 5
    assert {run.sport for run in unknown} == {"treadmill"}
    assert all(run.duration_s for run in unknown)


def test_runs_start_in_the_morning_and_in_the_evening_at_any_second() -> None:
    starts = [run.started_at for run in runs_of(log())]
    evening = sum(start.hour >= 17 for start in starts) / len(starts)
    assert 0.1 < evening < 0.5
    assert {start.second for start in starts} == set(range(60))


def test_summer_is_warmer_than_winter() -> None:
    frame = run_frame()
    usual = frame.groupby(frame.started_at.dt.month).temperature_c.median()
    assert usual[7] > usual[1] + 12


def test_every_exercise_is_in_the_catalogue() -> None:
    known = {name.casefold() for one in catalogue() for name in (one.name, *one.aliases)}
    assert {one.exercise for one in sets_of(log()) if one.exercise.casefold() not in known} == set()


def test_the_log_holds_every_kind_of_set() -> None:
    known = {name.casefold(): one for one in catalogue() for name in (one.name, *one.aliases)}
    sets = sets_of(log())
    kinds = {known[one.exercise.casefold()].kind for one in sets}
    assert kinds == {"weighted", "bodyweight", "timed", "plyometric"}
    assert {one.side for one in sets} == {None, "left", "right"}
    assert {one.set_type for one in sets} == {"warmup", "work"}
    assert any(one.hold_s and one.reps is None for one in sets)


def test_a_sided_exercise_is_done_on_both_sides() -> None:
    sides = Counter((one.exercise, one.side) for one in sets_of(log()) if one.side)
    for exercise in {exercise for exercise, _ in sides}:
        assert sides[exercise, "left"] == sides[exercise, "right"]


def test_loads_are_made_of_real_plates() -> None:
    assert {one.load_kg % 2.5 for one in sets_of(log())} == {0.0}


def test_lifting_comes_in_blocks_and_never_stops_for_long() -> None:
    held = by_week(lifts_of(log()))
    counts = [held[week] for week in finished_weeks()]
    assert 60 <= counts.count(2) <= 90
    assert "000" not in "".join(map(str, counts))


def test_on_a_day_with_both_the_run_comes_first() -> None:
    for lift in lifts_of(log()):
        same_day = [r for r in runs_of(log()) if r.started_at.date() == lift.started_at.date()]
        assert all(run.started_at < lift.started_at for run in same_day)


def test_other_sports_are_never_runs() -> None:
    others = [session for session in log() if isinstance(session, Other)]
    assert {other.sport for other in others} == {"ride", "yoga", "walk"}


def test_the_twin_differs_in_running_times_only() -> None:
    twin = log(effect=0.0)
    assert lifts_of(twin) == lifts_of(log())
    assert len(twin) == len(log())
    differing = {
        field.name
        for one, other in zip(log(), twin, strict=True)
        for field in fields(one)
        if getattr(one, field.name) != getattr(other, field.name)
    }
    assert differing == {"duration_s", "elapsed_s"}


def test_the_twin_is_slower_by_the_planted_share_of_earlier_strength() -> None:
    strength = hidden().strength
    for run, twin in zip(runs_of(log()), runs_of(log(effect=0.0)), strict=True):
        assert run.duration_s is not None
        assert twin.duration_s is not None
        week = (weeks.week_of(run.started_at.date()) - finished_weeks()[0]) // weeks.WEEK
        planted = EFFECT * strength[max(0, week - LAG_WEEKS)]
        rounding = 1.1 / run.duration_s
        assert np.log(twin.duration_s / run.duration_s) == pytest.approx(planted, abs=rounding)


def test_strength_rises_and_falls_by_the_planted_amount() -> None:
    strength = hidden().strength
    lifting = np.array([week.lifting for week in plan_weeks(TODAY, 3, SEED)])
    ends = np.flatnonzero(np.diff(lifting.astype(int)))
    swings = np.abs(np.diff(strength[ends + 1]))
    assert len(swings) >= 10
    assert np.median(swings) == pytest.approx(STRENGTH_GAIN, abs=0.03)


def test_the_strength_index_follows_the_hidden_strength() -> None:
    index = strength_index(set_frame(), today=TODAY).weekly.set_index("week").effect
    assert index.notna().sum() > 120
    assert index.corr(weekly_truth(hidden().strength)) > 0.85


def test_pace_at_reference_heart_rate_follows_the_hidden_state() -> None:
    weekly = weekly_reference_speed(run_frame(), reference_hr_bpm=142, today=TODAY)
    speed = weekly.set_index("week").performance
    athlete = hidden()
    assert speed.notna().sum() > 145
    assert speed.corr(weekly_truth(athlete.fitness + athlete.form)) > 0.85
