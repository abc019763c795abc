"""Before and after one block: as many whole weeks each side, eight at least, or a reason."""

from datetime import date, timedelta
from math import exp, isnan
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.blocks import BlockComparison, TrainingBlocks
from ironstride.frames.together import TogetherWeeks
from ironstride.metrics.blocks import HOW_LITTLE, MIN_WEEKS, compare_blocks
from ironstride.weeks import WEEK
from tests.metrics.running_tables import FEW

MONDAY = date(2026, 1, 5)
TODAY = MONDAY + 40 * WEEK
LAST_OF_WEEK = timedelta(days=6)


def block(first: int, last: int | None, kind: str = "heavy lifting", **more: Any) -> dict[str, Any]:
    """Return a marked block from one week of the log to another, both included."""
    ended = None if last is None else pd.Timestamp(MONDAY + last * WEEK + LAST_OF_WEEK)
    known = {"kind": kind, "started_on": pd.Timestamp(MONDAY + first * WEEK), "ended_on": ended}
    return known | {"title": "", "notes": ""} | more


def marked(*blocks: dict[str, Any]) -> DataFrame[TrainingBlocks]:
    rows = [{"block_id": number} | one for number, one in enumerate(blocks, 1)]
    return DataFrame[TrainingBlocks](TrainingBlocks.validate(pd.DataFrame(rows)))


def weeks(strength: list[float], performance: list[float]) -> DataFrame[TogetherWeeks]:
    table = pd.DataFrame({"strength": strength, "performance": performance})
    table["week"] = pd.date_range(pd.Timestamp(MONDAY), periods=len(table), freq="7D")
    filled = table.assign(strength_se=1.0, volume=30_000.0)
    return DataFrame[TogetherWeeks](TogetherWeeks.validate(filled))


NAN = float("nan")
TWO_LEVELS = weeks(20 * [0.0] + 20 * [10.0], 20 * [2.0] + 20 * [1.0])


def one(
    *blocks: dict[str, Any], known: pd.DataFrame = TWO_LEVELS, today: date = TODAY, which: int = -1
) -> Any:
    found = compare_blocks(marked(*blocks), DataFrame[TogetherWeeks](known), today=today)
    return found.iloc[which]


def test_the_means_of_twelve_weeks_and_of_the_twelve_before_are_compared() -> None:
    found = one(block(20, 31))
    assert found.strength_change == pytest.approx(100 * (exp(0.10) - 1))
    assert found.speed_change == pytest.approx(100 * (exp(-0.01) - 1))
    assert (found.weeks, found.speed_weeks_before, found.speed_weeks_during) == (12, 12, 12)
    assert (found.strength_reason, found.speed_reason) == ("", "")


def test_by_hand_two_steps_within_the_weeks_before() -> None:
    known = weeks(4 * [1.0] + 4 * [3.0] + 8 * [5.0], 16 * [0.0])
    assert one(block(8, 15), known=known).strength_change == pytest.approx(100 * (exp(0.03) - 1))


def test_only_as_many_weeks_before_as_the_block_has_count() -> None:
    known = weeks(12 * [99.0] + 8 * [0.0] + 8 * [0.0], 28 * [0.0])
    assert one(block(20, 27), known=known).strength_change == 0.0


def test_seven_weeks_are_too_few_and_say_so() -> None:
    found = one(block(20, 26))
    assert isnan(found.speed_change)
    assert found.speed_reason == "It holds 7 whole weeks; a comparison takes 8."
    assert one(block(20, 27)).speed_reason == ""


def test_a_block_that_goes_on_counts_up_to_the_last_week_that_is_over() -> None:
    sunday = MONDAY + 28 * WEEK - timedelta(days=1)
    found = one(block(20, None), today=sunday)
    assert found.speed_reason == "It holds 7 whole weeks so far; a comparison takes 8."
    found = one(block(20, None), today=sunday + timedelta(days=1))
    assert (found.weeks, found.speed_reason) == (8, "")


def test_a_block_goes_on_through_its_last_day() -> None:
    sunday = MONDAY + 27 * WEEK - timedelta(days=1)
    found = one(block(20, 26), today=sunday)
    assert found.speed_reason == "It holds 6 whole weeks so far; a comparison takes 8."
    found = one(block(20, 26), today=sunday + timedelta(days=1))
    assert found.speed_reason == "It holds 7 whole weeks; a comparison takes 8."


def test_a_block_that_lies_ahead_holds_no_week_so_far() -> None:
    found = one(block(50, 60))
    assert found.speed_reason == "It holds 0 whole weeks so far; a comparison takes 8."
    assert found.weeks == found.speed_weeks_before == 0


def test_weeks_that_a_block_begins_or_ends_in_the_middle_of_are_on_no_side() -> None:
    known = weeks(8 * [0.0] + [50.0] + 8 * [1.0] + [50.0] + 4 * [0.0], 22 * [0.0])
    wednesday = pd.Timestamp(MONDAY + 8 * WEEK + timedelta(days=2))
    ended = pd.Timestamp(MONDAY + 17 * WEEK + timedelta(days=2))
    found = one(block(0, 0) | {"started_on": wednesday, "ended_on": ended}, known=known)
    assert found.weeks == 8
    assert found.strength_change == pytest.approx(100 * (exp(0.01) - 1))


def test_weeks_without_a_value_count_for_nothing_on_either_side() -> None:
    holes = [NAN if week % 3 == 2 else 0.0 for week in range(40)]
    known = weeks(holes, 20 * [0.0] + 20 * [NAN])
    found = one(block(20, 31), known=known)
    assert (found.strength_weeks_before, found.strength_weeks_during) == (8, 8)
    assert found.strength_change == 0.0
    assert found.speed_reason == "None of its weeks had a steady run; a comparison takes 8."
    found = one(block(20, 30), known=known)
    assert isnan(found.strength_change)
    assert found.strength_reason == "Only 7 of its weeks had a leg lift; a comparison takes 8."


def test_before_the_log_began_nothing_is_known() -> None:
    found = one(block(7, 18))
    assert found.speed_weeks_before == 7
    assert found.speed_reason == (
        "Only 7 of the weeks before it had a steady run; a comparison takes 8."
    )


def test_a_block_is_no_before_of_its_own_kind() -> None:
    found = one(block(0, 11), block(20, 31))
    assert (found.speed_weeks_before, found.speed_reason) == (8, "")
    found = one(block(0, 12), block(20, 31))
    assert found.speed_reason == (
        "The last block of its kind ended 7 whole weeks before; a comparison takes 8."
    )
    found = one(block(0, 12, "maintenance"), block(20, 31))
    assert (found.speed_weeks_before, found.speed_reason) == (12, "")


def test_an_earlier_block_of_its_kind_that_still_goes_on_ends_nothing() -> None:
    event = block(5, None, "life event")
    assert one(event, block(20, 31, "life event")).speed_weeks_before == 12


@pytest.mark.parametrize("known", [TWO_LEVELS, TogetherWeeks.empty()])
def test_no_block_gives_no_row_and_no_weeks_give_no_change(known: pd.DataFrame) -> None:
    none = compare_blocks(TrainingBlocks.empty(), DataFrame[TogetherWeeks](known), today=TODAY)
    assert none.empty
    assert list(none.columns) == list(BlockComparison.empty().columns)
    assert isnan(one(block(0, 11), known=TogetherWeeks.empty()).strength_change)


spans = st.tuples(st.integers(-10, 45), st.none() | st.integers(0, 20), st.booleans())


@FEW
@given(st.lists(spans, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_blocks_and_of_weeks_does_not_matter(drawn: Any, chance: Any) -> None:
    kinds = {True: "heavy lifting", False: "maintenance"}
    blocks = (
        marked(
            *(
                block(first, None if more is None else first + more, kinds[k])
                for first, more, k in drawn
            )
        )
        if drawn
        else TrainingBlocks.empty()
    )
    found = compare_blocks(blocks, TWO_LEVELS, today=TODAY).set_index("block_id")
    order = chance.sample(range(len(blocks)), len(blocks))
    mixed = compare_blocks(
        DataFrame[TrainingBlocks](blocks.iloc[order]),
        DataFrame[TogetherWeeks](TWO_LEVELS.iloc[::-1]),
        today=TODAY,
    ).set_index("block_id")
    pd.testing.assert_frame_equal(mixed.loc[found.index], found)
    compared = found.speed_reason == ""
    assert (found.speed_change.notna() == compared).all()
    assert (found[compared][["speed_weeks_before", "speed_weeks_during"]] >= MIN_WEEKS).all(
        axis=None
    )
    assert (found.speed_weeks_before <= found.weeks).all()


def test_how_little_it_says_is_said_without_a_claim() -> None:
    assert "44 to 63 of 100" in HOW_LITTLE
    banned = ("causes", "proves", "because", "significant")
    assert not any(word in HOW_LITTLE for word in banned)
