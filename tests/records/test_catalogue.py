"""The exercise catalogue."""

from collections import Counter
from typing import get_args

import pytest

from ironstride.records import Exercise, Muscle
from ironstride.records.catalogue import catalogue


def named(text: str) -> Exercise:
    """Find an exercise by its name or an alias, whatever the case."""
    wanted = text.casefold()
    return next(
        one
        for one in catalogue()
        if wanted in {name.casefold() for name in (one.name, *one.aliases)}
    )


def test_no_name_or_alias_is_used_twice() -> None:
    names = Counter(name.casefold() for one in catalogue() for name in (one.name, *one.aliases))
    assert [name for name, uses in names.items() if uses > 1] == []


def test_every_exercise_works_some_muscle_and_every_muscle_has_an_exercise() -> None:
    assert [one.name for one in catalogue() if not one.muscles] == []
    direct = {muscle for one in catalogue() for muscle, share in one.muscles.items() if share == 1}
    assert direct == set(get_args(Muscle))


def test_shares_are_direct_or_indirect() -> None:
    assert {share for one in catalogue() for share in one.muscles.values()} == {1.0, 0.5}


def test_names_and_aliases_have_no_stray_spaces() -> None:
    names = [name for one in catalogue() for name in (one.name, *one.aliases)]
    assert [name for name in names if name != " ".join(name.split())] == []


def test_only_weighted_exercises_enter_the_lower_body_index() -> None:
    assert {one.kind for one in catalogue() if one.lower_body} == {"weighted"}


@pytest.mark.parametrize(
    ("name", "muscles"),
    [
        ("Squat (Barbell)", {"quads": 1, "glutes": 0.5, "hamstrings": 0.5}),
        ("Romanian Deadlift (Barbell)", {"hamstrings": 1, "glutes": 0.5, "back": 0.5}),
        ("Standing Calf Raise (Machine)", {"calves": 1}),
    ],
)
def test_the_shares_of_the_worked_example_hold(name: str, muscles: dict[str, float]) -> None:
    assert named(name).muscles == muscles


@pytest.mark.parametrize(
    ("name", "kind", "fraction"),
    [
        ("Push Up", "bodyweight", 0.64),
        ("Kneeling Push Up", "bodyweight", 0.49),
        ("Pull Up (Assisted)", "assisted", 0.95),
        ("Plank", "timed", 0),
        ("Jump Squat", "plyometric", 0.87),
        ("Leg Press (Machine)", "weighted", 0),
    ],
)
def test_kinds_and_body_mass_fractions_hold(name: str, kind: str, fraction: float) -> None:
    assert (named(name).kind, named(name).body_mass_fraction) == (kind, fraction)


@pytest.mark.parametrize(
    "pair",
    [
        ("Bench Press (Barbell)", "Bench Press (Dumbbell)"),
        ("Squat (Barbell)", "Squat (Smith Machine)"),
        ("Leg Press (Machine)", "Seated Leg Press (Machine)"),
        ("Romanian Deadlift (Barbell)", "Romanian Deadlift (Dumbbell)"),
        ("Pull Up", "Pull Up (Assisted)"),
    ],
)
def test_other_equipment_is_another_exercise(pair: tuple[str, str]) -> None:
    assert named(pair[0]) != named(pair[1])
