"""The association of block changes against its golden values, its gates, and chance itself."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ironstride.frames.together import BlockAssociation
from ironstride.metrics.association import block_association
from ironstride.metrics.autocorrelation import correlation, effective_n
from ironstride.metrics.shuffles import shuffled_share

Array = npt.NDArray[np.float64]

GOLDEN = pd.read_csv(Path(__file__).with_name("golden_association.csv"))
NAN = float("nan")


def series(name: str, weeks: int = 104) -> tuple[Array, Array]:
    strength, performance = (GOLDEN[f"{name}_{side}"].to_numpy(copy=True) for side in "SP")
    return strength[:weeks], performance[:weeks]


def golden(name: str, weeks: int = 104) -> BlockAssociation:
    return block_association(*series(name, weeks), season=weeks == 104)


@pytest.mark.parametrize(
    ("name", "weeks", "expected"),
    [
        ("effect", 104, {"n_pairs": 24, "n_eff": "10.03", "r": "0.9155", "p": "0.0002"}),
        ("effect", 104, {"ci_low": "0.676", "ci_high": "0.980"}),
        ("effect", 104, {"slope": "0.5037", "slope_low": "0.388", "slope_high": "0.596"}),
        ("effect", 52, {"n_pairs": 11, "n_eff": "7.20", "r": "0.9107", "p": "0.0036"}),
        ("effect", 52, {"ci_low": "0.519", "ci_high": "0.986", "slope": "0.4527"}),
        ("trend", 104, {"n_pairs": 24, "n_eff": "24.0", "r": "0.400", "p": "0.0528"}),
        ("trend", 104, {"ci_low": "-0.004", "ci_high": "0.692", "status": "no clear link"}),
        ("trend", 52, {"n_pairs": 11, "n_eff": "9.45", "r": "-0.157", "p": "0.677"}),
        ("rw", 104, {"n_pairs": 24, "n_eff": "24.0", "r": "-0.0501", "p": "0.816"}),
        ("rw", 104, {"ci_low": "-0.444", "ci_high": "0.361", "status": "no clear link"}),
        ("rw", 52, {"n_pairs": 11, "r": "-0.1045", "p": "0.760"}),
    ],
)
def test_the_golden_values_come_out_to_the_printed_digits(
    name: str, weeks: int, expected: dict[str, Any]
) -> None:
    found = golden(name, weeks)
    assert {key: printed(getattr(found, key), as_) for key, as_ in expected.items()} == expected


def printed(value: Any, like: Any) -> Any:
    digits = len(str(like).partition(".")[2])
    return f"{value:.{digits}f}" if isinstance(value, float) else value


@pytest.mark.parametrize(
    ("name", "naive"), [("effect", ".3461"), ("trend", ".8017"), ("rw", "-.876")]
)
def test_the_golden_series_are_those_whose_weekly_levels_mislead(name: str, naive: str) -> None:
    r = float(np.corrcoef(*series(name))[0, 1])
    assert abs(r - float(naive)) <= 0.5 * 10 ** -len(naive.partition(".")[2])


def test_missing_weeks_cost_pairs_and_not_the_effect() -> None:
    strength, performance = series("effect")
    strength[10:14] = NAN
    performance[60:63] = NAN
    found = block_association(strength, performance)
    assert (found.n_pairs, round(found.n_eff, 2), round(found.r, 4)) == (22, 10.27, 0.926)
    assert round(found.slope, 4) == 0.5051
    assert found.n_weeks == 104


def test_turning_performance_around_turns_r_and_slope_around() -> None:
    strength, performance = series("effect")
    found = block_association(strength, performance)
    turned = block_association(strength, -performance)
    assert (turned.r, turned.slope) == (-found.r, -found.slope)
    assert (turned.n_eff, turned.p, turned.status) == (found.n_eff, found.p, found.status)


@pytest.mark.parametrize("weeks", [0, 1, 20, 51])
def test_below_a_year_nothing_is_told(weeks: int) -> None:
    found = golden("effect", weeks)
    assert (found.status, found.n_weeks) == ("not enough data", weeks)
    assert np.isnan([found.r, found.p, found.n_eff, found.slope, found.spearman]).all()


def test_below_ten_pairs_nothing_is_told_however_long_the_log() -> None:
    strength, performance = series("effect")
    strength[8:72] = NAN
    found = block_association(strength, performance)
    assert (found.status, found.n_weeks, found.n_pairs) == ("not enough data", 104, 7)


def test_ten_pairs_are_enough_and_nine_are_not() -> None:
    ten, nine = (
        block_association(*series("rw", 52), season=False, lag_blocks=lag) for lag in (2, 3)
    )
    assert (ten.n_pairs, ten.gate) == (10, "passed")
    assert (nine.n_pairs, nine.status) == (9, "not enough data")


def test_only_the_weeks_in_which_both_series_live_count_towards_the_year() -> None:
    strength, performance = series("effect")
    strength[:60] = NAN
    found = block_association(strength, performance)
    assert (found.status, found.n_weeks) == ("not enough data", 44)
    strength, performance = series("effect", 52)
    strength[0] = NAN
    found = block_association(strength, performance)
    assert (found.status, found.n_weeks, found.n_pairs) == ("not enough data", 51, 11)


def test_the_pairs_are_changes_into_a_block_and_into_the_next_one() -> None:
    levels = np.array([0.0, 1.0, 3.0, 6.0, 10.0])
    strength = np.concatenate([[99.0, 99.0], np.repeat(levels, 4)])
    performance = np.concatenate([[-99.0, -99.0], np.repeat(10 * levels, 4)])
    # Far below a year no season is taken out, although it is asked for.
    pairs = block_association(strength, performance).pairs
    assert pairs["block_start"].tolist() == [6, 10, 14]
    np.testing.assert_allclose(pairs["strength_change"], [1, 2, 3])
    np.testing.assert_allclose(pairs["performance_change"], [20, 30, 40])


def test_a_block_with_a_single_known_week_has_no_value() -> None:
    strength, performance = series("effect", 52)
    strength[24:27] = NAN
    one_left = block_association(strength, performance, season=False)
    strength[26] = 1.0
    two_left = block_association(strength, performance, season=False)
    assert (one_left.n_pairs, two_left.n_pairs) == (9, 11)


def test_one_known_week_of_performance_is_enough_where_that_is_asked_for() -> None:
    monthly = np.where(np.arange(52) % 4 == 3, series("effect", 52)[1], NAN)
    strength, _ = series("effect", 52)
    assert block_association(strength, monthly).n_pairs == 0
    assert block_association(strength, monthly, performance_weeks=1).n_pairs == 11
    strength[24:27] = NAN
    assert block_association(strength, monthly, performance_weeks=1).n_pairs == 9


@pytest.mark.parametrize(("lag", "expected"), [(0, 25), (1, 24), (3, 22), (40, 0)])
def test_each_block_of_lag_costs_a_pair(lag: int, expected: int) -> None:
    assert block_association(*series("effect"), lag_blocks=lag).n_pairs == expected


def test_what_weekly_volume_does_to_both_sides_is_taken_out() -> None:
    rng = np.random.default_rng(3)
    volume = 40_000 + 8_000 * rng.normal(size=104).cumsum()
    strength, performance = (rng.normal(size=104) + volume / 5_000 for _ in range(2))
    alone = block_association(strength, performance, lag_blocks=0)
    adjusted = block_association(strength, performance, [volume], lag_blocks=0)
    assert alone.status == "link"
    assert adjusted.status == "no clear link"


def test_the_season_that_both_sides_share_is_taken_out() -> None:
    rng = np.random.default_rng(5)
    season = 6 * np.sin(2 * np.pi * np.arange(104) / 52.1775)
    strength, performance = (season + rng.normal(size=104) for _ in range(2))
    assert block_association(strength, performance, season=False).status == "link"
    assert block_association(strength, performance).status == "no clear link"


def steady_rise(rng: np.random.Generator, scatter: float) -> Array:
    return np.asarray(0.4 * np.arange(104) + rng.normal(0, scatter, 104))


def test_strength_that_only_rises_is_compared_with_nothing() -> None:
    rng = np.random.default_rng(1)
    _, performance = series("effect")
    rising = steady_rise(rng, 0.2)
    for season in (True, False):
        up = block_association(rising, performance, season=season)
        down = block_association(-rising, performance, season=season)
        assert (up.status, up.gate) == ("not enough ups and downs", "only rises")
        assert (down.status, down.gate) == ("not enough ups and downs", "only falls")
        assert np.isnan([up.r, up.slope]).all()


@pytest.mark.parametrize(
    ("falls", "gate"), [(1, "only rises"), (2, "passed"), (9, "passed"), (10, "only falls")]
)
def test_a_comparison_takes_two_rises_and_two_falls(falls: int, gate: str) -> None:
    # 13 blocks, so 12 changes, of which the last has no block after it: 11 pairs.
    turns = np.where(np.arange(12) < falls, -2.0, 2.0)
    turns[-1] = -turns[0]
    strength = np.repeat(np.concatenate([[0.0], turns.cumsum()]), 4)
    _, performance = series("rw", 52)
    found = block_association(strength, performance, season=False)
    assert (found.n_pairs, found.gate) == (11, gate)


def test_steep_trends_do_not_pass_for_a_link_once_the_week_number_is_a_covariate() -> None:
    rng = np.random.default_rng(2)
    weeks = np.arange(104.0)
    logs = [rng.normal(size=(2, 104)) + np.outer([0.2, 0.1], weeks) for _ in range(150)]
    found = [block_association(s, p, [weeks]).p < 0.05 for s, p in logs]
    assert 0 < np.mean(found) < 0.1


def test_falls_that_are_all_the_covariates_count_for_nothing() -> None:
    _, performance = series("effect")
    volume = np.tile(np.repeat([0.0, 10.0], 4), 13)
    found = block_association(0.1 * np.arange(104) - volume, performance, [volume], season=False)
    assert (found.status, found.gate) == ("not enough ups and downs", "no turns")
    assert (found.pairs["observed_change"] < 0).sum() == 12
    assert (found.pairs["strength_change"] > 0).all()


@pytest.mark.parametrize("level", [0.0, 5.0])
def test_a_flat_series_is_compared_with_nothing(level: float) -> None:
    strength, performance = series("effect")
    flat = np.full(104, level)
    assert block_association(flat, performance).gate == "no turns"
    assert block_association(strength, flat).gate == "flat speed"
    assert block_association(flat, flat).status == "not enough ups and downs"


@pytest.mark.parametrize(
    ("weeks", "share"),
    # A change of two means of four weeks has the error se · √(2/4); that of one block only, √(1/4),
    # is in 2 changes of 24.
    [(slice(0, 104), 2 / 4), (slice(20, 24), 1 / 4 * 2 / 24)],
)
def test_changes_within_their_own_error_are_compared_with_nothing(
    weeks: slice, share: float
) -> None:
    strength, performance = series("effect")
    spread = float(golden("effect").pairs["strength_change"].std())
    edge = spread / 1.5 / np.sqrt(share)
    for se, gate in ((edge * 1.01, "within error"), (edge * 0.99, "passed")):
        errors = np.zeros(104)
        errors[weeks] = se
        assert block_association(strength, performance, strength_se=errors).gate == gate


def test_the_error_of_a_change_without_a_pair_holds_nothing_back() -> None:
    strength, performance = series("effect")
    # No block of performance follows the last one of strength; week 50 has no strength.
    strength[50] = NAN
    errors = np.full(104, 0.1)
    errors[[50, 100, 101, 102, 103]] = 99.0
    assert block_association(strength, performance, strength_se=errors).gate == "passed"


def test_unknown_errors_of_strength_hold_nothing_back() -> None:
    found = block_association(*series("effect"), strength_se=np.full(104, NAN))
    assert found.status == "link"


@pytest.mark.parametrize(
    ("step", "apart", "status"), [(6.0, 0.281, "link"), (8.0, 0.389, "hint"), (40.0, 0.758, "hint")]
)
def test_a_link_that_a_few_blocks_carry_is_only_a_hint(
    step: float, apart: float, status: str
) -> None:
    strength, performance = np.random.default_rng(7).normal(size=(2, 104)).cumsum(axis=1)
    strength[40:] += step
    performance[44:] += 0.75 * step
    found = block_association(strength, performance, season=False)
    assert found.r - found.spearman == pytest.approx(apart, abs=0.001)
    assert found.status == status
    assert found.has_slope


def test_the_interval_decides_and_not_p() -> None:
    walks = np.random.default_rng(65).normal(size=(2, 52)).cumsum(axis=1)
    found = block_association(*walks, season=False)
    assert found.p > 0.05
    assert found.ci_low > 0
    assert found.status == "link"


def test_the_line_goes_through_the_medians() -> None:
    found = golden("effect")
    middle = found.pairs.median()
    at_middle = found.intercept + found.slope * middle["strength_change"]
    assert at_middle == pytest.approx(middle["performance_change"])


def test_a_slope_is_given_only_with_a_link() -> None:
    assert golden("effect").status == "link"
    assert golden("effect").has_slope
    assert np.isnan(golden("trend").slope)
    assert not golden("trend").has_slope


def test_series_that_remember_in_opposite_ways_are_worth_no_more_than_their_pairs() -> None:
    # The sum of the formula is below 0 here: −0.05.
    alternating = np.tile([1.0, -1.0], 8)
    assert effective_n(np.repeat([1.0, -1.0], 8), alternating) == 16


def test_when_three_pairs_are_left_the_interval_leaves_nothing_out() -> None:
    found = correlation(np.array([1.0, -1, 1, -1]), np.array([1.0, -1, 1, -2]))
    assert (found.n_eff, found.ci_low, found.ci_high) == (3, -1, 1)


def test_a_perfect_copy_has_a_finite_interval() -> None:
    strength, _ = series("rw")
    found = block_association(strength, strength, lag_blocks=0)
    assert found.r == pytest.approx(1)
    assert found.ci_low > 0.99
    assert found.p < 1e-6


@pytest.mark.parametrize(
    ("given_", "words"),
    [
        ({"performance": np.zeros(3)}, "same length"),
        ({"covariates": [np.zeros(3)]}, "same length"),
        ({"strength_se": np.zeros(3)}, "same length"),
        ({"block_weeks": 1}, "blocks of 1 weeks"),
        ({"lag_blocks": -1}, "lag of -1"),
    ],
)
def test_series_that_do_not_fit_are_refused(given_: dict[str, Any], words: str) -> None:
    strength, performance = series("effect")
    with pytest.raises(ValueError, match=words):
        block_association(**{"strength": strength, "performance": performance, **given_})


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 130), st.integers(0, 2**32 - 1), st.floats(0, 0.9), st.booleans())
def test_whatever_is_missing_what_is_told_holds_together(
    weeks: int, seed: int, missing: float, rounded: bool
) -> None:
    rng = np.random.default_rng(seed)
    strength, performance = rng.normal(0, 2, (2, weeks))
    if rounded:
        strength = np.round(strength / 4)
    strength[rng.random(weeks) < missing] = NAN
    found = block_association(strength, performance, [rng.random(weeks)])
    assert found.n_pairs == len(found.pairs) <= max(0, weeks // 4 - 2)
    if found.status in ("not enough data", "not enough ups and downs"):
        assert np.isnan(found.r)
    else:
        assert -1 <= found.ci_low <= found.r <= found.ci_high <= 1
        assert 3 <= found.n_eff <= found.n_pairs
        assert found.has_slope == (not found.ci_low <= 0 <= found.ci_high)


def test_two_random_walks_look_linked_in_3_to_9_of_100_logs() -> None:
    # 6 in 100 are expected here (a random walk is the hardest case); 400 logs give ± 1.2 in 100.
    rng = np.random.default_rng(20_261_122)
    logs = [rng.normal(size=(2, 104)).cumsum(axis=1) for _ in range(400)]
    found = [block_association(*log) for log in logs]
    # |r| > 0.193 is p < .05 for 104 independent pairs, which these are not.
    naive = [abs(np.corrcoef(*log)[0, 1]) > 0.193 for log in logs]
    assert 0.03 <= np.mean([one.p < 0.05 for one in found]) <= 0.09
    assert 0.03 <= np.mean([one.has_slope for one in found]) <= 0.09
    assert np.mean(naive) > 0.6


def test_wrong_orders_of_a_true_effect_seldom_look_as_good() -> None:
    share = shuffled_share(golden("effect"))
    assert (share.as_strong, share.shuffles) == (0, 90)
    share = shuffled_share(golden("rw"))
    assert (share.as_strong, share.shuffles) == (65, 90)


def test_wrong_orders_are_moved_against_the_order_that_was_asked_for() -> None:
    strength, performance = series("effect")
    found = block_association(strength, np.roll(performance, 4), lag_blocks=2)
    assert found.r > 0.85
    assert shuffled_share(found).as_strong == 0


def test_wrong_orders_that_keep_under_half_of_the_pairs_are_left_out() -> None:
    strength, performance = series("effect")
    performance[:44] = NAN
    found = block_association(strength, performance)
    # Of 97 places for a change those from 42 on are known: two weeks make a block.
    places = found.pairs["block_start"].to_numpy()
    kept = [((places + week) % 97 >= 42).sum() for week in range(4, 94)]
    assert (found.n_pairs, shuffled_share(found).shuffles) == (14, sum(n >= 7 for n in kept))


def test_without_an_r_there_is_nothing_to_compare_shuffles_with() -> None:
    with pytest.raises(ValueError, match="not enough data"):
        shuffled_share(golden("effect", 20))
