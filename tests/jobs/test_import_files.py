"""Files to a log: looked at first, joined where two sources tell one session, never doubled."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from ironstride import store
from ironstride.importers import Choices, Mapping
from ironstride.importers.mapped.layout import fingerprint
from ironstride.importers.table import read_table
from ironstride.jobs.import_files import FilePreview, Refused, commit, compared, preview
from ironstride.jobs.match_exercises import unknown_names
from ironstride.records import Lift
from ironstride.store import Added, Log
from tests.build import run

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, 0)
BERLIN = Choices(zone="Europe/Berlin")
GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elapsed Time\n"
STRAVA = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"
HEVY = "title,start_time,end_time,exercise_title,set_type,weight_kg,reps\n"
# One run, told by both; Strava in UTC.
BY_GARMIN = "Running,2025-06-04 07:30:11,false,Berlin,10.02,700,00:50:10,150,170,00:52:00\n"
BY_STRAVA = "11,2025-06-04 05:30:11,With Ada,Run,,3120,10010.0,,,activities/11.gpx\n"
ANOTHER = "12,2025-06-06 05:30:11,Alone,Run,,3000,9000.0,,,activities/12.gpx\n"
LEGS = 'Legs,"4 Jun 2025, 18:00","4 Jun 2025, 19:00",Squat (Barbell),normal,100,5\n'
WATCH = "Strength Training,2025-06-04 18:02:33,false,Strength,--,300,00:55:00,110,140,00:56:00\n"


def look(log: Log, *files: tuple[str, str], choices: Choices = BERLIN) -> list[FilePreview]:
    with_unit = Choices(zone=choices.zone, distance_unit="km")
    found = [preview(log, name, text.encode(), with_unit, today=TODAY) for name, text in files]
    assert not [one for one in found if isinstance(one, Refused)]
    return compared(log, [one for one in found if isinstance(one, FilePreview)])


def bring(log: Log, *files: tuple[str, str], keep_both: bool = False) -> Added | None:
    looked_at = look(log, *files)
    twins = {one.new.ref for file in looked_at for one in file.duplicates}
    return commit(log, looked_at, at=NOW, apart=twins if keep_both else ())


def test_two_sources_of_one_run_become_one_session_in_either_order(log: Log) -> None:
    done = bring(log, ("garmin.csv", GARMIN + BY_GARMIN), ("strava.csv", STRAVA + BY_STRAVA))
    assert done is not None
    assert (done.sessions, done.merged) == (1, 1)
    (number,) = store.sessions(log).session_id
    shown = store.session(log, int(number))
    assert (shown.title, shown.avg_hr_bpm) == ("With Ada", 150)
    assert shown.started_at == datetime(2025, 6, 4, 7, 30, 11)
    again = look(log, ("garmin.csv", GARMIN + BY_GARMIN), ("strava.csv", STRAVA + BY_STRAVA))
    assert [(len(file.new), file.known) for file in again] == [(0, 1), (0, 1)]


def test_kept_both_they_are_two_and_are_not_asked_about_again(log: Log) -> None:
    bring(log, ("garmin.csv", GARMIN + BY_GARMIN))
    bring(log, ("strava.csv", STRAVA + BY_STRAVA), keep_both=True)
    assert len(store.runs(log)) == 2
    (again,) = look(log, ("strava.csv", STRAVA + BY_STRAVA))
    assert (len(again.new), again.duplicates) == (0, ())


def test_a_run_read_in_the_wrong_zone_is_recognised(log: Log) -> None:
    bring(log, ("garmin.csv", GARMIN + BY_GARMIN))
    (file,) = look(
        log, ("strava.csv", STRAVA + BY_STRAVA), choices=Choices(zone="America/New_York")
    )
    (found,) = file.duplicates
    assert found.sure
    assert "6 h apart" in found.why
    commit(log, [file], at=NOW)
    assert [str(one) for one in store.runs(log).started_at] == ["2025-06-04 07:30:11"]


def test_a_lift_and_the_watch_beside_it_become_one(log: Log) -> None:
    bring(log, ("garmin.csv", GARMIN + WATCH), ("hevy.csv", HEVY + LEGS))
    (number,) = store.sessions(log).session_id
    shown = store.session(log, int(number))
    assert isinstance(shown, Lift)
    assert (len(shown.sets), shown.avg_hr_bpm, shown.duration_s) == (1, 110, 3300)
    assert shown.title == "Legs"


def test_what_a_finished_file_adds_is_filled_in(log: Log) -> None:
    bring(log, ("strava.csv", STRAVA + BY_STRAVA))
    longer = STRAVA + BY_STRAVA.replace("With Ada", "With Ada and Bo") + ANOTHER
    (file,) = look(log, ("strava.csv", longer))
    assert (len(file.new), len(file.changed), file.known) == (1, 1, 0)
    done = commit(log, [file], at=NOW)
    assert done is not None
    assert (done.sessions, done.changed) == (1, 1)
    assert set(store.sessions(log).title) == {"With Ada and Bo", "Alone"}


def test_a_run_typed_in_for_that_day_is_offered(log: Log) -> None:
    number = store.add_session(log, run(started_at=datetime(2025, 6, 4, 9, 0), rpe=3.0))
    (file,) = look(log, ("garmin.csv", GARMIN + BY_GARMIN))
    (found,) = file.duplicates
    assert not found.sure
    assert found.other.ref == number
    commit(log, [file], at=NOW, apart=())
    assert store.session(log, number).rpe == 3.0
    assert store.session(log, number).avg_hr_bpm == 150
    assert len(store.runs(log)) == 1


def test_what_nobody_decided_is_kept_beside(log: Log) -> None:
    store.add_session(log, run(started_at=datetime(2025, 6, 4, 9, 0)))
    commit(log, look(log, ("garmin.csv", GARMIN + BY_GARMIN)), at=NOW)
    assert len(store.runs(log)) == 2


def test_what_the_runner_deleted_is_recognised_in_another_source(log: Log) -> None:
    bring(log, ("garmin.csv", GARMIN + BY_GARMIN))
    (number,) = store.sessions(log).session_id
    store.delete_session(log, int(number), NOW)
    bring(log, ("strava.csv", STRAVA + BY_STRAVA))
    assert store.sessions(log).empty


def test_the_same_bytes_are_known_by_their_day(log: Log) -> None:
    bring(log, ("strava.csv", STRAVA + BY_STRAVA))
    (again,) = look(log, ("other name.csv", STRAVA + BY_STRAVA))
    assert again.imported_at == NOW
    store.revert_batch(log, 1, NOW)
    (again,) = look(log, ("strava.csv", STRAVA + BY_STRAVA))
    assert again.imported_at is None


def test_what_was_answered_is_remembered_for_the_source(log: Log) -> None:
    bring(log, ("garmin.csv", GARMIN + BY_GARMIN))
    assert store.answers(log, "garmin-csv") == {"distance_unit": "km"}
    assert store.answers(log, "strava-csv") == {}


def test_a_phone_and_a_watch_in_one_file_join_what_the_log_holds(log: Log) -> None:
    bring(log, ("garmin.csv", GARMIN + BY_GARMIN))
    phone = "13,2025-06-04 05:31:00,Phone,Run,,3060,9900.0,,,activities/13.gpx\n"
    bring(log, ("strava.csv", STRAVA + phone + BY_STRAVA))
    assert len(store.runs(log)) == 1
    assert {key for key, said in store.said_before(log, "strava-csv").items() if said} == {
        "11", "13",
    }  # fmt: skip


@pytest.mark.parametrize("what", ["deleted", "taken back", "corrected"])
def test_what_another_tab_did_since_the_look_is_respected(log: Log, what: str) -> None:
    bring(log, ("garmin.csv", GARMIN + BY_GARMIN))
    looked_at = look(log, ("strava.csv", STRAVA + BY_STRAVA))
    (number,) = (int(one) for one in store.sessions(log).session_id)
    if what == "deleted":
        store.delete_session(log, number, NOW)
    elif what == "taken back":
        store.revert_batch(log, 1, NOW)
    else:
        store.correct_session(log, number, replace(store.session(log, number), title="Mine"))
    commit(log, looked_at, at=NOW)
    titles = {"deleted": [], "taken back": ["With Ada"], "corrected": ["Mine"]}
    assert list(store.sessions(log).title) == titles[what]


@pytest.mark.parametrize("keep_both", [True, False])
def test_an_import_of_four_files_is_taken_back_exactly(log: Log, keep_both: bool) -> None:
    store.add_session(log, run(started_at=datetime(2025, 6, 4, 9, 0)))
    bring(log, ("strava.csv", STRAVA + ANOTHER))
    before = [line for line in log.connection.iterdump() if _is_of_the_log(line)]
    done = bring(
        log,
        ("garmin.csv", GARMIN + BY_GARMIN + WATCH),
        ("strava.csv", STRAVA + BY_STRAVA + ANOTHER.replace("Alone", "Not alone")),
        ("hevy.csv", HEVY + LEGS + LEGS.replace("Squat (Barbell)", "Zercher carry")),
        keep_both=keep_both,
    )
    assert done is not None
    assert [line for line in log.connection.iterdump() if _is_of_the_log(line)] != before
    store.revert_batch(log, done.batch_id, NOW)
    assert [line for line in log.connection.iterdump() if _is_of_the_log(line)] == before


def _is_of_the_log(line: str) -> bool:
    kept = ("revision", "import_batch", "import_file", "import_answer")
    return not any(line.startswith(f'INSERT INTO "{name}"') for name in kept)


def test_a_table_of_ones_own_is_read_by_what_was_said_of_its_header(log: Log) -> None:
    text = "when,far,long\n2025-06-04 07:30,10.0,50:00\n"
    assert isinstance(preview(log, "mine.csv", text.encode(), BERLIN, today=TODAY), Refused)
    columns = (("start", 0), ("distance", 1), ("duration", 2))
    mapping = Mapping("runs", columns, distance_unit="km", time_shape="m:ss")
    header = fingerprint(read_table(text.encode()))
    store.keep_column_mapping(log, header, mapping.to_text())
    (file,) = look(log, ("mine.csv", text))
    assert [one.session.duration_s for one in file.new] == [3000]


def test_of_no_file_the_log_is_asked_nothing(log: Log) -> None:
    asked: list[str] = []
    log.connection.set_trace_callback(asked.append)
    assert (compared(log, []), unknown_names(log, [])) == ([], [])
    assert asked == []
