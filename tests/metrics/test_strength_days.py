"""The best of each day and week, and what it is beside body mass."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandera.typing.pandas import DataFrame

from ironstride.frames import CheckIns, FitnessTests
from ironstride.frames.strength import SessionBests
from ironstride.frames.strength_trends import RelativeBests
from ironstride.metrics.body_mass import body_mass_on
from ironstride.metrics.relative_strength import relative_bests
from ironstride.metrics.strength import e1rm, session_bests
from ironstride.metrics.strength_days import daily_bests, weekly_bests
from tests.metrics.running_tables import lift_sets_of

MONDAY, TUESDAY = "2026-11-16", "2026-11-17"
TEST: dict[str, Any] = {
    "protocol": "rep_max",
    "exercise": "Back squat",
    "side": "",
    "distance_m": None,
    "duration_s": None,
    "avg_hr_bpm": None,
    "load_kg": 100.0,
    "reps": 3,
    "hold_s": None,
    "hop_m": None,
    "notes": "",
}


def maxima_of(*rows: dict[str, Any]) -> DataFrame[FitnessTests]:
    table = pd.DataFrame([TEST | {"test_id": n} | row for n, row in enumerate(rows, start=1)])
    return FitnessTests.validate(table) if rows else FitnessTests.empty()


def weighed(*pairs: tuple[str, float | None]) -> DataFrame[CheckIns]:
    table = pd.DataFrame(pairs, columns=["day", "body_mass_kg"])
    none = {"sleep_h": None, "pain": None, "pain_note": "", "sorest": None}
    return CheckIns.validate(table.assign(**none))


def trained(*rows: dict[str, Any]) -> DataFrame[SessionBests]:
    return session_bests(lift_sets_of(*rows))


def test_of_two_sessions_on_a_day_the_better_counts_and_names_its_set() -> None:
    daily = daily_bests(
        trained(
            {"session_id": 4, "started_at": f"{MONDAY} 07:00", "reps": 5, "position": 2},
            {"session_id": 9, "started_at": f"{MONDAY} 18:00", "reps": 6, "position": 1},
            {"session_id": 11, "started_at": f"{TUESDAY} 18:00", "reps": 4, "position": 0},
        ),
        maxima_of(),
    )
    columns = ["session_id", "position", "reps", "formula", "at_least", "source"]
    assert daily[columns].to_numpy().tolist() == [
        [9, 1, 6, "mean", True, "set"],
        [11, 0, 4, "mean", True, "set"],
    ]


def test_a_test_wins_its_day_over_a_higher_estimate() -> None:
    daily = daily_bests(
        trained({"started_at": f"{MONDAY} 18:00", "reps": 10, "load_kg": 100}),
        maxima_of({"day": MONDAY}),
    )
    assert daily.e1rm_kg.tolist() == [e1rm(100, 3)]
    assert daily[["source", "tested", "at_least"]].to_numpy().tolist() == [["test", True, False]]
    assert daily.session_id.isna().all()


def test_a_tested_single_wins_its_day_over_another_sessions_estimate() -> None:
    daily = daily_bests(
        trained(
            {"started_at": f"{MONDAY} 07:00", "reps": 1, "load_kg": 100, "set_type": "failure"},
            {"started_at": f"{MONDAY} 18:00", "reps": 8, "load_kg": 95},
        ),
        maxima_of(),
    )
    assert daily[["e1rm_kg", "tested", "at_least"]].to_numpy().tolist() == [[100, True, False]]


def test_a_test_alone_is_a_day_and_one_without_a_weight_is_none() -> None:
    tests = maxima_of({"day": MONDAY}, {"day": TUESDAY, "load_kg": 0.0})
    daily = daily_bests(SessionBests.empty(), tests)
    assert daily.day.tolist() == [pd.Timestamp(MONDAY)]


@pytest.mark.parametrize("protocol", ["plank", "calf_raises"])
def test_other_tests_are_no_strength_maxima(protocol: str) -> None:
    tests = maxima_of({"day": MONDAY, "protocol": protocol})
    assert daily_bests(SessionBests.empty(), tests).empty


def test_a_week_has_its_best_day_and_names_it() -> None:
    daily = daily_bests(
        trained(
            {"started_at": "2026-11-09 18:00", "reps": 5},
            {"started_at": "2026-11-15 18:00", "reps": 7},
            {"started_at": "2026-11-16 18:00", "reps": 6},
        ),
        maxima_of(),
    )
    weekly = weekly_bests(daily)
    assert weekly.week.dt.day.tolist() == [9, 16]
    assert weekly.day.dt.day.tolist() == [15, 16]
    sunday = weekly_bests(daily, "sunday")
    assert sunday.week.dt.day.tolist() == [8, 15]
    assert sunday.day.dt.day.tolist() == [9, 15]


def test_nothing_gives_nothing_with_the_right_columns() -> None:
    daily = daily_bests(SessionBests.empty(), FitnessTests.empty())
    assert daily.empty
    assert weekly_bests(daily).empty
    assert relative_bests(daily, CheckIns.empty()).empty


def test_body_mass_is_interpolated_and_forgotten_after_sixty_days() -> None:
    known = weighed(("2026-01-01", 70.0), ("2026-01-06", None), ("2026-01-11", 72.0))
    days = pd.Series(pd.to_datetime(["2025-11-02", "2025-11-01", "2026-01-06", "2026-03-13"]))
    assert body_mass_on(days, known).tolist() == pytest.approx(
        [70, np.nan, 71, np.nan], nan_ok=True
    )


def test_in_a_long_gap_between_weighings_body_mass_is_unknown_in_the_middle() -> None:
    known = weighed(("2025-01-01", 70.0), ("2026-01-01", 80.0))
    days = pd.Series(pd.to_datetime(["2025-02-01", "2025-07-01", "2025-12-01"]))
    assert body_mass_on(days, known).isna().tolist() == [False, True, False]


def test_an_evening_session_has_the_mass_of_its_day() -> None:
    moments = pd.Series(pd.to_datetime(["2026-01-06 23:30"]), index=[7])
    mass = body_mass_on(moments, weighed(("2026-01-01", 70.0), ("2026-01-11", 72.0)))
    assert (mass.index.tolist(), mass.tolist()) == ([7], [71.0])


def relative(*mass: tuple[str, float | None]) -> DataFrame[RelativeBests]:
    daily = daily_bests(
        trained({"started_at": f"{MONDAY} 18:00", "reps": 1, "load_kg": 140}), maxima_of()
    )
    return relative_bests(daily, weighed(*mass))


def test_140_kg_at_70_kg_is_twice_body_mass() -> None:
    found = relative((MONDAY, 70.0))
    assert found.per_kg.tolist() == [2.0]
    assert found.allometric.tolist() == pytest.approx([140 / 70**0.67])


def test_without_a_weighing_near_the_ratio_is_unknown() -> None:
    found = relative(("2026-01-01", 70.0))
    assert found[["body_mass_kg", "per_kg", "allometric"]].isna().all(axis=None)
    assert found.e1rm_kg.tolist() == [140.0]


def test_a_lighter_body_at_the_same_lift_is_stronger_for_its_mass() -> None:
    light, heavy = relative((MONDAY, 65.0)), relative((MONDAY, 70.0))
    assert light.per_kg.iloc[0] > heavy.per_kg.iloc[0]


def test_a_test_beyond_twelve_reps_has_no_value() -> None:
    assert daily_bests(SessionBests.empty(), maxima_of({"day": MONDAY, "reps": 20})).empty


def test_among_equal_days_of_a_week_the_first_counts() -> None:
    daily = daily_bests(
        trained(
            {"started_at": f"{MONDAY} 18:00", "reps": 5},
            {"started_at": f"{TUESDAY} 18:00", "reps": 5},
        ),
        maxima_of(),
    )
    assert weekly_bests(daily).day.tolist() == [pd.Timestamp(MONDAY)]


def test_among_equal_sessions_of_a_day_fewer_reps_count_and_then_the_first() -> None:
    daily = daily_bests(
        trained(
            {"session_id": 4, "started_at": f"{MONDAY} 07:00", "reps": 5, "rir": 0},
            {"session_id": 5, "started_at": f"{MONDAY} 12:00", "reps": 3, "rir": 2},
            {"session_id": 6, "started_at": f"{MONDAY} 18:00", "reps": 3, "rir": 2},
        ),
        maxima_of(),
    )
    assert daily[["session_id", "reps"]].to_numpy().tolist() == [[5, 3]]
