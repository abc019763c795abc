"""Estimated one-repetition maximum and the best set of each session."""

from collections.abc import Callable, Iterable, Mapping
from types import ModuleType
from typing import Any, get_args

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames.log import LiftSets
from ironstride.metrics import balance, sets, strength
from ironstride.metrics.strength import FACTORS, Formula, e1rm, session_bests
from tests.metrics.running_tables import FEW, lift_sets_of

ON_TUESDAY = {"session_id": 1, "started_at": "2026-11-17 18:00"}
REPS = (1, 3, 5, 8, 10, 12, 15)

# 100 kg for 1, 3, 5, 8, 10, 12 and 15 repetitions.
TABLE: dict[Formula, tuple[float, ...]] = {
    "epley": (103.3, 110.0, 116.7, 126.7, 133.3, 140.0, 150.0),
    "brzycki": (100, 105.9, 112.5, 124.1, 133.3, 144.0, 163.6),
    "wathan": (101.3, 109.0, 116.6, 127.7, 134.7, 141.5, 150.9),
    "lombardi": (100, 111.6, 117.5, 123.1, 125.9, 128.2, 131.1),
    "mayhew": (108.9, 114.0, 119.0, 126.3, 130.9, 135.4, 141.7),
    "oconner": (102.5, 107.5, 112.5, 120.0, 125.0, 130.0, 137.5),
    "lander": (101.4, 107.2, 113.7, 125.1, 134.1, 144.4, 163.3),
    "epley_modified": (100, 107.1, 114.1, 124.7, 131.8, 138.8, 149.4),
}
# Share of the maximum [%] by repetitions to failure, as the NSCA prints it.
NSCA = {1: 100, 2: 95, 3: 93, 4: 90, 5: 87, 6: 85, 7: 83, 8: 80, 9: 77, 10: 75, 12: 70}
RTS = dict(enumerate((100, 95.5, 92.2, 89.2, 86.3, 83.7, 81.1, 78.6, 76.2, 73.9, 70.7, 68.0), 1))


@pytest.mark.parametrize("formula", TABLE)
def test_each_formula_gives_its_published_values(formula: Formula) -> None:
    assert (100 * FACTORS[formula](np.array(REPS, float))).round(1) == pytest.approx(TABLE[formula])


@pytest.mark.parametrize("formula", get_args(Formula))
def test_a_single_to_failure_is_its_own_maximum_whatever_the_formula(formula: Formula) -> None:
    assert e1rm(100, 1, formula=formula) == 100
    assert e1rm(100, 1, rir=0, formula=formula) == 100


@pytest.mark.parametrize(
    ("reps", "expected"), [(2, 104.8), (3, 107.9), (5, 114.6), (8, 125.4), (10, 133.3)]
)
def test_the_default_is_the_mean_of_epley_and_brzycki(reps: int, expected: float) -> None:
    assert round(e1rm(100, reps), 1) == expected


def test_the_default_lies_within_a_percent_of_the_printed_table() -> None:
    errors = [abs(100 / e1rm(1, reps) - share) for reps, share in NSCA.items() if 1 < reps <= 10]
    assert max(errors) < 1
    assert round(float(np.mean(errors)), 2) == 0.32


def mean_error(formula: Formula, table: Mapping[int, float], reps: Iterable[int]) -> float:
    """Return how far a formula's shares of the maximum lie from a table's on average [%]."""
    shares = {n: 100 / FACTORS[formula](np.array([n], float))[0] for n in table}
    return float(np.mean([abs(shares[n] - table[n]) for n in reps if n in table]))


@pytest.mark.parametrize(
    ("formula", "nsca", "rts"),
    [
        ("mean", 0.32, 0.85),
        ("lander", 0.47, 1.19),
        ("epley_modified", 0.62, 1.44),
        ("brzycki", 1.11, 2.03),
        ("epley", 1.23, 0.79),
        ("wathan", 1.27, 0.40),
    ],
)
def test_from_two_to_ten_reps_the_errors_against_both_charts_are_the_known_ones(
    formula: Formula, nsca: float, rts: float
) -> None:
    assert mean_error(formula, NSCA, range(2, 11)) == pytest.approx(nsca, abs=0.006)
    assert mean_error(formula, RTS, range(2, 11)) == pytest.approx(rts, abs=0.006)


@pytest.mark.parametrize(
    ("formula", "error"),
    [
        ("lander", 0.58),
        ("epley_modified", 0.69),
        ("brzycki", 0.96),
        ("wathan", 1.22),
        ("epley", 1.43),
        ("oconner", 2.68),
        ("mayhew", 3.4),
    ],
)
def test_over_the_whole_nsca_chart_the_errors_are_the_known_ones(
    formula: Formula, error: float
) -> None:
    assert mean_error(formula, NSCA, NSCA) == pytest.approx(error, abs=0.05)


@pytest.mark.parametrize(
    ("formula", "error"),
    [("wathan", 0.77), ("lander", 1.22), ("epley", 1.36), ("brzycki", 1.77)],
)
def test_over_the_whole_rts_chart_the_errors_are_the_known_ones(
    formula: Formula, error: float
) -> None:
    assert mean_error(formula, RTS, RTS) == pytest.approx(error, abs=0.006)


def test_epleys_printed_tables_are_met() -> None:
    n = np.arange(1.0, 13)
    printed = (97, 94, 91, 88, 86, 83, 81, 79, 77, 75, 73, 71)
    modified = (100, 97, 93, 90, 88, 85, 83, 80, 78, 76, 74, 72)
    assert (100 / FACTORS["epley"](n)).round() == pytest.approx(printed)
    assert (100 / FACTORS["epley_modified"](n)).round() == pytest.approx(modified)


def test_epley_and_brzycki_agree_at_ten_reps() -> None:
    assert e1rm(100, 10, formula="epley") == pytest.approx(e1rm(100, 10, formula="brzycki"))


def test_eight_reps_of_120_kg_make_150() -> None:
    assert e1rm(120, 8) == pytest.approx(150, abs=1)


@pytest.mark.parametrize(
    ("load", "measured", "off"),
    [(80, 1.1307 * 80 + 0.70, 2.98), (150, 1.0970 * 150 + 14.25, 16.2)],
)
def test_five_reps_agree_with_the_measured_bench_and_leg_press(
    load: float, measured: float, off: float
) -> None:
    # Reynolds 2006, n = 70: 91.2 and 178.8 kg with these standard errors.
    assert e1rm(load, 5) == pytest.approx(measured, abs=off)


@pytest.mark.parametrize(
    ("reps", "rpe", "share"),
    [
        *((reps, 10, share) for reps, share in RTS.items()),
        (1, 9.5, 97.8),
        (1, 8.5, 93.9),
        (1, 7.5, 90.7),
        (1, 6.5, 87.8),
        (5, 8, 81.1),
        (3, 9, 89.2),
        (8, 9, 76.2),
        (1, 8, 92.2),
    ],
)
def test_the_rts_chart_gives_its_printed_shares(reps: int, rpe: float, share: float) -> None:
    # Half points lie between the printed whole ones to the printed decimal.
    assert 100 / e1rm(1, reps, 10 - rpe, formula="rts") == pytest.approx(share, abs=0.051)


def test_225_pounds_for_five_at_rpe_8_make_277() -> None:
    assert round(e1rm(225, 5, 2, formula="rts")) == 277


def test_ten_at_rpe_6_is_beyond_the_estimate_though_on_the_chart() -> None:
    assert np.isnan(e1rm(100, 10, 4, formula="rts"))


@pytest.mark.parametrize("rir", [None, float("nan")])
def test_without_a_known_reserve_the_rts_chart_gives_way_to_the_default(rir: float | None) -> None:
    assert e1rm(100, 5, rir, formula="rts") == e1rm(100, 5)


def test_each_best_names_the_formula_that_made_it() -> None:
    table = lift_sets_of(
        {"started_at": "2026-11-01", "reps": 5, "rir": 2},
        {"started_at": "2026-11-02", "reps": 5},
        {"started_at": "2026-11-03", "reps": 1},
        {"started_at": "2026-11-04", "reps": 1, "rir": 1},
    )
    assert session_bests(table, "rts").formula.tolist() == ["rts", "mean", "single", "rts"]
    assert session_bests(table).formula.tolist() == ["mean", "mean", "single", "mean"]


def test_the_best_names_its_set() -> None:
    table = lift_sets_of(
        ON_TUESDAY | {"position": 3, "reps": 5, "load_kg": 90},
        ON_TUESDAY | {"position": 4, "reps": 5, "load_kg": 100},
        ON_TUESDAY | {"position": 5, "reps": 5, "load_kg": 100},
    )
    assert session_bests(table).position.tolist() == [4]


def test_a_tested_single_is_preferred_to_a_higher_estimate_of_its_session() -> None:
    table = lift_sets_of(
        ON_TUESDAY | {"position": 0, "reps": 1, "load_kg": 120, "rir": 0},
        ON_TUESDAY | {"position": 1, "reps": 8, "load_kg": 110},
    )
    best = session_bests(table)
    assert best[["e1rm_kg", "tested"]].to_numpy().tolist() == [[120, True]]


def test_a_tired_single_below_heavier_sets_is_no_maximum() -> None:
    table = lift_sets_of(
        ON_TUESDAY | {"position": 0, "reps": 5, "load_kg": 100},
        ON_TUESDAY | {"position": 1, "reps": 1, "load_kg": 90, "set_type": "failure"},
    )
    best = session_bests(table)
    assert best[["reps", "tested"]].to_numpy().tolist() == [[5, False]]


def test_a_chosen_formula_is_used_between_two_and_twelve() -> None:
    assert round(e1rm(100, 5, formula="wathan"), 1) == 116.6
    assert round(e1rm(100, 12, formula="brzycki"), 1) == 144.0


@pytest.mark.parametrize(("reps", "rir"), [(13, None), (10, 3.0), (0, None), (15, 0.0)])
def test_there_is_no_estimate_above_twelve_or_below_one(reps: int, rir: float | None) -> None:
    assert np.isnan(e1rm(100, reps, rir))


def test_reps_in_reserve_count_as_reps() -> None:
    assert e1rm(100, 3, rir=2) == e1rm(100, 5)


def test_an_unknown_formula_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="formula must be one of mean, epley"):
        e1rm(100, 5, formula="vdot")  # type: ignore[arg-type]  # what a wrong name does


@given(load=st.floats(1, 500), reps=st.integers(1, 12), factor=st.floats(0.1, 10))
def test_scaling_the_load_scales_the_estimate(load: float, reps: int, factor: float) -> None:
    assert e1rm(load * factor, reps) == pytest.approx(factor * e1rm(load, reps))


@given(reps=st.integers(1, 11))
def test_one_more_rep_is_never_weaker(reps: int) -> None:
    assert e1rm(100, reps + 1) > e1rm(100, reps)


def test_the_best_set_of_a_session_is_the_one_with_the_highest_estimate() -> None:
    bests = session_bests(
        lift_sets_of(
            ON_TUESDAY | {"position": 0, "reps": 5, "load_kg": 100},
            ON_TUESDAY | {"position": 1, "reps": 3, "load_kg": 105, "rir": 3},
            ON_TUESDAY | {"position": 2, "reps": 10, "load_kg": 85},
        )
    )
    assert bests[["load_kg", "reps", "rir"]].to_numpy().tolist() == [[105, 3, 3]]
    assert bests.e1rm_kg.iloc[0] == pytest.approx(105 * (1.2 + 36 / 31) / 2)


@pytest.mark.parametrize(
    "left_out",
    [
        {"set_type": "warmup"},
        {"kind": "bodyweight"},
        {"kind": "assisted"},
        {"reps": 0},
        {"reps": None, "hold_s": 30},
        {"load_kg": 0},
        {"reps": 13},
        {"reps": 10, "rir": 4},
    ],
)
def test_what_cannot_be_estimated_leaves_no_row(left_out: dict[str, Any]) -> None:
    table = lift_sets_of(ON_TUESDAY | {"reps": 5, "load_kg": 200} | left_out)
    assert session_bests(table).empty


def test_each_exercise_and_each_session_has_its_own_best() -> None:
    bests = session_bests(
        lift_sets_of(
            ON_TUESDAY | {"reps": 5, "exercise": "Leg press"},
            ON_TUESDAY | {"reps": 5},
            {"session_id": 2, "started_at": "2026-11-17 20:00", "reps": 4},
            {"session_id": 3, "started_at": "2026-11-16 20:00", "reps": 3},
        )
    )
    assert list(zip(bests.session_id, bests.exercise, strict=True)) == [
        (3, "Back squat"),
        (1, "Back squat"),
        (1, "Leg press"),
        (2, "Back squat"),
    ]


def test_eleven_reps_fade_and_a_true_single_counts_as_tested() -> None:
    bests = session_bests(
        lift_sets_of(
            {"started_at": "2026-11-01", "reps": 9, "rir": 2},
            {"started_at": "2026-11-02", "reps": 10},
            {"started_at": "2026-11-03", "reps": 1},
            {"started_at": "2026-11-04", "reps": 1, "rir": 2},
            {"started_at": "2026-11-05", "reps": 1, "rir": 0},
            {"started_at": "2026-11-06", "reps": 1, "set_type": "failure"},
        )
    )
    assert bests.faded.tolist() == [True, False, False, False, False, False]
    assert bests.tested.tolist() == [False, False, False, False, True, True]


def test_no_sets_give_no_bests_with_the_right_columns() -> None:
    assert session_bests(LiftSets.empty()).dtypes.equals(
        session_bests(lift_sets_of(ON_TUESDAY | {"reps": 5})).dtypes
    )
    assert session_bests(LiftSets.empty()).empty


def _sets() -> st.SearchStrategy[DataFrame[LiftSets]]:
    row = st.fixed_dictionaries(
        {
            "session_id": st.integers(1, 3),
            "exercise": st.sampled_from(["Back squat", "Leg press"]),
            "reps": st.integers(0, 15),
            "load_kg": st.sampled_from([0.0, 60.0, 80.0, 100.0]),
            "rir": st.none() | st.integers(0, 6),
        }
    )
    return st.lists(row, max_size=15).map(
        lambda rows: lift_sets_of(
            *(
                row | {"position": n, "started_at": f"2026-11-{row['session_id']:02}"}
                for n, row in enumerate(rows)
            )
        )
    )


@FEW
@given(_sets(), st.randoms())
def test_the_order_of_the_sets_does_not_matter(table: DataFrame[LiftSets], random: Any) -> None:
    order = list(range(len(table)))
    random.shuffle(order)
    shuffled = LiftSets.validate(table.iloc[order].reset_index(drop=True))
    pd.testing.assert_frame_equal(session_bests(shuffled), session_bests(table))


@FEW
@given(_sets())
def test_a_warm_up_changes_nothing(table: DataFrame[LiftSets]) -> None:
    warmup = lift_sets_of(ON_TUESDAY | {"set_type": "warmup", "reps": 1, "load_kg": 300})
    more = LiftSets.validate(pd.concat([table, warmup], ignore_index=True))
    pd.testing.assert_frame_equal(session_bests(more), session_bests(table))


@FEW
@given(_sets(), st.sampled_from([lambda kg: kg * 2, lambda kg: kg / 4]))
def test_scaling_all_loads_scales_all_bests(
    table: DataFrame[LiftSets], scale: Callable[[pd.Series], pd.Series]
) -> None:
    scaled = session_bests(LiftSets.validate(table.assign(load_kg=scale(table.load_kg))))
    assert scaled.e1rm_kg.tolist() == pytest.approx(scale(session_bests(table).e1rm_kg).tolist())


def test_among_equal_estimates_fewer_reps_name_the_best() -> None:
    table = lift_sets_of(
        ON_TUESDAY | {"position": 0, "reps": 5, "rir": 0},
        ON_TUESDAY | {"position": 1, "reps": 3, "rir": 2},
    )
    assert session_bests(table).reps.tolist() == [3]


def test_a_single_is_tested_whatever_another_lift_of_the_session_weighs() -> None:
    table = lift_sets_of(
        ON_TUESDAY | {"reps": 1, "rir": 0, "load_kg": 100},
        ON_TUESDAY | {"reps": 5, "load_kg": 200, "exercise": "Leg press"},
    )
    assert session_bests(table).tested.tolist() == [True, False]


@pytest.mark.parametrize(
    ("module", "names"),
    [
        (strength, "e1rm session_bests weekly_bests relative_bests system_loads added_bests"),
        (strength, "hold_bests e1rm_trend hold_trend smooth_line two_days rep_records"),
        (sets, "weekly_sets weekly_muscle_sets weekly_volume_load weekly_zones muscle_last"),
        (balance, "balance_blocks side_bests side_tests weekly_coverage"),
    ],
)
def test_a_module_that_pages_call_offers_its_names(module: ModuleType, names: str) -> None:
    assert set(names.split()) <= set(module.__all__)
    assert all(callable(getattr(module, name)) for name in names.split())
