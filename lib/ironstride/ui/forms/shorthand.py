"""Sets typed as lines, such as `squat 3x5 100 @8`, read as LiftSets."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from ironstride import units
from ironstride.records import ExerciseKind, LiftSet, SetType, Side
from ironstride.records.lift import MAX_SETS_PER_EXERCISE
from ironstride.ui.forms.line_text import NUMBER, tidy
from ironstride.units import WeightUnit

_TYPES: dict[str, SetType] = {
    "w": "warmup", "warmup": "warmup", "warm-up": "warmup",
    "d": "drop", "drop": "drop", "f": "failure", "fail": "failure", "failure": "failure",
}  # fmt: skip
_SIDES: dict[str, tuple[Side, ...]] = {
    "left": ("left",), "l": ("left",), "right": ("right",), "r": ("right",),
    "/side": ("left", "right"), "/leg": ("left", "right"),
}  # fmt: skip
_BODY = ("bw", "bodyweight")
_NONE = "no sets found: write 3x5, 8,8,6 or 45s after the exercise"
_AMOUNT = r"\d+(?::\d\d)?(?:s|min|reps?)?"
_SCHEME = re.compile(rf"(?:(\d+)x)?({_AMOUNT}(?:,{_AMOUNT})*)(?:x({NUMBER}(?:kg|lb)?))?")
_LOAD_FIRST = re.compile(rf"({NUMBER}(?:kg|lb)|[+-]{NUMBER}(?:kg|lb)?)(?:x(\d+)(?:x(\d+))?)?")
_LOAD = re.compile(rf"([+-]?)({NUMBER})(kg|lb)?")
_EFFORT = re.compile(rf"@({NUMBER})")
_RESERVE = re.compile(rf"({NUMBER})rir")
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
    typed: str,
    unit: WeightUnit,
    meant_by: Callable[[str], Meant],
    is_name: Callable[[str], bool] = lambda _: False,
) -> tuple[LiftSet, ...]:
    """Return the sets that one line says; `meant_by` tells the exercise that a name means.

    What `is_name` knows as a name is one, whatever numbers or words like drop it holds.

    Raises:
        ValueError: the line cannot be read; the sentence says which word stopped it.

    >>> squat = lambda name: Meant("Back squat", "weighted")
    >>> [(one.reps, one.load_kg, one.rir) for one in read_line("squat 2x5 82,5 @8", "kg", squat)]
    [(5, 82.5, 2.0), (5, 82.5, 2.0)]
    """
    name, words = _parted(tidy(typed).split(), is_name)
    line = _Line(meant_by(" ".join(name)), unit)
    _refuse_each_weight(words)
    scheme, *rest = _sets_first([word for word in words if not _is_flag(line, word)])
    sets, amounts, weight = _scheme(scheme)
    for word in ([weight] if weight else []) + rest:
        _read_word(line, word)
    return tuple(_sets(line, *_warm_up(line, sets, amounts)))


def _parted(words: list[str], is_name: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    """Part the name from what follows it; a name may begin with a number, and ends with words."""
    for end in range(len(words) - 1, 0, -1):
        if is_name(" ".join(words[:end])) and (_is_number(words[end]) or _is_word(words[end])):
            return words[:end], words[end:]
    for at, word in enumerate(words):
        if at and _is_number(word):
            break
    else:
        raise ValueError(_NONE)
    while at > 1 and _is_word(words[at - 1]):
        at -= 1
    if at == 1 and _SCHEME.fullmatch(words[0].lower()):
        raise ValueError("the exercise comes first, such as squat 3x5 100")
    return words[:at], words[at:]


def _is_number(word: str) -> bool:
    return bool(re.match(r"[\d+@-]", word)) and not re.fullmatch(r"-\D*", word)


def _is_word(word: str) -> bool:
    return word.lower() in (*_TYPES, *_SIDES, *_BODY)


def _is_flag(line: _Line, word: str) -> bool:
    """Take a word that says what kind of set it is, or which side."""
    flag = word.lower()
    if flag in _TYPES:
        if line.set_type not in ("work", _TYPES[flag]):
            raise ValueError(f"“{word}” would be a second kind of set: write another line for it")
        line.set_type = _TYPES[flag]
    if flag in _SIDES:
        before = (side for side in line.sides if side)
        line.sides = tuple(dict.fromkeys((*before, *_SIDES[flag])))
    if flag in _BODY:
        line.load_kg = 0.0
    return _is_word(word)


def _refuse_each_weight(words: list[str]) -> None:
    """Refuse `3x10 20 each`: two sides, or the weight in each hand or at each end of the bar."""
    for before, word in pairwise(words[1:]):
        if word == "/side" and _LOAD.fullmatch(before.lower()):
            raise ValueError(
                f"{before} on each side may be two sides or two weights: "
                "for sides write /side behind the reps, else the weight as you always count it"
            )


def _sets_first(words: list[str]) -> list[str]:
    """Put a weight that stands first, as in `100kg x 5 x 3`, behind its sets."""
    if not words:
        raise ValueError(_NONE)
    found = _LOAD_FIRST.fullmatch(words[0].lower())
    if found is None:
        return words
    load, reps, sets = found.groups()
    if reps:
        return [f"{sets or 1}x{reps}", load, *words[1:]]
    if not words[1:]:
        raise ValueError(_NONE)
    return [words[1], load, *words[2:]]


def _scheme(word: str) -> tuple[int | None, list[str], str]:
    """Return how many sets, the amount of each, and a weight written behind a third x."""
    found = _SCHEME.fullmatch(word.lower())
    if re.fullmatch(r"(?:\d+x)?\d+[-–]\d+", word.lower()):
        raise ValueError(f"“{word}” is a range: write the reps that you did")
    amounts = found[2].split(",") if found else []
    if found is None or (found[1] and len(amounts) > 1):
        raise ValueError(f"“{word}” says no sets: write 3x5, 8,8,6 or 45s after the exercise")
    sets = int(found[1]) if found[1] else None
    if sets == 0 or (sets or len(amounts)) > MAX_SETS_PER_EXERCISE:
        raise ValueError(
            f"sets must be from 1 to {MAX_SETS_PER_EXERCISE}, got “{word}”; "
            "a weight that comes first needs its unit, such as 100kg x 5"
        )
    return sets, amounts, found[3] or ""


def _read_word(line: _Line, typed: str) -> None:
    word = typed.lower()
    effort, reserve = _EFFORT.fullmatch(word), _RESERVE.fullmatch(word)
    if (effort or reserve) and line.rir is not None:
        raise ValueError(f"“{typed}” would say a second time how hard it was")
    if effort:
        line.rir = _reserve(units.parse_number(effort[1]))
    elif reserve:
        line.rir = units.parse_number(reserve[1])
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
    known = {"kg": "kg", "lb": "lb", None: line.unit}
    return units.kilograms(units.parse_number(number), known[unit])


def _warm_up(line: _Line, sets: int | None, amounts: list[str]) -> tuple[int, list[str]]:
    """Return sets and amounts; after w, `5x60` is 5 reps with 60."""
    weight_is_told = line.load_kg is not None or line.meant.kind != "weighted"
    if weight_is_told or not all(one.isdecimal() for one in amounts):
        return sets or 1, amounts
    if sets is None:
        most = max(map(int, amounts))
        if most > MOST_LIKELY_REPS:
            raise ValueError(
                f"{most} would be reps: write reps, a space and the weight, as in 5 100"
            )
        return 1, amounts
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
    if unit == "s" or (timed and not unit):
        return {"hold_s": float(digits)}
    return {"reps": int(digits)}
