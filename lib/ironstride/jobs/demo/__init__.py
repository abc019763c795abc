"""The demo log: a seeded runner who does not exist, with a known effect of strength on speed."""

from datetime import date
from itertools import chain

from ironstride.jobs.demo.athlete import build_athlete
from ironstride.jobs.demo.calendar import plan_weeks
from ironstride.jobs.demo.chance import chance
from ironstride.jobs.demo.lifts import week_lifts
from ironstride.jobs.demo.others import week_others
from ironstride.jobs.demo.runs import week_runs
from ironstride.records import Session

__all__ = ["DEMO_SEED", "demo_sessions"]

# Chosen, not drawn: see `demo_sessions`.
DEMO_SEED = 16


def demo_sessions(
    *, today: date, years: int = 3, effect: float = 0.30, seed: int = DEMO_SEED
) -> tuple[Session, ...]:
    """Return a made-up log of runs, lifts and other sports up to `today`, oldest first.

    `effect` is the planted link: % more speed at the same heart rate, four weeks later, for each
    1 % of strength; 0.30 is the optimistic end of what trials show. With
    `effect=0.0` and the same seed the calendar, the distances, the heart rates and every set
    stay the same and only the running times change. The process is described
    in `athlete`. In about half of the logs of three years the link drowns in the noise; the
    default seed was chosen among those that show it, because the demo is there to teach how the
    comparison is read. It is no evidence that lifting helps.

    Raises:
        ValueError: fewer than one year was asked for.
    """
    weeks = plan_weeks(today, years, seed)
    athlete = build_athlete(weeks, effect, seed)
    made = chain.from_iterable(
        (
            *week_runs(week, athlete, chance(seed, "runs", week.index)),
            *week_lifts(week, athlete, chance(seed, "lifts", week.index)),
            *week_others(week, chance(seed, "others", week.index)),
        )
        for week in weeks
        if week.life != "ill"
    )
    past = (session for session in made if session.started_at.date() <= today)
    return tuple(sorted(past, key=lambda session: session.started_at))
