import math

import pytest

from ironstride.frames import Sessions
from ironstride.frames.running import SessionLoad
from ironstride.metrics.load import session_load
from tests.metrics.running_tables import sessions_of


@pytest.mark.parametrize(
    ("rpe", "minutes", "load"),
    [(7, 60, 420), (9, 75, 675), (3, 30, 90), (7, 75, 525), (4, 45, 180)],
)
def test_load_is_rating_times_minutes(rpe: float, minutes: float, load: float) -> None:
    sessions = sessions_of({"started_at": "2026-11-17", "rpe": rpe, "duration_s": minutes * 60.0})
    assert session_load(sessions).session_load.tolist() == [load]


def test_runs_and_lifts_are_rated_on_the_same_scale() -> None:
    hour = {"started_at": "2026-11-17", "rpe": 6.0, "duration_s": 3_600.0}
    sessions = sessions_of(hour, hour | {"kind": "lift", "sport": "strength"})
    assert session_load(sessions).session_load.tolist() == [360, 360]


def test_a_missing_rating_or_time_is_never_guessed() -> None:
    sessions = sessions_of(
        {"started_at": "2026-11-17", "rpe": 5.0},
        {"started_at": "2026-11-17", "duration_s": 3_600.0},
    )
    assert all(math.isnan(load) for load in session_load(sessions).session_load)


def test_a_rating_of_nothing_at_all_is_a_load_of_zero() -> None:
    sessions = sessions_of({"started_at": "2026-11-17", "rpe": 0.0, "duration_s": 3_600.0})
    assert session_load(sessions).session_load.tolist() == [0]


def test_no_sessions_give_no_loads() -> None:
    assert session_load(Sessions.empty()).dtypes.equals(SessionLoad.empty().dtypes)
