"""Samples of every source, damaged as files are: a reading or one sentence, never an exception."""

import csv
import io
from collections.abc import Callable, Sized
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ironstride.importers import Choices, Reading, UnknownTable, UnreadableFile, read_file
from ironstride.importers.mapped.guess import guess

FOLDER = Path(__file__).parent
SAMPLES = sorted([*FOLDER.glob("samples/*/*.csv"), *FOLDER.glob("mapped/*.csv")])
CHOSEN = (
    Choices(),
    Choices(
        distance_unit="mi",
        weight_unit="lb",
        zone="America/New_York",
        date_order="month",
        doubled="halve",
    ),
)
HOSTILE = (
    "", " ", "0", "-0", "-1", "1", "-5000", "0,5", "1.5", "1,250", "2.932,5", "1e3", "1e308",
    "9" * 30, "9" * 400, "nan", "NaN", "inf", "-inf", "Infinity", "--", "\u2014", "0x1F",
    "\u0663", "\u00b2", "1_000", "'-16", "+", "-", ".", ",", "x", "5x", "44.10x5",
    "44.10x5,0x0", "BW", "135lbs", "60 kg", "10 stone", "0:00", "00:00:00", "99:99:99",
    "9999:59:59", "54h 3m", "1h", "00:52.95.8", "30:48:00", "0001-01-01",
    "0001-01-01T00:00:00Z", "9999-12-31 23:59:59", "9999-12-31T23:59:59Z", "0000-00-00",
    "2024-02-30", "2024-13-01 25:61:61", "29.02.2023", "3/4/26", "13/13/13",
    "1 Foo 2024, 10:00", "2024-05-01T10:00:00+99:99", "2026-05-01 08:05:12 -0500", "1699378200",
    "9999999999", "PM", "activities/1.gpx", "W", "Rest Timer", "### EXERCISE LOGS ###",
    "\ufeff", "\u200b", "\x0b", "\x85", "\u2028", "'", "a\nb", "a\r\nb", "a;b\tc", "\\", "%s%n",
    "=1+1", "@SUM(A1)", "<script>alert(1)</script>", "'; drop table run; --", "\u202eabc",
    "\u0631\u0643\u0636" * 300, "x" * 5000, "\U0001f9b5" * 300, "Squat", "Running", "true",
    "NULL", "http://x/workout/1",
)  # fmt: skip
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1")

Rows = list[list[str]]
Draw = Callable[[st.SearchStrategy[int]], int]


def pick(draw: Draw, items: Sized) -> int:
    return draw(st.integers(0, len(items) - 1))


def put(rows: Rows, draw: Draw, text: str) -> None:
    row = rows[pick(draw, rows)]
    row[pick(draw, row)] = text


def hostile(rows: Rows, draw: Draw) -> None:
    put(rows, draw, HOSTILE[pick(draw, HOSTILE)])


def hostile_column(rows: Rows, draw: Draw) -> None:
    at, text = pick(draw, rows[0]), HOSTILE[pick(draw, HOSTILE)]
    for row in rows[1:]:
        row[at : at + 1] = [text]


def swap_cells(rows: Rows, draw: Draw) -> None:
    row = rows[pick(draw, rows)]
    here, there = pick(draw, row), pick(draw, row)
    row[here], row[there] = row[there], row[here]


def delete_cell(rows: Rows, draw: Draw) -> None:
    row = rows[pick(draw, rows)]
    if len(row) > 1:
        del row[pick(draw, row)]


def duplicate_cell(rows: Rows, draw: Draw) -> None:
    row = rows[pick(draw, rows)]
    at = pick(draw, row)
    row.insert(at, row[at])


def drop_column(rows: Rows, draw: Draw) -> None:
    at = pick(draw, rows[0])
    rows[:] = [row[:at] + row[at + 1 :] or [""] for row in rows]


def move_column(rows: Rows, draw: Draw) -> None:
    at, to = pick(draw, rows[0]), pick(draw, rows[0])
    for row in rows:
        if max(at, to) < len(row):
            row.insert(to, row.pop(at))


def double_column(rows: Rows, draw: Draw) -> None:
    at = pick(draw, rows[0])
    rows[:] = [[*row, *row[at : at + 1]] for row in rows]


def repeat_row(rows: Rows, draw: Draw) -> None:
    rows.insert(pick(draw, rows), list(rows[pick(draw, rows)]))


def repeat_header(rows: Rows, draw: Draw) -> None:
    rows.insert(pick(draw, rows), list(rows[0]))


def drop_row(rows: Rows, draw: Draw) -> None:
    if len(rows) > 1:
        del rows[pick(draw, rows)]


def repeat_all(rows: Rows, draw: Draw) -> None:
    rows += [list(row) for row in rows[1:]] * (1 + draw(st.integers(0, 2)))


CHANGES = (
    hostile, hostile, hostile, hostile_column, hostile_column, swap_cells, delete_cell,
    duplicate_cell, drop_column, move_column, double_column, repeat_row, repeat_header, drop_row,
    repeat_all,
)  # fmt: skip


def text_of(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def written(rows: Rows, delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a sample with some of its cells, rows and columns changed, then some of its bytes."""
    text = text_of(draw(st.sampled_from(SAMPLES)))
    line = text.splitlines()[0]
    delimiter = max(",;\t", key=line.count)
    rows = [row or [""] for row in csv.reader(io.StringIO(text), delimiter=delimiter)]
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=4)):
        change(rows, draw)
    delimiter = draw(st.sampled_from([delimiter] * 5 + [",", ";", "\t", "|"]))
    end = draw(st.sampled_from(["\n", "\n", "\r\n", "\r"]))
    encoding = draw(st.sampled_from(["utf-8"] * 6 + list(ENCODINGS)))
    data = written(rows, delimiter).replace("\n", end).encode(encoding, "replace")
    return draw(st.sampled_from([whole, whole, whole, whole, cut, mixed, spliced]))(data, draw)


def whole(data: bytes, _draw: Draw) -> bytes:
    return data


def cut(data: bytes, draw: Draw) -> bytes:
    return data[: draw(st.integers(0, len(data)))]


def mixed(data: bytes, draw: Draw) -> bytes:
    """Write the second half in another encoding."""
    half = draw(st.integers(0, len(data)))
    encoding = ENCODINGS[pick(draw, ENCODINGS)]
    return data[:half] + data[half:].decode("utf-8", "replace").encode(encoding, "replace")


def spliced(data: bytes, draw: Draw) -> bytes:
    at, byte = draw(st.integers(0, len(data))), draw(st.integers(0, 255))
    return data[:at] + bytes([byte]) + data[at:]


def answer(data: bytes, choices: Choices) -> Reading | str:
    """Return what is read, an unknown table by what its columns may mean, or the refusal."""
    try:
        return read_file("any.csv", data, choices)
    except UnknownTable as unknown:
        guessed = replace(choices, mapping=guess(unknown.table))
    except UnreadableFile as refusal:
        return str(refusal)
    try:
        return read_file("any.csv", data, guessed)
    except UnreadableFile as refusal:
        return str(refusal)


def is_sound(said: Reading | str) -> None:
    if isinstance(said, str):
        assert said.startswith("any.csv: ")
        assert "\n" not in said
        return
    keys = [one.key for one in said.sessions]
    assert len(set(keys)) == len(keys)
    assert all(key.strip() for key in keys)
    assert all(replace(one.session) == one.session for one in said.sessions)
    first = 1 if said.source == "mapped-csv" else 2
    # Below the header, but for a mapped table without one.
    first = 1 if said.source == "mapped-csv" else 2
    assert all(one.line >= first for one in said.sessions)
    assert all(error.line >= first for error in said.rejected)
    assert all(error.reason and len(error.reason) < 400 for error in said.rejected)
    assert all("\n" not in error.reason for error in said.rejected)
    assert len(set(said.rejected)) == len(said.rejected)
    assert list(said.rejected) == sorted(said.rejected, key=lambda error: error.line)
    assert all(times > 0 for times in said.ignored.values())
    assert all(len(question.why) < 400 for question in said.questions)
    assert said.read_from


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_a_damaged_sample_gives_a_sound_reading_or_a_sentence(data: bytes) -> None:
    for choices in CHOSEN:
        said = answer(data, choices)
        is_sound(said)
        assert answer(data, choices) == said
