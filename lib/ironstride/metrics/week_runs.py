"""The runs that stand in a made week: those that break a rule are left out or made easy."""

from collections.abc import Mapping
from datetime import date

from ironstride.metrics.week_wishes import RACE, Wishes


def standing_runs(wishes: Wishes) -> tuple[dict[date, str], tuple[str, ...]]:
    """Return the runs by day that the week can keep, and a sentence for each that was changed.

    Nothing stands on a rest day or on one that is not free. A hard run on the first day, with leg
    work on the day before it, becomes an easy one; a race stays, and `broken_before` says so.

    >>> monday = date(2026, 11, 23)
    >>> standing_runs(Wishes(week=monday, runs={monday: "long"}, rest_days=frozenset({monday})))
    ({}, ('Monday is a rest day, so its long run is left out.',))
    """
    runs, changed = {}, []
    for day in (day for day in wishes.days if wishes.run_on(day)):
        if day in wishes.over:
            runs[day] = wishes.run_on(day)
            continue
        name = f"its {run_word(wishes.run_on(day))} is left out."
        if day in wishes.rest_days:
            changed.append(f"{day:%A} is a rest day, so {name}")
        elif not wishes.is_free(day):
            changed.append(f"{day:%A} is not free, so {name}")
        else:
            runs[day] = wishes.run_on(day)
    if _too_soon(wishes, runs) and runs[wishes.begins] != RACE:
        changed.append(
            f"{wishes.begins:%A} follows leg work of the day before, so its "
            f"{run_word(runs[wishes.begins])} becomes an easy run."
        )
        runs[wishes.begins] = "easy"
    return runs, tuple(changed)


def broken_before(wishes: Wishes) -> tuple[str, ...]:
    """Return the sentence on a race that follows leg work of the week before, where one does."""
    if _too_soon(wishes, wishes.runs):
        return (f"{wishes.begins:%A} is a race, and the day before held leg work: that is done.",)
    return ()


def run_word(run_type: str) -> str:
    """Return a run of a type in words.

    >>> run_word("intervals"), run_word("other")
    ('interval run', 'run')
    """
    words = {"intervals": "interval run", "hills": "hill run", "race": "race", "test": "test run"}
    return words.get(run_type, "run" if run_type in ("", "other") else f"{run_type} run")


def _too_soon(wishes: Wishes, runs: Mapping[date, str]) -> bool:
    return wishes.begins in runs and wishes.before.legs and wishes.is_hard_on(wishes.begins)
