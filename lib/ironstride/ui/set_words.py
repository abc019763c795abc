"""Sets in words, as a runner writes them."""

from collections import Counter
from collections.abc import Iterable

from ironstride import units
from ironstride.records import LiftSet
from ironstride.units import WeightUnit


def sets_in_words(sets: Iterable[LiftSet], unit: WeightUnit) -> str:
    """Return the sets of one exercise in one line; equal ones are told once.

    >>> squat = LiftSet(exercise="Back squat", reps=5, load_kg=100, rir=2)
    >>> sets_in_words([LiftSet(exercise="Back squat", reps=8, set_type="warmup"), squat, squat],
    ...               "kg")
    'warm-up 8 reps, 2 sets of 5 × 100 kg @ 2 RIR'
    """
    counted = Counter(set_in_words(one, unit) for one in sets)
    return ", ".join(
        f"{times} sets of {words}" if times > 1 else words for words, times in counted.items()
    )


def set_in_words(one: LiftSet, unit: WeightUnit) -> str:
    """Return one set in words: what kind it is where it is none of the work, reps or hold, weight.

    >>> set_in_words(LiftSet(exercise="Plank", hold_s=45, load_kg=10, side="left"), "kg")
    '45 s × 10 kg left'
    """
    kind = {"warmup": "warm-up ", "drop": "drop ", "failure": "to failure "}.get(one.set_type, "")
    done = _done(one)
    weight = f" × {units.format_weight(one.load_kg, unit)}" if one.load_kg else ""
    if not weight and one.reps is not None and one.hold_s is None:
        done = units.count(one.reps, "rep")
    reserve = "" if one.rir is None else f" @ {one.rir:g} RIR"
    return f"{kind}{done}{weight}{f' {one.side}' if one.side else ''}{reserve}"


def _done(one: LiftSet) -> str:
    hold = "" if one.hold_s is None else f"{one.hold_s:g} s"
    return " in ".join(part for part in ("" if one.reps is None else str(one.reps), hold) if part)
