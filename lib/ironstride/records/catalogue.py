"""The exercise catalogue that every log starts with."""

import csv
from functools import cache
from importlib.resources import files
from typing import cast

from ironstride.records.exercise import DIRECT, INDIRECT, Exercise, ExerciseKind, Muscle


@cache
def catalogue() -> tuple[Exercise, ...]:
    """Return the exercises that a new log knows, with what Strong and Hevy call them as aliases.

    One exercise is one way of loading a movement: barbell and dumbbell bench press are two.
    Muscles are ours (direct 1, indirect 0.5), as are the families of the lower-body
    index; body-mass fractions are population means, 0 where none is published.

    >>> squat = next(one for one in catalogue() if "Squat (Barbell)" in one.aliases)
    >>> squat.name, squat.muscles
    ('Back squat', {'quads': 1.0, 'glutes': 0.5, 'hamstrings': 0.5})
    """
    text = files("ironstride.records").joinpath("catalogue.csv").read_text(encoding="utf-8")
    return tuple(_exercise(row) for row in csv.DictReader(text.splitlines()))


def _exercise(row: dict[str, str]) -> Exercise:
    return Exercise(
        name=row["name"],
        kind=cast("ExerciseKind", row["kind"]),
        lower_body=row["lower_body"] == "yes",
        body_mass_fraction=float(row["body_mass_fraction"]),
        muscles=_muscles(row["direct"], DIRECT) | _muscles(row["indirect"], INDIRECT),
        aliases=_parts(row["aliases"]),
    )


def _muscles(text: str, share: float) -> dict[Muscle, float]:
    return {cast("Muscle", muscle): share for muscle in _parts(text)}


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
