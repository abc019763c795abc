from datetime import datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.importers.mapped.layout import fingerprint
from ironstride.importers.table import read_table
from ironstride.store import Log
from tests.build import run
from tests.pages.asking import press
from tests.pages.conftest import Visit

STRAVA = """\
Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,\
Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,\
Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain
101,"Jun 4, 2024, 6:13:47 AM",Morning Run,Run,,3100,10.0,,,false,,,activities/1.fit.gz,,,\
3100,3000,10000,4,3.3,50
102,"Jun 5, 2024, 11:30:00 PM",Late *Run*,Run,,1500,5.0,,,false,,,activities/2.fit.gz,,,\
1500,1500,5000,4,3.3,10
103,"Jun 6, 2024, 6:00:00 AM",Rocket,Run,,600,10.0,,,false,,,activities/3.fit.gz,,,\
600,600,10000,4,3.3,10
"""
STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,\
Distance,Seconds,Notes,Workout Notes,RPE
2024-05-31 12:24:39,Legs,45m,Squat (Barbell),1,225,5,0,0,,,8
"""


def drop(app: AppTest, *files: tuple[str, str | bytes]) -> None:
    uploader = app.file_uploader(key="files-0")
    for name, content in files:
        uploader.upload(name, content.encode() if isinstance(content, str) else content)
    app.run()
    assert not app.exception


def said(app: AppTest) -> str:
    return "\n".join(one.value for one in app.markdown)


def test_a_file_is_looked_at_imported_and_taken_back(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA))
    assert "**2 new**, 0 already known, 1 row rejected" in said(app)
    assert "2 runs, 15 km, fastest from 1 km on 5:00 /km" in said(app)
    assert store.sessions(log).empty
    press(app, "Import 2 sessions")
    assert "Imported 2 sessions" in app.success[0].value
    assert list(store.runs(log).distance_m) == [10_000, 5_000]
    assert str(store.runs(log).started_at.iloc[1]) == "2024-06-06 01:30:00"
    press(app, "Take back")
    assert store.sessions(log).empty
    assert "Taken back" in [line.value for line in app.text]


def test_importing_again_adds_nothing(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA))
    press(app, "Import 2 sessions")
    again = visit("log/import_files")
    drop(again, ("activities.csv", STRAVA))
    assert "Nothing new" in again.info[0].value
    assert not [one for one in again.button if one.label.startswith("Import")]
    assert len(store.batches(log)) == 1


def test_the_name_of_a_file_cannot_turn_what_is_said_of_it(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("a\u202efdp.csv", STRAVA))
    press(app, "Import 2 sessions")
    assert any("a\ufffdfdp.csv: Strava activities.csv, 2 added" in one.value for one in app.text)


def test_the_same_file_twice_at_once_goes_in_once(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA), ("activities (1).csv", STRAVA))
    press(app, "Import 2 sessions")
    assert len(store.runs(log)) == 2


def test_a_file_that_asks_can_be_dropped_twice(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("strong.csv", STRONG), ("strong.csv", STRONG), ("strong (1).csv", STRONG))
    assert len(app.radio) == 1
    assert "strong (1).csv is the very same file as strong.csv" in app.caption[1].value
    app.radio[0].set_value("lb").run()
    press(app, "Import 1 session")
    assert len(store.lift_sets(log)) == 1


def test_what_is_open_is_named_beside_the_button(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=datetime(2024, 6, 4, 6, 0)))
    app = visit("log/import_files")
    drop(app, ("a.csv", STRONG), ("b.csv", GARMIN), ("c.csv", GERMAN))
    assert app.info[-1].value == (
        "Before the import, please answer above: what a.csv does not say; "
        "which sessions of b.csv are the same as others; whether the exercise names are right."
    )


def test_a_unit_is_asked_for_before_anything_is_written(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("strong.csv", STRONG))
    button = next(one for one in app.button if one.label == "Import 1 session")
    assert button.disabled
    app.radio[0].set_value("lb").run()
    assert "heaviest set 102.1 kg" in said(app)
    press(app, "Import 1 session")
    assert round(store.lift_sets(log).load_kg.iloc[0], 2) == 102.06


def test_a_file_that_cannot_be_read_gets_a_sentence_and_the_others_go_in(
    visit: Visit, log: Log, tmp_path: Path
) -> None:
    app = visit("log/import_files")
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    drop(app, ("empty.csv", b""), ("picture.csv", picture), ("activities.csv", STRAVA))
    assert len(app.error) == 2
    assert app.error[0].value.startswith("empty.csv: ")
    press(app, "Import 2 sessions")
    assert len(store.runs(log)) == 2


def test_a_run_of_the_future_is_rejected(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA.replace("Jun 4, 2024", "Jun 4, 2094")))
    assert "**1 new**, 0 already known, 2 rows rejected" in said(app)


def test_without_a_zone_the_zone_is_asked_for(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    app.context["timezone"] = "Etc/Unknown"
    drop(app, ("activities.csv", STRAVA))
    app.selectbox[0].select("America/New_York").run()
    press(app, "Import 2 sessions")
    assert str(store.runs(log).started_at.iloc[1]) == "2024-06-05 19:30:00"


def test_two_files_dropped_at_once_are_one_import(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA), ("strong.csv", STRONG))
    app.radio[0].set_value("kg").run()
    press(app, "Import 3 sessions")
    assert len(store.batches(log)) == 1
    press(app, "Take back")
    assert store.sessions(log).empty


def test_a_file_of_absurd_rows_writes_nothing_and_says_so(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("strong.csv", STRONG.replace(",225,5,", ",99999,5,")))
    assert "1 row rejected" in said(app)
    assert app.info[0].value == "There is nothing to import: no row can be read."
    assert store.sessions(log).empty


GARMIN = """\
Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,\
Avg Stride Length
Running,2024-06-04 08:13:47,false,Berlin,10.00,700,00:50:00,150,170,172,1.16
"""
GERMAN = """\
title,start_time,end_time,exercise_title,set_type,weight_kg,reps
Beine,"4 Jun 2024, 18:00","4 Jun 2024, 19:00",Barbel Back Sqats,normal,100,5
Beine,"4 Jun 2024, 18:00","4 Jun 2024, 19:00",Zercher Karussell,normal,40,8
"""


def test_one_run_from_two_sources_is_merged(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("garmin.csv", GARMIN), ("activities.csv", STRAVA))
    assert "**1 session** of this file the log or another file holds as well" in said(app)
    press(app, "Import 3 sessions")
    assert "1 merged into others" in app.success[0].value
    assert store.runs(log).avg_hr_bpm.iloc[0] == 150
    assert len(store.runs(log)) == 2
    press(app, "Take back")
    assert store.runs(log).empty


def test_one_run_from_two_sources_can_be_kept_as_two(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("garmin.csv", GARMIN), ("activities.csv", STRAVA))
    app.segmented_control[0].set_value("apart").run()
    press(app, "Import 3 sessions")
    assert len(store.runs(log)) == 3


def test_what_may_be_the_same_must_be_decided(visit: Visit, log: Log) -> None:
    store.add_session(log, run(started_at=datetime(2024, 6, 4, 6, 0)))
    app = visit("log/import_files")
    drop(app, ("garmin.csv", GARMIN))
    button = next(one for one in app.button if one.label == "Import 1 session")
    assert button.disabled
    app.segmented_control[0].set_value("merge").run()
    press(app, "Import 1 session")
    assert len(store.runs(log)) == 1
    assert store.runs(log).avg_hr_bpm.iloc[0] == 150


def test_an_exercise_name_is_confirmed_and_remembered(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("hevy.csv", GERMAN))
    assert "each to become a new exercise: Zercher Karussell" in said(app)
    assert app.selectbox[0].value == "Back squat"
    assert next(one for one in app.button if one.label == "Import 1 session").disabled
    app.checkbox[0].check().run()
    press(app, "Import 1 session")
    assert list(store.lift_sets(log).exercise) == ["Back squat", "Zercher Karussell"]
    again = visit("log/import_files")
    drop(again, ("hevy.csv", GERMAN.replace("Jun", "Jul")))
    assert not again.checkbox
    press(again, "Import 1 session")
    assert store.lift_sets(log).exercise.iloc[2] == "Back squat"


def test_a_suggested_name_can_be_a_new_exercise(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("hevy.csv", GERMAN))
    app.selectbox[0].select("A new exercise").run()
    app.checkbox[0].check().run()
    press(app, "Import 1 session")
    assert "Barbel Back Sqats" in set(store.lift_sets(log).exercise)


def test_an_answer_stands_there_for_the_next_file_of_its_source(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("strong.csv", STRONG))
    app.radio[0].set_value("lb").run()
    press(app, "Import 1 session")
    again = visit("log/import_files")
    drop(again, ("strong.csv", STRONG.replace("2024-05-31", "2024-06-01")))
    assert again.radio[0].value == "lb"
    press(again, "Import 1 session")
    assert store.lift_sets(log).load_kg.round(2).tolist() == [102.06, 102.06]


def test_a_file_shows_where_its_numbers_come_from(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA))
    table = app.table[0].value
    assert ["distance", "Distance", "m"] in table.values.tolist()
    assert "UTC, shown in Europe/Berlin" in set(table["read as"])


def test_a_file_of_the_same_bytes_is_named_with_its_day(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA))
    press(app, "Import 2 sessions")
    again = visit("log/import_files")
    drop(again, ("renamed.csv", STRAVA))
    assert any("the very same file on" in one.value for one in again.caption)


MINE = """\
when,what,how far (km),how long,note
04.06.2024 07:10,Laufen,10.0,50:00,
05.06.2024 07:10,Laufen,5.0,26:00,warm
"""


def test_an_unknown_table_is_mapped_once_and_read_by_itself_from_then_on(
    visit: Visit, log: Log
) -> None:
    app = visit("log/import_files")
    drop(app, ("mine.csv", MINE))
    assert not [one for one in app.button if one.label.startswith("Import")]
    press(app, "Use this mapping")
    press(app, "Import 2 sessions")
    assert list(store.runs(log).distance_m) == [10_000, 5_000]
    assert str(store.runs(log).started_at.iloc[0]) == "2024-06-04 07:10:00"
    again = visit("log/import_files")
    drop(again, ("more.csv", MINE + "06.06.2024 07:10,Laufen,6.0,31:00,\n"))
    assert "as you said of columns like these" in " ".join(one.value for one in again.text)
    press(again, "Import 1 session")
    assert len(store.runs(log)) == 3


def test_the_form_of_the_columns_closes_once_it_is_used(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("mine.csv", MINE))
    press(app, "Use this mapping")
    assert not [one for one in app.button if one.label == "Use this mapping"]
    press(app, "Change what its columns hold")
    press(app, "Use this mapping")
    assert [one for one in app.button if one.label == "Change what its columns hold"]


def test_a_table_that_waits_for_its_columns_holds_the_others_back(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("mine.csv", MINE), ("activities.csv", STRAVA))
    assert "what the columns of mine.csv hold" in app.info[-1].value
    assert next(one for one in app.button if one.label == "Import 2 sessions").disabled
    press(app, "Use this mapping")
    press(app, "Import 4 sessions")
    assert len(store.runs(log)) == 4


def test_what_the_dates_of_one_table_showed_holds_for_the_next(visit: Visit, log: Log) -> None:
    header = "day,far (km),long\n"
    app = visit("log/import_files")
    drop(app, ("mine.csv", header + "13/04/2024,10,50:00\n"))
    press(app, "Use this mapping")
    press(app, "Import 1 session")
    again = visit("log/import_files")
    drop(again, ("more.csv", header + "05/04/2024,10,50:00\n"))
    press(again, "Import 1 session")
    assert [str(one)[:10] for one in store.runs(log).started_at] == ["2024-04-05", "2024-04-13"]


def test_what_was_said_of_the_columns_can_be_changed(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("mine.csv", MINE))
    press(app, "Use this mapping")
    press(app, "Import 2 sessions")
    again = visit("log/import_files")
    drop(again, ("mine.csv", MINE))
    press(again, "Change what its columns hold")
    assert any(one.label == "Use this mapping" for one in again.button)


def test_a_mapping_that_an_older_version_wrote_is_asked_for_anew(visit: Visit, log: Log) -> None:
    header = fingerprint(read_table(MINE.encode()))
    store.keep_column_mapping(log, header, '{"kind": "swims"}')
    app = visit("log/import_files")
    drop(app, ("mine.csv", MINE))
    assert any(one.label == "Use this mapping" for one in app.button)
