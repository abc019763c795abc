"""What the sets of a week moved, beside the body and with it."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, LiftSets
from ironstride.metrics.volume_load import weekly_volume_load
from tests.metrics.running_tables import FEW, Row, lift_sets_of
from tests.metrics.test_muscles import any_sets

TODAY = date(2026, 11, 20)
SET: Row = {"session_id": 1, "started_at": "2026-11-10 18:00", "reps": 10, "load_kg": 0.0}
PUSH_UP = SET | {"kind": "bodyweight", "exercise": "Push-up", "body_mass_fraction": 0.64}
PULL_UP = SET | {"kind": "assisted", "exercise": "Assisted pull-up", "body_mass_fraction": 0.95}


def weighed(kg: float = 70.0, day: str = "2026-11-10") -> DataFrame[CheckIns]:
    row = {"day": day, "body_mass_kg": kg, "sleep_h": None, "pain": None, "pain_note": ""}
    return CheckIns.validate(pd.DataFrame([row | {"sorest": None}]))


def moved(*rows: Row, check_ins: DataFrame[CheckIns] | None = None) -> Any:
    masses = weighed() if check_ins is None else check_ins
    return weekly_volume_load(lift_sets_of(*rows), masses, today=TODAY).iloc[0]


@pytest.mark.parametrize(
    ("sets", "row", "tonnage_kg", "volume_load_kg"),
    [
        (3, SET | {"reps": 10, "load_kg": 60.0}, 1800, 1800),
        (5, SET | {"reps": 5, "load_kg": 100.0}, 2500, 2500),
        (3, PUSH_UP | {"reps": 12}, 0, 1612.8),
        (3, PUSH_UP, 0, 1344),
        (3, PUSH_UP | {"load_kg": 10.0}, 300, 1644),
        (1, PULL_UP | {"load_kg": 20.0}, 0, 465),
        (1, PULL_UP | {"load_kg": 80.0}, 0, 0),
    ],
)
def test_the_published_sums_come_out(
    sets: int, row: Row, tonnage_kg: float, volume_load_kg: float
) -> None:
    week = moved(*[row] * sets)
    assert week.tonnage_kg == tonnage_kg
    assert week.volume_load_kg == pytest.approx(volume_load_kg)
    assert week.uncounted_sets == 0


def test_a_squat_moves_most_of_the_body_too() -> None:
    squat = SET | {"reps": 1, "load_kg": 225.0, "body_mass_fraction": 0.86}
    assert moved(squat, check_ins=weighed(200)).volume_load_kg == pytest.approx(397)


def test_reps_of_one_side_are_those_of_that_side() -> None:
    row = SET | {"load_kg": 20.0}
    assert moved(row | {"side": "left"}).tonnage_kg == 200
    assert moved(row | {"side": "left"}, row | {"side": "right"}).volume_load_kg == 400


def test_what_has_no_published_share_counts_its_load_only_and_says_so() -> None:
    crunch = SET | {"kind": "bodyweight", "exercise": "Crunch", "load_kg": 5.0}
    hold = SET | {"kind": "timed", "reps": None, "hold_s": 60.0, "load_kg": 20.0}
    week = moved(crunch, hold, check_ins=CheckIns.empty())
    assert (week.tonnage_kg, week.volume_load_kg, week.uncounted_sets) == (50, 50, 2)


def test_jumps_are_no_volume_load() -> None:
    jump = PUSH_UP | {"kind": "plyometric", "reps": 100}
    week = moved(jump, check_ins=CheckIns.empty())
    assert (week.volume_load_kg, week.uncounted_sets) == (0, 0)


def test_a_week_without_a_body_mass_has_no_volume_load_but_keeps_its_tonnage() -> None:
    bench = SET | {"load_kg": 60.0}
    week = moved(bench, PUSH_UP, check_ins=weighed(day="2026-09-10"))
    assert week.tonnage_kg == 600
    assert pd.isna(week.volume_load_kg)
    known = moved(bench, PUSH_UP, check_ins=weighed(day="2026-09-11"))
    assert known.volume_load_kg == pytest.approx(1048)
    warmup = PUSH_UP | {"set_type": "warmup"}
    assert moved(bench, warmup, check_ins=CheckIns.empty()).volume_load_kg == 600


def test_a_week_without_a_set_is_zero_and_nothing_gives_nothing() -> None:
    weekly = weekly_volume_load(lift_sets_of(PUSH_UP), weighed(), today=TODAY)
    assert weekly.volume_load_kg.tolist() == pytest.approx([448, 0])
    assert weekly.complete.tolist() == [True, False]
    assert weekly_volume_load(LiftSets.empty(), weighed(), today=TODAY).empty


@FEW
@given(any_sets())
def test_neither_order_nor_a_warm_up_changes_what_was_moved(table: Any) -> None:
    table = LiftSets.validate(table.assign(body_mass_fraction=0.87))
    warmup = lift_sets_of(PUSH_UP | {"set_type": "warmup"})
    other = LiftSets.validate(pd.concat([warmup, table]).iloc[::-1].reset_index(drop=True))
    ours, theirs = (
        weekly_volume_load(one, weighed(), today=TODAY, first=date(2026, 9, 1))
        for one in (table, other)
    )
    pd.testing.assert_frame_equal(ours, theirs)
    assert (ours.volume_load_kg.fillna(float("inf")) >= ours.tonnage_kg).all()
