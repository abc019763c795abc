"""Records for tests: small, plain and valid; each test changes what it is about."""

from datetime import date, datetime, timedelta
from typing import Any

from ironstride.records import Lift, LiftSet, Other, Run, Trial

MORNING = datetime(2026, 11, 16, 7, 30)


def run(days: int = 0, **changes: Any) -> Run:
    known: dict[str, Any] = {
        "started_at": MORNING + timedelta(days=days),
        "distance_m": 10_000.0,
        "duration_s": 3000.0,
        "type": "easy",
    }
    return Run(**known | changes)


def squat(**changes: Any) -> LiftSet:
    known: dict[str, Any] = {"exercise": "Back squat", "reps": 5, "load_kg": 100.0}
    return LiftSet(**known | changes)


def lift(days: int = 0, **changes: Any) -> Lift:
    known: dict[str, Any] = {
        "started_at": MORNING + timedelta(days=days, hours=10),
        "duration_s": 2700.0,
        "sets": (squat(set_type="warmup", load_kg=60.0), squat(rir=2.0)),
    }
    return Lift(**known | changes)


def ride(days: int = 0, **changes: Any) -> Other:
    known: dict[str, Any] = {"started_at": MORNING + timedelta(days=days, hours=5), "sport": "ride"}
    return Other(**known | {"duration_s": 3600.0} | changes)


def trial(**changes: Any) -> Trial:
    known: dict[str, Any] = {
        "begins_on": date(2026, 1, 5),
        "cycles": 3,
        "shortest_weeks": 8,
        "longest_weeks": 12,
        "lifts_first": (True, False, False),
        "block_weeks": (8, 12, 10, 10, 12, 8),
        "outcome": "time_trial",
        "drawn_on": date(2026, 1, 1),
    }
    return Trial(**known | changes)
