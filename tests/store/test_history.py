import unicodedata
from datetime import date, timedelta

import pytest

from ironstride import store
from ironstride.records import Lap
from ironstride.store import Log, NewFile, NewSession, Wanted
from tests.build import MORNING, lift, ride, run, squat


def ids(log: Log, wanted: Wanted) -> list[int]:
    return store.history(log, wanted).session_id.tolist()


def imported(log: Log, *sessions: object, source: str = "garmin-csv", key: str = "1") -> None:
    named = tuple(NewSession(key=key, session=one) for one in sessions)  # type: ignore[arg-type]
    file = NewFile(name=f"{source}.csv", sha256=source, source=source, sessions=named)
    store.add_batch(log, [file], MORNING, lambda *_: None)


@pytest.fixture
def made(log: Log) -> list[int]:
    sessions = (
        run(title="Straße zum See", type="long"),
        run(1, type="race", race="City Mile", ascent_m=50.0),
        lift(2),
        ride(3, notes="with Ada"),
    )
    return [store.add_session(log, one) for one in sessions]


@pytest.mark.parametrize(
    ("wanted", "places"),
    [
        (Wanted(), [3, 2, 1, 0]),
        (Wanted(kind="run"), [1, 0]),
        (Wanted(type="long"), [0]),
        (Wanted(exercise="Back squat"), [2]),
        (Wanted(exercise="Plank"), []),
        (Wanted(source="typed in"), [3, 2, 1, 0]),
        (Wanted(source="garmin-csv"), []),
        (Wanted(first=date(2026, 11, 17)), [3, 2, 1]),
        (Wanted(last=date(2026, 11, 17)), [1, 0]),
        (Wanted(first=date(2026, 11, 17), last=date(2026, 11, 17)), [1]),
        (Wanted(text="STRASSE"), [0]),
        (Wanted(text="mile city"), [1]),
        (Wanted(text="squat"), [2]),
        (Wanted(text="ada"), [3]),
        (Wanted(text="wed 18 nov"), [2]),
        (Wanted(text="2026-11-19"), [3]),
        (Wanted(text="november 2026 race"), [1]),
        (Wanted(text="%"), []),
        (Wanted(text="other"), []),
        (Wanted(deleted=True), []),
        (Wanted(last=date.max), [3, 2, 1, 0]),
    ],
    ids=repr,
)
def test_the_history_holds_what_is_asked_for(
    log: Log, made: list[int], wanted: Wanted, places: list[int]
) -> None:
    assert ids(log, wanted) == [made[place] for place in places]
    assert store.totals(log, wanted).sessions == len(places)


def test_a_name_that_an_exercise_also_goes_by_is_found(log: Log, made: list[int]) -> None:
    alias = log.execute(
        "select alias from exercise_alias join exercise on exercise.id = exercise_id"
        " where name = 'Back squat' and alias not like '%squat%' limit 1"
    ).fetchone()
    assert ids(log, Wanted(text=alias[0])) == [made[2]]


def test_letters_with_accents_are_found_however_they_are_encoded(log: Log) -> None:
    apart, whole = (unicodedata.normalize(form, "Élévation") for form in ("NFD", "NFC"))
    store.add_session(log, run(title=apart))
    store.add_session(log, run(1, title=whole))
    for typed in (apart, whole, whole.upper()):
        assert ids(log, Wanted(text=typed)) == [2, 1]


def test_looking_at_the_history_changes_no_exercise_name(log: Log) -> None:
    apart, whole = (unicodedata.normalize(form, "Übung") for form in ("NFD", "NFC"))
    store.add_session(log, lift(sets=(squat(exercise=apart),)))
    store.history(log)
    store.add_session(log, lift(1, sets=(squat(exercise=whole.upper()),)))
    assert set(store.lift_sets(log).exercise) == {apart}


def test_a_page_is_cut_out_of_the_history(log: Log) -> None:
    made = [store.add_session(log, run(days)) for days in range(5)]
    page = store.history(log, Wanted(), skip=1, count=2)
    assert page.session_id.tolist() == [made[3], made[2]]


def test_totals_leave_warmups_failed_attempts_and_help_out(log: Log) -> None:
    sets = (
        squat(set_type="warmup"),
        squat(reps=0),
        squat(),
        squat(exercise="Assisted pull-up", reps=5, load_kg=20.0),
        squat(exercise="Plank", reps=None, hold_s=60.0, load_kg=10.0),
    )
    store.add_session(log, lift(sets=sets))
    store.add_session(log, run(ascent_m=80.0))
    kind = store.lift_sets(log).set_index("exercise").kind.to_dict()["Assisted pull-up"]
    assert kind == "assisted"
    told = store.totals(log, Wanted())
    assert (told.working_sets, told.tonnage_kg) == (3, 500.0)
    assert (told.sessions, told.runs, told.lifts) == (2, 1, 1)
    assert (told.distance_m, told.duration_s, told.ascent_m) == (10_000.0, 5700.0, 80.0)
    assert store.totals(log, Wanted(exercise="Plank")).working_sets == 1


def test_the_trash_shows_what_was_deleted_last_first(log: Log, made: list[int]) -> None:
    store.delete_session(log, made[3], MORNING)
    store.delete_session(log, made[0], MORNING + timedelta(days=1))
    assert ids(log, Wanted(deleted=True)) == [made[0], made[3]]
    assert store.restore_sessions(log, Wanted(deleted=True, kind="run")) == 1
    assert ids(log, Wanted(deleted=True)) == [made[3]]


def test_a_reverted_import_is_neither_listed_nor_restored(log: Log) -> None:
    imported(log, run())
    store.revert_batch(log, store.batches(log)[0].id, MORNING)
    assert store.restore_sessions(log, Wanted(deleted=True)) == 0
    assert store.history(log).empty
    assert store.is_empty(log)


def test_sources_and_exercises_of_the_log_are_named(log: Log, made: list[int]) -> None:
    imported(log, ride(9))
    assert store.sources(log) == ["garmin-csv", "typed in"]
    assert store.lifted_exercises(log) == ["Back squat"]


def test_runs_are_changed_in_one_go_and_no_import_changes_them_back(log: Log) -> None:
    imported(log, run(type="easy"))
    number = int(store.sessions(log).session_id[0])
    assert store.change_runs(log, Wanted(), "type", "tempo") == 1
    assert store.change_runs(log, Wanted(), "surface", "trail") == 1
    assert store.corrected_fields(log, number) == ["surface", "type"]
    imported(log, run(type="easy", surface="road", avg_hr_bpm=150.0))
    kept = run(type="tempo", surface="trail", avg_hr_bpm=150.0)
    assert store.session(log, number) == kept


def test_a_race_with_a_name_stays_a_race(log: Log, made: list[int]) -> None:
    assert store.runs_to_change(log, Wanted(), "type", "easy") == [made[0]]
    assert store.named_races(log, Wanted()) == 1
    assert store.change_runs(log, Wanted(), "surface", "road") == 2
    assert store.change_runs(log, Wanted(), "surface", None) == 2


@pytest.mark.parametrize(("field", "value"), [("type", "sprint"), ("type", None), ("surface", "")])
def test_a_type_or_surface_that_is_none_is_refused(
    log: Log, made: list[int], field: str, value: str | None
) -> None:
    with pytest.raises(ValueError, match="must be one of"):
        store.change_runs(log, Wanted(), field, value)  # type: ignore[arg-type]
    assert store.corrected_fields(log, made[0]) == []


def test_neighbours_leave_out_what_is_deleted(log: Log, made: list[int]) -> None:
    assert store.neighbours(log, made[0]) == (None, made[1])
    store.delete_session(log, made[1], MORNING)
    assert store.neighbours(log, made[0]) == (None, made[2])
    assert store.neighbours(log, made[3]) == (made[2], None)


def test_sessions_at_the_same_moment_are_neighbours_once(log: Log) -> None:
    first, second = store.add_session(log, run()), store.add_session(log, run(sport="trail"))
    assert store.neighbours(log, first) == (None, second)
    assert store.neighbours(log, second) == (first, None)


def test_laps_and_sets_of_one_session_are_read(log: Log, made: list[int]) -> None:
    laps = tuple(Lap(distance_m=5000, duration_s=seconds) for seconds in (1400, 1600))
    number = store.add_session(log, run(5, laps=laps))
    store.add_session(log, run(6, laps=laps))
    assert store.laps(log, number).duration_s.tolist() == [1400.0, 1600.0]
    store.add_session(log, lift(7))
    assert set(store.lift_sets(log, made[2]).session_id) == {made[2]}


def test_each_source_tells_its_latest_word(log: Log) -> None:
    number = store.add_session(log, run(title="Mine"))
    assert store.told_of(log, number) == []
    imported(log, run(title="Watch", avg_hr_bpm=150.0))
    other = int(store.sessions(log).session_id.max())
    (told,) = store.told_of(log, other)
    assert (told.source, told.file, told.imported_at) == ("garmin-csv", "garmin-csv.csv", MORNING)
    assert told.session == run(title="Watch", avg_hr_bpm=150.0)
