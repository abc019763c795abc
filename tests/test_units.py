import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride import units
from ironstride.units import Units

DISTANCES = st.floats(1, 1e6)
UNIT = st.sampled_from(["km", "mi"])
WEIGHT = st.sampled_from(["kg", "lb"])


@given(DISTANCES, UNIT)
def test_a_distance_survives_the_round_trip(metres: float, unit: units.DistanceUnit) -> None:
    assert units.metres(units.distance_in(metres, unit), unit) == pytest.approx(metres, rel=1e-12)


@given(st.floats(0, 1e4), WEIGHT)
def test_a_weight_survives_the_round_trip(load: float, unit: units.WeightUnit) -> None:
    assert units.kilograms(units.weight_in(load, unit), unit) == pytest.approx(load, rel=1e-12)


@given(st.integers(0, 360_000))
def test_whole_seconds_survive_writing_and_reading(seconds: int) -> None:
    assert units.parse_clock(units.format_clock(seconds)) == seconds


# Pace [s/km], speed [m/s], pace per mile.
@pytest.mark.parametrize(
    ("s_per_km", "speed", "per_mile"),
    [
        (180, 5.5556, "4:50"),
        (240, 4.1667, "6:26"),
        (300, 3.3333, "8:03"),
        (330, 3.0303, "8:51"),
        (360, 2.7778, "9:39"),
        (420, 2.3810, "11:16"),
    ],
)
def test_paces_agree_with_published_values(s_per_km: int, speed: float, per_mile: str) -> None:
    assert 1000 / s_per_km == pytest.approx(speed, abs=5e-5)
    assert units.format_pace(1000, s_per_km, "mi") == f"{per_mile} /mi"


def test_a_race_and_its_pace_are_the_pair_that_the_book_prints() -> None:
    assert units.format_pace(10_000, units.parse_clock("41:21"), "km") == "4:08 /km"


def test_seconds_are_rounded_once_and_never_reach_sixty() -> None:
    assert units.format_clock(359.9) == "6:00"
    assert units.format_clock(3599.6) == "1:00:00"
    assert units.format_pace(10_000, 3599.6, "km") == "6:00 /km"


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("45", 2700),
        ("45.5", 2730),
        ("45,5", 2730),
        (" 45:30 ", 2730),
        ("1:02:03", 3723),
        ("90:00", 5400),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, seconds: float) -> None:
    assert units.parse_clock(typed) == seconds


@pytest.mark.parametrize(
    "typed", ["", "x", "45:60", "1:60:00", "-5", "1:2:3:4", "4 5", "inf", "nan"]
)
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"time must look like|stop at 59"):
        units.parse_clock(typed)


@pytest.mark.parametrize("chosen", [("furlong", "kg"), ("km", "stone")])
def test_an_unknown_unit_is_refused(chosen: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="unit must be"):
        Units(*chosen)  # type: ignore[arg-type]  # that is the point


def test_only_finite_numbers_are_shown() -> None:
    with pytest.raises(ValueError, match="finite"):
        units.format_distance(float("nan"), "km")
