"""Laps as they are pasted: typed lines, a watch's table, and what is no lap."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.records import Lap
from ironstride.ui.forms.laps import read_laps, write_laps

KILOMETRE, LAP_400 = Lap(distance_m=1000, duration_s=245), Lap(distance_m=400, duration_s=75)


@pytest.mark.parametrize(
    "line",
    [
        "1 4:05", "1,00 4:05", "1.000 4:05", "1km 4:05", "1 KM, 4:05", "1 km in 4:05",
        "1 km: 4:05", "1 km - 4:05", "1 km – 4:05", "1 km | 4:05", "1 km = 4:05", "1 km 00:04:05",
        "1 km 4'05\"", "1 km 4′05″", "1 km 4m05s", "1 km 245s", "1 kilometer 4:05", "4:05 1 km",
        "1000 m 4:05", "1000 metres 4:05", "1\t4:05", "3. 1 km 4:05", "Lap 3: 1 km 4:05",
        "3\t1.00\t4:05", "3 1.00 km 4:05 4:05 /km 150", "3\t4:05\t12:15\t1.00\t4:05\t150",
    ],
)  # fmt: skip
def test_a_lap_may_be_written_in_many_ways(line: str) -> None:
    assert read_laps(line, "km") == (KILOMETRE,)


@pytest.mark.parametrize("line", ["400 m 75s", "400m 75 sec", "0.4 1:15", "400 m/1:15"])
def test_a_short_lap_may_be_written_in_seconds(line: str) -> None:
    assert read_laps(line, "km") == (LAP_400,)


def test_a_bare_distance_is_in_the_unit_of_the_runner() -> None:
    assert read_laps("1 7:00\n1 km 4:05\n1 mile 7:00", "mi") == (
        Lap(distance_m=1609.344, duration_s=420),
        KILOMETRE,
        Lap(distance_m=1609.344, duration_s=420),
    )


def test_the_head_and_the_sum_of_a_table_are_no_laps() -> None:
    table = (
        "Laps\tTime\tCumulative Time\tDistance\nkm\n\n"
        "1\t4:05\t4:05\t1.00\t4:05\n2\t4:05\t8:10\t1.00\t4:05\n"
        "Summary\t8:10\t8:10\t2.00\t4:05"
    )
    assert read_laps(table, "km") == (KILOMETRE, KILOMETRE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fast", "lap 1: write a distance and a time"),
        ("1 4:05\nfast", "lap 2: write a distance and a time"),
        ("Laps Time", "lap 1: write a distance and a time"),
        ("400 m 75", "lap 1: write a distance and a time"),
        ("1 5:12 3 150", "lap 1: write a distance and a time"),
        ("1 km @ 4:05", "lap 1: write a distance and a time"),
        ("1.000 m 4:05", "lap 1: 1.000 m may mean thousands: write 1000 m"),
        ("400 1:15", "lap 1: 400 km is too long for a lap: for metres write 400 m"),
        ("1 5:12\n2 5:09\n3 5:15", "lap 3: “3 5:15” is faster than the world standard"),
        ("1 0:00", "lap 1: time must be above 0 s"),
        ("1 km 4:65", "lap 1: minutes and seconds stop at 59"),
        ("1 4:05\n" * 501, "at most 500 laps"),
    ],
)
def test_what_is_no_lap_gets_a_sentence_with_its_number(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_laps(text, "km")


@given(
    st.lists(st.tuples(st.integers(1, 2000), st.floats(1.0, 60.0)), max_size=5),
    st.sampled_from(["km", "mi"]),
)
def test_laps_that_are_written_are_read_back(far: list[tuple[int, float]], unit: str) -> None:
    laps = tuple(Lap(distance_m=m * 10, duration_s=round(m * 10 / 2) + s) for m, s in far)
    back = read_laps(write_laps(laps, unit), unit)  # type: ignore[arg-type]
    assert [one.distance_m for one in back] == pytest.approx(
        [one.distance_m for one in laps], abs=1
    )
    assert [one.duration_s for one in back] == pytest.approx(
        [one.duration_s for one in laps], abs=1
    )


@given(st.text(max_size=60))
def test_no_text_at_all_is_more_than_a_wrong_lap(text: str) -> None:
    with suppress(ValueError):
        assert all(lap.distance_m > 0 for lap in read_laps(text, "km"))
