"""Strava's list beyond its samples: what is counted, what is named, and what is left alone."""

import csv
import io
from pathlib import Path

import pytest

from ironstride.importers import Choices, Reading, read_file, strava
from ironstride.importers.table import read_table
from ironstride.records import Run

SAMPLES = Path(__file__).parent / "samples" / strava.SOURCE
WHOLE = ("dutch_72", "english_77", "english_86", "english_92", "english_94", "english_99",
         "english_101", "english_103")  # fmt: skip
FILE, HUMIDITY, CYCLES, EXERTION, TICKS = 12, 59, 92, 43, range(93, 98)
TRIMMED = "Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Moving Time"

Rows = list[list[str]]


def rows_of(name: str) -> Rows:
    text = (SAMPLES / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text)))


def read_rows(rows: Rows, **chosen: str) -> Reading:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    choices = Choices(**chosen)  # type: ignore[arg-type]  # checked when it is made
    return read_file("activities.csv", text.getvalue().encode(), choices)


def read_text(*lines: str, **chosen: str) -> Reading:
    return read_rows([next(csv.reader([line])) for line in lines], **chosen)


def renamed(rows: Rows) -> Rows:
    """Return the rows under a header in a language that nobody knows; equal names stay equal."""
    header, *rest = rows
    names = {name: f"\u5217{number}" for number, name in enumerate(dict.fromkeys(header))}
    return [[names[name] for name in header], *rest]


def with_column(rows: Rows, at: int, cell: str) -> Rows:
    header, *rest = rows
    new = [[*row[:at], cell, *row[at:]] for row in rest]
    return [[*header[:at], "\u5217", *header[at:]], *new]


def runs(reading: Reading) -> list[Run]:
    return [one.session for one in reading.sessions if isinstance(one.session, Run)]


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_export_reads_alike_under_headers_of_an_unknown_language(name: str) -> None:
    known, unknown = read_rows(rows_of(name)), read_rows(renamed(rows_of(name)))
    assert unknown.source == strava.SOURCE
    assert unknown.sessions == known.sessions


def test_a_list_saved_again_with_decimal_commas_reads_alike_in_any_language() -> None:
    header, *rest = renamed(rows_of("english_99"))
    commas = [[*row[: FILE + 1], *(c.replace(".", ",") for c in row[FILE + 1 :])] for row in rest]
    assert read_rows([header, *commas]).sessions == read_rows([header, *rest]).sessions


@pytest.mark.parametrize("again", [".1", "_1", "_duplicated_0", "_2"])
def test_names_that_other_programs_tell_apart_are_read_alike(again: str) -> None:
    rows = rows_of("english_103_resaved_by_pandas")
    header = [name.replace(".1", again) for name in rows[0]]
    assert read_rows([header, *rows[1:]]).sessions == read_rows(rows).sessions


@pytest.mark.parametrize("at", [HUMIDITY, CYCLES])
def test_a_column_too_many_in_an_unknown_language_costs_ticks_but_never_mixes_them(at: int) -> None:
    known = runs(read_rows(rows_of("english_103")))
    unknown = runs(read_rows(with_column(renamed(rows_of("english_103")), at, "")))
    assert [run.rpe for run in unknown] == [run.rpe for run in known]
    assert {run.type for run in known} == {"race", "long", "other"}
    assert {run.type for run in unknown} == {"other"}


def test_a_weather_report_that_does_not_stand_where_it_should_is_not_read() -> None:
    rows = with_column(renamed(rows_of("english_99")), FILE + 40, "7")
    assert {run.temperature_c for run in runs(read_rows(rows))} == {None}
    assert runs(read_rows(rows_of("english_99")))[0].temperature_c == 6.5


def test_a_column_too_many_is_no_matter_where_the_header_is_known() -> None:
    rows = rows_of("english_103")
    moved = with_column(rows, FILE + 40, "7")
    assert read_rows(moved).sessions == read_rows(rows).sessions


def test_numbers_that_are_no_rpe_are_not_counted_as_such() -> None:
    header, *rest = renamed(rows_of("english_99"))
    rest = [[*row[:EXERTION], "85.0", *row[EXERTION + 1 :]] for row in rest]
    reading = read_rows([header, *rest])
    assert {one.session.rpe for one in reading.sessions} == {None}
    assert "RPE" not in {origin.value for origin in reading.read_from}


def test_ticks_that_are_numbers_are_not_counted_as_such() -> None:
    header, *rest = renamed(rows_of("english_99"))
    rest = [[("3" if at in TICKS else cell) for at, cell in enumerate(row)] for row in rest]
    assert {run.type for run in runs(read_rows([header, *rest]))} == {"other"}


@pytest.mark.parametrize(
    ("sport", "moving", "taken"),
    [
        ("Swim", "3.0", 2000),
        ("Swim", "99.0", 2000),
        ("Swim", "100.0", 100),
        ("Swim", "1400.0", 1400),
        ("Run", "60.0", 60),
        ("Ride", "3.0", 3),
    ],
)
def test_a_swim_that_hardly_moved_lasted_its_elapsed_time(
    sport: str, moving: str, taken: float
) -> None:
    row = f'7,"22 May 2024, 08:19:26",{sport},2000,0.20,{moving}'
    reading = read_text(TRIMMED, row)
    assert reading.sessions[0].session.duration_s == taken
    assert reading.ignored == ({strava.SWIM_MOVING: 1} if taken == 2000 else {})


def test_the_decimal_comma_of_a_first_distance_is_told_from_the_file() -> None:
    reading = read_text(
        "Aktivitäts-ID,Aktivitätsdatum,Aktivitätsart,Verstrichene Zeit,Distanz,Bewegungszeit",
        '7,"21.07.2026, 15:09:27",Lauf,2000,"6,01",1950',
        '8,"22.07.2026, 15:09:27",Lauf,4100,"12,5",4000',
    )
    assert [run.distance_m for run in runs(reading)] == [6010, 12_500]


def test_numeric_dates_without_an_order_are_asked_about_and_the_answer_followed() -> None:
    lines = (TRIMMED, '7,"03/09/2024, 08:19:26",Run,2000,6.01,1950')
    asked = read_text(*lines, zone="Europe/Berlin")
    assert [question.field for question in asked.questions] == ["date_order"]
    told = read_text(*lines, zone="Europe/Berlin", date_order="month")
    assert told.questions == ()
    assert f"{told.sessions[0].session.started_at:%d %B}" == "09 March"


@pytest.mark.parametrize(
    "header",
    [
        "id,date,type,elapsed_time,distance",
        "Date,Type,Elapsed Time,Distance",
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR",
        "a",
        "",
        ",".join("abcdefghijklmnopqrstuvwxyz"),
        ",".join(["a"] * 120),
    ],
)
def test_a_list_of_another_source_is_not_claimed(header: str) -> None:
    cells = ",".join(["1"] * (header.count(",") + 1))
    assert not strava.recognises(read_table(f"{header or ' ,x'}\n{cells}\n".encode()))


def test_a_file_name_in_a_list_of_another_source_makes_it_no_list_of_strava() -> None:
    header = ",".join(f"column {number}" for number in range(60))
    cells = ",".join("activities/1.gpx" if at == 20 else str(at) for at in range(60))
    assert not strava.recognises(read_table(f"{header}\n{cells}\n".encode()))
