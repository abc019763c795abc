"""Small FIT files of our own: what a watch would have written on days that never were."""

from tests.importers.fit_writer import FitWriter

# 2026-05-03 06:00:00 UTC, which was 08:00 in Berlin.
START_S = 1_777_788_000.0
BENCH, SQUAT, PLANK, UNKNOWN = 0, 28, 19, 65_534


def begun(serial: int = 1001, *, kind: int = 4) -> FitWriter:
    return FitWriter().add(
        "file_id", type=kind, manufacturer=1, serial_number=serial, time_created=START_S
    )


def add_points(
    writer: FitWriter,
    points: int = 61,
    *,
    every_s: int = 5,
    start_s: float = START_S,
    metres: float = 15.0,
    from_m: float = 0.0,
    at_place: bool = True,
) -> FitWriter:
    """Add points at 3 m/s to the north-east of a village that is not there."""
    for n in range(points):
        place = {"position_lat": 52 + n * 1e-4, "position_long": 10.0} if at_place else {}
        writer.add(
            "record",
            timestamp=start_s + n * every_s,
            **place,
            distance=from_m + n * metres,
            altitude=60 + (n % 20),
            heart_rate=130 + n % 10,
            cadence=84,
            temperature=18,
        )
    return writer


def a_run(*, sub_sport: int = 0, ahead_s: int = 7200) -> FitWriter:
    """Return a run of 900 m in 5 min, in two laps, at 168 steps a minute."""
    writer = begun().add("event", timestamp=START_S, event=0, event_type=0)
    add_points(writer)
    end_s = START_S + 300
    writer.add("event", timestamp=end_s, event=0, event_type=4)
    for start_s in (START_S, START_S + 150):
        writer.add(
            "lap",
            timestamp=start_s + 150,
            start_time=start_s,
            total_elapsed_time=150,
            total_timer_time=150,
            total_distance=450,
        )
    writer.add(
        "session",
        timestamp=end_s,
        start_time=START_S,
        total_elapsed_time=310,
        total_timer_time=300,
        total_distance=903.5,
        sport=1,
        sub_sport=sub_sport,
        total_ascent=12,
        avg_heart_rate=134,
        max_heart_rate=139,
        avg_cadence=84,
    )
    return writer.add("activity", timestamp=end_s, local_timestamp=end_s + ahead_s)


def a_strength_session() -> FitWriter:
    """Return four sets: confirmed, guessed, unknown and a plank, with rests between."""
    writer = begun(2002)
    for n in range(40):
        writer.add("record", timestamp=START_S + n * 30, heart_rate=100 + n % 15)
    none = 65_535
    sets: list[tuple[int, int, list[int], list[int], float]] = [
        (8, 60, [BENCH, none, none], [1, none, none], 40),
        (6, 0, [SQUAT, BENCH, UNKNOWN], [none, none, none], 35),
        (12, 20, [UNKNOWN, none, none], [none, none, none], 30),
        (0, 0, [PLANK, none, none], [none, none, none], 45),
    ]
    for n, (reps, kg, category, kind, seconds) in enumerate(sets):
        start_s = START_S + n * 200
        writer.add(
            "set",
            timestamp=START_S,
            start_time=start_s,
            duration=seconds,
            repetitions=reps,
            weight=kg,
            set_type=1,
            category=category,
            category_subtype=kind,
        )
        writer.add("set", timestamp=START_S, start_time=start_s + seconds, duration=100, set_type=0)
    writer.add(
        "session",
        timestamp=START_S,
        start_time=START_S,
        total_elapsed_time=1200,
        total_timer_time=1200,
        sport=10,
        sub_sport=20,
        avg_heart_rate=107,
        max_heart_rate=114,
    )
    return writer.add("activity", timestamp=START_S, local_timestamp=START_S + 7200)


def a_duathlon(*, last_summed: bool = True) -> FitWriter:
    """Return a ride, a change of shoes and a run, whose distance is counted on."""
    writer = begun(3003)
    spans = [
        (2, START_S, 600, 4000.0),
        (3, START_S + 600, 60, 30.0),
        (1, START_S + 660, 300, 900.0),
    ]
    from_m = 0.0
    for _, start_s, seconds, metres in spans:
        add_points(
            writer,
            seconds // 5,
            start_s=start_s,
            metres=metres / (seconds // 5),
            from_m=from_m,
        )
        from_m += metres
    for sport, start_s, seconds, metres in spans if last_summed else spans[:2]:
        writer.add(
            "session",
            timestamp=start_s + seconds,
            start_time=start_s,
            total_elapsed_time=seconds,
            total_timer_time=seconds,
            total_distance=metres,
            sport=sport,
            sub_sport=0,
        )
    for sport, *_ in spans:
        writer.add("sport", sport=sport, sub_sport=0)
    return writer


FILES = {"run": a_run, "strength": a_strength_session, "duathlon": a_duathlon}
