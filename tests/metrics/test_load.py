import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandera.typing.pandas import DataFrame

from ironstride.frames import Runs, Sessions
from ironstride.frames.running import SessionLoad
from ironstride.metrics.load import session_load, training_load, with_estimated_rpe
from tests.metrics.running_tables import FEW, Row, runs_of, sessions_of


@pytest.mark.parametrize(
    ("rpe", "minutes", "load"),
    [(7, 60, 420), (9, 75, 675), (3, 30, 90), (7, 75, 525), (4, 45, 180)],
)
def test_load_is_rating_times_minutes(rpe: float, minutes: float, load: float) -> None:
    sessions = sessions_of({"started_at": "2026-11-17", "rpe": rpe, "duration_s": minutes * 60.0})
    assert session_load(sessions).session_load.tolist() == [load]


def test_runs_and_lifts_are_rated_on_the_same_scale() -> None:
    hour = {"started_at": "2026-11-17", "rpe": 6.0, "duration_s": 3_600.0}
    sessions = sessions_of(hour, hour | {"kind": "lift", "sport": "strength"})
    assert session_load(sessions).session_load.tolist() == [360, 360]


def test_a_missing_rating_or_time_is_never_guessed() -> None:
    sessions = sessions_of(
        {"started_at": "2026-11-17", "rpe": 5.0},
        {"started_at": "2026-11-17", "duration_s": 3_600.0},
    )
    assert all(math.isnan(load) for load in session_load(sessions).session_load)


def test_a_rating_of_nothing_at_all_is_a_load_of_zero() -> None:
    sessions = sessions_of({"started_at": "2026-11-17", "rpe": 0.0, "duration_s": 3_600.0})
    assert session_load(sessions).session_load.tolist() == [0]


def test_no_sessions_give_no_loads() -> None:
    assert session_load(Sessions.empty()).dtypes.equals(SessionLoad.empty().dtypes)


def _estimated(*rows: Row, runs: DataFrame[Runs] | None = None) -> list[tuple[float, bool]]:
    told = with_estimated_rpe(sessions_of(*rows), Runs.empty() if runs is None else runs)
    return list(zip(told.rpe.fillna(-1), told.estimated, strict=True))


def test_a_missing_rating_is_estimated_from_the_median_of_its_kind() -> None:
    lift = {"started_at": "2026-11-17", "kind": "lift"}
    assert _estimated(*(lift | {"rpe": rpe} for rpe in (4.0, 9.0, 6.0, None))) == [
        (4, False), (9, False), (6, False), (6, True),
    ]  # fmt: skip


def test_a_run_is_estimated_from_the_runs_of_its_type_only() -> None:
    day = {"started_at": "2026-11-17"}
    runs = runs_of(*(day | {"type": kind} for kind in ("easy", "easy", "race", "tempo", "race")))
    rows = [day | {"rpe": rpe} for rpe in (3.0, None, 9.5, None, None)]
    assert _estimated(*rows, runs=runs) == [
        (3, False), (3, True), (9.5, False), (-1, False), (9.5, True),
    ]  # fmt: skip


def test_another_sport_is_estimated_from_that_sport_only() -> None:
    ride = {"started_at": "2026-11-17", "kind": "other", "sport": "ride"}
    yoga = ride | {"sport": "yoga"}
    assert _estimated(ride | {"rpe": 5.0}, yoga, ride) == [(5, False), (-1, False), (5, True)]


def test_with_nothing_rated_nothing_is_estimated() -> None:
    assert _estimated({"started_at": "2026-11-17"}) == [(-1, False)]
    assert with_estimated_rpe(Sessions.empty(), Runs.empty()).empty


def test_an_estimated_rating_enters_the_load_and_is_counted() -> None:
    hour = {"started_at": "2026-11-17", "kind": "lift", "duration_s": 3_600.0}
    sessions = sessions_of(hour | {"rpe": 7.0}, hour)
    [rated] = training_load(sessions, today=date(2026, 11, 17)).to_dict("records")
    filled = with_estimated_rpe(sessions, Runs.empty())
    [full] = training_load(filled, today=date(2026, 11, 17)).to_dict("records")
    assert (rated["load"], rated["unrated"], rated["estimated"]) == (420, 1, 0)
    assert (full["load"], full["unrated"], full["estimated"]) == (840, 0, 1)


@FEW
@given(minutes=st.floats(1, 300), share=st.floats(0.01, 0.99), rpe=st.floats(0, 10))
def test_a_run_split_in_two_keeps_its_load(minutes: float, share: float, rpe: float) -> None:
    rated = {"started_at": "2026-11-17", "rpe": rpe}
    whole = sessions_of(rated | {"duration_s": minutes * 60})
    halves = sessions_of(
        rated | {"duration_s": minutes * 60 * share},
        rated | {"duration_s": minutes * 60 * (1 - share)},
    )
    together = session_load(halves).session_load.sum()
    assert together == pytest.approx(session_load(whole).session_load.sum())
