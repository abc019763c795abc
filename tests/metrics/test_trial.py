import datetime as dt
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from pandera.typing.pandas import DataFrame

from ironstride.frames.trial import Measured, TrialTests
from ironstride.metrics.trial import TrialResult, at_least_as_large, differences, trial_result
from ironstride.metrics.trial_calendar import (
    LIFTING,
    Design,
    Drawn,
    blocks_of_trial,
    could_be_drawn,
    counted_weeks,
    weeks_with_tests,
)

Array = npt.NDArray[np.float64]

MONDAY = dt.date(2027, 1, 4)
DESIGN = Design(begins_on=MONDAY, cycles=3)
EVERY_TWO = Design(begins_on=MONDAY, cycles=3, test_every_weeks=2)
OVER = dt.date(2030, 1, 1)
LOGS = 3000


def measured_in(design: Design, drawn: Drawn, values: Array) -> DataFrame[TrialTests]:
    """Return the test weeks of a trial with these values, one each, on the Wednesday."""
    days = [design.begins_on + dt.timedelta(days=int(7 * week + 2)) for week in design.test_weeks]
    measured = pd.DataFrame({"day": pd.to_datetime(days), "value": values}).dropna()
    return weeks_with_tests(design, drawn, Measured.validate(measured))


def result_of(design: Design, drawn: Drawn, values: Array) -> TrialResult:
    return trial_result(design, drawn, measured_in(design, drawn, values), today=OVER)


@pytest.mark.parametrize(("cycles", "calendars"), [(3, 56), (4, 304), (5, 1632), (6, 9024)])
def test_every_calendar_takes_as_long_and_is_drawn_once(cycles: int, calendars: int) -> None:
    design = Design(begins_on=MONDAY, cycles=cycles)
    weeks = [tuple(one.lifting_weeks.tolist()) for one in could_be_drawn(design)]
    assert len(weeks) == len(set(weeks)) == calendars
    assert {len(one) for one in weeks} == {20 * cycles} == {design.weeks}
    assert {sum(one) for one in weeks} == {10 * cycles}


def test_the_blocks_of_a_calendar_follow_one_another_and_settle_first() -> None:
    drawn = Drawn((True, False, False), (8, 8, 10, 10, 12, 12))
    blocks = blocks_of_trial(DESIGN, drawn)
    gaps = blocks.started_on.iloc[1:].to_numpy() - blocks.ended_on.iloc[:-1].to_numpy()
    assert set(gaps) == {np.timedelta64(1, "D")}
    assert blocks.ended_on.iloc[-1].date() == DESIGN.ends_on == dt.date(2028, 2, 27)
    # Maintenance of the first and second cycle are one long block: only its beginning settles.
    assert (blocks.kind == LIFTING).tolist() == [True, False, False, True, False, True]
    settling = (blocks.counts_from - blocks.started_on).dt.days
    assert settling.tolist() == [28, 28, 0, 28, 28, 28]


def test_the_weeks_that_count_are_those_of_the_blocks_once_settled() -> None:
    for drawn in could_be_drawn(DESIGN)[::7]:
        counted = np.zeros(60, dtype=bool)
        blocks = blocks_of_trial(DESIGN, drawn)
        for first, last in zip(blocks.counts_from, blocks.ended_on, strict=True):
            days = [(one.date() - MONDAY).days // 7 for one in (first, last)]
            counted[days[0] : days[1] + 1] = True
        assert (counted_weeks([drawn], 4)[0] == counted).all()


def test_the_first_test_of_a_planned_week_counts_and_no_other() -> None:
    drawn = could_be_drawn(DESIGN)[0]
    days = ["2027-01-20", "2027-01-27", "2027-01-30", "2027-02-02", "2026-12-30"]
    measured = pd.DataFrame({"day": pd.to_datetime(days), "value": [1.0, 2.0, 3.0, 4.0, 5.0]})
    tests = weeks_with_tests(DESIGN, drawn, Measured.validate(measured[::-1]))
    assert tests.week.tolist() == list(range(4, 61, 4))
    assert tests.monday.iloc[0] == pd.Timestamp("2027-01-25")
    assert tests.value.iloc[0] == 2.0
    assert tests.value.iloc[1:].isna().all()


def test_a_step_on_a_straight_line_is_found_to_its_size() -> None:
    drawn = Drawn((True, False, True), (8, 8, 10, 10, 12, 12))
    weeks = EVERY_TWO.test_weeks
    values = 300 + 0.05 * weeks + 2.5 * drawn.lifting_weeks[weeks]
    found = result_of(EVERY_TWO, drawn, values)
    assert found.state == "difference"
    assert found.difference == pytest.approx(2.5)
    # The other is its mirror image, as much slower.
    assert (found.as_large, found.calendars) == (2, 56)
    assert found.p == pytest.approx(2 / 56)
    assert found.lifting + found.maintenance == measured_in(EVERY_TWO, drawn, values).counts.sum()


def test_with_lifting_and_maintenance_exchanged_the_difference_turns_round() -> None:
    values = np.random.default_rng(3).normal(size=15)
    drawn = Drawn((True, True, False), (8, 8, 10, 10, 12, 12))
    other = Drawn((False, False, True), drawn.block_weeks)
    one, two = result_of(DESIGN, drawn, values), result_of(DESIGN, other, values)
    assert one.difference == pytest.approx(-two.difference)
    assert (one.p, one.lifting, one.maintenance) == (two.p, two.maintenance, two.lifting)


@given(
    values=arrays(float, 15, elements=st.floats(-20, 20).map(lambda x: round(x, 1))),
    missed=st.sets(st.integers(0, 14), max_size=6),
)
def test_over_all_draws_no_p_comes_up_oftener_than_it_says(
    values: Array,
    missed: set[int],
) -> None:
    kept = [one for one in range(15) if one not in missed]
    found = differences(could_be_drawn(DESIGN), DESIGN.test_weeks[kept], values[kept], 4)
    drawn = found[~np.isnan(found)]  # of the others nothing is told
    p = np.array([at_least_as_large(found, own) / 56 for own in drawn])
    for level in np.arange(1, 57) / 56:
        assert (p <= level + 1e-9).sum() / 56 <= level + 1e-9


def test_whichever_calendar_was_drawn_a_flat_truth_gives_each_p_its_share() -> None:
    values = np.random.default_rng(11).normal(size=15).cumsum()
    p = np.sort([result_of(DESIGN, one, values).p for one in could_be_drawn(DESIGN)])
    assert (p >= np.arange(1, 57) / 56 - 1e-9).all()


def memory(rng: np.random.Generator, weeks: int, keeps: float) -> Array:
    series = rng.standard_normal((weeks, LOGS))
    for week in range(1, weeks):
        series[week] = keeps * series[week - 1] + np.sqrt(1 - keeps**2) * series[week]
    return series


def trend(rng: np.random.Generator, weeks: int) -> Array:
    return np.outer(np.arange(weeks), rng.normal(0, 0.15, LOGS)) + memory(rng, weeks, 0.0)


def season(rng: np.random.Generator, weeks: int) -> Array:
    angle = 2 * np.pi * (np.arange(weeks)[:, None] / 52.18 + rng.random(LOGS))
    return 3 * np.sin(angle) + memory(rng, weeks, 0.5)


def plateau(rng: np.random.Generator, weeks: int) -> Array:
    speed = rng.uniform(5, 40, LOGS)
    return 8 * (1 - np.exp(-np.arange(weeks)[:, None] / speed)) + memory(rng, weeks, 0.8)


NULLS: dict[str, Callable[[np.random.Generator, int], Array]] = {
    "white": lambda rng, weeks: memory(rng, weeks, 0.0),
    "memory of 0.8": lambda rng, weeks: memory(rng, weeks, 0.8),
    "memory of 0.95": lambda rng, weeks: memory(rng, weeks, 0.95),
    "random walk": lambda rng, weeks: memory(rng, weeks, 0.0).cumsum(axis=0),
    "trend": trend,
    "season": season,
    "plateau": plateau,
}


@pytest.mark.parametrize("design", [EVERY_TWO, Design(begins_on=MONDAY, cycles=4)])
@pytest.mark.parametrize("null", NULLS)
def test_where_lifting_does_nothing_a_difference_is_told_in_one_of_twenty_logs(
    design: Design, null: str
) -> None:
    rng = np.random.default_rng(7)
    calendars, at = could_be_drawn(design), design.test_weeks
    values = NULLS[null](rng, design.weeks)[at]
    drawn = rng.integers(len(calendars), size=LOGS)
    found = np.abs(differences(calendars, at, values, design.wash_in_weeks))
    mine = found[drawn, np.arange(LOGS)]
    p = (found >= mine - 1e-9).mean(axis=0)
    # Three standard errors of the share of 3000 logs.
    assert (p <= 0.05).mean() <= 0.05 + 3 * np.sqrt(0.05 * 0.95 / LOGS)
    assert (p <= 0.5).mean() == pytest.approx(0.5, abs=0.03)


def test_nothing_is_told_before_the_trial_is_over() -> None:
    drawn = could_be_drawn(DESIGN)[0]
    tests = measured_in(DESIGN, drawn, np.arange(15.0))
    states = [
        trial_result(DESIGN, drawn, tests, today=day)
        for day in (MONDAY - dt.timedelta(days=1), MONDAY, DESIGN.ends_on)
    ]
    assert [one.state for one in states] == ["not begun", "not over yet", "not over yet"]
    assert all(np.isnan(one.p) and np.isnan(one.difference) for one in states)
    after = trial_result(DESIGN, drawn, tests, today=DESIGN.ends_on + dt.timedelta(days=1))
    assert not np.isnan(after.p)


def test_two_tests_in_one_kind_of_block_are_too_few() -> None:
    drawn = could_be_drawn(DESIGN)[0]
    tests = measured_in(DESIGN, drawn, np.arange(15.0))
    lifting = tests.index[tests.counts & (tests.kind == LIFTING)]
    tests.loc[lifting[2:], "value"] = np.nan
    found = trial_result(DESIGN, drawn, tests, today=OVER)
    assert (found.state, found.lifting) == ("too few tests", 2)
    assert np.isnan(found.p)


def test_of_a_calendar_that_was_never_to_be_drawn_nothing_is_told() -> None:
    made_up = Drawn((True, True, True), (10, 10, 8, 12, 12, 8))
    found = result_of(DESIGN, made_up, np.arange(15.0))
    assert found.state == "not drawn"
    assert np.isnan(found.p)


def test_without_any_test_there_are_test_weeks_and_no_result() -> None:
    drawn = could_be_drawn(DESIGN)[-1]
    tests = weeks_with_tests(DESIGN, drawn, Measured.empty())
    assert len(TrialTests.validate(tests)) == 15
    assert trial_result(DESIGN, drawn, tests, today=OVER).state == "too few tests"


def test_one_in_twenty_exactly_is_a_difference() -> None:
    design = Design(begins_on=MONDAY, cycles=4, step_weeks=1, test_every_weeks=1)
    calendars = could_be_drawn(design)
    values = np.random.default_rng(3).normal(size=80)
    ranked = np.argsort(-np.abs(differences(calendars, design.test_weeks, values, 4)))
    # Each has its mirror image: the 68th of 1 360 is as large as the 67th, the next one is less.
    within, beyond = (result_of(design, calendars[ranked[at]], values) for at in (67, 68))
    assert (within.as_large, within.p, within.state) == (68, 0.05, "difference")
    assert (beyond.as_large, beyond.state) == (70, "no clear difference")


def test_one_value_all_the_time_is_no_difference() -> None:
    found = result_of(DESIGN, could_be_drawn(DESIGN)[5], np.full(15, 140.0))
    assert (found.state, found.p) == ("no clear difference", 1.0)
    assert found.difference == pytest.approx(0, abs=1e-9)
