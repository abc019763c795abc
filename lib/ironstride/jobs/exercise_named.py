"""The exercise that a runner means by what was typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ironstride.jobs.match_exercises import suggest

# What runners write for short and no app calls them.
SHORT = {
    "bench": "Bench press",
    "bss": "Bulgarian split squat",
    "dl": "Deadlift",
    "press": "Overhead press",
    "row": "Barbell row",
    "sldl": "Stiff-leg deadlift",
}
MOST_FOUND = 12


@dataclass(frozen=True)
class Named:
    """An exercise, and whether that is a guess that the runner should see."""

    exercise: str
    guessed: bool = False


def exercise_named(typed: str, known: Mapping[str, str]) -> Named | None:
    """Return the exercise meant by a name, an alias, a short name or a slip of the pen.

    `known` maps every name and alias to its exercise. None where nothing fits.

    >>> known = {"Back squat": "Back squat", "Squat": "Back squat", "Bench press": "Bench press"}
    >>> exercise_named("squat", known), exercise_named("bench", known)
    (Named(exercise='Back squat', guessed=False), Named(exercise='Bench press', guessed=False))
    >>> exercise_named("bakc squat", known), exercise_named("sled", known)
    (Named(exercise='Back squat', guessed=True), None)
    """
    folded = {name.casefold(): exercise for name, exercise in known.items()}
    wanted = typed.strip().casefold()
    exact = folded.get(wanted) or folded.get(SHORT.get(wanted, "").casefold())
    if exact:
        return Named(exact)
    found = suggest([typed], known)[typed]
    return Named(found.exercise, found.score < 100) if found else None


def exercises_matching(typed: str, known: Mapping[str, str], names: Iterable[str]) -> list[str]:
    """Return the exercises with a name or alias that holds every word typed, at most a dozen.

    What `exercise_named` finds comes first, then the order of `names`; no other is returned.

    >>> known = {"Deadlift": "Deadlift", "RDL": "Romanian deadlift",
    ...          "Romanian deadlift": "Romanian deadlift"}
    >>> exercises_matching("rdl", known, ["Deadlift", "Romanian deadlift"])
    ['Romanian deadlift']
    >>> exercises_matching("dead", known, ["Romanian deadlift", "Deadlift"])
    ['Romanian deadlift', 'Deadlift']
    """
    words = _plain(typed).split()
    offered = list(names)
    called = {name: name for name in offered} | dict(known)
    holding = {one for name, one in called.items() if all(word in _plain(name) for word in words)}
    best = exercise_named(typed, called)
    ranked = [name for name in offered if name in holding or (best and name == best.exercise)]
    ranked.sort(key=lambda name: best is None or name != best.exercise)
    return ranked[:MOST_FOUND]


def _plain(name: str) -> str:
    return name.casefold().replace("-", " ")
