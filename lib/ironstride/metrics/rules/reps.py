"""How many repetitions a set has, and how heavy the legs are: REPS-START and REPS-HEAVY."""

from ironstride.metrics.rules.outcome import (
    Outcome,
    broken,
    lacking,
    met,
    nothing,
    unknown,
    without_sets,
)
from ironstride.metrics.rules.week import Week
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count

START_REPS = 12, 15
HEAVY_SETS = 2


def starter(week: Week, _: Guidance) -> Outcome:
    """Tell whether the median working set has 12 to 15 repetitions (REPS-START).

    Sets of all exercises but holds and jumps; a left and a right set are one each.
    """
    counted = week.sets[(week.sets.reps > 0) & (week.sets.kind != "plyometric")]
    if counted.empty:
        return without_sets(week) or nothing(week, "working set with repetitions")
    low, high = START_REPS
    middle = counted.reps.median()
    behind = week.with_ids(counted.session_id)
    said = (
        f"The median of {count(len(counted), 'working set')} has {middle:g} repetitions; "
        f"the rule asks for {low} to {high}."
    )
    if low <= middle <= high:
        return met(said, behind)
    return broken(said, behind) if week.complete else lacking(week, None, said, behind)


def heavy(week: Week, _: Guidance) -> Outcome:
    """Tell whether 2 leg sets were at 6 repetitions to failure or fewer, or 80 % (REPS-HEAVY).

    A left and a right set are one. Where the reserve is not noted the share of the maximum tells;
    where neither is known (no weight), a set of few repetitions may have been heavy.
    """
    done = float(week.sets.weight[week.sets.heavy_enough].sum())
    unsaid = float(week.sets.weight[week.sets.maybe_heavy].sum())
    behind = week.with_ids(week.sets.session_id[week.sets.heavy_enough])
    said = f"{_sets(done, 'heavy leg set')}; the rule asks for {HEAVY_SETS} or more."
    if done >= HEAVY_SETS:
        return met(said, behind)
    if not week.complete:
        return lacking(week, None, said, behind)
    if done + unsaid >= HEAVY_SETS:
        legs = _sets(unsaid, "leg set")
        maybe = week.with_ids(week.sets.session_id[week.sets.maybe_heavy])
        return unknown(f"{said} {legs} may have been.", f"reps in reserve of {legs}", maybe)
    return without_sets(week) or lacking(week, week.lifts_since, said, behind)


def _sets(done: float, noun: str) -> str:
    return f"{done:g} {noun}{'' if done == 1 else 's'}"
