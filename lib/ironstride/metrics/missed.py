"""How often a real benefit would go unseen, from made-up logs that hold one."""

from ironstride.metrics.power import Pace, Pattern, found_share

SHORTEST_WEEKS = 52
OPTIMISTIC = 0.3


def missed_in_ten(
    weeks: float,
    pace: Pace = "weekly heart rate",
    *,
    effect: float = OPTIMISTIC,
    pattern: Pattern = "on/off",
) -> int:
    """Return how many times in 10 a benefit would be missed: 3 % speed from 10 % strength.

    From `found_share`, held level below 52 weeks. That benefit is the optimistic end of what
    trials report (about 1.5 % from 10 %: Støren 2008, doi 10.1249/MSS.0b013e318168da2f), in the
    easiest pattern to see; a smaller `effect`, or strength that only wanders, is missed more
    often. Never below 1: even the best row misses some.

    >>> [missed_in_ten(weeks) for weeks in (52, 104, 156, 260)]
    [9, 7, 5, 2]
    """
    length = max(weeks, SHORTEST_WEEKS)
    found = found_share(effect, length, pattern=pattern, pace=pace)
    return max(1, int(10 * (1 - found) + 0.5))
