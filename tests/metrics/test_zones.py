import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames import Runs
from ironstride.metrics import zones
from ironstride.metrics.zones import HeartRateZones
from ironstride.standards.max_heart_rate import nes
from tests.metrics.running_tables import runs_of


def _label(told: HeartRateZones, hr_bpm: float) -> str | None:
    reached = [zone.label for zone in told.zones if zone.low_bpm <= hr_bpm]
    return reached[-1] if reached else None


@pytest.mark.parametrize(
    ("share", "bpm"), [(0.5, 125), (0.6, 138), (0.7, 151), (0.8, 164), (0.9, 177)]
)
def test_a_share_of_the_reserve_is_a_heart_rate(share: float, bpm: float) -> None:
    assert zones.karvonen(share, rest_hr_bpm=60, max_hr_bpm=190) == pytest.approx(bpm)


def test_rest_at_or_above_the_maximum_is_refused() -> None:
    with pytest.raises(ValueError, match="must be below the maximum"):
        zones.reserve_zones(rest_hr_bpm=190, max_hr_bpm=190)


@pytest.mark.parametrize(
    ("age", "bpm"), [(20, 198.2), (30, 191.8), (40, 185.4), (50, 179.0), (60, 172.6)]
)
def test_a_maximum_can_be_expected_from_age(age: float, bpm: float) -> None:
    assert nes(age) == pytest.approx(bpm)


@pytest.mark.parametrize(
    ("hr", "label"),
    [(124, None), (125, "1"), (137.9, "1"), (138, "2"), (150, "2"), (151, "3"), (205, "5")],
)  # fmt: skip
def test_a_heart_rate_lies_in_the_zone_it_has_reached(hr: float, label: str | None) -> None:
    assert _label(zones.reserve_zones(rest_hr_bpm=60, max_hr_bpm=190), hr) == label


@pytest.mark.parametrize(
    ("hr", "label"),
    [(84, "1"), (85, "2"), (89, "2"), (90, "3"), (94, "3"), (95, "4"), (99, "4"), (100, "5a"),
     (102, "5a"), (103, "5b"), (106, "5b"), (107, "5c")],
)  # fmt: skip
def test_threshold_zones_are_those_of_friel_for_running(hr: float, label: str) -> None:
    assert _label(zones.threshold_zones(threshold_hr_bpm=100), hr) == label


@pytest.mark.parametrize("rest", [25, 50, 61, 90, 120])
def test_a_zone_begins_at_the_first_whole_beat_within_it(rest: int) -> None:
    for maximum in range(max(rest + 1, 100), 241):
        told = zones.reserve_zones(rest_hr_bpm=rest, max_hr_bpm=maximum)
        tenths = [10 * rest + tenth * (maximum - rest) for tenth in (5, 6, 7, 8, 9)]
        assert [zone.low_bpm for zone in told.zones] == [-(-one // 10) for one in tenths]


def test_shares_of_the_maximum_go_by_ten() -> None:
    told = zones.maximum_zones(max_hr_bpm=190)
    assert [(zone.low_bpm, zone.high_bpm) for zone in told.zones] == [
        (95, 113), (114, 132), (133, 151), (152, 170), (171, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entered", "had"),
    [
        ({}, []),
        ({"rest_hr_bpm": 60}, []),
        ({"max_hr_bpm": 190}, ["maximum"]),
        ({"max_hr_bpm": 190, "rest_hr_bpm": 60}, ["reserve", "maximum"]),
        ({"threshold_hr_bpm": 170}, ["threshold"]),
        (
            {"max_hr_bpm": 190, "rest_hr_bpm": 60, "threshold_hr_bpm": 170},
            ["threshold", "reserve", "maximum"],
        ),
    ],
)
def test_zones_are_had_from_what_was_entered_and_the_rest_is_said(
    entered: dict[str, float], had: list[str]
) -> None:
    assert [told.basis for told in zones.available_zones(**entered)] == had
    assert set(zones.missing_zones(**entered)) == {"threshold", "reserve", "maximum"} - set(had)


def test_what_is_missing_is_said_in_a_sentence() -> None:
    assert zones.missing_zones()["reserve"] == (
        "Zones by heart-rate reserve need your heart rate at rest and your maximum heart rate."
    )


@pytest.mark.parametrize(
    ("entered", "bpm", "basis"),
    [
        ({"max_hr_bpm": 190, "rest_hr_bpm": 60, "threshold_hr_bpm": 170}, 153, "threshold"),
        ({"max_hr_bpm": 190, "rest_hr_bpm": 60}, 151, "reserve"),
        ({"max_hr_bpm": 190}, 152, "maximum"),
    ],
)
def test_easy_ends_where_tempo_begins(entered: dict[str, float], bpm: int, basis: str) -> None:
    told = zones.easy_boundary(**entered)
    assert told is not None
    assert (told.bpm, told.basis) == (bpm, basis)


def test_without_any_heart_rate_entered_there_is_no_boundary() -> None:
    assert zones.easy_boundary(rest_hr_bpm=60) is None


def test_a_mean_above_the_maximum_is_found() -> None:
    runs = runs_of(
        {"started_at": "2026-11-17", "avg_hr_bpm": 190.0},
        {"started_at": "2026-11-18", "avg_hr_bpm": 191.0, "max_hr_bpm": 200.0},
        {"started_at": "2026-11-19", "avg_hr_bpm": 150.0, "max_hr_bpm": 200.0},
        {"started_at": "2026-11-20"},
    )
    assert zones.above_maximum(runs, max_hr_bpm=190).session_id.tolist() == [2]
    assert zones.above_maximum(Runs.empty(), max_hr_bpm=190).empty


@given(rest=st.integers(25, 90), maximum=st.integers(140, 240), threshold=st.integers(120, 220))
def test_zones_follow_one_another_without_gap_or_overlap(
    rest: int, maximum: int, threshold: int
) -> None:
    for told in zones.available_zones(
        rest_hr_bpm=rest, max_hr_bpm=maximum, threshold_hr_bpm=threshold
    ):
        lows = [zone.low_bpm for zone in told.zones]
        assert lows == sorted(set(lows))
        assert [zone.high_bpm for zone in told.zones] == [*(low - 1 for low in lows[1:]), None]
