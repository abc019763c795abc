"""Garmin's list beyond its samples: how units, times and columns are told."""

import random

import pytest

from ironstride.importers import Choices, Reading, UnknownTable, read_file
from ironstride.importers.garmin.clock import REREAD, Clock
from ironstride.importers.sports import sport_of
from ironstride.records import Run

NINE = "Type,When,Liked,Name,Far,Kcal,Long,Beat,Most"
STEPS = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR"

# Distance [km], time, average and maximum cadence, stride [m]: what a watch writes of three runs.
RUNS = [
    ("8.02", "00:42:10", "170", "184", "1.11"),
    ("15.00", "01:24:00", "166", "182", "1.06"),
    ("4.00", "00:21:04", "174", "183", "1.08"),
]


def read(header: str, *rows: str, **chosen: str) -> Reading:
    text = "\n".join([header, *rows])
    return read_file("mine.csv", text.encode(), Choices(**chosen))  # type: ignore[arg-type]  # units


def row(distance: str, time: str, *more: str, sport: str = "Running", day: int = 1) -> str:
    start = f"2025-06-{day:02} 07:00:00"
    return ",".join([sport, start, "false", "Park", distance, "500", time, "150", "170", *more])


def runs(reading: Reading) -> list[Run]:
    return [one.session for one in reading.sessions if isinstance(one.session, Run)]


def read_as(reading: Reading) -> dict[str, tuple[str, str]]:
    return {one.value: (one.column, one.read_as) for one in reading.read_from}


def list_of_runs(per_unit: float, order: tuple[int, ...] = (0, 1, 2)) -> list[str]:
    """Return rows with average cadence, maximum cadence and stride behind the nine columns."""
    rows = []
    for day, (far, time, average, most, stride) in enumerate(RUNS, start=1):
        later = (average, most, stride)
        distance = f"{float(far) / per_unit:.2f}"
        rows.append(row(distance, time, *[later[at] for at in order], day=day))
    return rows


@pytest.mark.parametrize(("per_unit", "unit"), [(1.0, "km"), (1.609344, "mi")])
@pytest.mark.parametrize(("order", "column"), [((0, 1, 2), "A"), ((2, 1, 0), "C")])
def test_cadence_and_stride_are_found_by_what_they_hold(
    per_unit: float, unit: str, order: tuple[int, ...], column: str
) -> None:
    reading = read(NINE + ",A,B,C", *list_of_runs(per_unit, order))
    assert read_as(reading)["distance"] == ("Far", f"{unit}, from cadence and stride")
    assert read_as(reading)["cadence"] == (column, "steps per minute")
    assert [run.cadence_spm for run in runs(reading)] == [170, 166, 174]
    assert sum(run.distance_m or 0 for run in runs(reading)) == pytest.approx(27_020, abs=20)


def test_two_runs_are_too_few_to_tell_columns_without_a_known_header() -> None:
    reading = read(NINE + ",A,B,C", *list_of_runs(1.0)[:2])
    assert [question.field for question in reading.questions] == ["distance_unit"]
    assert "cadence" not in read_as(reading)


def test_two_columns_that_could_both_be_the_cadence_leave_the_unit_open() -> None:
    watts = ["165", "178", "170"]
    rows = [f"{one},{two}" for one, two in zip(list_of_runs(1.0), watts, strict=True)]
    reading = read(NINE + ",A,B,C,D", *rows)
    assert [question.field for question in reading.questions] == ["distance_unit"]
    assert read_as(reading)["distance"] == ("Far", "km, until you choose")


def test_rides_do_not_disturb_the_columns_of_runs() -> None:
    ride = row("30.20", "01:10:00", "82", "101", "0.00", sport="Cycling", day=9)
    reading = read(NINE + ",A,B,C", *list_of_runs(1.0), ride)
    assert read_as(reading)["distance"] == ("Far", "km, from cadence and stride")


def test_of_two_columns_called_cadence_the_one_that_is_filled_counts() -> None:
    header = STEPS + ",Avg Run Cadence,Avg Run Cadence"
    reading = read(header, row("8.02", "00:42:10", "--", "170"), distance_unit="km")
    assert runs(reading)[0].cadence_spm == 170


def test_steps_stand_above_temperatures() -> None:
    header = STEPS + ",Avg Run Cadence,Avg Stride Length,Min Temp"
    reading = read(header, row("8.02", "00:42:10", "170", "1.11", "68.0"))
    assert runs(reading)[0].distance_m == 8020
    assert runs(reading)[0].temperature_c == 20


def test_a_choice_stands_above_temperatures() -> None:
    reading = read(STEPS + ",Min Temp", row("8.02", "00:42:10", "68.0"), distance_unit="km")
    assert read_as(reading)["distance"] == ("Distance", "km, chosen")


def test_warm_days_in_celsius_show_no_miles() -> None:
    reading = read(STEPS + ",Min Temp", row("8.02", "00:42:10", "33.0"))
    assert [question.field for question in reading.questions] == ["distance_unit"]
    assert runs(reading)[0].temperature_c == 33


@pytest.mark.parametrize(
    ("time", "distance", "seconds"),
    [
        ("0:45", "8.10", 2700),
        ("2:10", "21.10", 7800),
        ("23:07", "4.40", 1387),
        ("9:30", "1.90", 570),
        ("99:30", "15.00", 5970),
    ],
)
def test_paces_tell_what_a_time_of_two_parts_means(
    time: str, distance: str, seconds: float
) -> None:
    assert runs(read(STEPS, row(distance, time)))[0].duration_s == seconds


def test_without_distances_a_list_that_also_writes_hours_has_minutes_and_seconds() -> None:
    rows = [row("0.00", time, sport="Yoga") for time in ("20:10", "1:02:00")]
    reading = read(STEPS, *rows)
    assert sorted(one.session.duration_s or 0 for one in reading.sessions) == [1210, 3720]


def test_hours_that_a_spreadsheet_made_of_minutes_are_minutes_again_and_counted() -> None:
    reading = read(
        STEPS,
        row("5.85", "30:48:00"),
        row("4.20", "22:15:00", day=2),
        row("160.00", "25:10:00", day=3),
        row("12.40", "1:05:30", day=4),
        row("0", "40:12:00", sport="Yoga", day=5),
        row("0", "1:10:00", sport="Yoga", day=6),
    )
    found = [one.session.duration_s for one in reading.sessions]
    assert found == [1848, 1335, 90_600, 3930, 2412, 4200]
    assert reading.ignored == {REREAD: 3}
    assert read_as(reading)["time"] == ("Time", "m:ss")


def test_a_watch_left_on_in_an_ordinary_list_is_not_read_as_minutes() -> None:
    reading = read(STEPS, row("5.00", "00:25:10"), row("5.00", "22:10:00", day=2))
    assert [error.line for error in reading.rejected] == [3]
    assert reading.ignored == {}


@pytest.mark.parametrize("cell", ["", "--", "soon", "99:99", "0:75:00", "9" * 500, "30:48:00"])
def test_no_time_breaks_the_reading_of_a_list(cell: str) -> None:
    clock = Clock.of([(cell, 5.0), (cell, None), (cell, -1.0)])
    assert clock.two_parts in ("m:ss", "h:mm")


def test_a_strength_session_lasts_as_long_as_its_timer() -> None:
    header = STEPS + ",Moving Time,Elapsed Time"
    reading = read(header, row("0.00", "00:57:59", "00:20:21", "01:00:00", sport="Musculation"))
    assert reading.sessions[0].session.duration_s == 3479


def test_a_pool_swim_brings_neither_distance_nor_question() -> None:
    reading = read(STEPS, row('"1,214"', "00:38:20", sport="Pool Swimming"))
    assert reading.sessions[0].session.sport == "swim"
    assert reading.questions == ()
    assert "distance" not in read_as(reading)


def test_a_sport_without_a_place_keeps_its_name_as_title() -> None:
    untitled = row("6.10", "01:08:20", sport="Padel").replace("Park", "")
    assert read(STEPS, untitled).sessions[0].session.title == "Padel"


@pytest.mark.parametrize(
    ("date", "known", "words"),
    [
        ("1.4.2024", False, "day only"),
        ("1.4.2024 7.03", True, "local time"),
        ("1.4.2024 0:00", True, "local time"),
    ],
)
def test_a_day_without_a_time_says_so(date: str, known: bool, words: str) -> None:
    reading = read(STEPS, row("8.02", "00:42:10").replace("2025-06-01 07:00:00", date))
    assert runs(reading)[0].time_known is known
    assert read_as(reading)["start"] == ("Date", words)


def test_runs_that_start_together_keep_their_keys_in_any_order_of_rows() -> None:
    rows = [row("8.02", "00:42:10"), row("8.02", "00:42:20"), row("7.90", "00:42:10")]
    mixed = rows.copy()
    random.Random(1).shuffle(mixed)
    assert mixed != rows
    first, second = (
        {one.key: one.session for one in read(STEPS, *lines).sessions} for lines in (rows, mixed)
    )
    assert first == second


def test_a_number_of_another_style_than_its_file_is_refused() -> None:
    reading = read(STEPS, row("8.02", "00:42:10"), row("5.00", "26:00"), row('"3,4"', "00:20:00"))
    assert [(error.line, error.reason) for error in reading.rejected] == [
        (4, "'3,4' is not a number")
    ]


def test_a_table_whose_sixth_column_holds_times_is_another_sources() -> None:
    with pytest.raises(UnknownTable):
        read(STEPS, row("8.02", "00:42:10").replace(",500,", ",42:10,"))


@pytest.mark.parametrize("header", ["Name,Type,Start,Time,Distance", "Name,Type,Lap,Start,Time,Km"])
def test_the_layout_of_old_is_known_by_its_weekday_alone(header: str) -> None:
    lap = ["1"] if "Lap" in header else []
    old = ",".join(["Easy", "Running", *lap, '"Thu, Jul 16, 2015 6:33"', "23:07", "4.40"])
    assert read(header, old).source == "garmin-csv"
    with pytest.raises(UnknownTable):
        read(header, old.replace('"Thu, Jul 16, 2015 6:33"', "2015-07-16 06:33"))


@pytest.mark.parametrize(
    ("sport", "words"),
    [
        ("run", "Laufen|Course à pied|Carrera|Corrida|Corsa|Hardlopen|Løb|Löpning|Løping|Juoksu"),
        ("run", "Bieganie|Futás|Běh|Koşu|ランニング|Ultra Running|Street Running|Indoor Running"),
        ("trail", "Trailrunning|Trail|Corrida em trilhas|Løb terræn|Terränglöpning|Terrengløping"),
        ("trail", "Polkujuoksu|Běh v terénu|Terepfutás|Patika Koşusu|トレイルランニング"),
        ("treadmill", "Laufbandtraining|Course à pied sur tapis roulant|Entrenamiento en cinta"),
        ("treadmill", "Corrida em esteira|Corsa su tapis roulant|Loopband|Løbebånd|Löpband"),
        ("treadmill", "Løping på tredemølle|Juoksumatto|Bieganie na bieżni|Beltéri futás"),
        ("treadmill", "Běh na páse|Koşu Bandı|トレッドミルランニング|Treadmill Running"),
        ("track", "Laufen auf der Bahn|Course à pied sur piste|Carrera en pista|Corsa su pista"),
        (
            "track",
            "Corrida em pista|Baneløping|Banlöpning|Ratajuoksu|Pályafutás|トラックランニング",
        ),
        ("strength", "Krafttraining|Musculation|Entrenamiento de fuerza|Musculação|Styrketræning"),
        ("strength", "Styrketräning|Styrketrening|Voimaharjoittelu|Trening siłowy|Erősítő edzés"),
        ("strength", "Silový trénink|Kuvvet Antrenmanı|筋力トレーニング|Krachttraining"),
    ],
)
def test_runs_and_strength_are_known_in_each_language(sport: str, words: str) -> None:
    assert {word: sport_of(word) for word in words.split("|")} == dict.fromkeys(
        words.split("|"), sport
    )
