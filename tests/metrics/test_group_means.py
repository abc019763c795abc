"""Means of groups within levels, and how sure they are."""

from itertools import cycle, islice

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.group_means import group_fit
from tests.metrics.running_tables import FEW

GROUPS = ["x", "y", "z"]


def left_of(
    groups: str, values: list[float], levels: str = "a", weeks: int | None = None
) -> pd.DataFrame:
    """Return a row for each letter of `groups`, the rest repeated beside it, a week each."""
    n = len(groups)
    return pd.DataFrame(
        {
            "group": list(groups),
            "left_pct": list(islice(cycle(values), n)),
            "level": list(islice(cycle(levels), n)),
            "week": np.arange(n) % (weeks or n),
            "weight": 1.0,
        }
    )


def test_means_are_against_all_runs_of_the_level() -> None:
    # x at −3, y at 1: of 8 and 24 runs the mean is 0.
    left = left_of("x" * 8 + "y" * 24, [5.0])
    left.loc[left.group == "x", "left_pct"] -= 4
    means = group_fit(left, GROUPS).means(GROUPS)
    assert means.mean_pct.tolist()[:2] == pytest.approx([-3, 1])
    assert means.runs.tolist() == [8, 24, 0]
    assert np.isnan(means.mean_pct[2])


def test_the_level_of_its_weeks_is_no_part_of_a_group() -> None:
    # Most of x lies in slow level b: its plain mean would be below that of y by 5.
    left = left_of("xy" * 4 + "xxxy" * 4, [0.0])
    left["level"] = ["a"] * 8 + ["b"] * 16
    left["left_pct"] = left.level.map({"a": 0.0, "b": -20.0})
    assert group_fit(left, GROUPS).means(["x", "y"]).mean_pct.tolist() == pytest.approx([0, 0])


def test_a_difference_is_the_first_group_less_the_second() -> None:
    told = group_fit(left_of("xy" * 12, [-1.0, 1.0]), GROUPS).difference("x", "y")
    assert told is not None
    assert told.pct == pytest.approx(-2)
    assert (told.runs, told.against_runs) == (12, 12)
    assert told.is_clear


def test_the_interval_is_that_of_students_t_over_weeks() -> None:
    # A run a week: x at −1 ± 1 and y at 1 ± 1 by turns, 8 of each. Sum of squares 16 over
    # 16 − 2 degrees of freedom, times 16 weeks ÷ 15; variance of the difference 2 ÷ 8.
    told = group_fit(left_of("xy" * 8, [-2.0, 0.0, 0.0, 2.0]), GROUPS).difference("x", "y")
    se = (16 / 14 * 16 / 15 * 2 / 8) ** 0.5
    assert told is not None
    assert told.se_pct == pytest.approx(se)
    assert told.high_pct - told.pct == pytest.approx(2.364624 * se)
    assert told.findable_pct == pytest.approx(2.8 * se)
    assert told.low_pct <= told.pct <= told.high_pct


def test_runs_of_one_week_count_as_belonging_together() -> None:
    same = left_of("xy" * 16, [0.0])
    # Eight weeks, in each of them twice the same two runs.
    same["week"] = np.repeat(np.arange(8), 4)
    same["left_pct"] = np.repeat([-3.0, 3.0], 4).tolist() * 4
    same.loc[same.group == "x", "left_pct"] = 0.0
    together = group_fit(same, GROUPS).difference("x", "y")
    assert together is not None
    alone = group_fit(same.assign(week=np.arange(32)), GROUPS).difference("x", "y")
    assert alone is not None
    assert together.se_pct > 1.3 * alone.se_pct


@pytest.mark.parametrize(
    ("groups", "weeks"), [("x" * 7 + "y" * 9, None), ("xy" * 8, 3)], ids=["7 runs", "3 weeks"]
)
def test_too_few_runs_or_weeks_have_no_number(groups: str, weeks: int | None) -> None:
    fitted = group_fit(left_of(groups, [1.0, 0.0], weeks=weeks), GROUPS)
    assert np.isnan(fitted.means(["x"]).mean_pct[0])
    assert fitted.difference("x", "y") is None


def test_groups_that_share_no_level_are_not_compared() -> None:
    left = left_of("xy" * 10, [1.0, 0.0], levels="ab")
    fitted = group_fit(left, GROUPS)
    assert fitted.difference("x", "y") is None
    assert fitted.means(GROUPS).mean_pct.isna().all()


def test_runs_with_nothing_beside_them_are_not_counted() -> None:
    left = left_of("xy" * 8 + "x" * 20, [1.0, 0.0])
    left["level"] = ["a"] * 16 + ["b"] * 20
    assert group_fit(left, GROUPS).means(GROUPS).runs.tolist() == [8, 8, 0]


def test_intervals_hold_the_truth_where_weeks_have_a_form_of_their_own() -> None:
    rng = np.random.default_rng(8)
    held = 0
    for _ in range(100):
        form = np.convolve(rng.normal(0, 1.5, 36), 0.4 ** np.arange(8), "valid")[:28]
        left = left_of("xyz" * 28, [0.0]).assign(week=np.repeat(np.arange(28), 3))
        left["level"] = (left.week // 4).astype(str)
        left["left_pct"] = form[left.week] + rng.normal(0, 2, 84) - (left.group == "x")
        told = group_fit(left, GROUPS).difference("x", "z")
        held += told is not None and told.low_pct <= -1 <= told.high_pct
    assert 90 <= held <= 99


def test_a_group_alone_has_nothing_to_be_compared_with() -> None:
    assert group_fit(left_of("x" * 20, [1.0, 0.0]), GROUPS).means(GROUPS).mean_pct.isna().all()


def test_runs_that_weigh_less_say_less() -> None:
    left = left_of("xy" * 16, [0.0])
    left.loc[left.group == "x", "left_pct"] = [0.0, 8.0] * 8
    left.loc[left.left_pct == 8, "weight"] = 1 / 7
    # The second half has fewer of x and lies higher as a whole, which is its level's.
    left["level"] = ["a"] * 16 + ["b"] * 16
    left.loc[left.level == "b", "left_pct"] += 50
    told = group_fit(left.drop([16, 18, 20, 22]), GROUPS).difference("x", "y")
    assert told is not None
    assert told.pct == pytest.approx(1)


def test_no_runs_give_groups_of_none() -> None:
    means = group_fit(left_of("", [0.0]), GROUPS).means(GROUPS)
    assert means.runs.tolist() == [0, 0, 0]
    assert means.mean_pct.isna().all()


@FEW
@given(st.randoms(use_true_random=False), st.floats(-50, 50))
def test_neither_the_order_of_rows_nor_a_shift_of_all_matters(rng: object, shift: float) -> None:
    left = left_of("xyz" * 8, [1.0, 4.0, 2.0, -3.0, 0.5], levels="ab")
    mixed = left.sample(frac=1, random_state=rng.randrange(1000))  # type: ignore[attr-defined]  # hypothesis' own random numbers
    one = group_fit(left, GROUPS).means(GROUPS)
    other = group_fit(mixed.assign(left_pct=mixed.left_pct + shift), GROUPS).means(GROUPS)
    assert other.drop(columns="group").to_numpy() == pytest.approx(
        one.drop(columns="group").to_numpy(), abs=1e-9
    )
