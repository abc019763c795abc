"""Whole logs for tests: made of Records through the store, with odd texts and exact numbers."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from ironstride import store
from ironstride.records import (
    CheckIn,
    FieldError,
    FitnessTest,
    Goal,
    Lap,
    PlannedExercise,
    PlannedSession,
    Template,
    TrainingBlock,
    WatchAnswer,
)
from ironstride.settings import Settings
from ironstride.store import (
    Log,
    NewFile,
    NewSession,
    dump,
    exercise_edits,
    goals,
    open_log,
    plan,
    prepare_log,
)
from ironstride.store.dump import Row
from ironstride.units import Units
from tests.build import MORNING, lift, ride, run, squat, trial
from tests.streams import kept, streams

DAY = date(2026, 11, 1)
# What an import leaves though it is taken back.
LEFT = ("revision", "import_batch", "import_file", "import_answer", "column_mapping")
ODD = (
    "", "'", "''", "'=1", "=1+1", "+49", "-5", "@home", "\t", "\r", "\n", "\r\n", " =1", '"', 'a"b',
    "a,b;c\nd", "＝1", "grün 😀 e\u0301", "NULL", "None", "\ufeff", "1e5", "007",
)  # fmt: skip

texts = st.one_of(st.sampled_from(ODD), st.text(max_size=30))
names = st.sampled_from(("=cmd", "'quoted", "-side", 'Käsekuchen, 2 "Lagen"', "Back squat", "@1"))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(st.none(), strategy)


@st.composite
def runs(draw: st.DrawFn, days: int) -> Any:
    metres = draw(st.floats(1000, 50_000))
    laps = draw(st.lists(st.builds(Lap, distance_m=st.just(metres), duration_s=st.floats(1, 9999))))
    return run(
        days,
        distance_m=metres,
        duration_s=metres * draw(st.floats(0.2, 0.5)),
        temperature_c=draw(maybe(st.floats(-60, 60))),
        utc_offset_min=draw(maybe(st.integers(-900, 900))),
        surface=draw(maybe(st.sampled_from(("road", "trail")))),
        title=draw(texts),
        notes=draw(texts),
        type="race",
        race=draw(texts),
        laps=tuple(laps[:3]),
    )


@st.composite
def lifts(draw: st.DrawFn, days: int) -> Any:
    one = st.builds(
        squat,
        exercise=names,
        load_kg=st.floats(0, 600),
        reps=maybe(st.integers(0, 500)),
        hold_s=st.floats(0.01, 36_000),
        side=maybe(st.sampled_from(("left", "right"))),
    )
    return lift(days, title=draw(texts), sets=tuple(draw(st.lists(one, min_size=1, max_size=4))))


check_ins = st.builds(
    CheckIn,
    day=st.dates(DAY, DAY + timedelta(days=30)),
    body_mass_kg=st.floats(25, 300),
    sleep_h=maybe(st.floats(0, 24)),
    soreness=st.dictionaries(st.sampled_from(("quads", "calves")), st.integers(0, 3)),
    pain=st.integers(0, 10),
    pain_note=texts,
)
tests = st.builds(
    FitnessTest, protocol=st.just("plank"), day=st.just(DAY), hold_s=st.floats(1, 999), notes=texts
)
templates = st.builds(
    Template, name=names, sets=st.lists(st.builds(squat, exercise=names), min_size=1).map(tuple)
)
blocks = st.builds(
    lambda days, **said: TrainingBlock(
        ended_on=None if days is None else said["started_on"] + timedelta(days=days), **said
    ),
    days=maybe(st.integers(0, 200)),
    kind=st.sampled_from(("heavy lifting", "maintenance", "no lifting", "life event")),
    started_on=st.dates(DAY - timedelta(days=700), DAY),
    title=texts,
    notes=texts,
)
trials = st.builds(
    trial,
    lifts_first=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    block_weeks=st.permutations((8, 8, 10, 10, 12, 12)).map(tuple),
    outcome=st.sampled_from(("reference pace", "hop")),
    title=texts,
    notes=texts,
)
watch_answers = st.builds(WatchAnswer, day=st.dates(DAY, DAY + timedelta(3)), is_new=st.booleans())
doses = st.one_of(
    st.builds(
        PlannedExercise,
        exercise=st.just("Back squat"),
        sets=st.integers(1, 50),
        reps_low=st.integers(1, 5),
        reps_high=st.integers(5, 500),
        load_kg=maybe(st.floats(0, 600)),
        rir=maybe(st.floats(0, 10)),
        own=st.booleans(),
        muscles=texts,
    ),
    st.builds(PlannedExercise, exercise=st.just("Plank"), hold_s=st.floats(0.01, 36_000)),
)
_planned = {
    "day": st.dates(DAY, DAY + timedelta(days=30)),
    "order": st.integers(1, 20),
    "duration_s": maybe(st.floats(1, 9999)),
    "title": texts,
    "notes": texts,
}
planned_sessions = st.one_of(
    st.builds(
        PlannedSession,
        kind=st.just("run"),
        type=st.sampled_from(("easy", "tempo", "race")),
        distance_m=maybe(st.floats(1000, 50_000)),
        **_planned,
    ),
    st.builds(
        PlannedSession,
        kind=st.just("lift"),
        legs=st.booleans(),
        exercises=st.lists(doses, max_size=3).map(tuple),
        **_planned,
    ),
)
_goal = {"since": st.just(DAY), "title": texts, "notes": texts}
_by = st.dates(DAY, DAY + timedelta(days=400))
every_goal = st.one_of(
    st.builds(Goal, kind=st.just("runs a week"), target=st.floats(1, 28), by=maybe(_by), **_goal),
    st.builds(
        Goal,
        kind=st.just("hard sets a week"),
        target=st.floats(1, 30),
        muscle=st.sampled_from(("", "calves")),
        **_goal,
    ),
    st.builds(
        Goal,
        kind=st.just("e1rm"),
        target=st.floats(1, 300),
        exercise=st.just("Deadlift"),
        **_goal,
    ),
    st.builds(
        Goal,
        kind=st.just("race"),
        target=maybe(st.floats(600, 9999)),
        by=_by,
        distance_m=st.floats(1000, 50_000),
        **_goal,
    ),
)
settings = st.builds(
    Settings,
    units=st.builds(Units, st.sampled_from(("km", "mi")), st.sampled_from(("kg", "lb"))),
    zone=maybe(st.just("Europe/Berlin")),
    max_hr_bpm=maybe(st.integers(100, 240)),
)


@cache
def _empty_log() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        prepare_log(path)
        return path.read_bytes()


def lay_empty_log(path: Path) -> None:
    """Put down a new log as the store makes it, without making it each time anew."""
    path.write_bytes(_empty_log())


@contextmanager
def scratch() -> Iterator[Log]:
    """Open an empty log in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log.db"
        lay_empty_log(path)
        with open_log(path) as log:
            yield log


def fill(log: Log, draw: st.DrawFn) -> None:
    """Do everything that a runner can do to a log."""
    ids = [store.add_session(log, draw(runs(day))) for day in range(draw(st.integers(0, 3)))]
    typed = store.add_session(log, draw(lifts(9)))
    for source in ("strava-csv", "garmin-csv"):
        recorded = draw(maybe(streams().filter(lambda stream: len(stream) > 1)))
        new = NewSession(
            key=draw(texts),
            session=draw(runs(20)),
            same_as=ids[0] if ids else None,
            stream=recorded and kept(recorded),
        )
        other = NewSession(key="other", session=draw(lifts(21)))
        file = NewFile(
            name=draw(texts), sha256="", source=source, sessions=(new, other), answers={"a": "'="}
        )
        batch = store.add_batch(log, [file], MORNING, lambda *_: None)
    if draw(st.booleans()):
        store.revert_batch(log, batch.batch_id, MORNING)
    store.correct_session(log, typed, draw(lifts(9)))
    store.delete_session(log, store.add_session(log, ride()), MORNING)
    _tell(log, draw)
    _look_ahead(log, draw)
    store.save_template(log, draw(templates))
    store.add_alias(log, "Back squat", "=alias")
    exercise_edits.archive_exercise(log, "Front squat", MORNING)
    store.save_settings(log, draw(settings))
    store.keep_column_mapping(log, draw(texts), '{"a": "=1"}')


def _tell(log: Log, draw: st.DrawFn) -> None:
    for check_in in draw(st.lists(check_ins, max_size=3)):
        store.save_check_in(log, check_in)
    for test in draw(st.lists(tests, max_size=2)):
        store.add_fitness_tests(log, test)
    for block in draw(st.lists(blocks, max_size=3)):
        with suppress(FieldError):
            store.add_training_block(log, block)
    for one in draw(st.lists(trials, max_size=2)):
        store.add_trial(log, one)
    for answer in draw(st.lists(watch_answers, max_size=2)):
        store.answer_watch(log, answer)


def _look_ahead(log: Log, draw: st.DrawFn) -> None:
    ahead = plan.add_planned(log, *draw(st.lists(planned_sessions, max_size=3)))
    is_done = draw(st.booleans())
    if ahead and is_done:
        plan.log_planned(log, ahead[0], draw(lifts(30)))
        plan.skip_planned(log, ahead[-1])
    for goal in draw(st.lists(every_goal, max_size=2)):
        goals.add_goal(log, goal)


def tables(log: Log) -> dict[str, list[Row]]:
    """Return every row of every table but the one that counts the writes."""
    return {name: rows for name, rows in dump.dump(log).tables.items() if name != "revision"}


def content(log: Log) -> dict[str, list[Row]]:
    """Return every row of the log but those that a revert may leave."""
    tables = (name for name in store.table_names(log) if name not in LEFT)
    return {
        name: sorted(map(tuple, log.execute(f'select * from "{name}"')), key=repr)
        for name in tables
    }
