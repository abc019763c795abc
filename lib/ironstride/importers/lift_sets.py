"""One row of a lift log to one set: what is a set, what is a hold, what is cardio."""

from typing import NamedTuple

from ironstride.importers.cardio import is_endurance, is_running
from ironstride.importers.text import MAX_TITLE, clip, fold
from ironstride.records import LiftSet, SetType

CARDIO = "cardio row, not counted as a set"
RUNNING = "running row with a distance, not counted as a run: log it as a run if your watch did not"
CARRIED = "load over a distance, which a set cannot hold"
UNKNOWN_TYPE = "set type that is not known, read as a working set"
ASSISTED = "negative weight, read as assistance"
SHORTEST_RUN_M = 1000


class SetRow(NamedTuple):
    """One row of a lift log: load [kg], hold or cardio time [s], distance [m].

    `distance` holds a distance whose unit the source does not write: it only tells cardio.
    """

    exercise: str
    set_type: SetType = "work"
    load_kg: float | None = None
    reps: float | None = None
    seconds: float | None = None
    distance: float | None = None
    rpe: float | None = None
    distance_m: float | None = None


# The set of a row, if it is one, and the reason of each thing that was left out.
SaidSet = tuple[LiftSet | None, tuple[str, ...]]


def set_of(row: SetRow) -> SaidSet:
    """Return the set of a row, if it is one, and the reason of each thing left out.

    0 reps and no time is a failed attempt.
    """
    reason = _no_set(row)
    if reason is not None:
        return None, (reason,)
    hold_s = row.seconds or None
    exercise, load_kg, helped = _moved(row)
    rir, wrong = _rir(row.rpe)
    one = LiftSet(
        exercise=clip(exercise, MAX_TITLE),
        set_type=row.set_type,
        reps=None if hold_s and not row.reps else _whole(row.reps),
        load_kg=load_kg,
        hold_s=hold_s,
        rir=rir,
    )
    return one, (*helped, *wrong)


def _no_set(row: SetRow) -> str | None:
    """Return why a row is no set: time or distance alone is cardio, or a load that is carried."""
    far = row.distance_m or row.distance
    if row.reps or not (row.seconds or far):
        return None
    if row.load_kg:
        return CARRIED if far and not row.seconds else None
    if not far:
        return CARDIO if is_endurance(row.exercise, row.seconds) else None
    is_run = (row.distance_m or 0) >= SHORTEST_RUN_M and is_running(row.exercise)
    return RUNNING if is_run else CARDIO


def _moved(row: SetRow) -> tuple[str, float, tuple[str, ...]]:
    """Return exercise and load [kg]; help is written below 0, and is an exercise of its own."""
    load_kg = row.load_kg or 0.0
    if load_kg >= 0:
        return row.exercise, load_kg, ()
    name = row.exercise.strip()
    is_named = not name or "assist" in fold(name)
    return name if is_named else f"{name} (Assisted)", -load_kg, (ASSISTED,)


def _whole(reps: float | None) -> int | None:
    if reps is not None and reps != int(reps):
        raise ValueError(f"reps must be a whole number, got {reps:g}")
    return None if reps is None else int(reps)


def _rir(rpe: float | None) -> tuple[float | None, tuple[str, ...]]:
    """Return reps in reserve: 10 less the set's RPE.

    Zourdos et al. 2016, J Strength Cond Res 30:267, doi:10.1519/JSC.0000000000001049.
    """
    if not rpe:
        return None, ()
    if not 0 <= 10 - rpe <= 10:
        return None, ("RPE outside what is possible",)
    return 10 - rpe, ()
