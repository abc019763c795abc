"""Moves in which the body is the load, and timed holds."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, LiftSets
from ironstride.metrics.body_weight_moves import added_bests, system_loads
from ironstride.metrics.holds import hold_bests
from tests.metrics.running_tables import FEW, lift_sets_of
from tests.metrics.test_strength_days import weighed

DAY = "2026-11-16"
AT_70 = weighed((DAY, 70.0))
CHIN = {"exercise": "Chin-up", "kind": "bodyweight", "body_mass_fraction": 0.94}
PUSH = {"exercise": "Push-up", "kind": "bodyweight", "body_mass_fraction": 0.64}
ONE = {"session_id": 1, "started_at": f"{DAY} 18:00", "lower_body": False}


def moves_of(*rows: dict[str, Any]) -> DataFrame[LiftSets]:
    return lift_sets_of(*(ONE | {"position": n, "load_kg": 0} | row for n, row in enumerate(rows)))


@pytest.mark.parametrize(("reps", "volume"), [(12, 1612.8), (10, 1344.0)])
def test_three_sets_of_push_ups_move_the_published_volume(reps: int, volume: float) -> None:
    found = system_loads(moves_of(*[PUSH | {"reps": reps}] * 3), AT_70)
    assert found.volume_kg.tolist() == pytest.approx([volume])
    assert found[["sets", "reps", "most_reps"]].to_numpy().tolist() == [[3, 3 * reps, reps]]


def test_a_chin_up_with_50_of_200_moves_238() -> None:
    # In pounds, as published; any unit will do.
    found = system_loads(moves_of(CHIN | {"reps": 1, "load_kg": 50}), weighed((DAY, 200.0)))
    assert found.heaviest_kg.tolist() == pytest.approx([238])


def test_help_makes_the_system_lighter_and_never_less_than_nothing() -> None:
    helped = CHIN | {"kind": "assisted", "reps": 5}
    found = system_loads(moves_of(helped | {"load_kg": 20}, helped | {"load_kg": 90}), AT_70)
    assert found.heaviest_kg.tolist() == pytest.approx([70 * 0.94 - 20])
    assert found.volume_kg.tolist() == pytest.approx([5 * (70 * 0.94 - 20)])


def test_without_body_mass_the_reps_still_count() -> None:
    found = system_loads(moves_of(PUSH | {"reps": 12}), CheckIns.empty())
    assert found.reps.tolist() == [12]
    assert found[["body_mass_kg", "heaviest_kg", "volume_kg"]].isna().all(axis=None)


@pytest.mark.parametrize(
    "left_out",
    [{"kind": "weighted"}, {"set_type": "warmup"}, {"body_mass_fraction": 0.0}, {"reps": 0}],
)
def test_only_working_reps_of_known_share_count(left_out: dict[str, Any]) -> None:
    assert system_loads(moves_of(PUSH | {"reps": 12} | left_out), AT_70).empty


def test_five_chin_ups_with_20_kg_add_the_body_and_take_it_off_again() -> None:
    found = added_bests(moves_of(CHIN | {"reps": 5, "load_kg": 20}), AT_70)
    body = 70 * 0.94
    factor = (1 + 5 / 30 + 36 / 32) / 2
    assert found.e1rm_added_kg.tolist() == pytest.approx([(body + 20) * factor - body])
    assert found[["load_kg", "reps", "formula"]].to_numpy().tolist() == [[20, 5, "mean"]]


def test_a_single_with_a_weight_is_that_weight() -> None:
    found = added_bests(moves_of(CHIN | {"reps": 1, "load_kg": 30}), AT_70)
    assert found.e1rm_added_kg.tolist() == pytest.approx([30])


@pytest.mark.parametrize(
    "other",
    [
        PUSH,
        CHIN | {"load_kg": 0},
        CHIN | {"kind": "assisted"},
        CHIN | {"body_mass_fraction": 1.0},
        CHIN | {"reps": 13},
        CHIN | {"set_type": "warmup"},
    ],
)
def test_no_other_move_has_an_estimate(other: dict[str, Any]) -> None:
    assert added_bests(moves_of({"reps": 5, "load_kg": 20} | other), AT_70).empty


def test_without_body_mass_there_is_no_estimate() -> None:
    assert added_bests(moves_of(CHIN | {"reps": 5, "load_kg": 20}), CheckIns.empty()).empty


@FEW
@given(st.permutations(range(4)))
def test_the_order_of_the_sets_does_not_matter(order: list[int]) -> None:
    loads = [10.0, 20.0, 20.0, 5.0]
    table = moves_of(*({**CHIN, "reps": n + 3, "load_kg": kg} for n, kg in enumerate(loads)))
    shuffled = LiftSets.validate(table.iloc[order].reset_index(drop=True))
    pd.testing.assert_frame_equal(added_bests(shuffled, AT_70), added_bests(table, AT_70))
    pd.testing.assert_frame_equal(system_loads(shuffled, AT_70), system_loads(table, AT_70))


HOLD: dict[str, Any] = {"exercise": "Plank", "kind": "timed", "reps": None, "load_kg": 0}


def held(*sessions: list[float], **more: Any) -> DataFrame[LiftSets]:
    return lift_sets_of(
        *(
            HOLD
            | {"session_id": n + 1, "started_at": f"2026-11-{n + 1:02}", "position": at}
            | {"hold_s": seconds}
            | more
            for n, one in enumerate(sessions)
            for at, seconds in enumerate(one)
        )
    )


def test_a_session_has_its_longest_hold_and_their_total() -> None:
    found = hold_bests(held([40, 60, 30]))
    assert found[["sets", "best_s", "total_s"]].to_numpy().tolist() == [[3, 60, 130]]


def test_progress_is_on_a_log_scale_against_the_median_of_the_first_three() -> None:
    found = hold_bests(held([50], [60], [90], [120]))
    expected = 100 * np.log(np.array([50, 60, 90, 120]) / 60)
    assert found.log_pct.tolist() == pytest.approx(expected.tolist())


def test_a_hold_with_a_weight_is_measured_against_itself() -> None:
    both = pd.concat([held([60], [66]), held([30], [33], load_kg=10.0)], ignore_index=True)
    found = hold_bests(LiftSets.validate(both))
    assert found.load_kg.tolist() == [0, 10, 0, 10]
    assert found.log_pct.tolist()[2] == pytest.approx(found.log_pct.tolist()[3])


def test_warm_ups_and_sets_of_reps_are_no_holds() -> None:
    assert hold_bests(held([60], set_type="warmup")).empty
    assert hold_bests(lift_sets_of(ONE | {"reps": 5})).empty


def test_nothing_gives_nothing() -> None:
    none = LiftSets.empty()
    assert hold_bests(none).empty
    assert system_loads(none, CheckIns.empty()).empty
    assert added_bests(none, AT_70).empty


@pytest.mark.parametrize(("share", "known"), [(0.89, 0), (0.90, 1), (0.99, 1), (1.0, 0)])
def test_only_moves_of_nearly_the_whole_body_have_an_estimate(share: float, known: int) -> None:
    move = CHIN | {"body_mass_fraction": share, "reps": 5, "load_kg": 20}
    assert len(added_bests(moves_of(move), AT_70)) == known


def test_the_best_added_weight_of_a_session_counts() -> None:
    rows = [CHIN | {"reps": 5, "load_kg": kg} for kg in (10, 20, 15)]
    assert added_bests(moves_of(*rows), AT_70).load_kg.tolist() == [20]
