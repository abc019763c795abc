"""TrainingPeaks' list, beyond its sample."""

from itertools import permutations

import pytest

from ironstride.importers import Choices, Reading, read_file
from ironstride.importers.trainingpeaks import DAY_OFF, PLANNED
from ironstride.records import Run

HEADER = "Title,WorkoutType,WorkoutDay,DistanceInMeters,TimeTotalInHours,CadenceAverage,Rpe"


def read(*rows: str, header: str = HEADER) -> Reading:
    return read_file("workouts.csv", "\n".join([header, *rows]).encode(), Choices())


def test_the_longest_of_equal_workouts_of_a_day_is_the_first_in_any_order_of_rows() -> None:
    rows = [f"Running,Run,2026-02-01,{metres},{hours},," for metres, hours in
            ((3000, 0.25), (6000, 0.5), (5900, 0.5))]  # fmt: skip
    expected = {
        "2026-02-01 run running": (5900.0, 1800.0),
        "2026-02-01 run running #2": (6000.0, 1800.0),
        "2026-02-01 run running #3": (3000.0, 900.0),
    }
    for some in permutations(rows):
        found = {one.key: one.session for one in read(*some).sessions}
        assert {
            key: (run.distance_m, run.duration_s)
            for key, run in found.items()
            if isinstance(run, Run)
        } == expected


def test_a_shorter_workout_added_later_leaves_the_keys_of_the_others() -> None:
    before = read("Running,Run,2026-02-01,6000,0.5,,").sessions[0]
    after = read("Running,Run,2026-02-01,3000,0.25,,", "Running,Run,2026-02-01,6000,0.5,,")
    assert [one.key for one in after.sessions if one.session == before.session] == [before.key]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Easy,Run,2026-02-05,,,,", PLANNED),
        ("Easy,Run,2026-02-05,0,0.0,,", PLANNED),
        ("Rest,Day Off,2026-02-06,,,,", DAY_OFF),
    ],
)
def test_what_was_not_done_is_counted_and_left_out(row: str, reason: str) -> None:
    reading = read(row, "Easy,Run,2026-02-07,8000,0.75,,")
    assert [one.line for one in reading.sessions] == [3]
    assert (reading.ignored, reading.rejected) == ({reason: 1}, ())


def test_a_time_without_distance_was_done() -> None:
    session = read("Gym,Strength,2026-02-04,,0.75,,6").sessions[0].session
    assert (session.sport, session.duration_s, session.rpe) == ("strength", 2700, 6)


def test_a_workout_has_a_day_and_no_time() -> None:
    session = read("Easy,Run,2026-02-07 00:00:00,8000,0.75,,").sessions[0].session
    assert (session.started_at.isoformat(), session.time_known) == ("2026-02-07T00:00:00", False)


def test_decimal_commas_are_read() -> None:
    header = HEADER.replace(",", ";")
    session = read("Easy;Run;2026-02-07;8000,5;0,75;86;", header=header).sessions[0].session
    assert isinstance(session, Run)
    assert (session.distance_m, session.duration_s, session.cadence_spm) == (8000.5, 2700, 172)


def test_a_workout_faster_than_any_runner_is_refused_in_one_line() -> None:
    reading = read("Easy,Run,2026-02-07,8000,0.1,,", "Easy,Run,2026-02-08,8000,0.75,,")
    assert [error.line for error in reading.rejected] == [2]
    assert len(reading.sessions) == 1


@pytest.mark.parametrize("rpe", ["1e308", "7.3", "11"])
def test_an_impossible_rpe_is_left_out_and_counted(rpe: str) -> None:
    reading = read(f"Easy,Run,2026-02-07,8000,0.75,,{rpe}")
    assert reading.sessions[0].session.rpe is None
    assert reading.ignored == {"RPE outside what is possible": 1}


def test_a_time_beyond_all_bounds_refuses_its_row_alone() -> None:
    reading = read("Easy,Run,2026-02-07,8000,1e308,,", "Easy,Run,2026-02-08,8000,0.75,,")
    assert [error.line for error in reading.rejected] == [2]
    assert len(reading.sessions) == 1
