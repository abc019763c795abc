"""What follows heavy legs: NEXT-DAY."""

from collections.abc import Mapping
from datetime import timedelta

from ironstride.metrics.rules.outcome import Outcome, broken, met, nothing, unknown
from ironstride.metrics.rules.week import Done, Week
from ironstride.standards.guidance_choices import Guidance
from ironstride.units import count

DAY = timedelta(days=1)
WITHIN = timedelta(hours=24)


def no_hard_run(week: Week, _: Guidance) -> Outcome:
    """Tell whether a hard run of the week began within 24 hours of heavy legs (NEXT-DAY).

    The legs may lie on the day before the week. Counted from the end of the lift, or from its
    start where its duration is not known. Without a time of day the next day may lie within.
    """
    lifts = [one for one in week.sessions if one.kind == "lift" and one.legs is not False]
    pairs = [(lift, run) for lift in lifts for run in week.runs if run.hard is not False]
    told = {pair: _follows(*pair) for pair in pairs}
    close = {pair: within for pair, within in told.items() if within is not False}
    certain = [
        (lift, run) for (lift, run), sure in close.items() if sure and lift.legs and run.hard
    ]
    if certain:
        return _too_soon(certain)
    if close:
        return _not_known(close)
    if not lifts:
        return nothing(week, "session with heavy leg sets")
    return met(
        f"No hard run within 24 hours of {count(len(lifts), 'session')} with heavy legs.", lifts
    )


def _too_soon(pairs: list[tuple[Done, Done]]) -> Outcome:
    gaps = {run: _gap(lift, run) for lift, run in pairs}
    said = ", ".join(f"{run.day:%A} after {gap:.0f} hours" for run, gap in gaps.items())
    return broken(f"A hard run within 24 hours of heavy legs: {said}.", _both(pairs))


def _not_known(close: Mapping[tuple[Done, Done], bool | None]) -> Outcome:
    missing = []
    for (lift, run), sure in close.items():
        if lift.legs is None:
            what = "reps in reserve" if lift.sets else "the sets"
            missing.append(f"{what} of the lift session on {lift.day:%A}")
        if run.hard is None:
            missing.append(f"the type or RPE of the run on {run.day:%A}")
        if sure is None:
            missing.append(f"the time of day of lift and run around {run.day:%A}")
    said = "Whether a hard run followed heavy legs within 24 hours is not known."
    return unknown(said, " and ".join(dict.fromkeys(missing)), _both(list(close)))


def _both(pairs: list[tuple[Done, Done]]) -> list[Done]:
    return [one for pair in pairs for one in pair]


def _follows(lift: Done, run: Done) -> bool | None:
    """Tell whether a run begins within 24 hours after a lift; None where times are missing."""
    if lift.start is None or run.start is None:
        return None if timedelta(0) <= run.day - lift.day <= DAY else False
    return lift.start <= run.start <= (lift.end or lift.start) + WITHIN


def _gap(lift: Done, run: Done) -> float:
    """Return the hours from the end of a lift to the start of a run, both known."""
    ended, begun = lift.end or lift.start, run.start
    return max(0.0, (begun - ended) / timedelta(hours=1)) if begun and ended else 0.0
