"""Whatever is imported, merged, corrected, deleted and taken back, in whatever order.

Nothing is doubled, nothing that the runner did is lost, and an import taken back at once leaves
no trace.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from ironstride import store
from ironstride.records import Session
from ironstride.store import NewFile, NewSession, SameAs
from ironstride.store.connection import Log, connect
from tests.build import MORNING, lift, ride, run, squat
from tests.logs import content
from tests.streams import kept, steady

SOURCES = ["strava-csv", "fit", "hevy-csv"]
STREAM = kept(steady())
# What a revert leaves: the counter, the batch that it took back, and what the runner answered.
SESSIONS = [
    run(), run(rpe=4.0), run(title="A", avg_hr_bpm=150.0), run(elapsed_s=3100.0, sport="trail"),
    run(started_at=MORNING.replace(hour=0, minute=0), time_known=False), ride(),
    ride(sport="strength", avg_hr_bpm=105.0, duration_s=2500.0), lift(),
    lift(title="B", sets=(squat(exercise="Zercher"), squat(exercise="Übung"))),
    lift(sets=(squat(exercise="ÜBUNG", reps=None, hold_s=30.0, load_kg=0.0),)),
]  # fmt: skip
NAMES = ["Zercher", "Übung", "Back squat", "Front squat"]
CORRECTIONS = [{"title": "Mine"}, {"title": "Ours"}, {"rpe": 9.0}, {"notes": "windy"}]
Told = tuple[str, str, Session, int | None]
TOLD = st.tuples(
    st.sampled_from(SOURCES),
    st.sampled_from("123"),
    st.sampled_from(SESSIONS),
    st.none() | st.integers(0, 5),
)
WHICH = st.integers(0, 20)


def has(kind: str) -> Callable[[Any], bool]:
    """Tell whether there is a session or a batch of a kind."""
    return lambda machine: bool(getattr(machine, kind)())


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 22, 12, 0)
        self.typed: dict[int, Session] = {}
        self.corrected: dict[int, dict[str, Any]] = {}
        self.deleted: dict[int, set[tuple[str, str]]] = {}

    @initialize()
    def open(self) -> None:
        self.folder = TemporaryDirectory()
        path = Path(self.folder.name) / "training.db"
        store.prepare_log(path)
        self.log = Log(path, connect(path))
        self.log.execute("pragma synchronous = off")

    def teardown(self) -> None:
        while standing := self.standing():
            store.revert_batch(self.log, standing[self.now.day % len(standing)], self.tick())
            self.nothing_of_the_runner_is_lost()
        assert set(self.visible()) == set(self.typed) - set(self.deleted)
        self.log.connection.close()
        self.folder.cleanup()

    def tick(self) -> datetime:
        self.now += timedelta(hours=7)
        return self.now

    def visible(self) -> list[int]:
        return self.numbers("select id from session where deleted_at is null order by id")

    def numbers(self, sql: str) -> list[int]:
        # Frames are checked on every reading, a hundred times slower than these few rows are read.
        return [int(row[0]) for row in self.log.execute(sql)]

    def put_aside(self) -> list[int]:
        return list(self.deleted)

    def standing(self) -> list[int]:
        return self.numbers("select id from import_batch where reverted_at is null")

    def bring(self, told: list[Told]) -> int:
        there: list[SameAs] = [*self.visible(), *self.deleted]
        files = []
        for source, key, session, which in told:
            same_as = None if which is None or not there else there[which % len(there)]
            stream = STREAM if source == "fit" else None
            new = NewSession(key=key, session=session, same_as=same_as, stream=stream)
            files.append(NewFile(name="a.csv", sha256="", source=source, sessions=(new,)))
            there.append((source, key))
        return store.add_batch(self.log, files, self.tick(), lambda *_: None).batch_id

    @rule(session=st.sampled_from(SESSIONS))
    def type_in(self, session: Session) -> None:
        number = store.add_session(self.log, session)
        self.typed[number] = session

    @rule(told=st.lists(TOLD, min_size=1, max_size=3))
    def import_files(self, told: list[Told]) -> None:
        self.bring(told)

    @rule(told=st.lists(TOLD, min_size=1, max_size=3))
    def import_files_and_take_them_back(self, told: list[Told]) -> None:
        before = content(self.log)
        store.revert_batch(self.log, self.bring(told), self.tick())
        assert content(self.log) == before

    @precondition(has("standing"))
    @rule(which=WHICH)
    def take_back(self, which: int) -> None:
        standing = self.standing()
        store.revert_batch(self.log, standing[which % len(standing)], self.tick())

    @precondition(has("visible"))
    @rule(which=WHICH, change=st.sampled_from(CORRECTIONS))
    def correct(self, which: int, change: dict[str, Any]) -> None:
        number = self.visible()[which % len(self.visible())]
        before = store.session(self.log, number)
        after = replace(before, **change)
        store.correct_session(self.log, number, after)
        if after != before:
            self.corrected[number] = self.corrected.get(number, {}) | change

    @precondition(has("visible"))
    @rule(which=WHICH)
    def delete(self, which: int) -> None:
        number = self.visible()[which % len(self.visible())]
        known = self.known()
        store.delete_session(self.log, number, self.tick())
        self.deleted[number] = known - self.known()

    @precondition(has("put_aside"))
    @rule(which=WHICH)
    def restore(self, which: int) -> None:
        number = self.put_aside()[which % len(self.deleted)]
        store.restore_session(self.log, number)
        del self.deleted[number]
        if not self.sourced(number):
            self.typed[number] = store.session(self.log, number)

    @rule(name=st.sampled_from(NAMES[:2]), exercise=st.sampled_from(NAMES[1:]))
    def rename(self, name: str, exercise: str) -> None:
        if not store.unknown_exercises(self.log, [name, exercise]):
            store.rename_to(self.log, name, exercise)

    def known(self) -> set[tuple[str, str]]:
        """Return the keys that live sessions are known by."""
        return {
            (source, key)
            for source in SOURCES
            for key, said in store.said_before(self.log, source).items()
            if said is not None
        }

    def sourced(self, number: int) -> bool:
        sql = "select 1 from session_source where session_id = ?"
        return self.log.execute(sql, (number,)).fetchone() is not None

    @invariant()
    def the_file_is_whole(self) -> None:
        assert self.log.execute("pragma integrity_check").fetchone()[0] == "ok"
        assert self.log.execute("pragma foreign_key_check").fetchall() == []

    @invariant()
    def nothing_of_the_runner_is_lost(self) -> None:
        for number, change in self.corrected.items():
            held = store.session(self.log, number)
            assert {name: getattr(held, name) for name in change} == change
        assert {*self.typed} - {*self.deleted} <= {*self.visible()}

    @invariant()
    def what_was_deleted_stays_away(self) -> None:
        held = self.numbers("select id from session where deleted_by = 'runner'")
        assert set(held) == set(self.deleted)
        assert not self.known() & {key for keys in self.deleted.values() for key in keys}

    @invariant()
    def every_session_has_its_reason(self) -> None:
        assert self.log.execute(WITHOUT_REASON).fetchall() == []

    @invariant()
    def every_layer_of_a_recording_has_it(self) -> None:
        assert self.log.execute(WITHOUT_RECORDING).fetchall() == []

    @invariant()
    def no_key_tells_two_sessions(self) -> None:
        assert self.log.execute(TOLD_TWICE).fetchall() == []


LIVE = """
session_source join import_batch on import_batch.id = batch_id and reverted_at is null
join session on session.id = session_id and deleted_at is null
"""
WITHOUT_REASON = f"""
select id from session where deleted_at is null
and id in (select session_id from session_source)
and id not in (select session_id from session_typed)
and id not in (select session_id from {LIVE})
"""
WITHOUT_RECORDING = """
select source_key from session_source left join stream using (source, source_key, batch_id)
where (source = 'fit') <> (samples is not null)
"""
TOLD_TWICE = f"""
select source, source_key from {LIVE}
group by source, source_key having count(distinct session_id) > 1
"""

AnyOrder.TestCase.settings = settings(max_examples=30, stateful_step_count=30, deadline=None)
TestAnyOrder = AnyOrder.TestCase
