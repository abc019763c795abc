"""Restoring: nothing is lost on the way out and back, and nothing but a log gets in."""

import io
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ironstride import store
from ironstride.jobs import restore as restoring
from ironstride.jobs.export import export_log, exported
from ironstride.jobs.restore import held, read_export, restore
from ironstride.records import PlannedSession
from ironstride.store import Log, LogError, NewFile, NewSession, plan
from ironstride.store import dump as dumping
from ironstride.store.dump import Dump, columns_of
from ironstride.store.migrate import empty_tables
from tests.build import MORNING, lift, run, trial
from tests.logs import fill, scratch, tables
from tests.streams import kept

FORMS = ["zip", "json", "db"]
NOW = datetime(2026, 11, 16, 12)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "uploaded"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_a_log_that_is_exported_and_restored_is_the_same_log(form: str, data: Any) -> None:
    with scratch() as log, scratch() as other:
        fill(log, data.draw)
        path = log.path.parent / f"export.{form}"
        export_log(log, path)
        store.add_session(other, run(3))
        revision = other.revision
        restore(other, read_export(path), NOW)
        assert repr(tables(other)) == repr(tables(log))
        assert other.revision > revision
        assert store.integrity_problems(other) == []


@pytest.mark.parametrize("form", FORMS)
def test_an_export_of_an_empty_log_restores_to_an_empty_log(
    log: Log, tmp_path: Path, form: str
) -> None:
    empty = tables(log)
    path = written(tmp_path, exported(log, form))
    store.add_session(log, lift())
    restore(log, read_export(path), NOW)
    assert tables(log) == empty


def test_a_look_tells_what_an_export_holds(log: Log, tmp_path: Path) -> None:
    store.add_session(log, run())
    store.add_session(log, run(5))
    store.delete_session(log, store.add_session(log, lift(9)), MORNING)
    store.add_trial(log, trial())
    plan.add_planned(log, PlannedSession(day=MORNING.date(), kind="lift"))
    what = held(read_export(written(tmp_path, exported(log, "json"))))
    assert (what.sessions, what.deleted, what.check_ins, what.tests) == (2, 1, 0, 0)
    assert (what.blocks, what.trials) == (0, 1)
    assert (what.planned, what.goals) == (1, 0)
    assert (what.first, what.last) == (run().started_at, run(5).started_at)


def test_the_log_before_is_backed_up(log: Log, tmp_path: Path) -> None:
    path = written(tmp_path, exported(log, "zip"))
    store.add_session(log, run(title="Before"))
    before = tables(log)
    backup = restore(log, read_export(path), NOW)
    assert tables(log) != before
    store.restore_backup(log, backup)
    assert tables(log) == before


def older(version: int) -> Dump:
    """Return the dump of a log of an older version that holds one run and one lift."""
    old = empty_tables(version)
    old.execute(
        "insert into exercise (id, name, kind, origin) values (1, 'Zercher', 'weighted', 'log')"
    )
    for number, kind in enumerate(("run", "lift"), 1):
        old.execute(
            "insert into session (id, kind, sport, started_at, title)"
            f" values ({number}, '{kind}', 'run', '2020-01-0{number}T07:00:00', '=x')"
        )
    old.execute("update session set sport = 'strength' where kind = 'lift'")
    old.execute("insert into run (session_id, distance_m, type) values (1, 5000.5, 'easy')")
    old.execute(
        "insert into lift_set (session_id, position, exercise_id, set_type, reps, load_kg)"
        " values (2, 0, 1, 'work', 5, 62.5)"
    )
    names = {
        table: [one.name for one in held] for table, held in dumping.columns_of(version).items()
    }
    rows = {
        table: [tuple(row) for row in old.execute(f"select {', '.join(columns)} from {table}")]
        for table, columns in names.items()
    }
    old.close()
    return Dump(version, rows)


def as_json(dump: Dump) -> dict[str, Any]:
    shapes = dumping.columns_of(dump.version)
    named = {
        table: [dict(zip([c.name for c in shapes[table]], row, strict=True)) for row in rows]
        for table, rows in dump.tables.items()
    }
    return {"program": "Ironstride", "version": dump.version, "tables": named}


@pytest.mark.parametrize("version", [1, 2, 3])
def test_an_export_of_an_older_version_is_migrated(log: Log, tmp_path: Path, version: int) -> None:
    path = written(tmp_path, json.dumps(as_json(older(version))).encode())
    restore(log, read_export(path), NOW)
    assert store.runs(log).distance_m.tolist() == [5000.5]
    assert store.lift_sets(log).exercise.tolist() == ["Zercher"]
    assert "Back squat" in store.exercise_names(log)


def test_the_file_of_an_older_log_is_migrated(log: Log, tmp_path: Path) -> None:
    store.replace_log(log, older(1))
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as old:
        empty_tables(1).backup(old)
        old.execute(
            "insert into session (kind, sport, started_at) values ('other', 'ride', ?)",
            ("2020-01-01T07:00:00",),
        )
    old.close()
    restore(log, read_export(path), NOW)
    assert store.sessions(log).sport.tolist() == ["ride"]


def changed(content: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    whole = json.loads(content)
    change(whole)
    return json.dumps(whole).encode()


def session(**values: object) -> Callable[[dict[str, Any]], object]:
    return lambda whole: whole["tables"]["session"][0].update(values)


def typed(said: str) -> Callable[[dict[str, Any]], object]:
    return lambda whole: whole["tables"]["session_typed"].append({"session_id": 1, "said": said})


def check_in(**values: object) -> Callable[[dict[str, Any]], object]:
    known = {"body_mass_kg": None, "sleep_h": None, "pain": None, "pain_note": ""}
    row = {"day": "2026-11-16"} | known | values
    return lambda whole: whole["tables"]["check_in"].append(row)


def plank(**values: object) -> Callable[[dict[str, Any]], object]:
    def add(whole: dict[str, Any]) -> None:
        known = dict.fromkeys(one.name for one in columns_of(whole["version"])["fitness_test"])
        row = known | {"id": 1, "protocol": "plank", "day": "2026-11-16", "notes": ""} | values
        whole["tables"]["fitness_test"].append(row)

    return add


def block(**values: object) -> Callable[[dict[str, Any]], object]:
    known = {"id": 1, "kind": "maintenance", "started_on": "2026-11-16", "ended_on": None}
    row = known | {"title": "", "notes": ""} | values
    return lambda whole: whole["tables"]["training_block"].append(row)


def cycle(*kinds: str) -> Callable[[dict[str, Any]], object]:
    def add(whole: dict[str, Any]) -> None:
        row = {
            "id": 1, "begins_on": "2026-01-05", "cycles": 3, "shortest_weeks": 8,
            "longest_weeks": 12, "step_weeks": 2, "wash_in_weeks": 4, "test_every_weeks": 4,
            "outcome": "plank", "drawn_on": "2026-01-01", "title": "", "notes": "",
        }  # fmt: skip
        whole["tables"]["trial"].append(row)
        whole["tables"]["trial_block"] += [
            {"trial_id": 1, "position": position, "kind": kind, "weeks": 10}
            for position, kind in enumerate(3 * kinds)
        ]

    return add


def plan_of(**values: object) -> Callable[[dict[str, Any]], object]:
    def add(whole: dict[str, Any]) -> None:
        known = dict.fromkeys(one.name for one in columns_of(whole["version"])["plan"])
        run = {"id": 1, "uid": "a", "day": "2026-11-17", "place": 1, "kind": "run", "type": "easy"}
        said = {"legs": 0, "skipped": 0, "title": "", "notes": ""}
        whole["tables"]["plan"].append(known | run | said | values)

    return add


def watch(day: str) -> Callable[[dict[str, Any]], object]:
    return lambda whole: whole["tables"]["watch_change"].append({"day": day, "is_new": 1})


def goal_of(**values: object) -> Callable[[dict[str, Any]], object]:
    def add(whole: dict[str, Any]) -> None:
        known = dict.fromkeys(one.name for one in columns_of(whole["version"])["goal"])
        row = {"id": 1, "kind": "runs a week", "since": "2026-11-16", "target": 4.0}
        whole["tables"]["goal"].append(
            known | row | {"muscle": "", "title": "", "notes": ""} | values
        )

    return add


JSON_CHANGES: list[Any] = [
    (lambda whole: whole.update(version=99), "newer version"),
    (lambda whole: whole.update(version=0), "newer version"),
    (lambda whole: whole.update(version=-1), "no version"),
    (lambda whole: whole.update(version=None), "no version"),
    (lambda whole: whole.update(version="9" * 5000), "no version"),
    (lambda whole: whole.update(program="Other"), "no export of Ironstride"),
    (lambda whole: whole.update(tables=[]), "no tables"),
    (lambda whole: whole["tables"].pop("lap"), "no table lap"),
    (lambda whole: whole["tables"].update(lap=[1]), "columns of lap"),
    (lambda whole: whole["tables"].update(revision=[]), "table revision"),
    (lambda whole: whole["tables"]["session"][0].pop("title"), "columns of session"),
    (session(more=1), "columns of session"),
    (session(title=None), "does not make a log"),
    (session(title=["a"]), "does not make a log"),
    (session(title="\ud800"), "does not make a log"),
    (session(rpe="hard"), "does not make a log"),
    (session(id=2**70), "does not make a log"),
    (session(id=77), "does not make a log"),
    (session(kind="nap"), "does not make a log"),
    (session(sport="chess"), "does not make a log"),
    (session(started_at="2026-99-99T99:99:99"), "does not make a log"),
    (session(duration_s=1.0), "session 1 of 2026-11-16T07:30:00: pace must be possible"),
    (session(rpe=3.3), "RPE must be a whole or half number"),
    (session(sport="yoga"), "sport must be one of run"),
    (session(kind="lift"), "not of a lift"),
    (lambda whole: whole["tables"]["run"].pop(), "not of a run"),
    (typed("{}"), "a source of session 1"),
    (typed("[1]"), "a source of session 1"),
    (typed('{"kind": "run", "started_at": "noon"}'), "a source of session 1"),
    (check_in(), "the check-in of 2026-11-16: fill in at least one thing"),
    (check_in(body_mass_kg=70.0, pain_note="knee"), "say how strong the pain is"),
    (plank(reps=5), "fitness test 1: this test has no reps"),
    (block(started_on="2500-01-01"), "training block 1: the first day must lie in the years"),
    (block(started_on="2026-99-99"), "training block 1"),
    (block(ended_on="2026-11-15"), "CHECK constraint failed"),
    (block(title=81 * "x"), "training block 1: title must have at most 80"),
    (cycle("maintenance", "maintenance"), "trial 1: each cycle has one block of lifting and one"),
    (cycle("maintenance"), "trial 1: 3 cycles need 3 drawn here, got 2"),
    (watch("2026-99-99"), "does not make a log"),
    (watch("2500-01-01"), "does not make a log"),
    (plan_of(type="stroll"), "planned session 1: run type must be one of"),
    (plan_of(type=""), "CHECK constraint failed"),
    (plan_of(legs=1), "planned session 1: a planned run has no leg work"),
    (plan_of(day="2026-99-99"), "does not make a log"),
    (plan_of(done_session_id=77), "a row of plan points nowhere"),
    (plan_of(uid=None), "does not make a log"),
    (goal_of(target=None), "goal 1: a goal needs a target"),
    (goal_of(target=99.0), "goal 1: the target must lie above 0"),
    (goal_of(since="2026-99-99"), "does not make a log"),
    (goal_of(by_day="2026-11-15"), "CHECK constraint failed"),
    (goal_of(kind="win"), "does not make a log"),
    (lambda whole: whole["tables"]["run"][0].update(type="stroll"), "does not make a log"),
    (lambda whole: whole["tables"]["run"].append(whole["tables"]["run"][0]), "does not make"),
]


@pytest.mark.parametrize(("change", "says"), JSON_CHANGES, ids=range(len(JSON_CHANGES)))
def test_a_json_file_that_makes_no_log_is_refused(
    log: Log, tmp_path: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    store.add_session(log, run())
    refused(log, written(tmp_path, changed(exported(log, "json"), change)), says)


def recorded(log: Log) -> None:
    new = NewSession(key="1", session=run(), stream=kept())
    file = NewFile(name="run.fit", sha256="", source="fit", sessions=(new,))
    store.add_batch(log, [file], NOW, lambda *_: None)


RECORDING_CHANGES: list[tuple[dict[str, object], str]] = [
    ({"data": "no base64"}, "stream cannot be read: bytes must be written in base64"),
    ({"data": ""}, "the recording 1 of fit: a packed stream must be whole"),
    ({"data": "AAAA"}, "the recording 1 of fit: a packed stream must be packed by zlib"),
    ({"data": None}, "does not make a log"),
    ({"data": 7}, "does not make a log"),
    ({"heart_seconds": "five"}, "does not make a log"),
    ({"heart_seconds": '{"120": "long"}'}, "does not make a log"),
    ({"heart_seconds": '{"fast": 7}'}, "does not make a log"),
    ({"source_key": "another"}, "a row of stream"),
    ({"samples": 0}, "does not make a log"),
]


@pytest.mark.parametrize(("values", "says"), RECORDING_CHANGES, ids=range(len(RECORDING_CHANGES)))
def test_a_recording_that_cannot_be_read_is_refused(
    log: Log, tmp_path: Path, values: dict[str, object], says: str
) -> None:
    recorded(log)
    content = exported(log, "json")
    refused(
        log,
        written(tmp_path, changed(content, lambda w: w["tables"]["stream"][0].update(values))),
        says,
    )


@pytest.mark.parametrize("form", FORMS)
def test_a_recording_comes_back_to_the_byte(log: Log, tmp_path: Path, form: str) -> None:
    recorded(log)
    before = tables(log)
    path = written(tmp_path, exported(log, form))
    store.empty_log(log)
    restore(log, read_export(path), NOW)
    assert tables(log) == before
    (number,) = store.sessions(log).session_id
    assert len(store.samples(log, int(number))) == 201


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n", b"[1, 2]", b"{}", b"null", b"[" * 100_000, b"\xff\xfe", b"9" * 9999,
     b"PK\x03\x04 no zip at all", b"SQLite format 3\0" + bytes(99), b"Date,Distance\n1,2\n"],
)  # fmt: skip
def test_rubbish_is_refused(log: Log, tmp_path: Path, content: bytes) -> None:
    refused(log, written(tmp_path, content))


def zipped(**files: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name.replace("__", "."), text)
    return content.getvalue()


def rezipped(content: bytes, change: Callable[[dict[str, bytes]], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    return zipped(**files)


ZIP_CHANGES: list[Any] = [
    (lambda files: files.pop("about.csv"), "no about.csv"),
    (lambda files: files.pop("lap.csv"), "no lap.csv"),
    (lambda files: files.update({"about.csv": b"program,Ironstride\nversion,99"}), "newer"),
    (lambda files: files.update({"about.csv": b"a\nb,c,d\n"}), "no export"),
    (lambda files: files.update({"lap.csv": b"\xff"}), "damaged"),
    (lambda files: files.update({"lap.csv": b"other,columns\n"}), "columns are not those"),
    (lambda files: files.update({"lap.csv": files["lap.csv"] + b"1,2\r\n"}), "a row has 2"),
    (lambda files: files.update({"lap.csv": files["lap.csv"] + b"a,0,1,1\r\n"}), "lap.csv"),
    (lambda files: files.update({"lap.csv": files["lap.csv"] + b"1,0,nan,1\r\n"}), "NULL"),
]


@pytest.mark.parametrize(("change", "says"), ZIP_CHANGES, ids=range(len(ZIP_CHANGES)))
def test_a_zip_that_makes_no_log_is_refused(
    log: Log, tmp_path: Path, change: Callable[[dict[str, bytes]], object], says: str
) -> None:
    refused(log, written(tmp_path, rezipped(exported(log, "zip"), change)), says)


def in_a_folder(files: dict[str, bytes]) -> None:
    for name in list(files):
        files[f"export/{name}"] = files.pop(name)
        files[f"__MACOSX/export/._{name}"] = b""


def with_empty_lines(files: dict[str, bytes]) -> None:
    files["run.csv"] += b"\r\n\n"


@pytest.mark.parametrize("change", [in_a_folder, with_empty_lines])
def test_a_zip_that_was_unpacked_and_packed_again_is_still_a_log(
    log: Log, tmp_path: Path, change: Callable[[dict[str, bytes]], object]
) -> None:
    store.add_session(log, run())
    before = tables(log)
    path = written(tmp_path, rezipped(exported(log, "zip"), change))
    store.add_session(log, lift())
    restore(log, read_export(path), NOW)
    assert tables(log) == before


def test_a_zip_that_unpacks_to_too_much_is_refused(log: Log, tmp_path: Path) -> None:
    bomb = zipped(about__csv=bytes(restoring.LARGEST_CONTENT + 1))
    assert len(bomb) < 1_000_000
    refused(log, written(tmp_path, bomb), "unpacks to more than")


def test_a_zip_that_lies_about_its_size_is_refused(log: Log, tmp_path: Path) -> None:
    honest = zipped(about__csv=bytes(5_000_000))
    lying = honest.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert lying != honest
    refused(log, written(tmp_path, lying))


def test_more_rows_than_any_log_are_refused(
    log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ironstride.jobs.csv_tables.MOST_ROWS", 3)
    refused(log, written(tmp_path, exported(log, "zip")), "more rows than any log")


def test_files_that_are_too_large_are_refused(
    log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for form, limit in (
        ("zip", "LARGEST_ARCHIVE"),
        ("json", "LARGEST_CONTENT"),
        ("db", "LARGEST_FILE"),
    ):
        path = written(tmp_path, exported(log, form))
        with monkeypatch.context() as patch:
            patch.setattr(restoring, limit, 1000)
            refused(log, path, "is larger than")


def test_a_zip_with_names_that_lead_elsewhere_writes_nothing_there(
    log: Log, tmp_path: Path
) -> None:
    def add(files: dict[str, bytes]) -> None:
        files["../escaped.csv"] = b"x"
        files["/tmp/ironstride-escaped.csv"] = b"x"

    inner = tmp_path / "inner"
    inner.mkdir()
    restore(log, read_export(written(inner, rezipped(exported(log, "zip"), add))), NOW)
    assert not (tmp_path / "escaped.csv").exists()
    assert not Path("/tmp/ironstride-escaped.csv").exists()


def statements(*texts: str) -> Callable[[sqlite3.Connection], None]:
    def change(opened: sqlite3.Connection) -> None:
        for text in texts:
            opened.execute(text)

    return change


FILE_CHANGES: list[Any] = [
    statements("pragma user_version = 99"),
    statements("pragma user_version = -1"),
    statements("pragma user_version = 0"),
    statements("drop table lap"),
    statements("alter table lap rename column duration_s to seconds"),
    statements("drop table lap", "create view lap as select 1 session_id"),
    statements("insert into run (session_id, type) values (404, 'easy')"),
    statements(
        "drop table lap",
        "create table lap (session_id, position, distance_m, duration_s)",
        "insert into lap values (1, x'00', 'far', -1)",
    ),
]


@pytest.mark.parametrize("change", FILE_CHANGES, ids=range(len(FILE_CHANGES)))
def test_an_sqlite_file_that_makes_no_log_is_refused(
    log: Log, tmp_path: Path, change: Callable[[sqlite3.Connection], None]
) -> None:
    path = written(tmp_path, exported(log, "db"))
    opened = sqlite3.connect(path)
    change(opened)
    opened.commit()
    opened.close()
    refused(log, path)


def test_a_damaged_sqlite_file_is_refused(log: Log, tmp_path: Path) -> None:
    content = bytearray(exported(log, "db"))
    content[4096 * 3 : 4096 * 12] = b"\xa5" * 4096 * 9
    refused(log, written(tmp_path, bytes(content)))
    refused(log, written(tmp_path, exported(log, "db")[: 4096 * 5]))


def test_what_an_sqlite_file_has_beside_a_log_does_not_come_along(log: Log, tmp_path: Path) -> None:
    store.add_session(log, run())
    path = written(tmp_path, exported(log, "db"))
    with sqlite3.connect(path) as opened:
        opened.execute("create trigger gone after insert on session begin delete from session; end")
    opened.close()
    restore(log, read_export(path), NOW)
    store.add_session(log, run(1))
    assert len(store.runs(log)) == 2


def refused(log: Log, path: Path, says: str = "Nothing was changed|nothing was changed") -> None:
    """Expect a sentence, and a log that nothing was done to."""
    before = dumping.dump(log)
    with pytest.raises(LogError, match=says) as why:
        restore(log, read_export(path), NOW)
    assert "\n" not in str(why.value)
    assert dumping.dump(log) == before
    assert store.backups(log.path) == []


RESTORER = """
import sys
from datetime import datetime
from pathlib import Path
from ironstride.jobs.restore import read_export, restore
from ironstride.store import open_log

wanted = sys.argv[3]
seen = []

def watch(sql):
    if not seen and sql.lower().startswith(wanted):
        seen.append(sql)
        print("now", flush=True)
        sys.stdin.readline()

with open_log(Path(sys.argv[1])) as log:
    found = read_export(Path(sys.argv[2]))
    log.connection.set_trace_callback(watch)
    restore(log, found, datetime(2026, 11, 16, 12))
"""


@pytest.mark.parametrize(
    "at", ['delete from "exercise"', 'insert into "session"', 'insert into "lift_set"', "commit"]
)
def test_a_killed_restore_leaves_the_log_as_it_was(log_file: Path, tmp_path: Path, at: str) -> None:
    with store.open_log(log_file) as log:
        for day in range(50):
            store.add_session(log, lift(day))
        export = written(tmp_path, exported(log, "zip"))
        store.add_session(log, run(title="After the export"))
        before = dumping.dump(log)
    killed = subprocess.Popen(
        [sys.executable, "-c", RESTORER, str(log_file), str(export), at],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert killed.stdout is not None
    assert killed.stdout.readline() == "now\n"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    with store.open_log(log_file) as log:
        assert store.integrity_problems(log) == []
        assert dumping.dump(log) == before
        (backup,) = store.backups(log_file)
    shutil.copy(backup.path, tmp_path / "backup.db")
    assert dumping.dump_of_file(tmp_path / "backup.db") == before
