"""The list of intervals.icu, beyond its samples."""

import pytest

from ironstride.importers import Choices, Reading, UnknownTable, read_file
from ironstride.importers.intervals import EMPTY, NO_OFFSET
from ironstride.records import Run

HEADER = "id,start_date_local,start_date,type,moving_time,elapsed_time,distance,icu_rpe"


def read(*rows: str, header: str = HEADER) -> Reading:
    return read_file("activities.csv", "\n".join([header, *rows]).encode(), Choices())


def row(name: str = "i1", utc: str = "2026-08-22T15:13:34Z", type: str = "Run") -> str:  # noqa: A002 - its word
    return f"{name},2026-08-22T17:13:34,{utc},{type},3005,3120,10012.37,5"


@pytest.mark.parametrize(
    ("utc", "minutes"),
    [
        ("2026-08-22T15:13:34Z", 120),
        ("2026-08-22T22:13:34Z", -300),
        ("2026-08-22T11:43:34Z", 330),
        ("", None),
    ],
)
def test_the_offset_is_local_time_less_utc(utc: str, minutes: int | None) -> None:
    assert read(row(utc=utc)).sessions[0].session.utc_offset_min == minutes


@pytest.mark.parametrize("utc", ["2026-08-20T15:13:34Z", "yesterday"])
def test_an_impossible_offset_is_left_out_and_counted(utc: str) -> None:
    reading = read(row(utc=utc))
    assert reading.sessions[0].session.utc_offset_min is None
    assert reading.ignored == {NO_OFFSET: 1}


@pytest.mark.parametrize("shell", ["18,2026-08-19T18:00:12,,,,,,", "18,,,Run,0,0,0.0,"])
def test_an_empty_row_is_counted_and_not_refused(shell: str) -> None:
    reading = read(shell, row())
    assert [one.key for one in reading.sessions] == ["i1"]
    assert (reading.rejected, reading.ignored) == ((), {EMPTY: 1})


def test_an_activity_listed_twice_is_one_activity() -> None:
    reading = read(row(), row(), row("i2"))
    assert [one.key for one in reading.sessions] == ["i1", "i2"]
    assert reading.ignored == {"activity listed twice": 1}


@pytest.mark.parametrize(
    ("word", "sport"),
    [("Run", "run"), ("TrailRun", "trail"), ("VirtualRun", "virtual"), ("NordicSki", "ski"),
     ("EBikeRide", "ride"), ("WeightTraining", "strength"), ("Kitesurf", "other")],
)  # fmt: skip
def test_words_run_together_name_their_sport(word: str, sport: str) -> None:
    assert read(row(type=word)).sessions[0].session.sport == sport


def test_a_row_without_a_number_is_known_by_start_and_type() -> None:
    assert read(row(name="")).sessions[0].key == "2026-08-22T17:13:34 run"


def test_strides_become_steps() -> None:
    header = "id,start_date_local,type,moving_time,icu_ftp,average_cadence"
    reading = read(
        "i1,2026-08-22T17:13:34,Run,3005,,86.2",
        "i2,2026-08-23T17:13:34,Run,3005,,171",
        header=header,
    )
    runs = [one.session for one in reading.sessions if isinstance(one.session, Run)]
    assert [run.cadence_spm for run in runs] == [172.4, 171.0]


def test_a_list_of_activities_without_its_own_columns_is_not_taken_for_it() -> None:
    with pytest.raises(UnknownTable):
        read("1,2026-08-22T17:13:34,Run,3005", header="id,start_date_local,type,moving_time")
