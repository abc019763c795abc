"""Exports: everything, in three forms; nothing in the CSV files runs in a spreadsheet."""

import csv
import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ironstride import store
from ironstride.jobs.csv_tables import from_csv, to_csv
from ironstride.jobs.export import exported
from ironstride.store import Log
from ironstride.store.dump import Column
from tests.build import lift, run
from tests.logs import texts

# Files of this process may not grow beyond 200 kB: what a full disk does to it.
FULL = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from ironstride import store
from ironstride.jobs.export import export_log

path, now = Path(sys.argv[1]), datetime(2026, 11, 16)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with store.open_log(path) as log:
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
    for write in (
        lambda: store.keep_for_undo(log),
        lambda: store.back_up_now(log, now),
        lambda: store.back_up_daily(log, now.date()),
        lambda: export_log(log, path.with_name("whole.json")),
    ):
        try:
            write()
        except Exception as why:
            print(type(why).__name__)
"""

COLUMNS = [
    Column("known", "TEXT", may_be_null=False),
    Column("perhaps", "TEXT", may_be_null=True),
    Column("number", "REAL", may_be_null=True),
    Column("whole", "INTEGER", may_be_null=True),
]


@given(
    st.lists(
        st.tuples(
            texts,
            st.none() | texts,
            st.none() | st.floats(allow_nan=False),
            st.none() | st.integers(-(2**63), 2**63 - 1),
        )
    )
)
@example([("", None, None, None), ("'", "", -0.0, 0), ("'=", "'", 5e-324, None)])
@example([("\0", "\r\n\"'", 0.1 + 0.2, -1)])
def test_every_cell_comes_back_as_it_was(rows: list[tuple[object, ...]]) -> None:
    back = from_csv(to_csv(COLUMNS, rows), COLUMNS)
    assert back == rows
    assert repr(back) == repr(rows)  # -0.0 == 0.0, and 1 == 1.0


@given(texts, st.none() | texts)
def test_no_text_begins_like_a_formula(one: str, other: str | None) -> None:
    content = to_csv(COLUMNS, [(one, other, -1.5, -2)])
    _, row = csv.reader(io.StringIO(content, newline=""))
    assert not row[0].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert not row[1].startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert row[2:] == ["-1.5", "-2"]


def test_the_zip_explains_itself_and_has_a_file_for_each_table(log: Log) -> None:
    store.add_session(log, run(title="=cmd()", notes="über"))
    with zipfile.ZipFile(io.BytesIO(exported(log, "zip"))) as archive:
        expected = {f"{name}.csv" for name in store.table_names(log)}
        assert set(archive.namelist()) == expected | {"README.txt", "about.csv"}
        said = archive.read("README.txt").decode()
        session = archive.read("session.csv")
    for table in store.table_names(log):
        assert f"\n{table}: " in said
    assert "  distance_m: real [m]; above 0 to 330000; " in said
    assert session.startswith(b"\xef\xbb\xbfid,kind,sport")
    assert "'=cmd()" in session.decode()
    assert "über" in session.decode()


def test_the_json_file_names_every_value(log: Log) -> None:
    store.add_session(log, run(title="=cmd()", distance_m=10_000.1))
    whole = json.loads(exported(log, "json"))
    assert whole["tables"]["session"][0]["title"] == "=cmd()"
    assert whole["tables"]["run"][0]["distance_m"] == 10_000.1
    assert whole["tables"]["run"][0]["surface"] is None


def test_the_sqlite_file_is_one_sound_file_that_needs_nothing_beside_it(
    log: Log, tmp_path: Path
) -> None:
    store.add_session(log, lift())
    file = tmp_path / "alone" / "copy.db"
    file.parent.mkdir()
    file.write_bytes(exported(log, "db"))
    file.parent.chmod(0o500)
    opened = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    assert opened.execute("pragma integrity_check").fetchone()[0] == "ok"
    assert opened.execute("pragma journal_mode").fetchone()[0] == "delete"
    assert opened.execute("select count(*) from lift_set").fetchone()[0] == 2
    opened.close()
    file.parent.chmod(0o700)


def test_a_disk_that_takes_no_more_gets_a_sentence_and_keeps_no_half_file(log_file: Path) -> None:
    with store.open_log(log_file) as log:
        for day in range(40):
            store.add_session(log, run(day, notes=os.urandom(6000).hex()))
    said = subprocess.run(
        [sys.executable, "-c", FULL, str(log_file)], capture_output=True, text=True, check=True
    )
    assert said.stdout.split() == ["LogError"] * 4
    left = [path.name for path in log_file.parent.rglob("*") if path.is_file()]
    assert [name for name in left if not name.startswith("training.db")] == []


@pytest.mark.parametrize("form", ["zip", "json", "db"])
def test_an_export_holds_what_another_program_just_wrote(log: Log, form: str) -> None:
    before = exported(log, form)
    with store.open_log(log.path) as other:
        store.add_session(other, run(title="Uferweg"))
    assert len(exported(log, form)) >= len(before)
    if form != "zip":
        assert b"Uferweg" in exported(log, form)
