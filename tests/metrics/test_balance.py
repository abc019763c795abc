"""Balance between parts, held against the runner's own earlier blocks; what each week worked."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames.balance import BalanceBlocks, WeeklyCoverage
from ironstride.frames.log import ExerciseMuscles, LiftSets
from ironstride.frames.muscles import WeeklyMuscleSets
from ironstride.metrics.balance import balance_blocks
from ironstride.metrics.coverage import coverage_by_muscle, weekly_coverage
from ironstride.metrics.sets import weekly_muscle_sets
from ironstride.records.catalogue import catalogue
from ironstride.standards.guidance_choices import ADVISED_MUSCLES
from tests.metrics.running_tables import FEW, Row, lift_sets_of
from tests.metrics.test_muscles import any_sets

TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 16)
SHARES = ExerciseMuscles.validate(
    pd.DataFrame(
        [(one.name, muscle, share) for one in catalogue() for muscle, share in one.muscles.items()],
        columns=["exercise", "muscle", "share"],
    )
)


def sets(exercise: str, times: int, weeks_ago: int = 1, **changes: Any) -> list[Row]:
    day = (MONDAY - timedelta(weeks=weeks_ago)).isoformat()
    return [{"session_id": 1, "started_at": day, "exercise": exercise, "reps": 8} | changes] * times


def measured(*rows: Row, measure: str, **choices: Any) -> pd.DataFrame:
    found = balance_blocks(lift_sets_of(*rows), SHARES, today=TODAY, **choices)
    return found[found.measure == measure].reset_index(drop=True)


def test_hamstrings_beside_quads_are_their_fractional_sets() -> None:
    rows = [*sets("Back squat", 4), *sets("Romanian deadlift", 3), *sets("Standing calf raise", 3)]
    one = measured(*rows, measure="hamstrings : quads").iloc[0]
    assert (one.part_sets, one.other_sets, one.ratio) == (5, 4, 1.25)
    assert one.share == pytest.approx(5 / 9)
    assert one.block == pd.Timestamp("2026-10-19")


def test_a_set_counts_once_in_a_part_however_many_of_its_groups_it_reaches() -> None:
    rows = [
        *sets("Back squat", 4),
        *sets("Bench press", 2),
        *sets("Plank", 2),
        *sets("Deadlift", 1),
    ]
    parts = {
        name: measured(*rows, measure=name).part_sets[0] for name in ("upper", "lower", "core")
    }
    assert parts == {"upper": 3, "lower": 5, "core": 2}
    behind = measured(*rows, measure="posterior : anterior").iloc[0]
    assert (behind.part_sets, behind.other_sets) == (4 * 0.5 + 1, 4 + 2 + 0.5)


def test_upper_lower_and_core_share_one_whole() -> None:
    rows = [*sets("Back squat", 4), *sets("Bench press", 2), *sets("Plank", 2)]
    shares = [measured(*rows, measure=name).share[0] for name in ("upper", "lower", "core")]
    assert shares == [0.25, 0.5, 0.25]


def test_sideways_work_and_presses_are_neither_behind_nor_in_front() -> None:
    rows = [*sets("Hip adduction", 6), *sets("Bench press", 6)]
    one = measured(*rows, measure="posterior : anterior").iloc[0]
    assert (one.part_sets, one.other_sets) == (0, 0)


def test_left_beside_right_counts_the_sets_that_name_a_side() -> None:
    rows = [
        *sets("Split squat", 3, side="left"),
        *sets("Split squat", 1, side="right"),
        *sets("Split squat", 9),
    ]
    one = measured(*rows, measure="left : right").iloc[0]
    assert (one.part_sets, one.other_sets, one.share) == (3, 1, 0.75)


def test_too_few_sets_have_no_share_and_none_of_the_other_no_ratio() -> None:
    few = measured(*sets("Lying leg curl", 3), measure="hamstrings : quads").iloc[0]
    assert np.isnan(few.share)
    assert np.isnan(few.ratio)
    only = measured(*sets("Lying leg curl", 4), measure="hamstrings : quads").iloc[0]
    assert only.share == 1
    assert np.isnan(only.ratio)


def blocks(*curls: int) -> pd.DataFrame:
    """Return hamstrings beside quads of blocks with so many leg curls to 10 leg extensions."""
    rows = []
    for ago, number in enumerate(reversed(curls)):
        rows += sets("Lying leg curl", number, weeks_ago=1 + 4 * ago)
        rows += sets("Leg extension", 10, weeks_ago=1 + 4 * ago)
    return measured(*rows, measure="hamstrings : quads")


def test_five_earlier_blocks_tell_nothing_and_six_do() -> None:
    found = blocks(10, 10, 10, 10, 10, 10, 10)
    assert found.earlier.tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert found.place.tolist() == ["cannot tell yet"] * 6 + ["within"]
    assert found["median"].isna().tolist() == [True] * 6 + [False]


@pytest.mark.parametrize(("last", "place"), [(4, "below"), (8, "within"), (40, "above")])
def test_a_block_is_held_against_the_quartiles_of_those_before_it(last: int, place: str) -> None:
    one = blocks(5, 6, 7, 8, 9, 10, last).iloc[-1]
    shares = [n / (n + 10) for n in (5, 6, 7, 8, 9, 10)]
    expected = np.quantile(shares, [0.25, 0.5, 0.75])
    assert one[["low", "median", "high"]].tolist() == pytest.approx(expected)
    assert one.place == place


@pytest.mark.parametrize(
    ("last", "place"), [(7, "below"), (9, "within"), (11, "within"), (13, "above")]
)
def test_a_set_more_or_less_than_ever_the_same_is_within(last: int, place: str) -> None:
    assert blocks(10, 10, 10, 10, 10, 10, last).place.iloc[-1] == place


def test_a_block_without_sets_is_shown_and_is_no_earlier_block() -> None:
    rows = [*sets("Lying leg curl", 4), *sets("Lying leg curl", 4, weeks_ago=9)]
    found = measured(*rows, measure="hamstrings : quads")
    assert found.part_sets.tolist() == [4, 0, 4]
    assert found.share.isna().tolist() == [False, True, False]
    assert found.earlier.tolist() == [0, 1, 1]


def test_the_unfinished_week_is_in_no_block() -> None:
    assert balance_blocks(
        lift_sets_of(*sets("Back squat", 9, weeks_ago=0)), SHARES, today=TODAY
    ).empty
    for week_start, sunday in (("monday", "2026-11-15 23:59"), ("sunday", "2026-11-14 23:59")):
        rows = sets("Back squat", 4, started_at=sunday)
        one = measured(*rows, measure="lower", week_start=week_start)
        assert one.part_sets.tolist() == [4]


def test_nothing_in_gives_nothing_out() -> None:
    assert balance_blocks(LiftSets.empty(), SHARES, today=TODAY).dtypes.equals(
        BalanceBlocks.empty().dtypes
    )
    none = ExerciseMuscles.empty()
    one = balance_blocks(lift_sets_of(*sets("Back squat", 4)), none, today=TODAY)
    assert one.part_sets.sum() == 0
    assert weekly_coverage(WeeklyMuscleSets.empty()).empty


@FEW
@given(any_sets())
def test_neither_order_nor_a_warm_up_changes_the_balance(table: Any) -> None:
    warmup = lift_sets_of(*sets("Back squat", 1, set_type="warmup"))
    other = LiftSets.validate(pd.concat([warmup, table]).iloc[::-1].reset_index(drop=True))
    pd.testing.assert_frame_equal(
        balance_blocks(other, SHARES, today=TODAY), balance_blocks(table, SHARES, today=TODAY)
    )


def covered(*rows: Row, least: float = 1) -> DataFrame[WeeklyCoverage]:
    weekly = weekly_muscle_sets(lift_sets_of(*rows), SHARES, today=TODAY)
    return weekly_coverage(weekly, least=least)


def test_a_finished_week_tells_which_of_the_six_groups_had_direct_work() -> None:
    found = covered(*sets("Back squat", 1), *sets("Plank", 1), *sets("Bench press", 5))
    assert found.muscle.tolist() == list(ADVISED_MUSCLES)
    assert found.worked.tolist() == [False, False, True, False, False, True]


def test_one_side_alone_is_not_a_set_and_both_are() -> None:
    left = sets("Single-leg calf raise", 1, side="left")
    right = sets("Single-leg calf raise", 1, side="right")
    assert not covered(*left).worked.any()
    assert covered(*left, *right).worked.sum() == 1


def test_the_runner_may_ask_for_two_sets() -> None:
    assert not covered(*sets("Back squat", 1), least=2).worked.any()


def test_weeks_off_are_unworked_and_this_week_is_left_out() -> None:
    rows = [*sets("Back squat", 1, weeks_ago=3), *sets("Back squat", 1, weeks_ago=0)]
    found = coverage_by_muscle(covered(*rows))
    quads = found[found.muscle == "quads"].iloc[0]
    assert (quads.weeks, quads.worked_weeks) == (3, 1)
    assert found.weeks.tolist() == [3] * 6


def test_a_group_that_no_exercise_has_is_unworked() -> None:
    only = ExerciseMuscles.validate(SHARES[SHARES.muscle == "quads"])
    weekly = weekly_muscle_sets(lift_sets_of(*sets("Back squat", 1)), only, today=TODAY)
    assert weekly_coverage(weekly).worked.sum() == 1
    assert len(weekly_coverage(weekly)) == 6
