from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ironstride.frames import Sessions
from ironstride.frames.load import RunTrimp
from ironstride.metrics.load import run_trimp, weekly_load, with_estimated_rpe
from ironstride.metrics.load_weeks import load_by_kind, weekly_trimp
from tests.metrics.running_tables import FEW, Row, runs_of, sessions_of

TODAY = date(2026, 11, 22)
HOUR: Row = {"started_at": "2026-11-10 18:00", "rpe": 5.0, "duration_s": 3600.0}
LIFT: Row = HOUR | {"kind": "lift", "sport": "strength"}


def test_each_kind_of_a_week_is_summed_apart() -> None:
    sessions = sessions_of(HOUR, HOUR | {"rpe": 7.0}, LIFT, HOUR | {"started_at": "2026-11-17"})
    table = load_by_kind(sessions, today=TODAY)
    assert table[["kind", "load", "sessions", "complete"]].to_numpy().tolist() == [
        ["lift", 300, 1, True], ["run", 720, 2, True], ["run", 300, 1, False],
    ]  # fmt: skip


def test_what_has_no_load_or_lies_ahead_is_in_no_row() -> None:
    unrated, untimed = HOUR | {"rpe": None}, HOUR | {"duration_s": None}
    ahead = HOUR | {"started_at": "2026-11-23"}
    assert load_by_kind(sessions_of(unrated, untimed, ahead), today=TODAY).empty
    assert load_by_kind(Sessions.empty(), today=TODAY).empty


def test_an_estimated_rating_has_a_row_of_its_own() -> None:
    sessions = with_estimated_rpe(sessions_of(LIFT, LIFT | {"rpe": None}), runs_of())
    table = load_by_kind(sessions, today=TODAY)
    assert table[["estimated", "load"]].to_numpy().tolist() == [[False, 300], [True, 300]]


def test_a_load_of_next_to_nothing_has_no_monotony() -> None:
    tiny = sessions_of(HOUR | {"started_at": "2026-11-09", "rpe": 1e-200})
    table = weekly_load(tiny, today=TODAY)
    assert table.monotony.isna().all()
    assert table.strain.isna().all()


def test_weeks_begin_on_the_day_that_was_chosen() -> None:
    sunday = sessions_of(HOUR | {"started_at": "2026-11-15"})
    assert load_by_kind(sunday, today=TODAY).week.tolist() == [pd.Timestamp("2026-11-09")]
    table = load_by_kind(sunday, today=TODAY, week_start="sunday")
    assert table.week.tolist() == [pd.Timestamp("2026-11-15")]


rows = st.fixed_dictionaries(
    {
        "started_at": st.datetimes(pd.Timestamp("2026-09-01"), pd.Timestamp("2026-11-25")),
        "kind": st.sampled_from(["run", "lift", "other"]),
        "rpe": st.none() | st.floats(0, 10),
        "duration_s": st.none() | st.floats(60, 20_000),
    }
)


@FEW
@given(st.lists(rows, max_size=20))
def test_the_kinds_of_a_week_add_up_to_its_load(given_rows: list[Row]) -> None:
    sessions = sessions_of(*given_rows)
    whole = weekly_load(sessions, today=TODAY).set_index("week").load
    parts = load_by_kind(sessions, today=TODAY).groupby("week").load.sum()
    assert parts.reindex(whole.index, fill_value=0).tolist() == pytest.approx(whole.tolist())
    assert parts.sum() == pytest.approx(whole.sum())


def test_the_training_impulse_of_a_week_is_that_of_its_runs_with_heart_rate() -> None:
    run = {"started_at": "2026-11-10", "duration_s": 3600.0}
    runs = runs_of(run | {"avg_hr_bpm": 155.0}, run | {"avg_hr_bpm": 155.0}, run)
    trimp = run_trimp(runs, rest_hr_bpm=55, max_hr_bpm=190, sex="male")
    week = weekly_trimp(trimp, today=TODAY).iloc[0]
    assert week.trimp == pytest.approx(2 * 117.93, abs=0.1)
    assert (week.runs, week.known_runs, week.complete) == (3, 2, True)


def test_a_run_of_tomorrow_is_in_no_week_yet() -> None:
    day = {"duration_s": 3600.0, "avg_hr_bpm": 155.0}
    days = (TODAY, TODAY + timedelta(days=1))
    runs = runs_of(*(day | {"started_at": f"{one} 07:00"} for one in days))
    trimp = run_trimp(runs, rest_hr_bpm=55, max_hr_bpm=190, sex="male")
    assert weekly_trimp(trimp, today=TODAY).runs.tolist() == [1]


def test_a_week_without_a_heart_rate_has_no_impulse_but_its_runs() -> None:
    trimp = run_trimp(
        runs_of({"started_at": "2026-11-17"}), rest_hr_bpm=55, max_hr_bpm=190, sex="male"
    )
    (week,) = weekly_trimp(trimp, today=TODAY).itertuples()
    assert (week.trimp, week.runs, week.known_runs, week.complete) == (0, 1, 0, False)
    assert weekly_trimp(RunTrimp.empty(), today=TODAY).empty
