"""The numbers by which a person sees what a file holds."""

import json
from datetime import datetime

from ironstride.importers import Choices, Question, Reading, RowError, Sourced, read_file
from ironstride.jobs.inspect import Totals, summary, totals
from ironstride.records import Lift, LiftSet, Other, Run

EARLY, LATE = datetime(2026, 3, 1, 7, 0), datetime(2026, 3, 2, 18, 30, 5)
RUN = Run(started_at=LATE, distance_m=10_000, duration_s=3000)
BELT = Run(started_at=EARLY, sport="treadmill", duration_s=1800)
BLIP = Run(started_at=EARLY, distance_m=60, duration_s=8)
LIFT = Lift(
    started_at=EARLY,
    sets=(
        LiftSet(exercise="Squat", set_type="warmup", reps=5, load_kg=60),
        LiftSet(exercise="Squat", reps=5, load_kg=102.5),
        LiftSet(exercise="Plank", hold_s=60),
    ),
)
WALK = Other(started_at=EARLY, sport="walk")


def reading(*sessions: Run | Lift | Other) -> Reading:
    sourced = tuple(Sourced(str(at), at + 2, one) for at, one in enumerate(sessions))
    return Reading(
        "garmin-csv", sourced, (RowError(9, "why"),), {"rest": 2}, (Question("zone", "so"),)
    )


def test_a_summary_counts_and_sums_each_kind() -> None:
    assert summary(reading(RUN, BELT, LIFT, WALK), "a.csv") == {
        "file": "a.csv",
        "source": "garmin-csv",
        "runs": {
            "count": 2,
            "distance_m": 10_000.0,
            "duration_s": 4800.0,
            "first": "2026-03-01T07:00:00",
            "last": "2026-03-02T18:30:05",
        },
        "lifts": {
            "sessions": 1,
            "sets": 3,
            "reps": 10,
            "volume_kg": 812.5,
            "first": "2026-03-01T07:00:00",
            "last": "2026-03-01T07:00:00",
        },
        "other": {"count": 1},
        "rejected": [{"line": 9, "reason": "why"}],
        "ignored": {"rest": 2},
        "questions": [{"field": "zone", "why": "so"}],
    }


def test_an_empty_reading_has_no_first_and_no_last() -> None:
    empty = summary(Reading("hevy-csv"), "a.csv")
    assert empty["runs"] == {
        "count": 0, "distance_m": 0.0, "duration_s": 0.0, "first": None, "last": None,
    }  # fmt: skip
    assert empty["lifts"]["last"] is None
    assert totals([]) == Totals()


def test_a_summary_can_be_written_as_json() -> None:
    row = b"title,start_time,exercise_title,set_type,reps\nA,2026-01-01 07:00,Pull Up,normal,8\n"
    said = summary(read_file("a.csv", row, Choices()), "a.csv")
    assert json.loads(json.dumps(said)) == said


def test_totals_show_what_a_wrong_unit_would_change() -> None:
    assert totals([RUN, BELT, LIFT, WALK]) == Totals(
        runs=2,
        distance_m=10_000.0,
        fastest=(10_000, 3000),
        longest_m=10_000,
        lifts=1,
        sets=3,
        heaviest_kg=102.5,
        heaviest_exercise="Squat",
        other=1,
        first="2026-03-01T07:00:00",
        last="2026-03-02T18:30:05",
    )


def test_a_blip_is_the_fastest_run_only_when_there_is_no_other() -> None:
    assert totals([RUN, BLIP]).fastest == (10_000, 3000)
    assert totals([BLIP]).fastest == (60, 8)


def test_body_weight_alone_has_no_heaviest_set() -> None:
    bare = Lift(started_at=EARLY, sets=(LiftSet(exercise="Pull Up", reps=5),))
    assert totals([bare]).heaviest_kg is None
