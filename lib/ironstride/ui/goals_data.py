"""The goals of the log and where each of them stands."""

from pandera.typing.pandas import DataFrame

from ironstride.frames.goals import GoalProgress, Goals
from ironstride.metrics.goals import Log, progress
from ironstride.store import fitness_tests
from ironstride.store.goals import goals
from ironstride.ui import cache
from ironstride.ui.page import Here


@cache.once
def found(here: Here) -> DataFrame[Goals]:
    """Return every goal that has a target."""
    return goals(here.log)


@cache.once
def standing(here: Here) -> DataFrame[GoalProgress]:
    """Return where each goal stands and the range that the log makes likely."""
    log, settings = here.log, here.settings
    read = Log(
        cache.runs(log), cache.sessions(log), cache.lift_sets(log), cache.exercise_muscles(log)
    )
    return progress(
        found(here),
        read,
        fitness_tests(log),
        today=here.today,
        week_start=settings.week_start,
        formula=settings.e1rm_formula,
        hard_rir=settings.hard_rir,
        units=settings.units,
    )
