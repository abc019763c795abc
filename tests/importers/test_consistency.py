"""What every source does alike: a side value costs itself alone, a line is refused once."""

import hashlib
import re
from dataclasses import asdict
from pathlib import Path

import pytest

from ironstride.importers import Choices, Reading, UnknownTable, UnreadableFile, read_file
from ironstride.importers.lifts import NO_DURATION, UNKNOWN_TYPE
from ironstride.importers.mapping import Mapping
from ironstride.importers.sports import _WORDS, key_family, sport_of

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*/*.csv"))
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,RPE"
HEVY = "title,start_time,end_time,exercise_title,set_type,weight_kg,reps,rpe"
FITNOTES = "Name,StartTime,EndTime,Exercise,Weight,Reps,Status,RPE"
LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Completed Reps,Completed RPE,"
    "Completed Weight Value,Completed Weight Unit,Completed Reps Time"
)
STRONGLIFTS = "Date,Exercise,Duration (hours),Set 1 (Reps),Set 1 (KG)"
FITBOD = "Date,Exercise,Sets,Reps,Weight,isWarmup,Duration(s),Distance(m)"
STRAVA = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename"
RPE_THAT_IS_NONE = {
    "strong": (STRONG, "2026-03-01 10:00:00,A,1h,Squat,1,100,5,hard"),
    "hevy": (HEVY, 'A,"1 Mar 2026, 10:00","1 Mar 2026, 11:00",Squat,normal,100,5,hard'),
    "fitnotes": (FITNOTES, "A,2026-03-01T10:00:00Z,2026-03-01T11:00:00Z,Squat,100,5,Done,hard"),
    "liftosaur": (LIFTOSAUR, "2026-03-01T10:00:00Z,A,1,Squat,0,5,hard,100,kg,"),
}
LENGTH_THAT_IS_NONE = {
    "strong": (STRONG, "2026-03-01 10:00:00,A,soon,Squat,1,100,5,"),
    "hevy": (HEVY, 'A,"1 Mar 2026, 10:00",later,Squat,normal,100,5,'),
    "fitnotes": (FITNOTES, "A,2026-03-01T10:00:00Z,later,Squat,100,5,Done,"),
    "fitnotes, backwards": (FITNOTES, "A,2026-03-01T10:00:00Z,2026-03-01T09:00:00Z,Squat,100,5,,"),
    "liftosaur": (LIFTOSAUR, "2026-03-01T10:00:00Z,A,1,Squat,0,5,,100,kg,2026-02-31T10:20:00Z"),
    "stronglifts": (STRONGLIFTS, "2026/03/01,Squat,long,5,100"),
}
# What the place of each value is called.
ORIGINS = {
    "started_at": "start", "duration_s": r"\btime|end", "elapsed_s": "elapsed time",
    "title": "title|sport", "notes": "notes", "distance_m": "distance", "ascent_m": "climb",
    "avg_hr_bpm": "average heart rate", "max_hr_bpm": "maximum heart rate",
    "cadence_spm": "cadence", "temperature_c": "temperature", "rpe": "RPE", "rir": "RPE|reserve",
    "exercise": "exercise", "load_kg": "weight", "reps": "reps", "hold_s": "hold",
}  # fmt: skip


def read(header: str, *rows: str, **chosen: str) -> Reading:
    choices = Choices(**{"zone": "UTC"} | chosen)  # type: ignore[arg-type]  # words of the test
    return read_file("mine.csv", "\n".join([header, *rows]).encode(), choices)


@pytest.mark.parametrize(("header", "row"), RPE_THAT_IS_NONE.values(), ids=RPE_THAT_IS_NONE)
def test_an_rpe_that_is_no_number_costs_no_set(header: str, row: str) -> None:
    reading = read(header, row)
    assert [len(one.session.sets) for one in reading.sessions] == [1]  # type: ignore[union-attr]
    assert reading.rejected == ()
    assert reading.ignored == {"RPE that is not a number": 1}


@pytest.mark.parametrize(("header", "row"), LENGTH_THAT_IS_NONE.values(), ids=LENGTH_THAT_IS_NONE)
def test_a_length_that_cannot_be_read_costs_no_workout(header: str, row: str) -> None:
    reading = read(header, row)
    assert [one.session.duration_s for one in reading.sessions] == [None]
    assert reading.rejected == ()
    assert reading.ignored == {NO_DURATION: 1}


def test_a_distance_that_is_none_costs_its_row_and_not_the_whole_workout() -> None:
    day = "2026-03-01 10:00:00 +0000,Squat,1,5,100,false,0"
    reading = read(FITBOD, f"{day},far", f"{day},0")
    assert [one.line for one in reading.rejected] == [2]
    assert len(reading.sessions) == 1


def test_a_row_of_several_sets_is_refused_once() -> None:
    reading = read(FITBOD, "someday,Squat,5,5,100,false,0,0", "2026-03-01,Squat,2,5,100,false,0,0")
    assert [error.line for error in reading.rejected] == [2]


def test_refused_rows_come_in_the_order_of_their_lines() -> None:
    bad = "2026-03-01 10:00:00,A,1h,Squat,1,100,5.5,"
    reading = read(STRONG, bad, f"{bad},x,y", bad)
    assert [error.line for error in reading.rejected] == [2, 3, 4]


def test_a_set_type_that_is_not_known_is_counted() -> None:
    reading = read(HEVY, 'A,"1 Mar 2026, 10:00",,Squat,myo-reps,100,5,')
    assert reading.ignored == {UNKNOWN_TYPE: 1}


def test_liftosaur_re_saved_by_a_spreadsheet_asks_which_is_the_day() -> None:
    reading = read(LIFTOSAUR, "3/4/26 10:00,A,1,Squat,0,5,,100,kg,")
    assert [question.field for question in reading.questions] == ["date_order"]
    chosen = read(LIFTOSAUR, "3/4/26 10:00,A,1,Squat,0,5,,100,kg,", date_order="month")
    assert f"{chosen.sessions[0].session.started_at:%Y-%m-%d}" == "2026-03-04"


def test_two_runs_without_a_number_are_two() -> None:
    run = ",2018-09-12 16:54:28,Park,Run,,1500,5000,,,activities/1.gpx"
    reading = read(STRAVA, run, run.replace("5000", "4000"))
    keys = {one.key for one in reading.sessions}
    assert keys == {"2018-09-12 16:54:28 run", "2018-09-12 16:54:28 run #2"}


def test_of_an_activity_that_is_listed_twice_the_order_of_rows_keeps_the_same_one() -> None:
    short, long = (
        f"7,2018-09-12 16:54:28,Park,Run,,{s},5000,,,activities/1.gpx" for s in (1500, 1800)
    )
    assert [one.session for one in read(STRAVA, short, long).sessions] == [
        one.session for one in read(STRAVA, long, short).sessions
    ]


def test_a_title_that_ends_like_a_made_key_has_a_key_of_its_own() -> None:
    rows = [f'{title},"1 Mar 2026, 10:00",{end},Squat,normal,100,5,' for title, end in (
        ("A", '"1 Mar 2026, 11:00"'), ("A", '"1 Mar 2026, 10:30"'), ("A #2", ""),
    )]  # fmt: skip
    keys = [one.key for one in read(HEVY, *rows).sessions]
    assert keys == ["2026-03-01T10:00 A", "2026-03-01T10:00 A #3", "2026-03-01T10:00 A #2"]


def test_units_of_weights_without_a_column_of_weights_ask_nothing() -> None:
    data = b"day,move,count,unit\n2026-03-01,Squat,5,kg\n"
    mapping = Mapping("lifts", (("start", 0), ("exercise", 1), ("reps", 2), ("weight_unit", 3)))
    with pytest.raises(UnknownTable):
        read_file("mine.csv", data, Choices())
    reading = read_file("mine.csv", data, Choices(mapping=mapping))
    assert (len(reading.sessions), reading.questions) == (1, ())


def test_a_backup_of_jefit_whose_titles_stand_in_the_middle_of_lines_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="holds no logs of exercises"):
        read_file("mine.csv", b"### EXERCISE LOGS, ename\nmydate,logs\n", Choices())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_value_that_a_file_gives_has_an_origin(path: Path) -> None:
    reading = read_file(path.name, path.read_bytes(), Choices(zone="UTC"))
    told = " | ".join(one.value for one in reading.read_from)
    sessions = [asdict(one.session) for one in reading.sessions]
    sets = [a_set for one in sessions for a_set in one.get("sets", ())]
    held = {name for one in (*sessions, *sets) for name, value in one.items() if value}
    named = {name for name, words in ORIGINS.items() if re.search(words, told)}
    assert held & ORIGINS.keys() <= named
    assert all(one.column for one in reading.read_from)


def test_a_word_that_is_learnt_later_changes_no_key() -> None:
    """The words of keys stay as they are: a new word of an app goes into `_LEARNT`."""
    told = hashlib.sha256(repr(sorted(_WORDS.items())).encode()).hexdigest()
    assert told[:16] == "0f2558b7359f459b"
    assert (key_family("Kitesurf"), key_family("Trailrun"), sport_of("Trailrun")) == (
        "other", "run", "trail",
    )  # fmt: skip
