"""The sets of a strength session as a watch counts them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from fitdecode import profile

from ironstride.importers.recordings.fit_decode import Message
from ironstride.importers.text import MAX_TITLE, clip
from ironstride.records import LiftSet

UNKNOWN = "Exercise the watch did not know"
GUESSED = "guessed by the watch"
NO_REPS = "set without repetitions"
IMPOSSIBLE = "set that cannot have been lifted"

_ACTIVE = 1
_NOT_SAID = 65_533  # from here on FIT's numbers stand for none or unknown
_PLANK = 19
_LONGEST_HOLD_S = 600.0


def sets_of(
    messages: Iterable[Message], titles: Iterable[Message], left_out: Counter[str]
) -> Iterator[tuple[float, LiftSet]]:
    """Yield the start [s since 1970] and the set of each message; a rest is none.

    Each set's `timestamp` is the start of the session, so its `start_time` counts. A weight of 0
    beside repetitions is body weight, or one that was not entered: the file does not tell. The
    watch's first guess at the exercise is named as a guess, unless the runner confirmed it.
    """
    named = {_pair(one, "exercise_category", "exercise_name"): _text(one) for one in titles}
    for message in messages:
        if message.get("set_type") != _ACTIVE:
            continue
        start = message.get("start_time") or message.get("timestamp")
        one = _set(message, named, left_out)
        if one is not None and isinstance(start, int | float):
            yield float(start), one


def _set(
    message: Message, named: dict[tuple[int, int], str], left_out: Counter[str]
) -> LiftSet | None:
    category, kind = _pair(message, "category", "category_subtype")
    reps, seconds = message.get("repetitions"), message.get("duration") or 0.0
    is_hold = not reps and category == _PLANK and 0 < seconds <= _LONGEST_HOLD_S
    if not reps and not is_hold:
        left_out[NO_REPS] += 1
        return None
    try:
        return LiftSet(
            exercise=clip(named.get((category, kind)) or _name(category, kind), MAX_TITLE),
            reps=None if is_hold or reps is None else int(reps),
            load_kg=round(float(message.get("weight") or 0.0), 3),
            hold_s=float(seconds) if is_hold else None,
        )
    except (ValueError, TypeError):
        left_out[IMPOSSIBLE] += 1
        return None


def _name(category: int, kind: int) -> str:
    """Return what the exercise is called: `Barbell bench press`, or a guess named as one."""
    group = str(profile.FIELD_TYPES["exercise_category"].enum.get(category, ""))
    if not group or category >= _NOT_SAID:
        return UNKNOWN
    names = profile.FIELD_TYPES.get(f"{group}_exercise_name")
    exact = names.enum.get(kind) if names is not None and kind < _NOT_SAID else None
    return _words(exact) if exact else f"{_words(group)} ({GUESSED})"


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _pair(message: Message, *names: str) -> tuple[int, int]:
    """Return the first of each of two fields; a watch's three guesses stand in order."""
    category, kind = (_first(message.get(name)) for name in names)
    return category, kind


def _first(value: Any) -> int:
    first = value[0] if isinstance(value, list | tuple) and value else value
    return int(first) if isinstance(first, int | float) else _NOT_SAID


def _text(title: Message) -> str:
    value = title.get("wkt_step_name")
    first = value[0] if isinstance(value, list | tuple) and value else value
    return first.strip() if isinstance(first, str) else ""
