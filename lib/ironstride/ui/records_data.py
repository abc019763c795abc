"""What the parts of the page Records share: all-out efforts, rated, and the recent ones."""

from pandera.typing.pandas import DataFrame

from ironstride.frames.prediction import AllOut, RatedEfforts
from ironstride.metrics import prediction
from ironstride.store import fitness_tests
from ironstride.ui import cache
from ironstride.ui.page import Here


@cache.once
def efforts(here: Here) -> DataFrame[AllOut]:
    """Return the races and time trials of the log."""
    return prediction.all_out(cache.runs(here.log), fitness_tests(here.log))


@cache.once
def rated(here: Here) -> DataFrame[RatedEfforts]:
    """Return them with race fitness, and with age grades where age and sex are known."""
    settings = here.settings
    return prediction.rated_efforts(efforts(here), birth_year=settings.birth_year, sex=settings.sex)


@cache.once
def recent(here: Here, weeks: int) -> list[tuple[float, float]]:
    """Return the best of each distance in the last weeks as (distance [m], time [s])."""
    return prediction.recent_efforts(efforts(here), today=here.today, weeks=weeks)
