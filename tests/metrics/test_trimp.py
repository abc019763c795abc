import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames import Runs
from ironstride.frames.load import RunTrimp
from ironstride.metrics.load import banister_trimp, run_trimp
from ironstride.metrics.trimp import Sex
from tests.metrics.running_tables import runs_of


@pytest.mark.parametrize(
    ("minutes", "mean", "rest", "maximum", "sex", "trimp"),
    [
        (60, 155, 55, 190, "male", 117.9),
        (60, 150, 60, 190, "male", 100.4),
        (60, 150, 60, 190, "female", 113.5),
        (30, 175, 50, 190, "male", 95.2),
        (120, 135, 50, 185, "female", 186.0),
        (45, 120, 60, 180, "male", 37.6),
        (45, 60, 60, 180, "male", 0),
        (45, 50, 60, 180, "female", 0),
    ],
)
def test_trimp_weighs_minutes_by_heart_rate(
    minutes: float, mean: float, rest: float, maximum: float, sex: Sex, trimp: float
) -> None:
    told = banister_trimp(minutes * 60, mean, rest_hr_bpm=rest, max_hr_bpm=maximum, sex=sex)
    assert told == pytest.approx(trimp, abs=0.05)


@pytest.mark.parametrize(
    ("share", "male", "female"), [(0.5, 1.671, 1.982), (0.7, 2.454, 2.768), (0.9, 3.603, 3.866)]
)
def test_the_weights_are_those_published(share: float, male: float, female: float) -> None:
    for sex, weight in (("male", male), ("female", female)):
        told = banister_trimp(60, 100 * share, rest_hr_bpm=0, max_hr_bpm=100, sex=sex)  # type: ignore[arg-type]
        assert told is not None
        assert told / share == pytest.approx(weight, abs=0.0005)


def test_with_anything_unknown_there_is_no_trimp() -> None:
    assert banister_trimp(3600, 150, rest_hr_bpm=60, max_hr_bpm=190, sex=None) is None
    assert banister_trimp(3600, 150, rest_hr_bpm=None, max_hr_bpm=190, sex="male") is None
    assert banister_trimp(3600, 150, rest_hr_bpm=60, max_hr_bpm=None, sex="male") is None
    assert banister_trimp(None, 150, rest_hr_bpm=60, max_hr_bpm=190, sex="male") is None
    assert banister_trimp(3600, None, rest_hr_bpm=60, max_hr_bpm=190, sex="male") is None


def test_rest_above_the_maximum_is_refused() -> None:
    with pytest.raises(ValueError, match="must be below the maximum"):
        banister_trimp(3600, 150, rest_hr_bpm=190, max_hr_bpm=190, sex="male")


def test_only_runs_with_time_and_heart_rate_have_a_trimp() -> None:
    day = {"started_at": "2026-11-17"}
    runs = runs_of(
        day | {"duration_s": 3_600.0, "avg_hr_bpm": 155.0},
        day | {"duration_s": 3_600.0},
        day | {"avg_hr_bpm": 155.0},
    )
    told = run_trimp(runs, rest_hr_bpm=55, max_hr_bpm=190, sex="male").trimp
    assert told[0] == pytest.approx(117.9, abs=0.05)
    assert told[1:].isna().all()
    assert run_trimp(runs, rest_hr_bpm=55, max_hr_bpm=190, sex=None).trimp.isna().all()


def test_no_runs_have_no_trimp() -> None:
    told = run_trimp(Runs.empty(), rest_hr_bpm=55, max_hr_bpm=190, sex="male")
    assert set(told.columns) == set(RunTrimp.empty().columns)
    assert told.empty


@given(hr=st.floats(30, 240), share=st.floats(0.05, 0.95))
def test_a_run_split_in_two_at_the_same_heart_rate_keeps_its_trimp(hr: float, share: float) -> None:
    def trimp(seconds: float) -> float:
        told = banister_trimp(seconds, hr, rest_hr_bpm=50, max_hr_bpm=190, sex="female")
        assert told is not None
        return told

    assert math.isclose(trimp(3600 * share) + trimp(3600 * (1 - share)), trimp(3600), abs_tol=1e-9)
