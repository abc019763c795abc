from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.volume import EasyHard, RunEffort
from ironstride.metrics.volume import easy_hard, run_effort
from tests.metrics.running_tables import FEW, Row, any_runs, runs_of

SUNDAY = date(2026, 11, 22)


def _run(kind: str, hr: float | None = None, minutes: float | None = 60) -> Row:
    return {
        "started_at": "2026-11-18",
        "type": kind,
        "avg_hr_bpm": hr,
        "duration_s": None if minutes is None else minutes * 60,
    }


@pytest.mark.parametrize(
    ("kind", "effort"),
    [
        ("easy", "easy"), ("long", "easy"), ("tempo", "hard"), ("intervals", "hard"),
        ("race", "hard"), ("test", "hard"), ("hills", "hard"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("hr", [None, 100, 190])
def test_what_the_runner_called_a_run_comes_before_its_heart_rate(
    kind: str, effort: str, hr: float | None
) -> None:
    told = run_effort(runs_of(_run(kind, hr)), easy_below_bpm=151)
    assert told[["effort", "told_by"]].to_numpy().tolist() == [[effort, "type"]]


@pytest.mark.parametrize(("hr", "effort"), [(150.9, "easy"), (151, "hard"), (175, "hard")])
def test_a_run_of_another_type_is_told_by_its_heart_rate(hr: float, effort: str) -> None:
    told = run_effort(runs_of(_run("other", hr)), easy_below_bpm=151)
    assert told[["effort", "told_by"]].to_numpy().tolist() == [[effort, "heart rate"]]


@pytest.mark.parametrize(("hr", "boundary"), [(None, 151), (140, None), (None, None)])
def test_what_nothing_tells_is_not_known(hr: float | None, boundary: float | None) -> None:
    told = run_effort(runs_of(_run("other", hr)), easy_below_bpm=boundary)
    assert told[["effort", "told_by"]].to_numpy().tolist() == [["not known", ""]]


def test_a_week_is_split_by_time() -> None:
    runs = runs_of(
        _run("easy", minutes=50),
        _run("other", 140, minutes=30),
        _run("intervals", minutes=45),
        _run("other", 160, minutes=20),
        _run("other", minutes=25),
        _run("easy", minutes=None),
    )
    [week] = easy_hard(runs, today=SUNDAY, easy_below_bpm=151).to_dict("records")
    assert (week["easy_s"], week["hard_s"], week["not_known_s"]) == (4_800, 3_900, 1_500)
    assert (week["told_by_hr_s"], week["untimed"], week["complete"]) == (3_000, 1, False)


def test_a_week_without_a_run_is_split_into_nothing() -> None:
    split = easy_hard(runs_of(_run("easy")), today=date(2026, 11, 30))
    assert split.easy_s.tolist() == [3_600, 0, 0]
    assert split.complete.tolist() == [True, True, False]


def test_no_runs_are_neither_easy_nor_hard() -> None:
    assert run_effort(Runs.empty()).dtypes.equals(RunEffort.empty().dtypes)
    assert easy_hard(Runs.empty(), today=SUNDAY).dtypes.equals(EasyHard.empty().dtypes)


@FEW
@given(runs=any_runs(), boundary=st.none() | st.floats(100, 190))
def test_easy_hard_and_not_known_add_up_to_the_running_time(
    runs: DataFrame[Runs], boundary: float | None
) -> None:
    split = easy_hard(runs, today=SUNDAY, easy_below_bpm=boundary)
    parts = split.easy_s + split.hard_s + split.not_known_s
    assert parts.sum() == pytest.approx(runs.duration_s.sum())
    assert split.untimed.sum() == runs.duration_s.isna().sum()
    assert (split.told_by_hr_s <= split.easy_s + split.hard_s + 1e-6).all()


@FEW
@given(runs=any_runs())
def test_a_higher_boundary_never_makes_a_run_hard(runs: DataFrame[Runs]) -> None:
    low = easy_hard(runs, today=SUNDAY, easy_below_bpm=140)
    high = easy_hard(runs, today=SUNDAY, easy_below_bpm=160)
    assert (high.hard_s <= low.hard_s).all()
    pd.testing.assert_series_equal(low.not_known_s, high.not_known_s)
