"""Several sources of one session: merged, changed upstream, taken back exactly."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ironstride import store
from ironstride.records import Lift, Session
from ironstride.store import Log, NewFile, NewSession, SameAs, open_log
from tests.build import MORNING, lift, ride, run, squat
from tests.logs import content

AT = datetime(2026, 11, 22, 12, 0)
LATER = AT + timedelta(hours=1)
# What a revert leaves: the counter, the batch that it took back, and what the runner answered.


def add(
    log: Log,
    session: Session,
    *,
    source: str = "strava-csv",
    key: str = "1",
    same_as: SameAs | None = None,
) -> int:
    new = NewSession(key=key, session=session, same_as=same_as)
    file = NewFile(name="list.csv", sha256="0", source=source, sessions=(new,))
    return store.add_batch(log, [file], AT, lambda *_: None).batch_id


def only(log: Log) -> int:
    (number,) = store.sessions(log).session_id
    return int(number)


def outcome(log: Log) -> tuple[int, int, int, int]:
    file = store.batches(log)[0].files[0]
    return file.added, file.changed, file.merged, file.known


def test_a_merged_session_shows_what_only_the_other_source_had(log: Log) -> None:
    add(log, run(title="Lunch", elapsed_s=3100.0))
    add(log, run(avg_hr_bpm=150, duration_s=3010.0), source="garmin-csv", same_as=only(log))
    shown = store.session(log, only(log))
    assert shown == run(title="Lunch", elapsed_s=3100.0, avg_hr_bpm=150)
    assert outcome(log) == (0, 0, 1, 0)


def test_the_order_of_imports_does_not_change_what_is_shown(log: Log, tmp_path: Path) -> None:
    strava = run(title="Lunch", elapsed_s=3100.0)
    garmin = run(avg_hr_bpm=150, title="Berlin", ascent_m=30, sport="trail", surface="trail")
    add(log, strava)
    add(log, garmin, source="garmin-csv", same_as=only(log))
    with open_log(tmp_path / "other.db") as other:
        add(other, garmin, source="garmin-csv")
        add(other, strava, same_as=only(other))
        assert store.session(log, only(log)) == store.session(other, only(other))


def test_a_session_of_the_same_batch_can_be_merged_into(log: Log) -> None:
    first = NewSession(key="1", session=run())
    second = NewSession(key="a", session=run(avg_hr_bpm=150), same_as=("strava-csv", "1"))
    files = [
        NewFile(name="a.csv", sha256="", source="strava-csv", sessions=(first,)),
        NewFile(name="b.csv", sha256="", source="garmin-csv", sessions=(second,)),
    ]
    batch = store.add_batch(log, files, AT, lambda *_: None)
    assert (batch.sessions, batch.merged) == (1, 1)
    assert store.session(log, only(log)).avg_hr_bpm == 150
    store.revert_batch(log, batch.batch_id, AT)
    assert store.sessions(log).empty


def test_a_twin_that_is_gone_by_then_leaves_a_session_of_its_own(log: Log) -> None:
    add(log, run(), same_as=404)
    assert store.session(log, only(log)) == run()


def test_a_watch_gives_a_lift_its_heart_rate_and_time(log: Log) -> None:
    add(log, lift(duration_s=20_000.0, title="Legs"), source="hevy-csv")
    watch = ride(sport="strength", duration_s=2600.0, elapsed_s=2700.0, avg_hr_bpm=105)
    add(log, watch, source="garmin-csv", same_as=only(log))
    shown = store.session(log, only(log))
    assert isinstance(shown, Lift)
    assert shown.sets == lift().sets
    assert (shown.duration_s, shown.elapsed_s, shown.avg_hr_bpm) == (2600.0, 2700.0, 105)
    assert (shown.title, shown.started_at) == ("Legs", lift().started_at)


def test_a_lift_merged_into_a_watchs_session_becomes_a_lift(log: Log) -> None:
    add(log, ride(sport="strength", avg_hr_bpm=105), source="garmin-csv")
    before = content(log)
    batch = add(log, lift(), source="hevy-csv", same_as=only(log))
    assert isinstance(store.session(log, only(log)), Lift)
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_what_changed_upstream_is_updated_and_can_be_taken_back(log: Log) -> None:
    add(log, run(title="Lunch"))
    before = content(log)
    batch = add(log, run(title="Lunch with Ada", rpe=4.0))
    assert store.session(log, only(log)) == run(title="Lunch with Ada", rpe=4.0)
    assert outcome(log) == (0, 1, 0, 0)
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_a_list_that_says_less_erases_nothing(log: Log) -> None:
    add(log, run(avg_hr_bpm=150, title="Lunch"))
    add(log, run())
    assert store.session(log, only(log)) == run(avg_hr_bpm=150, title="Lunch")
    assert outcome(log) == (0, 0, 0, 1)


def test_a_list_read_in_another_zone_moves_nothing(log: Log) -> None:
    berlin = run(utc_offset_min=60)
    add(log, berlin)
    add(log, run(started_at=MORNING - timedelta(hours=6), utc_offset_min=-300))
    assert store.session(log, only(log)) == berlin
    assert outcome(log) == (0, 0, 0, 1)


def test_what_the_runner_corrected_stays_when_its_source_changes(log: Log) -> None:
    add(log, run())
    store.correct_session(log, only(log), run(title="Mine"))
    add(log, run(title="Theirs", rpe=4.0))
    assert store.session(log, only(log)) == run(title="Mine", rpe=4.0)


def test_what_was_typed_comes_first_and_stands_alone_again_after_a_revert(log: Log) -> None:
    number = store.add_session(log, run(title="Mine", rpe=3.0))
    before = content(log)
    batch = add(log, run(title="Theirs", avg_hr_bpm=150, distance_m=10_040.0), same_as=number)
    assert store.session(log, number) == run(title="Mine", rpe=3.0, avg_hr_bpm=150)
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_what_the_runner_deleted_does_not_come_back_through_another_source(log: Log) -> None:
    add(log, run())
    number = only(log)
    store.delete_session(log, number, AT)
    add(log, run(), source="garmin-csv", same_as=number)
    add(log, run(rpe=3.0))
    assert store.sessions(log).empty
    assert list(store.history(log, store.Wanted(deleted=True)).session_id) == [number]


def test_imports_taken_back_in_any_order_leave_nothing(log: Log) -> None:
    before = content(log)
    first = add(log, run(title="A"))
    second = add(log, run(avg_hr_bpm=150), source="garmin-csv", same_as=only(log))
    third = add(log, run(title="B"))
    store.revert_batch(log, first, LATER)
    assert store.session(log, only(log)).title == "B"
    store.revert_batch(log, third, LATER)
    assert store.session(log, only(log)) == run(avg_hr_bpm=150)
    store.revert_batch(log, second, LATER)
    assert content(log) == before


def test_a_reverted_import_takes_its_new_exercises_and_their_kinds_with_it(log: Log) -> None:
    held = lift(sets=(squat(exercise="Zercher carry", reps=None, hold_s=30.0, load_kg=0.0),))
    store.add_session(log, held)
    before = content(log)
    loaded = squat(exercise="Zercher carry"), squat(exercise="Anderson squat")
    batch = add(log, lift(3, sets=loaded), source="hevy-csv")
    assert content(log)["exercise"] != before["exercise"]
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_an_exercise_that_a_later_import_lifts_too_stays_until_that_one_goes(log: Log) -> None:
    sets = (squat(exercise="Anderson squat"),)
    first = add(log, lift(sets=sets), source="hevy-csv")
    second = add(log, lift(2, sets=sets), source="hevy-csv", key="2")
    store.revert_batch(log, first, LATER)
    assert "Anderson squat" in store.exercise_names(log)
    store.revert_batch(log, second, LATER)
    assert "Anderson squat" not in store.exercise_names(log)


def test_a_name_that_was_confirmed_means_its_exercise_from_then_on(log: Log) -> None:
    new = NewSession(key="1", session=lift(sets=(squat(exercise="Kniebeuge tief"),)))
    file = NewFile(name="a.csv", sha256="", source="hevy-csv", sessions=(new,))
    names = {"Kniebeuge tief": "Back squat"}
    store.add_batch(log, [file], AT, lambda *_: None, names)
    add(log, lift(3, sets=(squat(exercise="KNIEBEUGE TIEF"),)), source="hevy-csv", key="2")
    assert set(store.lift_sets(log).exercise) == {"Back squat"}


def test_what_every_source_said_is_kept_word_for_word(log: Log) -> None:
    add(log, run(title="A", rpe=4.0))
    add(log, run(title="B"), source="garmin-csv", same_as=only(log))
    rows = content(log)["session_source"]
    said = {row[1]: json.loads(str(row[4])) for row in rows}
    assert said["strava-csv"]["title"] == "A"
    assert said["garmin-csv"] == {
        "kind": "run", "started_at": "2026-11-16T07:30:00", "duration_s": 3000.0, "title": "B",
        "distance_m": 10_000.0, "type": "easy",
    }  # fmt: skip


def correct(log: Log, number: int, **changes: object) -> None:
    store.correct_session(log, number, replace(store.session(log, number), **changes))  # type: ignore[arg-type]  # fields of any kind


def test_what_only_a_reverted_import_said_is_gone_though_the_source_was_read_again(
    log: Log,
) -> None:
    first = add(log, run(avg_hr_bpm=150))
    add(log, run(title="B"))
    assert store.session(log, only(log)) == run(title="B", avg_hr_bpm=150)
    store.revert_batch(log, first, LATER)
    assert store.session(log, only(log)) == run(title="B")
    assert store.said_before(log, "strava-csv") == {"1": run(title="B")}


def test_a_correction_stays_when_one_of_two_sources_is_taken_back(log: Log) -> None:
    first = add(log, run(title="A"))
    add(log, run(avg_hr_bpm=150), source="garmin-csv", same_as=only(log))
    correct(log, only(log), title="Mine", avg_hr_bpm=140)
    store.revert_batch(log, first, LATER)
    assert store.session(log, only(log)) == run(title="Mine", avg_hr_bpm=140)


def test_words_corrected_on_the_watchs_session_stay_when_its_sets_come(log: Log) -> None:
    add(log, ride(sport="strength", avg_hr_bpm=105), source="garmin-csv")
    correct(log, only(log), title="Mine")
    before = content(log)
    batch = add(log, lift(title="Legs"), source="hevy-csv", same_as=only(log))
    shown = store.session(log, only(log))
    assert isinstance(shown, Lift)
    assert (shown.title, shown.sets) == ("Mine", lift().sets)
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_what_was_typed_can_be_merged_with_two_sources(log: Log) -> None:
    number = store.add_session(log, run(title="Mine"))
    before = content(log)
    first = add(log, run(avg_hr_bpm=150), same_as=number)
    second = add(log, run(ascent_m=30), source="garmin-csv", same_as=number)
    assert store.session(log, number) == run(title="Mine", avg_hr_bpm=150, ascent_m=30)
    store.revert_batch(log, first, LATER)
    assert store.session(log, number) == run(title="Mine", ascent_m=30)
    store.revert_batch(log, second, LATER)
    assert content(log) == before


def test_what_comes_back_to_a_correction_set_aside_is_taken_back_exactly(log: Log) -> None:
    first = add(log, run())
    number = only(log)
    correct(log, number, title="Mine")
    store.revert_batch(log, first, LATER)
    before = content(log)
    again = add(log, run(distance_m=11_000.0))
    assert store.session(log, number) == run(distance_m=11_000.0, title="Mine")
    store.revert_batch(log, again, LATER + timedelta(hours=1))
    assert content(log) == before


def test_a_source_that_was_taken_back_says_nothing_when_another_comes_back(log: Log) -> None:
    files = [
        NewFile(name="a", sha256="", source=source, sessions=(new,))
        for source, new in (
            ("strava-csv", NewSession(key="1", session=run(title="A"))),
            ("garmin-csv", NewSession(key="1", session=run(), same_as=("strava-csv", "1"))),
        )
    ]
    batch = store.add_batch(log, files, AT, lambda *_: None).batch_id
    correct(log, only(log), rpe=3.0)
    store.revert_batch(log, batch, LATER)
    add(log, run(), source="garmin-csv")
    assert store.session(log, only(log)) == run(rpe=3.0)
    assert store.said_before(log, "strava-csv") == {}
    assert list(store.history(log).source) == ["garmin-csv"]
    assert [one.sources for one in store.calendar(log)] == [{"garmin-csv"}]
    add(log, run(title="A"), same_as=only(log))
    assert store.session(log, only(log)) == run(rpe=3.0, title="A")


def test_a_correction_set_aside_follows_its_source_into_the_twin(log: Log) -> None:
    first = add(log, run())
    correct(log, only(log), title="Mine")
    store.revert_batch(log, first, LATER)
    add(log, run(avg_hr_bpm=150), source="garmin-csv")
    before = content(log)
    batch = add(log, run(), same_as=only(log))
    assert store.session(log, only(log)) == run(title="Mine", avg_hr_bpm=150)
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_a_correction_of_two_sources_follows_both_into_the_twin(log: Log) -> None:
    told = [NewSession(key="1", session=run()), NewSession(key="2", session=run(), same_as=1)]
    file = NewFile(name="a", sha256="", source="strava-csv", sessions=tuple(told))
    first = store.add_batch(log, [file], AT, lambda *_: None).batch_id
    correct(log, only(log), title="Mine")
    store.revert_batch(log, first, LATER)
    add(log, run(avg_hr_bpm=150), source="garmin-csv")
    twin = only(log)
    again = tuple(replace(one, same_as=twin) for one in told)
    store.add_batch(log, [replace(file, sessions=again)], AT, lambda *_: None)
    assert store.session(log, only(log)) == run(title="Mine", avg_hr_bpm=150)


def test_a_session_set_aside_meanwhile_swallows_nothing(log: Log) -> None:
    first = add(log, run())
    number = only(log)
    correct(log, number, title="Mine")
    store.revert_batch(log, first, LATER)
    add(log, run(rpe=4.0), source="garmin-csv", same_as=number)
    assert store.session(log, only(log)) == run(rpe=4.0)


def test_a_deleted_session_stays_deleted_when_one_of_its_sources_comes_again(log: Log) -> None:
    add(log, run())
    number = only(log)
    second = add(log, run(), source="garmin-csv", same_as=number)
    store.delete_session(log, number, LATER)
    store.revert_batch(log, second, LATER)
    add(log, run(), source="garmin-csv")
    assert store.sessions(log).empty


def test_what_was_merged_into_a_deleted_session_is_taken_back_exactly(log: Log) -> None:
    first = add(log, run())
    number = only(log)
    store.delete_session(log, number, AT - timedelta(hours=1))
    store.revert_batch(log, first, LATER)
    before = content(log)
    batch = add(log, run(avg_hr_bpm=150), source="garmin-csv", same_as=number)
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_a_session_restored_after_its_import_was_taken_back_is_the_runners_own(log: Log) -> None:
    first = add(log, run(title="A"))
    number = only(log)
    store.delete_session(log, number, LATER)
    store.revert_batch(log, first, LATER)
    store.restore_session(log, number)
    before = content(log)
    assert store.revert_batch(log, first, LATER) == 0
    batch = add(log, run(title="B", avg_hr_bpm=150), same_as=number)
    assert store.session(log, number) == run(title="A", avg_hr_bpm=150)
    store.revert_batch(log, batch, LATER)
    assert content(log) == before


def test_a_session_restored_says_only_what_its_imports_say_that_stand(log: Log) -> None:
    first = add(log, run(title="A"))
    number = only(log)
    add(log, run(avg_hr_bpm=150), source="garmin-csv", same_as=number)
    store.delete_session(log, number, LATER)
    store.revert_batch(log, first, LATER)
    store.restore_session(log, number)
    assert store.session(log, number) == run(avg_hr_bpm=150)
    assert store.said_before(log, "strava-csv") == {}


def test_an_exercise_that_a_session_no_longer_holds_outlives_the_next_revert(log: Log) -> None:
    sets = (squat(exercise="Anderson squat"),)
    first = add(log, lift(sets=sets), source="hevy-csv")
    number = store.add_session(log, lift(2, sets=sets))
    store.revert_batch(log, first, LATER)
    correct(log, number, sets=lift().sets)
    before = content(log)
    store.revert_batch(log, add(log, run()), LATER)
    assert content(log) == before


def test_two_names_of_one_exercise_may_hold_more_sets_than_one_name_may(log: Log) -> None:
    names = ["Back squat"] * 30 + ["Squat (Barbell)"] * 30
    legs = lift(sets=tuple(squat(exercise=name) for name in names))
    store.revert_batch(log, add(log, legs, source="hevy-csv"), LATER)
    number = store.add_session(log, legs)
    add(log, ride(sport="strength", avg_hr_bpm=105), source="garmin-csv", same_as=number)
    held = store.session(log, number)
    assert isinstance(held, Lift)
    assert len(held.sets) == 60


ACTIONS = st.tuples(
    st.sampled_from(["strava-csv", "garmin-csv", "hevy-csv"]),
    st.sampled_from("12"),
    st.sampled_from([run(), run(rpe=4.0), run(title="A", avg_hr_bpm=150), lift(), ride()]),
    st.booleans(),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(earlier=st.lists(ACTIONS, max_size=4), last=ACTIONS)
def test_any_import_is_taken_back_exactly(
    tmp_path_factory: pytest.TempPathFactory,
    earlier: list[tuple[str, str, Session, bool]],
    last: tuple[str, str, Session, bool],
) -> None:
    with open_log(tmp_path_factory.mktemp("log") / "training.db") as log:
        store.add_session(log, run(title="typed"))
        for source, key, session, merges in earlier:
            add(log, session, source=source, key=key, same_as=1 if merges else None)
        before = content(log)
        source, key, session, merges = last
        batch = add(log, session, source=source, key=key, same_as=1 if merges else None)
        store.revert_batch(log, batch, LATER)
        assert content(log) == before


def test_an_exercise_that_nothing_lifts_any_more_outlives_another_import(log: Log) -> None:
    first = add(log, lift(sets=(squat(exercise="Zercher"),)), source="hevy-csv")
    mine = store.add_session(log, lift(2, sets=(squat(exercise="Zercher"),)))
    store.revert_batch(log, first, LATER)
    store.correct_session(log, mine, lift(2))
    before = content(log)
    held = squat(exercise="Zercher", reps=None, hold_s=30.0, load_kg=0.0)
    second = add(log, lift(4, sets=(held,)), source="hevy-csv", key="2")
    store.revert_batch(log, second, LATER)
    assert content(log) == before
