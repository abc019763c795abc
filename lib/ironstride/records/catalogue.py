"""The exercise catalogue that every log starts with."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import cast

from ironstride.records.exercise import DIRECT, INDIRECT, Exercise, ExerciseKind, Muscle


@cache
def catalogue() -> tuple[Exercise, ...]:
    """Return the exercises that a new log knows, with what other apps call them as aliases.

    One exercise is one way of loading a movement: barbell and dumbbell bench press are two.
    The commonest have their names in German, French, Spanish, Portuguese, Italian and Dutch.
    Muscles are ours (direct 1, indirect 0.5), as are the families of the lower-body
    index; body-mass fractions are population means, 0 where none is published.

    >>> squat = next(one for one in catalogue() if "Squat (Barbell)" in one.aliases)
    >>> squat.name, squat.muscles
    ('Back squat', {'quads': 1.0, 'glutes': 0.5, 'hamstrings': 0.5})
    >>> "Kniebeuge (Langhantel)" in squat.aliases
    True
    """
    elsewhere: dict[str, list[str]] = defaultdict(list)
    for row in rows("localised_names.csv"):
        elsewhere[row["exercise"]].append(row["alias"])
    return tuple(_exercise(row, elsewhere[row["name"]]) for row in rows("catalogue.csv"))


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the tables beside this module, by column name."""
    text = files("ironstride.records").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _exercise(row: dict[str, str], elsewhere: list[str]) -> Exercise:
    return Exercise(
        name=row["name"],
        kind=cast("ExerciseKind", row["kind"]),
        lower_body=row["lower_body"] == "yes",
        body_mass_fraction=float(row["body_mass_fraction"]),
        muscles=_muscles(row["direct"], DIRECT) | _muscles(row["indirect"], INDIRECT),
        aliases=_other_names(row["name"], (*_parts(row["aliases"]), *elsewhere)),
    )


def _other_names(name: str, aliases: Iterable[str]) -> tuple[str, ...]:
    """Return each alias once: several languages write some names alike."""
    once = {name.casefold(): name}
    for alias in aliases:
        once.setdefault(alias.casefold(), alias)
    return tuple(once.values())[1:]


def _muscles(text: str, share: float) -> dict[Muscle, float]:
    return {cast("Muscle", muscle): share for muscle in _parts(text)}


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
