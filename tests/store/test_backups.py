"""Copies of the log: taken, counted, put back whole; an act can be undone once."""

import os
import sqlite3
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from ironstride import store
from ironstride.settings import Settings
from ironstride.store import Log, LogError, dump, open_log
from ironstride.store.migrate import back_up, empty_tables
from tests.build import lift, run

TODAY = date(2026, 11, 16)


def content(log: Log) -> list[str]:
    return [line for line in log.connection.iterdump() if '"revision"' not in line]


def test_a_daily_copy_is_taken_once_and_the_oldest_go(log: Log) -> None:
    store.add_session(log, run())
    assert store.back_up_daily(log, TODAY) is not None
    assert store.back_up_daily(log, TODAY) is None
    for days in range(1, 20):
        store.back_up_daily(log, TODAY + timedelta(days=days))
    names = sorted(one.path.name for one in store.backups(log.path))
    assert len(names) == 14
    assert names[0] == "training-day-2026-11-22.db"


def test_copies_of_a_clock_that_ran_ahead_do_not_crowd_out_those_of_today(log: Log) -> None:
    store.add_session(log, run())
    for days in range(20):
        store.back_up_daily(log, date(2036, 1, 1) + timedelta(days=days))
    for days in range(3):
        taken = store.back_up_daily(log, TODAY + timedelta(days=days))
        assert taken is not None
        assert taken.exists()
    names = sorted(one.path.name for one in store.backups(log.path))
    assert len(names) == 14
    assert [name for name in names if "2026" in name] == [
        f"training-day-2026-11-{day}.db" for day in (16, 17, 18)
    ]


def test_a_copy_put_back_is_the_log_as_it_was(log: Log) -> None:
    store.add_session(log, run())
    before = content(log)
    copy = store.back_up_now(log, datetime(2026, 11, 16, 12))
    revision = log.revision
    store.add_session(log, lift())
    store.delete_session(log, 1, datetime(2026, 11, 16, 13))
    store.restore_backup(log, copy)
    assert content(log) == before
    assert log.revision > revision + 2


def test_another_reader_sees_the_log_that_was_put_back(log: Log) -> None:
    store.add_session(log, run())
    copy = store.back_up_now(log, datetime(2026, 11, 16, 12))
    store.add_session(log, run(2))
    with open_log(log.path) as other:
        assert len(store.runs(other)) == 2
        store.restore_backup(log, copy)
        assert len(store.runs(other)) == 1


def test_what_is_no_log_is_refused_and_nothing_changes(log: Log, tmp_path: Path) -> None:
    store.add_session(log, run())
    before = content(log)
    text, foreign, newer = (tmp_path / name for name in ("text.db", "foreign.db", "newer.db"))
    text.write_bytes(b"no database at all " * 99)
    with sqlite3.connect(foreign) as other:
        other.execute("create table theirs (id)")
    other.close()
    newer.write_bytes(store.back_up_now(log, datetime(2026, 11, 16, 12)).read_bytes())
    with sqlite3.connect(newer) as other:
        other.execute("pragma user_version = 99")
    other.close()
    for source in (text, foreign, newer, tmp_path / "nowhere.db"):
        with pytest.raises(LogError):
            store.restore_backup(log, source)
    assert content(log) == before


def test_an_act_is_undone_once_and_only_while_nothing_else_changed(log: Log) -> None:
    store.add_session(log, run())
    before = content(log)
    store.keep_for_undo(log)
    store.delete_session(log, 1, datetime(2026, 11, 16, 13))
    after = log.revision
    assert store.undo(log, after)
    assert content(log) == before
    assert not store.undo(log, log.revision)
    store.keep_for_undo(log)
    store.delete_session(log, 1, datetime(2026, 11, 16, 13))
    after = log.revision
    store.add_session(log, lift())
    assert not store.undo(log, after)


def test_a_copy_for_undo_that_another_window_wrote_over_undoes_nothing(log: Log) -> None:
    store.add_session(log, run())
    store.keep_for_undo(log)
    store.delete_session(log, 1, datetime(2026, 11, 16, 13))
    with open_log(log.path) as other:
        store.keep_for_undo(other)
    assert not store.undo(log, log.revision)
    assert store.runs(log).empty


def test_an_act_is_not_undone_when_another_window_wrote_between_its_copy_and_it(log: Log) -> None:
    store.add_session(log, run())
    store.keep_for_undo(log)
    with open_log(log.path) as other:
        store.add_session(other, run(1))
    store.delete_session(log, 1, datetime(2026, 11, 16, 13))
    assert not store.undo(log, log.revision)
    assert len(store.runs(log)) == 1


def test_two_logs_in_one_folder_are_undone_each_by_its_own_copy(log: Log) -> None:
    store.add_session(log, run(title="Mine"))
    store.keep_for_undo(log)
    store.delete_session(log, 1, datetime(2026, 11, 16, 13))
    with open_log(log.path.with_name("other.db")) as other:
        store.keep_for_undo(other)
    assert store.undo(log, log.revision)
    assert store.session(log, 1).title == "Mine"


def test_a_folder_that_takes_no_copy_gets_a_sentence(log: Log) -> None:
    store.add_session(log, run())
    (log.path.parent / "backups").write_text("a file where the folder should be")
    for copy in (
        lambda: store.keep_for_undo(log),
        lambda: store.back_up_now(log, datetime(2026, 11, 16, 12)),
    ):
        with pytest.raises(LogError, match="A copy of the log cannot be written into"):
            copy()


def test_an_old_log_whose_copy_cannot_be_made_is_not_migrated(log_file: Path) -> None:
    with sqlite3.connect(log_file) as opened:
        empty_tables(1).backup(opened)
    opened.close()
    store.folder_of(log_file).touch()
    with pytest.raises(LogError, match="A copy of the log cannot be written"), open_log(log_file):
        pass
    with sqlite3.connect(log_file) as opened:
        assert opened.execute("pragma user_version").fetchone()[0] == 1
    opened.close()


def test_the_log_is_copied_whole_while_another_program_writes(log: Log, tmp_path: Path) -> None:
    for day in range(30):
        store.add_session(log, run(day, notes="x" * 9000))
    done = threading.Event()

    def write() -> None:
        with open_log(log.path) as other:
            while not done.is_set():
                store.add_session(other, run(99))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            store.copy_log(log, tmp_path / f"copy {number}.db")
    finally:
        done.set()
        writer.join()
    assert len(dump.dump_of_file(tmp_path / "copy 4.db").tables["session"]) >= 30


def test_the_copy_for_undo_is_no_backup(log: Log) -> None:
    store.keep_for_undo(log)
    assert store.backups(log.path) == []


def test_a_sound_log_has_no_problems_and_a_broken_reference_is_named(log: Log) -> None:
    assert store.integrity_problems(log) == []
    log.connection.execute("pragma foreign_keys = off")
    log.connection.execute("insert into run (session_id, type) values (404, 'easy')")
    assert store.integrity_problems(log) == ["a row of run points nowhere"]


def test_nothing_is_copied_while_nothing_was_ever_written(log: Log) -> None:
    assert store.back_up_daily(log, TODAY) is None
    assert store.backups(log.path) == []


def test_two_copies_of_one_second_are_two_files(log: Log) -> None:
    noon = datetime(2026, 11, 16, 12)
    first, second = store.back_up_now(log, noon), store.back_up_now(log, noon)
    assert first != second
    assert {one.path for one in store.backups(log.path)} == {first, second}


def test_the_copies_of_another_log_in_the_same_folder_are_not_ours(log: Log) -> None:
    store.add_session(log, run())
    mine = store.back_up_now(log, datetime(2026, 11, 16, 12))
    other = log.path.with_name("training-2.db")
    with open_log(other) as second:
        store.add_session(second, run())
        store.back_up_daily(second, TODAY)
        for days in range(20):
            store.back_up_daily(log, TODAY + timedelta(days=days))
    assert [one.path for one in store.backups(log.path) if one.occasion == "asked"] == [mine]
    assert len(store.backups(log.path)) == 15
    assert len(store.backups(other)) == 1


def test_a_copy_of_an_older_version_is_brought_up_to_date_before_it_takes_the_place(
    log: Log, tmp_path: Path
) -> None:
    old = tmp_path / "old #1?.db"
    with sqlite3.connect(old) as opened:
        empty_tables(1).backup(opened)
    opened.close()
    before = old.read_bytes()
    store.add_session(log, run())
    store.restore_backup(log, old)
    assert store.runs(log).empty
    assert "Back squat" in store.exercise_names(log)
    assert old.read_bytes() == before


def test_a_copy_with_an_older_catalogue_can_be_put_back(log: Log) -> None:
    with log.write() as connection:
        connection.execute("update setting set value = 'older' where name = 'catalogue'")
    store.add_session(log, run(title="Mine"))
    copy = store.back_up_now(log, datetime(2026, 11, 16, 12))
    store.add_session(log, run(2))
    store.restore_backup(log, copy)
    assert store.session(log, 1).title == "Mine"
    store.replace_log(log, dump.dump_of_file(copy))
    assert len(store.runs(log)) == 1


def test_a_copy_is_not_put_back_while_another_program_writes(log: Log) -> None:
    store.add_session(log, run())
    copy = store.back_up_now(log, datetime(2026, 11, 16, 12))
    log.execute("pragma busy_timeout = 20")
    says = pytest.raises(LogError, match="Another program holds the log")
    with open_log(log.path) as other, other.write(), says:
        store.restore_backup(log, copy)
    assert len(store.runs(log)) == 1


def test_eight_tabs_may_copy_at_once(log: Log) -> None:
    store.add_session(log, run())

    def copy() -> None:
        with open_log(log.path) as mine:
            store.back_up_daily(mine, TODAY)

    tabs = [threading.Thread(target=copy) for _ in range(8)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()
    (backup,) = store.backups(log.path)
    assert dump.dump_of_file(backup.path) == dump.dump(log)
    assert [path.name for path in backup.path.parent.iterdir()] == [backup.path.name]


def test_a_copy_clears_away_what_killed_ones_left_long_before(log: Log) -> None:
    folder = store.folder_of(log.path)
    folder.mkdir()
    for name in ("old.db.1-2.partial", "old.db.1-2.partial-journal", "new.db.3-4.partial"):
        (folder / name).touch()
    for path in folder.glob("old*"):
        os.utime(path, (0, 0))
    copy = store.back_up_now(log, datetime(2026, 11, 16, 12))
    assert {path.name for path in folder.iterdir()} == {copy.name, "new.db.3-4.partial"}


def test_a_copy_elsewhere_is_the_same_log_and_overwrites_nothing(log: Log, tmp_path: Path) -> None:
    store.add_session(log, lift())
    target = tmp_path / "new" / "log.db"
    store.copy_log(log, target)
    assert dump.dump_of_file(target) == dump.dump(log)
    with pytest.raises(FileExistsError):
        store.copy_log(log, target)


def test_an_emptied_log_is_as_new_and_its_revision_goes_on(log: Log, tmp_path: Path) -> None:
    with open_log(tmp_path / "new.db") as new:
        fresh = dump.dump(new).tables
    store.add_session(log, lift())
    store.save_settings(log, Settings(max_hr_bpm=190))
    revision = log.revision
    store.empty_log(log)
    held = dump.dump(log).tables
    assert {name: rows for name, rows in held.items() if name != "revision"} == {
        name: rows for name, rows in fresh.items() if name != "revision"
    }
    assert log.revision > revision


def test_a_copy_clears_away_no_unfinished_file_of_another_program(log: Log, tmp_path: Path) -> None:
    others = [tmp_path / name for name in ("film.mkv.partial", "disk.iso.partial-2", "a-1.partial")]
    for path in others:
        path.write_text("half of it")
        os.utime(path, (0, 0))
    store.copy_log(log, tmp_path / "moved.db")
    assert all(path.exists() for path in others)


def test_a_copy_that_fails_leaves_nothing_whatever_the_log_is_called(tmp_path: Path) -> None:
    closed = sqlite3.connect(":memory:")
    closed.close()
    with pytest.raises(sqlite3.ProgrammingError):
        back_up(closed, tmp_path / "log[1].db")
    assert list(tmp_path.iterdir()) == []
