"""Recordings and exports made to harm: a reading or one sentence, and memory that stays small."""

import gzip
import io
import tracemalloc
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ironstride.importers import Choices, Reading, UnreadableFile, read_file
from ironstride.importers.decoding import MAX_BYTES, unpacked
from ironstride.importers.registry import read_open

FOLDERS = ("tcx", "gpx", "apple-health", "adidas-json", "garmin-json")
SAMPLES = sorted(
    path
    for folder in FOLDERS
    for path in (Path(__file__).parent / "samples" / folder).iterdir()
    if path.suffix != ".json" or (folder.endswith("-json") and ".twin" not in path.suffixes)
)
POINT = "<trkpt lat='1' lon='1'><time>2026-01-10T13:00:00Z</time><name>&a;</name></trkpt>"
LAUGHS = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 9))


def gpx(entities: str) -> bytes:
    return f"<!DOCTYPE gpx [{entities}]><gpx><trk><trkseg>{POINT}</trkseg></trk></gpx>".encode()


@pytest.mark.parametrize(
    "entities",
    [
        "<!ENTITY a0 'ha'>" + LAUGHS + "<!ENTITY a '&a8;'>",
        "<!ENTITY a SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY % b SYSTEM 'http://example.com/x.dtd'> %b;",
        f"<!ENTITY a '{'ha' * 10_000}'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_with_entities_is_refused(entities: str, encoding: str) -> None:
    data = gpx(entities).decode().encode(encoding)
    with pytest.raises(UnreadableFile, match="declares entities"):
        read_file("mine.gpx", data, Choices())


def test_a_document_type_kept_elsewhere_is_not_fetched() -> None:
    data = b"<!DOCTYPE gpx SYSTEM 'file:///etc/passwd'>" + gpx("")[len(b"<!DOCTYPE gpx []>") :]
    data = data.replace(b"<trkseg>", b"<name>&a; mine</name><trkseg>")
    reading = read_file("mine.gpx", data, Choices())
    assert [one.session.title for one in reading.sessions] == ["mine"]


def test_a_file_nested_without_end_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="nests its elements deeper"):
        read_file("mine.gpx", b"<gpx>" + b"<a>" * 100_000, Choices())
    with pytest.raises(UnreadableFile, match="cannot be read"):
        read_file(
            "a.json",
            b'{"sport_type_id": 1, "start_time_timezone_offset": 0, "a": ' + b"[" * 100_000,
            Choices(),
        )


@pytest.mark.parametrize(
    ("start", "inner", "what"),
    [
        ("<gpx>", "<trk/>", "2,000 tracks"),
        ("<TrainingCenterDatabase>", "<Activity/>", "2,000 activities"),
        ("<TrainingCenterDatabase><Activity>", "<Lap/>", "20,000 laps"),
        ("<HealthData>", "<Workout a='1'/>", "100,000 workouts"),
    ],
)
def test_a_file_of_too_many_things_is_refused(start: str, inner: str, what: str) -> None:
    with pytest.raises(UnreadableFile, match=f"holds more than {what}"):
        read_file("mine", (start + inner * 100_001).encode(), Choices())


def test_a_gzip_bomb_is_refused_before_it_goes_off() -> None:
    bomb = gzip.compress(b"\0" * (MAX_BYTES + 1))
    tracemalloc.start()
    with pytest.raises(UnreadableFile, match="unpacks to more than"):
        read_file("mine.fit.gz", bomb, Choices())
    assert tracemalloc.get_traced_memory()[1] < 3 * MAX_BYTES
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (gzip.compress(b"\0" * 2_000_000, mtime=0), "more than 200 times its size"),
        (gzip.compress(b"a,b" * 100, mtime=0)[:-9], "cut off"),
        (b"\x1f\x8b rest", "the gzip archive is damaged"),
    ],
)
def test_a_damaged_or_overfull_gzip_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        unpacked(data)


def test_gzip_of_many_parts_is_one_file() -> None:
    assert unpacked(gzip.compress(b"a,") + gzip.compress(b"b")) == b"a,b"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_gzipped_sample_reads_as_the_plain_one(path: Path) -> None:
    data = path.read_bytes()
    assert read_file("a", gzip.compress(data), Choices()) == read_file("a", data, Choices())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_an_open_file_reads_as_its_bytes(path: Path) -> None:
    data = path.read_bytes()
    assert read_open("a", io.BytesIO(data), Choices()) == read_file("a", data, Choices())


def answer(data: bytes) -> Reading | str:
    try:
        return read_file("any", data, Choices())
    except UnreadableFile as refusal:
        return str(refusal)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a sample that is cut, with bytes changed or a piece of it twice or gone."""
    data = bytearray(draw(st.sampled_from(SAMPLES)).read_bytes())
    for _ in range(draw(st.integers(0, 4))):
        at, to = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        change = draw(st.sampled_from(["byte", "cut", "gone", "twice", "number"]))
        if change == "byte":
            data[at : at + 1] = draw(st.binary(max_size=3))
        elif change == "cut":
            del data[to:]
        elif change == "gone":
            del data[at : min(to, at + 300)]
        elif change == "twice":
            data[at:at] = data[at : min(to, at + 300)]
        else:
            number = draw(st.sampled_from([b"nan", b"1e400", b"-1", b"9" * 30, b"0", b"", b"1_0"]))
            data[at : at + 3] = number
    return bytes(data)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(damaged())
def test_a_damaged_sample_gives_a_sound_reading_or_a_sentence(data: bytes) -> None:
    said = answer(data)
    if isinstance(said, str):
        assert said.startswith("any: ")
        assert "\n" not in said
        return
    keys = [one.key for one in said.sessions]
    assert len(set(keys)) == len(keys)
    assert all(key.strip() for key in keys)
    assert all(error.line > 0 and error.reason for error in said.rejected)
    assert all(times > 0 for times in said.ignored.values())


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([b"<gpx>", b"<TrainingCenterDatabase>", b"<HealthData>", b'[{"a":']),
    st.binary(max_size=300) | st.text("<>/trksegpWorkout'\"=& ", max_size=300).map(str.encode),
)
def test_any_bytes_behind_a_known_start_give_a_reading_or_a_sentence(
    start: bytes, rest: bytes
) -> None:
    assert isinstance(answer(start + rest), Reading | str)
    assert isinstance(answer(zlib.compress(start + rest)), Reading | str)
