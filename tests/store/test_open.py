import shutil
import sqlite3
import threading
from datetime import datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.settings import Settings
from ironstride.store import Log, LogError, open_log, prepare_log
from ironstride.store.connection import plain_words
from ironstride.store.schema import migrations
from ironstride.units import Units
from tests.build import lift, run


def test_a_new_log_is_strict_durable_and_watches_its_references(log: Log) -> None:
    tables = log.execute("select name, strict from pragma_table_list where type = 'table'")
    loose = [name for name, strict in tables if not strict and not name.startswith(("sqlite", "_"))]
    assert loose == []
    assert log.execute("pragma journal_mode").fetchone()[0] == "wal"
    assert log.execute("pragma synchronous").fetchone()[0] == 2
    assert log.execute("pragma foreign_keys").fetchone()[0] == 1


def test_preparing_twice_changes_nothing(log_file: Path) -> None:
    prepare_log(log_file)
    with open_log(log_file) as log:
        store.add_session(log, lift())
        before = list(log.connection.iterdump())
    prepare_log(log_file)
    with open_log(log_file) as log:
        assert list(log.connection.iterdump()) == before


def test_a_newer_log_is_left_alone(log_file: Path) -> None:
    prepare_log(log_file)
    with sqlite3.connect(log_file) as connection:
        connection.execute("pragma user_version = 99")
    connection.close()
    content = log_file.read_bytes()
    with pytest.raises(LogError, match="newer version of Ironstride"), open_log(log_file):
        pass
    assert log_file.read_bytes() == content


def test_the_file_is_backed_up_before_a_pending_migration(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(log_file) as log:
        store.add_session(log, run())
    known = list(migrations._migrations)
    monkeypatch.setattr(migrations, "_migrations", known)

    @migrations(name="9999_more")
    def more(db: object) -> None:
        db.execute("create table more (id integer primary key) strict")  # type: ignore[attr-defined]

    prepare_log(log_file)
    (backup,) = (log_file.parent / "backups").glob("*.db")
    assert backup.name == "training-before-9999_more-r1.db"
    copy = sqlite3.connect(backup)
    assert copy.execute("select count(*) from session").fetchone()[0] == 1
    assert copy.execute("select 1 from sqlite_schema where name = 'more'").fetchone() is None
    copy.close()
    with open_log(log_file) as log:
        assert "more" in store.table_names(log)


def test_a_failing_migration_changes_nothing(
    log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_log(log_file) as log:
        store.add_session(log, run())
        before = list(log.connection.iterdump())
    monkeypatch.setattr(migrations, "_migrations", list(migrations._migrations))

    @migrations(name="9999_broken")
    def broken(db: object) -> None:
        db.execute("create table half (id integer primary key) strict")  # type: ignore[attr-defined]
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        prepare_log(log_file)
    connection = sqlite3.connect(log_file)
    assert list(connection.iterdump()) == before
    connection.close()


@pytest.mark.parametrize("content", [b"not a database at all, " * 100, b"\x89PNG\r\n" * 500])
def test_a_file_that_is_no_log_gets_a_sentence_and_stays_as_it_is(
    log_file: Path, content: bytes
) -> None:
    log_file.write_bytes(content)
    with pytest.raises(LogError, match="is not a readable log"), open_log(log_file):
        pass
    assert log_file.read_bytes() == content


def test_a_locked_log_gets_a_sentence(log_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare_log(log_file)
    monkeypatch.setattr("ironstride.store.connection.BUSY_TIMEOUT_S", 0.05)
    other = sqlite3.connect(log_file, isolation_level=None)
    other.execute("begin immediate")
    with pytest.raises(LogError, match="Another program holds the log"), open_log(log_file) as log:
        store.add_session(log, run())
    other.execute("rollback")
    other.close()


def test_our_own_mistakes_stay_exceptions(log_file: Path) -> None:
    with pytest.raises(sqlite3.IntegrityError), open_log(log_file) as log, log.write() as opened:
        opened.execute("insert into run (session_id, type) values (404, 'easy')")


def test_a_write_that_fails_leaves_nothing_behind(log: Log) -> None:
    before = list(log.connection.iterdump())

    def stop_half_way() -> None:
        with log.write() as opened:
            opened.execute("delete from exercise")
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        stop_half_way()
    assert list(log.connection.iterdump()) == before


def test_eight_writers_at_once_lose_nothing(log_file: Path) -> None:
    prepare_log(log_file)

    def write_ten() -> None:
        for number in range(10):
            with open_log(log_file) as mine:
                store.add_session(mine, run(number))

    writers = [threading.Thread(target=write_ten) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with open_log(log_file) as log:
        assert len(store.runs(log)) == 80
        assert log.revision == 80


def test_settings_come_back_as_they_were_saved(log: Log) -> None:
    assert store.read_settings(log) == Settings()
    chosen = Settings(
        units=Units("mi", "lb"),
        week_start="sunday",
        zone="America/New_York",
        max_hr_bpm=188,
        rest_hr_bpm=51,
        reference_hr_bpm=145,
    )
    store.save_settings(log, chosen)
    assert store.read_settings(log) == chosen
    store.save_settings(log, Settings())
    assert store.read_settings(log) == Settings()


def test_a_copied_log_opens_elsewhere(log_file: Path, tmp_path: Path) -> None:
    with open_log(log_file) as log:
        number = store.add_session(log, run())
    target = tmp_path / "elsewhere" / "my log.db"
    target.parent.mkdir()
    shutil.copy(log_file, target)
    with open_log(target) as log:
        assert store.session(log, number) == run()


def test_reading_an_empty_log_gives_empty_frames(log: Log) -> None:
    for table in (store.sessions(log), store.runs(log), store.lift_sets(log), store.history(log)):
        assert table.empty
        assert "started_at" in table


def test_moments_are_local_and_exact(log: Log) -> None:
    store.add_session(log, run(started_at=datetime(2024, 3, 31, 2, 30, 59)))
    assert str(store.runs(log).started_at.iloc[0]) == "2024-03-31 02:30:59"


def test_another_programs_database_is_left_alone(log_file: Path) -> None:
    connection = sqlite3.connect(log_file)
    connection.execute("create table theirs (id integer primary key)")
    connection.close()
    with pytest.raises(LogError, match="another program's database"), open_log(log_file):
        pass
    connection = sqlite3.connect(log_file)
    assert connection.execute("select name from sqlite_schema").fetchall() == [("theirs",)]
    connection.close()


def test_a_full_disk_gets_a_sentence_and_changes_nothing(log: Log) -> None:
    store.add_session(log, run())
    pages = log.execute("pragma page_count").fetchone()[0]
    log.execute(f"pragma max_page_count = {pages}")

    def write_until_full() -> None:
        with plain_words(log.path):
            for number in range(500):
                store.add_session(log, run(number, notes="x" * 4000))

    with pytest.raises(LogError, match="The disk is full"):
        write_until_full()
    log.execute("pragma max_page_count = 1000000")
    held = len(store.runs(log))
    assert log.execute("pragma integrity_check").fetchone()[0] == "ok"
    assert store.add_session(log, run(900)) == held + 1


def test_a_known_exercise_gains_the_free_aliases_of_a_newer_catalogue(log_file: Path) -> None:
    _seeded_with_an_older_catalogue(
        log_file,
        "insert into exercise (name, kind, origin)"
        " values ('sentadilla (barra)', 'weighted', 'log')",
        "insert into exercise_alias (alias, exercise_id)"
        " select 'Kniebeuge', id from exercise where name = 'Front squat'",
    )
    prepare_log(log_file)
    with open_log(log_file) as log:
        known = store.known_exercises(log)
        held = list(log.connection.iterdump())
    assert (known["Squat (Barbell)"], known["Kniebeugen"]) == ("Back squat", "Back squat")
    assert known["Kniebeuge"] == "Front squat"
    assert known["sentadilla (barra)"] == "sentadilla (barra)"
    assert "Sentadilla (Barra)" not in known
    prepare_log(log_file)
    with open_log(log_file) as log:
        assert list(log.connection.iterdump()) == held


def test_new_aliases_follow_an_exercise_that_became_another(log_file: Path) -> None:
    _seeded_with_an_older_catalogue(
        log_file,
        "delete from exercise where name = 'Front squat'",
        "insert into exercise_alias (alias, exercise_id)"
        " select 'Front squat', id from exercise where name = 'Back squat'",
    )
    prepare_log(log_file)
    with open_log(log_file) as log:
        known = store.known_exercises(log)
    assert (known["Front squat"], known["Frontkniebeuge"]) == ("Back squat", "Back squat")


def _seeded_with_an_older_catalogue(log_file: Path, *changes: str) -> None:
    prepare_log(log_file)
    connection = sqlite3.connect(log_file)
    connection.execute("pragma foreign_keys = on")
    connection.execute("delete from exercise_alias")
    connection.execute("update setting set value = 'older' where name = 'catalogue'")
    for change in changes:
        connection.execute(change)
    connection.commit()
    connection.close()


def test_known_exercises_are_every_name_and_alias(log: Log) -> None:
    known = store.known_exercises(log)
    assert (known["Back squat"], known["Squat (Barbell)"]) == ("Back squat", "Back squat")
    assert set(known.values()) == set(store.exercise_names(log))
    assert store.unknown_exercises(log, ["SQUAT", "Zercher Squat", " back squat "]) == [
        "Zercher Squat"
    ]
