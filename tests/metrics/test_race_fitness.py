import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames.prediction import TrainingPaces
from ironstride.metrics.prediction import race_fitness, race_time_s, training_paces
from tests.metrics.effort_tables import clock

HALF_M, MARATHON_M = 21_097.5, 42_195.0

# Daniels, Running Formula: fitness, 5 km, 10 km, half marathon, marathon.
BOOK = [
    (30, "30:40", "63:46", "2:21:04", "4:49:17"),
    (40, "24:08", "50:03", "1:50:59", "3:49:45"),
    (50, "19:57", "41:21", "1:31:35", "3:10:49"),
    (60, "17:03", "35:22", "1:18:09", "2:43:25"),
    (70, "14:55", "31:00", "1:08:21", "2:23:10"),
    (80, "13:17", "27:41", "1:00:54", "2:07:38"),
]
# Its pace table [per km]: easy from fast to slow, marathon, threshold.
PACES = [
    # At 30 its marathon pace (7:03) is slower than its marathon (4:49:17): the marathon holds.
    (30, "7:27", "8:14", "6:51", "6:24"),
    (40, "5:56", "6:38", "5:29", "5:06"),
    (50, "4:56", "5:34", "4:31", "4:15"),
    (60, "4:15", "4:49", "3:52", "3:40"),
    (70, "3:44", "4:15", "3:24", "3:14"),
]


@pytest.mark.parametrize(("fitness", "five", "ten", "half", "whole"), BOOK)
def test_race_times_lie_within_a_third_of_a_percent_of_the_book(
    fitness: float, five: str, ten: str, half: str, whole: str
) -> None:
    book = {5_000.0: five, 10_000.0: ten, HALF_M: half, MARATHON_M: whole}
    for metres, printed in book.items():
        assert race_time_s(fitness, metres) == pytest.approx(clock(printed), rel=0.0035)


@pytest.mark.parametrize(
    ("fitness", "metres", "printed"),
    [(46, 1500, "5:49"), (50, 1500, "5:24"), (50, 3000, "11:33"), (50, 5000, "19:57")],
)
def test_short_race_times_are_those_of_the_book(
    fitness: float, metres: float, printed: str
) -> None:
    assert race_time_s(fitness, metres) == pytest.approx(clock(printed), rel=0.0035)


@pytest.mark.parametrize(
    ("fitness", "fast", "slow", "threshold"),
    [(40, "5:53", "6:38", "5:06"), (50, "4:55", "5:34", "4:15"), (60, "4:15", "4:48", "3:40")],
)
def test_training_paces_are_those_of_the_fitted_shares(
    fitness: float, fast: str, slow: str, threshold: str
) -> None:
    paces = training_paces(fitness).set_index("zone")
    easy = paces.loc["easy"]
    found = [easy.fast_s_per_km, easy.slow_s_per_km, paces.usual_s_per_km["threshold"]]
    assert found == pytest.approx([clock(one) for one in (fast, slow, threshold)], abs=1)


def test_training_paces_cost_the_named_shares_of_the_score() -> None:
    paces = training_paces(50).set_index("zone")
    ends = {
        "easy": (63, 73.5), "marathon": (75, 84), "threshold": (83, 88), "interval": (95, 100),
        "repetition": (105, 120),
    }  # fmt: skip
    for zone, shares in ends.items():
        pace = paces.loc[zone, ["slow_s_per_km", "fast_s_per_km"]]
        assert [_cost(float(one)) for one in pace.to_numpy()] == pytest.approx(
            [share / 2 for share in shares]
        )
    usual = paces.usual_s_per_km[["threshold", "interval", "repetition"]]
    assert [_cost(float(one)) for one in usual.to_numpy()] == pytest.approx(
        [88 / 2, 97.4 / 2, 108.9 / 2]
    )


def _cost(s_per_km: float) -> float:
    metres_a_minute = 60_000 / s_per_km
    return -4.60 + 0.182258 * metres_a_minute + 0.000104 * metres_a_minute**2


@pytest.mark.parametrize(
    ("metres", "time", "fitness", "within"),
    [
        (5_000, "24:34", 39.11, 5e-3), (15_000, "1:07:48", 46.4, 5e-2),
        (5_000, "20:00", 49.81, 5e-3), (10_000, "40:00", 51.94, 5e-3),
        (HALF_M, "1:30:00", 50.98, 5e-3), (MARATHON_M, "3:10:49", 49.95, 5e-3),
        (MARATHON_M, "2:00:35", 85.55, 5e-3), (1_500, "4:00", 70.09996, 1e-4),
    ],
)  # fmt: skip
def test_race_fitness_agrees_with_the_worked_examples(
    metres: float, time: str, fitness: float, within: float
) -> None:
    assert race_fitness(metres, clock(time)) == pytest.approx(fitness, abs=within)


@pytest.mark.parametrize(("fitness", "fast", "slow", "marathon", "threshold"), PACES)
def test_training_paces_lie_within_five_seconds_of_the_book(
    fitness: float, fast: str, slow: str, marathon: str, threshold: str
) -> None:
    paces = training_paces(fitness).set_index("zone")
    found = [
        paces.fast_s_per_km["easy"],
        paces.slow_s_per_km["easy"],
        paces.usual_s_per_km["marathon"],
        paces.usual_s_per_km["threshold"],
    ]
    assert found == pytest.approx([clock(one) for one in (fast, slow, marathon, threshold)], abs=5)


def test_training_paces_run_from_slow_to_fast() -> None:
    paces = training_paces(50)
    assert paces.zone.tolist() == ["easy", "marathon", "threshold", "interval", "repetition"]
    assert (paces.slow_s_per_km > paces.fast_s_per_km).all()
    assert paces.fast_s_per_km.is_monotonic_decreasing
    usual = paces.usual_s_per_km[1:]
    assert usual.between(paces.fast_s_per_km[1:], paces.slow_s_per_km[1:]).all()


@pytest.mark.parametrize("fitness", [0.0, -3.0, np.nan])
def test_without_a_fitness_there_are_no_times_and_no_paces(fitness: float) -> None:
    assert np.isnan(race_time_s(fitness, 5000))
    assert training_paces(fitness).empty
    assert training_paces(fitness).dtypes.equals(TrainingPaces.empty().dtypes)


@pytest.mark.parametrize(("metres", "seconds"), [(0, 1200), (5000, 0), (np.nan, 1200)])
def test_nothing_run_shows_no_fitness(metres: float, seconds: float) -> None:
    assert np.isnan(race_fitness(metres, seconds))


@given(fitness=st.floats(15, 90), metres=st.floats(800, 100_000))
def test_the_time_of_a_fitness_shows_that_fitness(fitness: float, metres: float) -> None:
    assert race_fitness(metres, race_time_s(fitness, metres)) == pytest.approx(fitness, rel=1e-9)


@given(metres=st.floats(800, 60_000), speed=st.floats(1.5, 6), faster=st.floats(1.001, 1.2))
def test_faster_is_never_less_fit(metres: float, speed: float, faster: float) -> None:
    slow, quick = (
        race_fitness(metres, metres / speed),
        race_fitness(metres, metres / speed / faster),
    )
    assert quick > slow


@given(fitness=st.floats(20, 80), more=st.floats(0.1, 10), metres=st.floats(1500, 42_195))
def test_the_fitter_runner_is_faster_everywhere(fitness: float, more: float, metres: float) -> None:
    assert race_time_s(fitness + more, metres) < race_time_s(fitness, metres)
    slow, quick = training_paces(fitness), training_paces(fitness + more)
    assert (quick.fast_s_per_km < slow.fast_s_per_km).all()
