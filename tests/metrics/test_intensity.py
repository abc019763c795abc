"""How heavy sets are: zones by share of the maximum or by reps to failure, jumps apart."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given

from ironstride.frames.log import LiftSets
from ironstride.metrics.intensity import ZONES, set_zones, weekly_zones
from ironstride.metrics.sets import is_working
from tests.metrics.running_tables import FEW, Row, lift_sets_of
from tests.metrics.test_muscles import any_sets

TODAY = date(2026, 11, 20)
SET: Row = {"session_id": 1, "started_at": "2026-11-10 18:00", "load_kg": 100.0}
SINGLE = SET | {"reps": 1, "rir": 0}
JUMP = SET | {"kind": "plyometric", "exercise": "Box jump", "load_kg": 0.0, "reps": 5}


def zones(*rows: Row) -> list[str]:
    return list(set_zones(lift_sets_of(*rows)))


@pytest.mark.parametrize(
    ("load_kg", "zone"),
    [
        (90, "near_max"),
        (89.9, "heavy"),
        (80, "heavy"),
        (79.9, "submaximal"),
        (40, "submaximal"),
        (39.9, "low"),
    ],
)
def test_a_zone_is_a_share_of_the_best_e1rm(load_kg: float, zone: str) -> None:
    assert zones(SINGLE, SET | {"reps": 20, "load_kg": load_kg})[1] == zone


@pytest.mark.parametrize(
    ("reps", "rir", "zone"),
    [
        (2, 2, "near_max"),
        (3, 2, "heavy"),
        (5, 3, "heavy"),
        (5, 4, "submaximal"),
        (12, 0, "submaximal"),
        (13, 0, "unknown"),
        (5, None, "unknown"),
    ],
)
def test_a_move_of_the_body_is_told_by_its_reps_to_failure(
    reps: int, rir: float | None, zone: str
) -> None:
    body = SET | {"kind": "bodyweight", "load_kg": 0.0}
    assert zones(body | {"reps": reps, "rir": rir}) == [zone]


def test_a_set_to_failure_has_no_rep_left() -> None:
    body = SET | {"kind": "bodyweight", "load_kg": 0.0, "set_type": "failure"}
    assert zones(body | {"reps": 8}, body | {"reps": 9}) == ["heavy", "submaximal"]


def test_the_heavier_of_both_tells() -> None:
    eight_rm = SET | {"reps": 8, "rir": 0}  # 100 / 125.4 kg = 79.8 %, and 8 RM
    assert zones(eight_rm) == ["heavy"]
    assert zones(SET | {"reps": 8}) == ["submaximal"]


def test_the_maximum_is_the_best_of_the_last_84_days_and_never_of_a_later_day() -> None:
    light = SET | {"session_id": 2, "reps": 1, "load_kg": 60.0}
    for day, zone in (("2026-11-09", "near_max"), ("2026-11-10", "submaximal"),
                      ("2027-02-01", "submaximal"), ("2027-02-02", "near_max")):  # fmt: skip
        assert zones(SINGLE, light | {"started_at": day})[1] == zone


def test_a_maximum_is_of_its_own_exercise() -> None:
    assert zones(SINGLE, SET | {"exercise": "Curl", "load_kg": 20.0, "reps": 1})[1] == "near_max"


def test_a_hold_is_unknown_and_what_is_no_work_has_no_zone() -> None:
    hold = SET | {"kind": "timed", "reps": None, "hold_s": 45.0}
    assert zones(hold, SET | {"reps": 0}, SINGLE | {"set_type": "warmup"}, JUMP) == [
        "unknown", "", "", "",
    ]  # fmt: skip


def test_a_week_counts_each_set_once_and_jumps_by_contacts() -> None:
    table = lift_sets_of(
        SINGLE,
        SET | {"reps": 5, "load_kg": 85.0},
        SET | {"reps": 5, "load_kg": 60.0},
        JUMP,
        JUMP | {"reps": 6},
        JUMP | {"reps": 9, "set_type": "warmup"},
        JUMP | {"reps": None, "hold_s": 60.0},
    )
    weekly = weekly_zones(table, today=TODAY)
    first = weekly.iloc[0]
    assert first[ZONES].tolist() == [1, 1, 1, 0, 0]
    assert (first.contacts, first.uncounted_jumps) == (11, 1)
    assert weekly.iloc[1].drop(["week", "complete"]).sum() == 0
    assert weekly.complete.tolist() == [True, False]


def test_no_sets_have_no_zones() -> None:
    assert set_zones(LiftSets.empty()).empty
    assert weekly_zones(LiftSets.empty(), today=TODAY).empty


@FEW
@given(any_sets())
def test_zones_add_up_to_the_working_sets_whatever_their_order(table: Any) -> None:
    weekly = weekly_zones(table, today=TODAY, first=date(2026, 9, 1))
    jumps = table.kind == "plyometric"
    assert weekly[ZONES].to_numpy().sum() == (is_working(table) & ~jumps).sum()
    warmup = lift_sets_of(SINGLE | {"set_type": "warmup", "load_kg": 300.0})
    other = LiftSets.validate(pd.concat([warmup, table]).iloc[::-1].reset_index(drop=True))
    pd.testing.assert_frame_equal(weekly_zones(other, today=TODAY, first=date(2026, 9, 1)), weekly)
