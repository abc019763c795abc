"""Every sample reads as its twin says: the same numbers, sessions, sentences and questions.

A twin holds `summary` (what `inspect --json` prints) and may hold `choices`, the first
`sessions`, `streams` (first and last value of each column), and `read_from` (value, column, what it
is read as). The twin of a sample that is JSON itself ends in `.twin.json`.
"""

import json
import random
from dataclasses import asdict, astuple, fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ironstride.importers import Choices, Sourced, read_file
from ironstride.importers.registry import FILE_IMPORTERS, IMPORTERS
from ironstride.jobs.inspect import summary, totals
from ironstride.records import Stream

JSON_SOURCES = ("adidas-json", "garmin-json")


def is_sample(path: Path) -> bool:
    if path.parent.name in JSON_SOURCES:
        return not path.name.endswith(".twin.json")
    return path.suffix != ".json"


SAMPLES = sorted(filter(is_sample, (Path(__file__).parent / "samples").glob("*/*.*")))
TABLES = [path for path in SAMPLES if path.suffix == ".csv"]
NAMES = [f"{path.parent.name}/{path.stem}" for path in SAMPLES]


def shown(one: Sourced) -> dict[str, Any]:
    """Return a session as its twin writes it: what it says beyond the defaults."""
    defaults = {field.name: field.default for field in fields(one.session)}
    said = {k: v for k, v in asdict(one.session).items() if v != defaults[k]}
    said["started_at"] = one.session.started_at.isoformat()
    if "sets" in said:
        said["sets"] = [
            {k: v for k, v in a_set.items() if v not in (None, "work", 0.0) or k == "reps"}
            for a_set in said["sets"]
        ]
    plain = {"key": one.key, "line": one.line, "kind": one.session.kind} | said
    if one.recording and one.stream is None:
        plain["recording"] = one.recording
    return dict(json.loads(json.dumps(plain)))


def ends(one: Sourced) -> dict[str, Any] | None:
    """Return what a twin writes of a stream: its length, and both ends of its columns."""
    if not isinstance(one.stream, Stream):
        return None
    columns = one.stream.columns()
    known = {name: column[~np.isnan(column)] for name, column in columns.items()}
    return {"samples": len(one.stream)} | {
        name: [round(float(column[0]), 1), round(float(column[-1]), 1)]
        for name, column in known.items()
    }


def twin_of(path: Path) -> dict[str, Any]:
    twin = path.with_suffix(".twin.json" if path.suffix == ".json" else ".json")
    return dict(json.loads(twin.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_a_sample_reads_as_its_twin_says(path: Path) -> None:
    twin = twin_of(path)
    reading = read_file(path.name, path.read_bytes(), Choices(**twin.get("choices", {})))
    assert summary(reading, path.name) == twin["summary"]
    expected = twin.get("sessions", [])
    assert [shown(one) for one in reading.sessions][: len(expected)] == expected
    streams = twin.get("streams", [])
    assert [ends(one) for one in reading.sessions][: len(streams)] == streams
    origins = [list(astuple(one)) for one in reading.read_from]
    assert origins == twin.get("read_from", origins)


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_the_folder_of_a_sample_names_its_source(path: Path) -> None:
    assert twin_of(path)["summary"]["source"] == path.parent.name


def test_every_importer_has_a_sample() -> None:
    sources = {one.SOURCE for one in IMPORTERS} | {one.SOURCE for one in FILE_IMPORTERS}
    assert {path.parent.name for path in SAMPLES} == sources


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_each_session_has_a_key_of_its_own(path: Path) -> None:
    reading = read_file(path.name, path.read_bytes(), Choices())
    keys = [one.key for one in reading.sessions]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_reading_twice_gives_the_same(path: Path) -> None:
    data = path.read_bytes()
    assert read_file("a", data, Choices()) == read_file("a", data, Choices())


@pytest.mark.parametrize("path", TABLES, ids=[f"{path.parent.name}/{path.stem}" for path in TABLES])
def test_the_order_of_rows_does_not_change_the_totals(path: Path) -> None:
    data = path.read_bytes()
    before = read_file(path.name, data, Choices())
    after = read_file(path.name, _shuffled(data), Choices())
    assert totals(one.session for one in after.sessions) == totals(
        one.session for one in before.sessions
    )
    assert len(after.rejected) == len(before.rejected)


def _shuffled(data: bytes) -> bytes:
    """Return the rows of each table in another order; a row of several lines stays in one piece."""
    pieces: list[bytes] = []
    for line in data.splitlines(keepends=True):
        if pieces and pieces[-1].count(b'"') % 2:
            pieces[-1] += line
        else:
            pieces.append(line)
    # A blank line or one of # parts the tables of a file; below it stands the next header.
    tables: list[list[bytes]] = [[]]
    for piece in pieces:
        if not piece.strip() or piece.startswith(b"#"):
            tables += [[piece], []]
        else:
            tables[-1].append(piece)
    for rows in tables:
        below = rows[1:]
        random.Random(7).shuffle(below)
        rows[1:] = below
    return b"".join(piece for rows in tables for piece in rows)
