from pathlib import Path

from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.store import Log
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


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click()
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


def test_the_same_file_twice_at_once_goes_in_once(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    drop(app, ("activities.csv", STRAVA), ("activities (1).csv", STRAVA))
    press(app, "Import 2 sessions")
    assert len(store.runs(log)) == 2


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
