"""What the days after heavy leg work show, in words."""

from ironstride.metrics.acute import AcuteCost, Behind
from ironstride.metrics.group_means import MIN_RUNS, MIN_WEEKS, Difference
from ironstride.metrics.heavy_legs import MIN_SETS
from ironstride.metrics.runs_after import AFTER_LIFTING, BEFORE_LIFTING, LIFTED_FIRST, RAN_FIRST
from ironstride.units import count, number

NO_HEAVY = (
    f"Cannot tell yet: no lift session holds {MIN_SETS} hard sets for the legs at 80 % of your "
    "estimated maximum or more, or of at most 8 repetitions to failure. Note reps in reserve, or "
    "lift as usual for some weeks, so that your maximum can be estimated."
)
CHOSEN = (
    "You choose which run follows which lift session: an easy run the day after, a long one on "
    "rested legs. Time of day, sleep and the day before are not taken out either, so a difference "
    "here need not come from the lifting."
)
LONG_AGO = {
    "over 72 h": "those more than 72 hours (up to 7 days) after it",
    "48 to 72 h": "those 48 to 72 hours after it",
    "24 to 48 h": "those 24 to 48 hours after it, when it may still be felt",
}
NEITHER = "neither heart rate nor RPE, and pace says nothing without the effort"


def cost(found: AcuteCost) -> str:
    """Return what the first day after heavy leg work costs, or what it takes to tell."""
    told = found.cost
    if told is None:
        return f"Cannot tell yet. {_missing(found)}"
    sentence = (
        "in the first 24 hours after heavy leg work your steady runs were {} "
        f"{LONG_AGO[told.against]}"
    )
    return f"{_compared(told, sentence)} {effort(found.behind)}"


def same_day(found: AcuteCost) -> str:
    """Return how runs before and after lifting on one day differ."""
    if found.same_day is None:
        return _too_few(found, "On one day", BEFORE_LIFTING, AFTER_LIFTING)
    return _compared(found.same_day, "on days with both, runs after lifting were {} runs before it")


def next_day(found: AcuteCost) -> str:
    """Return how the day after differs by which of the two came first."""
    if found.next_day is None:
        return _too_few(found, "On the day after", RAN_FIRST, LIFTED_FIRST)
    return _compared(
        found.next_day,
        "the day after lifting first, runs were {} the day after running first",
    )


def effort(behind: Behind) -> str:
    """Return by which measure of effort the runs are compared."""
    if not behind.runs_by_rpe:
        return f"All {number(behind.runs_by_heart_rate)} runs are compared at the same heart rate."
    if not behind.runs_by_heart_rate:
        return f"All {number(behind.runs_by_rpe)} runs are compared at the same RPE."
    return (
        f"All {number(rated(behind))} runs are compared at the same effort: "
        f"{number(behind.runs_by_heart_rate)} by heart rate and {number(behind.runs_by_rpe)}, "
        "which have none, by RPE."
    )


def rated(behind: Behind) -> int:
    """Return how many runs after heavy leg work can be compared at the same effort."""
    return behind.runs_by_heart_rate + behind.runs_by_rpe


def left_out(behind: Behind) -> str:
    """Return how much heavy leg work there is, and what is left out and why."""
    sessions = count(behind.heavy_sessions, "session")
    told = [f"{sessions} of heavy leg work, each with {MIN_SETS} heavy sets for the legs or more."]
    if behind.runs_without_effort and rated(behind):
        runs = count(behind.runs_without_effort, "run")
        told.append(f"{runs} in the week after them left out: {NEITHER}.")
    if behind.runs_without_time:
        told.append(
            f"{count(behind.runs_without_time, 'run')} left out, whose own time of day is not "
            "known, or that of the heavy leg work before "
            f"({behind.sessions_without_time} of the {behind.heavy_sessions} have none)."
        )
    if behind.sessions_without_length:
        told.append(
            f"{count(behind.sessions_without_length, 'lift session')} without a length taken as "
            "one hour long."
        )
    return " ".join(told)


def _compared(told: Difference, sentence: str) -> str:
    said = sentence.format(_apart(told.pct))
    numbers = (
        f" (95 % interval {_interval(told.low_pct, told.high_pct)}; "
        f"{number(told.runs)} against {count(told.against_runs, 'run')})."
    )
    if told.is_clear:
        return said[0].upper() + said[1:] + numbers
    return (
        f"No clear difference: {said}{numbers} With this many runs, a difference below "
        f"{told.findable_pct:.1f} % would often be missed."
    )


def _missing(found: AcuteCost) -> str:
    behind = found.behind
    if not rated(behind) and behind.runs_without_effort:
        runs = count(behind.runs_without_effort, "run")
        return (
            f"In the week after heavy leg work what the log has is {runs} with {NEITHER}. From now "
            "on, note the RPE of your runs, or bring them in with heart rate."
        )
    first, *later = found.bins.runs
    return (
        f"This takes {_enough()} in the 24 hours after heavy leg work, and as many 24 to 48, 48 to "
        "72 or more than 72 hours after it, side by side in the same four weeks. So far: "
        f"{first} in the first 24 hours, {later[0]} from 24 to 48, {later[1]} from 48 to 72 and "
        f"{later[2]} after more than 72."
    )


def _too_few(found: AcuteCost, when: str, *groups: str) -> str:
    runs = dict(zip(found.order.group, found.order.runs, strict=True))
    return (
        f"{when}: cannot tell yet, this takes {_enough()} of either order; so far "
        f"{runs[groups[0]]} with the run first and {runs[groups[1]]} with the lifting first."
    )


def _enough() -> str:
    return f"{MIN_RUNS} steady runs in {MIN_WEEKS} different weeks"


def _apart(pct: float) -> str:
    size = f"{abs(pct):.1f}"
    return "as fast as" if size == "0.0" else f"{size} % {_way(pct)} than"


def _way(pct: float) -> str:
    return "faster" if pct > 0 else "slower"


def _interval(low: float, high: float) -> str:
    if _way(low) == _way(high):
        near, far = sorted((abs(low), abs(high)))
        return f"{near:.1f} to {far:.1f} % {_way(low)}"
    return f"{abs(low):.1f} % slower to {high:.1f} % faster"
