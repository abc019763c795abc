"""What was recorded goes in with its layer, and out with it."""

import json
import sqlite3
import zlib
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest

from ironstride import store
from ironstride.records import KeptStream, Session
from ironstride.store import Log, NewFile, NewSession, SameAs
from tests.build import MORNING, ride, run
from tests.logs import content
from tests.streams import kept, steady

AT = datetime(2026, 11, 22, 12, 0)
LATER = AT + timedelta(hours=1)
TABLES = ("stream", "stream_best")


def add(
    log: Log,
    session: Session,
    stream: KeptStream | None,
    *,
    source: str = "fit",
    key: str = "1",
    same_as: SameAs | None = None,
) -> int:
    new = NewSession(key=key, session=session, same_as=same_as, stream=stream)
    file = NewFile(name="run.fit", sha256="0", source=source, sessions=(new,))
    return store.add_batch(log, [file], AT, lambda *_: None).batch_id


def only(log: Log) -> int:
    (number,) = store.sessions(log).session_id
    return int(number)


def speed(log: Log) -> float | None:
    """Return the speed of the one session's recording."""
    found = store.samples(log, only(log))
    return None if found.empty else float(found.distance_m.iloc[-1] / found.elapsed_s.iloc[-1])


def rows(log: Log) -> tuple[int, int]:
    counts = (log.execute(f"select count(*) from {name}").fetchone()[0] for name in TABLES)
    return next(counts), next(counts)


def test_a_recording_is_read_as_it_was_kept(log: Log) -> None:
    add(log, run(), kept(steady(3000, mps=3, bpm=150)))
    found = store.samples(log, only(log))
    assert found.elapsed_s.tolist() == [*range(0, 1001, 5)]
    assert found.distance_m.tolist() == [*range(0, 3001, 15)]
    assert set(found.hr_bpm) == {150}
    assert found.altitude_m.isna().all()
    bests = store.stream_bests(log)
    assert bests.distance_m.tolist() == [400, 800, 1000, 1609.344, 3000]
    assert bests.duration_s.tolist() == pytest.approx([400 / 3, 800 / 3, 1000 / 3, 536.448, 1000])
    assert store.heart_seconds(log).to_numpy().tolist() == [[only(log), 150, 1000]]


def test_without_a_recording_all_frames_are_empty(log: Log) -> None:
    add(log, run(), None)
    assert store.samples(log, only(log)).empty
    assert store.stream_bests(log).empty
    assert store.heart_seconds(log).empty
    assert store.heart_seconds(log, only(log)).empty


def test_a_recording_on_top_of_a_row_goes_with_its_import(log: Log) -> None:
    add(log, run(title="Lunch"), None, source="strava-csv")
    before = content(log)
    batch = add(log, run(avg_hr_bpm=150), kept(), same_as=only(log))
    assert speed(log) == 3
    store.revert_batch(log, batch, LATER)
    assert rows(log) == (0, 0)
    assert content(log) == before


def test_the_recording_of_the_better_source_is_shown_whatever_came_first(log: Log) -> None:
    add(log, run(), kept(steady(mps=2)), source="gpx")
    fit = add(log, run(), kept(steady(mps=3)), same_as=only(log))
    add(log, run(), kept(steady(mps=4)), source="tcx", same_as=only(log))
    assert speed(log) == 3
    assert len(store.stream_bests(log)) == 5
    store.revert_batch(log, fit, LATER)
    assert speed(log) == 4


def test_a_source_that_tells_more_later_shows_its_last_recording(log: Log) -> None:
    add(log, run(), kept(steady(mps=2)))
    second = add(log, run(avg_hr_bpm=140), kept(steady(mps=3)))
    assert speed(log) == 3
    store.revert_batch(log, second, LATER)
    assert speed(log) == 2


def test_a_corrected_session_keeps_its_recording_and_gets_it_back(log: Log) -> None:
    batch = add(log, run(), kept())
    number = only(log)
    store.correct_session(log, number, run(title="Mine"))
    assert speed(log) == 3
    store.revert_batch(log, batch, LATER)
    assert store.samples(log, number).empty
    add(log, run(), kept())
    assert only(log) == number
    assert speed(log) == 3


def test_a_deleted_session_says_nothing_until_it_is_back(log: Log) -> None:
    add(log, run(), kept())
    number = only(log)
    store.delete_session(log, number, LATER)
    assert store.stream_bests(log).empty
    assert store.heart_seconds(log).empty
    assert len(store.samples(log, number))  # its own page still draws it
    store.restore_session(log, number)
    assert len(store.stream_bests(log)) == 5


def test_a_ride_has_a_recording_and_no_bests(log: Log) -> None:
    stream = kept()
    add(log, ride(), replace(stream, bests=()))
    assert len(store.samples(log, only(log)))
    assert store.stream_bests(log).empty
    assert not store.heart_seconds(log).empty


def test_an_unfit_recording_leaves_the_log_as_it_was(log: Log) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        add(log, run(), replace(kept(), elapsed_s=-1.0))
    assert store.sessions(log).empty
    assert rows(log) == (0, 0)


def test_any_tool_can_read_a_recording_by_what_is_written_down(log: Log) -> None:
    add(log, run(), kept())
    samples, data, heart = log.execute("select samples, data, heart_seconds from stream").fetchone()
    head, _, body = zlib.decompress(data).partition(b"\n")
    names = json.loads(head)["columns"]
    planes = np.frombuffer(body, np.uint8).reshape(len(names), 4, samples)
    metres = planes[names.index("distance_m")].T.copy().view("<i4").ravel().cumsum() / 10
    assert metres.tolist() == [*range(0, 3001, 15)]
    assert json.loads(heart) == {"150": 1000.0}


def test_the_runs_of_many_sessions_are_told_apart(log: Log) -> None:
    for day in range(3):
        add(log, run(day, started_at=MORNING + timedelta(days=day)), kept(), key=str(day))
    assert store.stream_bests(log).groupby("session_id").size().tolist() == [5, 5, 5]
    (first, *_) = store.sessions(log).session_id
    assert store.heart_seconds(log, int(first)).session_id.tolist() == [first]
