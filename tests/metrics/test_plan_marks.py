"""What is planned beside what was done, and which muscle groups a week leaves without sets."""

from datetime import date
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import ExerciseMuscles, History
from ironstride.frames.plan import Planned, PlannedExercises
from ironstride.metrics.plan_groups import groups_without_sets
from ironstride.metrics.plan_marks import plan_marks
from ironstride.metrics.taper import leg_days
from tests.metrics.running_tables import lift_sets_of

TODAY = date(2026, 11, 18)
MON, TUE, SUN = date(2026, 11, 16), date(2026, 11, 17), date(2026, 11, 22)
MUSCLES = ExerciseMuscles.validate(
    pd.DataFrame(
        [("Back squat", "quads", 1.0), ("Back squat", "glutes", 0.5), ("Plank", "core", 1.0)],
        columns=["exercise", "muscle", "share"],
    )
)


def planned(*rows: dict[str, Any]) -> DataFrame[Planned]:
    known: dict[str, Any] = {
        "day": MON, "order": 1, "kind": "run", "type": "easy", "legs": False, "distance_m": None,
        "duration_s": None, "status": "planned", "done_session_id": None, "title": "", "notes": "",
    }  # fmt: skip
    table = pd.DataFrame([{"plan_id": n} | known | row for n, row in enumerate(rows, start=1)])
    return (
        Planned.validate(table.assign(day=pd.to_datetime(table.day))) if rows else Planned.empty()
    )


def done(*rows: dict[str, Any]) -> DataFrame[History]:
    known: dict[str, Any] = {
        "kind": "run", "sport": "run", "type": "easy", "time_known": True, "race": "", "sets": 0,
        "title": "", "notes": "", "source": "",
    }  # fmt: skip
    table = pd.DataFrame([{"session_id": n} | known | row for n, row in enumerate(rows, start=1)])
    return History.validate(table.reindex(columns=History.empty().columns))


def states(
    planned: DataFrame[Planned], done: DataFrame[History]
) -> list[tuple[str, str, int, int]]:
    table = plan_marks(planned, done, today=TODAY)
    return list(zip(table.kind, table.state, table.plan_id, table.session_id, strict=True))


def test_what_was_done_on_a_day_stands_in_its_order_whatever_the_log_lists_first() -> None:
    morning, evening = pd.Timestamp("2026-11-17 07:00"), pd.Timestamp("2026-11-17 18:00")
    found = done({"kind": "lift", "started_at": evening}, {"started_at": morning})
    assert [kind for kind, *_ in states(planned(), found)] == ["run", "lift"]


def test_a_planned_session_is_over_planned_or_skipped() -> None:
    plan = planned(
        {}, {"day": TODAY}, {"day": MON, "status": "skipped", "kind": "lift", "order": 2}
    )
    assert states(plan, History.empty()) == [
        ("run", "not done", 1, 0),
        ("lift", "skipped", 3, 0),
        ("run", "planned", 2, 0),
    ]


def test_a_planned_session_that_was_done_is_its_session_and_others_stand_for_themselves() -> None:
    run = {"started_at": pd.Timestamp("2026-11-17 07:00")}
    plan = planned({"status": "done", "done_session_id": 2})
    ride = run | {"kind": "other", "sport": "ride"}
    assert states(plan, done(ride, run)) == [("other", "done", 0, 1), ("run", "done", 1, 2)]


def test_done_planned_and_skipped_sets_of_a_group() -> None:
    plan = planned(
        {"kind": "lift", "type": ""}, {"kind": "lift", "type": "", "status": "skipped", "day": TUE}
    )
    known = {"position": 0, "sets": 2, "own": True, "muscles": ""}
    exercises = PlannedExercises.validate(
        pd.DataFrame(
            [
                {"plan_id": 1, "day": pd.Timestamp(MON), "exercise": "Plank"} | known,
                {"plan_id": 2, "day": pd.Timestamp(TUE), "exercise": "Back squat"} | known,
            ]
        ).reindex(columns=PlannedExercises.empty().columns)
    )
    squat = {"started_at": pd.Timestamp("2026-11-16 18:00"), "reps": 5.0, "rir": 1.0}

    def short(sets: Any, least: int = 1) -> tuple[str, ...]:
        return groups_without_sets(
            sets, plan, exercises, MUSCLES, ["quads", "glutes", "core"], first=MON, last=SUN,
            least=least,
        )  # fmt: skip

    assert short(lift_sets_of()) == ("quads", "glutes")  # the skipped squats reach nothing
    assert short(lift_sets_of(squat)) == ("glutes",)  # which a squat does not reach directly
    assert short(lift_sets_of(squat, squat), least=3) == ("quads", "glutes", "core")
    assert short(lift_sets_of(squat, squat), least=2) == ("glutes",)
    before = squat | {"started_at": pd.Timestamp("2026-11-15 18:00")}
    assert short(lift_sets_of(before)) == ("quads", "glutes")


def test_leg_days_hold_two_hard_sets_of_the_lower_body() -> None:
    def sets(day: int, n: int, **known: Any) -> list[dict[str, Any]]:
        return [{"started_at": pd.Timestamp(2026, 11, day, 18), "reps": 5.0} | known] * n

    table = lift_sets_of(
        *sets(2, 2, rir=1.0),
        *sets(3, 1, rir=1.0),
        *sets(4, 2, rir=5.0),
        *sets(5, 2, rir=1.0, lower_body=False),
    )
    assert leg_days(table) == {date(2026, 11, 2)}
