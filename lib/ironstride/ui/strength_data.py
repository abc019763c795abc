"""What the parts of the page Strength share: the best sets of each session and of each day."""

from pandera.typing.pandas import DataFrame

from ironstride.frames.strength import SessionBests
from ironstride.frames.strength_trends import DailyBests
from ironstride.metrics.strength import session_bests
from ironstride.metrics.strength_days import daily_bests
from ironstride.store import fitness_tests
from ironstride.ui import cache
from ironstride.ui.page import Here


@cache.once
def of_sessions(here: Here) -> DataFrame[SessionBests]:
    """Return the best set of each lift in each session."""
    return session_bests(cache.lift_sets(here.log), here.settings.e1rm_formula)


@cache.once
def of_days(here: Here) -> DataFrame[DailyBests]:
    """Return the best of each lift on each day, tested maxima first."""
    return daily_bests(of_sessions(here), fitness_tests(here.log), here.settings.e1rm_formula)


@cache.once
def of_lift(here: Here, name: str) -> DataFrame[DailyBests]:
    """Return the best of one lift on each day."""
    days = of_days(here)
    return DataFrame[DailyBests](days[days.exercise == name])


@cache.once
def most_often(here: Here) -> list[str]:
    """Return the lifts by how many days they were done, the most frequent first."""
    return list(of_days(here).exercise.value_counts().index)
