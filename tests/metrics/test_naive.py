"""The plain correlation of weekly lines, and how often it finds what is not there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ironstride.metrics.naive import naive_correlation

WALKS = [np.random.default_rng(seed).normal(size=(2, 156)).cumsum(axis=1) for seed in range(30)]


def test_r_and_what_the_usual_rule_asks_for_are_the_textbooks() -> None:
    x, y = WALKS[0]
    found = naive_correlation(x, y)
    assert found.r == pytest.approx(stats.pearsonr(x, y).statistic)
    # The critical r of 156 pairs at 5 %, two-sided.
    assert found.needed == pytest.approx(0.1572, abs=1e-4)
    assert found.n_weeks == 156


def test_weeks_without_either_take_no_part() -> None:
    x, y = WALKS[0].copy()
    x[3:10], y[8:20] = np.nan, np.nan
    known = np.isfinite(x) & np.isfinite(y)
    found = naive_correlation(x, y)
    assert found.n_weeks == 156 - 17
    assert found.r == pytest.approx(np.corrcoef(x[known], y[known])[0, 1])


def test_every_shift_of_eight_weeks_or_more_either_way_is_tried() -> None:
    assert naive_correlation(*WALKS[0]).shifts == 156 - 15


def test_each_wrong_match_is_judged_by_the_weeks_that_meet_in_it() -> None:
    for seed, (x, y) in enumerate(WALKS[:6]):
        x, y = (np.where(np.arange(156) < 60 + 6 * seed, side, np.nan) for side in (x, y))
        met = [(x[known], np.roll(y, by)[known]) for by in range(8, 149)
               for known in [np.isfinite(x) & np.isfinite(np.roll(y, by))]]  # fmt: skip
        p = [stats.pearsonr(*pair).pvalue for pair in met if len(pair[0]) >= 10]
        found = naive_correlation(x, y)
        assert (found.shifts, found.findings) == (len(p), sum(one < 0.05 for one in p))


def test_series_that_wander_by_themselves_pass_as_linked_in_most_logs() -> None:
    found = [naive_correlation(x, y) for x, y in WALKS]
    assert sum(one.is_finding for one in found) >= 18
    assert np.mean([one.findings / one.shifts for one in found]) > 0.5


def test_weeks_that_are_fresh_starts_pass_as_seldom_as_the_rule_says() -> None:
    fresh = [np.random.default_rng(seed).normal(size=(2, 156)) for seed in range(30)]
    found = [naive_correlation(x, y) for x, y in fresh]
    assert np.mean([one.findings / one.shifts for one in found]) == pytest.approx(0.05, abs=0.02)


@pytest.mark.parametrize("weeks", [0, 1, 9])
def test_a_few_weeks_have_no_correlation(weeks: int) -> None:
    found = naive_correlation(np.arange(weeks), np.arange(weeks))
    assert np.isnan(found.r)
    assert not found.is_finding
    assert naive_correlation(np.arange(10), np.arange(10)).r == pytest.approx(1)


def test_a_flat_series_has_no_correlation() -> None:
    assert np.isnan(naive_correlation(np.ones(60), WALKS[0][0][:60]).r)


@given(st.integers(0, 29), st.floats(0.1, 10), st.floats(-50, 50))
def test_units_and_levels_do_not_matter(at: int, scale: float, level: float) -> None:
    x, y = WALKS[at]
    plain, moved = naive_correlation(x, y), naive_correlation(x * scale + level, y)
    assert moved.r == pytest.approx(plain.r)
    assert naive_correlation(x, -y).r == pytest.approx(-plain.r)
