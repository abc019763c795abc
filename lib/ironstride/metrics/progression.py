"""Double progression: what to do next time with one exercise, told from its last sessions."""

from dataclasses import dataclass, replace
from math import nan

import numpy as np

from ironstride.metrics.e1rm import LAST_REPS, factors
from ironstride.metrics.lift_sessions import LONG_AGO_DAYS, Past
from ironstride.units import WeightUnit, format_weight

STEP_KG = 2.5
HOLD_STEP_S = 5.0
LESS = 0.90
DELOAD_SETS = 2 / 3
FEWEST_TO_CUT = 3
# So many reps above the range, a load of another kind of set is being lifted.
FAR_REPS = 3


@dataclass(frozen=True, kw_only=True)
class Dose:
    """How an exercise is trained: its range of reps or seconds, the reserve to keep, the step."""

    low: int
    high: int
    rir: float
    step_kg: float = STEP_KG
    weight: WeightUnit = "kg"

    @property
    def step(self) -> str:
        """Return the smallest step in the runner's unit."""
        return format_weight(self.step_kg, self.weight)


@dataclass(frozen=True, kw_only=True)
class NextLoad:
    """What to do next time with one exercise, and in a sentence why."""

    action: str
    sentence: str
    sets: int = 0
    reps: float = nan
    load_kg: float = nan
    hold_s: float = nan
    rir: float = nan


def next_load(
    kind: str, past: Past, dose: Dose, *, deload: bool = False, chosen: bool = False
) -> NextLoad:
    """Return what to do next time with an exercise of a kind, from what was done last.

    Double progression, a convention of coaches: when all working sets at the heaviest load reach
    the top of the range with the wished reserve, add the smallest step; else one more repetition
    in the weakest set. The same again at the top with less reserve than wished for, and below it
    with less than one repetition left; below the range in two sessions running, 10 % less. Where
    no reserve is noted, repetitions alone tell. A deload (convention) is two thirds of the sets,
    of fewer than three sets 10 % less load, for one week. After four weeks without the exercise
    10 % less (convention). With 3 reps or more above the range the load is chosen anew, from the
    estimated maximum (`e1rm`). A bodyweight move at the top of its range: added weight or a
    harder one; an assisted one: less help; a hold: 5 s longer, at the top a harder one. No
    suggestion for jumps, never lifted, or nothing noted that could be raised.

    >>> past = Past(loads=(100.0,), reps=((6, 6, 6),), rirs=((2, 2, 2),), sets=3, top_sets=3,
    ...             days_ago=3)
    >>> next_load("weighted", past, Dose(low=3, high=6, rir=2)).sentence
    'All 3 sets reached 6 reps with 2 or more in reserve: add 2.5 kg (+2.5 %) and begin at 3 reps.'
    """
    nothing = _nothing(kind, past)
    if nothing:
        return NextLoad(action="no suggestion", sentence=nothing)
    if past.days_ago > LONG_AGO_DAYS and kind != "timed":
        return _less(kind, past, dose, f"Not lifted for {past.days_ago} days")
    if deload:
        return _deload(kind, past, dose, chosen)
    if kind == "timed":
        return _hold(past, dose)
    return _progress(kind, past, dose)


def _nothing(kind: str, past: Past) -> str:
    if kind == "plyometric":
        return "Jumps grow by height and kind, not by load: no suggestion."
    if not past.loads:
        return "Not lifted yet: take what leaves 3 or more in reserve, and note it."
    if kind == "weighted" and past.loads[0] == 0:
        return "No load was noted last time, so there is nothing to raise."
    noted = past.holds[0] if kind == "timed" else past.reps[0]
    missing = "No hold was" if kind == "timed" else "No reps were"
    return "" if noted else f"{missing} noted last time, so there is nothing to raise."


def _progress(kind: str, past: Past, dose: Dose) -> NextLoad:
    reps, load = past.reps[0], past.loads[0]
    now = _same(past, dose)
    each = " of each side" if past.one_sided else ""
    sets = f"All {past.top_sets} sets{each}" if past.top_sets > 1 else f"The set{each}"
    if past.twice_below(dose.low):
        return _less(kind, past, dose, f"Below {dose.low} reps in two sessions running")
    top, left = min(reps) >= dose.high, past.least_rir
    spent = left is not None and left < (dose.rir if top else 1)
    if kind == "weighted" and min(reps) >= dose.high + FAR_REPS:
        return _heavier(load, now, dose, min(reps) + (past.least_rir or 0))
    if top and not spent:
        told = f"{sets} reached {dose.high} reps{_reserve(past, dose)}"
        return _step(kind, load, replace(now, reps=dose.low), dose, told)
    if spent:
        told = f"{_little(dose.rir if top else 1)} in reserve last time: the same again."
        return replace(now, action="same again", reps=max(1, min(*reps, dose.high)), sentence=told)
    reach = min(max(min(reps) + 1, dose.low), dose.high)
    told = f"Not all sets have {dose.high} reps yet: the weakest had {min(reps)}, aim for {reach}."
    return replace(now, action="one more rep", reps=reach, sentence=told)


def _step(kind: str, load: float, now: NextLoad, dose: Dose, told: str) -> NextLoad:
    if kind == "assisted":
        left = max(0.0, load - dose.step_kg)
        if load == 0:
            said = f"{told} without help: take the move unassisted."
            return replace(now, action="harder move", sentence=said)
        said = f"{told}: take {dose.step} less help and begin at {dose.low} reps."
        return replace(now, action="less help", load_kg=left, sentence=said)
    if kind == "bodyweight" and load == 0:
        said = f"{told}: take a harder variant, or add {dose.step}, and begin at {dose.low} reps."
        return replace(now, action="harder move", sentence=said)
    more = f"+{100 * dose.step_kg / load:.1f} %"
    said = f"{told}: add {dose.step} ({more}) and begin at {dose.low} reps."
    return replace(now, action="add load", load_kg=load + dose.step_kg, sentence=said)


def _heavier(load: float, now: NextLoad, dose: Dose, to_failure: float) -> NextLoad:
    most = np.array([min(to_failure, LAST_REPS), min(dose.high + dose.rir, LAST_REPS)])
    lasts, wanted = factors(most, "mean")
    steps = max(1, int((load * lasts / wanted - load) / dose.step_kg))
    fits = load + steps * dose.step_kg
    said = (
        f"All sets had {dose.high + FAR_REPS} reps or more, the range is {dose.low} to "
        f"{dose.high}: about {format_weight(fits, dose.weight)} fits, by the estimated maximum."
    )
    return replace(now, action="add load", load_kg=fits, reps=dose.low, sentence=said)


def _less(kind: str, past: Past, dose: Dose, why: str) -> NextLoad:
    now = replace(_same(past, dose), action="less load", reps=dose.low)
    if kind == "assisted":
        more = past.loads[0] + dose.step_kg
        return replace(now, load_kg=more, sentence=f"{why}: take {dose.step} more help.")
    if past.loads[0] == 0:
        said = f"{why}: begin at {dose.low} reps, or take an easier variant."
        return replace(now, action="same again", sentence=said)
    load = lighter_kg(past.loads[0], dose.step_kg)
    return replace(now, load_kg=load, sentence=f"{why}: {_instead(load, past, dose)}.")


def _hold(past: Past, dose: Dose) -> NextLoad:
    holds = past.holds[0]
    now = _same(past, dose)
    if min(holds) >= dose.high:
        told = f"All holds reached {dose.high} s: take a harder variant rather than longer holds."
        return replace(now, action="harder move", hold_s=float(dose.low), sentence=told)
    reach = min(max(min(holds) + HOLD_STEP_S, dose.low), dose.high)
    told = f"The shortest hold was {min(holds):.0f} s: aim for {reach:.0f} s."
    return replace(now, action="hold longer", hold_s=float(reach), sentence=told)


def _deload(kind: str, past: Past, dose: Dose, chosen: bool) -> NextLoad:
    now = replace(_same(past, dose), action="deload")
    why = "A lighter week by choice" if chosen else "No progress for weeks"
    if past.sets >= FEWEST_TO_CUT or kind in ("timed", "assisted") or past.loads[0] == 0:
        sets = max(1, round(DELOAD_SETS * past.sets))
        told = f"{why}: {sets} of {past.sets} sets for one week, with the load as it was."
        return replace(now, sets=sets, sentence=told)
    load = lighter_kg(past.loads[0], dose.step_kg)
    told = f"{why}: {_instead(load, past, dose)} for one week."
    return replace(now, load_kg=load, sentence=told)


def lighter_kg(load_kg: float, step_kg: float) -> float:
    """Return a load [kg] about 10 % lighter, in whole steps down from the load.

    >>> lighter_kg(100, 2.5), lighter_kg(42.5, 2.5), lighter_kg(2, 2.5)
    (90.0, 37.5, 1.8)
    """
    steps = max(1, round((1 - LESS) * load_kg / step_kg))
    lighter = load_kg - steps * step_kg
    return float(lighter if lighter > 0 else LESS * load_kg)


def _instead(load: float, past: Past, dose: Dose) -> str:
    before, after = (format_weight(one, dose.weight) for one in (past.loads[0], load))
    return f"{after} instead of {before}"


def _same(past: Past, dose: Dose) -> NextLoad:
    reps = float(max(1, min(past.reps[0]))) if past.reps[0] else nan
    hold = float(min(past.holds[0])) if past.holds and past.holds[0] else nan
    return NextLoad(
        action="same again",
        sentence="",
        sets=past.sets,
        reps=reps,
        load_kg=past.loads[0],
        hold_s=hold,
        rir=dose.rir if past.reps[0] else nan,
    )


def _little(wanted: float) -> str:
    return "Less than one" if wanted == 1 else f"Less than {wanted:g}"


def _reserve(past: Past, dose: Dose) -> str:
    if past.least_rir is None:
        return " (reserve not noted)"
    noted = "" if len(past.rirs[0]) == len(past.reps[0]) else ", where it was noted"
    return f" with {dose.rir:g} or more in reserve{noted}"
