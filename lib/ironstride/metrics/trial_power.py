"""How often a trial of one's own would see a benefit that is there: simulated before it begins."""

import numpy as np
import numpy.typing as npt

from ironstride.metrics.trial import LEVEL, SAME, differences
from ironstride.metrics.trial_calendar import Design, Drawn, could_be_drawn

Array = npt.NDArray[np.float64]

TRIALS = 400
MOST_CALENDARS = 600
SEED = 20_261_123
# The runner's own slow ups and downs: SD [%] and week-to-week memory.
DRIFT_SD, DRIFT_MEMORY = 1.0, 0.9
SETTLED_WEEKS = 4


def found_share(design: Design, benefit: float, error: float) -> float:
    """Return in which share [0..1] of simulated trials a lasting `benefit` [%] would be told.

    Each of 400 trials has a calendar drawn by `could_be_drawn`, a test error of `error` [%, one
    standard deviation], slow ups and downs of the runner of 1 % (memory 0.9 a week), and is
    faster by `benefit` from four weeks into lifting until four weeks after its end; none is
    missed. Of designs with more than 600 calendars 600 are compared. Fixed seed: the same question
    has the same answer. Real trials have missed tests and more going on, so it errs high; with a
    benefit of 0 it is the share of false alarms, at most 0.05 but for simulation error (0.01).

    >>> from datetime import date
    >>> design = Design(begins_on=date(2027, 1, 4), cycles=4)
    >>> found_share(design, 3.0, 1.0) > found_share(design, 3.0, 2.0) > 0.1
    True
    """
    rng = np.random.default_rng(SEED)
    calendars = _some(could_be_drawn(design), rng)
    drawn = rng.integers(len(calendars), size=TRIALS)
    at = design.test_weeks
    own = _drift(rng, design.weeks)[at] + error * rng.standard_normal((len(at), TRIALS))
    faster = np.array([_settled(one) for one in calendars])[drawn][:, at].T
    found = np.abs(differences(calendars, at, own + benefit * faster, design.wash_in_weeks))
    mine = found[drawn, np.arange(TRIALS)]
    p = (~(found < mine - SAME)).mean(axis=0)
    return float((p <= LEVEL).mean())


def _some(calendars: list[Drawn], rng: np.random.Generator) -> list[Drawn]:
    if len(calendars) <= MOST_CALENDARS:
        return calendars
    chosen = rng.choice(len(calendars), MOST_CALENDARS, replace=False)
    return [calendars[one] for one in chosen]


def _settled(calendar: Drawn) -> Array:
    """Return 1 in the weeks that a benefit of lifting lasts, else 0, shape (weeks,)."""
    lifting = calendar.lifting_weeks.astype(float)
    late = np.roll(lifting, SETTLED_WEEKS)
    late[:SETTLED_WEEKS] = 0
    return late


def _drift(rng: np.random.Generator, weeks: int) -> Array:
    """Return slow ups and downs [%], shape (weeks, trials)."""
    steps = rng.standard_normal((weeks, TRIALS)) * DRIFT_SD
    steps[1:] *= np.sqrt(1 - DRIFT_MEMORY**2)
    for week in range(1, weeks):
        steps[week] += DRIFT_MEMORY * steps[week - 1]
    return steps
