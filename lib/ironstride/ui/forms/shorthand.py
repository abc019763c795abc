"""Sets typed as lines, such as `squat 3x5 100 @8`, read as LiftSets."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ironstride import units
from ironstride.records import ExerciseKind, LiftSet, SetType, Side
from ironstride.records.lift import MAX_SETS_PER_EXERCISE
from ironstride.units import WeightUnit

HELP = """
One line an exercise: its name, sets and reps, the weight, how hard it was.

- `squat 3x5 100 @8`: 3 sets of 5 with 100, RPE 8, which is 2 reps in reserve. `2rir` says the same.
- `rdl 8,8,6 80kg`, `bench 5x5 135lb`: reps of each set; without a unit the weight is in yours.
- `plank 3x45s`, `side plank 2x1:00/side`: holds.
- `step-up 3x10/side 20`: left and right; or `left`, `right`.
- `squat w 5x60`: one warm-up set of 5 with 60. `drop` and `failure` go in the same place.
- `pull-up 3x8 +10`: weight added to the body. `assisted pull-up 3x8 20`: 20 of help.
"""

_TYPES: dict[str, SetType] = {
    "w": "warmup", "warmup": "warmup", "warm-up": "warmup",
    "d": "drop", "drop": "drop", "f": "failure", "fail": "failure", "failure": "failure",
}  # fmt: skip
_SIDES: dict[str, tuple[Side, ...]] = {
    "left": ("left",), "l": ("left",), "right": ("right",), "r": ("right",),
    "/side": ("left", "right"),
}  # fmt: skip
_BODY = ("bw", "bodyweight")
_NUMBER = r"\d+(?:[.,]\d+)?"
_AMOUNT = r"\d+(?::\d\d)?(?:secs?|s|min|reps?)?"
_SCHEME = re.compile(rf"(?:(\d+)x)?({_AMOUNT}(?:,{_AMOUNT})*)(?:x({_NUMBER}(?:kg|lbs?)?))?")
_LOAD = re.compile(rf"([+-]?)({_NUMBER})(kg|lbs?)?")
_EFFORT = re.compile(rf"@({_NUMBER})")
_RESERVE = re.compile(rf"({_NUMBER})rir")
_TIDY = (
    (r"(?<=\d)\s*[x×*]\s*(?=\d)", "x"),
    (r"(?<=\d),\s+(?=\d)", ","),
    (rf"({_NUMBER})\s*rir\b(?!\s*\d)", r"\1rir"),
    (rf"\brir\s*({_NUMBER})", r"\1rir"),
    (r"\brpe\s*(?=\d)|@\s*(?:rpe\s*)?", "@"),
    (r"(?<=\d)\s+(?=(?:kg|lbs?|secs?|s|min|reps?)\b)", ""),
    (r"\s*/\s*(?:side|leg|arm|each)\b|\s+(?:per|each)\s+(?:side|leg|arm)\b|\s+each\b", " /side "),
    (r"(?<=[\w\d])@", " @"),
)
LEAST_WARM_UP_WEIGHT, MOST_LIKELY_REPS, LEAST_RPE = 20, 50, 5.0


@dataclass(frozen=True)
class Meant:
    """The exercise that a name means, and its kind."""

    exercise: str
    kind: ExerciseKind


@dataclass
class _Line:
    """What the words of a line say, as far as they are read."""

    meant: Meant
    unit: WeightUnit
    counts: list[str] = field(default_factory=list)
    set_type: SetType = "work"
    sides: tuple[Side | None, ...] = (None,)
    load_kg: float | None = None
    rir: float | None = None


def read_line(
    typed: str, unit: WeightUnit, meant_by: Callable[[str], Meant]
) -> tuple[LiftSet, ...]:
    """Return the sets that one line says; `meant_by` tells the exercise that a name means.

    Raises:
        ValueError: the line cannot be read; the sentence says which word stopped it.

    >>> squat = lambda name: Meant("Back squat", "weighted")
    >>> [(one.reps, one.load_kg, one.rir) for one in read_line("squat 2x5 82,5 @8", "kg", squat)]
    [(5, 82.5, 2.0), (5, 82.5, 2.0)]
    """
    name, words = _parted(_tidy(typed))
    line = _Line(meant_by(" ".join(name)), unit)
    scheme, *rest = [word for word in words if not _is_flag(line, word)]
    sets, amounts, weight = _scheme(scheme)
    for word in ([weight] if weight else []) + rest:
        _read_word(line, word)
    return tuple(_sets(line, *_warm_up(line, sets, amounts)))


def _tidy(typed: str) -> list[str]:
    text = typed.strip()
    for pattern, instead in _TIDY:
        text = re.sub(pattern, instead, text, flags=re.IGNORECASE)
    return text.split()


def _parted(words: list[str]) -> tuple[list[str], list[str]]:
    """Part the name from what follows it; a name may begin with a number, and ends with words."""
    for at, word in enumerate(words):
        if at and re.match(r"[\d+@-]", word) and not re.fullmatch(r"-\D*", word):
            break
    else:
        raise ValueError("no sets found: write 3x5, 8,8,6 or 45s after the exercise")
    while at > 1 and words[at - 1].lower() in (*_TYPES, *_SIDES, *_BODY):
        at -= 1
    if at == 1 and _SCHEME.fullmatch(words[0].lower()):
        raise ValueError("the exercise comes first, such as squat 3x5 100")
    return words[:at], words[at:]


def _is_flag(line: _Line, word: str) -> bool:
    """Take a word that says what kind of set it is, or which side."""
    flag = word.lower()
    line.set_type = _TYPES.get(flag, line.set_type)
    line.sides = _SIDES.get(flag, line.sides)
    if flag in _BODY:
        line.load_kg = 0.0
    return flag in (*_TYPES, *_SIDES, *_BODY)


def _scheme(word: str) -> tuple[int | None, list[str], str]:
    """Return how many sets, the amount of each, and a weight written behind a third x."""
    found = _SCHEME.fullmatch(word.lower())
    amounts = found[2].split(",") if found else []
    if found is None or (found[1] and len(amounts) > 1):
        raise ValueError(f"“{word}” says no sets: write 3x5, 8,8,6 or 45s after the exercise")
    sets = int(found[1]) if found[1] else None
    if sets == 0 or (sets or len(amounts)) > MAX_SETS_PER_EXERCISE:
        raise ValueError(f"sets must be from 1 to {MAX_SETS_PER_EXERCISE}, got “{word}”")
    return sets, amounts, found[3] or ""


def _read_word(line: _Line, typed: str) -> None:
    word = typed.lower()
    if found := _EFFORT.fullmatch(word):
        line.rir = _reserve(units.parse_number(found[1]))
    elif found := _RESERVE.fullmatch(word):
        line.rir = units.parse_number(found[1])
    elif (found := _LOAD.fullmatch(word)) and line.load_kg is None:
        line.load_kg = _load(line, *found.groups())
    elif found:
        raise ValueError(f"“{typed}” would be a second weight: write another line for other sets")
    else:
        raise ValueError(f"“{typed}” is not understood: after the sets come the weight and @RPE")


def _reserve(rpe: float) -> float:
    """Return reps in reserve: 10 less the set's RPE (Zourdos 2016), from 5 on."""
    if not LEAST_RPE <= rpe <= 10:
        raise ValueError(f"@ is the RPE of the set, from 5 to 10, got {rpe:g}")
    return 10 - rpe


def _load(line: _Line, sign: str, number: str, unit: str | None) -> float:
    if sign == "-" and line.meant.kind != "assisted":
        raise ValueError(f"-{number} would be help: choose an assisted exercise for it")
    known = {"kg": "kg", "lb": "lb", "lbs": "lb", None: line.unit}
    return units.kilograms(units.parse_number(number), known[unit])


def _warm_up(line: _Line, sets: int | None, amounts: list[str]) -> tuple[int, list[str]]:
    """Return sets and amounts; after w, `5x60` is 5 reps with 60."""
    weight_is_told = line.load_kg is not None or line.meant.kind != "weighted"
    if sets is None or weight_is_told or not amounts[0].isdecimal():
        return sets or 1, amounts
    second = int(amounts[0])
    if line.set_type == "warmup" and second >= LEAST_WARM_UP_WEIGHT:
        line.load_kg = units.kilograms(second, line.unit)
        return 1, [str(sets)]
    if second > MOST_LIKELY_REPS:
        raise ValueError(
            f"{sets}x{second} would be {sets} sets of {second} reps: "
            f"for {sets} reps with {second} {line.unit} write 1x{sets} {second}"
        )
    return sets, amounts


def _sets(line: _Line, sets: int, amounts: list[str]) -> Iterator[LiftSet]:
    timed = line.meant.kind == "timed"
    unit = next((found[0] for one in amounts if (found := re.search(r"[a-z]+", one))), "")
    for amount in amounts * sets:
        one = LiftSet(
            exercise=line.meant.exercise,
            set_type=line.set_type,
            load_kg=line.load_kg or 0.0,
            rir=line.rir,
            **_amount(amount, unit, timed=timed),
        )
        yield from (replace(one, side=side) for side in line.sides)


def _amount(amount: str, unit: str, *, timed: bool) -> dict[str, Any]:
    """Return reps, or a hold [s]: a number is one where seconds are told or the move is timed."""
    digits = amount.rstrip("abcdefghijklmnopqrstuvwxyz")
    if ":" in digits:
        return {"hold_s": units.parse_clock(digits)}
    if unit == "min":
        return {"hold_s": 60.0 * int(digits)}
    if unit in ("s", "sec", "secs") or (timed and not unit):
        return {"hold_s": float(digits)}
    return {"reps": int(digits)}
