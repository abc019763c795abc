"""Records per bracket of reps, the mix of rep ranges, and what a change between two days says."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames import LiftSets
from ironstride.metrics.real_change import two_days
from ironstride.metrics.rep_brackets import BRACKETS, rep_mix, rep_records, rep_shares
from tests.metrics.running_tables import FEW, lift_sets_of

TODAY = date(2026, 11, 18)


def on(day: int, reps: int, load_kg: float, **more: Any) -> dict[str, Any]:
    """A set of one session on a day of November."""
    fixed = {"session_id": day, "started_at": f"2026-11-{day:02} 18:00"}
    return fixed | {"reps": reps, "load_kg": load_kg} | more


@pytest.mark.parametrize(
    ("reps", "bracket"),
    [(1, "1"), (2, "2–3"), (3, "2–3"), (4, "4–6"), (6, "4–6"), (7, "7–10"), (10, "7–10"),
     (11, "11–15"), (15, "11–15")],
)  # fmt: skip
def test_each_number_of_reps_has_its_bracket(reps: int, bracket: str) -> None:
    assert rep_records(lift_sets_of(on(2, reps, 80))).bracket.tolist() == [bracket]


def test_a_record_is_raised_by_load_or_by_a_rep_more() -> None:
    table = lift_sets_of(on(2, 5, 100), on(3, 4, 100), on(4, 6, 100), on(5, 5, 105), on(6, 6, 102))
    found = rep_records(table)
    assert found.started_at.dt.day.tolist() == [2, 4, 5]
    assert found.gain_kg.tolist() == pytest.approx([np.nan, 0, 5], nan_ok=True)
    assert found.current.tolist() == [False, False, True]


def test_of_a_session_only_its_best_set_is_a_record() -> None:
    table = lift_sets_of(
        on(2, 5, 90, position=0), on(2, 5, 100, position=1), on(2, 5, 100, position=2)
    )
    found = rep_records(table)
    assert found[["load_kg", "position"]].to_numpy().tolist() == [[100, 1]]


def test_brackets_and_exercises_have_records_of_their_own() -> None:
    table = lift_sets_of(on(2, 5, 100), on(2, 8, 80), on(3, 8, 85), on(3, 5, 60, exercise="Press"))
    current = rep_records(table).query("current")
    kept = current[["exercise", "bracket", "load_kg"]].to_numpy().tolist()
    assert sorted(kept) == [
        ["Back squat", "4–6", 100],
        ["Back squat", "7–10", 85],
        ["Press", "4–6", 60],
    ]


@pytest.mark.parametrize(
    "left_out",
    [{"set_type": "warmup"}, {"reps": 16}, {"reps": 0}, {"load_kg": 0.0}, {"kind": "assisted"}],
)
def test_what_makes_no_record(left_out: dict[str, Any]) -> None:
    assert rep_records(lift_sets_of(on(2, 5, 100) | left_out)).empty


def test_the_mix_of_four_sets_adds_up_by_hand() -> None:
    table = lift_sets_of(on(9, 5, 100), on(10, 5, 100), on(11, 8, 80), on(17, 20, 40))
    mix = rep_mix(table, today=TODAY)
    assert mix.pivot_table("sets", "week", "bracket")[list(BRACKETS)].to_numpy().tolist() == [
        [0, 0, 2, 1, 0, 0],
        [0, 0, 0, 0, 0, 1],
    ]
    first = mix[mix.week == "2026-11-09"]
    assert first.share.tolist() == pytest.approx([0, 0, 2 / 3, 1 / 3, 0, 0])
    assert mix.groupby("week").complete.first().tolist() == [True, False]
    assert rep_shares(mix).share.tolist() == pytest.approx([0, 0, 0.5, 0.25, 0, 0.25])


def test_a_week_without_a_set_has_no_shares() -> None:
    mix = rep_mix(lift_sets_of(on(2, 5, 100)), today=TODAY)
    assert mix.groupby("week").share.count().tolist() == [6, 0, 0]


def test_warm_ups_holds_and_jumps_are_no_part_of_the_mix() -> None:
    table = lift_sets_of(
        on(2, 5, 40, set_type="warmup"),
        on(2, 5, 0, kind="plyometric"),
        on(2, 0, 100),
        on(2, 5, 0) | {"reps": None, "hold_s": 30},
    )
    assert rep_mix(table, today=TODAY).empty


def test_sets_after_the_week_of_today_are_left_out() -> None:
    mix = rep_mix(lift_sets_of(on(17, 5, 100), on(25, 5, 100)), today=TODAY)
    assert mix.sets.sum() == 1


def test_nothing_gives_nothing() -> None:
    assert rep_records(LiftSets.empty()).empty
    mix = rep_mix(LiftSets.empty(), today=TODAY)
    assert mix.empty
    assert rep_shares(mix).share.isna().all()


@FEW
@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(1, 17), st.sampled_from([60.0, 80.0]))),
    st.randoms(),
)
def test_the_order_of_the_sets_does_not_matter_and_a_warm_up_changes_nothing(
    rows: list[tuple[int, int, float]], random: Any
) -> None:
    table = lift_sets_of(*(on(*row, position=n) for n, row in enumerate(rows)))
    order = list(range(len(table)))
    random.shuffle(order)
    warmup = lift_sets_of(on(1, 1, 300, set_type="warmup"))
    more = LiftSets.validate(pd.concat([warmup, table.iloc[order]], ignore_index=True))
    pd.testing.assert_frame_equal(rep_records(more), rep_records(table))
    pd.testing.assert_frame_equal(rep_mix(more, today=TODAY), rep_mix(table, today=TODAY))


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        (105.9, "too small to tell"),
        (106.1, "may be noise"),
        (94.5, "too small to tell"),
        (94.2, "may be noise"),
        (112.2, "more than the usual noise"),
        (88.0, "more than the usual noise"),
        (0, "cannot tell yet"),
        (np.nan, "cannot tell yet"),
    ],
)
def test_two_days_differ_really_only_beyond_the_noise(after: float, verdict: str) -> None:
    assert two_days(100, after).verdict == verdict


def test_the_change_itself_is_told() -> None:
    assert two_days(80, 100).change_pct == 25.0
