"""Left beside right, from sets of one side and from tests of one side."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ironstride.frames import FitnessTests, LiftSets
from ironstride.frames.fitness import JudgedTests
from ironstride.metrics.fitness import (
    CANNOT_TELL,
    MAY_BE_NOISE,
    MORE_THAN_NOISE,
    PRACTICE,
    TOO_SMALL,
    judged_tests,
    lines,
)
from ironstride.metrics.sides import MAY_BE_CHANCE, side_bests, side_tests
from tests.metrics.running_tables import Row, lift_sets_of

TODAY = date(2026, 11, 20)
SET: Row = {
    "session_id": 1,
    "started_at": "2026-11-10 18:00",
    "exercise": "Single-leg press",
    "reps": 5,
    "load_kg": 100.0,
}
LEFT, RIGHT = SET | {"side": "left"}, SET | {"side": "right"}


def bests(*rows: Row) -> pd.DataFrame:
    return side_bests(lift_sets_of(*rows), today=TODAY)


@pytest.mark.parametrize(
    ("load_kg", "verdict"),
    [
        (100, TOO_SMALL),
        (105, TOO_SMALL),
        (107, MAY_BE_CHANCE),
        (111, MAY_BE_CHANCE),
        (113, MORE_THAN_NOISE),
        (88, MORE_THAN_NOISE),
    ],
)
def test_a_side_is_stronger_only_beyond_what_a_test_of_one_leg_varies(
    load_kg: float, verdict: str
) -> None:
    one = bests(LEFT, RIGHT | {"load_kg": load_kg}).iloc[0]
    assert one.difference == pytest.approx(np.log(load_kg / 100))
    assert one.verdict == verdict
    assert (one.line_1, one.line_2) == lines("rep_max")


def test_a_block_takes_the_median_of_the_sessions_with_both_sides() -> None:
    rows: list[Row] = []
    for number, kg in enumerate((100, 110, 150), start=1):
        rows += [LEFT | {"session_id": number}, RIGHT | {"session_id": number, "load_kg": kg}]
    one = bests(*rows, LEFT | {"session_id": 4}).iloc[0]
    assert (one.left_sets, one.right_sets, one.pairs) == (4, 3, 3)
    assert one.difference == pytest.approx(np.log(1.1))


def test_one_side_alone_and_moves_without_a_load_tell_nothing() -> None:
    body = {"exercise": "Single-leg calf raise", "kind": "bodyweight", "load_kg": 0.0}
    found = bests(LEFT, LEFT | body, RIGHT | body)
    assert found.verdict.tolist() == [CANNOT_TELL, CANNOT_TELL]
    assert found.right_sets.tolist() == [1, 0]
    assert found.difference.isna().all()


def test_sets_without_a_side_warm_ups_and_the_unfinished_week_are_left_out() -> None:
    assert bests(SET, LEFT | {"set_type": "warmup"}, LEFT | {"started_at": "2026-11-16"}).empty
    assert side_bests(LiftSets.empty(), today=TODAY).empty


def test_the_order_of_the_sets_does_not_matter() -> None:
    rows = [LEFT, RIGHT | {"load_kg": 107}, LEFT | {"load_kg": 102}, RIGHT | {"session_id": 2}]
    pd.testing.assert_frame_equal(bests(*rows), bests(*rows[::-1]))


def judged_of(*values: tuple[str, str, str, float]) -> Any:
    """Return the judged tests of (protocol, day, side, value)."""
    measure = {"calf_raises": "reps", "side_plank": "hold_s", "hop": "hop_m"}
    rows = [
        {"test_id": n, "protocol": protocol, "day": day, "side": side, "exercise": "", "notes": ""}
        | {measure[protocol]: value}
        for n, (protocol, day, side, value) in enumerate(values, start=1)
    ]
    table = pd.DataFrame(rows).reindex(columns=FitnessTests.empty().columns)
    return judged_tests(FitnessTests.validate(table))


def pair(protocol: str, left: float, right: float) -> Any:
    """Return the second of two days with both sides; the first is practice."""
    days = ("2026-09-01", "2026-11-01")
    sides = (("left", left), ("right", right))
    found = side_tests(judged_of(*[(protocol, day, *side) for day in days for side in sides]))
    assert found.verdict[0] == PRACTICE
    return found.iloc[1]


@pytest.mark.parametrize(
    ("protocol", "left", "right", "verdict"),
    [
        ("hop", 1.50, 1.55, TOO_SMALL),
        ("hop", 1.50, 1.63, MAY_BE_NOISE),
        ("hop", 1.50, 1.70, MORE_THAN_NOISE),
        ("hop", 1.70, 1.50, MORE_THAN_NOISE),
        ("calf_raises", 4, 5, TOO_SMALL),
        ("calf_raises", 20, 25, MAY_BE_NOISE),
        ("calf_raises", 20, 30, MORE_THAN_NOISE),
        ("side_plank", 60, 70, TOO_SMALL),
        ("side_plank", 60, 80, CANNOT_TELL),
        ("side_plank", 60, 120, MORE_THAN_NOISE),
    ],
)
def test_sides_differ_only_beyond_the_typical_error_of_the_test(
    protocol: str, left: float, right: float, verdict: str
) -> None:
    one = pair(protocol, left, right)
    assert one.difference == pytest.approx(np.log(right / left))
    assert (one.line_1, one.line_2) == pytest.approx(lines(protocol))
    assert one.verdict == verdict


def test_the_first_test_of_either_side_is_practice() -> None:
    left = [("hop", day, "left", 1.5) for day in ("2026-09-01", "2026-10-01", "2026-11-01")]
    right = [("hop", day, "right", 1.7) for day in ("2026-10-01", "2026-11-01")]
    assert side_tests(judged_of(*left, *right)).verdict.tolist() == [PRACTICE, MORE_THAN_NOISE]


def test_the_better_try_of_each_side_counts() -> None:
    one = side_tests(
        judged_of(
            ("hop", "2026-11-01", "left", 1.4),
            ("hop", "2026-11-01", "left", 1.5),
            ("hop", "2026-11-01", "right", 1.6),
            ("hop", "2026-11-01", "right", 1.3),
        )
    ).iloc[0]
    assert (one.left, one.right) == (1.5, 1.6)


def test_sides_are_compared_on_the_same_day_only() -> None:
    found = side_tests(
        judged_of(("hop", "2026-11-01", "left", 1.5), ("hop", "2026-11-02", "right", 1.6))
    )
    assert found.empty
    assert side_tests(JudgedTests.empty()).empty


def test_the_runners_own_error_draws_the_lines_once_it_is_known() -> None:
    values = [
        ("hop", f"2026-{month:02}-{day:02}", side, 1.5 + (0.01 if day == 8 else 0))
        for month in range(1, 7)
        for day in (1, 8)
        for side in ("left", "right")
    ]
    last = side_tests(judged_of(*values)).iloc[-1]
    assert last.line_1 < lines("hop")[0]
