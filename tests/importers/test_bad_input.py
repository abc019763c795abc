"""Bad input to every source: a sentence for what cannot be, and the rest as if nothing was."""

import csv
import io
import re
from itertools import cycle
from pathlib import Path

import pytest

from ironstride.importers import Choices, Reading, UnreadableFile, read_file
from ironstride.jobs.inspect import totals
from ironstride.records import Lift

FOLDER = Path(__file__).parent / "samples"
SAMPLES = sorted(FOLDER.glob("*/*.csv"))
NAMES = [f"{path.parent.name}/{path.stem}" for path in SAMPLES]
# A sample of each source; its columns of starts, of what is measured, and of words.
SPOTS = {
    "strava-csv/english_103": (1, 17, 2),
    "garmin-csv/english_km": (1, 4, 3),
    "runkeeper-csv/since_2019_kilometres": (1, 4, 12),
    "intervals-csv/columns_86": (1, 5, 2),
    "trainingpeaks-csv/columns_45": (5, 7, 0),
    "mapmyrun-csv/miles": (1, 4, 12),
    "strong-csv/with_unit_columns": (0, 4, 2),
    "hevy-csv/english_kg": (1, 9, 4),
    "fitnotes-csv/android_new": (0, 3, 1),
    "fitnotes-ios-csv/decimal_commas_unit_and_zone_open": (1, 7, 4),
    "stronglifts-csv/current_kilograms": (0, 18, 5),
    "fitbod-csv/sets_2019": (0, 4, 1),
    "liftosaur-csv/zone_open": (0, 13, 3),
}
EACH = pytest.mark.parametrize("name", SPOTS)
# A list of Garmin's is known by its dates and numbers: where all are none, it is nobody's.
EACH_BUT_GARMIN = pytest.mark.parametrize(
    "name", [name for name in SPOTS if not name.startswith("garmin")]
)
WORDS = (
    "=HYPERLINK(A1)",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "'; drop table run; --",
    "ركض في الصباح " * 100,
    "\u202eסקוואט",
    "🦵" * 300,
    "x" * 5000,
)


def text_of(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def read(data: str | bytes) -> Reading:
    whole = data.encode() if isinstance(data, str) else data
    return read_file("mine.csv", whole, Choices(zone="Europe/Berlin"))


def changed(name: str, at: int, value: str) -> Reading:
    """Return what a sample says when a column holds another value in every row that fills it."""
    header, *rows = csv.reader(io.StringIO(text_of(FOLDER / f"{name}.csv")))
    for row in rows:
        row[at] = value if row[at] else ""
    out = io.StringIO()
    csv.writer(out).writerows([header, *rows])
    reading = read(out.getvalue())
    assert reading.source == name.split("/", maxsplit=1)[0]
    return reading


def said(reading: Reading) -> str:
    sessions = [one.session for one in reading.sessions]
    words = [word for one in sessions for word in (one.title, one.notes)]
    lifts = [one for one in sessions if isinstance(one, Lift)]
    return "\n".join([*words, *(a_set.exercise for lift in lifts for a_set in lift.sets)])


def reasons(reading: Reading) -> str:
    return "\n".join(error.reason for error in reading.rejected)


def test_every_table_source_is_tried() -> None:
    tried = {name.split("/", maxsplit=1)[0] for name in SPOTS}
    assert tried == {path.parent.name for path in SAMPLES} - {"jefit-csv"}


@EACH_BUT_GARMIN
@pytest.mark.parametrize(
    ("date", "sentence"),
    [
        ("0001-01-01", "start must be"),
        ("2024-02-30 10:00:00", "is not a date that can be read"),
        ("yesterday", "is not a date that can be read"),
    ],
)
def test_a_start_that_cannot_be_gets_a_sentence(name: str, date: str, sentence: str) -> None:
    reading = changed(name, SPOTS[name][0], date)
    assert sentence in reasons(reading)
    assert reading.sessions == ()


@pytest.mark.parametrize("date", ["0001-01-01 00:00:00", "2024-02-30 10:00:00"])
def test_garmin_rows_of_impossible_days_get_a_sentence(date: str) -> None:
    reading = changed("garmin-csv/english_km", 1, date)
    assert reading.sessions == ()
    assert "start must be in 1900" in reasons(reading) or "is not a date" in reasons(reading)


@EACH_BUT_GARMIN
@pytest.mark.parametrize("number", ["inf", "-inf", "Infinity", "1e999", "12abc"])
def test_a_number_that_is_none_gets_a_sentence(name: str, number: str) -> None:
    assert "is not a number" in reasons(changed(name, SPOTS[name][1], number))


@EACH
@pytest.mark.parametrize("number", ["9" * 30, "9" * 50, "-5000"])
def test_a_number_that_cannot_be_gets_a_sentence(name: str, number: str) -> None:
    told = reasons(changed(name, SPOTS[name][1], number))
    assert any(words in told for words in ("is not a number", "must be above", "must be at most"))


@EACH
@pytest.mark.parametrize("missing", ["NaN", "--", "null", "\u2014"])
def test_a_number_that_is_missing_rejects_no_row_for_it(name: str, missing: str) -> None:
    assert "is not a number" not in reasons(changed(name, SPOTS[name][1], missing))


@EACH
@pytest.mark.parametrize("words", WORDS, ids=range(len(WORDS)))
def test_words_of_any_kind_are_kept_as_words(name: str, words: str) -> None:
    reading = changed(name, SPOTS[name][2], words)
    assert words.strip()[:90] in said(reading)
    assert all(len(one.session.title) <= 200 for one in reading.sessions)
    assert all(len(question.why) < 400 for question in reading.questions)


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_sample_in_utf_16_reads_the_same_with_or_without_its_mark(
    path: Path, encoding: str
) -> None:
    assert read(text_of(path).encode(encoding)) == read(path.read_bytes())


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
@pytest.mark.parametrize("ends", [("\r\n",), ("\r",), ("\n", "\r\n", "\r")])
def test_line_ends_of_any_kind_read_the_same(path: Path, ends: tuple[str, ...]) -> None:
    lines = re.split(r"\r\n|\r|\n", text_of(path))
    mixed = "".join(line + end for line, end in zip(lines, cycle(ends), strict=False))
    before, after = read(path.read_bytes()), read(mixed)
    assert [one.key for one in after.sessions] == [one.key for one in before.sessions]
    assert totals(one.session for one in after.sessions) == totals(
        one.session for one in before.sessions
    )
    assert [error.line for error in after.rejected] == [error.line for error in before.rejected]


@EACH
@pytest.mark.parametrize("wrong", ["run.fit", "table.xlsx", "notes", "../../etc/passwd"])
def test_the_name_of_a_file_decides_nothing(name: str, wrong: str) -> None:
    data = (FOLDER / f"{name}.csv").read_bytes()
    assert read_file(wrong, data, Choices()) == read_file("mine.csv", data, Choices())


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_a_sample_with_a_nul_byte_is_refused(path: Path) -> None:
    data = path.read_bytes()
    middle = len(data) // 2
    with pytest.raises(UnreadableFile, match="the file is not text"):
        read(data[:middle] + b"\0" + data[middle:])


@pytest.mark.parametrize("path", SAMPLES, ids=NAMES)
def test_a_header_alone_is_refused(path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"header but no rows|holds no logs of exercises"):
        read(text_of(path).split("\n", maxsplit=2)[0])


@pytest.mark.parametrize("path", [one for one in SAMPLES if one.parent.name != "jefit-csv"])
def test_a_mark_that_is_never_closed_costs_its_line_alone(path: Path) -> None:
    text = text_of(path)
    header, rows = text.split("\n", maxsplit=1)
    delimiter = max(",;\t", key=header.count)
    before, after = read(text), read(f'{header}\nx{delimiter}"open\n{rows}')
    assert (after.rejected[0].line, "never closed" in after.rejected[0].reason) == (2, True)
    assert [one.key for one in after.sessions] == [one.key for one in before.sessions]
