from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import Sessions
from ironstride.frames.load import TrainingLoad
from ironstride.metrics.load import exponential_mean, training_load
from tests.metrics.running_tables import FEW, Row, sessions_of

FIRST = date(2026, 1, 1)


def _on(day: int, load: float | None, **more: object) -> Row:
    """A session of an hour's tenth on the day counted from 1, its load as given."""
    rpe = None if load is None else load / 100
    return {
        "started_at": str(FIRST + timedelta(days=day - 1)),
        "duration_s": 6_000.0,
        "rpe": rpe,
    } | more


def _table(days: int, *sessions: Row) -> DataFrame[TrainingLoad]:
    return training_load(sessions_of(*sessions), today=FIRST + timedelta(days=days - 1))


def _daily(*loads: float) -> DataFrame[TrainingLoad]:
    return _table(len(loads), *(_on(day, load) for day, load in enumerate(loads, start=1)))


@pytest.mark.parametrize(
    ("day", "mean"), [(7, 15.35), (14, 28.35), (42, 63.21), (84, 86.47), (126, 95.02)]
)
def test_the_long_term_mean_answers_a_step_from_nothing(day: int, mean: float) -> None:
    told = exponential_mean(np.full(126, 100.0), days=42)
    assert told[day - 1] == pytest.approx(mean, abs=0.005)


@pytest.mark.parametrize(("day", "mean"), [(1, 13.31), (7, 63.21), (14, 86.47)])
def test_the_recent_mean_answers_a_step_from_nothing(day: int, mean: float) -> None:
    told = exponential_mean(np.full(14, 100.0), days=7)
    assert told[day - 1] == pytest.approx(mean, abs=0.005)


def test_started_where_it_will_end_a_mean_does_not_move() -> None:
    assert exponential_mean(np.full(50, 80.0), days=42, start=80).tolist() == pytest.approx(
        [80] * 50
    )
    assert exponential_mean(np.array([]), days=42).tolist() == []


def test_every_day_has_a_load_and_a_day_without_a_session_has_none() -> None:
    told = _table(4, _on(1, 300), _on(1, 100, kind="lift"), _on(3, 200))
    assert told.load.tolist() == [400, 0, 200, 0]
    assert told.complete.tolist() == [True, True, True, False]


def test_the_means_are_hidden_until_the_forty_second_day() -> None:
    assert _daily(*[300] * 41)[["recent", "long_term", "balance"]].isna().all(axis=None)
    told = _daily(*[300] * 42)
    assert told.long_term.notna().tolist() == [False] * 41 + [True]
    assert told[["recent", "long_term", "balance"]].iloc[-1].tolist() == pytest.approx(
        [300, 300, 0]
    )


def test_the_means_start_at_the_mean_of_the_first_four_weeks() -> None:
    loads = [560.0] * 14 + [0.0] * 28
    last = _daily(*loads).iloc[-1]
    by_hand = 280.0
    for load in loads:
        by_hand += (1 - np.exp(-1 / 42)) * (load - by_hand)
    assert last.long_term == pytest.approx(by_hand)


def test_balance_is_that_of_the_day_before() -> None:
    told = _daily(*[300] * 50, 900)
    before = told.iloc[-2]
    assert told.balance.iloc[-1] == pytest.approx(before.long_term - before.recent)


def test_a_hard_day_moves_the_recent_load_more_than_the_long_term() -> None:
    last = _daily(*[300] * 50, 900).iloc[-1]
    assert last.recent - 300 == pytest.approx(600 * (1 - np.exp(-1 / 7)))
    assert last.long_term - 300 == pytest.approx(600 * (1 - np.exp(-1 / 42)))


def test_three_time_constants_are_marked_as_warming_up() -> None:
    told = _table(130, _on(1, 300))
    assert told.warming_up.tolist() == [True] * 126 + [False] * 4


@pytest.mark.parametrize(("second", "marked"), [(15, 0), (16, 14), (30, 28)])
def test_fourteen_days_without_a_session_are_a_gap(second: int, marked: int) -> None:
    told = _table(40, *(_on(day, 300) for day in (1, second, *range(second, 40))))
    assert told.gap.sum() == marked
    assert told.gap.tolist()[1 : second - 1] == [marked > 0] * (second - 2)


def test_today_is_no_day_of_a_gap_before_it_is_over() -> None:
    assert _table(15, _on(1, 300)).gap.sum() == 0
    assert _table(16, _on(1, 300)).gap.tolist() == [False] + [True] * 14 + [False]


def test_a_stretch_without_a_rating_is_a_gap_as_well() -> None:
    told = _table(16, *(_on(day, None) for day in range(2, 16)), _on(1, 300), _on(16, 300))
    assert told.gap.sum() == 14
    assert told.unrated.sum() == 14


def test_the_load_begins_where_the_first_one_is_known() -> None:
    told = _table(9, _on(1, None), _on(6, 200), _on(8, None))
    assert told.load.tolist() == [200, 0, 0, 0]
    assert told.unrated.tolist() == [0, 0, 1, 0]


def test_an_unrated_log_and_an_empty_one_have_no_load() -> None:
    assert _table(9, _on(1, None)).empty
    assert training_load(Sessions.empty(), today=FIRST).dtypes.equals(TrainingLoad.empty().dtypes)


def test_a_session_in_the_future_is_left_out() -> None:
    assert _table(2, _on(1, 100), _on(3, 100)).load.tolist() == [100, 0]
    assert _table(2, _on(3, 100)).empty


@FEW
@given(
    days=st.lists(st.integers(1, 200), min_size=1, max_size=15),
    load=st.floats(0, 1_000),
)
def test_the_days_add_up_to_all_sessions_in_any_order(days: list[int], load: float) -> None:
    rows = [_on(day, load) for day in days]
    told = _table(200, *rows)
    assert told.load.sum() == pytest.approx(load * len(days))
    pd.testing.assert_frame_equal(told, _table(200, *rows[::-1]))
    assert (told.long_term.dropna() <= told.load.max() + 1e-6).all()


@FEW
@given(share=st.floats(0.01, 0.99))
def test_a_run_split_in_two_keeps_the_history(share: float) -> None:
    whole = _table(50, _on(1, 300), _on(20, 500))
    halves = _table(
        50,
        _on(1, 300),
        _on(20, 500, duration_s=6_000 * share),
        _on(20, 500, duration_s=6_000 * (1 - share)),
    )
    pd.testing.assert_frame_equal(whole, halves)
