"""Which exercise an unknown name probably means."""

import unicodedata

import pytest

from ironstride import store
from ironstride.jobs import match_exercises
from ironstride.jobs.match_exercises import suggest, unknown_names
from ironstride.records.catalogue import catalogue
from ironstride.store import Log
from tests.build import lift, ride, squat
from tests.jobs.labelled_names import MEANT

KNOWN = {name: one.name for one in catalogue() for name in (one.name, *one.aliases)}


def meant(name: str, known: dict[str, str] = KNOWN) -> str | None:
    found = suggest([name], known)[name]
    return found.exercise if found else None


def precision_and_recall() -> tuple[float, float]:
    found = {name: one.exercise for name, one in suggest(list(MEANT), KNOWN).items() if one}
    right = sum(MEANT[name] == exercise for name, exercise in found.items())
    return right / len(found), right / sum(exercise is not None for exercise in MEANT.values())


def test_the_labelled_names_are_unknown_and_mean_exercises_that_there_are() -> None:
    known = {name.casefold() for name in KNOWN}
    assert [name for name in MEANT if name.casefold() in known] == []
    assert {exercise for exercise in MEANT.values() if exercise} <= set(KNOWN.values())
    assert sum(exercise is not None for exercise in MEANT.values()) >= 100
    assert sum(exercise is None for exercise in MEANT.values()) >= 100


def test_a_name_that_means_no_known_exercise_gets_no_suggestion() -> None:
    found = suggest([name for name, exercise in MEANT.items() if exercise is None], KNOWN)
    assert {name: one for name, one in found.items() if one} == {}


def test_nearly_all_names_that_mean_an_exercise_get_it() -> None:
    precision, recall = precision_and_recall()
    assert precision == 1
    assert recall == pytest.approx(118 / 119)


@pytest.mark.parametrize("cutoff", [0.6, 0.66])
def test_a_looser_cutoff_takes_other_words_for_misspelt_ones(
    cutoff: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match_exercises, "CUTOFF", cutoff)
    assert precision_and_recall()[0] < 1
    assert meant("Log Press") == "Leg press"


@pytest.mark.parametrize(("cutoff", "recall"), [(0.76, 0.985), (0.82, 0.96), (0.9, 0.87)])
def test_a_stricter_cutoff_finds_fewer(
    cutoff: float, recall: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(match_exercises, "CUTOFF", cutoff)
    assert precision_and_recall()[1] < recall


def test_every_known_name_finds_its_own_exercise_without_case_accents_and_brackets() -> None:
    worn = {name: _worn(name) for name in KNOWN}
    found = suggest(list(worn.values()), KNOWN)
    scores = {name: found[worn[name]] for name in KNOWN}
    assert [name for name, one in scores.items() if not one or one.score < 100] == []
    assert [name for name, one in scores.items() if one and one.exercise != KNOWN[name]] == []


def _worn(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name)
    plain = "".join(one for one in letters if not unicodedata.combining(one))
    return plain.upper().replace("(", "- ").replace(")", "")


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Barbell squat", "Front squat"),
        ("Front squat", "Back squat"),
        ("Incline bench press", "Bench press"),
        ("Bench press", "Incline bench press"),
        ("Decline press", "Incline press"),
        ("One-arm row", "Row"),
        ("Row", "One-arm row"),
        ("Single-leg calf raise", "Calf raise"),
        ("Single-arm press", "Single-leg press"),
        ("Seated press", "Standing press"),
        ("Overhead press", "Seated overhead press"),
        ("Deadlift", "Romanian deadlift"),
        ("Romanian deadlift", "Deadlift"),
        ("Sumo deadlift", "Deadlift"),
        ("Assisted dip", "Dip"),
        ("Dip", "Assisted dip"),
        ("Weighted plank", "Plank"),
        ("Bicep curl", "Tricep extension"),
        ("Leg raise", "Lateral raise"),
        ("Bench", "Bench press"),
    ],
)
def test_a_word_that_differs_makes_it_another_exercise(name: str, other: str) -> None:
    assert meant(name, {other: other}) is None


@pytest.mark.parametrize(
    "equipment", ["Barbell", "Kettlebell", "Cable", "Machine", "Band", "Smith"]
)
def test_nothing_is_suggested_across_equipment(equipment: str) -> None:
    known = {"Bench press (Dumbbell)": "Dumbbell bench press"}
    assert meant(f"Bench press ({equipment})", known) is None


def test_equipment_that_only_one_name_of_the_exercise_says_counts_for_all_its_names() -> None:
    known = {"Deadlift": "Deadlift", "Conventional pull (Barbell)": "Deadlift"}
    found = suggest(["Dead lift - BB", "Dead lift - DB"], known)
    assert found["Dead lift - BB"] == match_exercises.Suggestion("Deadlift", 95.0)
    assert found["Dead lift - DB"] is None


def test_a_name_that_fits_two_exercises_alike_gets_no_suggestion() -> None:
    known = {"Shrug (Barbell)": "Barbell shrug", "Shrug (Dumbbell)": "Dumbbell shrug"}
    assert meant("Shrugs", known) is None
    assert meant("Shrugs", {"Shrug (Barbell)": "Barbell shrug"}) == "Barbell shrug"


def test_a_misspelling_scores_less_than_the_same_words() -> None:
    right, wrong = suggest(["Bulgarian split squats!", "Bulgarain split squats!"], KNOWN).values()
    assert right
    assert wrong
    assert (right.score, 80 < wrong.score < 100) == (100, True)


@pytest.mark.parametrize("name", ["squat " * 50_000, "x" * 1_000_000, "squatt " * 15, "()", "🏋"])
def test_strange_names_get_no_suggestion(name: str) -> None:
    assert meant(name) is None


def test_five_hundred_names_each_get_an_answer() -> None:
    names = [name.replace("e", "3", 1) + " x" for name in list(KNOWN)[:500]]
    assert len(suggest(names, KNOWN)) == 500


def test_a_known_word_is_never_a_misspelling_of_another() -> None:
    known = {"Hip abduction": "Hip abduction", "Hip adduction (Machine)": "Hip adduction"}
    assert meant("Hip abductions", known) == "Hip abduction"
    assert meant("Hip adductions", known) == "Hip adduction"


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert suggest(["Squat"], {}) == {"Squat": None}
    assert suggest([], KNOWN) == {}


def test_unknown_names_are_those_the_log_lacks_most_sets_first(log: Log) -> None:
    sets = ("Zercher Squat", "JM Press", "squat (barbell)", "KNIEBEUGE (Langhantel)", "JM Press ")
    day = lift(sets=tuple(squat(exercise=name) for name in sets))
    assert unknown_names(log, [day, ride()]) == ["JM Press", "Zercher Squat"]
    store.add_session(log, day)
    assert unknown_names(log, [day, ride()]) == []


def test_what_the_log_knows_can_be_suggested(log: Log) -> None:
    store.add_session(log, lift(sets=(squat(exercise="Zercher Squat"),)))
    known = store.known_exercises(log)
    assert (known["Zercher Squat"], known["Squat (Barbell)"]) == ("Zercher Squat", "Back squat")
    assert meant("Zercher squats", known) == "Zercher Squat"
