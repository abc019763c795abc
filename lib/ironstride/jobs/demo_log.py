"""Writing the demo log: a made-up athlete in a file of its own."""

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from ironstride.jobs.demo import DEMO_SEED, demo_sessions
from ironstride.jobs.demo.ahead import demo_goals, demo_plan
from ironstride.jobs.demo.check_ins import demo_check_ins
from ironstride.jobs.demo.fitness_tests import demo_fitness_tests
from ironstride.jobs.demo.training_blocks import demo_training_blocks
from ironstride.records import PlannedSession
from ironstride.settings import Settings
from ironstride.store import (
    Log,
    NewFile,
    NewSession,
    add_batch,
    add_fitness_tests,
    add_training_blocks,
    batches,
    open_log,
    save_check_ins,
    save_settings,
)
from ironstride.store.goals import add_goal
from ironstride.store.plan import add_planned, mark_done, sessions_for

DEMO = "demo"


def is_demo(log: Log) -> bool:
    """Tell whether a log is the made-up athlete's."""
    return any(file.source == DEMO for batch in batches(log) for file in batch.files)


def write_demo_log(
    path: Path, *, today: date, years: int = 3, effect: float = 0.30, seed: int = DEMO_SEED
) -> int:
    """Write a new demo log and return its number of sessions.

    Raises:
        FileExistsError: there is a file already; the demo never touches a log.
    """
    if path.exists():
        raise FileExistsError(f"{path.name} is there already")
    made = demo_sessions(today=today, years=years, effect=effect, seed=seed)
    file = NewFile(
        name="a made-up runner",
        sha256="",
        source=DEMO,
        sessions=tuple(NewSession(key=str(number), session=one) for number, one in enumerate(made)),
    )
    with open_log(path) as log:
        add_batch(log, [file], datetime.combine(today, time()), lambda *_: None)
        save_check_ins(log, demo_check_ins(made, today=today, years=years, seed=seed))
        tests = demo_fitness_tests(made, today=today, years=years, effect=effect, seed=seed)
        add_fitness_tests(log, *tests)
        marked = demo_training_blocks(today=today, years=years, seed=seed)
        add_training_blocks(log, *marked)
        save_settings(log, Settings(max_hr_bpm=190, rest_hr_bpm=52))
        _plan(log, demo_plan(made, today=today, years=years, seed=seed))
        for goal in demo_goals(today):
            add_goal(log, goal)
    return len(made)


def _plan(log: Log, ahead: Iterable[PlannedSession]) -> None:
    """Keep the plan; what of it the log already holds is done."""
    for plan_id in add_planned(log, *ahead):
        for session_id in sessions_for(log, plan_id)[:1]:
            mark_done(log, plan_id, session_id)
