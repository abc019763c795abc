"""The demo runner's other sports: on the calendar and in the load, never counted as running."""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np

from ironstride.jobs.demo import words
from ironstride.jobs.demo.calendar import WeekPlan
from ironstride.jobs.demo.chance import moment, pick, rating
from ironstride.records import Other, Sport

MONDAY = 0
SUMMER = range(4, 10)
MINUTES: dict[Sport, float] = {"ride": 75, "yoga": 45, "walk": 60}
RPE: dict[Sport, float] = {"ride": 3.5, "yoga": 2, "walk": 1.5}


def week_others(week: WeekPlan, rng: np.random.Generator) -> Iterator[Other]:
    """Yield the other sports of a week: on a third of the Mondays, and when away."""
    does = rng.random() < 0.33
    sport = _sport(week, rng)
    if does or week.life == "away":
        minutes = round(MINUTES[sport] * float(rng.normal(1, 0.15)))
        day = week.monday + timedelta(days=MONDAY)
        yield Other(
            started_at=moment(rng, day, 17.5, 19),
            sport=sport,
            title=pick(rng, words.OTHER_TITLES[sport]),
            duration_s=60.0 * minutes,
            rpe=rating(rng, RPE[sport], missing=0.2),
        )


def _sport(week: WeekPlan, rng: np.random.Generator) -> Sport:
    if week.life == "away":
        return "walk"
    if rng.random() < 0.5:
        return "ride" if week.monday.month in SUMMER else "walk"
    return "yoga"
