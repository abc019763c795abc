"""How long a log must be before an effect of a chosen size would be seen."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ironstride.standards.detection import Pace, Pattern, detection

__all__ = ["Pace", "Pattern", "Planned", "PowerNeeded", "found_share", "power_needed"]

Array = npt.NDArray[np.float64]

FIVE_YEARS_WEEKS = 260
ON_OFF_WEEKS = 12
MONTH_WEEKS = 4


@dataclass(frozen=True)
class Planned:
    """A plan begun today: weeks in all, blocks of 12 weeks on and off in turn, and fixed tests."""

    weeks: int
    blocks: int
    tests: int


@dataclass(frozen=True)
class PowerNeeded:
    """What it takes until an effect [% speed per 1 % strength] would be seen as often as wanted.

    `found_now` is the share of logs as long as this one in which it is. `more_weeks` of going on
    as now (0: enough already), or a plan begun today with a fixed test `monthly` or `weekly`, the
    log so far not counted; None: not within five years.
    """

    effect: float
    found_now: float
    more_weeks: int | None
    monthly: Planned | None
    weekly: Planned | None


def power_needed(
    effect: float,
    *,
    weeks_so_far: int,
    pattern: Pattern = "wandering",
    pace: Pace = "weekly heart rate",
    wanted: float = 0.8,
) -> PowerNeeded:
    """Return what it takes until `wanted` [share] of such logs show an effect.

    `effect` in % speed per 1 % strength: 0.3 is 3 % from 10 %, the optimistic end of trials,
    0.15 what Støren 2008 found (doi 10.1249/MSS.0b013e318168da2f). Counted in made-up logs
    (`found_share`); eight in ten is the usual demand (Cohen 1992, doi 10.1037/0033-2909.112.1.155).
    Limits: `pattern` and `pace` describe the whole log, with no gaps and no other change of
    training; a real log takes longer.

    Raises:
        ValueError: an effect or a number of weeks that makes no sense, or a share outside (0, 1).

    >>> needed = power_needed(0.3, weeks_so_far=104, pattern="on/off")
    >>> needed.found_now, needed.more_weeks
    (0.2905, 152)
    >>> needed.weekly
    Planned(weeks=124, blocks=11, tests=124)
    """
    if effect <= 0 or weeks_so_far < 0 or not 0 < wanted < 1:
        raise ValueError(
            f"nothing to look for: effect {effect}, {weeks_so_far} weeks, share {wanted}"
        )
    enough = _weeks_until(effect, wanted, pattern, pace)
    monthly = _weeks_until(effect, wanted, "on/off", "monthly test")
    weekly = _weeks_until(effect, wanted, "on/off", "weekly test")
    return PowerNeeded(
        effect,
        found_share(effect, weeks_so_far, pattern=pattern, pace=pace),
        None if enough is None else max(0, enough - weeks_so_far),
        None if monthly is None else _planned(monthly, MONTH_WEEKS),
        None if weekly is None else _planned(weekly, 1),
    )


def found_share(
    effect: float,
    weeks: float,
    *,
    pattern: Pattern = "on/off",
    pace: Pace = "weekly heart rate",
) -> float:
    """Return the share of logs [0 to 1] in which `block_association` found an effect put in.

    As the page asks (volume and week number as covariates, error of strength known), a link or a
    hint in the true direction, in 4 000 made-up logs a cell (`standards/ORIGIN.md` says how);
    straight lines between the cells. Nothing is found below 52 weeks; above 260 weeks, or 0.5 %
    per 1 %, the last cell holds.

    >>> found_share(0.3, 104), found_share(0.3, 51)
    (0.2905, 0.0)
    """
    lengths, shares = _by_length(effect, pattern, pace)
    return 0.0 if weeks < lengths[0] else float(np.interp(weeks, lengths, shares))


def _by_length(effect: float, pattern: Pattern, pace: Pace) -> tuple[Array, Array]:
    """Return the lengths that were simulated [weeks] and the share found at each."""
    table = detection(pattern, pace)
    counts = [np.interp(effect, table.effects, column) for column in zip(*table.found, strict=True)]
    return np.array(table.weeks, dtype=np.float64), np.array(counts) / table.logs


def _weeks_until(effect: float, wanted: float, pattern: Pattern, pace: Pace) -> int | None:
    lengths, shares = _by_length(effect, pattern, pace)
    weeks = np.arange(lengths[0], FIVE_YEARS_WEEKS + 1)
    enough = np.flatnonzero(np.interp(weeks, lengths, shares) >= wanted)
    return int(weeks[enough[0]]) if len(enough) else None


def _planned(weeks: int, test_every: int) -> Planned:
    return Planned(weeks, math.ceil(weeks / ON_OFF_WEEKS), math.ceil(weeks / test_every))
