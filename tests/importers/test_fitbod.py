"""What Fitbod's exports say, beyond their samples."""

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.records import Lift, LiftSet

APP = (
    "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note,"
    "multiplier"
)
OLD = "Date,Exercise,Sets,Reps,Weight,isWarmup,Note"


def read(header: str, *rows: str, **chosen: str) -> Reading:
    text = "\n".join([header, *rows])
    return read_file("mine.csv", text.encode(), Choices(**chosen))  # type: ignore[arg-type]  # zones


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def app(when: str, exercise: str = "Squat") -> str:
    return f"{when},{exercise}, 5,80.0,0.0,0.0,0.0,0.0,false,, 1.0"


def test_rows_of_one_moment_are_a_workout() -> None:
    reading = read(
        APP,
        app("2026-04-06 14:37:45 +0000"),
        app("2026-04-06 06:17:02 +0000"),
        app("2026-04-06 14:37:45 +0000", "Deadlift"),
    )
    counts = [len(one.session.sets) for one in reading.sessions if isinstance(one.session, Lift)]
    assert counts == [2, 1]


@pytest.mark.parametrize(
    ("when", "start", "offset", "asks"),
    [
        ("2026-04-06 22:37:45 +0000", "2026-04-06T22:37:45", 0, True),
        ("2026-04-06T22:37:45Z", "2026-04-06T22:37:45", 0, True),
        ("2026-04-06 22:37:45 +0200", "2026-04-06T22:37:45", 120, False),
        ("2026-04-06 22:37:45", "2026-04-06T22:37:45", None, False),
        ("2026-04-06", "2026-04-06T00:00:00", None, False),
    ],
)
def test_only_times_in_utc_need_a_zone(
    when: str, start: str, offset: int | None, asks: bool
) -> None:
    reading = read(APP, app(when))
    session = reading.sessions[0].session
    assert session.started_at.isoformat() == start
    assert session.utc_offset_min == offset
    assert [one.field for one in reading.questions] == (["zone"] if asks else [])


def test_where_offsets_are_meant_zero_is_meant_too() -> None:
    winter, summer = app("2026-01-06 22:37:45 +0000"), app("2026-07-06 22:37:45 +0100")
    reading = read(APP, winter, summer, zone="Europe/Berlin")
    assert [one.session.started_at.hour for one in reading.sessions] == [22, 22]
    assert [one.session.utc_offset_min for one in reading.sessions] == [0, 60]


def test_a_column_of_sets_counts_equal_sets() -> None:
    assert len(sets(read(OLD, "2019-03-04,Squat,3,8,60,false,"))) == 3


def test_a_column_of_sets_that_numbers_them_counts_each_row_once() -> None:
    rows = [f"2019-03-04,Squat,{number},8,60,false," for number in (1, 2, 3)]
    assert len(sets(read(OLD, *rows))) == 3


def test_more_sets_than_a_day_holds_are_refused_in_one_line() -> None:
    reading = read(OLD, "2019-03-04,Squat,9999,8,60,false,")
    assert reading.sessions == ()
    assert len(reading.rejected) == 1


def test_what_a_watch_recorded_keeps_its_name_and_its_time() -> None:
    run = "2026-04-07 10:19:34 +0000,Running, 0,0.0,1648.0,5035.7,0.0,0.0,false,, 0.0"
    session = read(APP, run).sessions[0].session
    assert (session.kind, session.title, session.duration_s) == ("other", "Running", 1648.0)


def test_a_weight_without_a_unit_is_in_kilograms_and_nothing_is_asked() -> None:
    reading = read(OLD, "2019-03-04,Squat,1,8,6.803893642,false,", weight_unit="lb")
    assert sets(reading)[0].load_kg == 6.803893642
    assert reading.questions == ()
