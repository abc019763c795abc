"""Hand-made logs for the rules: Monday 16 November 2026 begins the week that is looked at."""

from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
from pandera.typing.pandas import DataFrame

from ironstride.frames import ExerciseMuscles, FitnessTests, History
from ironstride.frames.guidance import RuleWeeks
from ironstride.metrics.guidance import Training, weeks_of_rules
from ironstride.standards.guidance_choices import Guidance, School
from tests.metrics.running_tables import Row, lift_sets_of, runs_of, sessions_of

MONDAY = date(2026, 11, 16)
NEXT_MONDAY = date(2026, 11, 23)
MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
EVERYTHING = Guidance()
MUSCLES = {
    "Back squat": {"quads": 1.0, "glutes": 0.5},
    "Romanian deadlift": {"hamstrings": 1.0, "glutes": 1.0},
    "Barbell row": {"back": 1.0},
    "Calf raise": {"calves": 1.0},
    "Plank": {"core": 1.0},
    "Side plank": {"core": 1.0},
    "Box jump": {"quads": 1.0},
    "Wall sit": {"quads": 1.0},
    "Bar hang": {"upper": 1.0, "core": 0.5},
}
ALL_SIX = ("Back squat", "Romanian deadlift", "Barbell row", "Calf raise", "Plank")


def at(day: int, hour: float) -> datetime:
    return datetime(2026, 11, 16) + timedelta(days=day, hours=hour)


def a_run(day: int, hour: float = 7, **known: Any) -> Row:
    """An easy 10 km run in 50 minutes."""
    usual = {"kind": "run", "sport": "run", "type": "easy", "distance_m": 10_000.0}
    return usual | {"started_at": at(day, hour), "duration_s": 3000.0} | known


def a_lift(day: int, hour: float = 18, *sets: Row, **known: Any) -> Row:
    """A lift session of 45 minutes, by default with one squat that weighs little."""
    usual = {"kind": "lift", "sport": "strength", "sets": sets or (a_set(),)}
    return usual | {"started_at": at(day, hour), "duration_s": 2700.0} | known


def a_set(exercise: str = "Back squat", **known: Any) -> Row:
    """A set of ten with five in reserve: neither hard nor heavy."""
    usual: Row = {"exercise": exercise, "reps": 10.0, "load_kg": 50.0, "rir": 5.0}
    return usual | {"lower_body": exercise not in ("Barbell row", "Plank", "Side plank")} | known


def a_hold(seconds: float | None, exercise: str = "Plank", **known: Any) -> Row:
    usual = {"kind": "timed", "hold_s": seconds, "reps": None, "rir": None, "load_kg": 0.0}
    return a_set(exercise, **usual | known)


# A log that has been kept for long, so that nothing is unknown for its youth.
LONG_AGO = (a_run(-200), a_lift(-200))


def training(*rows: Row, tests: tuple[date, ...] = ()) -> Training:
    done: list[Row] = [{"session_id": n} | row for n, row in enumerate(rows, start=1)]
    sets = [
        {"session_id": row["session_id"], "started_at": row["started_at"], "position": n} | one
        for row in done
        for n, one in enumerate(row.get("sets", ()))
    ]
    known = {"type": "", "time_known": True, "race": "", "title": "", "notes": "", "source": ""}
    history = pd.DataFrame(
        [known | row | {"sets": len(row.get("sets", ()))} for row in done],
        columns=list(History.empty().columns) if not done else None,
    ).reindex(columns=History.empty().columns)
    shares = [(name, *one) for name, muscles in MUSCLES.items() for one in muscles.items()]
    bare = [{k: v for k, v in row.items() if k != "sets"} for row in done]
    return Training(
        sessions=sessions_of(*bare),
        recent=History.validate(history),
        runs=runs_of(*(row for row in bare if row["kind"] == "run")),
        sets=lift_sets_of(*sets),
        muscles=ExerciseMuscles.validate(
            pd.DataFrame(shares, columns=["exercise", "muscle", "share"])
        ),
        tests=_tests(tests),
    )


def rules(
    *rows: Row,
    guidance: Guidance = EVERYTHING,
    school: School = "hard days hard",
    today: date = NEXT_MONDAY,
    tests: tuple[date, ...] = (),
    count: int = 1,
) -> DataFrame[RuleWeeks]:
    return weeks_of_rules(
        training(*rows, tests=tests), guidance=guidance, school=school, today=today, count=count
    )


def told(rule: str, *rows: Row, week: date = MONDAY, **asked: Any) -> Any:
    """What a rule says of the week; by default the one that ended yesterday."""
    found = rules(*rows, **asked)
    (one,) = found[(found.rule == rule) & (found.week == pd.Timestamp(week))].itertuples()
    return one


def state(rule: str, *rows: Row, **asked: Any) -> str:
    """The state of a rule in the week, in a log that has been kept for long."""
    return str(told(rule, *LONG_AGO, *rows, **asked).state)


def _tests(days: tuple[date, ...]) -> DataFrame[FitnessTests]:
    known = {"protocol": "plank", "exercise": "", "side": "", "notes": "", "hold_s": 60.0}
    rows = [known | {"test_id": n, "day": pd.Timestamp(day)} for n, day in enumerate(days, 1)]
    table = pd.DataFrame(rows).reindex(columns=FitnessTests.empty().columns)
    return FitnessTests.validate(table) if rows else FitnessTests.empty()
