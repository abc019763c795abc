import json
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.cli import main
from ironstride.store import Log, dump
from tests.build import lift, run

SAMPLES = Path(__file__).parent / "importers" / "samples"
STRAVA = SAMPLES / "strava-csv" / "english.csv"
STRONG = """\
Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes
2024-05-31 12:24:39,Legs,45m,Squat (Barbell),1,225,5,0,0,,
"""


def test_inspect_prints_one_json_object_and_writes_nothing(
    log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(STRAVA), "--json", "--zone", "Europe/Berlin"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["source"] == "strava-csv"
    assert told["runs"]["count"] > 0
    assert not log_file.exists()


@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\x00", b"a" * 10_000_000])
def test_a_file_that_cannot_be_read_gets_one_line_and_exit_code_2(
    tmp_path: Path, log_file: Path, content: bytes
) -> None:
    file = tmp_path / "odd.csv"
    file.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-m", "ironstride", "inspect", str(file), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("ironstride: odd.csv: ")
    assert len(done.stderr.splitlines()) == 1


def test_a_file_that_is_not_there_gets_one_line(
    log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", "nowhere.csv"]) == 2
    assert capsys.readouterr().err == "ironstride: nowhere.csv: No such file or directory\n"


def test_import_adds_once(log_file: Path, log: Log, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["import", str(STRAVA), "--zone", "Europe/Berlin"]
    main(words)
    count = len(store.sessions(log))
    assert count > 0
    main(words)
    assert len(store.sessions(log)) == count
    assert "0 new" in capsys.readouterr().out


def test_import_asks_before_it_writes(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "strong.csv"
    file.write_text(STRONG, encoding="utf-8")
    assert main(["import", str(file)]) == 2
    said = capsys.readouterr().err
    assert "Say it with --weight-unit" in said
    assert "Nothing was written" in said
    assert store.sessions(log).empty
    assert main(["import", str(file), "--weight-unit", "lb"]) == 0
    assert round(float(store.lift_sets(log).load_kg.iloc[0]), 2) == 102.06


def test_export_writes_every_table_and_never_overwrites(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store.add_session(log, run(title="=cmd()"))
    store.add_session(log, lift())
    target = tmp_path / "log.zip"
    assert main(["export", str(target)]) == 0
    with zipfile.ZipFile(target) as archive:
        tables = {f"{name}.csv" for name in store.table_names(log)}
        assert set(archive.namelist()) == tables | {"README.txt", "about.csv"}
        assert "'=cmd()" in archive.read("session.csv").decode()
        assert archive.read("lift_set.csv").decode().count("\n") == 3
    before = target.read_bytes()
    assert main(["export", str(target)]) == 2
    assert target.read_bytes() == before


def test_a_damaged_log_gets_one_line(
    log_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log_file.write_bytes(b"no log at all " * 100)
    assert main(["export", str(tmp_path / "log.zip")]) == 2
    assert "is not a readable log" in capsys.readouterr().err


GARMIN = """\
Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR
Running,3/4/24 8:13:47,false,Berlin,10.00,700,00:50:00,150,170
"""
HEVY = """\
title,start_time,end_time,exercise_title,set_type,weight_kg,reps
Legs,"4 Jun 2024, 18:00","4 Jun 2024, 19:00",Barbel Back Sqats,normal,100,5
"""


def write(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_import_asks_for_all_that_is_open_and_remembers_the_answers(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write(tmp_path / "garmin.csv", GARMIN)
    assert main(["import", file]) == 2
    asked = capsys.readouterr().err
    assert "Say it with --date-order" in asked
    assert "Say it with --distance-unit" in asked
    assert main(["import", file, "--date-order", "day", "--distance-unit", "mi"]) == 0
    assert str(store.runs(log).started_at.iloc[0]) == "2024-04-03 08:13:47"
    later = write(tmp_path / "later.csv", GARMIN.replace("3/4/24", "5/4/24"))
    assert main(["import", later]) == 0
    assert list(store.runs(log).distance_m.round()) == [16_093, 16_093]


@pytest.mark.parametrize(("likely", "runs"), [("merge", 1), ("apart", 2)])
def test_import_asks_what_to_do_with_what_may_be_the_same(
    log_file: Path, log: Log, tmp_path: Path, likely: str, runs: int
) -> None:
    store.add_session(log, run(started_at=datetime(2024, 4, 3, 6, 0)))
    words = ["import", write(tmp_path / "garmin.csv", GARMIN), "--date-order", "day"]
    words += ["--distance-unit", "km"]
    assert main(words) == 2
    assert main([*words, "--likely", likely]) == 0
    assert len(store.runs(log)) == runs


@pytest.mark.parametrize(
    ("names", "exercise"), [("accept", "Back squat"), ("new", "Barbel Back Sqats")]
)
def test_import_asks_what_unknown_exercise_names_mean(
    log_file: Path,
    log: Log,
    tmp_path: Path,
    names: str,
    exercise: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ["import", write(tmp_path / "hevy.csv", HEVY)]
    assert main(words) == 2
    assert "'Barbel Back Sqats' may be 'Back squat'" in capsys.readouterr().out
    assert main([*words, "--names", names]) == 0
    assert list(store.lift_sets(log).exercise) == [exercise]


@pytest.mark.parametrize("ending", ["zip", "json", "db"])
def test_an_export_is_restored_once_the_present_log_may_be_replaced(
    log_file: Path, log: Log, tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store.add_session(log, run(title="=cmd()"))
    target = tmp_path / f"my log? #1.{ending}"
    assert main(["export", str(target)]) == 0
    store.add_session(log, lift())
    assert main(["restore", str(target)]) == 2
    told = capsys.readouterr()
    assert "1 sessions, 2026-11-16 to 2026-11-16" in told.out
    assert "Say --replace" in told.err
    assert len(store.sessions(log)) == 2
    assert main(["restore", str(target), "--replace"]) == 0
    assert store.sessions(log).title.tolist() == ["=cmd()"]
    (backup,) = store.backups(log_file)
    assert len(dump.dump_of_file(backup.path).tables["session"]) == 2


def test_an_empty_log_is_restored_without_asking(
    log_file: Path, log: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_session(log, run())
    target = tmp_path / "log.json"
    assert main(["export", str(target)]) == 0
    monkeypatch.setenv("IRONSTRIDE_LOG", str(tmp_path / "new" / "other.db"))
    assert main(["restore", str(target)]) == 0
    with store.open_log(tmp_path / "new" / "other.db") as other:
        assert len(store.runs(other)) == 1


def test_what_is_no_export_gets_one_line(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", str(STRAVA), "--replace"]) == 2
    assert capsys.readouterr().err.startswith("ironstride: This is no export of Ironstride")
    assert main(["restore", str(tmp_path / "nowhere.zip")]) == 2
    assert main(["export", str(tmp_path / "log.txt")]) == 2
    assert capsys.readouterr().err.endswith("ends in .zip (CSV files), .json or .db (SQLite).\n")
    assert store.backups(log_file) == []
