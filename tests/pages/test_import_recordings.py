from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.records import Run
from ironstride.settings import Settings
from ironstride.store import Log
from tests.importers.fit_files import a_run
from tests.pages.asking import press
from tests.pages.conftest import Visit
from tests.pages.test_import_files import drop, said
from tests.recordings import TABLE, mixed, zipped

MOST_LOOKS = 100


def read_through(app: AppTest) -> None:
    """Look again until all is read; each look waits a moment for it."""
    for _ in range(MOST_LOOKS):
        if not app.get("progress"):
            return
        app.run()
        assert not app.exception
    raise AssertionError("the reading does not end")


def bring(app: AppTest, *files: tuple[str, str | bytes]) -> None:
    drop(app, *files)
    read_through(app)


def test_a_recording_is_imported_with_its_laps_and_what_was_recorded(
    visit: Visit, log: Log
) -> None:
    app = visit("log/import_files")
    bring(app, ("run.fit", a_run().written()))
    assert "**1 new**, 0 already known, 0 files rejected" in said(app)
    press(app, "Import 1 session")
    [session_id] = (int(one) for one in store.sessions(log).session_id)
    assert len(store.laps(log, session_id)) == 2
    assert len(store.samples(log, session_id)) > 50
    press(app, "Take back")
    assert store.sessions(log).empty
    assert store.samples(log, session_id).empty


def test_an_archive_is_shown_in_groups_and_its_bad_files_by_name(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    bring(app, ("mixed.zip", mixed()))
    heads = [one.value for one in app.subheader]
    assert {"mixed.zip: 2 recordings (FIT)", "mixed.zip: 3 recordings (GPX)"} <= set(heads)
    assert [one.label for one in app.expander] == ["1 file cannot be read"] * 2
    reasons = [reason for table in app.dataframe for reason in table.value.get("reason", [])]
    assert sorted(reason.split(":")[0] for reason in reasons) == [
        "phone/empty.gpx",
        "watch/broken.fit",
    ]
    press(app, "Import 5 sessions")
    assert len(store.sessions(log)) == 5
    assert len(store.batches(log)) == 1
    press(app, "Take back")
    assert store.sessions(log).empty


def test_a_recording_on_top_of_its_row_is_one_session_and_its_word_counts(
    visit: Visit, log: Log
) -> None:
    app = visit("log/import_files")
    drop(app, ("garmin.csv", TABLE))
    press(app, "Import 1 session")
    before = store.runs(log)
    again = visit("log/import_files")
    bring(again, ("run.fit", a_run().written()))
    assert "**1 session** of this file the log or another file holds as well" in said(again)
    press(again, "Import 1 session")
    [session_id] = (int(one) for one in store.runs(log).session_id)
    found = store.session(log, session_id)
    assert isinstance(found, Run)
    assert (found.distance_m, found.avg_hr_bpm) == (903.5, 134)
    assert found.title == "Round the village"
    assert len(store.samples(log, session_id)) > 50
    press(again, "Take back")
    assert store.runs(log).equals(before)
    assert store.samples(log, session_id).empty


def test_a_table_and_an_archive_dropped_together_are_one_import(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    bring(app, ("garmin.csv", TABLE), ("one.zip", zipped({"run.fit": a_run().written()})))
    press(app, "Import 2 sessions")
    assert len(store.runs(log)) == 1
    assert len(store.batches(log)) == 1


def test_the_same_archive_twice_is_read_once(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    bring(app, ("a.zip", mixed()), ("a (1).zip", mixed()))
    press(app, "Import 5 sessions")
    assert len(store.sessions(log)) == 5


def test_an_archive_that_is_none_gets_a_sentence(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    bring(app, ("broken.zip", b"PK\x03\x04 and no more"))
    assert "broken.zip" in app.error[0].value
    assert not [one for one in app.button if one.label.startswith("Import")]


def test_many_bad_files_are_a_table(visit: Visit, log: Log) -> None:
    app = visit("log/import_files")
    bring(app, ("tables.zip", zipped({f"{n}.csv": b"a,b\n%d,2\n" % n for n in range(5)})))
    assert not app.error
    assert app.expander[0].label == "5 files cannot be read"


def test_the_page_says_how_large_a_file_may_be(visit: Visit) -> None:
    app = visit("log/import_files")
    told = " ".join(one.value for one in app.caption)
    assert "python -m ironstride import FILE" in told
    assert "20,000 files" in told


@pytest.fixture
def watched(log: Log, tmp_path: Path) -> Path:
    folder = tmp_path / "from the watch"
    folder.mkdir()
    store.save_settings(log, Settings(watched_folder=str(folder)))
    return folder


def test_new_files_of_the_watched_folder_are_offered_until_imported(
    visit: Visit, log: Log, watched: Path
) -> None:
    (watched / "run.fit").write_bytes(a_run().written())
    (watched / "list.csv").write_text(TABLE)
    app = visit("log/import_files")
    assert "2 new files in" in said(app)
    assert "list.csv, run.fit" in said(app)
    assert store.sessions(log).empty
    press(app, "Look at them")
    read_through(app)
    press(app, "Import 2 sessions")
    assert len(store.runs(log)) == 1
    assert "new file" not in said(visit("log/import_files"))
    assert (watched / "run.fit").exists()


def test_files_of_the_watched_folder_can_be_waved_away(
    visit: Visit, log: Log, watched: Path
) -> None:
    (watched / "run.fit").write_bytes(a_run().written())
    app = visit("log/import_files")
    press(app, "Do not offer them again")
    assert "new file" not in said(app)
    assert store.sessions(log).empty


def test_a_watched_folder_that_is_gone_is_named(visit: Visit, log: Log, watched: Path) -> None:
    watched.rmdir()
    app = visit("log/import_files")
    assert "The watched folder is not there" in app.warning[0].value


def test_a_watched_folder_is_chosen_in_the_settings(visit: Visit, log: Log, tmp_path: Path) -> None:
    app = visit("manage/settings")
    field = next(one for one in app.text_input if one.label == "Watched folder")
    field.input(str(tmp_path / "nowhere"))
    press(app, "Save settings")
    assert "There is no folder" in app.error[0].value
    assert store.read_settings(log).watched_folder is None
    field = next(one for one in app.text_input if one.label == "Watched folder")
    field.input(str(tmp_path))
    press(app, "Save settings")
    assert store.read_settings(log).watched_folder == str(tmp_path)
