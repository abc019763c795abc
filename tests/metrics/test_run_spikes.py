from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs
from ironstride.frames.load import RunSpikes
from ironstride.metrics.load import longest_run_spikes
from tests.metrics.running_tables import FEW, Row, any_runs, runs_of

FIRST = date(2026, 9, 1)


def _on(day: int, kilometres: float | None) -> Row:
    distance = None if kilometres is None else kilometres * 1000
    return {"started_at": str(FIRST + timedelta(days=day)), "distance_m": distance}


def _last(*rows: Row) -> dict[Any, Any]:
    told = longest_run_spikes(runs_of(*rows))
    return told[told.session_id == len(rows)].to_dict("records")[0]


@pytest.mark.parametrize(
    ("kilometres", "ratio", "spike"),
    [(9, 0.9, False), (11, 1.1, False), (11.01, 1.101, True), (25, 2.5, True)],
)
def test_a_run_is_flagged_above_eleven_tenths_of_the_longest_before(
    kilometres: float, ratio: float, spike: bool
) -> None:
    told = _last(_on(0, 5), _on(20, 10), _on(35, 8), _on(40, kilometres))
    assert told["ratio"] == pytest.approx(ratio)
    assert told["spike"] is spike
    assert told["longest_before_m"] == 10_000


def test_the_window_holds_the_thirtieth_day_before_and_not_the_one_before_that() -> None:
    assert _last(_on(0, 20), _on(10, 30), _on(40, 20))["longest_before_m"] == 30_000
    assert _last(_on(0, 20), _on(9, 30), _on(20, 8), _on(40, 20))["longest_before_m"] == 8_000


def test_with_no_run_in_the_thirty_days_before_nothing_is_said() -> None:
    told = _last(_on(0, 10), _on(31, 30))
    assert pd.isna(told["ratio"])
    assert told["spike"] is None


def test_a_log_younger_than_thirty_days_says_nothing() -> None:
    assert _last(_on(0, 5), _on(29, 30))["spike"] is None
    assert _last(_on(0, 5), _on(30, 30))["spike"] is True


def test_a_run_without_a_distance_neither_flags_nor_is_compared_with() -> None:
    assert _last(_on(0, 5), _on(35, 10), _on(40, None))["spike"] is None
    assert _last(_on(0, 5), _on(35, None), _on(40, 10))["spike"] is None


def test_runs_of_the_same_day_are_not_compared_with_one_another() -> None:
    told = longest_run_spikes(runs_of(_on(0, 5), _on(35, 10), _on(40, 20), _on(40, 2)))
    assert told.longest_before_m.tolist()[2:] == [10_000, 10_000]


def test_no_runs_have_no_spikes() -> None:
    assert longest_run_spikes(Runs.empty()).dtypes.equals(RunSpikes.empty().dtypes)


@FEW
@given(runs=any_runs())
def test_spikes_are_those_found_one_by_one(runs: DataFrame[Runs]) -> None:
    told = longest_run_spikes(runs).set_index("session_id").longest_before_m
    days = runs.started_at.dt.normalize()
    for at, session in runs.session_id.items():
        back = days[at] - days
        before = runs.distance_m[(back > pd.Timedelta(0)) & (back <= pd.Timedelta(days=30))].max()
        young = days[at] - days.min() < pd.Timedelta(days=30)
        assert told[session] == before or (pd.isna(told[session]) and (young or pd.isna(before)))


@FEW
@given(runs=any_runs())
def test_the_order_of_the_rows_changes_no_flag(runs: DataFrame[Runs]) -> None:
    def flags(table: DataFrame[Runs]) -> dict[int, list[float]]:
        told = longest_run_spikes(table)
        rows = told[["longest_before_m", "ratio"]].fillna(-1).to_numpy().tolist()
        return dict(zip(told.session_id, rows, strict=True))

    assert flags(Runs.validate(runs.iloc[::-1])) == flags(runs)
