import pandas as pd
import pytest

from ironstride.charts.laps import laps, laps_alt
from ironstride.frames import Laps
from ironstride.units import Units

KM = Units()
THREE = Laps.validate(
    pd.DataFrame(
        {
            "position": [0, 1, 2],
            "distance_m": [1000.0, 1000.0, 500.0],
            "duration_s": [300.0, 240.0, 160.0],
        }
    )
)


def test_each_lap_is_a_step_as_wide_as_it_is_long() -> None:
    steps = laps(THREE, KM).data[0]
    assert list(steps.x) == [0.0, 1.0, 1.0, 2.0, 2.0, 2.5]
    assert [moment[14:] for moment in steps.y] == ["05:00"] * 2 + ["04:00"] * 2 + ["05:20"] * 2


def test_the_line_is_time_over_distance_of_all_laps() -> None:
    mean = laps(THREE, KM).data[1]
    assert {moment[14:] for moment in mean.y} == {"04:40"}
    assert list(mean.x) == [0.0, 2.5]


@pytest.mark.parametrize("unit", ["km", "mi"])
def test_axes_carry_units_and_faster_is_up(unit: str) -> None:
    built = laps(THREE, Units(distance=unit))  # type: ignore[arg-type]
    assert built.layout.yaxis.title.text == f"pace (min/{unit})"
    assert built.layout.xaxis.title.text == f"distance ({unit})"
    slow, fast = built.layout.yaxis.range
    assert slow > fast


def test_the_sentence_names_the_fastest_and_the_slowest_lap() -> None:
    assert laps_alt(THREE, KM) == (
        "3 laps over 2.50 km: fastest lap 2 at 4:00 /km, slowest lap 3 at 5:20 /km."
    )
    assert laps_alt(Laps.empty(), KM) == "No laps."
