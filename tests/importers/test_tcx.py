"""TCX: laps, points and sums as apps write them, each in its own way."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.importers import Choices, Reading, Sourced, UnreadableFile, read_file
from ironstride.importers.recordings.track import DAMAGED
from ironstride.records import Lap, Run, Stream

HEAD = "<TrainingCenterDatabase xmlns='http://example/v2'><Activities>"
TAIL = "</Activities></TrainingCenterDatabase>"


def point(second: int, metres: float | None = None, **more: str) -> str:
    minutes, seconds = divmod(second, 60)
    said = {"Time": f"2026-05-01T16:{minutes:02d}:{seconds:02d}Z"}
    if metres is not None:
        said["DistanceMeters"] = str(metres)
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in (said | more).items())
    return f"<Trackpoint>{inner}</Trackpoint>"


def lap(start: int, *points: str, **said: str) -> str:
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in said.items())
    began = f"2026-05-01T16:{start // 60:02d}:{start % 60:02d}Z"
    return f"<Lap StartTime='{began}'>{inner}<Track>{''.join(points)}</Track></Lap>"


def activity(*laps: str, sport: str = "Running", identity: str = "2026-05-01T16:00:00Z") -> str:
    return f"<Activity Sport='{sport}'><Id>{identity}</Id>{''.join(laps)}</Activity>"


def read(*activities: str, zone: str | None = "UTC") -> Reading:
    text = HEAD + "".join(activities) + TAIL
    return read_file("mine.tcx", text.encode(), Choices(zone=zone))


def run_of(one: Sourced) -> Run:
    assert isinstance(one.session, Run)
    return one.session


def metres_of(one: Sourced) -> list[float]:
    assert isinstance(one.stream, Stream)
    assert one.stream.distance_m is not None
    return [float(metres) for metres in one.stream.distance_m]


def test_the_files_own_sums_count_before_its_points() -> None:
    points = [point(s, s * 3.0) for s in range(0, 601, 60)]
    said = {"TotalTimeSeconds": "590", "DistanceMeters": "1810"}
    run = run_of(read(activity(lap(0, *points, **said))).sessions[0])
    assert (run.duration_s, run.elapsed_s, run.distance_m) == (590, 600, 1810)


def test_a_lap_without_a_distance_has_that_of_its_points() -> None:
    one = lap(0, *[point(s, s * 3.0) for s in range(0, 301, 60)], TotalTimeSeconds="300")
    two = lap(300, *[point(s, s * 3.0) for s in range(300, 601, 60)], TotalTimeSeconds="300")
    run = run_of(read(activity(one, two)).sessions[0])
    assert run.distance_m == 1800
    assert run.laps == (Lap(distance_m=900, duration_s=300),) * 2


def test_laps_that_count_from_zero_are_added_up() -> None:
    one = lap(0, *[point(s, s * 3.0) for s in range(0, 301, 60)])
    two = lap(300, *[point(300 + s, s * 3.0) for s in range(60, 301, 60)])
    assert metres_of(read(activity(one, two)).sessions[0])[-1] == 1800


def test_positions_are_followed_from_lap_to_lap_but_not_over_a_pause() -> None:
    def north(first: int, last: int) -> list[str]:
        places = [
            f"<LatitudeDegrees>{s * 3 / 111_194.93:.7f}</LatitudeDegrees>"
            "<LongitudeDegrees>-150</LongitudeDegrees>"
            for s in range(first, last + 1, 10)
        ]
        times = range(first, last + 1, 10)
        return [point(s, Position=one) for s, one in zip(times, places, strict=True)]

    paused = lap(300, *north(300, 400), "</Track><Track>", *north(500, 600))
    one = read(activity(lap(0, *north(0, 290)), paused)).sessions[0]
    assert metres_of(one)[-1] == pytest.approx(1500, abs=0.5)


@given(cuts=st.sets(st.sampled_from(range(10, 60, 5))), anew=st.booleans())
def test_a_run_cut_into_laps_loses_nothing(cuts: set[int], anew: bool) -> None:
    ends = [0, *sorted(cuts), 61]
    laps = []
    for begin, end in pairwise(ends):
        before = begin - 1 if anew and begin else 0
        points = [point(s * 10, (s - before) * 30.0) for s in range(begin, end)]
        laps.append(lap(begin * 10, *points))
    one = read(activity(*laps)).sessions[0]
    assert run_of(one).elapsed_s == 600
    assert run_of(one).distance_m == 1800
    assert metres_of(one) == [s * 30.0 for s in range(61)]


def test_a_session_that_goes_on_where_another_ended_counts_from_zero() -> None:
    points = [point(s, 20_000 + s * 3.0) for s in range(0, 601, 60)]
    assert metres_of(read(activity(lap(0, *points))).sessions[0])[:2] == [0, 180]


def test_each_activity_of_a_multisport_file_is_a_session() -> None:
    first = activity(lap(0, *[point(s, s * 8.0) for s in range(0, 601, 60)]), sport="Biking")
    second = activity(
        lap(660, *[point(660 + s, s * 3.0) for s in range(0, 601, 60)]),
        identity="2026-05-01T16:11:00Z",
    )
    text = f"<MultiSportSession><FirstSport>{first}</FirstSport><NextSport>{second}</NextSport>"
    sessions = read(text + "</MultiSportSession>").sessions
    assert [one.session.sport for one in sessions] == ["ride", "run"]
    assert [one.key for one in sessions] == [
        "2026-05-01T16:00:00Z other",
        "2026-05-01T16:11:00Z run",
    ]
    assert {one.recording for one in sessions} == {"mine.tcx"}


def test_a_treadmill_run_without_places_asks_for_the_zone() -> None:
    points = [point(s, s * 3.0) for s in range(0, 601, 60)]
    reading = read(activity(lap(0, *points)), zone=None)
    assert [question.field for question in reading.questions] == ["zone"]
    assert read(activity(lap(0, *points))).questions == ()


def test_the_zone_of_the_place_stands_above_the_one_that_was_chosen() -> None:
    place = {
        "Position": "<LatitudeDegrees>-33.9</LatitudeDegrees>"
        "<LongitudeDegrees>151.3</LongitudeDegrees>"
    }
    points = [point(s, s * 3.0, **place) for s in range(0, 601, 60)]
    run = run_of(read(activity(lap(0, *points)), zone="Europe/Berlin").sessions[0])
    assert (run.started_at.isoformat(), run.utc_offset_min) == ("2026-05-02T02:00:00", 600)


def test_padded_texts_and_strides_are_read() -> None:
    more = {"HeartRateBpm": "<Value> 150\n</Value>", "Cadence": "85"}
    points = [point(s, s * 3.0, **more) for s in range(0, 601, 60)]
    one = lap(0, *points, TotalTimeSeconds="\n 600.5\n")
    run = run_of(read(activity(one)).sessions[0])
    assert (run.duration_s, run.avg_hr_bpm, run.cadence_spm) == (600.5, 150, 170)


def test_blanks_before_the_first_tag_do_not_matter() -> None:
    points = [point(s, s * 3.0) for s in range(0, 601, 60)]
    text = "\n          <?xml version='1.0'?>" + HEAD + activity(lap(0, *points)) + TAIL
    assert len(read_file("a.tcx", text.encode(), Choices(zone="UTC")).sessions) == 1


def test_what_came_before_a_damage_is_kept() -> None:
    points = [point(s, s * 3.0) for s in range(0, 601, 60)]
    text = HEAD + activity(lap(0, *points)) + TAIL
    cut = text[: text.index("16:08:00")]
    reading = read_file("a.tcx", cut.encode(), Choices(zone="UTC"))
    assert reading.ignored == {DAMAGED: 1}
    assert metres_of(reading.sessions[0])[-1] == 7 * 180


def test_a_bad_activity_costs_only_itself() -> None:
    fast = lap(0, *[point(s, s * 30.0) for s in range(0, 601, 60)], TotalTimeSeconds="600")
    good = lap(900, *[point(900 + s, s * 3.0) for s in range(0, 601, 60)])
    reading = read(activity(fast), activity(good, identity="2026-05-01T16:15:00Z"))
    assert [one.line for one in reading.sessions] == [2]
    assert [(error.line, "pace" in error.reason) for error in reading.rejected] == [(1, True)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (HEAD + TAIL, "TCX without an activity"),
        (HEAD, "damaged before its first activity"),
        (HEAD + "</Activities><Courses><Course/></Courses></TrainingCenterDatabase>", "to follow"),
    ],
)
def test_a_file_without_an_activity_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(UnreadableFile, match=sentence):
        read_file("a.tcx", text.encode(), Choices())


def test_points_may_stand_in_any_order() -> None:
    points = [point(s, s * 3.0) for s in range(0, 601, 60)]
    plain, shuffled = read(activity(lap(0, *points))), read(activity(lap(0, *points[::-1])))
    assert np.array_equal(metres_of(plain.sessions[0]), metres_of(shuffled.sessions[0]))
