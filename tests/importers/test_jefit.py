"""What Jefit's backup says, beyond its samples: many tables in one file."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.importers import Choices, Reading, UnreadableFile, read_file
from ironstride.importers.jefit import OTHER_DAY
from ironstride.importers.lifts import CARDIO, NOT_DONE
from ironstride.records import Lift, LiftSet

SETTING = "### SETTING ####\n\nrow_id,length,mass\n1, cm, kg\n\n#####\n"
SESSIONS = (
    "### WORKOUT SESSIONS ####\n\n_id,starttime,total_time\n"
    "7,1708539000,2880\n\n#####\n"  # 2024-02-21 18:10 in UTC
)
LOGS = "### EXERCISE LOGS ####\n\nlogs,mydate,ename,belongsession,logTime\n"


def read(text: str, **chosen: str) -> Reading:
    return read_file("mine.csv", text.encode(), Choices(**chosen))  # type: ignore[arg-type]  # zones


def sets(reading: Reading) -> list[LiftSet]:
    lifts = [one.session for one in reading.sessions if isinstance(one.session, Lift)]
    return [one for lift in lifts for one in lift.sets]


def log(sets: str = "60x5", day: str = "2024-02-21", session: str = "7", logged: str = "") -> str:
    return f'"{sets}",{day},Squat,{session},{logged}\n'


def test_the_unit_of_the_account_stands_above_the_one_chosen() -> None:
    reading = read(SETTING + LOGS + log(), weight_unit="lb")
    assert sets(reading)[0].load_kg == 60
    pounds = read(SETTING.replace("kg", "lbs") + LOGS + log())
    assert sets(pounds)[0].load_kg == pytest.approx(27.2155422)


def test_without_a_zone_the_day_stands_and_the_hour_is_asked_for() -> None:
    reading = read(SETTING + SESSIONS + LOGS + log())
    session = reading.sessions[0].session
    assert (session.started_at.isoformat(), session.time_known) == ("2024-02-21T00:00:00", False)
    assert [one.field for one in reading.questions] == ["zone"]


@pytest.mark.parametrize(
    ("zone", "start", "known"),
    [
        ("Europe/Berlin", "2024-02-21T19:10:00", True),
        ("America/New_York", "2024-02-21T13:10:00", True),
        ("Asia/Tokyo", "2024-02-21T00:00:00", False),
    ],
)
def test_the_day_that_is_written_stands_above_the_zone(zone: str, start: str, known: bool) -> None:
    reading = read(SETTING + SESSIONS + LOGS + log(), zone=zone)
    session = reading.sessions[0].session
    assert (session.started_at.isoformat(), session.time_known) == (start, known)
    assert reading.ignored == ({} if known else {OTHER_DAY: 1})


def test_a_log_without_a_session_starts_when_it_was_logged() -> None:
    rows = log(session="0", logged="1708539300") + log(session="0", logged="1708539100")
    reading = read(SETTING + LOGS + rows, zone="UTC")
    assert reading.sessions[0].session.started_at.isoformat() == "2024-02-21T18:11:40"


def test_logs_without_a_session_are_one_workout_a_day() -> None:
    rows = log(session="0") + log(day="2024-02-22", session="0") + log(session="0")
    reading = read(SETTING + LOGS + rows)
    assert [one.key for one in reading.sessions] == ["2024-02-21 ", "2024-02-22 "]
    assert len(sets(reading)) == 3


@pytest.mark.parametrize(
    ("cell", "reps", "ignored"),
    [
        ("44.10x5,44.10x5", [5, 5], {}),
        ("60x5,60x0,", [5, 0], {}),
        ("60x5,0x0", [5], {NOT_DONE: 1}),
        ("", [], {NOT_DONE: 1}),
        ("0x12", [12], {}),
    ],
)
def test_a_list_of_sets_is_taken_apart(cell: str, reps: list[int], ignored: dict[str, int]) -> None:
    reading = read(SETTING + LOGS + log(cell))
    assert [one.reps for one in sets(reading)] == reps
    assert reading.ignored == ignored


def test_a_set_that_cannot_be_costs_only_itself_and_keeps_its_line() -> None:
    reading = read(SETTING + LOGS + log("60x5,sixty,60x4"))
    assert [one.reps for one in sets(reading)] == [5, 4]
    assert [(error.line, error.reason) for error in reading.rejected] == [
        (10, "'sixty' is not a weight and reps, such as 60x5")
    ]


def test_a_row_whose_day_cannot_be_read_follows_its_session() -> None:
    reading = read(SETTING + SESSIONS + LOGS + log(day="someday") + log())
    assert len(sets(reading)) == 2
    assert reading.sessions[0].session.started_at.day == 21


def test_cardio_logs_are_counted() -> None:
    cardio = "### CARDIO LOGS ####\n\neid,duration,mydate\n181,1500,2024-02-25\n"
    assert read(SETTING + cardio + LOGS + log()).ignored == {CARDIO: 1}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_do_not_matter(encoding: str, end: str) -> None:
    data = (SETTING + LOGS + log()).replace("\n", end).encode(encoding)
    assert len(sets(read_file("mine.csv", data, Choices()))) == 1


@pytest.mark.parametrize(
    "text",
    [
        SETTING + LOGS,
        SETTING + "### EXERCISE LOGS ####\n",
        SETTING + "### EXERCISE LOGS ####\n\na,b\n1,2\n",
        "### EXERCISE LOGS ####\n",
    ],
)
def test_a_backup_without_logs_gets_one_sentence(text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"^mine\.csv: .*holds no logs of exercises"):
        read(text)


def test_a_table_that_quotes_jefit_in_a_note_stays_its_own() -> None:
    table = (
        "title,start_time,end_time,exercise_title,set_type,weight_kg,reps,exercise_notes\n"
        'A,"28 Mar 2025, 17:29",,Squat,normal,100,5,"old:\n### EXERCISE LOGS ###\n"\n'
    )
    assert read(table).source == "hevy-csv"


@given(st.text(alphabet='0123456789x.,-" \n#ES', max_size=200))
def test_any_text_below_its_header_gives_a_reading_or_a_refusal(text: str) -> None:
    for head in (SETTING + LOGS, SETTING + SESSIONS + LOGS):
        try:
            reading = read(head + text, zone="Asia/Tokyo")
        except UnreadableFile:
            continue
        assert all(error.reason and error.line > 0 for error in reading.rejected)


def test_more_sets_than_a_file_may_have_rows_are_refused() -> None:
    rows = f'"{"1x1," * 200_000}",2024-02-21,Squat,7,\n' * 6
    with pytest.raises(UnreadableFile, match="more than 225,000 sets"):
        read(SETTING + LOGS + rows)


def test_a_file_of_many_tables_is_answered_within_seconds() -> None:
    start = time.perf_counter()
    reading = read(SETTING + LOGS + log() + "### NOTES ####\na,b\n1,2\n" * 20_000)
    assert len(sets(reading)) == 1
    assert time.perf_counter() - start < 20
