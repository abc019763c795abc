"""Exploration: the declared pair agrees with the answer, lags, Holm, distance that moves along."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames.explore import CovariateWeeks, DoseWeeks, OutcomeWeeks
from ironstride.metrics.association import block_association
from ironstride.metrics.explore import (
    EVERYTHING,
    RAW,
    USUAL,
    Question,
    all_asked,
    ask,
    holm,
    lag_estimates,
    moves_with_distance,
    question,
)
from ironstride.metrics.outcomes import Outcome

Array = npt.NDArray[np.float64]

N = 156
WEEKS = pd.date_range(date(2023, 11, 20), periods=N, freq="7D")


def wandering(seed: int, step: float = 1.0) -> Array:
    return np.cumsum(np.random.default_rng(seed).normal(size=N)) * step


def asked(
    dose: Array,
    performance: Array,
    volume: Array | None = None,
    least_weeks: int = 2,
    **known: Array,
) -> Question:
    others = {"hard_share": np.nan, "temperature": np.nan, "body_mass": np.nan} | known
    distance = np.full(N, 30_000.0) if volume is None else volume
    covariates = pd.DataFrame({"week": WEEKS, "volume": distance} | others)
    doses = pd.DataFrame({"week": WEEKS, "dose": dose, "se": np.nan})
    run = pd.DataFrame({"week": WEEKS, "performance": performance, "measures": 1})
    return question(
        "sets",
        DoseWeeks.validate(doses),
        "heart_rate",
        Outcome(OutcomeWeeks.validate(run.dropna()), least_weeks, ""),
        CovariateWeeks.validate(covariates),
    )


def test_the_usual_adjustment_is_that_of_the_page_s_own_answer() -> None:
    dose, run, volume = wandering(1), wandering(2), np.abs(wandering(3)) * 1000
    found = ask(asked(dose, run, volume), USUAL)
    answer = block_association(dose, run, [volume, np.arange(N)])
    assert (found.r, found.n_pairs) == (answer.r, answer.n_pairs)


def test_a_link_at_one_lag_shows_at_that_lag_and_turns_with_its_sign() -> None:
    dose = wandering(4)
    later = np.roll(dose, 8)
    estimates = lag_estimates(asked(dose, later)).set_index(["adjusted", "lag"])
    turned = lag_estimates(asked(dose, -later)).set_index(["adjusted", "lag"])
    assert estimates.r[(RAW, 2)] > 0.9
    assert estimates.r[RAW].abs().idxmax() == 2
    assert np.allclose(estimates.r, -turned.r)


def test_what_both_sides_follow_is_gone_once_it_is_taken_out() -> None:
    noise = np.random.default_rng(6).normal(size=(2, N))
    body_mass = wandering(5)
    mass = asked(body_mass + noise[0], body_mass + noise[1], body_mass=70 + body_mass)
    assert mass.optional == ("body_mass",)
    assert ask(mass, RAW, 0).r > 0.6
    assert ask(mass, USUAL, 0).r > 0.6
    assert abs(ask(mass, EVERYTHING, 0).r) < 0.4
    distance = asked(body_mass + noise[0], body_mass + noise[1], 1000 * body_mass + 90_000)
    assert ask(distance, RAW, 0).r > 0.6
    assert abs(ask(distance, USUAL, 0).r) < 0.4
    assert abs(ask(distance, EVERYTHING, 0).r) < 0.4


def test_temperature_is_taken_out_of_tempo_but_not_twice_of_pace_at_heart_rate() -> None:
    found = asked(wandering(7), wandering(8), temperature=wandering(9))
    assert found.optional == ()
    tempo = Question("sets", "tempo", 2, found.weeks)
    assert tempo.optional == ("temperature",)


@pytest.mark.parametrize(("known", "expected"), [(0.75, ()), (0.85, ("body_mass",))])
def test_a_covariate_known_in_under_8_of_10_weeks_is_not_taken_out(
    known: float, expected: tuple[str, ...]
) -> None:
    mass = np.where(np.arange(N) < known * N, 70 + wandering(1, 0.1), np.nan)
    assert asked(wandering(2), wandering(3), body_mass=mass).optional == expected


def test_a_dose_that_is_distance_over_again_is_noticed() -> None:
    volume = wandering(5, 1000.0) + 60_000
    r, n = moves_with_distance(asked(volume / 500, wandering(1), volume))
    assert (round(r, 6), n) == (1.0, 38)
    r, _ = moves_with_distance(asked(wandering(6), wandering(1), volume))
    assert abs(r) < 0.5
    r, n = moves_with_distance(asked(np.full(N, np.nan), wandering(1), volume))
    assert np.isnan(r)
    assert n == 0


def test_one_test_a_block_is_enough_where_tests_are_the_outcome() -> None:
    monthly = np.where(np.arange(N) % 4 == 0, wandering(2), np.nan)
    assert ask(asked(wandering(1), monthly, least_weeks=1), USUAL).n_pairs == 37
    assert ask(asked(wandering(1), monthly), USUAL).n_pairs == 0


def test_all_questions_pay_for_one_another_and_the_untold_cost_nothing() -> None:
    told, untold = asked(wandering(1), wandering(2)), asked(wandering(1), np.full(N, np.nan))
    table = all_asked([told, untold, told])
    assert table.p_holm.isna().tolist() == [False, True, False]
    assert table.p_holm[0] == pytest.approx(min(1.0, 2 * table.p[0]))
    assert all_asked([]).empty


def test_holm_s_correction_by_hand() -> None:
    # 4 × 0.01; 3 × 0.02; 2 × 0.03, no less than the one before; 0.5.
    assert holm([0.03, 0.5, 0.01, 0.02]).round(9).tolist() == [0.06, 0.5, 0.04, 0.06]


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_never_lowers_a_p_and_does_not_mind_the_order(p: list[float]) -> None:
    order = np.random.default_rng(len(p)).permutation(len(p))
    corrected = holm(p)
    assert (corrected >= np.array(p)).all()
    assert (corrected <= 1).all()
    assert np.array_equal(holm(np.array(p)[order]), corrected[order])


def test_holm_finds_something_in_five_of_a_hundred_families_without_anything() -> None:
    families = np.random.default_rng(20261123).random((2000, 12))
    share = np.mean([holm(family).min() < 0.05 for family in families])
    assert 0.03 < share < 0.065
    assert np.mean(families.min(axis=1) < 0.05) > 0.4
