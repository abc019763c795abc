"""One lower-body index that changing exercises cannot move."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import LiftSets
from ironstride.metrics.index import strength_index
from ironstride.metrics.strength import session_bests
from ironstride.metrics.week_effects import scatter
from tests.metrics.running_tables import FEW, lift_sets_of

START = pd.Timestamp("2026-01-05")
TODAY = date(2026, 11, 22)
LEVEL = {"Back squat": 100.0, "Leg press": 240.0, "Calf raise": 60.0}


def log_of(
    plan: Mapping[str, Iterable[int]], strength: Callable[[int], float] = lambda week: 1.0
) -> DataFrame[LiftSets]:
    """One single a week of each exercise in the weeks of its plan, as strong as `strength`."""
    done = [(week, name) for name, weeks in plan.items() for week in weeks]
    return lift_sets_of(
        *(
            {
                "session_id": week + 1,
                "started_at": str(START + pd.Timedelta(weeks=week, hours=18)),
                "exercise": name,
                "reps": 1,
                "load_kg": LEVEL[name] * strength(week),
            }
            for week, name in sorted(done)
        )
    )


def test_rotating_exercises_of_constant_strength_never_makes_it_jump() -> None:
    plan = {"Back squat": range(12), "Leg press": range(8, 24), "Calf raise": range(20, 32)}
    index = strength_index(log_of(plan), today=TODAY)
    assert index.status == "ok"
    assert index.exercises == ("Back squat", "Calf raise", "Leg press")
    assert index.weekly.index_pct.to_numpy() == pytest.approx(np.full(30, 100.0))


def test_a_planted_rise_of_ten_percent_shows_as_ten_percent() -> None:
    plan = {"Back squat": range(16), "Leg press": range(10, 30)}
    index = strength_index(
        log_of(plan, lambda week: 1.10 if week >= 20 else 1.0), today=TODAY
    ).weekly
    assert index.index_pct.iloc[0] == 100
    assert index.index_pct.iloc[-1] == pytest.approx(110)
    assert index.effect.iloc[-1] == pytest.approx(100 * np.log(1.1))


def test_exercises_that_never_share_a_week_are_said_and_left_out() -> None:
    plan = {"Back squat": range(10), "Leg press": range(10, 30), "Calf raise": range(15, 25)}
    index = strength_index(log_of(plan), today=TODAY)
    assert index.components == (("Calf raise", "Leg press"), ("Back squat",))
    assert "Left out, as no week joins them with the rest: Back squat." in index.sentence
    assert index.weekly.week.iloc[0] == START + pd.Timedelta(weeks=12)


def test_each_group_apart_has_an_index_that_starts_anew() -> None:
    plan = {"Back squat": range(10), "Leg press": range(10, 30), "Calf raise": range(15, 25)}
    index = strength_index(log_of(plan, lambda week: 1.01**week), today=TODAY)
    press, squat = index.groups
    assert squat.index_pct.iloc[[0, -1]].tolist() == pytest.approx([100, 100 * 1.01**7])
    assert press.index_pct.iloc[0] == pytest.approx(100)
    assert not set(press.week) & set(squat.week)


def test_a_lift_counted_in_two_ways_hardly_moves_the_index() -> None:
    # A machine's weight, noted now with and now without its slide, beside two steady lifts.
    plan = {"Back squat": range(20), "Calf raise": range(20), "Leg press": range(20)}
    table = log_of(plan)
    press, week = table.exercise == "Leg press", table.session_id
    mistyped = LiftSets.validate(
        table.assign(load_kg=table.load_kg.where(~press | (week % 3 > 0), table.load_kg / 3))
    )
    weekly = strength_index(mistyped, today=TODAY).weekly
    assert (weekly.index_pct / weekly.index_pct.median() - 1).abs().max() < 0.01


def test_one_group_says_nothing_of_leaving_out() -> None:
    index = strength_index(log_of({"Back squat": range(10)}), today=TODAY)
    assert index.sentence == "From Back squat in 8 of 8 finished weeks."


def test_the_first_two_sessions_of_an_exercise_are_learning() -> None:
    weekly = strength_index(log_of({"Back squat": range(6)}), today=TODAY).weekly
    assert weekly.week.iloc[0] == START + pd.Timedelta(weeks=2)
    assert len(weekly) == 4


def test_an_exercise_of_four_sessions_takes_no_part() -> None:
    plan = {"Back squat": range(10), "Leg press": range(4)}
    assert strength_index(log_of(plan), today=TODAY).exercises == ("Back squat",)


@pytest.mark.parametrize(
    "change", [{"lower_body": False}, {"kind": "bodyweight"}, {"set_type": "warmup"}]
)
def test_only_weighted_lower_body_work_enters(change: dict[str, Any]) -> None:
    table = LiftSets.validate(log_of({"Back squat": range(10)}).assign(**change))
    assert strength_index(table, today=TODAY).status == "not enough data"


def test_the_unfinished_week_is_left_out() -> None:
    table = log_of({"Back squat": range(10)})
    last = START + pd.Timedelta(weeks=9)
    on_sunday = strength_index(table, today=(last + pd.Timedelta(days=6)).date()).weekly
    on_monday = strength_index(table, today=(last + pd.Timedelta(days=7)).date()).weekly
    assert on_sunday.week.iloc[-1] == last - pd.Timedelta(weeks=1)
    assert on_monday.week.iloc[-1] == last


def test_a_week_without_a_lift_is_missing_not_invented() -> None:
    weekly = strength_index(log_of({"Back squat": [0, 1, 2, 3, 5, 6]}), today=TODAY).weekly
    assert weekly.index_pct.isna().tolist() == [False, False, True, False, False]
    assert weekly.bests.tolist() == [1, 1, 0, 1, 1]


@pytest.mark.parametrize("weeks", [0, 1, 4])
def test_too_little_is_said(weeks: int) -> None:
    index = strength_index(log_of({"Back squat": range(weeks)}), today=TODAY)
    assert index.status == "not enough data"
    assert index.weekly.empty
    assert index.sentence.startswith("The index needs a weighted lower-body lift")


def test_five_sessions_in_one_week_are_no_index_yet() -> None:
    table = log_of({"Back squat": [0] * 5}).assign(session_id=range(1, 6))
    assert strength_index(LiftSets.validate(table), today=TODAY).status == "not enough data"


def test_without_repetition_there_is_no_standard_error() -> None:
    assert strength_index(log_of({"Back squat": range(9)}), today=TODAY).weekly.se.isna().all()


def noisy(seed: int) -> DataFrame[LiftSets]:
    """Three overlapping exercises over 30 weeks, each week's loads off by about 3 %."""
    plan = {"Back squat": range(14), "Leg press": range(6, 28), "Calf raise": range(3, 30, 2)}
    table = log_of(plan)
    noise = np.random.default_rng(seed).normal(0, 0.03, len(table))
    return LiftSets.validate(table.assign(load_kg=table.load_kg * np.exp(noise)))


def own_scatter(used: pd.DataFrame) -> dict[str, float]:
    """How much each exercise scatters from session to session [%], five usual pairs included."""
    found = {}
    for name, one in used.groupby("exercise"):
        squares = np.diff(100 * np.log(one.e1rm_kg.to_numpy())) ** 2
        found[str(name)] = float(np.sqrt((5 * 4.2**2 + squares.sum() / 2) / (5 + len(squares))))
    return found


def dense(table: DataFrame[LiftSets]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The same weighted least squares with every dummy written out, effects against the mean."""
    bests = session_bests(table)
    used = bests[bests.groupby("exercise").cumcount() >= 2]
    week, weeks = pd.factorize(used.started_at.dt.to_period("W"), sort=True)
    exercise, names = pd.factorize(used.exercise)
    design = np.hstack([np.eye(len(weeks))[week], np.eye(len(names))[exercise]])
    y = 100 * np.log(used.e1rm_kg.to_numpy())
    root = 1 / used.exercise.map(own_scatter(used)).to_numpy()
    design, y = design * root[:, None], y * root
    fit, _, rank, _ = np.linalg.lstsq(design, y)
    variance = ((y - design @ fit) ** 2).sum() / (len(y) - rank) * np.linalg.pinv(design.T @ design)
    contrast = np.eye(len(weeks)) - 1 / len(weeks)
    covariance = contrast @ variance[: len(weeks), : len(weeks)] @ contrast
    return fit[: len(weeks)], np.sqrt(np.diag(covariance))


def test_effects_and_errors_equal_the_written_out_least_squares() -> None:
    table = noisy(seed=4)
    weekly = strength_index(table, today=TODAY).weekly.dropna()
    effect, se = dense(table)
    assert weekly.effect.to_numpy() == pytest.approx(effect - effect[0])
    assert weekly.se.to_numpy() == pytest.approx(se)


def test_a_week_with_more_lifts_is_known_better() -> None:
    weekly = strength_index(noisy(seed=1), today=TODAY).weekly.dropna()
    mean_se = weekly.groupby("bests").se.mean()
    assert mean_se.is_monotonic_decreasing
    assert len(mean_se) == 3


@FEW
@given(st.integers(0, 1000))
def test_the_order_of_the_sets_does_not_matter(seed: int) -> None:
    table = noisy(seed)
    backwards = table.iloc[::-1].reset_index(drop=True)
    pd.testing.assert_frame_equal(
        strength_index(backwards, today=TODAY).weekly, strength_index(table, today=TODAY).weekly
    )


@FEW
@given(
    st.lists(
        st.tuples(st.integers(0, 25), st.integers(6, 30)).filter(lambda one: one[0] + 4 < one[1]),
        min_size=3,
        max_size=3,
    )
)
def test_no_plan_of_rotating_makes_constant_strength_jump(spans: list[tuple[int, int]]) -> None:
    plan = {name: range(*span) for name, span in zip(LEVEL, spans, strict=True)}
    for weekly in strength_index(log_of(plan), today=TODAY).groups:
        assert weekly.index_pct.dropna().to_numpy() == pytest.approx(100)


@FEW
@given(st.integers(0, 1000))
def test_a_warm_up_changes_nothing(seed: int) -> None:
    table = noisy(seed)
    warmups = table.assign(set_type="warmup", load_kg=table.load_kg * 3, position=1)
    both = LiftSets.validate(pd.concat([table, warmups], ignore_index=True))
    pd.testing.assert_frame_equal(
        strength_index(both, today=TODAY).weekly, strength_index(table, today=TODAY).weekly
    )


@FEW
@given(st.integers(0, 1000), st.floats(0.5, 2))
def test_other_plates_move_nothing(seed: int, factor: float) -> None:
    table = noisy(seed)
    squat = table.exercise == "Back squat"
    scaled = table.assign(load_kg=table.load_kg.where(~squat, table.load_kg * factor))
    one, other = (
        strength_index(LiftSets.validate(log), today=TODAY).weekly for log in (table, scaled)
    )
    assert other.effect.dropna().tolist() == pytest.approx(one.effect.dropna().tolist(), abs=1e-9)


def test_an_exercise_of_five_sessions_takes_part() -> None:
    assert strength_index(log_of({"Back squat": range(5)}), today=TODAY).status == "ok"


@pytest.mark.parametrize(("days_apart", "expected"), [(28, 4.72), (29, 4.2)])
def test_only_sessions_at_most_four_weeks_apart_tell_the_scatter(
    days_apart: int, expected: float
) -> None:
    days = [START, START + pd.Timedelta(days=days_apart)]
    bests = pd.DataFrame({"started_at": days, "session_id": [1, 2], "e1rm_kg": [100.0, 110.0]})
    assert scatter(bests.assign(exercise="Back squat")) == pytest.approx(expected, abs=0.005)
