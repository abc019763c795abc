"""A damaged log: what can be read of it is saved, or a backup takes its place."""

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.store import DamagedLogError, LogError, NewFile, NewSession, open_log, rescue
from ironstride.store.connection import plain_words
from tests.build import lift, run

AT = datetime(2026, 11, 22, 12)
PAGE = 4096


@pytest.fixture
def filled(log_file: Path) -> Path:
    with open_log(log_file) as log:
        for day in range(60):
            store.add_session(log, run(day, notes="x" * 500))
            store.add_session(log, lift(day))
    return log_file


def damage(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def sound(path: Path) -> None:
    with open_log(path) as log:
        assert store.integrity_problems(log) == []


def test_what_can_be_read_of_a_truncated_log_becomes_the_log(filled: Path) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: -3 * PAGE])
    found = rescue.readable(filled)
    assert found is not None
    assert 0 < len(found.tables["session"]) < 120
    kept = rescue.save_readable(filled, AT)
    sound(filled)
    with open_log(filled) as log:
        assert len(store.sessions(log)) == len(found.tables["session"])
    assert kept.name == "training-damaged-2026-11-22-120000.db"
    assert kept.read_bytes() == whole[: -3 * PAGE]
    assert not list(filled.parent.glob("*.partial*"))


def test_rows_on_both_sides_of_a_damaged_page_are_read(filled: Path) -> None:
    size = filled.stat().st_size
    damage(filled, size // 2 // PAGE * PAGE, b"\xff" * PAGE)
    found = rescue.readable(filled)
    assert found is not None
    numbers = [row[0] for row in found.tables["session"]]
    assert {1, 120} <= set(numbers)
    rescue.save_readable(filled, AT)
    sound(filled)


def test_a_backup_takes_the_place_of_a_log_of_which_nothing_can_be_read(filled: Path) -> None:
    with open_log(filled) as log:
        copy = store.back_up_now(log, AT)
    damage(filled, 0, b"garbage " * 64)
    with pytest.raises(DamagedLogError, match="is not a readable log"), open_log(filled):
        pass
    assert rescue.readable(filled) is None
    with pytest.raises(LogError, match="Nothing of the damaged file"):
        rescue.save_readable(filled, AT)
    before = filled.read_bytes()
    assert rescue.put_in_place(filled, copy, AT).read_bytes() == before
    sound(filled)
    with open_log(filled) as log:
        assert len(store.sessions(log)) == 120


def test_the_write_ahead_log_of_a_damaged_file_stays_with_it(filled: Path) -> None:
    with open_log(filled) as log:
        copy = store.back_up_now(log, AT)
        store.add_session(log, run(900))
        wal = filled.with_name(f"{filled.name}-wal").read_bytes()
        left = filled.read_bytes()
    damage(filled, 0, b"garbage " * 64)
    assert left != b""
    filled.with_name(f"{filled.name}-wal").write_bytes(wal)
    kept = rescue.put_in_place(filled, copy, AT)
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == wal
    with open_log(filled) as log:
        assert len(store.sessions(log)) == 120


def test_a_damaged_backup_takes_no_place(filled: Path) -> None:
    with open_log(filled) as log:
        copy = store.back_up_now(log, AT)
    damage(copy, 0, b"garbage " * 64)
    damage(filled, 0, b"garbage " * 64)
    before = filled.read_bytes()
    with pytest.raises(DamagedLogError):
        rescue.put_in_place(filled, copy, AT)
    assert filled.read_bytes() == before
    assert [path.name for path in filled.parent.iterdir() if path.is_file()] == [filled.name]


def test_letters_that_are_none_are_damage(filled: Path) -> None:
    with open_log(filled) as log, log.write() as connection:
        connection.execute("update session set title = cast(x'ff' as text) where id = 1")
    with pytest.raises(DamagedLogError), open_log(filled) as log:
        store.session(log, 1)
    with pytest.raises(DamagedLogError), open_log(filled) as log:
        store.sessions(log)


def test_a_run_whose_distance_is_lost_is_left_out(filled: Path) -> None:
    with open_log(filled) as log, log.write() as connection:
        connection.execute("delete from run where session_id < 11")
    assert rescue.readable(filled) is not None
    rescue.save_readable(filled, AT)
    with open_log(filled) as log:
        assert len(store.sessions(log)) == 115


def test_sets_and_aliases_of_an_exercise_that_is_lost_go_with_it(filled: Path) -> None:
    with open_log(filled) as log:
        log.execute("pragma foreign_keys = off")
        log.execute("delete from exercise where name = 'Back squat'")
    rescue.save_readable(filled, AT)
    sound(filled)
    with open_log(filled) as log:
        assert store.lift_sets(log).empty
        assert "Back squat" in store.exercise_names(log)


def test_an_odd_text_in_one_row_is_no_damaged_log(filled: Path) -> None:
    odd = pytest.raises(sqlite3.OperationalError, match="malformed JSON")
    with open_log(filled) as log, odd, plain_words(filled):
        log.execute("select json('{')").fetchone()


@pytest.mark.parametrize(
    ("table", "value"),
    [
        ("session", "started_at = '2015-p4-18T19:30:00' where id = 1"),
        ("session", "sport = 'rnn' where id = 1"),
        ("import_batch", "imported_at = '2015-p4-18T20:30:00'"),
    ],
)
def test_a_value_that_no_page_can_show_is_damage_and_goes_alone(
    filled: Path, table: str, value: str
) -> None:
    with open_log(filled) as log:
        new = NewSession(key="1", session=run(900))
        file = NewFile(name="a.csv", sha256="0" * 64, source="strava-csv", sessions=(new,))
        store.add_batch(log, [file], AT, lambda *_: None)
        log.execute(f"update {table} set {value}")
    with pytest.raises(DamagedLogError), open_log(filled) as log:
        raise ValueError("as a page does that meets it")
    rescue.save_readable(filled, AT)
    sound(filled)
    with open_log(filled) as log:
        assert len(store.sessions(log)) >= 120


def test_a_mistake_of_ours_is_not_called_damage(filled: Path) -> None:
    with pytest.raises(ValueError, match="ours"), open_log(filled):
        raise ValueError("ours")


def test_a_schema_of_bytes_that_are_no_letters_is_damage(filled: Path) -> None:
    text = filled.read_bytes()
    damage(filled, text.index(b"CREATE TABLE session"), b"CREATE TABL\xd4")
    with pytest.raises(DamagedLogError), open_log(filled):
        pass
