"""What a file says, in numbers: for the command line, and for the page that asks to import it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from math import fsum
from typing import Any

from ironstride.importers import Reading
from ironstride.records import Lift, LiftSet, Run, Session

# A blip of a watch can be faster than any runner; a kilometre shows a wrong unit well enough.
SHORTEST_FOR_PACE_M = 1000


@dataclass(frozen=True)
class Totals:
    """Sums that let a person see a wrong unit: distances [m], times [s], weights [kg]."""

    runs: int = 0
    distance_m: float = 0.0
    fastest: tuple[float, float] | None = None
    longest_m: float | None = None
    lifts: int = 0
    sets: int = 0
    heaviest_kg: float | None = None
    heaviest_exercise: str | None = None
    other: int = 0
    first: str | None = None
    last: str | None = None


def totals(sessions: Iterable[Session]) -> Totals:
    """Return the totals of sessions; `fastest` is distance [m] and time [s] of the fastest run.

    Runs under 1 km count as fastest only when no run is longer; first and last are local starts.
    """
    every = list(sessions)
    runs = [one for one in every if isinstance(one, Run)]
    sets = _sets(every)
    heaviest = max(sets, key=lambda one: one.load_kg, default=None)
    first, last = _span(every)
    return Totals(
        runs=len(runs),
        distance_m=fsum(run.distance_m or 0 for run in runs),
        fastest=_fastest(runs),
        longest_m=max((run.distance_m for run in runs if run.distance_m), default=None),
        lifts=sum(isinstance(one, Lift) for one in every),
        sets=len(sets),
        heaviest_kg=heaviest.load_kg if heaviest and heaviest.load_kg else None,
        heaviest_exercise=heaviest.exercise if heaviest and heaviest.load_kg else None,
        other=sum(not isinstance(one, Run | Lift) for one in every),
        first=first,
        last=last,
    )


def summary(reading: Reading, file: str) -> dict[str, Any]:
    """Return what `inspect --json` prints: counts, sums [m, s, kg] and everything left open."""
    sessions = [one.session for one in reading.sessions]
    return {
        "file": file,
        "source": reading.source,
        "runs": _runs([one for one in sessions if isinstance(one, Run)]),
        "lifts": _lifts([one for one in sessions if isinstance(one, Lift)]),
        "other": {"count": sum(not isinstance(one, Run | Lift) for one in sessions)},
        "rejected": [asdict(error) for error in reading.rejected],
        "ignored": dict(reading.ignored),
        "questions": [asdict(question) for question in reading.questions],
    }


def _runs(runs: list[Run]) -> dict[str, Any]:
    first, last = _span(runs)
    return {
        "count": len(runs),
        "distance_m": round(fsum(run.distance_m or 0 for run in runs), 1),
        "duration_s": round(fsum(run.duration_s or 0 for run in runs), 1),
        "first": first,
        "last": last,
    }


def _lifts(lifts: list[Lift]) -> dict[str, Any]:
    first, last = _span(lifts)
    sets = _sets(lifts)
    return {
        "sessions": len(lifts),
        "sets": len(sets),
        "reps": sum(one.reps or 0 for one in sets),
        "volume_kg": round(fsum((one.reps or 0) * one.load_kg for one in sets), 1),
        "first": first,
        "last": last,
    }


def _sets(sessions: Iterable[Session]) -> list[LiftSet]:
    return [one for lift in sessions if isinstance(lift, Lift) for one in lift.sets]


def _span(sessions: Iterable[Session]) -> tuple[str | None, str | None]:
    starts = sorted(one.started_at for one in sessions)
    if not starts:
        return None, None
    return starts[0].isoformat(timespec="seconds"), starts[-1].isoformat(timespec="seconds")


def _fastest(runs: list[Run]) -> tuple[float, float] | None:
    paced = [(run.distance_m, run.duration_s) for run in runs if run.distance_m and run.duration_s]
    long_enough = [one for one in paced if one[0] >= SHORTEST_FOR_PACE_M]
    return max(long_enough or paced, key=lambda one: one[0] / one[1], default=None)
