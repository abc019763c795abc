"""Which sessions are taken for one: by their hours, their zone, their day; one to one."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.jobs.duplicates import Duplicate, Pool
from ironstride.jobs.likeness import Likeness, Slot, likeness
from ironstride.records.merging import TYPED

START = datetime(2026, 11, 16, 7, 30, 11)
HOUR = timedelta(hours=1)


def slot(ref: int | tuple[str, str] = 1, **changes: Any) -> Slot:
    known: dict[str, Any] = {
        "ref": ref, "family": "run", "started_at": START, "time_known": True, "duration_s": 3000.0,
        "elapsed_s": 3000.0, "distance_m": 10_000.0, "title": "", "sets": 0,
        "sources": frozenset(["garmin-csv"]), "deleted": False,
    }  # fmt: skip
    return Slot(**known | changes)


def new(key: str = "a", source: str = "strava-csv", **changes: Any) -> Slot:
    return slot((source, key), sources=frozenset([source]), **changes)


def alike(one: Slot, other: Slot) -> Likeness | None:
    found = likeness(one, other)
    again = likeness(other, one)
    assert (found and found.sure) == (again and again.sure)
    return found


def sure(one: Slot, other: Slot) -> bool | None:
    """Return True for surely one, False for likely, None for two."""
    found = alike(one, other)
    return None if found is None else found.sure


@pytest.mark.parametrize(
    ("late_s", "length_s", "expected"),
    [
        (0, 3000, True),
        (600, 3000, True),  # 2 400 of 3 000 s overlap: 80 %
        (601, 3000, False),
        (1500, 3000, False),  # exactly half
        (1501, 3000, None),
        (0, 1800, True),  # 60 % as long
        (0, 1799, False),
        (3000, 3000, None),  # a separate piece right after
    ],
)
def test_hours_that_overlap_enough_are_one_session(
    late_s: int, length_s: float, expected: bool | None
) -> None:
    later = new(started_at=START + timedelta(seconds=late_s), elapsed_s=float(length_s))
    assert sure(later, slot()) is expected


def test_another_sport_is_another_session() -> None:
    assert alike(new(family="ride"), slot()) is None


def test_short_pieces_minutes_apart_stay_two() -> None:
    piece: dict[str, Any] = {"elapsed_s": 120.0, "duration_s": 120.0, "distance_m": 400.0}
    later = new(started_at=START + timedelta(seconds=150), **piece)
    assert alike(later, slot(**piece)) is None


def test_without_a_length_only_the_same_minute_speaks_for_one() -> None:
    bare: dict[str, Any] = {"elapsed_s": None, "duration_s": None}
    assert sure(new(started_at=START + timedelta(seconds=59), **bare), slot(**bare)) is False
    assert alike(new(started_at=START + timedelta(seconds=61), **bare), slot(**bare)) is None


@pytest.mark.parametrize(
    ("late_s", "expected"), [(-61, None), (-60, False), (3000, False), (3001, None)]
)
def test_one_without_a_length_may_be_what_goes_on_as_it_starts(
    late_s: int, expected: bool | None
) -> None:
    bare = new(started_at=START + timedelta(seconds=late_s), elapsed_s=None, duration_s=None)
    assert sure(bare, slot()) is expected


@pytest.mark.parametrize(("distance_m", "expected"), [(8000.0, True), (7999.0, False)])
def test_what_was_much_farther_in_the_same_hour_is_to_be_decided(
    distance_m: float, expected: bool
) -> None:
    assert sure(new(distance_m=distance_m), slot()) is expected


@pytest.mark.parametrize("late_min", [-5, 5, 50])
def test_a_lift_log_without_a_timer_is_offered_the_watch_beside_it(late_min: int) -> None:
    bare: dict[str, Any] = {"elapsed_s": None, "duration_s": None, "distance_m": None}
    at = START + timedelta(minutes=late_min)
    sets = new(source="strong-csv", family="strength", sets=9, started_at=at, **bare)
    assert sure(sets, slot(family="strength", distance_m=None)) is False


def test_a_run_that_lasts_past_midnight_and_new_year_is_found() -> None:
    at = datetime(2026, 12, 31, 23, 55)
    pool = Pool([slot(1, started_at=at + timedelta(minutes=6))])
    assert pairs(pool.take([new("a", started_at=at)])) == {("a", 1)}


def test_of_two_runs_of_a_day_read_in_another_zone_each_finds_its_own() -> None:
    other: dict[str, Any] = {"distance_m": 9000.0, "duration_s": 2950.0, "elapsed_s": 2950.0}
    pool = Pool([slot(1), slot(2, started_at=START + 6 * HOUR, **other)])
    late = [
        new("a", started_at=START + 6 * HOUR),
        new("b", started_at=START + 12 * HOUR, **other),
    ]
    assert pairs(pool.take(late)) == {("a", 1), ("b", 2)}


@pytest.mark.parametrize(
    ("apart", "changes", "expected"),
    [
        (5 * HOUR, {}, True),
        (-14 * HOUR, {}, True),
        (timedelta(hours=5, minutes=45), {}, True),
        (timedelta(hours=5, seconds=3), {}, True),
        (timedelta(hours=5, seconds=4), {}, None),
        (timedelta(hours=5, minutes=10), {}, None),
        (timedelta(hours=14, minutes=15), {}, None),
        (5 * HOUR, {"elapsed_s": 3015.0}, True),
        (5 * HOUR, {"elapsed_s": 3016.0}, None),
        (5 * HOUR, {"distance_m": 10_050.0}, True),
        (5 * HOUR, {"distance_m": 10_051.0}, None),
        (5 * HOUR, {"elapsed_s": None}, False),
        (5 * HOUR, {"distance_m": None}, None),
    ],
)
def test_a_source_in_utc_may_be_whole_quarters_of_an_hour_away(
    apart: timedelta, changes: dict[str, Any], expected: bool | None
) -> None:
    assert sure(new(started_at=START + apart, **changes), slot()) is expected


def test_minutes_without_seconds_are_as_good_as_they_can_be() -> None:
    on_the_minute = new(started_at=(START + 5 * HOUR).replace(second=0))
    assert sure(on_the_minute, slot()) is False


def test_two_sources_in_local_time_are_never_hours_apart() -> None:
    assert alike(new(source="runkeeper-csv", started_at=START + 5 * HOUR), slot()) is None


@pytest.mark.parametrize(
    ("metres", "expected"), [(10_000.0, True), (10_100.0, True), (10_102.0, None)]
)
def test_a_track_read_by_its_place_is_found_in_a_list_read_in_utc(
    metres: float, expected: bool | None
) -> None:
    track = new(source="gpx", started_at=START + 5 * HOUR, distance_m=metres)
    assert sure(track, slot(sources=frozenset(["strava-csv"]))) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"distance_m": 10_100.0, "duration_s": 3060.0, "elapsed_s": None}, True),
        ({"distance_m": 10_102.0, "duration_s": 3000.0}, None),
        ({"duration_s": 3062.0, "elapsed_s": None}, False),
        ({"distance_m": None}, False),
        ({"started_at": START + timedelta(days=1)}, None),
    ],
)
def test_a_source_that_writes_the_day_only_goes_by_distance_and_time(
    changes: dict[str, Any], expected: bool | None
) -> None:
    day_only = new(source="mapmyrun-csv", time_known=False, **changes)
    assert sure(day_only, slot()) is expected


def test_one_of_two_runs_alike_on_a_day_is_to_be_decided() -> None:
    pool = Pool([slot(1), slot(2, started_at=START + 8 * HOUR)])
    (found,) = pool.take([new(source="mapmyrun-csv", time_known=False)])
    assert not found.sure


def test_what_was_typed_for_the_day_is_offered_and_never_taken_for_sure() -> None:
    typed = slot(sources=frozenset([TYPED]), started_at=START - 3 * HOUR, distance_m=10_200.0)
    assert sure(new(), typed) is False
    assert alike(new(distance_m=12_000.0, duration_s=4000.0), typed) is None


def test_what_was_typed_for_a_day_without_an_hour_may_be_as_rough() -> None:
    typed = slot(sources=frozenset([TYPED]), time_known=False, distance_m=10_200.0)
    assert sure(new(duration_s=3100.0, elapsed_s=3100.0), typed) is False


@pytest.mark.parametrize(("late_min", "expected"), [(0, True), (15, True), (16, False), (26, None)])
def test_a_lift_and_the_watch_beside_it_are_one(late_min: int, expected: bool | None) -> None:
    lift = new(source="hevy-csv", family="strength", sets=12, elapsed_s=None, distance_m=None)
    watch = slot(
        family="strength",
        started_at=START + timedelta(minutes=late_min),
        elapsed_s=3000.0,
        distance_m=None,
    )
    assert sure(lift, watch) is expected


def test_a_timer_left_running_still_finds_its_watch() -> None:
    lift = new(source="hevy-csv", family="strength", sets=12, elapsed_s=None, duration_s=18_000.0)
    watch = slot(family="strength", started_at=START + timedelta(minutes=40))
    assert sure(lift, watch) is True


def test_two_workouts_of_one_app_are_two() -> None:
    mine: dict[str, Any] = {"family": "strength", "sets": 9, "sources": frozenset(["hevy-csv"])}
    assert alike(slot(("hevy-csv", "b"), **mine), slot(**mine)) is None


def test_a_lift_log_without_hours_is_offered_the_strength_work_of_its_day() -> None:
    day_only = new(source="fitnotes-csv", family="strength", sets=9, time_known=False)
    assert sure(day_only, slot(family="strength")) is False


def test_each_session_is_matched_once_the_most_alike_first() -> None:
    pool = Pool([slot(1)])
    near = new("near", started_at=START - timedelta(seconds=1000))
    far = new("far", started_at=START + timedelta(seconds=1400))
    found = pool.take([far, near])
    assert pairs(found) == {("near", 1)}


def test_a_double_recording_inside_one_file_is_found() -> None:
    pool = Pool([])
    found = pool.take([new("watch"), new("phone", started_at=START + timedelta(seconds=20))])
    assert pairs(found) == {("phone", ("strava-csv", "watch"))}


@pytest.mark.parametrize("late", [["watch", "phone"], ["phone", "watch"]])
def test_a_double_recording_is_found_though_the_log_holds_one_of_the_two(late: list[str]) -> None:
    at = {"watch": START, "phone": START + timedelta(seconds=20)}
    found = Pool([slot(1)]).take([new(key, started_at=at[key]) for key in late])
    assert pairs(found) == {("watch", 1), ("phone", ("strava-csv", "watch"))}


def test_five_thousand_new_find_their_own_among_ten_thousand() -> None:
    held = [slot(n, started_at=START + n * 7 * HOUR) for n in range(10_000)]
    late = [
        new(str(n), started_at=START + n * 14 * HOUR + timedelta(seconds=9)) for n in range(5_000)
    ]
    assert len(Pool(held).take(late)) == 5_000


def test_a_file_that_puts_everything_on_one_day_is_compared() -> None:
    same = [new(str(n), started_at=START, elapsed_s=9.0, distance_m=None) for n in range(5_000)]
    pieces = [
        new(str(n), started_at=START + timedelta(seconds=17 * n), elapsed_s=9.0, distance_m=None)
        for n in range(5_000)
    ]
    assert len(Pool().take(same)) == 2_500
    assert Pool().take(pieces) == []


def test_a_later_file_is_compared_with_the_earlier_ones() -> None:
    pool = Pool([])
    assert pool.take([new("a", "garmin-csv")]) == []
    assert pairs(pool.take([new("b")])) == {("b", ("garmin-csv", "a"))}


def test_a_third_source_finds_the_session_that_the_second_was_merged_into() -> None:
    pool = Pool([slot(1)])
    assert pairs(pool.take([new("b")])) == {("b", 1)}
    assert pairs(pool.take([new("c", "runkeeper-csv")])) == {("c", 1)}


def test_what_was_deleted_is_found_as_well() -> None:
    (found,) = Pool([slot(deleted=True)]).take([new()])
    assert found.other.deleted


def pairs(found: list[Duplicate]) -> set[tuple[str, object]]:
    assert all(isinstance(one.new.ref, tuple) for one in found)
    return {(one.new.ref[1], one.other.ref) for one in found if isinstance(one.new.ref, tuple)}


@given(
    st.lists(st.integers(0, 200), max_size=12, unique=True),
    st.lists(st.integers(0, 200), max_size=12, unique=True),
)
def test_no_session_is_matched_twice(old: list[int], fresh: list[int]) -> None:
    pool = Pool([slot(at, started_at=START + timedelta(minutes=at)) for at in old])
    found = pool.take([new(str(at), started_at=START + timedelta(minutes=at)) for at in fresh])
    assert len({one.new.ref for one in found}) == len(found)
    targets = [one.other.ref for one in found]
    assert len(set(targets)) == len(targets)
