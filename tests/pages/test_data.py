"""Manage, Data: every button, with the log looked at after it."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ironstride import store
from ironstride.jobs.export import exported
from ironstride.settings import Settings
from ironstride.store import Log, NewFile, NewSession, dump
from ironstride.ui.data_export import content
from tests.build import MORNING, lift, run
from tests.logs import tables
from tests.pages.asking import press
from tests.pages.conftest import Visit


def typed(app: AppTest, label: str, text: str) -> None:
    next(one for one in app.text_input if one.label == label).input(text)


def drop(app: AppTest, name: str, content: bytes) -> None:
    app.file_uploader[0].upload(name, content)
    app.run()
    assert not app.exception


def lines(app: AppTest) -> str:
    kinds = (app.text, app.markdown, app.success, app.error, app.code, app.caption)
    return "\n".join(one.value for kind in kinds for one in kind)


def test_the_page_works_on_an_empty_log(visit: Visit, log: Log) -> None:
    app = visit("manage/data")
    assert "There is no backup yet." in lines(app)
    assert str(log.path) in lines(app)
    assert "Imports so far" not in [one.value for one in app.subheader]


def test_each_form_can_be_downloaded_and_is_made_when_it_is_asked_for(
    visit: Visit, log: Log
) -> None:
    store.add_session(log, run(title="=cmd()"))
    app = visit("manage/data")
    labels = [one.label for one in app.download_button]
    assert labels == ["CSV files in a zip", "One JSON file", "SQLite file"]
    assert content(log.path, "zip").startswith(b"PK")
    assert content(log.path, "json") == exported(log, "json")
    assert content(log.path, "db").startswith(b"SQLite format 3")


@pytest.mark.parametrize("form", ["zip", "json", "db"])
def test_an_export_is_looked_at_restored_and_undone(visit: Visit, log: Log, form: str) -> None:
    store.add_session(log, run(title="Before"))
    export, held = exported(log, form), tables(log)
    store.add_session(log, lift(3))
    both = tables(log)
    app = visit("manage/data")
    drop(app, "../../etc/passwd", export)
    assert "It holds 1 session, 16 Nov 2026 to 16 Nov 2026" in lines(app)
    assert tables(log) == both
    press(app, "Replace my log by this")
    assert tables(log) == held
    assert "Restored." in app.success[0].value
    assert not [one for one in app.button if one.label == "Replace my log by this"]
    press(app, "Undo")
    assert tables(log) == both
    asked = [one for one in store.backups(log.path) if one.occasion == "asked"]
    assert len(dump.dump_of_file(asked[0].path).tables["session"]) == 2


@pytest.mark.parametrize("content", [b"", b"Date,Distance\n", b"PK\x03\x04", b"SQLite format 3\0"])
def test_what_is_no_export_gets_a_sentence_and_no_button(
    visit: Visit, log: Log, content: bytes
) -> None:
    store.add_session(log, run())
    before = tables(log)
    app = visit("manage/data")
    drop(app, "log.zip", content)
    assert "othing was changed" in app.error[0].value
    assert not [one for one in app.button if one.label == "Replace my log by this"]
    assert tables(log) == before


def test_a_backup_is_made_put_back_and_that_is_undone(visit: Visit, log: Log) -> None:
    app = visit("manage/data")
    store.add_session(log, run(title="Kept"))
    press(app, "Back up now")
    assert [one.occasion for one in store.backups(log.path)].count("asked") == 1
    kept = tables(log)
    store.delete_session(log, 1, MORNING)
    store.add_session(log, lift())
    later = tables(log)
    app = visit("manage/data")
    key = next(one.path.name for one in store.backups(log.path) if one.occasion == "asked")
    app.button(key=f"put-back-{key}").click().run()
    assert not app.exception
    assert tables(log) == kept
    press(app, "Undo")
    assert tables(log) == later


def test_the_first_page_of_a_day_backs_the_log_up(visit: Visit, log: Log) -> None:
    store.add_session(log, run())
    visit("log/run")
    visit("manage/data")
    (backup,) = store.backups(log.path)
    assert backup.occasion == "daily"
    assert dump.dump_of_file(backup.path) == dump.dump(log)


def test_a_backup_that_fails_is_said_and_the_page_goes_on(visit: Visit, log: Log) -> None:
    store.add_session(log, run())
    (log.path.parent / "backups").touch()
    app = visit("today/today")
    assert "Today's backup could not be made" in app.warning[0].value
    assert app.title[0].value == "Today"
    app.run()
    assert not app.warning


def test_the_older_backups_are_there_as_well(visit: Visit, log: Log) -> None:
    store.add_session(log, run())
    for minute in range(7):
        store.back_up_now(log, datetime(2026, 11, 16, 12, minute))
    app = visit("manage/data")
    assert len([one for one in app.button if one.label == "Put back"]) == 8
    assert app.expander[0].label == "3 older"


def test_a_sound_file_is_called_sound(visit: Visit, log: Log) -> None:
    app = visit("manage/data")
    press(app, "Check the file")
    assert "The file is sound" in app.success[0].value


def test_a_broken_reference_is_said(visit: Visit, log: Log, log_file: Path) -> None:
    with sqlite3.connect(log_file) as opened:
        opened.execute("insert into run (session_id, type) values (404, 'easy')")
    opened.close()
    app = visit("manage/data")
    press(app, "Check the file")
    assert "Something is wrong" in app.error[0].value
    assert "a row of run points nowhere" in lines(app)


def test_the_log_is_copied_elsewhere_and_stays_where_it_is(
    visit: Visit, log: Log, tmp_path: Path
) -> None:
    store.add_session(log, run())
    folder = tmp_path / "my new place"
    folder.mkdir()
    app = visit("manage/data")
    typed(app, "New place", str(folder))
    press(app, "Copy it there")
    copy = folder / "training.db"
    assert f"IRONSTRIDE_LOG='{copy}' ironstride serve" in lines(app)
    assert dump.dump_of_file(copy) == dump.dump(log)
    assert log.path.exists()
    press(app, "Copy it there")
    assert "already" in app.error[0].value


@pytest.mark.parametrize("place", ["", "here.db", "/dev/null/log.db", "~nobody-of-this-name/x"])
def test_a_place_that_is_none_gets_a_sentence(visit: Visit, log: Log, place: str) -> None:
    app = visit("manage/data")
    typed(app, "New place", place)
    press(app, "Copy it there")
    assert len(app.error) == 1


def test_nothing_is_deleted_without_the_word(visit: Visit, log: Log) -> None:
    store.add_session(log, run())
    app = visit("manage/data")
    for word in ("", "delete", "DELETE IT"):
        typed(app, "Type DELETE to go on", word)
        press(app, "Delete everything")
        assert "nothing was deleted" in app.error[0].value
    assert len(store.runs(log)) == 1


def test_everything_is_deleted_backed_up_and_undone(visit: Visit, log: Log) -> None:
    store.add_session(log, run())
    store.save_settings(log, Settings(max_hr_bpm=190))
    before = tables(log)
    app = visit("manage/data")
    typed(app, "Type DELETE to go on", "DELETE")
    press(app, "Delete everything")
    assert store.sessions(log).empty
    assert store.read_settings(log) == Settings()
    backup = next(one for one in store.backups(log.path) if one.occasion == "asked")
    held = dump.dump_of_file(backup.path).tables
    assert {name: rows for name, rows in held.items() if name != "revision"} == before
    press(app, "Undo")
    assert tables(log) == before


def test_an_import_is_counted_taken_back_and_that_is_undone(visit: Visit, log: Log) -> None:
    new = NewSession(key="1", session=run())
    file = NewFile(name="a.csv", sha256="", source="strava-csv", sessions=(new,))
    store.add_batch(log, [file], MORNING, lambda *_: None)
    before = tables(log)
    app = visit("manage/data")
    assert "a.csv: Strava activities.csv, 1 added" in lines(app)
    press(app, "Take back")
    assert store.runs(log).empty
    press(app, "Undo")
    assert tables(log) == before
