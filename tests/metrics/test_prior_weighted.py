"""Trials and one log weighed together, against values worked out by hand."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames.together import BlockAssociation
from ironstride.metrics.association import block_association
from ironstride.metrics.beside_trials import log_says, weighed_in_words
from ironstride.metrics.prior_weighted import (
    TRIALS,
    Slope,
    own_share,
    own_slope,
    prior_weighted,
    slope_estimates,
)

sizes = st.floats(0.01, 2)
PAIRS = pd.DataFrame({"strength_change": [2.0, -2.0], "performance_change": [1.0, -1.0]})


def found(status: Any = "no clear link", **told: Any) -> BlockAssociation:
    return BlockAssociation(status, "passed", 104, 24, 4, PAIRS, **told)


@pytest.mark.parametrize(
    ("own", "mean", "se"), [(Slope(0.30, 0.20), 0.14, 0.089), (Slope(0.30, 0.05), 0.26, 0.045)]
)
def test_trials_and_log_weigh_by_how_sure_they_are(own: Slope, mean: float, se: float) -> None:
    both = prior_weighted(own)
    assert both.mean == pytest.approx(mean, abs=0.005)
    assert both.se == pytest.approx(se, abs=0.0005)


@given(st.floats(-2, 2), sizes)
def test_both_lie_between_the_two_and_are_surer_than_either(mean: float, se: float) -> None:
    both = prior_weighted(Slope(mean, se))
    low, high = sorted((mean, TRIALS.mean))
    assert low - 1e-9 <= both.mean <= high + 1e-9
    assert both.se < min(se, TRIALS.se)
    assert 0 < own_share(Slope(mean, se)) < 1


def test_a_log_that_says_nothing_leaves_the_trials_as_they_are() -> None:
    both = prior_weighted(Slope(5.0, 1e6))
    assert both.mean == pytest.approx(TRIALS.mean)
    assert both.se == pytest.approx(TRIALS.se)


def test_an_error_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        prior_weighted(Slope(0.3, 0.0))


def test_the_logs_own_slope_is_least_squares_with_the_effective_number_of_pairs() -> None:
    # Both sides scatter as 2 : 1, so the slope is r ÷ 2; √((1 − 0.36) ÷ 16) ÷ 2 = 0.1.
    own = own_slope(found(r=0.6, n_eff=18))
    assert own is not None
    assert own.mean == pytest.approx(0.3)
    assert own.se == pytest.approx(0.1)


@pytest.mark.parametrize("told", [{}, {"r": 0.6, "n_eff": 3.0}])
def test_without_pairs_worth_more_than_three_there_is_no_slope(told: dict[str, float]) -> None:
    assert own_slope(found(**told)) is None


def test_the_interval_holds_a_planted_slope_about_as_often_as_it_says() -> None:
    held = 0
    for seed in range(200):
        rng = np.random.default_rng(seed)
        strength = np.repeat(rng.normal(0, 5, 39), 4)
        speed = np.roll(0.3 * strength, 4) + np.repeat(rng.normal(0, 1, 39), 4)
        own = own_slope(block_association(strength, speed, season=False))
        assert own is not None
        held += own.interval[0] <= 0.3 <= own.interval[1]
    assert 180 <= held <= 198


def test_the_three_sources_stand_in_one_order() -> None:
    told = slope_estimates(Slope(0.3, 0.2)).set_index("source")
    assert list(told.index) == ["trials", "your log", "both"]
    assert told.low["trials"] == pytest.approx(0.10 - 1.96 * 0.10)
    assert told.high["your log"] == pytest.approx(0.30 + 1.96 * 0.20)


def test_the_panel_says_what_each_gives_and_how_much_is_the_logs() -> None:
    assert weighed_in_words(Slope(0.30, 0.20)) == (
        "Trials suggest 0.10 ± 0.10 % more speed per 1 % of strength, your log 0.30 ± 0.20. "
        "Weighed by how sure each is: 0.14 ± 0.09, plausible −0.04 to 0.32. Your log carries 20 % "
        "of the weight."
    )


def test_beside_the_trials_an_unclear_log_says_what_would_fit_it() -> None:
    assert log_says(found(r=0.2, n_eff=18)) == (
        "No clear link: anything from 0.14 % slower to 0.34 % faster per 1 % stronger would fit "
        "your log (24 block pairs). So would a gain like that of the trials, and so would none."
    )
    assert log_says(found(r=-0.2, n_eff=18)).endswith("(24 block pairs).")


def test_beside_the_trials_a_link_is_told_with_its_slope() -> None:
    linked = found("link", r=0.6, n_eff=18, slope=0.3, slope_low=0.1, slope_high=0.5)
    assert log_says(linked) == (
        "About 0.30 % faster per 1 % stronger (plausible 0.10 to 0.50). 24 block pairs. Trials "
        "measured economy, your log easy pace."
    )


def test_beside_the_trials_a_short_log_says_nothing_yet() -> None:
    short = BlockAssociation("not enough data", "not reached", 31, 5, 4, PAIRS)
    assert log_says(short) == (
        "Cannot tell yet. There is no slope of your own yet (5 block pairs)."
    )
