import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.charts.stream import has_distance, stream, stream_alt
from ironstride.charts.track import has_track, track, track_alt
from ironstride.charts.zone_time import zone_time, zone_time_alt
from ironstride.frames import Laps
from ironstride.frames.stream import SampleLines, ZoneSeconds
from ironstride.metrics.recording import sample_lines
from ironstride.records import Stream
from ironstride.units import Units
from tests.streams import samples_of, streams

KM = Units()
MILES = Units(distance="mi")
TIMES = np.arange(0.0, 601, 5)
RUN = sample_lines(
    samples_of(
        elapsed_s=TIMES,
        distance_m=TIMES * 4,
        hr_bpm=np.full(len(TIMES), 150.0),
        altitude_m=100 + TIMES / 60,
        latitude=50 + TIMES * 1e-5,
        longitude=np.full(len(TIMES), 9.0),
    )
)
LAPS = Laps.validate(
    pd.DataFrame(
        {
            "position": [0, 1, 2],
            "distance_m": [1000.0, 1000.0, 400.0],
            "duration_s": [250.0, 250.0, 100.0],
        }
    )
)
NOTHING = SampleLines.empty()


def titles(built: object) -> list[str]:
    return [axis.title.text for axis in built.select_yaxes()]  # type: ignore[attr-defined]


def test_each_thing_recorded_has_its_own_panel_and_faster_is_up() -> None:
    built = stream(RUN, KM)
    assert titles(built) == ["pace (min/km)", "heart rate (bpm)", "elevation (m)"]
    assert built.layout.xaxis.title.text == "distance (km)"
    slow, fast = built.layout.yaxis.range
    assert slow > fast
    assert {moment[14:19] for moment in built.data[0].y} == {"04:10"}


def test_miles_and_a_ride_in_miles_an_hour() -> None:
    assert titles(stream(RUN, MILES))[0] == "pace (min/mi)"
    ride = stream(RUN, MILES, paced=False)
    assert titles(ride)[0] == "speed (mi/h)"
    assert ride.data[0].y[10] == pytest.approx(4 * 3600 / 1609.344)


def test_over_time_the_axis_counts_minutes_and_of_a_long_session_hours() -> None:
    built = stream(RUN, KM, over="time")
    assert built.layout.xaxis.title.text == "time (min)"
    assert tuple(built.layout.xaxis.range) == (0, 10)
    long = sample_lines(samples_of(elapsed_s=[0, 5 * 3600], distance_m=[0, 50_000]))
    assert stream(long, KM, over="time").layout.xaxis.title.text == "time (h)"


def test_laps_end_at_dotted_lines_over_distance_and_over_time() -> None:
    assert [line.x0 for line in stream(RUN, KM, laps=LAPS).layout.shapes] == [1.0, 2.0]
    over_time = stream(RUN, KM, over="time", laps=LAPS).layout.shapes
    assert [line.x0 * 60 for line in over_time] == pytest.approx([250, 500])


def test_a_value_that_only_some_samples_have_is_one_line() -> None:
    heart = np.where(np.arange(len(TIMES)) % 3, np.nan, 150.0)
    lines = sample_lines(samples_of(elapsed_s=TIMES, distance_m=TIMES * 4, hr_bpm=heart))
    drawn = stream(lines, KM).data[1]
    assert not np.isnan(drawn.y).any()
    assert len(drawn.y) == np.isfinite(heart).sum()


def test_a_pause_breaks_every_line() -> None:
    times = np.concatenate([TIMES, TIMES + 1200])
    lines = sample_lines(samples_of(elapsed_s=times, hr_bpm=np.full(len(times), 140.0)))
    assert np.isnan(stream(lines, KM, over="time").data[0].y).sum() == 1


def test_standing_has_no_pace_and_does_not_flatten_the_rest() -> None:
    metres = np.concatenate([TIMES * 4, np.full(24, 2400.0), 2400 + TIMES * 4])
    times = np.arange(len(metres)) * 5.0
    built = stream(sample_lines(samples_of(elapsed_s=times, distance_m=metres)), KM)
    assert None in set(built.data[0].y)
    assert built.layout.yaxis.range[0][14:19] <= "08:20"


def test_the_sentence_says_how_far_how_long_and_between_which_values() -> None:
    assert stream_alt(RUN, KM) == (
        "2.40 km in 10:00: pace mostly 4:10 /km; heart rate 150 bpm; elevation 100 to 110 m. "
        "121 points drawn."
    )
    assert stream_alt(NOTHING, KM) == "Nothing was recorded."


def test_without_a_distance_there_is_nothing_to_draw_it_over() -> None:
    heart = sample_lines(samples_of(elapsed_s=TIMES, hr_bpm=np.full(len(TIMES), 150.0)))
    assert not has_distance(heart)
    assert not has_distance(NOTHING)
    assert has_distance(RUN)
    assert titles(stream(heart, KM, over="time")) == ["heart rate (bpm)"]


def drawn(recorded: Stream) -> DataFrame[SampleLines]:
    columns = {name: column for name, column in recorded.columns().items() if column is not None}
    return sample_lines(samples_of(**columns))


@given(streams())
def test_any_recording_can_be_drawn_in_no_more_marks_than_a_browser_takes(
    recorded: Stream,
) -> None:
    lines = drawn(recorded)
    for over in ("distance", "time"):
        for paced in (True, False):
            built = stream(lines, KM, over=over, laps=LAPS, paced=paced)
            assert all(len(trace.x) <= 1100 for trace in built.data)
    assert stream_alt(lines, KM).endswith((".", "drawn."))
    if has_track(lines):
        assert len(track(lines, KM).data) == 3
    assert track_alt(lines, KM)


def test_the_track_has_one_scale_and_its_ends_are_named() -> None:
    built = track(RUN, KM)
    assert built.layout.yaxis.scaleanchor == "x"
    assert (built.layout.xaxis.title.text, built.layout.yaxis.title.text) == (
        "east (km)",
        "north (km)",
    )
    assert [trace.name for trace in built.data[1:]] == ["start", "end"]
    # A degree of latitude is 111.2 km.
    assert built.data[2].y[0] == pytest.approx(0.6e-2 * 111.195, rel=1e-3)
    assert built.data[2].x[0] == pytest.approx(0)
    assert not built.layout.images


def test_the_way_across_the_date_line_is_short() -> None:
    lines = sample_lines(
        samples_of(elapsed_s=[0, 10], latitude=[0.0, 0.0], longitude=[179.9, -179.9])
    )
    assert track(lines, KM).data[2].x[0] == pytest.approx(0.2 * 111.195, rel=1e-3)


def test_the_sentence_says_how_wide_the_way_reaches_and_not_where_it_is() -> None:
    assert track_alt(RUN, KM) == (
        "The way reaches over 0.00 km from west to east and 0.67 km from south to north."
    )
    assert track_alt(NOTHING, KM) == "No positions were recorded."


ZONES = ZoneSeconds.validate(
    pd.DataFrame(
        {
            "zone": ["below", "1", "2"],
            "name": ["below zone 1", "easy", "hard"],
            "low_bpm": [0, 100, 150],
            "high_bpm": [99.0, 149.0, np.nan],
            "seconds": [60.0, 180.0, 0.0],
            "share": [0.25, 0.75, 0.0],
        }
    )
)


def test_zones_are_bars_of_minutes_with_their_time_and_share() -> None:
    (bars,) = zone_time(ZONES).data
    assert list(bars.x) == [1, 3, 0]
    assert list(bars.y) == ["up to 99", "1 · 100 to 149", "2 · 150 and above"]
    assert list(bars.text) == ["1:00, 25 %", "3:00, 75 %", "0:00, 0 %"]
    layout = zone_time(ZONES).layout
    assert (layout.xaxis.title.text, layout.yaxis.title.text) == ("time (min)", "zone (bpm)")


def test_the_sentence_on_zones_leaves_out_the_empty_ones() -> None:
    assert zone_time_alt(ZONES) == (
        "4:00 with a heart rate: below zone 1 1:00, 25 %; easy 3:00, 75 %."
    )
    assert zone_time_alt(ZoneSeconds.empty()) == "No time with a heart rate."
