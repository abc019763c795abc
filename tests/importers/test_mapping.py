"""A table of no known source is guessed at, read as its columns are mapped, and never trusted."""

import json
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ironstride.importers import (
    NAMES,
    Choices,
    Mapping,
    Reading,
    UnknownTable,
    UnreadableFile,
    mapped,
    read_file,
)
from ironstride.importers.mapped.guess import fingerprint, guess
from ironstride.importers.mapping import FIELDS, MappedKind
from ironstride.importers.table import Row, Table, read_table
from ironstride.jobs.inspect import summary
from ironstride.records import Lift, Other, Run
from tests.importers.test_samples import shown

SAMPLES = sorted((Path(__file__).parent / "mapped").glob("*.csv"))

GERMAN = """Datum;Uhrzeit;Strecke in km;Dauer;Ø Puls;Max. Puls;Höhenmeter;Bemerkung
01.05.2026;07:30;10,2;52:30;148;171;85;locker
13.05.2026;18:05;21,1;1:52:10;155;178;140;lang
"""
ENGLISH_LIFTS = """Date,Workout,Exercise,Weight (lbs),Reps,Sets,RIR,Notes
2026-05-14,Legs,Squat,225,5,3,2,
2026-05-14,Legs,Calf raise,BW,15,2,,slow
"""
BARE = """2026-05-01 07:30,10.2,52:30,148
2026-05-03 18:05,21.1,1:52:10,155
"""

HEADERS: dict[str, tuple[str, str, dict[str, str]]] = {
    "english runs": (
        ("Date,Start time,Distance (mi),Duration,Avg HR,Max HR,Elevation gain (ft),Pace (min/mi)\n"
        "2026-05-01,7:30 am,6.2,52:30,148,171,280,8:28\n"),
        "runs",
        {"start": "Date", "time_of_day": "Start time", "distance": "Distance (mi)",
         "duration": "Duration", "avg_hr": "Avg HR", "max_hr": "Max HR",
         "climb": "Elevation gain (ft)"},
    ),
    "german runs": (
        GERMAN,
        "runs",
        {"start": "Datum", "time_of_day": "Uhrzeit", "distance": "Strecke in km",
         "duration": "Dauer", "avg_hr": "Ø Puls", "max_hr": "Max. Puls", "climb": "Höhenmeter",
         "notes": "Bemerkung"},
    ),
    "french runs": (
        ("Jour;Distance (km);Temps de course;FC moy.;FC max;Dénivelé positif (m);Allure;Ressenti\n"
        "14/05/2026;12,4;1:05:00;142;165;120;5:15;4\n"),
        "runs",
        {"start": "Jour", "distance": "Distance (km)", "duration": "Temps de course",
         "avg_hr": "FC moy.", "max_hr": "FC max", "climb": "Dénivelé positif (m)",
         "rpe": "Ressenti"},
    ),
    "spanish runs": (
        ("Fecha,Hora de inicio,Distancia,Tiempo total,Frecuencia cardíaca media,Desnivel,Notas\n"
        '14/05/2026,7:15,"10,5",55:10,145,90,\n'),
        "runs",
        {"start": "Fecha", "time_of_day": "Hora de inicio", "distance": "Distancia",
         "duration": "Tiempo total", "avg_hr": "Frecuencia cardíaca media", "climb": "Desnivel",
         "notes": "Notas"},
    ),
    "portuguese activities": (
        ("Data;Distância (km);Duração;Título;Tipo\n"
        "14/05/2026 06:40;10,0;00:58:00;Parque;Corrida\n"),
        "runs",
        {"start": "Data", "distance": "Distância (km)", "duration": "Duração", "title": "Título",
         "sport": "Tipo"},
    ),
    "italian runs": (
        ("Data;Distanza km;Tempo;Frequenza cardiaca;Dislivello;Ritmo (min/km)\n"
        "14/05/2026;10,0;50:00;150;20;5:00\n"),
        "runs",
        {"start": "Data", "distance": "Distanza km", "duration": "Tempo",
         "avg_hr": "Frequenza cardiaca", "climb": "Dislivello"},
    ),
    "dutch runs": (
        ("Datum;Afstand;Tijd;Hartslag;Max hartslag;Opmerkingen;Snelheid (km/h)\n"
        "14-05-2026;10,0;50:00;150;170;;12,0\n"),
        "runs",
        {"start": "Datum", "distance": "Afstand", "duration": "Tijd", "avg_hr": "Hartslag",
         "max_hr": "Max hartslag", "notes": "Opmerkingen"},
    ),
    "a programmer's runs": (
        ("activityId,startTimeUtc,distanceMeters,movingTime,elapsedTime,avgHeartRate,minHeartRate\n"
        "991,2026-05-01T21:30:00Z,10200,3150,3200,148,90\n"),
        "runs",
        {"id": "activityId", "start": "startTimeUtc", "distance": "distanceMeters",
         "duration": "movingTime", "elapsed": "elapsedTime", "avg_hr": "avgHeartRate"},
    ),
    "english lifts": (
        ENGLISH_LIFTS,
        "lifts",
        {"start": "Date", "title": "Workout", "exercise": "Exercise", "weight": "Weight (lbs)",
         "reps": "Reps", "sets": "Sets", "rir": "RIR", "notes": "Notes"},
    ),
    "german lifts": (
        ("Datum;Übung;Gewicht [kg];Wdh.;Satz;RPE;Aufwärmsatz;Pause\n"
        "01.05.2026;Kniebeuge;60;5;1;;ja;90\n01.05.2026;Kniebeuge;100;5;2;8;nein;90\n"),
        "lifts",
        {"start": "Datum", "exercise": "Übung", "weight": "Gewicht [kg]", "reps": "Wdh.",
         "rpe": "RPE", "set_type": "Aufwärmsatz"},
    ),
    "spanish lifts with the order of sets": (
        ("Fecha;Ejercicio;Serie;Repeticiones;Peso;Unidad\n"
        "14/05/2026;Sentadilla;1;5;100;kg\n14/05/2026;Sentadilla;2;5;100;kg\n"
        "14/05/2026;Sentadilla;3;5;100;kg\n"),
        "lifts",
        {"start": "Fecha", "exercise": "Ejercicio", "reps": "Repeticiones", "weight": "Peso",
         "weight_unit": "Unidad"},
    ),
    "no header at all": (
        BARE,
        "runs",
        {"start": "2026-05-01 07:30", "distance": "10.2", "duration": "52:30", "avg_hr": "148"},
    ),
    "words nobody knows": (
        "q1,q2,q3\n2026-05-01,52:30,10.2\n2026-05-02,40:10,8.2\n",
        "runs",
        {"start": "q1", "duration": "q2", "distance": "q3"},
    ),
    "a time of day called time": (
        "Date,Time,Distance\n2026-05-01,07:30,10.2\n2026-05-02,18:05,8.2\n",
        "runs",
        {"start": "Date", "time_of_day": "Time", "distance": "Distance"},
    ),
}  # fmt: skip


def table_of(text: str) -> Table:
    return read_table(text.encode())


def read_as(text: str, zone: str | None = "Europe/Berlin", **changed: Any) -> Reading:
    table = table_of(text)
    return mapped.read(table, Choices(zone=zone, mapping=replace(guess(table), **changed)))


def run_of(text: str, **changed: Any) -> Run:
    session = read_as(text, **changed).sessions[0].session
    assert isinstance(session, Run)
    return session


@pytest.mark.parametrize("name", HEADERS)
def test_columns_are_guessed_by_their_words_and_their_cells(name: str) -> None:
    text, kind, expected = HEADERS[name]
    table = table_of(text)
    found = guess(table)
    assert found.kind == kind
    assert {field: table.header[at] for field, at in found.columns} == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("date,distance (mi)\n2026-05-01,6\n", "mi"),
        ("date,distance,pace (min/km)\n2026-05-01,6,5:00\n", "km"),
        ("date,distance,speed (mph)\n2026-05-01,6,7\n", "mi"),
        ("date,distance\n2026-05-01,6 miles\n", "mi"),
        ("date,distance\n2026-05-01,6012\n", "m"),
        ("date,distance\n2026-05-01,6\n", None),
    ],
)
def test_the_unit_of_distances_is_told_by_header_cells_pace_or_size(
    text: str, unit: str | None
) -> None:
    assert guess(table_of(text)).distance_unit == unit


@pytest.mark.parametrize(
    ("cells", "shape", "seconds"),
    [
        ("10,52:30", "m:ss", 3150),
        ("10,0:52", "h:mm", 3120),
        ("10,0:52:30", "m:ss", 3150),
        ("10,52.5", "min", 3150),
        ("10,0.875", "h", 3150),
        ("10,3150", "s", 3150),
        ("10,52 min", "m:ss", 3120),
        ("10,1h 2m", "m:ss", 3720),
        ("10,0:03", None, None),
        (",45", "min", 2700),
    ],
)
def test_what_times_are_in_is_told_once_by_the_pace(
    cells: str, shape: str | None, seconds: float | None
) -> None:
    text = f"date,km,time\n2026-05-01 07:30,{cells}\n"
    assert guess(table_of(text)).time_shape == shape
    if shape is None:
        with pytest.raises(UnreadableFile, match="hours, minutes or seconds"):
            read_as(text)
    else:
        assert run_of(text).duration_s == seconds


def test_the_header_of_a_time_comes_before_its_pace() -> None:
    # 6 km in 4 h 30 min is a hike, but the header says hours.
    assert guess(table_of("date,km,time (h)\n2026-05-01,6,4.5\n")).time_shape == "h"
    assert guess(table_of("date,km,time [s]\n2026-05-01,6,90\n")).time_shape == "s"


def test_an_elapsed_time_is_read_in_the_unit_of_its_own_header() -> None:
    run = run_of("date,km,moving time (min),elapsed time (s)\n2026-05-01,10,50,3100\n")
    assert (run.duration_s, run.elapsed_s) == (3000, 3100)


def test_a_decimal_comma_of_three_digits_is_no_thousands_sign_where_no_run_is_so_long() -> None:
    assert run_of('date,distance (km),time\n2026-05-01,"5,123",27:10\n').distance_m == 5123
    assert run_of('date,distance (m),time\n2026-05-01,"5,123",27:10\n').distance_m == 5123


def test_climbs_in_feet_and_warm_days_in_fahrenheit_are_converted() -> None:
    run = run_of("date,distance (mi),time,climb,temp\n2026-05-01,6.2,52:30,280,68\n")
    assert (run.distance_m, run.ascent_m, run.temperature_c) == (9977.93, 85.3, 20)
    own = run_of("date,distance (km),time,climb,temp\n2026-05-01,10,52:30,280 ft,68°F\n")
    assert (own.ascent_m, own.temperature_c) == (85.3, 20)


@pytest.mark.parametrize(
    ("cell", "start", "offset"),
    [
        ("2026-05-01T21:30:00Z", "2026-05-01T23:30:00", 120),
        ("2026-05-01 22:30:00 UTC", "2026-05-02T00:30:00", 120),
        ("2026-05-01T22:30:00.000+00:00", "2026-05-02T00:30:00", 120),
        ("2026-05-01T22:30:00-0500", "2026-05-01T22:30:00", -300),
        ("2026-05-01 22:30", "2026-05-01T22:30:00", None),
    ],
)
def test_a_start_says_itself_whether_it_is_utc(cell: str, start: str, offset: int | None) -> None:
    run = run_of(f"date,km\n{cell},10\n")
    assert (run.started_at.isoformat(), run.utc_offset_min) == (start, offset)


def test_utc_times_without_a_zone_ask_for_it() -> None:
    reading = read_as("date,km\n2026-05-01T22:30:00Z,10\n", zone=None)
    assert [one.field for one in reading.questions] == ["zone"]


def test_a_runner_may_say_that_bare_times_are_utc_but_a_bare_day_stays_that_day() -> None:
    text = "date,time of day,km\n2026-05-01,22:30,10\n2026-05-01,,8\n"
    late, unknown = (one.session for one in read_as(text, utc=True).sessions)
    assert (late.started_at.isoformat(), late.time_known) == ("2026-05-02T00:30:00", True)
    assert (unknown.started_at.isoformat(), unknown.time_known) == ("2026-05-01T00:00:00", False)


def test_days_that_a_spreadsheet_wrote_as_midnights_have_no_time() -> None:
    sessions = read_as("date,km\n2026-05-01 00:00:00,10\n2026-05-02 00:00:00,8\n").sessions
    assert not any(one.session.time_known for one in sessions)


def test_dates_that_could_be_either_order_are_asked_for_unless_the_mapping_says() -> None:
    text = "date,km\n3/4/2026,10\n"
    assert [one.field for one in read_as(text).questions] == ["date_order"]
    assert read_as(text, date_order="month").questions == ()
    assert run_of(text, date_order="month").started_at.month == 3
    assert run_of(text, date_order="day").started_at.month == 4


def test_a_unit_that_nobody_said_is_asked_for_with_its_consequence() -> None:
    (question,) = read_as("date,distance\n2026-05-01,21.1\n").questions
    assert question.field == "distance_unit"
    assert "as kilometres your longest run is 21.1 km, as miles 34.0 km" in question.why
    (question,) = read_as("date,exercise,weight,reps\n2026-05-01,Squat,140,5\n").questions
    assert question.field == "weight_unit"
    assert "140 kg, as pounds 63.5 kg" in question.why


def test_weights_with_a_unit_of_their_own_are_not_asked_for() -> None:
    text = "date,exercise,weight,reps\n2026-05-01,Squat,225 lbs,5\n2026-05-01,Squat,100kg,5\n"
    reading = read_as(text)
    lift = reading.sessions[0].session
    assert isinstance(lift, Lift)
    assert [round(one.load_kg, 2) for one in lift.sets] == [102.06, 100]
    assert reading.questions == ()


def test_without_a_column_of_sports_every_row_is_a_run() -> None:
    assert all(isinstance(one.session, Run) for one in read_as(GERMAN).sessions)


def test_other_sports_are_kept_as_others() -> None:
    text = "date,sport,km,time\n2026-05-01,Run,10,50:00\n2026-05-02,Ride,30,1:00:00\n"
    text += "2026-05-03,Padel,,1:00:00\n"
    _, ride, padel = (one.session for one in read_as(text).sessions)
    assert isinstance(ride, Other)
    assert (ride.sport, padel.sport, padel.title) == ("ride", "other", "Padel")


def test_a_row_stands_for_as_many_equal_sets_as_it_says() -> None:
    lift = read_as(ENGLISH_LIFTS).sessions[0].session
    assert isinstance(lift, Lift)
    assert [(one.exercise, one.reps, one.rir) for one in lift.sets] == [
        *[("Squat", 5, 2)] * 3,
        *[("Calf raise", 15, None)] * 2,
    ]


@pytest.mark.parametrize("count", ["0", "2.5", "-3", "51", "1e9", "many"])
def test_a_count_of_sets_that_cannot_be_costs_only_its_row(count: str) -> None:
    text = "date,exercise,weight (kg),reps,sets\n2026-05-01,Squat,100,5,3\n2026-05-01,Squat,90,5,"
    mapping = (("start", 0), ("exercise", 1), ("weight", 2), ("reps", 3), ("sets", 4))
    reading = read_as(text + count + "\n", columns=mapping)
    assert [error.line for error in reading.rejected] == [3]
    lift = reading.sessions[0].session
    assert isinstance(lift, Lift)
    assert len(lift.sets) == 3


def test_a_rejected_row_of_many_sets_is_rejected_once() -> None:
    reading = read_as("date,exercise,kg,reps,sets\n2026-05-01,Squat,9000,5,3\n")
    assert [error.line for error in reading.rejected] == [2]


def test_counts_that_add_up_to_more_sets_than_any_file_has_rows_are_refused() -> None:
    rows = tuple(Row(line, ["2026-05-01", "Squat", "5", "50"]) for line in range(2, 20_100))
    table = Table(("date", "exercise", "reps", "sets"), rows)
    with pytest.raises(UnreadableFile, match="more than 225,000 sets"):
        mapped.read(table, Choices(mapping=guess(table)))


@pytest.mark.parametrize(
    ("header", "cell", "kind"),
    [
        ("set type", "Warm-up", "warmup"),
        ("set type", "drop set", "drop"),
        ("set type", "Arbeitssatz", "work"),
        ("Échauffement", "oui", "warmup"),
        ("warmup", "FALSE", "work"),
        ("warmup", "", "work"),
    ],
)
def test_set_types_are_words_or_the_answer_to_the_header(header: str, cell: str, kind: str) -> None:
    text = f"date,exercise,kg,reps,{header}\n2026-05-01,Squat,100,5,{cell}\n"
    columns = (("start", 0), ("exercise", 1), ("weight", 2), ("reps", 3), ("set_type", 4))
    lift = read_as(text, columns=columns).sessions[0].session
    assert isinstance(lift, Lift)
    assert lift.sets[0].set_type == kind


def test_a_set_type_that_is_not_known_is_counted() -> None:
    text = "date,exercise,kg,reps,kind\n2026-05-01,Squat,100,5,myo\n"
    columns = (("start", 0), ("exercise", 1), ("weight", 2), ("reps", 3), ("set_type", 4))
    reading = read_as(text, columns=columns)
    assert reading.ignored == {"set type that is not known, read as a working set": 1}


def test_holds_are_seconds_or_clocks() -> None:
    text = "date,exercise,reps,hold\n2026-05-01,Plank,,60\n2026-05-01,Plank,,1:30\n"
    lift = read_as(text).sessions[0].session
    assert isinstance(lift, Lift)
    assert [(one.reps, one.hold_s) for one in lift.sets] == [(None, 60), (None, 90)]


def test_a_first_line_that_is_a_row_is_read_as_one() -> None:
    reading = read_as(BARE)
    assert [one.line for one in reading.sessions] == [1, 2]
    assert reading.read_from[0].column == "Column 1"


def test_rows_that_cannot_be_are_rejected_with_the_sentence_of_the_record() -> None:
    text = "date,km,time\n2026-05-01,10,50:00\n2026-05-02,10,9:00\nyesterday,10,50:00\n"
    reading = read_as(text)
    assert [error.line for error in reading.rejected] == [3, 4]
    assert "faster than the world standard" in reading.rejected[0].reason
    assert "is not a date" in reading.rejected[1].reason


def test_keys_do_not_depend_on_choices_zone_or_order_of_rows() -> None:
    text = "date,km,time\n3/4/2026,10,50:00\n3/4/2026,5,24:00\n5/4/2026,8,40:00\n"
    header, *rows = text.splitlines(keepends=True)
    other = header + "".join(reversed(rows))
    before = {one.key: one.session.duration_s for one in read_as(text).sessions}
    changed = read_as(
        other, zone="America/New_York", utc=True, date_order="month", distance_unit="mi"
    )
    assert {one.key: one.session.duration_s for one in changed.sessions} == before
    assert len(before) == 3


def test_the_same_number_in_another_kind_of_table_is_another_key() -> None:
    one = read_as("id,date,km\n1,2026-05-01,10\n").sessions[0].key
    other = read_as("id,date,miles\n1,2025-04-03,5\n").sessions[0].key
    assert one != other
    assert one.endswith(" 1")


@pytest.mark.parametrize(
    "header",
    [("date", "DISTANCE KM"), (" Date ", "Distance  km"), ("\ufeffDate", "Distance\u00a0km")],
)
def test_case_spaces_and_marks_do_not_change_a_fingerprint(header: tuple[str, ...]) -> None:
    assert fingerprint(Table(header, ())) == fingerprint(Table(("Date", "Distance km"), ()))


def test_a_column_of_sets_with_words_among_its_counts_is_still_one() -> None:
    rows = "".join(f"2026-05-01,Squat,5,{cell}\n" for cell in ["3", "4", "3", "3 x", "9" * 400])
    assert "sets" in guess(table_of("date,exercise,reps,sets\n" + rows)).at


def test_the_order_of_columns_changes_a_fingerprint() -> None:
    assert fingerprint(Table(("a", "b"), ())) != fingerprint(Table(("b", "a"), ()))
    assert fingerprint(Table(("ab", ""), ())) != fingerprint(Table(("a", "b"), ()))


def test_tables_without_a_header_share_a_fingerprint_when_their_dates_stand_alike() -> None:
    later = BARE.replace("2026-05-01 07:30,10.2", "2026-06-01 08:30,11.2")
    assert fingerprint(table_of(BARE)) == fingerprint(table_of(later))


def test_a_file_of_no_source_is_read_once_a_mapping_is_chosen() -> None:
    data = GERMAN.encode()
    with pytest.raises(UnknownTable) as unknown:
        read_file("mine.csv", data, Choices())
    assert NAMES["mapped-csv"] not in str(unknown.value)
    chosen = Choices(mapping=guess(unknown.value.table))
    reading = read_file("mine.csv", data, chosen)
    assert (reading.source, NAMES[reading.source]) == ("mapped-csv", "a table of your own")
    assert len(reading.sessions) == 2


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ((), "a column with the date is needed"),
        ((("start", 0),), "a run needs a column with its distance or its time"),
        ((("start", 0), ("distance", 99)), "not those of the table"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused_with_one_sentence(
    columns: tuple[tuple[str, int], ...], sentence: str
) -> None:
    with pytest.raises(UnreadableFile, match=sentence) as refusal:
        read_file("mine.csv", GERMAN.encode(), Choices(mapping=Mapping("runs", columns)))
    assert str(refusal.value).startswith("mine.csv: ")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_mapped_sample_reads_as_its_twin_says(path: Path) -> None:
    twin = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    data = path.read_bytes()
    mapping = Mapping.from_text(json.dumps(twin["mapping"]))
    assert guess(read_table(data)) == mapping
    reading = read_file(path.name, data, Choices(**twin["choices"], mapping=mapping))
    assert summary(reading, path.name) == twin["summary"]
    assert [shown(one) for one in reading.sessions] == twin["sessions"]
    assert [list(astuple(one)) for one in reading.read_from] == twin["read_from"]


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    kind: MappedKind = draw(st.sampled_from(get_args(MappedKind)))
    fields = draw(st.lists(st.sampled_from(FIELDS[kind]), unique=True))
    needed = ["start", "distance"] if kind == "runs" else ["start", "exercise", "reps"]
    named = [*fields, *(name for name in needed if name not in fields and draw(st.booleans()))]
    at = st.integers(0, draw(st.sampled_from([7, 1999])))
    return Mapping(
        kind=kind,
        columns=tuple((name, draw(at)) for name in named),
        distance_unit=draw(st.sampled_from([None, "km", "mi", "m"])),
        weight_unit=draw(st.sampled_from([None, "kg", "lb"])),
        climb_unit=draw(st.sampled_from([None, "m", "ft"])),
        temperature_unit=draw(st.sampled_from([None, "C", "F"])),
        time_shape=draw(st.sampled_from([None, "h:mm", "m:ss", "h", "min", "s"])),
        date_order=draw(st.sampled_from([None, "day", "month"])),
        utc=draw(st.booleans()),
    )


CELLS = st.one_of(
    st.sampled_from(
        ["2026-05-01", "1/2/26 7:30", "0001-01-01T00:00:00Z", "9999-12-31 23:59-0900", "52:30",
         "1:02:03", "10,2", "5.123", "1e300", "9" * 39, "10 km", "82°F", "BW", "Squat", "warmup",
         "-3", "0", "50", "x", "Run", "--", "1 h 5 min"]
    ),
    st.text(max_size=12),
    st.text(alphabet="0123456789.,:-+/ eETZkm", max_size=14),
)  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 8))
    words = st.sampled_from(["Date", "Zeit (min)", "km", "Reps", "Übung", "Sätze", "HR", "Temp °F"])
    header = draw(st.lists(st.one_of(words, CELLS), min_size=width, max_size=width))
    rows = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6))
    return Table(tuple(header), tuple(Row(line, row) for line, row in enumerate(rows, start=2)))


@settings(max_examples=300, deadline=None)
@given(tables(), mappings(), st.sampled_from([None, "Europe/Berlin", "Pacific/Apia"]))
def test_any_table_read_by_any_mapping_gives_a_reading_or_a_refusal(
    table: Table, mapping: Mapping, zone: str | None
) -> None:
    try:
        reading = mapped.read(table, Choices(zone=zone, mapping=mapping))
    except UnreadableFile:
        return
    assert reading.source == "mapped-csv"
    assert all(error.reason and error.line > 0 for error in reading.rejected)


@settings(max_examples=200, deadline=None)
@given(tables(), st.sampled_from([None, "runs", "lifts"]))
def test_any_table_can_be_guessed_at(table: Table, kind: Any) -> None:
    found = guess(table, kind)
    assert kind in (None, found.kind)
    assert all(at < len(table.header) for at in found.at.values())
    assert len(set(found.at.values())) == len(found.at)
    assert len(fingerprint(table)) == 16


@given(mappings())
def test_a_mapping_survives_its_text(mapping: Mapping) -> None:
    again = Mapping.from_text(mapping.to_text())
    assert again == mapping
    assert hash(again) == hash(mapping)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@given(st.one_of(st.text(), json_values.map(json.dumps)))
def test_rubbish_is_no_mapping(text: str) -> None:
    with pytest.raises(ValueError, match="no mapping"):
        Mapping.from_text(text)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "rides"},
        {"kind": ["runs"]},
        {"columns": [["start", -1]]},
        {"columns": [["start", 2000]]},
        {"columns": [["start", True]]},
        {"columns": [["start", 0], ["start", 1]]},
        {"columns": [["reps", 0]]},
        {"columns": ["start"]},
        {"columns": None},
        {"distance_unit": "furlong"},
        {"weight_unit": "m"},
        {"time_shape": ["s"]},
        {"utc": 1},
        {"colour": "red"},
    ],
)
def test_a_damaged_mapping_is_refused(changed: dict[str, Any]) -> None:
    good = json.loads(Mapping("runs", (("start", 0), ("distance", 1))).to_text())
    with pytest.raises(ValueError, match="no mapping"):
        Mapping.from_text(json.dumps(good | changed))


def test_brackets_without_an_end_are_no_mapping() -> None:
    with pytest.raises(ValueError, match="no mapping"):
        Mapping.from_text("[" * 100_000)
