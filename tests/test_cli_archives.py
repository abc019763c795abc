"""Folders, archives and a watched folder on the command line."""

import argparse
import gzip
import json
from datetime import datetime
from pathlib import Path

import pytest

from ironstride import store
from ironstride.cli import files, main, watch
from ironstride.settings import Settings
from ironstride.store import Log
from tests.archives import STRAVA_HEADER, runs_on, strava_row, zipped
from tests.importers.fit_files import a_run
from tests.test_cli import STRAVA, STRONG

RUN = a_run().written()
START = datetime(2026, 5, 3, 6)
ZONE = ["--zone", "Europe/Berlin"]


def strava_zip(path: Path) -> Path:
    row = strava_row(11, START, recording="activities/11.fit.gz")
    members: list[tuple[str, bytes]] = [
        ("activities.csv", (STRAVA_HEADER + row).encode()),
        ("activities/11.fit.gz", gzip.compress(RUN)),
        ("activities/12.fit.gz", gzip.compress(RUN[:30])),
        ("logins.csv", b"?"),
    ]
    path.write_bytes(zipped(*members).getvalue())
    return path


def test_an_archive_is_imported_with_what_is_wrong_in_it_named(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(strava_zip(tmp_path / "strava.zip")), *ZONE]) == 0
    told = capsys.readouterr()
    assert "strava.zip: activities.csv: 1 new" in told.out
    assert "strava.zip: 2 recordings (FIT): 1 new, 0 changed, 0 known, 1 rejected" in told.out
    assert "the list names this recording" in told.out
    assert "only activities.csv and the recordings" in told.out
    assert "activities/12.fit.gz: the FIT file is damaged" in told.err
    (number,) = store.sessions(log).session_id
    assert len(store.samples(log, int(number))) > 2


def test_a_folder_and_a_table_are_imported_as_one_batch(
    log_file: Path, log: Log, tmp_path: Path
) -> None:
    folder = tmp_path / "runs"
    folder.mkdir()
    for number, content in enumerate(runs_on([datetime(2026, 1, 1), datetime(2026, 1, 2)])):
        (folder / f"{number}.fit").write_bytes(content)
    assert main(["import", str(folder), str(STRAVA), *ZONE]) == 0
    (batch,) = store.batches(log)
    assert [file.name for file in batch.files] == ["english.csv", "runs: 2 recordings (FIT)"]


def test_a_table_in_an_archive_asks_as_it_does_alone(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "strong.zip"
    archive.write_bytes(zipped(("strong.csv", STRONG)).getvalue())
    assert main(["import", str(archive)]) == 2
    assert "Say it with --weight-unit" in capsys.readouterr().err
    assert main(["import", str(archive), "--weight-unit", "lb"]) == 0
    assert len(store.lift_sets(log)) == 1


def test_an_archive_that_is_none_gets_one_line_and_nothing_is_written(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "odd.zip").write_bytes(b"PK\x03\x04")
    assert main(["import", str(tmp_path / "odd.zip")]) == 2
    assert capsys.readouterr().err == "odd.zip: the zip archive is damaged or cut off\n"
    assert store.batches(log) == []


def test_inspect_tells_each_group_of_an_archive(
    log_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["inspect", str(strava_zip(tmp_path / "strava.zip")), "--json", *ZONE]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(one["source"], one["runs"]["count"]) for one in told] == [
        ("strava-csv", 1),
        ("fit", 1),
    ]
    assert not log_file.exists()


class Looks:
    """Stands for the pauses between looks: does something in each, and ends after the last."""

    def __init__(self, *steps: object) -> None:
        self.steps = list(steps)

    def __call__(self, _seconds: float) -> None:
        if not self.steps:
            raise KeyboardInterrupt
        step = self.steps.pop(0)
        if callable(step):
            step()


def watched(folder: Path | None, *steps: object) -> int:
    answers = dict.fromkeys(("distance_unit", "weight_unit", "date_order", "doubled"))
    known = argparse.Namespace(
        files=[folder] if folder else [], zone="Europe/Berlin", likely=None, names=None, **answers
    )
    return watch.watch_folder(known, Looks(*steps))


def test_what_comes_into_a_watched_folder_is_imported_once_it_is_whole(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    new = folder / "a.fit"
    seen: list[int] = []

    def look() -> None:
        seen.append(len(store.runs(log)))

    def come() -> None:
        new.write_bytes(RUN)

    assert watched(folder, look, come, look, look, look) == 0
    assert seen == [0, 0, 1, 1]
    assert len(store.batches(log)) == 1
    assert watched(folder, look, look) == 0
    assert len(store.batches(log)) == 1


def test_a_watched_file_that_leaves_something_open_is_kept_for_the_page(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "strong.csv").write_text(STRONG, encoding="utf-8")
    nothing = None
    assert watched(tmp_path / "w", nothing, nothing, nothing) == 0
    told = capsys.readouterr().err
    assert told.count("Say it with --weight-unit") == 1
    assert "offered on the import page" in told
    assert store.batches(log) == []


def test_the_watched_folder_is_the_one_of_the_settings(
    log_file: Path, log: Log, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert watched(None) == files.CANNOT_READ
    assert "choose one on the page Settings" in capsys.readouterr().err
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "a.fit").write_bytes(RUN)
    store.save_settings(log, Settings(watched_folder=str(tmp_path / "w")))
    assert watched(None, None, None) == 0
    assert len(store.runs(log)) == 1
    store.save_settings(log, Settings())
    assert store.watched_until(log) > 0
    assert watched(tmp_path / "nowhere") == files.CANNOT_READ


def test_import_without_a_file_says_so(log_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import"]) == 2
    assert capsys.readouterr().err == "ironstride: name a file to import\n"
