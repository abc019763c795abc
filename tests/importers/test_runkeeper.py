"""Runkeeper's list, beyond its samples."""

import pytest

from ironstride.importers import Choices, Reading, UnknownTable, read_file
from ironstride.records import Run

HEADER = "Date,Type,Route Name,Distance (km),Duration,Average Heart Rate (bpm),GPX File"


def read(*rows: str, header: str = HEADER) -> Reading:
    return read_file("mine.csv", "\n".join([header, *rows]).encode(), Choices())


def run(*rows: str, header: str = HEADER) -> Run:
    session = read(*rows, header=header).sessions[0].session
    assert isinstance(session, Run)
    return session


@pytest.mark.parametrize(
    ("distance", "climb", "metres", "ascent"),
    [
        ("Distance (km)", "Climb (m)", 10_000, 100),
        ("Distance (mi)", "Climb (ft)", 16_093.44, 30.48),
        ("Distance (km)", "Climb (ft)", 10_000, 30.48),
    ],
)
def test_the_header_names_the_units_of_distance_and_climb(
    distance: str, climb: str, metres: float, ascent: float
) -> None:
    header = f"Date,Type,{distance},Duration,{climb},GPX File"
    read_run = run("2026-04-12 07:58:03,Running,10.00,1:20:00,100,", header=header)
    assert (read_run.distance_m, read_run.ascent_m) == (metres, ascent)


def test_a_list_saved_again_with_commas_reads_the_same() -> None:
    header = HEADER.replace(",", ";")
    first = run("2016-12-26 11:11:25;Running;;12,30;1:06:06;151;", header=header)
    assert first == run("2016-12-26 11:11:25,Running,,12.30,1:06:06,151,")


def test_a_list_saved_again_with_other_dates_asks_for_their_order() -> None:
    reading = read("3/9/26 5:39,Running,,5.00,26:42,,")
    assert [question.field for question in reading.questions] == ["date_order"]


def test_two_runs_of_one_start_have_the_same_keys_in_any_order() -> None:
    short = "2016-12-26 00:00:00,Running,,5.00,26:42,,"
    long = "2016-12-26 00:00:00,Running,,12.00,1:06:06,,"
    keys = {one.key: one.session.duration_s for one in read(short, long).sessions}
    assert keys == {"2016-12-26T00:00:00 running": 3966, "2016-12-26T00:00:00 running #2": 1602}
    assert keys == {one.key: one.session.duration_s for one in read(long, short).sessions}


def test_a_row_without_distance_and_time_is_refused() -> None:
    reading = read("2016-12-26 11:11:25,Running,,0.00,,,", "2016-12-27 11:11:25,Running,,1,5:42,,")
    assert [(error.line, error.reason) for error in reading.rejected] == [
        (2, "a run needs a distance or a time")
    ]


def test_a_list_without_route_and_recording_is_not_taken_for_runkeepers() -> None:
    with pytest.raises(UnknownTable):
        read("2016-12-26,Running,5.00,26:42", header="Date,Type,Distance (km),Duration")
