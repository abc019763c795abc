"""The exercise catalogue."""

from collections import Counter, defaultdict
from typing import get_args

import pytest

from ironstride.records import Exercise, Muscle
from ironstride.records.catalogue import catalogue, rows


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


def test_every_localised_name_is_an_alias_of_one_exercise() -> None:
    meant = defaultdict(set)
    for row in rows("localised_names.csv"):
        meant[row["alias"].casefold()].add(row["exercise"])
    assert [alias for alias, exercises in meant.items() if len(exercises) > 1] == []
    found = {name.casefold(): one.name for one in catalogue() for name in (one.name, *one.aliases)}
    assert {alias: {found[alias]} for alias in meant} == meant


def test_no_language_has_a_name_twice() -> None:
    names = Counter(
        (row["language"], row["alias"].casefold()) for row in rows("localised_names.csv")
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_more_than_forty_lifts_have_two_names_in_each_of_six_languages() -> None:
    names = Counter((row["exercise"], row["language"]) for row in rows("localised_names.csv"))
    lifts = {exercise for exercise, language in names if language == "de"}
    languages = ("de", "fr", "es", "pt", "it", "nl")
    assert len(lifts) >= 40
    few = [(lift, one) for lift in lifts for one in languages if names[lift, one] < 2]
    assert few == []


@pytest.mark.parametrize(
    ("exercise", "names"),
    [
        ("Back squat", ("Kniebeuge (Langhantel)", "Squat (Barre)", "Sentadilla (Barra)")),
        ("Back squat", ("Agachamento (Barra)", "Squat (Bilanciere)", "Squat (Halterstang)")),
        ("Bench press", ("Bankdrücken (Langhantel)", "Développé couché (Barre)", "Bankdrukken")),
        ("Bench press", ("Supino Reto (Barra)", "Press de Banca (Barra)", "Panca piana")),
        ("Deadlift", ("Kreuzheben", "Soulevé de terre", "Peso muerto", "Stacchi (Bilanciere)")),
        ("Standing calf raise", ("Wadenheben", "Kuitheffen", "Elevación de talones")),
        ("Side plank", ("Seitstütz", "Gainage latéral", "Prancha lateral", "Plank laterale")),
        ("Nordic curl", ("Curl nórdico", "Flexão nórdica", "Nordic Hamstring Curl")),
    ],
)
def test_lifts_are_known_by_the_names_of_their_language(
    exercise: str, names: tuple[str, ...]
) -> None:
    assert {named(name).name for name in names} == {exercise}


@pytest.mark.parametrize(
    ("app", "names"),
    [
        (
            "FitNotes",
            {
                "Flat Barbell Bench Press": "Bench press",
                "Seated Dumbbell Press": "Dumbbell shoulder press",
                "Lateral Dumbbell Raise": "Dumbbell lateral raise",
                "Lying Leg Curl Machine": "Lying leg curl",
                "Barbell Calf Raise": "Standing calf raise (barbell)",
                "Rope Push Down": "Triceps rope pushdown",
            },
        ),
        (
            "StrongLifts",
            {
                "Squat": "Back squat",
                "Bench Press": "Bench press",
                "Barbell Row": "Barbell row",
                "Overhead Press": "Overhead press",
                "Deadlift": "Deadlift",
            },
        ),
        (
            "Fitbod",
            {
                "Dumbbell Romanian Deadlift": "Dumbbell Romanian deadlift",
                "Dumbbell Bicep Curl": "Dumbbell curl",
                "Machine Leg Press": "Leg press",
                "Cable Row": "Seated cable row",
                "Back Squat": "Back squat",
            },
        ),
        (
            "Liftosaur",
            {
                "Bench Press, Dumbbell": "Dumbbell bench press",
                "Bent Over Row": "Barbell row",
                "Leg Press": "Leg press",
                "Lat Pulldown": "Lat pulldown",
                "Chest Press, Leverage Machine": "Machine chest press",
            },
        ),
        (
            "Jefit",
            {
                "Barbell Squat": "Back squat",
                "Barbell Deadlift": "Deadlift",
                "Dumbbell Lateral Raise": "Dumbbell lateral raise",
                "Machine Leg Extension": "Leg extension",
            },
        ),
        (
            "Hevy",
            {
                "Lat pulldown (V-grip)": "Close-grip lat pulldown",
                "Unilateral Row (cable)": "Single-arm cable row",
                "Single Arm Lat Pull-down (Cable)": "Single-arm lat pulldown",
                "Unilateral Leg Extension (Machine)": "Single-leg extension",
                "Iso-Lateral Horizontal Bench Press": "Iso-lateral chest press",
            },
        ),
    ],
)
def test_other_apps_names_are_known(app: str, names: dict[str, str]) -> None:
    assert {name: named(name).name for name in names} == names
