"""What the rules say of the log, read once for each state of it."""

from pandera.typing.pandas import DataFrame

from ironstride import store
from ironstride.frames.guidance import RuleWeeks
from ironstride.metrics.guidance import Training, school_by_run_days, training_since
from ironstride.standards.guidance_choices import School
from ironstride.store import Log, Wanted, history
from ironstride.ui import cache
from ironstride.ui.page import Here

WEEKS = 12


def school(here: Here) -> School:
    """Return the school that the runner chose, or the one that fits the run days a week."""
    return here.settings.school or _school_by_run_days(here)


@cache.once
def _school_by_run_days(here: Here) -> School:
    return school_by_run_days(
        cache.runs(here.log), today=here.today, week_start=here.settings.week_start
    )


def training(here: Here, log: Log, weeks: int = WEEKS) -> Training:
    """Return what the rules read, of as many finished weeks and the unfinished one."""
    first = training_since(here.today, here.settings.week_start, weeks)
    return Training(
        sessions=cache.sessions(log),
        recent=history(log, Wanted(first=first)),
        runs=cache.runs(log),
        sets=cache.lift_sets(log),
        muscles=cache.exercise_muscles(log),
        tests=store.fitness_tests(log),
    )


def results(here: Here) -> DataFrame[RuleWeeks]:
    """Return what each chosen rule says of the last twelve weeks and of the unfinished one."""
    return cache.rule_weeks(
        here.log, here.settings, school(here), here.today, lambda log: training(here, log)
    )
