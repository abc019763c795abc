"""Which lift sessions are heavy leg work, and when they ended."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.metrics.heavy_legs import heavy_leg_sessions
from tests.metrics.acute_tables import Row, times_of
from tests.metrics.running_tables import FEW, lift_sets_of

START = "2026-11-10 18:00"
SET: Row = {"session_id": 1, "started_at": START, "reps": 5.0, "rir": 1.0}
LIFT: Row = {"session_id": 1, "kind": "lift", "started_at": START, "elapsed_s": 3_000.0}


def sets_of(*rows: Row) -> list[Row]:
    return [SET | row | {"position": n} for n, row in enumerate(rows)]


def heavy(rows: list[Row], lift: Row = LIFT) -> pd.DataFrame:
    return heavy_leg_sessions(lift_sets_of(*rows), times_of(lift))


def test_four_heavy_hard_sets_for_the_legs_are_heavy_leg_work() -> None:
    assert heavy(sets_of({}, {}, {}, {})).sets.tolist() == [4]
    assert heavy(sets_of({}, {}, {})).empty


@pytest.mark.parametrize(
    "change",
    [
        {"set_type": "warmup"},
        {"lower_body": False},
        {"rir": 5.0},
        {"reps": 2.0, "rir": 5.0},
        {"reps": 8.0, "rir": 2.0},
        {"reps": 0.0},
        {"kind": "plyometric"},
    ],
    ids=[
        "a warm-up",
        "the upper body",
        "much in reserve",
        "an easy double",
        "10 to failure",
        "failed",
        "a jump",
    ],
)
def test_a_set_that_is_not_heavy_and_hard_and_for_the_legs_does_not_count(change: Row) -> None:
    # The last one weighs next to nothing beside the others, so its reps alone could count.
    assert heavy(sets_of({}, {}, {}, {"load_kg": 10.0} | change)).empty


def test_without_notes_on_reserve_the_weight_decides() -> None:
    unknown = {"rir": None, "reps": 5.0}
    assert len(heavy(sets_of(*[unknown | {"load_kg": 100.0}] * 4))) == 1
    light = [unknown | {"load_kg": 80.0}] * 4
    assert heavy(sets_of(unknown | {"load_kg": 120.0}, *light)).empty


def test_sets_of_one_side_count_half() -> None:
    both = [{"side": side} for side in ("left", "right") for _ in range(4)]
    assert heavy(sets_of(*both)).sets.tolist() == [4]
    assert heavy(sets_of(*both[:7])).empty


@pytest.mark.parametrize(
    ("lift", "ended_at"),
    [
        ({"elapsed_s": 3_000.0, "duration_s": 2_400.0}, "2026-11-10 18:50"),
        ({"elapsed_s": None, "duration_s": 2_400.0}, "2026-11-10 18:40"),
        ({"elapsed_s": None, "duration_s": None}, "2026-11-10 19:00"),
        ({"time_known": False}, "2026-11-11 00:00"),
    ],
    ids=["elapsed", "moving", "unknown: an hour", "no time of day: with its day"],
)
def test_heavy_leg_work_ends_when_the_session_does(lift: Row, ended_at: str) -> None:
    found = heavy(sets_of(*[{}] * 4), LIFT | lift)
    assert found.ended_at.tolist() == [pd.Timestamp(ended_at)]


@FEW
@given(st.permutations(sets_of(*[{}] * 4, {"rir": 5.0}, {"side": "left"})))
def test_the_order_of_sets_does_not_matter(rows: list[Row]) -> None:
    assert heavy(rows).sets.tolist() == [4.5]
