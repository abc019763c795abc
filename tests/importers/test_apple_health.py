"""Apple Health: workouts only, whatever else the export holds; copies by other apps stand back."""

import io
import tracemalloc

import pytest

from ironstride.importers import Choices, Reading, UnreadableFile, read_file
from ironstride.importers.apple_health.pieces import without_records
from ironstride.importers.apple_health.workouts import COPY
from ironstride.importers.registry import read_open
from ironstride.records import Run

RECORD = (
    b'<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="A" value="72" '
    b'startDate="2026-05-01 18:00:00 +0100"><MetadataEntry key="k" value="1"/></Record>\n'
)


def workout(start: str = "18:00:00", end: str = "18:30:00", inner: str = "", **said: str) -> str:
    known = {
        "workoutActivityType": "HKWorkoutActivityTypeRunning", "duration": "30",
        "durationUnit": "min", "totalDistance": "5", "totalDistanceUnit": "km",
        "sourceName": "Apple\u00a0Watch",
        "startDate": f"2026-05-01 {start} +0100", "endDate": f"2026-05-01 {end} +0100",
    } | said  # fmt: skip
    inside = " ".join(f'{name}="{text}"' for name, text in known.items())
    return f"<Workout {inside}>{inner}</Workout>"


def read(*workouts: str) -> Reading:
    text = f"<HealthData>{''.join(workouts)}</HealthData>"
    return read_file("export.xml", text.encode(), Choices())


def run_of(reading: Reading) -> Run:
    (one,) = reading.sessions
    assert isinstance(one.session, Run)
    return one.session


@pytest.mark.parametrize(
    ("far", "unit", "metres"), [("5", "km", 5000), ("3.1", "mi", 4989), ("5000", "m", 5000)]
)
def test_a_distance_is_read_in_its_own_unit(far: str, unit: str, metres: float) -> None:
    run = run_of(read(workout(totalDistance=far, totalDistanceUnit=unit)))
    assert run.distance_m == pytest.approx(metres, abs=0.1)


@pytest.mark.parametrize(("time", "unit"), [("30", "min"), ("1800", "sec"), ("0.5", "hr")])
def test_a_time_is_read_in_its_own_unit(time: str, unit: str) -> None:
    assert run_of(read(workout(duration=time, durationUnit=unit))).duration_s == 1800


def test_the_hour_is_that_of_the_place_where_it_was() -> None:
    zone = '<MetadataEntry key="HKTimeZone" value="America/New_York"/>'
    run = run_of(read(workout(inner=zone)))
    assert (run.started_at.hour, run.utc_offset_min) == (13, -240)
    run = run_of(read(workout(inner=zone.replace("New_York", "Nowhere"))))
    assert (run.started_at.hour, run.utc_offset_min) == (18, 60)


@pytest.mark.parametrize(
    ("copied", "left"),
    [
        (workout("18:00:20", "18:30:30", sourceName="Strava"), 1),
        (workout("18:20:00", "18:50:00", sourceName="Strava"), 2),
        (workout("18:00:20", "18:30:30", sourceName="Another watch"), 2),
        (
            workout(
                sourceName="Strava",
                workoutActivityType="HKWorkoutActivityTypeCycling",
            ),
            2,
        ),
    ],
)
def test_a_copy_beside_its_original_is_left_out(copied: str, left: int) -> None:
    for order in ((workout(), copied), (copied, workout())):
        reading = read(*order)
        assert len(reading.sessions) == left
        assert reading.ignored == ({COPY.format(app="Strava"): 1} if left == 1 else {})


def test_a_copy_without_an_original_is_kept() -> None:
    assert len(read(workout(sourceName="Strava")).sessions) == 1


def test_an_indoor_run_is_a_treadmill_run() -> None:
    run = run_of(read(workout(inner='<MetadataEntry key="HKIndoorWorkout" value="1"/>')))
    assert (run.sport, run.surface) == ("treadmill", "treadmill")


def test_records_cost_no_memory_and_change_nothing() -> None:
    head, tail = b'<HealthData locale="de">', b"</HealthData>"
    pieces = [head, workout().encode(), RECORD * 8000]
    plain = read_file("a", head + workout().encode() * 2 + tail, Choices())
    tracemalloc.start()
    many = io.BytesIO(b"".join([*pieces, RECORD * 8000, workout().encode(), RECORD, tail]))
    before = tracemalloc.get_traced_memory()[0]
    assert read_open("a", many, Choices()) == plain
    assert tracemalloc.get_traced_memory()[1] - before < 12 << 20
    tracemalloc.stop()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 16, 17, 100, 1000])
def test_records_are_found_wherever_a_piece_ends(size: int) -> None:
    whole = b"<HealthData>" + RECORD * 3 + b"<Workout a='1'/>" + RECORD + b"<Me/></HealthData>"
    pieces = (whole[at : at + size] for at in range(0, len(whole), size))
    assert b"".join(without_records(pieces)) == b"<HealthData><Workout a='1'/></HealthData>"


def test_an_export_without_workouts_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="holds no workouts"):
        read_file("export.xml", b"<HealthData>" + RECORD + b"</HealthData>", Choices())
