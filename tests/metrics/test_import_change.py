"""What an import changed: counted by hand on a small log."""

from datetime import date
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import ExerciseMuscles, LiftSets, Sessions
from ironstride.frames.bests import Efforts
from ironstride.metrics.import_change import import_change
from tests.metrics.running_tables import lift_sets_of, sessions_of

MUSCLES = ExerciseMuscles.validate(
    pd.DataFrame([("Back squat", "quads", 1.0)], columns=["exercise", "muscle", "share"])
)
SESSIONS = sessions_of(
    {"started_at": "2026-11-03 07:00"},
    {"started_at": "2026-11-05 07:00"},
    {"started_at": "2026-11-12 07:00"},
    {"started_at": "2026-11-18 18:00", "kind": "lift", "sport": "strength"},
)


def _efforts(*rows: tuple[int, str, float]) -> DataFrame[Efforts]:
    made = [
        {"started_at": pd.Timestamp(day), "distance_m": 5_000.0, "measured_m": 5_000.0,
         "duration_s": time, "source": "run", "source_id": n, "known": "whole run"}
        for n, day, time in rows
    ]  # fmt: skip
    return Efforts.validate(pd.DataFrame(made))


def _changed(
    *brought: int,
    efforts: DataFrame[Efforts] | None = None,
    sets: DataFrame[LiftSets] | None = None,
) -> Any:
    return import_change(
        frozenset(brought),
        sessions=SESSIONS,
        efforts=Efforts.empty() if efforts is None else efforts,
        lift_sets=LiftSets.empty() if sets is None else sets,
        muscles=MUSCLES,
    )


def test_a_week_is_filled_when_no_other_session_was_in_it() -> None:
    found = _changed(2, 3, 4)
    assert (found.sessions, found.weeks, found.weeks_filled) == (3, 3, 2)
    assert (found.first, found.last) == (date(2026, 11, 5), date(2026, 11, 18))


def test_only_a_best_that_stands_and_came_with_the_import_is_told() -> None:
    efforts = _efforts(
        (1, "2026-11-03", 1500.0), (2, "2026-11-05", 1480.0), (3, "2026-11-12", 1490.0)
    )
    assert _changed(2, 3, efforts=efforts).runs.source_id.tolist() == [2]
    assert _changed(3, efforts=efforts).runs.empty


def test_lifts_in_a_range_of_reps_and_unknown_exercises_are_told() -> None:
    day = {"started_at": "2026-11-18 18:00", "session_id": 4, "reps": 5.0}
    sets = lift_sets_of(
        {"started_at": "2026-11-03", "session_id": 1, "reps": 5.0, "load_kg": 90.0},
        day | {"load_kg": 80.0},
        day | {"load_kg": 20.0, "exercise": "Odd thing"},
    )
    found = _changed(4, sets=sets)
    assert found.lifts.exercise.tolist() == ["Odd thing"]
    assert found.unknown == ("Odd thing",)


def test_an_import_whose_sessions_are_all_gone_changed_nothing() -> None:
    assert _changed(99) is None
    assert (
        import_change(
            frozenset({1}),
            sessions=Sessions.empty(),
            efforts=Efforts.empty(),
            lift_sets=LiftSets.empty(),
            muscles=MUSCLES,
        )
        is None
    )
