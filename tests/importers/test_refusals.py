"""A file that cannot be read gets one sentence; a row that cannot be read costs only itself."""

import gzip
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ironstride.importers import Choices, Reading, UnreadableFile, read_file
from ironstride.importers.decoding import MAX_BYTES
from ironstride.records import Lift

HEVY = b"title,start_time,end_time,exercise_title,set_type,weight_kg,reps,duration_seconds\n"
GOOD = b'A,"28 Mar 2025, 17:29","28 Mar 2025, 18:29",Squat,normal,100,5,\n'
STRAVA = b"id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"


def run_row(**changed: str) -> bytes:
    cells = {
        "id": "1", "date": "2018-09-12 16:54:28", "name": "Park", "type": "Run", "notes": "",
        "elapsed": "1500", "distance": "5000", "commute": "", "gear": "",
        "file": "activities/1.gpx",
    } | changed  # fmt: skip
    return ",".join(cells.values()).encode() + b"\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"\xa0", "the file is empty"),
        (b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00", "the FIT file is damaged"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "the file is a picture"),
        (b"%PDF-1.7 ...", "the file is a PDF document"),
        (b"PK\x03\x04rest", "the file is a zip archive or a spreadsheet"),
        (gzip.compress(gzip.compress(HEVY + GOOD)), "the file is a gzip archive"),
        (HEVY + b"a\x00b," + GOOD, "the file is not text"),
        (b"\x81\x8d\x8f" * 50, "the file is not text"),
        (b"\x01\x02\x03\x04,\x05\x06", "the file is not text"),
        (b'<?xml version="1.0"?><kml/>', "XML, HTML or JSON"),
        (b'{"a": 1}', "XML, HTML or JSON"),
        (HEVY, "a header but no rows"),
        (STRAVA, "a header but no rows"),
        (b"a" * 10_000_000, "a line of 10,000,000 characters"),
        (HEVY + b"a" * 10_000_000, "a line of 10,000,000 characters"),
        (b"a," * 400_000 + b"\n1", "400,001 columns"),
        (b"\n" * 1_000_001 + b"a", "more than 1,000,000 lines"),
        (b"a," * 1_000_000 + b"\n1", "a line of 2,000,001 characters"),
        (b",,,\n,,,\n", "nothing but separators"),
        (b"a,b\n" + b"1,2\n" * 225_001, "more rows than can be read at once"),
        (b"when,what\n2024-01-01,run\n", "no source that can be read yet"),
        (b'"title,start\n1,2\n', "its first line cannot be read"),
    ],
)
def test_an_unreadable_file_gets_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence) as refusal:
        read_file("mine.csv", data, Choices())
    assert str(refusal.value).startswith("mine.csv: ")
    assert "\n" not in str(refusal.value)


def test_a_file_beyond_all_bounds_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableFile, match="larger than 64 MB"):
        read_file("mine.csv", b"a" * (MAX_BYTES + 1), Choices())


def test_a_table_with_too_many_cells_is_refused() -> None:
    data = b",".join([b"a"] * 1999) + b"\n" + b"1\n" * 4100
    with pytest.raises(UnreadableFile, match="more rows than can be read at once"):
        read_file("mine.csv", data, Choices())


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"date": "0001-01-01 00:00:00"}, "start must be in 1900 or later"),
        ({"date": "yesterday"}, "is not a date"),
        ({"elapsed": "NaN", "distance": ""}, "a run needs a distance or a time"),
        ({"elapsed": "inf"}, "is not a number"),
        ({"distance": "-5000"}, "distance must be above 0 m, got -5000"),
        ({"distance": "900000"}, "distance must be at most 330 km"),
        ({"elapsed": "-3"}, "time must be above 0 s"),
        ({"elapsed": "100"}, "pace must be possible"),
        ({"elapsed": "90000"}, "pace must be faster than 30:00 /km"),
        ({"gear": "a,b"}, "the row has 11 cells, its header only 10"),
    ],
)
def test_a_bad_row_costs_only_itself(changed: dict[str, str], sentence: str) -> None:
    data = STRAVA + run_row() + run_row(id="2", **changed) + run_row(id="3")
    reading = read_file("mine.csv", data, Choices(zone="UTC"))
    assert [one.key for one in reading.sessions] == ["1", "3"]
    assert [error.line for error in reading.rejected] == [3]
    assert sentence in reading.rejected[0].reason


def test_a_quotation_mark_that_is_never_closed_costs_only_its_line() -> None:
    data = HEVY + GOOD + GOOD.replace(b",Squat", b',"Squat') + GOOD + GOOD
    reading = read_file("mine.csv", data, Choices())
    assert [error.line for error in reading.rejected] == [3]
    assert "never closed" in reading.rejected[0].reason
    lift = reading.sessions[0].session
    assert isinstance(lift, Lift)
    assert len(lift.sets) == 3


def test_a_mark_that_swallows_the_rest_of_the_file_costs_only_its_line() -> None:
    plain = run_row(id="2", name='"Park')
    reading = read_file("mine.csv", STRAVA + plain + run_row(id="3") * 2, Choices(zone="UTC"))
    assert [error.line for error in reading.rejected] == [2]
    assert [one.key for one in reading.sessions] == ["3"]


def test_an_open_mark_does_not_make_one_run_of_two() -> None:
    first, second = run_row(name='"Park'), run_row(id="2", name='"Lake"', elapsed="1600")
    reading = read_file("mine.csv", STRAVA + first + second + run_row(id="3"), Choices(zone="UTC"))
    assert [(error.line, "never closed" in error.reason) for error in reading.rejected] == [
        (2, True)
    ]
    assert [one.key for one in reading.sessions] == ["2", "3"]


def test_a_file_full_of_open_marks_is_refused() -> None:
    data = HEVY + (GOOD.replace(b",Squat", b',"Squat') + GOOD) * 300
    with pytest.raises(UnreadableFile, match="quotation marks in many places"):
        read_file("mine.csv", data, Choices())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_do_not_matter(encoding: str, end: str) -> None:
    text = (HEVY + GOOD).decode().replace("A,", "Übung,", 1).replace("\n", end)
    reading = read_file("mine.csv", text.encode(encoding), Choices())
    assert reading.sessions[0].session.title == "Übung"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_told_from_the_header(delimiter: str) -> None:
    data = (HEVY.replace(b",", delimiter.encode())) + delimiter.join(
        ["A", '"28 Mar 2025, 17:29"', "", "Squat", "normal", "100", "5", ""]
    ).encode()
    assert len(read_file("mine.csv", data, Choices()).sessions) == 1


@pytest.mark.parametrize(
    "title", ["=HYPERLINK(1)", "<script>alert(1)</script>", "'; drop table run; --", "ركض" * 500]
)
def test_hostile_titles_are_kept_as_plain_words(title: str) -> None:
    data = STRAVA + run_row(name=title)
    read = read_file("mine.csv", data, Choices()).sessions[0].session.title
    assert read[:100] == title[:100]
    assert len(read) <= 200


def test_a_choice_that_nobody_can_convert_is_refused() -> None:
    with pytest.raises(ValueError, match="zone must be a name"):
        Choices(zone="Mars/Olympus")
    with pytest.raises(ValueError, match="zone must be a name"):
        Choices(zone="../../etc/passwd")
    with pytest.raises(ValueError, match="weight unit must be kg or lb"):
        Choices(weight_unit="stone")  # type: ignore[arg-type]  # what a person may type


@given(st.binary(max_size=400))
@example(b'"')
@example(b"\xff\xfe\x00\x00")
@example(b"\xff\xfea")
def test_any_bytes_give_a_reading_or_a_refusal(data: bytes) -> None:
    assert _answer(data) in {"reading", "refusal"}


@given(st.text(max_size=300))
def test_any_text_below_a_known_header_gives_a_reading_or_a_refusal(text: str) -> None:
    for header in (HEVY, STRAVA):
        assert _answer(header + text.encode("utf-8", "surrogatepass")) in {"reading", "refusal"}


@settings(max_examples=200)
@given(st.lists(st.text(alphabet="0123456789-:.,/ eE'\"\n;WAPM", max_size=25), max_size=40))
def test_any_cells_in_known_columns_give_a_reading_or_a_refusal(cells: list[str]) -> None:
    rows = [",".join(cells[at : at + 8]) for at in range(0, len(cells), 8)]
    for header in (HEVY, STRAVA):
        assert _answer(header + "\n".join(rows).encode()) in {"reading", "refusal"}


@pytest.mark.parametrize(
    "data",
    [
        HEVY + b'"' * 900_000,
        HEVY + b'a,"b\n' * 100_000,
        HEVY + b"1," * 400_000,
        HEVY + b"\n".join([b"9" * 400_000] * 3),
        STRAVA + b",".join([b"1 " * 100_000] * 4),
        STRAVA + b"\n" * 900_000 + run_row(),
    ],
)
def test_hostile_files_are_answered_within_seconds(data: bytes) -> None:
    start = time.perf_counter()
    assert _answer(data) in {"reading", "refusal"}
    assert time.perf_counter() - start < 20


def _answer(data: bytes) -> str:
    try:
        reading = read_file("any.csv", data, Choices(zone="America/New_York"))
    except UnreadableFile:
        return "refusal"
    assert isinstance(reading, Reading)
    assert all(error.reason and error.line > 0 for error in reading.rejected)
    return "reading"
